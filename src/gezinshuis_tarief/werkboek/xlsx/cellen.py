"""One cell at a time: what a value becomes in a spreadsheet file."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gezinshuis_tarief.werkboek.xlsx.adressen import letters_van
from gezinshuis_tarief.werkboek.xlsx.blad import Cel

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


def schrijf_inhoud(vel: Worksheet, cel: Cel, stijl: Format) -> None:
    """Write a value as what it is; text stays text, whatever it looks like."""
    match cel.inhoud:
        case None:
            vel.write_blank(cel.rij, cel.kolom, None, stijl)
        case str():
            vel.write_string(cel.rij, cel.kolom, cel.inhoud, stijl)
        case dt.date():
            moment = dt.datetime(cel.inhoud.year, cel.inhoud.month, cel.inhoud.day)  # noqa: DTZ001 (a day)
            vel.write_datetime(cel.rij, cel.kolom, moment, stijl)
        case _:
            vel.write_number(cel.rij, cel.kolom, als_opgeslagen(cel.inhoud), stijl)


def als_opgeslagen(inhoud: object) -> Any:  # noqa: ANN401 (what XlsxWriter takes)
    """Return a value as a spreadsheet stores it."""
    return float(inhoud) if isinstance(inhoud, Decimal | int) else inhoud


def plek_van(blad: str, rij: int, kolom: int) -> str:
    """Return where a cell is, as a formula says it; row and column count from 0."""
    plek = f"${letters_van(kolom + 1)}${rij + 1}"
    return f"{blad}!{plek}" if blad else plek
