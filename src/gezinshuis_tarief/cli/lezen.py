"""Read one quote, whatever kind of file it is."""

from __future__ import annotations

from pathlib import Path

from gezinshuis_tarief.cli.groep import BestandFout, lees_bytes, waarschuw
from gezinshuis_tarief.controle.offertes import LEZERS
from gezinshuis_tarief.json_invoer import van_json
from gezinshuis_tarief.opbouw import Opbouw


def lees_opbouw(bestand: str) -> Opbouw:
    """Read a quote by the extension of its name; JSON for `-` and for names without a known one.

    What stands out in the file itself, such as a changed formula in a workbook, is said beside the output.
    """
    lezer = LEZERS.get(Path(bestand).suffix.lower())
    if bestand == "-" or lezer is None:
        return van_json(lees_bytes(bestand))
    try:
        opbouw, opmerkingen = lezer(Path(bestand))
    except OSError as fout:
        raise BestandFout(bestand, fout) from None
    waarschuw(opmerkingen)
    return opbouw
