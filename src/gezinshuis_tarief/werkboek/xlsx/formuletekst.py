"""Formulas as text, without what programs change when they save them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TEKSTEN: Final = re.compile(r'("(?:[^"]|"")*")')
_PUNT: Final = re.compile(r"(?<=\w)\.(?=\w)")
_RUIMTE: Final = re.compile(r"(?<![\w.])\s+|\s+(?![\w.])")


@lru_cache(maxsize=4096)
def genormaliseerd(formule: str) -> str:
    """Return a formula without what programs change when they save it: spaces, capitals, dots in names, `-(-(…))`.

    What stands between quotes stays as it is, and so does a space that keeps two words apart.
    """
    stukken = _TEKSTEN.split(formule.removeprefix("=").strip())
    kaal = [
        stuk if plek % 2 else _PUNT.sub("_", _RUIMTE.sub("", stuk).casefold())
        for plek, stuk in enumerate(stukken)
    ]
    return _met_twee_minnen("".join(kaal))


def _met_twee_minnen(formule: str) -> str:
    """Write `-(-(x))`, as Gnumeric saves it, as `--(x)`."""
    plek = formule.find("-(-(")
    while plek >= 0:
        binnen, einde = _sluit(formule, plek + 3), _sluit(formule, plek + 1)
        if binnen + 1 == einde < len(formule):
            formule = f"{formule[:plek]}--{formule[plek + 3 : einde]}{formule[einde + 1 :]}"
        plek = formule.find("-(-(", plek + 1)
    return formule


def _sluit(formule: str, plek: int) -> int:
    """Return where a parenthesis is closed; the end where it is not."""
    diep, in_tekst = 0, False
    for hier in range(plek, len(formule)):
        teken = formule[hier]
        in_tekst ^= teken == '"'
        if not in_tekst:
            diep += (teken == "(") - (teken == ")")
        if diep == 0:
            return hier
    return len(formule)
