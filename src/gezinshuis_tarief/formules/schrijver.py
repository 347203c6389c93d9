"""Turns an expression into text: the shared part of every written reading."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from gezinshuis_tarief.formules.uitdrukking import (
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Teken,
    Uitdrukking,
    Verwijzing,
    zonder_keuzes,
)

_STERKTE = {"+": 1, "-": 1, "*": 2, "/": 2}


class Schrijver(ABC):
    """Writes expressions in one language; brackets keep the order of calculation of the tree."""

    tekens: ClassVar[dict[Teken, str]]

    def schrijf(self, uitdrukking: Uitdrukking) -> str:
        """Return the text of an expression."""
        match zonder_keuzes(uitdrukking):
            case Getal(waarde):
                return self.getal(waarde)
            case Verwijzing(sleutel):
                return self.naam(sleutel)
            case Bewerking(teken, links, rechts):
                return f"{self._kant(teken, links)}{self.tekens[teken]}{self._kant(teken, rechts, is_rechts=True)}"
            case Functie(naam, delen):
                return self.functie(naam, [self.schrijf(deel) for deel in delen])
            case NaarKeuze(keuze, opties):
                return self.keuze(keuze.sleutel, [(naam, self.schrijf(optie)) for naam, optie in opties])
            case EigenOf(eigen, opbouw):
                return self.eigen_of(eigen.sleutel, self.schrijf(opbouw))
        raise TypeError(uitdrukking)

    def _kant(self, teken: Teken, kant: Uitdrukking, *, is_rechts: bool = False) -> str:
        tekst, kant = self.schrijf(kant), zonder_keuzes(kant)
        if not isinstance(kant, Bewerking):
            return tekst
        verschil = _STERKTE[kant.teken] - _STERKTE[teken]
        return f"({tekst})" if verschil < 0 or (is_rechts and verschil == 0) else tekst

    def getal(self, waarde: int) -> str:
        """Return how a whole number is written."""
        return str(waarde)

    @abstractmethod
    def naam(self, sleutel: str) -> str:
        """Return how an input or a step is called."""

    @abstractmethod
    def functie(self, naam: str, delen: list[str]) -> str:
        """Return `rond`, `minste` or `meeste` over its parts."""

    @abstractmethod
    def keuze(self, sleutel: str, opties: list[tuple[str, str]]) -> str:
        """Return the option that the choice at `sleutel` names."""

    @abstractmethod
    def eigen_of(self, sleutel: str, opbouw: str) -> str:
        """Return the own figure at `sleutel` where there is one, else the build-up."""
