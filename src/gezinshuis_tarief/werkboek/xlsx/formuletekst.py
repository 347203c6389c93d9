"""Formulas as trees, without what programs change when they save them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_STUK: Final = re.compile(
    r"""\s*(?:
    (?P<tekst>"(?:[^"]|"")*")
    |(?P<naam>(?:'(?:[^']|'')+'!)?[^\W\d$][\w.$\\]*(?:![\w.$]+)?|'(?:[^']|'')+'![\w.$]+|\$[\w.$]+)
    |(?P<getal>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    |(?P<teken><=|>=|<>|[-+*/^&=<>%(),:])
    )\s*""",
    re.VERBOSE,
)
_NIVEAUS: Final = (
    frozenset({"=", "<", ">", "<=", ">=", "<>"}),
    frozenset("&"),
    frozenset("+-"),
    frozenset("*/"),
    frozenset("^"),
)
"""The signs between two values, those that bind tightest last."""
_DIEPST: Final = 64
"""As deep as a spreadsheet lets functions nest; what goes deeper is compared as text."""
_PUNT: Final = re.compile(r"(?<=\w)\.(?=\w)")


@lru_cache(maxsize=4096)
def genormaliseerd(formule: str) -> str:
    """Return a formula as a text that is the same for the same tree.

    What programs change when they save it is gone: spaces, capitals, dots in names, parentheses that change nothing
    such as those of `-(-(…))`, and the digits beyond the fifteenth of a number. What stands between quotes stays. A text
    that is no formula is returned as it is.
    """
    kaal = formule.strip().removeprefix("=").strip()
    try:
        return _Ontleder(kaal).boom()
    except _GeenFormule:
        return kaal


class _GeenFormule(ValueError):
    """What stands here is no formula that can be read."""


class _Ontleder:
    """Reads one formula from left to right; each method returns what it read with every parenthesis written out."""

    def __init__(self, formule: str) -> None:
        self._stukken: list[tuple[str, str]] = []
        plek = 0
        while plek < len(formule):
            treffer = _STUK.match(formule, plek)
            if treffer is None:
                raise _GeenFormule
            self._stukken.append((treffer.lastgroup or "", treffer[treffer.lastgroup or 0]))
            plek = treffer.end()
        self._plek = self._diepte = 0

    def boom(self) -> str:
        """Return the whole formula."""
        gelezen = self._reeks()
        if self._plek < len(self._stukken):
            raise _GeenFormule
        return gelezen

    def _teken(self) -> str:
        """Return the sign that comes next; empty when something else does."""
        soort, tekst = self._stukken[self._plek] if self._plek < len(self._stukken) else ("", "")
        return tekst if soort == "teken" else ""

    def _neem(self, teken: str) -> bool:
        is_volgend = self._teken() == teken
        self._plek += is_volgend
        return is_volgend

    def _reeks(self, niveau: int = 0) -> str:
        """Read what signs of one precedence join; what binds tighter first."""
        if niveau == len(_NIVEAUS):
            return self._eenling()
        delen = [self._reeks(niveau + 1)]
        while self._teken() in _NIVEAUS[niveau]:
            delen.append(self._teken())
            self._plek += 1
            delen.append(self._reeks(niveau + 1))
        return delen[0] if len(delen) == 1 else f"({''.join(delen)})"

    def _eenling(self) -> str:
        """Read a value with the signs before and behind it; a plus before it does nothing."""
        minnen = 0
        while self._teken() in {"-", "+"}:
            minnen += self._teken() == "-"
            self._plek += 1
        waarde = self._bereik()
        while self._neem("%"):
            waarde = f"({waarde}%)"
        return "(-" * minnen + waarde + ")" * minnen

    def _bereik(self) -> str:
        begin = self._waarde()
        return f"{begin}:{self._waarde()}" if self._neem(":") else begin

    def _waarde(self) -> str:
        if self._neem("("):
            binnen = self._tussen_haakjes()
            if len(binnen) != 1:
                raise _GeenFormule
            return binnen[0]
        soort, tekst = self._stukken[self._plek] if self._plek < len(self._stukken) else ("", "")
        self._plek += 1
        match soort:
            case "tekst":
                return tekst
            case "getal":
                return f"{float(tekst):.15g}"
            case "naam":
                naam = _PUNT.sub("_", tekst.casefold().replace("'", ""))
                return f"{naam}({','.join(self._tussen_haakjes())})" if self._neem("(") else naam
            case _:
                raise _GeenFormule

    def _tussen_haakjes(self) -> list[str]:
        """Read up to the parenthesis that closes; an argument may be left out."""
        self._diepte += 1
        if self._diepte > _DIEPST:
            raise _GeenFormule
        delen: list[str] = []
        if not self._neem(")"):
            delen.append(self._argument())
            while self._neem(","):
                delen.append(self._argument())
            if not self._neem(")"):
                raise _GeenFormule
        self._diepte -= 1
        return delen

    def _argument(self) -> str:
        return "" if self._teken() in {",", ")"} else self._reeks()
