"""Who shares in a difference: the parts of the opbouw that differ, and the keys in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES
from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import ONDERBOUWING, Sleutelverschil
from gezinshuis_tarief.model.wijzigen import gezet

_ASSEN_HOOGSTENS: Final = 15
"""Choices that are mixed at once; 2^15 exact tariffs take a fifth of a second."""
_PLAATSEN: Final = "gezinshuis.plaatsen"


@dataclass(frozen=True, slots=True)
class Sleutelgroep:
    """Keys that move together: those of one part of the opbouw, or of two that only fit together."""

    sleutel: str
    namen: tuple[str, ...]
    wijzigingen: tuple[Sleutelverschil, ...]


def groepen(van: Opbouw, naar: Opbouw, lijst: Sequence[Sleutelverschil]) -> list[Sleutelgroep]:
    """Return the parts that differ, in the order of the opbouw.

    Parts of which one side's value does not fit with the other side's (shares of the tariff that
    together take all of it) are one group: a mixture of them is no tariff.
    """
    per_naam: dict[str, list[Sleutelverschil]] = {}
    for wat in lijst:
        per_naam.setdefault(wat.groep, []).append(wat)
    samen = [naam for naam in per_naam if not (_past(van, naar, naam) and _past(naar, van, naam))]
    uit: list[Sleutelgroep] = []
    for naam, wijzigingen in per_naam.items():
        if naam not in samen:
            uit.append(Sleutelgroep(naam, (naam,), tuple(wijzigingen)))
        elif naam == samen[0]:
            alle = tuple(wat for deel in samen for wat in per_naam[deel])
            uit.append(Sleutelgroep(" + ".join(samen), tuple(samen), alle))
    return uit


def _past(opbouw: Opbouw, ander: Opbouw, naam: str) -> bool:
    """Whether an opbouw may hold one part of another."""
    try:
        gezet(opbouw.model_copy(update={ONDERBOUWING: {}}), {naam: getattr(ander, naam)})
    except InvoerFout:
        return False
    return True


def knopen(groep: Sleutelgroep, anderen: int) -> list[Sleutelgroep]:
    """Return what the share of a group is split over: its keys, where needed taken together.

    The numbers of places are one (only their sum counts, and it must stay a house). When there are
    too many keys to mix, those of one pay (`loon`) are one; if that is still too many, the group is.
    """
    if len(groep.namen) > 1:
        return [groep]
    fijn = _bijeen(groep, lambda sleutel: _PLAATSEN if sleutel.startswith(_PLAATSEN) else sleutel)
    if anderen + _levend(fijn) <= _ASSEN_HOOGSTENS:
        return fijn
    grof = _bijeen(groep, lambda sleutel: ".".join(sleutel.split(".")[:2]))
    return grof if anderen + _levend(grof) <= _ASSEN_HOOGSTENS else [groep]


def _bijeen(groep: Sleutelgroep, naam_van: Callable[[str], str]) -> list[Sleutelgroep]:
    bijeen: dict[str, list[Sleutelverschil]] = {}
    for wat in groep.wijzigingen:
        bijeen.setdefault(naam_van(wat.sleutel), []).append(wat)
    return [Sleutelgroep(naam, groep.namen, tuple(wijzigingen)) for naam, wijzigingen in bijeen.items()]


def _levend(groepen: Sequence[Sleutelgroep]) -> int:
    """Count the keys that any one tariff can depend on."""
    eigen = [sum(groep.sleutel.endswith(f"_{zwaarte}") for groep in groepen) for zwaarte in ZORGZWAARTES]
    return len(groepen) - sum(eigen) + max(eigen)
