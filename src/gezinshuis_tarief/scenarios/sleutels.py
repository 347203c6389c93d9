"""The keys that scenarios vary, and what numbers may be given for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from gezinshuis_tarief.kern.fouten import naaste, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.model.plat import Indeling

if TYPE_CHECKING:
    from decimal import Decimal

    from gezinshuis_tarief.model.opbouw import Opbouw

Getalinvoer: TypeAlias = "Decimal | int | float | str"
"""A number as users write it; a float stands for its first fifteen digits."""


def veld_van(opbouw: Opbouw, sleutel: str) -> Grenzen:
    """Return what the field of a number or choice allows.

    Raises:
        InvoerFout: for an unknown key, or a text.
    """
    velden = Indeling.van([sleutel], opbouw).velden
    if sleutel not in velden:
        raise weigering(sleutel, "is geen bekende sleutel", remedie=naaste(sleutel, velden))
    if velden[sleutel].is_tekst:
        raise weigering(sleutel, "is een tekst en kan niet variëren", remedie="Kies een getal of een keuze.")
    return velden[sleutel]
