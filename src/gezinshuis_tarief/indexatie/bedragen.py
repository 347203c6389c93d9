"""Amounts in whole cents, checked at the door."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from gezinshuis_tarief.kern.argumenten import eis_soort, naar_bedrag, naar_getal
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, verzameld, weigering
from gezinshuis_tarief.kern.geld import CENT
from gezinshuis_tarief.kern.meldingen import toon_waarde

_P = TypeVar("_P", bound=str)


def als_tarieven(tarieven: Mapping[_P, object], sleutel: str = "tarieven") -> dict[_P, Decimal]:
    """Read tariffs per product: euro in whole cents, zero or more.

    Raises:
        InvoerFout: with every amount that is refused.
    """
    goed: dict[_P, Decimal] = {}
    bezwaren: list[Bezwaar] = []
    eis_soort(sleutel, tarieven, Mapping)
    for product, waarde in tarieven.items():
        with verzameld(bezwaren):
            goed[product] = _in_centen(f"{sleutel}.{product}", waarde)
    if not tarieven:
        bezwaren.append(Bezwaar(sleutel, "is leeg", remedie="Geef minstens een tarief."))
    eis_geen(bezwaren)
    return goed


def _in_centen(sleutel: str, waarde: object) -> Decimal:
    # what is no whole number of cents is told so, before it is told to be ambiguous
    getal = naar_getal(sleutel, waarde) if isinstance(waarde, str) else naar_bedrag(sleutel, waarde)
    if getal < 0 or getal != getal.quantize(CENT):
        remedie = "Schrijf een tarief in euro, met hoogstens twee decimalen."
        melding, gevonden = "is geen bedrag in hele centen", toon_waarde(waarde)
        raise weigering(sleutel, melding, gevonden=gevonden, toegestaan="0,00 of meer", remedie=remedie)
    return naar_bedrag(sleutel, waarde).quantize(CENT)
