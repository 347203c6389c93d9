"""What a workbook that came back says to people: what changed first, then what stands out, by cause.

* `verzonden.py`: the opbouw as it was sent, from the columns that nobody types in.
* `wijzigingen.py`: what changed since, with what each change does to the tariff.
* `meegekomen.py`: what came along beside the inputs: inserted rows, notes, comments, sheets.
* `vermomd.py`: inputs that show something else than they hold, or nothing; `vangnet.py`: what a program did not save.
* `oorzaken.py`: findings with one cause, taken together.
* `leestekst.py`: all of it as text for a terminal; `bevindingenxml.py`: as a sheet in somebody's own file.
"""
