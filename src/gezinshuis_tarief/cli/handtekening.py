"""`gezinshuis-tarief onderhandel sleutelpaar|onderteken`: a signature beside a file."""

from __future__ import annotations

from pathlib import Path

import click

from gezinshuis_tarief.cli.opties import json_optie, overschrijf_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import lees_bytes, lever, schrijf_tekst, toon_json, weiger
from gezinshuis_tarief.stukken.handtekening import maak_sleutelpaar, onderteken as zet_handtekening


@click.command(options_metavar="[OPTIES]")
@uitvoer_optie("SLEUTEL.pem", "De privésleutel; de publieke komt ernaast.", verplicht=True)
@json_optie()
def sleutelpaar(uitvoer: Path, *, als_json: bool) -> None:
    r"""Maak een sleutelpaar om mee te tekenen.

    De privésleutel houdt u zelf; wie uw handtekening wil nagaan krijgt de publieke. Een sleutel wordt nooit vervangen.

    \b
    Voorbeeld:
      gezinshuis-tarief onderhandel sleutelpaar -o mijn.pem
    """
    publiek = uitvoer.with_name(f"{uitvoer.stem}.publiek.pem")
    if uitvoer.suffix != ".pem":
        weiger(f"{uitvoer}: kies een naam die op .pem eindigt.")
    delen = dict(zip((uitvoer, publiek), maak_sleutelpaar(), strict=True))
    for pad, tekst in delen.items():
        schrijf_tekst(pad, tekst, overschrijf=False)
    uitvoer.chmod(0o600)
    if als_json:
        toon_json({"prive": str(uitvoer), "publiek": str(publiek)})
    else:
        click.echo(f"{uitvoer}: houd dit bestand voor uzelf.\n{publiek}: geef dit aan de andere partij.")


@click.command(options_metavar="[OPTIES]")
@click.argument("bestand", metavar="BEWIJS.json")
@click.option("--sleutel", metavar="SLEUTEL.pem", required=True, help="Uw privésleutel.")
@uitvoer_optie("BESTAND", "De handtekening.", verplicht=True)
@overschrijf_optie
@json_optie()
def onderteken(bestand: str, sleutel: str, uitvoer: Path, *, overschrijf: bool, als_json: bool) -> None:
    r"""Zet een handtekening bij een bestand, zoals een tariefbewijs.

    \b
    Voorbeeld:
      gezinshuis-tarief onderhandel onderteken bewijs.json --sleutel mijn.pem -o bewijs.handtekening
    """
    handtekening = zet_handtekening(lees_bytes(bestand), lees_bytes(sleutel))
    lever(uitvoer, f"{handtekening}\n", overschrijf=overschrijf)
    if als_json:
        toon_json({"bestand": bestand, "handtekening": handtekening})
