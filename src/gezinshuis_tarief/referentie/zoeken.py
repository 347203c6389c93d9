"""Search over all figures, and the names under which they can be asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from gezinshuis_tarief.referentie.cao import functies, regels
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.eigen.cijferset import per_cijferset
from gezinshuis_tarief.referentie.eigen.tabellen import TABEL_VAN
from gezinshuis_tarief.referentie.indexen import reeksen
from gezinshuis_tarief.referentie.inpassingsnummers import inpassingsnummers
from gezinshuis_tarief.referentie.meldingen import kies_naam
from gezinshuis_tarief.referentie.pleegvergoedingen import basisbedragen, toeslagen
from gezinshuis_tarief.referentie.premies import minimumlonen, ondernemerspremies, pensioenen, premies
from gezinshuis_tarief.referentie.salarissen import alle_salarissen
from gezinshuis_tarief.referentie.tijdlijn import alle_cijfers

_TABELLEN: Final[Mapping[str, Callable[[], tuple[Cijfer, ...]]]] = MappingProxyType(
    {
        "salarissen": alle_salarissen,
        "inpassingsbedragen": lambda: alle_cijfers(inpassingsnummers()),
        "cao_regels": lambda: alle_cijfers(regels()),
        "werkgeverspremies": lambda: alle_cijfers(premies()),
        "ondernemerspremies": lambda: alle_cijfers(ondernemerspremies()),
        "minimumloon": lambda: alle_cijfers(minimumlonen()),
        "pensioen": lambda: alle_cijfers(pensioenen()),
        "pleegvergoeding": lambda: alle_cijfers(basisbedragen()),
        "pleegvergoeding_toeslag": lambda: alle_cijfers(toeslagen()),
        "indexcijfers": lambda: alle_cijfers(reeksen()),
    },
)
_FUNCTIES: Final = "functies"


def tabellen() -> tuple[str, ...]:
    """The names of the tables whose names `namen` lists."""
    return (*_TABELLEN, _FUNCTIES)


def namen(tabel: str) -> tuple[str, ...]:
    """The names known in a table, each once, in the order of the data.

    Raises:
        OnbekendCijfer: no such table; `tabellen` lists them.
    """
    gekozen = kies_naam("De tabel", tabel, tabellen())
    if gekozen == _FUNCTIES:
        return tuple(dict.fromkeys(functie.functie for functie in functies()))
    return tuple(dict.fromkeys(cijfer.naam for cijfer in _TABELLEN[gekozen]()))


@per_cijferset(*TABEL_VAN)
def _doorzoekbaar() -> tuple[tuple[str, Cijfer], ...]:
    return tuple((_tekst(cijfer), cijfer) for haal in _TABELLEN.values() for cijfer in haal())


def _tekst(cijfer: Cijfer) -> str:
    delen = (
        cijfer.naam,
        cijfer.stand,
        cijfer.eenheid,
        cijfer.geldig_vanaf.isoformat(),
        cijfer.herkomst,
        cijfer.bron,
        cijfer.toelichting,
    )
    return "\n".join(delen).casefold()


def _komt_voor(woord: str, tekst: str) -> bool:
    """A number must stand by itself (8 is not found in 2018); other words may be part of a longer one."""
    if woord.isdecimal():
        return re.search(rf"(?<!\d){woord}(?!\d)", tekst) is not None
    return woord in tekst


def zoek(tekst: str) -> tuple[Cijfer, ...]:
    """All figures in which every word of `tekst` occurs, in the order of the tables.

    Looks in name, stand, unit, first day, herkomst, source and toelichting, without regard to capitals; a
    number must occur as that whole number. An empty text gives every figure. Nothing found gives an empty
    tuple. What comes back is the figure as found: whether it holds on a day is for the other functions to say.
    """
    woorden = tekst.casefold().split()
    return tuple(
        cijfer for inhoud, cijfer in _doorzoekbaar() if all(_komt_voor(woord, inhoud) for woord in woorden)
    )
