"""Parts that rooms share.

bouwsteen: what the eleven rooms have in common, and the cost lines outside them.
gezinshuis: the house: its places and its calendar.
loonkosten: what one fte costs in a year.
uit_cao: the same, filled from reference figures.
aandeel: a fraction over a base that parties choose.
opslag: a percentage of one's own.
"""
