"""Bouwsteen 9, Leegstand: the cost of places that stand empty."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.onderdeel import OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import PositieveFractie, veld


class Leegstand(Bouwsteen):
    """What occupied places pay for the empty ones.

    Defined as: grondslag / bezettingsgraad − grondslag, with the whole kostprijs as base or the
    vaste_kosten (an empty place eats nothing).
    """

    nummer = 9
    titel = "Leegstand"
    open_normen = (
        OpenNorm(
            "Wordt leegstand ook over de verzorgingskosten vergoed?",
            "Dat is een keuze: over de kostprijs (wel) of over de vaste kosten (niet).",
            "leegstand",
        ),
    )

    bezettingsgraad: Annotated[PositieveFractie, veld("deel van de plaatsdagen dat bezet is")]
    grondslag: Annotated[Literal["kostprijs", "vaste_kosten"], veld("kosten die bij leegstand doorlopen")]

    def per_etmaal(self, kostprijs: Decimal, vaste_kosten: Decimal, wijze: Rekenwijze) -> Decimal:
        """Return the cost of empty places, euro per child per etmaal."""
        grondslag = wijze.stap(
            "grondslag",
            wijze.kies(self.grondslag, {"kostprijs": kostprijs, "vaste_kosten": vaste_kosten}),
            Eenheid.EURO_PER_ETMAAL,
        )
        return grondslag / self.bezettingsgraad - grondslag
