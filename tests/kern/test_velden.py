"""A number enters as exact text or Decimal, is checked, and is never repaired."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, strategies as st
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.velden import lees_euro, lees_geheel, lees_getal, lees_procent


def geweigerd(waarde: object) -> tuple[str, str]:
    with pytest.raises(PydanticCustomError) as fout:
        lees_getal(waarde)
    context = fout.value.context
    assert context is not None
    return context["melding"], context["remedie"]


@pytest.mark.parametrize(
    ("waarde", "getal"),
    [
        ("0.95", "0.95"),
        (" 0.10 ", "0.10"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+3", "3"),
        ("-2.50", "-2.50"),
        ("1e3", "1000"),
        ("1E-3", "0.001"),
        (7, "7"),
        (Decimal("1.10"), "1.10"),
        (Decimal("1E+3"), "1000"),
        ("999999999.999999", "999999999.999999"),
        ("0.0000000001", "0.0000000001"),
        (0.95, "0.95"),
        (0.1 + 0.2, "0.3"),
        (4375.20 * 1.035, "4528.332"),
        (np.float64(0.1), "0.1"),
        (np.int64(2), "2"),
        (Fraction(1, 8), "0.125"),
    ],
)
def test_een_getal_komt_exact_binnen(waarde: object, getal: str) -> None:
    """D2: floats, NumPy numbers and fractions are the numbers they stand for."""
    assert f"{lees_getal(waarde):f}" == getal


@given(st.decimals(-(10**8), 10**8, places=6, allow_nan=False))
def test_tekst_en_decimal_geven_hetzelfde_getal(getal: Decimal) -> None:
    assert str(lees_getal(f"{getal:f}")) == str(lees_getal(getal)) == f"{getal:f}"


@pytest.mark.parametrize(
    ("waarde", "melding", "remedie"),
    [
        ("0,95", "heeft een komma", 'Schrijf een punt als decimaalteken: "0.95".'),
        ("-1,5", "heeft een komma", 'Schrijf een punt als decimaalteken: "-1.5".'),
        ("4.375,20", "heeft een komma", 'Schrijf een punt als decimaalteken: "4375.20".'),
        ("1.234.567,8", "heeft een komma", 'Schrijf een punt als decimaalteken: "1234567.8".'),
        ("5%", "is een percentage als tekst", 'Schrijf de fractie: "0.05".'),
        ("8,3 %", "is een percentage als tekst", 'Schrijf de fractie: "0.083".'),
        ("100%", "is een percentage als tekst", 'Schrijf de fractie: "1".'),
        ("%", "is geen getal", 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'),
        ("1_000", "is geen getal", 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'),
        ("0x10", "is geen getal", 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'),
        ("1,2,3", "is geen getal", 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'),
        ("€ 5", "is geen getal", 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'),
        ("", "is geen getal", 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'),
        (True, "is geen getal", 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'),
        (b"5", "is geen getal", 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'),
        (None, "is nog niet ingevuld", "Vul deze waarde in."),
        ("\uff11\uff12", "is geen getal", 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'),
        (Fraction(1, 3), "is een breuk zonder einde", 'Schrijf een getal dat eindigt, zoals "0.3333333333".'),
        (0.1234567890123, "heeft te veel decimalen", "Schrijf hoogstens 10 decimalen."),
        (10**9, "is te groot", "Schrijf een getal kleiner dan 1.000.000.000."),
        (-(10**9), "is te groot", "Schrijf een getal kleiner dan 1.000.000.000."),
        ("1e12", "is te groot", "Schrijf een getal kleiner dan 1.000.000.000."),
        ("1234567.890123456", "heeft te veel cijfers", "Schrijf hoogstens 15 cijfers."),
        ("0.00000000001", "heeft te veel decimalen", "Schrijf hoogstens 10 decimalen."),
        ("1e-999", "heeft te veel decimalen", "Schrijf hoogstens 10 decimalen."),
    ],
    ids=str,
)
def test_iets_anders_wordt_geweigerd_met_wat_er_had_moeten_staan(
    waarde: object, melding: str, remedie: str
) -> None:
    assert geweigerd(waarde) == (melding, remedie)


@pytest.mark.parametrize(
    "waarde", [float("nan"), float("inf"), Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")], ids=str
)
def test_wat_niet_eindig_is_wordt_geweigerd(waarde: object) -> None:
    assert geweigerd(waarde) == (
        "is geen eindig getal",
        "Schrijf een gewoon getal; NaN en oneindig kunnen niet.",
    )


@pytest.mark.parametrize(
    ("waarde", "getal"), [(3, 3), ("3", 3), ("3.0", 3), (Decimal("8.00"), 8), ("-1", -1)]
)
def test_een_heel_getal_komt_binnen(waarde: object, getal: int) -> None:
    uitkomst = lees_geheel(waarde)
    assert uitkomst == getal
    assert type(uitkomst) is int


@pytest.mark.parametrize("waarde", ["1.5", Decimal("0.1")])
def test_een_gebroken_aantal_wordt_geweigerd(waarde: object) -> None:
    with pytest.raises(PydanticCustomError, match="is geen heel getal"):
        lees_geheel(waarde)


@pytest.mark.parametrize(
    ("tekst", "remedie"),
    [
        ("12.000", 'Schrijf "12000" of "12.00".'),
        ("15.000", 'Schrijf "15000" of "15.00".'),
        ("12.345", 'Schrijf "12345" of "12.3450".'),
        ("-4375.205", 'Schrijf "-4375205" of "-4375.2050".'),
    ],
)
def test_een_bedrag_met_drie_decimalen_is_dubbelzinnig_en_de_raad_helpt(tekst: str, remedie: str) -> None:
    """D1: "12.000" is never silently twelve."""
    with pytest.raises(PydanticCustomError) as fout:
        lees_euro(tekst)
    assert fout.value.context == {"melding": "is op twee manieren te lezen", "remedie": remedie}
    een, ander = remedie.split('"')[1::2]
    assert lees_euro(een) == lees_getal(tekst) * 1000
    assert lees_euro(ander) == lees_getal(tekst)


@pytest.mark.parametrize("tekst", ["0.125", "12.00", "12.0000", "12000", ".500", "12000.5"])
def test_andere_bedragen_zijn_eenduidig(tekst: str) -> None:
    assert lees_euro(tekst) == Decimal(tekst)


@given(st.decimals(-(10**8), 10**8, places=3, allow_nan=False))
def test_wat_wij_van_een_bedrag_schrijven_leest_terug(getal: Decimal) -> None:
    assert lees_euro(str(lees_euro(getal))) == getal


@pytest.mark.parametrize("tekst", ["4375,20", "1.250,00", "12,345", "0,5", "8,3 %"])
def test_de_raad_bij_een_komma_wordt_zelf_aangenomen(tekst: str) -> None:
    with pytest.raises(PydanticCustomError) as fout:
        lees_euro(tekst)
    assert fout.value.context is not None
    raad = fout.value.context["remedie"].split('"')[1]
    assert lees_euro(raad) == Decimal(raad)


def procent_geweigerd(waarde: object, *, mag_klein: bool = False) -> str:
    with pytest.raises(PydanticCustomError) as fout:
        lees_procent(waarde, mag_klein=mag_klein)
    return str((fout.value.context or {})["remedie"])


@pytest.mark.parametrize(
    ("waarde", "procent"),
    [
        ("4.1", "4.1"),
        ("4.1%", "4.1"),
        ("0.041%", "0.041"),
        ("41 %", "41"),
        (0, "0"),
        (-1, "-1"),
        (np.float64(4.1), "4.1"),
    ],
)
def test_een_percentage_is_een_procentgetal_met_of_zonder_teken(waarde: object, procent: str) -> None:
    assert lees_procent(waarde) == Decimal(procent)


@pytest.mark.parametrize("waarde", ["0.041", 0.041, Decimal("0.041"), np.float64(0.041), "0,041"])
def test_een_percentage_dat_een_fractie_kan_zijn_wordt_geweigerd_met_beide_lezingen(waarde: object) -> None:
    """C10: 0.041 is not silently 0,041%."""
    remedie = procent_geweigerd(waarde)
    assert remedie.endswith('"4.1%" of "0.041%".')
    assert [lees_procent(tekst) for tekst in ("4.1%", "0.041%")] == [Decimal("4.1"), Decimal("0.041")]


def test_een_cijfer_dat_zelf_klein_is_mag_kleiner_dan_een_zijn_maar_niet_kleiner_dan_een_tiende() -> None:
    assert lees_procent("0.5", mag_klein=True) == Decimal("0.5")
    assert procent_geweigerd("0.5") == 'Schrijf "50%" of "0.5%".'
    assert procent_geweigerd("0.05", mag_klein=True) == 'Schrijf "5%" of "0.05%".'


@pytest.mark.parametrize(
    ("waarde", "advies"), [("4,1%", "4.1%"), ("0,041%", "0.041%"), ("4,10", "4.10"), ("1.250,5", "1250.5")]
)
def test_een_percentage_met_een_komma_krijgt_advies_dat_werkt(waarde: str, advies: str) -> None:
    assert procent_geweigerd(waarde) == f'Schrijf een punt als decimaalteken: "{advies}".'
    assert lees_procent(advies)
