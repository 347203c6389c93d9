"""The written reading of a whole opbouw: its formulas as a list of named steps."""

from __future__ import annotations

from gezinshuis_tarief.formules.spoor import Spoor, Stap, met_verwijzingen
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.samenstelling import stel_samen


def volg(opbouw: Opbouw, *, keuzes: bool = False) -> dict[str, Stap]:
    """Write every step of an opbouw down, by key, in order of calculation.

    What the opbouw settles (an own figure, an absent bouwsteen 8, and choices unless asked
    otherwise) is left out of the formulas, so that they say what was really calculated.
    """
    spoor = Spoor()
    stel_samen(met_verwijzingen(opbouw, keuzes=keuzes), spoor)
    return spoor.stappen
