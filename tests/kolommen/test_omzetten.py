"""From opbouwen to a frame and back."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import (
    EigenPost,
    EuroPerJaar,
    Huismaten,
    Huisvesting,
    InvoerFout,
    Opbouw,
    Rekenwijze,
    bereken_kolommen,
    controleer,
    frame_naar_opbouwen,
    opbouwen_naar_frame,
    veld,
)
from gezinshuis_tarief.kern.sleutels import plat
from hulp.strategieen import opbouwen

BEZETTING = "leegstand.bezettingsgraad"


@given(st.lists(opbouwen(), min_size=1, max_size=4))
def test_heen_en_terug_houdt_elke_waarde(lijst: list[Opbouw]) -> None:
    terug = frame_naar_opbouwen(opbouwen_naar_frame(lijst))
    assert [plat(opbouw) for opbouw in terug] == [plat(opbouw) for opbouw in lijst]
    assert [opbouw.eigen_posten for opbouw in terug] == [opbouw.eigen_posten for opbouw in lijst]


def test_de_indeling_is_die_van_de_sleutels_met_getallen_als_getallen(voorbeeld: Opbouw) -> None:
    met_post = voorbeeld.met({"eigen_posten": (EigenPost(naam="fietsen", bedrag_per_jaar="250.50"),)})
    frame = opbouwen_naar_frame({"Ede": voorbeeld, "Epe": met_post})
    assert frame.index.tolist() == ["Ede", "Epe"]
    assert frame.columns[0] == "gezinshuis.plaatsen_laag"
    assert frame["leegstand.bezettingsgraad"].dtype == np.float64
    assert frame["gezinshuis.plaatsen_laag"].dtype == np.int64
    assert frame["overhead.grondslag"].dtype == "category"
    assert frame["eigen_posten[0].naam"].tolist() == [None, "fietsen"]
    assert "gelieerde_zorgorganisatie.aandeel" not in frame
    assert "huisvesting.vast_bedrag_per_jaar" not in frame
    assert bereken_kolommen(frame).columns[12] == "uitkomst.laag.tarief"


def test_geen_opbouwen_geven_een_leeg_frame_met_de_nodige_kolommen() -> None:
    frame = opbouwen_naar_frame([])
    assert frame.empty
    assert bereken_kolommen(frame).empty
    assert frame_naar_opbouwen(frame) == []


def test_een_rij_die_wordt_geweigerd_wordt_genoemd(voorbeeld: Opbouw) -> None:
    frame = opbouwen_naar_frame({"Ede": voorbeeld, "Epe": voorbeeld})
    with pytest.raises(InvoerFout) as vangst:
        frame_naar_opbouwen(frame.assign(**{"leegstand.bezettingsgraad": [0.95, 1 / 3]}))
    assert str(vangst.value).startswith(
        "leegstand.bezettingsgraad (rij Epe): 0.333333333333333 heeft te veel decimalen"
    )
    with pytest.raises(
        InvoerFout, match=r"leegstand.bezettingsgraad \(rij Ede\): \"95%\" is een percentage als tekst"
    ):
        frame_naar_opbouwen(frame.assign(**{"leegstand.bezettingsgraad": "95%"}))


class HuurPerKamer(Huisvesting):
    """A variant of one's own."""

    huur_per_kamer: Annotated[EuroPerJaar, veld("huur per kamer")]

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return super().opbouw_per_jaar(huis, wijze) + self.huur_per_kamer * huis.plaatsen


def met_variant(voorbeeld: Opbouw) -> Opbouw:
    gewoon = {naam: getattr(voorbeeld.huisvesting, naam) for naam in Huisvesting.model_fields}
    return voorbeeld.met({"huisvesting": HuurPerKamer(**gewoon, huur_per_kamer=1200)})


def test_de_invoer_van_een_eigen_variant_is_een_kolom(voorbeeld: Opbouw) -> None:
    """V4: rows of one table have the same components; the basis says which."""
    variant = met_variant(voorbeeld)
    frame = opbouwen_naar_frame({"a": variant, "b": variant.met({"huisvesting.huur_per_kamer": 900})})
    assert frame["huisvesting.huur_per_kamer"].tolist() == [1200, 900]
    assert frame_naar_opbouwen(frame, basis=variant)[0] == variant
    with pytest.raises(InvoerFout, match=r"huisvesting \(rij b\): is een ander onderdeel dan in rij a"):
        opbouwen_naar_frame({"a": variant, "b": voorbeeld})
    uit = bereken_kolommen(pd.DataFrame({"leegstand.bezettingsgraad": [0.9, 0.95]}), basis=variant)
    verwacht = variant.met({"leegstand.bezettingsgraad": "0.9"}, reden="test").bereken()
    for zwaarte, tarief in verwacht.items():
        assert uit[f"uitkomst.{zwaarte}.tarief"].iloc[0] == float(tarief.per_etmaal)
        assert uit[f"uitkomst.{zwaarte}.huisvesting"].iloc[1] == float(tarief["huisvesting"].per_etmaal)


def test_een_huis_uit_vijfduizend_is_bij_zijn_label_uit_te_leggen_en_te_controleren(
    voorbeeld: Opbouw,
) -> None:
    """D8: `basis` gives the rest, with its sources; the row keeps its label."""
    labels = [f"huis {nr}" for nr in range(5000)]
    graden = np.round(np.linspace(0.8, 1, 5000), 4)
    frame = pd.DataFrame({"gemeente": "Ede", BEZETTING: graden}, index=labels)
    huizen = frame_naar_opbouwen(frame, basis=voorbeeld)
    assert huizen.labels == tuple(labels)
    huis = huizen.bij("huis 4321")
    assert huis is huizen[4321]
    assert huis.leegstand.bezettingsgraad == Decimal(str(graden[4321]))
    tarief = huis.bereken()["midden"].per_etmaal
    assert str(tarief).replace(".", ",") in str(huis.uitleg())
    assert controleer(huis).bevindingen
    assert bereken_kolommen(frame, basis=voorbeeld).loc["huis 4321", "uitkomst.midden.tarief"] == float(
        tarief
    )
    assert opbouwen_naar_frame(huizen).index.tolist() == labels


def test_een_waarde_die_verandert_verliest_haar_bron_en_een_gelijke_houdt_die(voorbeeld: Opbouw) -> None:
    """D8, D3: as with `met`."""
    salaris = "inkomen_gezinshuisouder.loon.bruto_maandsalaris"
    zelfde = float(plat(voorbeeld)[salaris])
    bron = voorbeeld.onderbouwing_van(salaris)
    gelijk, anders = frame_naar_opbouwen(pl.DataFrame({salaris: [zelfde, 4500.0]}), basis=voorbeeld)
    assert gelijk.onderbouwing_van(salaris) == bron
    nieuw = anders.onderbouwing_van(salaris)
    assert (nieuw.bron, str(nieuw.herkomst)) == (None, "aanname")
    assert anders == voorbeeld.met({salaris: 4500}, reden="waarde uit de tabel")


def test_een_onbekend_of_dubbel_label_krijgt_een_bezwaar(voorbeeld: Opbouw) -> None:
    frame = pl.DataFrame({"label": ["Ede", "Epe", "Epe"], BEZETTING: [0.9, 0.95, 1.0]})
    huizen = frame_naar_opbouwen(frame, basis=voorbeeld)
    assert huizen.bij("Ede").leegstand.bezettingsgraad == Decimal("0.9")
    with pytest.raises(InvoerFout, match=r"label: Edde is geen label van een rij. Bedoelt u Ede?"):
        huizen.bij("Edde")
    with pytest.raises(InvoerFout, match=r"label: 4711 is geen label van een rij. Kies een van de labels."):
        huizen.bij(4711)
    with pytest.raises(InvoerFout, match=r"label: Epe is het label van meer dan één rij"):
        huizen.bij("Epe")


def test_delen_die_een_rij_of_de_basis_mist_worden_in_hun_geheel_gezet(voorbeeld: Opbouw) -> None:
    """D8: with a basis too, a blank own line is no line."""
    post = {"eigen_posten[0].naam": ["tuin", None], "eigen_posten[0].bedrag_per_jaar": [1200.0, None]}
    met_post, zonder = frame_naar_opbouwen(pd.DataFrame(post), basis=voorbeeld)
    assert [p.naam for p in met_post.eigen_posten] == ["tuin"]
    assert zonder == voorbeeld
    basis = voorbeeld.met({"eigen_posten": [{"naam": "auto", "bedrag_per_jaar": 100}]})
    (duurder,) = frame_naar_opbouwen(pd.DataFrame({"eigen_posten[0].bedrag_per_jaar": [200.0]}), basis=basis)
    assert plat(duurder)["eigen_posten[0].naam"] == "auto"
    assert plat(duurder)["eigen_posten[0].bedrag_per_jaar"] == 200


class TweeAutos(EigenPost):
    """An own line of one's own kind."""


def test_een_eigen_vorm_in_de_basis_blijft_die_vorm_of_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    """D8: never another formula without a word."""
    basis = voorbeeld.met({"eigen_posten": (TweeAutos(naam="auto", bedrag_per_jaar="100"),)})
    (huis,) = frame_naar_opbouwen(pd.DataFrame({"eigen_posten[0].bedrag_per_jaar": [200.0]}), basis=basis)
    assert type(huis.eigen_posten[0]) is TweeAutos
    frame = pd.DataFrame(
        {"eigen_posten[0].naam": ["auto", None], "eigen_posten[0].bedrag_per_jaar": [200.0, None]},
        index=["a", "b"],
    )
    with pytest.raises(
        InvoerFout, match=r"eigen_posten\[0\]\.bedrag_per_jaar \(rij b\): is nog niet ingevuld"
    ):
        frame_naar_opbouwen(frame, basis=basis)


def test_alle_bezwaren_van_alle_rijen_komen_tegelijk(voorbeeld: Opbouw) -> None:
    """D8, R8: cells, parts and rules between fields."""
    frame = pd.DataFrame(
        {
            BEZETTING: [2.0, 0.9, 0.9],
            "overhead.opslag": ["10%", "0.1", "0.1"],
            "gezinshuis.plaatsen_hoog": [1, 9, 8],
        },
        index=["a", "b", "c"],
    )
    with pytest.raises(InvoerFout) as vangst:
        frame_naar_opbouwen(frame, basis=voorbeeld)
    assert {b.sleutel for b in vangst.value.bezwaren} == {
        f"{BEZETTING} (rij a)",
        "overhead.opslag (rij a)",
        "gezinshuis.plaatsen_hoog (rij b)",
        "gezinshuis.plaatsen_laag + plaatsen_midden + plaatsen_hoog (rij c)",
    }


def test_een_kolom_van_een_zorgzwaarte_verandert_de_basis_alleen_daar(voorbeeld: Opbouw) -> None:
    """Also where a row changes what the others share to something else than the basis has."""
    frame = pd.DataFrame({BEZETTING: [0.95, 0.9, 0.9], f"hoog.{BEZETTING}": [0.8, 0.95, 0.9]})
    for basis in (voorbeeld, voorbeeld.met({f"hoog.{BEZETTING}": "0.85"})):
        uit = frame_naar_opbouwen(frame, basis=basis)
        assert [str(opbouw.leegstand.bezettingsgraad) for opbouw in uit] == ["0.95", "0.9", "0.9"]
        assert [str(opbouw.voor("hoog").leegstand.bezettingsgraad) for opbouw in uit] == [
            "0.8",
            "0.95",
            "0.9",
        ]
        verwacht = bereken_kolommen(frame, basis=basis)["uitkomst.hoog.tarief"].tolist()
        assert [float(opbouw.bereken()["hoog"].per_etmaal) for opbouw in uit] == verwacht


def test_een_deel_dat_een_rij_mist_heeft_daar_ook_geen_eigen_waarde(voorbeeld: Opbouw) -> None:
    deel = "gelieerde_zorgorganisatie"
    frame = pd.DataFrame(
        {
            f"{deel}.aandeel": [0.07, None],
            f"{deel}.grondslag": ["tarief", None],
            f"{deel}.vast_bedrag_per_plaats_per_jaar": [1.0, None],
            f"hoog.{deel}.aandeel": [0.05, None],
        }
    )
    met, zonder = frame_naar_opbouwen(frame, basis=voorbeeld)
    assert {z: {s: str(w) for s, w in anders.items()} for z, anders in met.per_zorgzwaarte.items()} == {
        "hoog": {f"{deel}.aandeel": "0.05"}
    }
    assert (zonder.gelieerde_zorgorganisatie, zonder.per_zorgzwaarte) == (None, {})
