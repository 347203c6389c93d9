"""How a number stands in a column of text: which point is a decimal one, and the Dutch decimal comma."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache, partial
from typing import Any, Final

from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.eenheden import punttekst
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.velden import is_dubbelzinnig, lees_euro, lees_getal

Cellezer = Callable[[Any], Decimal | int]
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
    return lambda cel: lees(punttekst(cel))
