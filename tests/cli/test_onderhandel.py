"""The commands, run as a user runs them: right and wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from gezinshuis_tarief import maak_bewijs, naar_json, schrijf_bewijs, voorbeeld_2026
from gezinshuis_tarief.cli import main
from hulp.contracten import DAG, tekenklaar
from hulp.knoei import Knoeier

Draai = Callable[..., Result]
BOD = ("--indiener", "S. Jansen", "--datum", "2026-01-12")


@pytest.fixture
def draai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Draai:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "basis.json").write_text(naar_json(voorbeeld_2026()), encoding="utf-8")
    loper = CliRunner()

    def voer_uit(*woorden: str, code: int = 0) -> Result:
        uitkomst = loper.invoke(main, woorden)
        assert uitkomst.exit_code == code, uitkomst.output
        return uitkomst

    return voer_uit


@pytest.fixture
def zaak(draai: Draai) -> Draai:
    """A negotiation with two points."""
    draai(
        "onderhandel",
        "nieuw",
        "d.json",
        "--naam",
        "De Linde",
        "--peildatum",
        "2026-01-01",
        "--basis",
        "basis.json",
    )
    draai(
        "onderhandel", "bod", "d.json", "--partij", "aanbieder", *BOD, "--reden", "realisatie",
        "--zet", "leegstand.bezettingsgraad=0.90", "--zet", "overhead.opslag=0.12",
        "--reden-bij", "overhead.opslag=jaarrekening", "--peildatum", "2026-01-01",
    )  # fmt: skip
    return draai


def test_een_onderhandeling_van_begin_tot_bijlage(zaak: Draai, tmp_path: Path) -> None:
    uit = zaak("onderhandel", "stand", "d.json").output
    assert "0 betwist, 2 open, 0 akkoord" in uit
    assert "overhead.opslag, aanbieder: jaarrekening" in uit
    zaak(
        "onderhandel",
        "bod",
        "d.json",
        "--partij",
        "gemeente",
        *BOD,
        "--zet",
        "leegstand.bezettingsgraad=0.94",
        "--reden",
        "x",
    )
    uit = zaak("onderhandel", "akkoord", "d.json", "overhead.opslag", "--partij", "gemeente", *BOD).output
    assert "1 betwist, 0 open, 1 akkoord" in uit
    assert "ronde 2" in zaak("onderhandel", "ronde", "d.json").output
    melding = zaak("onderhandel", "bewijs", "d.json", "-o", "b.json", code=3).stderr
    assert "is nog niet rond; over leegstand.bezettingsgraad is geen akkoord" in melding
    zaak("onderhandel", "akkoord", "d.json", "leegstand.bezettingsgraad", "--partij", "aanbieder", *BOD)
    assert "zegel" in zaak("onderhandel", "bewijs", "d.json", "-o", "b.json", "--datum", "2026-02-01").output
    assert "Alle regels kloppen tot op de cent." in zaak("onderhandel", "naspel", "b.json").output
    assert json.loads(zaak("onderhandel", "naspel", "b.json", "--json").output)["klopt"] is True
    zegel = json.loads(zaak("onderhandel", "bewijs", "d.json", "-o", "b2.json", "--json").output)["zegel"]
    assert json.loads((tmp_path / "b2.json").read_text(encoding="utf-8"))["zegel"] == zegel
    bijlage = json.loads(zaak("onderhandel", "bijlage", "b.json", "-o", "b3.docx", "--json").output)
    assert (bijlage["bestand"], (tmp_path / "b3.docx").exists()) == ("b3.docx", True)
    motivering = json.loads(zaak("onderhandel", "motivering", "d.json", "--json").output)
    assert (motivering["bestand"], "Het verloop" in motivering["tekst"]) == (None, True)
    werkboek = json.loads(zaak("onderhandel", "werkboek", "d.json", "-o", "r.xlsx", "--json").output)
    assert (werkboek["bestand"], (tmp_path / "r.xlsx").exists()) == ("r.xlsx", True)
    (tmp_path / "clausule.txt").write_text("Wij volgen de OVA.\n", encoding="utf-8")
    assert (
        "Wij volgen de OVA."
        in zaak("onderhandel", "bijlage", "b.json", "--indexering", "clausule.txt").output
    )
    assert "staat klaar" in zaak("onderhandel", "bijlage", "b.json", "-o", "b.docx").output
    assert "Het verloop" in zaak("onderhandel", "motivering", "d.json").output
    assert "b.docx: bestaat al" in zaak("onderhandel", "bijlage", "b.json", "-o", "b.docx", code=3).stderr
    assert "b.json: bestaat al" in zaak("onderhandel", "bewijs", "d.json", "-o", "b.json", code=3).stderr
    assert (
        "weg/b.pdf: bestaat niet"
        in zaak("onderhandel", "bijlage", "b.json", "-o", "weg/b.pdf", code=3).stderr
    )
    assert (
        "weg/b.json: bestaat niet"
        in zaak("onderhandel", "bewijs", "d.json", "-o", "weg/b.json", code=3).stderr
    )


def test_json_voor_machines(zaak: Draai) -> None:
    inhoud = json.loads(zaak("onderhandel", "stand", "d.json", "--json").output)
    assert (inhoud["naam"], inhoud["ronde"]) == ("De Linde", 1)
    assert {punt["sleutel"]: punt["status"] for punt in inhoud["punten"]} == {
        "overhead.opslag": "open",
        "leegstand.bezettingsgraad": "open",
    }


def test_een_hele_opbouw_en_een_kopie(zaak: Draai, tmp_path: Path) -> None:
    (tmp_path / "kopie.json").write_bytes((tmp_path / "d.json").read_bytes())
    gemeente = voorbeeld_2026().met({"winst_marge.percentage": "0.02"})
    (tmp_path / "bod.json").write_text(naar_json(gemeente), encoding="utf-8")
    bod = ("onderhandel", "bod", "kopie.json", "--partij", "gemeente", *BOD, "--opbouw", "bod.json")
    assert "is gewijzigd zonder reden" in zaak(*bod, code=3).stderr
    zaak(*bod, "--reden", "beleid")
    uit = zaak("onderhandel", "verenig", "d.json", "kopie.json").output
    assert "winst_marge.percentage" in uit
    assert "0 betwist, 3 open" in uit


def test_verschil_tussen_partijen_en_tussen_bestanden(zaak: Draai, tmp_path: Path) -> None:
    uit = zaak("onderhandel", "verschil", "d.json", "uitgangspunt", "aanbieder", "--beeld", "w.png").output
    assert "Zorgzwaarte laag: van € 149,44 naar € 158,26" in uit
    assert (tmp_path / "w.png").exists()
    verschil = ("onderhandel", "verschil", "d.json", "gemeente", "aanbieder")
    assert "w.png: bestaat al" in zaak(*verschil, "--beeld", "w.png", code=3).stderr
    assert "weg/w.png: bestaat niet" in zaak(*verschil, "--beeld", "weg/w.png", code=3).stderr
    assert json.loads(zaak(*verschil, "--json").output)["verschil"]["laag"]["naar"] == "158.26"
    assert "niemand: is geen partij. Kies uit" in zaak(*verschil[:4], "niemand", code=3).stderr
    assert "De twee berekeningen zijn gelijk" in zaak("vergelijk", "basis.json", "basis.json").output
    assert "d.json: is een onderhandeling" in zaak("vergelijk", "d.json", "basis.json", code=3).stderr


def test_bewijzen_worden_vergeleken_en_een_bewerkt_bewijs_wordt_geweigerd(
    zaak: Draai, tmp_path: Path
) -> None:
    zaak(
        "onderhandel", "nieuw", "e.json", "--naam", "x", "--peildatum", "2026-01-01", "--basis", "basis.json"
    )
    zaak("onderhandel", "bewijs", "e.json", "-o", "oud.json", "--datum", "2026-01-01")
    zaak(
        "onderhandel",
        "akkoord",
        "d.json",
        "overhead.opslag",
        "leegstand.bezettingsgraad",
        "--partij",
        "gemeente",
        *BOD,
    )
    zaak("onderhandel", "bewijs", "d.json", "-o", "nieuw.json", "--datum", "2026-02-01")
    uit = zaak("vergelijk", "oud.json", "nieuw.json").output
    assert "Tariefbewijs van 2026-01-01 naast dat van 2026-02-01" in uit
    assert (
        "Zorgzwaarte laag: van € 149,44 naar € 158,26" in zaak("vergelijk", "basis.json", "nieuw.json").output
    )
    tekst = (tmp_path / "nieuw.json").read_text(encoding="utf-8")
    (tmp_path / "nieuw.json").write_text(
        tekst.replace('"S. Jansen"', '"X"').replace("158.26", "168.26"), encoding="utf-8"
    )
    for opdracht in (("vergelijk", "oud.json", "nieuw.json"), ("onderhandel", "naspel", "nieuw.json")):
        assert "het tariefbewijs is na het opmaken gewijzigd" in zaak(*opdracht, code=3).stderr


def test_naspelen_dat_niet_klopt_eindigt_met_een_fout(zaak: Draai, monkeypatch: pytest.MonkeyPatch) -> None:
    zaak(
        "onderhandel", "nieuw", "e.json", "--naam", "x", "--peildatum", "2026-01-01", "--basis", "basis.json"
    )
    zaak("onderhandel", "bewijs", "e.json", "-o", "oud.json")
    anders = {z: {"tarief": "1.00"} for z in ("laag", "midden", "hoog")}
    monkeypatch.setattr("gezinshuis_tarief.stukken.bewijs.uitkomst_van", lambda _: anders)
    assert (
        "uitkomst.laag.tarief: toen 149.44, nu 1.00"
        in zaak("onderhandel", "naspel", "oud.json", code=1).output
    )


def test_verkeerde_invoer_verandert_niets(zaak: Draai, tmp_path: Path) -> None:
    voor = (tmp_path / "d.json").read_bytes()
    bod = ("onderhandel", "bod", "d.json", "--partij", "gemeente", *BOD)
    gevallen = {
        (*bod, "--zet", "foo", "--reden", "x"): "--zet foo: schrijf SLEUTEL=WAARDE",
        (
            *bod,
            "--zet",
            "leegstand.bezettingsgraad=0,9",
            "--reden",
            "x",
        ): 'Schrijf een punt als decimaalteken: "0.9"',
        (*bod, "--zet", "leegstand.bezetting=0.9", "--reden", "x"): "Bedoelt u leegstand.bezettingsgraad?",
        (*bod, "--zet", "overhead.opslag=0.2"): "is gewijzigd zonder reden",
        (
            *bod,
            "--zet",
            "overhead.opslag=0.2",
            "--reden",
            "x",
            "--peildatum",
            "2025-01-01",
        ): "een ander prijspeil",
        ("onderhandel", "bod", "d.json", "--partij", "gemente", *BOD): "Bedoelt u gemeente?",
        (
            "onderhandel",
            "akkoord",
            "d.json",
            "overhead.opslag",
            "x",
            "--partij",
            "gemeente",
            *BOD,
        ): "x: is geen punt",
        ("onderhandel", "stand", "weg.json"): "weg.json: bestaat niet",
        ("onderhandel", "stand", "basis.json"): "is geen onderhandeling",
        ("onderhandel", "naspel", "d.json"): "is geen tariefbewijs",
        (
            "onderhandel",
            "nieuw",
            "d.json",
            "--naam",
            "x",
            "--peildatum",
            "2026-01-01",
            "--basis",
            "basis.json",
        ): ("d.json: bestaat al en wordt niet overschreven"),
        (
            "onderhandel",
            "nieuw",
            "weg/d.json",
            "--naam",
            "x",
            "--peildatum",
            "2026-01-01",
            "--basis",
            "basis.json",
        ): ("weg/d.json: bestaat niet"),
    }
    for woorden, melding in gevallen.items():
        assert melding in zaak(*woorden, code=3).stderr
    assert (tmp_path / "d.json").read_bytes() == voor


def test_een_deel_kan_worden_weggelaten(zaak: Draai) -> None:
    uit = zaak(
        "onderhandel",
        "bod",
        "d.json",
        "--partij",
        "aanbieder",
        *BOD,
        "--zet",
        "gelieerde_zorgorganisatie=geen",
    ).output
    assert "gelieerde" not in uit


def test_een_dag_die_er_geen_is_wordt_geweigerd(zaak: Draai) -> None:
    opdracht = (
        "onderhandel",
        "akkoord",
        "d.json",
        "x",
        "--partij",
        "gemeente",
        "--indiener",
        "y",
        "--datum",
        "morgen",
    )
    assert "'morgen' is geen datum als jjjj-mm-dd." in zaak(*opdracht, code=2).stderr


def test_een_bod_mag_als_werkboek_komen(zaak: Draai, tmp_path: Path) -> None:
    voorbeeld_2026().met({"winst_marge.percentage": "0.02"}).naar_excel(tmp_path / "bod.xlsx")
    uit = zaak(
        "onderhandel",
        "bod",
        "d.json",
        "--partij",
        "gemeente",
        *BOD,
        "--opbouw",
        "bod.xlsx",
        "--reden",
        "beleid",
    ).output
    assert "winst_marge.percentage      open" in uit
    uit = zaak("vergelijk", "basis.json", "bod.xlsx").output
    assert "10 Winst/marge: percentage   3%" in uit
    assert "weg.xlsx bestaat niet" in zaak("vergelijk", "basis.json", "weg.xlsx", code=3).stderr


def test_een_beknoeid_werkboek_wordt_met_zijn_bevindingen_gelezen(zaak: Draai, knoeier: Knoeier) -> None:
    pad = knoeier.getal("winst_marge.percentage", "0.02").bewaar()
    melding = zaak(
        "onderhandel",
        "bod",
        "d.json",
        "--partij",
        "gemeente",
        *BOD,
        "--opbouw",
        str(pad),
        "--reden",
        "beleid",
    ).stderr
    assert "Let op: " in melding


def type_in(pad: Path, waarden: dict[str, str | float]) -> None:
    boek = openpyxl.load_workbook(pad)
    for naam, waarde in waarden.items():
        blad, plek = boek.defined_names[naam].attr_text.split("!")
        boek[blad][plek.replace("$", "")] = waarde
    boek.save(pad)


def test_een_ronde_gaat_door_een_werkboek(zaak: Draai, tmp_path: Path) -> None:
    woorden = ("--partij", "gemeente", "--antwoord-voor", "2026-02-09")
    uit = zaak("onderhandel", "werkboek", "d.json", "-o", "r.xlsx", *woorden).output
    assert "onderhandel lees d.json r.xlsx" in uit
    type_in(
        tmp_path / "r.xlsx",
        {
            "punt.overhead.opslag.voorstel": 0.11,
            "punt.overhead.opslag.reden": "benchmark",
            "punt.leegstand.bezettingsgraad.antwoord": "akkoord",
            "gesprek.ingevuld_namens": "gemeente",
            "aanbieder.overhead.opslag": 0.5,
        },
    )
    lees = ("onderhandel", "lees", "d.json", "r.xlsx", "--partij", "gemeente", *BOD)
    als_json = json.loads(zaak(*lees, "--json").output)
    assert {punt["sleutel"]: punt["status"] for punt in als_json["punten"]} == {
        "overhead.opslag": "betwist",
        "leegstand.bezettingsgraad": "akkoord",
    }
    assert [bevinding["code"] for bevinding in als_json["bevindingen"]] == ["vaste_cel_gewijzigd"]
    opnieuw = zaak(*lees)
    assert "1 betwist, 0 open, 1 akkoord" in opnieuw.output
    assert "0,5 op een plek die vastligt" in opnieuw.stderr


def test_een_geweigerd_werkboek_laat_het_bestand_zoals_het_was(zaak: Draai, tmp_path: Path) -> None:
    zaak("onderhandel", "werkboek", "d.json", "-o", "r.xlsx")
    voor = (tmp_path / "d.json").read_bytes()
    type_in(tmp_path / "r.xlsx", {"punt.overhead.opslag.antwoord": "misschien"})
    lees = ("onderhandel", "lees", "d.json", "r.xlsx", "--partij", "gemeente", *BOD)
    uit = zaak(*lees, code=3)
    assert '"misschien" als antwoord' in uit.stderr
    assert "Het dossier is niet gewijzigd" in uit.stderr
    bevinding, _ = json.loads(zaak(*lees, "--json", code=3).stdout)["bevindingen"]
    keuzes = "akkoord of voorstel of houden of vraag"
    assert (bevinding["code"], bevinding["toegestaan"]) == ("geen_antwoord", keuzes)
    assert (tmp_path / "d.json").read_bytes() == voor


def test_het_bewijs_komt_mee_in_het_werkboek_van_een_akkoord(zaak: Draai, tmp_path: Path) -> None:
    zaak(
        "onderhandel", "akkoord", "d.json", "overhead.opslag", "leegstand.bezettingsgraad", "--partij", "gemeente", *BOD
    )  # fmt: skip
    zaak("onderhandel", "bewijs", "d.json", "-o", "b.json", "--datum", "2026-01-13")
    zaak("onderhandel", "werkboek", "d.json", "-o", "r.xlsx", "--bewijs", "b.json")
    assert "Tariefbewijs" in openpyxl.load_workbook(tmp_path / "r.xlsx").sheetnames


def test_een_werkboek_heeft_een_goede_plek_nodig(zaak: Draai) -> None:
    zaak("onderhandel", "werkboek", "d.json", "-o", "r.xlsx")
    assert "bestaat al" in zaak("onderhandel", "werkboek", "d.json", "-o", "r.xlsx", code=3).stderr
    zaak("onderhandel", "werkboek", "d.json", "-o", "r.xlsx", "--overschrijf")
    assert "eindigt niet op .xlsx" in zaak("onderhandel", "werkboek", "d.json", "-o", "r.ods", code=2).stderr
    assert (
        "is geen Excel-werkmap"
        in zaak("onderhandel", "lees", "d.json", "d.json", "--partij", "gemeente", *BOD, code=3).stderr
    )


def test_nieuw_en_stand_waarschuwen_voor_een_prijspeil_na_de_cijfers(draai: Draai) -> None:
    """C1: as text, and as JSON."""
    nieuw = (
        "onderhandel",
        "nieuw",
        "d.json",
        "--naam",
        "x",
        "--peildatum",
        "2027-01-01",
        "--basis",
        "basis.json",
    )
    assert "Let op: Voor 1 januari 2027 zijn deze cijfers niet bekend" in draai(*nieuw).output
    prijspeil = json.loads(draai("onderhandel", "stand", "d.json", "--json").output)["prijspeil"]
    assert prijspeil["peildatum"] == "2027-01-01"
    assert prijspeil["cijfers"]["lonen"] == {"geldig_vanaf": ["2025-03-01"], "zonder_dag": []}
    assert len(prijspeil["waarschuwingen"]) == 1


def test_alle_bezwaren_tegen_zetten_komen_in_een_keer_en_het_dossier_blijft(
    zaak: Draai, tmp_path: Path
) -> None:
    voor = (tmp_path / "d.json").read_bytes()
    bod = ("onderhandel", "bod", "d.json", "--partij", "gemeente", *BOD)
    vast = "inkomen_gezinshuisouder.loon.vakantietoeslag"
    uit = zaak(
        *bod, "--zet", "zwembad=1", "--zet", "leegstand.bezettingsgraad=2", "--zet", f"{vast}=0.09",
        "--reden-bij", "leegstand.bezettingsgraad=x", code=3,
    )  # fmt: skip
    assert [regel.split(":")[0] for regel in uit.stderr.splitlines()] == [
        "zwembad",
        "leegstand.bezettingsgraad",
        vast,
    ]
    dubbel = zaak(*bod, "--zet", "overhead.opslag=0.1", "--zet", "overhead.opslag=0.2", code=3)
    assert dubbel.stderr == "--zet overhead.opslag: staat er twee keer. Laat een van beide weg.\n"
    assert (tmp_path / "d.json").read_bytes() == voor


def test_contractgegevens_voorstellen_en_overnemen(zaak: Draai, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text('{"nummer": "7"}', encoding="utf-8")
    wie = ("--indiener", "x", "--datum", "2026-02-01")
    uit = zaak(
        "onderhandel", "contract", "d.json", "--partij", "gemeente", *wie, "--contract", "c.json"
    ).output
    assert (
        "Akkoord: nog niets.\nNog geen akkoord: nummer.\nNog niet ingevuld: bijlageversie, partijen," in uit
    )
    zelf = zaak(
        "onderhandel", "contract", "d.json", "--partij", "aanbieder", *wie, "--van", "gemeente", "--json"
    )
    assert json.loads(zelf.output) == {"akkoord": {"nummer": "7"}, "los": []}
    geen = zaak("onderhandel", "contract", "d.json", "--partij", "aanbieder", *wie, code=2)
    assert "Geef --contract of --van, en niet allebei." in geen.stderr
    vreemd = zaak("onderhandel", "contract", "d.json", "--partij", "aanbieder", *wie, "--van", "wie", code=3)
    assert "is geen partij" in vreemd.stderr


def test_een_concept_eindigt_met_strikt_in_code_1(zaak: Draai, tmp_path: Path) -> None:
    bewijs = maak_bewijs(tekenklaar(voorbeeld_2026()).opbouw, gemaakt_op=DAG)
    (tmp_path / "los.json").write_text(schrijf_bewijs(bewijs), encoding="utf-8")
    uit = zaak("onderhandel", "bijlage", "los.json", "--strikt", "-o", "-", code=1).output
    assert uit.startswith("CONCEPT – niet tekenen")
    klaar = json.loads(zaak("onderhandel", "bijlage", "los.json", "--json", "-o", "c.html").output)
    assert klaar["redenen"][0].startswith("Achter dit tariefbewijs")
    assert "Het is een concept" in zaak("onderhandel", "bijlage", "los.json", "-o", "c.txt").output
    assert "staat klaar" in zaak("onderhandel", "bijlage", "los.json", "-o", "c.txt", "--overschrijf").output
    (tmp_path / "klaar.json").write_text(schrijf_bewijs(tekenklaar(voorbeeld_2026())), encoding="utf-8")
    goed = zaak("onderhandel", "bijlage", "klaar.json", "--strikt", "-o", "k.pdf")
    assert goed.output == "k.pdf staat klaar.\n"
    assert "redenen" not in json.loads(zaak("onderhandel", "bijlage", "klaar.json", "--json").output)
