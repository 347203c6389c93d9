"""Errors are Dutch sentences that hold everything a user needs."""

from __future__ import annotations

import pytest

from gezinshuis_tarief import ExtraOntbreekt, GezinshuisTariefFout, InvoerFout, OnbekendCijfer
from gezinshuis_tarief.kern.fouten import Bezwaar, uit_extra

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


def test_e8_een_ontbrekende_extra_wordt_genoemd_met_de_regel_voor_pip_pipx_en_uv() -> None:
    with pytest.raises(ExtraOntbreekt) as geweigerd, uit_extra():
        raise ModuleNotFoundError(name="pyarrow.compute")
    assert str(geweigerd.value).splitlines() == [
        'Hiervoor is de extra "parquet" nodig (pyarrow is niet geïnstalleerd). Kies uw regel:',
        '  pip install "gezinshuis-tarief[parquet]"',
        '  pipx install --force "gezinshuis-tarief[parquet]"',
        '  uv tool install --force "gezinshuis-tarief[parquet]"',
    ]
    with pytest.raises(ExtraOntbreekt, match="pyarrow"), uit_extra():
        raise geweigerd.value


@pytest.mark.parametrize("naam", ["gezinshuis_tarief.weg", None])
def test_wat_geen_extra_installeert_blijft_de_fout_die_het_is(naam: str | None) -> None:
    with pytest.raises(ModuleNotFoundError) as fout, uit_extra():
        raise ModuleNotFoundError(name=naam)
    assert not isinstance(fout.value, GezinshuisTariefFout)
