"""The arithmetic of a workbook is not believed: each way to tamper with it has its own finding."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from gezinshuis_tarief import GelieerdeZorgorganisatie, Opbouw, WerkboekFout
from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen, lees_excel
from hulp.knoei import HOOFD, Knoeier

TARIEF = "uitkomst.midden.tarief"


def lees(knoeier: Knoeier) -> Gelezen:
    return lees_excel(knoeier.bewaar())


def enige(knoeier: Knoeier) -> Werkboekbevinding:
    (bevinding,) = lees(knoeier).bevindingen
    return bevinding


def codes(gelezen: Gelezen) -> list[tuple[str, str, Decimal | None]]:
    return [(b.code, b.sleutel, b.effect) for b in gelezen.bevindingen]


def grootste_verschil(een: Opbouw, ander: Opbouw) -> Decimal:
    """By how much the tariff of one zorgzwaarte differs most."""
    paren = zip(een.bereken().values(), ander.bereken().values(), strict=True)
    return max((a.per_etmaal - b.per_etmaal for a, b in paren), key=abs)


def test_een_onaangeraakt_werkboek_heeft_geen_bevindingen(werkboek: Path, voorbeeld: Opbouw) -> None:
    gelezen = lees_excel(werkboek)
    assert gelezen.opbouw == voorbeeld
    assert gelezen.bevindingen == ()
    assert gelezen.opmerkingen == {}
    assert gelezen.paspoort["sjabloon"] == "2"


def test_een_ingetypte_uitkomst(knoeier: Knoeier) -> None:
    bevinding, *controles = lees(knoeier.getal(TARIEF, 165).herreken()).bevindingen
    assert [(b.code, b.sleutel, b.gevonden, b.toegestaan) for b in controles] == [
        ("controle_zegt_iets_anders", f"controle.{soort}.midden", '"klopt niet" bij een controle', "klopt")
        for soort in ("afronding", "aandelen")
    ]
    blad, cel = knoeier.plek(TARIEF)
    assert (bevinding.ernst, bevinding.code) == (Ernst.WAARSCHUWING, "formule_vervangen")
    assert (bevinding.blad, bevinding.cel, bevinding.sleutel) == (blad, cel, TARIEF)
    assert bevinding.gevonden == "het getal 165 in plaats van een formule"
    assert bevinding.toegestaan.startswith(
        '=IF(controle.invoer="klopt",uitkomst.midden.inkomen_gezinshuisouder'
    )
    assert bevinding.effect == Decimal("4.66")
    assert bevinding.effect_tekst == "+€ 4,66 per etmaal"


def test_een_uitkomst_als_tekst_of_weggehaald_heeft_geen_effect_in_euro(knoeier: Knoeier) -> None:
    gelezen = lees(knoeier.typ(TARIEF, "n.t.b.").leeg("uitkomst.laag.tarief"))
    assert [(b.gevonden, b.effect) for b in gelezen.bevindingen] == [
        ("een lege cel in plaats van een formule", None),
        ('"n.t.b." in plaats van een formule', None),
    ]


def test_een_gewijzigde_formule_noemt_wat_zij_per_etmaal_scheelt(knoeier: Knoeier) -> None:
    """Overhead over double the base: 10% of 100.52 more, carried through leegstand and marge."""
    naam = "midden.overhead.grondslag"
    gelezen = lees(knoeier.formule(naam, "2*midden.beroepskrachten", "201.03").herreken())
    effect = Decimal("10.91")  # 10.0517 × (1 + 1 / 0.95 − 1) / 0.97
    assert codes(gelezen) == [
        ("formule_gewijzigd", naam, effect),
        ("tarief_wijkt_af", TARIEF, effect),
    ]
    assert gelezen.bevindingen[0].gevonden == "de formule =2*midden.beroepskrachten"
    assert gelezen.bevindingen[1].gevonden == (
        "het getal 171,25 door gewijzigde formules; opnieuw berekend is het € 160,34"
    )
    assert gelezen.opbouw.bereken()["midden"].per_etmaal == Decimal("160.34")


def test_een_stap_die_een_vast_getal_werd(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    naam = "huisvesting.per_jaar"
    gelezen = lees(knoeier.getal(naam, 20000).herreken())
    anders = voorbeeld.met({"huisvesting.vast_bedrag_per_jaar": "20000"})
    assert codes(gelezen)[0] == ("formule_vervangen", naam, grootste_verschil(anders, voorbeeld))
    assert {code for code, *_ in codes(gelezen)[1:]} == {"tarief_wijkt_af"}


def test_een_gewijzigd_deel_van_bouwsteen_8_dat_uit_staat(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    naam = "gelieerde_zorgorganisatie.meegeteld_aandeel"
    gelezen = lees(knoeier.formule(naam, "0.05", "0.05").herreken())
    gelieerd = GelieerdeZorgorganisatie(
        aandeel="0.05", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0"
    )
    anders = voorbeeld.met({"gelieerde_zorgorganisatie": gelieerd})
    assert codes(gelezen)[0] == ("formule_gewijzigd", naam, grootste_verschil(anders, voorbeeld))


def test_een_formule_die_niet_meer_rekent(knoeier: Knoeier) -> None:
    naam = "midden.kostprijs"
    bevinding = enige(knoeier.cel(naam, "<f>1/0</f><v>#DIV/0!</v>", "e"))
    assert (bevinding.code, bevinding.sleutel, bevinding.effect) == ("formule_gewijzigd", naam, None)


def test_een_deling_door_een_nul_die_er_is_ingezet(knoeier: Knoeier) -> None:
    """The effect cannot be given in euro; it is named all the same."""
    gelezen = lees(knoeier.getal("gezinshuis.plaatsdagen", 0))
    assert codes(gelezen)[0] == ("formule_vervangen", "gezinshuis.plaatsdagen", None)


def test_het_grote_getal_bovenaan(knoeier: Knoeier) -> None:
    bevinding = enige(knoeier.getal("samenvatting.tarief.hoog", "175"))
    assert (bevinding.code, bevinding.effect) == ("formule_vervangen", Decimal("-7.12"))
    assert bevinding.effect_tekst == "−€ 7,12 per etmaal"


def test_een_controle_die_altijd_klopt(knoeier: Knoeier) -> None:
    bevinding = enige(knoeier.typ("controle.optelling.laag", "klopt"))
    assert (bevinding.code, bevinding.effect) == ("formule_vervangen", None)
    assert bevinding.gevonden == '"klopt" in plaats van een formule'


@pytest.mark.parametrize("naam", ["aandeel.midden.overhead", "per_plaats_per_jaar.midden.overhead"])
def test_een_ander_getal_naast_het_tarief(knoeier: Knoeier, naam: str) -> None:
    gelezen = lees(knoeier.getal(naam, "0.5").herreken())
    assert codes(gelezen)[0] == ("formule_vervangen", naam, None)


def test_een_uitkomst_die_om_invoer_vraagt(knoeier: Knoeier) -> None:
    """The workbook itself refused what the import understands."""
    gelezen = lees(knoeier.typ("leegstand.bezettingsgraad", "95%").herreken())
    assert gelezen.opbouw.bereken()["midden"].per_etmaal == Decimal("160.34")
    gevonden = {b.code: b for b in gelezen.bevindingen}
    assert set(gevonden) == {"getal_als_tekst", "geen_uitkomst"}
    assert "om invoer vragen in plaats van een uitkomst te tonen" in gevonden["geen_uitkomst"].gevonden


def test_een_opgeslagen_uitkomst_die_geen_getal_is(knoeier: Knoeier) -> None:
    blad, cel = knoeier.plek(TARIEF)
    formule = knoeier.tekst(knoeier.bladdeel(blad)).split(f'<c r="{cel}"')[1].split("<f>")[1].split("</f>")[0]
    bevinding = enige(knoeier.cel(TARIEF, f"<f>{formule}</f><v>veel</v>", "str"))
    assert (bevinding.code, bevinding.effect, bevinding.effect_tekst) == ("uitkomst_verouderd", None, "")
    assert bevinding.gevonden == '"veel"; opnieuw berekend is het € 160,34'


def test_een_verouderde_uitkomst(knoeier: Knoeier) -> None:
    """A value that the formula in its own cell does not give."""
    blad, cel = knoeier.plek(TARIEF)
    knoeier.vervang(knoeier.bladdeel(blad), "<v>160.34</v>", "<v>161.5</v>")
    bevinding = enige(knoeier)
    hoort = "samenvatting.tarief.midden"  # the large figure stands first in the sheet
    assert (bevinding.code, bevinding.sleutel) == ("uitkomst_verouderd", hoort)
    assert bevinding.gevonden == "het getal 161,5; opnieuw berekend is het € 160,34"
    assert bevinding.effect == Decimal("1.16")
    assert bevinding.cel != cel


def test_invoer_gewijzigd_zonder_te_rekenen(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    gelezen = lees(knoeier.getal("leegstand.bezettingsgraad", 0.9))
    nieuw = voorbeeld.met({"leegstand.bezettingsgraad": "0.9"})
    assert gelezen.opbouw.bereken() == nieuw.bereken()
    per_sleutel = {b.sleutel: b for b in gelezen.bevindingen}
    verschil = Decimal("160.34") - nieuw.bereken()["midden"].per_etmaal
    assert (per_sleutel[TARIEF].code, per_sleutel[TARIEF].effect) == ("uitkomst_verouderd", verschil)
    (samen,) = (b for b in gelezen.bevindingen if b.code == "tussenstap_verouderd")
    assert "cellen met een formule die niet bij de invoer horen; de eerste is deze" in samen.gevonden


def test_zonder_berekende_waarden(werkboek: Path, voorbeeld: Opbouw) -> None:
    """As openpyxl and other programs without a calculator save it."""
    boek = openpyxl.load_workbook(werkboek)
    boek.save(werkboek)
    gelezen = lees_excel(werkboek)
    assert gelezen.opbouw == voorbeeld
    (bevinding,) = gelezen.bevindingen
    assert bevinding.code == "niet_berekend"
    assert "geen berekende waarde hebben" in bevinding.gevonden
    assert bevinding.wat_te_doen.endswith("laat het rekenen en bewaar het opnieuw.")


def test_een_foutwaarde_als_uitkomst(knoeier: Knoeier) -> None:
    blad, cel = knoeier.plek(TARIEF)
    formule = knoeier.tekst(knoeier.bladdeel(blad)).split(f'<c r="{cel}"')[1].split("<f>")[1].split("</f>")[0]
    bevinding = enige(knoeier.cel(TARIEF, f"<f>{formule}</f><v>#NAME?</v>", "e"))
    assert (bevinding.code, bevinding.sleutel) == ("uitkomst_foutwaarde", TARIEF)


@pytest.mark.parametrize("doel", [None, "Samenvatting!#REF!", "#REF!"])
def test_een_uitkomst_zonder_naam(knoeier: Knoeier, doel: str | None) -> None:
    bevinding = enige(knoeier.naam(TARIEF, doel))
    assert (bevinding.code, bevinding.sleutel) == ("uitkomstnaam_weg", TARIEF)
    assert bevinding.gevonden == (
        f"van 1 uitkomsten of tussenstappen ontbreekt de naam of de cel, zoals {TARIEF}"
    )


def test_een_formule_met_andere_spaties_en_hoofdletters_is_dezelfde(knoeier: Knoeier) -> None:
    knoeier.formule("uitkomst.midden.tarief", "0", "160.34")
    blad, cel = knoeier.plek("midden.integraal")
    knoeier.formule("midden.integraal", " Midden.Kostprijs + MIDDEN.leegstand.per_etmaal ", "155.528097003")
    bevindingen = lees(knoeier).bevindingen
    assert [b.sleutel for b in bevindingen if b.code == "formule_gewijzigd"] == ["uitkomst.midden.tarief"]
    assert (blad, cel) not in {(b.blad, b.cel) for b in bevindingen if b.code == "formule_gewijzigd"}


def test_een_gedeelde_formule_telt_ook_bij_de_cel_die_haar_niet_uitschrijft(knoeier: Knoeier) -> None:
    """Filling a formula down stores its text once."""
    formule = "huisvesting.per_jaar/gezinshuis.plaatsdagen"
    blad, _ = knoeier.plek("huisvesting.per_etmaal")
    knoeier.cel_op(blad, "C6", f'<f t="shared" si="0" ref="C6:C7">{formule}</f><v>1</v>')
    knoeier.cel("huisvesting.per_etmaal", '<f t="shared" si="0"/><v>10.150684931506849</v>')
    assert "huisvesting.per_etmaal" not in {b.sleutel for b in lees(knoeier).bevindingen}
    knoeier.cel("huisvesting.per_etmaal", '<f t="shared" si="7"/><v>10.150684931506849</v>')
    bevinding = next(b for b in lees(knoeier).bevindingen if b.sleutel == "huisvesting.per_etmaal")
    assert (bevinding.code, bevinding.gevonden) == ("formule_gewijzigd", "de formule =")


def test_een_lange_formule_wordt_kort_getoond(knoeier: Knoeier) -> None:
    bevinding = enige(knoeier.formule(TARIEF, "+".join(["160.34"] * 99), "160.34"))
    assert len(bevinding.gevonden) < 220
    assert bevinding.gevonden.endswith("…")


def test_een_koppeling_met_een_ander_bestand(knoeier: Knoeier) -> None:
    knoeier.delen["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    knoeier.delen["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        b'<Relationships><Relationship Id="rId1" Type="x/externalLinkPath" Target="begroting.xlsx"/>'
        b"</Relationships>"
    )
    knoeier.delen["xl/externalLinks/externalLink2.xml"] = b"<externalLink/>"
    gevonden = [(b.code, b.gevonden) for b in lees(knoeier).bevindingen]
    assert gevonden == [
        ("externe_koppeling", "een koppeling met een ander bestand: begroting.xlsx"),
        ("externe_koppeling", "een koppeling met een ander bestand: onbekend bestand"),
    ]


def test_een_kopie_van_een_blad_wordt_niet_gelezen(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """Copying a sheet makes sheet-level names; those do not count."""
    kopie = (
        '<definedName name="leegstand.bezettingsgraad" localSheetId="4">Paspoort!$A$1</definedName>'
        '<definedName name="winst_marge.percentage" localSheetId="4">Paspoort!$A$2</definedName>'
        '<definedName name="iets.anders" localSheetId="4">Paspoort!$A$2</definedName>'
        '<definedName name="leegstand.bezettingsgraad" localSheetId="99">Paspoort!$A$2</definedName>'
    )
    knoeier.vervang(HOOFD, "</definedNames>", f"{kopie}</definedNames>")
    gelezen = lees(knoeier)
    assert gelezen.opbouw == voorbeeld
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.ernst, bevinding.plek) == (
        "kopie_van_blad",
        Ernst.OPMERKING,
        "Paspoort",
    )


def test_een_werkboek_met_andere_formules_van_een_andere_versie(knoeier: Knoeier) -> None:
    bevinding = enige(knoeier.typ("paspoort.formules", "0123456789abcdef"))
    assert (bevinding.ernst, bevinding.code) == (Ernst.OPMERKING, "andere_formules")
    assert bevinding.gevonden.startswith("formules met een ander kenmerk (0123456789abcdef)")


def test_ook_bij_een_weigering_worden_de_formules_vergeleken(knoeier: Knoeier) -> None:
    with pytest.raises(WerkboekFout) as fout:
        lees(knoeier.getal("leegstand.bezettingsgraad", 95).getal(TARIEF, 165))
    assert [(b.code, b.effect) for b in fout.value.bevindingen] == [
        ("percentage_zonder_teken", None),
        ("formule_vervangen", None),
    ]


def test_een_controle_op_invoer_die_is_uitgezet(knoeier: Knoeier) -> None:
    sleutel = "leegstand.bezettingsgraad"
    blad, adres = knoeier.kolom_op_rij("let_op", sleutel)
    bevinding = enige(knoeier.cel_op(blad, adres, ""))
    assert (bevinding.code, bevinding.sleutel) == ("let_op_gewijzigd", sleutel)
    assert (bevinding.blad, bevinding.cel, bevinding.effect) == (blad, adres, None)
    assert bevinding.toegestaan.startswith(f"=IF(ISBLANK({sleutel})")
