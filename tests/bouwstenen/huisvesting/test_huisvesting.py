from __future__ import annotations

import pytest

from gezinshuis_tarief import Huisvesting, InvoerFout
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import HUIS


def huisvesting(**anders: str) -> Huisvesting:
    velden = {
        "woonlasten_per_jaar": "15000",
        "energie_en_heffingen_per_jaar": "4200",
        "onderhoud_en_inventaris_per_jaar": "3600",
        "aandeel_zorg": "0.65",
    }
    return Huisvesting(**velden | anders)


def test_met_de_hand_nagerekend() -> None:
    # (15.000 + 4.200 + 3.600) × 0,65 = 22.800 × 0,65 = 14.820
    assert huisvesting().per_jaar(HUIS, Exact()) == 14820


@pytest.mark.parametrize(("aandeel", "bedrag"), [("0", 0), ("1", 22800)])
def test_het_aandeel_loopt_van_niets_tot_alles(aandeel: str, bedrag: int) -> None:
    assert huisvesting(aandeel_zorg=aandeel).per_jaar(HUIS, Exact()) == bedrag


def test_een_aandeel_boven_een_wordt_geweigerd() -> None:
    with pytest.raises(InvoerFout, match=r'aandeel_zorg: "1.01" ligt buiten de grenzen'):
        huisvesting(aandeel_zorg="1.01")


def test_een_eigen_bedrag_vervangt_de_opbouw() -> None:
    assert huisvesting(vast_bedrag_per_jaar="12000").per_jaar(HUIS, Exact()) == 12000
