"""The written reading: formulas without numbers, as a list of named steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self, TypeVar, cast

from gezinshuis_tarief.formules.uitdrukking import (
    NUL,
    EigenOf,
    Functie,
    Gekozen,
    NaarKeuze,
    Term,
    Uitdrukking,
    Verwijzing,
    als_uitdrukking,
)
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import vertaald

AFRONDING: Final = "afronding"
"""How the steps of roundings inside a formula are called."""
_O = TypeVar("_O", bound=Onderdeel)


@dataclass(frozen=True, slots=True)
class Stap:
    """A named intermediate result: its key, its formula over inputs and earlier steps, its unit."""

    sleutel: str
    formule: Uitdrukking
    eenheid: Eenheid


class GemaakteKeuze(str):
    """The option of a choice field, with the field's key."""

    __slots__ = ("sleutel",)
    sleutel: str

    def __new__(cls, optie: str, sleutel: str) -> Self:
        """Keep the key beside the text."""
        zelf = super().__new__(cls, optie)
        zelf.sleutel = sleutel
        return zelf


class Spoor:
    """Reads formulas as expressions; every step becomes a reference to its key.

    A tree stands where the protocol says Decimal: it knows the same operators.
    """

    def __init__(self, voorvoegsel: str = "", stappen: dict[str, Stap] | None = None) -> None:
        self._voorvoegsel = voorvoegsel
        self.stappen: dict[str, Stap] = {} if stappen is None else stappen

    def onder(self, naam: str) -> Self:
        """Return this reading with `naam.` before the keys of its steps."""
        return type(self)(f"{self._voorvoegsel}{naam}.", self.stappen)

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:
        """Write the step down, once, and return a reference to it."""
        sleutel = f"{self._voorvoegsel}{naam}"
        self.stappen.setdefault(sleutel, Stap(sleutel, als_uitdrukking(waarde), eenheid))
        return als_term(Verwijzing(sleutel))

    def rond(self, bedrag: Decimal) -> Decimal:
        """Write the rounding to cents."""
        return self.rond_regel(bedrag)

    def rond_regel(self, bedrag: Decimal) -> Decimal:
        """Write the rounding of a line, as that of any amount."""
        return als_term(Functie("rond", (als_uitdrukking(bedrag),)))

    def minste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Write the smaller of two."""
        return als_term(Functie("minste", (als_uitdrukking(een), als_uitdrukking(ander))))

    def meeste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Write the larger of two."""
        return als_term(Functie("meeste", (als_uitdrukking(een), als_uitdrukking(ander))))

    def kies(self, keuze: object, opties: Mapping[str, Decimal]) -> Decimal:
        """Write the choice; one that is already made leaves only its option and says where it was made."""
        if isinstance(keuze, GemaakteKeuze):
            optie = als_uitdrukking(opties[keuze])
            return als_term(optie if optie == NUL else Gekozen(Verwijzing(keuze.sleutel), optie))
        takken = tuple((naam, als_uitdrukking(optie)) for naam, optie in opties.items())
        return als_term(NaarKeuze(cast("Verwijzing", als_uitdrukking(keuze)), takken))

    def eigen_of(self, eigen: Decimal | None, opbouw: Decimal) -> Decimal:
        """Write the own figure with the build-up behind it; without one only the build-up."""
        if eigen is None:
            return opbouw
        return als_term(EigenOf(cast("Verwijzing", als_uitdrukking(eigen)), als_uitdrukking(opbouw)))


class Rondspoor(Spoor):
    """The written reading for those who settle roundings: each is a step of its own, also inside a formula.

    The steps that round stand in the order in which every reading rounds.
    """

    def rond(self, bedrag: Decimal) -> Decimal:
        """Write the amount and its rounding down as steps, and return a reference to the rounded amount."""
        naam = f"{AFRONDING}[{len(self.stappen)}]"
        for sleutel, formule in (
            (f"{naam}.bedrag", als_uitdrukking(bedrag)),
            (naam, Functie("rond", (Verwijzing(f"{naam}.bedrag"),))),
        ):
            self.stappen[sleutel] = Stap(sleutel, formule, Eenheid.EURO_PER_JAAR)
        return als_term(Verwijzing(naam))


def als_term(knoop: Uitdrukking) -> Decimal:
    """Return what stands in a formula where the protocol says Decimal."""
    return cast("Decimal", Term(knoop))


def met_verwijzingen(onderdeel: _O, *, keuzes: bool = False) -> _O:
    """Return the component with a reference in place of each number that is filled in.

    Args:
        onderdeel: the component.
        keuzes: also replace choices, so that every branch is written.
    """

    def verwijzing(sleutel: str, waarde: object, grenzen: Grenzen) -> object:
        if waarde is None or grenzen.is_tekst:
            return waarde
        if grenzen.keuzes and not keuzes:
            return GemaakteKeuze(str(waarde), sleutel)
        return als_term(Verwijzing(sleutel))

    return vertaald(onderdeel, verwijzing)
