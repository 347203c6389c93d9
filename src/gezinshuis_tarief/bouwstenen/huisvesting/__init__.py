"""Bouwsteen 6, Huisvesting: the part of the house that serves the care."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerJaar, Fractie, veld


class Huisvesting(Kostenblok):
    """Housing, energy, levies, upkeep and furniture, as far as they serve the care.

    Defined as: (woonlasten + energie_en_heffingen + onderhoud_en_inventaris) × aandeel_zorg.
    """

    nummer = 6
    titel = "Huisvesting"
    element = "c"
    prijsgroep = Prijsgroep.HUISVESTING

    woonlasten_per_jaar: Annotated[EuroPerJaar, veld("huur of rente en afschrijving van het huis")]
    energie_en_heffingen_per_jaar: Annotated[EuroPerJaar, veld("energie, water en heffingen")]
    onderhoud_en_inventaris_per_jaar: Annotated[EuroPerJaar, veld("onderhoud en inventaris")]
    aandeel_zorg: Annotated[Fractie, veld("deel van de kosten van het huis dat bij de zorg hoort")]

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        """Return the care's part of the house, euro per house per year."""
        lasten = wijze.stap(
            "lasten_per_jaar",
            self.woonlasten_per_jaar
            + self.energie_en_heffingen_per_jaar
            + self.onderhoud_en_inventaris_per_jaar,
            Eenheid.EURO_PER_JAAR,
        )
        return lasten * self.aandeel_zorg
