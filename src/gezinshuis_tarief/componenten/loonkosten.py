"""What one full-time employee costs in a year: pay, employer's premiums and pension."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.onderdeel import Onderdeel, OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerJaar, EuroPerMaand, Fractie, veld

MAANDEN: Final = 12


class Loonkosten(Onderdeel):
    """Pay of one fte a year, from the monthly salary up to the employer's pension premium.

    Defined as: brutojaarloon + premies + pensioen.
    """

    open_normen = (
        OpenNorm(
            "Hoort de onregelmatigheidstoeslag bij de grondslag van vakantietoeslag en eindejaarsuitkering?",
            "Nee: de toeslag telt alleen zelf mee.",
        ),
        OpenNorm(
            "Over welk loon worden de werkgeverspremies berekend?",
            "Over het brutoloon tot het maximum; het echte premieloon is iets lager (eigen pensioenpremie).",
        ),
    )

    bruto_maandsalaris: Annotated[EuroPerMaand, veld("bruto maandsalaris bij voltijd")]
    onregelmatigheidstoeslag: Annotated[Fractie, veld("onregelmatigheidstoeslag, deel van het maandsalaris")]
    vakantietoeslag: Annotated[Fractie, veld("vakantietoeslag, deel van het salaris")]
    eindejaarsuitkering: Annotated[
        Fractie, veld("eindejaarsuitkering, deel van salaris plus vakantietoeslag")
    ]
    werkgeverspremies: Annotated[Fractie, veld("werkgeverspremies, deel van het premieloon")]
    maximum_premieloon: Annotated[EuroPerJaar, veld("loon waarboven geen premies worden geheven")]
    pensioenpremie_werkgever: Annotated[
        Fractie, veld("pensioenpremie werkgever, deel van de pensioengrondslag")
    ]
    pensioenfranchise: Annotated[EuroPerJaar, veld("loon waarover geen pensioen wordt opgebouwd")]

    def loonkosten(self, wijze: Rekenwijze) -> Decimal:
        """Return the cost of one fte, euro a year."""
        toeslagen = (1 + self.vakantietoeslag) * (
            1 + self.eindejaarsuitkering
        ) + self.onregelmatigheidstoeslag
        jaarloon = wijze.stap(
            "brutojaarloon", MAANDEN * self.bruto_maandsalaris * toeslagen, Eenheid.EURO_PER_JAAR
        )
        premieloon = wijze.minste(jaarloon, self.maximum_premieloon)
        premies = wijze.stap("premies", self.werkgeverspremies * premieloon, Eenheid.EURO_PER_JAAR)
        grondslag = wijze.meeste(jaarloon - self.pensioenfranchise, 0)
        pensioen = wijze.stap("pensioen", self.pensioenpremie_werkgever * grondslag, Eenheid.EURO_PER_JAAR)
        return wijze.stap("loonkosten", jaarloon + premies + pensioen, Eenheid.EURO_PER_FTE)
