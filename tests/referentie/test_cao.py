"""Rules and functions of the CAO Jeugdzorg."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie import cao_regel, functieschaal, namen
from gezinshuis_tarief.referentie.cao import looptijd, looptijden


@pytest.mark.parametrize(
    ("parameter", "dag", "waarde", "eenheid"),
    [
        ("vakantietoeslag", "2024-01-01", "8", "% van salaris"),
        ("eindejaarsuitkering", "2024-06-01", "8.3", "% van (salaris + opgebouwde vakantietoeslag)"),
        ("gezinshuisouder_fte_per_plaats", "2025-01-01", "0.25", "fte per geplaatste jeugdige (9 u/week)"),
        ("gezinshuisouder_vaste_ort", "2025-01-01", "14", "% van bruto maandsalaris"),
        ("vakantietoeslag_minimum", "2021-12-31", "178.42", "EUR per maand"),
        ("vakantietoeslag_minimum", "2024-06-30", "208.52", "EUR per maand"),
        ("vakantietoeslag_minimum", "2024-07-01", "211.13", "EUR per maand"),
        ("periodiekomvang_schaal_4", "2023-12-31", "3.15", "% per periodiek"),
        ("periodiekomvang_schaal_4", "2024-01-01", "2.74", "% per periodiek"),
    ],
)
def test_regels_van_de_cao(parameter: str, dag: str, waarde: str, eenheid: str) -> None:
    cijfer = cao_regel(parameter, dag)
    assert (cijfer.waarde, cijfer.eenheid) == (Decimal(waarde), eenheid)


def test_een_regel_zegt_het_als_er_geen_latere_is_gevonden() -> None:
    assert cao_regel("vakantietoeslag", "2024-01-01").toelichting == ""
    assert cao_regel("eindejaarsuitkering", "2026-01-01").toelichting == (
        "grondslag is inclusief vakantietoeslag; laatst gevonden tabel (per 2024-01-01); een latere is niet "
        "bekend: controleer of voor 2026-01-01 een nieuwere geldt; "
        "de CAO Jeugdzorg liep tot en met 31 december 2025"
    )


def test_een_afgeleide_regel_is_als_zodanig_herkenbaar() -> None:
    assert cao_regel("arbeidsduur_jaar", "2024-01-01").herkomst is Herkomst.AFGELEID


@pytest.mark.parametrize(
    ("parameter", "dag", "melding"),
    [
        (
            "vakantietoeslag",
            "2023-12-31",
            (
                "De cao-regel vakantietoeslag is niet bekend voor 2023-12-31: dat is vóór de eerste bekende dag. "
                "Dichtstbij bekend: per 2024-01-01 (erna: 8% van salaris). Geef het cijfer zelf op, met de bron "
                "erbij."
            ),
        ),
        (
            "vakantietoeslag_minimum",
            "2022-01-01",
            (
                "De cao-regel vakantietoeslag_minimum is niet bekend voor 2022-01-01: de lonen stegen per 2022-01-01 "
                "en 2023-01-01 en het minimum van die jaren is niet gevonden. Dichtstbij bekend: per 2020-01-01 "
                "(ervoor: 178,42 EUR per maand) en per 2024-01-01 (erna: 208,52 EUR per maand). Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "periodiekomvang_schaal_2",
            "2024-01-01",
            (
                "De cao-regel periodiekomvang_schaal_2 is niet bekend voor 2024-01-01: deze schaal is per 2024-01-01 "
                "vervallen. Dichtstbij bekend: per 2018-07-01 (ervoor: 3,05% per periodiek). Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "vakantietoelage",
            "2024-01-01",
            "De cao-regel 'vakantietoelage' is niet bekend. Bedoelt u: vakantietoeslag of vakantietoeslag_minimum?",
        ),
        (
            "ORT",
            "2024-01-01",
            (
                "De cao-regel 'ORT' is niet bekend. Bedoelt u: ORT_avond of ORT_nacht of ORT_zaterdag of "
                "ORT_zondag_feestdag of gezinshuisouder_vaste_ORT?"
            ),
        ),
    ],
)
def test_wat_niet_bekend_is_noemt_wat_er_wel_is(parameter: str, dag: str, melding: str) -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        cao_regel(parameter, dag)
    assert melding in str(fout.value)


@given(st.sampled_from(namen("cao_regels")), st.dates(dt.date(2017, 1, 1), dt.date(2028, 12, 31)))
def test_een_regel_begint_nooit_na_de_gevraagde_dag(parameter: str, dag: dt.date) -> None:
    try:
        cijfer = cao_regel(parameter, dag)
    except OnbekendCijfer as fout:
        melding = str(fout)
        assert str(dag) in melding
        return
    assert cijfer.geldig_vanaf <= dag


def test_een_gezinshuisouder_heeft_geen_enkele_schaal() -> None:
    functie = functieschaal("gezinshuisouder", "2020-01-01")
    assert (functie.laagste, functie.hoogste, functie.een_schaal) == (7, 10, False)
    assert functie.geldig_vanaf == dt.date(2020, 1, 1)
    assert (
        functie.toelichting == "valt onder functiefamilie Jeugdzorgwerker D-A; niveau hangt af van indeling"
    )


def test_een_cao_die_is_afgelopen_heet_afgelopen() -> None:
    """C3: the end of the cao is a dated fact with a source, and stands at every figure of it beyond that day."""
    (termijn,) = [deel for deel in looptijden() if deel.cao == "CAO Jeugdzorg"]
    assert (termijn.geldig_vanaf, termijn.geldig_tot_en_met) == (dt.date(2024, 1, 1), dt.date(2025, 12, 31))
    assert termijn.herkomst == "bron"
    assert "lad.nl" in termijn.bron
    voorbij = "de CAO Jeugdzorg liep tot en met 31 december 2025"
    assert voorbij not in cao_regel("vakantietoeslag", "2025-12-31").toelichting
    assert cao_regel("vakantietoeslag", "2026-01-01").toelichting.endswith(voorbij)
    assert looptijd("CAO Gehandicaptenzorg", dt.date(2025, 1, 1)) is None
    assert looptijd("CAO Jeugdzorg", dt.date(2023, 12, 31)) is None


def test_een_functie_met_een_schaal() -> None:
    functie = functieschaal("Gedragswetenschapper A", "2026-01-01")
    assert (functie.laagste, functie.hoogste, functie.een_schaal) == (12, 12, True)
    assert functie.toelichting == (
        "laatst gevonden tabel (per 2020-01-01); een latere is niet bekend: "
        "controleer of voor 2026-01-01 een nieuwere geldt"
    )


def test_het_oude_functieboek_geldt_zo_lang_de_gevonden_tekst_loopt() -> None:
    functie = functieschaal("Gezinshuisouder", "2016-12-31")
    assert (functie.laagste, functie.hoogste, functie.toelichting) == (8, 8, "oud functieboek")


@pytest.mark.parametrize(
    ("functie", "dag", "melding"),
    [
        (
            "Gezinshuisouder",
            "2017-01-01",
            (
                "De functieschaal van Gezinshuisouder is niet bekend voor 2017-01-01: de gevonden tekst van het oude "
                "functieboek loopt tot en met 2016. Dichtstbij bekend: per 2014-01-01 (ervoor) en per 2020-01-01 "
                "(erna). Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "Gezinshuisouder",
            "2013-12-31",
            (
                "De functieschaal van Gezinshuisouder is niet bekend voor 2013-12-31: dat is vóór de eerste bekende "
                "dag. Dichtstbij bekend: per 2014-01-01 (erna). Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "Pedagogisch medewerker A",
            "2022-01-01",
            (
                "De functieschaal van Pedagogisch medewerker A is niet bekend voor 2022-01-01: de functie staat niet "
                "in wat van het functieboek per 2020-01-01 is gevonden. Dichtstbij bekend: per 2014-01-01 (ervoor). "
                "Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "Pleegzorgwerker",
            "2024-01-01",
            (
                "De functieschaal van Pleegzorgwerker is niet bekend voor 2024-01-01: de bron "
                "(jeugdzorg-werkt.nl/werkzoekenden/wat-verdien-je-jeugdzorg) noemt schaal 9 zonder begindatum. Vraag "
                "de schaal op zonder peildatum als u dat aanvaardt, of geef hem zelf op, met de bron erbij."
            ),
        ),
        (
            "Therapeut",
            None,
            "De functieschaal van Therapeut is bekend met begindatum (per 2020-01-01): noem een peildatum.",
        ),
        ("gezinsouder", "2024-01-01", "De functie 'gezinsouder' is niet bekend. Bedoelt u: Gezinshuisouder?"),
    ],
)
def test_een_schaal_die_niet_bekend_is_noemt_wat_er_wel_is(
    functie: str, dag: str | None, melding: str
) -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        functieschaal(functie, dag)
    assert str(fout.value) == melding


def test_een_schaal_zonder_begindatum_wordt_alleen_zonder_peildatum_gegeven() -> None:
    functie = functieschaal("Pleegzorgwerker", None)
    assert (functie.laagste, functie.geldig_vanaf, functie.toelichting) == (9, None, "peildatum onbekend")
