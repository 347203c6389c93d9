"""What several parts take of the tariff together: a requirement between them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from gezinshuis_tarief.componenten.aandeel import over_tarief
from gezinshuis_tarief.kern.eisen import Eis
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze


def _delen(opbouw: Any, wijze: Rekenwijze) -> tuple[Decimal | int, ...]:  # noqa: ANN401 (an opbouw, which rests on this)
    marge, *gelieerd = opbouw.delen(over_tarief, wijze)
    return (gelieerd[0] if gelieerd else 0, marge, *opbouw.opslagen_over("tarief", wijze))


def _opslagen(opbouw: Any) -> tuple[str, ...]:  # noqa: ANN401 (an opbouw, which rests on this)
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
