from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import InkomenGezinshuisouder, InvoerFout
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import HUIS, LOON


def inkomen(**anders: str) -> InkomenGezinshuisouder:
    velden = {
        "fte_per_plaats": "0.25",
        "vervangingsfactor": "1.1",
        "loon": LOON,
        "overige_kosten_per_fte": "884",
    }
    return InkomenGezinshuisouder(**velden | anders)


def test_met_de_hand_nagerekend() -> None:
    # fte 0,25 × 4 × 1,1 = 1,1;  1,1 × (37.116 + 884) = 1,1 × 38.000 = 41.800
    assert inkomen().per_jaar(HUIS, Exact()) == 41800


def test_een_eigen_bedrag_vervangt_de_opbouw() -> None:
    assert inkomen(vast_bedrag_per_jaar="50000").per_jaar(HUIS, Exact()) == 50000
    assert inkomen(vast_bedrag_per_jaar="0").per_jaar(HUIS, Exact()) == 0


@pytest.mark.parametrize("factor", ["0.8334", "1", "1.1666"])
def test_binnen_een_zesde_is_er_niets_op_te_merken(factor: str) -> None:
    assert inkomen(vervangingsfactor=factor).waarschuwingen() == ()


@pytest.mark.parametrize("factor", ["0.8333", "1.1667", "0.5", "2"])
def test_buiten_een_zesde_volgt_een_waarschuwing(factor: str) -> None:
    assert inkomen(vervangingsfactor=factor).waarschuwingen() == (
        (
            f"inkomen_gezinshuisouder.vervangingsfactor: {factor} ligt buiten de cao "
            "(minstens 5/6 en hoogstens 7/6). Vraag waarop de afwijking berust."
        ),
    )


@pytest.mark.parametrize("veld", ["fte_per_plaats", "vervangingsfactor"])
def test_nul_fte_wordt_geweigerd(veld: str) -> None:
    with pytest.raises(InvoerFout, match="groter dan 0"):
        inkomen(**{veld: "0"})


def test_overige_kosten_gaan_per_fte() -> None:
    zonder = inkomen(overige_kosten_per_fte="0").per_jaar(HUIS, Exact())
    # 1,1 fte × 884
    assert inkomen().per_jaar(HUIS, Exact()) - zonder == Decimal("972.4")
