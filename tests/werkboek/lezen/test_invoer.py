"""What users type, paste and move: understood and reported when clear, refused when doubtful."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from gezinshuis_tarief import Herkomst, InvoerFout, Onderbouwing, Opbouw, Status
from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding, WerkboekFout
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen, lees_excel
from hulp.invoer import in_loondienst
from hulp.knoei import HOOFD, Knoeier

GRAAD = "leegstand.bezettingsgraad"
HUUR = "huisvesting.woonlasten_per_jaar"
MARGE = "winst_marge.percentage"
VERZORGING = "verzorgingskosten.bedrag_per_jeugdige_per_dag"


def lees(knoeier: Knoeier) -> Gelezen:
    return lees_excel(knoeier.bewaar())


def geweigerd(knoeier: Knoeier) -> list[Werkboekbevinding]:
    with pytest.raises(WerkboekFout) as fout:
        lees(knoeier)
    assert fout.value.bezwaren == tuple(
        b.als_bezwaar() for b in fout.value.bevindingen if b.ernst is Ernst.FOUT
    )
    return [b for b in fout.value.bevindingen if b.ernst is Ernst.FOUT]


def bij(gelezen: Gelezen, sleutel: str, code: str) -> Werkboekbevinding:
    (bevinding,) = (b for b in gelezen.bevindingen if (b.sleutel, b.code) == (sleutel, code))
    return bevinding


def waarde(opbouw: Opbouw, sleutel: str) -> object:
    return next(w.waarde for w in opbouw.waarden() if w.sleutel == sleutel)


@pytest.mark.parametrize(
    ("sleutel", "tekst", "verwacht"),
    [
        (HUUR, "1.234,56", "1234.56"),
        (HUUR, "1,234.56", "1234.56"),
        (HUUR, "€ 12.345,00", "12345.00"),
        (HUUR, "12345", "12345"),
        (HUUR, "1.234.567", "1234567"),
        (HUUR, " 1 234,5 ", "1234.5"),
        (GRAAD, "95%", "0.95"),
        (GRAAD, "92,5 %", "0.925"),
        (GRAAD, "0,95", "0.95"),
        (GRAAD, "0.9", "0.9"),
    ],
)
def test_een_getal_als_tekst_wordt_begrepen_en_gemeld(
    knoeier: Knoeier, sleutel: str, tekst: str, verwacht: str
) -> None:
    gelezen = lees(knoeier.typ(sleutel, tekst))
    assert waarde(gelezen.opbouw, sleutel) == Decimal(verwacht)
    bevinding = bij(gelezen, sleutel, "getal_als_tekst")
    assert (bevinding.blad, bevinding.cel) == knoeier.plek(sleutel)
    assert bevinding.ernst is Ernst.WAARSCHUWING
    nederlands = f"{Decimal(verwacht):,}".translate(str.maketrans(",.", ".,"))
    assert bevinding.gevonden == f'de tekst "{tekst.strip()}", gelezen als {nederlands}'


@pytest.mark.parametrize(
    ("sleutel", "tekst", "code", "remedie"),
    [
        (HUUR, "1.234", "dubbelzinnig_getal", "Typ als getal wat u bedoelt: 1234 of 1,234."),
        (HUUR, "1,234", "dubbelzinnig_getal", "Typ als getal wat u bedoelt: 1234 of 1,234."),
        (HUUR, "€ 12.500", "dubbelzinnig_getal", "Typ als getal wat u bedoelt: 12500 of 12,500."),
        (HUUR, "n.t.b.", "geen_getal", "Typ een getal."),
        (HUUR, "12..5", "geen_getal", "Typ een getal."),
        (HUUR, "5%", "geen_getal", "Typ een getal."),
        (GRAAD, "€ 0,95", "geen_getal", "Typ een getal."),
        (GRAAD, "95", "percentage_zonder_teken", "Bedoelt u 95%? Typ dan 95% of 0,95."),
        (MARGE, "2,5", "percentage_zonder_teken", "Bedoelt u 2,5%? Typ dan 2,5% of 0,025."),
    ],
)
def test_een_twijfelachtige_tekst_wordt_geweigerd(
    knoeier: Knoeier, sleutel: str, tekst: str, code: str, remedie: str
) -> None:
    (bevinding,) = geweigerd(knoeier.typ(sleutel, tekst))
    assert (bevinding.code, bevinding.sleutel, bevinding.wat_te_doen) == (code, sleutel, remedie)
    assert (bevinding.blad, bevinding.cel) == knoeier.plek(sleutel)
    assert bevinding.toegestaan.startswith(("minstens 0", "groter dan 0"))


def test_een_percentage_zonder_teken_wordt_niet_hersteld(knoeier: Knoeier) -> None:
    (bevinding,) = geweigerd(knoeier.getal(GRAAD, 95))
    assert bevinding.code == "percentage_zonder_teken"
    assert bevinding.gevonden == "het getal 95"
    assert bevinding.toegestaan == "groter dan 0 en hoogstens 1 (fractie)"
    assert bevinding.wat_te_doen == "Bedoelt u 95%? Typ dan 95% of 0,95."


@pytest.mark.parametrize(
    ("sleutel", "getal", "gevonden"),
    [
        (GRAAD, "950", "950 ligt buiten de grenzen"),
        (HUUR, "-5", "-5 ligt buiten de grenzen"),
        ("gezinshuis.plaatsen_laag", "1.5", "1,5 is geen heel getal"),
        ("gezinshuis.dagen_per_jaar", "360", "360 ligt buiten de grenzen"),
        (HUUR, "1E+12", "1.000.000.000.000 is te groot"),
        (HUUR, "0.333333333333333", "0,333333333333333 heeft te veel decimalen"),
    ],
)
def test_een_getal_buiten_de_grenzen(knoeier: Knoeier, sleutel: str, getal: str, gevonden: str) -> None:
    (bevinding,) = geweigerd(knoeier.getal(sleutel, getal))
    assert (bevinding.sleutel, bevinding.gevonden) == (sleutel, gevonden)
    assert bevinding.plek == ", cel ".join(knoeier.plek(sleutel))


def test_te_veel_plaatsen_samen(knoeier: Knoeier) -> None:
    (bevinding,) = geweigerd(knoeier.getal("gezinshuis.plaatsen_laag", 7))
    assert bevinding.sleutel == "gezinshuis.plaatsen_laag + plaatsen_midden + plaatsen_hoog"
    assert bevinding.gevonden == "10 ligt buiten de grenzen"
    assert bevinding.plek == ", cel ".join(knoeier.plek("gezinshuis.plaatsen_laag"))


@pytest.mark.parametrize(
    ("inhoud", "soort", "code", "gevonden"),
    [
        ("<v>#REF!</v>", "e", "foutwaarde", "de foutwaarde #REF!"),
        ("<v>#DIV/0!</v>", "e", "foutwaarde", "de foutwaarde #DIV/0!"),
        ("<v>1</v>", "b", "waar_onwaar", "WAAR in plaats van een getal"),
        ("<v>0</v>", "b", "waar_onwaar", "ONWAAR in plaats van een getal"),
        ("<v>2026-03-12</v>", "d", "datum", "een datum (12-3-2026) in plaats van een getal"),
        ("", "", "leeg", "een lege cel"),
        ("<is><t xml:space='preserve'>  </t></is>", "inlineStr", "leeg", "een lege cel"),
        ("<f>2*A600</f>", "", "niet_berekend", "de formule =2*A600 zonder uitkomst"),
        ("<v>onzin</v>", "", "geen_getal", '"onzin", geen getal'),
        ("<v>1E+999</v>", "", "geen_getal", '"1E+999", geen getal'),
    ],
)
def test_wat_geen_getal_is(knoeier: Knoeier, inhoud: str, soort: str, code: str, gevonden: str) -> None:
    (bevinding,) = geweigerd(knoeier.cel(HUUR, inhoud, soort))
    assert (bevinding.code, bevinding.gevonden, bevinding.sleutel) == (code, gevonden, HUUR)
    assert bevinding.toegestaan == "minstens 0 (€ per jaar)"


def test_een_getal_met_datumopmaak(knoeier: Knoeier) -> None:
    """A value such as 1-2 that the spreadsheet program took for a day."""
    stijl = knoeier.tekst("xl/styles.xml").split("<cellXfs")[1].split("</cellXfs>")[0].split("<xf ")[1:]
    datum = next(
        plek for plek, xf in enumerate(stijl) if 'numFmtId="14"' in xf or "yy" in opmaak(knoeier, xf)
    )
    (bevinding,) = geweigerd(knoeier.getal(HUUR, "46054", stijl=str(datum)))
    assert bevinding.gevonden == "een datum (1-2-2026) in plaats van een getal"
    assert bevinding.wat_te_doen.startswith("Zet de opmaak van de cel terug op getal")


def opmaak(knoeier: Knoeier, xf: str) -> str:
    nummer = xf.split('numFmtId="')[1].split('"', maxsplit=1)[0]
    delen = knoeier.tekst("xl/styles.xml").split(f'<numFmt numFmtId="{nummer}" formatCode="')
    return delen[1].split('"')[0] if len(delen) > 1 else ""


def test_een_formule_als_invoer_telt_met_haar_uitkomst(knoeier: Knoeier) -> None:
    gelezen = lees(knoeier.formule(HUUR, "12*1300", "15600").herreken())
    assert waarde(gelezen.opbouw, HUUR) == 15600
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.sleutel) == ("formule_als_invoer", HUUR)
    assert bevinding.gevonden == "de formule =12*1300, gelezen als 15600"


@pytest.mark.parametrize(
    ("sleutel", "formule", "gelezen_als"),
    [
        ("gezinshuis.weken_per_jaar", "365/7", "52.1428571429"),
        (GRAAD, "5/6", "0.8333333333"),
        (GRAAD, "347/365", "0.9506849315"),
        (HUUR, "100000/6", "16666.6666666667"),
    ],
)
def test_een_formule_telt_met_tien_decimalen_en_dat_staat_er(
    knoeier: Knoeier, voorbeeld: Opbouw, sleutel: str, formule: str, gelezen_als: str
) -> None:
    """W4: what the workbook calls klopt is read too, and its outcomes still agree."""
    gelezen = lees(knoeier.formule(sleutel, formule, "0").herreken())
    assert gelezen.opbouw == voorbeeld.met({sleutel: gelezen_als})
    (bevinding,) = gelezen.bevindingen
    assert bevinding.gevonden == f"de formule ={formule}, gelezen als {gelezen_als.replace('.', ',')}"


def test_een_som_zonder_bewaarde_uitkomst_telt_zelf(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """W4: as openpyxl saves it."""
    gelezen = lees(knoeier.cel("gezinshuis.weken_per_jaar", "<f>365/7</f><v></v>"))
    assert gelezen.opbouw == voorbeeld.met({"gezinshuis.weken_per_jaar": "52.1428571429"})
    bevinding = bij(gelezen, "gezinshuis.weken_per_jaar", "formule_als_invoer")
    assert bevinding.gevonden == "de formule =365/7, gelezen als 52,1428571429"
    assert bevinding.plek == ", cel ".join(knoeier.plek("gezinshuis.weken_per_jaar"))


def test_een_som_boven_een_kan_een_percentage_zijn(knoeier: Knoeier) -> None:
    (bevinding,) = geweigerd(knoeier.cel(MARGE, "<f>1+2</f>"))
    assert bevinding.code == "percentage_zonder_teken"


def test_een_binair_getal_krijgt_zijn_decimalen_terug(knoeier: Knoeier) -> None:
    gelezen = lees(knoeier.getal(MARGE, "2.8999999999999998E-2").getal(GRAAD, "0.57999999999999996"))
    assert waarde(gelezen.opbouw, MARGE) == Decimal("0.029")
    assert waarde(gelezen.opbouw, GRAAD) == Decimal("0.58")
    assert str(waarde(gelezen.opbouw, GRAAD)) == "0.58"


def test_een_keuze_in_andere_letters(knoeier: Knoeier) -> None:
    gelezen = lees(knoeier.typ("leegstand.grondslag", "Vaste_kosten "))
    assert waarde(gelezen.opbouw, "leegstand.grondslag") == "vaste_kosten"
    bevinding = bij(gelezen, "leegstand.grondslag", "keuze_anders_geschreven")
    assert bevinding.gevonden == '"Vaste_kosten ", gelezen als vaste_kosten'


@pytest.mark.parametrize(("tekst", "gevonden"), [("alles", '"alles"'), ("", "een lege cel")])
def test_een_onbekende_keuze(knoeier: Knoeier, tekst: str, gevonden: str) -> None:
    (bevinding,) = geweigerd(knoeier.typ("leegstand.grondslag", tekst))
    assert (bevinding.code, bevinding.gevonden) == ("geen_keuze", gevonden)
    assert bevinding.toegestaan == "kostprijs of vaste_kosten"


def test_alle_fouten_samen(knoeier: Knoeier) -> None:
    bevindingen = geweigerd(
        knoeier.leeg(HUUR).getal(GRAAD, 95).getal(VERZORGING, -1).typ("winst_marge.grondslag", "x")
    )
    assert [(b.sleutel, b.code) for b in bevindingen] == [
        (HUUR, "leeg"),
        (GRAAD, "percentage_zonder_teken"),
        ("winst_marge.grondslag", "geen_keuze"),
        (VERZORGING, "buiten_grenzen"),
    ]


def test_bouwsteen_8_aan_en_uit(knoeier: Knoeier) -> None:
    deel = "gelieerde_zorgorganisatie"
    uit = lees(knoeier.getal(f"{deel}.aandeel", 0.04))
    assert uit.opbouw.gelieerde_zorgorganisatie is None
    (bevinding,) = (b for b in uit.bevindingen if b.ernst is Ernst.OPMERKING)
    assert (bevinding.code, bevinding.sleutel) == ("bouwsteen_8_staat_uit", f"{deel}.aandeel")
    assert bevinding.gevonden == "0,04; dit telt niet mee, want bouwsteen 8 staat uit"
    knoeier.typ(f"{deel}.aanwezig", "ja").getal(f"{deel}.vast_bedrag_per_plaats_per_jaar", 100)
    aan = lees(knoeier.herreken())
    assert aan.opbouw.gelieerde_zorgorganisatie is not None
    assert aan.opbouw.gelieerde_zorgorganisatie.aandeel == Decimal("0.04")
    assert aan.bevindingen == ()
    (bevinding,) = geweigerd(knoeier.leeg(f"{deel}.aandeel"))
    assert (bevinding.code, bevinding.sleutel) == ("leeg", f"{deel}.aandeel")
    (bevinding,) = geweigerd(knoeier.typ(f"{deel}.aanwezig", "misschien"))
    assert (bevinding.sleutel, bevinding.toegestaan) == (f"{deel}.aanwezig", "ja of nee")


def test_eigen_posten_sluiten_aan(knoeier: Knoeier) -> None:
    knoeier.typ("eigen_posten.1.naam", "Tuinproject").getal("eigen_posten.1.bedrag_per_jaar", 2400)
    knoeier.getal("eigen_posten.4.naam", 2026).getal("eigen_posten.4.bedrag_per_jaar", 0)
    gelezen = lees(knoeier.herreken())
    assert [(p.naam, waarde(gelezen.opbouw, f"eigen_posten[{i}].bedrag_per_jaar")) for i, p in enumerate(gelezen.opbouw.eigen_posten)] == [
        ("Tuinproject", 2400),
        ("2026", 0),
    ]  # fmt: skip
    assert [b for b in gelezen.bevindingen if b.ernst is Ernst.FOUT] == []


def test_een_eigen_post_zonder_naam_of_bedrag(knoeier: Knoeier) -> None:
    knoeier.typ("eigen_posten.0.naam", "Tuin").getal("eigen_posten.3.bedrag_per_jaar", 100)
    gevonden = [(b.sleutel, b.gevonden, b.plek) for b in geweigerd(knoeier)]
    assert gevonden == [
        (sleutel, "een lege cel", ", cel ".join(knoeier.plek(naam)))
        for sleutel, naam in [
            ("eigen_posten[0].bedrag_per_jaar", "eigen_posten.0.bedrag_per_jaar"),
            ("eigen_posten[3].naam", "eigen_posten.3.naam"),
        ]
    ]


def test_een_eigen_cijfer_voor_een_bouwsteen(knoeier: Knoeier) -> None:
    gelezen = lees(knoeier.getal("huisvesting.vast_bedrag_per_jaar", 12000).herreken())
    assert gelezen.opbouw.huisvesting.vast_bedrag_per_jaar == 12000
    assert gelezen.bevindingen == ()


def test_een_eigen_cijfer_mag_weer_weg(tmp_path: Path, voorbeeld: Opbouw) -> None:
    """An emptied own figure means: reckon with the build-up again; nothing is asked for."""
    pad = tmp_path / "tarief.xlsx"
    voorbeeld.met({"huisvesting.vast_bedrag_per_jaar": "12000"}).naar_excel(pad)
    gelezen = lees(Knoeier(pad).leeg("huisvesting.vast_bedrag_per_jaar").herreken())
    assert gelezen.opbouw.huisvesting == voorbeeld.huisvesting
    assert gelezen.bevindingen == ()


def test_een_vaste_waarde_zonder_reden_gewijzigd(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    sleutel = "inkomen_gezinshuisouder.loon.vakantietoeslag"
    assert voorbeeld.onderbouwing[sleutel].status is Status.VAST
    gelezen = lees(knoeier.getal(sleutel, 0.07).herreken())
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.ernst, bevinding.code) == (Ernst.WAARSCHUWING, "vast_gewijzigd_zonder_reden")
    assert bevinding.gevonden == "een andere waarde dan verzonden (0,08), zonder reden"
    assert bevinding.wat_te_doen.endswith("Bron: CAO Jeugdzorg (december 2024).")
    steun = gelezen.opbouw.onderbouwing[sleutel]
    assert steun.afwijking is not None
    assert (steun.afwijking.voorstel, steun.afwijking.reden) == ("0.08", None)


def test_een_wijziging_met_reden_is_die_van_met(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    sleutel, reden = "inkomen_gezinshuisouder.loon.vakantietoeslag", "afspraak in de regio"
    tekst = f"<is><t>{reden}</t></is>"
    knoeier.cel_op(*knoeier.kolom_op_rij("reden", sleutel), tekst, "inlineStr")
    gelezen = lees(knoeier.getal(sleutel, 0.07).herreken())
    assert gelezen.opbouw == voorbeeld.met({sleutel: "0.07"}, reden=reden)
    assert gelezen.bevindingen == ()


def test_een_suggestie_mag_wijzigen_en_wordt_onthouden(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    sleutel = "inkomen_gezinshuisouder.loon.bruto_maandsalaris"
    gelezen = lees(knoeier.getal(sleutel, "4500.25").herreken())
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld.met({sleutel: "4500.25"}), ())
    terug = lees_excel(_opnieuw(gelezen.opbouw, knoeier))
    assert (terug.opbouw, terug.bevindingen) == (gelezen.opbouw, ())


def test_een_gewijzigde_waarde_krijgt_haar_eigen_bron(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """D3: the source of the old value does not stay beside the new one; what is typed beside it does."""
    sleutel = "inkomen_gezinshuisouder.loon.bruto_maandsalaris"
    for kolom, tekst in {"bron": "loonstrook mei", "geldig_vanaf": "1-5-2026"}.items():
        knoeier.cel_op(*knoeier.kolom_op_rij(kolom, sleutel), f"<is><t>{tekst}</t></is>", "inlineStr")
    gelezen = lees(knoeier.getal(sleutel, "4500.25").herreken())
    met_bron = voorbeeld.met({sleutel: "4500.25"}, bron="loonstrook mei", geldig_vanaf="2026-05-01")
    assert (gelezen.opbouw, gelezen.bevindingen) == (met_bron, ())


def test_terug_naar_het_eerste_voorstel_wist_de_afwijking(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """D3: in a chain of workbooks the first offer gets its own source back."""
    sleutel = "inkomen_gezinshuisouder.loon.bruto_maandsalaris"
    heen = lees(knoeier.getal(sleutel, "4500.25").herreken()).opbouw
    tweede = Knoeier(Path(_opnieuw(heen, knoeier)))
    terug = lees(tweede.getal(sleutel, str(in_loondienst(voorbeeld).loon.bruto_maandsalaris)).herreken())
    assert (terug.opbouw, terug.bevindingen) == (voorbeeld, ())


def test_een_vaste_waarde_blijft_vast_wat_haar_cel_ook_zegt(knoeier: Knoeier) -> None:
    """W2: setting the status to open first does not launder a change."""
    sleutel = "inkomen_gezinshuisouder.loon.vakantietoeslag"
    knoeier.cel_op(*knoeier.kolom_op_rij("status", sleutel), "<is><t>open</t></is>", "inlineStr")
    gelezen = lees(knoeier.getal(sleutel, 0.07).herreken())
    assert [bevinding.code for bevinding in gelezen.bevindingen] == ["vast_gewijzigd_zonder_reden"]
    assert gelezen.opbouw.onderbouwing[sleutel].status is Status.VAST


@pytest.mark.parametrize("tekst", ["{", '{"status": "vaster"}', "bron"])
def test_een_verminkte_onderbouwing_bij_verzending(knoeier: Knoeier, voorbeeld: Opbouw, tekst: str) -> None:
    plek = knoeier.kolom_op_rij("steun_verzonden", HUUR)
    gelezen = lees(knoeier.cel_op(*plek, f"<is><t>{tekst}</t></is>", "inlineStr"))
    assert [bevinding.code for bevinding in gelezen.bevindingen] == ["steun_verzonden_kapot"]
    assert gelezen.bevindingen[0].cel == plek[1]
    assert gelezen.opbouw == voorbeeld


def _opnieuw(opbouw: Opbouw, knoeier: Knoeier) -> str:
    pad = knoeier.bewaar().with_name("ronde2.xlsx")
    opbouw.naar_excel(pad)
    return str(pad)


def test_een_reden_zonder_wijziging(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    sleutel = "inkomen_gezinshuisouder.loon.vakantietoeslag"
    knoeier.cel_op(*knoeier.kolom_op_rij("reden", sleutel), "<is><t>zomaar</t></is>", "inlineStr")
    gelezen = lees(knoeier)
    assert gelezen.opbouw == voorbeeld
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.ernst, bevinding.code) == (Ernst.OPMERKING, "reden_zonder_afwijking")


def test_een_opmerking_komt_terug(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    tekst = "<is><r><t>Waarom </t></r><r><t>niet 97%?_x000D_</t></r></is>"
    knoeier.cel_op(*knoeier.kolom_op_rij("opmerking", GRAAD), tekst, "inlineStr")
    gelezen = lees(knoeier)
    assert gelezen.opmerkingen == {GRAAD: "Waarom niet 97%?\r"}
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


def test_status_bron_en_dag_van_de_gebruiker(knoeier: Knoeier) -> None:
    for kolom, tekst in {
        "status": "Suggestie",
        "herkomst": "bron",
        "bron": "huurcontract",
        "geldig_vanaf": "1-7-2026",
        "toelichting": "drie jaar",
    }.items():
        knoeier.cel_op(*knoeier.kolom_op_rij(kolom, HUUR), f"<is><t>{tekst}</t></is>", "inlineStr")
    assert lees(knoeier).opbouw.onderbouwing[HUUR] == Onderbouwing.model_validate(
        {
            "status": "suggestie",
            "herkomst": "bron",
            "bron": "huurcontract",
            "geldig_vanaf": dt.date(2026, 7, 1),
            "toelichting": "drie jaar",
        }
    )


def test_een_dag_en_een_getal_als_bron(knoeier: Knoeier) -> None:
    knoeier.cel_op(*knoeier.kolom_op_rij("bron", HUUR), "<v>2026-03-12</v>", "d")
    knoeier.cel_op(*knoeier.kolom_op_rij("toelichting", HUUR), "<v>12.5</v>", stijl="0")
    for kolom in ("status", "herkomst"):
        knoeier.cel_op(*knoeier.kolom_op_rij(kolom, HUUR), "")
    steun = lees(knoeier).opbouw.onderbouwing[HUUR]
    assert (steun.bron, steun.toelichting) == ("12-3-2026", "12,5")
    assert (steun.status, steun.herkomst) == (Status.OPEN, Herkomst.AANNAME)


def test_wat_bij_een_lege_regel_staat(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """Notes come along; there is no value for a status or a source to stand behind."""
    opmerking = "<is><t>nog bespreken</t></is>"
    sleutels = ("eigen_posten.3.naam", "gelieerde_zorgorganisatie.aandeel")
    for naam in sleutels:
        knoeier.cel_op(*knoeier.kolom_op_rij("opmerking", naam), opmerking, "inlineStr")
        knoeier.cel_op(*knoeier.kolom_op_rij("bron", naam), opmerking, "inlineStr")
    gelezen = lees(knoeier)
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())
    assert gelezen.opmerkingen == {
        "eigen_posten[3].naam": "nog bespreken",
        "gelieerde_zorgorganisatie.aandeel": "nog bespreken",
    }


@pytest.mark.parametrize(
    ("kolom", "tekst", "code", "gevonden"),
    [
        ("status", "zeker", "geen_status", '"zeker" als status'),
        ("herkomst", "oom", "geen_herkomst", '"oom" als herkomst'),
        ("geldig_vanaf", "straks", "geen_datum", '"straks" als eerste dag'),
    ],
)
def test_status_herkomst_en_dag_die_niet_bestaan(
    knoeier: Knoeier, kolom: str, tekst: str, code: str, gevonden: str
) -> None:
    knoeier.cel_op(*knoeier.kolom_op_rij(kolom, HUUR), f"<is><t>{tekst}</t></is>", "inlineStr")
    (bevinding,) = geweigerd(knoeier)
    assert (bevinding.code, bevinding.gevonden, bevinding.sleutel) == (code, gevonden, HUUR)


def test_een_getal_als_dag(knoeier: Knoeier) -> None:
    blad, adres = knoeier.kolom_op_rij("geldig_vanaf", HUUR)
    (bevinding,) = geweigerd(knoeier.cel_op(blad, adres, "<v>2026</v>", stijl="0"))
    assert bevinding.code == "geen_datum"


@pytest.mark.parametrize(
    ("sjabloon", "verwacht"),
    [
        ("3", "komt uit een nieuwere versie (sjabloon 3; deze versie leest tot en met 2)"),
        ("x1", 'heeft een onbekend sjabloon "x1"'),
    ],
)
def test_een_ander_sjabloon(knoeier: Knoeier, sjabloon: str, verwacht: str) -> None:
    knoeier.typ("paspoort.sjabloon", sjabloon)
    with pytest.raises(InvoerFout) as fout:
        lees(knoeier)
    assert verwacht in str(fout.value)


def test_eigen_varianten_worden_niet_geraden(knoeier: Knoeier) -> None:
    knoeier.typ("paspoort.varianten", "huisvesting: Huurwoning")
    with pytest.raises(InvoerFout, match=r"heeft eigen varianten van bouwstenen \(huisvesting: Huurwoning\)"):
        lees(knoeier)


def test_zonder_paspoort(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    knoeier.naam("paspoort.sjabloon", "#REF!")
    assert lees(knoeier).bevindingen == ()  # the document properties say the same
    knoeier.vervang("docProps/custom.xml", "gezinshuis_tarief.sjabloon", "iets.anders")
    gelezen = lees(knoeier)
    assert gelezen.opbouw == voorbeeld
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.gevonden) == (
        "paspoort_ontbreekt",
        "het paspoort ontbreekt; gelezen als sjabloon 2",
    )


def test_getypte_tekst_wordt_kort_en_zonder_stuurtekens_getoond(knoeier: Knoeier) -> None:
    """What a stranger typed reaches a terminal and a comment."""
    knoeier.cel(HUUR, f"<is><t>_x001B_[31m{'9' * 5000}_xFFFF__xD800_</t></is>", "inlineStr")
    knoeier.cel("leegstand.grondslag", f"<is><t>_x0007_{'a' * 5000}</t></is>", "inlineStr")
    getal, keuze = geweigerd(knoeier)
    assert getal.gevonden == f'de tekst " [31m{"9" * 25}", geen getal (€ per jaar)'
    assert keuze.gevonden == f'" {"a" * 197}…'


def test_codes_voor_wat_geen_teken_is_blijven_staan(knoeier: Knoeier) -> None:
    tekst = "<is><t>_xFFFF_ _xD83D_ _x005F_x000D_ _x0041_</t></is>"
    knoeier.cel_op(*knoeier.kolom_op_rij("opmerking", HUUR), tekst, "inlineStr")
    assert lees(knoeier).opmerkingen == {HUUR: "_xFFFF_ _xD83D_ _x000D_ A"}


def test_een_naam_in_andere_hoofdletters(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    knoeier.vervang(HOOFD, f'name="{GRAAD}"', f'name="{GRAAD.upper()}"')
    gelezen = lees(knoeier)
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())
