"""Everything has one place and one name: no circles, no homonyms, a map in every package, tests beside it."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import gezinshuis_tarief

BRON = Path(gezinshuis_tarief.__file__).parent
TESTS = Path(__file__).parents[1]
PAKKETTEN = sorted(bestand.parent for bestand in BRON.rglob("__init__.py"))

OMHOOG = {
    "uitkomst.uitkomst": "Opbouw.bereken",
    "uitkomst.uitleg": "Opbouw.uitleg",
    "werkboek.schrijven": "Opbouw.naar_excel",
    "rapport.schrijven": "Opbouw.naar_html and Opbouw.rapport",
    "rapport.naast": "Verschil.naar_html",
    "rapport.gesprek": "Onderhandeling.naar_html",
    "weergave": "Onderdeel in a notebook",
}
"""The verbs that live higher up than what has them."""
LUI = ("model.opbouw", "model.rapporteren", "verschil.verschil", "onderhandeling.vertonen", "kern.onderdeel")
"""What imports these, each only when it is used."""
TEN_HOOGSTE = 15
HELE_HUIS = {"alle_deuren", "bewaard", "gevallen", "slechte_invoer", "wetten"}
"""Tests of the library as a whole; they stand at the top of the tests."""
GEEN_SPIEGEL = {"docs", "examples", "huisregels"}
"""Tests of what stands beside the library."""


def modulenaam(bestand: Path) -> str:
    """Return the dotted name of a source file below the package's top; the top itself is empty."""
    return (
        ".".join(bestand.relative_to(BRON).with_suffix("").parts).removesuffix("__init__").removesuffix(".")
    )


MODULES = {modulenaam(bestand): bestand for bestand in sorted(BRON.rglob("*.py"))}
BOMEN = {naam: ast.parse(bestand.read_text(encoding="utf-8")) for naam, bestand in MODULES.items()}


def ingevoerd(boom: ast.Module) -> set[str]:
    """Return the modules of ours that a module imports, wherever the import stands."""
    gevonden = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0
            gevonden |= {f"{knoop.module}.{alias.name}" for alias in knoop.names}
        elif isinstance(knoop, ast.Import):
            gevonden |= {alias.name for alias in knoop.names}
    eigen = {naam.partition(".")[2] for naam in gevonden if naam.partition(".")[0] == BRON.name}
    return {naam if naam in MODULES else naam.rpartition(".")[0] for naam in eigen}


def test_geen_module_leunt_via_een_omweg_op_zichzelf() -> None:
    kringen = {naam: ingevoerd(boom) - {naam} for naam, boom in BOMEN.items()}
    for module in LUI:
        kringen[module] -= set(OMHOOG)
    kringen[""] = set(MODULES) - {""}  # the package's own door opens onto everything
    try:
        TopologicalSorter(kringen).prepare()
    except CycleError as fout:
        pytest.fail(" → ".join(naam or BRON.name for naam in reversed(fout.args[1])))


def is_opdracht(knoop: ast.AST) -> bool:
    """Tell whether this is a command of the command line, which is called by its words, not by its name."""
    versierd = knoop.decorator_list if isinstance(knoop, ast.FunctionDef) else []
    return any(re.search(r"\.(command|group)\(", f"{ast.unparse(versiering)}(") for versiering in versierd)


def bepaald(knopen: list[ast.stmt]) -> Iterator[str]:
    """Yield the names that statements define for others: classes, functions and constants."""
    for knoop in knopen:
        if isinstance(knoop, ast.ClassDef | ast.FunctionDef) and not is_opdracht(knoop):
            yield knoop.name
        elif isinstance(knoop, ast.Assign | ast.AnnAssign):
            doelen = knoop.targets if isinstance(knoop, ast.Assign) else [knoop.target]
            for doel in doelen:
                yield from (naam.id for naam in ast.walk(doel) if isinstance(naam, ast.Name))
        elif isinstance(knoop, ast.If | ast.Try):
            yield from bepaald([*knoop.body, *knoop.orelse])


def test_geen_openbare_naam_staat_in_twee_modules() -> None:
    plekken = defaultdict(set)
    for module, boom in BOMEN.items():
        for naam in bepaald(boom.body):
            if not naam.startswith("_"):
                plekken[naam].add(module)
    assert {naam: sorted(modules) for naam, modules in plekken.items() if len(modules) > 1} == {}


def test_geen_map_heeft_meer_dan_vijftien_bestanden() -> None:
    aantal = {modulenaam(map_ / "__init__.py"): len(list(map_.glob("*.py"))) for map_ in PAKKETTEN}
    assert {naam for naam, bestanden in aantal.items() if bestanden > TEN_HOOGSTE} == set()


@pytest.mark.parametrize("map_", PAKKETTEN, ids=lambda map_: str(map_.relative_to(BRON)))
def test_elk_pakket_noemt_zijn_modules(map_: Path) -> None:
    kaart = ast.get_docstring(BOMEN[modulenaam(map_ / "__init__.py")]) or ""
    modules = {bestand.stem for bestand in map_.glob("*.py")} - {"__init__"}
    assert {naam for naam in modules if not re.search(rf"\b{naam}\b", kaart)} == set()


def onderwerpen(map_: Path) -> set[str]:
    """Return what tests in the mirror of a source folder may be about: itself, its files and its folders."""
    if map_ == BRON:
        return HELE_HUIS | {bestand.stem for bestand in BRON.glob("*.py")}
    delen = {deel.stem for deel in map_.iterdir() if deel.suffix == ".py" or (deel / "__init__.py").exists()}
    return delen | {map_.name}


def test_elk_testbestand_is_de_spiegel_van_een_bronbestand_of_map() -> None:
    los = set()
    for bestand in TESTS.rglob("test_*.py"):
        plek = bestand.relative_to(TESTS)
        map_ = BRON / plek.parent
        if plek.parts[0] not in GEEN_SPIEGEL:
            gaat_over = f"{bestand.stem.removeprefix('test_')}_"
            if not map_.is_dir() or not any(gaat_over.startswith(f"{naam}_") for naam in onderwerpen(map_)):
                los.add(str(plek))
    assert los == set()


def test_de_kaart_in_de_leeswijzer_is_het_huis_zoals_het_is() -> None:
    kaart = (TESTS.parent / "README.md").read_text(encoding="utf-8").partition("## The map of the house")[2]
    genoemd = set(re.findall(r"^  (\w+)(?:/|\.py) ", kaart.partition("tests/")[0], flags=re.MULTILINE))
    mappen = {map_.name for map_ in BRON.iterdir() if (map_ / "__init__.py").exists()}
    assert genoemd == mappen | {bestand.stem for bestand in BRON.glob("*.py")} - {"__init__"}
