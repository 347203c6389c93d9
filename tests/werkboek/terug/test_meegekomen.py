"""W3: nothing that somebody put in a workbook is lost, and an amount is offered as an own cost line."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from gezinshuis_tarief import GelieerdeZorgorganisatie, InvoerFout, Opbouw, lees_excel
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen
from gezinshuis_tarief.werkboek.terug.leestekst import meegekomentekst
from hulp.knoei import Knoeier
from hulp.opdracht import draai

GRAAD = "leegstand.bezettingsgraad"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKKET = "http://schemas.openxmlformats.org/package/2006/relationships"


def tekstcel(adres: str, tekst: str) -> str:
    return f'<c r="{adres}" t="inlineStr"><is><t>{tekst}</t></is></c>'


def rij_erbij(knoeier: Knoeier, *cellen: str, blad: str = "Uitgangspunten") -> Knoeier:
    """Add one row far below the others."""
    deel = knoeier.bladdeel(blad)
    nummer = 400 + len(re.findall(r'<row r="4\d\d"', knoeier.tekst(deel)))
    rij = f'<row r="{nummer}">{"".join(cel.replace("#", str(nummer)) for cel in cellen)}</row></sheetData>'
    return knoeier.vervang(deel, "</sheetData>", rij)


def kanttekening(knoeier: Knoeier, blad: str, soort: str, inhoud: str) -> None:
    """Relate a part with comments to a sheet."""
    deel, naam = knoeier.bladdeel(blad), f"xl/{soort}9.xml"
    rels = f"xl/worksheets/_rels/{deel.rpartition('/')[2]}.rels"
    oud = (
        knoeier.delen.get(rels, f'<Relationships xmlns="{PAKKET}"></Relationships>'.encode())
        .decode()
        .replace("</Relationships>", "")
    )
    nieuw = f'<Relationship Id="k{soort}" Type="{RELS}/{soort}" Target="../{soort}9.xml"/></Relationships>'
    knoeier.delen[rels] = (oud + nieuw).encode()
    knoeier.delen[naam] = inhoud.encode()


def lees(knoeier: Knoeier) -> Gelezen:
    return lees_excel(knoeier.bewaar())


def wat(gelezen: Gelezen) -> list[tuple[str, str]]:
    return [(str(deel.soort), deel.tekst) for deel in gelezen.meegekomen]


def test_een_ingevoegde_rij_met_een_bedrag_wordt_aangeboden(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    rij_erbij(knoeier, tekstcel("A#", "Taxivervoer"), '<c r="B#"><v>2400</v></c>', tekstcel("E#", "zie bon"))
    gelezen = lees(knoeier)
    (rij,) = gelezen.ingevoegd
    assert (rij.tekst, rij.bedrag, rij.cel) == ("Taxivervoer · zie bon", Decimal(2400), "B400")
    assert gelezen.opbouw == voorbeeld
    (bevinding,) = gelezen.bevindingen
    assert bevinding.gevonden == "een ingevoegde rij: Taxivervoer · zie bon, 2400; deze telt niet mee"
    met = gelezen.met_ingevoegd()
    erbij = {"naam": "Taxivervoer · zie bon", "bedrag_per_jaar": "2400"}
    assert met.opbouw.bereken() == voorbeeld.met({"eigen_posten": [erbij]}).bereken()
    assert [wijziging.sleutel for wijziging in met.wijzigingen] == ["eigen_posten"]


def test_de_elfde_eigen_post_krijgt_zijn_naam_van_de_regel_erboven(knoeier: Knoeier) -> None:
    rij_erbij(knoeier, tekstcel("A#", "Post 11: naam"), tekstcel("B#", "Zwemles"))
    rij_erbij(knoeier, tekstcel("A#", "Post 11: bedrag"), tekstcel("B#", "€ 1.250,00"))
    (rij,) = lees(knoeier).ingevoegd
    assert (rij.tekst, rij.bedrag) == ("Zwemles", Decimal(1250))


def test_een_rij_zonder_leesbaar_bedrag_en_losse_teksten(knoeier: Knoeier) -> None:
    rij_erbij(knoeier, tekstcel("A#", "Vervoer"), tekstcel("B#", "n.t.b."))
    rij_erbij(knoeier, tekstcel("A#", "Graag voor vrijdag."))
    rij_erbij(knoeier, '<c r="B#"><v>7</v></c>')
    rij_erbij(knoeier, tekstcel("H#", "besproken"), '<c r="J#"><v>3.5</v></c>', blad="Samenvatting")
    deel, rij = knoeier.bladdeel("Uitgangspunten"), knoeier.plek(GRAAD)[1].removeprefix("B")
    naast = f'<row r="{rij}">{tekstcel(f"R{rij}", "waarom?")}</row><row r="400">'
    knoeier.vervang(deel, '<row r="400">', naast)
    gelezen = lees(knoeier)
    assert wat(gelezen) == [
        ("aantekening", "waarom?"),
        ("ingevoegde rij", "Vervoer · n.t.b."),
        ("aantekening", "Graag voor vrijdag."),
        ("aantekening", "7"),
        ("aantekening", "besproken"),
        ("aantekening", "3,5"),
    ]
    assert gelezen.meegekomen[0].sleutel == GRAAD
    assert gelezen.ingevoegd == ()
    assert [b.code for b in gelezen.bevindingen] == ["rij_zonder_bedrag"]


def test_notities_draden_en_bladen(knoeier: Knoeier) -> None:
    blad, adres = knoeier.plek(GRAAD)
    notities = (
        f"<comments><authors><author>J. de Vries</author><author>gezinshuis-tarief</author></authors><commentList>"
        f'<comment ref="{adres}" authorId="0"><text><r><t>Kan dit </t></r><r><t>95%?</t></r></text></comment>'
        f'<comment ref="C9" authorId="1"><text><t>van ons</t></text></comment>'
        f'<comment ref="C8" authorId="7"><text><t>zonder naam</t></text></comment>'
        f'<comment ref="A2" authorId="0"><text><t>[Threaded comment]</t></text></comment></commentList></comments>'
    )
    kanttekening(knoeier, blad, "comments", notities)
    draden = '<ThreadedComments><threadedComment ref="A2" personId="{1}"><text>En nu?</text></threadedComment></ThreadedComments>'
    kanttekening(knoeier, blad, "threadedComment", draden)
    knoeier.delen["xl/persons/person.xml"] = (
        b'<personList><person displayName="P. Bos" id="{1}"/></personList>'
    )
    knoeier.vervang(
        "xl/workbook.xml", "</sheets>", '<sheet name="Mijn begroting" sheetId="77" r:id="rId77"/></sheets>'
    )
    gelezen = lees(knoeier)
    assert [(m.cel, m.tekst, m.sleutel, m.van) for m in gelezen.meegekomen] == [
        ("A2", "En nu?", "", "P. Bos"),
        (adres, "Kan dit 95%?", GRAAD, "J. de Vries"),
        ("C8", "zonder naam", "", ""),
        ("", "Mijn begroting", "", ""),
    ]
    tekst = meegekomentekst(gelezen.meegekomen)
    assert (
        f"  Opmerking bij een cel (Uitgangspunten {adres} · {GRAAD}) (van J. de Vries): Kan dit 95%?" in tekst
    )
    assert "  Eigen blad: Mijn begroting" in tekst


def test_een_opmerking_bij_een_invoer_wordt_getoond(knoeier: Knoeier) -> None:
    inhoud = "<is><t>te hoog,\ngraag onderbouwen</t></is>"
    knoeier.cel_op(*knoeier.kolom_op_rij("opmerking", GRAAD), inhoud, "inlineStr")
    pad = str(knoeier.bewaar())
    assert f"  Opmerking bij een invoer ({GRAAD}): te hoog, graag onderbouwen\n" in draai("lees", pad).stdout
    (mee,) = json.loads(draai("lees", pad, "--json").stdout)["meegekomen"]
    assert (mee["sleutel"], mee["bedrag"]) == (GRAAD, None)


def test_meetellen_op_de_opdrachtregel(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    rij_erbij(knoeier, tekstcel("A#", "Taxi"), '<c r="B#"><v>2400</v></c>')
    pad = str(knoeier.bewaar())
    assert "Ingevoegde rij (Uitgangspunten B400): Taxi, € 2.400,00 per jaar" in draai("lees", pad).stdout
    opbouw = json.loads(draai("lees", pad, "--json", "--met-ingevoegd").stdout)["opbouw"]
    met = voorbeeld.met({"eigen_posten": [{"naam": "Taxi", "bedrag_per_jaar": "2400"}]})
    assert Opbouw.model_validate(opbouw).bereken() == met.bereken()
    knoeier.leeg(GRAAD)
    assert draai("lees", str(knoeier.bewaar()), "--met-ingevoegd").exit_code == 3


def test_een_negatief_bedrag_is_geen_post(knoeier: Knoeier) -> None:
    rij_erbij(knoeier, tekstcel("A#", "Korting"), '<c r="B#"><v>-100</v></c>')
    with pytest.raises(InvoerFout, match="eigen_posten"):
        lees(knoeier).met_ingevoegd()


def test_in_wat_wij_schrijven_is_niets_van_een_ander(
    tmp_path: Path, voorbeeld: Opbouw, alles_eigen: Opbouw, blok_acht: GelieerdeZorgorganisatie
) -> None:
    post = {"eigen_posten": [{"naam": "Tuin", "bedrag_per_jaar": "100"}]}
    acht = voorbeeld.met({"gelieerde_zorgorganisatie": blok_acht, "gezinshuis.plaatsen_laag": 3})
    for opbouw in (voorbeeld, voorbeeld.met(post), alles_eigen, acht):
        pad = tmp_path / "w.xlsx"
        opbouw.naar_excel(pad, overschrijf=True)
        assert lees_excel(pad).meegekomen == ()


def test_zonder_de_kolom_met_sleutels_blijft_de_rest(knoeier: Knoeier) -> None:
    rij_erbij(knoeier, tekstcel("H#", "besproken"), blad="Samenvatting")
    assert wat(lees(knoeier.naam("kolom.sleutel", None))) == [("aantekening", "besproken")]


def test_niets_geeft_geen_tekst() -> None:
    assert meegekomentekst(()) == ""
