"""A round of a negotiation as a workbook for one party: what is asked, live answers, what is agreed; and back.

* `schrijven.py`: writes it (`schrijf_rondewerkboek`); `lezen.py`: reads it back as moves (`lees_rondewerkboek`).
* `model.py`: for whom it is, what is asked, and the calculations that stand in it, each under a word of its own.
* `gespreksblad.py`: the sheet Gesprek, and `puntregels.py` its points; `invoerblad.py`: the sheet Invoer; `rekenblad.py`: the sheet Berekening.
* `verloop.py`: the sheet Verloop; `bewijsblad.py`: the sheet Tariefbewijs.
* `rijen.py`: what stands in the yellow cells; `nakijken.py`: what was touched besides.
* `zetten.py`: from those rows to moves that can be made.
* `meldingen.py`: what can be noticed on reading, in words.
* `namen.py`: the defined names that writing and reading share.
"""
