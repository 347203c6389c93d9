"""R5: a cell that shows something else than it holds is a finding; R10: XML that no program writes is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gezinshuis_tarief import InvoerFout, WerkboekFout, lees_excel
from gezinshuis_tarief.werkboek.terug.vermomd import verkeerde_opmaak
from gezinshuis_tarief.werkboek.xlsx.andermans.uiterlijk import Uiterlijk
from hulp.knoei import HOOFD, Knoeier

GRAAD = "leegstand.bezettingsgraad"
STIJLEN = "xl/styles.xml"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def erbij(knoeier: Knoeier, lijst: str, element: str) -> int:
    """Add an element to a list of styles; return its number."""
    tekst = knoeier.tekst(STIJLEN)
    inhoud = re.search(rf"<{lijst}[^>]*>(.*?)</{lijst}>", tekst, re.DOTALL)
    assert inhoud
    naam = "numFmt" if lijst == "numFmts" else {"cellXfs": "xf", "fonts": "font", "fills": "fill"}[lijst]
    knoeier.vervang(STIJLEN, f"</{lijst}>", f"{element}</{lijst}>")
    return len(re.findall(rf"<{naam}[ />]", inhoud[1]))


def vermomd(knoeier: Knoeier) -> list[str]:
    return [b.gevonden for b in lees_excel(knoeier.bewaar()).bevindingen if b.code == "vermomde_invoer"]


@pytest.mark.parametrize(
    ("opmaak", "waarom"),
    [
        ('"95%"', "schrijft vaste cijfers"),
        ("\\9\\5\\%", "schrijft vaste cijfers"),
        ('0"%"', "schrijft een procentteken zonder het getal om te rekenen"),
        (";;;", "laat het getal weg"),
        ('"negentig"', "laat het getal weg"),
        ("0,", "deelt het getal door duizend"),
        ("0.0,,", "deelt het getal door duizend"),
        ("#,##0.00", ""),
        ('"€" #,##0.00;[Red]-"€" #,##0.00', ""),
        ("0.0##%", ""),
        ("General", ""),
        ("@", ""),
        ("9", ""),
        ('_ "€"* #,##0.00_ ', ""),
    ],
)
def test_een_getalopmaak_die_iets_anders_toont(opmaak: str, waarom: str) -> None:
    assert verkeerde_opmaak(opmaak) == waarom


def test_een_vaste_tekst_als_opmaak_is_een_bevinding(knoeier: Knoeier) -> None:
    erbij(knoeier, "numFmts", '<numFmt numFmtId="900" formatCode="&quot;95%&quot;"/>')
    stijl = erbij(knoeier, "cellXfs", '<xf numFmtId="900" fontId="0" fillId="0" borderId="0"/>')
    knoeier.getal(GRAAD, 0.5, stijl=str(stijl))
    assert vermomd(knoeier) == [
        '0,5, maar de cel toont dat niet: de getalopmaak "95%" schrijft vaste cijfers'
    ]


@pytest.mark.parametrize(
    "letter",
    [
        '<color rgb="FFFFFFFF"/>',
        '<color theme="0"/>',
        '<color indexed="9"/>',
        '<sz val="1"/><color theme="1"/>',
    ],
)
def test_witte_of_piepkleine_letters(knoeier: Knoeier, letter: str) -> None:
    font = erbij(knoeier, "fonts", f"<font>{letter}<name val='Arial'/></font>")
    stijl = erbij(knoeier, "cellXfs", f'<xf numFmtId="0" fontId="{font}" fillId="0" borderId="0"/>')
    (gevonden,) = vermomd(knoeier.getal(GRAAD, 0.5, stijl=str(stijl)))
    assert "kleur van de ondergrond" in gevonden


@pytest.mark.parametrize(
    ("letter", "vulling", "verborgen"),
    [
        ("000000", "FFFFFF", False),
        ("theme4", "theme4", True),
        ("theme4", "FFFFFF", False),
        ("1F4E5F", "204F60", True),
    ],
)
def test_kleuren_die_niet_te_onderscheiden_zijn(letter: str, vulling: str, *, verborgen: bool) -> None:
    assert Uiterlijk(letter=letter, vulling=vulling).is_onzichtbaar is verborgen


def test_dezelfde_kleur_als_de_vulling(knoeier: Knoeier) -> None:
    vlak = '<fill><patternFill patternType="solid"><fgColor theme="3" tint="0.2"/></patternFill></fill>'
    vulling = erbij(knoeier, "fills", vlak)
    font = erbij(knoeier, "fonts", '<font><sz val="x"/><color theme="3" tint="0.2"/></font>')
    stijl = erbij(knoeier, "cellXfs", f'<xf numFmtId="0" fontId="{font}" fillId="{vulling}" borderId="0"/>')
    assert len(vermomd(knoeier.getal(GRAAD, 0.5, stijl=str(stijl)))) == 1
    knoeier.vervang(STIJLEN, '<fgColor theme="3" tint="0.2"/>', '<fgColor theme="3" tint="0.8"/>')
    assert vermomd(knoeier) == []
    knoeier.vervang(STIJLEN, '<fgColor theme="3" tint="0.8"/>', '<fgColor rgb="FF000000"/>')
    knoeier.vervang(STIJLEN, 'theme="3" tint="0.2"', 'auto="1"')
    assert len(vermomd(knoeier)) == 1


def test_een_stijl_die_er_niet_is(knoeier: Knoeier) -> None:
    stijl = erbij(knoeier, "cellXfs", '<xf numFmtId="0" fontId="999" fillId="x" borderId="0"/>')
    assert vermomd(knoeier.getal(GRAAD, 0.5, stijl=str(stijl))) == []
    assert vermomd(knoeier.getal(GRAAD, 0.5, stijl="9999")) == []


def test_een_cel_die_is_samengevoegd(knoeier: Knoeier) -> None:
    blad, adres = knoeier.plek(GRAAD)
    boven = f"B{int(adres[1:]) - 1}"
    samen = (
        f'<mergeCells count="2"><mergeCell ref="kapot"/><mergeCell ref="{boven}:C{adres[1:]}"/></mergeCells>'
    )
    deel = knoeier.bladdeel(blad)
    oud = re.search(r"<mergeCells.*?</mergeCells>", knoeier.tekst(deel))
    assert oud is None
    knoeier.vervang(deel, "</sheetData>", f"</sheetData>{samen}")
    assert any("samengevoegd in" in wat for wat in vermomd(knoeier))


@pytest.mark.parametrize("anker", ["twoCellAnchor", "oneCellAnchor"])
def test_een_cel_onder_een_afbeelding(knoeier: Knoeier, anker: str) -> None:
    blad, adres = knoeier.plek(GRAAD)
    deel, rij = knoeier.bladdeel(blad), int(adres[1:])
    tot = f"<to><col>4</col><row>{rij + 3}</row></to>" if anker == "twoCellAnchor" else ""
    knoeier.delen["xl/drawings/drawing9.xml"] = (
        f"<wsDr><{anker}><from><col>1</col><row>{rij - 1}</row></from>{tot}<pic/></{anker}>"
        "<absoluteAnchor><pos/></absoluteAnchor></wsDr>"
    ).encode()
    rels = f"xl/worksheets/_rels/{Path(deel).name}.rels"
    knoeier.delen[rels] = (
        f'<Relationships><Relationship Id="t" Type="{RELS}/drawing" Target="../drawings/drawing9.xml"/></Relationships>'
    ).encode()
    assert "er ligt een afbeelding of vorm overheen" in vermomd(knoeier)[0]


def test_een_rij_of_kolom_zonder_maat_is_verborgen(knoeier: Knoeier) -> None:
    blad, adres = knoeier.plek(GRAAD)
    deel, rij = knoeier.bladdeel(blad), adres[1:]
    regel = re.search(rf'<row r="{rij}"[^>]*>', knoeier.tekst(deel))
    assert regel
    kaal = re.sub(r' (ht|customHeight)="[^"]*"', "", regel[0])
    knoeier.vervang(deel, regel[0], kaal.replace(">", ' ht="0.5" customHeight="1">'))
    codes = {(b.code, b.sleutel) for b in lees_excel(knoeier.bewaar()).bevindingen}
    assert ("verborgen_invoer", GRAAD) in codes


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ('<c r="{adres}"', '<c r="B400"'),
        ("<v>{waarde}</v>", "<v>{waarde}</v><v>0.5</v>"),
        ('<c r="{adres}"', '<c r="{adres}" t="zomaar"'),
    ],
)
def test_xml_die_geen_programma_schrijft_wordt_geweigerd(knoeier: Knoeier, van: str, naar: str) -> None:
    """R10: what stands where is then anybody's guess."""
    blad, adres = knoeier.plek(GRAAD)
    knoeier.getal(GRAAD, "0.95")
    vul = {"adres": adres, "waarde": "0.95"}
    deel = knoeier.bladdeel(blad)
    plek = knoeier.tekst(deel).index(f'<c r="{adres}"')
    tekst = knoeier.tekst(deel)
    knoeier.delen[deel] = (
        tekst[:plek] + tekst[plek:].replace(van.format(**vul), naar.format(**vul), 1)
    ).encode()
    with pytest.raises(InvoerFout, match="beschadigd"):
        lees_excel(knoeier.bewaar())


@pytest.mark.parametrize("waarde", ["1_0", "inf", "nan", "0x10", "\u0661"])
def test_een_getal_dat_alleen_python_leest_wordt_geweigerd(knoeier: Knoeier, waarde: str) -> None:
    with pytest.raises(WerkboekFout, match="geen getal"):
        lees_excel(knoeier.getal(GRAAD, waarde).bewaar())


def test_dagen_vanaf_1904_worden_gelezen_zoals_ze_zijn_bedoeld(knoeier: Knoeier) -> None:
    """The same day in both counts."""
    sleutel = "inkomen_gezinshuisouder.loon.vakantietoeslag"
    eerst = lees_excel(knoeier.bewaar()).opbouw.onderbouwing
    deel = knoeier.bladdeel("Uitgangspunten")
    blad, adres = knoeier.kolom_op_rij("geldig_vanaf", sleutel)
    cel = re.search(rf'<c r="{adres}" s="(\d+)"><v>(\d+)</v>', knoeier.tekst(deel))
    assert cel
    for alle in re.findall(rf'(<c r="{adres[0]}\d+" s="{cel[1]}"><v>)(\d+)(</v>)', knoeier.tekst(deel)):
        knoeier.vervang(deel, "".join(alle), f"{alle[0]}{int(alle[1]) - 1462}{alle[2]}")
    knoeier.vervang(HOOFD, "<workbookPr", '<workbookPr date1904="1"')
    gelezen = lees_excel(knoeier.bewaar())
    assert gelezen.opbouw.onderbouwing[sleutel].geldig_vanaf == eerst[sleutel].geldig_vanaf
    assert blad == "Uitgangspunten"
