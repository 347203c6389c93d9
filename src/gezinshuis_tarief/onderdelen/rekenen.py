"""A formula of one's own, computed: in any reading, with the values of one component."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, cast

from gezinshuis_tarief.formules.uitdrukking import (
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Uitdrukking,
    Verwijzing,
)
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.onderdelen.definitie import Definitie


class Rekenaar:
    """Does what trees say, with the values of one component and the operations of one reading."""

    def __init__(
        self, deel: Onderdeel, definitie: Definitie, wijze: Rekenwijze, ruimte: Mapping[str, Any]
    ) -> None:
        self._deel, self._definitie, self._wijze = deel, definitie, wijze
        self._ruimte = dict(ruimte)

    def uitkomst(self) -> Decimal:
        """Return what the component yields; every step gets its name on the way."""
        for naam, stap in self._definitie.stappen.items():
            *onder, kort = naam.split(".")
            wijze = self._wijze
            for deel in onder:
                wijze = wijze.onder(deel)
            waarde = self._reken(self._definitie.bomen[naam])
            self._ruimte[naam] = wijze.stap(kort, waarde, stap.eenheid)
        return self._reken(self._definitie.bomen[""])

    def _reken(self, boom: Uitdrukking) -> Decimal:
        match boom:
            case Getal(waarde):
                return cast("Decimal", waarde)  # a formula in Python holds a whole number too
            case Verwijzing(sleutel):
                return self._waarde(sleutel)
            case Bewerking(teken, links, rechts):
                return cast("Decimal", _BEWERKINGEN[teken](self._reken(links), self._reken(rechts)))
            case Functie(naam, delen):  # the reading calls them the same
                return cast("Decimal", getattr(self._wijze, naam)(*map(self._reken, delen)))
            case EigenOf(eigen, opbouw):
                return self._wijze.eigen_of(self._waarde(eigen.sleutel), self._reken(opbouw))
            case NaarKeuze(keuze, opties):
                takken = {naam: self._reken(optie) for naam, optie in opties}
                return self._wijze.kies(getattr(self._deel, keuze.sleutel), takken)
        raise TypeError(boom)

    def _waarde(self, sleutel: str) -> Decimal:
        """Return an input, a step, or what a standard component that is an input yields when it is first asked."""
        if sleutel not in self._ruimte:
            naam, _, binnen = sleutel.partition(".")
            waarde: Any = getattr(self._deel, naam)
            if binnen and binnen not in type(waarde).model_fields:
                waarde = getattr(waarde, binnen)(self._wijze.onder(naam))
            elif binnen:
                waarde = getattr(waarde, binnen)
            self._ruimte[sleutel] = waarde
        return cast("Decimal", self._ruimte[sleutel])


def _gedeeld(een: Any, ander: Any) -> Any:  # noqa: ANN401 (whatever a reading calculates with)
    """Return the quotient; of two whole numbers, such as the days of a year, it is exact too."""
    return (Decimal(een) if isinstance(een, int) and isinstance(ander, int) else een) / ander


_BEWERKINGEN: Final[Mapping[str, Any]] = {
    "+": lambda een, ander: een + ander,
    "-": lambda een, ander: een - ander,
    "*": lambda een, ander: een * ander,
    "/": _gedeeld,
}
