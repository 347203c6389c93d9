"""New prices of inputs, and those that users give themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.argumenten import eis_soort, naar_bedrag, naar_veldwaarde
from gezinshuis_tarief.kern.fouten import Bezwaar, naaste, verzameld, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Onderbouwing, Status
from gezinshuis_tarief.model.opbouw import Opbouw

_WAARDE_EN_BRON: Final = 2


@dataclass(frozen=True, slots=True)
class Prijs:
    """A new value of an input with what stands behind it."""

    waarde: Decimal
    onderbouwing: Onderbouwing


def eigen_prijzen(
    opbouw: Opbouw, eigen: Mapping[str, object], dag: dt.date, bezwaren: list[Bezwaar]
) -> dict[str, Prijs]:
    """Read own figures, each through the door of its field; what is refused goes to the objections."""
    eis_soort("eigen", eigen, Mapping)
    velden = {waarde.sleutel: waarde.grenzen for waarde in opbouw.waarden()}
    prijzen: dict[str, Prijs] = {}
    for sleutel, inhoud in eigen.items():
        naam = f"eigen.{sleutel}"
        if sleutel not in velden:
            remedie = naaste(str(sleutel), velden)
            bezwaren.append(Bezwaar(naam, "is geen bekende sleutel", remedie=remedie))
        elif not isinstance(inhoud, tuple | list) or len(inhoud) != _WAARDE_EN_BRON:
            remedie = 'Schrijf beide: ("1234.56", "waar het cijfer staat").'
            bezwaren.append(Bezwaar(naam, "is geen waarde met een bron", remedie=remedie))
        else:
            with verzameld(bezwaren):
                waarde, bron = inhoud
                prijzen[sleutel] = _eigen_prijs(naam, waarde, bron, velden[sleutel], dag)
    return prijzen


def _eigen_prijs(naam: str, waarde: object, bron: object, grenzen: Grenzen, dag: dt.date) -> Prijs:
    if not isinstance(bron, str) or not bron.strip():
        raise weigering(naam, "heeft geen bron", remedie="Zeg waar het cijfer staat.")
    steun = Onderbouwing(status=Status.SUGGESTIE, herkomst=Herkomst.BRON, bron=bron.strip(), geldig_vanaf=dag)
    return Prijs(
        naar_veldwaarde(naam, waarde, grenzen) if grenzen.eenheid else naar_bedrag(naam, waarde), steun
    )
