"""What a command is given as a calculation: JSON or a workbook."""

from __future__ import annotations

from pathlib import Path

from gezinshuis_tarief.cli.uitvoer import lees_bytes, waarschuw
from gezinshuis_tarief.kern.jsontekst import lees_json
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouw_json import opbouw_van, opbouwen_van
from gezinshuis_tarief.werkboek.lezen.lezen import lees_excel


def is_werkboek(bestand: str) -> bool:
    """Whether a name is that of a workbook."""
    return Path(bestand).suffix.lower() == ".xlsx"


def lees_opbouw(bestand: str) -> Opbouw:
    """Read an opbouw from JSON, or from a workbook with its findings said beside the output."""
    if not is_werkboek(bestand):
        return opbouw_van(lees_json(lees_bytes(bestand)))
    gelezen = lees_excel(bestand)
    waarschuw([f"{bestand}, {bevinding}" for bevinding in gelezen.bevindingen])
    return gelezen.opbouw


def lees_opbouwen(bestand: str) -> Opbouw | list[Opbouw]:
    """Read an opbouw as `lees_opbouw` does, or a JSON list of them."""
    if is_werkboek(bestand):
        return lees_opbouw(bestand)
    inhoud = lees_json(lees_bytes(bestand))
    return opbouwen_van(inhoud) if isinstance(inhoud, list) else opbouw_van(inhoud)
