"""Index figures of one's own, given with a call instead of in a file; the same figures by another door."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le
from pydantic import BeforeValidator

from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.velden import Woord, lees_geheel, lees_procent, veld
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset
from gezinshuis_tarief.referentie.eigen.lezen import cijferset_uit

Indexstand = Literal["voorlopig", "definitief"]
_Procent = Annotated[Decimal, BeforeValidator(lees_procent), Gt(-100), Le(100)]
_Jaar = Annotated[int, BeforeValidator(lees_geheel), Ge(1900), Le(2200)]


class EigenCijfer(Onderdeel):
    """An index figure of one's own: a percentage such as "3.75" or "0.5%", never without its source."""

    reeks: Annotated[Woord, veld("naam van de indexreeks")]
    jaar: Annotated[_Jaar, veld("kalenderjaar")]
    stand: Annotated[Indexstand, veld("voorlopig of definitief")]
    procent: Annotated[_Procent, veld("stijging in procenten")]
    bron: Annotated[Woord, veld("waar het cijfer staat")]


def als_set(eigen: Sequence[EigenCijfer]) -> Cijferset | None:
    """Return index figures as a set to use; None when there are none."""
    if not eigen:
        return None
    return cijferset_uit(
        {
            "geldig_vanaf": f"{cijfer.jaar}-01-01",
            "reeks": cijfer.reeks,
            "stand": cijfer.stand,
            "waarde": f"{cijfer.procent:f}%",
            "bron": cijfer.bron,
        }
        for cijfer in eigen
    )
