"""`lees`: a workbook back on the command line, with its findings."""

from __future__ import annotations

import json
from pathlib import Path

from gezinshuis_tarief import Opbouw, lees_excel
from hulp.knoei import Knoeier
from hulp.opdracht import draai

GRAAD = "leegstand.bezettingsgraad"


def test_uitvoeren_en_inlezen_geeft_niets_te_melden(tmp_path: Path) -> None:
    pad = tmp_path / "t.xlsx"
    assert draai("exporteer", "-o", str(pad)).exit_code == 0
    uitkomst = draai("lees", str(pad))
    assert uitkomst.exit_code == 0
    assert "149,44   160,34   182,12" in uitkomst.stdout
    assert uitkomst.stderr == "Geen bevindingen: formules en uitkomsten zijn nagerekend en kloppen.\n"


def test_json_van_een_gelezen_werkboek(werkboek: Path, voorbeeld: Opbouw) -> None:
    inhoud = json.loads(draai("lees", str(werkboek), "--json", "--strikt").stdout)
    assert inhoud["bevindingen"] == []
    assert Opbouw.model_validate(inhoud["opbouw"]) == voorbeeld


def test_bevindingen_staan_naast_de_uitkomst_en_breken_alleen_strikt_af(knoeier: Knoeier) -> None:
    pad = str(knoeier.typ(GRAAD, "95%").bewaar())
    gewoon = draai("lees", pad)
    assert gewoon.exit_code == 0
    assert f'{GRAAD}: de tekst "95%", gelezen als 0,95.' in gewoon.stderr
    assert gewoon.stderr.endswith("1 bevinding; de uitkomst hierboven is opnieuw berekend.\n")
    assert "160,34" in gewoon.stdout
    assert draai("lees", pad, "--strikt").exit_code == 1


def test_een_weigering_noemt_alles_en_geeft_code_1(knoeier: Knoeier) -> None:
    pad = str(knoeier.getal(GRAAD, 95).leeg("winst_marge.percentage").bewaar())
    uitkomst = draai("lees", pad)
    assert uitkomst.exit_code == 3
    assert uitkomst.stdout == ""
    assert (
        f"{GRAAD}: het getal 95. Toegestaan: groter dan 0 en hoogstens 1 (fractie). Bedoelt u 95%?"
        in uitkomst.stderr
    )
    assert "winst_marge.percentage: een lege cel" in uitkomst.stderr
    assert uitkomst.stderr.endswith("Het bestand is geweigerd: verbeter de fouten en lees het opnieuw.\n")
    als_json = draai("lees", pad, "--json")
    assert als_json.exit_code == 3
    inhoud = json.loads(als_json.stdout)
    assert inhoud["opbouw"] is None
    assert {"ernst": "fout", "code": "leeg", "sleutel": "winst_marge.percentage"}.items() <= inhoud[
        "bevindingen"
    ][1].items()


def test_het_antwoord_met_opmerkingen(knoeier: Knoeier, tmp_path: Path) -> None:
    pad, terug = str(knoeier.typ(GRAAD, "0,9").bewaar()), tmp_path / "terug.xlsx"
    assert "staat klaar" in draai("lees", pad, "--opmerkingen", str(terug)).stderr
    assert lees_excel(terug).opbouw == lees_excel(pad).opbouw
    nog_eens = draai("lees", pad, "--opmerkingen", str(terug))
    assert nog_eens.exit_code == 3
    assert "bestaat al en wordt niet overschreven" in nog_eens.stderr
    assert draai("lees", pad, "--opmerkingen", str(terug), "--overschrijf").exit_code == 0


def test_het_ontvangen_bestand_wordt_nooit_overschreven(werkboek: Path) -> None:
    ervoor = werkboek.read_bytes()
    uitkomst = draai("lees", str(werkboek), "--opmerkingen", str(werkboek), "--overschrijf")
    assert uitkomst.exit_code == 3
    assert "is het ontvangen bestand zelf" in uitkomst.stderr
    assert werkboek.read_bytes() == ervoor


def test_een_antwoord_dat_geen_werkboek_heet(werkboek: Path, tmp_path: Path) -> None:
    uitkomst = draai("lees", str(werkboek), "--opmerkingen", str(tmp_path / "terug.csv"))
    assert uitkomst.exit_code == 2
    assert "eindigt niet op .xlsx" in uitkomst.stderr


def test_een_antwoord_in_een_map_die_er_niet_is(werkboek: Path, tmp_path: Path) -> None:
    uitkomst = draai("lees", str(werkboek), "--opmerkingen", str(tmp_path / "weg" / "terug.xlsx"))
    assert uitkomst.exit_code == 3
    assert "terug.xlsx" in uitkomst.stderr
