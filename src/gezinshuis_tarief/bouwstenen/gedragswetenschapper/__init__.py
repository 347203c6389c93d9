"""Bouwsteen 2, Gedragswetenschapper: behavioural scientist per child."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.componenten.loonkosten import Loonkosten
from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import PositieveUrenPerJaar, UrenPerWeek, veld


class Gedragswetenschapper(Kostenblok):
    """Hours of a gedragswetenschapper for each child.

    Defined as: G × uren_per_jeugdige_per_week × W × uurkosten, with
    uurkosten = loonkosten / productieve_uren_per_jaar.
    """

    nummer = 2
    titel = "Gedragswetenschapper"
    element = "a"
    prijsgroep = Prijsgroep.LONEN
    ook_elders = True

    uren_per_jeugdige_per_week: Annotated[UrenPerWeek, veld("uren gedragswetenschapper per jeugdige")]
    loon: Annotated[Loonkosten, veld("loonkosten van een gedragswetenschapper")]
    productieve_uren_per_jaar: Annotated[PositieveUrenPerJaar, veld("inzetbare uren van een fte")]

    def uurkosten(self, wijze: Rekenwijze) -> Decimal:
        """Return the cost of a productive hour, euro; zorgzwaarte uses it too."""
        loonkosten = self.loon.loonkosten(wijze.onder("loon"))
        return wijze.stap("uurkosten", loonkosten / self.productieve_uren_per_jaar, Eenheid.EURO_PER_UUR)

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the hours of all children, euro per house per year."""
        return huis.plaatsen * self.uren_per_jeugdige_per_week * huis.weken * self.uurkosten(wijze)
