"""Which bouwstenen an offered tariff pays for, in the order of the eleven."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Final

from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte

_NUL: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Regeldekking:
    """One line of the quote beside the tariff that is offered, euro per etmaal.

    Attributes:
        sleutel: key of the line.
        nummer: place of its bouwsteen in the handreiking; None for own lines.
        titel: name as shown.
        bedrag: what the quote asks for it; for the house the average over its places.
        samen: this line with all lines before it.
        gedekt: what the offered tariff still pays of this line, after the lines before it.
    """

    sleutel: str
    nummer: int | None
    titel: str
    bedrag: Decimal
    samen: Decimal
    gedekt: Decimal

    @property
    def tekort(self) -> Decimal:
        """What is not paid of this line."""
        return self.bedrag - self.gedekt


def dekking_van(jaar: Exploitatie, zorgzwaarte: Zorgzwaarte | None = None) -> tuple[Regeldekking, ...]:
    """Spend the offered tariff on the lines of the quote, one after the other.

    Args:
        jaar: the house at the offered tariffs.
        zorgzwaarte: that of one tariff; None weighs the zorgzwaartes by the places of the house.

    Returns:
        The lines in the order of the eleven, own lines last. A line that takes money off gives it to the next.
    """
    weging = (zorgzwaarte,) if zorgzwaarte else jaar.plaatsen
    rijen, samen = [], _NUL
    with localcontext(CONTEXT):
        aangeboden = sum((jaar.dagen[z].tarief for z in weging), _NUL) / len(weging)
        for regel in jaar.uitkomst[ZORGZWAARTES[0]].regels:
            bedrag = sum((jaar.uitkomst[z][regel.sleutel].per_etmaal for z in weging), _NUL) / len(weging)
            over = aangeboden - samen
            gedekt = bedrag if bedrag <= 0 else min(bedrag, max(over, _NUL))
            samen += bedrag
            rijen.append(Regeldekking(regel.sleutel, regel.nummer, regel.titel, bedrag, samen, gedekt))
    return tuple(rijen)
