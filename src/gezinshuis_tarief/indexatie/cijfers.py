"""Where an index figure comes from: the user's own figures first, else the reference data."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le
from pydantic import BeforeValidator

from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.velden import Woord, lees_geheel, lees_getal, veld
from gezinshuis_tarief.referentie.indexen import indexcijfer

Indexstand = Literal["voorlopig", "definitief"]
_Procent = Annotated[Decimal, BeforeValidator(lees_getal), Gt(-100), Le(100)]
_Jaar = Annotated[int, BeforeValidator(lees_geheel), Ge(1900), Le(2200)]


class EigenCijfer(Onderdeel):
    """An index figure of one's own: a percentage such as "3.75", never without its source."""

    reeks: Annotated[Woord, veld("naam van de indexreeks")]
    jaar: Annotated[_Jaar, veld("kalenderjaar")]
    stand: Annotated[Indexstand, veld("voorlopig of definitief")]
    procent: Annotated[_Procent, veld("stijging in procenten")]
    bron: Annotated[Woord, veld("waar het cijfer staat")]


def zoek_cijfer(reeks: str, jaar: int, stand: Indexstand, eigen: Sequence[EigenCijfer]) -> EigenCijfer:
    """Return the figure of a series, with its source; one's own goes before the reference data.

    Raises:
        OnbekendCijfer: neither holds it; names what is known.
    """
    for cijfer in eigen:
        if (cijfer.reeks.casefold(), cijfer.jaar, cijfer.stand) == (reeks.casefold(), jaar, stand):
            return cijfer
    try:
        gevonden = indexcijfer(reeks, jaar, stand)
    except OnbekendCijfer as fout:
        raise OnbekendCijfer(_met_eigen(str(fout), reeks, eigen)) from None
    return EigenCijfer(
        reeks=gevonden.naam, jaar=jaar, stand=stand, procent=gevonden.waarde, bron=gevonden.bron
    )


def _met_eigen(melding: str, reeks: str, eigen: Sequence[EigenCijfer]) -> str:
    """Add what the user supplied for this series, so that a wrong year or stand is seen."""
    zelf = [f"{c.jaar} {c.stand}" for c in eigen if c.reeks.casefold() == reeks.casefold()]
    return f"{melding} Zelf opgegeven: {', '.join(zelf)}." if zelf else melding
