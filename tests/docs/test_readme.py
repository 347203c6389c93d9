from __future__ import annotations

import re
from pathlib import Path

import pytest

from gezinshuis_tarief.bouwstenen import ALLE

WORTEL = Path(__file__).parents[2]
README = (WORTEL / "README.md").read_text(encoding="utf-8")


def blokken(taal: str) -> list[str]:
    return re.findall(rf"^```{taal}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_het_voorbeeld_in_de_readme_drukt_af_wat_eronder_staat(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(blokken("python")[0], "README.md", "exec"), {})  # noqa: S102 (our own text)
    assert capsys.readouterr().out == blokken("text")[0]


def test_elke_kamer_staat_in_de_readme() -> None:
    for nummer, sleutel in enumerate(ALLE, start=1):
        assert f"| {nummer} | `{sleutel}` |" in README


def test_de_testopdracht_van_de_readme_is_die_van_de_keuring() -> None:
    keuring = (WORTEL / ".ci" / "run").read_text(encoding="utf-8")
    assert ".venv/bin/pytest" in blokken("sh")[0]
    assert re.search(r"^pytest( --cov.*)?$", keuring, re.MULTILINE)
