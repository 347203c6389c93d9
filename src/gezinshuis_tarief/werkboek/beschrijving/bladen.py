"""The sheets of the workbook, one file each, in the order in which they are shown."""

from __future__ import annotations

from gezinshuis_tarief.werkboek.beschrijving.berekening import maak_berekening
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.leeswijzer import maak_leeswijzer
from gezinshuis_tarief.werkboek.beschrijving.paspoort import maak_paspoort
from gezinshuis_tarief.werkboek.beschrijving.samenvatting import maak_samenvatting
from gezinshuis_tarief.werkboek.beschrijving.uitgangspunten import maak_uitgangspunten
from gezinshuis_tarief.werkboek.xlsx.blad import Blad


def maak_bladen(vulling: Werkboekinhoud) -> tuple[Blad, ...]:
    """Describe the whole workbook."""
    return (*maak_rekenbladen(vulling), maak_leeswijzer(vulling), maak_paspoort(vulling))


def maak_rekenbladen(vulling: Werkboekinhoud) -> tuple[Blad, Blad, Blad]:
    """Describe the three sheets of one calculation: outcome, inputs and steps."""
    return maak_samenvatting(vulling), maak_uitgangspunten(vulling), maak_berekening(vulling)
