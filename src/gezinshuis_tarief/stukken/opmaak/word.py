"""A document as Word: in Dutch, with headings, table headers and page numbers, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import Any, Final

import docx
from docx.document import Document as Wordbestand
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from gezinshuis_tarief.stukken.delen import (
    VELD,
    Alinea,
    Deel,
    Documenttabel,
    Handtekeningen,
    Kop,
    Lid,
    Stuk,
    schoon,
)
from gezinshuis_tarief.stukken.opmaak.tekst import CONCEPT

_BREED_CM: Final = 17.0
_BIJEEN_HOOGSTENS: Final = 14
"""Tables of so many rows stay on one page."""
_LETTER: Final = "Calibri"
_ZWART: Final = RGBColor(0x1A, 0x1A, 0x1A)
_APP: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    'officeDocument/2006/extended-properties"><Application>gezinshuis-tarief</Application></Properties>'
)


def als_word(document: Stuk) -> bytes:
    """Write a document as .docx, A4, with the code and "bladzijde x van y" at the foot of each page."""
    word = docx.Document()
    _stel_in(word)
    _eigenschappen(word, document)
    bladzijde = word.sections[0]
    _voet(bladzijde.footer.paragraphs[0], document)
    if document.is_concept:
        kop = bladzijde.header.paragraphs[0]
        kop.alignment = WD_ALIGN_PARAGRAPH.CENTER
        letters = kop.add_run(CONCEPT)
        letters.bold, letters.font.size, letters.font.color.rgb = True, Pt(12), RGBColor(0xA0, 0, 0)
    for deel in document.inhoud:
        _voeg_toe(word, deel)
    buffer = io.BytesIO()
    word.save(buffer)
    return _zonder_tijd(buffer.getvalue())


def _stel_in(word: Wordbestand) -> None:
    """Set page, letters and language; no style keeps a letter or language of the template."""
    bladzijde = word.sections[0]
    bladzijde.page_width, bladzijde.page_height = Cm(21), Cm(29.7)
    bladzijde.left_margin = bladzijde.right_margin = Cm(2)
    for plek in word.styles.element.iter(qn("w:rFonts")):
        plek.attrib.clear()
        for soort in ("ascii", "hAnsi", "cs", "eastAsia"):
            plek.set(qn(f"w:{soort}"), _LETTER)
    for plek in word.styles.element.iter(qn("w:lang")):
        for soort in ("val", "eastAsia"):
            plek.set(qn(f"w:{soort}"), "nl-NL")
    for plek in word.settings.element.iter(qn("w:themeFontLang")):
        plek.set(qn("w:val"), "nl-NL")
    word.styles["Normal"].font.size = Pt(10)
    for naam, maat in (("Title", 18), ("Heading 1", 13), ("Heading 2", 11)):
        stijl = word.styles[naam]
        stijl.font.size, stijl.font.color.rgb = Pt(maat), _ZWART
        for rand in list(stijl.element.iter(qn("w:pBdr"))):
            rand.getparent().remove(rand)


def _eigenschappen(word: Wordbestand, document: Stuk) -> None:
    dag = document.dag
    moment = dt.datetime(dag.year, dag.month, dag.day, tzinfo=dt.UTC)
    kern = word.core_properties
    kern.title, kern.language = schoon(document.titel), "nl-NL"
    kern.author = kern.last_modified_by = schoon(document.auteur) or "gezinshuis-tarief"
    kern.comments, kern.created, kern.modified, kern.revision = "", moment, moment, 1


def _zonder_tijd(inhoud: bytes) -> bytes:
    """Return the same parts at one moment, without the picture and the properties of the template."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as oud,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as nieuw,
    ):
        for naam in oud.namelist():
            tekst = oud.read(naam)
            if naam == "docProps/thumbnail.jpeg":
                continue
            if naam == "_rels/.rels":
                tekst = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", tekst)
            if naam == "docProps/app.xml":
                tekst = _APP.encode()
            deel = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            deel.compress_type = zipfile.ZIP_DEFLATED
            nieuw.writestr(deel, tekst)
    return buffer.getvalue()


def _voeg_toe(word: Wordbestand, deel: Deel) -> None:
    match deel:
        case Kop(tekst, niveau):
            _schrijf(word.add_heading("", niveau), tekst)
        case Alinea(tekst):
            _schrijf(word.add_paragraph(), tekst)
        case Lid(nummer, tekst):
            alinea = word.add_paragraph()
            alinea.paragraph_format.left_indent = Cm(1.1)
            alinea.paragraph_format.first_line_indent = Cm(-1.1)
            alinea.paragraph_format.tab_stops.add_tab_stop(Cm(1.1))
            _schrijf(alinea, f"{nummer}\t{tekst}")
        case Documenttabel():
            _tabel(word, deel, bijeen=len(deel.rijen) <= _BIJEEN_HOOGSTENS)
        case Handtekeningen():
            word.paragraphs[-1].paragraph_format.keep_with_next = True
            _tabel(word, deel.tabel("", "\n\n\n"), bijeen=True)


def _tabel(word: Wordbestand, deel: Documenttabel, *, bijeen: bool) -> None:
    word.paragraphs[-1].paragraph_format.keep_with_next = True
    tabel = word.add_table(rows=0, cols=len(deel.koppen), style="Table Grid")
    tabel.autofit = False
    for naam in ("w:tblCaption", "w:tblDescription"):
        tabel._tblPr.append(_element(naam, "w:val", " · ".join(deel.koppen)))  # noqa: SLF001
    for kolom, breedte in zip(tabel.columns, deel.breedtes, strict=True):
        kolom.width = Cm(_BREED_CM * breedte)
    for nummer, rij in enumerate((deel.koppen, *deel.rijen)):
        regel = tabel.add_row()
        eigenschappen = regel._tr.get_or_add_trPr()  # noqa: SLF001 (the library has no public name for these)
        eigenschappen.append(OxmlElement("w:cantSplit"))
        if nummer == 0:
            eigenschappen.append(OxmlElement("w:tblHeader"))
        vet = nummer == 0 or (deel.totaal and nummer == len(deel.rijen))
        for plek, (cel, tekst) in enumerate(zip(regel.cells, rij, strict=True)):
            cel.width = Cm(_BREED_CM * deel.breedtes[plek])
            _vul(cel, tekst, vet=vet, rechts=plek >= len(rij) - deel.getallen)
            cel.paragraphs[0].paragraph_format.keep_with_next = bijeen and nummer < len(deel.rijen)
    word.add_paragraph()


def _vul(cel: _Cell, tekst: str, *, vet: bool, rechts: bool) -> None:
    alinea = cel.paragraphs[0]
    _schrijf(alinea, tekst, vet=vet, maat=9)
    alinea.paragraph_format.space_after = Pt(1)
    if rechts:
        alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _schrijf(alinea: Paragraph, tekst: str, *, vet: bool | None = None, maat: int | None = None) -> None:
    """Write text with its open fields marked."""
    vorig = 0
    for veld in [*VELD.finditer(tekst), None]:
        stukken = [
            (tekst[vorig : veld.start() if veld else None], False),
            (veld.group() if veld else "", True),
        ]
        vorig = veld.end() if veld else len(tekst)
        for stuk, gemarkeerd in stukken:
            if stuk:
                letters = alinea.add_run(stuk)
                letters.bold, letters.font.size = vet, Pt(maat) if maat else None
                letters.font.highlight_color = WD_COLOR_INDEX.YELLOW if gemarkeerd else None


def _voet(alinea: Paragraph, document: Stuk) -> None:
    """Put title, code and "bladzijde x van y" at the foot of each page."""
    alinea.add_run(f"{document.voet} · bladzijde ").font.size = Pt(8)
    for nummer, soort in enumerate(("PAGE", "NUMPAGES")):
        if nummer:
            alinea.add_run(" van ").font.size = Pt(8)
        for teken, inhoud in (("begin", None), (None, soort), ("separate", None), ("", "1"), ("end", None)):
            letters = alinea.add_run("1" if teken == "" else "")
            letters.font.size = Pt(8)
            if teken:
                letters._r.append(_element("w:fldChar", "w:fldCharType", teken))  # noqa: SLF001 (fields have no public name)
            elif teken is None:
                opdracht = OxmlElement("w:instrText")
                opdracht.text = f" {inhoud} "
                letters._r.append(opdracht)  # noqa: SLF001


def _element(naam: str, eigenschap: str, waarde: str) -> Any:  # noqa: ANN401 (an element of Word's XML)
    element = OxmlElement(naam)
    element.set(qn(eigenschap), waarde)
    return element
