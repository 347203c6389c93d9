"""Spreadsheet files, whatever they are about: this package imports only the kern and itself.

Both ways: `blad.py` a workbook as plain data; `adressen.py` between `B7` and numbers.

Writing: `schrijven.py` the one writer (`schrijf_boek`); `stijlen.py` the one table of styles;
`tekenen.py` charts; `vel.py` a sheet closed up to its edge.

Reading: `werkboek_lezen.py` names, sheets and properties; `blad_lezen.py` the cells of one sheet;
`bijdelen.py` texts, formats and properties; `xml_lezen.py` a stream of elements; `archief.py` the zip file,
within bounds; `formuletekst.py` formulas as trees. `andermans/`: what else is in a file of somebody else.
"""
