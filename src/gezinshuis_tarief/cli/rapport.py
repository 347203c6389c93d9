"""`gezinshuis-tarief rapport`: one HTML file that shows a tariff and calculates it again in any browser."""

from __future__ import annotations

from pathlib import Path

import click

from gezinshuis_tarief.cli.opties import json_optie, overschrijf_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import lees_opbouw, schrijft, toon_bestand


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@uitvoer_optie("BESTAND.html", "Het bestand.", verplicht=True)
@click.option("--titel", metavar="TEKST", default="", help="Wat erboven staat, zoals de naam van het huis.")
@overschrijf_optie
@json_optie("de naam van het bestand als JSON")
def rapport(invoer: str, uitvoer: Path, titel: str, *, overschrijf: bool, als_json: bool) -> None:
    """Schrijf een rapport dat zelf rekent: één bestand, voor elke browser.

    Wie het krijgt heeft geen programma en geen internet nodig. Elke waarde kan worden veranderd, het tarief rekent mee
    op de cent, en "Bewaar als JSON" geeft een bestand voor bereken, vergelijk en onderhandel bod.

    INVOER is een opbouw in JSON, of een werkboek; - leest standaardinvoer.

    \b
    Voorbeelden:
      gezinshuis-tarief rapport aanbod.json -o aanbod.html
      gezinshuis-tarief rapport aanbod.xlsx -o aanbod.html --titel "De Linde"
    """
    opbouw = lees_opbouw(invoer)
    with schrijft(uitvoer):
        opbouw.naar_html(uitvoer, titel=titel, overschrijf=overschrijf)
    toon_bestand(uitvoer, "Open het in een browser.", als_json=als_json)
