"""The chapter on reports: its links lead somewhere, and its examples are what the program makes now."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gezinshuis_tarief import lees_onderhandeling, van_json, verschil, voorbeeld_2026
from gezinshuis_tarief.rapport.gesprek import maak_gesprek
from gezinshuis_tarief.rapport.naast import maak_naast
from gezinshuis_tarief.rapport.schrijven import maak_html

DOCS = Path(__file__).parents[2] / "docs"
TEKST = (DOCS / "rapport.md").read_text(encoding="utf-8")
VOORBEELDEN = DOCS / "voorbeelden"
NIEUW = {
    "rapport": lambda: maak_html(voorbeeld_2026(), titel="Voorbeeldhuis 2026"),
    "rapport-eigen-onderdeel": lambda: maak_html(
        van_json((VOORBEELDEN / "eigen-onderdeel.json").read_bytes()), titel="Voorbeeldhuis met vervoer"
    ),
    "naast": lambda: maak_naast(
        verschil(
            *(van_json((VOORBEELDEN / f"{naam}.json").read_bytes()) for naam in ("eigen-onderdeel", "bod"))
        ),
        namen=("eigen-onderdeel", "bod"),
    ),
    "onderhandeling": lambda: maak_gesprek(
        lees_onderhandeling((VOORBEELDEN / "onderhandeling.json").read_bytes())
    ),
}
"""How each example is made; docs/voorbeelden/README.md has the commands."""


@pytest.mark.parametrize("naam", NIEUW)
def test_een_voorbeeld_is_wat_het_programma_nu_maakt(naam: str) -> None:
    assert (VOORBEELDEN / f"{naam}.html").read_text(encoding="utf-8") == NIEUW[naam]()


def test_elke_verwijzing_en_elk_beeld_bestaat() -> None:
    doelen = re.findall(r"\]\(([^)#]+)\)", TEKST)
    assert len(doelen) >= 3
    assert [doel for doel in doelen if not (DOCS / doel).exists()] == []
    assert (DOCS / "beelden" / "rapport.png").stat().st_size < 150_000


def test_de_opdrachten_maken_elk_voorbeeld() -> None:
    opdrachten = (VOORBEELDEN / "README.md").read_text(encoding="utf-8")
    for naam in NIEUW:
        assert f"-o docs/voorbeelden/{naam}.html" in opdrachten
