"""What stands behind values that change: kept where a value stayed, recorded where it did not."""

from __future__ import annotations

from collections.abc import Mapping

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing, Status


def bijgewerkt(
    was: Mapping[str, object],
    wordt: Mapping[str, object],
    steun: Mapping[str, Onderbouwing],
    reden: str | None,
) -> dict[str, Onderbouwing]:
    """Carry the support over: kept where a value stayed, recorded where it changed.

    Args:
        was: every value before, by key.
        wordt: every value after, by key.
        steun: what stood behind the values before.
        reden: why they change; required for a *vast* one.

    Raises:
        InvoerFout: for each *vast* value that changes without a reason.
    """
    onderbouwing = {}
    bezwaren = []
    for sleutel, bestaand in steun.items():
        gelijk = sleutel in wordt and wordt[sleutel] == was[sleutel]
        if not gelijk and bestaand.status is Status.VAST and not reden:
            remedie = f'Geef een reden als u ervan afwijkt: met(…, reden="…"). Bron: {bestaand.bron}.'
            bezwaren.append(Bezwaar(sleutel, "is vast", gevonden=toon_waarde(was[sleutel]), remedie=remedie))
        elif gelijk:
            onderbouwing[sleutel] = bestaand
        elif sleutel in wordt:
            onderbouwing[sleutel] = na_wijziging(bestaand, was[sleutel], reden)
    if bezwaren:
        raise InvoerFout(tuple(bezwaren))
    return onderbouwing


def na_wijziging(bestaand: Onderbouwing, was: object, reden: str | None) -> Onderbouwing:
    """An open value without a source is simply another aanname; anything else remembers what it was."""
    if bestaand.status is Status.OPEN and bestaand.bron is None and reden is None:
        return bestaand
    return bestaand.afgeweken(toon_waarde(was).strip('"'), reden)
