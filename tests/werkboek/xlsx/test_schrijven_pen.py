"""The one writer of Excel, on sheets that have nothing to do with a tariff."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from gezinshuis_tarief import InvoerFout
from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van, letters_van, splits
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Boek, Cel, Kleurregel, rijhoogtes
from gezinshuis_tarief.werkboek.xlsx.schrijven import schrijf_boek


def test_each_line_of_a_text_counts_for_the_height_of_its_row() -> None:
    een, lang = Cel(0, 0, "kort", "alinea"), Cel(1, 0, "a\n\nb", "alinea")
    assert rijhoogtes([een, lang], (20,)) == {1: 2 * 13 + 2}
    assert rijhoogtes([Cel(0, 0, "woord " * 999, "alinea")], (20,)) == {0: 400}


def test_what_a_sheet_asks_for_is_in_the_file(tmp_path: Path) -> None:
    blad = Blad(
        "Lijst",
        "#1F4E5F",
        (10, 12.5),
        [Cel(0, 0, "kop", "kop"), Cel(1, 0, 1.25, "euro"), Cel(1, 1, 2.5, "euro", "=A2*2", naam="dubbel")],
        kleurregels=[Kleurregel((1, 0, 1, 0), {"type": "cell", "criteria": ">", "value": 1}, "als_goed")],
        gefilterd=(0, 0, 1, 1),
        beveiligd=False,
    )
    boek = Boek([blad, Blad("Dicht", "#8A8A8A", (10,), [])], "Een lijst", kanttekeningen={"dubbel": "kijk"})
    schrijf_boek(boek, tmp_path / "lijst.xlsx")
    gelezen = openpyxl.load_workbook(tmp_path / "lijst.xlsx")
    lijst = gelezen["Lijst"]
    assert (lijst["A2"].value, lijst["B2"].value) == (1.25, "=A2*2")
    assert lijst["B2"].comment.text == "kijk"
    assert [str(gebied.sqref) for gebied in lijst.conditional_formatting] == ["A2"]
    assert lijst.auto_filter.ref == "A1:B2"
    assert (lijst.protection.sheet, gelezen["Dicht"].protection.sheet) == (False, True)
    assert gelezen.properties.title == "Een lijst"


def test_only_a_name_of_a_workbook_will_do(tmp_path: Path) -> None:
    schrijf_boek(Boek([], "Leeg"), tmp_path / "a.XLSX")
    with pytest.raises(InvoerFout, match=r'"a\.csv" moet eindigen op \.xlsx\. .* "tarief\.xlsx"'):
        schrijf_boek(Boek([], "Leeg"), tmp_path / "a.csv")
    assert [pad.name for pad in tmp_path.iterdir()] == ["a.XLSX"]


@pytest.mark.parametrize(("nummer", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_go_to_letters_and_back(nummer: int, letters: str) -> None:
    assert letters_van(nummer) == letters
    assert splits(adres_van(nummer, 7)) == (nummer, 7)


_OP_EEN_VOLLE_SCHIJF = """
import resource, signal, sys
from gezinshuis_tarief import GezinshuisTariefFout, voorbeeld_2026
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
try:
    voorbeeld_2026().naar_excel(sys.argv[1])
except GezinshuisTariefFout as fout:
    print(fout)
"""


def test_een_werkboek_op_een_volle_schijf_zegt_dat_en_laat_niets_achter(tmp_path: Path) -> None:
    """R6: the limit on a file's size stands for the disk; the parts of a workbook are files too."""
    klad, map_ = tmp_path / "klad", tmp_path / "map"
    klad.mkdir()
    map_.mkdir()
    uit = subprocess.run(  # noqa: S603 (our own interpreter)
        [sys.executable, "-c", _OP_EEN_VOLLE_SCHIJF, str(map_ / "t.xlsx")],
        env={**os.environ, "TMPDIR": str(klad), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert uit.stdout.endswith(
        "t.xlsx: past er niet op: de schijf is vol. Maak ruimte, of kies een andere schijf.\n"
    )
    assert uit.stderr == ""
    assert [*klad.iterdir(), *map_.iterdir()] == []
