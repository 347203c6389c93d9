"""A variant of one's own: gezinshuisouders with an agreed income, whatever it is made of."""

from decimal import Decimal
from typing import Annotated

from gezinshuis_tarief import EuroPerJaar, Huismaten, Kostenblok, Rekenwijze, veld, voorbeeld_2026


class AfgesprokenInkomen(Kostenblok):
    """Bouwsteen 1 as an agreed income for the whole house."""

    afgesproken_inkomen: Annotated[EuroPerJaar, veld("inkomen dat partijen afspreken")]

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return self.afgesproken_inkomen


ondernemer = {"inkomen_gezinshuisouder": AfgesprokenInkomen(afgesproken_inkomen="90000")}
tarief = voorbeeld_2026().met(ondernemer, reden="ouders zijn ondernemer").bereken()["midden"]
print(tarief)
print(tarief.uitleg().stap("inkomen_gezinshuisouder.per_jaar"))
