"""The notebooks run from top to bottom. They are kept without outputs, so that a change shows as what it is."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "examples").glob("*.ipynb"))
ELDERS = "dertig_offertes_vergelijken"  # runs in test_notebook.py, which looks at its numbers too


def test_er_is_een_notebook_voor_elke_partij() -> None:
    namen = ["dertig_offertes", "dertig_offertes_vergelijken", "klopt_mijn_offerte"]
    assert [pad.stem for pad in NOTEBOOKS] == namen


@pytest.mark.parametrize("pad", [pad for pad in NOTEBOOKS if pad.stem != ELDERS], ids=lambda pad: pad.stem)
def test_een_notebook_draait_en_toont_een_beeld(pad: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(pad, as_version=4)  # type: ignore[no-untyped-call]
    assert all(not cel.get("outputs") for cel in notebook.cells)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}})
    client.execute()
    uitvoer = [deel for cel in notebook.cells if cel.cell_type == "code" for deel in cel.outputs]
    assert any("image/png" in deel.get("data", {}) for deel in uitvoer)
    assert not [deel for deel in uitvoer if deel.get("name") == "stderr"]
