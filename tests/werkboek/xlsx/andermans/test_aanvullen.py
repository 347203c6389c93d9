"""Somebody's own file with remarks in it: what is added is there, and all else keeps its bytes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from gezinshuis_tarief import Gelezen, InvoerFout, WerkboekFout, lees_excel, schrijf_opmerkingen
from gezinshuis_tarief.werkboek.xlsx.andermans.kanttekeningen import ONZE_REGEL
from hulp.knoei import HOOFD, Knoeier
from hulp.opdracht import draai

GRAAD = "leegstand.bezettingsgraad"
HUUR = "huisvesting.woonlasten_per_jaar"
TOESLAG = "inkomen_gezinshuisouder.loon.vakantietoeslag"
STRIKT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def antwoord(ontvangen: Path, doel: Path) -> Path:
    gelezen: Gelezen | WerkboekFout
    try:
        gelezen = lees_excel(ontvangen)
    except WerkboekFout as fout:
        gelezen = fout
    assert schrijf_opmerkingen(gelezen, doel, ontvangen=ontvangen) == ""
    return doel


def anders(een: Path, ander: Path) -> tuple[set[str], set[str]]:
    """Return which parts changed, and which are new."""
    with zipfile.ZipFile(een) as oud, zipfile.ZipFile(ander) as nieuw:
        delen = set(oud.namelist())
        return {d for d in delen if oud.read(d) != nieuw.read(d)}, set(nieuw.namelist()) - delen


def opmerkingen(pad: Path, blad: str = "Uitgangspunten") -> dict[str, str]:
    vel = openpyxl.load_workbook(pad)[blad]
    return {c.coordinate: c.comment.text for rij in vel.iter_rows() for c in rij if c.comment}


def test_het_antwoord_is_het_eigen_bestand(knoeier: Knoeier, tmp_path: Path) -> None:
    ontvangen = knoeier.typ(GRAAD, "92%").getal(HUUR, 45000).bewaar()
    doel = antwoord(ontvangen, tmp_path / "antwoord.xlsx")
    gewijzigd, nieuw = anders(ontvangen, doel)
    blad = knoeier.bladdeel("Uitgangspunten")
    eerste = {"xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"}  # the outcomes are stale
    assert gewijzigd == {"[Content_Types].xml", HOOFD, "xl/_rels/workbook.xml.rels", blad, *eerste}
    rels = f"xl/worksheets/_rels/{Path(blad).name}.rels"
    assert nieuw - {rels, "xl/comments2.xml", "xl/drawings/vmlDrawing2.vml"} == {
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/sheet6.xml",
    }
    boek = openpyxl.load_workbook(doel)
    assert boek.sheetnames[-1] == "Bevindingen"
    rijen = [rij for rij in boek["Bevindingen"].iter_rows(values_only=True) if any(rij)]
    assert rijen[2][:4] == (
        "Huur of rente en afschrijving van het huis",
        HUUR,
        "€ 15.000,00 per jaar",
        "€ 45.000,00 per jaar",
    )
    cel = knoeier.plek(GRAAD)[1]
    (regel,) = (rij for rij in rijen if rij[1] == f"'Uitgangspunten'!{cel}")
    assert regel[0] == 'waarschuwing: de tekst "92%", gelezen als 0,92'
    koppeling = next(c.hyperlink for c in boek["Bevindingen"]["B"] if c.value == regel[1])
    assert koppeling.location == f"'Uitgangspunten'!{cel}"
    assert opmerkingen(doel)[cel].startswith(f'{ONZE_REGEL}waarschuwing: de tekst "92%"')
    opnieuw, eerst = lees_excel(doel), lees_excel(ontvangen)
    assert (opnieuw.opbouw, opnieuw.bevindingen) == (eerst.opbouw, eerst.bevindingen)
    assert opnieuw.meegekomen == ()


def test_een_keten_van_antwoorden_houdt_wat_is_verzonden(knoeier: Knoeier, tmp_path: Path) -> None:
    """W2: a change of a vast value is not laundered by an answer in between."""
    ontvangen = knoeier.getal(TOESLAG, 0.07).bewaar()
    eerste = antwoord(ontvangen, tmp_path / "een.xlsx")
    tweede = antwoord(eerste, tmp_path / "twee.xlsx")
    assert openpyxl.load_workbook(tweede).sheetnames[-2:] == ["Bevindingen", "Bevindingen 2"]
    gelezen = lees_excel(tweede)
    assert "vast_gewijzigd_zonder_reden" in [b.code for b in gelezen.bevindingen]
    assert [w.sleutel for w in gelezen.wijzigingen] == [TOESLAG]
    tekst = opmerkingen(tweede)[knoeier.plek(TOESLAG)[1]]
    assert tekst.count(ONZE_REGEL.strip()) == 2


def test_de_opmerking_van_de_afzender_blijft_en_de_onze_staat_eronder(
    werkboek: Path, tmp_path: Path, knoeier: Knoeier
) -> None:
    """In a file that another library saved, with prefixes and places of parts of its own."""
    plek, andere = knoeier.plek(GRAAD)[1], knoeier.plek(HUUR)[1]
    boek = openpyxl.load_workbook(werkboek)
    boek["Uitgangspunten"][plek] = "92%"
    boek["Uitgangspunten"][andere] = "16.500,00"
    boek["Uitgangspunten"][plek].comment = Comment("Kan dit <95%?", "J. de Vries")
    boek.create_sheet("Mijn begroting")["A1"] = 5
    boek.save(werkboek)
    doel = antwoord(werkboek, tmp_path / "antwoord.xlsx")
    teksten = opmerkingen(doel)
    assert teksten[plek].startswith(f"Kan dit <95%?\n{ONZE_REGEL}waarschuwing:")
    assert teksten[andere].startswith(ONZE_REGEL)
    assert openpyxl.load_workbook(doel)["Mijn begroting"]["A1"].value == 5
    mee = [(m.tekst, m.van) for m in lees_excel(doel).meegekomen]
    assert mee == [("Kan dit <95%?", "J. de Vries"), ("Mijn begroting", "")]
    met = anders(werkboek, doel)[0]
    assert not any("sheet6" in deel for deel in met)


def test_voorvoegsels_van_het_bestand_worden_gevolgd(knoeier: Knoeier, tmp_path: Path) -> None:
    hoofd = re.sub(r"<(/?)(?!\?)(\w)", r"<\1x:\2", knoeier.tekst(HOOFD))
    hoofd = hoofd.replace("xmlns=", "xmlns:x=").replace("xmlns:r=", "xmlns:rel=").replace("r:id=", "rel:id=")
    knoeier.delen[HOOFD] = hoofd.encode()
    ontvangen = Path(_bewaar(knoeier, tmp_path))
    doel = antwoord(ontvangen, tmp_path / "antwoord.xlsx")
    with zipfile.ZipFile(doel) as zip_:
        assert re.search(
            r'<x:sheet name="Bevindingen" sheetId="6" rel:id="rIdGt1"/></x:sheets>', zip_.read(HOOFD).decode()
        )
    assert openpyxl.load_workbook(doel).sheetnames[-1] == "Bevindingen"


def _bewaar(knoeier: Knoeier, map_: Path) -> str:
    pad = map_ / "ontvangen.xlsx"
    pad.write_bytes(knoeier.bewaar().read_bytes())
    return str(pad)


def test_een_geweigerd_bestand_komt_terug_met_zijn_fouten(knoeier: Knoeier, tmp_path: Path) -> None:
    ontvangen = knoeier.getal(GRAAD, 95).bewaar()
    doel = antwoord(ontvangen, tmp_path / "antwoord.xlsx")
    assert "fout: het getal 95" in opmerkingen(doel)[knoeier.plek(GRAAD)[1]]


def test_opmerkingen_waarvan_de_tekening_weg_is(knoeier: Knoeier, tmp_path: Path) -> None:
    blad = knoeier.bladdeel("Uitgangspunten")
    knoeier.vervang(blad, "</worksheet>", '<legacyDrawing r:id="rId9"/></worksheet>')
    doel = antwoord(knoeier.typ(GRAAD, "92%").bewaar(), tmp_path / "antwoord.xlsx")
    with zipfile.ZipFile(doel) as zip_:
        assert zip_.read(blad).count(b"<legacyDrawing") == 1
        assert any(b"92%" in zip_.read(f"xl/comments{nummer}.xml") for nummer in (1, 2))


def test_veel_gelijke_bevindingen_krijgen_niet_elk_een_opmerking(knoeier: Knoeier, tmp_path: Path) -> None:
    deel = knoeier.bladdeel("Berekening")
    knoeier.delen[deel] = re.sub(r"<f>[^<]*</f>", "", knoeier.tekst(deel)).encode()
    doel = antwoord(knoeier.bewaar(), tmp_path / "antwoord.xlsx")
    assert opmerkingen(doel, "Berekening") == {}
    rijen = openpyxl.load_workbook(doel)["Bevindingen"].iter_rows(values_only=True)
    (stil,) = (rij for rij in rijen if rij[0] == "waarschuwing: formule vervangen")
    assert isinstance(stil[2], int)
    assert stil[2] > 80


@pytest.mark.parametrize(
    ("deel", "waarom"),
    [
        ("_xmlsignatures/sig1.xml", "is ondertekend"),
        ("xl/threadedComments/threadedComment1.xml", "heeft gesprekken bij cellen"),
    ],
)
def test_wat_niet_kan_geeft_een_nieuw_werkboek(
    knoeier: Knoeier, tmp_path: Path, deel: str, waarom: str
) -> None:
    knoeier.delen[deel] = b"<x/>"
    ontvangen, doel = str(knoeier.bewaar()), tmp_path / "antwoord.xlsx"
    uitkomst = draai("lees", ontvangen, "--opmerkingen", str(doel))
    assert waarom in uitkomst.stderr
    assert "nieuw werkboek" in uitkomst.stderr
    assert openpyxl.load_workbook(doel).sheetnames[0] == "Bevindingen"


def test_strikt_open_xml(knoeier: Knoeier, tmp_path: Path) -> None:
    transitioneel = re.search(r'xmlns="([^"]+)"', knoeier.tekst(HOOFD))
    assert transitioneel
    knoeier.vervang(HOOFD, transitioneel[1], STRIKT)
    ontvangen = knoeier.bewaar()
    waarom = schrijf_opmerkingen(lees_excel(ontvangen), tmp_path / "a.xlsx", ontvangen=ontvangen)
    assert waarom == "is bewaard als Strikt Open XML"


def test_een_bestaand_antwoord_blijft(werkboek: Path, tmp_path: Path) -> None:
    doel, gelezen = tmp_path / "a.xlsx", lees_excel(werkboek)
    doel.write_text("van mij", encoding="utf-8")
    with pytest.raises(FileExistsError):
        schrijf_opmerkingen(gelezen, doel, ontvangen=werkboek)
    assert doel.read_text(encoding="utf-8") == "van mij"
    schrijf_opmerkingen(gelezen, doel, ontvangen=werkboek, overschrijf=True)
    assert openpyxl.load_workbook(doel).sheetnames[-1] == "Bevindingen"
    with pytest.raises(InvoerFout, match="eindigen"):
        schrijf_opmerkingen(gelezen, tmp_path / "a.csv", ontvangen=werkboek)
