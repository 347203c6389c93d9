"""The workbook of an opbouw in Excel: written with live formulas, read back with distrust.

* `schrijven.py`: an opbouw, or what else a workbook shows, as a file; the door of `Opbouw.naar_excel`.
* `antwoord.py`: the annotated answer to a workbook that came back.
* `cijferblad.py`: dated figures of one's own, as CSV or as a sheet; the door of `cijfers_uit`.
* `sjablonen.py`: the empty workbook and the example that users download.
* `beschrijving/`: what is on our sheets, as plain data.
* `lezen/`: a file back to an opbouw, with every finding; its door is `lezen/lezen.py`.
* `xlsx/`: reads and writes spreadsheets of any kind; knows no tariff. All Excel of the library goes through it.

Writing: `schrijven` asks `beschrijving` for sheets and hands them to `xlsx`. Reading: `lezen` gets cells from
`xlsx` and holds the formulas among them against those of `beschrijving/rekencellen.py`.
"""
