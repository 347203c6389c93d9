from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import InvoerFout
from gezinshuis_tarief.indexatie import EigenCijfer, Indexafspraak, indexeer, verreken

_TARIEF = st.decimals(0, 400, places=2)


@given(_TARIEF, _TARIEF, st.integers(0, 3000))
def test_betaald_plus_verrekening_is_het_definitieve_tarief(
    voorlopig: Decimal, definitief: Decimal, etmalen: int
) -> None:
    (regel,) = verreken({"laag": voorlopig}, {"laag": definitief}, {"laag": etmalen})
    assert voorlopig * etmalen + regel.bedrag == definitief * etmalen


def test_een_hogere_definitieve_index_wordt_nabetaald_over_de_verstreken_etmalen() -> None:
    """2024 from 150,00: provisional 4,70% gives 157,05, definitive 5,71% 158,57 (158,565); 1,52 × 731 days."""
    afspraak = Indexafspraak(nacalculatie="geen")
    voorlopig = indexeer({"laag": "150"}, basisjaar=2023, tot_en_met=2024, basis="nieuw", afspraak=afspraak)
    definitief = indexeer(
        {"laag": "150"}, basisjaar=2023, tot_en_met=2024, basis="nieuw", afspraak=afspraak, stand="definitief"
    )
    (regel,) = verreken(voorlopig.tarieven(2024), definitief.tarieven(2024), {"laag": 731})
    assert (regel.per_etmaal, regel.bedrag) == (Decimal("1.52"), Decimal("1111.12"))
    assert "731 etmalen × € 1,52 = € 1.111,12 nog te betalen aan de aanbieder" in str(regel)


def test_een_lagere_definitieve_index_wordt_terugbetaald() -> None:
    (regel,) = verreken({"a": "10.00"}, {"a": "9.50"}, {"a": 10})
    assert regel.bedrag == Decimal(-5)
    assert "€ 5,00 terug te betalen door de aanbieder" in str(regel)


def test_zonder_verschil_is_er_niets_te_verrekenen() -> None:
    (regel,) = verreken({"a": 10}, {"a": "10.00"}, {"a": 30})
    assert str(regel) == "a: niets te verrekenen over 30 etmalen"


def test_inhaal_in_het_volgende_jaar_brengt_het_tarief_op_het_definitieve_peil() -> None:
    """Catching up repairs the level: one year later both roads differ by the rounding and the product of percentages."""
    eigen = [
        EigenCijfer(reeks=reeks, jaar=jaar, stand=stand, procent=procent, bron="geval")
        for reeks in ("OVA", "PPC")
        for jaar, stand, procent in [(2041, "voorlopig", 3), (2041, "definitief", 4), (2042, "voorlopig", 2)]
    ]
    inhalen = indexeer({"a": 100}, basisjaar=2040, tot_en_met=2042, basis="nieuw", eigen=eigen)
    assert inhalen.tarieven(2042) == {"a": Decimal("106.09")}  # 103,00 × 1,03
    definitief = indexeer(
        {"a": 100}, basisjaar=2040, tot_en_met=2041, basis="nieuw", eigen=eigen, stand="definitief"
    )
    geen = Indexafspraak(nacalculatie="geen")
    verder = indexeer(
        definitief.tarieven(2041), basisjaar=2041, tot_en_met=2042, basis="nieuw", eigen=eigen, afspraak=geen
    )
    assert verder.tarieven(2042) == {"a": Decimal("106.08")}  # 104,00 × 1,02


@pytest.mark.parametrize(
    ("etmalen", "melding"),
    [
        ({"a": -1}, "geen aantal etmalen"),
        ({"a": 1.5}, "geen aantal etmalen"),
        ({"a": True}, "geen aantal etmalen"),
        ({"b": 1}, "niet in alle drie"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd(etmalen: dict[str, int], melding: str) -> None:
    with pytest.raises(InvoerFout, match=melding):
        verreken({"a": 1}, {"a": 2}, etmalen)
