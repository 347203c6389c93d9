"""The tariff of every mixture of two opbouwen at once: another reading of the same formulas.

Each choice "this from the one or from the other" is an axis of length two; a value that differs lies
along its axis, and the arithmetic of arrays does the rest. What does not depend on a choice is
computed once. The numbers stay exact Decimals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from typing import Any, Final, Self, cast

import numpy as np
import numpy.typing as npt

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.geld import CENT, CONTEXT
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.sleutels import PER_ZORGZWAARTE, plat, vertaald
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.per_zorgzwaarte import anders_in, evenveel
from gezinshuis_tarief.model.samenstelling import stel_samen

Mengseltabel = npt.NDArray[Any]
"""Whole numbers or Decimals, with an axis per choice."""

EENHEID_VAN_TELLEN: Final = Decimal("1e-30")
"""Amounts are counted in this part of a euro, so that sums of shares are exact."""
# No traps: a mixture that is no tariff (see verschil.groepen) may be computed, and is never used.
_CONTEXT: Final = Context(prec=60, rounding=ROUND_HALF_EVEN, Emin=CONTEXT.Emin, Emax=CONTEXT.Emax, traps=[])


_AFRONDCONTEXT: Final = Context(prec=CONTEXT.prec, Emin=CONTEXT.Emin, Emax=CONTEXT.Emax, traps=[])
_GELIJK: Final = Decimal("1e-35")
"""Amounts of sixty digits that differ less than this are the same, so also an amount and half a cent."""


def _op_centen(bedrag: Decimal) -> Decimal:
    gelijk = bedrag.quantize(_GELIJK, ROUND_HALF_EVEN, _AFRONDCONTEXT)
    return gelijk.quantize(CENT, ROUND_HALF_UP, _AFRONDCONTEXT)


_OP_CENTEN: Final = np.frompyfunc(_op_centen, 1, 1)


class Mengsels:
    """Reads formulas over arrays of Decimals; nothing is rounded."""

    def onder(self, naam: str) -> Self:  # noqa: ARG002 (part of the protocol)
        """Return itself: no keys are kept."""
        return self

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:  # noqa: ARG002
        """Return the value."""
        return cast("Decimal", waarde)

    def rond(self, bedrag: Decimal) -> Decimal:
        """Round to cents, mixture by mixture; what no digit here tells from half a cent is half a cent."""
        return cast("Decimal", _OP_CENTEN(cast("Mengseltabel", bedrag)))

    def rond_regel(self, bedrag: Decimal) -> Decimal:  # noqa: ARG002 (part of the protocol)
        """Return nothing: shares are taken of the amounts before rounding."""
        return Decimal(0)

    def minste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the smaller of two, mixture by mixture."""
        return cast("Decimal", np.minimum(cast("Mengseltabel", een), cast("Mengseltabel", ander)))

    def meeste(self, een: Decimal, ander: Decimal | int) -> Decimal:
        """Return the larger of two, mixture by mixture."""
        return cast("Decimal", np.maximum(cast("Mengseltabel", een), cast("Mengseltabel", ander)))

    def kies(self, keuze: str, opties: Mapping[str, Decimal]) -> Decimal:
        """Return the option that each mixture chooses."""
        per_mengsel = cast("object", keuze)  # an array where mixtures differ
        if not isinstance(per_mengsel, np.ndarray):
            return opties[keuze]
        (_, gekozen), *rest = opties.items()
        for naam, optie in rest:
            gekozen = _waar(per_mengsel == naam, optie, gekozen)
        return gekozen

    def eigen_of(self, eigen: Decimal | None, opbouw: Decimal) -> Decimal:
        """Return the own figure in the mixtures that have one."""
        per_mengsel = cast("object", eigen)  # an array where mixtures differ
        if isinstance(per_mengsel, np.ndarray):
            zonder = np.array([bedrag is None for bedrag in per_mengsel.flat]).reshape(per_mengsel.shape)
            return _waar(zonder, opbouw, per_mengsel)
        return opbouw if eigen is None else eigen


def _waar(voorwaarde: Mengseltabel, een: object, ander: object) -> Decimal:
    """Return the one value in the mixtures where the condition holds, the other elsewhere."""
    return cast("Decimal", np.where(voorwaarde, cast("Mengseltabel", een), cast("Mengseltabel", ander)))


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
    rang = max(assen.values()) + 1
    van, naar = evenveel(van, naar)
    with localcontext(_CONTEXT):
        bedragen = _tarieven(van, naar, assen, tuple(heel), rang)
    with localcontext(CONTEXT):
        return {zwaarte: _geteld(tabel) for zwaarte, tabel in bedragen.items()}


def _tarieven(
    van: Opbouw, naar: Opbouw, assen: Mapping[str, int], heel: tuple[str, ...], rang: int
) -> dict[str, Mengseltabel]:
    """Compute once per shape that occurs, and lay the outcomes side by side."""
    if not heel:
        los = {sleutel: plek for sleutel, plek in assen.items() if "." in sleutel}
        bedragen = stel_samen(_meng(van, naar, los, rang), Mengsels())
        return {zwaarte: _met_rang(deel.onafgerond_tarief, rang) for zwaarte, deel in bedragen.items()}
    naam, *rest = heel
    helften = []
    for bron in (van, naar):
        een, ander = (
            opbouw.model_copy(
                update={naam: getattr(bron, naam), PER_ZORGZWAARTE: anders_in(naam, opbouw, bron)}
            )
            for opbouw in (van, naar)
        )
        helften.append(_tarieven(een, ander, assen, tuple(rest), rang))
    return {zwaarte: _naast(helften[0][zwaarte], helften[1][zwaarte], assen[naam]) for zwaarte in helften[0]}


def _met_rang(bedrag: object, rang: int) -> Mengseltabel:
    """Return an amount as a table, also one on which no choice has any effect."""
    tabel = np.asarray(bedrag, dtype=object)
    return tabel if tabel.ndim else tabel.reshape((1,) * rang)


def _meng(van: Opbouw, naar: Opbouw, assen: Mapping[str, int], rang: int) -> Opbouw:
    """Return an opbouw that holds both values of each key along the axis of that key."""
    daar = plat(naar)

    def gemengd(sleutel: str, een: object, _: Grenzen) -> object:
        if sleutel not in assen:
            return een
        paar = np.empty(2, dtype=object)
        # a quotient of whole numbers is a Decimal too
        paar[:] = [Decimal(w) if isinstance(w, int) else w for w in (een, daar[sleutel])]
        return paar.reshape([2 if plek == assen[sleutel] else 1 for plek in range(rang)])

    return vertaald(van, gemengd)


def _naast(een: Mengseltabel, ander: Mengseltabel, plek: int) -> Mengseltabel:
    """Join the mixtures with the one shape and those with the other along their axis."""
    helften = [een.take([0], plek), ander.take([-1], plek)]
    return np.concatenate(np.broadcast_arrays(*helften), axis=plek)


def _geteld(tabel: Mengseltabel) -> Mengseltabel:
    tel = np.frompyfunc(lambda bedrag: int((bedrag / EENHEID_VAN_TELLEN).to_integral_value()), 1, 1)
    return np.asarray(tel(tabel), dtype=object)
