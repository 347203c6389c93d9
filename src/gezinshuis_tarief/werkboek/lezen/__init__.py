"""A workbook that came back: its inputs, what stands behind them, and everything that stands out.

* `lezen.py`: the whole of it, `lees_excel`.
* `vorm.py`: which inputs there are: rows for own lines, and components of one's own as they were sent;
  `invoernamen.py`: those that not every workbook has; `definitieblad.py`: the sheet of those components, held
  against what was sent.
* `invoer.py`: the input cells by name; `getallen.py`: from a cell to an exact number; `rekensom.py`: what a typed
  sum gives.
* `onderbouwingskolommen.py`: status, source and notes on the row of each input.
* `samenvoegen.py`: both together as an opbouw, or as a concept when something is refused.
* `narekenen.py`: formulas and stored outcomes held against ours.
* `voorstellen/`: changed formulas as proposals that can be taken over.
* `verslag.py`: where findings are written down and cells are found; `bevindingen.py`: what a finding is;
  `meldingen.py`: every finding in words.
"""
