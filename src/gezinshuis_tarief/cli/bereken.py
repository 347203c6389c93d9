"""`gezinshuis-tarief bereken|uitleg`: the tariff of one input or of a list, and every step of it in Dutch."""

from __future__ import annotations

from collections.abc import Sequence

import click

from gezinshuis_tarief.cli.opties import json_optie, zorgzwaartes_optie
from gezinshuis_tarief.cli.uitvoer import lees_opbouw, lees_opbouwen, toon_json, waarschuw
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@json_optie("JSON in plaats van een tabel")
@zorgzwaartes_optie
def bereken(invoer: str, zwaartes: Sequence[Zorgzwaarte], *, als_json: bool) -> None:
    """Bereken het tarief per zorgzwaarte.

    INVOER is een opbouw of een lijst van opbouwen in JSON, of een werkboek; - leest standaardinvoer.
    """
    opbouwen = lees_opbouwen(invoer)
    lijst = [opbouwen] if isinstance(opbouwen, Opbouw) else opbouwen
    uitkomsten = [opbouw.bereken().alleen(zwaartes) for opbouw in lijst]
    if als_json:
        uit = [uitkomst.als_json() for uitkomst in uitkomsten]
        toon_json(uit[0] if isinstance(opbouwen, Opbouw) else uit)
    else:
        click.echo("\n\n".join(str(uitkomst) for uitkomst in uitkomsten))
        for uitkomst in uitkomsten:
            _slot(uitkomst)


def _slot(uitkomst: Uitkomst) -> None:
    """Say beside the table what is unusual and how much of it is assumed."""
    waarschuw(uitkomst.opbouw.alle_waarschuwingen())
    aannames = len(uitkomst.opbouw.aannames())
    if aannames:
        click.echo(f"\n{aannames} waarden zijn een aanname; zie gezinshuis-tarief uitleg.", err=True)


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@json_optie()
@zorgzwaartes_optie
def uitleg(invoer: str, zwaartes: Sequence[Zorgzwaarte], *, als_json: bool) -> None:
    """Leg elke stap uit, met status en bron.

    U ziet de formule in woorden en de ingevulde getallen.

    INVOER is een opbouw in JSON, of een werkboek; - leest standaardinvoer.
    """
    opbouw = lees_opbouw(invoer)
    stappen = opbouw.uitleg().voor(*(zwaartes or ZORGZWAARTES))
    if als_json:
        toon_json(stappen.als_json())
    else:
        click.echo(str(stappen))
    waarschuw(opbouw.alle_waarschuwingen())
