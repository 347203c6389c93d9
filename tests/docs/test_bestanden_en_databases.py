"""The chapter on files, databases and pictures runs as it is written."""

from __future__ import annotations

import re
from pathlib import Path

import ibis
import pyarrow as pa
import pytest

from gezinshuis_tarief import Opbouw

HOOFDSTUK = Path(__file__).parents[2] / "docs" / "bestanden_en_databases.md"


def test_het_hoofdstuk_draait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voorbeeld: Opbouw) -> None:
    monkeypatch.chdir(tmp_path)
    database = ibis.duckdb.connect("regio.duckdb")
    kolommen = {w.sleutel: [w.waarde] for w in voorbeeld.waarden() if w.waarde is not None}
    database.create_table("huizen", pa.table({"huis": ["Ede"], **kolommen}))
    database.disconnect()
    blokken = re.findall(
        r"^```python\n(.*?)^```", HOOFDSTUK.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    ruimte: dict[str, object] = {}
    for blok in blokken:
        exec(compile(blok, HOOFDSTUK.name, "exec"), ruimte)  # noqa: S102 (our own text)
    tarieven = ruimte["database"].table("tarieven").to_pyarrow().to_pylist()  # type: ignore[attr-defined]
    assert [(rij["huis"], str(rij["uitkomst.midden.tarief"])) for rij in tarieven] == [("Ede", "160.34")]
    assert {pad.name for pad in tmp_path.glob("*.png")} == {"gevoeligheid.png", "bouwstenen.png"}
