"""The command line: commands that belong together in a file, every message in plain Dutch.

opties: the options that return.
uitvoer: calculations and files in and out, refusals and exit codes; the messages of the command line itself are in `taal`.
nieuw: the example, and a start of one's own.
bereken: the tariff, every step of it, and both as a page.
lees: to a workbook, and back.
controleer: one quote checked, many compared.
indexeer: prices of another day, tariffs of another year.
vergelijk: where a difference comes from.
kolommen: a file of houses or scenarios.
referentie: a figure with its source, and what every input is called, counts, allows and means.
onderhandel: a negotiation; dossier is its file, rondewerkboek a round in Excel, bewijs what it leads to.
"""

from __future__ import annotations

import click

from gezinshuis_tarief.cli.bereken import bereken, rapport, uitleg
from gezinshuis_tarief.cli.controleer import controleer, offertes
from gezinshuis_tarief.cli.indexeer import herprijs, indexeer
from gezinshuis_tarief.cli.kolommen import kolommen
from gezinshuis_tarief.cli.lees import exporteer, lees
from gezinshuis_tarief.cli.nieuw import nieuw, schema, voorbeeld
from gezinshuis_tarief.cli.onderhandel import onderhandel
from gezinshuis_tarief.cli.referentie import referentie, sleutels
from gezinshuis_tarief.cli.uitvoer import Opdrachtgroep
from gezinshuis_tarief.cli.vergelijk import vergelijk

__all__ = ["main"]


@click.group(
    cls=Opdrachtgroep,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(
    package_name="gezinshuis-tarief", message="%(prog)s, versie %(version)s", help="Laat de versie zien."
)
def main() -> None:
    """Bereken het tarief van een gezinshuis uit elf bouwstenen, tot op de cent.

    Begin met: gezinshuis-tarief voorbeeld
    """


for opdracht in (
    voorbeeld,
    bereken,
    uitleg,
    referentie,
    sleutels,
    nieuw,
    schema,
    exporteer,
    rapport,
    lees,
    controleer,
    herprijs,
    indexeer,
    offertes,
    kolommen,
    vergelijk,
    onderhandel,
):
    main.add_command(opdracht)
