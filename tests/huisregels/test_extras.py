"""E8: what an extra installs is known to the message that names it, and the base holds none of it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from gezinshuis_tarief.kern import fouten

PROJECT: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
)["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
VOOR_MAKERS = {"docs", "ontwikkel", "test", "uitgave"}
NAAM_VAN_MODULE = {"docx": "python-docx", "ibis": "ibis-framework"}


def pakketten(regels: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~;, ]", regel, maxsplit=1)[0].lower() for regel in regels}


def test_e8_de_kleinste_installatie_is_klein() -> None:
    assert pakketten(PROJECT["dependencies"]) == {
        "click",
        "lark",
        "lazy-loader",
        "pydantic",
        "rich",
        "xlsxwriter",
    }


def test_e8_elke_extra_van_de_melding_brengt_zijn_module() -> None:
    for module, extra in fouten.EXTRA_VAN.items():
        assert NAAM_VAN_MODULE.get(module, module) in pakketten(EXTRAS[extra]), module


def test_e8_alles_is_elke_extra_voor_gebruikers() -> None:
    (regel,) = EXTRAS["alles"]
    genoemd = set(re.findall(r"\w+", regel.partition("[")[2]))
    assert genoemd == EXTRAS.keys() - VOOR_MAKERS - {"alles"}
