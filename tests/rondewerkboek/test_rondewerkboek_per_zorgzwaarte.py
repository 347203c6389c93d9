"""A round about inputs that not every workbook has: of one zorgzwaarte, a group size, own percentages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import (
    EigenPost,
    InvoerFout,
    Onderhandeling,
    Opbouw,
    lees_rondewerkboek,
    schrijf_rondewerkboek,
)
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, waarde_op, zwaarte_in
from gezinshuis_tarief.rondewerkboek.meldingen import RONDEMELDINGEN
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.rijen import Ronderij
from gezinshuis_tarief.rondewerkboek.zetten import ZettenUitWerkboek
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel
from hulp.invoer import ONDERNEMER
from hulp.libreoffice import Sjabloon, herreken, lees_waarden
from hulp.rekenblad import Rekenblad

DAG = dt.date(2026, 1, 12)
BEZETTING = "leegstand.bezettingsgraad"
GROEP = "gezinshuis.groepsgrootte"
HUIS = "inkomen_gezinshuisouder.fte_per_huis"
OPSLAG = {"naam": "risico", "percentage": "0.02", "grondslag": "kostprijs"}


def begonnen(basis: Opbouw) -> Onderhandeling:
    return Onderhandeling(naam="De Linde", peildatum=DAG, partijen=("gemeente", "aanbieder"), basis=basis)


@pytest.fixture(scope="module")
def geboden(voorbeeld: Opbouw) -> Opbouw:
    delen = {"eigen_opslagen": [OPSLAG], "eigen_posten": [EigenPost(naam="tuin", bedrag_per_jaar="365")]}
    anders = {
        f"hoog.{BEZETTING}": "0.9",
        BEZETTING: "0.93",
        HUIS: "1.5",
        "hoog.leegstand.grondslag": "kostprijs",
    }
    bod = voorbeeld.met(delen).met_groepsgrootte(laag=6, hoog=3).met(anders, reden="x")
    return bod.met({"hoog.eigen_opslagen[0].percentage": "0.03", "laag.eigen_posten[0].bedrag_per_jaar": "0"})


@pytest.fixture(scope="module")
def zaak(voorbeeld: Opbouw, geboden: Opbouw) -> Onderhandeling:
    return begonnen(voorbeeld).bod("aanbieder", geboden, indiener="J", datum=DAG, reden="omdat")


@pytest.fixture(scope="module")
def boek(zaak: Onderhandeling, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("ronde") / "ronde.xlsx"
    schrijf_rondewerkboek(zaak, pad)
    return pad


def tarieven(blad: Any, woord: str) -> list[Decimal]:  # noqa: ANN401 (a workbook or a dict)
    return [Decimal(f"{blad[f'tarief.{woord}.{z}']:.7f}") for z in ZORGZWAARTES]


def hoort(opbouw: Opbouw) -> list[Decimal]:
    return [opbouw.bereken()[z].per_etmaal for z in ZORGZWAARTES]


def test_elke_partij_rekent_met_haar_eigen_waarden(
    boek: Path, zaak: Onderhandeling, voorbeeld: Opbouw, geboden: Opbouw
) -> None:
    sleutels = {punt.sleutel for punt in zaak.stand.punten}
    assert {f"hoog.{BEZETTING}", f"laag.{GROEP}", HUIS, "eigen_opslagen"} <= sleutels
    blad, bewaard = Rekenblad(boek), lees_waarden(boek)
    assert tarieven(blad, "aanbieder") == hoort(geboden)
    assert tarieven(blad, "gemeente") == tarieven(blad, "voorstel") == hoort(voorbeeld)
    assert bewaard[f"gemeente.hoog.{BEZETTING}"] == 0.95
    for naam, waarde in bewaard.items():
        if isinstance(waarde, float):
            assert blad[naam] == pytest.approx(waarde, rel=1e-12, abs=1e-9), naam


def test_een_voorstel_voor_allen_geldt_ook_waar_niets_eigens_is_voorgesteld(
    boek: Path, voorbeeld: Opbouw
) -> None:
    blad = Rekenblad(boek)
    blad.typ({f"punt.{BEZETTING}.voorstel": 0.92})
    assert tarieven(blad, "voorstel") == hoort(voorbeeld.met({BEZETTING: "0.92"}))
    blad.typ(
        {
            f"punt.hoog.{BEZETTING}.voorstel": 0.88,
            f"punt.hoog.{GROEP}.voorstel": 5,
            f"punt.{HUIS}.voorstel": 1.25,
        }
    )
    anders = {BEZETTING: "0.92", f"hoog.{BEZETTING}": "0.88", f"hoog.{GROEP}": 5, HUIS: "1.25"}
    assert tarieven(blad, "voorstel") == hoort(voorbeeld.met(anders, reden="x"))


def test_een_geheel_onderdeel_komt_met_wat_er_per_zorgzwaarte_verschilt(
    boek: Path, voorbeeld: Opbouw, geboden: Opbouw
) -> None:
    blad = Rekenblad(boek)
    blad.typ({"punt.eigen_opslagen.voorstel": "aanbieder", "punt.eigen_posten.voorstel": "aanbieder"})
    verwacht = voorbeeld.met({"eigen_opslagen": [OPSLAG], "eigen_posten": geboden.eigen_posten}).met(
        {"hoog.eigen_opslagen[0].percentage": "0.03", "laag.eigen_posten[0].bedrag_per_jaar": "0"}
    )
    assert tarieven(blad, "voorstel") == hoort(verwacht)


def test_voorstellen_over_een_zorgzwaarte_komen_terug(
    boek: Path, zaak: Onderhandeling, voorbeeld: Opbouw, tmp_path: Path
) -> None:
    pad = tmp_path / "ronde.xlsx"
    pad.write_bytes(boek.read_bytes())
    assert lees_rondewerkboek(zaak, [pad], "gemeente", indiener="K", datum=DAG).bevindingen == ()
    voorstellen: dict[str, float | str] = {
        f"hoog.{BEZETTING}": 0.88,
        f"hoog.{GROEP}": 4,
        "eigen_opslagen": "aanbieder",
    }
    typen: dict[str, float | str] = {"gesprek.ingevuld_namens": "gemeente"}
    for sleutel, waarde in voorstellen.items():
        typen |= {f"punt.{sleutel}.voorstel": waarde, f"punt.{sleutel}.reden": "regio"}
    Sjabloon(boek).schrijf(typen, pad)
    gelezen = lees_rondewerkboek(zaak, [pad], "gemeente", indiener="K", datum=DAG)
    assert gelezen.bevindingen == ()
    nu = gelezen.zaak.stand.standen["gemeente"]
    assert nu.per_zorgzwaarte == {
        "hoog": {GROEP: 4, BEZETTING: Decimal("0.88"), "eigen_opslagen[0].percentage": Decimal("0.03")}
    }
    assert (
        nu.bereken()["laag"].per_etmaal
        == voorbeeld.met({"eigen_opslagen": [OPSLAG]}).bereken()["laag"].per_etmaal
    )


def test_twee_soorten_bouwsteen_1_gaan_niet_in_een_werkboek(voorbeeld: Opbouw, tmp_path: Path) -> None:
    ondernemer = voorbeeld.met({"inkomen_gezinshuisouder": ONDERNEMER}, reden="x")
    zaak = begonnen(voorbeeld).bod("aanbieder", ondernemer, indiener="J", datum=DAG, reden="omdat")
    with pytest.raises(
        InvoerFout, match=r"inkomen_gezinshuisouder: is niet bij elke partij dat van een ondernemer"
    ):
        schrijf_rondewerkboek(zaak, tmp_path / "r.xlsx")
    beide = begonnen(ondernemer)
    assert Rondemodel(beide, "gemeente", "aanbieder").invoer("inkomen_gezinshuisouder.aov_premie") is not None


DAG_BEDRAG = "verzorgingskosten.bedrag_per_jeugdige_per_dag"
UREN = "ondersteuning.pedagogische_uren_per_week"
KNOPEN: dict[str, st.SearchStrategy[Decimal]] = {
    BEZETTING: st.integers(800, 1000).map(lambda n: Decimal(n) / 1000),
    # no other costs in bouwsteen 5, so that its line is this amount itself: half of these end on half a cent
    DAG_BEDRAG: st.integers(2000, 9000).map(lambda n: Decimal(n) / 200),
    UREN: st.integers(10, 80).map(lambda n: Decimal(n) / 4),
}
VOLGERS = (f"hoog.{BEZETTING}", f"laag.{BEZETTING}", f"hoog.{DAG_BEDRAG}", f"midden.{UREN}")
OP_INVOER = (UREN,)
"""Both have the same, so it is no point; that of midden is."""
ANTWOORD = ("akkoord", "houden", "voorstel", "al zo")
KEUZES = st.dictionaries(st.sampled_from((*KNOPEN, *VOLGERS)), st.sampled_from(ANTWOORD)).flatmap(
    lambda soorten: st.fixed_dictionaries(
        {s: st.tuples(st.just(soort), KNOPEN[zwaarte_in(s)[1]]) for s, soort in soorten.items()}
    )
)


def twee_kanten(voorbeeld: Opbouw, eerste: str) -> Onderhandeling:
    """Return a round in which each party has values of its own for a zorgzwaarte, and each follows another one's."""
    basis = voorbeeld.met({"verzorgingskosten.bijzondere_kosten_per_jeugdige_per_jaar": 0}, reden="x")
    partijen = (eerste, "aanbieder" if eerste == "gemeente" else "gemeente")
    zaak = Onderhandeling(naam="De Linde", peildatum=DAG, partijen=partijen, basis=basis)
    anders = {
        BEZETTING: "0.93", f"hoog.{BEZETTING}": "0.9", DAG_BEDRAG: Decimal("25.005"),
        f"hoog.{DAG_BEDRAG}": Decimal("30.015"), f"midden.{UREN}": "12.5",
    }  # fmt: skip
    zaak = zaak.bod("aanbieder", basis.met(anders, reden="x"), indiener="J", datum=DAG, reden="omdat")
    eigen = basis.met({f"laag.{BEZETTING}": "0.97", DAG_BEDRAG: Decimal("24.125")}, reden="x")
    return zaak.bod("gemeente", eigen, indiener="K", datum=DAG, reden="omdat")


def plek_van(sleutel: str) -> str:
    return "invoer" if sleutel in OP_INVOER else "punt"


def wat_getypt(model: Rondemodel, keuzes: dict[str, tuple[str, Decimal]]) -> dict[str, Any]:
    """Return what is typed by name; on Invoer nothing but a proposal can be."""
    typen: dict[str, Any] = {}
    for sleutel, (soort, waarde) in keuzes.items():
        plek = plek_van(sleutel)
        voorstel = waarde_op(model.eigen, sleutel) if soort == "al zo" else waarde
        if plek == "invoer" or soort not in {"akkoord", "houden"}:
            typen[f"{plek}.{sleutel}.voorstel"] = float(Decimal(str(voorstel)))
        else:
            typen[f"punt.{sleutel}.antwoord"] = soort
        if soort != "akkoord" or plek == "invoer":
            typen[f"{plek}.{sleutel}.reden"] = "regio"
    return typen


def gezet(model: Rondemodel, typen: dict[str, Any]) -> Onderhandeling:
    """Return the dossier with what was typed, as reading takes it."""
    rijen = {}
    for sleutel in (*KNOPEN, *VOLGERS):
        voor = f"{plek_van(sleutel)}.{sleutel}"
        voorstel = typen.get(f"{voor}.voorstel")
        rij = Ronderij(
            None if voorstel is None else Decimal(str(voorstel)),
            typen.get(f"{voor}.antwoord", ""),
            typen.get(f"{voor}.reden", ""),
            GelezenCel("Gesprek", "A1"),
        )
        if rij.is_ingevuld:
            rijen[sleutel] = rij
    verslag = Verslag(RONDEMELDINGEN)
    zetter = ZettenUitWerkboek(model, "K", DAG, verslag)
    zetter.keur(rijen, "")
    assert {b.code for b in verslag} <= {"voorstel_is_al_zo"}
    return zetter.zet()


@pytest.fixture(scope="module", params=["gemeente", "aanbieder"])
def kanten(
    request: pytest.FixtureRequest, voorbeeld: Opbouw, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Rondemodel, Path]:
    zaak, pad = twee_kanten(voorbeeld, request.param), tmp_path_factory.mktemp("kanten") / "r.xlsx"
    schrijf_rondewerkboek(zaak, pad, voor="gemeente")
    return Rondemodel(zaak, "gemeente", "aanbieder"), pad


@settings(max_examples=20, deadline=None)
@given(keuzes=KEUZES)
def test_wat_een_zorgzwaarte_volgt_is_op_het_blad_als_in_het_dossier(
    kanten: tuple[Rondemodel, Path], keuzes: dict[str, tuple[str, Decimal]]
) -> None:
    """Every column to the cent: with all answers, with the new points alone, with each point alone, and agreed."""
    model, pad = kanten
    assert {punt.sleutel for punt in model.punten} == {*KNOPEN, *VOLGERS} - {*OP_INVOER}
    blad, typen = Rekenblad(pad), wat_getypt(model, keuzes)
    blad.typ(typen)
    assert blad["voorstel.controle.invoer"] == "klopt"
    na = gezet(model, typen)
    assert tarieven(blad, "voorstel") == hoort(na.stand.standen["gemeente"])
    assert tarieven(blad, "nu") == hoort(na.stand.overeengekomen())
    los = {f"punt_{nummer}": punt.sleutel for nummer, punt in enumerate(model.punten, start=1)}
    for kolom, sleutel in {**los, "nieuw": UREN}.items():
        alleen = {n: w for n, w in typen.items() if n.rpartition(".")[0].partition(".")[2] == sleutel}
        assert tarieven(blad, kolom) == hoort(gezet(model, alleen).stand.standen["gemeente"]), sleutel


@pytest.mark.libreoffice
def test_libreoffice_rekent_een_zorgzwaarte_gelijk(kanten: tuple[Rondemodel, Path], tmp_path: Path) -> None:
    model, boek = kanten
    half = Decimal("24.005")
    keuzes: list[dict[str, tuple[str, Decimal]]] = [
        {BEZETTING: ("voorstel", Decimal("0.925")), DAG_BEDRAG: ("voorstel", half)},
        {BEZETTING: ("akkoord", half), f"hoog.{DAG_BEDRAG}": ("voorstel", Decimal("31.115"))},
        {
            DAG_BEDRAG: ("voorstel", half),
            f"hoog.{DAG_BEDRAG}": ("houden", half),
            UREN: ("voorstel", Decimal(9)),
        },
        {sleutel: ("akkoord", Decimal(8)) for sleutel in (*KNOPEN, *VOLGERS)},
    ]
    paden = [tmp_path / f"{plek}.xlsx" for plek in range(len(keuzes))]
    for pad, keuze in zip(paden, keuzes, strict=True):
        Sjabloon(boek).schrijf(wat_getypt(model, keuze) | {"gesprek.ingevuld_namens": "gemeente"}, pad)
    for pad in herreken(paden, tmp_path):
        lezing = lees_rondewerkboek(model.zaak, [pad], "gemeente", indiener="K", datum=DAG)
        waarden = lees_waarden(pad)
        assert lezing.bevindingen == ()
        assert tarieven(waarden, "voorstel") == hoort(lezing.zaak.stand.standen["gemeente"])
        assert tarieven(waarden, "nu") == hoort(lezing.zaak.stand.overeengekomen())


def test_een_punt_van_een_derde_partij_over_een_zorgzwaarte(voorbeeld: Opbouw, tmp_path: Path) -> None:
    """Two parties differ in what all share, a third has its own for hoog: that is a point with a row for all."""
    partijen = ("gemeente", "aanbieder", "regio")
    zaak = Onderhandeling(naam="drie", peildatum=DAG, partijen=partijen, basis=voorbeeld)
    biedingen: dict[str, dict[str, object]] = {
        "aanbieder": {BEZETTING: "0.93"},
        "regio": {f"hoog.{BEZETTING}": "0.9", GROEP: 5},
    }
    for partij, anders in biedingen.items():
        zaak = zaak.bod(partij, voorbeeld.met(anders, reden="x"), indiener="J", datum=DAG, reden="omdat")
    pad = tmp_path / "r.xlsx"
    schrijf_rondewerkboek(zaak, pad, voor="gemeente", met="aanbieder")
    blad = Rekenblad(pad)
    blad.typ({f"punt.hoog.{BEZETTING}.antwoord": "akkoord"})
    assert tarieven(blad, "voorstel") == hoort(voorbeeld.met({f"hoog.{BEZETTING}": "0.93"}, reden="x"))
    assert lees_rondewerkboek(zaak, [pad], "gemeente", indiener="K", datum=DAG).bevindingen == ()


def test_alle_rijen_van_een_bouwsteen_staan_bij_elkaar(boek: Path) -> None:
    """What holds for one zorgzwaarte stands under what all share, and an own percentage is counted from 1."""
    rijen = [str(rij[0].value) for rij in openpyxl.load_workbook(boek)["Invoer"].iter_rows(min_row=5)]
    plek = rijen.index("Deel van de plaatsdagen dat bezet is (zorgzwaarte hoog)")
    assert rijen[plek - 1] == "Deel van de plaatsdagen dat bezet is"
    opslag = [r for r in rijen if r.startswith("Opslag 1: ")]
    assert len(opslag) == 4
    assert not any("[" in r for r in opslag)
    assert len([r for r in rijen if r == "9. Leegstand"]) == 1


def test_eisen_tussen_waarden_gelden_ook_bij_een_zorgzwaarte(boek: Path) -> None:
    blad = Rekenblad(boek)
    blad.typ({f"punt.hoog.{BEZETTING}.voorstel": 90.0})
    assert blad["totaal.voorstel.hoog"] == "kijk bij Let op"
