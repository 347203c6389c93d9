"""`gezinshuis-tarief referentie` and `sleutels`: look up a figure with its source, or what an input means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal
from functools import wraps
from typing import Any

import click

from gezinshuis_tarief import referentie as door
from gezinshuis_tarief.cli.opties import cijfers_optie, dag_optie, json_optie
from gezinshuis_tarief.cli.uitvoer import lees_opbouw, toon_json, weiger
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.referentie import Cijfer, Functieschaal
from gezinshuis_tarief.referentie.pleegvergoedingen import Per
from gezinshuis_tarief.voorbeelden.sleuteltabel import sleutels as zoek_sleutels
from gezinshuis_tarief.weergave import als_tekst, tabel

_HOOGSTENS = 40

peildatum_optie = dag_optie("De dag waarop het geldt.", required=True)


def _als_json(gevonden: Cijfer | Functieschaal) -> dict[str, object]:
    """Return what was found as JSON holds it: a number and a day as text."""
    return {
        naam: str(waarde) if isinstance(waarde, Decimal | dt.date) else waarde
        for naam, waarde in asdict(gevonden).items()
    }


def _kop(gevonden: Cijfer | Functieschaal) -> str:
    if isinstance(gevonden, Cijfer):
        return f"{gevonden.naam}: {nederlands(gevonden.waarde)} {gevonden.eenheid}"
    schalen = f"{gevonden.laagste}" + ("" if gevonden.een_schaal else f" tot en met {gevonden.hoogste}")
    return f"{gevonden.functie}: schaal {schalen}"


def _toon(gevonden: Cijfer | Functieschaal) -> None:
    """Print what was found with everything that stands behind it."""
    click.secho(_kop(gevonden), bold=True)
    click.echo(f"  geldig vanaf: {gevonden.geldig_vanaf}")
    if isinstance(gevonden, Cijfer):
        if gevonden.stand:
            click.echo(f"  stand: {gevonden.stand}")
        click.echo(f"  herkomst: {gevonden.herkomst}")
        if gevonden.cijferset:
            click.echo(f"  eigen cijfers: {gevonden.cijferset}")
    click.echo(f"  bron: {gevonden.bron}")
    if gevonden.toelichting:
        click.echo(f"  let op: {gevonden.toelichting}")


def _opzoeking(zoek_op: Callable[..., Cijfer | Functieschaal]) -> Callable[..., None]:
    """Make a command of a look-up: own figures go first, and what is found is shown as text or JSON."""

    @cijfers_optie
    @json_optie()
    @wraps(zoek_op)
    def toon(*, als_json: bool, **woorden: Any) -> None:  # noqa: ANN401 (arguments of click)
        gevonden = zoek_op(**woorden)
        if als_json:
            toon_json(_als_json(gevonden))
        else:
            _toon(gevonden)

    return toon


@click.group(options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT …")
def referentie() -> None:
    """Zoek een cijfer op met zijn bron en eerste dag."""


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@json_optie()
@click.argument("woorden", nargs=-1, required=True)
def zoek(woorden: tuple[str, ...], *, als_json: bool) -> None:
    """Zoek in alle cijfers, bijvoorbeeld: zoek Zvw 2026."""
    gevonden = door.zoek(" ".join(woorden))
    if not gevonden:
        raise OnbekendCijfer(
            f"Geen cijfer gevonden met: {' '.join(woorden)}. Probeer minder woorden, of een van de tabellen: "
            f"{', '.join(door.tabellen())}."
        )
    if als_json:
        toon_json([_als_json(cijfer) for cijfer in gevonden])
        return
    rijen = [
        [c.naam, c.geldig_vanaf.isoformat(), c.stand, nederlands(c.waarde), c.eenheid, str(c.herkomst)]
        for c in gevonden[:_HOOGSTENS]
    ]
    click.echo(
        als_tekst(tabel(["cijfer", "geldig vanaf", "stand", "waarde", "eenheid", "herkomst"], rijen, links=3))
    )
    if len(gevonden) > _HOOGSTENS:
        click.echo(f"En nog {len(gevonden) - _HOOGSTENS}; voeg een woord of een jaar toe.")


@referentie.command(options_metavar="[OPTIES]")
@_opzoeking
@click.argument("cao")
@click.argument("schaal")
@click.argument("periodiek")
@peildatum_optie
def salaris(cao: str, schaal: str, periodiek: str, peildatum: str) -> Cijfer:
    """Bruto maandsalaris, bijvoorbeeld: salaris jeugdzorg 8 12 --peildatum 2026-01-01."""
    return door.salaris(cao, schaal, periodiek, peildatum)


@referentie.command(options_metavar="[OPTIES]")
@_opzoeking
@click.argument("parameter")
@peildatum_optie
def regel(parameter: str, peildatum: str) -> Cijfer:
    """Een regel van de cao Jeugdzorg, bijvoorbeeld: regel vakantietoeslag."""
    return door.cao_regel(parameter, peildatum)


@referentie.command(options_metavar="[OPTIES]")
@_opzoeking
@click.argument("naam")
@peildatum_optie
def premie(naam: str, peildatum: str) -> Cijfer:
    """Een werkgeverspremie, bijvoorbeeld: premie Zvw_werkgever."""
    return door.werkgeverspremie(naam, peildatum)


@referentie.command(options_metavar="[OPTIES]")
@_opzoeking
@click.argument("naam")
@peildatum_optie
def ondernemer(naam: str, peildatum: str) -> Cijfer:
    """Een premie van een ondernemer, bijvoorbeeld: ondernemer Zvw_laag."""
    return door.ondernemerspremie(naam, peildatum)


@referentie.command(options_metavar="[OPTIES]")
@_opzoeking
@peildatum_optie
def minimumloon(peildatum: str) -> Cijfer:
    """Het minimumloon per uur vanaf 21 jaar."""
    return door.minimumloon(peildatum)


@referentie.command(options_metavar="[OPTIES]")
@_opzoeking
@click.argument("parameter")
@peildatum_optie
def pensioen(parameter: str, peildatum: str) -> Cijfer:
    """Een cijfer van het pensioen, bijvoorbeeld: pensioen AOW_franchise."""
    return door.pensioen(parameter, peildatum)


@referentie.command(options_metavar="[OPTIES]")
@_opzoeking
@click.argument("leeftijd", type=int)
@peildatum_optie
@click.option(
    "--per", type=click.Choice(["dag", "maand"]), default="dag", show_default=True, help="Per dag of maand."
)
def pleegvergoeding(leeftijd: int, peildatum: str, per: Per) -> Cijfer:
    """Het basisbedrag van de pleegvergoeding voor een leeftijd in jaren."""
    return door.pleegvergoeding(leeftijd, peildatum, per=per)


@referentie.command(options_metavar="[OPTIES]")
@_opzoeking
@click.argument("reeks")
@click.argument("jaar", type=int)
@click.option("--stand", metavar="STAND", help="Bijvoorbeeld voorlopig of definitief.")
def index(reeks: str, jaar: int, stand: str | None) -> Cijfer:
    """Een indexcijfer, bijvoorbeeld: index OVA 2024 --stand definitief."""
    return door.indexcijfer(reeks, jaar, stand)


@referentie.command(options_metavar="[OPTIES]")
@_opzoeking
@click.argument("naam")
@peildatum_optie
def functie(naam: str, peildatum: str) -> Functieschaal:
    """De salarisschaal van een functie in de cao Jeugdzorg."""
    return door.functieschaal(naam, peildatum)


@click.command(options_metavar="[OPTIES]")
@click.argument("zoek", nargs=-1, metavar="[ZOEK]…")
@json_optie()
@click.option("--csv", "als_csv", is_flag=True, help="Schrijf CSV met puntkomma's.")
@click.option(
    "--opbouw", metavar="OPBOUW.json", help="De sleutels van deze opbouw, met haar eigen onderdelen."
)
def sleutels(zoek: tuple[str, ...], *, als_json: bool, als_csv: bool, opbouw: str | None) -> None:
    """Laat zien welke sleutels er zijn, met eenheid, grenzen en betekenis.

    Met woorden erbij alleen de sleutels waar die in voorkomen, bijvoorbeeld: sleutels leegstand.
    """
    gevonden = zoek_sleutels(" ".join(zoek), opbouw=lees_opbouw(opbouw) if opbouw else None)
    if not gevonden:
        weiger(f"Geen sleutel gevonden met: {' '.join(zoek)}. Probeer minder woorden.")
    if als_json:
        toon_json(gevonden.als_json())
    else:
        click.echo(gevonden.als_csv() if als_csv else str(gevonden), nl=not als_csv)
