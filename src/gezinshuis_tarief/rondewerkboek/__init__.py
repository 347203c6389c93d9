"""A round of a negotiation as a workbook: a calculation per party, live totals for proposals, and back.

* `schrijven.py`: writes it (`schrijf_rondewerkboek`); `lezen.py`: reads it back as moves (`lees_rondewerkboek`).
* `model.py`: the calculations that stand in it, each under a word of its own.
* `rondeblad.py`: the sheet Onderhandelen; `bewijsblad.py`: the sheet Tariefbewijs.
* `rijen.py`: what stands in the yellow cells, and what was touched besides.
* `zetten.py`: from those rows to moves that can be made.
* `meldingen.py`: what can be noticed on reading, in words.
* `namen.py`: the defined names that writing and reading share.
"""
