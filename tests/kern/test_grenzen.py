"""A field is taken apart once, and says the same at every door."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import EigenPost, Gezinshuis, Leegstand, Verzorgingskosten
from gezinshuis_tarief.kern.grenzen import Grenzen, grenzen_van, modellen_in
from gezinshuis_tarief.model.opbouw import Opbouw


def grenzen(soort: type, naam: str) -> Grenzen:
    return grenzen_van(soort.model_fields[naam])  # type: ignore[attr-defined]


def test_grenzen_in_woorden() -> None:
    assert grenzen(Leegstand, "bezettingsgraad").toegestaan == "groter dan 0 en hoogstens 1 (fractie)"
    assert grenzen(Leegstand, "grondslag").toegestaan == "kostprijs of vaste_kosten"
    assert grenzen(Leegstand, "grondslag").keuzes == ("kostprijs", "vaste_kosten")
    assert grenzen(Leegstand, "grondslag").eenheid is None
    assert grenzen(Leegstand, "bezettingsgraad").keuzes == ()
    assert grenzen(Verzorgingskosten, "vast_bedrag_per_jaar").toegestaan == "minstens 0 (€ per jaar)"
    assert grenzen(EigenPost, "naam").toegestaan == ""
    assert grenzen(EigenPost, "naam").tekens == 80


def test_een_veld_wordt_een_keer_uit_elkaar_gehaald() -> None:
    assert grenzen(Leegstand, "bezettingsgraad") is grenzen(Leegstand, "bezettingsgraad")


def test_uitersten_zijn_de_getallen_die_nog_mogen() -> None:
    assert grenzen(Leegstand, "bezettingsgraad").kleinste == Decimal("1e-10")
    assert grenzen(Leegstand, "bezettingsgraad").grootste == 1
    assert grenzen(Gezinshuis, "dagen_per_jaar").kleinste == 365
    assert grenzen(EigenPost, "bedrag_per_jaar").grootste == 999_999_999


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [
        ("0.95", None),
        ("0", "ligt buiten de grenzen"),
        ("1.01", "ligt buiten de grenzen"),
        ("0.00000000001", "heeft te veel decimalen"),
        (None, "is nog niet ingevuld"),
        ("veel", "is geen getal"),
    ],
)
def test_een_oordeel_is_dat_van_de_deur(waarde: object, melding: str | None) -> None:
    oordeel = grenzen(Leegstand, "bezettingsgraad").oordeel(waarde)
    assert (oordeel and oordeel[0]) == melding


def test_hele_getallen_zijn_heel() -> None:
    assert grenzen(Gezinshuis, "plaatsen_laag").oordeel("1.5") == (
        "is geen heel getal",
        "Schrijf een heel getal.",
    )
    assert grenzen(Gezinshuis, "plaatsen_laag").oordeel("2.0") is None


def test_een_groep_houdt_delen_en_een_waarde_niet() -> None:
    for naam in ("gelieerde_zorgorganisatie", "eigen_posten", "onderbouwing"):
        assert list(modellen_in(Opbouw.model_fields[naam].annotation))
    assert not list(modellen_in(Leegstand.model_fields["bezettingsgraad"].annotation))
