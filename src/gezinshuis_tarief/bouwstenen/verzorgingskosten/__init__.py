"""Bouwsteen 5, Verzorgingskosten: food, clothes and pocket money of the children."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerEtmaal, EuroPerJeugdige, veld


class Verzorgingskosten(Kostenblok):
    """What the children themselves cost.

    Defined as: G × (bedrag_per_dag × D + bijzondere_kosten). The foster-care amounts in
    `referentie` are a comparison, not a rule.
    """

    nummer = 5
    titel = "Verzorgingskosten"
    element = "b"
    prijsgroep = Prijsgroep.VERZORGING

    bedrag_per_jeugdige_per_dag: Annotated[
        EuroPerEtmaal, Prijsgroep.VERZORGING, veld("dagelijkse kosten van een jeugdige")
    ]
    bijzondere_kosten_per_jeugdige_per_jaar: Annotated[
        EuroPerJeugdige, Prijsgroep.OVERIG, veld("bijzondere kosten, zoals school en reizen")
    ]

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the cost of all children, euro per house per year."""
        per_jeugdige = wijze.stap(
            "per_jeugdige",
            self.bedrag_per_jeugdige_per_dag * huis.dagen + self.bijzondere_kosten_per_jeugdige_per_jaar,
            Eenheid.EURO_PER_JEUGDIGE,
        )
        return huis.plaatsen * per_jeugdige
