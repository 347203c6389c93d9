"""`lees`: a workbook back on the command line, with its findings."""

from __future__ import annotations

import json
from pathlib import Path

from gezinshuis_tarief import Opbouw, lees_excel, naar_json
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
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


LEEGSTAND = {
    f"{z}.leegstand.per_etmaal": f"{z}.leegstand.grondslag*(1-leegstand.bezettingsgraad)"
    for z in ZORGZWAARTES
}


def met_andere_formule(knoeier: Knoeier) -> str:
    """Return a workbook in which somebody calculates leegstand otherwise."""
    for naam, formule in LEEGSTAND.items():
        knoeier.formule(naam, formule, "1")
    return str(knoeier.bewaar())


def test_v5_een_andere_formule_staat_er_als_voorstel(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    pad = met_andere_formule(knoeier)
    assert (
        "voorstel: leegstand: grondslag * (1 - bezettingsgraad), was grondslag / bezettingsgraad - grondslag. "
        "Verschil per etmaal: laag −0,30, midden −0,33, hoog −0,38." in draai("lees", pad).stderr
    )
    inhoud = json.loads(draai("lees", pad, "--json").stdout)
    assert [naam for naam in inhoud if naam != "wijzigingen"] == [
        "opbouw",
        "voorstellen",
        "meegekomen",
        "bevindingen",
    ]
    assert inhoud["voorstellen"] == [
        {
            "sleutel": "leegstand",
            "was": "grondslag / bezettingsgraad - grondslag",
            "wordt": "grondslag * (1 - bezettingsgraad)",
            "effect": {"laag": "-0.30", "midden": "-0.33", "hoog": "-0.38"},
        }
    ]
    assert Opbouw.model_validate(inhoud["opbouw"]) == voorbeeld


def test_v5_een_voorstel_als_berekening(knoeier: Knoeier, tmp_path: Path) -> None:
    pad, map_ = met_andere_formule(knoeier), tmp_path / "uit" / "voorstellen"
    assert draai("lees", pad, "--voorstellen", str(map_)).exit_code == 0
    assert [bestand.name for bestand in map_.iterdir()] == ["leegstand.json"]
    uitkomst = json.loads(draai("bereken", str(map_ / "leegstand.json"), "--json").stdout)
    assert uitkomst["uitkomst"]["midden"]["tarief"] == "160.01"
    nog_eens = draai("lees", pad, "--voorstellen", str(map_))
    assert nog_eens.exit_code == 3
    assert "leegstand.json: bestaat al en wordt niet overschreven" in nog_eens.stderr
    assert draai("lees", pad, "--voorstellen", str(map_), "--overschrijf").exit_code == 0
    geen_map = draai("lees", pad, "--voorstellen", pad)
    assert geen_map.exit_code == 3


def test_v5_zonder_voorstellen_komt_er_geen_map(werkboek: Path, tmp_path: Path) -> None:
    gedraaid = draai("lees", str(werkboek), "--voorstellen", str(tmp_path / "leeg"))
    assert f"Er zijn geen voorstellen; in {tmp_path / 'leeg'} is niets geschreven." in gedraaid.stderr
    assert not (tmp_path / "leeg").exists()


def test_v5_een_voorstel_is_een_punt_als_elk_ander(
    knoeier: Knoeier, tmp_path: Path, voorbeeld: Opbouw
) -> None:
    draai("lees", met_andere_formule(knoeier), "--voorstellen", str(tmp_path))
    basis, dossier = tmp_path / "basis.json", str(tmp_path / "d.json")
    basis.write_text(naar_json(voorbeeld), encoding="utf-8")
    zaak = ("--naam", "De Linde", "--peildatum", "2026-01-01", "--basis", str(basis))
    assert draai("onderhandel", "nieuw", dossier, *zaak).exit_code == 0
    bod = ("--partij", "gemeente", "--indiener", "S. Jansen", "--datum", "2026-01-12")
    stand = draai(
        "onderhandel",
        "bod",
        dossier,
        *bod,
        "--opbouw",
        str(tmp_path / "leegstand.json"),
        "--reden",
        "zo getypt",
    )
    assert "0 betwist, 1 open, 0 akkoord" in stand.stdout, stand.output
    woorden = "grondslag × (1 − bezettingsgraad), was grondslag ÷ bezettingsgraad − grondslag"
    assert f"  leegstand, gemeente: {woorden}\n" in stand.stdout
    assert "−0,33 (−489/jaar)" in stand.stdout
    ander = ("--partij", "aanbieder", "--indiener", "P. Visser", "--datum", "2026-01-13")
    akkoord = draai("onderhandel", "akkoord", dossier, *ander, "leegstand")
    assert "0 betwist, 0 open, 1 akkoord" in akkoord.stdout, akkoord.output
    assert "als alleen het akkoord geldt   149,14   160,01   181,74" in akkoord.stdout
