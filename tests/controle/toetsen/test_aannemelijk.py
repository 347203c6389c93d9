"""C2, C9: an absurd quote ends in a question that names bouwsteen and band; a sound one does not."""

from __future__ import annotations

from typing import Any

import pytest

from gezinshuis_tarief import Ernst, Opbouw, controleer, voorbeeld_2026
from hulp.invoer import ONDERNEMER

OUDER, GW = "inkomen_gezinshuisouder", "gedragswetenschapper"
ETMALEN = "vervanging_logeren.vervangingsetmalen_per_jaar"
ABSURD: dict[str, tuple[dict[str, Any], str, str]] = {
    "marge van 45%": ({"winst_marge.percentage": "0.45"}, "Winst/marge: 45%", "hoogstens 7%"),
    "overhead van 60%": ({"overhead.opslag": "0.60"}, "Overhead: 60%", "5% tot en met 30% (aanname)"),
    "bezetting van 60%": ({"leegstand.bezettingsgraad": "0.60"}, "Leegstand: 60%", "minstens 80% (aanname)"),
    "uurtarieven van € 10": (
        {"ondersteuning.huishoudelijk_uurtarief": 10, "ondersteuning.pedagogisch_uurtarief": 10},
        "Ondersteuning: € 10,00 per uur",
        "minstens het minimumloon: € 14,71 per uur",
    ),
    "twee dagen vervanging": ({ETMALEN: 2}, "Vervanging/logeren: 2 etmalen per jaar", "minstens 28 etmalen"),
    "geen huisvesting": (
        {
            f"huisvesting.{deel}": 0
            for deel in (
                "woonlasten_per_jaar",
                "energie_en_heffingen_per_jaar",
                "onderhoud_en_inventaris_per_jaar",
            )
        },
        "Huisvesting: € 0,00",
        "€ 0,01 tot en met € 27,64",
    ),
    "huisvesting van € 150.000": (
        {"huisvesting.woonlasten_per_jaar": 150000},
        "Huisvesting: € 70,25",
        "€ 0,01 tot en met € 27,64",
    ),
    "laag duurder dan hoog": (
        {"zorgzwaarte.toeslag_per_etmaal_laag": 100},
        "Zorgzwaarte: laag € 268,81 is € 108,47 duurder dan midden € 160,34",
        "laag hoogstens € 160,34",
    ),
    "acht plaatsen midden en hoog": (
        {"gezinshuis.plaatsen_laag": 0, "gezinshuis.plaatsen_midden": 4, "gezinshuis.plaatsen_hoog": 4},
        "Gezinshuis: 8 plaatsen samen",
        "hoogstens 4 plaatsen",
    ),
    "overhead verstopt in een vast bedrag": (
        {"overhead.opslag": 0, "overhead.vast_bedrag_per_plaats_per_jaar": 40000},
        "Overhead: ",
        "hoogstens 30% (aanname)",
    ),
    "een gedragswetenschapper die nooit vrij is": (
        {f"{GW}.productieve_uren_per_jaar": 1872},
        "Gedragswetenschapper: 1.872 uur per jaar",
        "1.320 tot en met 1.450 uur per jaar (aanname)",
    ),
    "een salaris onder het minimumloon": (
        {f"{OUDER}.loon.bruto_maandsalaris": 1500},
        "Inkomen gezinshuisouder(s): € 1.500,00 per maand, € 9,62 per uur",
        "minimumloon: € 14,71",
    ),
    "een AOV van 25%": (
        {OUDER: ONDERNEMER | {"aov_premie": "0.25"}},
        "Inkomen gezinshuisouder(s): 25%",
        "4% tot en met 9% (aanname)",
    ),
    "alleen bij hoog bijna leeg": (
        {"hoog.leegstand.bezettingsgraad": "0.5"},
        "Leegstand: 50%",
        "minstens 80%",
    ),
}
GEZOND: dict[str, dict[str, Any]] = {
    "het voorbeeld": {},
    "drie plaatsen": {"gezinshuis.plaatsen_laag": 0},
    "vijf plaatsen midden": {
        "gezinshuis.plaatsen_laag": 1,
        "gezinshuis.plaatsen_midden": 4,
        "gezinshuis.plaatsen_hoog": 0,
    },
    "zes plaatsen laag": {
        "gezinshuis.plaatsen_laag": 6,
        "gezinshuis.plaatsen_midden": 0,
        "gezinshuis.plaatsen_hoog": 0,
    },
    "twee plaatsen hoog": {
        "gezinshuis.plaatsen_laag": 0,
        "gezinshuis.plaatsen_midden": 0,
        "gezinshuis.plaatsen_hoog": 2,
    },
    "een ondernemer": {OUDER: ONDERNEMER},
    "ruime vervanging": {ETMALEN: 76},
    "ouders regelen zelf vervanging": {ETMALEN: 0, f"{OUDER}.vervangingsfactor": "1.1666666666"},
    "een eigen bedrag voor wonen": {"huisvesting.vast_bedrag_per_jaar": 18000},
    "zuinige overhead en marge": {"overhead.opslag": "0.06", "winst_marge.percentage": "0.01"},
    "ruime overhead": {"overhead.opslag": "0.25", "winst_marge.percentage": "0.05"},
    "met een gelieerde organisatie": {
        "gelieerde_zorgorganisatie": {
            "aandeel": "0.05",
            "grondslag": "tarief",
            "vast_bedrag_per_plaats_per_jaar": 0,
        }
    },
    "een lagere bezetting": {"leegstand.bezettingsgraad": "0.88"},
}


def _vragen(wijzigingen: dict[str, Any]) -> list[tuple[Ernst, str, str, str]]:
    opbouw = voorbeeld_2026()
    opbouw = opbouw.met(wijzigingen, reden="geval") if wijzigingen else opbouw
    return [
        (b.ernst, b.gevonden, b.norm, b.bron)
        for b in controleer(opbouw)
        if b.code.startswith(("AAN-", "HUI-")) and b.ernst is not Ernst.OPMERKING
    ]


@pytest.mark.parametrize("naam", ABSURD)
def test_een_absurde_offerte_krijgt_een_vraag_met_bouwsteen_en_band(naam: str) -> None:
    wijzigingen, bouwsteen, band = ABSURD[naam]
    vragen = _vragen(wijzigingen)
    assert any(bouwsteen in gevonden and band in norm and bron for _, gevonden, norm, bron in vragen), vragen


@pytest.mark.parametrize("naam", GEZOND)
def test_een_gezond_huis_krijgt_geen_enkele_waarschuwing_over_banden(naam: str) -> None:
    assert _vragen(GEZOND[naam]) == []


def test_een_eigen_bedrag_wordt_niet_gemeten_naar_invoer_die_niet_telt(voorbeeld: Opbouw) -> None:
    vast = voorbeeld.met({"vervanging_logeren.vast_bedrag_per_jaar": 9000, ETMALEN: 2})
    assert {"AAN-08", "AAN-09"}.isdisjoint({b.code for b in controleer(vast)})


def test_een_dag_zonder_minimumloon_is_niet_getoetst_en_zegt_dat(voorbeeld: Opbouw) -> None:
    gevonden = {b.code: b for b in controleer(voorbeeld, peildatum="2031-01-01")}
    assert gevonden["AAN-05"].ernst is Ernst.WAARSCHUWING
    assert gevonden["AAN-05"].gevonden.startswith("niet getoetst")


def test_een_huis_zonder_kosten_heeft_geen_deel_dat_overhead_is(voorbeeld: Opbouw) -> None:
    nul: dict[str, object] = {f"{blok}.vast_bedrag_per_jaar": 0 for blok in list(Opbouw.model_fields)[1:7]}
    nul |= {"overhead.opslag": 0, "overhead.contracteisen_per_jaar": 0}
    uren = {w.sleutel: 0 for w in voorbeeld.waarden() if w.sleutel.startswith("zorgzwaarte.extra")}
    assert "AAN-03" not in {b.code for b in controleer(voorbeeld.met(nul | uren))}
