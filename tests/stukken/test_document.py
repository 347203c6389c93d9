"""Documents as PDF, Word, web page and text: accessible, the same each time, and the same words."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
from pathlib import Path

import docx
import page
import pytest

from gezinshuis_tarief import GezinshuisTariefFout
from gezinshuis_tarief.stukken.delen import (
    Alinea,
    Documenttabel,
    Handtekeningen,
    Kop,
    Lid,
    Meegezonden,
    in_te_vullen,
    teksten_in,
)
from gezinshuis_tarief.stukken.document import Document

BEWIJS = json.dumps({"soort": "tariefbewijs", "naam": "é"}, ensure_ascii=False)


@pytest.fixture
def stuk() -> Document:
    return Document(
        "Titel #strong[x] & <b>",
        (
            Kop("Artikel 1. Partijen"),
            Lid("1.1", f"De gemeente: {in_te_vullen('naam')}, *geen* _opmaak_ $x$ #lorem(3)"),
            Alinea("€ 1 × 2 − <i>3</i>\nnieuwe regel"),
            Documenttabel(
                ("wat", "bedrag"),
                (*((f"rij {i}", "1,00") for i in range(40)), ("samen", "40,00")),
                (0.5, 0.5),
                getallen=1,
                totaal=True,
            ),
            Documenttabel(("een", "twee"), (("a", in_te_vullen("b")),), (0.5, 0.5)),
            Kop("Artikel 14. Ondertekening"),
            Handtekeningen(("gemeente", "aanbieder")),
        ),
        code="fe3c ad62",
        auteur="gemeente en aanbieder",
        datum=dt.date(2026, 3, 2),
        redenen=("Er staan nog velden open.",),
        bijlage=Meegezonden("bewijs.json", "Tariefbewijs", BEWIJS),
    )


@pytest.fixture
def pdf(stuk: Document, tmp_path: Path) -> bytes:
    stuk.bewaar(tmp_path / "a.pdf")
    return (tmp_path / "a.pdf").read_bytes()


@pytest.mark.parametrize("eis", ["ua1", "3a"])
def test_de_pdf_is_toegankelijk_en_houdbaar(pdf: bytes, eis: str) -> None:
    """E6: PDF/UA-1 and PDF/A-3a at once, with the receipt inside."""
    uitkomst = page.validate_pdf_bytes(pdf, profile=eis)
    assert [fout.message for fout in uitkomst.failures] == []
    assert uitkomst.rules.total > 100


@pytest.mark.parametrize("weg", [b"/Lang", b"/MarkInfo", b"pdfuaid:part", b"/StructTreeRoot"])
def test_de_keuring_ziet_een_pdf_die_niet_deugt(pdf: bytes, weg: bytes) -> None:
    """The judge itself is judged: without the mark the same file fails."""
    assert weg in pdf
    kapot = pdf.replace(weg, weg[:-1] + b"X")
    try:
        deugt = page.is_pdf_compliant_bytes(kapot, profile="ua1")
    except page.PageError:
        deugt = False
    assert not deugt


def test_het_bewijs_zit_in_de_pdf(stuk: Document, pdf: bytes) -> None:
    assert b"bewijs.json" in pdf
    assert b"/AFRelationship" in pdf
    assert b"/EmbeddedFile" in pdf
    zonder = Document(stuk.titel, stuk.delen, datum=stuk.datum)
    assert b"/EmbeddedFile" not in _bytes(zonder, "pdf")


@pytest.mark.parametrize("soort", ["pdf", "docx", "html", "txt"])
def test_twee_keer_schrijven_geeft_dezelfde_bytes(stuk: Document, soort: str) -> None:
    assert _bytes(stuk, soort) == _bytes(stuk, soort)


def _bytes(stuk: Document, soort: str) -> bytes:
    from gezinshuis_tarief.stukken.document import _schrijver  # noqa: PLC0415

    return _schrijver(f".{soort}")(stuk)


def test_word_is_nederlands_en_zonder_resten_van_het_sjabloon(stuk: Document) -> None:
    inhoud = _bytes(stuk, "docx")
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bestand:
        namen = bestand.namelist()
        delen = {naam: bestand.read(naam).decode(errors="replace") for naam in namen}
    word = docx.Document(io.BytesIO(inhoud))
    kern = word.core_properties
    assert (kern.title, kern.author, kern.language) == (stuk.titel, "gemeente en aanbieder", "nl-NL")
    assert kern.comments == ""
    assert kern.created == dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    assert "docProps/thumbnail.jpeg" not in namen
    assert "python-docx" not in "".join(delen.values())
    assert "Theme" not in delen["word/styles.xml"]
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]*)"', delen["word/styles.xml"])) == {"nl-NL"}
    voet = word.sections[0].footer.paragraphs[0].text
    assert voet == "Titel #strong[x] & <b> · fe3c ad62 · bladzijde 1 van 1"
    assert "NUMPAGES" in delen["word/footer1.xml"]
    assert word.sections[0].header.paragraphs[0].text == "CONCEPT – niet tekenen"
    assert delen["word/document.xml"].count("<w:tblHeader") == 3
    assert 'w:val="Heading1"' in delen["word/document.xml"]
    gemarkeerd = re.findall(r"<w:highlight[^>]*/></w:rPr><w:t[^>]*>([^<]*)", delen["word/document.xml"])
    assert gemarkeerd == ["«in te vullen: naam»", "«in te vullen: b»"]


def test_een_definitief_stuk_zegt_nergens_concept(stuk: Document) -> None:
    klaar = Document(stuk.titel, stuk.delen, datum=stuk.datum)
    assert not klaar.is_concept
    for tekst in (
        str(klaar),
        klaar.naar_html(),
        docx.Document(io.BytesIO(_bytes(klaar, "docx"))).sections[0].header.paragraphs[0].text,
    ):
        assert "CONCEPT" not in tekst
    assert str(stuk).startswith("CONCEPT – niet tekenen\n\nTitel #strong[x] & <b>\n===")
    assert "1. Er staan nog velden open." in str(stuk).split("Artikel 1", maxsplit=1)[0]


def test_de_webpagina_toont_wat_mensen_typten_als_tekst(stuk: Document, tmp_path: Path) -> None:
    stuk.bewaar(tmp_path / "a.html")
    tekst = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert tekst == stuk.naar_html()
    assert "Titel #strong[x] &amp; &lt;b&gt;</h1>" in tekst
    assert "<b>" not in tekst
    assert '<html lang="nl">' in tekst
    assert "<mark>«in te vullen: naam»</mark>" in tekst
    assert '<th scope="col">wat</th>' in tekst
    assert '<th scope="row">samen</th>' in tekst
    assert "nieuwe regel" in tekst
    assert "€ 1 × 2 − &lt;i&gt;3&lt;/i&gt;<br>" in tekst


def test_open_velden_worden_geteld_waar_ze_ook_staan(stuk: Document) -> None:
    assert stuk.open_velden == ("naam", "b")
    assert teksten_in(stuk.delen[-1]) == ("gemeente", "aanbieder")


def test_besturingstekens_verdwijnen_en_onbekende_tekens_worden_geweigerd(tmp_path: Path) -> None:
    raar = Document("T", (Alinea("a\x07b"), Documenttabel(("k\x00",), (("v\x1b",),), (1.0,))))
    for soort in ("pdf", "docx"):
        raar.bewaar(tmp_path / f"a.{soort}")
    assert "ab" in [alinea.text for alinea in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    with pytest.raises(GezinshuisTariefFout, match="teken dat een PDF niet kan tonen"):
        Document("T", (Alinea("漢"),)).bewaar(tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()


def test_een_bestand_wordt_vervangen_als_dat_gevraagd_is(stuk: Document, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("oud")
    with pytest.raises(FileExistsError):
        stuk.bewaar(tmp_path / "a.txt")
    stuk.bewaar(tmp_path / "a.txt", overschrijf=True)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == str(stuk)
