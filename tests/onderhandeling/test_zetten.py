"""Arguing without a number: a question, and holding one's value with a reason."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gezinshuis_tarief import (
    InvoerFout,
    Onderhandeling,
    lees_onderhandeling,
    maak_motivering,
    schrijf_onderhandeling,
    verenig_kopieen,
    voorbeeld_2026,
)
from gezinshuis_tarief.cli.onderhandel import onderhandel

DAG = dt.date(2026, 1, 12)
BEZETTING = "leegstand.bezettingsgraad"
OPSLAG = "overhead.opslag"


@pytest.fixture
def zaak() -> Onderhandeling:
    basis = voorbeeld_2026()
    begin = Onderhandeling(naam="De Linde", peildatum=DAG, partijen=("gemeente", "aanbieder"), basis=basis)
    bod = basis.met({BEZETTING: "0.9", OPSLAG: "0.14"}, reden="x")
    return begin.bod("aanbieder", bod, indiener="J", datum=DAG, reden="realisatie")


def vraagt(zaak: Onderhandeling, sleutel: str = BEZETTING) -> Onderhandeling:
    return zaak.vraag(sleutel, "gemeente", tekst="graag onderbouwen", indiener="K. Bos", datum=DAG)


def vragen(zaak: Onderhandeling) -> dict[str, dict[str, str]]:
    return {punt.sleutel: dict(punt.vragen) for punt in zaak.stand.punten if punt.vragen}


def test_een_vraag_wijzigt_niets_en_blijft_staan_tot_zij_is_beantwoord(zaak: Onderhandeling) -> None:
    na = vraagt(zaak)
    assert na.stand.standen == zaak.stand.standen
    assert vragen(na) == {BEZETTING: {"gemeente": "graag onderbouwen"}}
    assert "leegstand.bezettingsgraad, vraag van gemeente: graag onderbouwen" in str(na)
    assert vragen(na.volgende_ronde()) == vragen(na)
    punt = next(p for p in na.stand.als_json()["punten"] if p["sleutel"] == BEZETTING)
    assert punt["vragen"] == {"gemeente": "graag onderbouwen"}
    anders = na.stand.standen["aanbieder"].met({OPSLAG: "0.13"}, reden="x")
    assert vragen(na.bod("aanbieder", anders, indiener="J", datum=DAG, reden="minder")) == vragen(na)
    beter = na.stand.standen["aanbieder"].met({BEZETTING: "0.92"}, reden="x")
    assert vragen(na.bod("aanbieder", beter, indiener="J", datum=DAG, reden="twee plaatsen leeg")) == {}


def test_wie_vraagt_en_dan_zijn_waarde_houdt_heeft_de_vraag_nog(zaak: Onderhandeling) -> None:
    na = vraagt(zaak).houd(BEZETTING, "gemeente", reden="regio haalt meer", indiener="K", datum=DAG)
    assert vragen(na) == vragen(vraagt(zaak))
    assert na.stand.punt(BEZETTING).redenen["gemeente"] == "regio haalt meer"  # type: ignore[union-attr]
    antwoord = na.houd(BEZETTING, "aanbieder", reden="zie jaarrekening", indiener="J", datum=DAG)
    assert vragen(antwoord) == {}
    assert antwoord.stand.standen == zaak.stand.standen
    aanvaard = vraagt(zaak).aanvaard(BEZETTING, "gemeente", indiener="K", datum=DAG)
    assert vragen(aanvaard) == {}


def test_een_opmerking_over_het_geheel(zaak: Onderhandeling) -> None:
    na = vraagt(zaak, "")
    assert vragen(na) == {}
    assert na.stand.opmerkingen == na.stand.als_json()["opmerkingen"] == {"gemeente": "graag onderbouwen"}
    assert "gemeente zegt of vraagt: graag onderbouwen" in str(na)
    leeg = Onderhandeling(naam="x", peildatum=DAG, partijen=zaak.partijen, basis=zaak.basis)
    assert "gemeente zegt of vraagt" in str(vraagt(leeg, ""))
    assert "opmerkingen" not in zaak.stand.als_json()


def test_het_dossier_houdt_ze_en_kopieen_worden_een(zaak: Onderhandeling) -> None:
    na = vraagt(zaak).houd(OPSLAG, "gemeente", reden="benchmark", indiener="K", datum=DAG)
    assert lees_onderhandeling(schrijf_onderhandeling(na)) == na
    ander = zaak.houd(BEZETTING, "aanbieder", reden="zie jaarrekening", indiener="J", datum=DAG)
    samen = verenig_kopieen(na, ander)
    assert [zet.soort for zet in samen.ronden[-1].zetten] == ["bod", "vraag", "houden", "houden"]
    aanvaardt = zaak.aanvaard(OPSLAG, "gemeente", indiener="K", datum=DAG)
    houdt = zaak.houd(OPSLAG, "aanbieder", reden="blijft", indiener="J", datum=DAG)
    assert verenig_kopieen(aanvaardt, houdt).stand.standen == aanvaardt.stand.standen


def test_wat_niet_kan_wordt_geweigerd(zaak: Onderhandeling) -> None:
    with pytest.raises(InvoerFout, match="is geen punt van onderhandeling"):
        vraagt(zaak, "huisvesting.energie")
    with pytest.raises(InvoerFout, match="is geen punt van onderhandeling"):
        zaak.houd("", "gemeente", reden="x", indiener="K", datum=DAG)
    with pytest.raises(InvoerFout, match="is geen partij"):
        zaak.houd(OPSLAG, "provincie", reden="x", indiener="K", datum=DAG)
    with pytest.raises(InvoerFout, match="tekst"):
        zaak.vraag(OPSLAG, "gemeente", tekst="", indiener="K", datum=DAG)


def test_de_motivering_noemt_ze(zaak: Onderhandeling) -> None:
    na = vraagt(vraagt(zaak), "").houd(OPSLAG, "aanbieder", reden="blijft", indiener="J", datum=DAG)
    for sleutel in (BEZETTING, OPSLAG):
        na = na.aanvaard(sleutel, "gemeente", indiener="K", datum=DAG)
    tekst = str(maak_motivering(na))
    assert f"vraagt bij {BEZETTING}: graag onderbouwen" in tekst
    assert "vraagt: graag onderbouwen" in tekst
    assert f"houdt de eigen waarde van {OPSLAG}: blijft" in tekst


def test_op_de_opdrachtregel(zaak: Onderhandeling, tmp_path: Path) -> None:
    pad = tmp_path / "linde.json"
    pad.write_text(schrijf_onderhandeling(zaak), encoding="utf-8")
    wie = ["--partij", "gemeente", "--indiener", "K. Bos", "--datum", "2026-01-12", "--json"]
    woorden = ["vraag", str(pad), BEZETTING, "--tekst", "graag onderbouwen", *wie]
    punten = json.loads(CliRunner().invoke(onderhandel, woorden).stdout)["punten"]
    assert punten[-1]["vragen"] == {"gemeente": "graag onderbouwen"} or any("vragen" in p for p in punten)
    woorden = ["houd", str(pad), OPSLAG, "--reden", "benchmark", *wie]
    punten = json.loads(CliRunner().invoke(onderhandel, woorden).stdout)["punten"]
    assert {p["sleutel"]: p["redenen"].get("gemeente") for p in punten}[OPSLAG] == "benchmark"
