"""`gezinshuis-tarief onderhandel contract|bewijs|naspel|bijlage|motivering`: what an agreement leads to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import click

from gezinshuis_tarief.cli.dossier import (
    Namens,
    bestand_optie,
    datum_optie,
    dossier_argument,
    lees_dossier,
    namens_opties,
)
from gezinshuis_tarief.cli.opties import json_optie, overschrijf_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import (
    NAAR_UITVOER,
    faal,
    lees_bytes,
    lever,
    schrijf_tekst,
    schrijft,
    toon_json,
    weiger,
)
from gezinshuis_tarief.controle.tekenen import getoetste_bijlage
from gezinshuis_tarief.kern.sleutels import namen_in
from gezinshuis_tarief.onderhandeling.bestand import bewaar_onderhandeling
from gezinshuis_tarief.onderhandeling.contract import Contractgegevens, gezamenlijk, lees_contract
from gezinshuis_tarief.onderhandeling.contractvoorstellen import contracten_van, stel_contract_voor
from gezinshuis_tarief.onderhandeling.keuren import eis_partij
from gezinshuis_tarief.stukken.bewijs import lees_bewijs, maak_bewijs, schrijf_bewijs
from gezinshuis_tarief.stukken.bijlage import INDEXERING
from gezinshuis_tarief.stukken.document import Document
from gezinshuis_tarief.stukken.handtekening import (
    eis_handtekening,
    maak_sleutelpaar,
    onderteken as zet_handtekening,
)
from gezinshuis_tarief.stukken.motivering import maak_motivering
from gezinshuis_tarief.stukken.naspelen import naspelen

CONCEPT_KORT: Final = " Het is een concept; de redenen staan vooraan."
document_optie = uitvoer_optie(
    "BESTAND", "Schrijf naar dit bestand: .pdf, .docx, .html of .txt; - is tekst op het scherm."
)


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
@overschrijf_optie
@click.option("--indexering", metavar="BESTAND.txt", help="De indexeringsclausule, in plaats van de onze.")
@click.option("--strikt", is_flag=True, help="Eindig met code 1 als het nog een concept is.")
@json_optie()
def bijlage(  # noqa: PLR0913 (the options of the command line)
    bestand: str,
    uitvoer: Path | None,
    indexering: str | None,
    *,
    overschrijf: bool,
    strikt: bool,
    als_json: bool,
) -> None:
    """Schrijf van een tariefbewijs de bijlage bij het contract.

    Zolang er iets in de weg staat aan een handtekening is het een concept; dat staat op elke bladzijde, met de redenen
    vooraan. Met --strikt eindigt de opdracht dan met code 1.
    """
    clausule = lees_bytes(indexering).decode(errors="replace").strip() if indexering else INDEXERING
    document = getoetste_bijlage(lees_bewijs(lees_bytes(bestand)), indexering=clausule)
    _lever(document, uitvoer, overschrijf=overschrijf, als_json=als_json)
    if strikt and document.is_concept:
        faal()


@click.command(options_metavar="[OPTIES]")
@dossier_argument
@document_optie
@overschrijf_optie
@json_optie()
def motivering(dossier: Path, uitvoer: Path | None, *, overschrijf: bool, als_json: bool) -> None:
    """Schrijf de motivering voor het dossier: verloop, redenen en aannames."""
    _lever(maak_motivering(lees_dossier(dossier)), uitvoer, overschrijf=overschrijf, als_json=als_json)


@click.command("contract", options_metavar="[OPTIES]")
@dossier_argument
@namens_opties
@click.option("--contract", "bestand", metavar="BESTAND.json", help="De contractgegevens van deze partij.")
@click.option("--van", metavar="PARTIJ", help="Neem de gegevens van deze partij over: dat is akkoord.")
@json_optie("de contractgegevens als JSON")
def contract_zet(
    dossier: Path, *, namens: Namens, bestand: str | None, van: str | None, als_json: bool
) -> None:
    """Stel contractgegevens voor: partijen, afwezigheid, opzegging en meer.

    Wat alle partijen gelijk voorstellen, is afgesproken en komt in het tariefbewijs en de bijlage.
    """
    if (bestand is None) == (van is None):
        raise click.UsageError("Geef --contract of --van, en niet allebei.")
    zaak = lees_dossier(dossier)
    if van is not None:
        eis_partij(zaak.partijen, van, "van")
        gegevens = contracten_van(zaak)[van]
    else:
        gegevens = lees_contract(lees_bytes(str(bestand)))
    na = stel_contract_voor(zaak, namens.partij, gegevens, indiener=namens.indiener, datum=namens.datum)
    with schrijft(dossier):
        bewaar_onderhandeling(na, dossier)
    samen, los = gezamenlijk(contracten_van(na))
    if als_json:
        toon_json({"akkoord": samen.model_dump(mode="json"), "los": list(los)})
        return
    click.echo(f"Akkoord: {', '.join(samen.gevuld()) or 'nog niets'}.")
    click.echo(f"Nog geen akkoord: {', '.join(los).replace('_', ' ') or 'niets'}.")
    leeg = [naam for naam in namen_in(Contractgegevens) if naam not in samen.gevuld() and naam not in los]
    click.echo(f"Nog niet ingevuld: {', '.join(leeg) or 'niets'}.")


def _lever(document: Document, uitvoer: Path | None, *, overschrijf: bool, als_json: bool) -> None:
    """Print a document, or write it; as JSON its text and the file it went to."""
    doel = None if uitvoer == NAAR_UITVOER else uitvoer
    if doel is not None:
        with schrijft(doel):
            document.bewaar(doel, overschrijf=overschrijf)
    if als_json:
        inhoud = {"bestand": str(doel) if doel else None, "tekst": str(document)}
        toon_json(inhoud | ({"redenen": list(document.redenen)} if document.is_concept else {}))
    elif doel is None:
        click.echo(str(document), nl=False)
    else:
        click.echo(f"{doel} staat klaar.{CONCEPT_KORT if document.is_concept else ''}")


@click.command(options_metavar="[OPTIES]")
@uitvoer_optie("SLEUTEL.pem", "De privésleutel; de publieke komt ernaast.", verplicht=True)
@json_optie()
def sleutelpaar(uitvoer: Path, *, als_json: bool) -> None:
    """Maak een sleutelpaar om mee te tekenen.

    De privésleutel houdt u zelf; wie uw handtekening wil nagaan krijgt de publieke. Een sleutel wordt nooit vervangen.
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
    """Zet een handtekening bij een bestand, zoals een tariefbewijs."""
    handtekening = zet_handtekening(lees_bytes(bestand), lees_bytes(sleutel))
    lever(uitvoer, f"{handtekening}\n", overschrijf=overschrijf)
    if als_json:
        toon_json({"bestand": bestand, "handtekening": handtekening})
