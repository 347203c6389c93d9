"""The compiled reading over the blocks of one table; what it cannot settle is left to the column reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numba
import numpy as np

from gezinshuis_tarief.kolommen.beslissen import volg_tabel
from gezinshuis_tarief.kolommen.kolom import Cijferkeuring, alle_kort
from gezinshuis_tarief.rekenwijzen.lus import Lusinvoer, compileer, schrijf_lus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gezinshuis_tarief.kolommen.tabel import Kolommentabel


_ALLE_KORT: Final[Cijferkeuring] = numba.njit(nogil=True)(alle_kort)


class Machine:
    """One loop over the rows of a table; may be shared between threads.

    Attributes:
        alle_kort: the check of decimals, as machine code.
    """

    def __init__(self, tabel: Kolommentabel, uitkomsten: Sequence[str]) -> None:
        self.alle_kort = _ALLE_KORT
        self._kolommen: list[NDArray[Any]] = [kolom.waarden for kolom in tabel.getallen.values()]
        self._codes: list[NDArray[Any]] = [keuze.codes for keuze in tabel.keuzes.values()]
        vast = {sleutel: waarde for sleutel, waarde in tabel.drijvend.items() if isinstance(waarde, float)}
        self._vast = list(vast.values())
        invoer = Lusinvoer(
            kolommen=list(tabel.getallen),
            keuzes={sleutel: keuze.opties for sleutel, keuze in tabel.keuzes.items()},
            vast=list(vast),
            leeg_is_nul=tabel.indeling.optioneel,
        )
        tekst = schrijf_lus(volg_tabel(tabel).stappen, uitkomsten, invoer)
        self._lus = compileer(tekst, len(uitkomsten), (len(self._kolommen), len(self._codes), len(vast)))

    def reken(self, rijen: slice, drempels: Sequence[Any], uit: NDArray[np.float64]) -> NDArray[np.intp]:
        """Write the outcomes of some rows in euro; returns the numbers of the rows in doubt."""
        twijfel = np.empty(rijen.stop - rijen.start, dtype=np.bool_)
        invoer = (np.ascontiguousarray(kolom[rijen]) for kolom in (*self._kolommen, *self._codes))
        grenzen = np.array(drempels, dtype=np.float64)
        self._lus(grenzen, twijfel, *(kolom[rijen] for kolom in uit), *invoer, *self._vast)
        in_twijfel: NDArray[np.intp] = np.flatnonzero(twijfel) + rijen.start
        return in_twijfel
