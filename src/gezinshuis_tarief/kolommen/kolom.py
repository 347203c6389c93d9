"""One column as NumPy holds it, whatever frame or file it came from, and the check of its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

from gezinshuis_tarief.kern.eenheden import kommaremedie
from gezinshuis_tarief.kern.fouten import Bezwaar
from gezinshuis_tarief.kern.grenzen import KLEINSTE_STAP, Grenzen
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.velden import decimaal
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STAPPEN: Final = float(1 / KLEINSTE_STAP)
_RUIM: Final = 1e5
NIET_INGEVULD: Final = ("is nog niet ingevuld", "Vul deze waarde in.")


@dataclass(frozen=True, slots=True)
class Invoerkolom:
    """A column of any kind.

    Attributes:
        naam: its key.
        cellen: numbers, of which NaN is a blank; or anything, of which None is a blank; or numbers of `soorten`.
        soorten: what the numbers in `cellen` stand for, −1 for a blank; None where cells are themselves.
        nederlands: whether its text has a decimal comma.
        heeft_decimale_punt: says whether a point in its text can only be a decimal point, when it is part of a
            larger column.
        geschreven: gives what stands in some rows, where that is not what `cellen` holds.
    """

    naam: str
    cellen: NDArray[Any]
    soorten: Sequence[Any] | None = None
    nederlands: bool = False
    heeft_decimale_punt: Callable[[], bool] | None = None
    geschreven: Callable[[NDArray[np.intp]], list[Any]] | None = None

    @property
    def is_getal(self) -> bool:
        """Whether it holds numbers only."""
        return self.soorten is None and self.cellen.dtype.kind in "iuf"

    def losse_cellen(self, rijen: NDArray[np.intp] | slice = slice(None)) -> list[Any]:
        """Return the cells of some rows, None for a blank."""
        cellen = self.cellen[rijen].tolist()
        if self.soorten is not None:
            return [None if nummer < 0 else self.soorten[nummer] for nummer in cellen]
        return [None if cel != cel else cel for cel in cellen] if self.is_getal else cellen  # noqa: PLR0124 (NaN)

    def getoond(self, rijen: NDArray[np.intp]) -> list[str]:
        """Return what stands in some rows as a message shows it; of a float the digits that count."""
        cellen = (self.geschreven or self.losse_cellen)(rijen)
        return [toon_waarde(float(f"{cel:.15g}") if isinstance(cel, float) else cel) for cel in cellen]


Cijferkeuring = Callable[["NDArray[np.float64]", float], bool]


def alle_kort(deel: NDArray[np.float64], stappen: float) -> bool:
    """Say whether all numbers are a whole number of steps; NaN is not. Also turned into machine code."""
    return bool((np.rint(deel * stappen) / stappen == deel).all())


@dataclass(frozen=True)
class Getalkolom:
    """A column of numbers; NaN where a row has none.

    Attributes:
        mag_leeg: whether a row may have none.
        onleesbaar: rows that were noted already; None where there are none.
        is_gelezen: whether it came through the door as text or the like, which counts the digits.
    """

    kolom: Invoerkolom
    grenzen: Grenzen
    waarden: NDArray[np.float64]
    onleesbaar: NDArray[np.bool_] | None
    mag_leeg: bool
    is_gelezen: bool = False

    @property
    def leeg(self) -> NDArray[np.bool_]:
        """In which rows nothing stands; what could not be read is something."""
        leeg = np.isnan(self.waarden)
        return leeg if self.onleesbaar is None else leeg & ~self.onleesbaar

    def bereik(self, begin: int, eind: int) -> tuple[float, float]:
        """Return the smallest and the largest value in some rows; NaN where there is none, or not one."""
        deel = self.waarden[begin:eind]
        if self.mag_leeg:
            return float(np.fmin.reduce(deel)), float(np.fmax.reduce(deel))
        return float(np.minimum.reduce(deel)), float(np.maximum.reduce(deel))

    def keur(
        self, begin: int, eind: int, bereik: tuple[float, float], kort: Cijferkeuring = alle_kort
    ) -> list[Kolombevinding]:
        """Check some rows against what the field allows; quick when all is well.

        Args:
            begin: the first row.
            eind: the row after the last.
            bereik: the smallest and largest value there.
            kort: `alle_kort`, or the same as machine code.
        """
        deel = self.waarden[begin:eind]
        onder, boven = bereik
        if self.mag_leeg and np.isnan(onder):
            return []
        if float(self.grenzen.kleinste) <= onder and boven <= float(self.grenzen.grootste):
            te_toetsen = deel[:1] if onder == boven and not self.mag_leeg else deel
            if self.is_gelezen or kort(te_toetsen, self._stappen) or self._schrijfbaar(deel).all():
                return []
        return self._bevindingen(deel, begin)

    @property
    def _stappen(self) -> float:
        return 1.0 if self.grenzen.is_heel else _STAPPEN

    def _schrijfbaar(self, deel: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Say of which numbers it is at once clear that they have few enough decimals; NaN has none.

        A float that stands for a number of at most ten decimals below 10⁵ is mostly the one nearest to it, and
        then this finds that number; from 10⁵ on, fifteen digits leave no room for more than ten decimals.
        """
        goed: NDArray[np.bool_] = np.rint(deel * self._stappen) / self._stappen == deel
        if not goed.all():
            goed |= (np.abs(deel) >= _RUIM) & (not self.grenzen.is_heel) | (np.isnan(deel) & self.mag_leeg)
        return goed

    def _bevindingen(self, deel: NDArray[np.float64], begin: int) -> list[Kolombevinding]:
        """Judge the numbers that may be wrong one by one, as every door does."""
        kleinste, grootste = float(self.grenzen.kleinste), float(self.grenzen.grootste)
        verdacht = ~((deel >= kleinste) & (deel <= grootste) & self._schrijfbaar(deel))
        if self.onleesbaar is not None:
            verdacht &= ~self.onleesbaar[begin : begin + len(deel)]
        soorten: dict[tuple[str, str], list[int]] = {}
        for rij in np.flatnonzero(verdacht):
            getal = float(deel[rij])
            if np.isnan(getal):
                oordeel = None if self.mag_leeg else NIET_INGEVULD
            else:
                oordeel = self.grenzen.oordeel(decimaal(getal))
            if oordeel:
                soorten.setdefault(oordeel, []).append(int(rij) + begin)
        return [
            bevinding_over(self.kolom, self.grenzen, np.array(rijen, np.intp), *oordeel)
            for oordeel, rijen in soorten.items()
        ]


def bevinding_over(
    kolom: Invoerkolom, grenzen: Grenzen, rijen: NDArray[np.intp], melding: str, remedie: str
) -> Kolombevinding:
    """Return a finding that shows what stands in the cells and what the field does allow."""
    gevonden = [""] * len(rijen) if melding == NIET_INGEVULD[0] else kolom.getoond(rijen)
    remedie = kommaremedie(remedie) if kolom.nederlands else remedie
    return Kolombevinding(kolom.naam, rijen, gevonden, melding, grenzen.toegestaan, remedie)


def dubbele(namen: Sequence[str]) -> list[Bezwaar]:
    """Object to columns that are there more than once."""
    return [
        Bezwaar(
            naam,
            f"staat er {'twee' if aantal == 2 else aantal} keer",  # noqa: PLR2004 (in words)
            remedie="Laat een van beide weg." if aantal == 2 else "Laat er één staan.",  # noqa: PLR2004 (idem)
        )
        for naam, aantal in Counter(namen).items()
        if aantal > 1
    ]


class Rijen(Protocol):
    """What a table is read from."""

    @property
    def namen(self) -> Sequence[str]:
        """The names of its columns."""

    @property
    def labels(self) -> Sequence[Any]:
        """What its rows are called."""

    def kolom(self, naam: str, grenzen: Grenzen) -> Invoerkolom:
        """Return one of its columns, to be read as a field with these bounds."""
