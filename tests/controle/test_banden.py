"""Bands as data: read, refused, replaced; every default says where it comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, controleer, naar_json
from gezinshuis_tarief.controle import Band, lees_banden
from gezinshuis_tarief.controle.banden import GEMETEN, standaardbanden
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from hulp.opdracht import draai

GOED = {
    "maat": "winst_marge.percentage",
    "hoogste": "0.02",
    "bron": "inkoopkader",
    "geldig_vanaf": "2026-01-01",
    "herkomst": "bron",
}


def _lees(*banden: dict[str, Any]) -> tuple[Band, ...]:
    return lees_banden(json.dumps(banden))


def test_elke_maat_heeft_een_band_met_bron_en_dag_en_zegt_eerlijk_aanname() -> None:
    assert [band.maat for band in standaardbanden()] == list(GEMETEN)
    for band in standaardbanden():
        assert ("aanname" in band.bron) is (band.herkomst is Herkomst.AANNAME)
        assert ("(aanname)" in band.in_woorden) is (band.herkomst is Herkomst.AANNAME)
        assert str(band.geldig_vanaf.year) in band.herkomst_in_woorden


def test_een_band_in_woorden() -> None:
    beide, onder, boven = _lees(
        GOED | {"laagste": "0.01"},
        {**GOED, "maat": "vervanging_logeren.verlof", "laagste": 30, "hoogste": None},
        {**GOED, "maat": "huisvesting.per_etmaal", "hoogste": 20, "herkomst": "aanname"},
    )
    assert beide.in_woorden == "1% tot en met 2%"
    assert onder.in_woorden == "minstens 30 etmalen per jaar"
    assert boven.in_woorden == "hoogstens € 20,00 (aanname)"


def test_een_eigen_band_komt_in_de_plaats_van_de_onze(voorbeeld: Opbouw, tmp_path: Path) -> None:
    assert "AAN-01" not in {b.code for b in controleer(voorbeeld)}
    (gevonden,) = (b for b in controleer(voorbeeld, banden=_lees(GOED)) if b.code == "AAN-01")
    assert (gevonden.gevonden, gevonden.norm) == ("Winst/marge: 3%", "hoogstens 2%")
    assert gevonden.bron == "inkoopkader; van 1 januari 2026"
    assert gevonden.effect is not None
    absurd = voorbeeld.met({"overhead.opslag": "0.6"})
    assert "AAN-02" in {b.code for b in controleer(absurd, banden=_lees(GOED))}  # the others stay
    offerte, pad = tmp_path / "offerte.json", tmp_path / "banden.json"
    offerte.write_text(naar_json(voorbeeld), encoding="utf-8")
    pad.write_text(json.dumps([GOED]), encoding="utf-8")
    assert "AAN-01" in draai("controleer", str(offerte), "--banden", str(pad)).stdout
    assert draai("controleer", str(offerte), "--banden", "niks.json").exit_code == 3


def test_ook_het_aantal_plaatsen_volgt_de_band_van_de_regio(voorbeeld: Opbouw) -> None:
    ruim = _lees({**GOED, "maat": "gezinshuis.plaatsen_hoog", "hoogste": 6})
    vol = voorbeeld.met({"gezinshuis.plaatsen_hoog": 5, "gezinshuis.plaatsen_midden": 0})
    assert {"HUI-01", "HUI-02"} <= {b.code for b in controleer(vol)}
    assert {"HUI-01", "HUI-02"}.isdisjoint({b.code for b in controleer(vol, banden=ruim)})


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ({}, "banden: .*is geen lijst"),
        ([{}], r"banden\[0\].maat"),
        ([GOED | {"maat": "winst_marge.percentag"}], r"banden\[0\].maat: .*Bedoelt u winst_marge.percentage"),
        ([GOED | {"maat": "zwembad"}], "Bekend zijn: winst_marge.percentage, overhead.opslag"),
        ([GOED | {"hoogste": None}], "en hoogste ontbreken"),
        ([GOED | {"laagste": "0.03"}], "ligt boven hoogste"),
        ([GOED | {"hoogste": "0,02"}], "heeft een komma"),
        ([GOED | {"geldig_vanaf": "1-1-2026"}], r"banden\[0\].geldig_vanaf: .*geen bestaande datum"),
        ([GOED | {"herkomst": "gevoel"}], r"banden\[0\].herkomst"),
        ([GOED, GOED], "twee banden voor één maat"),
    ],
)
def test_wat_geen_band_is_wordt_geweigerd(inhoud: object, melding: str) -> None:
    with pytest.raises(InvoerFout, match=melding):
        lees_banden(json.dumps(inhoud))


def test_een_band_is_een_band(voorbeeld: Opbouw) -> None:
    vreemd: Any = [GOED]
    with pytest.raises(InvoerFout, match=r"banden: .*is geen Band"):
        controleer(voorbeeld, banden=vreemd)
