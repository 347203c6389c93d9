"""How heavily a finding weighs, whoever found it."""

from __future__ import annotations

from enum import StrEnum


class Ernst(StrEnum):
    """How heavily a finding weighs: a fout refuses the file, a waarschuwing asks for a look."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    OPMERKING = "opmerking"
