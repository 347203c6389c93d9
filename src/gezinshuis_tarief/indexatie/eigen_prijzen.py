"""New prices of inputs, and those that users give themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.argumenten import eis_soort, naar_bedrag, naar_veldwaarde
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, naaste, verzameld, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Onderbouwing, Status
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset
from gezinshuis_tarief.referentie.eigen.lezen import cijferset_uit

_WAARDE_EN_BRON: Final = 2


@dataclass(frozen=True, slots=True)
class Prijs:
    """A new value of an input with what stands behind it."""

    waarde: Decimal
    onderbouwing: Onderbouwing


def eigen_prijzen(
    opbouw: Opbouw, eigen: Mapping[str, object], dag: dt.date, bezwaren: list[Bezwaar]
) -> tuple[dict[str, Prijs], list[Cijferset]]:
    """Read own figures: those at a key through the door of its field, the others by the name of a figure.

    Args:
        opbouw: the quote whose keys they may name.
        eigen: (value, source) by key, or by name of a figure such as "AWf_laag".
        dag: the day they hold from.
        bezwaren: gets what is refused.

    Returns:
        The prices by key, and each other figure as a set of its own.
    """
    eis_soort("eigen", eigen, Mapping)
    velden = {waarde.sleutel: waarde.grenzen for waarde in opbouw.waarden()}
    prijzen: dict[str, Prijs] = {}
    cijfers: list[Cijferset] = []
    for sleutel, inhoud in eigen.items():
        naam = f"eigen.{sleutel}"
        with verzameld(bezwaren):
            waarde, bron = _waarde_en_bron(naam, inhoud)
            if sleutel in velden:
                prijzen[sleutel] = _eigen_prijs(naam, waarde, bron, velden[sleutel], dag)
            else:
                rij = {"naam": sleutel, "geldig_vanaf": dag, "waarde": waarde, "bron": bron}
                cijfers.append(_eigen_cijfer(naam, rij, velden))
    return prijzen, cijfers


def _waarde_en_bron(naam: str, inhoud: object) -> tuple[object, str]:
    if not isinstance(inhoud, tuple | list) or len(inhoud) != _WAARDE_EN_BRON:
        remedie = 'Schrijf beide: ("1234.56", "waar het cijfer staat").'
        raise weigering(naam, "is geen waarde met een bron", remedie=remedie)
    waarde, bron = inhoud
    if not isinstance(bron, str) or not bron.strip():
        raise weigering(naam, "heeft geen bron", remedie="Zeg waar het cijfer staat.")
    return waarde, bron.strip()


def _eigen_prijs(naam: str, waarde: object, bron: str, grenzen: Grenzen, dag: dt.date) -> Prijs:
    steun = Onderbouwing(status=Status.SUGGESTIE, herkomst=Herkomst.BRON, bron=bron, geldig_vanaf=dag)
    return Prijs(
        naar_veldwaarde(naam, waarde, grenzen) if grenzen.eenheid else naar_bedrag(naam, waarde), steun
    )


def _eigen_cijfer(naam: str, rij: Mapping[str, object], velden: Collection[str]) -> Cijferset:
    """Read a figure by its own name; a name with a point was meant as a key."""
    if "." in str(rij["naam"]):
        raise weigering(naam, "is geen bekende sleutel", remedie=naaste(str(rij["naam"]), velden))
    try:
        return cijferset_uit([rij])
    except InvoerFout as fout:
        raise InvoerFout(tuple(replace(bezwaar, sleutel=naam) for bezwaar in fout.bezwaren)) from None
