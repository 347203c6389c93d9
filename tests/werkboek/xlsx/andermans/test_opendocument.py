"""E5: .ods in and out through LibreOffice; a stand-in for it where only our side is tried."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import openpyxl
import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, lees_excel, schrijf_opmerkingen
from gezinshuis_tarief.werkboek.xlsx.andermans import opendocument
from hulp.opdracht import draai

KOPIEERT = 'cp "$7" "$6/$(basename "${7%.*}").$4"'


@pytest.fixture
def ods(werkboek: Path) -> Path:
    """What the stand-in takes for .ods: our workbook under that name."""
    return Path(shutil.copyfile(werkboek, werkboek.with_name("tarief.ods")))


def doe_alsof(map_: Path, monkeypatch: pytest.MonkeyPatch, opdracht: str) -> None:
    """Put a stand-in for LibreOffice before whatever is installed."""
    programma = map_ / "bin" / "soffice"
    programma.parent.mkdir()
    programma.write_text(f"#!/bin/sh\n{opdracht}\n", encoding="utf-8")
    programma.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programma.parent}:/usr/bin:/bin")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
class TestOnzeKant:
    def test_heen_en_terug(
        self, ods: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voorbeeld: Opbouw
    ) -> None:
        doe_alsof(tmp_path, monkeypatch, KOPIEERT)
        assert lees_excel(ods).opbouw == voorbeeld
        uit = tmp_path / "uit.ods"
        assert draai("exporteer", "-o", str(uit)).exit_code == 0
        assert "160,34" in draai("bereken", str(uit)).stdout
        assert draai("exporteer", "-o", str(uit)).exit_code == 3
        assert draai("exporteer", "-o", str(uit), "--overschrijf").exit_code == 0

    def test_het_antwoord_op_een_ods(
        self, ods: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        doe_alsof(tmp_path, monkeypatch, KOPIEERT)
        doel = tmp_path / "antwoord.xlsx"
        assert schrijf_opmerkingen(lees_excel(ods), doel, ontvangen=ods) == ""
        assert openpyxl.load_workbook(doel).sheetnames[-1] == "Bevindingen"

    @pytest.mark.parametrize("opdracht", ["exit 1", "exec sleep 5"])
    def test_wat_niet_lukt_wordt_gezegd(
        self, ods: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opdracht: str
    ) -> None:
        monkeypatch.setattr(opendocument, "_SECONDEN", 0.5)
        doe_alsof(tmp_path, monkeypatch, opdracht)
        with pytest.raises(InvoerFout, match="door LibreOffice niet om te zetten"):
            lees_excel(ods)


def test_zonder_libreoffice_staat_er_wat_te_doen(ods: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(InvoerFout, match=r"vraagt LibreOffice.*Installeer LibreOffice, of bewaar") as fout:
        lees_excel(ods)
    assert "tarief.ods" in str(fout.value)
    with pytest.raises(InvoerFout, match="bestaat niet"):
        lees_excel(ods.with_name("weg.ods"))


@pytest.mark.libreoffice
def test_een_schone_rondreis(tmp_path: Path, voorbeeld: Opbouw) -> None:
    pad, xlsx = tmp_path / "tarief.ods", tmp_path / "tarief.xlsx"
    voorbeeld.naar_excel(xlsx)
    opendocument.schrijf_ods(xlsx, pad)
    gelezen = lees_excel(pad)
    assert (gelezen.opbouw, gelezen.bevindingen, gelezen.meegekomen) == (voorbeeld, (), ())
