from __future__ import annotations

import ast
import runpy
from pathlib import Path

import pytest

VOORBEELDEN = sorted((Path(__file__).parents[2] / "examples").glob("[0-9]*.py"))
REGELS_HOOGSTENS = 15


def test_er_zijn_voorbeelden() -> None:
    assert len(VOORBEELDEN) >= 3


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_voorbeeld_drukt_af_wat_ernaast_staat(pad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(pad))
    assert capsys.readouterr().out == pad.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_samenstellen_kost_hoogstens_vijftien_regels(pad: Path) -> None:
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    eigen = [knoop for knoop in boom.body[1:] if not isinstance(knoop, ast.Import | ast.ImportFrom)]
    regels = {regel for knoop in eigen for regel in range(knoop.lineno, (knoop.end_lineno or 0) + 1)}
    bron = pad.read_text(encoding="utf-8").splitlines()
    assert sum(bool(bron[regel - 1].strip()) for regel in regels) <= REGELS_HOOGSTENS
