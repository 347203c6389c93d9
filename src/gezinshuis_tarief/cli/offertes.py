"""`gezinshuis-tarief offertes`: many quotes side by side in one workbook."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from gezinshuis_tarief.cli.opties import PAD, overschrijf_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import schrijft, waarschuw
from gezinshuis_tarief.controle.offertes import lees_offertes
from gezinshuis_tarief.controle.statistiek import MINIMUM
from gezinshuis_tarief.controle.vergelijkingsboek import geteld, schrijf_vergelijking


@click.command(options_metavar="[OPTIES]")
@click.argument("map_", metavar="MAP", type=PAD)
@uitvoer_optie("BESTAND.xlsx", "Het werkboek.", verplicht=True)
@click.option(
    "--minimum",
    metavar="AANTAL",
    type=click.IntRange(1),
    default=MINIMUM,
    show_default=True,
    help="Minder aanbieders: achterhouden.",
)
@click.option("--deelbaar", is_flag=True, help="Noem geen aanbieders in het werkboek.")
@overschrijf_optie
def offertes(map_: Path, uitvoer: Path, minimum: int, *, deelbaar: bool, overschrijf: bool) -> None:
    """Vergelijk alle offertes in MAP en de mappen daaronder.

    Elke map is een aanbieder, een los bestand ook.
    """
    gelezen = lees_offertes(map_, voortgang=_balk)
    with schrijft(uitvoer):
        schrijf_vergelijking(gelezen, uitvoer, minimum=minimum, deelbaar=deelbaar, overschrijf=overschrijf)
    waarschuw([f"niet gelezen: {bestand.bestand}: {bestand.reden}" for bestand in gelezen.niet_gelezen])
    waarschuw([f"{offerte.bestand}: {tekst}" for offerte in gelezen.gelezen for tekst in offerte.opmerkingen])
    aantal = geteld(len(gelezen.gelezen), "offerte", "offertes")
    aanbieders = geteld(len(gelezen.aanbieders), "aanbieder", "aanbieders")
    gemist = geteld(len(gelezen.niet_gelezen), "bestand", "bestanden")
    click.echo(f"{uitvoer} staat klaar: {aantal} van {aanbieders}, {gemist} niet gelezen.")
    if len(gelezen.aanbieders) < minimum:
        waarschuw([f"minder dan {minimum} aanbieders: alle bedragen zijn achtergehouden."])


def _balk(bestanden: Sequence[Path]) -> Iterator[Path]:
    """Show progress beside the output."""
    with click.progressbar(bestanden, label="Offertes lezen", file=sys.stderr) as balk:
        yield from balk
