"""The chapter on columns runs as it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HOOFDSTUK = Path(__file__).parents[2] / "docs" / "kolommen.md"


def test_het_hoofdstuk_over_kolommen_draait(capsys: pytest.CaptureFixture[str]) -> None:
    blokken = re.findall(
        r"^```python\n(.*?)^```", HOOFDSTUK.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    ruimte: dict[str, object] = {}
    for blok in blokken:
        exec(compile(blok, HOOFDSTUK.name, "exec"), ruimte)  # noqa: S102 (our own text)
    uit = capsys.readouterr().out
    assert "160.34" in uit
    assert "De Regenboog" in uit
    assert "uitkomst.midden.leegstand" in uit
    assert "Bij leegstand.bezettingsgraad = 91,7622% (nu 95%)" in uit
