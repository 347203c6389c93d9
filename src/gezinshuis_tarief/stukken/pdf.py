"""A document as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from gezinshuis_tarief.stukken.delen import Alinea, Deel, Documenttabel, Kop

_BREED: Final = 17 * cm
_KOPMATEN: Final = (17, 12, 10)


@cache
def _letters() -> tuple[str, str]:
    """Make the fonts that come with the library known; they hold €, ×, ÷ and −."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    pdfmetrics.registerFont(TTFont("VeraBd", "VeraBd.ttf"))
    return "Vera", "VeraBd"


def schrijf_pdf(titel: str, inhoud: Sequence[Deel], pad: Path) -> None:
    """Write a document as .pdf, A4, with page numbers."""
    gewoon, _ = _letters()

    def voet(vel: Canvas, bestand: SimpleDocTemplate) -> None:
        vel.setFont(gewoon, 7)
        vel.drawCentredString(A4[0] / 2, 1.2 * cm, f"{titel} – bladzijde {bestand.page}")

    bestand = SimpleDocTemplate(
        str(pad), pagesize=A4, leftMargin=2 * cm, rightMargin=2 * cm, topMargin=2 * cm, bottomMargin=2 * cm,
        title=titel, lang="nl-NL",
    )  # fmt: skip
    delen: list[Flowable] = []
    for deel in (Kop(titel, 0), *inhoud):
        delen += _vloei(deel)
    bestand.build(delen, onFirstPage=voet, onLaterPages=voet)


def _vloei(deel: Deel) -> list[Flowable]:
    match deel:
        case Kop(tekst, niveau):
            maat = _KOPMATEN[min(niveau, 2)]
            return [
                _alinea(tekst, maat, vet=True, keepWithNext=1, spaceBefore=maat * 0.7, spaceAfter=maat * 0.4)
            ]
        case Alinea(tekst):
            return [_alinea(tekst, 8.5, spaceAfter=6)]
        case Documenttabel():
            return [_tabel(deel), Spacer(1, 8)]
    return [KeepTogether([_tabel(vak), Spacer(1, 10)]) for vak in deel.vakken("\n\n\n\u00a0")]


def _alinea(tekst: str, maat: float, *, vet: bool = False, **rest: Any) -> Paragraph:  # noqa: ANN401 (style options)
    """Return a paragraph; what people typed is text, never markup."""
    stijl = ParagraphStyle("alinea", fontName=_letters()[vet], fontSize=maat, leading=maat * 1.35, **rest)
    return Paragraph(escape(tekst).replace("\n", "<br/>"), stijl)


def _tabel(deel: Documenttabel) -> Table:
    cellen = []
    for nummer, rij in enumerate((deel.koppen, *deel.rijen)):
        vet = nummer == 0 or (deel.totaal and nummer == len(deel.rijen))
        eerste_getal = len(rij) - deel.getallen
        cellen.append(
            [
                _alinea(tekst, 7.5, vet=vet, **({"alignment": TA_RIGHT} if plek >= eerste_getal else {}))
                for plek, tekst in enumerate(rij)
            ]
        )
    opmaak = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, colors.HexColor("#b8bec6")),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#eef1f4")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return Table(cellen, colWidths=[deel_ * _BREED for deel_ in deel.breedtes], repeatRows=1, style=opmaak)
