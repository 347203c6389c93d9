"""Numbers as Dutch readers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from gezinshuis_tarief import Eenheid
from gezinshuis_tarief.kern.eenheden import kommaremedie, nederlands, punttekst, toon


@pytest.mark.parametrize(
    ("getal", "decimalen", "tekst"),
    [
        ("4375.20", None, "4.375,20"),
        ("1234567", None, "1.234.567"),
        ("0.5", None, "0,5"),
        ("-1234.5", None, "-1.234,5"),
        ("1E+3", None, "1.000"),
        ("2.675", 2, "2,68"),
        ("0.005", 2, "0,01"),
        ("1", 2, "1,00"),
        ("12345.678", 0, "12.346"),
    ],
)
def test_een_getal_krijgt_een_komma_en_punten_tussen_de_duizenden(
    getal: str, decimalen: int | None, tekst: str
) -> None:
    assert nederlands(Decimal(getal), decimalen) == tekst


@pytest.mark.parametrize(
    ("waarde", "eenheid", "tekst"),
    [
        ("4375.2", Eenheid.EURO_PER_MAAND, "€ 4.375,20"),
        ("0", Eenheid.EURO_PER_JAAR, "€ 0,00"),
        ("59.545", Eenheid.EURO_PER_ETMAAL, "€ 59,55"),
        ("0.10", Eenheid.FRACTIE, "10%"),
        ("0.083", Eenheid.FRACTIE, "8,3%"),
        ("1", Eenheid.FRACTIE, "100%"),
        ("0.12345678", Eenheid.FRACTIE, "12,3457%"),
        ("0.250", Eenheid.FTE_PER_PLAATS, "0,25"),
        ("1400", Eenheid.UREN_PER_JAAR, "1.400"),
        ("52.142857", Eenheid.WEKEN_PER_JAAR, "52,1429"),
        ("4", Eenheid.AANTAL_PLAATSEN, "4"),
    ],
)
def test_een_waarde_staat_er_zoals_haar_eenheid_wordt_gelezen(
    waarde: str, eenheid: Eenheid, tekst: str
) -> None:
    assert toon(Decimal(waarde), eenheid) == tekst


def test_wat_met_een_euroteken_begint_is_geld() -> None:
    assert Eenheid.EURO_PER_UUR.is_geld
    assert not Eenheid.UREN_PER_JAAR.is_geld
    assert {e for e in Eenheid if e.is_geld} == {e for e in Eenheid if e.name.startswith("EURO")}


@pytest.mark.parametrize(
    ("tekst", "punt"),
    [
        ("4,1", "4.1"),
        ("4,1%", "4.1%"),
        (" -1.250,50 ", "-1250.50"),
        ("12", "12"),
        ("veel", "veel"),
        ("a.b", "a.b"),
    ],
)
def test_een_komma_wordt_een_punt(tekst: str, punt: str) -> None:
    assert punttekst(tekst) == punt


@pytest.mark.parametrize(
    ("tekst", "remedie"),
    [
        ("4.1", 'Schrijf een komma als decimaalteken: "4,1".'),
        ("4.1%", 'Schrijf een komma als decimaalteken: "4,1%".'),
        ("12.000", 'Schrijf "12000" of "12,000".'),
        ("1.000.000", 'Schrijf "1000000".'),
        ("1.2.3", "Schrijf een komma als decimaalteken."),
    ],
)
def test_een_punt_wordt_geweigerd_met_wat_wel_kan(tekst: str, remedie: str) -> None:
    with pytest.raises(PydanticCustomError) as fout:
        punttekst(tekst)
    assert (fout.value.context or {})["remedie"] == remedie


def test_een_remedie_krijgt_kommas() -> None:
    assert (
        kommaremedie('Schrijf een punt als decimaalteken: "4.1%".')
        == 'Schrijf een komma als decimaalteken: "4,1%".'
    )
