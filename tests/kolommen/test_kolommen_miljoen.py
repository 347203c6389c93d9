"""A million random houses, of which twenty thousand are computed exactly as well."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from gezinshuis_tarief import Opbouw, bereken_kolommen, frame_naar_opbouwen, opbouwen_naar_frame
from hulp.wijzen import exact, uit_frame

RIJEN, STEEKPROEF = 1_000_000, 20_000
RONDE_FRACTIES = [0, 0.01, 0.025, 0.03, 0.05, 0.1, 0.125, 0.2, 0.25]


def willekeurig(voorbeeld: Opbouw, rijen: int) -> pd.DataFrame:
    """Houses around the example, rich in half cents: round fractions, amounts in cents, every choice."""
    toeval = np.random.default_rng(20261121)
    deel = {"aandeel": "0.05", "grondslag": "tarief", "vast_bedrag_per_plaats_per_jaar": "1200"}
    blokken = {
        "huisvesting": {**voorbeeld.huisvesting.model_dump(), "vast_bedrag_per_jaar": "15000"},
        "ondersteuning": {**voorbeeld.ondersteuning.model_dump(), "vast_bedrag_per_jaar": "15000"},
    }
    post = [{"naam": "fietsen", "bedrag_per_jaar": "365"}]
    rijk = {**voorbeeld.model_dump(), **blokken, "gelieerde_zorgorganisatie": deel, "eigen_posten": post}
    een = opbouwen_naar_frame([Opbouw.model_validate(rijk)]).iloc[0]
    frame = (
        opbouwen_naar_frame([Opbouw.model_validate(rijk)])
        .iloc[np.zeros(rijen, np.intp)]
        .reset_index(drop=True)
    )
    for sleutel in map(str, frame.select_dtypes("float64")):
        fractie = een[sleutel] <= 0.25 and sleutel != "inkomen_gezinshuisouder.fte_per_plaats"
        keuze = toeval.choice(RONDE_FRACTIES, rijen) if fractie else None
        frame[sleutel] = (
            np.round(een[sleutel] * toeval.uniform(0.6, 1.05, rijen), 2) if keuze is None else keuze
        )
    for sleutel in map(str, frame.select_dtypes("category")):
        soort = frame[sleutel].cat.categories
        frame[sleutel] = pd.Categorical.from_codes(toeval.integers(0, 2, rijen), categories=soort)
    frame["gezinshuis.dagen_per_jaar"] = toeval.choice([365, 366], rijen)
    for zwaarte in ("laag", "midden", "hoog"):
        frame[f"gezinshuis.plaatsen_{zwaarte}"] = toeval.integers(0, 3, rijen)
    frame["gezinshuis.plaatsen_midden"] += frame.filter(like="plaatsen_").iloc[:, :3].sum(axis=1) == 0
    for voorvoegsel in (
        "gelieerde_zorgorganisatie.",
        "eigen_posten[0].",
        "huisvesting.vast",
        "ondersteuning.vast",
    ):
        kolommen = [str(kolom) for kolom in frame if str(kolom).startswith(voorvoegsel)]
        frame.loc[toeval.random(rijen) < 0.5, kolommen] = None
    return frame


@pytest.mark.traag
def test_een_miljoen_rijen_zijn_op_twintigduizend_ervan_gelijk_aan_exact(voorbeeld: Opbouw) -> None:
    frame = willekeurig(voorbeeld, RIJEN)
    uit = bereken_kolommen(frame)
    rijen = np.sort(np.random.default_rng(4).choice(RIJEN, STEEKPROEF, replace=False))
    verschillen = 0
    gevonden = uit_frame(uit.iloc[rijen])
    for rij, verwacht in zip(gevonden, exact(frame_naar_opbouwen(frame.iloc[rijen])), strict=True):
        verschillen += any(rij[sleutel] != bedrag for sleutel, bedrag in verwacht.items())
    assert verschillen == 0
    pd.testing.assert_frame_equal(bereken_kolommen(frame, gecompileerd=True), uit)


def test_een_klein_deel_van_dezelfde_huizen(voorbeeld: Opbouw) -> None:
    frame = willekeurig(voorbeeld, 300)
    for rij, verwacht in zip(
        uit_frame(bereken_kolommen(frame)), exact(frame_naar_opbouwen(frame)), strict=True
    ):
        assert rij.items() >= verwacht.items()
