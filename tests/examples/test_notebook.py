"""The notebook runs from the first cell to the last and says what the exact reading says."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest
from nbformat import NotebookNode

from gezinshuis_tarief import Opbouw

MAP = Path(__file__).parents[2] / "examples"
NOTEBOOK = MAP / "dertig_offertes_vergelijken.ipynb"


def lees() -> NotebookNode:
    notebook: NotebookNode = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


@pytest.fixture(scope="module")
def uitgevoerd() -> NotebookNode:
    notebook = lees()
    omgeving = {**os.environ, "PYTHONPATH": str(MAP.parent / "src"), "PYTHONWARNINGS": "error::FutureWarning"}
    client = nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(MAP)}})
    return client.execute(env=omgeving)


def uitvoer(notebook: NotebookNode, bevat: str) -> list[dict[str, Any]]:
    """What the cell shows that has this text in its code."""
    cel = next(cel for cel in notebook.cells if cel.cell_type == "code" and bevat in cel.source)
    return [uit["data"] for uit in cel.outputs if "data" in uit]


def per_offerte(voorbeeld: Opbouw) -> dict[str, Opbouw]:
    """Every quote by name, calculated one by one, without the columns."""
    with (MAP / "dertig_offertes.csv").open(encoding="utf-8", newline="") as tekst:
        rijen = list(csv.DictReader(tekst))
    return {
        rij["aanbieder"]: voorbeeld.met(
            {s: w for s, w in rij.items() if s != "aanbieder" and w}, reden="offerte"
        )
        for rij in rijen
    }


def test_het_notebook_staat_zonder_uitvoer_in_het_archief() -> None:
    cellen = [cel for cel in lees().cells if cel.cell_type == "code"]
    assert len(cellen) >= 8
    assert all(cel.outputs == [] and cel.execution_count is None for cel in cellen)


def test_de_rangorde_is_die_van_de_losse_offertes(uitgevoerd: NotebookNode, voorbeeld: Opbouw) -> None:
    tarieven = {
        naam: opbouw.bereken()["midden"].per_etmaal for naam, opbouw in per_offerte(voorbeeld).items()
    }
    assert len(tarieven) == 30
    html = uitvoer(uitgevoerd, "rangorde.insert")[0]["text/html"]
    plekken = [html.index(f">{naam}<") for naam in sorted(tarieven, key=lambda naam: tarieven[naam])]
    assert plekken == sorted(plekken)
    assert all(
        f"<td>{tarief}</td>" in html or f"<td>{tarief.normalize()}</td>" in html
        for tarief in tarieven.values()
    )


def test_de_drie_plaatjes_zijn_er(uitgevoerd: NotebookNode) -> None:
    for teken in ("teken_bouwstenen(", "teken_gevoeligheid(effecten", "teken_verdeling(jaren"):
        assert any("image/png" in data for data in uitvoer(uitgevoerd, teken))


def test_de_gevoeligheden_en_het_keerpunt_zijn_van_de_middelste_offerte(
    uitgevoerd: NotebookNode, voorbeeld: Opbouw
) -> None:
    offertes = per_offerte(voorbeeld)
    volgorde = sorted(offertes, key=lambda naam: offertes[naam].bereken()["midden"].per_etmaal)
    middelste = offertes[volgorde[15]]
    eerste = uitvoer(uitgevoerd, "effecten.head")[0]["text/plain"]
    meer = middelste.gedragswetenschapper.uren_per_jeugdige_per_week + 1
    hoger = middelste.met({"gedragswetenschapper.uren_per_jeugdige_per_week": meer}).bereken()["midden"]
    verschil = hoger.bedragen.onafgerond_tarief - middelste.bereken()["midden"].bedragen.onafgerond_tarief
    assert f"{verschil:.6f}" in eerste
    gevraagd = middelste.bereken()["midden"].per_etmaal - 1
    assert (
        f"gevraagd=Decimal('{gevraagd.normalize()}')"
        in uitvoer(uitgevoerd, "keerpunt(gekozen")[0]["text/plain"]
    )
