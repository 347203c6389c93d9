"""`gezinshuis-tarief kolommen`: what a user sees."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from gezinshuis_tarief import Opbouw, naar_json
from gezinshuis_tarief.cli.kolommen import _balk
from hulp.opdracht import draai


@pytest.fixture(autouse=True)
def bestanden(tmp_path: Path, voorbeeld: Opbouw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("huis.json").write_text(naar_json(voorbeeld), encoding="utf-8")
    Path("in.csv").write_text("huis,leegstand.bezettingsgraad\na,0.9\nb,0.95\n", encoding="utf-8")
    Path("fout.csv").write_text("huis,leegstand.bezettingsgraad\na,1.5\nb,0.95\n", encoding="utf-8")


def namen() -> set[str]:
    return {pad.name for pad in Path().iterdir()}


def test_de_uitkomsten_komen_naast_de_invoer_te_staan() -> None:
    resultaat = draai("kolommen", "in.csv", "--basis", "huis.json")
    assert (resultaat.exit_code, resultaat.stdout) == (0, "")
    assert resultaat.stderr == "2 rijen berekend, zie in-tarieven.csv.\n"
    assert "160.34" in Path("in-tarieven.csv").read_text(encoding="utf-8").splitlines()[2]


def test_een_bestaand_doel_wordt_niet_overschreven() -> None:
    Path("uit.csv").write_text("van mij", encoding="utf-8")
    resultaat = draai("kolommen", "in.csv", "-o", "uit.csv", "--basis", "huis.json")
    assert resultaat.exit_code == 3
    assert resultaat.stderr.startswith("uit.csv: bestaat al en wordt niet overschreven.")
    assert Path("uit.csv").read_text(encoding="utf-8") == "van mij"
    assert (
        draai("kolommen", "in.csv", "-o", "uit.csv", "--basis", "huis.json", "--overschrijf").exit_code == 0
    )


def test_een_fout_noemt_kolom_rij_waarde_en_grens() -> None:
    voor = namen()
    resultaat = draai("kolommen", "fout.csv", "--basis", "huis.json")
    assert resultaat.exit_code == 3
    assert resultaat.stderr.startswith("leegstand.bezettingsgraad (rij 1): ")
    assert "1.5" in resultaat.stderr
    assert "groter dan 0 en hoogstens 1" in resultaat.stderr
    assert namen() == voor


def test_foute_rijen_kunnen_worden_overgeslagen() -> None:
    resultaat = draai(
        "kolommen", "fout.csv", "-o", "uit.csv", "--basis", "huis.json", "--markeer", "bezwaren.csv"
    )
    assert resultaat.exit_code == 0
    assert resultaat.stderr.splitlines() == [
        "1 rij berekend, zie uit.csv.",
        "1 rij overgeslagen met 1 bezwaar, zie bezwaren.csv.",
    ]
    assert (
        Path("bezwaren.csv")
        .read_text(encoding="utf-8")
        .splitlines()[1]
        .startswith("1,leegstand.bezettingsgraad,")
    )


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (("geen.csv",), "geen.csv: bestaat niet."),
        (("in.csv", "-o", "geen/uit.csv"), "geen/uit.csv: bestaat niet."),
        (("in.csv", "-o", "uit.xlsx"), "uit.xlsx: is geen bestand met de uitgang .parquet of .csv."),
    ],
)
def test_wat_niet_kan_wordt_in_het_nederlands_gezegd(woorden: tuple[str, ...], melding: str) -> None:
    resultaat = draai("kolommen", *woorden, "--basis", "huis.json")
    assert resultaat.exit_code == 3
    assert resultaat.stderr.startswith(melding)


def test_zonder_pyarrow_volgt_wat_te_installeren(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "gezinshuis_tarief.kolommen.bestand", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    resultaat = draai("kolommen", "in.csv")
    assert resultaat.exit_code == 2
    assert 'pip install "gezinshuis-tarief[parquet]"' in resultaat.stderr


class Scherm(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_op_een_scherm_loopt_een_balk_mee(monkeypatch: pytest.MonkeyPatch) -> None:
    scherm = Scherm()
    monkeypatch.setattr(sys, "stderr", scherm)
    monkeypatch.setenv("TERM", "xterm")
    with _balk() as voortgang:
        voortgang(65536, 0.5)
    assert "Berekend: 65.536 rijen" in scherm.getvalue()
    assert "50%" in scherm.getvalue()
