"""`gezinshuis-tarief onderhandel bewijs|naspel|bijlage|motivering`: what an agreement leads to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from gezinshuis_tarief.cli.dossier import bestand_optie, datum_optie, dossier_argument, lees_dossier
from gezinshuis_tarief.cli.opties import json_optie, overschrijf_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import NAAR_UITVOER, faal, lees_bytes, schrijf_tekst, schrijft, toon_json
from gezinshuis_tarief.stukken.bewijs import lees_bewijs, maak_bewijs, schrijf_bewijs
from gezinshuis_tarief.stukken.bijlage import INDEXERING, maak_bijlage
from gezinshuis_tarief.stukken.document import Document
from gezinshuis_tarief.stukken.handtekening import eis_handtekening
from gezinshuis_tarief.stukken.motivering import maak_motivering
from gezinshuis_tarief.stukken.naspelen import naspelen

document_optie = uitvoer_optie("BESTAND", "Schrijf naar dit bestand: .docx, .pdf of .txt.")


@click.command(options_metavar="[OPTIES]")
@dossier_argument
@bestand_optie
@datum_optie
@overschrijf_optie
@json_optie()
def bewijs(dossier: Path, uitvoer: Path, datum: dt.date, *, overschrijf: bool, als_json: bool) -> None:
    """Maak van een akkoord een verzegeld tariefbewijs."""
    gemaakt = maak_bewijs(lees_dossier(dossier), gemaakt_op=datum)
    tekst = schrijf_bewijs(gemaakt)
    schrijf_tekst(uitvoer, tekst, overschrijf=overschrijf)
    if uitvoer != NAAR_UITVOER:
        click.echo(tekst if als_json else f"{uitvoer}: zegel {gemaakt.zegel}", nl=not als_json)


@click.command(options_metavar="[OPTIES]")
@click.argument("bestand", metavar="BEWIJS.json")
@click.option("--handtekening", metavar="BESTAND", help="De handtekening die bij het bewijs kwam.")
@click.option("--sleutel", metavar="SLEUTEL.pem", help="De publieke sleutel van wie tekende.")
@json_optie()
def naspel(bestand: str, handtekening: str | None, sleutel: str | None, *, als_json: bool) -> None:
    """Reken een tariefbewijs na en zeg of de centen nog kloppen.

    Met --handtekening en --sleutel wordt ook nagegaan of wie de sleutel heeft precies dit bestand tekende.
    """
    inhoud = lees_bytes(bestand)
    if (handtekening is None) != (sleutel is None):
        raise click.UsageError(
            "Een handtekening en een sleutel horen bij elkaar: geef --handtekening en --sleutel."
        )
    if handtekening is not None and sleutel is not None:
        eis_handtekening(inhoud, lees_bytes(handtekening), lees_bytes(sleutel))
        click.echo("De handtekening hoort bij dit bestand en deze sleutel.", err=True)
    uitkomst = naspelen(lees_bewijs(inhoud))
    if als_json:
        toon_json(uitkomst.als_json())
    else:
        click.echo(str(uitkomst))
    if not uitkomst.klopt:
        faal()


@click.command(options_metavar="[OPTIES]")
@click.argument("bestand", metavar="BEWIJS.json")
@document_optie
@click.option("--indexering", metavar="BESTAND.txt", help="De indexeringsclausule, in plaats van de onze.")
@json_optie()
def bijlage(bestand: str, uitvoer: Path | None, indexering: str | None, *, als_json: bool) -> None:
    """Schrijf van een tariefbewijs de bijlage bij het contract."""
    clausule = lees_bytes(indexering).decode(errors="replace").strip() if indexering else INDEXERING
    _lever(maak_bijlage(lees_bewijs(lees_bytes(bestand)), indexering=clausule), uitvoer, als_json=als_json)


@click.command(options_metavar="[OPTIES]")
@dossier_argument
@document_optie
@json_optie()
def motivering(dossier: Path, uitvoer: Path | None, *, als_json: bool) -> None:
    """Schrijf de motivering voor het dossier: verloop, redenen en aannames."""
    _lever(maak_motivering(lees_dossier(dossier)), uitvoer, als_json=als_json)


def _lever(document: Document, uitvoer: Path | None, *, als_json: bool) -> None:
    """Print a document, or write it; as JSON its text and the file it went to."""
    if uitvoer is not None:
        with schrijft(uitvoer, vervangbaar=False):
            document.bewaar(uitvoer)
    if als_json:
        toon_json({"bestand": str(uitvoer) if uitvoer else None, "tekst": str(document)})
    elif uitvoer is None:
        click.echo(str(document), nl=False)
    else:
        click.echo(f"{uitvoer} staat klaar.")
