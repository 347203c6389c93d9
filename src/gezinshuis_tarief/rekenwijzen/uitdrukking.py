"""Formulas as trees: what a formula becomes when it is read without numbers.

Each written reading (explanation, Excel, SQL) is a way to write these few kinds of node.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

Teken = Literal["+", "-", "*", "/"]


class Uitdrukking:
    """A node; combines with other nodes and whole numbers by the four operators."""

    __slots__ = ()

    def __add__(self, ander: object) -> Uitdrukking:
        return _combineer("+", self, als_uitdrukking(ander))

    def __radd__(self, ander: object) -> Uitdrukking:
        return _combineer("+", als_uitdrukking(ander), self)

    def __sub__(self, ander: object) -> Uitdrukking:
        return _combineer("-", self, als_uitdrukking(ander))

    def __rsub__(self, ander: object) -> Uitdrukking:
        return _combineer("-", als_uitdrukking(ander), self)

    def __mul__(self, ander: object) -> Uitdrukking:
        return _combineer("*", self, als_uitdrukking(ander))

    def __rmul__(self, ander: object) -> Uitdrukking:
        return _combineer("*", als_uitdrukking(ander), self)

    def __truediv__(self, ander: object) -> Uitdrukking:
        return _combineer("/", self, als_uitdrukking(ander))

    @property
    def delen(self) -> tuple[Uitdrukking, ...]:
        """The nodes this one is made of."""
        return ()


@dataclass(frozen=True, slots=True)
class Getal(Uitdrukking):
    """A whole number that a formula itself holds, such as 12 months."""

    waarde: int


@dataclass(frozen=True, slots=True)
class Verwijzing(Uitdrukking):
    """An input or an earlier step, by its dotted key."""

    sleutel: str


@dataclass(frozen=True, slots=True)
class Bewerking(Uitdrukking):
    """Two nodes and an operator."""

    teken: Teken
    links: Uitdrukking
    rechts: Uitdrukking

    @property
    def delen(self) -> tuple[Uitdrukking, ...]:
        """Both sides."""
        return (self.links, self.rechts)


@dataclass(frozen=True, slots=True)
class Functie(Uitdrukking):
    """Rounding to cents, the smaller or the larger of two."""

    naam: Literal["rond", "minste", "meeste"]
    delen: tuple[Uitdrukking, ...]


@dataclass(frozen=True, slots=True)
class NaarKeuze(Uitdrukking):
    """The option that a choice field names."""

    keuze: Verwijzing
    opties: tuple[tuple[str, Uitdrukking], ...]

    @property
    def delen(self) -> tuple[Uitdrukking, ...]:
        """The choice and its options."""
        return (self.keuze, *(optie for _, optie in self.opties))


@dataclass(frozen=True, slots=True)
class Gekozen(Uitdrukking):
    """A choice that is made: only its option is left, and the key of the choice."""

    keuze: Verwijzing
    optie: Uitdrukking

    @property
    def delen(self) -> tuple[Uitdrukking, ...]:
        """The choice and the option it left."""
        return (self.keuze, self.optie)


@dataclass(frozen=True, slots=True)
class EigenOf(Uitdrukking):
    """The own figure where one is given, else the build-up."""

    eigen: Verwijzing
    opbouw: Uitdrukking

    @property
    def delen(self) -> tuple[Uitdrukking, ...]:
        """The own figure and the build-up."""
        return (self.eigen, self.opbouw)


NUL: Final = Getal(0)
EEN: Final = Getal(1)


def _combineer(teken: Teken, links: Uitdrukking, rechts: Uitdrukking) -> Uitdrukking:
    """Combine two nodes, leaving out what changes nothing (+ 0, × 1), so that formulas stay readable."""
    if teken in "+-" and rechts == NUL:
        return links
    if teken == "+" and links == NUL:
        return rechts
    if teken == "*" and NUL in (links, rechts):
        return NUL
    if teken in "*/" and rechts == EEN:
        return links
    return Bewerking(teken, links, rechts)


def als_uitdrukking(waarde: object) -> Uitdrukking:
    """Return a node for a node or a whole number.

    Raises:
        TypeError: for anything else: a number in a formula is a named field, or a small whole constant.
    """
    match waarde:
        case Uitdrukking():
            return waarde
        case bool():
            pass
        case int():
            return Getal(waarde)
        case Decimal() if waarde == waarde.to_integral_value():
            return Getal(int(waarde))
    raise TypeError(f"een formule rekent met velden en hele getallen, niet met {waarde!r}")


def zonder_keuzes(uitdrukking: Uitdrukking) -> Uitdrukking:
    """Return the option itself where a choice was made."""
    while isinstance(uitdrukking, Gekozen):
        uitdrukking = uitdrukking.optie
    return uitdrukking


def verwijzingen(uitdrukking: Uitdrukking) -> Iterator[str]:
    """Yield the keys of all inputs and steps in a formula, in the order in which it reads them."""
    if isinstance(uitdrukking, Verwijzing):
        yield uitdrukking.sleutel
    for deel in uitdrukking.delen:
        yield from verwijzingen(deel)
