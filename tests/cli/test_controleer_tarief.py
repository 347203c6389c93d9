"""C4 on the command line: what an offered tariff means, and what an income asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gezinshuis_tarief import Opbouw, exploitatie, naar_json
from hulp.opdracht import draai

TARIEF = ("--tarief", "laag=140", "--tarief", "midden=150", "--tarief", "hoog=170")


@pytest.fixture
def offerte(tmp_path: Path, voorbeeld: Opbouw) -> str:
    pad = tmp_path / "offerte.json"
    pad.write_text(naar_json(voorbeeld), encoding="utf-8")
    return str(pad)


def test_het_antwoord_staat_voor_de_bevindingen(offerte: str, voorbeeld: Opbouw) -> None:
    resultaat = draai("controleer", offerte, *TARIEF)
    aanbod = exploitatie(voorbeeld, {"laag": 140, "midden": 150, "hoog": 170})
    assert resultaat.exit_code == 0
    assert resultaat.stdout.startswith(f"{aanbod}\n\n")
    assert "tekort van € 7.865,42" in resultaat.stdout
    assert "LEV-02" in resultaat.stdout  # the checks look at the offered tariff too
    assert "LEV-02" not in draai("controleer", offerte).stdout


def test_json_houdt_de_bevindingen_en_krijgt_de_exploitatie(offerte: str) -> None:
    antwoord = json.loads(draai("controleer", offerte, *TARIEF, "--json", "--uurinkomen", "30").stdout)
    assert {"code", "ernst", "sleutel"} <= set(antwoord["bevindingen"][0])
    jaar = antwoord["exploitatie"]
    assert jaar["stand"] == "tekort"
    assert jaar["resultaat"] == {
        "laag": "-1718.91",
        "midden": "-3833.74",
        "hoog": "-2312.78",
        "huis": "-7865.42",
    }
    assert jaar["tarief"] == {"laag": "140.00", "midden": "150.00", "hoog": "170.00"}
    assert jaar["bij_uurinkomen"]["bruto_maandsalaris"] == "3655.85"
    assert jaar["bij_uurinkomen"]["tarief"]["midden"] == "148.54"
    gewoon = json.loads(draai("controleer", offerte, "--json").stdout)["exploitatie"]
    assert gewoon["stand"] == "overschot"
    assert "bij_uurinkomen" not in gewoon


def test_een_inkomen_per_uur_vraagt_een_tarief(offerte: str) -> None:
    tekst = draai("controleer", offerte, "--uurinkomen", "30").stdout
    assert tekst.startswith(
        "Een inkomen van € 30,00 bruto per betaald uur, met toeslagen, is een maandsalaris"
    )
    assert "laag € 137,64, midden € 148,54, hoog € 170,33" in tekst


def test_de_jaartabellen_rekenen_met_het_aangeboden_tarief(offerte: str) -> None:
    tekst = draai("controleer", offerte, *TARIEF, "--exploitatie").stdout
    assert "verschil met het aangeboden tarief" in tekst


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (
            ("--tarief", "laag=140", "--tarief", "midden=150"),
            "Geef ook het tarief dat voor hoog is aangeboden.",
        ),
        (("--tarief", "laag"), "Schrijf --tarief laag=waarde"),
        ((*TARIEF, "--tarief", "hoog=1"), "staat er twee keer"),
        (("--tarief", "laag=1,5"), "heeft een komma"),
        (("--tarief", "licht=1"), "is geen zorgzwaarte"),
        (("--uurinkomen", "1,5"), "heeft een komma"),
        (("--uurinkomen", "-3"), "is negatief"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(offerte: str, opties: tuple[str, ...], melding: str) -> None:
    resultaat = draai("controleer", offerte, *opties)
    assert resultaat.exit_code == 3
    assert melding in resultaat.stderr
