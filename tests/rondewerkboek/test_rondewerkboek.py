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
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.kern.velden import EuroPerJaar
from gezinshuis_tarief.rondewerkboek.bewijsblad import maak_bewijsblad
from gezinshuis_tarief.rondewerkboek.namen import codes
from hulp.libreoffice import Sjabloon, herreken, lees_waarden
from hulp.rekenblad import Rekenblad, definities

DAG = dt.date(2026, 1, 12)
BEZETTING = "leegstand.bezettingsgraad"
GRONDSLAG = "leegstand.grondslag"
TARIEF_ONDERSTEUNING = "ondersteuning.pedagogisch_uurtarief"
HUIS = "huisvesting.vast_bedrag_per_jaar"
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
    for naam, waarde in waarden.items():
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
    schrijf_rondewerkboek(volle_zaak(), pad)
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


@settings(max_examples=25, deadline=None)
@given(keuze=VOORSTELLEN)
def test_de_totalen_volgen_de_voorstellen_tot_op_de_cent(leeg_boek: Path, keuze: dict[str, Any]) -> None:
    stand = volle_zaak().stand
    blad = Rekenblad(leeg_boek)
    blad.typ({f"punt.{s}.voorstel": float(w) if isinstance(w, Decimal) else w for s, w in keuze.items()})
    delen = {s: getattr(stand.standen[w], s) for s, w in keuze.items() if "." not in s}
    verwacht = stand.overeengekomen().met({**keuze, **delen}, reden="proef")
    assert totalen(blad, "voorstel") == tarieven(verwacht)
    nu = tarieven(stand.overeengekomen())
    assert totalen(blad, "effect") == {z: bedrag - nu[z] for z, bedrag in tarieven(verwacht).items()}
    assert blad["voorstel.controle.invoer"] == "klopt"


def test_wat_bewaard_is_is_wat_de_formules_geven(leeg_boek: Path) -> None:
    stand = volle_zaak().stand
    bewaard, blad = lees_waarden(leeg_boek), Rekenblad(leeg_boek)
    for partij, opbouw in stand.standen.items():
        assert totalen(bewaard, partij) == totalen(blad, partij) == tarieven(opbouw)
    assert totalen(bewaard, "uitgangspunt") == tarieven(stand.basis)
    for naam, waarde in bewaard.items():
        if isinstance(waarde, float):
            assert blad[naam] == pytest.approx(waarde, rel=1e-12, abs=1e-9), naam
        else:
            assert (blad[naam] or None) == waarde, naam


def test_een_voorstel_dat_niet_kan_geeft_geen_bedrag(leeg_boek: Path) -> None:
    blad = Rekenblad(leeg_boek)
    blad.typ({f"punt.{BEZETTING}.voorstel": 95.0})
    assert blad["totaal.voorstel.midden"] == "invoer nakijken"
    assert blad["totaal.effect.midden"] == ""


@pytest.mark.libreoffice
def test_libreoffice_rekent_de_voorstellen_gelijk(leeg_boek: Path, tmp_path: Path) -> None:
    keuzes: list[dict[str, Any]] = [
        {BEZETTING: 0.92, HUIS: 14900.0, "gelieerde_zorgorganisatie": "aanbieder"},
        {GRONDSLAG: "vaste_kosten", "eigen_posten": "aanbieder"},
    ]
    paden = [tmp_path / f"{plek}.xlsx" for plek in range(len(keuzes))]
    for pad, keuze in zip(paden, keuzes, strict=True):
        waarden = {f"punt.{s}.voorstel": w for s, w in keuze.items()}
        Sjabloon(leeg_boek).schrijf(waarden | {f"punt.{s}.reden": "regio" for s in keuze}, pad)
    zaak = volle_zaak()
    for herrekend, keuze in zip(herreken(paden, tmp_path), keuzes, strict=True):
        delen = {s: getattr(zaak.stand.standen[w], s) for s, w in keuze.items() if "." not in s}
        gewoon = {s: str(w) for s, w in keuze.items() if "." in s}
        verwacht = zaak.stand.overeengekomen().met({**gewoon, **delen}, reden="proef")
        assert totalen(lees_waarden(herrekend), "voorstel") == tarieven(verwacht)
        lezing = lees(zaak, herrekend)
        assert lezing.bevindingen == ()
        bod = zaak.stand.standen["gemeente"].met({**gewoon, **delen}, reden="proef")
        assert tarieven(lezing.zaak.stand.standen["gemeente"]) == tarieven(bod)


def test_een_onaangeroerd_werkboek_verandert_niets(zaak: Onderhandeling, boek: Path) -> None:
    lezing = lees(zaak, boek)
    assert lezing.bevindingen == ()
    assert lezing.zaak.ronden == zaak.ronden


def test_voorstellen_worden_een_bod_met_redenen(zaak: Onderhandeling, boek: Path) -> None:
    typ(
        boek,
        voorstel(BEZETTING, 0.93) | voorstel("gelieerde_zorgorganisatie", "aanbieder", "goed verhaal")
        | voorstel("eigen_posten", "aanbieder", "mooi") | {f"punt.{HUIS}.status": "akkoord"},
    )  # fmt: skip
    lezing = lees(zaak, boek)
    assert lezing.bevindingen == ()
    eigen = lezing.zaak.stand.standen["gemeente"]
    assert eigen.leegstand.bezettingsgraad == Decimal("0.93")
    assert eigen.gelieerde_zorgorganisatie == ACHT
    assert eigen.eigen_posten == (TUIN,)
    assert eigen.huisvesting.vast_bedrag_per_jaar == 15000
    aanvaarding, bod = lezing.zaak.ronden[-1].zetten[-2:]
    assert (aanvaarding.sleutel, aanvaarding.van, bod.indiener) == (HUIS, "aanbieder", "K. Bos")
    assert bod.redenen == {
        BEZETTING: "regio",
        "gelieerde_zorgorganisatie": "goed verhaal",
        "eigen_posten": "mooi",
    }
    assert lees(lezing.zaak, boek).zaak.ronden == lezing.zaak.ronden  # reading twice is reading once


def test_een_deel_terug_naar_dat_van_de_ander(zaak: Onderhandeling, boek: Path) -> None:
    typ(boek, voorstel("gelieerde_zorgorganisatie", "gemeente"))
    lezing = lees(zaak, boek, partij="aanbieder")
    assert lezing.zaak.stand.standen["aanbieder"].gelieerde_zorgorganisatie is None


def test_beide_partijen_in_een_kopie_van_dezelfde_ronde(
    zaak: Onderhandeling, boek: Path, tmp_path: Path
) -> None:
    ander = tmp_path / "ander.xlsx"
    ander.write_bytes(boek.read_bytes())
    typ(boek, voorstel(BEZETTING, 0.93))
    typ(ander, voorstel(BEZETTING, 0.92))
    een = lees(lees(zaak, boek).zaak, ander, partij="aanbieder").zaak
    assert een.stand.standen["gemeente"].leegstand.bezettingsgraad == Decimal("0.93")
    assert een.stand.standen["aanbieder"].leegstand.bezettingsgraad == Decimal("0.92")
    with pytest.raises(InvoerFout, match="van gemeente staan in beide kopieën"):
        lees(een, ander)


def test_een_aanvaarding_en_een_bod_op_iets_anders_gaan_samen(
    zaak: Onderhandeling, boek: Path, tmp_path: Path
) -> None:
    ander = tmp_path / "ander.xlsx"
    ander.write_bytes(boek.read_bytes())
    typ(boek, {f"punt.{HUIS}.status": "akkoord"})
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
    schrijf_rondewerkboek(lees(zaak, boek).zaak, later)
    with pytest.raises(InvoerFout, match="verschillende momenten"):
        lees(lees(zaak, boek).zaak, boek, later)


@pytest.mark.parametrize(
    ("waarden", "code"),
    [
        ({f"punt.{BEZETTING}.status": "misschien"}, "geen_status"),
        ({f"punt.{BEZETTING}.status": None}, "geen_status"),
        (voorstel(BEZETTING, 93), "percentage_zonder_teken"),
        (voorstel(BEZETTING, "veel"), "geen_getal"),
        (voorstel(GRONDSLAG, "alles"), "geen_keuze"),
        (voorstel("gelieerde_zorgorganisatie", "ja"), "geen_partij"),
        (voorstel(BEZETTING, 0.93, None), "voorstel_zonder_reden"),
        (voorstel(BEZETTING, 0.93) | {f"punt.{BEZETTING}.status": "akkoord"}, "akkoord_met_voorstel"),
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
        ({"voorstel.uitkomst.laag.tarief": 100}, "vaste_cel_gewijzigd"),
        ({"totaal.nu.laag": None}, "vaste_cel_gewijzigd"),
        ({f"punt.{BEZETTING}.redenen": "anders"}, "vaste_cel_gewijzigd"),
        ({f"punt.{BEZETTING}.status": "open"}, "status_zonder_voorstel"),
        ({f"punt.{BEZETTING}.reden": "zomaar"}, "reden_zonder_voorstel"),
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
    werkboek["Onderhandelen"].row_dimensions[int(plek)].hidden = True
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
    typ(boek, {"onderhandeling.zetten": "heel veel"})
    with pytest.raises(InvoerFout, match="hoort bij een ander dossier"):
        lees(zaak, boek)
    typ(boek, {"onderhandeling.sjabloon": "2"})
    with pytest.raises(InvoerFout, match='heeft sjabloon "2"; deze versie leest sjabloon 1'):
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
    schrijf_rondewerkboek(eigen_zaak, pad)
    gelezen = lees(eigen_zaak, pad)
    assert gelezen.bevindingen == ()
    blad = Rekenblad(pad)
    blad.typ(
        {"punt.leegstand.bezettingsgraad.voorstel": 0.92, "punt.leegstand.grondslag.voorstel": "kostprijs"}
    )
    voorstel = eigen_zaak.stand.basis.met(
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


def test_een_gewijzigde_formule_in_het_werkboek_van_een_ronde_wordt_gemeld(
    eigen_zaak: Onderhandeling, tmp_path: Path
) -> None:
    pad = tmp_path / "r.xlsx"
    schrijf_rondewerkboek(eigen_zaak, pad)
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
    woorden = codes(namen)
    assert len(set(woorden.values())) == 4
    assert {naam: waarden[f"kop.{woord}"] for naam, woord in woorden.items()} == {
        naam: naam for naam in namen
    }
    assert lees(zaak, tmp_path / "r.xlsx", partij="voorstel").bevindingen == ()
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
        if naam.startswith("punt.") and naam.rpartition(".")[2] in {"voorstel", "status", "reden"}
    }
    assert open_ == geel
    assert len(geel) == 3 * len(volle_zaak().stand.punten)


def test_het_bewijs_staat_als_blad_in_het_werkboek_van_een_akkoord(tmp_path: Path) -> None:
    zaak = biedt(begonnen(), "aanbieder", leegstand__bezettingsgraad="0.9")
    akkoord = zaak.aanvaard(BEZETTING, "gemeente", indiener="K", datum=DAG)
    bewijs = maak_bewijs(akkoord, gemaakt_op=DAG)
    schrijf_rondewerkboek(akkoord, tmp_path / "r.xlsx", bewijs=bewijs)
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
    blad = openpyxl.load_workbook(tmp_path / "ronde.xlsx")["Onderhandelen"]
    assert blad["A3"].value == "Cijfers: lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024"
    assert str(blad["A4"].value).startswith("Let op: Voor 12 januari 2026 zijn deze cijfers niet bekend")
    assert blad["A6"].value == "Tarief per jeugdige per etmaal"
    cellen = [cel.inhoud for cel in maak_bewijsblad(maak_bewijs(zaak, gemaakt_op=DAG)).cellen]
    plek = cellen.index("Cijfers waarmee is gerekend")
    assert cellen[plek + 1] == "lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024"
