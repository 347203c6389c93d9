"""E11, W11, W18: programs that nobody here wrote open a workbook, change inputs and save it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gezinshuis_tarief import Opbouw, lees_excel, voorbeeld_2026
from hulp.invoer import ONDERNEMER
from hulp.libreoffice import Sjabloon
from hulp.onderdelen import met_alles_eigen
from hulp.rekenblad import definities

pytestmark = pytest.mark.klanten

SHEETJS = """
const X = require('xlsx'), [van, naar, waarden] = process.argv.slice(2);
const boek = X.readFile(van, {cellFormula: true, cellStyles: true, cellNF: true});
for (const [blad, cel, waarde] of JSON.parse(waarden)) {
    boek.Sheets[blad][cel].v = waarde;
    delete boek.Sheets[blad][cel].w;
}
X.writeFile(boek, naar);
"""
EXCELJS = """
const E = require('exceljs'), [van, naar, waarden] = process.argv.slice(2), boek = new E.Workbook();
(async () => {
    await boek.xlsx.readFile(van);
    for (const [blad, cel, waarde] of JSON.parse(waarden)) boek.getWorksheet(blad).getCell(cel).value = waarde;
    await boek.xlsx.writeFile(naar);
})();
"""
PAKKETTEN = ("xlsx@0.18.5", "exceljs@4.4.0")
VEROUDERD = {"uitkomst_verouderd", "tussenstap_verouderd", "tarief_wijkt_af"}
"""What is true of a file in which nobody calculated."""

VANGNET = {"sheetjs": {"vangnet_weg"}}
"""What a program does not save is one remark."""

WIJZIGINGEN = {"huisvesting.woonlasten_per_jaar": 22000, "leegstand.bezettingsgraad": 0.9}
HOOG = {"hoog.leegstand.bezettingsgraad": 0.85}

Bewaarder = Callable[[Path, Path, Mapping[str, float]], None]


def opbouwen() -> dict[str, tuple[Opbouw, dict[str, float]]]:
    """Return what is sent by name, with the inputs that come back otherwise."""
    per_zwaarte = voorbeeld_2026().met(
        {
            "hoog.leegstand.bezettingsgraad": "0.9",
            "midden.gezinshuis.dagen_per_jaar": 366,
            "eigen_opslagen": [{"naam": "risico", "percentage": "0.02", "grondslag": "kostprijs"}],
            "inkomen_gezinshuisouder": ONDERNEMER,
        },
        reden="proef",
    )
    return {
        "voorbeeld": (voorbeeld_2026(), WIJZIGINGEN),
        "eigen": (met_alles_eigen(), {"gezinshuis.dagen_per_jaar": 366}),
        "per_zorgzwaarte": (per_zwaarte, WIJZIGINGEN | HOOG),
    }


@pytest.fixture(scope="module")
def pakketten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("npm")
    opdracht = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(map_), *PAKKETTEN]
    subprocess.run(opdracht, check=True, timeout=300)  # noqa: S603 (a fixed command)
    (map_ / "sheetjs.js").write_text(SHEETJS, encoding="utf-8")
    (map_ / "exceljs.js").write_text(EXCELJS, encoding="utf-8")
    return map_


def _in_node(script: Path, van: Path, naar: Path, waarden: Mapping[str, float]) -> None:
    plekken = definities(van)
    zet = [[*plekken[naam].replace("$", "").replace("'", "").split("!"), w] for naam, w in waarden.items()]
    opdracht = ["node", script.name, str(van), str(naar), json.dumps(zet)]
    subprocess.run(opdracht, check=True, timeout=120, cwd=script.parent)  # noqa: S603 (a fixed command)


def _in_gnumeric(van: Path, naar: Path, waarden: Mapping[str, float]) -> None:
    getypt = naar.with_suffix(".getypt.xlsx")
    Sjabloon(van).schrijf(waarden, getypt)
    opdracht = ["ssconvert", "--recalc", "-T", "Gnumeric_Excel:xlsx2", str(getypt), str(naar)]
    subprocess.run(opdracht, check=True, timeout=120, capture_output=True)  # noqa: S603 (a fixed command)


@pytest.fixture(params=["sheetjs", "exceljs", "gnumeric"])
def klant(request: pytest.FixtureRequest) -> tuple[str, Bewaarder]:
    """A program, and how to make it open, change and save a file."""
    naam: str = request.param
    if naam == "gnumeric":
        return naam, _in_gnumeric
    map_: Path = request.getfixturevalue("pakketten")
    return naam, lambda van, naar, waarden: _in_node(map_ / f"{naam}.js", van, naar, waarden)


def _zonder_onderbouwing(opbouw: Opbouw) -> Opbouw:
    return opbouw.model_copy(update={"onderbouwing": {}})


@pytest.mark.parametrize("naam", ["voorbeeld", "eigen", "per_zorgzwaarte"])
def test_een_ander_programma_bewaart_en_wij_lezen_wat_er_is_gewijzigd(
    naam: str, klant: tuple[str, Bewaarder], tmp_path: Path
) -> None:
    programma, bewaar = klant
    opbouw, waarden = opbouwen()[naam]
    van, naar = tmp_path / "verzonden.xlsx", tmp_path / "terug.xlsx"
    opbouw.naar_excel(van)
    bewaar(van, naar, waarden)
    gelezen = lees_excel(naar)
    anders: dict[str, Any] = {sleutel: Decimal(str(waarde)) for sleutel, waarde in waarden.items()}
    hoort = opbouw.met(anders, reden="proef")
    assert _zonder_onderbouwing(gelezen.opbouw) == _zonder_onderbouwing(hoort)
    hier, daar = gelezen.opbouw.bereken(), hoort.bereken()
    assert {z: t.per_etmaal for z, t in hier.items()} == {z: t.per_etmaal for z, t in daar.items()}
    assert {wijziging.sleutel for wijziging in gelezen.wijzigingen} == waarden.keys()
    bekend = VANGNET.get(programma, set()) | {
        "vast_gewijzigd_zonder_reden",
        *(() if programma == "gnumeric" else VEROUDERD),
    }
    assert {bevinding.code for bevinding in gelezen.bevindingen} - bekend == set()
    assert gelezen.meegekomen == ()


@pytest.mark.parametrize("naam", ["voorbeeld", "eigen", "per_zorgzwaarte"])
def test_openen_en_bewaren_alleen_is_geen_bevinding(
    naam: str, klant: tuple[str, Bewaarder], tmp_path: Path
) -> None:
    opbouw, _ = opbouwen()[naam]
    van, naar = tmp_path / "verzonden.xlsx", tmp_path / "terug.xlsx"
    opbouw.naar_excel(van)
    programma, bewaar = klant
    bewaar(van, naar, {})
    gelezen = lees_excel(naar)
    assert gelezen.opbouw == opbouw
    assert (gelezen.wijzigingen, gelezen.meegekomen) == ((), ())
    assert {bevinding.code for bevinding in gelezen.bevindingen} == VANGNET.get(programma, set())
