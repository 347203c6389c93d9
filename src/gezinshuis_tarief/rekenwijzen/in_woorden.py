"""The reading in words: a formula in Dutch, with names or with numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gezinshuis_tarief.formules.schrijver import Schrijver
from gezinshuis_tarief.formules.uitdrukking import Uitdrukking
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES


class InWoorden(Schrijver):
    """Writes a formula in Dutch, with names or with numbers."""

    tekens = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}  # noqa: RUF012 (typed ClassVar in the base)

    def __init__(self, naam: Callable[[str], str]) -> None:
        self._naam = naam
        self._diepte = 0

    def schrijf(self, uitdrukking: Uitdrukking) -> str:
        """Return the text of an expression."""
        self._diepte += 1
        try:
            return super().schrijf(uitdrukking)
        finally:
            self._diepte -= 1

    def naam(self, sleutel: str) -> str:
        """Return the name or the number."""
        return self._naam(sleutel)

    def functie(self, naam: str, delen: list[str]) -> str:
        """Return rounding, smaller or larger in words."""
        if naam == "rond":
            tekst = f"{delen[0]}, afgerond op centen"
            return tekst if self._diepte == 1 else f"({tekst})"  # else it would seem to round all before it
        return f"{'laagste' if naam == 'minste' else 'hoogste'} van ({' en '.join(delen)})"

    def keuze(self, sleutel: str, opties: list[tuple[str, str]]) -> str:
        """Return the options in words."""
        takken = "; ".join(f"bij {naam}: {tekst}" for naam, tekst in opties)
        return f"[naar {self.naam(sleutel)}: {takken}]"

    def eigen_of(self, sleutel: str, opbouw: str) -> str:
        """Return the own figure; this reading only meets it when it is filled in."""
        return f"{self.naam(sleutel)} (eigen bedrag, in plaats van {opbouw})"


_STIL: Final = {*ZORGZWAARTES, "uitkomst", "gezinshuis", "gedeeld", "loon"}
"""Parts of keys that a reader does not need to know which value is meant."""


def benoem(sleutel: str, vanuit: str = "") -> str:
    """Call a key by its words, as short as it can be seen from the step it is used in."""
    delen = [deel for deel in sleutel.split(".") if deel not in _STIL]
    omgeving = [deel for deel in vanuit.split(".")[:-1] if deel not in _STIL]
    while len(delen) > 1 and omgeving and delen[0] == omgeving[0]:
        delen, omgeving = delen[1:], omgeving[1:]
    return " ".join(delen).replace("_", " ")
