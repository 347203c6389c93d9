"""Numbers with a decimal comma; a point is read only before a comma."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.referentie.eigen.notatie import kommaremedie, punttekst


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
