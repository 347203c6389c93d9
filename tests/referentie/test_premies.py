"""Employer premiums and pension, year by year."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie import minimumloon, namen, ondernemerspremie, pensioen, werkgeverspremie


@pytest.mark.parametrize(
    ("premie", "dag", "waarde"),
    [
        ("AWf_laag", "2026-01-01", "2.74"),
        ("Aof_laag", "2026-12-31", "6.27"),
        ("wko_opslag", "2026-01-01", "0.50"),
        ("Whk_gemiddeld", "2026-01-01", "1.52"),
        ("Zvw_werkgever", "2026-01-01", "6.10"),
        ("Zvw_werkgever", "2023-12-31", "6.68"),
        ("Zvw_werkgever", "2024-02-29", "6.57"),
        ("max_premieloon", "2026-01-01", "79409"),
        ("max_premieloon", "2025-12-31", "75864"),
        ("grens_kleine_werkgever", "2026-07-01", "1082500"),
    ],
)
def test_premies_van_hun_jaar(premie: str, dag: str, waarde: str) -> None:
    assert werkgeverspremie(premie, dag).waarde == Decimal(waarde)


@pytest.mark.parametrize(
    ("parameter", "dag", "waarde"),
    [
        ("OP_premie", "2026-01-01", "25.9"),
        ("AOW_franchise", "2026-01-01", "17283"),
        ("AOW_franchise", "2024-12-31", "15816"),
        ("OP_werkgeversdeel_jeugdzorg", "2021-06-01", "13.00"),
        ("op_werkgeversdeel_jeugdzorg", "2026-06-01", "13.45"),
    ],
)
def test_pensioencijfers_van_hun_jaar(parameter: str, dag: str, waarde: str) -> None:
    assert pensioen(parameter, dag).waarde == Decimal(waarde)


def test_een_afgeleid_cijfer_zegt_hoe() -> None:
    cijfer = pensioen("OP_werkgeversdeel_jeugdzorg", "2022-01-01")
    assert cijfer.herkomst is Herkomst.AFGELEID
    assert cijfer.toelichting == "wijziging 50/50 gedeeld: 13,0 + 0,4"
    assert cijfer.als_fractie == Decimal("0.134")


@pytest.mark.parametrize(
    ("premie", "dag", "dichtstbij"),
    [
        (
            "Zvw_werkgever",
            "2022-06-01",
            "per 2021-01-01 (ervoor: 7,00% van premieloon) en per 2023-01-01 (erna: 6,68% van premieloon)",
        ),
        (
            "Whk_gemiddeld",
            "2022-01-01",
            "per 2021-01-01 (ervoor: 1,36% van premieloon) en per 2023-01-01 (erna: 1,53% van premieloon)",
        ),
        ("Aof_laag", "2021-12-31", "per 2022-01-01 (erna: 5,49% van premieloon)"),
        ("AWf_laag", "2019-12-31", "per 2020-01-01 (erna: 2,94% van premieloon)"),
        ("AWf_laag", "2027-01-01", "per 2026-01-01 (ervoor: 2,74% van premieloon)"),
    ],
)
def test_een_ontbrekende_premie_noemt_de_dichtstbijzijnde(premie: str, dag: str, dichtstbij: str) -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        werkgeverspremie(premie, dag)
    assert str(fout.value) == (
        f"De werkgeverspremie {premie} is niet bekend voor {dag}: dit cijfer geldt per kalenderjaar en dat van "
        f"{dag[:4]} is niet gevonden. Dichtstbij bekend: {dichtstbij}. Geef het cijfer zelf op, met de bron erbij."
    )


def test_een_lege_waarde_is_een_fout_die_de_bron_aanhaalt() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        pensioen("AOW_franchise", "2025-01-01")
    assert str(fout.value) == (
        "Het pensioencijfer AOW_franchise is niet bekend voor 2025-01-01: dit cijfer geldt per kalenderjaar en "
        "dat van 2025 is niet gevonden (de bron: tussen 16.655 en 16.658 (zelfde afleiding); GEEN exact bedrag "
        "gevonden). Dichtstbij bekend: per 2024-01-01 (ervoor: 15.816 EUR per jaar voltijd) en per "
        "2026-01-01 (erna: 17.283 EUR per jaar voltijd). Geef het cijfer zelf op, "
        "met de bron erbij."
    )


@pytest.mark.parametrize("jaar", [2023, 2024, 2025])
def test_het_werkgeversdeel_wordt_niet_over_de_jaren_heen_getild(jaar: int) -> None:
    with pytest.raises(
        OnbekendCijfer, match=r"per 2022-01-01 \(ervoor: 13,40%.*\) en per 2026-01-01 \(erna: 13,45%"
    ):
        pensioen("OP_werkgeversdeel_jeugdzorg", dt.date(jaar, 7, 1))


def test_een_onbekende_naam_noemt_de_namen_die_erop_lijken() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        werkgeverspremie("zvw", "2026-01-01")
    assert str(fout.value) == "De werkgeverspremie 'zvw' is niet bekend. Bedoelt u: Zvw_werkgever?"
    with pytest.raises(OnbekendCijfer) as fout:
        pensioen("aow-franchise", "2026-01-01")
    assert str(fout.value).startswith(
        "Het pensioencijfer 'aow-franchise' is niet bekend. Bedoelt u: AOW_franchise"
    )


@pytest.mark.parametrize("naam", ["", "qqqq", "8"])
def test_een_naam_die_nergens_op_lijkt_noemt_ze_alle(naam: str) -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        werkgeverspremie(naam, "2026-01-01")
    assert str(fout.value) == (
        f"De werkgeverspremie '{naam}' is niet bekend. Bekend zijn: AWf_laag, AWf_hoog, Aof_hoog, Wko_opslag, "
        "Whk_gemiddeld, Zvw_werkgever, max_premieloon, Aof_laag, grens_kleine_werkgever, Whk_WGA_gemiddeld, "
        "Whk_ZW_gemiddeld."
    )


@given(
    st.sampled_from(
        [
            *((werkgeverspremie, naam) for naam in namen("werkgeverspremies")),
            *((pensioen, naam) for naam in namen("pensioen")),
        ],
    ),
    st.dates(dt.date(2018, 1, 1), dt.date(2028, 12, 31)),
)
def test_een_jaarcijfer_geldt_in_zijn_eigen_jaar(vraag: tuple[object, str], dag: dt.date) -> None:
    functie, naam = vraag
    assert callable(functie)
    try:
        cijfer = functie(naam, dag)
    except OnbekendCijfer as fout:
        melding = str(fout)
        assert f"dat van {dag.year} is niet gevonden" in melding
        return
    assert cijfer.geldig_vanaf.year == dag.year
    assert cijfer.geldig_vanaf <= dag


@pytest.mark.parametrize(
    ("jaar", "procent", "maximum"),
    [
        (2020, "5.45", "57232"),
        (2021, "5.75", "58311"),
        (2022, "5.50", "59706"),
        (2023, "5.43", "66952"),
        (2024, "5.32", "71624"),
        (2025, "5.26", "75864"),
        (2026, "4.85", "79409"),
    ],
)
def test_de_zvw_van_ondernemers_per_jaar(jaar: int, procent: str, maximum: str) -> None:
    dag = dt.date(jaar, 7, 1)
    assert ondernemerspremie("zvw_laag", dag).waarde == Decimal(procent)
    assert ondernemerspremie("max_bijdrageinkomen", dag).waarde == Decimal(maximum)
    is_afgeleid = ondernemerspremie("Zvw_laag", dag).herkomst is Herkomst.AFGELEID
    assert is_afgeleid == (jaar == 2025)


@pytest.mark.parametrize("jaar", [2023, 2024])
def test_twee_bronnen_die_vier_euro_verschillen_staan_er_allebei_en_zeggen_het(jaar: int) -> None:
    premieloon = werkgeverspremie("max_premieloon", dt.date(jaar, 1, 1))
    bijdrage = ondernemerspremie("max_bijdrageinkomen", dt.date(jaar, 1, 1))
    assert premieloon.waarde - bijdrage.waarde == 4
    assert "verschillen € 4" in premieloon.toelichting
    assert "verschillen € 4" in bijdrage.toelichting


@pytest.mark.parametrize(
    ("dag", "uurloon"),
    [("2025-01-01", "14.06"), ("2025-06-30", "14.06"), ("2025-07-01", "14.40"), ("2026-06-30", "14.71")],
)
def test_het_minimumloon_geldt_een_half_jaar(dag: str, uurloon: str) -> None:
    assert minimumloon(dag).waarde == Decimal(uurloon)


@pytest.mark.parametrize("dag", ["2024-12-31", "2026-07-01"])
def test_een_half_jaar_zonder_minimumloon_is_een_fout(dag: str) -> None:
    with pytest.raises(OnbekendCijfer, match="geldt per half jaar"):
        minimumloon(dag)
