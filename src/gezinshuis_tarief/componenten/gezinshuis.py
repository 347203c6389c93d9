"""The house: its places and the calendar its amounts are spread over."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Final, cast

from pydantic import Field

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.eisen import Eis
from gezinshuis_tarief.kern.grenzen import BUITEN
from gezinshuis_tarief.kern.onderdeel import Onderdeel, OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.kern.velden import DagenPerJaar, Groepsgrootte, Plaatsen, WekenPerJaar, veld

PLAATSEN_HOOGSTENS: Final = 8


@dataclass(frozen=True, slots=True)
class Huismaten:
    """The sizes of a house: G places, G × D place days, D days and W weeks a year."""

    plaatsen: Decimal
    plaatsdagen: Decimal
    dagen: int
    weken: Decimal


class Gezinshuis(Onderdeel):
    """Places per zorgzwaarte, days and weeks a year.

    Tariffs in practice divide by 365, in leap years too.
    """

    open_normen = (
        OpenNorm(
            "Telt een jaar 52 weken of 365/7?",
            "52; het aantal weken is een invoer van het gezinshuis.",
            "weken",
        ),
    )

    eisen = (
        Eis(
            sleutels=tuple(f"plaatsen_{zwaarte}" for zwaarte in ZORGZWAARTES),
            termen=lambda huis, _: (huis.plaatsen,),
            minstens=1,
            hoogstens=PLAATSEN_HOOGSTENS,
            melding=BUITEN,
            toegestaan=f"samen minstens 1 en hoogstens {PLAATSEN_HOOGSTENS} plaatsen",
            remedie="Pas het aantal plaatsen per zorgzwaarte aan.",
            kort=f"samen 1 t/m {PLAATSEN_HOOGSTENS} plaatsen",
        ),
    )

    plaatsen_laag: Annotated[Plaatsen, veld("plaatsen met zorgzwaarte laag")]
    plaatsen_midden: Annotated[Plaatsen, veld("plaatsen met zorgzwaarte midden")]
    plaatsen_hoog: Annotated[Plaatsen, veld("plaatsen met zorgzwaarte hoog")]
    dagen_per_jaar: Annotated[DagenPerJaar, veld("dagen waarover jaarbedragen worden verdeeld")] = 365
    weken_per_jaar: Annotated[WekenPerJaar, veld("weken waarover uren per week worden gerekend")] = Decimal(
        52
    )
    groepsgrootte: Annotated[
        Groepsgrootte | None, veld("plaatsen waarover de kosten worden verdeeld; leeg is alle plaatsen samen")
    ] = Field(default=None, exclude_if=lambda grootte: grootte is None)

    @property
    def plaatsen(self) -> int:
        """All places together, G."""
        return self.plaatsen_laag + self.plaatsen_midden + self.plaatsen_hoog

    def maten(self, wijze: Rekenwijze) -> Huismaten:
        """Return the sizes that every bouwsteen is spread over."""
        samen = wijze.eigen_of(cast("Decimal | None", self.groepsgrootte), cast("Decimal", self.plaatsen))
        plaatsen = wijze.stap("plaatsen", samen, Eenheid.AANTAL_PLAATSEN)
        plaatsdagen = wijze.stap("plaatsdagen", plaatsen * self.dagen_per_jaar, Eenheid.ETMALEN_PER_JAAR)
        return Huismaten(plaatsen, plaatsdagen, self.dagen_per_jaar, self.weken_per_jaar)
