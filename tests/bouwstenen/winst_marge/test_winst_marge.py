from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import Opbouw, WinstMarge
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import invoer_nul, met_waarde


@pytest.mark.parametrize(
    ("grondslag", "bedrag"),
    [
        # 0,03 × 200
        ("tarief", "6"),
        # 0,03 × 194
        ("kostprijs", "5.82"),
    ],
)
def test_met_de_hand_nagerekend(grondslag: str, bedrag: str) -> None:
    blok = WinstMarge(percentage="0.03", grondslag=grondslag)
    assert blok.per_etmaal(Decimal(200), Decimal(194), Exact()) == Decimal(bedrag)


@pytest.mark.parametrize(
    ("grondslag", "regel", "tarief"),
    [
        # kostprijs 141.620 / 1.460 = 97;  T = 97 / 0,97 = 100;  3% daarvan 3
        ("tarief", "3.00", "100.00"),
        # 97 × 0,03 = 2,91
        ("kostprijs", "2.91", "99.91"),
    ],
)
def test_in_het_tarief_met_de_hand_nagerekend(grondslag: str, regel: str, tarief: str) -> None:
    invoer = met_waarde(invoer_nul(), "huisvesting.vast_bedrag_per_jaar", "141620")
    invoer["winst_marge"] = {"percentage": "0.03", "grondslag": grondslag}
    laag = Opbouw.model_validate(invoer).bereken()["laag"]
    assert (str(laag["winst_marge"].per_etmaal), str(laag.per_etmaal)) == (regel, tarief)


def test_beide_delen_van_het_tarief_gaan_over_hetzelfde_tarief() -> None:
    # kostprijs 116.800 / 1.460 = 80;  T = 80 / (1 − 0,05 − 0,15) = 100;  5 en 15
    invoer = met_waarde(invoer_nul(), "huisvesting.vast_bedrag_per_jaar", "116800")
    invoer["winst_marge"] = {"percentage": "0.05", "grondslag": "tarief"}
    invoer["gelieerde_zorgorganisatie"] = {
        "aandeel": "0.15",
        "grondslag": "tarief",
        "vast_bedrag_per_plaats_per_jaar": "0",
    }
    laag = Opbouw.model_validate(invoer).bereken()["laag"]
    assert laag.per_etmaal == 100
    assert laag["winst_marge"].per_etmaal == 5
    assert laag["gelieerde_zorgorganisatie"].per_etmaal == 15
