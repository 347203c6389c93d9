"""`gezinshuis-tarief uitleg`: every step in Dutch."""

from __future__ import annotations

from collections.abc import Sequence

import click

from gezinshuis_tarief.cli.invoer import lees_opbouw
from gezinshuis_tarief.cli.opties import zorgzwaartes_optie
from gezinshuis_tarief.cli.uitvoer import waarschuw
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES, Zorgzwaarte


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@zorgzwaartes_optie
def uitleg(invoer: str, zwaartes: Sequence[Zorgzwaarte]) -> None:
    """Leg elke stap uit, met status en bron.

    U ziet de formule in woorden en de ingevulde getallen.

    INVOER is een opbouw in JSON, of een werkboek; - leest standaardinvoer.
    """
    opbouw = lees_opbouw(invoer)
    click.echo(str(opbouw.uitleg().voor(*(zwaartes or ZORGZWAARTES))))
    waarschuw(opbouw.alle_waarschuwingen())
