"""Which names a formula in text may use, and what they stand for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from gezinshuis_tarief.kern.fouten import InvoerFout, naaste, weigering

WOORDEN: Final = frozenset(
    {"min", "max", "afronden", "round", "als", "if", "isgetal", "isnumber", "nb", "na"}
)
"""The words of the language, Dutch and English; no input or step may be called so."""


def formulefout(melding: str, *, toegestaan: str = "", remedie: str = "") -> InvoerFout:
    """Return the objection to a formula; whose it is, its reader knows."""
    return weigering("", melding, toegestaan=toegestaan, remedie=remedie)


@dataclass(frozen=True)
class Woordenlijst:
    """Which names a formula may use; they are read in capitals too.

    Attributes:
        getallen: the key that each name of a number stands for.
        keuzes: the options of each choice.
        kan_leeg: the numbers that may be left blank, for `ALS(ISGETAL(x); x; …)`.
        anders: why a name that is known is none of these.
    """

    getallen: Mapping[str, str]
    keuzes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kan_leeg: Collection[str] = ()
    anders: Mapping[str, str] = field(default_factory=dict)

    def getal(self, naam: str) -> str:
        """Return the key of a number.

        Raises:
            InvoerFout: when it is no number, with what it is instead or the nearest name.
        """
        laag = naam.lower()
        if laag in self.getallen:
            return self.getallen[laag]
        if laag in self.anders:
            raise formulefout(f"leest {naam}, {self.anders[laag]}")
        if laag in self.keuzes:
            keuze = f'ALS({laag} = "{self.keuzes[laag][0]}"; …; …)'
            raise formulefout(
                f"rekent met {naam}, dat een keuze is en geen getal", remedie=f"Schrijf {keuze}."
            )
        bekend = sorted(self.getallen)
        remedie = naaste(laag, bekend) or f"Bekend zijn: {', '.join(bekend)}."
        raise formulefout(f"gebruikt de onbekende naam {naam}", remedie=remedie)
