"""Loonkosten for another function: a pedagogisch medewerker on the cao of 2026."""

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief import Fte, Huismaten, Kostenpost, Loonkosten, Rekenwijze, veld, voorbeeld_2026


class Medewerker(Kostenpost):
    """Part of an fte on the payroll."""

    fte: Annotated[Fte, veld("aanstelling")]
    loon: Loonkosten

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return self.fte * self.loon.loonkosten(wijze.onder("loon"))


loon = Loonkosten.uit_cao("CAO Jeugdzorg", schaal=7, periodiek=5, peildatum="2026-01-01")
medewerker = Medewerker(naam="pedagogisch medewerker", fte="0.2", loon=loon)
tarief = voorbeeld_2026().met({"eigen_posten": [medewerker]}).bereken()["midden"]
print(tarief)
print(tarief.uitleg().stap("eigen_posten[0].loon.brutojaarloon"))
