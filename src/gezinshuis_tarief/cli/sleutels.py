"""`gezinshuis-tarief sleutels`: what every input is called, counts, allows and means."""

from __future__ import annotations

import click

from gezinshuis_tarief.cli.opties import json_optie
from gezinshuis_tarief.cli.uitvoer import toon_json, weiger
from gezinshuis_tarief.voorbeelden.sleuteltabel import sleutels as zoek_sleutels


@click.command(options_metavar="[OPTIES]")
@click.argument("zoek", nargs=-1, metavar="[ZOEK]…")
@json_optie()
@click.option("--csv", "als_csv", is_flag=True, help="Schrijf CSV met puntkomma's.")
def sleutels(zoek: tuple[str, ...], *, als_json: bool, als_csv: bool) -> None:
    """Laat zien welke sleutels er zijn, met eenheid, grenzen en betekenis.

    Met woorden erbij alleen de sleutels waar die in voorkomen, bijvoorbeeld: sleutels leegstand.
    """
    gevonden = zoek_sleutels(" ".join(zoek))
    if not gevonden:
        weiger(f"Geen sleutel gevonden met: {' '.join(zoek)}. Probeer minder woorden.")
    if als_json:
        toon_json(gevonden.als_json())
    else:
        click.echo(gevonden.als_csv() if als_csv else str(gevonden), nl=not als_csv)
