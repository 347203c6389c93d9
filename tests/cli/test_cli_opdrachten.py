"""Each command does what it says, on the right stream and with the right exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from gezinshuis_tarief import Opbouw, lees_onderhandeling, naar_json
from gezinshuis_tarief.kern.bestanden import BestandFout
from gezinshuis_tarief.voorbeelden.begin import begin
from hulp.invoer import invoer_nul, met_waarde
from hulp.opdracht import draai
from hulp.rekenblad import invoer_op_naam


@pytest.fixture
def bestand(tmp_path: Path, voorbeeld: Opbouw) -> str:
    pad = tmp_path / "mijn.json"
    pad.write_text(naar_json(voorbeeld), encoding="utf-8")
    return str(pad)


def test_voorbeeld_toont_tarieven_aannames_en_het_vervolg(voorbeeld: Opbouw) -> None:
    resultaat = draai("voorbeeld")
    assert resultaat.exit_code == 0
    assert resultaat.stderr == ""
    assert str(voorbeeld.bereken()) in resultaat.stdout
    for tarief in ("149,44", "160,34", "182,12"):
        assert tarief in resultaat.stdout
    assert "39 waarden zijn een aanname" in resultaat.stdout
    assert "leegstand.bezettingsgraad" in resultaat.stdout
    assert "alle opdrachten" in resultaat.stdout


def test_bereken_toont_een_tabel_en_ernaast_de_aannames(bestand: str, voorbeeld: Opbouw) -> None:
    resultaat = draai("bereken", bestand)
    assert resultaat.exit_code == 0
    assert resultaat.stdout == f"{voorbeeld.bereken()}\n"
    assert resultaat.stderr == "\n39 waarden zijn een aanname; zie gezinshuis-tarief uitleg.\n"


def test_bereken_met_een_zorgzwaarte_toont_het_hele_tarief(bestand: str, voorbeeld: Opbouw) -> None:
    resultaat = draai("bereken", bestand, "--zorgzwaarte", "midden")
    assert resultaat.stdout == f"{voorbeeld.bereken()['midden']}\n"


def test_bereken_json_met_zorgzwaartes(bestand: str) -> None:
    resultaat = draai("bereken", "--json", bestand, "--zorgzwaarte", "hoog", "--zorgzwaarte", "laag")
    assert resultaat.stderr == ""
    uitkomst = json.loads(resultaat.stdout)["uitkomst"]
    assert list(uitkomst) == ["laag", "hoog"]
    assert uitkomst["hoog"]["tarief"] == "182.12"


def test_bereken_leest_standaardinvoer(voorbeeld: Opbouw) -> None:
    resultaat = draai("bereken", "--json", "-", invoer=naar_json(voorbeeld))
    assert json.loads(resultaat.stdout) == voorbeeld.bereken().als_json()


def test_bereken_van_een_lijst_geeft_een_lijst(voorbeeld: Opbouw) -> None:
    een = json.loads(naar_json(voorbeeld))
    assert json.loads(draai("bereken", "--json", "-", invoer=[een]).stdout) == [
        voorbeeld.bereken().als_json()
    ]
    assert json.loads(draai("bereken", "--json", "-", invoer=[]).stdout) == []
    assert draai("bereken", "-", invoer=[een, een]).stdout.count("Tarief per etmaal") == 2


def test_wat_ongewoon_is_staat_naast_de_uitvoer() -> None:
    invoer = met_waarde(invoer_nul(), "inkomen_gezinshuisouder.vervangingsfactor", "1.5")
    melding = (
        "Let op: inkomen_gezinshuisouder.vervangingsfactor: 1.5 ligt buiten de cao "
        "(minstens 5/6 en hoogstens 7/6). Vraag waarop de afwijking berust.\n"
    )
    for opdracht in ("bereken", "uitleg"):
        resultaat = draai(opdracht, "-", invoer=invoer)
        assert resultaat.exit_code == 0
        assert resultaat.stderr.startswith(melding)
        assert "Let op" not in resultaat.stdout


def test_uitleg_toont_elke_stap(bestand: str, voorbeeld: Opbouw) -> None:
    resultaat = draai("uitleg", bestand)
    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    assert resultaat.stdout == f"{voorbeeld.uitleg()}\n"


def test_uitleg_van_een_zorgzwaarte(bestand: str, voorbeeld: Opbouw) -> None:
    resultaat = draai("uitleg", bestand, "--zorgzwaarte", "laag")
    assert resultaat.stdout == f"{voorbeeld.uitleg().voor('laag')}\n"


def test_uitleg_van_een_lijst_wordt_geweigerd() -> None:
    resultaat = draai("uitleg", "-", invoer=[])
    assert (resultaat.exit_code, resultaat.stdout) == (3, "")
    assert resultaat.stderr.startswith("invoer: is geen groep van sleutels en waarden.")


def test_nieuw_schrijft_een_begin() -> None:
    resultaat = draai("nieuw")
    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    assert json.loads(resultaat.stdout) == json.loads(json.dumps(begin()))


def test_nieuw_schrijft_naar_een_bestand(tmp_path: Path) -> None:
    doel = tmp_path / "mijn.json"
    resultaat = draai("nieuw", "-o", str(doel))
    assert resultaat.exit_code == 0
    assert resultaat.stdout == (
        f"{doel} staat klaar. Vul elke null in en draai: gezinshuis-tarief bereken {doel}\n"
    )
    assert doel.read_text(encoding="utf-8") == draai("nieuw").stdout
    assert list(tmp_path.iterdir()) == [doel]


def test_nieuw_begint_in_excel_en_wordt_een_bod(tmp_path: Path, voorbeeld: Opbouw) -> None:
    """W10: one could not start in Excel."""
    pad = tmp_path / "mijn.xlsx"
    assert "staat klaar. Vul elke cel met nog invullen in" in draai("nieuw", "-o", str(pad)).stdout
    assert draai("nieuw", "-o", str(pad)).exit_code == 3
    assert draai("lees", str(pad)).exit_code == 3
    boek = openpyxl.load_workbook(pad)
    for naam, waarde in invoer_op_naam(voorbeeld).items():
        blad, plek = boek.defined_names[naam].attr_text.split("!")
        boek[blad][plek.replace("$", "")] = waarde
    boek.save(pad)
    zaak = str(tmp_path / "d.json")
    begin = ("--naam", "De Linde", "--peildatum", "2026-01-01", "--basis", str(pad))
    assert draai("onderhandel", "nieuw", zaak, *begin).exit_code == 0
    uitkomst = lees_onderhandeling(Path(zaak).read_bytes()).basis.bereken()
    assert [t.per_etmaal for t in uitkomst.values()] == [t.per_etmaal for t in voorbeeld.bereken().values()]


def test_een_leeg_begin_zegt_wat_er_nog_moet(tmp_path: Path) -> None:
    resultaat = draai("bereken", "-", invoer=draai("nieuw").stdout)
    assert resultaat.exit_code == 3
    assert (
        "leegstand.bezettingsgraad: null is nog niet ingevuld. Toegestaan: groter dan 0 en hoogstens 1 (fractie). "
        "Vul deze waarde in."
    ) in resultaat.stderr.splitlines()
    assert list(tmp_path.iterdir()) == []


def test_nieuw_vervangt_geen_bestaand_bestand(tmp_path: Path) -> None:
    doel = tmp_path / "mijn.json"
    doel.write_text("van mij", encoding="utf-8")
    resultaat = draai("nieuw", "-o", str(doel))
    assert (resultaat.exit_code, resultaat.stdout) == (3, "")
    assert resultaat.stderr == (
        f"{doel}: bestaat al en wordt niet overschreven. Kies een andere naam of geef --overschrijf.\n"
    )
    assert doel.read_text(encoding="utf-8") == "van mij"
    assert draai("nieuw", "-o", str(doel), "--overschrijf").exit_code == 0
    assert doel.read_text(encoding="utf-8") == draai("nieuw").stdout


def test_nieuw_in_een_map_die_er_niet_is_wordt_geweigerd(tmp_path: Path) -> None:
    doel = tmp_path / "nergens" / "mijn.json"
    resultaat = draai("nieuw", "-o", str(doel))
    assert resultaat.exit_code == 3
    assert resultaat.stderr == f"{doel}: bestaat niet. Controleer de naam en de map.\n"


def test_schema_is_dat_van_de_opbouw() -> None:
    assert json.loads(draai("schema").stdout) == json.loads(json.dumps(Opbouw.model_json_schema()))


@pytest.mark.parametrize(
    ("fout", "reden"),
    [
        (FileNotFoundError(), "bestaat niet. Controleer de naam en de map."),
        (IsADirectoryError(), "is een map. Geef een bestand."),
        (PermissionError(), "mag niet worden gelezen of geschreven. Vraag om toegang."),
        (
            OSError(28, "No space left on device"),
            "past er niet op: de schijf is vol. Maak ruimte, of kies een andere schijf.",
        ),
    ],
)
def test_een_bestand_dat_niet_opengaat_zegt_waarom(fout: OSError, reden: str) -> None:
    assert str(BestandFout("x.json", fout)) == f"x.json: {reden}"


def test_wie_stopt_met_lezen_krijgt_geen_traceback(tmp_path: Path) -> None:
    aanroep = f"{sys.executable} -c 'from gezinshuis_tarief.cli import main; main()' schema | head -c 10"
    resultaat = subprocess.run(  # noqa: S602 (our own words)
        aanroep,
        shell=True,
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert resultaat.stderr == ""
    assert len(resultaat.stdout) == 10


def test_kleuren_alleen_op_een_terminal() -> None:
    assert "\x1b" not in draai("voorbeeld").output
    assert "\x1b" not in draai("bereken", "nergens.json").output


@pytest.mark.parametrize(
    ("woorden", "kop"),
    [
        (
            ["salaris", "jeugdzorg", "8", "12", "--peildatum", "2026-01-01"],
            "CAO Jeugdzorg schaal 8 periodiek 12: 4.375,20 EUR bruto per maand bij 36 u/week",
        ),
        (["regel", "vakantietoeslag", "--peildatum", "2026-01-01"], "vakantietoeslag: 8 % van salaris"),
        (["premie", "Zvw_werkgever", "--peildatum", "2026-01-01"], "Zvw_werkgever: 6,10 % van premieloon"),
        (
            ["pensioen", "AOW_franchise", "--peildatum", "2026-01-01"],
            "AOW_franchise: 17.283 EUR per jaar voltijd",
        ),
        (
            ["pleegvergoeding", "13", "--peildatum", "2024-06-01"],
            "pleegvergoeding 12 t/m 15 jaar per dag: 25,73 EUR per dag",
        ),
        (
            ["pleegvergoeding", "13", "--peildatum", "2024-06-01", "--per", "maand"],
            "pleegvergoeding 12 t/m 15 jaar per maand: 783 EUR per maand",
        ),
        (["index", "OVA", "2024", "--stand", "definitief"], "OVA: 6,00 %"),
        (
            ["functie", "Gezinshuisouder", "--peildatum", "2025-01-01"],
            "Gezinshuisouder: schaal 7 tot en met 10",
        ),
        (
            ["functie", "Gedragswetenschapper A", "--peildatum", "2020-01-01"],
            "Gedragswetenschapper A: schaal 12",
        ),
    ],
    ids=lambda deel: " ".join(deel) if isinstance(deel, list) else "",
)
def test_referentie_toont_een_cijfer_met_zijn_bron(woorden: list[str], kop: str) -> None:
    resultaat = draai("referentie", *woorden)
    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    regels = resultaat.stdout.splitlines()
    assert regels[0] == kop
    assert regels[1].startswith("  geldig vanaf: 20")
    assert any(regel.startswith("  bron: ") for regel in regels)


def test_een_laatst_gevonden_cijfer_zegt_dat_erbij() -> None:
    resultaat = draai("referentie", "salaris", "jeugdzorg", "8", "12", "--peildatum", "2026-01-01")
    assert "  let op: laatst gevonden tabel (per 2025-03-01)" in resultaat.stdout


def test_zoeken_toont_een_tabel_en_hoeveel_er_nog_zijn() -> None:
    assert "6,10         % van premieloon" in draai("referentie", "zoek", "Zvw", "2026").stdout
    veel = draai("referentie", "zoek", "jeugdzorg").stdout.splitlines()
    assert veel[-1].startswith("En nog ")
    assert veel[-1].endswith("; voeg een woord of een jaar toe.")


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (
            ["zoek", "zwembad"],
            "Geen cijfer gevonden met: zwembad. Probeer minder woorden, of een van de tabellen: ",
        ),
        (
            ["premie", "Zvw", "--peildatum", "2026-01-01"],
            "De werkgeverspremie 'Zvw' is niet bekend. Bedoelt u: ",
        ),
        (
            ["salaris", "jeugdzorg", "8", "12", "--peildatum", "morgen"],
            "peildatum: 'morgen' is geen bestaande datum. Toegestaan: jjjj-mm-dd, bijvoorbeeld 2026-01-01.",
        ),
        (["pensioen", "AOW_franchise", "--peildatum", "1990-01-01"], "Het pensioencijfer "),
    ],
    ids=lambda deel: " ".join(deel) if isinstance(deel, list) else "",
)
def test_een_onbekend_cijfer_wordt_geweigerd(woorden: list[str], melding: str) -> None:
    resultaat = draai("referentie", *woorden)
    assert (resultaat.exit_code, resultaat.stdout) == (3, "")
    if "1990" not in " ".join(woorden):
        assert resultaat.stderr.startswith(melding)
    else:
        assert "is niet bekend voor 1990-01-01" in resultaat.stderr


@pytest.mark.parametrize("opdracht", ["bereken", "uitleg"])
def test_een_werkboek_geeft_hetzelfde_als_zijn_json(
    opdracht: str, voorbeeld: Opbouw, werkboek: Path, tmp_path: Path
) -> None:
    invoer = tmp_path / "voorbeeld.json"
    invoer.write_text(naar_json(voorbeeld), encoding="utf-8")
    assert draai(opdracht, str(werkboek)).stdout == draai(opdracht, str(invoer)).stdout
