"""Bouwsteen 10, Winst/marge: the buffer for risk and continuity."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief.componenten.aandeel import TariefOfKostprijs
from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import Fractie, veld


class WinstMarge(Bouwsteen):
    """A margin over a named base: a share of the tariff, or a mark-up on cost.

    Defined as: percentage × (tarief or kostprijs with leegstand). The base is always stated:
    courts have thrown tariffs out over mixed definitions.
    """

    nummer = 10
    titel = "Winst/marge"

    percentage: Annotated[Fractie, veld("marge als deel van de grondslag")]
    grondslag: TariefOfKostprijs

    def per_etmaal(self, tarief: Decimal, integraal: Decimal, wijze: Rekenwijze) -> Decimal:
        """Return the margin, euro per child per etmaal."""
        return self.percentage * wijze.kies(self.grondslag, {"tarief": tarief, "kostprijs": integraal})
