"""Grids and samples."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from gezinshuis_tarief import (
    Driehoek,
    Gelijkmatig,
    InvoerFout,
    Keuze,
    Normaal,
    Opbouw,
    bereken_kolommen,
    frame_naar_opbouwen,
    opbouwen_naar_frame,
    raster,
    steekproef,
)
from gezinshuis_tarief.scenarios.verdelingen import Verdeling
from hulp.wijzen import uit_frame

BEZETTING, OPSLAG = "leegstand.bezettingsgraad", "overhead.opslag"


def test_een_rooster_heeft_elke_combinatie_en_alleen_wat_verandert(voorbeeld: Opbouw) -> None:
    frame = raster(
        voorbeeld,
        {BEZETTING: ["0.90", 0.95], "leegstand.grondslag": ["kostprijs", "vaste_kosten"], OPSLAG: [0]},
    )
    assert frame.columns.tolist() == [BEZETTING, "leegstand.grondslag", OPSLAG]
    assert frame.to_numpy().tolist() == [
        [0.9, "kostprijs", 0],
        [0.9, "vaste_kosten", 0],
        [0.95, "kostprijs", 0],
        [0.95, "vaste_kosten", 0],
    ]
    for rij, uitkomst in zip(
        frame.to_dict("records"), uit_frame(bereken_kolommen(frame, basis=voorbeeld)), strict=True
    ):
        wijzigingen = {str(k): v if isinstance(v, str) else repr(v) for k, v in rij.items()}
        verwacht = voorbeeld.met(wijzigingen, reden="raster").bereken()
        assert uitkomst["uitkomst.hoog.tarief"] == verwacht["hoog"].per_etmaal


@pytest.mark.parametrize(
    ("waarden", "tekst"),
    [
        ({"leegstand.bezetting": [1]}, "leegstand.bezetting: is geen bekende sleutel. Bedoelt u leegstand."),
        (
            {BEZETTING: ["95%"]},
            "is een percentage als tekst. Toegestaan: groter dan 0 en hoogstens 1 (fractie).",
        ),
        (
            {"leegstand.grondslag": ["tarief"]},
            '"tarief" is geen keuze. Toegestaan: kostprijs of vaste_kosten.',
        ),
        ({"eigen_posten[0].naam": ["x"]}, "eigen_posten[0].naam: is een tekst en kan niet variëren."),
    ],
)
def test_een_rooster_van_wat_niet_kan_veranderen_wordt_geweigerd(
    voorbeeld: Opbouw, waarden: dict[str, list[str]], tekst: str
) -> None:
    with pytest.raises(InvoerFout) as vangst:
        raster(voorbeeld, waarden)
    assert tekst in str(vangst.value)


VERDELINGEN: dict[str, Verdeling] = {
    BEZETTING: Driehoek("0.8", 0.95, 1),
    OPSLAG: Normaal("0.10", "0.05"),
    "ondersteuning.pedagogisch_uurtarief": Gelijkmatig(40, 50),
    "gezinshuis.plaatsen_laag": Keuze([1, 2], [0.25, 0.75]),
    "leegstand.grondslag": Keuze(["kostprijs", "vaste_kosten"]),
}


def test_een_trekking_is_per_sleutel_te_herhalen(voorbeeld: Opbouw) -> None:
    een = steekproef(voorbeeld, VERDELINGEN, 500, 7)
    pd.testing.assert_frame_equal(een, steekproef(voorbeeld, VERDELINGEN, 500, 7))
    alleen = steekproef(voorbeeld, {OPSLAG: VERDELINGEN[OPSLAG]}, 500, 7)
    pd.testing.assert_series_equal(alleen[OPSLAG], een[OPSLAG])
    assert not een[OPSLAG].equals(steekproef(voorbeeld, VERDELINGEN, 500, 8)[OPSLAG])


def test_trekkingen_volgen_hun_verdeling_en_blijven_binnen_de_grenzen(voorbeeld: Opbouw) -> None:
    frame = steekproef(voorbeeld, VERDELINGEN, 40_000, 1)
    assert frame[BEZETTING].between(0.8, 1).all()
    assert frame[BEZETTING].mean() == pytest.approx((0.8 + 0.95 + 1) / 3, abs=0.002)
    assert (frame[OPSLAG] >= 0).all()
    assert frame[OPSLAG].median() == pytest.approx(0.1, abs=0.01)
    tarief = frame["ondersteuning.pedagogisch_uurtarief"]
    assert tarief.mean() == pytest.approx(45, abs=0.1)
    assert tarief.std() == pytest.approx(10 / 12**0.5, abs=0.05)
    assert (frame["gezinshuis.plaatsen_laag"] == 2).mean() == pytest.approx(0.75, abs=0.02)
    assert set(frame["leegstand.grondslag"]) == {"kostprijs", "vaste_kosten"}
    kort = steekproef(voorbeeld, {OPSLAG: Normaal(0.1, 0.05, laagst=0.09, hoogst="0.12")}, 1000, 1)
    assert kort[OPSLAG].between(0.09, 0.12).all()
    vast = steekproef(voorbeeld, {OPSLAG: Driehoek(0.1, 0.1, 0.1)}, 3, 1)
    assert vast[OPSLAG].tolist() == [0.1] * 3


def test_samenhangende_trekkingen_houden_hun_eigen_verdeling(voorbeeld: Opbouw) -> None:
    los = steekproef(voorbeeld, VERDELINGEN, 20_000, 3)
    paren = {(BEZETTING, OPSLAG): -0.7, (OPSLAG, "ondersteuning.pedagogisch_uurtarief"): 0.5}
    samen = steekproef(voorbeeld, VERDELINGEN, 20_000, 3, samenhang=paren)
    for sleutel in (BEZETTING, OPSLAG):
        assert np.sort(samen[sleutel]).tolist() == np.sort(los[sleutel]).tolist()
    rangen = samen.select_dtypes("number").rank().corr()
    # Spearman's rank correlation of a Gaussian copula is 6/π · asin(rho/2).
    assert rangen.loc[BEZETTING, OPSLAG] == pytest.approx(6 / np.pi * np.arcsin(-0.35), abs=0.02)
    assert rangen.loc[BEZETTING, "ondersteuning.pedagogisch_uurtarief"] == pytest.approx(0, abs=0.02)
    pd.testing.assert_series_equal(samen["leegstand.grondslag"], los["leegstand.grondslag"])


def test_elke_trekking_is_een_opbouw_die_elk_ander_deel_aanneemt(voorbeeld: Opbouw) -> None:
    frame = steekproef(voorbeeld, VERDELINGEN, 20, 5)
    vol = pd.concat(
        [opbouwen_naar_frame([voorbeeld] * 20).drop(columns=frame.columns), frame], axis="columns"
    )
    tarieven = [opbouw.bereken()["midden"].per_etmaal for opbouw in frame_naar_opbouwen(vol)]
    uit = uit_frame(bereken_kolommen(frame, basis=voorbeeld))
    assert [rij["uitkomst.midden.tarief"] for rij in uit] == tarieven


@pytest.mark.parametrize(
    ("sleutel", "verdeling", "tekst"),
    [
        (
            BEZETTING,
            Driehoek(0.8, 0.95, 1.1),
            "1.1 ligt buiten de grenzen. Toegestaan: groter dan 0 en hoogstens 1",
        ),
        (BEZETTING, Gelijkmatig(0, 1), "0 ligt buiten de grenzen"),
        (BEZETTING, Driehoek(0.95, 0.8, 1), "0.95, 0.8, 1 loopt niet op"),
        (BEZETTING, Normaal(7, 0.1), "valt bijna nooit binnen de grenzen"),
        (BEZETTING, Normaal(0.9, -0.1), "-0.1 is geen spreiding"),
        (BEZETTING, Gelijkmatig("veel", 1), '"veel" is geen getal'),
        (BEZETTING, Keuze([]), "heeft geen waarden om uit te kiezen"),
        (BEZETTING, Keuze([0.9, 1], [0.5, 0.4]), "[0.5, 0.4] zijn geen kansen"),
        (BEZETTING, Keuze([0.9, 2]), "2 ligt buiten de grenzen"),
        (
            "gezinshuis.plaatsen_laag",
            Gelijkmatig(1, 3),
            "Gelijkmatig past niet bij deze sleutel. Gebruik Keuze.",
        ),
        ("leegstand.grondslag", Keuze([1]), "1 is geen keuze"),
        ("leegstand", Keuze([1]), "leegstand: is geen bekende sleutel"),
    ],
)
def test_een_verdeling_die_niet_past_wordt_geweigerd(
    voorbeeld: Opbouw, sleutel: str, verdeling: Verdeling, tekst: str
) -> None:
    with pytest.raises(InvoerFout) as vangst:
        steekproef(voorbeeld, {sleutel: verdeling}, 10, 1)
    assert tekst in str(vangst.value)


@pytest.mark.parametrize(
    ("samenhang", "tekst"),
    [
        ({(BEZETTING, OPSLAG): 1.5}, "1.5 is geen samenhang"),
        ({(BEZETTING, "zorgzwaarte"): 0.5}, "zijn geen twee sleutels van deze steekproef"),
        ({(BEZETTING, BEZETTING): 0.5}, "zijn geen twee sleutels van deze steekproef"),
        (
            {
                (BEZETTING, OPSLAG): 0.9,
                (OPSLAG, "ondersteuning.pedagogisch_uurtarief"): 0.9,
                (BEZETTING, "ondersteuning.pedagogisch_uurtarief"): -0.9,
            },
            "kan niet samen bestaan",
        ),
    ],
)
def test_samenhang_die_niet_kan_wordt_geweigerd(
    voorbeeld: Opbouw, samenhang: dict[tuple[str, str], float], tekst: str
) -> None:
    with pytest.raises(InvoerFout) as vangst:
        steekproef(voorbeeld, VERDELINGEN, 10, 1, samenhang=samenhang)
    assert tekst in str(vangst.value)


@pytest.mark.parametrize(("n", "zaad"), [(0, 1), (5, -1)])
def test_aantal_en_zaad_moeten_zinnig_zijn(voorbeeld: Opbouw, n: int, zaad: int) -> None:
    with pytest.raises(InvoerFout, match="is geen"):
        steekproef(voorbeeld, VERDELINGEN, n, zaad)


def test_alle_bezwaren_tegen_een_rooster_komen_in_een_keer(voorbeeld: Opbouw) -> None:
    waarden: dict[str, Any] = {
        BEZETTING: ["0.9", "2", "95%"],
        "zwembad": [1],
        OPSLAG: "0.1",
        "leegstand.grondslag": [1, "a"],
    }
    with pytest.raises(InvoerFout) as fout:
        raster(voorbeeld, waarden)
    sleutels = [bezwaar.sleutel for bezwaar in fout.value.bezwaren]
    assert sleutels == [BEZETTING, BEZETTING, "zwembad", OPSLAG, "leegstand.grondslag", "leegstand.grondslag"]
    with pytest.raises(InvoerFout) as trekking:
        steekproef(
            voorbeeld, {BEZETTING: Gelijkmatig("0.9", "2"), "zwembad": Keuze([1]), OPSLAG: Keuze("0.1")}, 1, 1
        )
    assert [bezwaar.sleutel for bezwaar in trekking.value.bezwaren] == [BEZETTING, "zwembad", OPSLAG]


@pytest.mark.parametrize("verdeling", [(0.8, 0.9), Gelijkmatig, None])
def test_wat_geen_verdeling_is_wordt_geweigerd(voorbeeld: Opbouw, verdeling: Any) -> None:  # noqa: ANN401 (anything)
    with pytest.raises(
        InvoerFout, match=r"is geen verdeling\. Geef een Gelijkmatig, Driehoek, Normaal of Keuze"
    ):
        steekproef(voorbeeld, {BEZETTING: verdeling}, 1, 1)


def test_een_veld_dat_leeg_mag_zijn_mag_dat_ook_in_een_rooster(voorbeeld: Opbouw) -> None:
    sleutel = "huisvesting.vast_bedrag_per_jaar"
    frame = raster(voorbeeld, {sleutel: [None, "5000"]})  # type: ignore[list-item]
    assert frame[sleutel].isna().tolist() == [True, False]
    met, zonder = bereken_kolommen(frame, basis=voorbeeld)["uitkomst.midden.tarief"][::-1]
    assert zonder == float(voorbeeld.bereken()["midden"].per_etmaal) != met
