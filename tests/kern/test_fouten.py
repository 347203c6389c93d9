"""Errors are Dutch sentences that hold everything a user needs."""

from __future__ import annotations

import pytest

from gezinshuis_tarief import GezinshuisTariefFout, InvoerFout, OnbekendCijfer
from gezinshuis_tarief.kern.fouten import Bezwaar

VOL = Bezwaar(
    "leegstand.bezettingsgraad",
    "ligt buiten de grenzen",
    gevonden="1.2",
    toegestaan="hoogstens 1",
    remedie="Schrijf 0.95.",
)


@pytest.mark.parametrize(
    ("bezwaar", "tekst"),
    [
        (
            VOL,
            "leegstand.bezettingsgraad: 1.2 ligt buiten de grenzen. Toegestaan: hoogstens 1. Schrijf 0.95.",
        ),
        (Bezwaar("a", "ontbreekt"), "a: ontbreekt."),
        (Bezwaar("", "is geen getal", remedie="Doe iets."), "invoer: is geen getal. Doe iets."),
        (Bezwaar("a", "kan niet", gevonden="3", toegestaan="meer"), "a: 3 kan niet. Toegestaan: meer."),
    ],
)
def test_een_bezwaar_is_een_zin_met_wat_er_is(bezwaar: Bezwaar, tekst: str) -> None:
    assert str(bezwaar) == tekst


def test_alle_bezwaren_staan_elk_op_een_regel() -> None:
    fout = InvoerFout((VOL, Bezwaar("a", "ontbreekt")))
    assert str(fout).splitlines() == [str(VOL), "a: ontbreekt."]
    assert fout.bezwaren == (VOL, Bezwaar("a", "ontbreekt"))


def test_fouten_zijn_te_vangen_als_die_van_python_en_als_die_van_ons() -> None:
    assert issubclass(InvoerFout, ValueError)
    assert issubclass(OnbekendCijfer, LookupError)
    assert issubclass(InvoerFout, GezinshuisTariefFout)
    assert issubclass(OnbekendCijfer, GezinshuisTariefFout)
