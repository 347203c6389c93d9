"""The readings of the formulas, one file each; no reading knows who uses it. The first stands in `kern.rekenwijze`.

kolommen: over float64 columns, to the cent equal to the exact reading.
foutgrens: how far float64 can be from the true amount.
lus: as one loop over the rows, turned into machine code.
mengsels: every mixture of two opbouwen at once, over the tables of mengseltabel.
meeschrijver: exact, with the value of every step.
volgen: without numbers, as a list of named steps.
in_woorden: a formula in Dutch.
lege_cellen: exact, where cells may still be blank.
vervangen: exact, with some steps replaced by other values.
excel: a formula over defined names, every choice open.
"""
