"""The formulas of components of one's own in words, in full: also what no value chooses now."""

from __future__ import annotations

from typing import Final

from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import eerste_deel, waarde_op
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.plaatsing import eigen_delen
from gezinshuis_tarief.onderdelen.plekken import PLEKKEN, STANDAARD
from gezinshuis_tarief.onderdelen.vastleggen import definitie_van
from gezinshuis_tarief.rekenwijzen.in_woorden import InWoorden, benoem

UITKOMST: Final = "uitkomst"
"""How the last formula of a component is called."""


def formules_in_woorden(definitie: Definitie) -> list[tuple[str, str, str]]:
    """Return every formula of a component in order of calculation: its name, the formula in words, its unit."""
    schrijf = InWoorden(benoem).schrijf
    stappen = [
        (benoem(naam), schrijf(definitie.bomen[naam]), str(stap.eenheid))
        for naam, stap in definitie.stappen.items()
    ]
    return [*stappen, (UITKOMST, schrijf(definitie.bomen[""]), str(definitie.waar.eenheid))]


def op_een_regel(soort: str, definitie: Definitie) -> str:
    """Return a component with all its formulas on one line."""
    *stappen, (_, uitkomst, _) = formules_in_woorden(definitie)
    return f"{soort} = {'; '.join([uitkomst, *(f'{naam} = {formule}' for naam, formule, _ in stappen)])}"


def eigen_definitie(deel: Onderdeel, plek: str) -> Definitie | None:
    """Return the definition of a component of one's own; None of a standard one, or one that cannot be written down."""
    if type(deel) in STANDAARD:
        return None
    try:
        return definitie_van(type(deel), plek)
    except InvoerFout:
        return None


def eigen_definities(opbouw: Opbouw) -> dict[str, tuple[str, Definitie]]:
    """Return what each component of one's own is called and its definition, by key."""
    gevonden = (
        (sleutel, type(deel).__name__, eigen_definitie(deel, plek))
        for sleutel, plek, deel in eigen_delen(opbouw)
    )
    return {sleutel: (soort, definitie) for sleutel, soort, definitie in gevonden if definitie}


def formuleverschil(van: Opbouw, naar: Opbouw, sleutel: str) -> str:
    """Return how the formula at a key differs, in words: what it becomes and what it was.

    Empty where neither has a formula of its own there, or both have the same.
    """
    plek = eerste_deel(sleutel)
    delen = [deel for opbouw in (van, naar) if isinstance(deel := waarde_op(opbouw, sleutel), Onderdeel)]
    if len(delen) < 2 or plek not in PLEKKEN or all(type(deel) in STANDAARD for deel in delen):  # noqa: PLR2004 (both sides)
        return ""
    try:
        was, wordt = (formules_in_woorden(definitie_van(type(deel), plek)) for deel in delen)
    except InvoerFout:
        return ""
    anders = [regel for regel in wordt if regel not in was]
    weg = [regel for regel in was if regel not in wordt]
    return f"{_op_rij(anders)}, was {_op_rij(weg)}" if anders or weg else ""


def _op_rij(regels: list[tuple[str, str, str]]) -> str:
    """Return formulas in a row, each with its name; that of the outcome has none."""
    teksten = [formule if naam == UITKOMST else f"{naam} = {formule}" for naam, formule, _ in regels]
    return "; ".join(teksten) or "geen"
