"""Formulas without numbers: what is left of a formula when nobody has filled in its inputs.

uitdrukking: the tree of a formula, and what a formula sees while it is written down.
spoor: the reading that writes a formula down, as named steps.
schrijver: from a tree to text: what every written reading shares.
"""
