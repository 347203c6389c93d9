"""The negotiation workbook: live totals, what comes back, and what is refused."""

from __future__ import annotations

import datetime as dt
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import (
    EigenPost,
    GelieerdeZorgorganisatie,
    Huismaten,
    InvoerFout,
    Kostenpost,
    Onderhandeling,
    Opbouw,
    Rekenwijze,
    RondeFout,
    lees_excel,
    lees_rondewerkboek,
    maak_bewijs,
    schrijf_rondewerkboek,
    voorbeeld_2026,
)
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, waarde_op
from gezinshuis_tarief.kern.velden import EuroPerJaar
from gezinshuis_tarief.model.verschillen import neem_over
from gezinshuis_tarief.onderhandeling.contract import Contractgegevens
from gezinshuis_tarief.onderhandeling.contractvoorstellen import stel_contract_voor
from gezinshuis_tarief.rondewerkboek.bewijsblad import maak_bewijsblad
from gezinshuis_tarief.rondewerkboek.namen import codes
from hulp.libreoffice import Sjabloon, herreken, lees_waarden
from hulp.rekenblad import Rekenblad, definities

DAG = dt.date(2026, 1, 12)
BEZETTING = "leegstand.bezettingsgraad"
GRONDSLAG = "leegstand.grondslag"
TARIEF_ONDERSTEUNING = "ondersteuning.pedagogisch_uurtarief"
HUIS = "huisvesting.vast_bedrag_per_jaar"
NAMENS = "gesprek.ingevuld_namens"
ACHT = GelieerdeZorgorganisatie(aandeel="0.04", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0")
TUIN = EigenPost(naam="tuin", bedrag_per_jaar="500")


def begonnen(naam: str = "De Linde") -> Onderhandeling:
    return Onderhandeling(
        naam=naam, peildatum=DAG, partijen=("gemeente", "aanbieder"), basis=voorbeeld_2026()
    )


def biedt(zaak: Onderhandeling, partij: str, **wijzigingen: Any) -> Onderhandeling:  # noqa: ANN401
    opbouw = zaak.stand.standen[partij].met(
        {k.replace("__", "."): v for k, v in wijzigingen.items()}, reden="x"
    )
    return zaak.bod(partij, opbouw, indiener="J", datum=DAG, reden="omdat")


def volle_zaak(naam: str = "De Linde") -> Onderhandeling:
    """Return a round with every kind of point: numbers, a choice, an own figure, and whole parts."""
    zaak = biedt(
        begonnen(naam), "aanbieder", leegstand__bezettingsgraad="0.9", ondersteuning__pedagogisch_uurtarief="49.50",
        huisvesting__vast_bedrag_per_jaar="15000", gelieerde_zorgorganisatie=ACHT, eigen_posten=(TUIN,),
    )  # fmt: skip
    return biedt(
        zaak, "gemeente", leegstand__bezettingsgraad="0.94", leegstand__grondslag="kostprijs",
        ondersteuning__pedagogisch_uurtarief="49.50",
    )  # fmt: skip


def typ(pad: Path, waarden: dict[str, Any]) -> Path:
    """Type in a workbook by defined name, as another program saves it."""
    boek = openpyxl.load_workbook(pad)
    wie = boek["Paspoort"][
        boek.defined_names["onderhandeling.voor"].attr_text.rpartition("!")[2].replace("$", "")
    ]
    for naam, waarde in ({NAMENS: wie.value} | waarden).items():
        blad, plek = boek.defined_names[naam].attr_text.split("!")
        boek[blad][plek.replace("$", "")] = waarde
    boek.save(pad)
    return pad


def voorstel(sleutel: str, waarde: object, reden: str | None = "regio") -> dict[str, object]:
    return {f"punt.{sleutel}.voorstel": waarde, f"punt.{sleutel}.reden": reden}


@pytest.fixture
def zaak() -> Onderhandeling:
    return volle_zaak()


@pytest.fixture(scope="module")
def leeg_boek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("ronde") / "ronde.xlsx"
    schrijf_rondewerkboek(volle_zaak(), pad, voor="gemeente")
    return pad


@pytest.fixture(scope="module")
def leeg_boek_aanbieder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("ronde") / "ander.xlsx"
    schrijf_rondewerkboek(volle_zaak(), pad)  # the gemeente moved last
    return pad


@pytest.fixture
def ander(leeg_boek_aanbieder: Path, tmp_path: Path) -> Path:
    pad = tmp_path / "ander.xlsx"
    pad.write_bytes(leeg_boek_aanbieder.read_bytes())
    return pad


@pytest.fixture
def boek(leeg_boek: Path, tmp_path: Path) -> Path:
    pad = tmp_path / "ronde.xlsx"
    pad.write_bytes(leeg_boek.read_bytes())
    return pad


def lees(zaak: Onderhandeling, *paden: Path, partij: str = "gemeente") -> Any:  # noqa: ANN401 (what is tested)
    return lees_rondewerkboek(zaak, paden, partij, indiener="K. Bos", datum=DAG)


def codes_van(lezing: Any) -> list[str]:  # noqa: ANN401 (a reading or a refusal)
    return [bevinding.code for bevinding in lezing.bevindingen]


def totalen(blad: Any, wat: str) -> dict[str, Decimal]:  # noqa: ANN401 (a workbook or a dict)
    return {z: Decimal(f"{blad[f'totaal.{wat}.{z}']:.7f}") for z in ZORGZWAARTES}


def tarieven(opbouw: Opbouw) -> dict[str, Decimal]:
    return {zwaarte: tarief.per_etmaal for zwaarte, tarief in opbouw.bereken().items()}


PUNTEN = (BEZETTING, GRONDSLAG, HUIS, "gelieerde_zorgorganisatie", "eigen_posten")
VOORSTELLEN = st.fixed_dictionaries(
    {},
    optional={
        BEZETTING: st.integers(500, 1000).map(lambda n: Decimal(n) / 1000),
        TARIEF_ONDERSTEUNING: st.integers(2000, 9000).map(lambda n: Decimal(n) / 100),
        HUIS: st.integers(0, 3_000_000).map(lambda n: Decimal(n) / 100),
        GRONDSLAG: st.sampled_from(["kostprijs", "vaste_kosten"]),
        "gelieerde_zorgorganisatie": st.sampled_from(["aanbieder", "gemeente"]),
        "eigen_posten": st.sampled_from(["aanbieder", "gemeente"]),
    },
)
AKKOORD = st.sets(st.sampled_from(PUNTEN))


def antwoorden(keuze: dict[str, Any], akkoord: set[str]) -> dict[str, Any]:
    """Return what is typed: an akkoord, a proposal on Gesprek, or one on Invoer."""
    typen: dict[str, Any] = {f"punt.{sleutel}.antwoord": "akkoord" for sleutel in akkoord}
    for sleutel, waarde in keuze.items():
        plek = "punt" if sleutel in PUNTEN else "invoer"
        if sleutel not in akkoord:
            typen[f"{plek}.{sleutel}.voorstel"] = float(waarde) if isinstance(waarde, Decimal) else waarde
            typen[f"{plek}.{sleutel}.reden"] = "regio"
    return typen


def beantwoord(keuze: dict[str, Any], akkoord: set[str]) -> Opbouw:
    """Return the offer of the gemeente with these answers."""
    stand = volle_zaak().stand
    overgenomen = neem_over(stand.standen["gemeente"], dict.fromkeys(akkoord, stand.standen["aanbieder"]))
    los = {s: w for s, w in keuze.items() if s not in akkoord}
    delen = {s: getattr(stand.standen[w], s) for s, w in los.items() if "." not in s}
    return overgenomen.met({**los, **delen}, reden="proef")


@settings(max_examples=25, deadline=None)
@given(keuze=VOORSTELLEN, akkoord=AKKOORD)
def test_de_totalen_volgen_de_antwoorden_tot_op_de_cent(
    leeg_boek: Path, keuze: dict[str, Any], akkoord: set[str]
) -> None:
    """W6: akkoord moves the totals too."""
    stand = volle_zaak().stand
    blad = Rekenblad(leeg_boek)
    blad.typ(antwoorden(keuze, akkoord))
    verwacht = tarieven(beantwoord(keuze, akkoord))
    assert totalen(blad, "voorstel") == verwacht
    eigen, vraagt = tarieven(stand.standen["gemeente"]), tarieven(stand.standen["aanbieder"])
    assert totalen(blad, "verschil") == {z: vraagt[z] - bedrag for z, bedrag in verwacht.items()}
    assert blad["voorstel.controle.invoer"] == "klopt"
    assert Decimal(f"{blad['samen.effect']:.7f}") == verwacht["midden"] - eigen["midden"]
    overgenomen = akkoord | {s for s, w in keuze.items() if w == waarde_op(stand.standen["aanbieder"], s)}
    overgenomen |= {s for s, w in keuze.items() if w == "aanbieder"} - {GRONDSLAG}
    afgesproken = neem_over(
        stand.overeengekomen(), dict.fromkeys(overgenomen & set(PUNTEN), stand.standen["aanbieder"])
    )
    assert totalen(blad, "nu") == tarieven(afgesproken)


def test_wat_bewaard_is_is_wat_de_formules_geven(leeg_boek: Path) -> None:
    stand = volle_zaak().stand
    bewaard, blad = lees_waarden(leeg_boek), Rekenblad(leeg_boek)
    for partij, opbouw in stand.standen.items():
        assert totalen(bewaard, partij) == totalen(blad, partij) == tarieven(opbouw)
    assert totalen(bewaard, "nu") == tarieven(stand.overeengekomen())
    for naam, waarde in bewaard.items():
        if isinstance(waarde, float):
            assert blad[naam] == pytest.approx(waarde, rel=1e-12, abs=1e-9), naam
        else:
            assert (blad[naam] or None) == (waarde or None), naam


def test_een_voorstel_dat_niet_kan_geeft_geen_bedrag(leeg_boek: Path) -> None:
    blad = Rekenblad(leeg_boek)
    blad.typ({f"punt.{BEZETTING}.voorstel": 95.0})
    assert blad["totaal.voorstel.midden"] == "kijk bij Let op"
    assert blad["totaal.verschil.midden"] == blad["samen.effect"] == ""


@pytest.mark.libreoffice
def test_libreoffice_rekent_de_antwoorden_gelijk(leeg_boek: Path, tmp_path: Path) -> None:
    keuzes: list[tuple[dict[str, Any], set[str]]] = [
        (
            {BEZETTING: Decimal("0.92"), HUIS: Decimal(14900), TARIEF_ONDERSTEUNING: Decimal("47.13")},
            {"eigen_posten"},
        ),
        ({GRONDSLAG: "vaste_kosten", "eigen_posten": "aanbieder"}, {"gelieerde_zorgorganisatie"}),
        ({}, set(PUNTEN)),
        ({HUIS: Decimal("0.05"), BEZETTING: Decimal("0.875")}, set()),
    ]
    paden = [tmp_path / f"{plek}.xlsx" for plek in range(len(keuzes))]
    for pad, (keuze, akkoord) in zip(paden, keuzes, strict=True):
        Sjabloon(leeg_boek).schrijf(antwoorden(keuze, akkoord) | {NAMENS: "gemeente"}, pad)
    zaak = volle_zaak()
    for herrekend, (keuze, akkoord) in zip(herreken(paden, tmp_path), keuzes, strict=True):
        waarden = lees_waarden(herrekend)
        assert totalen(waarden, "voorstel") == tarieven(beantwoord(keuze, akkoord))
        lezing = lees(zaak, herrekend)
        assert lezing.bevindingen == ()
        assert tarieven(lezing.zaak.stand.standen["gemeente"]) == totalen(waarden, "voorstel")


def test_een_onaangeroerd_werkboek_verandert_niets(zaak: Onderhandeling, boek: Path) -> None:
    lezing = lees(zaak, boek)
    assert lezing.bevindingen == ()
    assert lezing.zaak.ronden == zaak.ronden


def test_voorstellen_worden_een_bod_met_redenen(zaak: Onderhandeling, boek: Path) -> None:
    typ(
        boek,
        voorstel(BEZETTING, 0.93) | voorstel("gelieerde_zorgorganisatie", "aanbieder", "goed verhaal")
        | voorstel("eigen_posten", "aanbieder", "mooi") | {f"punt.{HUIS}.antwoord": "akkoord"},
    )  # fmt: skip
    lezing = lees(zaak, boek)
    assert lezing.bevindingen == ()
    eigen = lezing.zaak.stand.standen["gemeente"]
    assert eigen.leegstand.bezettingsgraad == Decimal("0.93")
    assert eigen.gelieerde_zorgorganisatie == ACHT
    assert eigen.eigen_posten == (TUIN,)
    assert eigen.huisvesting.vast_bedrag_per_jaar == 15000
    *aanvaard, bod = lezing.zaak.ronden[-1].zetten[2:]
    assert {(zet.sleutel, zet.van) for zet in aanvaard} == {
        (sleutel, "aanbieder") for sleutel in (HUIS, "gelieerde_zorgorganisatie", "eigen_posten")
    }
    assert (bod.indiener, bod.redenen) == ("K. Bos", {BEZETTING: "regio"})
    assert lees(lezing.zaak, boek).zaak.ronden == lezing.zaak.ronden  # reading twice is reading once


def test_een_deel_terug_naar_dat_van_de_ander(zaak: Onderhandeling, ander: Path) -> None:
    typ(ander, voorstel("gelieerde_zorgorganisatie", "gemeente"))
    lezing = lees(zaak, ander, partij="aanbieder")
    assert lezing.zaak.stand.standen["aanbieder"].gelieerde_zorgorganisatie is None


def test_beide_partijen_in_een_kopie_van_dezelfde_ronde(
    zaak: Onderhandeling, boek: Path, ander: Path
) -> None:
    typ(boek, voorstel(BEZETTING, 0.93))
    typ(ander, voorstel(BEZETTING, 0.92))
    een = lees(lees(zaak, boek).zaak, ander, partij="aanbieder").zaak
    assert een.stand.standen["gemeente"].leegstand.bezettingsgraad == Decimal("0.93")
    assert een.stand.standen["aanbieder"].leegstand.bezettingsgraad == Decimal("0.92")
    with pytest.raises(InvoerFout, match="van gemeente staan in beide kopieën"):
        lees(een, typ(boek, voorstel(BEZETTING, 0.91)))


def test_een_aanvaarding_en_een_bod_op_iets_anders_gaan_samen(
    zaak: Onderhandeling, boek: Path, ander: Path
) -> None:
    typ(boek, {f"punt.{HUIS}.antwoord": "akkoord"})
    typ(ander, voorstel(BEZETTING, 0.92))
    samen = lees(lees(zaak, boek).zaak, ander, partij="aanbieder").zaak
    assert samen.stand.standen["gemeente"].huisvesting.vast_bedrag_per_jaar == 15000
    assert samen.stand.standen["aanbieder"].leegstand.bezettingsgraad == Decimal("0.92")
    typ(ander, voorstel(HUIS, 14000))
    with pytest.raises(InvoerFout, match=r"aanvaarden huisvesting\.vast_bedrag_per_jaar van aanbieder"):
        lees(lees(zaak, boek).zaak, ander, partij="aanbieder")


def test_twee_mensen_van_een_partij(zaak: Onderhandeling, boek: Path, tmp_path: Path) -> None:
    ander = tmp_path / "ander.xlsx"
    ander.write_bytes(boek.read_bytes())
    typ(boek, voorstel(BEZETTING, 0.93))
    typ(ander, voorstel(HUIS, 14000))
    eigen = lees(zaak, boek, ander).zaak.stand.standen["gemeente"]
    assert (eigen.leegstand.bezettingsgraad, eigen.huisvesting.vast_bedrag_per_jaar) == (
        Decimal("0.93"),
        14000,
    )
    typ(ander, voorstel(BEZETTING, 0.92))
    with pytest.raises(RondeFout, match=r"ronde\.xlsx: 0,93 .*; ander\.xlsx: 0,92") as fout:
        lees(zaak, boek, ander)
    assert codes_van(fout.value) == ["tegenstrijdig"]
    with pytest.raises(InvoerFout, match="dezelfde naam"):
        lees(zaak, boek, boek)
    later = tmp_path / "later.xlsx"
    schrijf_rondewerkboek(lees(zaak, boek).zaak, later, voor="gemeente")
    with pytest.raises(InvoerFout, match="verschillende momenten"):
        lees(lees(zaak, boek).zaak, boek, later)


@pytest.mark.parametrize(
    ("waarden", "code"),
    [
        ({f"punt.{BEZETTING}.antwoord": "misschien"}, "geen_antwoord"),
        ({f"punt.{BEZETTING}.antwoord": "voorstel"}, "antwoord_zonder_voorstel"),
        ({f"punt.{BEZETTING}.antwoord": "houden"}, "houden_zonder_reden"),
        ({f"punt.{BEZETTING}.antwoord": "vraag"}, "vraag_zonder_reden"),
        ({NAMENS: "aanbieder"}, "andere_invuller"),
        ({f"invoer.{TARIEF_ONDERSTEUNING}.voorstel": 47}, "voorstel_zonder_reden"),
        (voorstel(BEZETTING, 93), "percentage_zonder_teken"),
        (voorstel(BEZETTING, "veel"), "geen_getal"),
        (voorstel(GRONDSLAG, "alles"), "geen_keuze"),
        (voorstel("gelieerde_zorgorganisatie", "ja"), "geen_partij"),
        (voorstel(BEZETTING, 0.93, None), "voorstel_zonder_reden"),
        (voorstel(BEZETTING, 0.93) | {f"punt.{BEZETTING}.antwoord": "akkoord"}, "antwoord_met_voorstel"),
    ],
)
def test_wat_niet_te_lezen_is_wordt_geweigerd(
    zaak: Onderhandeling, boek: Path, waarden: dict[str, Any], code: str
) -> None:
    with pytest.raises(RondeFout) as fout:
        lees(zaak, typ(boek, waarden))
    assert codes_van(fout.value) == [code]


@pytest.mark.parametrize(
    ("waarden", "code"),
    [
        ({"aanbieder.leegstand.bezettingsgraad": 0.5}, "vaste_cel_gewijzigd"),
        ({"aanbieder.leegstand.bezettingsgraad": "=0.9"}, "vaste_cel_gewijzigd"),
        ({"tarief.voorstel.laag": 100}, "vaste_cel_gewijzigd"),
        ({"totaal.nu.laag": None}, "vaste_cel_gewijzigd"),
        ({f"punt.{BEZETTING}.reden_ander": "anders"}, "vaste_cel_gewijzigd"),
        ({f"punt.{BEZETTING}.stand": "akkoord"}, "vaste_cel_gewijzigd"),
        ({f"invoer.{TARIEF_ONDERSTEUNING}.reden": "zomaar"}, "reden_zonder_voorstel"),
        (voorstel(BEZETTING, 0.94), "voorstel_is_al_zo"),
    ],
)
def test_wat_vastligt_telt_niet_mee_en_wordt_gemeld(
    zaak: Onderhandeling, boek: Path, waarden: dict[str, Any], code: str
) -> None:
    lezing = lees(zaak, typ(boek, waarden))
    assert codes_van(lezing) == [code]
    assert lezing.zaak.ronden == zaak.ronden


def test_een_naam_een_rij_of_een_koppeling(zaak: Onderhandeling, boek: Path) -> None:
    werkboek = openpyxl.load_workbook(boek)
    del werkboek.defined_names["aanbieder.leegstand.bezettingsgraad"]
    plek = definities(boek)[f"punt.{BEZETTING}.voorstel"].rpartition("$")[2]
    werkboek["Gesprek"].row_dimensions[int(plek)].hidden = True
    werkboek.save(boek)
    assert codes_van(lees(zaak, boek)) == ["verborgen_invoer", "naam_weg"]
    werkboek = openpyxl.load_workbook(boek)
    del werkboek.defined_names[f"punt.{BEZETTING}.voorstel"]
    werkboek.save(boek)
    with pytest.raises(RondeFout) as fout:
        lees(zaak, boek)
    assert "naam_ontbreekt" in codes_van(fout.value)


def test_een_koppeling_met_een_ander_bestand(zaak: Onderhandeling, boek: Path) -> None:
    with zipfile.ZipFile(boek, "a") as zip_:
        zip_.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    (bevinding,) = lees(zaak, boek).bevindingen
    assert bevinding.gevonden == "een koppeling met een ander bestand: onbekend bestand"


def test_een_waarde_buiten_de_grenzen(zaak: Onderhandeling, boek: Path) -> None:
    with pytest.raises(InvoerFout, match=BEZETTING):
        lees(zaak, typ(boek, voorstel(BEZETTING, -0.5)))


def test_een_ander_werkboek(zaak: Onderhandeling, boek: Path, tmp_path: Path) -> None:
    gewoon = tmp_path / "gewoon.xlsx"
    zaak.basis.naar_excel(gewoon)
    with pytest.raises(InvoerFout, match="is geen onderhandelwerkboek"):
        lees(zaak, gewoon)
    with pytest.raises(InvoerFout, match="is geen werkboek van gezinshuis-tarief"):
        lees_excel(boek)
    with pytest.raises(InvoerFout, match='andere onderhandeling: "De Linde"'):
        lees(volle_zaak("De Eik"), boek)
    with pytest.raises(InvoerFout, match="is van ronde 1, en het dossier is in ronde 2"):
        lees(zaak.volgende_ronde(), boek)
    with pytest.raises(InvoerFout, match="hoort bij een ander dossier"):
        lees(begonnen(), boek)
    with pytest.raises(InvoerFout, match="geen partij"):
        lees(zaak, boek, partij="provincie")
    with pytest.raises(InvoerFout, match="is gemaakt voor gemeente, en niet voor aanbieder"):
        lees(zaak, boek, partij="aanbieder")
    typ(boek, {"onderhandeling.zetten": "heel veel"})
    with pytest.raises(InvoerFout, match="hoort bij een ander dossier"):
        lees(zaak, boek)
    typ(boek, {"onderhandeling.sjabloon": "1"})
    melding = r'heeft sjabloon "1"; deze versie leest sjabloon 2.*blad Onderhandelen.*Uw reden wordt Uw reden of vraag'
    with pytest.raises(InvoerFout, match=melding):
        lees(zaak, boek)
    typ(boek, {"onderhandeling.sjabloon": "3"})
    with pytest.raises(InvoerFout, match=r"die het schreef; welke dat is, staat op het blad Paspoort"):
        lees(zaak, boek)


class PerPlaats(Kostenpost):
    """An own line with a formula of its own."""

    bedrag: EuroPerJaar

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        return self.bedrag * huis.plaatsen


def test_een_eigen_variant_kan_niet_in_het_werkboek(tmp_path: Path) -> None:
    zaak = biedt(begonnen(), "aanbieder", eigen_posten=(PerPlaats(naam="tuin", bedrag="5"),))
    with pytest.raises(
        InvoerFout, match=r"eigen_posten\[0\]: is een eigen variant die niet elke partij heeft"
    ):
        schrijf_rondewerkboek(zaak, tmp_path / "r.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def eigen_zaak(alles_eigen: Opbouw) -> Onderhandeling:
    """A round over a calculation with components of one's own, which both parties have."""
    zaak = Onderhandeling(naam="eigen", peildatum=DAG, partijen=("gemeente", "aanbieder"), basis=alles_eigen)
    return biedt(
        zaak,
        "aanbieder",
        leegstand__bezettingsgraad="0.9",
        leegstand__grondslag="kostprijs",
        overhead__opslag="0.2",
    )


def test_een_onderdeel_dat_beide_partijen_hebben_gaat_mee(eigen_zaak: Onderhandeling, tmp_path: Path) -> None:
    """V3: any variant was refused; one that all parties have can be negotiated by its inputs."""
    pad = tmp_path / "r.xlsx"
    schrijf_rondewerkboek(eigen_zaak, pad, voor="gemeente")
    gelezen = lees(eigen_zaak, pad)
    assert gelezen.bevindingen == ()
    blad = Rekenblad(pad)
    blad.typ(
        {"punt.leegstand.bezettingsgraad.voorstel": 0.92, "punt.leegstand.grondslag.voorstel": "kostprijs"}
    )
    voorstel = eigen_zaak.stand.standen["gemeente"].met(
        {"leegstand.bezettingsgraad": "0.92", "leegstand.grondslag": "kostprijs"}, reden="x"
    )
    for zwaarte, tarief in voorstel.bereken().items():
        assert Decimal(f"{blad[f'totaal.voorstel.{zwaarte}']:.7f}") == tarief.per_etmaal
    typ(
        pad,
        {"punt.leegstand.bezettingsgraad.voorstel": 0.92, "punt.leegstand.bezettingsgraad.reden": "midden"},
    )
    met_bod = lees(eigen_zaak, pad).zaak
    assert met_bod.stand.standen["gemeente"].leegstand.bezettingsgraad == Decimal("0.92")


def test_een_som_als_voorstel_telt_met_haar_waarde(boek: Path) -> None:
    """W4: as openpyxl saves it, without the value."""
    punt = f"punt.{BEZETTING}"
    naam = next(n for n in definities(boek) if n.startswith(punt) and n.endswith("voorstel"))
    reden = naam.removesuffix("voorstel") + "reden"
    lezing = lees(volle_zaak(), typ(boek, {naam: "=347/365", reden: "telling van de regio"}))
    assert lezing.zaak.stand.standen["gemeente"].leegstand.bezettingsgraad == Decimal("0.9506849315")
    bevinding = next(b for b in lezing.bevindingen if b.code == "formule_als_invoer")
    blad, adres = definities(boek)[naam].replace("$", "").split("!")
    assert (bevinding.blad, bevinding.cel) == (blad, adres)
    assert bevinding.gevonden == "de formule =347/365, gelezen als 0,9506849315"


def test_een_gewijzigde_formule_in_het_werkboek_van_een_ronde_wordt_gemeld(
    eigen_zaak: Onderhandeling, tmp_path: Path
) -> None:
    pad = tmp_path / "r.xlsx"
    schrijf_rondewerkboek(eigen_zaak, pad, voor="gemeente")
    boek = openpyxl.load_workbook(pad)
    cel = next(rij[3] for rij in boek["Eigen onderdelen"].iter_rows(min_row=5) if rij[1].value == "uitkomst")
    cel.value = "1 * huur"
    boek.save(pad)
    codes_ = {b.code for b in lees(eigen_zaak, pad).bevindingen}
    assert "onderdeelformule_gewijzigd" in codes_


def test_zonder_punten_en_met_drie_partijen_met_lastige_namen(tmp_path: Path) -> None:
    namen = ("=1+1", "Ééndracht, Zorg & Co", "eendracht zorg", "voorstel")
    zaak = Onderhandeling(naam="=x", peildatum=DAG, partijen=namen, basis=voorbeeld_2026())
    schrijf_rondewerkboek(zaak, tmp_path / "r.xlsx")
    waarden = lees_waarden(tmp_path / "r.xlsx")
    assert len(set(codes(namen).values())) == 4
    woorden = codes(namen[:2])
    assert {naam: waarden[f"kop.{woord}"] for naam, woord in woorden.items()} == {
        naam: naam for naam in namen[:2]
    }
    assert lees(zaak, tmp_path / "r.xlsx", partij="=1+1").bevindingen == ()
    schrijf_rondewerkboek(zaak, tmp_path / "s.xlsx", voor="voorstel", met="eendracht zorg")
    assert lees(zaak, tmp_path / "s.xlsx", partij="voorstel").bevindingen == ()
    with pytest.raises(InvoerFout, match="is dezelfde partij"):
        schrijf_rondewerkboek(zaak, tmp_path / "t.xlsx", voor="voorstel", met="voorstel")
    with pytest.raises(FileExistsError):
        schrijf_rondewerkboek(zaak, tmp_path / "r.xlsx")


def test_alleen_de_gele_cellen_zijn_open(leeg_boek: Path) -> None:
    open_ = {
        (blad.title, cel.coordinate)
        for blad in openpyxl.load_workbook(leeg_boek)
        for rij in blad.iter_rows()
        for cel in rij
        if not cel.protection.locked
    }
    plekken = {naam: tuple(doel.replace("$", "").split("!")) for naam, doel in definities(leeg_boek).items()}
    geel = {
        plek
        for naam, plek in plekken.items()
        if naam.startswith(("punt.", "invoer."))
        and naam.rpartition(".")[2] in {"voorstel", "antwoord", "reden"}
    }
    los = {plek for naam, plek in plekken.items() if naam.startswith("gesprek.")}
    samengevoegd = {
        (blad, cel.coordinate)
        for blad, plek in los
        for bereik in openpyxl.load_workbook(leeg_boek)[blad].merged_cells.ranges
        if plek in bereik
        for rij in openpyxl.load_workbook(leeg_boek)[blad][bereik.coord]
        for cel in rij
    }
    assert open_ == geel | los | samengevoegd
    assert len({plek for plek in geel if plek[0] == "Gesprek"}) == 3 * len(PUNTEN)


def test_het_bewijs_staat_als_blad_in_het_werkboek_van_een_akkoord(tmp_path: Path) -> None:
    zaak = biedt(begonnen(), "aanbieder", leegstand__bezettingsgraad="0.9")
    akkoord = zaak.aanvaard(BEZETTING, "gemeente", indiener="K", datum=DAG)
    bewijs = maak_bewijs(akkoord, gemaakt_op=DAG)
    schrijf_rondewerkboek(akkoord, tmp_path / "r.xlsx", voor="gemeente", bewijs=bewijs)
    blad = openpyxl.load_workbook(tmp_path / "r.xlsx")["Tariefbewijs"]
    rijen = {rij[0]: rij[1:] for rij in blad.iter_rows(values_only=True)}
    assert rijen["Zegel"][0] == bewijs.zegel
    assert rijen["Onderhandeling"][0] == "De Linde"
    tarief = [Decimal(str(bedrag)) for bedrag in rijen["tarief"][:3]]
    assert tarief == list(tarieven(akkoord.stand.overeengekomen()).values())
    assert rijen[BEZETTING][1] == "0,9"
    assert rijen[HUIS][1] == "geen"
    assert "midden.onafgerond_tarief" in rijen
    assert lees(akkoord, tmp_path / "r.xlsx").bevindingen == ()
    los = maak_bewijs(akkoord.basis, gemaakt_op=DAG)
    assert "Onderhandeling" not in {cel.inhoud for cel in maak_bewijsblad(los).cellen}
    with pytest.raises(InvoerFout, match="is van een ander akkoord"):
        schrijf_rondewerkboek(akkoord, tmp_path / "s.xlsx", bewijs=los)


def test_ronde_en_bewijs_zeggen_hoe_oud_de_cijfers_zijn(tmp_path: Path) -> None:
    """C1: beside the price date on the sheets too."""
    zaak = begonnen()
    schrijf_rondewerkboek(zaak, tmp_path / "ronde.xlsx")
    teksten = [
        str(rij[0].value) for rij in openpyxl.load_workbook(tmp_path / "ronde.xlsx")["Gesprek"].iter_rows()
    ]
    plek = teksten.index("Cijfers: lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024")
    assert teksten[plek + 1].startswith("Let op: Voor 12 januari 2026 zijn deze cijfers niet bekend")
    cellen = [cel.inhoud for cel in maak_bewijsblad(maak_bewijs(zaak, gemaakt_op=DAG)).cellen]
    plek = cellen.index("Cijfers waarmee is gerekend")
    assert cellen[plek + 1] == "lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024"


def test_vraag_houden_en_opmerking_worden_zetten(zaak: Onderhandeling, boek: Path) -> None:
    """W5: none of these has a number, and none is lost."""
    typ(
        boek,
        {
            f"punt.{BEZETTING}.antwoord": "houden", f"punt.{BEZETTING}.reden": "regio haalt 94%",
            f"punt.{HUIS}.antwoord": "vraag", f"punt.{HUIS}.reden": "welk contract?",
            f"punt.{GRONDSLAG}.reden": "graag onderbouwen",
            "gesprek.opmerking.1": "belt u mij", "gesprek.opmerking.2": "op dinsdag",
        },
    )  # fmt: skip
    lezing = lees(zaak, boek)
    assert codes_van(lezing) == ["gelezen_als_vraag"]
    assert lezing.zaak.stand.standen == zaak.stand.standen
    punten = {punt.sleutel: punt for punt in lezing.zaak.stand.punten}
    assert punten[BEZETTING].redenen["gemeente"] == "regio haalt 94%"
    assert punten[HUIS].vragen == {"gemeente": "welk contract?"}
    assert punten[GRONDSLAG].vragen == {"gemeente": "graag onderbouwen"}
    assert lezing.zaak.stand.opmerkingen == {"gemeente": "belt u mij\nop dinsdag"}
    schrijf_rondewerkboek(lezing.zaak, boek, voor="aanbieder", overschrijf=True)
    teksten = {str(cel.value) for rij in openpyxl.load_workbook(boek)["Gesprek"].iter_rows() for cel in rij}
    assert {"Vraag: welk contract?", "x Vraag: graag onderbouwen", "regio haalt 94%"} <= teksten


def test_een_nieuw_punt_van_invoer(zaak: Onderhandeling, boek: Path) -> None:
    sleutel = TARIEF_ONDERSTEUNING
    typ(boek, {f"invoer.{sleutel}.voorstel": 47.5, f"invoer.{sleutel}.reden": "offertes"})
    lezing = lees(zaak, boek)
    assert lezing.bevindingen == ()
    assert lezing.zaak.stand.standen["gemeente"].ondersteuning.pedagogisch_uurtarief == Decimal("47.5")


def test_een_ronde_zonder_biedingen_begint_in_excel(tmp_path: Path) -> None:
    """W10: there were no yellow cells."""
    zaak, pad = begonnen(), tmp_path / "r.xlsx"
    schrijf_rondewerkboek(zaak, pad, voor="aanbieder")
    typ(pad, {f"invoer.{BEZETTING}.voorstel": 0.9, f"invoer.{BEZETTING}.reden": "realisatie"})
    blad = Rekenblad(pad)
    blad.typ({f"invoer.{BEZETTING}.voorstel": 0.9})
    na = lees(zaak, pad, partij="aanbieder").zaak
    assert totalen(blad, "voorstel") == tarieven(na.stand.standen["aanbieder"])
    assert na.stand.standen["aanbieder"].leegstand.bezettingsgraad == Decimal("0.9")
    assert blad["nieuw.effect"] == pytest.approx(blad["samen.effect"])


def test_wie_invult_wordt_gevraagd(zaak: Onderhandeling, boek: Path) -> None:
    """W8: it could be read as the other party's."""
    typ(boek, {f"punt.{HUIS}.antwoord": "akkoord", NAMENS: None})
    assert codes_van(lees(zaak, boek)) == ["geen_invuller"]
    assert Rekenblad(boek)["zin.gevraagd"].endswith("Kies bovenaan namens wie u dit invult.")


def test_een_dossier_dat_verder_is_wordt_eerst_gezegd(zaak: Onderhandeling, boek: Path) -> None:
    verder = zaak.houd(BEZETTING, "aanbieder", reden="blijft", indiener="J", datum=DAG)
    typ(boek, {f"punt.{HUIS}.antwoord": "akkoord"})
    assert codes_van(lees(verder, boek))[0] == "dossier_verder"


def test_verschoven_rijen_op_berekening(zaak: Onderhandeling, boek: Path) -> None:
    werkboek = openpyxl.load_workbook(boek)
    blad, plek = werkboek.defined_names["berekening.einde"].attr_text.split("!")
    rij = int(plek.rpartition("$")[2])
    werkboek.defined_names["berekening.einde"].attr_text = f"{blad}!$A${rij + 1}"
    werkboek.save(boek)
    assert codes_van(lees(zaak, boek)) == ["naam_weg"]


@pytest.mark.parametrize(
    ("getypt", "stand"),
    [
        ({}, "open"),
        ({"antwoord": "akkoord"}, "akkoord"),
        ({"voorstel": 0.9}, "akkoord"),
        ({"voorstel": 0.92}, "geef reden"),
        ({"voorstel": 0.92, "reden": "regio"}, "betwist"),
        ({"antwoord": "houden"}, "geef reden"),
        ({"antwoord": "houden", "reden": "regio"}, "betwist"),
        ({"antwoord": "vraag"}, "geef vraag"),
        ({"antwoord": "vraag", "reden": "waarom?"}, "vraag"),
        ({"reden": "waarom?"}, "vraag"),
        ({"antwoord": "voorstel"}, "geef getal"),
        ({"antwoord": "akkoord", "voorstel": 0.92}, "kies één"),
    ],
)
def test_de_stand_volgt_uit_het_antwoord(leeg_boek: Path, getypt: dict[str, Any], stand: str) -> None:
    blad = Rekenblad(leeg_boek)
    blad.typ({f"punt.{BEZETTING}.{deel}": waarde for deel, waarde in getypt.items()})
    assert blad[f"punt.{BEZETTING}.stand"] == stand


def test_gesprek_past_op_een_scherm_en_op_papier(leeg_boek: Path) -> None:
    """W13, W16: eleven columns on 1366 pixels, identity on each page and in the file, words without underscores."""
    boek = openpyxl.load_workbook(leeg_boek)
    blad = boek["Gesprek"]
    breedtes = [blad.column_dimensions[letter].width for letter in "ABCDEFGHIJK"]
    assert sum(7 * breedte + 5 for breedte in breedtes) < 1366 - 30
    assert blad.freeze_panes == "C11"
    assert blad.auto_filter.ref is not None
    for vel in boek:
        assert "_" not in vel.title
        assert (vel.page_setup.orientation, vel.page_setup.fitToWidth or 1) == ("landscape", 1)
        assert vel.sheet_properties.pageSetUpPr is not None
        assert vel.sheet_properties.pageSetUpPr.fitToPage
        assert "De Linde, ronde 1, prijspeil 12-01-2026: van aanbieder aan gemeente" in str(vel.oddHeader)
    assert boek.properties.creator == "aanbieder"
    assert boek.properties.title == "De Linde, ronde 1"


def test_zichtbare_letters_zijn_groot_genoeg(leeg_boek: Path) -> None:
    """Only hidden columns are smaller than 10 points."""
    for blad in openpyxl.load_workbook(leeg_boek):
        dimensies = [dim for dim in blad.column_dimensions.values() if dim.hidden]
        verborgen = {kolom for dim in dimensies for kolom in range(dim.min or 0, (dim.max or 0) + 1)}
        for rij in blad.iter_rows():
            for plek, cel in enumerate(rij, start=1):
                if cel.value is not None and plek not in verborgen:
                    assert cel.font.sz >= 10, (blad.title, cel.coordinate)


def test_wat_er_voor_het_contract_ligt_staat_op_gesprek(zaak: Onderhandeling, tmp_path: Path) -> None:
    """It is read only; a workbook that was sent before it is read back all the same."""
    schrijf_rondewerkboek(zaak, tmp_path / "voor.xlsx", voor="gemeente")
    ingang = dt.date(2026, 2, 1)
    voorstellen = {
        "gemeente": Contractgegevens(nummer="12", ingangsdatum=ingang),
        "aanbieder": Contractgegevens(nummer="13", ingangsdatum=ingang),
    }
    for partij, contract in voorstellen.items():
        zaak = stel_contract_voor(zaak, partij, contract, indiener="K", datum=DAG)
    assert lees(zaak, tmp_path / "voor.xlsx").bevindingen == ()
    schrijf_rondewerkboek(zaak, tmp_path / "na.xlsx", voor="gemeente")
    teksten = {rij[0].value for rij in openpyxl.load_workbook(tmp_path / "na.xlsx")["Gesprek"].iter_rows()}
    assert "Voor het contract gelijk voorgesteld: de eerste dag van het tarief." in teksten
    assert "Voor het contract nog niet gelijk: het contractnummer." in teksten
