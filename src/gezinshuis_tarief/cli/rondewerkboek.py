"""`gezinshuis-tarief onderhandel werkboek|lees`: a round to talk over in Excel, and back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from gezinshuis_tarief.cli.dossier import (
    bewaar,
    datum_optie,
    dossier_argument,
    indiener_optie,
    lees_dossier,
    op_dag,
    partij_optie,
    uitkomst_als_json,
    uitvoer_optie,
)
from gezinshuis_tarief.cli.groep import BestandFout, lees_bytes
from gezinshuis_tarief.cli.lees import toon_bevindingen
from gezinshuis_tarief.rondewerkboek.lezen import RondeFout, lees_rondewerkboek
from gezinshuis_tarief.rondewerkboek.schrijven import schrijf_rondewerkboek
from gezinshuis_tarief.stukken.bewijs import lees_bewijs
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding


@click.command(options_metavar="[OPTIES]")
@dossier_argument
@uitvoer_optie
@click.option("--bewijs", metavar="BEWIJS.json", help="Het tariefbewijs van het akkoord, als extra blad.")
@click.option("--overschrijf", is_flag=True, help="Vervang een bestaand bestand.")
@uitkomst_als_json
def werkboek(dossier: Path, uitvoer: Path, bewijs: str | None, *, overschrijf: bool, als_json: bool) -> None:
    """Schrijf deze ronde als werkboek om over te praten en voorstellen in te doen."""
    if uitvoer.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"{uitvoer} eindigt niet op .xlsx.", param_hint="-o")
    gelezen = lees_bewijs(lees_bytes(bewijs)) if bewijs else None
    try:
        schrijf_rondewerkboek(lees_dossier(dossier), uitvoer, overschrijf=overschrijf, bewijs=gelezen)
    except OSError as fout:
        raise BestandFout(uitvoer, fout) from None
    klaar = (
        f"{uitvoer} staat klaar. Lees het terug met: gezinshuis-tarief onderhandel lees {dossier} {uitvoer}"
    )
    click.echo(json.dumps({"bestand": str(uitvoer)}, ensure_ascii=False) if als_json else klaar)


@click.command(options_metavar="[OPTIES]")
@dossier_argument
@click.argument("werkboeken", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RONDE.xlsx…")
@partij_optie
@indiener_optie
@datum_optie
@click.option("--json", "als_json", is_flag=True, help="Schrijf de stand en de bevindingen als JSON.")
def lees(  # noqa: PLR0913 (the options of the command line)
    dossier: Path,
    werkboeken: Sequence[Path],
    *,
    partij: str,
    indiener: str,
    datum: dt.date | None,
    als_json: bool,
) -> None:
    """Lees een ingevuld werkboek van deze ronde, of meer kopieën ervan van dezelfde partij.

    Voorstellen worden een bod en status akkoord wordt een aanvaarding. Wat daarnaast is gewijzigd telt niet mee
    en wordt gemeld.
    """
    try:
        gelezen = lees_rondewerkboek(
            lees_dossier(dossier), werkboeken, partij, indiener=indiener, datum=op_dag(datum)
        )
    except RondeFout as fout:
        _toon(fout.bevindingen, als_json=als_json)
        click.secho(
            "Geweigerd: verbeter de fouten en lees opnieuw. Het dossier is niet gewijzigd.",
            fg="red",
            err=True,
        )
        click.get_current_context().exit(1)
    bewaar(gelezen.zaak, dossier, als_json=als_json, bevindingen=gelezen.bevindingen)
    if not als_json:
        toon_bevindingen(gelezen.bevindingen)


def _toon(bevindingen: Iterable[Werkboekbevinding], *, als_json: bool) -> None:
    if als_json:
        inhoud = {"bevindingen": [bevinding.als_json() for bevinding in bevindingen]}
        click.echo(json.dumps(inhoud, ensure_ascii=False, indent=1))
    else:
        toon_bevindingen(bevindingen)
