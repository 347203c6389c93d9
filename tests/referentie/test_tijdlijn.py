"""Which figure holds on a day; with made-up figures, so that every turn occurs."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie import Cijfer
from gezinshuis_tarief.referentie.dagen import Periode
from gezinshuis_tarief.referentie.leemten import CAO_REGELS, GEHANDICAPTENZORG
from gezinshuis_tarief.referentie.meldingen import dichtstbij, onbekend
from gezinshuis_tarief.referentie.tijdlijn import Tijdlijn, doorlopend, geldende_dag, jaarlijks

DAGEN = st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31))


def lijn(*dagen: dt.date) -> Tijdlijn:
    cijfers = (
        Cijfer("proef", Decimal(nr), "EUR", dag, Herkomst.BRON, "bron") for nr, dag in enumerate(dagen)
    )
    return Tijdlijn(tuple(cijfers), {})


@given(st.lists(DAGEN, min_size=1, unique=True).map(sorted), DAGEN)
def test_een_doorlopend_cijfer_is_het_laatste_dat_al_begonnen_was(dagen: list[dt.date], dag: dt.date) -> None:
    eerdere = [vanaf for vanaf in dagen if vanaf <= dag]
    if not eerdere:
        with pytest.raises(OnbekendCijfer, match="vóór de eerste bekende dag"):
            doorlopend("Het cijfer", lijn(*dagen), dag)
        return
    cijfer = doorlopend("Het cijfer", lijn(*dagen), dag)
    assert cijfer.geldig_vanaf == eerdere[-1]
    assert ("laatst gevonden tabel" in cijfer.toelichting) == (eerdere[-1] == dagen[-1] and dag > dagen[-1])


@given(st.lists(DAGEN, min_size=1, unique=True).map(sorted), DAGEN)
def test_een_jaarcijfer_komt_nooit_uit_een_ander_jaar(dagen: list[dt.date], dag: dt.date) -> None:
    passend = [vanaf for vanaf in dagen if vanaf.year == dag.year and vanaf <= dag]
    if passend:
        assert jaarlijks("Het cijfer", lijn(*dagen), dag).geldig_vanaf == passend[-1]
        return
    with pytest.raises(OnbekendCijfer, match="geldt per kalenderjaar"):
        jaarlijks("Het cijfer", lijn(*dagen), dag)


def test_een_jaarcijfer_dat_halverwege_begint_geldt_niet_eerder_in_dat_jaar() -> None:
    midden = lijn(dt.date(2020, 7, 1))
    assert jaarlijks("Het cijfer", midden, dt.date(2020, 12, 31)).waarde == 0
    for dag in (dt.date(2020, 6, 30), dt.date(2021, 1, 1)):
        with pytest.raises(OnbekendCijfer):
            jaarlijks("Het cijfer", midden, dag)


def test_een_gat_is_een_fout_van_de_eerste_dag_tot_de_dag_voor_de_volgende_tabel() -> None:
    gat = Periode(dt.date(2021, 1, 1), dt.date(2022, 1, 1), "die tabel ontbreekt")
    twee = lijn(dt.date(2020, 1, 1), dt.date(2022, 1, 1))
    assert doorlopend("Het cijfer", twee, dt.date(2020, 12, 31), (gat,)).waarde == 0
    assert doorlopend("Het cijfer", twee, dt.date(2022, 1, 1), (gat,)).waarde == 1
    for dag in (dt.date(2021, 1, 1), dt.date(2021, 12, 31)):
        with pytest.raises(OnbekendCijfer) as fout:
            doorlopend("Het cijfer", twee, dag, (gat,))
        assert str(fout.value) == (
            f"Het cijfer is niet bekend voor {dag}: die tabel ontbreekt. Dichtstbij bekend: per 2020-01-01 "
            "(ervoor: 0 EUR) en per 2022-01-01 (erna: 1 EUR). Geef het cijfer zelf op, met de bron erbij."
        )


def test_de_melding_noemt_alleen_tabellen_die_het_gevraagde_bevatten() -> None:
    dagen = (dt.date(2020, 1, 1), dt.date(2022, 1, 1))
    with pytest.raises(OnbekendCijfer, match=r"per 2022-01-01 \(erna\)"):
        geldende_dag("Het cijfer", dagen, dt.date(2019, 1, 1), bekend=dagen[1:])


def test_zonder_bekende_dagen_valt_er_niets_te_noemen() -> None:
    dag = dt.date(2020, 1, 1)
    assert dichtstbij(dag, ()) == ""
    assert str(onbekend("Het cijfer", dag, "nooit gevonden", ())) == (
        "Het cijfer is niet bekend voor 2020-01-01: nooit gevonden. Geef het cijfer zelf op, met de bron erbij."
    )


def test_elk_bekend_gat_begint_voor_het_eindigt() -> None:
    gaten = [*GEHANDICAPTENZORG, *(gat for rij in CAO_REGELS.values() for gat in rij)]
    assert all(gat.van < gat.tot and gat.tekst for gat in gaten)
