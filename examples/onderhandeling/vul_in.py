"""Types in a workbook the way a person does in Excel: cells by their name, then save.

Usage: vul_in.py WERKBOEK.xlsx NAAM=WAARDE…
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import openpyxl


def main(pad: Path, waarden: list[str]) -> None:
    """Type each value in the cell with that name."""
    boek = openpyxl.load_workbook(pad)
    for paar in waarden:
        naam, inhoud = paar.split("=", 1)
        blad, plek = boek.defined_names[naam].attr_text.split("!")
        cel = boek[blad][plek.replace("$", "")]
        cel.value = inhoud
        with suppress(ValueError):
            cel.value = float(inhoud)
    boek.save(pad)


main(Path(sys.argv[1]), sys.argv[2:])
