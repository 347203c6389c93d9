"""What a field allows, taken apart from its type once: unit, options, bounds, digits, and whether it may be blank."""

from __future__ import annotations

import itertools
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.velden import DECIMALEN_HOOGSTENS, GRENS, lees_euro, lees_geheel, lees_getal

KLEINSTE_STAP: Final = Decimal(1).scaleb(-DECIMALEN_HOOGSTENS)
"""The smallest step an input can make."""
BUITEN: Final = "ligt buiten de grenzen"


@dataclass(frozen=True)
class Grenzen:
    """What one field allows.

    Attributes:
        omschrijving: the one-line Dutch description.
        eenheid: the unit of a number; None for a choice or a text.
        keuzes: the options of a choice; empty for other fields.
        laagst: the lower bound of a number; None where there is none.
        laagst_mag: whether the lower bound itself is allowed.
        hoogst: the upper bound, allowed itself; None where there is none.
        is_heel: whether only whole numbers are allowed.
        tekens: how long a text may be; None where nothing is said.
        mag_leeg: whether the field may be left blank, which then means something.
        is_verplicht: whether it must be given.
        standaard: the value of a field that is not given.
        prijsgroep: the figures whose day it shares; None where the part it stands in says so.
        is_vrij: whether it holds a text that may be empty.
    """

    omschrijving: str
    eenheid: Eenheid | None
    keuzes: tuple[str, ...]
    laagst: Decimal | None
    laagst_mag: bool
    hoogst: Decimal | None
    is_heel: bool
    tekens: int | None
    mag_leeg: bool
    is_verplicht: bool
    standaard: object
    prijsgroep: Prijsgroep | None = None
    is_vrij: bool = False

    @property
    def is_tekst(self) -> bool:
        """Whether it holds free text."""
        return self.eenheid is None and not self.keuzes

    @cached_property
    def kleinste(self) -> Decimal:
        """The lowest number that is allowed."""
        if self.laagst is None:
            return KLEINSTE_STAP - GRENS
        return self.laagst if self.laagst_mag else self.laagst + KLEINSTE_STAP

    @cached_property
    def grootste(self) -> Decimal:
        """The highest whole number that is allowed."""
        return GRENS - 1 if self.hoogst is None else self.hoogst

    def omvat(self, getal: Decimal | int) -> bool:
        """Whether a number lies within the bounds."""
        te_laag = self.laagst is not None and (
            getal < self.laagst or (getal == self.laagst and not self.laagst_mag)
        )
        return not te_laag and (self.hoogst is None or getal <= self.hoogst)

    @property
    def is_geld(self) -> bool:
        """Whether it holds euro, of which the text `12.000` could be twelve thousand."""
        return self.eenheid is not None and self.eenheid.is_geld

    @property
    def lezer(self) -> Callable[[Any], Decimal | int]:
        """What reads a number as the door of this field does; the bounds are another matter."""
        return lees_geheel if self.is_heel else lees_euro if self.is_geld else lees_getal

    def oordeel(self, waarde: object) -> tuple[str, str] | None:
        """Return what is wrong with a number and what to do about it; None when it is allowed."""
        try:
            getal = self.lezer(waarde)
        except PydanticCustomError as fout:
            context = fout.context or {}
            return context["melding"], context["remedie"]
        return None if self.omvat(getal) else (BUITEN, self.remedie)

    @cached_property
    def toegestaan(self) -> str:
        """What is allowed, in Dutch; empty where nothing is said."""
        if self.keuzes:
            return " of ".join(self.keuzes)
        delen = []
        if self.laagst is not None:
            delen.append(f"{'minstens' if self.laagst_mag else 'groter dan'} {self.laagst}")
        if self.hoogst is not None:
            delen.append(f"hoogstens {self.hoogst}")
        tekst = " en ".join(delen)
        return f"{tekst} ({self.eenheid})" if tekst and self.eenheid else tekst

    @property
    def remedie(self) -> str:
        """What to do about a value that is not allowed."""
        if self.keuzes:
            return "Kies een van deze woorden."
        if self.eenheid is Eenheid.FRACTIE:
            return "Schrijf een fractie: 0.95 is 95%."
        return "Kies een waarde binnen de grenzen."


_bekend: Final[dict[int, tuple[FieldInfo, Grenzen]]] = {}
"""By the number of the field, which cannot be a key itself; the field beside it keeps that number taken."""


def grenzen_van(veld: FieldInfo) -> Grenzen:
    """Return what a field of a component allows; taken apart when first asked for."""
    if (gevonden := _bekend.get(id(veld))) is None:
        gevonden = _bekend[id(veld)] = (veld, _ontleed(veld))
    return gevonden[1]


def _ontleed(veld: FieldInfo) -> Grenzen:
    delen = get_args(veld.annotation)  # EuroPerJaar | None
    binnen = (getattr(deel, "__metadata__", ()) for deel in delen)
    metadata = [*veld.metadata, *itertools.chain.from_iterable(binnen)]

    def gezocht(naam: str) -> Any:  # noqa: ANN401 (what annotated types keep)
        return next((waarde for deel in metadata if (waarde := getattr(deel, naam, None)) is not None), None)

    minstens, meer_dan, hoogst = gezocht("ge"), gezocht("gt"), gezocht("le")
    laagst = meer_dan if minstens is None else minstens
    return Grenzen(
        omschrijving=veld.description or "",
        eenheid=next((deel for deel in metadata if isinstance(deel, Eenheid)), None),
        keuzes=_keuzes(veld),
        laagst=None if laagst is None else Decimal(str(laagst)),
        laagst_mag=minstens is not None,
        hoogst=None if hoogst is None else Decimal(str(hoogst)),
        is_heel=int in (veld.annotation, *(getattr(deel, "__origin__", None) for deel in delen)),
        tekens=gezocht("max_length"),
        mag_leeg=not veld.is_required() and veld.default is None,
        is_vrij=veld.annotation is str and not gezocht("min_length"),
        is_verplicht=veld.is_required(),
        standaard=veld.default,
        prijsgroep=next((deel for deel in metadata if isinstance(deel, Prijsgroep)), None),
    )


def _keuzes(veld: FieldInfo) -> tuple[str, ...]:
    for soort in (veld.annotation, *get_args(veld.annotation)):  # also in Herkomst | None
        if isinstance(soort, type) and issubclass(soort, Enum):
            return tuple(str(keuze) for keuze in soort)
        if get_origin(soort) is Literal:
            return tuple(map(str, get_args(soort)))
    return ()


def modellen_in(annotatie: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 (an annotation may be anything)
    """Yield the models in an annotation such as `Loonkosten | None` or `tuple[EigenPost, ...]`."""
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield annotatie
    elif get_origin(annotatie) in {types.UnionType, typing.Union, tuple, dict, typing.Annotated}:
        for deel in get_args(annotatie):
            yield from modellen_in(deel)
