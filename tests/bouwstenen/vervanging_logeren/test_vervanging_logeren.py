from __future__ import annotations

from gezinshuis_tarief import VervangingLogeren
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import HUIS


def vervanging(**anders: str) -> VervangingLogeren:
    velden = {
        "vervangingsetmalen_per_jaar": "28",
        "kosten_per_vervangingsetmaal": "325",
        "logeeretmalen_per_jeugdige_per_jaar": "10.5",
        "kosten_per_logeeretmaal": "100",
    }
    return VervangingLogeren(**velden | anders)


def test_met_de_hand_nagerekend() -> None:
    # 28 × 325 = 9.100 voor het huis;  4 × 10,5 × 100 = 4.200 voor de jeugdigen;  samen 13.300
    assert vervanging().per_jaar(HUIS, Exact()) == 13300


def test_vervanging_geldt_per_huis_en_logeren_per_jeugdige() -> None:
    assert vervanging(kosten_per_logeeretmaal="0").per_jaar(HUIS, Exact()) == 9100
    assert vervanging(kosten_per_vervangingsetmaal="0").per_jaar(HUIS, Exact()) == 4200


def test_een_eigen_bedrag_vervangt_de_opbouw() -> None:
    assert vervanging(vast_bedrag_per_jaar="7").per_jaar(HUIS, Exact()) == 7
