"""V5: a formula that somebody changed is a proposal: never taken over by itself, and exact when it is."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gezinshuis_tarief import Opbouw, lees_excel, naar_json, van_json
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen
from gezinshuis_tarief.werkboek.lezen.voorstellen.excelformule import Werkboeknamen
from gezinshuis_tarief.werkboek.lezen.voorstellen.uit_formules import GewijzigdeFormules
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel
from hulp.knoei import Knoeier
from hulp.rekenblad import Rekenblad

BLAD = "Eigen onderdelen"
LEEGSTAND = "{z}.leegstand.grondslag*(1-leegstand.bezettingsgraad)"
FTE = "inkomen_gezinshuisouder.fte"
TWEE_POSTEN = [{"naam": "een", "bedrag_per_jaar": "100"}, {"naam": "twee", "bedrag_per_jaar": "200"}]


def per_zwaarte(sleutel: str, formule: str) -> dict[str, str]:
    """Return the formula for each zorgzwaarte."""
    return {f"{z}.{sleutel}": formule.format(z=z) for z in ZORGZWAARTES}


def gewijzigd(knoeier: Knoeier, formules: dict[str, str]) -> Gelezen:
    """Read a workbook in which somebody typed these formulas."""
    for naam, formule in formules.items():
        knoeier.formule(naam, formule, "1")
    return lees_excel(knoeier.bewaar())


def waarom_niet(gelezen: Gelezen) -> set[str]:
    """Return why the changed formulas cannot be taken over."""
    zinnen = {b.wat_te_doen for b in gelezen.bevindingen if b.code == "formule_gewijzigd"}
    return {zin.partition("Als voorstel is het niet over te nemen: ")[2] for zin in zinnen}


def is_overgenomen(gelezen: Gelezen, voorbeeld: Opbouw) -> None:
    """Hold the calculation of a proposal against its effect, and through a file."""
    (voorstel,) = gelezen.voorstellen
    assert gelezen.opbouw == voorbeeld
    verschil = {
        z: voorstel.opbouw.bereken()[z].per_etmaal - voorbeeld.bereken()[z].per_etmaal for z in ZORGZWAARTES
    }
    assert voorstel.effect == verschil
    assert van_json(naar_json(voorstel.opbouw)) == voorstel.opbouw


@pytest.fixture
def posten(tmp_path: Path, voorbeeld: Opbouw) -> Knoeier:
    """A workbook with two own lines."""
    pad = tmp_path / "posten.xlsx"
    voorbeeld.met({"eigen_posten": TWEE_POSTEN}).naar_excel(pad)
    return Knoeier(pad)


def test_een_andere_formule_is_een_voorstel_dat_blijft_liggen(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    gelezen = gewijzigd(knoeier, per_zwaarte("leegstand.per_etmaal", LEEGSTAND))
    (voorstel,) = gelezen.voorstellen
    assert voorstel.sleutel == "leegstand"
    assert voorstel.was == "grondslag / bezettingsgraad - grondslag"
    assert voorstel.wordt == "grondslag * (1 - bezettingsgraad)"
    assert voorstel.effect == {
        z: Decimal(d) for z, d in zip(ZORGZWAARTES, ("-0.30", "-0.33", "-0.38"), strict=True)
    }
    assert str(voorstel).endswith("Verschil per etmaal: laag −0,30, midden −0,33, hoog −0,38.")
    is_overgenomen(gelezen, voorbeeld)
    bevindingen = [b for b in gelezen.bevindingen if b.code == "formule_gewijzigd"]
    assert [b.sleutel for b in bevindingen] == [f"{z}.leegstand.per_etmaal" for z in ZORGZWAARTES]
    assert all(b.wat_te_doen.endswith("Als voorstel kunt u het overnemen: leegstand.") for b in bevindingen)
    definitie = type(voorstel.opbouw.leegstand).definitie  # type: ignore[attr-defined]  # made from a definition
    assert definitie.uitleg == "Bouwsteen 9 (Leegstand) met een formule uit een werkboek."
    assert gelezen.opbouw.met({"leegstand": voorstel.opbouw.leegstand}) == voorstel.opbouw


@pytest.mark.parametrize(
    ("formules", "wordt"),
    [
        ({FTE: f"{FTE}_per_plaats*gezinshuis.plaatsen"}, "fte = fte_per_plaats * huis.plaatsen"),
        (
            {"inkomen_gezinshuisouder.loon.premies": "inkomen_gezinshuisouder.loon.werkgeverspremies*"
             "inkomen_gezinshuisouder.loon.brutojaarloon", FTE: f"{FTE}_per_plaats*gezinshuis.plaatsen"},
            "fte = fte_per_plaats * huis.plaatsen; loon_premies = loon.werkgeverspremies * loon_brutojaarloon",
        ),
        (
            {"inkomen_gezinshuisouder.loon.loonkosten": "12*inkomen_gezinshuisouder.loon.bruto_maandsalaris*1.4"},
            "loon_loonkosten = 12 * loon.bruto_maandsalaris * nieuw_getal_1",
        ),
        (
            {"huisvesting.per_jaar": "huisvesting.lasten_per_jaar * 0.95*3 +MIN(1500.5,huisvesting.lasten_per_jaar)+700"},
            "lasten_per_jaar * nieuw_getal_1 * 3 + MIN(nieuw_getal_2; lasten_per_jaar) + nieuw_getal_3",
        ),
        (
            {"huisvesting.per_jaar": "huisvesting.aandeel_zorg*9000"},
            "aandeel_zorg * nieuw_getal_1",
        ),
        (
            {"huisvesting.per_jaar": "IF(ISNUMBER(huisvesting.vast_bedrag_per_jaar),huisvesting.vast_bedrag_per_jaar,"
             "huisvesting.lasten_per_jaar*huisvesting.aandeel_zorg*90%)"},
            "lasten_per_jaar * aandeel_zorg * nieuw_getal_1",
        ),
        (
            {"huisvesting.per_jaar": "huisvesting.lasten_per_jaar*(0.5+25%+0.75*0.5*50%)"},
            "lasten_per_jaar * (nieuw_getal_1 + nieuw_getal_2 + nieuw_getal_3 * nieuw_getal_1 * nieuw_getal_4)",
        ),
        ({"huisvesting.per_jaar": "HUISVESTING.LASTEN_PER_JAAR*0.9/0.90"}, "lasten_per_jaar * nieuw_getal_1 / nieuw_getal_1"),
        (
            {"huisvesting.lasten_per_jaar": "huisvesting.woonlasten_per_jaar+1500"},
            "lasten_per_jaar = woonlasten_per_jaar + nieuw_getal_1",
        ),
        (
            {"huisvesting.lasten_per_jaar": "ROUND(huisvesting.woonlasten_per_jaar+1500.5,2)"},
            "lasten_per_jaar = AFRONDEN(woonlasten_per_jaar + nieuw_getal_1; 2)",
        ),
        (
            {"huisvesting.lasten_per_jaar": "huisvesting.woonlasten_per_jaar",
             "huisvesting.per_jaar": "huisvesting.lasten_per_jaar"},
            "lasten_per_jaar = woonlasten_per_jaar; lasten_per_jaar",
        ),
        (
            per_zwaarte("leegstand.grondslag", 'IF(leegstand.grondslag="kostprijs",{z}.vaste_kosten,{z}.kostprijs)'),
            'grondslag = ALS(grondslag = "kostprijs"; vaste_kosten; kostprijs)',
        ),
        (
            per_zwaarte("overhead.per_etmaal", "overhead.opslag*{z}.directe_kosten+overhead.contracteisen_per_jaar/gezinshuis.plaatsdagen"),
            "opslag * directe_kosten + contracteisen_per_jaar / huis.plaatsdagen",
        ),
        (
            {"verzorgingskosten.per_jaar": "gezinshuis.plaatsen*verzorgingskosten.bedrag_per_jeugdige_per_dag*gezinshuis.dagen_per_jaar"},
            "huis.plaatsen * bedrag_per_jeugdige_per_dag * huis.dagen",
        ),
        (
            {"inkomen_gezinshuisouder.per_jaar": f"{FTE}*MAX(inkomen_gezinshuisouder.loon.loonkosten,"
             "12*inkomen_gezinshuisouder.loon.bruto_maandsalaris)"},
            "fte * MAX(loon.loonkosten; 12 * loon.bruto_maandsalaris)",
        ),
    ],
)  # fmt: skip
def test_wat_de_taal_kent_wordt_overgenomen(
    knoeier: Knoeier, voorbeeld: Opbouw, formules: dict[str, str], wordt: str
) -> None:
    gelezen = gewijzigd(knoeier, formules)
    assert [v.wordt for v in gelezen.voorstellen] == [wordt]
    is_overgenomen(gelezen, voorbeeld)
    blad = Rekenblad(knoeier.bewaar())
    blad.typ({})
    for zwaarte, tarief in gelezen.voorstellen[0].opbouw.bereken().items():
        assert (
            Decimal(f"{blad[f'uitkomst.{zwaarte}.tarief']:.7f}") == tarief.per_etmaal
        )  # as the sheet itself says


@pytest.mark.parametrize(
    ("formules", "waarom"),
    [
        ({"ondersteuning.per_jaar": "SUM(ondersteuning.overige_kosten_per_jaar,1)"},
         "gebruikt de onbekende bewerking SUM (toegestaan: MIN, MAX, AFRONDEN en ALS)."),
        ({"midden.leegstand.per_etmaal": "midden.leegstand.grondslag*5%"},
         "de formule is niet bij elke zorgzwaarte gewijzigd; laag.leegstand.per_etmaal is nog zoals verzonden."),
        (per_zwaarte("leegstand.per_etmaal", "{z}.kostprijs*leegstand.bezettingsgraad")
         | {"hoog.leegstand.per_etmaal": "hoog.kostprijs"}, "de formule is niet bij elke zorgzwaarte dezelfde."),
        (per_zwaarte("leegstand.per_etmaal", "laag.kostprijs*leegstand.bezettingsgraad"),
         "leest laag.kostprijs, dat een eigen leegstand niet kan lezen."),
        (per_zwaarte("leegstand.per_etmaal", "{z}.leegstand.grondslag*gezinshuis.plaatsen"),
         "leest huis.plaatsen, dat een eigen leegstand niet kan lezen."),
        ({"midden.kostprijs": "midden.directe_kosten"}, "een eigen formule voor wat de bouwstenen samen geven kan niet."),
        ({"eigen_posten.per_jaar": "eigen_posten.0.per_jaar"},
         "een eigen formule voor wat de bouwstenen samen geven kan niet."),
        ({"midden.winst_marge.per_etmaal": "winst_marge.percentage*midden.integraal"},
         "een eigen formule voor bouwsteen 10 kan niet."),
        ({"huisvesting.per_etmaal": "huisvesting.per_jaar/1400"},
         "de verdeling van jaarkosten over etmalen is geen deel van de bouwsteen."),
        ({"eigen_posten.1.per_jaar": "eigen_posten.1.bedrag_per_jaar*2"}, "deze eigen post is niet ingevuld."),
        ({"gedragswetenschapper.loon.premies": "gedragswetenschapper.loon.bruto_maandsalaris"},
         "loon_loonkosten / productieve_uren_per_jaar is anders dan bouwsteen 11 (zorgzwaarte) haar leest"),
        ({"gedragswetenschapper.uurkosten": "gedragswetenschapper.loon.loonkosten/gedragswetenschapper.productieve_uren_per_jaar*1.1"},
         "loon.loonkosten / productieve_uren_per_jaar * nieuw_getal_1 is anders dan bouwsteen 11 (zorgzwaarte) haar leest"),
        ({"huisvesting.per_jaar": "(huisvesting.lasten_per_jaar*(huisvesting.aandeel_zorg))"},
         "de formule rekent hetzelfde als de verzonden formule."),
        ({"huisvesting.per_jaar": 'INDIRECT("Uitgangspunten!A1")'},
         "is niet te lezen bij teken 10: '\"Uitgangspun' (toegestaan: namen, hele getallen, + - * / ( ), MIN, MAX, AFRONDEN en ALS)."),
        ({"huisvesting.per_jaar": "huisvesting.lasten_per_jaar*Z99"}, "gebruikt de onbekende naam Z99. Bekend zijn:"),
    ],
)  # fmt: skip
def test_wat_niet_kan_blijft_een_bevinding_die_zegt_waarom(
    knoeier: Knoeier, voorbeeld: Opbouw, formules: dict[str, str], waarom: str
) -> None:
    gelezen = gewijzigd(knoeier, formules)
    assert gelezen.voorstellen == ()
    assert gelezen.opbouw == voorbeeld
    (gevonden,) = waarom_niet(gelezen)
    assert gevonden.startswith(waarom)


def test_een_adres_is_de_naam_die_daar_staat(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    blad, aandeel = knoeier.plek("huisvesting.aandeel_zorg")
    eigen_blad, lasten = knoeier.plek("huisvesting.lasten_per_jaar")
    kolom, rij = re.fullmatch(r"([A-Z]+)(\d+)", aandeel).groups()  # type: ignore[union-attr]  # an address
    assert blad != eigen_blad
    gelezen = gewijzigd(
        knoeier, {"huisvesting.per_jaar": f"{lasten}*'{blad}'!${kolom}${rij}/2*{blad}!{aandeel}"}
    )
    assert gelezen.voorstellen[0].wordt == "lasten_per_jaar * aandeel_zorg / 2 * aandeel_zorg"
    is_overgenomen(gelezen, voorbeeld)


def test_een_eigen_post_schuift_mee_en_heeft_een_eigen_naam(posten: Knoeier) -> None:
    posten.leeg("eigen_posten.0.naam").leeg("eigen_posten.0.bedrag_per_jaar")
    gelezen = gewijzigd(
        posten, {"eigen_posten.1.per_jaar": "eigen_posten.1.bedrag_per_jaar*gezinshuis.plaatsen"}
    )
    (voorstel,) = gelezen.voorstellen
    assert (voorstel.sleutel, voorstel.was) == ("eigen_posten[0]", "bedrag_per_jaar")
    assert type(voorstel.opbouw.eigen_posten[0]).__name__ == "EigenPost1"
    assert voorstel.opbouw.eigen_posten[0].naam == "twee"
    is_overgenomen(gelezen, gelezen.opbouw)


def test_een_eigen_bedrag_gaat_voor_de_nieuwe_formule(tmp_path: Path, voorbeeld: Opbouw) -> None:
    vast = voorbeeld.met({"huisvesting.vast_bedrag_per_jaar": "9000"})
    vast.naar_excel(tmp_path / "vast.xlsx")
    formule = "IF(ISNUMBER(huisvesting.vast_bedrag_per_jaar),huisvesting.vast_bedrag_per_jaar,huisvesting.lasten_per_jaar)"
    gelezen = gewijzigd(Knoeier(tmp_path / "vast.xlsx"), {"huisvesting.per_jaar": formule})
    assert set(gelezen.voorstellen[0].effect.values()) == {Decimal(0)}
    kaal = gewijzigd(Knoeier(tmp_path / "vast.xlsx"), {"huisvesting.per_jaar": "huisvesting.lasten_per_jaar"})
    assert kaal.voorstellen == ()
    assert waarom_niet(kaal) == {"de formule slaat het eigen bedrag van huisvesting over."}


def test_een_zorgzwaarte_zonder_plaatsen_wordt_niet_getoond(tmp_path: Path, voorbeeld: Opbouw) -> None:
    zonder = voorbeeld.met({"gezinshuis.plaatsen_laag": 0, "gezinshuis.plaatsen_hoog": 3})
    zonder.naar_excel(tmp_path / "a.xlsx")
    gelezen = gewijzigd(Knoeier(tmp_path / "a.xlsx"), per_zwaarte("leegstand.per_etmaal", LEEGSTAND))
    (voorstel,) = gelezen.voorstellen
    assert list(voorstel.gevraagd) == ["midden", "hoog"]
    assert "laag" not in str(voorstel)


# -- the sheet Eigen onderdelen


def adres(knoeier: Knoeier, kolom: str, *begin: str) -> str:
    """Return the address in a column of a line on the sheet."""
    blad: Any = openpyxl.load_workbook(knoeier.bewaar())[BLAD]
    return next(
        f"{kolom}{rij[0].row}"
        for rij in blad.iter_rows(min_row=5)
        if tuple(c.value for c in rij[: len(begin)]) == begin
    )


def typ(knoeier: Knoeier, kolom: str, begin: tuple[str, ...], tekst: str) -> Gelezen:
    """Read the workbook after somebody typed a text on the sheet."""
    cel = adres(knoeier, kolom, *begin)
    knoeier.cel_op(BLAD, cel, f'<is><t xml:space="preserve">{tekst}</t></is>', "inlineStr")
    return lees_excel(knoeier.bewaar())


def test_een_andere_definitie_is_een_voorstel_op_elke_plek(
    eigen_knoeier: Knoeier, alles_eigen: Opbouw
) -> None:
    gelezen = typ(eigen_knoeier, "D", ("Vervoer", "uitkomst"), "ritten_per_jeugdige * prijs_per_rit")
    (voorstel,) = gelezen.voorstellen
    assert voorstel.sleutel == "onderdelen.Vervoer"
    assert voorstel.was == "huis.plaatsen * ritten_per_jeugdige * prijs_per_rit"
    assert voorstel.wordt == "ritten_per_jeugdige * prijs_per_rit"
    assert gelezen.opbouw == alles_eigen
    soorten = [getattr(type(post), "definitie", None) for post in voorstel.opbouw.eigen_posten]
    assert [d.uitkomst for d in soorten if d and "ritten_per_jeugdige" in d.invoer] == [voorstel.wordt] * 2
    (bevinding,) = gelezen.bevindingen
    assert bevinding.wat_te_doen.endswith("Als voorstel kunt u het overnemen: onderdelen.Vervoer.")
    is_overgenomen(gelezen, alles_eigen)


@pytest.mark.parametrize(
    ("begin", "kolom", "tekst", "waarom"),
    [
        (("Vervoer", "uitkomst"), "D", "ritten * prijs_per_rit", "gebruikt de onbekende naam ritten. Bekend zijn: huis.dagen"),
        (("Vervoer", "uitkomst"), "D", "prijs_per_rit * 1,5", "bevat het getal 1,5 (toegestaan: namen en hele getallen)."),
        (("Vervoer", "onderdeel"), "C", "huisvesting", "een onderdeel blijft op zijn plek; dit is er een van eigen_posten."),
        (("Vervoer", "invoer", "prijs_per_rit"), "H", "1", "7.5 ligt buiten de grenzen"),
    ],
)  # fmt: skip
def test_een_definitie_die_niet_kan_blijft_een_bevinding(  # noqa: PLR0913, PLR0917 (fixtures and the case)
    eigen_knoeier: Knoeier, alles_eigen: Opbouw, begin: tuple[str, ...], kolom: str, tekst: str, waarom: str
) -> None:
    gelezen = typ(eigen_knoeier, kolom, begin, tekst)
    assert gelezen.voorstellen == ()
    assert gelezen.opbouw == alles_eigen
    assert waarom in gelezen.bevindingen[0].wat_te_doen


def test_een_invoer_die_anders_heet_heeft_nog_geen_waarde(eigen_knoeier: Knoeier) -> None:
    typ(eigen_knoeier, "C", ("Vervoer", "invoer", "prijs_per_rit"), "prijs")
    gelezen = typ(eigen_knoeier, "D", ("Vervoer", "uitkomst"), "ritten_per_jeugdige * prijs")
    assert gelezen.voorstellen == ()
    assert "prijs is een nieuwe invoer zonder waarde" in gelezen.bevindingen[0].wat_te_doen


def test_een_onderdeel_dat_van_het_blad_is_gehaald_is_geen_voorstel(eigen_knoeier: Knoeier) -> None:
    rijen = [adres(eigen_knoeier, "A", "Vervoer", *rest) for rest in (("onderdeel",), ("uitkomst",))]
    eerste, laatste = (int(rij[1:]) for rij in rijen)
    for rij in range(eerste, laatste + 1):
        for kolom in "ABCDEFGHI":
            eigen_knoeier.cel_op(BLAD, f"{kolom}{rij}", "")
    gelezen = lees_excel(eigen_knoeier.bewaar())
    assert gelezen.voorstellen == ()
    assert {b.code for b in gelezen.bevindingen} == {"onderdeelregel_weg"}


def test_een_andere_omschrijving_is_geen_voorstel(eigen_knoeier: Knoeier) -> None:
    gelezen = typ(eigen_knoeier, "D", ("Vervoer", "onderdeel"), "Iets anders.")
    assert gelezen.voorstellen == ()
    assert [b.code for b in gelezen.bevindingen] == ["onderdeel_gewijzigd"]


def test_een_eigen_onderdeel_op_een_plek_wordt_een_ander_onderdeel(
    eigen_knoeier: Knoeier, alles_eigen: Opbouw
) -> None:
    rij = next(n for n, post in enumerate(alles_eigen.eigen_posten) if type(post).__name__ == "Vervoer")
    post = f"eigen_posten.{rij}"
    gelezen = gewijzigd(
        eigen_knoeier, {f"{post}.per_jaar": f"{post}.ritten_per_jeugdige*{post}.prijs_per_rit"}
    )
    (voorstel,) = gelezen.voorstellen
    assert voorstel.sleutel == f"eigen_posten[{rij}]"
    assert type(voorstel.opbouw.eigen_posten[rij]).__name__ == "VervoerAnders"
    is_overgenomen(gelezen, alles_eigen)


def test_een_stap_die_niet_van_het_onderdeel_is(voorbeeld: Opbouw) -> None:
    namen = Werkboeknamen((), ["leegstand.vreemd"], lambda _, __: None)
    cel = GelezenCel("Berekening", "A1", formule="1")
    (sleutels, gevonden) = next(
        GewijzigdeFormules({"leegstand.vreemd": cel}, namen, voorbeeld, voorbeeld).delen()
    )
    assert sleutels == ["leegstand.vreemd"]
    assert "vreemd is geen stap van leegstand zelf" in str(gevonden)
