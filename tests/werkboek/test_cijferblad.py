"""A file of own figures, as CSV or as a sheet; what cannot be read is refused in Dutch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from gezinshuis_tarief import InvoerFout, cijfers_uit
from gezinshuis_tarief.referentie import werkgeverspremie

KOP = ["geldig_vanaf", "naam", "waarde", "bron"]
RIJ = [dt.date(2026, 1, 1), "AWf_laag", 2.8, "brief"]


def werkboek(pad: Path, *rijen: Sequence[object], ervoor: bool = False) -> Path:
    boek = openpyxl.Workbook()
    blad = boek.active
    assert blad is not None
    blad.title = "toelichting" if ervoor else "cijfers"
    if ervoor:
        blad.append(["Cijfers van de regio"])
        blad = boek.create_sheet("cijfers")
    for rij in rijen:
        blad.append(list(rij))
    boek.save(pad)
    return pad


def test_een_blad_met_cijfers_is_een_set_onder_de_naam_van_het_bestand(tmp_path: Path) -> None:
    pad = werkboek(tmp_path / "Regio.xlsx", KOP, RIJ, [46388, "Aof_laag", "6.3%", "brief"], [], ervoor=True)
    with cijfers_uit(pad) as eigen:
        gevonden = werkgeverspremie("AWf_laag", "2026-01-01")
        assert (gevonden.waarde, gevonden.cijferset, eigen.naam) == (Decimal("2.8"), "Regio", "Regio")
        assert werkgeverspremie("Aof_laag", "2027-01-01").waarde == Decimal("6.3")


def test_een_cel_die_een_percentage_toont_is_dat_percentage(tmp_path: Path) -> None:
    pad = werkboek(tmp_path / "regio.xlsx", KOP, [*RIJ[:2], 0.028, "x"], [RIJ[0], "Wko_opslag", 0.005, "x"])
    boek = openpyxl.load_workbook(pad)
    for cel, opmaak in (("C2", "0.0%"), ("C3", "0%")):
        boek["cijfers"][cel].number_format = opmaak
    boek.save(pad)
    with cijfers_uit(pad):
        assert werkgeverspremie("AWf_laag", "2026-01-01").waarde == Decimal("2.8")
        assert werkgeverspremie("Wko_opslag", "2026-01-01").waarde == Decimal("0.5")


def test_rijen_in_het_geheugen_zijn_een_set() -> None:
    with cijfers_uit([dict(zip(KOP, RIJ, strict=True))]):
        assert werkgeverspremie("AWf_laag", "2026-01-01").bron == "brief"


def test_een_csv_bestand_is_een_set(tmp_path: Path) -> None:
    pad = tmp_path / "regio.csv"
    pad.write_text("geldig_vanaf;naam;waarde;bron\n2026-01-01;AWf_laag;2,8;brief\n", encoding="utf-8")
    with cijfers_uit(str(pad)):
        assert werkgeverspremie("AWf_laag", "2026-01-01").bron == "brief (eigen cijfers: regio)"


def test_een_formule_telt_als_haar_waarde_en_dat_staat_erbij(tmp_path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415 (a writer that stores the value of a formula)

    pad = tmp_path / "regio.xlsx"
    with xlsxwriter.Workbook(str(pad)) as boek:
        blad = boek.add_worksheet()
        blad.write_row(0, 0, KOP)
        blad.write_row(1, 0, ["2026-01-01", "AWf_laag"])
        blad.write_formula(1, 2, "=8.4/3.1", value=8.4 / 3.1)
        blad.write(1, 3, "brief")
    with cijfers_uit(pad):
        gevonden = werkgeverspremie("AWf_laag", "2026-01-01")
    assert gevonden.waarde == Decimal("2.7096774194")
    assert "waarde uit de formule =8.4/3.1" in gevonden.toelichting


def test_alle_bezwaren_tegen_een_blad_noemen_blad_en_rij(tmp_path: Path) -> None:
    pad = werkboek(
        tmp_path / "regio.xlsx",
        [*KOP, None, "bron"],
        [*RIJ, "los"],
        ["1-1-2026", "AWf_lag", 0.028, "x"],
        [dt.date(2026, 1, 1), "Aof_laag", "=1/0", "x"],
        [dt.date(2026, 1, 1), "Whk_gemiddeld", True, "x"],
        [dt.date(2026, 1, 1), "Zvw_werkgever", dt.date(2026, 6, 1), "x"],
    )
    with pytest.raises(InvoerFout) as fout:
        cijfers_uit(pad)
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [
        "kolom bron",
        "cijfers E2",
        "cijfers C4",
        "cijfers C5",
        "cijfers rij 3, naam",
        "cijfers rij 3, geldig_vanaf",
        "cijfers rij 4, waarde",
        "cijfers rij 5, waarde",
        "cijfers rij 6, waarde",
    ]


def test_een_werkboek_zonder_cijfers_wordt_geweigerd(tmp_path: Path) -> None:
    pad = werkboek(tmp_path / "leeg.xlsx", ["van", "tot"])
    with pytest.raises(InvoerFout, match="heeft geen blad met een kolom geldig_vanaf"):
        cijfers_uit(pad)
    with pytest.raises(InvoerFout, match=r"leeg heeft geen cijfers\. Schrijf een regel per cijfer"):
        cijfers_uit(werkboek(pad, KOP))


@pytest.mark.parametrize(
    ("naam", "inhoud", "melding"),
    [
        ("kapot.xlsx", b"PK\x03\x04kapot", "is beschadigd of niet volledig"),
        ("tekst.xlsx", b"geldig_vanaf,naam", "is geen Excel-werkmap"),
        ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is een oude Excel-werkmap"),
        ("leeg.csv", b"", "leeg.csv is leeg"),
        ("vreemd.csv", b"\xff\xfe", "is geen tekst in UTF-8"),
    ],
)
def test_een_bestand_dat_niet_te_lezen_is_wordt_geweigerd(
    tmp_path: Path, naam: str, inhoud: bytes, melding: str
) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    with pytest.raises(InvoerFout, match=melding):
        cijfers_uit(tmp_path / naam)


def test_een_bestand_met_alleen_onleesbare_rijen_noemt_die(tmp_path: Path) -> None:
    pad = tmp_path / "regio.csv"
    pad.write_text("geldig_vanaf,naam,waarde,bron\n2026-01-01,AWf_laag,2,8,brief\n", encoding="utf-8")
    with pytest.raises(InvoerFout) as fout:
        cijfers_uit(pad)
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == ["regel 2"]


def test_een_bestand_dat_er_niet_is_en_een_map_worden_geweigerd(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match=r"regio\.csv bestaat niet\. Controleer de naam en de map"):
        cijfers_uit(tmp_path / "regio.csv")
    (tmp_path / "map.csv").mkdir()
    with pytest.raises(InvoerFout, match=r"Kies het bestand \(\.csv of \.xlsx\) in die map"):
        cijfers_uit(tmp_path / "map.csv")
