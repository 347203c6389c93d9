"""The command line: one file per command, every message in plain Dutch.

groep: the group all commands are in; its own messages are in `taal`.
opties: the options that return.
uitvoer: files in and out, JSON, refusals and exit codes.
invoer: a calculation read from JSON or a workbook.
voorbeeld, nieuw: the example, and a start of one's own.
bereken, uitleg: the tariff, and every step of it.
exporteer, lees: to a workbook, and back.
controleer, offertes: one quote checked, many compared.
herprijs, indexeer: prices of another day, tariffs of another year.
vergelijk: where a difference comes from.
kolommen: a file of houses or scenarios.
referentie: a figure with its source.
onderhandel: a negotiation; dossier is its file, rondewerkboek a round in Excel, bewijs what it leads to.
"""

from __future__ import annotations

import click

from gezinshuis_tarief.cli.bereken import bereken
from gezinshuis_tarief.cli.controleer import controleer
from gezinshuis_tarief.cli.exporteer import exporteer
from gezinshuis_tarief.cli.groep import Opdrachtgroep
from gezinshuis_tarief.cli.herprijs import herprijs
from gezinshuis_tarief.cli.indexeer import indexeer
from gezinshuis_tarief.cli.kolommen import kolommen
from gezinshuis_tarief.cli.lees import lees
from gezinshuis_tarief.cli.nieuw import nieuw, schema
from gezinshuis_tarief.cli.offertes import offertes
from gezinshuis_tarief.cli.onderhandel import onderhandel
from gezinshuis_tarief.cli.referentie import referentie
from gezinshuis_tarief.cli.sleutels import sleutels
from gezinshuis_tarief.cli.uitleg import uitleg
from gezinshuis_tarief.cli.vergelijk import vergelijk
from gezinshuis_tarief.cli.voorbeeld import voorbeeld

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
