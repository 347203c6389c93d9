"""What the other party changed in how a workbook calculates, as a proposal that can be taken over; never by itself.

* `voorstel.py`: what a proposal is, and the calculation with it.
* `excelformule.py`: from the formula of a cell to the language of formulas.
* `uit_formules.py`: formulas that were changed on the sheet with the calculation.
* `uitschrijven.py`: a step of the loonkosten inside a part becomes a step of the part itself.
* `uit_blad.py`: components of one's own that were changed on the sheet Eigen onderdelen.
* `nieuw.py`: cost lines that somebody wrote on the sheet Nieuw onderdeel.
* `alle.py`: all of them, and what their findings say about it.
"""
