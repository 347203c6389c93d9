"""Figures in order of time: which one holds on a day, and when none does."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter

from gezinshuis_tarief.referentie.bestanden import Rij
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.dagen import Periode
from gezinshuis_tarief.referentie.eigen.cijferset import geldende_rijen, per_cijferset
from gezinshuis_tarief.referentie.meldingen import onbekend


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """All figures under one name, oldest first.

    Attributes:
        cijfers: the figures; may be empty when no value was found at all.
        leemten: per calendar year without a value what its source does say, in Dutch.
    """

    cijfers: tuple[Cijfer, ...]
    leemten: Mapping[int, str]

    @property
    def dagen(self) -> tuple[dt.date, ...]:
        """The first days of the figures."""
        return tuple(cijfer.geldig_vanaf for cijfer in self.cijfers)

    @property
    def waarden(self) -> dict[dt.date, str]:
        """Each first day with its value, as it stands in a message."""
        return {cijfer.geldig_vanaf: cijfer.in_woorden for cijfer in self.cijfers}


def maak_cijfer(rij: Rij) -> Cijfer:
    """A figure from a row that has the columns naam and waarde beside those every table has."""
    return _CIJFER.validate_python(rij | {"herkomst": rij["status"]})


_CIJFER: Final = TypeAdapter(Cijfer)


def tijdlijnen(regels: Iterable[Rij]) -> dict[str, Tijdlijn]:
    """Gather rows by name; a row without a value becomes a gap, never a zero."""
    cijfers: defaultdict[str, list[Cijfer]] = defaultdict(list)
    leemten: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for rij in regels:
        if rij["waarde"]:
            cijfers[rij["naam"]].append(maak_cijfer(rij))
        else:
            leemten[rij["naam"]][dt.date.fromisoformat(rij["geldig_vanaf"]).year] = rij["toelichting"]
    namen = dict.fromkeys((*cijfers, *leemten))
    return {
        naam: Tijdlijn(tuple(sorted(cijfers[naam], key=lambda c: c.geldig_vanaf)), dict(leemten[naam]))
        for naam in namen
    }


@per_cijferset()
def lijnen_uit(bestand: str, naam: str) -> dict[str, Tijdlijn]:
    """The figures in a file, own ones in use among them, by the column that names them."""
    return tijdlijnen(rij | {"naam": rij[naam]} for rij in geldende_rijen(bestand))


def alle_cijfers(lijnen: Mapping[str, Tijdlijn]) -> tuple[Cijfer, ...]:
    """Every figure of a table, name by name."""
    return tuple(cijfer for lijn in lijnen.values() for cijfer in lijn.cijfers)


def geldende_dag(
    wat: str,
    dagen: Sequence[dt.date],
    dag: dt.date,
    gaten: Iterable[Periode] = (),
    bekend: Collection[dt.date] = (),
) -> dt.date:
    """The first day of the table in force on `dag`: each holds until the next one known.

    Args:
        wat: what is asked, as it stands in the message.
        dagen: the first days of the tables.
        dag: the day asked.
        gaten: spans in which a table is known to be missing.
        bekend: the tables that hold what is asked, for the message, with the value of each where there is one; all
            of them when left out.

    Raises:
        OnbekendCijfer: before the first day, or in a span known to lack a table.
    """
    eerdere = [vanaf for vanaf in dagen if vanaf <= dag]
    if not eerdere:
        raise onbekend(wat, dag, "dat is vóór de eerste bekende dag", bekend or dagen)
    vanaf = max(eerdere)
    for gat in gaten:
        if gat.bevat(dag) and vanaf < gat.van:  # an own table may lie in the span
            raise onbekend(wat, dag, gat.tekst, bekend or dagen)
    return vanaf


def meegenomen(vanaf: dt.date, dagen: Iterable[dt.date], dag: dt.date) -> str:
    """The remark that the last table found is carried forward to a later day; empty when it is not."""
    if vanaf != max(dagen) or dag == vanaf:
        return ""
    return (
        f"laatst gevonden tabel (per {vanaf}); een latere is niet bekend: "
        f"controleer of voor {dag} een nieuwere geldt"
    )


def doorlopend(wat: str, lijn: Tijdlijn, dag: dt.date, gaten: Iterable[Periode] = ()) -> Cijfer:
    """The figure that holds until the next one known; says so when it is the last one found."""
    vanaf = geldende_dag(wat, lijn.dagen, dag, gaten, lijn.waarden)
    cijfer = next(cijfer for cijfer in lijn.cijfers if cijfer.geldig_vanaf == vanaf)
    return cijfer.met_toelichting(meegenomen(vanaf, lijn.dagen, dag))


def jaarlijks(wat: str, lijn: Tijdlijn, dag: dt.date) -> Cijfer:
    """The figure that holds in its own calendar year only, from its first day.

    Raises:
        OnbekendCijfer: that year has no figure on `dag`; never one of another year.
    """
    reden = f"dit cijfer geldt per kalenderjaar en dat van {dag.year} is niet gevonden"
    return _in_de_termijn(wat, lijn, dag, dt.date(dag.year, 1, 1), reden)


def halfjaarlijks(wat: str, lijn: Tijdlijn, dag: dt.date) -> Cijfer:
    """The figure that holds in its own half of a calendar year only; see `jaarlijks`."""
    begin = dt.date(dag.year, 7 if dag.month >= _JULI else 1, 1)
    reden = f"dit cijfer geldt per half jaar en dat van {begin} is niet gevonden"
    return _in_de_termijn(wat, lijn, dag, begin, reden)


_JULI: Final = 7


def _in_de_termijn(wat: str, lijn: Tijdlijn, dag: dt.date, begin: dt.date, reden: str) -> Cijfer:
    passend = [cijfer for cijfer in lijn.cijfers if begin <= cijfer.geldig_vanaf <= dag]
    if passend:
        return passend[-1]
    if dag.year in lijn.leemten:
        reden += f" (de bron: {lijn.leemten[dag.year]})"
    raise onbekend(wat, dag, reden, lijn.waarden)
