"""`gezinshuis-tarief bereken|uitleg|rapport`: the tariff of one input or of a list, every step of it, and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gezinshuis_tarief.cli.opties import PAD, json_optie, overschrijf_optie, uitvoer_optie, zorgzwaartes_optie
from gezinshuis_tarief.cli.uitvoer import (
    is_werkboek,
    lees_bytes,
    lees_opbouw,
    lees_opbouwen,
    opbouw_uit,
    schrijft,
    toon_bestand,
    toon_json,
    waarschuw,
    weiger,
)
from gezinshuis_tarief.kern.jsontekst import lees_json
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst

if TYPE_CHECKING:
    from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@json_optie("JSON in plaats van een tabel")
@zorgzwaartes_optie
def bereken(invoer: str, zwaartes: Sequence[Zorgzwaarte], *, als_json: bool) -> None:
    """Bereken het tarief per zorgzwaarte.

    INVOER is een opbouw of een lijst van opbouwen in JSON, of een werkboek; - leest standaardinvoer.
    """
    opbouwen = lees_opbouwen(invoer)
    lijst = [opbouwen] if isinstance(opbouwen, Opbouw) else opbouwen
    uitkomsten = [opbouw.bereken().alleen(zwaartes) for opbouw in lijst]
    if als_json:
        uit = [uitkomst.als_json() for uitkomst in uitkomsten]
        toon_json(uit[0] if isinstance(opbouwen, Opbouw) else uit)
    else:
        click.echo("\n\n".join(str(uitkomst) for uitkomst in uitkomsten))
        for uitkomst in uitkomsten:
            _slot(uitkomst)


def _slot(uitkomst: Uitkomst) -> None:
    """Say beside the table what is unusual and how much of it is assumed."""
    waarschuw(uitkomst.opbouw.alle_waarschuwingen())
    aannames = len(uitkomst.opbouw.aannames())
    if aannames:
        click.echo(f"\n{aannames} waarden zijn een aanname; zie gezinshuis-tarief uitleg.", err=True)


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@json_optie()
@zorgzwaartes_optie
def uitleg(invoer: str, zwaartes: Sequence[Zorgzwaarte], *, als_json: bool) -> None:
    """Leg elke stap uit, met status en bron.

    U ziet de formule in woorden en de ingevulde getallen.

    INVOER is een opbouw in JSON, of een werkboek; - leest standaardinvoer.
    """
    opbouw = lees_opbouw(invoer)
    stappen = opbouw.uitleg().voor(*(zwaartes or ZORGZWAARTES))
    if als_json:
        toon_json(stappen.als_json())
    else:
        click.echo(str(stappen))
    waarschuw(opbouw.alle_waarschuwingen())


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@uitvoer_optie("BESTAND.html", "Het bestand.")
@click.option("--pdf", type=PAD, metavar="BESTAND", help="Maak (ook) een papieren vorm; die rekent niet.")
@click.option("--naast", metavar="ANDER", help="Zet deze opbouw ernaast (json of xlsx).")
@click.option("--titel", metavar="TEKST", default="", help="Wat erboven staat, zoals de naam van het huis.")
@overschrijf_optie
@json_optie("de naam van het bestand als JSON")
def rapport(  # noqa: PLR0913 (its options)
    invoer: str,
    uitvoer: Path | None,
    pdf: Path | None,
    naast: str | None,
    titel: str,
    *,
    overschrijf: bool,
    als_json: bool,
) -> None:
    """Schrijf een rapport dat zelf rekent: één bestand, voor elke browser.

    Wie het krijgt heeft geen programma en geen internet nodig. Elke waarde kan worden veranderd, het tarief rekent mee
    op de cent, en "Bewaar als JSON" geeft een bestand voor bereken, vergelijk en onderhandel bod.

    INVOER is een opbouw in JSON, een werkboek, of het dossier van een onderhandeling; - leest standaardinvoer. Van een
    dossier komt er de stand van de onderhandeling; die bladzijde rekent niet zelf.

    Met --naast staan twee offertes naast elkaar, met de waterval van het verschil; die bladzijde rekent niet zelf.
    """
    if uitvoer is None and pdf is None:
        raise click.UsageError("Geef -o BESTAND.html, --pdf BESTAND.pdf, of beide.")
    if pdf is not None and pdf.suffix.lower() != ".pdf":
        raise click.BadParameter(f"{pdf} eindigt niet op .pdf.", param_hint="--pdf")
    if pdf is not None and naast is not None:
        raise click.UsageError("--pdf gaat niet samen met --naast. Druk die bladzijde af uit de browser.")
    stuk = _opbouw_of_zaak(invoer)
    if pdf is not None:
        if not isinstance(stuk, Opbouw):
            weiger(f"{invoer}: is een onderhandeling. Gebruik -o, en druk die bladzijde af uit de browser.")
        from gezinshuis_tarief.rapport.gedrukt import maak_gedrukt  # noqa: PLC0415 (loaded only when used)

        with schrijft(pdf):
            maak_gedrukt(stuk, titel=titel).bewaar(pdf, overschrijf=overschrijf)
    if uitvoer is not None:
        _bladzijde(stuk, invoer, uitvoer, naast, titel, overschrijf=overschrijf)
    if als_json:
        toon_json({"bestand": str(uitvoer or pdf), **({"pdf": str(pdf)} if uitvoer and pdf else {})})
        return
    if pdf is not None:
        toon_bestand(pdf, "Druk het af, of stuur het mee.", als_json=False)
    if uitvoer is not None:
        toon_bestand(uitvoer, "Open het in een browser.", als_json=False)


def _bladzijde(  # noqa: PLR0913 (what a page is made of)
    stuk: Opbouw | Onderhandeling,
    invoer: str,
    uitvoer: Path,
    naast: str | None,
    titel: str,
    *,
    overschrijf: bool,
) -> None:
    """Write the page of a quote, of two, or of a negotiation."""
    if naast is None:
        with schrijft(uitvoer):
            stuk.naar_html(uitvoer, titel=titel, overschrijf=overschrijf)
    elif not isinstance(stuk, Opbouw):
        weiger(
            f"{invoer}: is een onderhandeling en heeft alle partijen al naast elkaar. Laat --naast weg, "
            f"of gebruik: gezinshuis-tarief onderhandel verschil {invoer} VAN NAAR"
        )
    else:
        from gezinshuis_tarief.verschil.verschil import verschil  # noqa: PLC0415 (loaded only when used)

        een, twee = (Path(bestand).stem for bestand in (invoer, naast))
        namen = (invoer, naast) if een == twee else (een, twee)
        ander = lees_opbouw(naast)
        with schrijft(uitvoer):
            verschil(stuk, ander).naar_html(uitvoer, namen=namen, titel=titel, overschrijf=overschrijf)


def _opbouw_of_zaak(bestand: str) -> Opbouw | Onderhandeling:
    """Read what a page can be made of; standard input is read once."""
    if is_werkboek(bestand):
        return lees_opbouw(bestand)
    tekst = lees_bytes(bestand)
    inhoud = lees_json(tekst)
    if not isinstance(inhoud, dict) or inhoud.get("soort") != "onderhandeling":
        return opbouw_uit(tekst)
    from gezinshuis_tarief.onderhandeling.bestand import lees_onderhandeling  # noqa: PLC0415 (loaded only when used)

    return lees_onderhandeling(tekst)
