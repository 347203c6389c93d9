"""The flat layout: which columns there are, and how a row of values becomes an opbouw again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast

from pydantic.fields import FieldInfo

from gezinshuis_tarief.componenten.bouwsteen import EigenPost, Kostenpost
from gezinshuis_tarief.kern.meldingen import is_groep, keuzes, modellen_in
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.model.opbouw import Opbouw

GELIEERD: Final = "gelieerde_zorgorganisatie"
POSTEN: Final = "eigen_posten"
_BUITEN: Final = {POSTEN, "onderbouwing"}
_POST: Final = re.compile(r"eigen_posten\[(0|[1-9]\d{0,3})\]\.(.+)")


def is_keuze(veld: FieldInfo) -> bool:
    """Whether a field holds a choice."""
    return bool(keuzes(veld))


def is_tekst(veld: FieldInfo) -> bool:
    """Whether a field holds free text."""
    return veld.annotation is str


@dataclass(frozen=True)
class Indeling:
    """The parts a row consists of, and with them its keys.

    Attributes:
        onderdelen: type of each part by name; a variant of one's own where the basis holds one.
        posten: types of the own cost lines.
    """

    onderdelen: Mapping[str, type[Onderdeel]]
    posten: tuple[type[Onderdeel], ...]

    @classmethod
    def van(cls, kolommen: Iterable[str], basis: Opbouw | None) -> Indeling:
        """Return the layout of a frame with these columns, over the parts of a basis."""
        nummers = [int(post[1]) for kolom in kolommen if (post := _POST.fullmatch(kolom))]
        gelieerd = any(kolom.startswith(f"{GELIEERD}.") for kolom in kolommen)
        eigen = basis.eigen_posten if basis else ()
        posten: list[type[Onderdeel]] = [type(post) for post in eigen]
        posten += [EigenPost] * (max(nummers, default=-1) + 1 - len(posten))
        onderdelen: dict[str, type[Onderdeel]] = {}
        for naam, veld in Opbouw.model_fields.items():
            deel = getattr(basis, naam, None)
            if isinstance(deel, Onderdeel):
                onderdelen[naam] = type(deel)
            elif naam not in _BUITEN and (naam != GELIEERD or gelieerd):
                onderdelen[naam] = _soort(veld)
        return cls(onderdelen, tuple(posten))

    def velden(self) -> dict[str, FieldInfo]:
        """Return the field of every key a row can have, in the order of the model."""
        velden: dict[str, FieldInfo] = {}
        for naam, soort in self.onderdelen.items():
            velden |= _velden(soort, f"{naam}.")
        for plek, soort in enumerate(self.posten):
            velden |= _velden(soort, f"{POSTEN}[{plek}].")
        return velden

    def bouw(self, waarden: Mapping[str, Any]) -> Opbouw:
        """Put values, columns or references in the shape of an opbouw, as they are."""
        velden: dict[str, Any] = {
            naam: _bouw(soort, f"{naam}.", waarden) for naam, soort in self.onderdelen.items()
        }
        velden[POSTEN] = tuple(
            _bouw(soort, f"{POSTEN}[{plek}].", waarden) for plek, soort in enumerate(self.posten)
        )
        return Opbouw.model_construct(**{GELIEERD: None, **velden})

    def als_invoer(self, waarden: Mapping[str, Any]) -> dict[str, Any]:
        """Return values in the shape that the door of Opbouw takes; absent parts and values left out."""
        gevuld = {sleutel: waarde for sleutel, waarde in waarden.items() if waarde is not None}
        invoer = {
            naam: deel
            for naam, soort in self.onderdelen.items()
            if (deel := _als_invoer(soort, f"{naam}.", gevuld)) or naam != GELIEERD
        }
        posten = (_als_invoer(soort, f"{POSTEN}[{plek}].", gevuld) for plek, soort in enumerate(self.posten))
        return {**invoer, POSTEN: [post for post in posten if post]}


class Invulopbouw:
    """One opbouw in which the values are replaced time and again; not shared between threads."""

    def __init__(self, indeling: Indeling) -> None:
        self._opbouw = indeling.bouw(dict.fromkeys(indeling.velden()))
        self._plekken = [*_plekken(self._opbouw, "")]

    def met(self, waarden: Mapping[str, Any]) -> Opbouw:
        """Return the opbouw with these values, as they are; it holds them until the next call."""
        for velden, naam, sleutel in self._plekken:
            velden[naam] = waarden[sleutel]
        return self._opbouw


def _plekken(onderdeel: Onderdeel, voorvoegsel: str) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Yield where each value of a component is kept, with its name there and its key."""
    for naam, inhoud in vars(onderdeel).items():
        sleutel = f"{voorvoegsel}{naam}"
        if isinstance(inhoud, Onderdeel):
            yield from _plekken(inhoud, f"{sleutel}.")
        elif isinstance(inhoud, tuple):
            for plek, deel in enumerate(inhoud):
                yield from _plekken(deel, f"{sleutel}[{plek}].")
        elif voorvoegsel:
            yield vars(onderdeel), naam, sleutel


def plat(opbouw: Opbouw) -> dict[str, Any]:
    """Return every value of an opbouw by its key."""
    return {waarde.sleutel: waarde.waarde for waarde in opbouw.waarden() if waarde.sleutel}


def is_eigen_vorm(onderdeel: Onderdeel, naam: str) -> bool:
    """Whether a part is a variant of one's own, which the flat layout has no columns for."""
    if isinstance(onderdeel, Kostenpost):
        return type(onderdeel) is not EigenPost
    return type(onderdeel) is not _soort(Opbouw.model_fields[naam])


def _soort(veld: FieldInfo) -> type[Onderdeel]:
    return cast("type[Onderdeel]", next(modellen_in(veld.annotation)))


@cache
def _delen(soort: type[Onderdeel]) -> tuple[tuple[str, FieldInfo, type[Onderdeel] | None], ...]:
    """Return name, field and, where it is a part itself, type of everything in a component."""
    return tuple(
        (naam, veld, _soort(veld) if is_groep(veld) else None) for naam, veld in soort.model_fields.items()
    )


def _velden(soort: type[Onderdeel], voorvoegsel: str) -> dict[str, FieldInfo]:
    velden: dict[str, FieldInfo] = {}
    for naam, veld, deel in _delen(soort):
        sleutel = f"{voorvoegsel}{naam}"
        velden |= _velden(deel, f"{sleutel}.") if deel else {sleutel: veld}
    return velden


def _bouw(soort: type[Onderdeel], voorvoegsel: str, waarden: Mapping[str, Any]) -> Onderdeel:
    velden: dict[str, Any] = {
        naam: _bouw(deel, f"{voorvoegsel}{naam}.", waarden) if deel else waarden[f"{voorvoegsel}{naam}"]
        for naam, _, deel in _delen(soort)
    }
    return soort.model_construct(**velden)


def _als_invoer(soort: type[Onderdeel], voorvoegsel: str, waarden: Mapping[str, Any]) -> dict[str, Any]:
    invoer: dict[str, Any] = {}
    for naam, _, deel in _delen(soort):
        sleutel = f"{voorvoegsel}{naam}"
        if deel:
            invoer[naam] = _als_invoer(deel, f"{sleutel}.", waarden)
        elif sleutel in waarden:
            invoer[naam] = waarden[sleutel]
    return invoer
