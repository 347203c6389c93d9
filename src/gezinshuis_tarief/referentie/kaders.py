"""Frames that hold no amounts: legal cost elements, the eleven bouwstenen, unit codes, counts."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator, Field, TypeAdapter

from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie.bestanden import rijen


def _elementen(koppeling: str) -> tuple[str, ...]:
    """Read the letters a mapping starts with; none when it starts with a word."""
    gevonden = re.match(r"[a-d](?:/[a-d])*(?= |$)", koppeling)
    return tuple(gevonden[0].split("/")) if gevonden else ()


def _sleutel(bouwsteen: str) -> str:
    """The key of a bouwsteen: its name without what stands in brackets, in snake case."""
    kaal = re.sub(r"\(.*?\)", "", bouwsteen).strip().lower()
    return re.sub(r"\W+", "_", kaal)


@dataclass(frozen=True, slots=True)
class Kostprijselement:
    """One of the four cost elements a reasonable price covers: Besluit Jeugdwet, article 2.3.

    `element` is the text of the law; `invulling` is what explanations count under it, with its own source.
    """

    onderdeel: str
    element: str
    geldig_vanaf: dt.date
    herkomst: Annotated[Herkomst, Field(validation_alias="status")]
    bron: str
    invulling: Annotated[str, Field(validation_alias="nadere_invulling")]
    herkomst_invulling: Annotated[Herkomst, Field(validation_alias="status_invulling")]
    bron_invulling: str


@dataclass(frozen=True, slots=True)
class Bouwsteenkoppeling:
    """A bouwsteen of the handreiking and the cost elements we count it under.

    Names and order are read (`herkomst`); the mapping is our own (`herkomst_koppeling`). `elementen` is empty
    for a bouwsteen without a legal element of its own; `koppeling` is the mapping in words.
    """

    nummer: Annotated[int, Field(validation_alias="nr")]
    bouwsteen: str
    sleutel: Annotated[str, BeforeValidator(_sleutel), Field(validation_alias="bouwsteen")]
    elementen: Annotated[
        tuple[str, ...], BeforeValidator(_elementen), Field(validation_alias="koppeling_art_2_3")
    ]
    koppeling: Annotated[str, Field(validation_alias="koppeling_art_2_3")]
    geldig_vanaf: dt.date
    herkomst: Annotated[Herkomst, Field(validation_alias="status")]
    herkomst_koppeling: Annotated[Herkomst, Field(validation_alias="status_koppeling")]
    bron: str


@dataclass(frozen=True, slots=True)
class Eenheidscode:
    """A code of the iJw message standard, e.g. 14 for an etmaal; codes are text and keep their zero."""

    lijst: str
    code: str
    betekenis: str
    versie: Annotated[str, Field(validation_alias="geldig_vanaf")]
    herkomst: Annotated[Herkomst, Field(validation_alias="status")]
    bron: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A count of gezinshuizen and the young people in them, at the moment the source names.

    With `minstens` the number of young people is a lower bound. The mean is computed, or as the source has it.
    """

    moment: Annotated[str, Field(validation_alias="geldig_vanaf")]
    gezinshuizen: int
    jeugdigen: Annotated[int, BeforeValidator(lambda tekst: tekst.rstrip("+"))]
    minstens: Annotated[
        bool, BeforeValidator(lambda tekst: tekst.endswith("+")), Field(validation_alias="jeugdigen")
    ]
    jeugdigen_per_huis: Decimal
    herkomst: Annotated[Herkomst, Field(validation_alias="status_telling")]
    herkomst_gemiddelde: Annotated[Herkomst, Field(validation_alias="status_gemiddelde")]
    bron: str


@cache
def kostprijselementen() -> tuple[Kostprijselement, ...]:
    """The four cost elements, a to d, in force from 1 July 2024. Source: Stb. 2024, 69."""
    return TypeAdapter(tuple[Kostprijselement, ...]).validate_python(
        rijen("kostprijselementen_besluit_jeugdwet")
    )


@cache
def bouwstenen_koppeling() -> tuple[Bouwsteenkoppeling, ...]:
    """The eleven bouwstenen in their order, each with the cost elements we count it under.

    Source of names and order: the table of contents of the Handreiking tariefstelling gezinshuiszorg
    (14 July 2021). The mapping to the elements is ours and marked as afgeleid.
    """
    return TypeAdapter(tuple[Bouwsteenkoppeling, ...]).validate_python(rijen("bouwstenen_gezinshuis"))


@cache
def ijw_eenheden() -> tuple[Eenheidscode, ...]:
    """The iJw codes for the unit and the frequency of care, with the version of the standard they are from."""
    return TypeAdapter(tuple[Eenheidscode, ...]).validate_python(rijen("ijw_eenheid"))


@cache
def gezinshuizen_telling() -> tuple[Telling, ...]:
    """The counts of gezinshuizen that were found, in the order of the file; moments are no exact days."""
    return TypeAdapter(tuple[Telling, ...]).validate_python(rijen("gezinshuizen_telling"))
