"""The sheets of the workbook, one file each, in the order in which they are shown."""

from __future__ import annotations

from gezinshuis_tarief.werkboek.beschrijving import (
    berekening,
    leeswijzer,
    paspoort,
    samenvatting,
    uitgangspunten,
)
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.xlsx.blad import Blad


def maak_bladen(vulling: Werkboekinhoud) -> tuple[Blad, ...]:
    """Describe the whole workbook."""
    return tuple(
        deel.maak(vulling) for deel in (samenvatting, uitgangspunten, berekening, leeswijzer, paspoort)
    )
