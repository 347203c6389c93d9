"""The data files themselves: every row complete, dated, sourced and there once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal

import pytest

from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie import vingerafdruk
from gezinshuis_tarief.referentie.bestanden import Rij, bestanden, rijen

ALLE = tuple(pad.name.removesuffix(".csv") for pad in bestanden())
# Three tables name a version or a moment in that column, not a day.
ZONDER_DAG = {"gezinshuizen_telling", "ijw_eenheid"}
SLEUTELS = {
    "bouwstenen_gezinshuis": ("nr",),
    "cao_ghz_fwg_schalen": ("fwg", "regel"),
    "cao_ghz_inpassingsnummers": ("ip_nummer",),
    "cao_jeugdzorg_functies": ("functie",),
    "cao_looptijden": ("cao",),
    "cao_jeugdzorg_regels": ("parameter",),
    "cao_jeugdzorg_salarisschalen": ("cao", "schaal", "periodiek"),
    "gezinshuizen_telling": (),
    "ijw_eenheid": ("lijst", "code"),
    "minimumloon": ("parameter",),
    "ondernemerspremies": ("premie",),
    "indexcijfers": ("reeks", "stand"),
    "kostprijselementen_besluit_jeugdwet": ("onderdeel",),
    "pfzw_premies": ("parameter",),
    "pleegvergoeding_basisbedrag": ("leeftijd_van",),
    "pleegvergoeding_toeslag": (),
    "werkgeverspremies": ("premie",),
}
GETALLEN = {
    "cao_ghz_inpassingsnummers": ("bedrag",),
    "cao_jeugdzorg_regels": ("waarde",),
    "cao_jeugdzorg_salarisschalen": ("bedrag",),
    "gezinshuizen_telling": ("gezinshuizen", "jeugdigen_per_huis"),
    "indexcijfers": ("waarde",),
    "minimumloon": ("waarde",),
    "ondernemerspremies": ("waarde",),
    "pfzw_premies": ("waarde",),
    "pleegvergoeding_basisbedrag": ("per_dag", "per_maand"),
    "pleegvergoeding_toeslag": ("bedrag",),
    "werkgeverspremies": ("waarde",),
}
BEKEND_LEEG = {
    ("pfzw_premies", "waarde", "2025-01-01"),
    ("pleegvergoeding_basisbedrag", "per_dag", "2021-01-01"),
}


def _statussen(rij: Rij) -> list[str]:
    return [waarde for kolom, waarde in rij.items() if kolom.startswith("status")]


def test_elk_bestand_heeft_een_sleutel() -> None:
    assert set(ALLE) == set(SLEUTELS)


@pytest.mark.parametrize("bestand", ALLE)
def test_elke_rij_heeft_eenheid_bron_en_een_bekende_status(bestand: str) -> None:
    for rij in rijen(bestand):
        assert rij["eenheid"].strip(), rij
        assert rij["bron"].strip(), rij
        assert _statussen(rij), rij
        assert set(_statussen(rij)) <= set(Herkomst), rij


@pytest.mark.parametrize("bestand", ALLE)
def test_elke_rij_heeft_alle_kolommen_als_tekst(bestand: str) -> None:
    kolommen = tuple(rijen(bestand)[0])
    for rij in rijen(bestand):
        assert tuple(rij) == kolommen
        assert all(isinstance(waarde, str) for waarde in rij.values()), rij


@pytest.mark.parametrize("bestand", sorted(set(ALLE) - ZONDER_DAG))
def test_elke_eerste_dag_is_een_dag(bestand: str) -> None:
    leeg = [rij for rij in rijen(bestand) if not rij["geldig_vanaf"]]
    for rij in rijen(bestand):
        if rij["geldig_vanaf"]:
            assert dt.date.fromisoformat(rij["geldig_vanaf"]).isoformat() == rij["geldig_vanaf"]
    functies_zonder_dag = ["Pleegzorgwerker", "Gedragsdeskundige"]
    assert [rij.get("functie") for rij in leeg] == (
        functies_zonder_dag if bestand == "cao_jeugdzorg_functies" else []
    )


@pytest.mark.parametrize("bestand", ALLE)
def test_geen_cijfer_staat_er_twee_keer(bestand: str) -> None:
    sleutels = Counter(
        (*(rij[kolom] for kolom in SLEUTELS[bestand]), rij["geldig_vanaf"]) for rij in rijen(bestand)
    )
    assert [sleutel for sleutel, aantal in sleutels.items() if aantal > 1] == []


@pytest.mark.parametrize(("bestand", "kolommen"), GETALLEN.items())
def test_elk_getal_is_een_getal_of_een_bekende_leemte(bestand: str, kolommen: tuple[str, ...]) -> None:
    leeg = set()
    for rij in rijen(bestand):
        for kolom in kolommen:
            if rij[kolom]:
                assert Decimal(rij[kolom]).is_finite()
            else:
                leeg.add((bestand, kolom, rij["geldig_vanaf"]))
    assert leeg == {plek for plek in BEKEND_LEEG if plek[0] == bestand}


@pytest.mark.parametrize(
    "bestand",
    [
        "pfzw_premies",
        "pleegvergoeding_basisbedrag",
        "pleegvergoeding_toeslag",
        "werkgeverspremies",
        "ondernemerspremies",
        "indexcijfers",
    ],
)
def test_een_jaarcijfer_begint_op_een_januari(bestand: str) -> None:
    assert {rij["geldig_vanaf"][4:] for rij in rijen(bestand)} == {"-01-01"}


def test_elk_inpassingsnummer_van_een_regel_heeft_een_bedrag_op_zijn_dag() -> None:
    bedragen = {(rij["ip_nummer"], rij["geldig_vanaf"]) for rij in rijen("cao_ghz_inpassingsnummers")}
    regels = {(rij["ip_nummer"], rij["geldig_vanaf"]) for rij in rijen("cao_ghz_fwg_schalen")}
    assert regels <= bedragen


def test_vingerafdruk_is_kort_en_blijft_gelijk() -> None:
    assert len(vingerafdruk()) == 16
    assert int(vingerafdruk(), 16) >= 0
    eerste = vingerafdruk()
    vingerafdruk.cache_clear()
    assert vingerafdruk() == eerste
