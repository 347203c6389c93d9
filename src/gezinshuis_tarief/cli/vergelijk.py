"""`gezinshuis-tarief vergelijk`: where the difference between two calculations comes from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gezinshuis_tarief.cli.groep import BestandFout, lees_bytes, weiger
from gezinshuis_tarief.cli.invoer import is_werkboek, lees_opbouw
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.kern.jsontekst import lees_json
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouw_json import opbouw_van
from gezinshuis_tarief.stukken.bewijs import SOORT, Tariefbewijs, lees_bewijs
from gezinshuis_tarief.stukken.naspelen import vergelijk_bewijzen
from gezinshuis_tarief.verschil.verschil import verschil

beeld_optie = click.option(
    "--beeld",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Teken de waterval in dit bestand (png of svg).",
)
zwaarte_optie = click.option(
    "--zorgzwaarte",
    type=click.Choice(ZORGZWAARTES),
    default="midden",
    show_default=True,
    help="De zorgzwaarte van het beeld.",
)
json_verschil_optie = click.option(
    "--json", "als_json", is_flag=True, help="Schrijf JSON in plaats van tekst."
)


@click.command(options_metavar="[OPTIES]")
@click.argument("een", metavar="A")
@click.argument("ander", metavar="B")
@beeld_optie
@zwaarte_optie
@json_verschil_optie
def vergelijk(een: str, ander: str, beeld: Path | None, zorgzwaarte: Zorgzwaarte, *, als_json: bool) -> None:
    """Verklaar het verschil tussen A en B.

    A en B zijn elk een opbouw (json of xlsx) of een tariefbewijs. Van twee tariefbewijzen wordt ook verteld of de
    invoer, de cijfers of deze bibliotheek de prijs veranderde.
    """
    toon_verschil(_lees(een), _lees(ander), beeld, zorgzwaarte, als_json=als_json)


def toon_verschil(
    van: Opbouw | Tariefbewijs,
    naar: Opbouw | Tariefbewijs,
    beeld: Path | None,
    zorgzwaarte: Zorgzwaarte,
    *,
    als_json: bool,
) -> None:
    """Print a difference, and draw it when asked."""
    hele = verschil(_opbouw(van), _opbouw(naar))
    uitkomst = (
        vergelijk_bewijzen(van, naar)
        if isinstance(van, Tariefbewijs) and isinstance(naar, Tariefbewijs)
        else hele
    )
    click.echo(json.dumps(uitkomst.als_json(), ensure_ascii=False, indent=1) if als_json else str(uitkomst))
    if beeld is not None:
        try:
            hele.teken(beeld, zorgzwaarte)
        except FileExistsError:
            weiger(f"{beeld}: bestaat al en wordt niet overschreven. Kies een andere naam.")
        except OSError as fout:
            raise BestandFout(beeld, fout) from None


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
