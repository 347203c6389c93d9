"""A percentage of one's own, beside the eleven: named, and over a base that is always stated."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Final, Literal, get_args

from gezinshuis_tarief.componenten.aandeel import over
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import Fractie, Naam, veld

Opslaggrondslag = Literal["beroepskrachten", "directe_kosten", "kostprijs", "integraal", "tarief"]
OPSLAGGRONDSLAGEN: Final[tuple[Opslaggrondslag, ...]] = get_args(Opslaggrondslag)


class EigenOpslag(Onderdeel):
    """A percentage of one's own.

    It counts from where its base is complete and is part of every later base; opslagen over one base do not stack.
    """

    naam: Annotated[Naam, veld("naam van de opslag")]
    percentage: Annotated[Fractie, veld("opslag als deel van de grondslag")]
    grondslag: Annotated[
        Opslaggrondslag,
        veld("bedrag waarover de opslag wordt berekend; integraal is kostprijs met leegstand"),
    ]

    def als_deel_van(self, grondslag: Opslaggrondslag, wijze: Rekenwijze) -> Decimal:
        """Return the percentage when this is its base, else 0."""
        return over(self.percentage, self.grondslag, OPSLAGGRONDSLAGEN, (grondslag,), wijze)

    def telt_mee(self, grondslagen: Mapping[str, Decimal]) -> bool:
        """Whether its base may be one of these; a base that is still open may be any."""
        return not isinstance(self.grondslag, str) or self.grondslag in grondslagen

    def per_etmaal(self, grondslagen: Mapping[str, Decimal], wijze: Rekenwijze) -> Decimal:
        """Return what it comes to when its base is one of these, else 0; euro per child per etmaal."""
        nul = self.percentage * 0
        opties: dict[str, Decimal] = {
            optie: self.percentage * grondslagen[optie] if optie in grondslagen else nul
            for optie in OPSLAGGRONDSLAGEN
        }
        return wijze.kies(self.grondslag, opties)
