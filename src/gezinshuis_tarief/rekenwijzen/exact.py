"""The reference reading: Decimal, rounded once per line."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from typing import Final, Self

from gezinshuis_tarief.kern.eenheden import Eenheid

CONTEXT: Final = Context(prec=250, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX)
"""Wide enough that no allowed input loses the decimals that decide a cent."""
CENT: Final = Decimal("0.01")
_BESLISSEND: Final = Decimal("1e-150")


def rond_op_centen(bedrag: Decimal) -> Decimal:
    """Round half up to cents.

    A quotient such as 1/0.95 does not end, so an amount that is exactly half a cent may stand as
    …4999 or …5001 in its last digits. Numbers below a billion with ten decimals at most keep any real
    difference from half a cent above 1e-136, so the digits beyond the 150th do not decide.
    """
    return bedrag.quantize(_BESLISSEND, ROUND_HALF_EVEN, CONTEXT).quantize(CENT, ROUND_HALF_UP, CONTEXT)


class Exact:
    """Reads formulas as Decimal; its steps leave no trace."""

    def onder(self, naam: str) -> Self:  # noqa: ARG002 (part of the protocol)
        """Return itself: no keys are kept."""
        return self

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:  # noqa: ARG002
        """Return the value."""
        return Decimal(waarde)

    def rond(self, bedrag: Decimal) -> Decimal:
        """Round half up to cents."""
        return rond_op_centen(bedrag)

    def minste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the smaller of two."""
        return min(een, Decimal(ander))

    def meeste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the larger of two."""
        return max(een, Decimal(ander))

    def kies(self, keuze: str, opties: Mapping[str, Decimal]) -> Decimal:
        """Return the option that was chosen."""
        return opties[keuze]

    def eigen_of(self, eigen: Decimal | None, opbouw: Decimal) -> Decimal:
        """Return the own figure where one is given."""
        return opbouw if eigen is None else eigen
