from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, Overhead
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import HUIS


def overhead(grondslag: str) -> Overhead:
    velden = {"opslag": "0.10", "contracteisen_per_jaar": "1460", "vast_bedrag_per_plaats_per_jaar": "730"}
    return Overhead(**velden, grondslag=grondslag)


@pytest.mark.parametrize(
    ("grondslag", "bedrag"),
    [
        # 0,10 × 90 + (1.460 + 730 × 4) / 1.460 = 9 + 3
        ("beroepskrachten", "12"),
        # 0,10 × 120 + 3
        ("directe_kosten", "15"),
    ],
)
def test_met_de_hand_nagerekend(grondslag: str, bedrag: str) -> None:
    per_etmaal = overhead(grondslag).per_etmaal(Decimal(90), Decimal(120), HUIS, Exact())
    assert per_etmaal == Decimal(bedrag)


def test_eigen_posten_tellen_alleen_in_de_directe_kosten(voorbeeld: Opbouw) -> None:
    # 14.600 / 1.460 = 10 euro per etmaal;  10% daarvan is 1 euro overhead
    met_post = voorbeeld.met({"eigen_posten": [{"naam": "tuin", "bedrag_per_jaar": "14600"}]})
    direct = {"overhead.grondslag": "directe_kosten"}
    assert (
        met_post.bereken()["laag"]["overhead"].onafgerond
        == voorbeeld.bereken()["laag"]["overhead"].onafgerond
    )
    verschil = (
        met_post.met(direct).bereken()["laag"]["overhead"].per_etmaal
        - voorbeeld.met(direct).bereken()["laag"]["overhead"].per_etmaal
    )
    assert verschil == 1


def test_een_andere_grondslag_wordt_geweigerd() -> None:
    with pytest.raises(InvoerFout) as fout:
        overhead("omzet")
    assert str(fout.value) == (
        'grondslag: "omzet" is geen keuze. Toegestaan: beroepskrachten of directe_kosten. '
        "Kies een van deze woorden."
    )
