"""`gezinshuis-tarief nieuw` and `schema`: a starting input, and the shape of one."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gezinshuis_tarief.cli.groep import BestandFout
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.voorbeelden.begin import begin


@click.command(options_metavar="[OPTIES]")
@click.option(
    "-o", "--uitvoer", metavar="BESTAND", type=click.Path(path_type=Path), help="Schrijf naar dit bestand."
)
@click.option("--overschrijf", is_flag=True, help="Vervang een bestaand bestand.")
def nieuw(uitvoer: Path | None, *, overschrijf: bool) -> None:
    """Schrijf een begin om zelf in te vullen.

    Bekende cijfers staan erin met hun bron.

    Bij elke sleutel staat onder "onderbouwing" wat ermee bedoeld is en wat mag.
    """
    tekst = json.dumps(begin(), ensure_ascii=False, indent=1) + "\n"
    if uitvoer is None:
        click.echo(tekst, nl=False)
        return
    try:
        with schrijf_veilig(uitvoer, overschrijf=overschrijf) as terzijde:
            terzijde.write_text(tekst, encoding="utf-8")
    except OSError as fout:
        raise BestandFout(uitvoer, fout) from None
    click.echo(f"{uitvoer} staat klaar. Vul elke null in en draai: gezinshuis-tarief bereken {uitvoer}")


@click.command(options_metavar="[OPTIES]")
def schema() -> None:
    """Schrijf het JSON-schema van de invoer."""
    click.echo(json.dumps(Opbouw.model_json_schema(), ensure_ascii=False, indent=1))
