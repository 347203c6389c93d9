"""The column reading: the same formulas over float64 columns, to the cent equal to the exact reading.

Every line is computed in float64 and rounded to whole cents. A row whose amount lies so near half a
cent that float64 cannot prove which way it goes is settled by the exact reading; how near that is, is
derived from the same formulas, see `foutgrens`. So no cent rests on luck.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gezinshuis_tarief.kern.eenheden import Eenheid

Getallen: TypeAlias = Any
"""A column of float64, or one float for all rows; stands where the protocol says Decimal."""

Beslisser: TypeAlias = "Callable[[int, NDArray[np.intp]], Getallen]"
"""Gives the exact cents of a line (by its number in order of rounding) in some rows."""


_VEEL: Final = 0.01
"""Part of the rows in doubt from which it pays to bound each row for itself."""


class Keuzekolom:
    """A choice per row."""

    def __init__(self, codes: NDArray[np.int8], opties: Sequence[str]) -> None:
        self._codes = codes
        self._opties = tuple(opties)
        self._gelezen: dict[str, NDArray[np.int64]] = {}

    def masker(self, optie: str) -> NDArray[np.int64]:
        """Return all ones in the rows that chose an option, all zeros in the others."""
        if optie not in self._gelezen:
            self._gelezen[optie] = -(self._codes == self._opties.index(optie)).astype(np.int64)
        return self._gelezen[optie]


def kies_per_rij(masker: NDArray[np.int64], wel: Getallen, niet: Getallen) -> NDArray[np.float64]:
    """Return one number where the mask is set and the other where it is not, bit for bit.

    The same as `np.where`, which guesses per row what comes next and is six times slower on mixed rows.
    """
    andere = _bits(niet)
    bits = (_bits(wel) ^ andere) & masker
    bits ^= andere
    uitkomst: NDArray[np.float64] = bits.view(np.float64)
    return uitkomst


def _bits(getallen: Getallen) -> Getallen:
    return (getallen if isinstance(getallen, np.ndarray) else np.float64(getallen)).view(np.int64)


class Kolommen:
    """Reads formulas over columns; amounts come back in whole cents, so that their sum is exact.

    Args:
        drempels: per line, in order of rounding: the distance to a whole cent (at most a half) from
            which float64 proves nothing.
        fijner: gives the same per row, for a line where many rows are in doubt.
        beslis: settles the rows that stay in doubt.
    """

    def __init__(
        self, drempels: Sequence[float], fijner: Callable[[], Sequence[Getallen]], beslis: Beslisser
    ) -> None:
        self._drempels = drempels
        self._fijner = cache(fijner)
        self._beslis = beslis
        self._regel = 0
        self._gerond: dict[int, tuple[NDArray[np.float64], NDArray[np.float64]]] = {}

    def onder(self, naam: str) -> Self:  # noqa: ARG002 (part of the protocol)
        """Return itself: no keys are kept."""
        return self

    def stap(self, naam: str, waarde: Getallen, eenheid: Eenheid) -> Getallen:  # noqa: ARG002
        """Return the value."""
        return waarde

    def rond(self, bedrag: Getallen) -> Getallen:
        """Round half up to cents, inside a formula; returns euro."""
        return self.rond_regel(bedrag) / 100

    def rond_regel(self, bedrag: Getallen) -> Getallen:
        """Round half up to cents; returns whole cents. A line that zorgzwaartes share is rounded once."""
        regel = self._regel
        self._regel += 1
        if not isinstance(bedrag, np.ndarray):
            return float(self._beslis(regel, np.zeros(1, np.intp))[0])
        if id(bedrag) not in self._gerond:
            self._gerond[id(bedrag)] = (bedrag, self._centen(bedrag, regel))
        return self._gerond[id(bedrag)][1]

    def _centen(self, bedrag: NDArray[np.float64], regel: int) -> NDArray[np.float64]:
        afstand = bedrag * 100
        centen: NDArray[np.float64] = np.rint(afstand)
        afstand -= centen
        drempel = self._drempels[regel]
        if np.maximum.reduce(afstand) < drempel and np.minimum.reduce(afstand) > -drempel:
            return centen
        np.abs(afstand, out=afstand)
        twijfel = afstand >= drempel
        if np.count_nonzero(twijfel) > _VEEL * twijfel.size:
            twijfel &= afstand >= self._fijner()[regel]
        if twijfel.any():
            rijen = np.flatnonzero(twijfel)
            centen[rijen] = self._beslis(regel, rijen)
        return centen

    def minste(self, een: Getallen, ander: Getallen) -> Getallen:
        """Return the smaller of two, per row."""
        return np.minimum(een, ander)

    def meeste(self, een: Getallen, ander: Getallen) -> Getallen:
        """Return the larger of two, per row."""
        return np.maximum(een, ander)

    def kies(self, keuze: str | Keuzekolom, opties: Mapping[str, Getallen]) -> Getallen:
        """Return the option that was chosen, per row."""
        if isinstance(keuze, str):
            return opties[keuze]
        *eerste, laatste = opties
        uitkomst = opties[laatste]
        for optie in reversed(eerste):
            uitkomst = kies_per_rij(keuze.masker(optie), opties[optie], uitkomst)
        return uitkomst

    def eigen_of(self, eigen: Getallen | None, opbouw: Getallen) -> Getallen:
        """Return the own figure where one is given (not NaN), else the build-up."""
        if eigen is None:
            return opbouw
        if not isinstance(eigen, np.ndarray):
            return eigen
        return np.where(np.isnan(eigen), opbouw, eigen)
