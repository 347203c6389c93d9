"""The lines of a difference: what each bouwsteen and each key brings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, Final

from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.model.verschillen import Sleutelverschil

_MICRO: Final = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """What one bouwsteen, or one key in it, brings to the difference; euro per etmaal.

    Attributes:
        sleutel: key of the bouwsteen or of the value.
        titel: name as shown.
        exact: the share before rounding; these add up exactly to the unrounded difference.
        bedrag: the share in whole cents; these add up to the difference of the rounded tariffs.
        eerst: the effect if this is changed first, everything else still as in `van`.
        laatst: the effect if this is changed last, everything else already as in `naar`.
        wijzigingen: the values that differ.
        delen: the same per key; empty for a single key.
    """

    sleutel: str
    titel: str
    exact: Fraction
    bedrag: Decimal
    eerst: Decimal
    laatst: Decimal
    wijzigingen: tuple[Sleutelverschil, ...]
    delen: tuple[Bijdrage, ...] = ()

    def als_json(self) -> dict[str, Any]:
        """Return the line with amounts as text."""
        inhoud: dict[str, Any] = {
            "sleutel": self.sleutel,
            "titel": self.titel,
            "bedrag": str(self.bedrag),
            "onafgerond": str(als_decimaal(self.exact)),
            "eerst": str(self.eerst),
            "laatst": str(self.laatst),
        }
        return inhoud | ({"delen": [deel.als_json() for deel in self.delen]} if self.delen else {})


@dataclass(frozen=True, slots=True)
class Tariefverschil:
    """The difference in one zorgzwaarte: both tariffs and a line per bouwsteen that brings something."""

    zorgzwaarte: Zorgzwaarte
    van: Decimal
    naar: Decimal
    bijdragen: tuple[Bijdrage, ...]

    @property
    def bedrag(self) -> Decimal:
        """The difference in whole cents; the lines add up to it."""
        return self.naar - self.van

    def per_sleutel(self) -> dict[str, Bijdrage]:
        """Return the finest lines by key."""
        return {deel.sleutel: deel for regel in self.bijdragen for deel in (regel.delen or (regel,))}

    def als_json(self) -> dict[str, Any]:
        """Return tariffs, difference and lines, amounts as text."""
        return {
            "van": str(self.van),
            "naar": str(self.naar),
            "verschil": str(self.bedrag),
            "bijdragen": [regel.als_json() for regel in self.bijdragen],
        }


def als_decimaal(deel: Fraction) -> Decimal:
    """Show an exact share with the digits that matter to a reader."""
    return CONTEXT.divide(Decimal(deel.numerator), Decimal(deel.denominator)).quantize(_MICRO, ROUND_HALF_UP)
