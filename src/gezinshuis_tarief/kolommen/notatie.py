"""How a number stands in a column of text: which point is a decimal one, and the Dutch decimal comma."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache, partial
from typing import Any, Final

from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import in_model
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.velden import is_dubbelzinnig, lees_euro, lees_getal

Cellezer = Callable[[Any], Decimal | int]
_MET_KOMMA: Final = re.compile(r"[+-]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]*),[0-9]*([eE][+-]?[0-9]{1,3})?")
_MET_PUNT: Final = re.compile(r"[+-]?[0-9.]+([eE][+-]?[0-9]{1,3})?")
_KOMMAGETAL: Final = re.compile(r"(?<![0-9.])([0-9]+)\.([0-9]+)(?![0-9.])")
_DRIETALLEN: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+")
KORT: Final = re.compile(r"-?[0-9]{1,9}(\.([0-9]{1,2}|[0-9]{4,6}))?")
"""Text that every door reads as the same number, so that `float` may: few digits, and no point of thousands."""
KORT_NEDERLANDS: Final = re.compile(r"-?[0-9]{1,9}")


def heeft_decimale_punt(cellen: Iterable[object]) -> bool:
    """Say whether some text in a column has a point that can only be a decimal point."""
    return any(isinstance(cel, str) and "." in cel and _is_punt(cel) for cel in cellen)


def _is_punt(tekst: str) -> bool:
    if is_dubbelzinnig(tekst):
        return False
    try:
        lees_getal(tekst)
    except PydanticCustomError:
        return False
    return True


EENDUIDIG: Final[Cellezer] = partial(lees_euro, is_vreemd=False)
"""Reads an amount in a column in which every point is a decimal point."""


def lezer_van(grenzen: Grenzen, *, nederlands: bool) -> Cellezer:
    """Return what reads a cell of a field: its own door; with `nederlands` text has a decimal comma."""
    if not nederlands:
        return grenzen.lezer
    return _nederlandse(EENDUIDIG if grenzen.is_geld else grenzen.lezer)


@cache
def _nederlandse(lees: Cellezer) -> Cellezer:
    return partial(_lees_nederlands, lees)


def _lees_nederlands(lees: Cellezer, cel: str) -> Decimal | int:
    kaal = cel.strip()
    if _MET_KOMMA.fullmatch(kaal):
        return lees(kaal.replace(".", "").replace(",", "."))
    if "." in kaal and _MET_PUNT.fullmatch(kaal):
        komma = kaal.replace(".", ",")
        if _DRIETALLEN.fullmatch(kaal):
            ook = f' of "{komma}"' if kaal.count(".") == 1 else ""
            remedie = f'Schrijf "{kaal.replace(".", "")}"{ook}.'
            raise in_model("is op twee manieren te lezen", remedie=remedie)
        voorbeeld = f': "{komma}"' if kaal.count(".") == 1 else ""
        raise in_model("heeft een punt", remedie=f"Schrijf een komma als decimaalteken{voorbeeld}.")
    return lees(kaal)


def met_komma(tekst: str) -> str:
    """Return a Dutch remedy in which the numbers have a decimal comma."""
    return _KOMMAGETAL.sub(r"\1,\2", tekst).replace("een punt als", "een komma als")
