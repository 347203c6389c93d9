"""The fixed names of the round workbook, shared by writing and reading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from gezinshuis_tarief.kern.sleutels import excelnaam

RONDESJABLOON: Final = "2"
"""Version of this template; goes up when a file of the old shape needs other reading."""
VOORSTEL: Final = "voorstel"
"""The word of the calculation that follows the answers."""
AFGESPROKEN: Final = "nu"
"""The word of the calculation of what is agreed, all else as at the start of the round."""
AFSPRAAK: Final = "afspraak"
"""The same, live: with what is accepted in this workbook."""
NIEUW: Final = "nieuw"
"""The word of the calculation with only the new points of the sheet Invoer."""
GESPREK: Final = "Gesprek"
INVOERBLAD: Final = "Invoer"
REKENBLAD: Final = "Berekening"
VERLOOP: Final = "Verloop"
BEWIJS: Final = "Tariefbewijs"
STANDEN: Final = "bereik.stand"
"""The stand of every point."""
EFFECTEN: Final = "bereik.effect"
VOORSTELLEN: Final = "bereik.voorstel"
"""The yellow cells of Invoer."""
TOETSEN: Final = "bereik.let_op"
CONTROLE: Final = "voorstel.controle.invoer"
"""The cell that says `klopt`, or why the answers give no tariff."""
PARTIJEN: Final = "bereik.partijen"
"""The heads with the names of both parties; the choices for a whole part and for who fills in."""
INVULLER: Final = "gesprek.ingevuld_namens"
OPMERKINGEN: Final = ("gesprek.opmerking.1", "gesprek.opmerking.2")
EINDE: Final = "berekening.einde"
"""The cell below the last step, which shows whether rows were inserted."""
RONDEPASPOORT: Final = {
    soort: f"onderhandeling.{soort}"
    for soort in ("sjabloon", "naam", "ronde", "voor", "met", "zetten", "kenmerk", "versie")
}
INVULBAAR: Final = ("antwoord", VOORSTEL, "reden")
"""The cells on the line of a point that users write in."""
_LANGST: Final = 12


def puntnaam(sleutel: str, deel: str) -> str:
    """Return the name of a cell on the line of a point."""
    return f"punt.{excelnaam(sleutel)}.{deel}"


def invoernaam(sleutel: str, deel: str) -> str:
    """Return the name of a yellow cell on the sheet Invoer."""
    return f"invoer.{excelnaam(sleutel)}.{deel}"


def waardenaam(code: str, sleutel: str) -> str:
    """Return the name of the value of an input in one calculation."""
    return f"{code}.{excelnaam(sleutel)}"


def kopnaam_van_partij(code: str) -> str:
    """Return the name of the cell that holds the name of a party."""
    return f"kop.{code}"


def tariefnaam(situatie: str, zwaarte: str) -> str:
    """Return the name of a tariff on the sheet Berekening; `jaar` for the whole house."""
    return f"tarief.{situatie}.{zwaarte}"


def totaalnaam(wat: str, zwaarte: str) -> str:
    """Return the name of a tariff at the top."""
    return f"totaal.{wat}.{zwaarte}"


def codes(partijen: Sequence[str]) -> dict[str, str]:
    """Return per party a short word that may stand in the names of cells and sheets; no two are the same."""
    gekozen: dict[str, str] = {}
    for plek, partij in enumerate(partijen, start=1):
        kaal = unicodedata.normalize("NFKD", partij).encode("ascii", "ignore").decode().casefold()
        woord = re.sub(r"[^a-z]+", "_", kaal).strip("_")[:_LANGST] or "partij"
        bezet = {VOORSTEL, AFGESPROKEN, AFSPRAAK, NIEUW, "uitgangspunt", "verschil", *gekozen.values()}
        gekozen[partij] = f"{woord}_{plek}" if woord in bezet else woord
    return gekozen
