"""Per block: how near half a cent float64 can still tell, remembered for blocks with the same ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.foutgrens import Foutgrens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from gezinshuis_tarief.kolommen.tabel import Kolommentabel

_RUIMER: Final = 0.05
"""By what part a remembered range is so that the next blocks fit in it too."""


class Drempels:
    """The bounds of one worker; not shared between threads."""

    def __init__(self, tabel: Kolommentabel) -> None:
        self._tabel = tabel
        self._onder: NDArray[np.float64] = np.empty(0)
        self._boven: NDArray[np.float64] = np.empty(0)
        self._laatste: list[Any] = []

    def voor_blok(self, bereik: Mapping[str, tuple[float, float]]) -> list[Any]:
        """Return one bound per line for rows within these ranges."""
        uitersten = np.array(list(bereik.values()), dtype=np.float64).reshape(-1, 2)
        onder = np.where(np.isnan(uitersten[:, 0]), np.inf, uitersten[:, 0])
        boven = np.where(np.isnan(uitersten[:, 1]), -np.inf, uitersten[:, 1])
        past = len(self._laatste) > 0 and (onder >= self._onder).all() and (boven <= self._boven).all()
        if not past:
            ruimte = np.where(np.isfinite(uitersten), _RUIMER * np.abs(uitersten), 0.0)
            self._onder, self._boven = onder - ruimte[:, 0], boven + ruimte[:, 1]
            leeg = self._onder > self._boven
            ruim = np.where(leeg, np.nan, [self._onder, self._boven]).T.tolist()
            self._laatste = drempels(self._tabel, dict(zip(bereik, ruim, strict=True)))
        return self._laatste


def drempels(tabel: Kolommentabel, bereik: Mapping[str, tuple[Any, Any]]) -> list[Any]:
    """Bound every line, for ranges or for the values of single rows."""
    wijze = Foutgrens()
    with np.errstate(all="ignore"):
        stel_samen(tabel.indeling.bouw(tabel.marges(bereik)), wijze)
    return wijze.drempels
