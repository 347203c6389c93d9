"""`gezinshuis-tarief nieuw` and `schema`: a starting input, and the shape of one."""

from __future__ import annotations

from pathlib import Path

import click

from gezinshuis_tarief.cli.opties import overschrijf_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import schrijf_tekst, toon_json
from gezinshuis_tarief.kern.jsontekst import schrijf_json
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.voorbeelden.begin import begin


@click.command(options_metavar="[OPTIES]")
@uitvoer_optie("BESTAND", "Schrijf naar dit bestand.")
@overschrijf_optie
def nieuw(uitvoer: Path | None, *, overschrijf: bool) -> None:
    """Schrijf een begin om zelf in te vullen.

    Bekende cijfers staan erin met hun bron.

    Bij elke sleutel staat onder "onderbouwing" wat ermee bedoeld is en wat mag.
    """
    if uitvoer is None:
        toon_json(begin())
        return
    schrijf_tekst(uitvoer, schrijf_json(begin()), overschrijf=overschrijf)
    click.echo(f"{uitvoer} staat klaar. Vul elke null in en draai: gezinshuis-tarief bereken {uitvoer}")


@click.command(options_metavar="[OPTIES]")
def schema() -> None:
    """Schrijf het JSON-schema van de invoer."""
    toon_json(Opbouw.model_json_schema())
