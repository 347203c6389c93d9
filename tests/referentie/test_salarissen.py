"""Salaries by cao, scale and step."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie import inpassingsbedrag, salaris, schaal

DAGEN = st.dates(dt.date(2017, 1, 1), dt.date(2028, 12, 31))


@pytest.mark.parametrize(
    ("nummer", "periodiek", "dag", "bedrag"),
    [
        (8, 0, "2018-07-01", "2310.93"),
        (8, 12, "2024-12-31", "4223.16"),
        (8, 12, "2025-03-01", "4375.20"),
        (5, 11, "2025-03-01", "3453.06"),
        (15, "13", "2025-03-01", "11647.18"),
        ("schaal 4", 0, "2024-01-01", "2340.00"),
        (9, 11, "2020-01-01", "3761.10"),
    ],
)
def test_bedragen_van_de_cao_jeugdzorg(
    nummer: str | int, periodiek: str | int, dag: str, bedrag: str
) -> None:
    assert salaris("CAO Jeugdzorg", nummer, periodiek, dag).waarde == Decimal(bedrag)


@pytest.mark.parametrize(
    ("fwg", "regel", "dag", "bedrag"),
    [
        (35, 0, "2021-06-01", "1920"),
        (35, 6, "2022-04-30", "2501"),
        (40, 3, "2023-05-01", "2744"),
        (40, 3, "2023-08-31", "2744"),
        ("FWG 55", 3, "2025-07-01", "3997"),
        (65, 14, "2026-11-01", "7115"),
    ],
)
def test_bedragen_van_de_cao_gehandicaptenzorg(fwg: str | int, regel: int, dag: str, bedrag: str) -> None:
    assert salaris("CAO Gehandicaptenzorg", fwg, regel, dag).waarde == Decimal(bedrag)


def test_een_salaris_draagt_alles_bij_zich() -> None:
    cijfer = salaris(cao="jeugdzorg", schaal=8, periodiek=12, peildatum="2025-03-01")
    assert cijfer.naam == "CAO Jeugdzorg schaal 8 periodiek 12"
    assert cijfer.eenheid == "EUR bruto per maand bij 36 u/week"
    assert cijfer.geldig_vanaf == dt.date(2025, 3, 1)
    assert cijfer.herkomst is Herkomst.BRON
    assert cijfer.bron.startswith("CAO Jeugdzorg, aanmeldversie SZW")
    assert cijfer.toelichting == ""


@pytest.mark.parametrize("cao", ["CAO Jeugdzorg", "cao jeugdzorg", " Jeugdzorg ", "JZ"])
def test_de_cao_jeugdzorg_heeft_korte_namen(cao: str) -> None:
    assert salaris(cao, 8, "u1", "2025-03-01").naam == "CAO Jeugdzorg schaal 8 periodiek U1"


@pytest.mark.parametrize("cao", ["CAO Gehandicaptenzorg", "gehandicaptenzorg", "GHZ"])
def test_de_cao_gehandicaptenzorg_heeft_korte_namen(cao: str) -> None:
    assert salaris(cao, "fwg 45", 0, "2021-06-01").naam == "CAO Gehandicaptenzorg FWG 45 regel 0"


def test_na_de_laatste_tabel_staat_dat_erbij() -> None:
    assert salaris("jeugdzorg", 8, 12, "2026-01-01").toelichting == (
        "laatst gevonden tabel (per 2025-03-01); een latere is niet bekend: "
        "controleer of voor 2026-01-01 een nieuwere geldt; de CAO Jeugdzorg liep tot en met 31 december 2025"
    )


def test_een_hersteld_bedrag_is_afgeleid_en_zegt_hoe() -> None:
    cijfer = salaris("jeugdzorg", 9, 11, "2020-06-01")
    assert cijfer.herkomst is Herkomst.AFGELEID
    assert cijfer.toelichting == "OCR las 376,10; hersteld: 3616,44 x 1,04 = 3761,10"


def test_over_2021_staat_de_eenmalige_uitkering_erbij() -> None:
    assert "2% loonsverhoging" in salaris("jeugdzorg", 8, 12, "2021-01-01").toelichting
    assert salaris("jeugdzorg", 8, 12, "2020-12-31").toelichting == ""
    assert salaris("jeugdzorg", 8, 12, "2022-01-01").toelichting == ""


def test_een_regel_uit_een_oudere_indeling_zegt_dat() -> None:
    assert salaris("ghz", 55, 3, "2025-07-01").toelichting == (
        "inpassingsnummer 28; indeling uit de tabel per 2024-12-01; begindatum van deze reeks kan eerder liggen"
    )
    assert salaris("ghz", 35, 3, "2021-06-01").toelichting == "inpassingsnummer 14"


@pytest.mark.parametrize(
    ("cao", "nummer", "dag", "melding"),
    [
        (
            "jeugdzorg",
            8,
            "2018-06-30",
            (
                "CAO Jeugdzorg schaal 8 is niet bekend voor 2018-06-30: dat is vóór de eerste bekende dag. "
                "Dichtstbij bekend: per 2018-07-01 (erna). Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "jeugdzorg",
            7,
            "2018-06-30",
            (
                "CAO Jeugdzorg schaal 7 is niet bekend voor 2018-06-30: dat is vóór de eerste bekende dag. "
                "Dichtstbij bekend: per 2020-01-01 (erna). Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "jeugdzorg",
            1,
            "2024-01-01",
            (
                "CAO Jeugdzorg schaal 1 is niet bekend voor 2024-01-01: de gevonden tabel per 2024-01-01 kent alleen "
                "schaal 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15. Dichtstbij bekend: per 2023-01-01 (ervoor). "
                "Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "ghz",
            45,
            "2023-09-01",
            (
                "CAO Gehandicaptenzorg FWG 45 is niet bekend voor 2023-09-01: de lonen stegen per 2023-09-01, "
                "2023-12-01 en 2024-06-01 en die tabellen zijn niet gevonden "
                "(belastingupdate.nl/financien/cao-gehandicaptenzorg-salarisschalen-2024). Dichtstbij bekend: per "
                "2023-05-01 (ervoor). Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "ghz",
            35,
            "2025-07-01",
            (
                "CAO Gehandicaptenzorg FWG 35 is niet bekend voor 2025-07-01: de gevonden tabel per 2025-07-01 kent "
                "alleen FWG 55, 60, 65; het bedrag van een inpassingsnummer is voor die dag wel bekend. Dichtstbij "
                "bekend: per 2022-05-01 (ervoor). Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "ghz",
            55,
            "2024-11-30",
            (
                "CAO Gehandicaptenzorg FWG 55 is niet bekend voor 2024-11-30: de lonen stegen per 2023-09-01, "
                "2023-12-01 en 2024-06-01 en die tabellen zijn niet gevonden "
                "(belastingupdate.nl/financien/cao-gehandicaptenzorg-salarisschalen-2024). Dichtstbij bekend: per "
                "2024-12-01 (erna). Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
    ],
)
def test_wat_niet_bekend_is_noemt_wat_er_wel_is(cao: str, nummer: int, dag: str, melding: str) -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        schaal(cao, nummer, dag)
    assert str(fout.value) == melding


def test_een_onbekende_periodiek_noemt_de_bekende() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        salaris("jeugdzorg", 8, 14, "2025-03-01")
    assert str(fout.value) == (
        "CAO Jeugdzorg schaal 8 heeft in de tabel per 2025-03-01 geen periodiek '14'. "
        "Bekend zijn: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, U1, U2."
    )


def test_een_onbekende_schaal_noemt_de_bekende() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        salaris("ghz", 70, 0, "2026-01-01")
    assert str(fout.value) == (
        "CAO Gehandicaptenzorg FWG '70' is niet bekend. Bekend zijn: 35, 40, 45, 50, 55, 60, 65."
    )


def test_een_onbekende_schaal_noemt_de_bekende_op_volgorde() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        schaal("jeugdzorg", "schaal 16", "2026-01-01")
    assert str(fout.value) == (
        "CAO Jeugdzorg schaal '16' is niet bekend. "
        "Bekend zijn: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15."
    )


def test_een_onbekende_cao_noemt_de_namen_die_erop_lijken() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        salaris("jeugdzrog", 8, 0, "2026-01-01")
    assert str(fout.value) == "De cao 'jeugdzrog' is niet bekend. Bedoelt u: jeugdzorg of CAO Jeugdzorg?"


@pytest.mark.parametrize(("dag", "bedrag"), [("2024-12-01", "3427"), ("2026-10-31", "3635")])
def test_het_bedrag_van_een_inpassingsnummer(dag: str, bedrag: str) -> None:
    assert inpassingsbedrag(23, dag).waarde == Decimal(bedrag)


def test_een_onbekend_inpassingsnummer_of_een_dag_in_het_gat_is_een_fout() -> None:
    with pytest.raises(
        OnbekendCijfer, match=r"^CAO Gehandicaptenzorg inpassingsnummer '9' is niet bekend. Bekend"
    ):
        inpassingsbedrag(9, "2025-01-01")
    with pytest.raises(OnbekendCijfer, match="die tabellen zijn niet gevonden"):
        inpassingsbedrag("23", "2024-01-01")


def test_een_regel_is_het_bedrag_van_zijn_inpassingsnummer() -> None:
    for dag in ("2024-12-01", "2025-07-01", "2026-05-01", "2026-11-01"):
        assert salaris("ghz", 55, 3, dag).waarde == inpassingsbedrag(28, dag).waarde


@given(st.integers(4, 15), DAGEN)
def test_een_schaal_begint_niet_na_de_gevraagde_dag_en_stijgt(nummer: int, dag: dt.date) -> None:
    try:
        treden = schaal("jeugdzorg", nummer, dag)
    except OnbekendCijfer:
        assert dag < dt.date(2020, 1, 1)
        return
    bedragen = [cijfer.waarde for cijfer in treden]
    assert bedragen == sorted(bedragen)
    assert all(cijfer.geldig_vanaf <= dag for cijfer in treden)
    for cijfer in treden:
        assert cijfer == salaris("jeugdzorg", nummer, cijfer.naam.rpartition(" ")[2], dag)
        assert (dag > dt.date(2025, 3, 1)) == ("laatst gevonden tabel" in cijfer.toelichting)


@given(st.sampled_from([35, 40, 45, 50, 55, 60, 65]), DAGEN)
def test_een_fwg_schaal_is_bekend_of_een_fout_en_nooit_uit_het_gat(fwg: int, dag: dt.date) -> None:
    try:
        treden = schaal("ghz", fwg, dag)
    except OnbekendCijfer as fout:
        melding = str(fout)
        assert str(dag) in melding
        return
    assert not dt.date(2023, 9, 1) <= dag < dt.date(2024, 12, 1)
    assert all(cijfer.geldig_vanaf <= dag for cijfer in treden)
    assert [cijfer.waarde for cijfer in treden] == sorted(cijfer.waarde for cijfer in treden)
