"""`gezinshuis-tarief herprijs`: the same quote at the prices of another day."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from gezinshuis_tarief.cli.invoer import lees_opbouw
from gezinshuis_tarief.cli.opties import dag_optie, overschrijf_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import schrijf_tekst
from gezinshuis_tarief.indexatie.herprijzing import Inschaling
from gezinshuis_tarief.indexatie.herprijzing import herprijs as bereken
from gezinshuis_tarief.model.opbouw_json import naar_json


@dataclass(frozen=True, slots=True)
class _Prijzen:
    """The options that say where new prices come from."""

    plekken: tuple[tuple[str, str, str], ...]
    cao: str
    leeftijd: int | None
    eigen: tuple[tuple[str, str, str], ...]


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="OFFERTE")
@dag_optie("De dag waarvan de prijzen gelden.", required=True)
@click.option(
    "--inschaling",
    "plekken",
    nargs=3,
    multiple=True,
    metavar="BOUWSTEEN SCHAAL PERIODIEK",
    help="Waar een loon staat in de cao; mag vaker.",
)
@click.option("--cao", default="jeugdzorg", show_default=True, metavar="CAO", help="Of: gehandicaptenzorg.")
@click.option(
    "--leeftijd", type=int, metavar="JAREN", help="Pleegvergoeding van deze leeftijd als verzorgingskosten."
)
@click.option(
    "--eigen",
    nargs=3,
    multiple=True,
    metavar="SLEUTEL WAARDE BRON",
    help="Een eigen prijs, met bron; mag vaker.",
)
@uitvoer_optie("BESTAND.json", "Schrijf de nieuwe offerte.")
@overschrijf_optie
def herprijs(invoer: str, peildatum: str, uitvoer: Path | None, *, overschrijf: bool, **prijzen: Any) -> None:  # noqa: ANN401 (the fields of _Prijzen)
    """Reken een offerte door met de prijzen van een andere dag.

    Uren en keuzes blijven gelijk. Een prijs die niet bekend is, is een fout; met --eigen geeft u haar zelf.
    """
    gekozen = _Prijzen(**prijzen)
    herprijsd = bereken(
        lees_opbouw(invoer),
        peildatum,
        inschaling={b: Inschaling(cao=gekozen.cao, schaal=s, periodiek=p) for b, s, p in gekozen.plekken},
        leeftijd=gekozen.leeftijd,
        eigen={sleutel: (waarde, bron) for sleutel, waarde, bron in gekozen.eigen},
    )
    click.echo(str(herprijsd))
    if uitvoer is not None:
        schrijf_tekst(uitvoer, naar_json(herprijsd.nieuw), overschrijf=overschrijf)
        click.echo(f"{uitvoer} staat klaar.", err=True)
