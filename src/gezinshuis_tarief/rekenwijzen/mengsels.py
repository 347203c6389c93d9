"""The tariff of every mixture of two opbouwen at once: another reading of the same formulas.

Each choice "this from the one or from the other" is an axis of length two; a value that differs lies
along its axis, and the arithmetic of `Mengseltabel` does the rest. What does not depend on a choice is
computed once. The numbers stay exact Decimals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from typing import Final, Self, cast

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.geld import CENT, CONTEXT
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.sleutels import PER_ZORGZWAARTE, plat, vertaald
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.per_zorgzwaarte import anders_in, evenveel
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.mengseltabel import Mengseltabel, samen

_EXPONENT: Final = -30
EENHEID_VAN_TELLEN: Final = Decimal(1).scaleb(_EXPONENT)
"""Amounts are counted in this part of a euro, so that sums of shares are exact."""
# No traps: a mixture that is no tariff (see verschil.groepen) may be computed, and is never used.
_CONTEXT: Final = Context(prec=60, rounding=ROUND_HALF_EVEN, Emin=CONTEXT.Emin, Emax=CONTEXT.Emax, traps=[])


_AFRONDCONTEXT: Final = Context(prec=CONTEXT.prec, Emin=CONTEXT.Emin, Emax=CONTEXT.Emax, traps=[])
_GELIJK: Final = Decimal("1e-35")
"""Amounts of sixty digits that differ less than this are the same, so also an amount and half a cent."""


def _op_centen(bedrag: Decimal) -> Decimal:
    gelijk = bedrag.quantize(_GELIJK, ROUND_HALF_EVEN, _AFRONDCONTEXT)
    return gelijk.quantize(CENT, ROUND_HALF_UP, _AFRONDCONTEXT)


class Mengsels:
    """Reads formulas over tables of Decimals; nothing is rounded."""

    def onder(self, naam: str) -> Self:  # noqa: ARG002 (part of the protocol)
        """Return itself: no keys are kept."""
        return self

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:  # noqa: ARG002
        """Return the value."""
        return cast("Decimal", waarde)

    def rond(self, bedrag: Decimal) -> Decimal:
        """Round to cents, mixture by mixture; what no digit here tells from half a cent is half a cent."""
        return cast("Decimal", samen(_op_centen, bedrag))

    def rond_regel(self, bedrag: Decimal) -> Decimal:  # noqa: ARG002 (part of the protocol)
        """Return nothing: shares are taken of the amounts before rounding."""
        return Decimal(0)

    def minste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the smaller of two, mixture by mixture."""
        return cast("Decimal", samen(min, een, ander))

    def meeste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the larger of two, mixture by mixture."""
        return cast("Decimal", samen(max, een, ander))

    def kies(self, keuze: str, opties: Mapping[str, Decimal]) -> Decimal:
        """Return the option that each mixture chooses."""
        plek = {naam: plek for plek, naam in enumerate(opties)}
        return cast("Decimal", samen(lambda naam, *hier: hier[plek[naam]], keuze, *opties.values()))

    def eigen_of(self, eigen: Decimal | None, opbouw: Decimal) -> Decimal:
        """Return the own figure in the mixtures that have one."""
        return cast("Decimal", samen(lambda een, ander: ander if een is None else een, eigen, opbouw))


def tarieven(
    van: Opbouw, naar: Opbouw, assen: Mapping[str, int], heel: Sequence[str]
) -> dict[str, Mengseltabel]:
    """Return per zorgzwaarte the tariff of every mixture, counted in EENHEID_VAN_TELLEN.

    Args:
        van: index 0 on every axis.
        naar: index 1 on every axis.
        assen: the axis of each key that differs; keys on one axis move together.
        heel: those of the keys that are whole parts of another shape.
    """
    van, naar = evenveel(van, naar)
    with localcontext(_CONTEXT):
        bedragen = _tarieven(van, naar, assen, tuple(heel))
    with localcontext(CONTEXT):
        return {zwaarte: _geteld(tabel) for zwaarte, tabel in bedragen.items()}


def _tarieven(
    van: Opbouw, naar: Opbouw, assen: Mapping[str, int], heel: tuple[str, ...]
) -> dict[str, Mengseltabel]:
    """Compute once per shape that occurs, and lay the outcomes side by side."""
    if not heel:
        los = {sleutel: plek for sleutel, plek in assen.items() if "." in sleutel}
        bedragen = stel_samen(_meng(van, naar, los), Mengsels())
        return {zwaarte: _als_tabel(deel.onafgerond_tarief) for zwaarte, deel in bedragen.items()}
    naam, *rest = heel
    helften = []
    for bron in (van, naar):
        een, ander = (
            opbouw.model_copy(
                update={naam: getattr(bron, naam), PER_ZORGZWAARTE: anders_in(naam, opbouw, bron)}
            )
            for opbouw in (van, naar)
        )
        helften.append(_tarieven(een, ander, assen, tuple(rest)))
    return {zwaarte: _naast(helften[0][zwaarte], helften[1][zwaarte], assen[naam]) for zwaarte in helften[0]}


def _als_tabel(bedrag: object) -> Mengseltabel:
    """Return an amount as a table, also one on which no choice has any effect."""
    return bedrag if isinstance(bedrag, Mengseltabel) else Mengseltabel((), [bedrag])


def _meng(van: Opbouw, naar: Opbouw, assen: Mapping[str, int]) -> Opbouw:
    """Return an opbouw that holds both values of each key along the axis of that key."""
    daar = plat(naar)

    def gemengd(sleutel: str, een: object, _: Grenzen) -> object:
        if sleutel not in assen:
            return een
        # a quotient of whole numbers is a Decimal too
        paar = [Decimal(waarde) if isinstance(waarde, int) else waarde for waarde in (een, daar[sleutel])]
        return Mengseltabel((assen[sleutel],), paar)

    return vertaald(van, gemengd)


def _naast(een: Mengseltabel, ander: Mengseltabel, as_: int) -> Mengseltabel:
    """Join the mixtures with the one shape and those with the other along their axis."""
    helften = [een.half(as_, 0), ander.half(as_, 1)]
    over = tuple(sorted({*helften[0].assen, *helften[1].assen}))
    naast = Mengseltabel((as_, *over), [cel for helft in helften for cel in helft.langs(over)])
    op_volgorde = tuple(sorted(naast.assen))
    return Mengseltabel(op_volgorde, naast.langs(op_volgorde))


def _geteld(tabel: Mengseltabel) -> Mengseltabel:
    tellen = [int(bedrag.scaleb(-_EXPONENT).to_integral_value()) for bedrag in tabel.cellen]
    return Mengseltabel(tabel.assen, tellen)
