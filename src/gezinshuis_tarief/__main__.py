"""`python -m gezinshuis_tarief`, and the command `gezinshuis-tarief`: streams that hold every letter, then the commands.

What goes to a file or another program is UTF-8, whatever the code page of the machine; a terminal gets the nearest
readable letters when it cannot show one. A stream that is closed swallows what is written to it.
"""

from __future__ import annotations

import codecs
import io
import os
import signal
import sys
import unicodedata
from typing import Final

_GELIJKENIS: Final = {
    "€": "EUR",
    "−": "-",
    "–": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "─": "-",
    "━": "-",
    "×": "x",
    "«": "[",
    "»": "]",
    "—": "-",
    "÷": "/",
    "·": "*",
    "•": "*",
    "…": "...",
    "→": "->",
    "≈": "~",
    "±": "+/-",
    "≤": "<=",
    "≥": ">=",
    "█": "#",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "“": '"',
    "”": '"',
}


def _leesbaar(fout: UnicodeError) -> tuple[str, int]:
    """Replace what a stream cannot write by what reads the same; a question mark for all else."""
    if not isinstance(fout, UnicodeEncodeError):
        raise fout
    return "".join(map(_gelijkenis, fout.object[fout.start : fout.end])), fout.end


def _gelijkenis(teken: str) -> str:
    """Return a letter without its accents, or what looks like the character; never another number."""
    kaal = "".join(deel for deel in unicodedata.normalize("NFD", teken) if not unicodedata.combining(deel))
    return kaal if kaal.isascii() else _GELIJKENIS.get(teken, "?")


def stel_stromen_in() -> None:
    """Make the standard streams hold every letter, and open those that are closed onto nothing."""
    codecs.register_error("leesbaar", _leesbaar)
    if sys.__dict__["stdin"] is None:
        os.open(os.devnull, os.O_RDONLY)  # an open file would get its number; a command that reads it says so
    for naam in ("stdout", "stderr"):
        stroom = sys.__dict__[naam]
        if stroom is None:
            setattr(sys, naam, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        elif isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding=None if stroom.isatty() else "utf-8", errors="leesbaar")


def main() -> None:
    """Run the command line; an interrupt while it loads ends quietly, as one does later."""
    try:
        stel_stromen_in()
        from gezinshuis_tarief.cli import main as opdrachten  # noqa: PLC0415 (so that an interrupt is caught)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    opdrachten()


if __name__ == "__main__":
    main()
