"""E9: what a command writes with `--json` is what its JSON Schema says, and a schema refuses what is not."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from gezinshuis_tarief import naar_json, voorbeeld_2026
from gezinshuis_tarief.cli import main
from gezinshuis_tarief.cli.hulp.uitvoervormen import UITVOERVORMEN
from hulp.knoei import Knoeier
from hulp.opdracht import draai

NAMENS = ("--partij", "aanbieder", "--indiener", "S. Jansen", "--datum", "2026-03-02")
GRAAD = "leegstand.bezettingsgraad"
AANBOD = ("--tarief", "laag=145", "--tarief", "midden=155", "--tarief", "hoog=178")
BEGIN = ("--naam", "De Linde", "--peildatum", "2026-01-01", "--basis", "a.json")
BOD = ("onderhandel", "bod", "d.json", *NAMENS, "--zet", f"{GRAAD}=0.9", "--reden", "cijfers")
VRAAG = ("onderhandel", "vraag", "d.json", *NAMENS, "--tekst", "graag onderbouwen")
GEVALLEN: dict[str, list[tuple[str, ...]]] = {
    "bereken": [("bereken", "a.json"), ("bereken", "lijst.json", "--zorgzwaarte", "midden")],
    "controleer": [
        ("controleer", "a.json"),
        ("controleer", "a.json", *AANBOD, "--uurinkomen", "20", "--peildatum", "2025-12-31"),
    ],
    "exporteer": [("exporteer", "a.json", "-o", "uit.xlsx")],
    "herprijs": [("herprijs", "a.json", "--peildatum", "2026-01-01", "--eigen", "AWf_laag", "2.74%", "UWV")],
    "indexeer": [
        ("indexeer", "a.json", "--basisjaar", "2024", "--tot-en-met", "2025", "--grondslag", "nieuw")
    ],
    "kolommen": [
        ("kolommen", "in.csv", "--basis", "a.json", "--markeer", "fouten.csv"),
        ("kolommen", "goed.csv", "--basis", "a.json"),
    ],
    "lees": [("lees", "a.xlsx"), ("lees", "terug.xlsx")],
    "onderhandel akkoord": [("onderhandel", "akkoord", "d.json", GRAAD, *NAMENS, "--partij", "gemeente")],
    "onderhandel bod": [BOD],
    "onderhandel houd": [("onderhandel", "houd", "d.json", GRAAD, *NAMENS, "--reden", "blijft")],
    "onderhandel nieuw": [("onderhandel", "nieuw", "nieuw.json", *BEGIN)],
    "onderhandel ronde": [("onderhandel", "ronde", "d.json")],
    "onderhandel stand": [("onderhandel", "stand", "d.json")],
    "onderhandel verenig": [("onderhandel", "verenig", "d.json", "kopie.json")],
    "onderhandel verschil": [("onderhandel", "verschil", "d.json", "uitgangspunt", "aanbieder")],
    "onderhandel vraag": [VRAAG],
    "onderhandel werkboek": [("onderhandel", "werkboek", "d.json", "-o", "ronde.xlsx")],
    "rapport": [("rapport", "a.json", "-o", "a.html")],
    "uitleg": [("uitleg", "a.json")],
    "vergelijk": [
        ("vergelijk", "a.json", "b.json"),
        ("vergelijk", "a.json", "a.json"),
        ("vergelijk", "bewijs.json", "bewijs.json"),
    ],
    "voorbeeld": [("voorbeeld",)],
}


@pytest.fixture(scope="module")
def volle_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything the commands read, made once."""
    voorbeeld, map_ = voorbeeld_2026(), tmp_path_factory.mktemp("begin")
    ander = voorbeeld.met({GRAAD: "0.9", "overhead.opslag": "0.12"})
    with contextlib.chdir(map_):
        for naam, opbouw in (("a", voorbeeld), ("b", ander)):
            naar_json(opbouw, Path(f"{naam}.json"))
            opbouw.naar_excel(Path(f"{naam}.xlsx"))
        Knoeier(Path(shutil.copy("a.xlsx", "terug.xlsx"))).getal(GRAAD, 0.9).bewaar()
        Knoeier(Path(shutil.copy("a.xlsx", "fout.xlsx"))).getal(GRAAD, 95).bewaar()
        Path("lijst.json").write_text(f"[{naar_json(voorbeeld)},{naar_json(ander)}]", encoding="utf-8")
        Path("in.csv").write_text(f"huis,{GRAAD}\na,1.5\nb,0.95\n", encoding="utf-8")
        Path("goed.csv").write_text(f"huis,{GRAAD}\nb,0.95\n", encoding="utf-8")
        begin: list[tuple[str, ...]] = [("onderhandel", "nieuw", "d.json", *BEGIN), BOD, VRAAG]
        for woorden in begin:
            assert draai(*woorden).exit_code == 0
        for kopie in ("kopie.json", "klaar.json"):
            shutil.copy("d.json", kopie)
        akkoord: tuple[str, ...] = (
            "onderhandel",
            "akkoord",
            "klaar.json",
            GRAAD,
            *NAMENS,
            "--partij",
            "gemeente",
        )
        for woorden in (akkoord, ("onderhandel", "bewijs", "klaar.json", "-o", "bewijs.json")):
            assert draai(*woorden).exit_code == 0
    return map_


@pytest.fixture
def werkmap(volle_map: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(volle_map, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)


def schema(naam: str) -> Draft202012Validator:
    inhoud = json.loads(draai("schema", *naam.split()).stdout)
    Draft202012Validator.check_schema(inhoud)
    return Draft202012Validator(inhoud)


def test_e9_elke_vorm_is_van_een_opdracht_en_heeft_een_geval() -> None:
    assert GEVALLEN.keys() == UITVOERVORMEN.keys()
    groepen = {f"onderhandel {naam}" for naam in main.commands["onderhandel"].commands}  # type: ignore[attr-defined] # a group
    assert UITVOERVORMEN.keys() <= main.commands.keys() | groepen


@pytest.mark.usefixtures("werkmap")
@pytest.mark.parametrize("naam", GEVALLEN)
def test_e9_de_uitvoer_van_een_opdracht_past_op_haar_schema(naam: str) -> None:
    past = schema(naam)
    for woorden in GEVALLEN[naam]:
        uit = draai(*woorden, "--json")
        assert uit.exit_code == 0, uit.stderr
        past.validate(json.loads(uit.stdout))


@pytest.mark.usefixtures("werkmap")
def test_e9_ook_een_geweigerd_werkboek_past_op_het_schema() -> None:
    uit = draai("lees", "fout.xlsx", "--json")
    assert uit.exit_code == 3
    inhoud = json.loads(uit.stdout)
    assert inhoud["opbouw"] is None
    schema("lees").validate(inhoud)


def _zonder_veld(inhoud: dict[str, Any]) -> None:
    del inhoud["uitkomst"]["midden"]["tarief"]


def _met_veld(inhoud: dict[str, Any]) -> None:
    inhoud["btw"] = "0.00"


def _als_getal(inhoud: dict[str, Any]) -> None:
    inhoud["uitkomst"]["midden"]["tarief"] = 160.34


@pytest.mark.usefixtures("werkmap")
@pytest.mark.parametrize("bederf", [_zonder_veld, _met_veld, _als_getal])
def test_e9_een_schema_weigert_wat_er_niet_op_past(bederf: Callable[[dict[str, Any]], None]) -> None:
    inhoud = json.loads(draai("bereken", "a.json", "--json").stdout)
    bederf(inhoud)
    with pytest.raises(ValidationError):
        schema("bereken").validate(inhoud)


@pytest.mark.usefixtures("werkmap")
def test_e9_kolommen_telt_wat_is_overgeslagen() -> None:
    uit = draai(*GEVALLEN["kolommen"][0], "--json")
    assert json.loads(uit.stdout) == {
        "bestand": "in-tarieven.csv",
        "berekend": 1,
        "afgekeurd": 1,
        "bezwaren": 1,
        "fouten": "fouten.csv",
    }
    assert uit.stderr == ""


def test_e9_een_opdracht_zonder_schema_wordt_geweigerd() -> None:
    uit = draai("schema", "zwembad")
    assert (uit.exit_code, uit.stdout) == (3, "")
    assert "opdracht: zwembad heeft geen schema." in uit.stderr
    assert "onderhandel stand" in uit.stderr
