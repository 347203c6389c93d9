"""`gezinshuis-tarief onderhandel werkboek|lees`: a round to talk over in Excel, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

from gezinshuis_tarief.cli.dossier import (
    Namens,
    bestand_optie,
    bewaar,
    dossier_argument,
    lees_dossier,
    namens_opties,
)
from gezinshuis_tarief.cli.lees import toon_bevindingen
from gezinshuis_tarief.cli.opties import PAD, Datum, dag_optie, json_optie, overschrijf_optie
from gezinshuis_tarief.cli.uitvoer import (
    GEWEIGERD,
    eis_naam_op_xlsx,
    faal,
    lees_bytes,
    schrijft,
    toon_bestand,
    toon_json,
)
from gezinshuis_tarief.rondewerkboek.lezen import RondeFout, lees_rondewerkboek
from gezinshuis_tarief.rondewerkboek.schrijven import schrijf_rondewerkboek
from gezinshuis_tarief.stukken.bewijs import lees_bewijs


@click.command(options_metavar="[OPTIES]")
@dossier_argument
@bestand_optie
@click.option("--bewijs", metavar="BEWIJS.json", help="Het tariefbewijs van het akkoord, als extra blad.")
@click.option("--partij", metavar="PARTIJ", help="De partij die antwoordt; anders wie aan zet is.")
@click.option(
    "--met", metavar="PARTIJ", help="De partij wier bod wordt beantwoord, bij meer dan twee partijen."
)
@dag_optie("Vóór welke dag u graag antwoord hebt.", "--antwoord-voor", type=Datum())
@overschrijf_optie
@json_optie()
def werkboek(  # noqa: PLR0913 (the options of the command line)
    dossier: Path,
    uitvoer: Path,
    bewijs: str | None,
    partij: str | None,
    met: str | None,
    *,
    antwoord_voor: dt.date | None,
    overschrijf: bool,
    als_json: bool,
) -> None:
    """Schrijf deze ronde als werkboek waarin één partij antwoordt, ook als zij alleen Excel heeft."""
    eis_naam_op_xlsx(uitvoer)
    gelezen = lees_bewijs(lees_bytes(bewijs)) if bewijs else None
    with schrijft(uitvoer):
        schrijf_rondewerkboek(
            lees_dossier(dossier),
            uitvoer,
            voor=partij,
            met=met,
            antwoord_voor=antwoord_voor,
            overschrijf=overschrijf,
            bewijs=gelezen,
        )
    terug = f"gezinshuis-tarief onderhandel lees {dossier} {uitvoer}"
    toon_bestand(uitvoer, f"Lees het terug met: {terug}", als_json=als_json)


@click.command(options_metavar="[OPTIES]")
@dossier_argument
@click.argument("werkboeken", nargs=-1, required=True, type=PAD, metavar="RONDE.xlsx…")
@namens_opties
@json_optie("de stand en de bevindingen als JSON")
def lees(dossier: Path, werkboeken: Sequence[Path], *, namens: Namens, als_json: bool) -> None:
    """Lees een ingevuld werkboek van deze ronde, of meer kopieën ervan van dezelfde partij.

    Voorstellen worden een bod en akkoord wordt een aanvaarding; houden en vraag komen met hun tekst in het dossier.
    Wat daarnaast is gewijzigd telt niet mee en wordt gemeld.
    """
    try:
        gelezen = lees_rondewerkboek(
            lees_dossier(dossier), werkboeken, namens.partij, indiener=namens.indiener, datum=namens.datum
        )
    except RondeFout as fout:
        if als_json:
            toon_json({"bevindingen": [bevinding.als_json() for bevinding in fout.bevindingen]})
        else:
            toon_bevindingen(fout.bevindingen)
        click.secho(
            "Geweigerd: verbeter de fouten en lees opnieuw. Het dossier is niet gewijzigd.",
            fg="red",
            err=True,
        )
        faal(GEWEIGERD)
    if not als_json:
        toon_bevindingen(gelezen.bevindingen)
    bewaar(gelezen.zaak, dossier, als_json=als_json, bevindingen=gelezen.bevindingen)
