"""The keys that scenarios vary, and the numbers given for them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import naaste, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.velden import lees_getal
from gezinshuis_tarief.model.plat import Indeling

if TYPE_CHECKING:
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


def lees_scenariogetal(sleutel: str, waarde: Getalinvoer) -> Decimal:
    """Read a number.

    Raises:
        InvoerFout: for what is no number.
    """
    try:
        return lees_getal(format(waarde, ".15g") if isinstance(waarde, float) else waarde)
    except PydanticCustomError as fout:
        context = fout.context or {}
        raise weigering(sleutel, context["melding"], gevonden=waarde, remedie=context["remedie"]) from None
