from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import Gedragswetenschapper, InvoerFout
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import HUIS, LOON


def gedragswetenschapper(**anders: str) -> Gedragswetenschapper:
    velden = {"uren_per_jeugdige_per_week": "0.5", "loon": LOON, "productieve_uren_per_jaar": "1546.5"}
    return Gedragswetenschapper(**velden | anders)


def test_met_de_hand_nagerekend() -> None:
    # uurkosten 37.116 / 1.546,5 = 24;  4 × 0,5 × 52 × 24 = 2.496
    assert gedragswetenschapper().uurkosten(Exact()) == 24
    assert gedragswetenschapper().per_jaar(HUIS, Exact()) == 2496


def test_minder_productieve_uren_maken_een_uur_duurder() -> None:
    # 37.116 / 1.200 = 30,93
    assert gedragswetenschapper(productieve_uren_per_jaar="1200").uurkosten(Exact()) == Decimal("30.93")


def test_een_eigen_bedrag_vervangt_de_opbouw_maar_niet_de_uurkosten() -> None:
    eigen = gedragswetenschapper(vast_bedrag_per_jaar="3000")
    assert eigen.per_jaar(HUIS, Exact()) == 3000
    assert eigen.uurkosten(Exact()) == 24


def test_nul_productieve_uren_wordt_geweigerd() -> None:
    with pytest.raises(InvoerFout) as fout:
        gedragswetenschapper(productieve_uren_per_jaar="0")
    assert str(fout.value) == (
        'productieve_uren_per_jaar: "0" ligt buiten de grenzen. Toegestaan: groter dan 0 (uur per jaar). '
        "Kies een waarde binnen de grenzen."
    )
