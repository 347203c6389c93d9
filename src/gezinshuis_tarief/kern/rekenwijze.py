"""The reading protocol: what a formula may ask for besides + − × ÷, and its reference reading."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol, Self

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.geld import rond_op_centen


class Rekenwijze(Protocol):
    """One way to read the formulas: exact numbers, whole columns, or expressions.

    Formulas are typed as if for Decimal. A reading may hand them other values that know the same
    operators; what operators cannot say goes through these methods.
    """

    def onder(self, naam: str) -> Self:
        """Return this reading for a part: its steps get `naam.` before their key."""
        ...

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:
        """Give a name and a unit to an intermediate result and return it."""
        ...

    def rond(self, bedrag: Decimal) -> Decimal:
        """Round an amount half up to cents."""
        ...

    def rond_regel(self, bedrag: Decimal) -> Decimal:
        """Round a line of the tariff half up to cents; lines are only added up, so a reading may count them in cents."""
        ...

    def minste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the smaller of two."""
        ...

    def meeste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the larger of two."""
        ...

    def kies(self, keuze: str, opties: Mapping[str, Decimal]) -> Decimal:
        """Return the option that a choice field names."""
        ...

    def eigen_of(self, eigen: Decimal | None, opbouw: Decimal) -> Decimal:
        """Return the own figure where one is given, else the build-up."""
        ...


class Exact:
    """Reads formulas as Decimal, also where a formula holds a whole number; its steps leave no trace."""

    def onder(self, naam: str) -> Self:  # noqa: ARG002 (part of the protocol)
        """Return itself: no keys are kept."""
        return self

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:  # noqa: ARG002
        """Return the value."""
        return Decimal(waarde)

    def rond(self, bedrag: Decimal) -> Decimal:
        """Round half up to cents."""
        return rond_op_centen(Decimal(bedrag))

    def rond_regel(self, bedrag: Decimal) -> Decimal:
        """Round a line as any amount."""
        return self.rond(bedrag)

    def minste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the smaller of two."""
        return min(Decimal(een), Decimal(ander))

    def meeste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the larger of two."""
        return max(Decimal(een), Decimal(ander))

    def kies(self, keuze: str, opties: Mapping[str, Decimal]) -> Decimal:
        """Return the option that was chosen."""
        return Decimal(opties[keuze])

    def eigen_of(self, eigen: Decimal | None, opbouw: Decimal) -> Decimal:
        """Return the own figure where one is given."""
        return opbouw if eigen is None else eigen
