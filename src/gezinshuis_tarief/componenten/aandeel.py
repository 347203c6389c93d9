"""A fraction over a base that the parties choose: the tariff itself, or the cost."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import veld

TariefOfKostprijs = Annotated[
    Literal["tarief", "kostprijs"],
    veld("bedrag waarover het deel wordt berekend; kostprijs is met leegstand"),
]


def over_tarief(deel: Decimal, grondslag: str, wijze: Rekenwijze) -> Decimal:
    """Return the fraction when its base is the tariff, else 0."""
    return wijze.kies(grondslag, {"tarief": deel, "kostprijs": deel * 0})


def over_kostprijs(deel: Decimal, grondslag: str, wijze: Rekenwijze) -> Decimal:
    """Return the fraction when its base is the cost, else 0."""
    return wijze.kies(grondslag, {"tarief": deel * 0, "kostprijs": deel})
