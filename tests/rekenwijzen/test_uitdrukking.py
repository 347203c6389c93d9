"""Formulas as trees: which node an operation becomes, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief.rekenwijzen.uitdrukking import (
    EEN,
    NUL,
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Uitdrukking,
    Verwijzing,
    als_uitdrukking,
    verwijzingen,
)

A, B = Verwijzing("a"), Verwijzing("b")


def test_de_vier_bewerkingen_worden_knopen() -> None:
    assert Bewerking("+", A, B) == A + B
    assert Bewerking("-", A, B) == A - B
    assert Bewerking("*", A, B) == A * B
    assert Bewerking("/", A, B) == A / B


def test_hele_getallen_rekenen_van_beide_kanten_mee() -> None:
    assert Bewerking("+", Getal(2), A) == 2 + A
    assert Bewerking("-", Getal(2), A) == 2 - A
    assert Bewerking("*", Getal(12), A) == 12 * A
    assert A / Decimal(2) == Bewerking("/", A, Getal(2))


def test_wat_niets_verandert_blijft_weg() -> None:
    assert A + 0 == 0 + A == A - 0 == A * 1 == A / 1 == A
    assert A * 0 == 0 * A == NUL
    assert Bewerking("*", EEN, A) == 1 * A
    assert Bewerking("-", NUL, A) == 0 - A


@pytest.mark.parametrize("waarde", [Decimal("0.5"), 0.5, 1.0, True, "3", None, [1]])
def test_een_los_getal_in_een_formule_is_een_fout(waarde: object) -> None:
    with pytest.raises(TypeError, match="een formule rekent met velden en hele getallen, niet met"):
        als_uitdrukking(waarde)
    with pytest.raises(TypeError):
        A * waarde
    with pytest.raises(TypeError):
        A + waarde


def test_een_los_getal_van_links_is_ook_een_fout() -> None:
    with pytest.raises(TypeError):
        0.5 * A
    with pytest.raises(TypeError):
        Decimal("0.5") - A


def test_delen_door_een_knoop_mag_alleen_van_knopen() -> None:
    with pytest.raises(TypeError):
        1 / A  # type: ignore[operator]


def test_een_hele_decimal_wordt_een_heel_getal() -> None:
    assert als_uitdrukking(Decimal("12.0")) == Getal(12)
    assert als_uitdrukking(A) is A


def test_verwijzingen_staan_in_leesvolgorde() -> None:
    keuze = NaarKeuze(Verwijzing("k"), (("ja", A), ("nee", B * Verwijzing("c"))))
    formule = Functie("rond", (keuze,)) + EigenOf(Verwijzing("e"), A) - 3
    assert list(verwijzingen(formule)) == ["k", "a", "b", "c", "e", "a"]


def test_een_blad_heeft_geen_delen() -> None:
    assert A.delen == Getal(1).delen == Uitdrukking().delen == ()
