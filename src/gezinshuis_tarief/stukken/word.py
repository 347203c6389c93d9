"""A document as Word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import docx
from docx.document import Document as Wordbestand
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from gezinshuis_tarief.stukken.delen import Alinea, Deel, Documenttabel, Kop

_BREED_CM: Final = 17.0
_BIJEEN_HOOGSTENS: Final = 5
"""Tables of so many rows stay on one page."""


def schrijf_word(titel: str, inhoud: Sequence[Deel], pad: Path) -> None:
    """Write a document as .docx, A4, in Dutch, with page numbers."""
    word = docx.Document()
    bladzijde = word.sections[0]
    bladzijde.page_width, bladzijde.page_height = Cm(21), Cm(29.7)
    bladzijde.left_margin = bladzijde.right_margin = Cm(2)
    stijl = word.styles["Normal"]
    stijl.font.name, stijl.font.size = "Calibri", Pt(10)
    stijl.element.get_or_add_rPr().append(_element("w:lang", "w:val", "nl-NL"))
    word.core_properties.title, word.core_properties.language = titel, "nl-NL"
    _bladnummer(bladzijde.footer.paragraphs[0], titel)
    word.add_heading(titel, 0)
    for deel in inhoud:
        _voeg_toe(word, deel)
    word.save(str(pad))


def _voeg_toe(word: Wordbestand, deel: Deel) -> None:
    match deel:
        case Kop(tekst, niveau):
            word.add_heading(tekst, niveau)
        case Alinea(tekst):
            word.add_paragraph(tekst)
        case Documenttabel():
            _tabel(word, deel)
        case _:
            for vak in deel.vakken("\n\n"):
                _tabel(word, vak)


def _tabel(word: Wordbestand, deel: Documenttabel) -> None:
    tabel = word.add_table(rows=0, cols=len(deel.koppen), style="Table Grid")
    tabel.autofit = False
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
            bijeen = len(deel.rijen) <= _BIJEEN_HOOGSTENS and nummer < len(deel.rijen)
            cel.paragraphs[0].paragraph_format.keep_with_next = bijeen
    word.add_paragraph()


def _vul(cel: _Cell, tekst: str, *, vet: bool, rechts: bool) -> None:
    alinea = cel.paragraphs[0]
    letters = alinea.add_run(tekst)
    letters.bold = vet
    letters.font.size = Pt(9)
    alinea.paragraph_format.space_after = Pt(1)
    if rechts:
        alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _bladnummer(alinea: Paragraph, titel: str) -> None:
    """Put the title and the page number at the foot of each page."""
    alinea.add_run(f"{titel} – bladzijde ")
    veld = _element("w:fldSimple", "w:instr", "PAGE")
    alinea._p.append(veld)  # noqa: SLF001 (fields have no public name)


def _element(naam: str, eigenschap: str, waarde: str):  # type: ignore[no-untyped-def] # noqa: ANN202
    element = OxmlElement(naam)
    element.set(qn(eigenschap), waarde)
    return element
