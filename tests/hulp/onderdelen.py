"""Components of one's own as data, for tests."""

from __future__ import annotations

from typing import Any, Final

VERVOER: Final[dict[str, Any]] = {
    "plek": "eigen_posten",
    "uitleg": "Ritten per jeugdige maal de prijs van een rit.",
    "invoer": {
        "ritten_per_jeugdige": {
            "omschrijving": "ritten per jeugdige per jaar",
            "eenheid": "aantal",
            "minstens": "0",
        },
        "prijs_per_rit": {"omschrijving": "prijs van een rit", "eenheid": "€ per stuk", "minstens": "0"},
    },
    "uitkomst": "huis.plaatsen * ritten_per_jeugdige * prijs_per_rit",
}
EIGEN_LEEGSTAND: Final[dict[str, Any]] = {
    "plek": "leegstand",
    "uitleg": "Leegstand als deel van de kosten.",
    "invoer": {
        "bezettingsgraad": {
            "omschrijving": "deel van de plaatsdagen dat bezet is",
            "eenheid": "fractie",
            "meer_dan": "0",
            "hoogstens": "1",
        },
        "grondslag": {
            "omschrijving": "kosten waarover leegstand telt",
            "keuzes": ["kostprijs", "vaste_kosten"],
        },
    },
    "stappen": {
        "grondslag": {
            "eenheid": "€ per etmaal",
            "formule": 'ALS(grondslag = "kostprijs"; kostprijs; vaste_kosten)',
        }
    },
    "uitkomst": "grondslag * (1 - bezettingsgraad)",
}
MEDEWERKER: Final[dict[str, Any]] = {
    "plek": "eigen_posten",
    "uitleg": "Deel van een fte op de loonlijst.",
    "invoer": {
        "fte": {"omschrijving": "aanstelling", "eenheid": "fte", "minstens": "0"},
        "loon": {"omschrijving": "loonkosten", "onderdeel": "loonkosten"},
    },
    "uitkomst": "fte * loon.loonkosten",
}
