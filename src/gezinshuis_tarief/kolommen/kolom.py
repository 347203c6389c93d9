"""One column as NumPy holds it, whatever frame or file it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from gezinshuis_tarief.kern.fouten import Bezwaar
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.meldingen import toon_waarde

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
