from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import Leegstand
from gezinshuis_tarief.kern.rekenwijze import Exact


@pytest.mark.parametrize(
    ("graad", "grondslag", "bedrag"),
    [
        # 120 × (1 / 0,8 − 1) = 120 × 0,25
        ("0.8", "kostprijs", "30"),
        # 100 × 0,25: een lege plaats eet niet
        ("0.8", "vaste_kosten", "25"),
        # een halve bezetting verdubbelt
        ("0.5", "kostprijs", "120"),
        # vol is vol
        ("1", "kostprijs", "0"),
    ],
)
def test_met_de_hand_nagerekend(graad: str, grondslag: str, bedrag: str) -> None:
    blok = Leegstand(bezettingsgraad=graad, grondslag=grondslag)
    assert blok.per_etmaal(Decimal(120), Decimal(100), Exact()) == Decimal(bedrag)


def test_leegstand_is_een_deler_en_geen_opslag() -> None:
    # 95 × (1 / 0,95 − 1) = 100 − 95 = 5, niet 5% van 95
    blok = Leegstand(bezettingsgraad="0.95", grondslag="kostprijs")
    assert blok.per_etmaal(Decimal(95), Decimal(0), Exact()) == 5
