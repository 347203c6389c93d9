"""`gezinshuis-tarief uitleg`: every step in Dutch."""

from __future__ import annotations

from collections.abc import Sequence

import click

from gezinshuis_tarief.cli.bereken import zorgzwaarte_optie
from gezinshuis_tarief.cli.groep import lees_bytes, waarschuw
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.json_invoer import van_json


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER.json")
@zorgzwaarte_optie
def uitleg(invoer: str, zwaartes: Sequence[Zorgzwaarte]) -> None:
    """Leg elke stap uit: formule in woorden, ingevulde getallen, status en bron.

    INVOER.json is een opbouw; - leest standaardinvoer.
    """
    opbouw = van_json(lees_bytes(invoer))
    click.echo(str(opbouw.uitleg().voor(*(zwaartes or ZORGZWAARTES))))
    waarschuw(opbouw.alle_waarschuwingen())
