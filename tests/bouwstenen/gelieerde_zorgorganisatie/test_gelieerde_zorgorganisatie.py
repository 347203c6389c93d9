from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import GelieerdeZorgorganisatie, Opbouw
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import HUIS, invoer_nul, met_waarde


@pytest.mark.parametrize(
    ("grondslag", "bedrag"),
    [
        # 730 / 365 + 0,05 × 200 = 2 + 10
        ("tarief", "12"),
        # 2 + 0,05 × 160
        ("kostprijs", "10"),
    ],
)
def test_met_de_hand_nagerekend(grondslag: str, bedrag: str) -> None:
    blok = GelieerdeZorgorganisatie(
        aandeel="0.05", grondslag=grondslag, vast_bedrag_per_plaats_per_jaar="730"
    )
    vast = blok.vast_per_etmaal(HUIS, Exact())
    assert vast == 2
    assert blok.per_etmaal(Decimal(200), Decimal(160), vast, Exact()) == Decimal(bedrag)


@pytest.mark.parametrize(
    ("grondslag", "regel", "tarief"),
    [
        # kostprijs 146.000 / 1.460 = 100;  T = (100 + 2) / (1 − 0,15) = 120;  2 + 0,15 × 120 = 20
        ("tarief", "20.00", "120.00"),
        # T = 100 × 1,15 + 2 = 117;  2 + 0,15 × 100 = 17
        ("kostprijs", "17.00", "117.00"),
    ],
)
def test_in_het_tarief_met_de_hand_nagerekend(grondslag: str, regel: str, tarief: str) -> None:
    invoer = met_waarde(invoer_nul(), "huisvesting.vast_bedrag_per_jaar", "146000")
    acht = {"aandeel": "0.15", "grondslag": grondslag, "vast_bedrag_per_plaats_per_jaar": "730"}
    laag = Opbouw.model_validate({**invoer, "gelieerde_zorgorganisatie": acht}).bereken()["laag"]
    assert str(laag["gelieerde_zorgorganisatie"].per_etmaal) == regel
    assert str(laag.per_etmaal) == tarief


def test_het_vaste_deel_wordt_niet_verhoogd_voor_leegstand() -> None:
    invoer = met_waarde(invoer_nul(), "leegstand.bezettingsgraad", "0.5")
    acht = {"aandeel": "0", "grondslag": "tarief", "vast_bedrag_per_plaats_per_jaar": "730"}
    assert (
        Opbouw.model_validate({**invoer, "gelieerde_zorgorganisatie": acht}).bereken()["laag"].per_etmaal == 2
    )
