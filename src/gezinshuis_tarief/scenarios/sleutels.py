"""The keys that scenarios vary, and what may be given for them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.fouten import naaste, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import Indeling

Getalinvoer: TypeAlias = "Decimal | int | float | str"
"""A number as users write it; a float stands for its first fifteen digits."""


def veld_van(opbouw: Opbouw, sleutel: str) -> Grenzen:
    """Return what the field of a number or choice allows.

    Raises:
        InvoerFout: for an unknown key, or a text.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    eis_soort("sleutel", sleutel, str)
    velden = Indeling.van([sleutel], opbouw).velden
    if sleutel not in velden:
        raise weigering(sleutel, "is geen bekende sleutel", remedie=naaste(sleutel, velden))
    if velden[sleutel].is_tekst:
        raise weigering(sleutel, "is een tekst en kan niet variëren", remedie="Kies een getal of een keuze.")
    return velden[sleutel]


def eis_lijst(sleutel: str, waarden: object) -> None:
    """Refuse what holds no values one by one; a text holds letters.

    Raises:
        InvoerFout: by this key.
    """
    if isinstance(waarden, str | bytes) or not isinstance(waarden, Iterable):
        remedie = 'Schrijf een lijst: ["0.90", "0.95"].'
        raise weigering(sleutel, "is geen lijst van waarden", gevonden=toon_waarde(waarden), remedie=remedie)
