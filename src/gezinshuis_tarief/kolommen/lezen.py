"""From the columns of a frame to float64 and option numbers; what is no number or no option is noted.

A float64 stands for the decimal number of its first fifteen digits, so 0.58 is 0.58. Text, whole numbers
and Decimals go through the same door as every other input; they have at most fifteen digits too, so
float64 holds them without loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
import pandas as pd
from annotated_types import Ge, Gt, Le
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.meldingen import grenzen, keuzes, metadata_van, remedie_bij, toon_waarde
from gezinshuis_tarief.kern.velden import GRENS, lees_getal
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pydantic.fields import FieldInfo

CIJFERS: Final = ".15g"
_GRENS: Final = float(GRENS)
_GEWOON: Final = np.dtype(np.float64).itemsize
_LEEG: Final = ("is nog niet ingevuld", "Vul deze waarde in.")


def decimaal(getal: float) -> Decimal:
    """Return the decimal number that a float64 stands for: its first fifteen digits."""
    return Decimal(format(getal, CIJFERS))


@dataclass(frozen=True)
class Getalkolom:
    """A column of numbers; NaN where a row has none.

    Attributes:
        mag_leeg: whether a row may have none.
        onleesbaar: rows that were noted already; None where there are none.
    """

    sleutel: str
    veld: FieldInfo
    reeks: pd.Series
    waarden: NDArray[np.float64]
    onleesbaar: NDArray[np.bool_] | None
    mag_leeg: bool

    @cached_property
    def grenzen(self) -> tuple[float, float, bool]:
        """Lowest, highest, and whether the lowest itself is allowed; from the field's own type."""
        laagst, hoogst, mag = -_GRENS, _GRENS, False
        for grens in metadata_van(self.veld):
            match grens:
                case Ge():
                    laagst, mag = float(str(grens.ge)), True
                case Gt():
                    laagst, mag = float(str(grens.gt)), False
                case Le():
                    hoogst = float(str(grens.le))
        return laagst, hoogst, mag

    @cached_property
    def is_heel(self) -> bool:
        """Whether only whole numbers are allowed."""
        return self.veld.annotation is int

    @cached_property
    def kan_breken(self) -> bool:
        """Whether a number may turn out not to be whole where it has to be."""
        return self.is_heel and not pd.api.types.is_integer_dtype(self.reeks.dtype)

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
        laagst, hoogst, mag = self.grenzen
        geen = self.mag_leeg and np.isnan(onder)
        past = geen or ((onder >= laagst if mag else onder > laagst) and boven <= hoogst and boven < _GRENS)
        if past and not (self.kan_breken and (deel != np.rint(deel)).any()):
            return []
        return self._bevindingen(deel, begin)

    def _bevindingen(self, deel: NDArray[np.float64], begin: int) -> list[Kolombevinding]:
        vijftien = np.array([float(format(x, CIJFERS)) for x in deel.tolist()])
        laagst, hoogst, mag = self.grenzen
        leeg = np.isnan(vijftien)
        oneindig = np.isinf(vijftien)
        groot = (np.abs(vijftien) >= _GRENS) & ~oneindig
        buiten = ((vijftien < laagst) if mag else (vijftien <= laagst)) | (vijftien > hoogst)
        rest = ~(leeg | oneindig | groot)
        gebroken = (vijftien != np.rint(vijftien)) & rest & self.is_heel
        if self.onleesbaar is not None:
            leeg &= ~self.onleesbaar[begin : begin + len(deel)]
        soorten: list[tuple[NDArray[np.bool_], str, str]] = [
            (leeg & (not self.mag_leeg), *_LEEG),
            (oneindig, "is geen eindig getal", "Schrijf een gewoon getal; NaN en oneindig kunnen niet."),
            (groot, "is te groot", "Schrijf een getal kleiner dan 1.000.000.000."),
            (gebroken, "is geen heel getal", "Schrijf een heel getal."),
            (buiten & rest & ~gebroken, "ligt buiten de grenzen", remedie_bij(self.veld)),
        ]
        return [
            _bevinding(self.reeks, self.veld, np.flatnonzero(masker) + begin, melding, remedie)
            for masker, melding, remedie in soorten
            if masker.any()
        ]


def _bevinding(
    reeks: pd.Series, veld: FieldInfo, rijen: NDArray[np.intp], melding: str, remedie: str
) -> Kolombevinding:
    """Return a finding that shows what stands in the cells and what the field does allow."""
    leeg = melding == _LEEG[0]
    gevonden = [""] * len(rijen) if leeg else [toon_waarde(cel) for cel in reeks.iloc[rijen].tolist()]
    return Kolombevinding(str(reeks.name), rijen, gevonden, melding, grenzen(veld), remedie)


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
    reeks: pd.Series, veld: FieldInfo, *, mag_leeg: bool
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
        return Getalkolom(sleutel, veld, reeks, waarden, None, mag_leeg), []
    leeg = reeks.isna().to_numpy(dtype=bool)
    cellen = [_lees_cel(cel) for cel in reeks.astype(object).tolist()]
    onleesbaar = np.array([isinstance(cel, tuple) for cel in cellen], dtype=bool) & ~leeg
    waarden = np.array([np.nan if isinstance(cel, tuple) else cel for cel in cellen], dtype=np.float64)
    bevindingen = []
    fouten = {cellen[rij]: [] for rij in np.flatnonzero(onleesbaar)}  # type: dict[Any, list[int]]
    for rij in np.flatnonzero(onleesbaar):
        fouten[cellen[rij]].append(int(rij))
    for (melding, remedie), rijen in fouten.items():
        bevindingen.append(_bevinding(reeks, veld, np.array(rijen, np.intp), melding, remedie))
    kolom = Getalkolom(sleutel, veld, reeks, waarden, onleesbaar if bevindingen else None, mag_leeg)
    return kolom, bevindingen


def _lees_cel(cel: Any) -> float | tuple[str, str]:  # noqa: ANN401 (a cell holds anything)
    if isinstance(cel, np.generic):
        cel = cel.item()
    return _cel(cel if isinstance(cel, str | Decimal | int | float | None) else ())


def lees_keuzes(reeks: pd.Series, veld: FieldInfo, *, mag_leeg: bool) -> tuple[Keuzes, list[Kolombevinding]]:
    """Read a column of choices; fastest when it is categorical."""
    sleutel, opties = str(reeks.name), keuzes(veld)
    plaats, gevonden = _soorten(reeks)
    nummers = np.array([opties.index(w) if w in opties else -2 for w in gevonden] + [-1], dtype=np.int8)
    codes = nummers[plaats]
    bevindingen = []
    if len(onbekend := np.flatnonzero(codes == -2)):  # noqa: PLR2004 (set two lines up)
        bevindingen.append(_bevinding(reeks, veld, onbekend, "is geen keuze", remedie_bij(veld)))
    if not mag_leeg and len(leeg := np.flatnonzero(codes == -1)):
        bevindingen.append(_bevinding(reeks, veld, leeg, *_LEEG))
    return Keuzes(sleutel, codes, opties), bevindingen


def _soorten(reeks: pd.Series) -> tuple[NDArray[Any], Iterable[Any]]:
    """Return per row the number of what stands there, −1 for nothing, and what there is."""
    if isinstance(reeks.dtype, pd.CategoricalDtype):
        return reeks.cat.codes.to_numpy(), reeks.cat.categories
    try:
        return pd.factorize(reeks)
    except TypeError:
        return pd.factorize(reeks.map(lambda w: w if isinstance(w, str | float | None) else toon_waarde(w)))


def lees_namen(reeks: pd.Series, veld: FieldInfo) -> list[Kolombevinding]:
    """Check a column of names: text of some length; a row may have none."""
    hoogstens = next(int(deel.max_length) for deel in veld.metadata if hasattr(deel, "max_length"))
    cellen = reeks.astype(object).tolist()
    leeg = reeks.isna().to_numpy(dtype=bool)
    goed = [isinstance(cel, str) and 1 <= len(cel) <= hoogstens for cel in cellen]
    rijen = np.flatnonzero(~(leeg | np.array(goed, dtype=bool)))
    if not len(rijen):
        return []
    remedie = f"Schrijf een tekst van 1 tot en met {hoogstens} tekens."
    return [_bevinding(reeks, veld, rijen, "is geen naam", remedie)]
