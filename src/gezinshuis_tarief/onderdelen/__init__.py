"""Components of one's own as data: inputs, formulas, and where they fit; what travels when the class cannot.

formuletaal: the language of formulas in files: text to tree and back.
ontleden: what each word and sign of the language becomes, and the limits of a formula.
eenheidsleer: whether a formula can yield the unit that is due.
bereik: between which bounds a formula lies and how many digits it takes, before it is ever computed.
plekken: where a component of one's own can stand, and what its formula may read there.
definitie: a component as data, judged as a whole, with its kenmerk.
namen: how its inputs and steps may be called.
rekenen: its formulas, computed in any reading.
bouwen: from a definition to a class that every reading can read.
vastleggen: from a class to its definition, held against the class.
meereizen: the definitions that go along with a calculation, and back.
"""
