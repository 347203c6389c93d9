"""The house stays small, light and documented."""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import gezinshuis_tarief

BRON = Path(gezinshuis_tarief.__file__).parent
NAMEN: list[str] = vars(gezinshuis_tarief)["__all__"]
BESTANDEN = sorted([*BRON.rglob("*.py"), *BRON.rglob("*.pyi")])
ZWAAR = {"pandas", "numpy", "openpyxl", "xlsxwriter", "rich", "matplotlib", "click", "lark", "jinja2"}
VERBODEN = re.compile(r"\b(TODO|FIXME|XXX|HACK|eval|exec|print|breakpoint)\b[(:\s]")
UITGEZONDERD = {"rekenwijzen/lus.py": "exec(tekst, ruimte)"}
"""The compiled reading makes one loop of the formulas; tests/kolommen/test_machine.py shows what is in it."""


def naam(bestand: Path) -> str:
    return str(bestand.relative_to(BRON))


def test_de_openbare_namen_staan_op_volgorde_en_kloppen() -> None:
    assert sorted(set(NAMEN)) == NAMEN
    assert set(NAMEN) <= set(dir(gezinshuis_tarief))
    stub = ast.parse((BRON / "__init__.pyi").read_text(encoding="utf-8"))
    ingevoerd = {
        alias.name for knoop in stub.body if isinstance(knoop, ast.ImportFrom) for alias in knoop.names
    }
    assert ingevoerd == set(NAMEN)


@pytest.mark.parametrize("publiek", NAMEN)
def test_elke_openbare_naam_is_te_gebruiken_en_beschreven(publiek: str) -> None:
    ding = getattr(gezinshuis_tarief, publiek)
    assert inspect.getdoc(ding)
    for lid, waarde in vars(ding).items() if inspect.isclass(ding) else ():
        if not lid.startswith(("_", "model_")) and inspect.isfunction(waarde):
            assert inspect.getdoc(getattr(ding, lid)), f"{publiek}.{lid}"


def test_een_onbekende_naam_is_een_fout() -> None:
    with pytest.raises(AttributeError):
        gezinshuis_tarief.Zwembad  # type: ignore[attr-defined]  # noqa: B018 (reading it is the test)


@pytest.mark.parametrize("bestand", BESTANDEN, ids=naam)
def test_geen_bestand_is_langer_dan_250_regels(bestand: Path) -> None:
    assert len(bestand.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("bestand", BESTANDEN, ids=naam)
def test_geen_functie_is_langer_dan_60_regels(bestand: Path) -> None:
    for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.FunctionDef):
            assert knoop.end_lineno is not None
            assert knoop.end_lineno - knoop.lineno < 60, knoop.name


@pytest.mark.parametrize("bestand", BESTANDEN, ids=naam)
def test_er_staat_niets_onafs_of_gevaarlijks_in(bestand: Path) -> None:
    tekst = bestand.read_text(encoding="utf-8").replace("console.print(", "")
    toegestaan = UITGEZONDERD.get(naam(bestand), "")
    assert not VERBODEN.search(tekst.replace(toegestaan, "", 1) if toegestaan else tekst)


@pytest.mark.parametrize("kamer", sorted((BRON / "bouwstenen").glob("*/__init__.py")), ids=naam)
def test_in_een_kamer_staat_geen_los_getal_met_een_komma(kamer: Path) -> None:
    for knoop in ast.walk(ast.parse(kamer.read_text(encoding="utf-8"))):
        assert not (isinstance(knoop, ast.Constant) and isinstance(knoop.value, float))


def ingeladen_na(opdracht: str) -> set[str]:
    """Return the top-level modules that a fresh Python holds after running a line."""
    resultaat = subprocess.run(  # noqa: S603 (our own line)
        [sys.executable, "-c", f"{opdracht}; import sys; sys.stdout.write(' '.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(BRON.parent)},
    )
    return {module.split(".")[0] for module in resultaat.stdout.split()}


@pytest.mark.parametrize(
    "opdracht",
    [
        "import gezinshuis_tarief",
        "from gezinshuis_tarief import *",
        "from gezinshuis_tarief import voorbeeld_2026; voorbeeld_2026().bereken().als_json()",
        "from gezinshuis_tarief import voorbeeld_2026; str(voorbeeld_2026().uitleg())",
    ],
    ids=["invoeren", "alle namen", "rekenen", "uitleggen"],
)
def test_invoeren_rekenen_en_uitleggen_laadt_niets_zwaars(opdracht: str) -> None:
    assert ingeladen_na(opdracht) & ZWAAR == set()


def test_invoeren_laadt_ook_pydantic_nog_niet() -> None:
    assert "pydantic" not in ingeladen_na("import gezinshuis_tarief")


def test_de_opdrachtregel_laadt_alleen_wat_zij_nodig_heeft() -> None:
    assert ingeladen_na("import gezinshuis_tarief.cli") & (ZWAAR - {"click"}) == set()


@pytest.mark.parametrize("optie", ["--version", "--help"])
def test_versie_en_hulp_laden_geen_opdracht(optie: str) -> None:
    geladen = ingeladen_na(
        f"from gezinshuis_tarief.cli import main; main(['{optie}'], standalone_mode=False)"
    )
    assert geladen & {*(ZWAAR - {"click"}), "pydantic", "pydantic_core"} == set()
