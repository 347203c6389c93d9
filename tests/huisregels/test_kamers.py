"""Every bouwsteen is a room of its own, registered both ways, described and tested."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import gezinshuis_tarief
from gezinshuis_tarief import Opbouw
from gezinshuis_tarief.bouwstenen import ALLE, KOSTENBLOKKEN
from gezinshuis_tarief.componenten.bouwsteen import ELEMENTEN, Bouwsteen, EigenPost, Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import Gezinshuis
from gezinshuis_tarief.componenten.loonkosten import Loonkosten
from gezinshuis_tarief.kern.grenzen import grenzen_van
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import model_op

BRON = Path(gezinshuis_tarief.__file__).parent
TESTS = Path(__file__).parent.parent
KAMERS = sorted(map_.name for map_ in (BRON / "bouwstenen").iterdir() if (map_ / "__init__.py").exists())
DELEN: list[type[Onderdeel]] = [*ALLE.values(), Gezinshuis, Loonkosten, EigenPost]


def test_elke_kamer_is_ingeschreven_en_elke_inschrijving_is_een_kamer() -> None:
    assert sorted(ALLE) == KAMERS
    for sleutel, kamer in ALLE.items():
        assert kamer.__module__ == f"gezinshuis_tarief.bouwstenen.{sleutel}"


def test_er_zijn_er_elf_in_de_volgorde_van_de_handreiking() -> None:
    assert [kamer.nummer for kamer in ALLE.values()] == list(range(1, 12))
    assert [kamer.titel for kamer in ALLE.values()] == [
        "Inkomen gezinshuisouder(s)",
        "Gedragswetenschapper",
        "Ondersteuning",
        "Vervanging/logeren",
        "Verzorgingskosten",
        "Huisvesting",
        "Overhead",
        "Gelieerde zorgorganisatie (optioneel)",
        "Leegstand",
        "Winst/marge",
        "Zorgzwaarte",
    ]


def test_de_eerste_zes_zijn_kostenblokken_en_de_andere_niet() -> None:
    assert list(KOSTENBLOKKEN) == list(ALLE)[:6]
    assert [issubclass(kamer, Kostenblok) for kamer in ALLE.values()] == [True] * 6 + [False] * 5


def test_de_opbouw_heeft_een_veld_per_kamer() -> None:
    velden = list(Opbouw.model_fields)
    assert velden == [
        "gezinshuis",
        *list(ALLE),
        "eigen_posten",
        "eigen_opslagen",
        "per_zorgzwaarte",
        "onderbouwing",
        "besluiten",
    ]


@pytest.mark.parametrize("kamer", ALLE.values(), ids=ALLE)
def test_elke_kamer_zegt_wat_zij_uitrekent(kamer: type[Bouwsteen]) -> None:
    assert kamer.__doc__ is not None
    assert "Defined as: " in kamer.__doc__
    assert inspect.getmodule(kamer).__doc__.startswith(f"Bouwsteen {kamer.nummer}, {kamer.titel}: ")  # type: ignore[union-attr]
    assert kamer.titel
    assert kamer.element in ELEMENTEN


@pytest.mark.parametrize("deel", DELEN, ids=lambda deel: deel.__name__)
def test_elk_veld_heeft_een_omschrijving_en_een_eenheid_keuzes_of_sleutels(deel: type[Onderdeel]) -> None:
    for naam, veld in deel.model_fields.items():
        grenzen = grenzen_van(veld)
        omschrijving = grenzen.omschrijving
        assert omschrijving, naam
        assert "\n" not in omschrijving
        assert not omschrijving.endswith(".")
        assert len(omschrijving) <= 80
        if naam != "naam":
            assert not grenzen.is_tekst or model_op(deel, (naam,)), naam


@pytest.mark.parametrize("kamer", ALLE)
def test_elke_kamer_heeft_haar_eigen_toetsen(kamer: str) -> None:
    bestand = TESTS / "bouwstenen" / kamer / f"test_{kamer}.py"
    assert "def test_met_de_hand_nagerekend" in bestand.read_text(encoding="utf-8")


@pytest.mark.parametrize("kamer", ALLE)
def test_elke_kamer_staat_in_de_leeswijzer(kamer: str) -> None:
    assert kamer in (TESTS.parent / "README.md").read_text(encoding="utf-8")


def test_er_zijn_geen_toetsen_van_kamers_die_er_niet_zijn() -> None:
    mappen = {map_.name for map_ in (TESTS / "bouwstenen").iterdir() if list(map_.glob("test_*.py"))}
    assert mappen == set(KAMERS)


@pytest.mark.parametrize("kamer", ALLE)
def test_geen_kamer_kent_een_andere(kamer: str) -> None:
    boom = ast.parse((BRON / "bouwstenen" / kamer / "__init__.py").read_text(encoding="utf-8"))
    modules = [knoop.module or "" for knoop in ast.walk(boom) if isinstance(knoop, ast.ImportFrom)]
    assert not [module for module in modules if "bouwstenen" in module or "rekenwijzen" in module]


@pytest.mark.parametrize("deel", DELEN, ids=lambda deel: deel.__name__)
def test_elke_open_norm_is_een_vraag_met_een_lezing(deel: type[Onderdeel]) -> None:
    for norm in deel.open_normen:
        assert norm.vraag.endswith("?")
        assert norm.onze_lezing.endswith(".")
