"""The remembering reading: exact, and the value of every step is kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.rekenwijze import Exact


class Meeschrijver(Exact):
    """The exact reading that keeps the value of every step."""

    def __init__(self, voorvoegsel: str = "", waarden: dict[str, Decimal] | None = None) -> None:
        self._voorvoegsel = voorvoegsel
        self.waarden: dict[str, Decimal] = {} if waarden is None else waarden

    def onder(self, naam: str) -> Self:
        """Return this reading with `naam.` before the keys of its steps."""
        return type(self)(f"{self._voorvoegsel}{naam}.", self.waarden)

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:
        """Keep the value and return it."""
        uitkomst = super().stap(naam, waarde, eenheid)
        self.waarden[f"{self._voorvoegsel}{naam}"] = uitkomst
        return uitkomst
