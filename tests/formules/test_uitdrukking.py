"""Formulas as trees: which node an operation becomes, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from gezinshuis_tarief.formules.uitdrukking import (
    EEN,
    NUL,
    Bewerking,
    EigenOf,
    FormuleFout,
    Functie,
    Getal,
    NaarKeuze,
    Term,
    Uitdrukking,
    Verwijzing,
    als_uitdrukking,
    verwijzingen,
)

A, B = Verwijzing("a"), Verwijzing("b")
TA, TB = Term(A), Term(B)


def test_de_vier_bewerkingen_worden_knopen() -> None:
    assert als_uitdrukking(TA + TB) == Bewerking("+", A, B)
    assert als_uitdrukking(TA - TB) == Bewerking("-", A, B)
    assert als_uitdrukking(TA * TB) == Bewerking("*", A, B)
    assert als_uitdrukking(TA / TB) == Bewerking("/", A, B)


def test_hele_getallen_rekenen_van_beide_kanten_mee() -> None:
    assert als_uitdrukking(2 + TA) == Bewerking("+", Getal(2), A)
    assert als_uitdrukking(2 - TA) == Bewerking("-", Getal(2), A)
    assert als_uitdrukking(12 * TA) == Bewerking("*", Getal(12), A)
    assert als_uitdrukking(12 / TA) == Bewerking("/", Getal(12), A)
    assert als_uitdrukking(TA / Decimal(2)) == Bewerking("/", A, Getal(2))


def test_wat_niets_verandert_blijft_weg() -> None:
    for term in (TA + 0, 0 + TA, TA - 0, TA * 1, TA / 1):
        assert als_uitdrukking(term) == A
    assert als_uitdrukking(TA * 0) == als_uitdrukking(0 * TA) == NUL
    assert als_uitdrukking(1 * TA) == Bewerking("*", EEN, A)
    assert als_uitdrukking(0 - TA) == Bewerking("-", NUL, A)


KIJKEN: dict[str, Callable[[Any], object]] = {
    "if": bool,
    "==": lambda term: term == "kostprijs",
    "!=": lambda term: term != 1,
    "<": lambda term: term < 1,
    ">=": lambda term: term >= 1,
    "min": lambda term: min(3, term),
    "max": lambda term: max(term, 3),
    "float": float,
    "int": int,
    "abs": abs,
    "round": round,
    "len": len,
    "in": lambda term: term in {"kostprijs": 1},
    "for": list,
}


@pytest.mark.parametrize("kijk", KIJKEN.values(), ids=KIJKEN)
def test_een_formule_kijkt_niet_naar_haar_invoer(kijk: Callable[[Any], object]) -> None:
    with pytest.raises(FormuleFout, match="kijkt er niet naar"):
        kijk(TA)


@pytest.mark.parametrize("waarde", [Decimal("0.5"), 0.5, 1.0, True, "3", None, [1]])
def test_een_los_getal_in_een_formule_is_een_fout(waarde: object) -> None:
    with pytest.raises(TypeError, match="een formule rekent met velden en hele getallen, niet met"):
        als_uitdrukking(waarde)
    with pytest.raises(TypeError):
        TA * waarde
    with pytest.raises(TypeError):
        TA + waarde


def test_een_los_getal_van_links_is_ook_een_fout() -> None:
    with pytest.raises(TypeError):
        0.5 * TA
    with pytest.raises(TypeError):
        Decimal("0.5") - TA


def test_een_hele_decimal_wordt_een_heel_getal() -> None:
    assert als_uitdrukking(Decimal("12.0")) == Getal(12)
    assert als_uitdrukking(A) is A


def test_verwijzingen_staan_in_leesvolgorde() -> None:
    keuze = NaarKeuze(Verwijzing("k"), (("ja", A), ("nee", Bewerking("*", B, Verwijzing("c")))))
    formule = Term(Functie("rond", (keuze,))) + Term(EigenOf(Verwijzing("e"), A)) - 3
    assert list(verwijzingen(als_uitdrukking(formule))) == ["k", "a", "b", "c", "e", "a"]


def test_een_blad_heeft_geen_delen() -> None:
    assert A.delen == Getal(1).delen == Uitdrukking().delen == ()
