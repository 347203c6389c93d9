"""Bouwsteen 3, Ondersteuning: domestic and pedagogical help in the house."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.eenheden import Prijsgroep
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerJaar, EuroPerUur, UrenPerWeek, veld


class Ondersteuning(Kostenblok):
    """Hired hours in the house beside the parents.

    Defined as: W × (huishoudelijke_uren × huishoudelijk_uurtarief
    + pedagogische_uren × pedagogisch_uurtarief) + overige_kosten.
    """

    nummer = 3
    titel = "Ondersteuning"
    element = "a"
    prijsgroep = Prijsgroep.INHUUR
    ook_elders = True

    huishoudelijke_uren_per_week: Annotated[UrenPerWeek, veld("huishoudelijke hulp in het huis")]
    huishoudelijk_uurtarief: Annotated[EuroPerUur, veld("tarief huishoudelijke hulp")]
    pedagogische_uren_per_week: Annotated[UrenPerWeek, veld("pedagogische hulp in het huis")]
    pedagogisch_uurtarief: Annotated[EuroPerUur, veld("tarief pedagogische hulp; ook voor de zorgzwaarte")]
    overige_kosten_per_jaar: Annotated[EuroPerJaar, veld("overige kosten van ondersteuning")]

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        """Return the hired hours, euro per house per year."""
        huishoudelijk = self.huishoudelijke_uren_per_week * self.huishoudelijk_uurtarief
        pedagogisch = self.pedagogische_uren_per_week * self.pedagogisch_uurtarief
        return huis.weken * (huishoudelijk + pedagogisch) + self.overige_kosten_per_jaar
