"""A fraction over a base that the parties choose: the tariff itself, or the cost."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
    return over(deel, grondslag, ("tarief", "kostprijs"), ("tarief",), wijze)


def over_kostprijs(deel: Decimal, grondslag: str, wijze: Rekenwijze) -> Decimal:
    """Return the fraction when its base is the cost, else 0."""
    return over(deel, grondslag, ("tarief", "kostprijs"), ("kostprijs",), wijze)


def over(
    deel: Decimal, grondslag: str, opties: Sequence[str], gezocht: Collection[str], wijze: Rekenwijze
) -> Decimal:
    """Return the fraction when its base is one of those that are asked for, else 0.

    Args:
        deel: the fraction.
        grondslag: its base, one of `opties`.
        opties: every base it may have.
        gezocht: the bases that are asked for.
        wijze: the reading.
    """
    return wijze.kies(grondslag, {optie: deel if optie in gezocht else deel * 0 for optie in opties})
