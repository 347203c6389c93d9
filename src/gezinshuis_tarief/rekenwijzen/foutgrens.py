"""The bounding reading: how far a float64 evaluation of the formulas can be from the true amount.

Runs the same formulas on ranges instead of numbers. Each range says between which bounds the true value
lies and how far the computed value can be off. IEEE 754 rounds every operation to within half a unit in the
last place (2⁻⁵³ relative), so for computed x̂, ŷ with errors ex, ey:

    x + y, x − y:  ex + ey + 2⁻⁵³ |x̂ ± ŷ|             (also where the difference cancels)
    x × y:         |x| ey + |y| ex + ex ey + 2⁻⁵³ |x̂ ŷ|
    1 ÷ y:         ey / (|y| (|y| − ey)) + 2⁻⁵³ / |ŷ|   (x ÷ y as x × (1 ÷ y), which is only wider)
    min, max:      the larger of ex and ey

The bounds of a range are rounded outwards; the final bound is widened by a thousandth for the rounding in
this calculation itself. Values so small that float64 loses digits (below 10⁻³⁰⁰) cannot arise: an input
has at most ten decimals, or fifteen digits, and no formula multiplies ten of them; one of one's own keeps above
10⁻²⁸⁸ (decision 2).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from gezinshuis_tarief.rekenwijzen.kolommen import Getallen

if TYPE_CHECKING:
    from gezinshuis_tarief.kern.eenheden import Eenheid

_U: Final = 2.0**-53
_INVOER: Final = 5e-15
"""A float64 input stands for the decimal number of its first fifteen digits, at most this far off (relative)."""
_HALF: Final = 0.5
_HALVE_CENT: Final = 0.005000001
"""How far rounding moves an amount, in euro, and a little."""
_RUIMTE: Final = 1.001
_VLOER: Final = 1e-15
"""Added to every bound, in cents: half a cent minus a very small bound would be half a cent in float64."""


class Foutband:
    """A range of true values, and how far a computed value can be off; per block, or per row."""

    __slots__ = ("fout", "hoogst", "laagst")

    def __init__(self, laagst: Getallen, hoogst: Getallen, fout: Getallen) -> None:
        self.laagst = laagst
        self.hoogst = hoogst
        self.fout = fout

    @classmethod
    def van_invoer(cls, laagst: Getallen, hoogst: Getallen) -> Foutband:
        """Return the range of an input column, whose floats stand for decimal numbers."""
        grootst = np.maximum(np.abs(laagst), np.abs(hoogst)) * _INVOER
        return cls(laagst - np.abs(laagst) * _INVOER, hoogst + np.abs(hoogst) * _INVOER, grootst)

    @property
    def grootste(self) -> Getallen:
        """The largest size of a computed value."""
        return np.maximum(np.abs(self.laagst), np.abs(self.hoogst)) + self.fout

    def _met(self, laagst: Getallen, hoogst: Getallen, fout: Getallen) -> Foutband:
        """Round the bounds outwards and add the rounding of the operation itself."""
        marge = Foutband(np.nextafter(laagst, -np.inf), np.nextafter(hoogst, np.inf), fout)
        marge.fout = fout + _U * marge.grootste
        return marge

    def __add__(self, ander: object) -> Foutband:
        y = als_foutband(ander)
        return self._met(self.laagst + y.laagst, self.hoogst + y.hoogst, self.fout + y.fout)

    __radd__ = __add__

    def __sub__(self, ander: object) -> Foutband:
        y = als_foutband(ander)
        return self._met(self.laagst - y.hoogst, self.hoogst - y.laagst, self.fout + y.fout)

    def __rsub__(self, ander: object) -> Foutband:
        return als_foutband(ander) - self

    def __mul__(self, ander: object) -> Foutband:
        y = als_foutband(ander)
        hoeken = (
            self.laagst * y.laagst,
            self.laagst * y.hoogst,
            self.hoogst * y.laagst,
            self.hoogst * y.hoogst,
        )
        fout = self.grootste * y.fout + y.grootste * self.fout
        return self._met(np.minimum.reduce(hoeken), np.maximum.reduce(hoeken), fout)

    __rmul__ = __mul__

    def __truediv__(self, ander: object) -> Foutband:
        return self * als_foutband(ander).omgekeerde()

    def __rtruediv__(self, ander: object) -> Foutband:
        return als_foutband(ander) / self

    def afgerond(self) -> Foutband:
        """Return this in whole cents, each certain; written in euro they are off by one rounding."""
        return self._met(self.laagst - _HALVE_CENT, self.hoogst + _HALVE_CENT, np.float64(0.0))

    def omgekeerde(self) -> Foutband:
        """Return 1 ÷ this; endless where this may be zero."""
        kleinste = np.maximum(self.laagst, -self.hoogst)
        kan = kleinste > self.fout
        fout = np.where(kan, self.fout / (kleinste * (kleinste - self.fout)), np.inf)
        een, ander = np.divide(1, self.laagst), np.divide(1, self.hoogst)
        laagst, hoogst = np.minimum(een, ander), np.maximum(een, ander)
        return self._met(np.where(kan, laagst, -np.inf), np.where(kan, hoogst, np.inf), fout)


def als_foutband(waarde: object) -> Foutband:
    """Return a whole number in a formula as a range without error."""
    if isinstance(waarde, Foutband):
        return waarde
    if isinstance(waarde, int):
        return Foutband(float(waarde), float(waarde), 0.0)
    raise TypeError(f"een formule rekent met velden en hele getallen, niet met {waarde!r}")


def _omvat(een: Foutband, ander: Foutband) -> Foutband:
    """Return the range of a value that may be either; NaN means that there is no such value."""
    return Foutband(
        np.fmin(een.laagst, ander.laagst),
        np.fmax(een.hoogst, ander.hoogst),
        np.fmax(een.fout, ander.fout),
    )


class Foutgrens:
    """Reads formulas as ranges; keeps per line the distance from a whole cent that float64 can prove.

    Attributes:
        drempels: per line, in order of rounding: under this distance rounding is certain; −1 where
            nothing is.
    """

    def __init__(self) -> None:
        self.drempels: list[Getallen] = []

    def onder(self, naam: str) -> Self:  # noqa: ARG002 (part of the protocol)
        """Return itself: no keys are kept."""
        return self

    def stap(self, naam: str, waarde: Getallen, eenheid: Eenheid) -> Getallen:  # noqa: ARG002
        """Return the value."""
        return waarde

    def rond(self, bedrag: Getallen) -> Getallen:
        """Bound an amount that is rounded inside a formula; what is too near to tell is settled first."""
        return als_foutband(self.rond_regel(bedrag)).afgerond()

    def rond_regel(self, bedrag: Getallen) -> Getallen:
        """Note how near half a cent is too near to tell."""
        band = ((als_foutband(bedrag) * 100).fout + _VLOER) * _RUIMTE
        self.drempels.append(np.where(band < _HALF, _HALF - band, -1.0))
        return bedrag

    def minste(self, een: Getallen, ander: Getallen) -> Getallen:
        """Bound the smaller of two."""
        x, y = als_foutband(een), als_foutband(ander)
        return Foutband(
            np.minimum(x.laagst, y.laagst), np.minimum(x.hoogst, y.hoogst), np.maximum(x.fout, y.fout)
        )

    def meeste(self, een: Getallen, ander: Getallen) -> Getallen:
        """Bound the larger of two."""
        x, y = als_foutband(een), als_foutband(ander)
        return Foutband(
            np.maximum(x.laagst, y.laagst), np.maximum(x.hoogst, y.hoogst), np.maximum(x.fout, y.fout)
        )

    def kies(self, keuze: object, opties: Mapping[str, Getallen]) -> Getallen:
        """Bound the chosen option; every option where rows choose for themselves."""
        if isinstance(keuze, str):
            return opties[keuze]
        eerste, *andere = (als_foutband(optie) for optie in opties.values())
        for optie in andere:
            eerste = _omvat(eerste, optie)
        return eerste

    def eigen_of(self, eigen: Getallen | None, opbouw: Getallen) -> Getallen:
        """Bound the own figure and the build-up together."""
        return opbouw if eigen is None else _omvat(als_foutband(eigen), als_foutband(opbouw))
