"""A hostile file of figures: every objection at once, each with row, column, value, what is allowed and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import numpy as np
import pytest

from gezinshuis_tarief import InvoerFout
from gezinshuis_tarief.referentie import indexcijfer, werkgeverspremie
from gezinshuis_tarief.referentie.eigen.csvtekst import lees_csv
from gezinshuis_tarief.referentie.eigen.lezen import cijferset_uit, cijferset_van

GOED: dict[str, object] = {
    "naam": "AWf_laag",
    "waarde": "2.74",
    "geldig_vanaf": "2026-01-01",
    "bron": "brief",
}
SALARIS: dict[str, object] = {
    "schaal": "8",
    "periodiek": "U1",
    "waarde": "4000",
    "geldig_vanaf": "2026-01-01",
    "bron": "akkoord",
}


def geweigerd(*rijen: Mapping[str, object]) -> list[str]:
    with pytest.raises(InvoerFout) as fout:
        cijferset_uit(rijen)
    return str(fout.value).splitlines()


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        (
            {"waarde": "0.0274"},
            'meer dan -100 tot en met 100 (% van premieloon). Schrijf "2.74%" of "0.0274%".',
        ),
        ({"waarde": 0.0274}, "rij 1, waarde: 0.0274 is op twee manieren te lezen. Toegestaan: meer dan -100"),
        ({"waarde": "2,74"}, 'Schrijf een punt als decimaalteken: "2.74".'),
        ({"waarde": "2,74%"}, 'Schrijf een punt als decimaalteken: "2.74%".'),
        ({"waarde": "0,0274"}, 'Schrijf een punt als decimaalteken: "2.74%" of "0.0274%".'),
        ({"waarde": "veel"}, 'rij 1, waarde: "veel" is geen getal'),
        ({"waarde": True}, "rij 1, waarde: true is geen getal"),
        ({"waarde": "101"}, 'rij 1, waarde: "101" ligt buiten de grenzen. Toegestaan: meer dan -100'),
        ({"waarde": ""}, "rij 1, waarde: is nog niet ingevuld. Vul een waarde in, of laat de regel weg."),
        ({"waarde": float("nan")}, "rij 1, waarde: is nog niet ingevuld."),
        ({"bedrag": "2.74"}, "rij 1, waarde en bedrag: staan er allebei."),
        ({"waarde": "=1+1"}, 'rij 1, waarde: "=1+1" is een formule. Schrijf de uitkomst zelf.'),
        ({"bron": "@som"}, 'rij 1, bron: "@som" is een formule.'),
        ({"bron": " "}, "rij 1, bron: ontbreekt. Zeg waar het cijfer staat."),
        ({"naam": "AWf_lag"}, 'rij 1, naam: "AWf_lag" is geen bekend cijfer. Toegestaan: een naam uit'),
        ({"naam": "awf-laag"}, "Bedoelt u AWf_laag?"),
        ({"naam": ""}, "rij 1: noemt geen cijfer. Toegestaan: precies één van naam, premie,"),
        ({"premie": "AWf_laag"}, "rij 1: noemt meer dan één cijfer (naam, premie)."),
        ({"geldig_vanaf": ""}, "rij 1, geldig_vanaf: ontbreekt. Toegestaan: jjjj-mm-dd"),
        (
            {"geldig_vanaf": "1-2-2026"},
            'is geen bestaande datum. Toegestaan: jjjj-mm-dd, bijvoorbeeld 2026-01-01. Schrijf "2026-02-01".',
        ),
        ({"geldig_vanaf": "20260201"}, 'Schrijf "2026-02-01".'),
        ({"geldig_vanaf": "30-2-2026"}, '"30-2-2026" is geen bestaande datum.'),
        ({"geldig_vanaf": "2026"}, '"2026" is geen bestaande datum.'),
        (
            {"geldig_vanaf": "1066-01-01"},
            "ligt buiten de grenzen. Toegestaan: de jaren 1900 tot en met 2200.",
        ),
        (
            {"status": "brun"},
            'rij 1, status: "brun" is geen keuze. Toegestaan: bron, afgeleid, aanname. Bedoelt u bron?',
        ),
        ({"eenheid": "EUR"}, 'rij 1, eenheid: "EUR" is een andere eenheid. Toegestaan: % van premieloon.'),
        ({"naam": "OVA"}, "rij 1, stand: ontbreekt. Schrijf voorlopig of definitief"),
        (
            {"naam": "OVA", "stand": "voorlopig", "geldig_vanaf": "2026-07-01"},
            'is geen eerste dag van een jaar. Een indexcijfer geldt een heel jaar: schrijf "2026-01-01".',
        ),
        ({"naam": "AOW_franchise", "waarde": "17.283"}, 'Schrijf "17283" of "17.2830".'),
        (
            {"naam": "AOW_franchise", "waarde": "-1"},
            "ligt buiten de grenzen. Toegestaan: 0 of meer (EUR per jaar",
        ),
        ({"naam": "arbeidsduur_jaar", "waarde": "x"}, '"x" is geen getal. Toegestaan: 0 of meer (uur'),
        ({"kleur": "rood"}, "kolom kleur: is geen bekende kolom."),
        ({"waaarde": "1"}, "Bedoelt u waarde?"),
        ({"": "x"}, "kolom (zonder naam): is geen bekende kolom."),
    ],
)
def test_elk_bezwaar_noemt_plek_waarde_en_wat_wel_mag(anders: dict[str, object], melding: str) -> None:
    assert melding in "\n".join(geweigerd(GOED | anders))


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"cao": "CAO Gehandicaptenzorg"}, 'rij 1, cao: "CAO Gehandicaptenzorg" heeft geen eigen schalen.'),
        ({"schaal": "20"}, 'rij 1, schaal: "20" is geen bekende schaal. Toegestaan: 1, 2,'),
        ({"periodiek": "hoog"}, 'rij 1, periodiek: "HOOG" is geen periodiek.'),
        ({"periodiek": ""}, "rij 1, periodiek: is geen periodiek."),
    ],
)
def test_een_trede_die_niet_bestaat_wordt_geweigerd(anders: dict[str, object], melding: str) -> None:
    assert geweigerd(SALARIS | anders)[0].startswith(melding)


def test_alle_bezwaren_tegelijk_ook_naast_een_onbekende_naam() -> None:
    meldingen = geweigerd(
        GOED | {"naam": "zzz", "waarde": "2,7", "bron": "", "geldig_vanaf": "gisteren"},
        GOED | {"waarde": "0.01", "status": "x"},
        GOED,
    )
    plekken = [melding.split(":")[0] for melding in meldingen]
    assert plekken == [
        "rij 1, naam",
        "rij 1, geldig_vanaf",
        "rij 1, bron",
        "rij 1, waarde",
        "rij 2, status",
        "rij 2, waarde",
    ]


@pytest.mark.parametrize("waarde", ["0.02%", "2.7%"])
def test_een_percentage_bij_een_onbekende_naam_is_geen_tweede_bezwaar(waarde: str) -> None:
    assert len(geweigerd(GOED | {"naam": "zzz", "waarde": waarde})) == 1


def test_ontbrekende_kolommen_worden_samen_genoemd_met_wat_in_de_rijen_al_te_zien_is() -> None:
    assert [
        melding.split(". ")[0] for melding in geweigerd({"kleur": "rood", "stand": ""}, {"status": "x"})
    ] == [
        "kolom kleur: is geen bekende kolom",
        "kolom bron: ontbreekt",
        "kolom geldig_vanaf: ontbreekt",
        "kolom naam: ontbreekt",
        "kolom waarde: ontbreekt",
        'rij 2, status: "x" is geen keuze',
    ]


def test_twee_waarden_voor_hetzelfde_cijfer_worden_geweigerd_en_twee_keer_dezelfde_niet() -> None:
    assert geweigerd(GOED, GOED | {"premie": "awf_LAAG", "naam": "", "waarde": "2.80"}) == [
        "rij 1 en rij 2: 2.74 en 2.80 zijn twee waarden voor AWf_laag per 2026-01-01. Laat een van beide weg."
    ]
    assert len(cijferset_uit([GOED, GOED | {"waarde": "2.740"}])) == 1
    jeugd = {"leeftijd_van": "0", "per_dag": "25", "geldig_vanaf": "2025-01-01", "bron": "x"}
    assert (
        "25 en 26 zijn twee waarden voor 0 per 2025-01-01" in geweigerd(jeugd, jeugd | {"per_dag": "26"})[0]
    )
    toeslag = GOED | {"naam": "pleegvergoeding_toeslag", "waarde": "5"}
    assert "voor pleegvergoeding_toeslag per" in geweigerd(toeslag, toeslag | {"waarde": "6"})[0]


def test_geen_rijen_is_geen_set() -> None:
    assert geweigerd() == ["invoer: heeft geen cijfers. Schrijf een regel per cijfer."]
    assert len(cijferset_uit([dict.fromkeys(GOED), GOED])) == 1


@pytest.mark.parametrize(
    "waarde", ["0.0274%", "2.74%", " 2.74 % ", 2.74, Decimal("2.74"), np.float64(2.74), np.int64(2)]
)
def test_advies_en_getallen_van_elke_soort_worden_aanvaard(waarde: object) -> None:
    with cijferset_uit([GOED | {"waarde": waarde}]):
        verwacht = Decimal(str(waarde).strip(" %"))
        assert werkgeverspremie("AWf_laag", "2026-01-01").waarde == verwacht


def test_een_premie_die_zelf_klein_is_mag_met_haar_eenheid_zonder_procentteken_tot_een_tiende() -> None:
    klein = GOED | {"naam": "Wko_opslag", "eenheid": "%"}
    with cijferset_uit([klein | {"waarde": "0.4"}]):
        assert werkgeverspremie("Wko_opslag", "2026-01-01").waarde == Decimal("0.4")
    assert '"5%" of "0.05%"' in geweigerd(klein | {"waarde": "0.05"})[0]
    assert '"40%" of "0.4%"' in geweigerd(klein | {"waarde": "0.4", "eenheid": ""})[0]
    assert '"40%" of "0.4%"' in geweigerd(klein | {"waarde": "0.4", "naam": "OP_premie"})[0]


def test_een_dag_mag_een_datum_zijn_en_een_eenheid_korter() -> None:
    rij = GOED | {"geldig_vanaf": dt.date(2026, 1, 1), "eenheid": "%"}
    with cijferset_uit([rij]):
        assert werkgeverspremie("AWf_laag", "2026-01-01").eenheid == "% van premieloon"


def test_een_eigen_indexreeks_en_een_eigen_stand() -> None:
    rij = {
        "reeks": "huurindex",
        "stand": "Raming",
        "waarde": "3.3",
        "geldig_vanaf": "2026-01-01",
        "bron": "contract",
    }
    with cijferset_uit([rij, rij | {"reeks": "ova", "stand": "Definitief"}], "Regio"):
        assert indexcijfer("huurindex", 2026, "raming").eenheid == "%"
        assert indexcijfer("OVA", 2026).stand == "definitief"


def test_de_naam_van_de_set_staat_per_rij_of_is_die_van_het_bestand() -> None:
    rijen = [GOED | {"cijferset": "Regio A"}, GOED | {"naam": "Aof_laag", "waarde": "6", "cijferset": ""}]
    eigen = cijferset_uit(rijen, "bestand")
    assert eigen.naam == "Regio A en bestand"
    with eigen:
        assert werkgeverspremie("Aof_laag", "2026-01-01").bron == "brief (eigen cijfers: bestand)"


def van_csv(tekst: str) -> object:
    return cijferset_van(lees_csv(tekst.encode(), "regio.csv"), "regio")


def test_een_bestand_met_puntkommas_heeft_een_decimale_komma() -> None:
    kop = "geldig_vanaf;naam;waarde;bron\n"
    eigen = cijferset_van(
        lees_csv(
            f"\ufeff{kop}2026-01-01;AWf_laag;2,8%;x\r\n2026-01-01;max_premieloon;80.000,50;x\r\n".encode(),
            "x",
        ),
        "x",
    )
    with eigen:
        assert werkgeverspremie("AWf_laag", "2026-01-01").waarde == Decimal("2.8")
        assert werkgeverspremie("max_premieloon", "2026-01-01").waarde == Decimal("80000.5")
    with pytest.raises(InvoerFout) as fout:
        van_csv(
            kop
            + "2026-01-01;AWf_laag;0,028;x\n2026-01-01;Aof_laag;6.2;x\n2026-01-01;max_premieloon;80.000;x\n"
        )
    assert [bezwaar.remedie for bezwaar in fout.value.bezwaren] == [
        'Schrijf "2,8%" of "0,028%".',
        'Schrijf een komma als decimaalteken: "6,2".',
        'Schrijf "80000" of "80,000".',
    ]
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [f"regel {n}, waarde" for n in (2, 3, 4)]
