"""`gezinshuis-tarief bereken|uitleg|rapport`: the tariff of one input or of a list, every step of it, and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from gezinshuis_tarief.cli.opties import json_optie, overschrijf_optie, uitvoer_optie, zorgzwaartes_optie
from gezinshuis_tarief.cli.uitvoer import (
    lees_opbouw,
    lees_opbouwen,
    schrijft,
    toon_bestand,
    toon_json,
    waarschuw,
)
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


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@uitvoer_optie("BESTAND.html", "Het bestand.", verplicht=True)
@click.option("--naast", metavar="ANDER", help="Zet deze opbouw ernaast (json of xlsx).")
@click.option("--titel", metavar="TEKST", default="", help="Wat erboven staat, zoals de naam van het huis.")
@overschrijf_optie
@json_optie("de naam van het bestand als JSON")
def rapport(  # noqa: PLR0913 (its options)
    invoer: str, uitvoer: Path, naast: str | None, titel: str, *, overschrijf: bool, als_json: bool
) -> None:
    """Schrijf een rapport dat zelf rekent: één bestand, voor elke browser.

    Wie het krijgt heeft geen programma en geen internet nodig. Elke waarde kan worden veranderd, het tarief rekent mee
    op de cent, en "Bewaar als JSON" geeft een bestand voor bereken, vergelijk en onderhandel bod.

    INVOER is een opbouw in JSON, of een werkboek; - leest standaardinvoer.

    Met --naast staan twee offertes naast elkaar, met de waterval van het verschil; die bladzijde rekent niet zelf.
    """
    opbouw = lees_opbouw(invoer)
    if naast is None:
        with schrijft(uitvoer):
            opbouw.naar_html(uitvoer, titel=titel, overschrijf=overschrijf)
    else:
        from gezinshuis_tarief.rapport.naast import schrijf_naast  # noqa: PLC0415 (loaded only when used)

        een, twee = (Path(bestand).stem for bestand in (invoer, naast))
        namen = (invoer, naast) if een == twee else (een, twee)
        ander = lees_opbouw(naast)
        with schrijft(uitvoer):
            schrijf_naast(opbouw, ander, uitvoer, namen=namen, titel=titel, overschrijf=overschrijf)
    toon_bestand(uitvoer, "Open het in een browser.", als_json=als_json)
