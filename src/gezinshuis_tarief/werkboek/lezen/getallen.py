"""From a cell to an exact number: what is clear is read and reported, what is doubtful is refused."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands
from gezinshuis_tarief.werkboek.lezen.rekensom import uitkomst_van_rekensom
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel, Soort

_NEDERLANDS: Final = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+),\d+")
_ENGELS: Final = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)\.\d+")
_BINAIR: Final = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)
"""A number as a file stores it; Python reads more, such as 1_0 and inf."""
_GEHEEL: Final = re.compile(r"-?\d+")
_DUIZENDEN: Final = re.compile(r"-?\d{1,3}((\.\d{3}){2,}|(,\d{3}){2,})")
_DUBBELZINNIG: Final = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
_EURO: Final = re.compile(r"^(€|euro?)|(€|euro?)$", re.IGNORECASE)
_RUIMTE: Final = re.compile(r"\s")
_LANGST_GETAL: Final = 30
_NULDAG: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet day has no time zone)


@dataclass(frozen=True, slots=True)
class Celgetal:
    """A number from a cell.

    Attributes:
        waarde: None when the cell is refused.
        code: what stands out, for programs; empty when nothing does.
        gevonden: what was found, in Dutch.
        wat_te_doen: how to put it right.
    """

    waarde: Decimal | None
    code: str = ""
    gevonden: str = ""
    wat_te_doen: str = ""


def uit_float(tekst: str) -> Decimal | None:
    """Bring a stored binary number back to the fifteen digits a spreadsheet shows; None when it is none."""
    if not _BINAIR.fullmatch(tekst):
        return None
    getal = float(tekst)
    return Decimal(f"{Decimal(f'{getal:.15g}'):f}") if math.isfinite(getal) else None


def getal_uit_cel(cel: GelezenCel, eenheid: Eenheid) -> Celgetal:  # noqa: PLR0911 (one per kind of cell)
    """Read the number in a cell; an empty cell is refused like any other that holds none."""
    match cel.soort:
        case Soort.GETAL:
            return _uit_getal(cel.waarde, eenheid)
        case Soort.TEKST if cel.waarde.strip():
            return _uit_tekst(cel.waarde.strip(), eenheid)
        case Soort.DATUM:
            remedie = "Zet de opmaak van de cel terug op getal en typ het getal opnieuw."
            gevonden = f"een datum ({_toon_datum(cel.waarde)}) in plaats van een getal"
            return Celgetal(None, "datum", gevonden, remedie)
        case Soort.WAAR_ONWAAR:
            return Celgetal(None, "waar_onwaar", f"{cel.waarde} in plaats van een getal", "Typ een getal.")
        case Soort.FOUT:
            remedie = "Vervang de foutwaarde door een getal."
            return Celgetal(None, "foutwaarde", f"de foutwaarde {cel.waarde}", remedie)
        case _ if cel.formule is not None and (som := uitkomst_van_rekensom(cel.formule)) is not None:
            return _percentage_of(som, eenheid)
        case _ if cel.formule is not None:
            remedie = "Typ het getal zelf in de cel, of bereken en bewaar het bestand opnieuw."
            return Celgetal(None, "niet_berekend", f"de formule ={cel.formule} zonder uitkomst", remedie)
        case _:
            return Celgetal(None, "leeg", "een lege cel", "Vul deze waarde in.")


def _uit_getal(tekst: str, eenheid: Eenheid) -> Celgetal:
    getal = uit_float(tekst)
    if getal is None:
        return Celgetal(None, "geen_getal", f'"{tekst}", geen getal', "Typ het getal opnieuw.")
    return _percentage_of(getal, eenheid)


def _percentage_of(getal: Decimal, eenheid: Eenheid) -> Celgetal:
    """Refuse a fraction that looks like a percentage without its sign."""
    procent = 100
    if eenheid is Eenheid.FRACTIE and 1 < getal <= procent:
        remedie = (
            f"Bedoelt u {nederlands(getal)}%? Typ dan {nederlands(getal)}% of {nederlands(getal / 100)}."
        )
        return Celgetal(None, "percentage_zonder_teken", f"het getal {nederlands(getal)}", remedie)
    return Celgetal(getal)


def _uit_tekst(tekst: str, eenheid: Eenheid) -> Celgetal:
    """Read a number that stands in the cell as text."""
    kaal = _RUIMTE.sub("", tekst)
    zonder_euro = _EURO.sub("", kaal, count=1)
    zonder_teken = zonder_euro.removesuffix("%")
    is_euro, is_procent = zonder_euro != kaal, zonder_teken != zonder_euro
    getal = _getal_uit(zonder_teken)
    past = not (is_euro and not eenheid.is_geld) and not (is_procent and eenheid is not Eenheid.FRACTIE)
    if getal is None and _DUBBELZINNIG.fullmatch(zonder_teken):
        heel, deel = re.sub(r"[.,]", "", zonder_teken), zonder_teken.replace(".", ",")
        gevonden = f'de tekst "{tekst}", die op twee manieren te lezen is'
        return Celgetal(
            None, "dubbelzinnig_getal", gevonden, f"Typ als getal wat u bedoelt: {heel} of {deel}."
        )
    if getal is None or not past:
        gevonden = f'de tekst "{tekst[:_LANGST_GETAL]}", geen getal ({eenheid})'
        return Celgetal(None, "geen_getal", gevonden, "Typ een getal.")
    getal = getal / 100 if is_procent else getal
    lezing = _percentage_of(getal, eenheid)
    if lezing.waarde is None:
        return lezing
    remedie = "Klopt dit, dan hoeft u niets te doen; typ het anders opnieuw als getal."
    return Celgetal(getal, "getal_als_tekst", f'de tekst "{tekst}", gelezen als {nederlands(getal)}', remedie)


def _getal_uit(tekst: str) -> Decimal | None:
    """Read Dutch or English notation; None when it is neither, or could be both."""
    if len(tekst) > _LANGST_GETAL:
        return None
    if _GEHEEL.fullmatch(tekst):
        return Decimal(tekst)
    if _DUIZENDEN.fullmatch(tekst):
        return Decimal(re.sub(r"[.,]", "", tekst))
    if _DUBBELZINNIG.fullmatch(tekst):
        return None
    if _NEDERLANDS.fullmatch(tekst):
        return Decimal(tekst.replace(".", "").replace(",", "."))
    return Decimal(tekst.replace(",", "")) if _ENGELS.fullmatch(tekst) else None


def tekst_uit_cel(cel: GelezenCel) -> str:
    """Return what a cell shows, for cells where any text may stand."""
    if cel.soort is Soort.DATUM:
        return _toon_datum(cel.waarde)
    if cel.soort is Soort.GETAL and (getal := uit_float(cel.waarde)) is not None:
        return f"{getal:f}".replace(".", ",")
    return cel.waarde


def waarde_uit_cel(cel: GelezenCel) -> Decimal | str | None:
    """Return what a cell holds that only programs write: a number, a text, or None when it is blank."""
    if cel.soort is Soort.LEEG:
        return None
    return uit_float(cel.waarde) if cel.soort is Soort.GETAL else tekst_uit_cel(cel)


def _toon_datum(waarde: str) -> str:
    dag = lees_dag(waarde)
    return f"{dag.day}-{dag.month}-{dag.year}" if dag else waarde


def lees_dag(waarde: str) -> dt.date | None:
    """Return the day of a date cell or of a text as jjjj-mm-dd or dd-mm-jjjj; None when it is none."""
    getal = uit_float(waarde)
    laatste_dag = 2_958_465  # 31-12-9999
    if getal is not None:
        return (_NULDAG + dt.timedelta(days=int(getal))).date() if 1 <= getal <= laatste_dag else None
    for vorm in ("%Y-%m-%d", "%d-%m-%Y", "%Y-%m-%dT%H:%M:%S"):
        try:
            return dt.datetime.strptime(waarde.strip(), vorm).date()  # noqa: DTZ007 (a day has no time zone)
        except ValueError:
            continue
    return None
