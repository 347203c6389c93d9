"""Reading the day for which a figure is asked."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.referentie import salaris
from gezinshuis_tarief.referentie.dagen import naar_dag


@given(st.dates())
def test_datum_tekst_en_moment_zijn_dezelfde_dag(dag: dt.date) -> None:
    moment = dt.datetime.combine(dag, dt.time(23, 59), tzinfo=dt.UTC)
    assert naar_dag(dag) == naar_dag(dag.isoformat()) == naar_dag(moment) == dag
    assert type(naar_dag(moment)) is dt.date


@pytest.mark.parametrize(
    "tekst", ["31-12-2025", "2026-02-30", "20260101", "2026-W01-1", "", " 2026-01-01", "morgen"]
)
def test_wat_geen_datum_is_wordt_geweigerd(tekst: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        naar_dag(tekst)
    assert str(fout.value) == (
        f"peildatum: {tekst!r} is geen bestaande datum. Toegestaan: jjjj-mm-dd, bijvoorbeeld 2026-01-01."
    )
    assert fout.value.bezwaren[0].sleutel == "peildatum"


def test_een_getal_is_geen_datum() -> None:
    with pytest.raises(InvoerFout):
        naar_dag(20260101)  # type: ignore[arg-type]


def test_de_peildatum_wordt_ook_bij_de_deur_gelezen() -> None:
    moment = dt.datetime(2025, 3, 1, 12, tzinfo=dt.UTC)
    assert salaris("jeugdzorg", 8, 12, moment) == salaris("jeugdzorg", 8, 12, "2025-03-01")
