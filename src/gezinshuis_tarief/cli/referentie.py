"""`gezinshuis-tarief referentie` and `sleutels`: look up a figure with its source, or what an input means."""

from __future__ import annotations

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


def _toon(cijfer: Cijfer) -> None:
    """Print one figure with everything that stands behind it."""
    click.secho(f"{cijfer.naam}: {nederlands(cijfer.waarde)} {cijfer.eenheid}", bold=True)
    click.echo(f"  geldig vanaf: {cijfer.geldig_vanaf}")
    if cijfer.stand:
        click.echo(f"  stand: {cijfer.stand}")
    click.echo(f"  herkomst: {cijfer.herkomst}")
    if cijfer.cijferset:
        click.echo(f"  eigen cijfers: {cijfer.cijferset}")
    _toon_bron(cijfer)


def _toon_bron(gevonden: Cijfer | Functieschaal) -> None:
    click.echo(f"  bron: {gevonden.bron}")
    if gevonden.toelichting:
        click.echo(f"  let op: {gevonden.toelichting}")


@click.group(options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT …")
def referentie() -> None:
    """Zoek een cijfer op met zijn bron en eerste dag."""


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@click.argument("woorden", nargs=-1, required=True)
def zoek(woorden: tuple[str, ...]) -> None:
    """Zoek in alle cijfers, bijvoorbeeld: zoek Zvw 2026."""
    gevonden = door.zoek(" ".join(woorden))
    if not gevonden:
        raise OnbekendCijfer(
            f"Geen cijfer gevonden met: {' '.join(woorden)}. Probeer minder woorden, of een van de tabellen: "
            f"{', '.join(door.tabellen())}."
        )
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
@cijfers_optie
@click.argument("cao")
@click.argument("schaal")
@click.argument("periodiek")
@peildatum_optie
def salaris(cao: str, schaal: str, periodiek: str, peildatum: str) -> None:
    """Bruto maandsalaris, bijvoorbeeld: salaris jeugdzorg 8 12 --peildatum 2026-01-01."""
    _toon(door.salaris(cao, schaal, periodiek, peildatum))


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@click.argument("parameter")
@peildatum_optie
def regel(parameter: str, peildatum: str) -> None:
    """Een regel van de cao Jeugdzorg, bijvoorbeeld: regel vakantietoeslag."""
    _toon(door.cao_regel(parameter, peildatum))


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@click.argument("naam")
@peildatum_optie
def premie(naam: str, peildatum: str) -> None:
    """Een werkgeverspremie, bijvoorbeeld: premie Zvw_werkgever."""
    _toon(door.werkgeverspremie(naam, peildatum))


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@click.argument("naam")
@peildatum_optie
def ondernemer(naam: str, peildatum: str) -> None:
    """Een premie van een ondernemer, bijvoorbeeld: ondernemer Zvw_laag."""
    _toon(door.ondernemerspremie(naam, peildatum))


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@peildatum_optie
def minimumloon(peildatum: str) -> None:
    """Het minimumloon per uur vanaf 21 jaar."""
    _toon(door.minimumloon(peildatum))


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@click.argument("parameter")
@peildatum_optie
def pensioen(parameter: str, peildatum: str) -> None:
    """Een cijfer van het pensioen, bijvoorbeeld: pensioen AOW_franchise."""
    _toon(door.pensioen(parameter, peildatum))


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@click.argument("leeftijd", type=int)
@peildatum_optie
@click.option(
    "--per", type=click.Choice(["dag", "maand"]), default="dag", show_default=True, help="Per dag of maand."
)
def pleegvergoeding(leeftijd: int, peildatum: str, per: Per) -> None:
    """Het basisbedrag van de pleegvergoeding voor een leeftijd in jaren."""
    _toon(door.pleegvergoeding(leeftijd, peildatum, per=per))


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@click.argument("reeks")
@click.argument("jaar", type=int)
@click.option("--stand", metavar="STAND", help="Bijvoorbeeld voorlopig of definitief.")
def index(reeks: str, jaar: int, stand: str | None) -> None:
    """Een indexcijfer, bijvoorbeeld: index OVA 2024 --stand definitief."""
    _toon(door.indexcijfer(reeks, jaar, stand))


@referentie.command(options_metavar="[OPTIES]")
@cijfers_optie
@click.argument("naam")
@peildatum_optie
def functie(naam: str, peildatum: str) -> None:
    """De salarisschaal van een functie in de cao Jeugdzorg."""
    gevonden = door.functieschaal(naam, peildatum)
    schalen = (
        f"{gevonden.laagste}" if gevonden.een_schaal else f"{gevonden.laagste} tot en met {gevonden.hoogste}"
    )
    click.secho(f"{gevonden.functie}: schaal {schalen}", bold=True)
    click.echo(f"  geldig vanaf: {gevonden.geldig_vanaf}")
    _toon_bron(gevonden)


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
