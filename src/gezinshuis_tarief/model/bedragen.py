"""What one zorgzwaarte comes to: its lines, before and after rounding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Bedragen:
    """What one zorgzwaarte comes to, euro per child per etmaal; lines by key, in the order of the eleven.

    Attributes:
        onafgerond: the lines before rounding; they add up to `onafgerond_tarief`.
        afgerond: the lines in whole cents; they add up to `tarief`.
        kostprijs: all costs before leegstand.
        integraal: kostprijs with leegstand.
    """

    onafgerond: Mapping[str, Decimal]
    afgerond: Mapping[str, Decimal]
    kostprijs: Decimal
    integraal: Decimal
    onafgerond_tarief: Decimal
    tarief: Decimal
