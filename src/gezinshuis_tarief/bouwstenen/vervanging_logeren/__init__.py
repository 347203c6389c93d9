"""Bouwsteen 4, Vervanging/logeren: when the parents are away, or the child stays elsewhere."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.eenheden import Prijsgroep
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EtmalenPerJaar, EuroPerEtmaal, veld


class VervangingLogeren(Kostenblok):
    """Days on which others care for the children, in the house or elsewhere.

    Defined as: vervangingsetmalen × kosten_per_vervangingsetmaal + G × logeeretmalen × kosten_per_logeeretmaal.
    """

    nummer = 4
    titel = "Vervanging/logeren"
    element = "a"
    prijsgroep = Prijsgroep.INHUUR

    vervangingsetmalen_per_jaar: Annotated[EtmalenPerJaar, veld("etmalen vervanging van de ouders, per huis")]
    kosten_per_vervangingsetmaal: Annotated[EuroPerEtmaal, veld("kosten van een etmaal vervanging")]
    logeeretmalen_per_jeugdige_per_jaar: Annotated[EtmalenPerJaar, veld("etmalen logeren per jeugdige")]
    kosten_per_logeeretmaal: Annotated[EuroPerEtmaal, veld("kosten van een etmaal logeren")]

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        """Return replacement and respite days, euro per house per year."""
        vervanging = self.vervangingsetmalen_per_jaar * self.kosten_per_vervangingsetmaal
        return (
            vervanging
            + huis.plaatsen * self.logeeretmalen_per_jeugdige_per_jaar * self.kosten_per_logeeretmaal
        )
