"""The written reading: formulas without numbers, as a list of named steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self, cast

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.meldingen import keuzes as keuzes_van
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.uitdrukking import (
    NUL,
    EigenOf,
    Functie,
    Gekozen,
    NaarKeuze,
    Uitdrukking,
    Verwijzing,
    als_uitdrukking,
)

if TYPE_CHECKING:
    from gezinshuis_tarief.model.opbouw import Opbouw


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
        return _als_decimal(Verwijzing(sleutel))

    def rond(self, bedrag: Decimal) -> Decimal:
        """Write the rounding to cents."""
        return _als_decimal(Functie("rond", (als_uitdrukking(bedrag),)))

    def minste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Write the smaller of two."""
        return _als_decimal(Functie("minste", (als_uitdrukking(een), als_uitdrukking(ander))))

    def meeste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Write the larger of two."""
        return _als_decimal(Functie("meeste", (als_uitdrukking(een), als_uitdrukking(ander))))

    def kies(self, keuze: object, opties: Mapping[str, Decimal]) -> Decimal:
        """Write the choice; one that is already made leaves only its option and says where it was made."""
        if isinstance(keuze, GemaakteKeuze):
            optie = als_uitdrukking(opties[keuze])
            return _als_decimal(optie if optie == NUL else Gekozen(Verwijzing(keuze.sleutel), optie))
        takken = tuple((naam, als_uitdrukking(optie)) for naam, optie in opties.items())
        return _als_decimal(NaarKeuze(cast("Verwijzing", keuze), takken))

    def eigen_of(self, eigen: Decimal | None, opbouw: Decimal) -> Decimal:
        """Write the own figure with the build-up behind it; without one only the build-up."""
        if eigen is None:
            return opbouw
        return _als_decimal(EigenOf(cast("Verwijzing", eigen), als_uitdrukking(opbouw)))


def _als_decimal(uitdrukking: Uitdrukking) -> Decimal:
    return cast("Decimal", uitdrukking)


def met_verwijzingen(onderdeel: Onderdeel, voorvoegsel: str = "", *, keuzes: bool = False) -> Onderdeel:
    """Return the component with a reference in place of each number that is filled in.

    Args:
        onderdeel: the component.
        voorvoegsel: what stands before its keys.
        keuzes: also replace choices, so that every branch is written.
    """
    velden: dict[str, Any] = {}
    for naam, veld in type(onderdeel).model_fields.items():
        sleutel = f"{voorvoegsel}{naam}"
        inhoud = getattr(onderdeel, naam)
        match inhoud:
            case Onderdeel():
                velden[naam] = met_verwijzingen(inhoud, f"{sleutel}.", keuzes=keuzes)
            case tuple():
                delen = enumerate(inhoud)
                velden[naam] = tuple(met_verwijzingen(d, f"{sleutel}[{i}].", keuzes=keuzes) for i, d in delen)
            case Decimal() | int():
                velden[naam] = Verwijzing(sleutel)
            case str() if keuzes_van(veld):
                velden[naam] = Verwijzing(sleutel) if keuzes else GemaakteKeuze(inhoud, sleutel)
            case _:
                velden[naam] = inhoud
    return type(onderdeel).model_construct(**velden)


def volg(opbouw: Opbouw, *, keuzes: bool = False) -> dict[str, Stap]:
    """Write every step of an opbouw down, by key, in order of calculation.

    What the opbouw settles (an own figure, an absent bouwsteen 8, and choices unless asked
    otherwise) is left out of the formulas, so that they say what was really calculated.
    """
    spoor = Spoor()
    stel_samen(cast("Opbouw", met_verwijzingen(opbouw, keuzes=keuzes)), spoor)
    return spoor.stappen
