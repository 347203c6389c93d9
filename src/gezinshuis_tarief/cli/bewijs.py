"""`gezinshuis-tarief onderhandel bewijs|naspel|bijlage|motivering`: what an agreement leads to."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from gezinshuis_tarief.cli.dossier import (
    datum_optie,
    dossier_argument,
    lees_dossier,
    op_dag,
    schrijf_nieuw,
    uitkomst_als_json,
    uitvoer_optie,
)
from gezinshuis_tarief.cli.groep import BestandFout, lees_bytes, weiger
from gezinshuis_tarief.stukken.bewijs import lees_bewijs, maak_bewijs, schrijf_bewijs
from gezinshuis_tarief.stukken.bijlage import INDEXERING, maak_bijlage
from gezinshuis_tarief.stukken.document import Document
from gezinshuis_tarief.stukken.motivering import maak_motivering
from gezinshuis_tarief.stukken.naspelen import naspelen

document_optie = click.option(
    "-o",
    "--uitvoer",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Schrijf naar dit bestand: .docx, .pdf of .txt.",
)


@click.command(options_metavar="[OPTIES]")
@dossier_argument
@uitvoer_optie
@datum_optie
@uitkomst_als_json
def bewijs(dossier: Path, uitvoer: Path, datum: dt.date | None, *, als_json: bool) -> None:
    """Maak van een akkoord een verzegeld tariefbewijs."""
    gemaakt = maak_bewijs(lees_dossier(dossier), gemaakt_op=op_dag(datum))
    tekst = schrijf_bewijs(gemaakt)
    schrijf_nieuw(uitvoer, tekst.encode())
    click.echo(tekst if als_json else f"{uitvoer}: zegel {gemaakt.zegel}", nl=not als_json)


@click.command(options_metavar="[OPTIES]")
@click.argument("bestand", metavar="BEWIJS.json")
@uitkomst_als_json
def naspel(bestand: str, *, als_json: bool) -> None:
    """Reken een tariefbewijs na en zeg of de centen nog kloppen."""
    uitkomst = naspelen(lees_bewijs(lees_bytes(bestand)))
    click.echo(json.dumps(uitkomst.als_json(), ensure_ascii=False, indent=1) if als_json else str(uitkomst))
    if not uitkomst.klopt:
        click.get_current_context().exit(1)


@click.command(options_metavar="[OPTIES]")
@click.argument("bestand", metavar="BEWIJS.json")
@document_optie
@click.option("--indexering", metavar="BESTAND.txt", help="De indexeringsclausule, in plaats van de onze.")
@uitkomst_als_json
def bijlage(bestand: str, uitvoer: Path | None, indexering: str | None, *, als_json: bool) -> None:
    """Schrijf van een tariefbewijs de bijlage bij het contract."""
    clausule = lees_bytes(indexering).decode(errors="replace").strip() if indexering else INDEXERING
    _lever(maak_bijlage(lees_bewijs(lees_bytes(bestand)), indexering=clausule), uitvoer, als_json=als_json)


@click.command(options_metavar="[OPTIES]")
@dossier_argument
@document_optie
@uitkomst_als_json
def motivering(dossier: Path, uitvoer: Path | None, *, als_json: bool) -> None:
    """Schrijf de motivering voor het dossier: verloop, redenen en aannames."""
    _lever(maak_motivering(lees_dossier(dossier)), uitvoer, als_json=als_json)


def _lever(document: Document, uitvoer: Path | None, *, als_json: bool) -> None:
    """Print a document, or write it; as JSON its text and the file it went to."""
    if uitvoer is not None:
        _bewaar(document, uitvoer)
    if als_json:
        inhoud = {"bestand": str(uitvoer) if uitvoer else None, "tekst": str(document)}
        click.echo(json.dumps(inhoud, ensure_ascii=False, indent=1))
    elif uitvoer is None:
        click.echo(str(document), nl=False)
    else:
        click.echo(f"{uitvoer} staat klaar.")


def _bewaar(document: Document, uitvoer: Path) -> None:
    try:
        document.bewaar(uitvoer)
    except FileExistsError:
        weiger(f"{uitvoer}: bestaat al en wordt niet overschreven. Kies een andere naam.")
    except OSError as fout:
        raise BestandFout(uitvoer, fout) from None
