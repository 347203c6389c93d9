"""What parties agree about indexation, in one object: weights, series, catch-up and rounding level."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.fouten import in_model, naaste
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.velden import Fractie, Woord, veld

Aard = Literal["loongebonden", "materieel", "huisvesting"]
Nacalculatie = Literal["verschil", "quotient", "geen"]
Samenvoeging = Literal["optellen", "samengesteld"]
Niveau = Literal["per_tarief", "per_bouwsteen"]

AARDEN: Final[tuple[Aard, ...]] = ("loongebonden", "materieel", "huisvesting")
_REGELS: Final = (*ALLE, "eigen_posten")


class Gewichten(Onderdeel):
    """How much of an amount follows which index; together 1. What is `vast` does not move."""

    loongebonden: Annotated[Fractie, veld("deel dat de loonindex volgt")] = Decimal(0)
    materieel: Annotated[Fractie, veld("deel dat de prijsindex volgt")] = Decimal(0)
    huisvesting: Annotated[Fractie, veld("deel dat de index voor huisvesting volgt")] = Decimal(0)
    vast: Annotated[Fractie, veld("deel dat niet wordt geïndexeerd")] = Decimal(0)

    @model_validator(mode="after")
    def _samen_een(self) -> Self:
        som = self.loongebonden + self.materieel + self.huisvesting + self.vast
        if som != 1:
            raise in_model(
                "is samen geen 1",
                sleutel="loongebonden + materieel + huisvesting + vast",
                gevonden=f"{som}",
                toegestaan="samen precies 1",
                remedie='Bijvoorbeeld loongebonden="0.9", materieel="0.1".',
            )
        return self

    def voor(self, aard: Aard) -> Decimal:
        """Return the weight of one kind."""
        gewicht: Decimal = getattr(self, aard)
        return gewicht


VNG_90_10: Final = Gewichten(loongebonden="0.9", materieel="0.1")
"""The weights VNG advises for Jeugdwet and Wmo: 90% OVA, 10% PPC."""

NAAR_AARD: Final = {
    **dict.fromkeys(
        (
            "inkomen_gezinshuisouder",
            "gedragswetenschapper",
            "ondersteuning",
            "vervanging_logeren",
            "zorgzwaarte",
        ),
        Gewichten(loongebonden=1),
    ),
    "verzorgingskosten": Gewichten(materieel=1),
    "huisvesting": Gewichten(huisvesting=1),
}
"""Weights per bouwsteen by their nature; an aanname of ours. Bouwstenen that are not named follow the general weights."""


class Indexafspraak(Onderdeel):
    """The agreement: `Indexafspraak()` is what VNG advises (since 2 October 2024).

    Attributes:
        gewichten: the general weights.
        per_bouwsteen: other weights for lines by key; needs `niveau="per_bouwsteen"`.
        reeks_loongebonden: index series for the wage-bound part.
        reeks_materieel: index series for materials.
        reeks_huisvesting: index series for housing; PPC is our aanname.
        nacalculatie: how the difference between provisional and definitive of the year before is made up:
            `verschil` subtracts the percentages and rounds once; `quotient` divides the factors and rounds
            each step to two decimals, as the 2024 advice and the first 2025 version did; `geen` leaves it out.
        samenvoeging: `optellen` adds the percentages, as VNG does; `samengesteld` multiplies the factors.
        niveau: `per_tarief` rounds the whole tariff to cents; `per_bouwsteen` rounds every line, and the
            tariff is the sum of the rounded lines.
    """

    gewichten: Gewichten = VNG_90_10
    per_bouwsteen: dict[str, Gewichten] = Field(default_factory=dict)
    reeks_loongebonden: Annotated[Woord, veld("indexreeks voor lonen")] = "OVA"
    reeks_materieel: Annotated[Woord, veld("indexreeks voor prijzen")] = "PPC"
    reeks_huisvesting: Annotated[Woord, veld("indexreeks voor huisvesting")] = "PPC"
    nacalculatie: Annotated[Nacalculatie, veld("verrekening van het vorige jaar")] = "verschil"
    samenvoeging: Annotated[Samenvoeging, veld("optellen of samengesteld")] = "optellen"
    niveau: Annotated[Niveau, veld("wat op centen wordt afgerond")] = "per_tarief"

    @model_validator(mode="after")
    def _gewichten_per_bouwsteen(self) -> Self:
        for sleutel in self.per_bouwsteen:
            if sleutel not in _REGELS:
                remedie = naaste(sleutel, list(_REGELS)) or "Gebruik de sleutel van een bouwsteen."
                plek = f"per_bouwsteen.{sleutel}"
                raise in_model("is geen bouwsteen", sleutel=plek, gevonden="", remedie=remedie)
        if self.per_bouwsteen and self.niveau == "per_tarief":
            raise in_model(
                "kent één weging voor het hele tarief",
                sleutel="niveau",
                gevonden=self.niveau,
                remedie='Kies niveau="per_bouwsteen" of laat per_bouwsteen weg.',
            )
        return self

    def gewichten_van(self, regel: str) -> Gewichten:
        """Return the weights of a line by its key; the general ones for the whole tariff."""
        return self.per_bouwsteen.get(regel, self.gewichten)

    def reeks(self, aard: Aard) -> str:
        """Return the index series of one kind."""
        reeks: str = getattr(self, f"reeks_{aard}")
        return reeks
