"""The workbook's chapter: its links lead somewhere and its code runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hulp.libreoffice import lees_waarden

HOOFDSTUK = Path(__file__).parents[2] / "docs" / "werkboek.md"
TEKST = HOOFDSTUK.read_text(encoding="utf-8")


def test_elke_verwijzing_en_elk_beeld_bestaat() -> None:
    doelen = re.findall(r"\]\(([^)#]+)\)", TEKST)
    assert len(doelen) >= 5
    assert [doel for doel in doelen if not (HOOFDSTUK.parent / doel).exists()] == []


def test_de_beelden_zijn_klein() -> None:
    for beeld in (HOOFDSTUK.parent / "beelden").glob("werkboek-*.png"):
        assert beeld.stat().st_size < 150_000, beeld.name


def test_de_code_maakt_een_werkboek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"^```python\n(.*?)^```", TEKST, re.DOTALL | re.MULTILINE)
    exec(compile(code, str(HOOFDSTUK), "exec"), {})  # noqa: S102 (our own text)
    assert lees_waarden(tmp_path / "tarief.xlsx")["paspoort.ronde"] == 2
