"""Components of one's own as data, for tests."""

from __future__ import annotations

from typing import Any, Final

from gezinshuis_tarief import EigenPost, Loonkosten, Opbouw, onderdeel, voorbeeld_2026

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
EIGEN_OVERHEAD: Final[dict[str, Any]] = {
    "plek": "overhead",
    "uitleg": "Een opslag met een bodem en een plafond.",
    "invoer": {
        "opslag": {"omschrijving": "opslag", "eenheid": "fractie", "minstens": "0", "hoogstens": "1"},
        "bodem": {"omschrijving": "minste bedrag", "eenheid": "€ per etmaal", "minstens": "0"},
        "plafond": {
            "omschrijving": "meeste bedrag",
            "eenheid": "€ per etmaal",
            "mag_leeg": True,
            "minstens": "0",
        },
    },
    "stappen": {
        "naar_rato": {
            "eenheid": "€ per etmaal",
            "formule": "MAX(AFRONDEN(directe_kosten * opslag; 2); bodem)",
        },
        "grens": {"eenheid": "€ per etmaal", "formule": "ALS(ISGETAL(plafond); plafond; naar_rato)"},
    },
    "uitkomst": "MIN(naar_rato; grens)",
}
EIGEN_HUISVESTING: Final[dict[str, Any]] = {
    "plek": "huisvesting",
    "uitleg": "Huur per plaats, of voor het hele huis.",
    "invoer": {
        "huur": {"omschrijving": "huur", "eenheid": "€ per jaar", "minstens": "0"},
        "huur_per_plaats": {
            "omschrijving": "huur per plaats",
            "eenheid": "€ per plaats per jaar",
            "minstens": "0",
        },
        "wijze": {"omschrijving": "waarvoor de huur geldt", "keuzes": ["1 huis", "Per plaats"]},
        "afspraak": {"omschrijving": "waar het staat", "tekst": 200},
    },
    "uitkomst": 'ALS(wijze = "1 huis"; huur; huur_per_plaats * huis.plaatsen)',
}


def eigen_klassen() -> dict[str, Any]:
    """Return the class of every definition here, by name."""
    alle = {
        "Vervoer": VERVOER,
        "Medewerker": MEDEWERKER,
        "EigenLeegstand": EIGEN_LEEGSTAND,
        "EigenOverhead": EIGEN_OVERHEAD,
        "EigenHuisvesting": EIGEN_HUISVESTING,
    }
    return {naam: onderdeel(naam, **definitie) for naam, definitie in alle.items()}


def met_alles_eigen() -> Opbouw:
    """Return the example with a component of one's own of every kind, with every kind of input and formula."""
    k = eigen_klassen()
    loon = Loonkosten.uit_cao("CAO Jeugdzorg", schaal=7, periodiek=5, peildatum="2026-01-01")
    return voorbeeld_2026().met(
        {
            "leegstand": k["EigenLeegstand"](bezettingsgraad="0.95", grondslag="vaste_kosten"),
            "overhead": k["EigenOverhead"](opslag="0.1", bodem="5", plafond=None),
            "huisvesting": k["EigenHuisvesting"](
                huur="30000", huur_per_plaats="6000", wijze="Per plaats", afspraak="1-2\n=HYPERLINK(1)"
            ),
            "eigen_posten": [
                k["Vervoer"](naam="vervoer", ritten_per_jeugdige="120", prijs_per_rit="7.50"),
                EigenPost(naam="tuin", bedrag_per_jaar="365"),
                k["Medewerker"](naam="medewerker", fte="0.2", loon=loon),
                k["Vervoer"](naam="school", ritten_per_jeugdige="40", prijs_per_rit="2.50"),
            ],
        },
        reden="proef",
    )
