"""What one zorgzwaarte comes to, what several parts take of that together, and the requirement between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from gezinshuis_tarief.componenten.aandeel import over_tarief
from gezinshuis_tarief.componenten.opslag import Opslaggrondslag
from gezinshuis_tarief.kern.eisen import Eis
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze


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


def delen_over(
    opbouw: Any,  # noqa: ANN401 (an opbouw, which rests on this)
    over: Callable[[Decimal, str, Rekenwijze], Decimal],
    wijze: Rekenwijze,
) -> list[Decimal]:
    """Return the fractions of bouwsteen 10 and, where it is there, 8, as far as their base is the asked one."""
    dragers = [(opbouw.winst_marge.percentage, opbouw.winst_marge.grondslag)]
    if gelieerd := opbouw.gelieerde_zorgorganisatie:
        dragers.append((gelieerd.aandeel, gelieerd.grondslag))
    return [over(deel, grondslag, wijze) for deel, grondslag in dragers]


def opslagen_over(opbouw: Any, grondslag: Opslaggrondslag, wijze: Rekenwijze) -> list[Decimal]:  # noqa: ANN401 (idem)
    """Return the own percentages of an opbouw, as far as this is their base."""
    return [opslag.als_deel_van(grondslag, wijze) for opslag in opbouw.eigen_opslagen]


def _delen(opbouw: Any, wijze: Rekenwijze) -> tuple[Decimal | int, ...]:  # noqa: ANN401 (idem)
    marge, *gelieerd = delen_over(opbouw, over_tarief, wijze)
    return (gelieerd[0] if gelieerd else 0, marge, *opslagen_over(opbouw, "tarief", wijze))


def _opslagen(opbouw: Any) -> tuple[str, ...]:  # noqa: ANN401 (idem)
    return tuple(f"eigen_opslagen[{plek}].percentage" for plek in range(len(opbouw.eigen_opslagen)))


DELEN_VAN_TARIEF: Final = Eis(
    sleutels=("gelieerde_zorgorganisatie.aandeel", "winst_marge.percentage"),
    termen=_delen,
    ook=_opslagen,
    kleiner_dan=1,
    melding="nemen samen het hele tarief",
    toegestaan="als deel van het tarief samen kleiner dan 1",
    remedie="Verlaag een van beide of kies de grondslag kostprijs.",
    kort="met bouwsteen 8 samen minder dan 100%",
)
"""Bouwsteen 8, bouwsteen 10 and the own percentages leave something of the tariff for the cost."""
