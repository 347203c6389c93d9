"""Foster-care amounts by age and year."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief.kern.fouten import InvoerFout, OnbekendCijfer
from gezinshuis_tarief.referentie import pleegvergoeding, pleegvergoeding_toeslag


@pytest.mark.parametrize(
    ("leeftijd", "dag", "bedrag"),
    [
        (0, "2024-01-01", "23.32"),
        (8, "2024-12-31", "23.32"),
        (9, "2024-01-01", "23.63"),
        (12, "2024-01-01", "25.73"),
        (15, "2024-01-01", "25.73"),
        (16, "2024-01-01", "28.41"),
        (18, "2024-01-01", "28.70"),
        (20, "2024-01-01", "28.70"),
        (12, "2020-07-08", "20.85"),
        (12, "2020-01-01", "20.85"),
        (12, "2005-06-30", "15.70"),
    ],
)
def test_basisbedrag_per_dag(leeftijd: int, dag: str, bedrag: str) -> None:
    cijfer = pleegvergoeding(leeftijd, dag)
    assert (cijfer.waarde, cijfer.eenheid) == (Decimal(bedrag), "EUR per dag")


def test_basisbedrag_per_maand() -> None:
    cijfer = pleegvergoeding(leeftijd=18, peildatum="2021-01-01", per="maand")
    assert (cijfer.waarde, cijfer.eenheid) == (Decimal(720), "EUR per maand")
    assert cijfer.naam == "pleegvergoeding 18 jaar en ouder per maand"
    assert pleegvergoeding(12, "2024-01-01").naam == "pleegvergoeding 12 t/m 15 jaar per dag"


def test_een_onleesbaar_dagbedrag_is_een_fout() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        pleegvergoeding(18, "2021-05-01")
    assert str(fout.value) == (
        "De pleegvergoeding 18 jaar en ouder per dag is niet bekend voor 2021-05-01: dit cijfer geldt per "
        "kalenderjaar en dat van 2021 is niet gevonden (de bron: dagbedrag niet leesbaar in bron). Dichtstbij "
        "bekend: per 2020-01-01 (ervoor: 23,26 EUR per dag) en per 2023-01-01 (erna: 27,44 EUR per dag). Geef het cijfer zelf op, met de bron erbij."
    )


@pytest.mark.parametrize("jaar", [2004, 2010, 2022, 2025, 2026])
def test_een_ontbrekend_jaar_blijft_ontbreken(jaar: int) -> None:
    with pytest.raises(OnbekendCijfer, match=f"dat van {jaar} is niet gevonden"):
        pleegvergoeding(12, dt.date(jaar, 1, 1))


@pytest.mark.parametrize("leeftijd", [-1, 12.5, True, "12"])
def test_wat_geen_leeftijd_is_wordt_geweigerd(leeftijd: object) -> None:
    with pytest.raises(InvoerFout) as fout:
        pleegvergoeding(leeftijd, "2024-01-01")  # type: ignore[arg-type]
    assert str(fout.value) == (f"leeftijd: {leeftijd!r} is geen leeftijd. Toegestaan: hele jaren, 0 of meer.")


def test_een_onbekende_periode_wordt_geweigerd() -> None:
    with pytest.raises(InvoerFout) as fout:
        pleegvergoeding(12, "2024-01-01", per="week")  # type: ignore[arg-type]
    assert str(fout.value) == "per: 'week' is geen periode. Toegestaan: dag of maand."


@given(st.integers(0, 30), st.sampled_from([2005, *range(2015, 2021), 2023, 2024]))
def test_de_maand_ligt_binnen_anderhalve_euro_van_365_twaalfde(leeftijd: int, jaar: int) -> None:
    dag = dt.date(jaar, 12, 31)
    per_dag = pleegvergoeding(leeftijd, dag).waarde
    per_maand = pleegvergoeding(leeftijd, dag, per="maand").waarde
    assert abs(per_dag * 365 / 12 - per_maand) < Decimal("1.5")


@pytest.mark.parametrize(
    ("dag", "bedrag"), [("2024-06-01", "4.65"), ("2020-12-31", "3.77"), ("2015-01-01", "3.51")]
)
def test_toeslag(dag: str, bedrag: str) -> None:
    assert pleegvergoeding_toeslag(dag).waarde == Decimal(bedrag)


def test_een_ontbrekende_toeslag_noemt_de_dichtstbijzijnde() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        pleegvergoeding_toeslag("2021-01-01")
    assert str(fout.value) == (
        "De toeslag op de pleegvergoeding is niet bekend voor 2021-01-01: dit cijfer geldt per kalenderjaar en "
        "dat van 2021 is niet gevonden. Dichtstbij bekend: per 2020-01-01 (ervoor: 3,77 EUR per dag per pleegkind) en "
        "per 2023-01-01 (erna: 4,45 EUR per dag per pleegkind). "
        "Geef het cijfer zelf op, met de bron erbij."
    )
