"""The database reading: one formula, or one rounding, as an Ibis expression over the columns of a table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from operator import add, mul, sub, truediv
from typing import Any, Final

import ibis

from gezinshuis_tarief.formules.uitdrukking import (
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Teken,
    Uitdrukking,
    Verwijzing,
)

# Ibis types its columns by what is known while running; here every column is a number unless it is a choice.
Kolom = Any
Databasetabel = Any

GELD: Final = "decimal(18, 2)"
"""Column type of outcomes: sixteen digits before the point."""
_TE_GROOT: Final = 1e13
"""From here on an amount is left empty and doubtful: its cents no longer fit a float."""
_BEWAKING: Final = 1 + 8 * 2.0**-52
"""Lifts a half cent that landed just below its tie; far less than the doubtful band."""
_BEWERKINGEN: Final[dict[Teken, Callable[[Any, Any], Any]]] = {"+": add, "-": sub, "*": mul, "/": truediv}


class IbisFormule:
    """Turns formulas into expressions over one table.

    Args:
        tabel: the table whose columns are the dotted keys of inputs and earlier steps.
        vast: values of the inputs that are no column, the same for every row.
        optioneel: inputs of parts that a row may lack, which then count nothing.
        ook_negatief: whether an amount may be negative, as with a formula of one's own.
    """

    def __init__(
        self,
        tabel: Databasetabel,
        vast: Mapping[str, Any],
        optioneel: Collection[str],
        *,
        ook_negatief: bool = False,
    ) -> None:
        self._tabel = tabel
        self._vast = vast
        self._optioneel = optioneel
        self._ook_negatief = ook_negatief

    def getal(self, uitdrukking: Uitdrukking) -> Kolom:  # noqa: PLR0911 (one line per kind of node)
        """Return the expression of a formula that gives a number."""
        match uitdrukking:
            case Getal(waarde):
                return ibis.literal(float(waarde))
            case Verwijzing(sleutel):
                return self._verwijzing(sleutel)
            case Bewerking(teken, links, rechts):
                return _BEWERKINGEN[teken](self.getal(links), self.getal(rechts))
            case Functie("minste", delen):
                return ibis.least(*map(self.getal, delen))
            case Functie("meeste", delen):
                return ibis.greatest(*map(self.getal, delen))
            case Functie(_, (bedrag,)):
                return self.rond(bedrag)
            case NaarKeuze(keuze, opties):
                gekozen = self._keuze(keuze.sleutel, opties[0][0])
                return gekozen.cases(*((naam, self.getal(optie)) for naam, optie in opties))
            case EigenOf(eigen, opbouw):
                return ibis.coalesce(self._verwijzing(eigen.sleutel), self.getal(opbouw))
        raise TypeError(uitdrukking)

    def rond(self, bedrag: Uitdrukking) -> Kolom:
        """Return an amount in whole cents, half up: away from zero. No line of the standard formulas is negative."""
        centen = self.centen(bedrag)
        if not self._ook_negatief:
            return ((centen * _BEWAKING + 0.5).floor() / 100.0).cast(GELD)
        euro = (centen.abs() + 0.5).floor() / 100.0
        return ibis.ifelse(centen < 0.0, -euro, euro).cast(GELD)

    def centen(self, bedrag: Uitdrukking) -> Kolom:
        """Return an amount in unrounded cents; empty when it is too large to be a tariff."""
        waarde = self.getal(bedrag)
        grootte = waarde.abs() if self._ook_negatief else waarde
        return ibis.ifelse(grootte < _TE_GROOT, waarde * 100.0, ibis.null("float64"))

    def _verwijzing(self, sleutel: str) -> Kolom:
        if sleutel not in self._tabel.columns:
            # as text: DuckDB would take a bare 0.95 for a DECIMAL and go on in its arithmetic
            return ibis.literal(repr(float(self._vast[sleutel]))).cast("float64")
        kolom = self._tabel[sleutel]
        if sleutel.startswith("uitkomst."):
            return kolom
        getal = kolom if kolom.type().is_float64() else kolom.cast("float64")
        return getal.coalesce(0.0) if sleutel in self._optioneel else getal

    def _keuze(self, sleutel: str, anders: str) -> Kolom:
        if sleutel not in self._tabel.columns:
            return ibis.literal(str(self._vast[sleutel]))
        kolom = self._tabel[sleutel]
        return kolom.coalesce(anders) if sleutel in self._optioneel else kolom
