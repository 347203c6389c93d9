"""The compiled reading beside the column reading: the same cents, refusals and labels."""

from __future__ import annotations

import re
import sys

import numpy as np
import pandas as pd
import pytest

from gezinshuis_tarief import (
    Gelijkmatig,
    GezinshuisTariefFout,
    Keuze,
    KolommenFout,
    Opbouw,
    bereken_kolommen,
    opbouwen_naar_frame,
    steekproef,
)
from gezinshuis_tarief.kolommen.beslissen import volg_tabel
from gezinshuis_tarief.kolommen.frames import open_frame
from gezinshuis_tarief.kolommen.rekenen import uitkomstkolommen
from gezinshuis_tarief.kolommen.tabel import Kolommentabel
from gezinshuis_tarief.rekenwijzen.lus import Lusinvoer, schrijf_lus
from gezinshuis_tarief.scenarios.verdelingen import Verdeling

VERDELINGEN: dict[str, Verdeling] = {
    "leegstand.bezettingsgraad": Keuze(["0.8", "0.9", "0.95", "1"]),
    "winst_marge.percentage": Gelijkmatig(0, "0.1"),
    "overhead.grondslag": Keuze(["beroepskrachten", "directe_kosten"]),
}


def test_wat_niet_verandert_komt_uit_de_basis_over_meer_blokken_en_werkers(voorbeeld: Opbouw) -> None:
    frame = steekproef(voorbeeld, VERDELINGEN, 2 * (1 << 15) + 5, 11)
    pd.testing.assert_frame_equal(
        bereken_kolommen(frame, basis=voorbeeld, gecompileerd=True), bereken_kolommen(frame, basis=voorbeeld)
    )


def test_geweigerde_rijen_laten_de_andere_zoals_ze_zijn(voorbeeld: Opbouw) -> None:
    """Also where a refused row holds no number at all, and a good one is a wild one."""
    frame = steekproef(voorbeeld, VERDELINGEN, 40_000, 12)
    frame.loc[7, "leegstand.bezettingsgraad"] = 1e-10
    frame.loc[20_000, "leegstand.bezettingsgraad"] = 1.5
    frame.loc[20_001, "winst_marge.percentage"] = np.nan
    for gevonden, verwacht in zip(
        bereken_kolommen(frame, basis=voorbeeld, fouten="markeer", gecompileerd=True),
        bereken_kolommen(frame, basis=voorbeeld, fouten="markeer"),
        strict=True,
    ):
        pd.testing.assert_frame_equal(gevonden, verwacht)
    with pytest.raises(KolommenFout, match=r"leegstand\.bezettingsgraad \(rij 20000\)"):
        bereken_kolommen(frame, basis=voorbeeld, gecompileerd=True)


def test_kolommen_die_in_het_geheugen_uiteen_liggen(voorbeeld: Opbouw) -> None:
    sleutels = ["huisvesting.woonlasten_per_jaar", "zorgzwaarte.toeslag_per_etmaal_hoog"]
    blok = np.random.default_rng(3).integers(0, 9_000, (50, 2)) / 100
    rijen = pd.DataFrame(blok, columns=sleutels, copy=False)
    assert not rijen[sleutels[0]].to_numpy().flags.c_contiguous
    pd.testing.assert_frame_equal(
        bereken_kolommen(rijen, basis=voorbeeld, gecompileerd=True), bereken_kolommen(rijen, basis=voorbeeld)
    )


def test_geen_rijen(voorbeeld: Opbouw) -> None:
    frame = opbouwen_naar_frame([voorbeeld])
    pd.testing.assert_frame_equal(
        bereken_kolommen(frame.iloc[:0], gecompileerd=True), bereken_kolommen(frame.iloc[:0])
    )


def test_halve_centen_gaan_omhoog(voorbeeld: Opbouw) -> None:
    """Every row is in doubt, so that the column reading settles them all."""
    halven = np.arange(1, 2_001, 2)
    frame = pd.DataFrame({"verzorgingskosten.vast_bedrag_per_jaar": halven * 7.3})
    uit = bereken_kolommen(frame, basis=voorbeeld, gecompileerd=True)
    assert (uit["uitkomst.laag.verzorgingskosten"] == (halven + 1) // 2 / 100).all()


def test_de_lus_rondt_een_gedeelde_regel_een_keer_af_en_houdt_geen_invoer_vast(voorbeeld: Opbouw) -> None:
    tabel = Kolommentabel.van(open_frame(opbouwen_naar_frame([voorbeeld])), None)
    keuzes = {sleutel: keuze.opties for sleutel, keuze in tabel.keuzes.items()}
    invoer = Lusinvoer(list(tabel.getallen), keuzes, [], frozenset())
    tekst = schrijf_lus(volg_tabel(tabel).stappen, uitkomstkolommen(tabel), invoer)
    assert tekst.count("rint(") == 6 + 3 * 5
    assert tekst.count("/ 100.0") == 6 + 3 * 6
    woorden = set(re.findall(r"[^\W\d]\w*", tekst))
    taal = "def lus drempels twijfel for rij in range len zeker True kies min max rint abs centen euro not"
    assert {woord for woord in woorden if not re.fullmatch(r"(k?[xc]|[su])\d+", woord)} <= set(taal.split())
    assert set(re.findall(r"\b\d+\.\d+|\"|'|__", tekst)) == {"100.0", "0.0", "1.0", "12.0"}


def test_zonder_de_extra_staat_er_wat_te_installeren(
    voorbeeld: Opbouw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "gezinshuis_tarief.kolommen.machine", raising=False)
    monkeypatch.delitem(sys.modules, "gezinshuis_tarief.rekenwijzen.lus", raising=False)
    monkeypatch.setitem(sys.modules, "numba", None)
    with pytest.raises(GezinshuisTariefFout, match=r"gezinshuis-tarief\[snel\]"):
        bereken_kolommen(opbouwen_naar_frame([voorbeeld]), gecompileerd=True)
