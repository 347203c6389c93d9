"""The embedded example: a house with four places; how old its figures are, it says itself.

begin: a starting input, with the sourced figures filled in and a remark at every key.
sleuteltabel: every key with its unit, bounds, meaning and default source.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouw_json import van_json

NAAM: Final = "voorbeeldhuis met vier plaatsen"


def voorbeeld_2026() -> Opbouw:
    """Return the example; what has no source in it is an aanname, and says so."""
    return van_json((files(__name__) / "voorbeeld-2026.json").read_bytes())
