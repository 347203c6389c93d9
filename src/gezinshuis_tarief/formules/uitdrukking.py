"""Formulas as trees: what a formula becomes when it is read without numbers.

Each written reading (explanation, Excel, SQL) is a way to write these few kinds of node.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, Never

from gezinshuis_tarief.kern.fouten import GezinshuisTariefFout

Teken = Literal["+", "-", "*", "/"]


class FormuleFout(GezinshuisTariefFout, TypeError):
    """A formula that asks for more than a reading without numbers can give."""


class Uitdrukking:
    """A node of a formula."""

    __slots__ = ()

    @property
    def delen(self) -> tuple[Uitdrukking, ...]:
        """The nodes this one is made of."""
        return ()


class Term:
    """What a formula sees where a number or a choice will be: it can be calculated with, not looked at.

    A formula that looks (`if self.grondslag == "kostprijs"`) would be written down for one value only, so every way
    of looking is an error; a reading chooses with `kies`, `minste` and `meeste`.
    """

    __slots__ = ("knoop",)

    def __init__(self, knoop: Uitdrukking) -> None:
        self.knoop = knoop

    def __add__(self, ander: object) -> Term:
        return _combineer("+", self, ander)

    def __radd__(self, ander: object) -> Term:
        return _combineer("+", ander, self)

    def __sub__(self, ander: object) -> Term:
        return _combineer("-", self, ander)

    def __rsub__(self, ander: object) -> Term:
        return _combineer("-", ander, self)

    def __mul__(self, ander: object) -> Term:
        return _combineer("*", self, ander)

    def __rmul__(self, ander: object) -> Term:
        return _combineer("*", ander, self)

    def __truediv__(self, ander: object) -> Term:
        return _combineer("/", self, ander)

    def __rtruediv__(self, ander: object) -> Term:
        return _combineer("/", ander, self)

    def _bekeken(self, *_: object) -> Never:
        raise FormuleFout(
            "Een formule rekent met haar invoer en kijkt er niet naar. Gebruik wijze.kies, wijze.minste of "
            "wijze.meeste in plaats van if, ==, <, min of max."
        )

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __hash__ = _bekeken
    __float__ = __int__ = __index__ = __len__ = __iter__ = __abs__ = __round__ = _bekeken


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


def _combineer(teken: Teken, een: object, ander: object) -> Term:
    """Combine two nodes, leaving out what changes nothing (+ 0, × 1), so that formulas stay readable."""
    links, rechts = als_uitdrukking(een), als_uitdrukking(ander)
    if teken in "+-" and rechts == NUL:
        return Term(links)
    if teken == "+" and links == NUL:
        return Term(rechts)
    if teken == "*" and NUL in (links, rechts):
        return Term(NUL)
    if teken in "*/" and rechts == EEN:
        return Term(links)
    return Term(Bewerking(teken, links, rechts))


def als_uitdrukking(waarde: object) -> Uitdrukking:
    """Return the node of what a formula calculates with: a term, a node, or a whole number.

    Raises:
        FormuleFout: for anything else: a number in a formula is a named field, or a small whole constant.
    """
    match waarde:
        case Term(knoop=knoop):
            return knoop
        case Uitdrukking():
            return waarde
        case bool():
            pass
        case int():
            return Getal(waarde)
        case Decimal() if waarde == waarde.to_integral_value():
            return Getal(int(waarde))
    raise FormuleFout(f"een formule rekent met velden en hele getallen, niet met {waarde!r}")


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
