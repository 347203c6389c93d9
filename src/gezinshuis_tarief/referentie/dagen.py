"""The day for which a figure is asked, and spans of days about which something is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from gezinshuis_tarief.kern.fouten import weigering

Peildatum: TypeAlias = dt.date | str


@dataclass(frozen=True, slots=True)
class Periode:
    """A span of days with a Dutch text: from `van` up to and not including `tot`."""

    van: dt.date
    tot: dt.date
    tekst: str

    def bevat(self, dag: dt.date) -> bool:
        """Whether the day lies in the span."""
        return self.van <= dag < self.tot


def naar_dag(peildatum: Peildatum) -> dt.date:
    """Read a day from a date, a moment (its calendar day) or a text in the form jjjj-mm-dd.

    Raises:
        InvoerFout: anything else, also a day that does not exist.
    """
    if isinstance(peildatum, dt.datetime):
        return peildatum.date()
    if isinstance(peildatum, dt.date):
        return peildatum
    try:
        dag = dt.date.fromisoformat(peildatum)
    except (TypeError, ValueError):
        dag = None
    if dag is None or dag.isoformat() != peildatum:
        raise weigering(
            "peildatum",
            "is geen bestaande datum",
            gevonden=repr(peildatum),
            toegestaan="jjjj-mm-dd, bijvoorbeeld 2026-01-01",
        )
    return dag
