"""The options that return: each is written the same way in every command."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES

Opdracht = TypeVar("Opdracht", bound=Callable[..., Any])

PAD: Final = click.Path(path_type=Path)


class Datum(click.ParamType):  # type: ignore[type-arg] # older versions take no type
    """A day, written as in every file."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:  # noqa: ANN401
        """Read jjjj-mm-dd."""
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is geen datum als jjjj-mm-dd.", param, ctx)


zorgzwaartes_optie = click.option(
    "--zorgzwaarte",
    "zwaartes",
    type=click.Choice(ZORGZWAARTES),
    multiple=True,
    help="Alleen deze zorgzwaarte; mag vaker.",
)
overschrijf_optie = click.option("--overschrijf", is_flag=True, help="Vervang een bestaand bestand.")

strikt_optie = click.option("--strikt", is_flag=True, help="Eindig met code 1 bij een fout of waarschuwing.")


def json_optie(wat: str = "JSON in plaats van tekst") -> Callable[[Opdracht], Opdracht]:
    """Return the option `--json`, passed as `als_json`."""
    return click.option("--json", "als_json", is_flag=True, help=f"Schrijf {wat}.")


def dag_optie(hulp: str, naam: str = "--peildatum", **rest: Any) -> Callable[[Opdracht], Opdracht]:  # noqa: ANN401 (options of click)
    """Return an option for a day; a text, unless its type is `Datum`."""
    return click.option(naam, metavar="JJJJ-MM-DD", help=hulp, **rest)


def lijst_optie(naam: str, doel: str, metavar: str, hulp: str) -> Callable[[Opdracht], Opdracht]:
    """Return an option that may be given more than once, each time with as many words as its metavar."""
    return click.option(naam, doel, nargs=len(metavar.split()), multiple=True, metavar=metavar, help=hulp)


def _gebruik(context: click.Context, _: click.Parameter, bestanden: tuple[Path, ...]) -> None:
    """Use own figures until the command has ended; those of a later file go first."""
    if not bestanden:
        return
    from gezinshuis_tarief.werkboek.cijferblad import cijfers_uit  # noqa: PLC0415 (loaded only when used)

    for bestand in bestanden:
        context.with_resource(cijfers_uit(bestand))


cijfers_optie = click.option(
    "--cijfers",
    "cijferbestanden",
    type=PAD,
    multiple=True,
    metavar="BESTAND",
    envvar="GEZINSHUIS_TARIEF_CIJFERS",
    expose_value=False,
    callback=_gebruik,
    help="Eigen cijfers (.csv of .xlsx), in plaats van die van het programma; mag vaker.",
)


def uitvoer_optie(metavar: str, hulp: str, *, verplicht: bool = False) -> Callable[[Opdracht], Opdracht]:
    """Return the option for the file to write."""
    return click.option("-o", "--uitvoer", type=PAD, required=verplicht, metavar=metavar, help=hulp)


def lees_paren(teksten: Sequence[str], optie: str, zoals: str = "laag=waarde") -> dict[str, str]:
    """Read words as PRODUCT=WAARDE; every product once."""
    paren: dict[str, str] = {}
    for tekst in teksten:
        naam, teken, waarde = tekst.partition("=")
        if not (naam and teken and waarde):
            raise weigering(optie, "is niet te lezen", gevonden=tekst, remedie=f"Schrijf --{optie} {zoals}.")
        if naam in paren:
            raise weigering(optie, "staat er twee keer", gevonden=naam, remedie="Laat een van beide weg.")
        paren[naam] = waarde
    return paren
