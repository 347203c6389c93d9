"""The parts a document is made of; what Word, PDF and plain text each write in their own way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading; level 0 is the title."""

    tekst: str
    niveau: int = 1


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Documenttabel:
    """A table with a heading row.

    Attributes:
        koppen: the headings.
        rijen: the rows, as text.
        breedtes: the share of the page that each column takes.
        getallen: how many of the last columns are numbers, to the right.
        totaal: whether the last row is a total.
    """

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    breedtes: tuple[float, ...]
    getallen: int = 0
    totaal: bool = False


@dataclass(frozen=True, slots=True)
class Handtekeningen:
    """A place to sign for each party."""

    partijen: tuple[str, ...]

    def vakken(self, ruimte: str) -> Iterator[Documenttabel]:
        """Yield a table per party to sign in, with room for the signature."""
        rijen = tuple((veld, ruimte if veld == TEKENVELDEN[-1] else "") for veld in TEKENVELDEN)
        for partij in self.partijen:
            yield Documenttabel((f"Namens {partij}", ""), rijen, (0.3, 0.7))


Deel = Kop | Alinea | Documenttabel | Handtekeningen
TEKENVELDEN: Final = ("Naam", "Functie", "Plaats en datum", "Handtekening")
