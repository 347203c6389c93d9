"""Frames that hold no amounts: legal cost elements, the eleven bouwstenen, unit codes, counts."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie.bestanden import rijen

_ELEMENTEN = re.compile(r"[a-d](?:/[a-d])*(?= |$)")


@dataclass(frozen=True, slots=True)
class Kostprijselement:
    """One of the four cost elements a reasonable price covers: Besluit Jeugdwet, article 2.3.

    `element` is the text of the law; `invulling` is what explanations count under it, with its own source.
    """

    onderdeel: str
    element: str
    geldig_vanaf: dt.date
    herkomst: Herkomst
    bron: str
    invulling: str
    herkomst_invulling: Herkomst
    bron_invulling: str


@dataclass(frozen=True, slots=True)
class Bouwsteenkoppeling:
    """A bouwsteen of the handreiking and the cost elements we count it under.

    Names and order are read (`herkomst`); the mapping is our own (`herkomst_koppeling`). `elementen` is empty
    for a bouwsteen without a legal element of its own; `koppeling` is the mapping in words.
    """

    nummer: int
    bouwsteen: str
    sleutel: str
    elementen: tuple[str, ...]
    koppeling: str
    geldig_vanaf: dt.date
    herkomst: Herkomst
    herkomst_koppeling: Herkomst
    bron: str


@dataclass(frozen=True, slots=True)
class Eenheidscode:
    """A code of the iJw message standard, e.g. 14 for an etmaal; codes are text and keep their zero."""

    lijst: str
    code: str
    betekenis: str
    versie: str
    herkomst: Herkomst
    bron: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A count of gezinshuizen and the young people in them, at the moment the source names.

    With `minstens` the number of young people is a lower bound. The mean is computed, or as the source has it.
    """

    moment: str
    gezinshuizen: int
    jeugdigen: int
    minstens: bool
    jeugdigen_per_huis: Decimal
    herkomst: Herkomst
    herkomst_gemiddelde: Herkomst
    bron: str


@cache
def kostprijselementen() -> tuple[Kostprijselement, ...]:
    """The four cost elements, a to d, in force from 1 July 2024. Source: Stb. 2024, 69."""
    return tuple(
        Kostprijselement(
            onderdeel=rij["onderdeel"],
            element=rij["element"],
            geldig_vanaf=dt.date.fromisoformat(rij["geldig_vanaf"]),
            herkomst=Herkomst(rij["status"]),
            bron=rij["bron"],
            invulling=rij["nadere_invulling"],
            herkomst_invulling=Herkomst(rij["status_invulling"]),
            bron_invulling=rij["bron_invulling"],
        )
        for rij in rijen("kostprijselementen_besluit_jeugdwet")
    )


def _sleutel(bouwsteen: str) -> str:
    """The key of a bouwsteen: its name without what stands in brackets, in snake case."""
    kaal = re.sub(r"\(.*?\)", "", bouwsteen).strip().lower()
    return re.sub(r"\W+", "_", kaal)


@cache
def bouwstenen_koppeling() -> tuple[Bouwsteenkoppeling, ...]:
    """The eleven bouwstenen in their order, each with the cost elements we count it under.

    Source of names and order: the table of contents of the Handreiking tariefstelling gezinshuiszorg
    (14 July 2021). The mapping to the elements is ours and marked as afgeleid.
    """
    return tuple(
        Bouwsteenkoppeling(
            nummer=int(rij["nr"]),
            bouwsteen=rij["bouwsteen"],
            sleutel=_sleutel(rij["bouwsteen"]),
            elementen=tuple(gevonden[0].split("/")) if (gevonden := _ELEMENTEN.match(koppeling)) else (),
            koppeling=koppeling,
            geldig_vanaf=dt.date.fromisoformat(rij["geldig_vanaf"]),
            herkomst=Herkomst(rij["status"]),
            herkomst_koppeling=Herkomst(rij["status_koppeling"]),
            bron=rij["bron"],
        )
        for rij in rijen("bouwstenen_gezinshuis")
        for koppeling in (rij["koppeling_art_2_3"],)
    )


@cache
def ijw_eenheden() -> tuple[Eenheidscode, ...]:
    """The iJw codes for the unit and the frequency of care, with the version of the standard they are from."""
    return tuple(
        Eenheidscode(
            lijst=rij["lijst"],
            code=rij["code"],
            betekenis=rij["betekenis"],
            versie=rij["geldig_vanaf"],
            herkomst=Herkomst(rij["status"]),
            bron=rij["bron"],
        )
        for rij in rijen("ijw_eenheid")
    )


@cache
def gezinshuizen_telling() -> tuple[Telling, ...]:
    """The counts of gezinshuizen that were found, in the order of the file; moments are no exact days."""
    return tuple(
        Telling(
            moment=rij["geldig_vanaf"],
            gezinshuizen=int(rij["gezinshuizen"]),
            jeugdigen=int(rij["jeugdigen"].rstrip("+")),
            minstens=rij["jeugdigen"].endswith("+"),
            jeugdigen_per_huis=Decimal(rij["jeugdigen_per_huis"]),
            herkomst=Herkomst(rij["status_telling"]),
            herkomst_gemiddelde=Herkomst(rij["status_gemiddelde"]),
            bron=rij["bron"],
        )
        for rij in rijen("gezinshuizen_telling")
    )
