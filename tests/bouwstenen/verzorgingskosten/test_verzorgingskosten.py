from __future__ import annotations

from dataclasses import replace

from gezinshuis_tarief import Verzorgingskosten
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import HUIS


def verzorging(**anders: str) -> Verzorgingskosten:
    velden = {"bedrag_per_jeugdige_per_dag": "20", "bijzondere_kosten_per_jeugdige_per_jaar": "700"}
    return Verzorgingskosten(**velden | anders)


def test_met_de_hand_nagerekend() -> None:
    # per jeugdige 20 × 365 + 700 = 8.000;  4 jeugdigen 32.000
    assert verzorging().per_jaar(HUIS, Exact()) == 32000


def test_een_schrikkeljaar_heeft_een_dag_meer() -> None:
    # 4 × 20 meer, als het jaar met 366 dagen wordt gerekend
    assert verzorging().per_jaar(replace(HUIS, dagen=366), Exact()) == 32080


def test_een_eigen_bedrag_vervangt_de_opbouw() -> None:
    assert verzorging(vast_bedrag_per_jaar="0.01").per_jaar(HUIS, Exact()) * 100 == 1
