"""Two or more parties and one tariff: where they differ, who moves what, and what they agree.

Sees results and keys only; which bouwstenen exist is no business of this package.
"""
