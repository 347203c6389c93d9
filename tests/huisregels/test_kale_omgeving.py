"""E8: the wheel in an empty environment: small, the commands that must work do, and a missing extra is named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from hulp.knoei import Knoeier

WORTEL: Final = Path(__file__).parents[2]
HOOGSTENS_MEGABYTE: Final = 60
BASIS = """\
voorbeeld
voorbeeld -o a.json
nieuw -o begin.json
schema
bereken a.json
uitleg a.json
sleutels
referentie zoek jeugdzorg
exporteer a.json -o a.xlsx
lees a.xlsx --json
controleer a.json --exploitatie
herprijs a.json --peildatum 2026-01-01
indexeer --tarief laag=149.44 --basisjaar 2024 --tot-en-met 2025 --grondslag nieuw
vergelijk a.json getypt.xlsx
onderhandel nieuw d.json --naam Zwolle --peildatum 2026-01-01 --basis a.json
onderhandel bod d.json --partij aanbieder --zet leegstand.bezettingsgraad=0.9 --reden x --indiener X --datum 2026-01-12
onderhandel verschil d.json uitgangspunt aanbieder
onderhandel werkboek d.json -o r.xlsx
onderhandel stand d.json
"""
MET_EXTRA = {
    "kolommen a.csv": "parquet",
    "vergelijk a.json getypt.xlsx --beeld w.png": "grafieken",
    "offertes offertes -o o.xlsx": "kolommen",
}


def megabyte(map_: Path) -> int:
    """Return what a folder takes, as `du -sm` says it."""
    blokken = sum(deel.lstat().st_blocks for deel in (map_, *map_.rglob("*")))
    return blokken * 512 // 1024**2


def voer_uit(*woorden: str | Path, map_: Path) -> subprocess.CompletedProcess[str]:
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("PYTHON")}
    return subprocess.run(woorden, capture_output=True, cwd=map_, env=schoon, text=True, encoding="utf-8")  # noqa: PLW1510, S603


@pytest.fixture(scope="module")
def kaal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """An environment with the wheel and nothing that an extra brings, and what it grew by."""
    map_ = tmp_path_factory.mktemp("kaal")
    omgeving = map_ / "omgeving"
    pip = ("-m", "pip", "--disable-pip-version-check")
    bouw = voer_uit(sys.executable, *pip, "wheel", "-q", "--no-deps", "-w", map_, WORTEL, map_=map_)
    assert bouw.returncode == 0, bouw.stderr
    voer_uit(sys.executable, "-m", "venv", omgeving, map_=map_)
    leeg = megabyte(omgeving)
    (wiel,) = map_.glob("*.whl")
    gezet = voer_uit(omgeving / "bin" / "python", *pip, "install", "-q", wiel, map_=map_)
    assert gezet.returncode == 0, gezet.stderr
    return omgeving / "bin", megabyte(omgeving) - leeg


@pytest.mark.traag
def test_e8_de_kleinste_installatie_neemt_weinig_plaats(kaal: tuple[Path, int]) -> None:
    assert kaal[1] < HOOGSTENS_MEGABYTE


@pytest.mark.traag
def test_e8_de_kleinste_installatie_doet_wat_zij_moet(kaal: tuple[Path, int], knoeier: Knoeier) -> None:
    getypt = knoeier.typ("leegstand.bezettingsgraad", "0.91").bewaar()
    map_ = getypt.parent
    getypt.rename(map_ / "getypt.xlsx")
    (map_ / "offertes").mkdir()
    for regel in BASIS.splitlines():
        uitkomst = voer_uit(kaal[0] / "gezinshuis-tarief", *regel.split(), map_=map_)
        assert (regel, uitkomst.returncode) == (regel, 0), uitkomst.stderr
    shutil.copy(map_ / "a.json", map_ / "offertes")
    for regel, extra in MET_EXTRA.items():
        uitkomst = voer_uit(kaal[0] / "gezinshuis-tarief", *regel.split(), map_=map_)
        assert (regel, uitkomst.returncode) == (regel, 2), uitkomst.stderr
        assert f'pip install "gezinshuis-tarief[{extra}]"' in uitkomst.stderr
        assert "Traceback" not in uitkomst.stderr


@pytest.mark.traag
def test_e8_ook_in_python_wordt_een_ontbrekende_extra_genoemd(kaal: tuple[Path, int], tmp_path: Path) -> None:
    for regel in (
        "g.bereken_kolommen({})",
        "g.voorbeeld_2026().bereken().naar_frame()",
        "g.gevoeligheid(g.voorbeeld_2026())",
        "import gezinshuis_tarief.grafieken",
        "import gezinshuis_tarief.database.tabel",
    ):
        uitkomst = voer_uit(
            kaal[0] / "python", "-c", f"import gezinshuis_tarief as g; {regel}", map_=tmp_path
        )
        assert uitkomst.returncode == 1
        assert "ExtraOntbreekt: Hiervoor is de extra" in uitkomst.stderr, regel
