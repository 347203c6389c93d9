"""E4, E9: a command fits in a script: filled JSON in and out, exit codes of one meaning, one word for one thing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import click
import pytest

from gezinshuis_tarief import Opbouw, naar_json
from gezinshuis_tarief.cli import main, uitvoer
from gezinshuis_tarief.referentie import salaris
from hulp.knoei import Knoeier
from hulp.opdracht import draai

GRAAD = "leegstand.bezettingsgraad"
BESTAND = re.compile(r"BESTAND|OPBOUW|ANDER|.*\.(json|xlsx|csv|txt|parquet|html|pem)")
OPTIES = {
    "--antwoord-voor": "JJJJ-MM-DD",
    "--banden": "bestand",
    "--besluit": "NORM=AFSPRAAK",
    "--basis": "bestand",
    "--basisjaar": "JAAR",
    "--beeld": "bestand",
    "--bewijs": "bestand",
    "--cao": "CAO",
    "--cijfer": "REEKS JAAR STAND PROCENT BRON",
    "--cijfers": "bestand",
    "--clausule": "bestand",
    "--csv": "vlag",
    "--contract": "bestand",
    "--datum": "JJJJ-MM-DD",
    "--deelbaar": "vlag",
    "--eigen": "SLEUTEL WAARDE BRON",
    "--eigen-onderdelen": "vlag",
    "--eisen": "bestand",
    "--exploitatie": "vlag",
    "--grondslag": "keuze",
    "--ijw": "bestand",
    "--handtekening": "bestand",
    "--indexering": "bestand",
    "--indiener": "NAAM",
    "--inschaling": "BOUWSTEEN SCHAAL PERIODIEK",
    "--json": "vlag",
    "--leeftijd": "JAREN",
    "--met": "PARTIJ",
    "--met-ingevoegd": "vlag",
    "--minimum": "AANTAL",
    "--naam": "NAAM",
    "--naast": "bestand",
    "--nacalculatie": "keuze",
    "--niveau": "keuze",
    "--opbouw": "bestand",
    "--opmerkingen": "bestand",
    "--overschrijf": "vlag",
    "--partij": "PARTIJ",
    "--pdf": "bestand",
    "--peildatum": "JJJJ-MM-DD",
    "--per": "keuze",
    "--productcode": "PRODUCT=CODE",
    "--reden": "TEKST",
    "--reden-bij": "SLEUTEL=TEKST",
    "--ronde": "NUMMER",
    "--samenvoeging": "keuze",
    "--sleutel": "bestand",
    "--stand": "keuze",
    "--strikt": "vlag",
    "--tarief": "PRODUCT=EURO",
    "--tegenpartij": "bestand",
    "--tekst": "TEKST",
    "--titel": "TEKST",
    "--toon-clausule": "vlag",
    "--tot-en-met": "JAAR",
    "--uitleg": "vlag",
    "--uitvoer": "bestand",
    "--uurinkomen": "EURO",
    "--van": "PARTIJ",
    "--voorstellen": "MAP",
    "--zet": "SLEUTEL=WAARDE",
    "--zonder": "CODE",
    "--zorgzwaarte": "keuze",
}
"""Every option of every command, and what it takes: one name, one meaning."""
EIGEN_NAMEN = {"kolommen": {"--markeer", "--uit"}}
ALTIJD_JSON = {"nieuw", "schema"}


def bladeren(groep: click.Group = main, pad: str = "") -> Iterator[tuple[str, click.Command]]:
    for naam, opdracht in groep.commands.items():
        if isinstance(opdracht, click.Group):
            yield from bladeren(opdracht, f"{naam} ")
        else:
            yield f"{pad}{naam}", opdracht


def soort(optie: click.Option) -> str:
    if optie.is_flag:
        return "vlag"
    if isinstance(optie.type, click.Choice) or optie.metavar == "STAND":
        return "keuze"
    metavar = str(optie.metavar)
    return "bestand" if BESTAND.fullmatch(metavar) else metavar


def test_e9_een_optie_betekent_in_elke_opdracht_hetzelfde() -> None:
    gevonden: dict[str, set[str]] = {}
    for naam, opdracht in bladeren():
        for optie in opdracht.params:
            lang = max(optie.opts, key=len)
            if isinstance(optie, click.Option) and lang not in EIGEN_NAMEN.get(naam, set()):
                gevonden.setdefault(lang, set()).add(soort(optie))
    assert gevonden == {naam: {kind} for naam, kind in OPTIES.items()}


def test_e9_elke_opdracht_schrijft_json() -> None:
    zonder = {naam for naam, opdracht in bladeren() if not any("--json" in o.opts for o in opdracht.params)}
    assert zonder == ALTIJD_JSON


def test_e9_elke_exitcode_staat_in_de_handleiding() -> None:
    tekst = (Path(__file__).parents[2] / "HANDLEIDING.md").read_text(encoding="utf-8")
    tabel = dict(re.findall(r"^\| (\d+) \| (.+) \|$", tekst.partition("| exitcode |")[2], re.MULTILINE))
    codes = (
        0,
        uitvoer.MET_BEVINDINGEN,
        click.UsageError.exit_code,
        uitvoer.GEWEIGERD,
        uitvoer.GEEN_UITVOER,
        130,
    )
    assert [int(code) for code in tabel] == list(codes)
    assert tabel["3"].startswith("geweigerd")


def test_e9_strikt_gaat_aan_een_opmerking_voorbij(knoeier: Knoeier) -> None:
    pad = str(knoeier.typ(GRAAD, "95%").bewaar())
    ernst = {b["ernst"] for b in json.loads(draai("lees", pad, "--json").stdout)["bevindingen"]}
    assert draai("lees", pad, "--strikt").exit_code == (0 if ernst == {"opmerking"} else 1)


def test_e9_een_verschil_in_beeld_vervangt_alleen_op_verzoek(tmp_path: Path, voorbeeld: Opbouw) -> None:
    een, ander, beeld = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "w.svg"
    naar_json(voorbeeld, een)
    naar_json(voorbeeld.met({GRAAD: "0.9"}), ander)
    beeld.write_text("oud", encoding="utf-8")
    woorden = ("vergelijk", str(een), str(ander), "--beeld", str(beeld))
    geweigerd = draai(*woorden)
    assert geweigerd.exit_code == 3
    assert geweigerd.stderr.endswith("Kies een andere naam of geef --overschrijf.\n")
    assert draai(*woorden, "--overschrijf").exit_code == 0
    assert "<svg" in beeld.read_text(encoding="utf-8")


def test_e4_het_voorbeeld_is_ingevulde_json(tmp_path: Path, voorbeeld: Opbouw) -> None:
    doel = tmp_path / "mijn.json"
    geschreven = draai("voorbeeld", "-o", str(doel))
    assert (geschreven.stdout, geschreven.stderr) == ("", f"{doel} staat klaar.\n")
    assert doel.read_text(encoding="utf-8") == naar_json(voorbeeld)
    assert draai("voorbeeld", "-o", str(doel)).exit_code == 3
    assert draai("voorbeeld", "-o", str(doel), "--overschrijf").exit_code == 0
    for woorden in (["--json"], ["-o", "-"], ["--json", "-o", "-"]):
        uit = draai("voorbeeld", *woorden)
        assert (uit.stdout, uit.stderr) == (naar_json(voorbeeld), "")


def test_e4_invoer_onder_een_andere_naam_dan_json_wordt_geweigerd(tmp_path: Path, werkboek: Path) -> None:
    for woorden in (["voorbeeld"], ["lees", str(werkboek)]):
        uit = draai(*woorden, "-o", str(tmp_path / "x.xlsx"))
        assert uit.exit_code == 2
        assert "x.xlsx eindigt niet op .json." in uit.stderr


def test_e4_een_werkboek_wordt_json(werkboek: Path, tmp_path: Path, voorbeeld: Opbouw) -> None:
    doel = tmp_path / "mijn.json"
    uit = draai("lees", str(werkboek), "-o", str(doel))
    assert "149,44" in uit.stdout
    assert f"{doel} staat klaar.\n" in uit.stderr
    assert Opbouw.model_validate_json(doel.read_text(encoding="utf-8")) == voorbeeld
    assert draai("lees", str(werkboek), "-o", "-").stdout == doel.read_text(encoding="utf-8")
    beide = draai("lees", str(werkboek), "-o", "-", "--json")
    assert beide.exit_code == 2
    assert "kies --json of -o -" in beide.stderr


def test_e4_een_geweigerd_werkboek_schrijft_niets(knoeier: Knoeier, tmp_path: Path) -> None:
    doel = tmp_path / "mijn.json"
    pad = str(knoeier.getal(GRAAD, 95).bewaar())
    assert draai("lees", pad, "-o", str(doel)).exit_code == 3
    assert not doel.exists()


@pytest.mark.parametrize("opdracht", ["bereken", "uitleg"])
def test_e4_elke_opdracht_neemt_wat_lees_als_json_geeft(
    opdracht: str, werkboek: Path, voorbeeld: Opbouw
) -> None:
    gelezen = draai("lees", str(werkboek), "--json").stdout
    goed = draai(opdracht, "-", "--json", invoer=naar_json(voorbeeld))
    assert goed.exit_code == 0
    assert draai(opdracht, "-", "--json", invoer=gelezen).stdout == goed.stdout


def test_e4_nieuw_schrijft_naar_standaarduitvoer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert draai("nieuw", "-o", "-").stdout == draai("nieuw").stdout
    assert [*tmp_path.iterdir()] == []


def test_e9_uitleg_als_json_houdt_stappen_bronnen_en_open_normen(voorbeeld: Opbouw) -> None:
    uit = json.loads(
        draai("uitleg", "-", "--json", "--zorgzwaarte", "midden", invoer=naar_json(voorbeeld)).stdout
    )
    stappen = {stap["sleutel"]: stap for stap in uit["stappen"]}
    stap = stappen["midden.leegstand.per_etmaal"]
    exact = voorbeeld.uitleg().stap("midden.leegstand.per_etmaal").waarde
    assert abs(Decimal(stap["waarde"]) - exact) <= Decimal("0.5e-10")
    assert (stap["eenheid"], stap["invoer"]) == ("€ per etmaal", [GRAAD])
    assert stap["formule"] == "grondslag ÷ bezettingsgraad − grondslag"
    assert not any("hoog" in sleutel.split(".") for sleutel in stappen)
    (graad,) = [invoer for invoer in uit["invoer"] if invoer["sleutel"] == GRAAD]
    assert (graad["waarde"], graad["status"], graad["herkomst"]) == ("95%", "open", "aanname")
    assert {"vraag", "onze_lezing", "naam"} == set(uit["open_normen"][0])


def test_e9_een_cijfer_als_json() -> None:
    woorden = ("referentie", "salaris", "jeugdzorg", "8", "12", "--peildatum", "2026-01-01")
    cijfer = salaris("jeugdzorg", "8", "12", "2026-01-01")
    inhoud = json.loads(draai(*woorden, "--json").stdout)
    assert (inhoud["waarde"], inhoud["geldig_vanaf"]) == (str(cijfer.waarde), str(cijfer.geldig_vanaf))
    assert inhoud["bron"] == cijfer.bron
    alle = json.loads(draai("referentie", "zoek", "jeugdzorg", "--json").stdout)
    assert len(alle) > 40
    functie = json.loads(
        draai("referentie", "functie", "Gezinshuisouder", "--peildatum", "2025-01-01", "--json").stdout
    )
    assert (functie["laagste"], functie["hoogste"]) == (7, 10)


def test_e9_herprijs_als_json_en_naar_standaarduitvoer(voorbeeld: Opbouw) -> None:
    woorden = ("herprijs", "-", "--peildatum", "2026-01-01", "--eigen", "AWf_laag", "2.74%", "UWV")
    tabel = draai(*woorden, invoer=naar_json(voorbeeld))
    assert tabel.exit_code == 0, tabel.stderr
    inhoud = json.loads(draai(*woorden, "--json", invoer=naar_json(voorbeeld)).stdout)
    assert inhoud["tarieven"]["midden"]["was"] == "160.34"
    assert all(deel["bron"] for deel in inhoud["gewijzigd"])
    nieuw = draai(*woorden, "-o", "-", invoer=naar_json(voorbeeld)).stdout
    wordt = Opbouw.model_validate_json(nieuw).bereken()["midden"].per_etmaal
    assert str(wordt) == inhoud["tarieven"]["midden"]["wordt"]


def test_e9_een_gemaakt_werkboek_meldt_zijn_naam_als_json(tmp_path: Path, voorbeeld: Opbouw) -> None:
    pad = tmp_path / "t.xlsx"
    assert json.loads(draai("exporteer", "-o", str(pad), "--json").stdout) == {"bestand": str(pad)}
    (tmp_path / "map").mkdir()
    naar_json(voorbeeld, tmp_path / "map" / "a.json")
    (tmp_path / "map" / "b.json").write_text("{", encoding="utf-8")
    boek = tmp_path / "o.xlsx"
    inhoud = json.loads(draai("offertes", str(tmp_path / "map"), "-o", str(boek), "--json").stdout)
    assert inhoud["bestand"] == str(boek)
    assert [deel["bestand"] for deel in inhoud["gelezen"]] == ["a.json"]
    assert [deel["bestand"] for deel in inhoud["niet_gelezen"]] == ["b.json"]
