"""The notebooks run from top to bottom. They are kept without outputs, so that a change shows as what it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from gezinshuis_tarief import Opbouw

NOTEBOOKS = sorted((Path(__file__).parents[2] / "examples").glob("*.ipynb"))
ELDERS = "dertig_offertes_vergelijken"  # runs in test_notebook.py, which looks at its numbers too


def test_er_is_een_notebook_voor_elke_partij() -> None:
    namen = ["dertig_offertes", "dertig_offertes_vergelijken", "een_regio_inkopen", "klopt_mijn_offerte"]
    assert [pad.stem for pad in NOTEBOOKS] == namen


@pytest.mark.parametrize("pad", [pad for pad in NOTEBOOKS if pad.stem != ELDERS], ids=lambda pad: pad.stem)
def test_een_notebook_draait_en_toont_een_beeld(pad: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(pad, as_version=4)  # type: ignore[no-untyped-call]
    assert all(not cel.get("outputs") for cel in notebook.cells)
    shutil.copy(pad.with_name("regio_cijfers.csv"), tmp_path)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}})
    client.execute()
    uitvoer = [deel for cel in notebook.cells if cel.cell_type == "code" for deel in cel.outputs]
    assert any("image/png" in deel.get("data", {}) for deel in uitvoer)
    assert not [deel for deel in uitvoer if deel.get("name") == "stderr"]


def test_het_notebook_van_de_regio_zegt_wat_de_exacte_rekenwijze_zegt(
    tmp_path: Path, voorbeeld: Opbouw
) -> None:
    """E7, D3, D8, C1 and C10, as a purchaser meets them."""
    pad = next(pad for pad in NOTEBOOKS if pad.stem == "een_regio_inkopen")
    notebook = nbformat.read(pad, as_version=4)  # type: ignore[no-untyped-call]
    shutil.copy(pad.with_name("regio_cijfers.csv"), tmp_path)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    tekst = "\n".join(
        deel.get("text") or deel["data"]["text/plain"]
        for cel in notebook.cells
        if cel.cell_type == "code"
        for deel in cel.outputs
    )
    zon = voorbeeld.met({"leegstand.bezettingsgraad": "0.90", "huisvesting.woonlasten_per_jaar": "18500"})
    assert f"│ De Zon    ┆ Ede      ┆ {zon.bereken()['laag'].per_etmaal} " in tekst
    geteld = zon.met({"leegstand.bezettingsgraad": "0.91"}).bereken()["midden"].per_etmaal
    assert f"bron | telling van de regio | 2025-12-31\nmidden: {geteld}\n" in tekst
    assert "Let op: Voor 1 januari 2027 zijn deze cijfers niet bekend" in tekst
    assert "(eigen cijfers: Regio Voorbeeld)" in tekst
