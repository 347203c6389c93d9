"""One reference figure: a value that never travels without its unit, first day and source."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.onderbouwing import Herkomst


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A figure as it stands in its source.

    Attributes:
        naam: the name under which the figure is asked for.
        waarde: the value in `eenheid`; a percentage is a percent number (8.3 for 8,3%).
        eenheid: the unit as written in the table, e.g. "EUR per jaar" or "% van premieloon".
        geldig_vanaf: the first day on which the figure holds.
        herkomst: read in the source (bron) or derived from it (afgeleid).
        bron: where the figure was read.
        toelichting: what the reader must know to use it, in Dutch; also says when it is carried forward.
        stand: for indices the state of the figure, e.g. "voorlopig" or "definitief"; else empty.
        cijferset: the name of the set of own figures it is from; empty for a figure of the library.
    """

    naam: str
    waarde: Decimal
    eenheid: str
    geldig_vanaf: dt.date
    herkomst: Herkomst
    bron: str
    toelichting: str = ""
    stand: str = ""
    cijferset: str = ""

    @property
    def als_fractie(self) -> Decimal:
        """The percentage as a fraction (8,3% gives 0.083), exactly.

        Raises:
            InvoerFout: the unit is not a percentage.
        """
        if not self.eenheid.startswith("%"):
            raise weigering(
                self.naam,
                "is geen percentage en dus niet als fractie te lezen",
                gevonden=f"{self.waarde} {self.eenheid}",
                remedie="Gebruik de waarde zelf.",
            )
        return self.waarde.scaleb(-2)

    @property
    def in_woorden(self) -> str:
        """The value with its unit, in Dutch."""
        return f"{nederlands(self.waarde)}{'' if self.eenheid.startswith('%') else ' '}{self.eenheid}"

    def met_toelichting(self, *zinnen: str) -> Cijfer:
        """The same figure with sentences added to its toelichting; empty ones are left out."""
        return replace(self, toelichting=aaneen(self.toelichting, *zinnen))


def aaneen(*delen: str) -> str:
    """Join remarks into one text, a semicolon between them, without the empty ones."""
    return "; ".join(deel for deel in delen if deel)
