"""The pictures say what the numbers say, in Dutch."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from gezinshuis_tarief import (
    EigenPost,
    InvoerFout,
    Opbouw,
    bereken_kolommen,
    gevoeligheid,
    opbouwen_naar_frame,
)
from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.grafieken import teken_bouwstenen, teken_gevoeligheid, teken_verdeling


def teksten(figuur: Figure) -> list[str]:
    """Every text in the picture that is not an axis label."""
    assen = figuur.axes[0]
    delen = [*assen.texts, *(tekst for legenda in figuur.legends for tekst in legenda.get_texts())]
    return [tekst.get_text() for tekst in (*delen, *assen.get_yticklabels())]


@pytest.fixture(scope="module")
def uitkomsten(voorbeeld: Opbouw) -> pd.DataFrame:
    post = EigenPost(naam="Tuin", bedrag_per_jaar="1460")
    huizen = {"De Linde": voorbeeld, "De Eik": voorbeeld.met({"eigen_posten": (post,)})}
    return bereken_kolommen(opbouwen_naar_frame(huizen))


def test_de_staven_zijn_de_bouwstenen_en_eindigen_bij_het_tarief(uitkomsten: pd.DataFrame) -> None:
    figuur = teken_bouwstenen(uitkomsten, zorgzwaarte="hoog")
    einden = [staaf.get_x() + staaf.get_width() for reeks in figuur.axes[0].containers for staaf in reeks]
    assert max(einden) == pytest.approx(float(uitkomsten["uitkomst.hoog.tarief"].max()))
    gezien = teksten(figuur)
    assert "€ 182,12" in gezien
    assert {"De Linde", "De Eik", "1 Inkomen gezinshuisouder(s)", "11 Zorgzwaarte", "Eigen posten"} <= set(
        gezien
    )
    assert not any("Gelieerde" in tekst for tekst in gezien), "een bouwsteen zonder kosten staat er niet in"


def test_elke_regel_heeft_een_eigen_vlak(uitkomsten: pd.DataFrame) -> None:
    alles = uitkomsten.copy()
    alles[[str(kolom) for kolom in alles if str(kolom).endswith("organisatie")]] = 5.0
    reeksen = teken_bouwstenen(alles).axes[0].containers
    vlakken = {(reeks[0].get_facecolor(), reeks[0].get_hatch()) for reeks in reeksen}
    assert len(vlakken) == len(reeksen) == len(ALLE) + 1


def test_een_huis_dat_niets_kost_kan_ook_worden_getekend(uitkomsten: pd.DataFrame) -> None:
    figuur = teken_bouwstenen(uitkomsten * 0, titel="Leeg")
    assert figuur.axes[0].get_xlim() == (0, 1)
    assert figuur.get_suptitle() == "Leeg"


@pytest.mark.parametrize("aantal", [0, 61])
def test_te_weinig_of_te_veel_huizen_worden_geweigerd(uitkomsten: pd.DataFrame, aantal: int) -> None:
    veel = pd.concat([uitkomsten.head(1)] * 61).head(aantal)
    with pytest.raises(InvoerFout, match="minstens 1 en hoogstens 60 huizen"):
        teken_bouwstenen(veel)


def test_zonder_uitkomsten_volgt_wat_er_moet_gebeuren(uitkomsten: pd.DataFrame) -> None:
    with pytest.raises(InvoerFout, match=r"uitkomst\.midden\.overhead: ontbreekt\. Reken eerst door"):
        teken_bouwstenen(uitkomsten.drop(columns="uitkomst.midden.overhead"))


def test_de_verdeling_noemt_percentielen_met_een_komma() -> None:
    figuur = teken_verdeling(pd.Series(range(10000, 20001)) / 100, percentielen=(5, 50, 95), titel="Tarief")
    gezien = teksten(figuur)
    assert {"5% tot en met € 105,00", "50% tot en met € 150,00", "95% tot en met € 195,00"} <= set(gezien)
    assert (
        sum(staaf.get_height() for staaf in figuur.axes[0].patches if isinstance(staaf, Rectangle)) == 10001
    )
    assert figuur.axes[0].get_ylabel() == "aantal scenario's"


def test_een_verdeling_van_een_tarief_is_een_staaf() -> None:
    assert len(teken_verdeling(pd.Series([150.0, 150.0])).axes[0].patches) == 1


def test_een_lege_verdeling_wordt_geweigerd() -> None:
    with pytest.raises(InvoerFout, match="tarieven: is leeg"):
        teken_verdeling(pd.Series(dtype=float))


def test_de_grootste_gevoeligheid_staat_bovenaan(voorbeeld: Opbouw) -> None:
    figuur = teken_gevoeligheid(gevoeligheid(voorbeeld), hoogstens=6)
    effecten = [staaf.get_width() for staaf in figuur.axes[0].patches if isinstance(staaf, Rectangle)]
    assert len(effecten) == 6
    assert [abs(x) for x in effecten] == sorted((abs(x) for x in effecten), reverse=True)
    meer = voorbeeld.met({"gedragswetenschapper.uren_per_jeugdige_per_week": "1.75"}).bereken()["midden"]
    verschil = meer.bedragen.onafgerond_tarief - voorbeeld.bereken()["midden"].bedragen.onafgerond_tarief
    assert effecten[0] == pytest.approx(float(verschil))
    gezien = teksten(figuur)
    assert any(
        tekst.startswith("2 Gedragswetenschapper: uren") and "1 uur per week" in tekst for tekst in gezien
    )
    assert any(tekst.startswith("Gezinshuis: ") for tekst in gezien)
    assert {"+ € 12,98", "− € 8,08"} <= set(gezien)


def test_een_ander_frame_is_geen_gevoeligheid(uitkomsten: pd.DataFrame) -> None:
    with pytest.raises(InvoerFout, match="gevoeligheid"):
        teken_gevoeligheid(uitkomsten)


def test_tekenen_raakt_geen_gedeelde_toestand_en_bewaart_als_plaatje(
    uitkomsten: pd.DataFrame, tmp_path: Path
) -> None:
    assert "matplotlib.pyplot" not in sys.modules
    teken_bouwstenen(uitkomsten).savefig(tmp_path / "huizen.png", dpi=60)
    assert teken_bouwstenen(uitkomsten)._repr_png_().startswith(b"\x89PNG")
    assert (tmp_path / "huizen.png").read_bytes().startswith(b"\x89PNG")
