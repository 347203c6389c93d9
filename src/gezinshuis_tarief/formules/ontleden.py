"""From what the grammar found to a tree: names become keys, words become operations, and all limits hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final, Literal

from gezinshuis_tarief.formules.uitdrukking import (
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Teken,
    Uitdrukking,
    Verwijzing,
    verwijzingen,
)
from gezinshuis_tarief.formules.woordenlijst import Woordenlijst, formulefout

KNOPEN_HOOGSTENS: Final = 500
DIEPTE_HOOGSTENS: Final = 40
GETAL_HOOGSTENS: Final = 1_000_000
_CIJFERS_HOOGSTENS: Final = len(str(GETAL_HOOGSTENS))


@dataclass(frozen=True)
class Tak:
    """A tree with its depth and its size, counted as if nothing in it were shared."""

    knoop: Uitdrukking
    diepte: int = 1
    omvang: int = 1


@dataclass(frozen=True)
class _Keten:
    """A choice of which the options are still being read: `ALS(k = "a"; …; ALS(k = "b"; …; …))`."""

    keuze: str
    takken: Mapping[str, Tak | None]
    anders: Tak | None


@dataclass(frozen=True)
class _Gelijk:
    """`keuze = "woord"`."""

    keuze: str
    woord: str


class _Niets:
    """`NB()`: where no word of a choice leads."""


@dataclass(frozen=True)
class _IsGetal:
    """`ISGETAL(x)`."""

    naam: str


def _knoop(knoop: Uitdrukking, *delen: Tak) -> Tak:
    diepte = 1 + max(deel.diepte for deel in delen)
    omvang = 1 + sum(deel.omvang for deel in delen)
    if omvang > KNOPEN_HOOGSTENS:
        mag = f"hoogstens {KNOPEN_HOOGSTENS} namen, getallen en bewerkingen"
        raise formulefout("is te groot", toegestaan=mag, remedie="Verdeel haar over stappen.")
    if diepte > DIEPTE_HOOGSTENS:
        mag = f"hoogstens {DIEPTE_HOOGSTENS} lagen haakjes of bewerkingen"
        raise formulefout("is te diep genest", toegestaan=mag, remedie="Verdeel haar over stappen.")
    return Tak(knoop, diepte, omvang)


def _is_vast(deel: Tak) -> bool:
    return next(verwijzingen(deel.knoop), None) is None


def _kaal_gelezen(boom: Uitdrukking) -> Iterator[str]:
    """Yield the keys that are read whether they are filled in or not."""
    if isinstance(boom, Verwijzing):
        yield boom.sleutel
    for deel in [boom.opbouw] if isinstance(boom, EigenOf) else boom.delen:
        yield from _kaal_gelezen(deel)


class Ontleding:
    """The rules of the grammar, each as what it makes of its parts."""

    def __init__(self, woorden: Woordenlijst) -> None:
        self._woorden = woorden
        self._functies = {
            "min": lambda *delen: self._uiterste("minste", "MIN", delen),
            "max": lambda *delen: self._uiterste("meeste", "MAX", delen),
            "afronden": self._rond,
            "als": self._als,
            "isgetal": self._is_getal,
            "nb": self._nb,
        }
        self._functies |= {"round": self._rond, "if": self._als, "isnumber": self._is_getal, "na": self._nb}

    def uitkomst(self, deel: object) -> Uitdrukking:
        """Return the tree of the whole; what may be blank is only read where it is not."""
        boom = self._als_deel(deel).knoop
        for sleutel in _kaal_gelezen(boom):
            if sleutel in self._woorden.kan_leeg:
                remedie = f"Schrijf ALS(ISGETAL({sleutel}); {sleutel}; …)."
                raise formulefout(f"rekent met {sleutel}, dat leeg kan zijn", remedie=remedie)
        return boom

    def start(self, deel: object) -> object:
        """Return what the whole text says."""
        return deel

    def getal(self, cijfers: str) -> Tak:
        """Return a whole number."""
        if len(cijfers) > _CIJFERS_HOOGSTENS or int(cijfers) > GETAL_HOOGSTENS:
            raise formulefout("bevat een te groot getal", toegestaan=f"hoogstens {GETAL_HOOGSTENS}")
        return Tak(Getal(int(cijfers)))

    def naam(self, naam: str) -> Tak:
        """Return an input or a step."""
        return Tak(Verwijzing(self._woorden.getal(naam)))

    def gelijk(self, naam: str, woord: str) -> _Gelijk:
        """Return the question whether a choice is a word."""
        keuze, optie = naam.lower(), woord[1:-1]
        if keuze not in self._woorden.keuzes:
            rest = f" Keuzes zijn: {', '.join(self._woorden.keuzes)}." if self._woorden.keuzes else ""
            raise formulefout(
                f"vergelijkt {naam}, dat geen keuze is", remedie=f"ALS vergelijkt een keuze.{rest}"
            )
        if optie not in self._woorden.keuzes[keuze]:
            mag = " of ".join(self._woorden.keuzes[keuze])
            raise formulefout(f'vraagt of {naam} "{optie}" is', toegestaan=mag)
        return _Gelijk(keuze, optie)

    def plus(self, een: object, ander: object) -> Tak:
        """Return a sum."""
        return self._bewerking("+", een, ander)

    def min(self, een: object, ander: object) -> Tak:
        """Return a difference."""
        return self._bewerking("-", een, ander)

    def maal(self, een: object, ander: object) -> Tak:
        """Return a product."""
        return self._bewerking("*", een, ander)

    def gedeeld(self, een: object, ander: object) -> Tak:
        """Return a quotient; of two numbers it would be a number that nobody can see."""
        if _is_vast(self._als_deel(een)) and _is_vast(self._als_deel(ander)):
            remedie = "Maak er een invoer van, met een naam en een eenheid."
            raise formulefout(
                "deelt een getal door een getal", toegestaan="namen en hele getallen", remedie=remedie
            )
        return self._bewerking("/", een, ander)

    def tegengesteld(self, deel: object) -> Tak:
        """Return 0 − x; a number itself becomes negative, and twice is not at all."""
        kaal = self._als_deel(deel)
        match kaal.knoop:
            case Getal(waarde):
                return Tak(Getal(-waarde))
            case Bewerking("-", Getal(0), rechts):
                return Tak(rechts, kaal.diepte - 1, kaal.omvang - 2)
        return self._bewerking("-", Tak(Getal(0)), kaal)

    def functie(self, naam: str, *delen: object) -> object:
        """Return what a word of the language makes of its parts."""
        woord = self._functies.get(naam.lower())
        if woord is None:
            mag = "MIN, MAX, AFRONDEN en ALS"
            raise formulefout(f"gebruikt de onbekende bewerking {naam}", toegestaan=mag)
        return woord(*delen)

    def _bewerking(self, teken: Teken, een: object, ander: object) -> Tak:
        links, rechts = self._als_deel(een), self._als_deel(ander)
        return _knoop(Bewerking(teken, links.knoop, rechts.knoop), links, rechts)

    def _uiterste(self, soort: Literal["minste", "meeste"], woord: str, delen: tuple[object, ...]) -> Tak:
        kaal = [self._als_deel(deel) for deel in delen]
        if len(kaal) < 2 or all(map(_is_vast, kaal)):  # noqa: PLR2004 (of one there is no smallest)
            raise formulefout(f"vraagt {woord} van te weinig", toegestaan=f"{woord}(naam; …)")
        return reduce(lambda een, ander: _knoop(Functie(soort, (een.knoop, ander.knoop)), een, ander), kaal)

    def _rond(self, *delen: object) -> Tak:
        match delen:
            case (bedrag, Tak(knoop=Getal(2))) if not _is_vast(kaal := self._als_deel(bedrag)):
                return _knoop(Functie("rond", (kaal.knoop,)), kaal)
        raise formulefout("rondt anders af dan op centen", toegestaan="AFRONDEN(bedrag; 2)")

    def _nb(self, *delen: object) -> _Niets:
        if delen:
            raise formulefout("geeft NB iets mee", toegestaan="NB()")
        return _Niets()

    def _is_getal(self, *delen: object) -> _IsGetal:
        match delen:
            case (Tak(knoop=Verwijzing(sleutel)),):
                return _IsGetal(sleutel)
        raise formulefout("vraagt ISGETAL van iets anders dan een naam", toegestaan="ALS(ISGETAL(x); x; …)")

    def _als(self, *delen: object) -> Tak | _Keten:
        match delen:
            case (_Gelijk(keuze, woord), dan, anders):
                return self._keten(keuze, woord, dan, anders)
            case (_IsGetal(naam), Tak(knoop=Verwijzing(sleutel)), anders) if sleutel == naam:
                if naam not in self._woorden.kan_leeg:
                    raise formulefout(f"vraagt of {naam} is ingevuld, maar dat is altijd zo")
                opbouw = self._als_deel(anders)
                return _knoop(EigenOf(Verwijzing(naam), opbouw.knoop), opbouw)
        raise formulefout("schrijft ALS anders dan hier kan", toegestaan='ALS(keuze = "woord"; …; …)')

    def _keten(self, keuze: str, woord: str, dan: object, anders: object) -> _Keten:
        """Return a choice with one option more; inside an option the same choice is already made."""
        if isinstance(dan, _Keten) and dan.keuze == keuze:
            tak = dan.takken.get(woord, dan.anders)
        else:
            tak = self._als_deel(dan)
        match anders:
            case _Keten(keuze=dezelfde) if dezelfde == keuze:
                return _Keten(keuze, {**anders.takken, woord: tak}, anders.anders)
            case _Niets():
                return _Keten(keuze, {woord: tak}, None)
        return _Keten(keuze, {woord: tak}, self._als_deel(anders))

    def _als_deel(self, deel: object) -> Tak:
        """Return the tree of what must be an amount; a choice must lead somewhere for each of its words."""
        if isinstance(deel, Tak):
            return deel
        if isinstance(deel, _Niets):
            raise formulefout("heeft geen uitkomst", remedie="NB() staat alleen aan het einde van een ALS.")
        if not isinstance(deel, _Keten):
            raise formulefout("rekent met een voorwaarde", toegestaan='ALS(keuze = "woord"; …; …)')
        takken = {optie: deel.takken.get(optie, deel.anders) for optie in self._woorden.keuzes[deel.keuze]}
        if leeg := [optie for optie, tak in takken.items() if tak is None]:
            raise formulefout(f"heeft geen uitkomst bij {deel.keuze} = {' of '.join(leeg)}")
        gevuld = [(optie, tak) for optie, tak in takken.items() if tak is not None]
        opties = tuple((optie, tak.knoop) for optie, tak in gevuld)
        geheel = _knoop(NaarKeuze(Verwijzing(deel.keuze), opties), *(tak for _, tak in gevuld))
        eerste = gevuld[0][1]
        return eerste if all(knoop == eerste.knoop for _, knoop in opties) else geheel
