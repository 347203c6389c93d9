"""Amounts in whole cents, checked at the door."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, weigering
from gezinshuis_tarief.kern.geld import CENT
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.velden import lees_getal

_P = TypeVar("_P", bound=str)


def als_bedrag(sleutel: str, waarde: object) -> Decimal:
    """Read one exact number.

    Raises:
        InvoerFout: for what is no number, by this key.
    """
    try:
        return lees_getal(waarde)
    except PydanticCustomError as fout:
        inhoud = fout.context or {}
        melding, remedie = str(inhoud["melding"]), str(inhoud["remedie"])
        raise weigering(sleutel, melding, gevonden=toon_waarde(waarde), remedie=remedie) from None


def als_tarieven(tarieven: Mapping[_P, object], sleutel: str = "tarieven") -> dict[_P, Decimal]:
    """Read tariffs per product: euro in whole cents, zero or more.

    Raises:
        InvoerFout: with every amount that is refused.
    """
    goed: dict[_P, Decimal] = {}
    bezwaren: list[Bezwaar] = []
    for product, waarde in tarieven.items():
        try:
            goed[product] = _in_centen(f"{sleutel}.{product}", waarde)
        except InvoerFout as fout:
            bezwaren += fout.bezwaren
    if not tarieven:
        bezwaren.append(Bezwaar(sleutel, "is leeg", remedie="Geef minstens een tarief."))
    eis_geen(bezwaren)
    return goed


def _in_centen(sleutel: str, waarde: object) -> Decimal:
    getal = als_bedrag(sleutel, waarde)
    if getal < 0 or getal != getal.quantize(CENT):
        remedie = "Schrijf een tarief in euro, met hoogstens twee decimalen."
        melding, gevonden = "is geen bedrag in hele centen", toon_waarde(waarde)
        raise weigering(sleutel, melding, gevonden=gevonden, toegestaan="0,00 of meer", remedie=remedie)
    return getal.quantize(CENT)
