"""The reference reading: Decimal, rounded once per line."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Self

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.geld import rond_op_centen


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
