"""A table of mixtures says for every mixture what plain arithmetic says there."""

from __future__ import annotations

from itertools import product

from hypothesis import given, strategies as st

from gezinshuis_tarief.rekenwijzen.mengseltabel import Mengseltabel, samen

ALLE = (0, 1, 2, 3)


@st.composite
def tabellen(trek: st.DrawFn) -> Mengseltabel:
    assen = tuple(sorted(trek(st.sets(st.sampled_from(ALLE)))))
    keer = 2 ** len(assen)
    return Mengseltabel(assen, trek(st.lists(st.integers(1, 99), min_size=keer, max_size=keer)))


def waarde(tabel: Mengseltabel, mengsel: tuple[int, ...]) -> int:
    plek = 0
    for as_ in tabel.assen:
        plek = 2 * plek + mengsel[as_]
    uit: int = tabel.cellen[plek]
    return uit


@given(tabellen(), tabellen())
def test_elk_mengsel_rekent_zoals_zijn_getallen(een: Mengseltabel, ander: Mengseltabel) -> None:
    uitkomst = 3 * een + een * ander - 1 / (ander / 2) + (5 + -(1 - een) - ander)
    grootste = samen(max, een, ander)
    for mengsel in product((0, 1), repeat=4):
        a, b = waarde(een, mengsel), waarde(ander, mengsel)
        assert waarde(uitkomst, mengsel) == 3 * a + a * b - 1 / (b / 2) + (5 + -(1 - a) - b)
        assert waarde(grootste, mengsel) == max(a, b)
    assert set(uitkomst.assen) == {*een.assen, *ander.assen}


@given(tabellen(), st.sampled_from(ALLE), st.sampled_from([0, 1]))
def test_een_helft_is_wat_daar_staat(tabel: Mengseltabel, as_: int, kant: int) -> None:
    helft = tabel.half(as_, kant)
    for mengsel in product((0, 1), repeat=4):
        daar = (*mengsel[:as_], kant, *mengsel[as_ + 1 :])
        assert waarde(helft, mengsel) == waarde(tabel, daar)


def test_buiten_tabellen_is_samen_de_functie_zelf() -> None:
    assert samen(max, 3, 4) == 4
