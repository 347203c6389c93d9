"""From the columns of a frame to float64 and option numbers; what is no number or no option is noted.

A float64 stands for the decimal number of its first fifteen digits, so 0.58 is 0.58. Text, whole numbers
and Decimals go through the same door as every other input; they have at most fifteen digits too, so
float64 holds them without loss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from numbers import Number
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.grenzen import KLEINSTE_STAP, Grenzen
from gezinshuis_tarief.kern.velden import decimaal, is_dubbelzinnig
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding
from gezinshuis_tarief.kolommen.kolom import Invoerkolom
from gezinshuis_tarief.kolommen.notatie import (
    EENDUIDIG,
    KORT,
    KORT_NEDERLANDS,
    Cellezer,
    heeft_decimale_punt,
    lezer_van,
    met_komma,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STAPPEN: Final = float(1 / KLEINSTE_STAP)
_RUIM: Final = 1e5
_GEWOON: Final = np.dtype(np.float64).itemsize
_LEEG: Final = ("is nog niet ingevuld", "Vul deze waarde in.")


Keuring = Callable[["NDArray[np.float64]", float], bool]


def alle_kort(deel: NDArray[np.float64], stappen: float) -> bool:
    """Say whether all numbers are a whole number of steps; NaN is not. Also turned into machine code."""
    return (np.rint(deel * stappen) / stappen == deel).all()  # type: ignore[return-value]


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
        self, begin: int, eind: int, bereik: tuple[float, float], kort: Keuring = alle_kort
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
                oordeel = None if self.mag_leeg else _LEEG
            else:
                oordeel = self.grenzen.oordeel(decimaal(getal))
            if oordeel:
                soorten.setdefault(oordeel, []).append(int(rij) + begin)
        return [
            _bevinding(self.kolom, self.grenzen, np.array(rijen, np.intp), *oordeel)
            for oordeel, rijen in soorten.items()
        ]


def _bevinding(
    kolom: Invoerkolom, grenzen: Grenzen, rijen: NDArray[np.intp], melding: str, remedie: str
) -> Kolombevinding:
    """Return a finding that shows what stands in the cells and what the field does allow."""
    gevonden = [""] * len(rijen) if melding == _LEEG[0] else kolom.getoond(rijen)
    remedie = met_komma(remedie) if kolom.nederlands else remedie
    return Kolombevinding(kolom.naam, rijen, gevonden, melding, grenzen.toegestaan, remedie)


@dataclass(frozen=True)
class Keuzes:
    """A column of choices: the number of each row's option; −1 where a row has none."""

    sleutel: str
    codes: NDArray[np.int8]
    opties: tuple[str, ...]


def lees_getallen(
    kolom: Invoerkolom, grenzen: Grenzen, *, mag_leeg: bool
) -> tuple[Getalkolom, list[Kolombevinding]]:
    """Read a column of numbers of any kind.

    Raises:
        InvoerFout: for a column of float32, which cannot hold euros and cents.
    """
    if kolom.is_getal:
        soort = kolom.cellen.dtype
        if soort.kind == "f" and soort.itemsize < _GEWOON:
            remedie = "Lees de kolom als float64, Decimal of tekst."
            raise weigering(kolom.naam, "heeft te weinig cijfers", gevonden=str(soort), remedie=remedie)
        waarden = kolom.cellen.astype(np.float64, copy=False)
        gelezen = soort.kind in "iu" or (kolom.geschreven is not None and not grenzen.is_heel)
        return Getalkolom(kolom, grenzen, waarden, None, mag_leeg, is_gelezen=gelezen), []
    waarden, fouten = _lees_cellen(kolom, grenzen)
    bevindingen = [
        _bevinding(kolom, grenzen, np.array(rijen, np.intp), *fout) for fout, rijen in fouten.items()
    ]
    onleesbaar = np.zeros(len(waarden), dtype=bool)
    for bevinding in bevindingen:
        onleesbaar[bevinding.rijen] = True
    geteld = not bevindingen and not grenzen.is_heel
    onleesbaar_of_niet = onleesbaar if bevindingen else None
    return Getalkolom(kolom, grenzen, waarden, onleesbaar_of_niet, mag_leeg, is_gelezen=geteld), bevindingen


def _lees_cellen(
    kolom: Invoerkolom, grenzen: Grenzen
) -> tuple[NDArray[np.float64], dict[tuple[str, str], list[int]]]:
    """Read cells one by one; whether a point can be one of thousands is for the whole column to say.

    Returns:
        the numbers, NaN where there is none, and per kind of objection the rows.
    """
    cellen = kolom.losse_cellen()
    waarden = np.empty(len(cellen))

    def lees_met(lees: Cellezer, rijen: Iterable[int]) -> dict[tuple[str, str], list[int]]:
        fouten: dict[tuple[str, str], list[int]] = {}
        for rij in rijen:
            cel = cellen[rij]
            if type(cel) is str and kort(cel):
                waarden[rij] = float(cel)
                continue
            gelezen = _lees_cel(lees, cel if isinstance(cel, str | Number | None) else ())
            if isinstance(gelezen, tuple):
                fouten.setdefault(gelezen, []).append(rij)
                gelezen = np.nan
            waarden[rij] = gelezen
        return fouten

    kort = (KORT_NEDERLANDS if kolom.nederlands else KORT).fullmatch
    fouten = lees_met(lezer_van(grenzen, nederlands=kolom.nederlands), range(len(cellen)))
    if fouten and not kolom.nederlands and grenzen.is_geld:
        geweigerd = sorted(rij for rijen in fouten.values() for rij in rijen)
        if any(isinstance(cellen[rij], str) and is_dubbelzinnig(cellen[rij]) for rij in geweigerd):
            heeft_punt = kolom.heeft_decimale_punt or partial(heeft_decimale_punt, cellen)
            if heeft_punt():
                fouten = lees_met(EENDUIDIG, geweigerd)
    return waarden, fouten


@lru_cache(maxsize=1 << 16, typed=True)
def _lees_cel(lees: Cellezer, cel: Any) -> float | tuple[str, str]:  # noqa: ANN401 (a cell holds anything)
    """Read one cell, NaN for a blank; returns what is wrong and what to do when it is no number."""
    if cel is None:
        return np.nan
    try:
        return float(lees(cel))
    except PydanticCustomError as fout:
        context = fout.context or {}
        return context["melding"], context["remedie"]


def lees_keuzes(
    kolom: Invoerkolom, grenzen: Grenzen, *, mag_leeg: bool
) -> tuple[Keuzes, list[Kolombevinding]]:
    """Read a column of choices; fastest when it is categorical."""
    nummers = {optie: nummer for nummer, optie in enumerate(grenzen.keuzes)}

    def nummer_van(cel: object) -> int:
        return nummers.get(cel, -2) if isinstance(cel, str) else -1 if cel is None else -2

    if kolom.soorten is None:
        codes = np.array([nummer_van(cel) for cel in kolom.losse_cellen()], dtype=np.int8)
    else:
        codes = np.array([*map(nummer_van, kolom.soorten), -1], dtype=np.int8)[kolom.cellen]
    bevindingen = []
    if len(onbekend := np.flatnonzero(codes == -2)):  # noqa: PLR2004 (set two lines up)
        bevindingen.append(_bevinding(kolom, grenzen, onbekend, "is geen keuze", grenzen.remedie))
    if not mag_leeg and len(leeg := np.flatnonzero(codes == -1)):
        bevindingen.append(_bevinding(kolom, grenzen, leeg, *_LEEG))
    return Keuzes(kolom.naam, codes, grenzen.keuzes), bevindingen


def lees_namen(kolom: Invoerkolom, grenzen: Grenzen) -> tuple[list[Any], list[Kolombevinding]]:
    """Read a column of names: text of some length; a row may have none."""
    hoogstens = grenzen.tekens or 0
    cellen = kolom.losse_cellen()
    fout = [cel is not None and not _is_naam(cel, hoogstens) for cel in cellen]
    if not any(fout):
        return cellen, []
    remedie = f"Schrijf een tekst van 1 tot en met {hoogstens} tekens."
    return cellen, [_bevinding(kolom, grenzen, np.flatnonzero(fout), "is geen naam", remedie)]


def _is_naam(cel: object, hoogstens: int) -> bool:
    if not isinstance(cel, str) or not 1 <= len(cel) <= hoogstens:
        return False
    return cel.isascii() or not any("\ud800" <= teken <= "\udfff" for teken in cel)  # half a character
