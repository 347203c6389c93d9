"""Shares by hand and by law; the expected numbers are worked out on paper."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief.rekenwijzen.mengseltabel import Mengseltabel
from gezinshuis_tarief.verschil.shapley import binnen, shapley, verdeel_centen

delen = st.lists(st.fractions(-1000, 1000, max_denominator=97), min_size=1, max_size=9)


def _tabel(vorm: tuple[int, ...], getallen: list[int]) -> Mengseltabel:
    return Mengseltabel(tuple(as_ for as_, lengte in enumerate(vorm) if lengte == 2), getallen)


def test_het_handschoenenspel() -> None:
    # one left glove (axis 0), two right ones (axes 1 and 2); a pair is worth 6: 4, 1 and 1
    tabel = _tabel((2, 2, 2), [0, 0, 0, 0, 0, 6, 6, 6])
    assert shapley(tabel, 3) == [4, 1, 1]


def test_een_as_die_niets_verandert_krijgt_niets() -> None:
    assert shapley(_tabel((2, 1, 2), [0, 10, 20, 30]), 3) == [20, 0, 10]
    assert shapley(_tabel((1, 1), [7]), 2) == [0, 0]


def test_een_groep_deelt_volgens_owen() -> None:
    # the same gloves, with both right ones as a group: the group gets half of 6, each of them half of that
    tabel = _tabel((2, 2, 2), [0, 0, 0, 0, 0, 6, 6, 6])
    assert binnen(tabel, 3, 1) == [Fraction(3, 2), Fraction(3, 2)]
    assert binnen(_tabel((1, 2), [0, 5]), 2, 1) == [5]


@given(st.lists(st.integers(-(10**30), 10**30), min_size=16, max_size=16))
def test_aandelen_tellen_exact_op_en_keren_om_met_de_tekens(getallen: list[int]) -> None:
    tabel = _tabel((2, 2, 2, 2), getallen)
    assert sum(shapley(tabel, 4)) == getallen[-1] - getallen[0]
    assert shapley(_tabel((2, 2, 2, 2), getallen[::-1]), 4) == [-deel for deel in shapley(tabel, 4)]
    groep = tabel.half(3, 0)
    assert sum(binnen(groep, 3, 2)) == shapley(groep, 3)[2]


@given(st.lists(st.integers(-9, 9), min_size=3, max_size=3))
def test_gelijke_rollen_krijgen_gelijke_aandelen(per_aantal: list[int]) -> None:
    getallen = [per_aantal[een + ander] for een in (0, 1) for ander in (0, 1)]
    een, ander = shapley(_tabel((2, 2), getallen), 2)
    assert een == ander


@pytest.mark.parametrize(
    ("aandelen", "centen", "verwacht"),
    [
        ([Fraction(10, 3)] * 3, 10, [4, 3, 3]),
        ([Fraction(-10, 3)] * 3, -10, [-4, -3, -3]),
        ([Fraction(7, 2), Fraction(-5, 2)], 1, [4, -3]),
        ([Fraction(0), Fraction(0)], 1, [1, 0]),
        ([Fraction(0), Fraction(3, 2)], 4, [0, 4]),
        ([], 0, []),
    ],
)
def test_centen_gaan_naar_de_grootste_rest(
    aandelen: list[Fraction], centen: int, verwacht: list[int]
) -> None:
    assert verdeel_centen(aandelen, centen) == verwacht


@given(delen, st.integers(-12, 12))
def test_centen_tellen_op_en_keren_om_met_de_tekens(aandelen: list[Fraction], gat: int) -> None:
    centen = round(sum(aandelen)) + gat
    verdeeld = verdeel_centen(aandelen, centen)
    assert sum(verdeeld) == centen
    assert verdeel_centen([-deel for deel in aandelen], -centen) == [-deel for deel in verdeeld]
    if any(aandelen):
        assert all(not cent for cent, deel in zip(verdeeld, aandelen, strict=True) if not deel)
