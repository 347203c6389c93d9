"""Bouwsteen 8, Gelieerde zorgorganisatie (optioneel): the fee of the organisation a house is tied to."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief.componenten.aandeel import TariefOfKostprijs
from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.onderdeel import OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerPlaats, Fractie, veld


class GelieerdeZorgorganisatie(Bouwsteen):
    """A share of a named base and a fixed amount per place; absent when the house stands alone.

    Defined as: vast_bedrag_per_plaats / D + aandeel × (tarief or kostprijs with leegstand).
    """

    nummer = 8
    titel = "Gelieerde zorgorganisatie (optioneel)"
    element = "c"
    open_normen = (
        OpenNorm(
            "Is de vergoeding een deel van het tarief of van de kostprijs, en geldt het vaste deel ook "
            "voor lege plaatsen?",
            "De grondslag is een keuze; het vaste deel geldt per plaats en wordt niet verhoogd voor leegstand.",
            "gelieerde",
        ),
    )

    aandeel: Annotated[Fractie, veld("vergoeding als deel van de grondslag")]
    grondslag: TariefOfKostprijs
    vast_bedrag_per_plaats_per_jaar: Annotated[EuroPerPlaats, veld("vast bedrag per plaats")]

    def vast_per_etmaal(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the fixed part, euro per child per etmaal."""
        return wijze.stap(
            "vast_per_etmaal", self.vast_bedrag_per_plaats_per_jaar / huis.dagen, Eenheid.EURO_PER_ETMAAL
        )

    def per_etmaal(self, tarief: Decimal, integraal: Decimal, vast: Decimal, wijze: Rekenwijze) -> Decimal:
        """Return fixed part and share, euro per child per etmaal."""
        return vast + self.aandeel * wijze.kies(self.grondslag, {"tarief": tarief, "kostprijs": integraal})
