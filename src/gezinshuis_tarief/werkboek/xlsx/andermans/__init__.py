"""What is in a file of somebody else beside its cells, and what we put in it.

* `kanttekeningen.py`: the comments at cells.
* `uiterlijk.py`: what can hide a cell: colours, number formats, merging, pictures.
* `aanvullen.py`: a sheet and comments added; every other part keeps its bytes.
* `opendocument.py`: .ods, in and out through LibreOffice.
"""
