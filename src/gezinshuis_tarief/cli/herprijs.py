"""`gezinshuis-tarief herprijs`: the same quote at the prices of another day."""

from __future__ import annotations

from pathlib import Path

import click

from gezinshuis_tarief.cli.groep import BestandFout
from gezinshuis_tarief.cli.invoer import lees_opbouw
from gezinshuis_tarief.indexatie.herprijzing import Inschaling
from gezinshuis_tarief.indexatie.herprijzing import herprijs as bereken
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.model.opbouw_json import naar_json


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="OFFERTE")
@click.option("--peildatum", required=True, metavar="JJJJ-MM-DD", help="De dag waarvan de prijzen gelden.")
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
@click.option(
    "-o",
    "--uitvoer",
    metavar="BESTAND.json",
    type=click.Path(path_type=Path),
    help="Schrijf de nieuwe offerte.",
)
@click.option("--overschrijf", is_flag=True, help="Vervang een bestaand bestand.")
def herprijs(  # noqa: PLR0913, PLR0917 (one argument per option)
    invoer: str,
    peildatum: str,
    plekken: tuple[tuple[str, str, str], ...],
    cao: str,
    leeftijd: int | None,
    eigen: tuple[tuple[str, str, str], ...],
    uitvoer: Path | None,
    *,
    overschrijf: bool,
) -> None:
    """Reken een offerte door met de prijzen van een andere dag.

    Uren en keuzes blijven gelijk. Een prijs die niet bekend is, is een fout; met --eigen geeft u haar zelf.
    """
    herprijsd = bereken(
        lees_opbouw(invoer),
        peildatum,
        inschaling={b: Inschaling(cao=cao, schaal=s, periodiek=p) for b, s, p in plekken},
        leeftijd=leeftijd,
        eigen={sleutel: (waarde, bron) for sleutel, waarde, bron in eigen},
    )
    click.echo(str(herprijsd))
    if uitvoer is not None:
        try:
            with schrijf_veilig(uitvoer, overschrijf=overschrijf) as terzijde:
                terzijde.write_text(naar_json(herprijsd.nieuw), encoding="utf-8")
        except OSError as fout:
            raise BestandFout(uitvoer, fout) from None
        click.echo(f"{uitvoer} staat klaar.", err=True)
