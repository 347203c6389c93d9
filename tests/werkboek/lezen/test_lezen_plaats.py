"""Inputs are found by name: moving things does no harm, leading a name astray is noticed."""

from __future__ import annotations

import re

import pytest

from gezinshuis_tarief import Opbouw
from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding, WerkboekFout
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen, lees_excel
from hulp.knoei import HOOFD, Knoeier

GRAAD = "leegstand.bezettingsgraad"
MARGE = "winst_marge.percentage"


def lees(knoeier: Knoeier) -> Gelezen:
    return lees_excel(knoeier.bewaar())


def fout(knoeier: Knoeier) -> Werkboekbevinding:
    with pytest.raises(WerkboekFout) as opgetreden:
        lees(knoeier)
    (bevinding,) = (b for b in opgetreden.value.bevindingen if b.ernst is Ernst.FOUT)
    return bevinding


def test_ingevoegde_rijen(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    voor = knoeier.plek(GRAAD)
    gelezen = lees(knoeier.schuif(7))
    assert knoeier.plek(GRAAD) != voor
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


def test_een_blad_met_een_andere_naam_op_een_andere_plek(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    tekst = knoeier.tekst(HOOFD).replace('name="Uitgangspunten"', """name="Jan's huis &amp; meer!" """)
    tekst = tekst.replace(">Uitgangspunten!", ">'Jan''s huis &amp; meer!'!")
    bladen = re.search(r"<sheets>(.*)</sheets>", tekst)
    assert bladen
    omgekeerd = "".join(reversed(re.findall(r"<sheet .*?/>", bladen[1])))
    knoeier.delen[HOOFD] = tekst.replace(bladen[1], omgekeerd).encode()
    gelezen = lees(knoeier)
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


def test_een_eigen_blad_erbij(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    knoeier.vervang(HOOFD, "</sheets>", '<sheet name="Notities" sheetId="99" r:id="rId99"/></sheets>')
    knoeier.delen["xl/worksheets/sheet99.xml"] = b"dit blad wordt niet eens geopend"
    gelezen = lees(knoeier)
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


@pytest.mark.parametrize("doel", ["Uitgangspunten!$ZZ$90", "Paspoort!$J$40"])
def test_een_geknipte_en_elders_geplakte_waarde(knoeier: Knoeier, voorbeeld: Opbouw, doel: str) -> None:
    blad, adres = doel.replace("$", "").split("!")
    knoeier.leeg(GRAAD).naam(GRAAD, doel)
    onderdeel = knoeier.bladdeel(blad)
    rij = re.sub(r"\D", "", adres)
    knoeier.vervang(
        onderdeel, "</sheetData>", f'<row r="{rij}"><c r="{adres}"><v>0.95</v></c></row></sheetData>'
    )
    gelezen = lees(knoeier)
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


def test_een_naam_die_naar_een_schaduwcel_wijst(knoeier: Knoeier) -> None:
    """The visible cell says 95% while the name, and so the tariff, takes another cell."""
    zichtbaar = knoeier.plek(GRAAD)[1]
    knoeier.naam(GRAAD, "Paspoort!$J$40")
    bevinding = fout(knoeier.vervang(knoeier.bladdeel("Paspoort"), "</sheetData>", SCHADUW))
    assert (bevinding.code, bevinding.sleutel, bevinding.plek) == (
        "naam_verlegd",
        GRAAD,
        "Paspoort, cel J40",
    )
    assert bevinding.toegestaan == f"de waarde in cel {zichtbaar}, waar 0,95 staat"


SCHADUW = '<row r="40"><c r="J40"><v>0.8</v></c></row></sheetData>'


def test_gesorteerde_regels(knoeier: Knoeier) -> None:
    """Sorting moves texts and values, and leaves the names where they were."""
    (blad, een), (_, ander) = knoeier.kolom_op_rij("sleutel", GRAAD), knoeier.kolom_op_rij("sleutel", MARGE)
    for adres, sleutel in ((een, MARGE), (ander, GRAAD)):
        knoeier.cel_op(blad, adres, f"<is><t>{sleutel}</t></is>", "inlineStr")
    with pytest.raises(WerkboekFout) as opgetreden:
        lees(knoeier)
    fouten = [b for b in opgetreden.value.bevindingen if b.ernst is Ernst.FOUT]
    assert [(b.code, b.sleutel) for b in fouten] == [("naam_verlegd", GRAAD), ("naam_verlegd", MARGE)]
    assert fouten[0].toegestaan.endswith(f"op deze rij staat {MARGE}")
    assert "Sorteer de regels niet" in fouten[0].wat_te_doen


def test_een_sleutel_die_is_weggehaald(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """Status and source still stand on the row of the value."""
    gelezen = lees(knoeier.cel_op(*knoeier.kolom_op_rij("sleutel", GRAAD), ""))
    assert gelezen.opbouw == voorbeeld
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.sleutel) == ("sleutel_weg", GRAAD)


def test_een_kolom_zonder_naam(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    gelezen = lees(knoeier.naam("kolom.toelichting", None))
    (bevinding,) = gelezen.bevindingen
    assert bevinding.code == "kolom_ontbreekt"
    assert bevinding.gevonden == (
        "de naam kolom.toelichting staat niet in het bestand; die kolom is niet gelezen"
    )
    kaal = {
        sleutel: steun.model_copy(update={"toelichting": None})
        for sleutel, steun in voorbeeld.onderbouwing.items()
    }
    assert gelezen.opbouw == voorbeeld.model_copy(update={"onderbouwing": kaal})


@pytest.mark.parametrize(
    "kolom", ["verzonden", "let_op", "status", "herkomst", "geldig_vanaf", "opmerking", "waarde"]
)
def test_zonder_een_andere_kolom_blijft_de_uitkomst(knoeier: Knoeier, voorbeeld: Opbouw, kolom: str) -> None:
    gelezen = lees(knoeier.naam(f"kolom.{kolom}", None))
    assert [b.code for b in gelezen.bevindingen] == ["kolom_ontbreekt"]
    assert gelezen.opbouw.bereken().als_json() == voorbeeld.bereken().als_json()


def test_zonder_de_kolom_met_sleutels(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    gelezen = lees(knoeier.naam("kolom.sleutel", None))
    assert [b.code for b in gelezen.bevindingen] == ["kolom_ontbreekt"]
    assert gelezen.opbouw == voorbeeld.model_copy(update={"onderbouwing": {}})


@pytest.mark.parametrize(
    ("doel", "code", "gevonden"),
    [
        (None, "naam_ontbreekt", f"de naam {GRAAD} staat niet in het bestand"),
        (
            "Uitgangspunten!#REF!",
            "naam_kapot",
            f"de naam {GRAAD} wijst nergens meer naar (Uitgangspunten!#REF!)",
        ),
        ("Weg!$A$1", "naam_kapot", f"de naam {GRAAD} wijst nergens meer naar (Weg!$A$1)"),
        (
            "Uitgangspunten!$B$7:$B$9",
            "naam_geen_cel",
            f"de naam {GRAAD} wijst niet naar één cel maar naar Uitgangspunten!$B$7:$B$9",
        ),
        ("0.95", "naam_geen_cel", f"de naam {GRAAD} wijst niet naar één cel maar naar 0.95"),
        (
            "[1]Blad1!$A$1",
            "naam_geen_cel",
            f"de naam {GRAAD} wijst niet naar één cel maar naar [1]Blad1!$A$1",
        ),
    ],
)
def test_een_naam_die_naar_geen_cel_leidt(
    knoeier: Knoeier, doel: str | None, code: str, gevonden: str
) -> None:
    bevinding = fout(knoeier.naam(GRAAD, doel))
    assert (bevinding.code, bevinding.sleutel, bevinding.gevonden) == (code, GRAAD, gevonden)
    assert bevinding.plek == ""


def test_zonder_de_schakelaar_van_bouwsteen_8(knoeier: Knoeier) -> None:
    naam = "gelieerde_zorgorganisatie.aanwezig"
    bevinding = fout(knoeier.naam(naam, None))
    assert (bevinding.code, bevinding.sleutel) == ("naam_ontbreekt", naam)


def test_een_uitgezette_waarde_zonder_naam(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    gelezen = lees(knoeier.naam("gelieerde_zorgorganisatie.grondslag", None))
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


def test_een_naam_die_twee_keer_bestaat(knoeier: Knoeier) -> None:
    extra = f'<definedName name="{GRAAD.upper()}">Uitgangspunten!$B$9</definedName></definedNames>'
    bevinding = fout(knoeier.vervang(HOOFD, "</definedNames>", extra))
    assert (bevinding.code, bevinding.gevonden) == (
        "naam_dubbel",
        f"de naam {GRAAD} staat 2 keer in het bestand",
    )


def test_twee_namen_op_een_cel(knoeier: Knoeier) -> None:
    blad, adres = knoeier.plek(MARGE)
    letters, rij = re.sub(r"\d", "", adres), re.sub(r"\D", "", adres)
    with pytest.raises(WerkboekFout) as opgetreden:
        lees(knoeier.naam(GRAAD, f"{blad}!${letters}${rij}"))
    gevonden = [(b.code, b.sleutel) for b in opgetreden.value.bevindingen if b.ernst is Ernst.FOUT]
    assert gevonden == [("naam_gedeeld", MARGE), ("naam_verlegd", GRAAD)]


def test_een_weggehaalde_regel_van_een_eigen_post(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    gelezen = lees(knoeier.naam("eigen_posten.7.naam", "Uitgangspunten!#REF!"))
    assert gelezen.opbouw == voorbeeld
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.ernst, bevinding.code, bevinding.sleutel) == (
        Ernst.WAARSCHUWING,
        "naam_kapot",
        "eigen_posten[7].naam",
    )


def test_invoer_op_een_verborgen_blad(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    knoeier.vervang(HOOFD, '<sheet name="Uitgangspunten"', '<sheet name="Uitgangspunten" state="veryHidden"')
    gelezen = lees(knoeier)
    assert gelezen.opbouw == voorbeeld
    assert {(b.code, b.gevonden) for b in gelezen.bevindingen} == {
        ("verborgen_invoer", "invoer op een verborgen blad")
    }


def test_invoer_op_een_verborgen_rij(knoeier: Knoeier) -> None:
    blad, adres = knoeier.plek(GRAAD)
    rij = re.sub(r"\D", "", adres)
    (bevinding,) = lees(
        knoeier.vervang(knoeier.bladdeel(blad), f'<row r="{rij}"', f'<row r="{rij}" hidden="1"')
    ).bevindingen
    assert (bevinding.code, bevinding.sleutel, bevinding.cel) == ("verborgen_invoer", GRAAD, adres)
    assert bevinding.gevonden == "invoer op een verborgen rij of kolom"


def test_invoer_in_een_verborgen_kolom(knoeier: Knoeier) -> None:
    knoeier.vervang(
        knoeier.bladdeel("Uitgangspunten"), '<col min="2" max="2"', '<col min="2" max="2" hidden="1"'
    )
    bevindingen = lees(knoeier).bevindingen
    assert {b.code for b in bevindingen} == {"verborgen_invoer"}
    assert GRAAD in {b.sleutel for b in bevindingen}


def test_zonder_opmaak_is_een_getal_een_getal(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """Without number formats a day cannot be told from a number, and is refused instead of guessed."""
    del knoeier.delen["xl/styles.xml"]
    with pytest.raises(WerkboekFout) as opgetreden:
        lees(knoeier)
    assert {b.code for b in opgetreden.value.bevindingen if b.ernst is Ernst.FOUT} == {"geen_datum"}
    assert opgetreden.value.concept.opbouw.bereken().als_json() == voorbeeld.bereken().als_json()


def test_klankschrift_hoort_niet_bij_de_tekst(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    knoeier.vervang(
        "xl/sharedStrings.xml",
        "<t>vaste_kosten</t>",
        "<r><t>vaste_</t></r><r><t>kosten</t></r><rPh sb='0' eb='1'><t>bahsuto</t></rPh>",
    )
    gelezen = lees(knoeier)
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


def test_cellen_zonder_adres_tellen_door(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """Some programs leave addresses out: a cell then stands right of the one before it."""
    onderdeel = knoeier.bladdeel("Uitgangspunten")
    rij = re.sub(r"\D", "", knoeier.plek(GRAAD)[1])
    hele_rij = re.search(rf'<row r="{rij}".*?</row>', knoeier.tekst(onderdeel))
    assert hele_rij
    kaal = re.sub(r'<c r="[A-Z]+\d+"', "<c", hele_rij[0])
    gelezen = lees(knoeier.vervang(onderdeel, hele_rij[0], kaal))
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())
