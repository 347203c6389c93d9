"""Own figures on the command line: by option or by environment variable, in every command that looks figures up."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from gezinshuis_tarief import Opbouw, naar_json
from gezinshuis_tarief.cli import main
from gezinshuis_tarief.cli.referentie import referentie
from hulp.opdracht import draai

ZOEKEND = [
    *(["referentie", naam] for naam in referentie.commands),
    ["herprijs"],
    ["indexeer"],
    ["controleer"],
]


@pytest.fixture
def regio(tmp_path: Path) -> str:
    pad = tmp_path / "regio.csv"
    pad.write_text(
        "geldig_vanaf;cijferset;naam;stand;waarde;bron\n"
        "2027-01-01;Regio Oost;AWf_laag;;2,8%;brief\n"
        "2027-01-01;Regio Oost;max_premieloon;;81000;brief\n"
        "2026-01-01;Regio Oost;OVA;voorlopig;3;brief\n"
        "2026-01-01;Regio Oost;PPC;voorlopig;3;brief\n",
        encoding="utf-8",
    )
    return str(pad)


@pytest.mark.parametrize("woorden", ZOEKEND, ids=" ".join)
def test_elke_opdracht_die_cijfers_opzoekt_neemt_eigen_cijfers(woorden: list[str]) -> None:
    opdracht: click.Command = main
    for woord in woorden:
        assert isinstance(opdracht, click.Group)
        opdracht = opdracht.commands[woord]
    assert "--cijfers" in [naam for optie in opdracht.params for naam in optie.opts]


def test_opzoeken_toont_de_naam_van_de_set(regio: str) -> None:
    woorden = ("referentie", "premie", "AWf_laag", "--peildatum", "2027-01-01")
    getoond = draai(*woorden, "--cijfers", regio).stdout
    assert "AWf_laag: 2,8 % van premieloon" in getoond
    assert "  eigen cijfers: Regio Oost\n" in getoond
    zonder = draai(*woorden)
    assert (zonder.exit_code, zonder.stdout) == (3, "")


def test_de_omgeving_kan_eigen_cijfers_noemen(regio: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEZINSHUIS_TARIEF_CIJFERS", regio)
    indexeren = draai(
        "indexeer",
        "--tarief",
        "laag=100",
        "--basisjaar",
        "2025",
        "--tot-en-met",
        "2026",
        "--grondslag",
        "nieuw",
        "--uitleg",
    )
    assert "103,00" in indexeren.stdout
    assert "eigen cijfers: Regio Oost" in indexeren.stdout


def test_herprijzen_en_controleren_met_eigen_cijfers(regio: str, tmp_path: Path, voorbeeld: Opbouw) -> None:
    offerte = tmp_path / "offerte.json"
    offerte.write_text(naar_json(voorbeeld), encoding="utf-8")
    gecontroleerd = draai("controleer", str(offerte), "--peildatum", "2027-01-01", "--cijfers", regio)
    assert (
        "norm: max_premieloon 2027: € 81.000,00\n  bron: brief (eigen cijfers: Regio Oost)"
        in gecontroleerd.stdout
    )
    plek = (
        "--inschaling",
        "inkomen_gezinshuisouder",
        "8",
        "12",
        "--peildatum",
        "2027-01-01",
        "--cijfers",
        regio,
    )
    los = [
        woord
        for naam in (
            "Aof_laag",
            "Wko_opslag",
            "Whk_gemiddeld",
            "Zvw_werkgever",
            "OP_werkgeversdeel_jeugdzorg",
        )
        for woord in ("--eigen", naam, "5%", "brief")
    ]
    herprijsd = draai("herprijs", str(offerte), *plek, *los, "--eigen", "AOW_franchise", "17500", "brief")
    assert herprijsd.exit_code == 0
    assert "werkgeverspremies: 0,1713 → 0,228" in herprijsd.stdout
    assert "eigen cijfers: Regio Oost" in herprijsd.stdout


def test_een_bestand_dat_niet_klopt_is_een_melding_en_code_1(tmp_path: Path) -> None:
    pad = tmp_path / "regio.csv"
    pad.write_text("geldig_vanaf,naam,waarde,bron\n2027-01-01,AWf_lag,2.8,\n", encoding="utf-8")
    geweigerd = draai("referentie", "zoek", "AWf", "--cijfers", str(pad))
    assert (geweigerd.exit_code, geweigerd.stdout) == (3, "")
    naam, bron = geweigerd.stderr.splitlines()
    assert naam.startswith('regel 2, naam: "AWf_lag" is geen bekend cijfer.')
    assert naam.endswith("Bedoelt u AWf_laag?")
    assert bron == "regel 2, bron: ontbreekt. Zeg waar het cijfer staat."


def test_minimumloon_en_premies_van_ondernemers() -> None:
    assert "14,40 EUR per uur" in draai("referentie", "minimumloon", "--peildatum", "2025-12-31").stdout
    premie = draai("referentie", "ondernemer", "Zvw_laag", "--peildatum", "2025-01-01").stdout
    assert "Zvw_laag: 5,26 % van bijdrage-inkomen" in premie
    assert "herkomst: afgeleid" in premie
