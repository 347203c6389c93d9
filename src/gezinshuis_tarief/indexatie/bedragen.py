"""Amounts in whole cents, checked at the door."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from gezinshuis_tarief.kern.argumenten import eis_soort, naar_bedrag
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, verzameld, weigering
from gezinshuis_tarief.kern.geld import CENT
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.velden import is_dubbelzinnig

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
    deel_van_cent = isinstance(waarde, str) and is_dubbelzinnig(waarde) and not waarde.strip().endswith("0")
    getal = Decimal(-1) if deel_van_cent else naar_bedrag(sleutel, waarde)
    if getal < 0 or getal != getal.quantize(CENT):
        remedie = "Schrijf een tarief in euro, met hoogstens twee decimalen."
        melding, gevonden = "is geen bedrag in hele centen", toon_waarde(waarde)
        raise weigering(sleutel, melding, gevonden=gevonden, toegestaan="0,00 of meer", remedie=remedie)
    return getal.quantize(CENT)
