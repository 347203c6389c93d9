"""`gezinshuis-tarief vergelijk`: where the difference between two calculations comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from gezinshuis_tarief.cli.opties import PAD, json_optie, overschrijf_optie
from gezinshuis_tarief.cli.uitvoer import is_werkboek, lees_bytes, lees_opbouw, schrijft, toon_json, weiger
from gezinshuis_tarief.kern.jsontekst import lees_json
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouw_json import opbouw_van
from gezinshuis_tarief.stukken.bewijs import SOORT, Tariefbewijs, lees_bewijs
from gezinshuis_tarief.stukken.naspelen import vergelijk_bewijzen
from gezinshuis_tarief.verschil.verschil import verschil

beeld_optie = click.option(
    "--beeld", type=PAD, metavar="BESTAND", help="Teken de waterval in dit bestand (png of svg)."
)
zorgzwaarte_optie = click.option(
    "--zorgzwaarte",
    type=click.Choice(ZORGZWAARTES),
    default="midden",
    show_default=True,
    help="De zorgzwaarte van het beeld.",
)


class Beeld(TypedDict):
    """The options of a picture."""

    beeld: Path | None
    zorgzwaarte: Zorgzwaarte
    overschrijf: bool


@click.command(options_metavar="[OPTIES]")
@click.argument("een", metavar="A")
@click.argument("ander", metavar="B")
@beeld_optie
@overschrijf_optie
@zorgzwaarte_optie
@json_optie()
def vergelijk(een: str, ander: str, *, als_json: bool, **beeld: Unpack[Beeld]) -> None:
    """Verklaar het verschil tussen A en B.

    A en B zijn elk een opbouw (json of xlsx) of een tariefbewijs. Van twee tariefbewijzen wordt ook verteld of de
    invoer, de cijfers of deze bibliotheek de prijs veranderde.
    """
    toon_verschil(_lees(een), _lees(ander), als_json=als_json, **beeld)


def toon_verschil(
    van: Opbouw | Tariefbewijs, naar: Opbouw | Tariefbewijs, *, als_json: bool, **hoe: Unpack[Beeld]
) -> None:
    """Print a difference, and draw it when asked."""
    hele = verschil(_opbouw(van), _opbouw(naar))
    uitkomst = (
        vergelijk_bewijzen(van, naar)
        if isinstance(van, Tariefbewijs) and isinstance(naar, Tariefbewijs)
        else hele
    )
    if als_json:
        toon_json(uitkomst.als_json())
    else:
        click.echo(str(uitkomst))
    if (beeld := hoe["beeld"]) is not None:
        with schrijft(beeld):
            hele.teken(beeld, hoe["zorgzwaarte"], overschrijf=hoe["overschrijf"])


def _lees(bestand: str) -> Opbouw | Tariefbewijs:
    if is_werkboek(bestand):
        return lees_opbouw(bestand)
    tekst = lees_bytes(bestand)
    inhoud = lees_json(tekst)
    if isinstance(inhoud, dict) and inhoud.get("soort") == SOORT:
        return lees_bewijs(tekst)
    if isinstance(inhoud, dict) and "soort" in inhoud:
        weiger(
            f"{bestand}: is een {inhoud['soort']}. Gebruik: gezinshuis-tarief onderhandel verschil {bestand} VAN NAAR"
        )
    return opbouw_van(inhoud)


def _opbouw(bron: Opbouw | Tariefbewijs) -> Opbouw:
    return bron.opbouw if isinstance(bron, Tariefbewijs) else bron
