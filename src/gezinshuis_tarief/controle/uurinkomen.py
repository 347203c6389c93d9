"""What bouwsteen 1 comes to per hour."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import Any, Final

from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst

_FTE: Final = ("fte_per_plaats", "vervangingsfactor")


def uurinkomen(uitkomst: Uitkomst, uren_per_fte: Decimal) -> Decimal:
    """Return what bouwsteen 1 comes to per paid hour of the gezinshuisouders, employer's costs included.

    Args:
        uitkomst: the quote.
        uren_per_fte: paid hours of one fte a year; the cao Jeugdzorg has 1872.

    Returns:
        euro per hour. The parents are there day and night; this counts only the hours the fte pays for.

    Raises:
        InvoerFout: when bouwsteen 1 is one's own and has no fte.
    """
    staand, exact = uitkomst.opbouw.zoals_het_staat(), Exact()
    blok, huis = staand.inkomen_gezinshuisouder, staand.gezinshuis.maten(exact)
    with localcontext(CONTEXT):
        per_jaar, uren = blok.per_jaar(huis, exact), _aantal_fte(blok, huis) * uren_per_fte
    return per_jaar / uren


def _aantal_fte(blok: Any, huis: Huismaten) -> Decimal:  # noqa: ANN401 (a variant of one's own may stand here)
    aantal: Decimal
    if hasattr(blok, "aantal_fte"):
        aantal = blok.aantal_fte(huis, Exact())
        return aantal
    if mist := [naam for naam in _FTE if not hasattr(blok, naam)]:
        melding = f"heeft geen {' en '.join(mist)}, dus geen uren"
        raise weigering("inkomen_gezinshuisouder", melding, gevonden=type(blok).__name__)
    aantal = blok.fte_per_plaats * huis.plaatsen * blok.vervangingsfactor
    return aantal
