"""Files that are no workbook, or wish to do harm: each is one clear refusal, at once."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from gezinshuis_tarief import InvoerFout, Opbouw
from gezinshuis_tarief.werkboek.lezen.lezen import lees_excel
from gezinshuis_tarief.werkboek.xlsx import archief, blad_lezen
from hulp.knoei import HOOFD, Knoeier
from hulp.opdracht import draai

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPEN = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zipbestand(pad: Path, delen: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return pad


def melding(pad: Path) -> str:
    with pytest.raises(InvoerFout) as fout:
        lees_excel(pad)
    return str(fout.value)


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (b"", "is leeg"),
        (b"naam;bedrag\nhuur;1200\n", "is geen Excel-werkmap"),
        (b"<html><table></table></html>", "is geen Excel-werkmap"),
        (b"%PDF-1.7", "is geen Excel-werkmap"),
        (OLE + bytes(1000), "is een oude Excel-werkmap (.xls)"),
        (OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "is beveiligd met een wachtwoord"),
        (b"PK\x03\x04" + bytes(200), "is beschadigd of niet volledig"),
    ],
    ids=["leeg", "csv", "html", "pdf", "xls", "versleuteld", "halve zip"],
)
def test_wat_geen_werkboek_is_wordt_herkend(tmp_path: Path, inhoud: bytes, verwacht: str) -> None:
    pad = tmp_path / "tarief.xlsx"
    pad.write_bytes(inhoud)
    assert verwacht in melding(pad)


@pytest.mark.parametrize(
    ("onderdeel", "verwacht"),
    [
        ("mimetype", "is een OpenDocument-bestand (.ods)"),
        ("xl/workbook.bin", "is een binaire werkmap (.xlsb)"),
        ("xl/vbaProject.bin", "bevat macro's (.xlsm)"),
        ("word/document.xml", "is een Word-document"),
        ("ppt/presentation.xml", "is een presentatie"),
        ("foto.jpg", "is een zipbestand, geen Excel-werkmap"),
    ],
)
def test_andere_soorten_bestanden_krijgen_hun_naam(tmp_path: Path, onderdeel: str, verwacht: str) -> None:
    assert verwacht in melding(zipbestand(tmp_path / "tarief.xlsx", {onderdeel: "x"}))


def test_een_werkmap_met_macros_wordt_ook_zonder_hun_onderdeel_herkend(werkboek: Path) -> None:
    knoeier = Knoeier(werkboek)
    knoeier.vervang(
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    assert "kan macro's bevatten (.xlsm)" in melding(knoeier.bewaar())


def test_een_soort_met_macros_voor_bin_alleen_is_geen_xlsm(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """W11: as SheetJS writes every .xlsx."""
    standaard = (
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    )
    knoeier.vervang("[Content_Types].xml", "<Override", f"{standaard}<Override")
    gelezen = lees_excel(knoeier.bewaar())
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


def test_een_xlsm_wordt_ook_zonder_macros_geweigerd(werkboek: Path) -> None:
    assert "kan macro's bevatten (.xlsm)" in melding(werkboek.rename(werkboek.with_suffix(".XLSM")))


def test_een_afgebroken_bestand_is_niet_volledig(werkboek: Path) -> None:
    werkboek.write_bytes(werkboek.read_bytes()[:-200])
    assert "is beschadigd of niet volledig" in melding(werkboek)


def test_een_beschadigd_onderdeel_wordt_genoemd(werkboek: Path) -> None:
    inhoud = bytearray(werkboek.read_bytes())
    with zipfile.ZipFile(werkboek) as zip_:
        begin = zip_.getinfo(HOOFD).header_offset + 60
    inhoud[begin : begin + 40] = bytes(40)
    werkboek.write_bytes(bytes(inhoud))
    assert f"is beschadigd (onderdeel {HOOFD})" in melding(werkboek)


def test_een_zip_met_wachtwoord_is_beveiligd(werkboek: Path) -> None:
    inhoud = bytearray(werkboek.read_bytes())
    centraal = inhoud.index(b"PK\x01\x02")
    inhoud[centraal + 8] |= 1
    werkboek.write_bytes(bytes(inhoud))
    assert "is beveiligd met een wachtwoord" in melding(werkboek)


def test_een_map_en_wat_er_niet_is(tmp_path: Path) -> None:
    assert "is een map, geen bestand" in melding(tmp_path)
    assert "bestaat niet" in melding(tmp_path / "weg.xlsx")


def test_wat_geen_gewoon_bestand_is(tmp_path: Path) -> None:
    pijp = tmp_path / "pijp.xlsx"
    os.mkfifo(pijp)
    assert "is geen gewoon bestand" in melding(pijp)


@pytest.mark.parametrize(
    ("fout", "verwacht"),
    [(PermissionError(), "mag niet worden gelezen"), (OSError(), "kan niet worden gelezen")],
)
def test_zonder_toegang(
    werkboek: Path, monkeypatch: pytest.MonkeyPatch, fout: OSError, verwacht: str
) -> None:
    def open_(*_: object, **__: object) -> None:
        raise fout

    monkeypatch.setattr(Path, "open", open_)
    assert verwacht in melding(werkboek)


def test_een_te_groot_bestand(werkboek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archief, "GROOTSTE_BESTAND", 1000)
    assert "is groter dan 0 MB" in melding(werkboek)


def zipbom(pad: Path) -> Path:
    return zipbestand(pad, {"[Content_Types].xml": TYPEN, "xl/media/nul.bin": bytes(12 * 1024 * 1024)})


def veel_onderdelen(pad: Path) -> Path:
    delen: dict[str, str | bytes] = {f"xl/{i}": "" for i in range(archief.MEESTE_ONDERDELEN)}
    return zipbestand(pad, {"[Content_Types].xml": TYPEN, **delen})


@pytest.mark.parametrize("maak", [zipbom, veel_onderdelen])
def test_een_zipbom_wordt_niet_uitgepakt(tmp_path: Path, maak: Callable[[Path], Path]) -> None:
    pad = maak(tmp_path / "bom.xlsx")
    tracemalloc.start()
    assert "pakt verdacht groot uit" in melding(pad)
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert piek < 8 * 1024 * 1024


def test_een_onderdeel_dat_meer_bevat_dan_het_zegt(werkboek: Path) -> None:
    """The size in the directory of the zip is a claim; what does not agree with it is damage."""
    with zipfile.ZipFile(werkboek) as zip_:
        info = zip_.getinfo(HOOFD)
    inhoud = werkboek.read_bytes()
    eerlijk = info.file_size.to_bytes(4, "little")
    centraal = inhoud.rindex(HOOFD.encode()) - 46
    gelogen = inhoud[: centraal + 24] + (100).to_bytes(4, "little") + inhoud[centraal + 28 :]
    assert inhoud[centraal + 24 : centraal + 28] == eerlijk
    werkboek.write_bytes(gelogen)
    assert f"is beschadigd (onderdeel {HOOFD})" in melding(werkboek)


def test_een_onderdeel_dat_dubbel_in_de_zip_staat(tmp_path: Path) -> None:
    pad = tmp_path / "dubbel.xlsx"
    with zipfile.ZipFile(pad, "w") as zip_:
        zip_.writestr(HOOFD, "a")
        with pytest.warns(UserWarning, match="Duplicate"):
            zip_.writestr(HOOFD, "b")
    assert "bevat een onderdeel dubbel" in melding(pad)


def test_een_te_groot_onderdeel_wordt_niet_gelezen(werkboek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archief, "GROOTSTE_ONDERDEEL", 5000)
    assert "is te groot om veilig te lezen" in melding(werkboek)


ENTITEITEN = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE w [<!ENTITY geheim SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE w SYSTEM "http://voorbeeld.nl/w.dtd">',
)


@pytest.mark.parametrize("dtd", ENTITEITEN)
@pytest.mark.parametrize("onderdeel", [HOOFD, "xl/sharedStrings.xml", "xl/worksheets/sheet2.xml"])
def test_een_doctype_wordt_nergens_gelezen(werkboek: Path, onderdeel: str, dtd: str) -> None:
    knoeier = Knoeier(werkboek).vervang(onderdeel, "?>", f"?>{dtd}")
    assert f"bevat een DOCTYPE (onderdeel {onderdeel})" in melding(knoeier.bewaar())


def test_een_doctype_in_een_andere_codering(werkboek: Path) -> None:
    knoeier = Knoeier(werkboek)
    tekst = knoeier.tekst(HOOFD).replace("?>", f"?>{ENTITEITEN[0]}", 1).replace("UTF-8", "UTF-16", 1)
    knoeier.delen[HOOFD] = tekst.encode("utf-16")
    assert "bevat een DOCTYPE" in melding(knoeier.bewaar())


@pytest.mark.parametrize(
    "xml",
    [
        "<workbook",
        "geen xml",
        '<?xml version="1.0" encoding="onzin-1"?><workbook/>',
        "<worksheet><sheetData><row r='twee'/></sheetData></worksheet>",
        "<worksheet><sheetData><row><c r='A0'><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c t='s'><v>99999</v></c></row></sheetData></worksheet>",
        "<worksheet><cols><col hidden='1'/></cols></worksheet>",
    ],
)
def test_kapotte_xml_is_een_beschadigd_onderdeel(werkboek: Path, xml: str) -> None:
    knoeier = Knoeier(werkboek)
    onderdeel = "xl/worksheets/sheet2.xml"
    knoeier.delen[onderdeel] = xml.encode()
    assert f"is beschadigd (onderdeel {onderdeel})" in melding(knoeier.bewaar())


def test_een_miljoen_rijen(werkboek: Path) -> None:
    knoeier = Knoeier(werkboek)
    rijen = "".join(f'<row r="{rij}" s="1"/>' for rij in range(1000, 300_000))
    knoeier.vervang("xl/worksheets/sheet2.xml", "</sheetData>", f"{rijen}</sheetData>")
    assert "is te groot om veilig te lezen (onderdeel blad Uitgangspunten, meer dan 20000 rijen)" in melding(
        knoeier.bewaar()
    )


def test_te_veel_cellen(werkboek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blad_lezen, "MEESTE_CELLEN", 100)
    assert "meer dan 100 cellen" in melding(werkboek)


def test_een_gebruikt_bereik_tot_de_laatste_cel_kan_geen_kwaad(werkboek: Path, voorbeeld: Opbouw) -> None:
    knoeier = Knoeier(werkboek)
    laatste = '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    knoeier.vervang("xl/worksheets/sheet2.xml", "</sheetData>", laatste)
    gelezen = lees_excel(knoeier.bewaar())
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


def test_andermans_werkboek(tmp_path: Path) -> None:
    pad = tmp_path / "begroting.xlsx"
    openpyxl.Workbook().save(pad)
    assert "is geen werkboek van gezinshuis-tarief" in melding(pad)


def test_een_werkmap_zonder_bladen_of_hoofdonderdeel(tmp_path: Path) -> None:
    delen: dict[str, str | bytes] = {"[Content_Types].xml": TYPEN}
    assert "mist het onderdeel xl/workbook.xml" in melding(zipbestand(tmp_path / "a.xlsx", delen))
    assert "bevat geen bladen" in melding(
        zipbestand(tmp_path / "b.xlsx", {**delen, "xl/workbook.xml": "<w/>"})
    )


def test_de_opdrachtregel_weigert_zonder_traceback(tmp_path: Path) -> None:
    pad = tmp_path / "tarief.xlsx"
    pad.write_bytes(io.BytesIO(b"onzin").getvalue())
    uitkomst = draai("lees", str(pad))
    assert uitkomst.exit_code == 3
    assert uitkomst.stderr == "invoer: tarief.xlsx is geen Excel-werkmap. Kies een werkboek (.xlsx).\n"
