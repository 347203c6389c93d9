"""From the columns of a frame to float64 and option numbers; what is no number or no option is noted.

A float64 stands for the decimal number of its first fifteen digits, so 0.58 is 0.58. Text, whole numbers
and Decimals go through the same door as every other input; they have at most fifteen digits too, so
float64 holds them without loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
import pandas as pd
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.grenzen import KLEINSTE_STAP, Grenzen
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.velden import decimaal, lees_getal
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STAPPEN: Final = float(1 / KLEINSTE_STAP)
_RUIM: Final = 1e5
_GEWOON: Final = np.dtype(np.float64).itemsize
_LEEG: Final = ("is nog niet ingevuld", "Vul deze waarde in.")


@dataclass(frozen=True)
class Getalkolom:
    """A column of numbers; NaN where a row has none.

    Attributes:
        mag_leeg: whether a row may have none.
        onleesbaar: rows that were noted already; None where there are none.
    """

    sleutel: str
    grenzen: Grenzen
    reeks: pd.Series
    waarden: NDArray[np.float64]
    onleesbaar: NDArray[np.bool_] | None
    mag_leeg: bool

    def bereik(self, begin: int, eind: int) -> tuple[float, float]:
        """Return the smallest and the largest value in some rows; NaN where there is none, or not one."""
        deel = self.waarden[begin:eind]
        if self.mag_leeg:
            return float(np.fmin.reduce(deel)), float(np.fmax.reduce(deel))
        return float(np.minimum.reduce(deel)), float(np.maximum.reduce(deel))

    def keur(self, begin: int, eind: int, bereik: tuple[float, float]) -> list[Kolombevinding]:
        """Check some rows against what the field allows; quick when all is well."""
        deel = self.waarden[begin:eind]
        onder, boven = bereik
        kleinste, grootste = float(self.grenzen.kleinste), float(self.grenzen.grootste)
        geen = self.mag_leeg and np.isnan(onder)
        if geen or (kleinste <= onder and boven <= grootste and self._schrijfbaar(deel).all()):
            return []
        return self._bevindingen(deel, begin)

    def _schrijfbaar(self, deel: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Say of which numbers it is at once clear that they have few enough decimals; NaN has none.

        A float that stands for a number of at most ten decimals below 10⁵ is mostly the one nearest to it, and
        then this finds that number; from 10⁵ on, fifteen digits leave no room for more than ten decimals.
        """
        stappen = 1.0 if self.grenzen.is_heel else _STAPPEN
        goed: NDArray[np.bool_] = np.rint(deel * stappen) / stappen == deel
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
                oordeel = None if self.mag_leeg else _LEEG
            else:
                oordeel = self.grenzen.oordeel(decimaal(getal))
            if oordeel:
                soorten.setdefault(oordeel, []).append(int(rij) + begin)
        return [
            _bevinding(self.reeks, self.grenzen, np.array(rijen, np.intp), *oordeel)
            for oordeel, rijen in soorten.items()
        ]


def _bevinding(
    reeks: pd.Series, grenzen: Grenzen, rijen: NDArray[np.intp], melding: str, remedie: str
) -> Kolombevinding:
    """Return a finding that shows what stands in the cells and what the field does allow."""
    leeg = melding == _LEEG[0]
    gevonden = [""] * len(rijen) if leeg else [toon_waarde(cel) for cel in reeks.iloc[rijen].tolist()]
    return Kolombevinding(str(reeks.name), rijen, gevonden, melding, grenzen.toegestaan, remedie)


@dataclass(frozen=True)
class Keuzes:
    """A column of choices: the number of each row's option; −1 where a row has none."""

    sleutel: str
    codes: NDArray[np.int8]
    opties: tuple[str, ...]


@lru_cache(maxsize=1 << 16, typed=True)
def _cel(waarde: Any) -> float | tuple[str, str]:  # noqa: ANN401 (a cell holds anything)
    """Read one cell; returns what is wrong and what to do when it is no number."""
    if isinstance(waarde, float):
        return float(waarde)
    try:
        return float(lees_getal(waarde))
    except PydanticCustomError as fout:
        context = fout.context or {}
        return context["melding"], context["remedie"]


def lees_getallen(
    reeks: pd.Series, grenzen: Grenzen, *, mag_leeg: bool
) -> tuple[Getalkolom, list[Kolombevinding]]:
    """Read a column of numbers of any kind.

    Raises:
        InvoerFout: for a column of float32, which cannot hold euros and cents.
    """
    sleutel = str(reeks.name)
    soort = reeks.dtype
    if pd.api.types.is_float_dtype(soort) or pd.api.types.is_integer_dtype(soort):
        kern = np.dtype(cast("Any", getattr(soort, "numpy_dtype", soort)))
        if kern.kind == "f" and kern.itemsize < _GEWOON:
            remedie = "Lees de kolom als float64, Decimal of tekst."
            raise weigering(sleutel, "heeft te weinig cijfers", gevonden=str(soort), remedie=remedie)
        waarden = reeks.to_numpy(dtype=np.float64, na_value=np.nan)
        return Getalkolom(sleutel, grenzen, reeks, waarden, None, mag_leeg), []
    leeg = reeks.isna().to_numpy(dtype=bool)
    cellen = [_lees_cel(cel) for cel in reeks.astype(object).tolist()]
    onleesbaar = np.array([isinstance(cel, tuple) for cel in cellen], dtype=bool) & ~leeg
    waarden = np.array([np.nan if isinstance(cel, tuple) else cel for cel in cellen], dtype=np.float64)
    fouten: dict[Any, list[int]] = {}
    for rij in np.flatnonzero(onleesbaar).tolist():
        fouten.setdefault(cellen[rij], []).append(rij)
    bevindingen = [
        _bevinding(reeks, grenzen, np.array(rijen, np.intp), *oordeel) for oordeel, rijen in fouten.items()
    ]
    kolom = Getalkolom(sleutel, grenzen, reeks, waarden, onleesbaar if bevindingen else None, mag_leeg)
    return kolom, bevindingen


def _lees_cel(cel: Any) -> float | tuple[str, str]:  # noqa: ANN401 (a cell holds anything)
    if isinstance(cel, np.generic):
        cel = cel.item()
    return _cel(cel if isinstance(cel, str | Decimal | int | float | None) else ())


def lees_keuzes(reeks: pd.Series, grenzen: Grenzen, *, mag_leeg: bool) -> tuple[Keuzes, list[Kolombevinding]]:
    """Read a column of choices; fastest when it is categorical."""
    sleutel, opties = str(reeks.name), grenzen.keuzes
    plaats, gevonden = _soorten(reeks)
    nummers = np.array([opties.index(w) if w in opties else -2 for w in gevonden] + [-1], dtype=np.int8)
    codes = nummers[plaats]
    bevindingen = []
    if len(onbekend := np.flatnonzero(codes == -2)):  # noqa: PLR2004 (set two lines up)
        bevindingen.append(_bevinding(reeks, grenzen, onbekend, "is geen keuze", grenzen.remedie))
    if not mag_leeg and len(leeg := np.flatnonzero(codes == -1)):
        bevindingen.append(_bevinding(reeks, grenzen, leeg, *_LEEG))
    return Keuzes(sleutel, codes, opties), bevindingen


def _soorten(reeks: pd.Series) -> tuple[NDArray[Any], Iterable[Any]]:
    """Return per row the number of what stands there, −1 for nothing, and what there is."""
    if isinstance(reeks.dtype, pd.CategoricalDtype):
        return reeks.cat.codes.to_numpy(), reeks.cat.categories
    try:
        return pd.factorize(reeks)
    except TypeError:
        return pd.factorize(reeks.map(lambda w: w if isinstance(w, str | float | None) else toon_waarde(w)))


def lees_namen(reeks: pd.Series, grenzen: Grenzen) -> list[Kolombevinding]:
    """Check a column of names: text of some length; a row may have none."""
    hoogstens = grenzen.tekens or 0
    cellen = reeks.astype(object).tolist()
    leeg = reeks.isna().to_numpy(dtype=bool)
    goed = [isinstance(cel, str) and 1 <= len(cel) <= hoogstens for cel in cellen]
    rijen = np.flatnonzero(~(leeg | np.array(goed, dtype=bool)))
    remedie = f"Schrijf een tekst van 1 tot en met {hoogstens} tekens."
    return [_bevinding(reeks, grenzen, rijen, "is geen naam", remedie)] if len(rijen) else []
