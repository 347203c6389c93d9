from __future__ import annotations

from gezinshuis_tarief import Ondersteuning
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import HUIS


def ondersteuning(**anders: str) -> Ondersteuning:
    velden = {
        "huishoudelijke_uren_per_week": "8",
        "huishoudelijk_uurtarief": "27.50",
        "pedagogische_uren_per_week": "6",
        "pedagogisch_uurtarief": "45",
        "overige_kosten_per_jaar": "520",
    }
    return Ondersteuning(**velden | anders)


def test_met_de_hand_nagerekend() -> None:
    # 52 × (8 × 27,50 + 6 × 45) + 520 = 52 × 490 + 520 = 26.000
    assert ondersteuning().per_jaar(HUIS, Exact()) == 26000


def test_uren_gelden_per_huis_en_niet_per_plaats() -> None:
    # zonder overige kosten 52 × 490, hoe groot het huis ook is
    assert ondersteuning(overige_kosten_per_jaar="0").per_jaar(HUIS, Exact()) == 25480


def test_een_eigen_bedrag_vervangt_de_opbouw() -> None:
    assert ondersteuning(vast_bedrag_per_jaar="100").per_jaar(HUIS, Exact()) == 100
