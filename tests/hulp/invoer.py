"""Inputs: pay and a house to calculate by hand, an opbouw without costs, and one value changed."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

from gezinshuis_tarief import Huismaten, Loonkosten
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES
from gezinshuis_tarief.kern.velden import lees_euro

KOSTENBLOKKEN = (
    "inkomen_gezinshuisouder",
    "gedragswetenschapper",
    "ondersteuning",
    "vervanging_logeren",
    "verzorgingskosten",
    "huisvesting",
)


HUIS = Huismaten(plaatsen=Decimal(4), plaatsdagen=Decimal(1460), dagen=365, weken=Decimal(52))
"""A house with four places, 365 days and 52 weeks."""

LOON = Loonkosten(
    bruto_maandsalaris="2000",
    onregelmatigheidstoeslag="0.10",
    vakantietoeslag="0.08",
    eindejaarsuitkering="0.05",
    werkgeverspremies="0.20",
    maximum_premieloon="25000",
    pensioenpremie_werkgever="0.125",
    pensioenfranchise="9616",
)
"""Pay that is easy to work out by hand: 37.116 euro per fte per year.

brutojaarloon 12 × 2.000 × (1,08 × 1,05 + 0,10) = 24.000 × 1,234 = 29.616;
premies 0,20 × 25.000 (het maximum) = 5.000; pensioen 0,125 × (29.616 − 9.616) = 2.500.
"""


def met_waarde(invoer: dict[str, Any], sleutel: str, waarde: object) -> dict[str, Any]:
    """Return a copy of an input in JSON shape with another value at a dotted key."""
    nieuw = copy.deepcopy(invoer)
    tak: Any = nieuw
    *pad, laatste = sleutel.split(".")
    for deel in pad:
        tak = tak[int(deel)] if deel.isdigit() else tak[deel]
    tak[int(laatste) if laatste.isdigit() else laatste] = waarde
    return nieuw


def loon_nul() -> dict[str, str]:
    """Loonkosten that come to nothing."""
    return {
        "bruto_maandsalaris": "0",
        "onregelmatigheidstoeslag": "0",
        "vakantietoeslag": "0",
        "eindejaarsuitkering": "0",
        "werkgeverspremies": "0",
        "maximum_premieloon": "0",
        "pensioenpremie_werkgever": "0",
        "pensioenfranchise": "0",
    }


def invoer_nul(plaatsen: int = 4) -> dict[str, Any]:
    """An opbouw in JSON shape in which every cost is zero: a test fills in only what it is about."""
    nullen = {
        "ondersteuning": (
            "huishoudelijke_uren_per_week",
            "huishoudelijk_uurtarief",
            "pedagogische_uren_per_week",
            "pedagogisch_uurtarief",
            "overige_kosten_per_jaar",
        ),
        "vervanging_logeren": (
            "vervangingsetmalen_per_jaar",
            "kosten_per_vervangingsetmaal",
            "logeeretmalen_per_jeugdige_per_jaar",
            "kosten_per_logeeretmaal",
        ),
        "verzorgingskosten": ("bedrag_per_jeugdige_per_dag", "bijzondere_kosten_per_jeugdige_per_jaar"),
        "huisvesting": (
            "woonlasten_per_jaar",
            "energie_en_heffingen_per_jaar",
            "onderhoud_en_inventaris_per_jaar",
            "aandeel_zorg",
        ),
        "overhead": ("opslag", "contracteisen_per_jaar", "vast_bedrag_per_plaats_per_jaar"),
        "winst_marge": ("percentage",),
        "zorgzwaarte": tuple(
            f"{veld}_{zwaarte}"
            for zwaarte in ZORGZWAARTES
            for veld in (
                "extra_uren_gedragswetenschapper_per_week",
                "extra_uren_begeleiding_per_week",
                "toeslag_per_etmaal",
            )
        ),
    }
    invoer: dict[str, Any] = {deel: dict.fromkeys(velden, "0") for deel, velden in nullen.items()}
    invoer["gezinshuis"] = {"plaatsen_laag": plaatsen, "plaatsen_midden": 0, "plaatsen_hoog": 0}
    invoer["inkomen_gezinshuisouder"] = {
        "fte_per_plaats": "0.25",
        "vervangingsfactor": "1",
        "loon": loon_nul(),
        "overige_kosten_per_fte": "0",
    }
    invoer["gedragswetenschapper"] = {
        "uren_per_jeugdige_per_week": "0",
        "loon": loon_nul(),
        "productieve_uren_per_jaar": "1400",
    }
    invoer["overhead"]["grondslag"] = "directe_kosten"
    invoer["leegstand"] = {"bezettingsgraad": "1", "grondslag": "kostprijs"}
    invoer["winst_marge"]["grondslag"] = "tarief"
    return invoer


def bedragtekst(bedrag: Decimal) -> str:
    """Write an amount as text that can be read in one way only: never with exactly three decimals."""
    return str(lees_euro(bedrag))
