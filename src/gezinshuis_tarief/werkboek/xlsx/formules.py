"""Formula text as it survives being saved by another spreadsheet program."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TEKSTEN: Final = re.compile(r'("(?:[^"]|"")*")')
_RUIMTE: Final = re.compile(r"(?<![\w.])\s+|\s+(?![\w.])")


@lru_cache(maxsize=4096)
def genormaliseerd(formule: str) -> str:
    """Return a formula without what programs change when they save it: spaces and capitals.

    What stands between quotes stays as it is, and so does a space that keeps two words apart.
    """
    stukken = _TEKSTEN.split(formule.removeprefix("=").strip())
    kaal = [stuk if plek % 2 else _RUIMTE.sub("", stuk).casefold() for plek, stuk in enumerate(stukken)]
    return "".join(kaal)
