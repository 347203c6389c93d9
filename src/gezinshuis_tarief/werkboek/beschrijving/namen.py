"""The fixed names of the workbook, shared by writing and reading.

Where things stand:

* every input and every step has a defined name, `excelnaam(sleutel)`, that points at one cell;
* the support of an input stands on the row of the cell that holds its key as text, in the column headed by
  the cell named `kolom.sleutel`; the other columns are those headed by `kolom.status`, `kolom.bron` and so
  on. Inserting or moving rows and columns does no harm;
* the only names that cover more than one cell are those of `GEBIEDEN`, columns that are counted.
"""

from __future__ import annotations

from typing import Final

SJABLOON: Final = "2"
"""Version of the template; goes up when a file of the old shape needs other reading."""

SAMENVATTING: Final = "Samenvatting"
UITGANGSPUNTEN: Final = "Uitgangspunten"
BEREKENING: Final = "Berekening"
LEESWIJZER: Final = "Leeswijzer"
PASPOORT: Final = "Paspoort"
BEVINDINGEN: Final = "Bevindingen"
EIGEN_ONDERDELEN: Final = "Eigen onderdelen"

KOLOMKOPPEN: Final[dict[str, str]] = {
    "omschrijving": "Omschrijving",
    "waarde": "Waarde",
    "eenheid": "Eenheid",
    "let_op": "Let op",
    "status": "Status",
    "herkomst": "Herkomst",
    "bron": "Bron",
    "geldig_vanaf": "Geldig vanaf",
    "toelichting": "Toelichting",
    "voorstel": "Eerste voorstel",
    "reden": "Reden van afwijking",
    "opmerking": "Opmerking",
    "sleutel": "Sleutel",
    "verzonden": "Waarde bij verzending",
    "steun_verzonden": "Onderbouwing bij verzending",
}
"""Columns of Uitgangspunten, in order: part of a name and heading; the last three are not printed."""

_VASTE_KOLOMMEN: Final = {
    *("omschrijving", "waarde", "eenheid", "let_op"),
    *("sleutel", "verzonden", "steun_verzonden"),
}
INVOERKOLOMMEN: Final = tuple(kolom for kolom in KOLOMKOPPEN if kolom not in _VASTE_KOLOMMEN)
"""Columns of Uitgangspunten that users write in, besides the value."""

GEBIEDEN: Final = {
    kolom: f"bereik.{kolom}"
    for kolom in ("let_op", "herkomst", "waarde", "eenheid", "geldig_vanaf", "sleutel", "verzonden")
}
"""Columns of Uitgangspunten that are counted, over all rows."""
LET_OP: Final = GEBIEDEN["let_op"]
INVOER: Final = "controle.invoer"
"""The cell that says `klopt` or why there is no outcome yet."""
KLOPT: Final = "klopt"
NOG_INVULLEN: Final = "nog invullen"
TEKST: Final = "tekst"
"""What the column of units says of a name, behind which no source can stand."""
NAKIJKEN: Final = "invoer nakijken"
RONDE: Final = "paspoort.ronde"
PASPOORTNAMEN: Final = {
    soort: f"paspoort.{soort}"
    for soort in ("sjabloon", "versie", "peildatum", "formules", "cijfers", "varianten")
}
"""Cells of the passport; the same stand in the document properties as `gezinshuis_tarief.<name>`."""
EIGENSCHAP: Final = "gezinshuis_tarief."
ONDERDELENKOP: Final = "onderdelen.kop"
"""The cell that heads the sheet of components of one's own; in workbooks that have them."""
ONDERDELENKOPPEN: Final = (
    "Onderdeel",
    "Regel",
    "Naam",
    "Formule of omschrijving",
    "Eenheid",
    "Minstens",
    "Meer dan",
    "Hoogstens",
    "Keuzes",
)
"""Columns of that sheet, in order."""


def kolomnaam(kolom: str) -> str:
    """Return the name of the cell that heads a column of Uitgangspunten."""
    return f"kolom.{kolom}"


def verzondennaam(stuk: int) -> str:
    """Return the name of a cell with a piece of the components of one's own as they were sent."""
    return f"onderdelen.verzonden.{stuk}"


def jaarnaam(zorgzwaarte: str, regel: str) -> str:
    """Return the name of an amount per place per year."""
    return f"per_plaats_per_jaar.{zorgzwaarte}.{regel}"


def aandeelnaam(zorgzwaarte: str, regel: str) -> str:
    """Return the name of a line's share of the tariff."""
    return f"aandeel.{zorgzwaarte}.{regel}"


def kopnaam(zorgzwaarte: str) -> str:
    """Return the name of the tariff shown large at the top."""
    return f"samenvatting.tarief.{zorgzwaarte}"


def controlenaam(soort: str, zorgzwaarte: str) -> str:
    """Return the name of a control total: `optelling`, `afronding` or `aandelen`."""
    return f"controle.{soort}.{zorgzwaarte}"
