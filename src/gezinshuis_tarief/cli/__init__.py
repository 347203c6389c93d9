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
hulp: what says how commands are used.
onderhandel: a negotiation; dossier is its file, rondewerkboek a round in Excel, bewijs what it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Final

import click

from gezinshuis_tarief.cli.hulp.voorbeelden import zet_voorbeeld
from gezinshuis_tarief.cli.uitvoer import Opdrachtgroep

__all__ = ["main"]

_OPDRACHTEN: Final = {
    "bereken": (
        "bereken",
        "Bereken het tarief per zorgzwaarte.",
        "bereken mijn.json --zorgzwaarte midden",
    ),
    "controleer": (
        "controleer",
        "Controleer een offerte voordat u tekent.",
        "controleer offerte.xlsx --exploitatie --strikt",
    ),
    "exporteer": (
        "lees",
        "Schrijf een werkboek dat zelf rekent.",
        "exporteer mijn.json -o mijn.xlsx",
    ),
    "herprijs": (
        "indexeer",
        "Reken een offerte door met de prijzen van een andere dag.",
        "herprijs mijn.json --peildatum 2026-01-01",
    ),
    "indexeer": (
        "indexeer",
        "Verhoog tarieven met het indexpercentage van elk jaar.",
        "indexeer --tarief laag=149.44 --basisjaar 2024 --tot-en-met 2025 --grondslag nieuw",
    ),
    "kolommen": (
        "kolommen",
        "Bereken een bestand met een rij per huis of scenario.",
        "kolommen huizen.csv --basis mijn.json -o tarieven.csv",
    ),
    "lees": (
        "lees",
        "Lees een werkboek terug: wat er veranderde, en wat eraan opvalt.",
        "lees mijn.xlsx -o mijn.json",
    ),
    "nieuw": (
        "nieuw",
        "Schrijf een begin om zelf in te vullen.",
        "nieuw -o mijn.json",
    ),
    "offertes": (
        "controleer",
        "Vergelijk alle offertes in MAP en de mappen daaronder.",
        "offertes map-met-offertes -o vergelijking.xlsx",
    ),
    "onderhandel": (
        "onderhandel",
        "Onderhandel over een tarief: biedingen, ronden, akkoord, bewijs en bijlage.",
        "onderhandel stand dossier.json",
    ),
    "rapport": (
        "bereken",
        "Schrijf een rapport dat zelf rekent: één bestand, voor elke browser.",
        "rapport aanbod.json -o aanbod.html --titel 'De Linde'",
    ),
    "referentie": (
        "referentie",
        "Zoek een cijfer op met zijn bron en eerste dag.",
        "referentie zoek Zvw 2026",
    ),
    "schema": (
        "nieuw",
        "Schrijf het JSON-schema van de invoer, of van wat een opdracht met --json schrijft.",
        "schema > opbouw.schema.json",
    ),
    "sleutels": (
        "referentie",
        "Laat zien welke sleutels er zijn, met eenheid, grenzen en betekenis.",
        "sleutels leegstand",
    ),
    "uitleg": (
        "bereken",
        "Leg elke stap uit, met status en bron.",
        "uitleg mijn.json --zorgzwaarte midden",
    ),
    "vergelijk": (
        "vergelijk",
        "Verklaar het verschil tussen A en B.",
        "vergelijk vraag.json offerte.xlsx",
    ),
    "voorbeeld": (
        "nieuw",
        "Bereken het ingebouwde voorbeeld van 2026.",
        "voorbeeld -o mijn.json",
    ),
}
"""Of each command the file it is in, its help in short, so that the list of all loads none, and an example."""


class Opdrachten(MutableMapping[str, click.Command]):
    """Commands by name, each loaded when it is asked for."""

    def __init__(self, waar: Mapping[str, tuple[str, str, str]]) -> None:
        """Say where they are.

        Args:
            waar: by name the file, the help in short, and an example that its own help ends with.
        """
        self._waar = dict(waar)
        self._geladen: dict[str, click.Command] = {}

    def __getitem__(self, naam: str) -> click.Command:
        if naam not in self._geladen:
            bestand, _, voorbeeld = self._waar[naam]
            opdracht: click.Command = getattr(import_module(f"{__name__}.{bestand}"), naam)
            zet_voorbeeld(opdracht, naam, voorbeeld)
            self._geladen[naam] = opdracht
        return self._geladen[naam]

    def __setitem__(self, naam: str, opdracht: click.Command) -> None:
        self._geladen[naam] = opdracht
        self._waar[naam] = "", opdracht.help or "", ""

    def __delitem__(self, naam: str) -> None:
        del self._waar[naam]
        self._geladen.pop(naam, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._waar)

    def __len__(self) -> int:
        return len(self._waar)

    def in_het_kort(self) -> list[click.Command]:
        """Return what stands for each command in the list of all."""
        return [click.Command(naam, help=hulp) for naam, (_, hulp, _) in self._waar.items()]


class Hoofdgroep(Opdrachtgroep):
    """The group of all commands; its help loads none of them."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        assert isinstance(self.commands, Opdrachten)  # noqa: S101 (made so below)
        click.Group(commands=self.commands.in_het_kort()).format_commands(ctx, formatter)


@click.group(
    cls=Hoofdgroep,
    commands=Opdrachten(_OPDRACHTEN),
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
