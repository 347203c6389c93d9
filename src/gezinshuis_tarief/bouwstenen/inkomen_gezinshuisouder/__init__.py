"""Bouwsteen 1, Inkomen gezinshuisouder(s): what the professional parents earn.

ondernemer: the variant in which they are entrepreneurs.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field

from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.componenten.loonkosten import Loonkosten
from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.onderdeel import OpenNorm
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerFte, Factor, FtePerHuis, FtePerPlaats, veld

_LAAGSTE: Final = 5
_HOOGSTE: Final = 7
_AFGEROND: Final = Decimal("0.000006")
"""Six times what a sixth loses when it is written with six decimals: 0.833333 is five sixths."""


def binnen_de_zesden(vervangingsfactor: Decimal) -> bool:
    """Whether a factor is within the sixth that the cao allows either way, also as a rounded fraction."""
    return _LAAGSTE - _AFGEROND <= vervangingsfactor * 6 <= _HOOGSTE + _AFGEROND


class InkomenGezinshuisouder(Kostenblok):
    """Cao pay of the gezinshuisouders for the places they care for.

    Defined as: fte × vervangingsfactor × (loonkosten + overige_kosten_per_fte), with fte_per_plaats × G fte, or
    fte_per_huis where that is given.
    Source: cao Jeugdzorg, annex gezinshuisouders: 0.25 fte per child, a sixth more or less when
    replacement is arranged by the parents themselves or by the employer.
    """

    nummer = 1
    titel = "Inkomen gezinshuisouder(s)"
    element = "a"
    prijsgroep = Prijsgroep.LONEN
    open_normen = (
        OpenNorm(
            "In welke salarisschaal valt de gezinshuisouder?",
            "De functiefamilie loopt van schaal 7 tot en met 10; schaal en periodiek zijn een keuze van partijen.",
            "salarisschaal",
        ),
    )

    fte_per_plaats: Annotated[FtePerPlaats, veld("fte gezinshuisouder per plaats")]
    vervangingsfactor: Annotated[Factor, veld("meer of minder fte omdat ouders wel of niet zelf vervangen")]
    loon: Annotated[Loonkosten, veld("loonkosten van een gezinshuisouder")]
    overige_kosten_per_fte: Annotated[
        EuroPerFte, Prijsgroep.OVERIG, veld("overige personeelskosten, zoals scholing en reiskosten")
    ]
    fte_per_huis: Annotated[
        FtePerHuis | None, veld("fte gezinshuisouder voor het hele huis, in plaats van per plaats")
    ] = Field(default=None, exclude_if=lambda fte: fte is None)

    def waarschuwingen(self) -> tuple[str, ...]:
        """Say when the factor is outside what the cao allows; parties may have agreed otherwise."""
        if binnen_de_zesden(self.vervangingsfactor):
            return ()
        tekst = f"inkomen_gezinshuisouder.vervangingsfactor: {self.vervangingsfactor} ligt buiten de cao"
        return (f"{tekst} (minstens 5/6 en hoogstens 7/6). Vraag waarop de afwijking berust.",)

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the pay of all gezinshuisouders, euro per house per year."""
        fte = wijze.stap("fte", self.aantal_fte(huis, wijze), Eenheid.FTE)
        return fte * (self.loon.loonkosten(wijze.onder("loon")) + self.overige_kosten_per_fte)

    def aantal_fte(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the fte of all gezinshuisouders of a house."""
        return wijze.eigen_of(self.fte_per_huis, self.fte_per_plaats * huis.plaatsen) * self.vervangingsfactor
