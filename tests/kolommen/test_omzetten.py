"""From opbouwen to a frame and back."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import (
    EigenPost,
    Huismaten,
    Huisvesting,
    InvoerFout,
    Opbouw,
    Rekenwijze,
    bereken_kolommen,
    frame_naar_opbouwen,
    opbouwen_naar_frame,
)
from gezinshuis_tarief.kern.sleutels import plat
from hulp.strategieen import opbouwen


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

    huur_per_kamer: int = 0

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return super().opbouw_per_jaar(huis, wijze) + self.huur_per_kamer * huis.plaatsen


def met_variant(voorbeeld: Opbouw) -> Opbouw:
    gewoon = {naam: getattr(voorbeeld.huisvesting, naam) for naam in Huisvesting.model_fields}
    return voorbeeld.met({"huisvesting": HuurPerKamer(**gewoon, huur_per_kamer=1200)})


def test_een_eigen_variant_heeft_geen_kolommen_maar_kan_de_basis_zijn(voorbeeld: Opbouw) -> None:
    variant = met_variant(voorbeeld)
    with pytest.raises(InvoerFout, match=r"huisvesting \(rij 0\): HuurPerKamer is een eigen vorm"):
        opbouwen_naar_frame([variant])
    uit = bereken_kolommen(pd.DataFrame({"leegstand.bezettingsgraad": [0.9, 0.95]}), basis=variant)
    verwacht = variant.met({"leegstand.bezettingsgraad": "0.9"}, reden="test").bereken()
    for zwaarte, tarief in verwacht.items():
        assert uit[f"uitkomst.{zwaarte}.tarief"].iloc[0] == float(tarief.per_etmaal)
        assert uit[f"uitkomst.{zwaarte}.huisvesting"].iloc[1] == float(tarief["huisvesting"].per_etmaal)
