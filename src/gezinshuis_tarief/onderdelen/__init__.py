"""Components of one's own as data: inputs, formulas, and where they fit; what travels when the class cannot.

plekken: where a component of one's own can stand, and what its formula may read there.
namen: how its inputs and steps may be called.
invoerveld: an input as data.
definitie: a component as data, judged as a whole, with its kenmerk.
rekenen: its formulas, computed in any reading.
klassecontrole: the checks of a class that data cannot hold.
vastleggen: from a class to its definition, held against the class.
bouwen: from a definition to a class that every reading can read.
plaatsing: which parts of a calculation are one's own, and whether they fit where they stand.
meereizen: the definitions that go along with a calculation, and back.
schema: the JSON form with components of one's own in it.
"""
