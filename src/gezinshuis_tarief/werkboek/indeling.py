"""What stands where in the workbook: a pure description that both writing and reading use."""

from __future__ import annotations

import datetime as dt
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


def formules_in(bladen: Sequence[Blad]) -> dict[str, str]:
    """Return the formula of every named cell."""
    return {cel.naam: cel.formule for blad in bladen for cel in blad.cellen if cel.naam and cel.formule}
