"""From the columns of a frame to float64 and option numbers; what is no number or no option is noted.

A float64 stands for the decimal number of its first fifteen digits, so 0.58 is 0.58. Text, whole numbers
and Decimals go through the same door as every other input; they have at most fifteen digits too, so
float64 holds them without loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from numbers import Number
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.velden import is_dubbelzinnig
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding
from gezinshuis_tarief.kolommen.kolom import NIET_INGEVULD, Getalkolom, Invoerkolom, bevinding_over
from gezinshuis_tarief.kolommen.notatie import (
    EENDUIDIG,
    KORT,
    KORT_NEDERLANDS,
    Cellezer,
    heeft_decimale_punt,
    lezer_van,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

_GEWOON: Final = np.dtype(np.float64).itemsize


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
        bevinding_over(kolom, grenzen, np.array(rijen, np.intp), *fout) for fout, rijen in fouten.items()
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
        bevindingen.append(bevinding_over(kolom, grenzen, onbekend, "is geen keuze", grenzen.remedie))
    if not mag_leeg and len(leeg := np.flatnonzero(codes == -1)):
        bevindingen.append(bevinding_over(kolom, grenzen, leeg, *NIET_INGEVULD))
    return Keuzes(kolom.naam, codes, grenzen.keuzes), bevindingen


def lees_namen(kolom: Invoerkolom, grenzen: Grenzen) -> tuple[list[Any], list[Kolombevinding]]:
    """Read a column of names: text of some length; a row may have none."""
    hoogstens = grenzen.tekens or 0
    cellen = kolom.losse_cellen()
    fout = [cel is not None and not _is_naam(cel, hoogstens) for cel in cellen]
    if not any(fout):
        return cellen, []
    remedie = f"Schrijf een tekst van 1 tot en met {hoogstens} tekens."
    return cellen, [bevinding_over(kolom, grenzen, np.flatnonzero(fout), "is geen naam", remedie)]


def _is_naam(cel: object, hoogstens: int) -> bool:
    if not isinstance(cel, str) or not 1 <= len(cel) <= hoogstens:
        return False
    return cel.isascii() or not any("\ud800" <= teken <= "\udfff" for teken in cel)  # half a character
