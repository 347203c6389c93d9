"""Spans of days about which something is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Periode:
    """A span of days with a Dutch text: from `van` up to and not including `tot`."""

    van: dt.date
    tot: dt.date
    tekst: str

    def bevat(self, dag: dt.date) -> bool:
        """Whether the day lies in the span."""
        return self.van <= dag < self.tot
