"""E10: each lesson starts from nothing and ends with the result it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from gezinshuis_tarief import lees_excel
from gezinshuis_tarief.kern.eenheden import nederlands
from hulp.knoei import Knoeier
from hulp.opdracht import draai

WORTEL = Path(__file__).parents[2]


def les(naam: str) -> str:
    return (WORTEL / "docs" / "lessen" / f"{naam}.md").read_text(encoding="utf-8")


def blokken(tekst: str) -> list[tuple[str, str]]:
    return re.findall(r"^```(\w+)\n(.*?)^```", tekst, re.DOTALL | re.MULTILINE)


def test_e10_de_les_van_de_inkoper_drukt_af_wat_eronder_staat(capsys: pytest.CaptureFixture[str]) -> None:
    namen: dict[str, object] = {}
    delen = blokken(les("inkoper"))
    assert [soort for soort, _ in delen] == ["python", "text"] * 3
    for soort, tekst in delen:
        if soort == "python":
            exec(compile(tekst, "inkoper.md", "exec"), namen)  # noqa: S102 (our own text)
        else:
            assert capsys.readouterr().out == tekst


def test_e10_de_les_van_de_aanbieder_laat_zien_wat_eronder_staat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    uitvoer, getoond = "", 0
    for soort, tekst in blokken(les("aanbieder")):
        if soort == "sh":
            programma, *woorden = shlex.split(tekst)
            resultaat = draai(*woorden)
            assert (programma, resultaat.exit_code) == ("gezinshuis-tarief", 0), resultaat.stderr
            uitvoer = resultaat.stdout
        else:
            assert [regel for regel in tekst.splitlines() if regel not in uitvoer] == []
            getoond += 1
    assert getoond == 3


def test_e10_de_les_van_de_contractmanager_geeft_de_bedragen_van_het_werkboek(tmp_path: Path) -> None:
    tekst = les("contractmanager")
    (verwijzing,) = re.findall(r"\]\((\S+\.xlsx)\)", tekst)
    bron = WORTEL / "docs" / "lessen" / verwijzing
    gezien = [("95%", "160,34"), *re.findall(r"^\| (\d+%) \| € ([\d,]+) \|$", tekst, re.MULTILINE)]
    assert len(gezien) == 3
    for graad, bedrag in gezien:
        boek = Path(shutil.copy(bron, tmp_path / "mijn.xlsx"))
        if graad != "95%":
            Knoeier(boek).getal("leegstand.bezettingsgraad", int(graad[:-1]) / 100).bewaar()
        gelezen = lees_excel(boek)
        assert nederlands(gelezen.opbouw.bereken()["midden"].per_etmaal, 2) == bedrag
    assert "€ 160,34" in tekst
