"""Bouwsteen 7, Overhead: what it costs to run the organisation behind the house."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.onderdeel import OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerJaar, EuroPerPlaats, Fractie, veld


class Overhead(Bouwsteen):
    """A mark-up on a named base, and fixed amounts for contract requirements and per place.

    Defined as: opslag × grondslag + (contracteisen + vast_per_plaats × G) / (G × D).
    The base is beroepskrachten (bouwsteen 1–4 and 11) or directe_kosten (1–6, 11 and own lines).
    """

    nummer = 7
    titel = "Overhead"
    element = "c"
    open_normen = (
        OpenNorm(
            "Bevat een overheadpercentage uit een benchmark al huisvesting?",
            "Dat kan: dan telt huisvesting met bouwsteen 6 dubbel. Vraag wat het percentage bevat.",
            "huisvesting_in_overhead",
        ),
    )

    opslag: Annotated[Fractie, veld("overhead als deel van de grondslag")]
    grondslag: Annotated[
        Literal["beroepskrachten", "directe_kosten"], veld("kosten waarover de opslag wordt berekend")
    ]
    contracteisen_per_jaar: Annotated[EuroPerJaar, veld("kosten van eisen in het contract, per huis")]
    vast_bedrag_per_plaats_per_jaar: Annotated[EuroPerPlaats, veld("vast bedrag overhead per plaats")]

    def per_etmaal(
        self, beroepskrachten: Decimal, directe_kosten: Decimal, huis: Huismaten, wijze: Rekenwijze
    ) -> Decimal:
        """Return the overhead, euro per child per etmaal."""
        grondslag = wijze.stap(
            "grondslag",
            wijze.kies(
                self.grondslag, {"beroepskrachten": beroepskrachten, "directe_kosten": directe_kosten}
            ),
            Eenheid.EURO_PER_ETMAAL,
        )
        vast = self.contracteisen_per_jaar + self.vast_bedrag_per_plaats_per_jaar * huis.plaatsen
        return self.opslag * grondslag + vast / huis.plaatsdagen
