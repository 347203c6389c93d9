"""A million random houses in DuckDB; twenty thousand of them compared with the exact reading."""

from __future__ import annotations

import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from gezinshuis_tarief import Opbouw, frame_naar_opbouwen, opbouwen_naar_frame
from gezinshuis_tarief.database.tabel import TWIJFEL, bereken_tabel

RIJEN = 1_000_000
VERGELEKEN = 20_000


def miljoen(voorbeeld: Opbouw) -> pd.DataFrame:
    """Random houses, half of their values as round as people write them, so that half cents occur."""
    toeval = np.random.default_rng(2026)
    kolommen: dict[str, object] = {}
    for sleutel, waarde in opbouwen_naar_frame([voorbeeld]).iloc[0].items():
        naam = str(sleutel)
        if naam.startswith("gezinshuis.plaatsen"):
            kolommen[naam] = toeval.integers(1, 3, RIJEN)
        elif naam == "gezinshuis.dagen_per_jaar":
            kolommen[naam] = toeval.integers(365, 367, RIJEN)
        elif naam == "leegstand.bezettingsgraad":
            kolommen[naam] = toeval.choice([0.5, 0.8, 0.9, 0.925, 0.95, 1.0], RIJEN)
        elif naam.endswith("grondslag"):
            opties = {
                "overhead": ["beroepskrachten", "directe_kosten"],
                "leegstand": ["kostprijs", "vaste_kosten"],
            }
            kolommen[naam] = toeval.choice(
                opties.get(naam.split(".", maxsplit=1)[0], ["tarief", "kostprijs"]), RIJEN
            )
        else:
            ruw = float(waarde) * toeval.uniform(0.7, 1.05, RIJEN)
            kolommen[naam] = np.where(toeval.random(RIJEN) < 0.5, ruw.round(2), ruw.round(4))
    vast = 1460 * (toeval.integers(500, 3000, RIJEN) / 100 + 0.005)
    kolommen["huisvesting.vast_bedrag_per_jaar"] = np.where(toeval.random(RIJEN) < 0.2, vast.round(3), np.nan)
    return pd.DataFrame(kolommen)


@pytest.mark.traag
def test_een_miljoen_rijen_in_duckdb_op_de_cent(voorbeeld: Opbouw) -> None:
    frame = miljoen(voorbeeld)
    verbinding = ibis.duckdb.connect()
    tabel = verbinding.create_table(
        "huizen", pa.Table.from_pandas(frame.reset_index(names="nr"), preserve_index=False)
    )
    uit = bereken_tabel(tabel)
    assert uit.count().to_pyarrow().as_py() == RIJEN
    monster = np.sort(np.random.default_rng(1).choice(RIJEN, VERGELEKEN, replace=False))
    kolommen = [kolom for kolom in uit.columns if kolom.startswith("uitkomst.") and kolom != TWIJFEL]
    gekozen = uit.inner_join(ibis.memtable(pa.table({"nr": monster})), "nr").order_by("nr").select(*kolommen)
    rijen = gekozen.to_pyarrow().to_pylist()
    assert len(rijen) == VERGELEKEN
    verschillen = 0
    for rij, opbouw in zip(rijen, frame_naar_opbouwen(frame.iloc[monster]), strict=True):
        for zwaarte, tarief in opbouw.bereken().items():
            verschillen += rij[f"uitkomst.{zwaarte}.tarief"] != tarief.per_etmaal
            verschillen += sum(rij[f"uitkomst.{zwaarte}.{r.sleutel}"] != r.per_etmaal for r in tarief.regels)
    assert verschillen == 0
    assert uit.filter(uit[TWIJFEL]).count().to_pyarrow().as_py() > 0
