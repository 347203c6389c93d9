"""The fixed names of the negotiation workbook, shared by writing and reading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from gezinshuis_tarief.kern.sleutels import excelnaam

RONDESJABLOON: Final = "1"
"""Version of this template; goes up when a file of the old shape needs other reading."""
VOORSTEL: Final = "voorstel"
"""What comes before the names of the calculation that follows the proposals."""
ONDERHANDELEN: Final = "Onderhandelen"
BEWIJS: Final = "Tariefbewijs"
PARTIJEN: Final = "bereik.partijen"
"""The heads with the names of the parties; the choices for a whole part."""
RONDEPASPOORT: Final = {
    soort: f"onderhandeling.{soort}" for soort in ("sjabloon", "naam", "ronde", "zetten", "kenmerk", "versie")
}
INVULBAAR: Final = (VOORSTEL, "status", "reden")
"""The cells on the line of a point that users write in."""
_LANGST: Final = 12


def puntnaam(sleutel: str, deel: str) -> str:
    """Return the name of a cell on the line of a point."""
    return f"punt.{excelnaam(sleutel)}.{deel}"


def kopnaam_van_partij(code: str) -> str:
    """Return the name of the cell that holds the name of a party."""
    return f"kop.{code}"


def totaalnaam(wat: str, zwaarte: str) -> str:
    """Return the name of a tariff at the top."""
    return f"totaal.{wat}.{zwaarte}"


def codes(partijen: Sequence[str]) -> dict[str, str]:
    """Return per party a short word that may stand in the names of cells and sheets; no two are the same."""
    gekozen: dict[str, str] = {}
    for plek, partij in enumerate(partijen, start=1):
        kaal = unicodedata.normalize("NFKD", partij).encode("ascii", "ignore").decode().casefold()
        woord = re.sub(r"[^a-z]+", "_", kaal).strip("_")[:_LANGST] or "partij"
        bezet = {VOORSTEL, *gekozen.values()}
        gekozen[partij] = f"{woord}_{plek}" if woord in bezet else woord
    return gekozen
