"""The parts a document is made of; what PDF, Word, web page and plain text each write in their own way."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final

VELD: Final = re.compile(r"«in te vullen: ([^»]*)»")
"""A field that is still empty, as it stands in any text."""
TEKENVELDEN: Final = ("Naam", "Functie", "Plaats", "Datum", "Handtekening")
GEEN_TEKST: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Control characters: no paper can show them, and Word refuses a file that holds one."""


def schoon(tekst: str) -> str:
    """Return a text without control characters."""
    return GEEN_TEKST.sub("", tekst)


def in_te_vullen(wat: str) -> str:
    """Return a marked field for what is not known."""
    return f"«in te vullen: {wat}»"


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
class Lid:
    """A numbered clause of an article: `3.1` and its text."""

    nummer: str
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
    """A place to sign for each party, in one table that stays on one page."""

    partijen: tuple[str, ...]

    def tabel(self, leeg: str, ruimte: str) -> Documenttabel:
        """Return the table to sign in.

        Args:
            leeg: what stands in an empty cell.
            ruimte: what stands where the signature comes.
        """
        rijen = tuple(
            (veld, *((ruimte if veld == TEKENVELDEN[-1] else leeg) for _ in self.partijen))
            for veld in TEKENVELDEN
        )
        deel = 0.8 / len(self.partijen)
        return Documenttabel(
            ("Ondertekening", *(f"Namens {partij}" for partij in self.partijen)),
            rijen,
            (0.2, *(deel for _ in self.partijen)),
        )


Deel = Kop | Alinea | Lid | Documenttabel | Handtekeningen


def teksten_in(deel: Deel) -> tuple[str, ...]:
    """Return every text of a part."""
    match deel:
        case Kop(tekst) | Alinea(tekst):
            return (tekst,)
        case Lid(nummer, tekst):
            return (nummer, tekst)
        case Documenttabel():
            return tuple(tekst for rij in (deel.koppen, *deel.rijen) for tekst in rij)
    return deel.partijen


def schoon_deel(deel: Deel) -> Deel:
    """Return a part without control characters in any of its texts."""
    if not any(map(GEEN_TEKST.search, teksten_in(deel))):
        return deel
    match deel:
        case Kop() | Alinea() | Lid():
            return replace(deel, tekst=schoon(deel.tekst))
        case Documenttabel():
            rijen = tuple(tuple(map(schoon, rij)) for rij in deel.rijen)
            return replace(deel, koppen=tuple(map(schoon, deel.koppen)), rijen=rijen)
    return Handtekeningen(tuple(map(schoon, deel.partijen)))


@dataclass(frozen=True, slots=True)
class Meegezonden:
    """A file inside a PDF: its name, what it is, and its text."""

    naam: str
    omschrijving: str
    inhoud: str


@dataclass(frozen=True, slots=True)
class Stuk:
    """What is written: a title, parts, and what stands on each page.

    Attributes:
        titel: the title.
        delen: the parts, in order.
        code: what ties loose pages together; at the foot of each.
        auteur: who it is from.
        datum: the day it is of; what has none is of the day it is written.
        redenen: why it is a concept; none when it may be signed, or is not there to be signed.
        bijlage: the file that goes inside the PDF.
    """

    titel: str
    delen: tuple[Deel, ...]
    code: str = ""
    auteur: str = ""
    datum: dt.date | None = None
    redenen: tuple[str, ...] = ()
    bijlage: Meegezonden | None = None

    @property
    def is_concept(self) -> bool:
        """Whether something stands in the way of a signature."""
        return bool(self.redenen)

    @property
    def dag(self) -> dt.date:
        """The day in the properties of a file."""
        return self.datum or dt.datetime.now().astimezone().date()

    @property
    def inhoud(self) -> tuple[Deel, ...]:
        """The title, the reasons why it is a concept, and all parts, without control characters."""
        redenen = [Alinea(f"{nummer}. {reden}") for nummer, reden in enumerate(self.redenen, 1)]
        kop: tuple[Deel, ...] = (Kop("Waarom dit een concept is"), *redenen) if redenen else ()
        alles: tuple[Deel, ...] = (Kop(self.titel, 0), *kop, *self.delen)
        return tuple(schoon_deel(deel) for deel in alles)

    @property
    def voet(self) -> str:
        """What stands at the foot of each page, beside its number."""
        return schoon(" · ".join(deel for deel in (self.titel, self.code) if deel))

    @property
    def open_velden(self) -> tuple[str, ...]:
        """What is still to be filled in, in order."""
        teksten = (tekst for deel in self.delen for tekst in teksten_in(deel))
        return tuple(veld for tekst in teksten for veld in VELD.findall(tekst))
