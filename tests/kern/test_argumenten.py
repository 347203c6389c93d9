"""Days, paths, numbers and objects are read in one way, and what does not belong is refused with what to do (D4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import Opbouw, Uitkomst, voorbeeld_2026
from gezinshuis_tarief.kern.argumenten import (
    eis_aantal,
    eis_soort,
    naar_dag,
    naar_pad,
    toon_ding,
    zoek_deel,
)
from gezinshuis_tarief.kern.fouten import InvoerFout, OnbekendeNaam
from gezinshuis_tarief.referentie import salaris


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


def weigering(doe: Callable[[], object]) -> str:
    with pytest.raises(InvoerFout) as fout:
        doe()
    return str(fout.value)


def test_een_moment_van_pandas_dat_er_geen_is_wordt_geweigerd() -> None:
    assert "is geen bestaande datum" in weigering(lambda: naar_dag(pd.NaT))  # type: ignore[arg-type]


class Bytepad:
    def __fspath__(self) -> bytes:
        return b"tarief.json"


@pytest.mark.parametrize("pad", ["map/a.json", Path("map/a.json"), Path("map/a.JSON")])
def test_een_pad_mag_tekst_of_een_pad_zijn(pad: str | Path) -> None:
    assert naar_pad(pad, einden=[".json"]) == Path(pad)


@pytest.mark.parametrize(
    ("pad", "melding"),
    [
        (None, 'pad: null is geen naam van een bestand. Geef de naam van een bestand, zoals "tarief.xlsx".'),
        (7, "pad: 7 is geen naam"),
        ("", 'pad: "" is geen naam'),
        (Bytepad(), "is geen naam"),
        (b"x", "pad: is de inhoud van een bestand, geen naam."),
        ('{"gezinshuis": 1}', "JSON als tekst gaat met van_json, lees_onderhandeling of lees_bewijs."),
        ("a\nb.xlsx", "is de inhoud van een bestand"),
        ("t.csv", 'pad: "t.csv" moet eindigen op .xlsx of .xlsm. Geef'),
        ("t", 'pad: "t" moet eindigen op .xlsx of .xlsm.'),
    ],
)
def test_wat_geen_pad_is_wordt_geweigerd_met_wat_wel_kan(pad: Any, melding: str) -> None:  # noqa: ANN401 (anything)
    assert melding in weigering(lambda: naar_pad(pad, einden=[".xlsx", ".xlsm"]))


def test_een_ding_van_een_andere_soort_hoort_hoe_het_goede_te_krijgen_is(voorbeeld: Opbouw) -> None:
    uitkomst = voorbeeld.bereken()
    assert weigering(lambda: eis_soort("opbouw", uitkomst, Opbouw)) == (
        "opbouw: een Uitkomst is geen Opbouw. Geef wat erin zit: uitkomst.opbouw."
    )
    assert weigering(lambda: eis_soort("opbouw", Opbouw, Opbouw)).startswith(
        "opbouw: Opbouw is geen Opbouw. Geef"
    )
    assert "van_json" in weigering(lambda: eis_soort("opbouw", "a.json", Opbouw))
    assert weigering(lambda: eis_soort("lijst", 3, tuple, list, type(None))) == (
        "lijst: 3 is geen lijst. Schrijf een lijst: [ … ]."
    )
    assert (
        weigering(lambda: eis_soort("eis", None, dt.timedelta))
        == "eis: null is geen timedelta. Geef een timedelta."
    )
    eis_soort("opbouw", None, Opbouw, type(None))


def test_een_deel_dat_er_niet_is_hoort_welke_er_zijn() -> None:
    delen = {"laag": 1, "midden": 2}
    assert zoek_deel("zorgzwaarte", "midden", delen) == 2
    with pytest.raises(OnbekendeNaam) as fout:
        zoek_deel("zorgzwaarte", "Midden", delen)
    assert str(fout.value) == "Midden: is geen zorgzwaarte. Bedoelt u midden?"
    assert isinstance(fout.value, KeyError)
    with pytest.raises(OnbekendeNaam, match=r"7: is geen zorgzwaarte\. Bekend zijn: laag, midden\."):
        zoek_deel("zorgzwaarte", 7, delen)
    assert "Midden" not in Uitkomst(voorbeeld_2026(), {})


@pytest.mark.parametrize(
    ("waarde", "tekst"), [("a", "a"), (None, "null"), (Opbouw, "Opbouw"), (1j, "een complex")]
)
def test_van_een_ding_is_de_soort_te_zien(waarde: object, tekst: str) -> None:
    assert toon_ding(waarde) == tekst


@pytest.mark.parametrize("waarde", [0, True, 1.5, "2", None])
def test_wat_geen_aantal_is_wordt_geweigerd(waarde: object) -> None:
    assert weigering(lambda: eis_aantal("n", "is geen aantal", waarde, 1, "Trek er een.")).startswith("n: ")
    eis_aantal("n", "", np.int64(1), 1, "")
