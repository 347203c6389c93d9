"""A twelfth cost line with its own formula: trips to parents and school."""

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief import Aantal, EuroPerStuk, Huismaten, Kostenpost, Rekenwijze, veld, voorbeeld_2026


class Vervoer(Kostenpost):
    """Trips per child times the price of a trip."""

    ritten_per_jeugdige: Annotated[Aantal, veld("ritten per jeugdige per jaar")]
    prijs_per_rit: Annotated[EuroPerStuk, veld("prijs van een rit")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return huis.plaatsen * self.ritten_per_jeugdige * self.prijs_per_rit


vervoer = Vervoer(naam="vervoer", ritten_per_jeugdige="120", prijs_per_rit="7.50")
tarief = voorbeeld_2026().met({"eigen_posten": [vervoer]}).bereken()["midden"]
print(tarief)
print(tarief.uitleg().stap("eigen_posten[0].per_jaar"))
