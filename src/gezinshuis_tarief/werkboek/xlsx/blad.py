"""What stands where in a workbook, and how it looks: plain data that a writer writes and a reader compares with."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, Literal

Inhoud = str | int | float | Decimal | dt.date | None
Gebied = tuple[int, int, int, int]
"""First row and column, last row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Keuring:
    """What a spreadsheet program lets users type in a cell, and what it says otherwise."""

    regel: dict[str, Any]
    titel: str
    melding: str
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell: its place, what it holds, how it looks, its defined name, and what users may write in it.

    A formula starts with `=`; `inhoud` is then the value it has now. `keuring` is made when it is written.
    """

    rij: int
    kolom: int
    inhoud: Inhoud
    opmaak: str = "tekst"
    formule: str = ""
    naam: str = ""
    keuring: Callable[[], Keuring] | None = None
    tot_kolom: int | None = None


@dataclass(frozen=True, slots=True)
class Kleurregel:
    """A style that cells take on while a condition holds."""

    gebied: Gebied
    voorwaarde: Mapping[str, Any]
    opmaak: str


@dataclass(frozen=True, slots=True)
class Reeks:
    """One series of a chart, over cells of its own sheet."""

    naam: str
    kleur: str
    groepen: Gebied
    waarden: Gebied


@dataclass(frozen=True, slots=True)
class Celgrafiek:
    """A native chart, in a shape of the house: stacked columns, bars with their amounts, or a waterfall."""

    soort: Literal["kolommen", "staven", "waterval"]
    titel: str
    beschrijving: str
    reeksen: Sequence[Reeks]
    rij: int
    kolom: int
    naar_rechts: int
    breedte: int
    vanaf: int | None = None


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet: its cells, the widths of its columns, and how it behaves and prints.

    Attributes:
        hoogtes: heights of rows, where these do not follow from the text.
        koprijen: rows that are printed on top of every page.
        bevroren: rows and columns that stay in view.
        actief: the cell that is selected when the sheet opens.
        gebieden: defined names of more than one cell.
        drukkolommen: how many columns are printed; None for all.
        gefilterd: the table that can be filtered, heads included.
        beveiligd: whether only cells for input can be written in; there is never a password.
        verborgen: columns that only formulas look at.
    """

    naam: str
    kleur: str
    breedtes: Sequence[float]
    cellen: Sequence[Cel]
    hoogtes: dict[int, float] = field(default_factory=dict)
    liggend: bool = False
    koprijen: tuple[int, int] | None = None
    bevroren: tuple[int, int] = (0, 0)
    actief: tuple[int, int] = (0, 0)
    gebieden: dict[str, Gebied] = field(default_factory=dict)
    kleurregels: Sequence[Kleurregel] = ()
    grafieken: Sequence[Celgrafiek] = ()
    drukkolommen: int | None = None
    op_een_bladzijde: bool = False
    gefilterd: Gebied | None = None
    beveiligd: bool = True
    verborgen: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Boek:
    """A whole workbook: its sheets and what it says about itself.

    Attributes:
        titel: the title, also below every printed page.
        dag: stands as the day of making, so that the same input gives the same file; None for today.
        eigenschappen: custom document properties.
        kanttekeningen: comments at cells, by their defined name.
        maker: who sent it; stands in the file properties.
        paginakop: stands above every printed page.
    """

    bladen: Sequence[Blad]
    titel: str
    onderwerp: str = ""
    dag: dt.date | None = None
    eigenschappen: Mapping[str, str] = field(default_factory=dict)
    kanttekeningen: Mapping[str, str] = field(default_factory=dict)
    maker: str = ""
    paginakop: str = ""


_TEKENS_PER_BREEDTE: Final = {
    "tekst": 1.15,
    "alinea": 1.2,
    "alinea_na_getal": 1.2,
    "klein": 1.3,
    "klein_alinea": 1.2,
    "punt": 1.1,
    "steun": 1.3,
    "vet_alinea": 1.1,
    "paspoort": 1.05,
    "sectie_alinea": 1.1,
}
_REGELHOOGTE: Final = 13.0
_HOOGST: Final = 400.0


def rijhoogtes(cellen: Sequence[Cel], breedtes: Sequence[float]) -> dict[int, float]:
    """Return the height of each row in which a text takes more than one line, as far as a row can go.

    Spreadsheet programs do not agree on fitting rows by themselves, so the lines are counted here.
    """
    regels: dict[int, int] = {}
    for cel in cellen:
        ruimte = _TEKENS_PER_BREEDTE.get(cel.opmaak, 0)
        if ruimte and isinstance(cel.inhoud, str):
            breedte = sum(breedtes[cel.kolom : (cel.kolom if cel.tot_kolom is None else cel.tot_kolom) + 1])
            tekens = max(8, int(breedte * ruimte))
            nodig = sum(len(textwrap.wrap(regel, tekens)) for regel in cel.inhoud.splitlines())
            regels[cel.rij] = max(nodig, regels.get(cel.rij, 1))
    return {rij: min(aantal * _REGELHOOGTE + 2, _HOOGST) for rij, aantal in regels.items() if aantal > 1}
