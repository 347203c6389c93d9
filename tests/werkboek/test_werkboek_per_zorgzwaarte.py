"""Inputs of one zorgzwaarte, own percentages, a group size, fte for the house and entrepreneurs in a workbook."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gezinshuis_tarief import EigenPost, GelieerdeZorgorganisatie, Opbouw, WerkboekFout, lees_excel
from gezinshuis_tarief.kern.sleutels import plat
from gezinshuis_tarief.werkboek.antwoord import schrijf_opmerkingen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import rekencellen
from gezinshuis_tarief.werkboek.schrijven import maak_rekenbladen
from hulp.invoer import ONDERNEMER
from hulp.knoei import Knoeier
from hulp.libreoffice import lees_waarden
from hulp.rekenblad import Rekenblad, verschillen

HOOG = "hoog.leegstand.bezettingsgraad"
GROEP = "hoog.gezinshuis.groepsgrootte"
ACHTSTE = "gelieerde_zorgorganisatie"
ACHT = GelieerdeZorgorganisatie(aandeel="0.05", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="365")
OPSLAGEN = [
    {"naam": "risico", "percentage": "0.02", "grondslag": "kostprijs"},
    {"naam": "reserve", "percentage": "0.015", "grondslag": "tarief"},
]


@pytest.fixture(scope="module")
def alles(voorbeeld: Opbouw) -> Opbouw:
    """An opbouw with every kind of input that not every workbook has."""
    met_delen = voorbeeld.met(
        {
            "gelieerde_zorgorganisatie": ACHT,
            "eigen_posten": [EigenPost(naam="tuin", bedrag_per_jaar="1200")],
            "eigen_opslagen": OPSLAGEN,
            "inkomen_gezinshuisouder.fte_per_huis": "1.5",
            "huisvesting.vast_bedrag_per_jaar": "15000",
        },
        reden="proef",
    )
    anders = {
        HOOG: "0.9",
        GROEP: 3,
        "midden.gezinshuis.dagen_per_jaar": 366,
        "hoog.leegstand.grondslag": "kostprijs",
        "laag.huisvesting.vast_bedrag_per_jaar": None,
        "laag.gelieerde_zorgorganisatie.aandeel": "0.06",
        "hoog.eigen_posten[0].bedrag_per_jaar": "2400",
        "hoog.eigen_opslagen[1].percentage": "0.03",
    }
    return met_delen.met(anders, reden="proef", bron="telling regio")


@pytest.fixture(scope="module")
def boek(alles: Opbouw, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("zwaarte") / "tarief.xlsx"
    alles.naar_excel(pad)
    return pad


@pytest.fixture
def kopie(boek: Path, tmp_path: Path) -> Path:
    pad = tmp_path / "kopie.xlsx"
    pad.write_bytes(boek.read_bytes())
    return pad


def waarden_in(blad: Rekenblad) -> dict[str, Any]:
    return {naam: blad[naam] for naam in blad.plekken if not naam.startswith("bereik.")}


def test_alles_komt_gelijk_terug_met_status_en_bron(boek: Path, alles: Opbouw) -> None:
    gelezen = lees_excel(boek)
    assert (gelezen.opbouw, gelezen.bevindingen) == (alles, ())
    assert gelezen.opbouw.onderbouwing_van(HOOG).bron == "telling regio"
    assert verschillen(lees_waarden(boek), alles) == []
    assert verschillen(waarden_in(Rekenblad(boek)), alles) == []


def regels_van(opbouw: Opbouw) -> list[str]:
    """Return what stands in the first column of Uitgangspunten."""
    _, blad, _ = maak_rekenbladen(Werkboekinhoud(opbouw))
    return [str(cel.inhoud) for cel in blad.cellen if cel.kolom == 0 and cel.inhoud]


def test_een_regel_zegt_voor_welke_zorgzwaarte_hij_geldt(alles: Opbouw, voorbeeld: Opbouw) -> None:
    regels = regels_van(alles)
    plek = regels.index("Deel van de plaatsdagen dat bezet is (geldt voor laag en midden)")
    assert regels[plek + 1] == "Zorgzwaarte hoog: deel van de plaatsdagen dat bezet is"
    assert "9. Leegstand" in regels[:plek]
    assert "10. Winst/marge" in regels[plek:]
    assert "Post 1: kosten van de post (geldt voor laag en midden)" in regels
    assert "Zorgzwaarte hoog: Opslag 2: opslag als deel van de grondslag" in regels
    plek = regels.index("Fte gezinshuisouder voor het hele huis, in plaats van per plaats")
    assert regels[plek + 1] == "Eigen bedrag in plaats van de opbouw (leeg = opbouw)"
    overal = regels_van(voorbeeld.met_groepsgrootte(laag=6, midden=5, hoog=4))
    (gedeeld,) = (regel for regel in overal if regel.startswith("Plaatsen waarover"))
    assert gedeeld.endswith("(elke zorgzwaarte heeft een eigen waarde)")
    assert sum(regel.startswith("Een regel die met een zorgzwaarte begint") for regel in overal) == 1
    assert not any(
        regel.startswith("Een regel die met een zorgzwaarte begint") for regel in regels_van(voorbeeld)
    )


def test_de_berekening_zegt_waarmee_een_zorgzwaarte_rekent(alles: Opbouw) -> None:
    _, _, blad = maak_rekenbladen(Werkboekinhoud(alles))
    teksten = [str(cel.inhoud) for cel in blad.cellen]
    assert "Zorgzwaarte hoog: alles opnieuw met de eigen invoer, per jeugdige per etmaal" in teksten
    assert "grondslagbedrag ÷ bezettingsgraad bij hoog − grondslagbedrag" in teksten
    assert "directe kosten (nog zonder bouwsteen 11) + zorgzwaarte per etmaal" in teksten
    assert "eigen opslag 2 in tarief" in teksten


def test_een_ondernemer_heeft_zijn_eigen_invoer_en_uitleg(tmp_path: Path, voorbeeld: Opbouw) -> None:
    opbouw = voorbeeld.met({"inkomen_gezinshuisouder": ONDERNEMER}, reden="ondernemer")
    opbouw = opbouw.met({"hoog.inkomen_gezinshuisouder.aov_premie": "0.08"})
    regels = regels_van(opbouw)
    assert any(regel.startswith("De gezinshuisouder is ondernemer: fte per huis") for regel in regels)
    assert "Open norm: Met welk loon wordt een ondernemer vergeleken?" in " ".join(regels)
    opbouw.naar_excel(tmp_path / "t.xlsx")
    gelezen = lees_excel(tmp_path / "t.xlsx")
    assert (gelezen.opbouw, gelezen.bevindingen) == (opbouw, ())
    fout = geweigerd(Knoeier(tmp_path / "t.xlsx").typ("inkomen_gezinshuisouder.soort", "loondienst"))
    assert next((b.sleutel, b.code) for b in fout.bevindingen) == (
        "inkomen_gezinshuisouder.soort",
        "geen_keuze",
    )
    schrijf_opmerkingen(fout, tmp_path / "antwoord.xlsx")
    assert lees_waarden(tmp_path / "antwoord.xlsx")["inkomen_gezinshuisouder.soort"] is None


def test_de_kop_noemt_de_plaatsen_van_het_huis_en_niet_die_van_een_groep(
    tmp_path: Path, voorbeeld: Opbouw
) -> None:
    for plek, opbouw in enumerate(
        (
            voorbeeld.met({"gezinshuis.groepsgrootte": 6}),
            voorbeeld.met_groepsgrootte(laag=6, midden=5, hoog=3),
        )
    ):
        pad = tmp_path / f"{plek}.xlsx"
        opbouw.naar_excel(pad)
        assert Rekenblad(pad).kop().startswith("Huis met 4 plaatsen.")


@pytest.mark.parametrize(
    "anders",
    [
        {HOOG: "0.8", GROEP: 5, "hoog.leegstand.grondslag": "vaste_kosten"},
        {"eigen_opslagen[0].grondslag": "beroepskrachten", "eigen_opslagen[1].grondslag": "integraal"},
        {"eigen_opslagen[0].grondslag": "directe_kosten", "hoog.eigen_opslagen[1].percentage": "0"},
        {"laag.gelieerde_zorgorganisatie.aandeel": "0", "midden.gezinshuis.dagen_per_jaar": 365},
        {"laag.huisvesting.vast_bedrag_per_jaar": "0", "huisvesting.vast_bedrag_per_jaar": None},
        {GROEP: None, "inkomen_gezinshuisouder.fte_per_huis": None, "gezinshuis.groepsgrootte": 2},
        {"hoog.eigen_posten[0].bedrag_per_jaar": "0", "eigen_posten[0].bedrag_per_jaar": "7300"},
    ],
)
def test_een_gewijzigde_waarde_rekent_door_en_komt_terug(
    kopie: Path, alles: Opbouw, anders: dict[str, Any]
) -> None:
    verwacht = alles.met(anders, reden="proef")
    blad, knoeier = Rekenblad(kopie), Knoeier(kopie)
    for sleutel, waarde in anders.items():
        naam = sleutel.replace("[", ".").replace("]", "")
        is_tekst = sleutel.endswith("grondslag")
        blad.typ({naam: waarde if is_tekst or waarde is None else float(waarde)})
        if waarde is None:
            knoeier.leeg(naam)
        elif is_tekst:
            knoeier.typ(naam, waarde)
        else:
            knoeier.getal(naam, waarde)
    assert verschillen(waarden_in(blad), verwacht) == []
    gelezen = lees_excel(knoeier.bewaar())
    kaal: dict[str, object] = {"onderbouwing": {}}
    assert gelezen.opbouw.model_copy(update=kaal) == verwacht.model_copy(update=kaal)
    codes = {bevinding.code for bevinding in gelezen.bevindingen}
    assert codes <= {"uitkomst_verouderd", "tussenstap_verouderd", "vast_gewijzigd_zonder_reden"}


@pytest.mark.parametrize(
    ("naam", "waarde", "oordeel"),
    [
        (HOOG, None, "nog invullen"),
        (HOOG, 95.0, "invoer nakijken"),
        ("hoog.leegstand.grondslag", None, "nog invullen"),
        ("hoog.eigen_posten.0.bedrag_per_jaar", None, "nog invullen"),
        ("laag.gelieerde_zorgorganisatie.aandeel", None, "nog invullen"),
        ("laag.gelieerde_zorgorganisatie.aandeel", 0.97, "invoer nakijken"),
        ("eigen_opslagen.1.percentage", 0.96, "invoer nakijken"),
        ("eigen_opslagen.1.percentage", None, "nog invullen"),
        ("eigen_opslagen.0.naam", None, "nog invullen"),
        (GROEP, 9.0, "invoer nakijken"),
        (GROEP, None, "klopt"),
        ("laag.huisvesting.vast_bedrag_per_jaar", None, "klopt"),
    ],
)
def test_het_werkboek_kijkt_ook_deze_invoer_na(boek: Path, naam: str, waarde: object, oordeel: str) -> None:
    blad = Rekenblad(boek)
    blad.typ({naam: waarde})
    assert blad["controle.invoer"] == oordeel


def test_plaatsen_van_een_zorgzwaarte_worden_ook_samen_nagekeken(tmp_path: Path, voorbeeld: Opbouw) -> None:
    opbouw = voorbeeld.met({"hoog.gezinshuis.plaatsen_laag": 3})
    opbouw.naar_excel(tmp_path / "t.xlsx")
    blad = Rekenblad(tmp_path / "t.xlsx")
    blad.typ({"gezinshuis.plaatsen_midden": 5.0})
    assert blad["controle.invoer"] == "invoer nakijken"
    fout = geweigerd(Knoeier(tmp_path / "t.xlsx").getal("gezinshuis.plaatsen_midden", 5))
    assert "hoog.gezinshuis.plaatsen_laag" in fout.bevindingen[0].sleutel


def geweigerd(knoeier: Knoeier) -> WerkboekFout:
    with pytest.raises(WerkboekFout) as fout:
        lees_excel(knoeier.bewaar())
    return fout.value


def test_bouwsteen_8_van_een_zorgzwaarte_volgt_de_schakelaar(kopie: Path, alles: Opbouw) -> None:
    over = {
        z: {s: w for s, w in deel.items() if ACHTSTE not in s} for z, deel in alles.per_zorgzwaarte.items()
    }
    steun = {s: deel for s, deel in alles.onderbouwing.items() if ACHTSTE not in s}
    verwacht = Opbouw.model_validate(
        {**dict(alles), ACHTSTE: None, "per_zorgzwaarte": over, "onderbouwing": steun}
    )
    blad = Rekenblad(kopie)
    blad.typ({"gelieerde_zorgorganisatie.aanwezig": "nee"})
    assert [blad[f"uitkomst.{z}.tarief"] for z in ("laag", "hoog")] == [
        pytest.approx(float(verwacht.bereken()[z].per_etmaal)) for z in ("laag", "hoog")
    ]
    assert str(blad.kop(6)).startswith(f"Aannames: {len(verwacht.aannames())} van de ")
    knoeier = Knoeier(kopie).typ("gelieerde_zorgorganisatie.aanwezig", "nee")
    gelezen = lees_excel(knoeier.bewaar())
    assert "laag.gelieerde_zorgorganisatie.aandeel" not in plat(gelezen.opbouw)
    assert gelezen.opbouw.bereken().als_json() == verwacht.bereken().als_json()
    uitgezet = {b.sleutel for b in gelezen.bevindingen if b.code == "bouwsteen_8_staat_uit"}
    assert "laag.gelieerde_zorgorganisatie.aandeel" in uitgezet
    codes = {b.code for b in gelezen.bevindingen}
    assert codes <= {"bouwsteen_8_staat_uit", "uitkomst_verouderd", "tussenstap_verouderd"}


def test_een_eigen_post_schuift_op_met_wat_voor_een_zorgzwaarte_geldt(
    tmp_path: Path, voorbeeld: Opbouw
) -> None:
    posten = [EigenPost(naam="tuin", bedrag_per_jaar="100"), EigenPost(naam="bus", bedrag_per_jaar="200")]
    opbouw = voorbeeld.met({"eigen_posten": posten}).met({"hoog.eigen_posten[1].bedrag_per_jaar": "300"})
    opbouw.naar_excel(tmp_path / "t.xlsx")
    knoeier = Knoeier(tmp_path / "t.xlsx").leeg("eigen_posten.0.naam").leeg("eigen_posten.0.bedrag_per_jaar")
    gelezen = lees_excel(knoeier.bewaar())
    assert gelezen.opbouw.per_zorgzwaarte == {"hoog": {"eigen_posten[0].bedrag_per_jaar": Decimal(300)}}
    assert {b.code for b in gelezen.bevindingen} <= {"uitkomst_verouderd", "tussenstap_verouderd"}
    for veld in ("naam", "bedrag_per_jaar"):
        knoeier.leeg(f"eigen_posten.1.{veld}")
    fout = geweigerd(knoeier)  # an amount for hoog of a line that is no more
    assert fout.bevindingen[0].sleutel.startswith("eigen_posten[1]")
    knoeier.leeg("hoog.eigen_posten.1.bedrag_per_jaar")
    assert lees_excel(knoeier.bewaar()).opbouw.eigen_posten == ()


@pytest.mark.parametrize("naam", [HOOG, "eigen_opslagen.1.percentage", GROEP])
def test_een_invoer_waarvan_alleen_de_naam_of_de_sleutel_weg_is_wordt_gemist(kopie: Path, naam: str) -> None:
    knoeier = Knoeier(kopie).naam(naam, None)
    sleutel = naam.replace(".1.", "[1].")
    # that of a group may be blank, so its loss is a warning
    gelezen = lees_excel(knoeier.bewaar()) if naam == GROEP else geweigerd(knoeier)
    gevonden = gelezen.bevindingen
    assert ("naam_ontbreekt", sleutel) in [(b.code, b.sleutel) for b in gevonden]


def test_een_invoer_waarvan_de_sleutel_op_het_blad_weg_is_telt_op_naam(kopie: Path, alles: Opbouw) -> None:
    knoeier = Knoeier(kopie)
    blad, cel = knoeier.kolom_op_rij("sleutel", "hoog.leegstand.grondslag")
    knoeier.cel_op(blad, cel, "<is><t>iets anders</t></is>", "inlineStr")
    gelezen = lees_excel(knoeier.bewaar())
    assert gelezen.opbouw.per_zorgzwaarte == alles.per_zorgzwaarte
    assert "sleutel_weg" in [b.code for b in gelezen.bevindingen]


def test_een_stap_die_heet_als_een_invoer_van_een_zorgzwaarte_is_geen_invoer(
    tmp_path: Path, voorbeeld: Opbouw
) -> None:
    """In a workbook without such inputs, `midden.leegstand.grondslag` is a step; also when its cell is lost."""
    voorbeeld.naar_excel(tmp_path / "t.xlsx")
    knoeier = Knoeier(tmp_path / "t.xlsx")
    assert lees_excel(tmp_path / "t.xlsx").opbouw == voorbeeld
    knoeier.naam("midden.leegstand.grondslag", "Berekening!#REF!")
    gelezen = lees_excel(knoeier.bewaar())
    assert gelezen.opbouw == voorbeeld
    assert [b.code for b in gelezen.bevindingen] == ["uitkomstnaam_weg"]


def test_een_naam_die_stuk_is_van_een_invoer_van_een_zorgzwaarte_wordt_geweigerd(kopie: Path) -> None:
    """Its row was deleted, so its key is gone too."""
    knoeier = Knoeier(kopie)
    blad, cel = knoeier.kolom_op_rij("sleutel", HOOG)
    knoeier.cel_op(blad, cel, "").naam(HOOG, "Uitgangspunten!#REF!")
    fout = geweigerd(knoeier)
    assert ("naam_kapot", HOOG) in [(b.code, b.sleutel) for b in fout.bevindingen]


def test_een_bedrag_over_een_stap_van_een_eigen_opslag_heen_telt_in_het_effect(
    kopie: Path, alles: Opbouw
) -> None:
    """Also in the sum that its base is no part of: there the file counts it all the same."""
    knoeier = Knoeier(kopie).getal("hoog.eigen_opslagen.1.in_kostprijs", 5)
    (bevinding,) = (b for b in lees_excel(knoeier.bewaar()).bevindingen if b.code == "formule_vervangen")
    assert bevinding.effect is not None
    assert bevinding.effect > 5
    assert alles.eigen_opslagen[1].grondslag == "tarief"


def test_een_geweigerde_invoer_is_leeg_in_het_antwoord(kopie: Path, tmp_path: Path) -> None:
    fout = geweigerd(Knoeier(kopie).typ(HOOG, "veel").leeg("eigen_opslagen.1.grondslag"))
    schrijf_opmerkingen(fout, tmp_path / "antwoord.xlsx")
    waarden = lees_waarden(tmp_path / "antwoord.xlsx")
    assert waarden[HOOG] is None
    assert waarden["eigen_opslagen.1.grondslag"] is None
    assert waarden["uitkomst.hoog.tarief"] == "nog invullen"
    cellen = rekencellen(Werkboekinhoud(fout.concept.opbouw, leeg=fout.concept.leeg))
    blad = Rekenblad(tmp_path / "antwoord.xlsx")
    assert blad["controle.invoer"] == cellen["controle.invoer"].waarde == "nog invullen"


def test_wat_alleen_een_opmerking_of_een_bron_heeft_krijgt_een_cel(tmp_path: Path, voorbeeld: Opbouw) -> None:
    vulling = Werkboekinhoud(voorbeeld, notities={"gezinshuis.groepsgrootte": "hoe groot?"})
    assert vulling.invoer["gezinshuis.groepsgrootte"].waarde is None
    assert "gezinshuis.groepsgrootte" not in Werkboekinhoud(voorbeeld).invoer
    steun = {"inkomen_gezinshuisouder.fte_per_huis": voorbeeld.onderbouwing_van("overhead.opslag")}
    opbouw = voorbeeld.model_copy(update={"onderbouwing": voorbeeld.onderbouwing | steun})
    opbouw.naar_excel(tmp_path / "t.xlsx")
    assert lees_excel(tmp_path / "t.xlsx").opbouw == opbouw
