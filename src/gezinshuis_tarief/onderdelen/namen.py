"""How inputs and steps of a component of one's own may be called, and what a known name is when it cannot be read."""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection
from typing import Final

from gezinshuis_tarief.formules.woordenlijst import WOORDEN
from gezinshuis_tarief.kern.argumenten import toon_ding
from gezinshuis_tarief.kern.fouten import Bezwaar
from gezinshuis_tarief.onderdelen.plekken import DELEN, EIGEN_CIJFER, HUIS, PLEKKEN, STANDAARD, Plek

_NAAM: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")
_VORM: Final = "kleine letters, cijfers en _, en een letter vooraan"
_SOORTNAAM: Final = re.compile(r"[A-Z][A-Za-z0-9_]{0,59}")
_SOORTVORM: Final = "een hoofdletter vooraan, dan letters, cijfers en _"
_STANDAARDNAMEN: Final = frozenset(
    soort.__name__.lower()
    for standaard in (*STANDAARD, *(deel.soort for deel in DELEN.values()))
    for soort in standaard.__mro__
)
_BEZET: Final = frozenset(
    {
        "huis",
        "soort",
        "naam",
        "definitie",
        "nummer",
        "titel",
        "element",
        EIGEN_CIJFER,
        "per_jaar",
        "per_etmaal",
    }
)


def bezwaar_tegen_invoer(naam: str, plek: Plek) -> Bezwaar | None:
    """Return the objection to the name of an input."""
    if not _NAAM.fullmatch(naam) or keyword.iskeyword(naam) or naam.startswith("model_"):
        return _geen_naam("invoer", naam)
    return _al_bezet("invoer", naam, plek)


def bezwaar_tegen_stap(
    naam: str, plek: Plek, invoer: Collection[str], keuzes: Collection[str]
) -> Bezwaar | None:
    """Return the objection to the name of a step; steps of a part of the formula have a point in their name."""
    eerste, *verder = naam.split(".")
    if not all(_NAAM.fullmatch(deel) for deel in (eerste, *verder)) or len(verder) > 2:  # noqa: PLR2004 (deep enough)
        return _geen_naam("stappen", naam)
    if eerste in invoer and not (eerste in keuzes and not verder and plek.per_zorgzwaarte):
        return Bezwaar(f"stappen.{naam}", "heet als een invoer", remedie="Kies een andere naam.")
    return None if eerste in keuzes else _al_bezet("stappen", naam, plek)


def _geen_naam(waar: str, naam: str) -> Bezwaar:
    return Bezwaar(waar, "is geen naam", gevonden=ascii(naam)[:60], toegestaan=_VORM)


def _al_bezet(waar: str, naam: str, plek: Plek) -> Bezwaar | None:
    eerste = naam.partition(".")[0]
    is_bezet = eerste in _BEZET | WOORDEN or eerste in plek.grondslagen
    is_methode = any(hasattr(soort, eerste) for soort in (plek.soort, plek.standaard))
    if is_bezet or (is_methode and (waar == "invoer" or naam not in plek.vaste_stappen)):
        return Bezwaar(f"{waar}.{naam}", "is al de naam van iets anders", remedie="Kies een andere naam.")
    return None


def waarom_niet(zelf: str, plek: Plek, later: Collection[str]) -> dict[str, str]:
    """Return why names that are known elsewhere or later cannot be read as a number here."""
    elders = {
        grondslag: f"dat alleen een eigen {ander.sleutel} kan lezen"
        for ander in PLEKKEN.values()
        for grondslag in ander.grondslagen
    }
    volgorde = "zet de stappen op volgorde; een kring kan niet"
    return {
        **elders,
        **dict.fromkeys(HUIS, f"dat een eigen {plek.sleutel} niet kan lezen"),
        EIGEN_CIJFER: "dat naast de formule staat en haar vervangt",
        **{naam: f"dat pas later wordt berekend; {volgorde}" for naam in later if naam != zelf},
        **({zelf: "dat hier zelf wordt berekend"} if zelf else {}),
    }


def bezwaar_tegen_naam(naam: object) -> Bezwaar | None:
    """Return the objection to the name of a component of one's own."""
    if not isinstance(naam, str) or not _SOORTNAAM.fullmatch(naam):
        gevonden = (ascii(naam) if isinstance(naam, str) else toon_ding(naam))[:60]
        return Bezwaar("", "is geen naam van een onderdeel", gevonden=gevonden, toegestaan=_SOORTVORM)
    if naam.lower() in _STANDAARDNAMEN:
        return Bezwaar(naam, "is de naam van een standaardonderdeel", remedie="Kies een eigen naam.")
    return None
