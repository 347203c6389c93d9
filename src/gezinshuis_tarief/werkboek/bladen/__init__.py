"""The sheets of the workbook, one file each, in the order in which they are shown."""

from __future__ import annotations

from gezinshuis_tarief.werkboek.bladen import berekening, leeswijzer, paspoort, samenvatting, uitgangspunten
from gezinshuis_tarief.werkboek.indeling import Blad
from gezinshuis_tarief.werkboek.vulling import Vulling


def maak_bladen(vulling: Vulling) -> tuple[Blad, ...]:
    """Describe the whole workbook."""
    return tuple(
        deel.maak(vulling) for deel in (samenvatting, uitgangspunten, berekening, leeswijzer, paspoort)
    )
