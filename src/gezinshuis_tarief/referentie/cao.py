"""Rules and functions of the CAO Jeugdzorg, and until which day a cao runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Final

from pydantic import BeforeValidator, Field, TypeAdapter

from gezinshuis_tarief.kern.argumenten import Peildatum, naar_dag
from gezinshuis_tarief.kern.eenheden import voluit
from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie.bestanden import rijen
from gezinshuis_tarief.referentie.cijfer import Cijfer, aaneen
from gezinshuis_tarief.referentie.leemten import CAO_REGELS, FUNCTIES
from gezinshuis_tarief.referentie.meldingen import kies_naam, onbekend
from gezinshuis_tarief.referentie.tijdlijn import (
    Tijdlijn,
    doorlopend,
    geldende_dag,
    lijnen_uit,
    meegenomen,
)

_SCHAAL: Final = Field(validation_alias="schaal")


@dataclass(frozen=True, slots=True)
class Functieschaal:
    """The scale of a function in the CAO Jeugdzorg; a function family spans more than one.

    Attributes:
        functie: the name as in the functieboek.
        laagste: the lowest scale.
        hoogste: the highest scale; equal to the lowest when there is one scale only.
        geldig_vanaf: the first day, or None when the source does not give one.
        herkomst: read in the source or derived.
        bron: where it was read.
        toelichting: what the reader must know, in Dutch.
    """

    functie: str
    laagste: Annotated[int, _SCHAAL, BeforeValidator(lambda tekst: tekst.split("-")[0])]
    hoogste: Annotated[int, _SCHAAL, BeforeValidator(lambda tekst: tekst.split("-")[-1])]
    geldig_vanaf: Annotated[dt.date | None, BeforeValidator(lambda tekst: tekst or None)]
    herkomst: Annotated[Herkomst, Field(validation_alias="status")]
    bron: str
    toelichting: str = ""

    @property
    def een_schaal(self) -> bool:
        """Whether the function has one scale, so that the scale needs no choice."""
        return self.laagste == self.hoogste


@dataclass(frozen=True, slots=True)
class Looptijd:
    """From when until when a cao runs.

    Attributes:
        cao: its name.
        geldig_vanaf: the first day.
        geldig_tot_en_met: the last day.
        herkomst: read in the source or derived.
        bron: where it was read.
        toelichting: what the reader must know, in Dutch.
    """

    cao: str
    geldig_vanaf: dt.date
    geldig_tot_en_met: dt.date
    herkomst: Annotated[Herkomst, Field(validation_alias="status")]
    bron: str
    toelichting: str = ""

    def __str__(self) -> str:
        return f"de {self.cao} liep tot en met {voluit(self.geldig_tot_en_met)}"


@cache
def looptijden() -> tuple[Looptijd, ...]:
    """Every term that was found, oldest first."""
    gevonden = TypeAdapter(tuple[Looptijd, ...]).validate_python(rijen("cao_looptijden"))
    return tuple(sorted(gevonden, key=lambda looptijd: looptijd.geldig_vanaf))


def looptijd(tekst: str, dag: dt.date) -> Looptijd | None:
    """The term in which `dag` lies, of the cao that a text names, such as a source; None when not known."""
    return next(
        (
            deel
            for deel in looptijden()
            if deel.cao in tekst and deel.geldig_vanaf <= dag <= deel.geldig_tot_en_met
        ),
        None,
    )


def met_looptijd(cijfer: Cijfer, dag: dt.date) -> Cijfer:
    """The same figure; when the cao it comes from has ended on `dag`, its toelichting says so."""
    gevonden = looptijd(f"{cijfer.naam} {cijfer.bron}", cijfer.geldig_vanaf)
    voorbij = gevonden is not None and gevonden.geldig_tot_en_met < dag
    return cijfer.met_toelichting(str(gevonden)) if voorbij else cijfer


def regels() -> dict[str, Tijdlijn]:
    """The rules of the CAO Jeugdzorg by name."""
    return lijnen_uit("cao_jeugdzorg_regels", "parameter")


def cao_regel(parameter: str, peildatum: Peildatum) -> Cijfer:
    """A rule of the CAO Jeugdzorg: an allowance, a number of hours, the annex for gezinshuisouders.

    Args:
        parameter: e.g. "vakantietoeslag", "eindejaarsuitkering", "gezinshuisouder_fte_per_plaats";
            capitals do not matter.
        peildatum: a date or "jjjj-mm-dd".

    Returns:
        One figure in its own unit, which names the base of a percentage. It holds until the next one
        found; beyond the first day of the last one `toelichting` says that no later one is known, and beyond the end of the cao that it ended.

    Raises:
        OnbekendCijfer: unknown name, before the first day, or in a known gap.
        InvoerFout: `peildatum` is no date.
    """
    dag = naar_dag(peildatum)
    naam = kies_naam("De cao-regel", parameter, regels())
    return met_looptijd(
        doorlopend(f"De cao-regel {naam}", regels()[naam], dag, CAO_REGELS.get(naam, ())), dag
    )


@cache
def functies() -> tuple[Functieschaal, ...]:
    """Every row of the function tables, also those without a first day."""
    return TypeAdapter(tuple[Functieschaal, ...]).validate_python(rijen("cao_jeugdzorg_functies"))


def _zonder_dag(naam: str, varianten: dict[dt.date | None, Functieschaal]) -> Functieschaal:
    if None in varianten:
        return varianten[None]
    dagen = " en ".join(str(dag) for dag in varianten)
    raise OnbekendCijfer(
        f"De functieschaal van {naam} is bekend met begindatum (per {dagen}): noem een peildatum."
    )


def functieschaal(functie: str, peildatum: Peildatum | None) -> Functieschaal:
    """The scale, or range of scales, of a function in the CAO Jeugdzorg.

    Args:
        functie: e.g. "Gezinshuisouder", "Gedragswetenschapper A"; capitals do not matter.
        peildatum: a date or "jjjj-mm-dd". None asks for a figure whose first day is unknown, and accepts that.

    Returns:
        One Functieschaal. From 2020 a gezinshuisouder belongs to a family of scales 7 to 10, not to one.

    Raises:
        OnbekendCijfer: unknown function; not in the functieboek of that day; a known gap; or a first day
            that the source does not give, so that it cannot be said to hold on `peildatum`.
        InvoerFout: `peildatum` is no date.
    """
    dag = None if peildatum is None else naar_dag(peildatum)
    naam = kies_naam("De functie", functie, (f.functie for f in functies()))
    varianten = {f.geldig_vanaf: f for f in functies() if f.functie == naam}
    return _zonder_dag(naam, varianten) if dag is None else _op_dag(naam, varianten, dag)


def _op_dag(naam: str, varianten: dict[dt.date | None, Functieschaal], dag: dt.date) -> Functieschaal:
    wat = f"De functieschaal van {naam}"
    if None in varianten:
        gevonden = varianten[None]
        raise OnbekendCijfer(
            f"{wat} is niet bekend voor {dag}: de bron ({gevonden.bron}) noemt schaal {gevonden.laagste} zonder "
            "begindatum. Vraag de schaal op zonder peildatum als u dat aanvaardt, of geef hem zelf op, met de "
            "bron erbij.",
        )
    tabellen = sorted({f.geldig_vanaf for f in functies() if f.geldig_vanaf})
    eigen = [vanaf for vanaf in varianten if vanaf]
    vanaf = geldende_dag(wat, tabellen, dag, FUNCTIES, eigen)
    if vanaf not in varianten:
        raise onbekend(
            wat, dag, f"de functie staat niet in wat van het functieboek per {vanaf} is gevonden", eigen
        )
    gevonden = varianten[vanaf]
    return replace(gevonden, toelichting=aaneen(gevonden.toelichting, meegenomen(vanaf, tabellen, dag)))
