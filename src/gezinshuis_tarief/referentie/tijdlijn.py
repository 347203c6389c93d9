"""Figures in order of time: which one holds on a day, and when none does."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import TypeAdapter

from gezinshuis_tarief.referentie.bestanden import Rij, rijen
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.dagen import Periode
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


@cache
def lijnen_uit(bestand: str, naam: str) -> dict[str, Tijdlijn]:
    """The figures in a file, by the column that names them."""
    return tijdlijnen(rij | {"naam": rij[naam]} for rij in rijen(bestand))


def alle_cijfers(lijnen: Mapping[str, Tijdlijn]) -> tuple[Cijfer, ...]:
    """Every figure of a table, name by name."""
    return tuple(cijfer for lijn in lijnen.values() for cijfer in lijn.cijfers)


def geldende_dag(
    wat: str,
    dagen: Sequence[dt.date],
    dag: dt.date,
    gaten: Iterable[Periode] = (),
    bekend: Sequence[dt.date] = (),
) -> dt.date:
    """The first day of the table in force on `dag`: each holds until the next one known.

    Args:
        wat: what is asked, as it stands in the message.
        dagen: the first days of the tables.
        dag: the day asked.
        gaten: spans in which a table is known to be missing.
        bekend: the tables that hold what is asked, for the message; all of them when left out.

    Raises:
        OnbekendCijfer: before the first day, or in a span known to lack a table.
    """
    eerdere = [vanaf for vanaf in dagen if vanaf <= dag]
    if not eerdere:
        raise onbekend(wat, dag, "dat is vóór de eerste bekende dag", bekend or dagen)
    for gat in gaten:
        if gat.bevat(dag):
            raise onbekend(wat, dag, gat.tekst, bekend or dagen)
    return max(eerdere)


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
    vanaf = geldende_dag(wat, lijn.dagen, dag, gaten)
    cijfer = next(cijfer for cijfer in lijn.cijfers if cijfer.geldig_vanaf == vanaf)
    return cijfer.met_toelichting(meegenomen(vanaf, lijn.dagen, dag))


def jaarlijks(wat: str, lijn: Tijdlijn, dag: dt.date) -> Cijfer:
    """The figure that holds in its own calendar year only, from its first day.

    Raises:
        OnbekendCijfer: that year has no figure on `dag`; never one of another year.
    """
    dit_jaar = dt.date(dag.year, 1, 1)
    van_dit_jaar = [cijfer for cijfer in lijn.cijfers if dit_jaar <= cijfer.geldig_vanaf <= dag]
    if van_dit_jaar:
        return van_dit_jaar[-1]
    reden = f"dit cijfer geldt per kalenderjaar en dat van {dag.year} is niet gevonden"
    if dag.year in lijn.leemten:
        reden += f" (de bron: {lijn.leemten[dag.year]})"
    raise onbekend(wat, dag, reden, lijn.dagen)
