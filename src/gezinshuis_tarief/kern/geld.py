"""Money: the context of exact arithmetic, and the one rounding there is."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from typing import Final

CONTEXT: Final = Context(prec=600, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX)
"""Wide enough that no allowed input loses the decimals that decide a cent."""
CENT: Final = Decimal("0.01")
_BESLISSEND: Final = Decimal("1e-350")


def rond_op_centen(bedrag: Decimal) -> Decimal:
    """Round half up to cents.

    A quotient such as 1/0.95 does not end, so an amount that is exactly half a cent may stand as
    …4999 or …5001 in its last digits. What a calculation may take, also one with components of one's own, keeps any
    real difference from half a cent above 1e-340 (decision 2), so the digits beyond the 350th do not decide.
    """
    centen = bedrag.quantize(_BESLISSEND, ROUND_HALF_EVEN, CONTEXT).quantize(CENT, ROUND_HALF_UP, CONTEXT)
    return CONTEXT.add(centen, 0)  # there is one zero: a line that rounds to nothing is not −0.00
