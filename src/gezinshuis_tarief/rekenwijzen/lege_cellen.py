"""The reading for a workbook that is not filled in yet: exact, and no number where none can be given."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.rekenwijzen.meeschrijver import Meeschrijver

_ONDENKBAAR: Final = Decimal("1e60")


class ExactMetLegeCellen(Meeschrijver):
    """The exact reading in which a missing choice gives no number."""

    def kies(self, keuze: str, opties: Mapping[str, Decimal]) -> Decimal:
        """Return the option that was chosen, or no number."""
        return opties.get(keuze, Decimal("NaN"))

    def rond(self, bedrag: Decimal) -> Decimal:
        """Round half up to cents; what is beyond any amount gives no number."""
        return super().rond(bedrag) if abs(bedrag) < _ONDENKBAAR else Decimal("NaN")
