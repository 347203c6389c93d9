"""May this be signed: the annex with the check of its opbouw beside it."""

from __future__ import annotations

from gezinshuis_tarief.controle.controleren import controleer
from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs
from gezinshuis_tarief.stukken.bijlage import INDEXERING, maak_bijlage
from gezinshuis_tarief.stukken.document import Document


def getoetste_bijlage(bewijs: Tariefbewijs, *, indexering: str = INDEXERING) -> Document:
    """Write the annex from a receipt after checking its opbouw at the price date, with its clause on indexation.

    Args:
        bewijs: the receipt of the agreed tariff.
        indexering: the clause on indexation, for a receipt that holds none.
    """
    eis_soort("bewijs", bewijs, Tariefbewijs)
    eis_soort("indexering", indexering, str)
    eigen = bewijs.contract.indexering if bewijs.contract else None
    rapport = controleer(
        bewijs.opbouw,
        peildatum=bewijs.afspraak.peildatum if bewijs.afspraak else bewijs.gemaakt_op,
        indexeringsclausule=eigen.clausule if eigen else indexering,
        besloten_normen=frozenset(besluit.vraag for besluit in bewijs.contract.besluiten)
        if bewijs.contract
        else frozenset(),
    )
    return maak_bijlage(bewijs, indexering=indexering, bevindingen=rapport.bevindingen)


def mag_getekend_worden(bewijs: Tariefbewijs) -> tuple[str, ...]:
    """Return in Dutch why the annex of a receipt may not be signed yet; nothing when it may."""
    return getoetste_bijlage(bewijs).redenen
