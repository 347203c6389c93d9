"""What is on our sheets, as plain data: nothing here reads or writes a file.

* `inhoud.py`: what a workbook shows: inputs, formulas and values of an opbouw, also when some formulas are
  overruled.
* `namen.py`: the defined names and headings that writing and reading share.
* `rekencellen.py`: every named formula with its value; the only part that reading needs.
* `keuringen.py`: what an input cell accepts, while typing and after.
* `samenvatting.py`, `uitgangspunten.py`, `berekening.py`, `leeswijzer.py`, `paspoort.py`:
  a file per sheet.
* `toelichting.py`: what stands above the inputs of a part on Uitgangspunten.
* `eigen_onderdelen.py`: the sheet of components of one's own, and their definitions as they are sent.
* `nieuw_onderdeel.py`: empty lines on which somebody writes a cost line with a formula.
"""
