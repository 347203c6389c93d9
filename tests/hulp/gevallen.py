"""Worked cases: inputs with outcomes computed by a model that is not ours."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
_ERNAAST = TESTS.parent.parent / "shared"
MAPPEN = [TESTS / "gevallen", _ERNAAST / "gevallen", _ERNAAST / "gevallen-2"]


@dataclass(frozen=True)
class Geval:
    bestand: Path
    naam: str
    invoer: dict[str, Any]
    verwacht: dict[str, Any]


def alle_gevallen() -> list[Geval]:
    """Return the project's cases, and those in a neighbouring folder where there is one."""
    gevallen = []
    for bestand in sorted(bestand for map_ in MAPPEN for bestand in map_.glob("*.json")):
        inhoud = json.loads(bestand.read_text(encoding="utf-8"))
        gevallen.append(Geval(bestand, inhoud["naam"], inhoud["invoer"], inhoud["verwacht"]))
    return gevallen


GEVALLEN = alle_gevallen()
