"""The chapter on negotiating says what really happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gezinshuis_tarief.cli import main
from gezinshuis_tarief.cli.onderhandel import onderhandel

WORTEL = Path(__file__).parents[2]
TEKST = (WORTEL / "docs" / "onderhandelen.md").read_text(encoding="utf-8")


def test_het_voorbeeld_drukt_af_wat_eronder_staat(capsys: pytest.CaptureFixture[str]) -> None:
    gevonden = re.search(r"^```python\n(.*?)^```\n```text\n(.*?)^```", TEKST, re.DOTALL | re.MULTILINE)
    assert gevonden is not None
    exec(compile(gevonden[1], "onderhandelen.md", "exec"), {})  # noqa: S102 (our own text)
    assert capsys.readouterr().out == gevonden[2]


def test_de_aangehaalde_zin_komt_uit_de_gespeelde_onderhandeling() -> None:
    aangehaald = " ".join(re.findall(r"^> (.*)$", TEKST, re.MULTILINE))
    assert aangehaald in (WORTEL / "examples" / "onderhandeling" / "vier_rondes.txt").read_text(
        encoding="utf-8"
    )


def test_elke_genoemde_opdracht_en_optie_bestaat() -> None:
    genoemd = set(re.findall(r"onderhandel (\w+) ", TEKST))
    assert genoemd <= set(onderhandel.commands)
    assert set(onderhandel.commands) - genoemd == set()
    assert "vergelijk" in main.commands
    alles = [*onderhandel.commands.values(), main.commands["vergelijk"]]
    opties = {naam for opdracht in alles for optie in opdracht.params for naam in optie.opts}
    assert set(re.findall(r"(--[a-z][a-z-]*)", TEKST)) <= opties


def test_de_beelden_en_bestanden_bestaan() -> None:
    for doel in re.findall(r"\]\(([^)]+)\)", TEKST):
        pad = WORTEL / "docs" / doel
        assert pad.stat().st_size < 150_000
    for doel in re.findall(r"`(examples/[^`]+)`", TEKST):
        assert (WORTEL / doel).exists()
