"""The reading in which some steps have another value than their formula gives."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Self

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.rekenwijzen.lege_cellen import ExactMetLegeCellen


class ExactMetVervanging(ExactMetLegeCellen):
    """The exact reading with replacements, by key of the step."""

    def __init__(
        self,
        vervangen: Mapping[str, Decimal],
        voorvoegsel: str = "",
        waarden: dict[str, Decimal] | None = None,
    ) -> None:
        super().__init__(voorvoegsel, waarden)
        self._vervangen = vervangen

    def onder(self, naam: str) -> Self:
        """Return this reading with `naam.` before the keys of its steps."""
        return type(self)(self._vervangen, f"{self._voorvoegsel}{naam}.", self.waarden)

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:
        """Keep and return the replacement where there is one, else the value."""
        return super().stap(naam, self._vervangen.get(f"{self._voorvoegsel}{naam}", waarde), eenheid)
