"""Numbers from cells: laws of going there and back, and the notations that are told apart."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import Eenheid
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.werkboek.lezen.getallen import getal_uit_cel, lees_dag, uit_float
from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van, splits
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel, Soort, is_datumopmaak
from gezinshuis_tarief.werkboek.xlsx.formuletekst import genormaliseerd

getallen = st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False)


def tekstcel(tekst: str) -> GelezenCel:
    return GelezenCel("Blad", "A1", Soort.TEKST, tekst)


@given(st.decimals(-(10**9), 10**9, places=5, allow_nan=False, allow_infinity=False))
def test_een_getal_van_vijftien_cijfers_gaat_heen_en_weer_door_een_cel(getal: Decimal) -> None:
    assert uit_float(repr(float(getal))) == getal
    assert uit_float(f"{float(getal):.17g}") == getal


@pytest.mark.parametrize("tekst", ["nan", "inf", "-1e999", "", "1,5", "0x10"])
def test_wat_geen_eindig_getal_is(tekst: str) -> None:
    assert uit_float(tekst) is None


@given(getallen)
def test_nederlandse_en_engelse_notatie_zijn_hetzelfde_of_geen_van_beide(getal: Decimal) -> None:
    """A number with both separators, or a comma with other than three digits, can be read one way only."""
    heen = nederlands(getal)
    engels = f"{getal:,f}"
    gelezen = [getal_uit_cel(tekstcel(tekst), Eenheid.EURO_PER_JAAR) for tekst in (heen, engels)]
    assert [lezing.waarde for lezing in gelezen] == [getal, getal]


@given(st.integers(1, 999), st.integers(0, 999))
def test_drie_cijfers_achter_een_teken_zijn_altijd_dubbelzinnig(links: int, rechts: int) -> None:
    for teken in ".,":
        lezing = getal_uit_cel(tekstcel(f"{links}{teken}{rechts:03}"), Eenheid.EURO_PER_JAAR)
        assert (lezing.waarde, lezing.code) == (None, "dubbelzinnig_getal")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("0,125", "0.125"),
        ("-0.125", "-0.125"),
        ("1234.567", "1234.567"),
        ("1234,5", "1234.5"),
        ("EUR 12,50", "12.50"),
        ("12,50 euro", "12.50"),
        ("€12", "12"),
        ("\u00a01\u202f000,5", "1000.5"),
        ("1,234,567", "1234567"),
    ],
)
def test_duidelijke_teksten(tekst: str, verwacht: str) -> None:
    assert getal_uit_cel(tekstcel(tekst), Eenheid.EURO_PER_UUR).waarde == Decimal(verwacht)


@pytest.mark.parametrize(
    "tekst", ["1.23.4", "1.234,567.8", "12.34,5", "--1", "1e5", "(12)", "€", "%", "€ €1", "½", "x" * 200]
)
def test_onduidelijke_teksten(tekst: str) -> None:
    lezing = getal_uit_cel(tekstcel(tekst), Eenheid.EURO_PER_UUR)
    assert (lezing.waarde, lezing.code) == (None, "geen_getal")
    assert len(lezing.gevonden) < 100


@pytest.mark.parametrize(
    ("waarde", "dag"),
    [
        ("46023", dt.date(2026, 1, 1)),
        ("46023.75", dt.date(2026, 1, 1)),
        ("2026-01-01", dt.date(2026, 1, 1)),
        ("2026-01-01T00:00:00", dt.date(2026, 1, 1)),
        (" 1-1-2026 ", dt.date(2026, 1, 1)),
        ("31-2-2026", None),
        ("-5", None),
        ("9e99", None),
        ("gisteren", None),
    ],
)
def test_dagen(waarde: str, dag: dt.date | None) -> None:
    assert lees_dag(waarde) == dag


def test_een_dag_die_niet_bestaat_wordt_getoond_zoals_zij_er_staat() -> None:
    lezing = getal_uit_cel(GelezenCel("Blad", "A1", Soort.DATUM, "-5"), Eenheid.EURO_PER_UUR)
    assert lezing.gevonden == "een datum (-5) in plaats van een getal"


@pytest.mark.parametrize(
    ("opmaak", "is_datum"),
    [
        ("14", True),
        ("22", True),
        ("47", True),
        ("0", False),
        ("10", False),
        ("General", False),
        ("dd-mm-yyyy", True),
        ("[$-413]d mmmm yyyy;@", True),
        ("h:mm", True),
        ('[$€-413] #,##0.00;[Red]-0.00" dagen"', False),
        ('0.00##%" mooi"', False),
        ("0.00E+00", False),
        (r"0\d_m*y", False),
        ("@", False),
    ],
)
def test_een_datum_is_te_zien_aan_de_opmaak(opmaak: str, *, is_datum: bool) -> None:
    assert is_datumopmaak(opmaak) is is_datum


@given(st.integers(1, 16384), st.integers(1, 1048576))
def test_een_adres_is_kolom_en_rij(kolom: int, rij: int) -> None:
    assert splits(adres_van(kolom, rij)) == (kolom, rij)


def test_bekende_adressen() -> None:
    assert [splits(adres) for adres in ("A1", "Z9", "AA10", "XFD1048576")] == [
        (1, 1),
        (26, 9),
        (27, 10),
        (16384, 1048576),
    ]


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("=a.b+c", "A.B + C"),
        ('=IF(x="ja",1,0)', 'if( X = "ja" , 1 ,0 )'),
        ("=SUM(a , b)", "sum(a,b)"),
    ],
)
def test_een_formule_blijft_dezelfde_na_bewaren_elders(een: str, ander: str) -> None:
    assert genormaliseerd(een) == genormaliseerd(ander)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ('=IF(x="ja",1,0)', '=IF(x="Ja",1,0)'),
        ('="a b"', '="ab"'),
        ('="a""b"', '="a""B"'),
        ("=a b", "=ab"),
        ("=a-b", "=a+b"),
    ],
)
def test_een_andere_formule_blijft_een_andere(een: str, ander: str) -> None:
    assert genormaliseerd(een) != genormaliseerd(ander)
