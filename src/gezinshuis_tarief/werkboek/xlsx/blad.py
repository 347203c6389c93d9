"""What stands where in the workbook: a pure description that both writing and reading use."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

Inhoud = str | int | Decimal | dt.date | None


@dataclass(frozen=True, slots=True)
class Keuring:
    """What a spreadsheet program lets users type in a cell, and what it says otherwise."""

    regel: dict[str, Any]
    titel: str
    melding: str
    uitleg: str = ""
    leeg_mag: bool = True


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell: its place, what it holds, how it looks, its defined name, and whether users may write in it.

    A formula starts with `=`; `inhoud` is then the value it has now.
    """

    rij: int
    kolom: int
    inhoud: Inhoud
    opmaak: str = "tekst"
    formule: str = ""
    naam: str = ""
    keuring: Keuring | None = None
    tot_kolom: int | None = None


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet: its cells, the widths of its columns, and how it prints."""

    naam: str
    kleur: str
    breedtes: Sequence[float]
    cellen: Sequence[Cel]
    hoogtes: dict[int, float] = field(default_factory=dict)
    liggend: bool = False
    koprijen: tuple[int, int] | None = None
    bevroren: tuple[int, int] = (0, 0)
    actief: tuple[int, int] = (0, 0)
    gebieden: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)


_TEKENS_PER_BREEDTE = {"tekst": 1.15, "alinea": 1.2, "klein": 1.3, "steun": 1.3}
_REGELHOOGTE = 13.0


def rijhoogtes(cellen: Sequence[Cel], breedtes: Sequence[float]) -> dict[int, float]:
    """Return the height of each row in which a text takes more than one line.

    Spreadsheet programs do not agree on fitting rows by themselves, so the lines are counted here.
    """
    regels: dict[int, int] = {}
    for cel in cellen:
        ruimte = _TEKENS_PER_BREEDTE.get(cel.opmaak, 0)
        if ruimte and isinstance(cel.inhoud, str):
            breedte = sum(breedtes[cel.kolom : (cel.kolom if cel.tot_kolom is None else cel.tot_kolom) + 1])
            nodig = len(textwrap.wrap(cel.inhoud, max(8, int(breedte * ruimte))))
            regels[cel.rij] = max(nodig, regels.get(cel.rij, 1))
    return {rij: aantal * _REGELHOOGTE + 2 for rij, aantal in regels.items() if aantal > 1}
