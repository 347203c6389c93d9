"""An opbouw with one formula of its own, and rows of inputs for it that are rich in half cents."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import assume

from gezinshuis_tarief import InvoerFout, Opbouw, naar_json, onderdeel, van_json, voorbeeld_2026
from hulp.formules import EIGEN_INVOER

VOORBEELD = voorbeeld_2026()
RIJEN = 24
HALF = [round(half * 7.3, 2) for half in range(1, 40, 2)]
"""Amounts a year that are an odd number of half cents per etmaal in a house of four."""
BEDRAGEN = {
    "€ per jaar": [*HALF, 0.0, 0.005, 1.115, 1460.0, 12345.67, 1e6, 0.0049999999],
    "€ per etmaal": [0.0, 0.005, 0.015, 1.115, 12.34, 3.3333333333, 250.0],
}


def basis_met(plek: str, formule: str) -> Opbouw:
    """Return an opbouw with one component of its own, as data read from JSON."""
    try:
        klasse = onderdeel("Proef", plek=plek, invoer=EIGEN_INVOER[plek], uitkomst=formule)
    except InvoerFout as fout:
        assert "nodig hebben" in str(fout)  # noqa: PT017 (only for too many digits is a drawn formula refused)
        assume(False)  # noqa: FBT003 (hypothesis has it so)
    waarden = {"bedrag": "1460", "ander": "7.30", "deel": "0.5", "keuze": "hoog"}
    deel = klasse(naam="proef", **waarden) if plek == "eigen_posten" else klasse(**waarden)
    delen = {plek: [deel] if plek == "eigen_posten" else deel}
    return van_json(naar_json(VOORBEELD.met(delen, reden="proef")))


def rijen_voor(plek: str, zaad: int) -> pd.DataFrame:
    """Return rows that vary the inputs of the component, and some of the standard ones."""
    toeval = np.random.default_rng(zaad)
    deel = "eigen_posten[0]" if plek == "eigen_posten" else plek
    bedragen = BEDRAGEN[EIGEN_INVOER[plek]["bedrag"]["eenheid"]]
    return pd.DataFrame(
        {
            f"{deel}.bedrag": toeval.choice(bedragen, RIJEN),
            f"{deel}.ander": toeval.choice(bedragen, RIJEN),
            f"{deel}.deel": toeval.choice([0.5, 0.25, 0.95, 1.0, 0.333, 0.01], RIJEN),
            f"{deel}.keuze": toeval.choice(["hoog", "laag"], RIJEN),
            "gezinshuis.plaatsen_midden": toeval.integers(0, 4, RIJEN),
            "verzorgingskosten.vast_bedrag_per_jaar": toeval.choice([np.nan, *HALF], RIJEN),
            "winst_marge.percentage": toeval.choice([0.0, 0.03, 0.125], RIJEN),
        }
    )
