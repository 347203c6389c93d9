"""Formulas without numbers: what is left of a formula when nobody has filled in its inputs.

uitdrukking: the tree of a formula, and what a formula sees while it is written down.
spoor: the reading that writes a formula down, as named steps.
schrijver: from a tree to text: what every written reading shares.
formuletaal: the language of formulas in files: text to tree and back.
woordenlijst: which names a formula in text may use.
ontleden: what each word and sign of the language becomes, and the limits of a formula.
eenheidsleer: whether a formula can yield the unit that is due.
bereik: between which bounds a formula lies and how many digits it takes, before it is ever computed.
"""
