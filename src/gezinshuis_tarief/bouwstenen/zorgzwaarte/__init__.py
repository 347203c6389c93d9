"""Bouwsteen 11, Zorgzwaarte: what a child with heavier needs costs more."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, NamedTuple

from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.kern.velden import EuroPerEtmaal, UrenPerWeek, veld


class Extra(NamedTuple):
    """Hours a week and allowance per etmaal of one zorgzwaarte."""

    uren_gedragswetenschapper: Decimal
    uren_begeleiding: Decimal
    toeslag: Decimal


class ZorgzwaarteToeslag(Bouwsteen):
    """Extra hours of professionals and an allowance, per zorgzwaarte.

    Defined as: W / D × (extra_uren_gedragswetenschapper × uurkosten
    + extra_uren_begeleiding × pedagogisch_uurtarief) + toeslag_per_etmaal.
    """

    nummer = 11
    titel = "Zorgzwaarte"
    element = "a"

    extra_uren_gedragswetenschapper_per_week_laag: Annotated[
        UrenPerWeek, veld("extra uren gedragswetenschapper per jeugdige, zorgzwaarte laag")
    ]
    extra_uren_begeleiding_per_week_laag: Annotated[
        UrenPerWeek, veld("extra uren begeleiding per jeugdige, zorgzwaarte laag")
    ]
    toeslag_per_etmaal_laag: Annotated[EuroPerEtmaal, veld("toeslag, zorgzwaarte laag")]
    extra_uren_gedragswetenschapper_per_week_midden: Annotated[
        UrenPerWeek, veld("extra uren gedragswetenschapper per jeugdige, zorgzwaarte midden")
    ]
    extra_uren_begeleiding_per_week_midden: Annotated[
        UrenPerWeek, veld("extra uren begeleiding per jeugdige, zorgzwaarte midden")
    ]
    toeslag_per_etmaal_midden: Annotated[EuroPerEtmaal, veld("toeslag, zorgzwaarte midden")]
    extra_uren_gedragswetenschapper_per_week_hoog: Annotated[
        UrenPerWeek, veld("extra uren gedragswetenschapper per jeugdige, zorgzwaarte hoog")
    ]
    extra_uren_begeleiding_per_week_hoog: Annotated[
        UrenPerWeek, veld("extra uren begeleiding per jeugdige, zorgzwaarte hoog")
    ]
    toeslag_per_etmaal_hoog: Annotated[EuroPerEtmaal, veld("toeslag, zorgzwaarte hoog")]

    def voor(self, zorgzwaarte: Zorgzwaarte) -> Extra:
        """Return the extra of one zorgzwaarte."""
        match zorgzwaarte:
            case "laag":
                return Extra(
                    self.extra_uren_gedragswetenschapper_per_week_laag,
                    self.extra_uren_begeleiding_per_week_laag,
                    self.toeslag_per_etmaal_laag,
                )
            case "midden":
                return Extra(
                    self.extra_uren_gedragswetenschapper_per_week_midden,
                    self.extra_uren_begeleiding_per_week_midden,
                    self.toeslag_per_etmaal_midden,
                )
            case "hoog":
                return Extra(
                    self.extra_uren_gedragswetenschapper_per_week_hoog,
                    self.extra_uren_begeleiding_per_week_hoog,
                    self.toeslag_per_etmaal_hoog,
                )

    def per_etmaal(
        self,
        zorgzwaarte: Zorgzwaarte,
        uurkosten: Decimal,
        pedagogisch_uurtarief: Decimal,
        huis: Huismaten,
        wijze: Rekenwijze,
    ) -> Decimal:
        """Return the extra of one zorgzwaarte, euro per child per etmaal."""
        extra = self.voor(zorgzwaarte)
        per_week = (
            extra.uren_gedragswetenschapper * uurkosten + extra.uren_begeleiding * pedagogisch_uurtarief
        )
        uren = wijze.stap(
            "extra_uren_per_etmaal", huis.weken * per_week / huis.dagen, Eenheid.EURO_PER_ETMAAL
        )
        return uren + extra.toeslag
