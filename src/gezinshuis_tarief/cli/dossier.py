"""What the commands of a negotiation share: its file, who acts, and when."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from gezinshuis_tarief.cli.groep import BestandFout, lees_bytes, weiger
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.onderhandeling.bestand import bewaar_onderhandeling, lees_onderhandeling
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding


class Datum(click.ParamType):  # type: ignore[type-arg] # older versions take no type
    """A day, written as in every file."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:  # noqa: ANN401
        """Read jjjj-mm-dd."""
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is geen datum als jjjj-mm-dd.", param, ctx)


dossier_argument = click.argument("dossier", type=click.Path(path_type=Path), metavar="DOSSIER.json")
json_optie = click.option("--json", "als_json", is_flag=True, help="Schrijf de stand als JSON.")
uitkomst_als_json = click.option("--json", "als_json", is_flag=True, help="Schrijf JSON in plaats van tekst.")
indiener_optie = click.option(
    "--indiener", metavar="NAAM", required=True, help="Wie het namens de partij doet."
)
partij_optie = click.option(
    "--partij", metavar="PARTIJ", required=True, help="De partij, zoals bij nieuw genoemd."
)
datum_optie = click.option("--datum", type=Datum(), metavar="JJJJ-MM-DD", help="De dag; anders vandaag.")
uitvoer_optie = click.option(
    "-o", "--uitvoer", required=True, type=click.Path(path_type=Path), metavar="BESTAND", help="Het bestand."
)


def op_dag(datum: dt.date | None) -> dt.date:
    """Return the day that was given, or today."""
    return datum or dt.datetime.now().astimezone().date()


def lees_dossier(pad: Path) -> Onderhandeling:
    """Read the negotiation in a file."""
    return lees_onderhandeling(lees_bytes(str(pad)))


def schrijf_nieuw(pad: Path, inhoud: bytes) -> None:
    """Write a file that is not there yet."""
    try:
        with schrijf_veilig(pad) as terzijde:
            terzijde.write_bytes(inhoud)
    except FileExistsError:
        weiger(f"{pad}: bestaat al en wordt niet overschreven. Kies een andere naam.")
    except OSError as fout:
        raise BestandFout(pad, fout) from None


def bewaar(
    zaak: Onderhandeling, dossier: Path, *, als_json: bool, bevindingen: Iterable[Werkboekbevinding] = ()
) -> None:
    """Write the file and show where the parties stand now."""
    try:
        bewaar_onderhandeling(zaak, dossier)
    except OSError as fout:
        raise BestandFout(dossier, fout) from None
    toon_stand(zaak, als_json=als_json, bevindingen=bevindingen)


def toon_stand(
    zaak: Onderhandeling, *, als_json: bool, bevindingen: Iterable[Werkboekbevinding] = ()
) -> None:
    """Print where the parties stand; as JSON together with what stood out in a workbook."""
    if als_json:
        inhoud = {"naam": zaak.naam, "ronde": zaak.ronde, **zaak.stand.als_json()}
        if lijst := [bevinding.als_json() for bevinding in bevindingen]:
            inhoud["bevindingen"] = lijst
        click.echo(json.dumps(inhoud, ensure_ascii=False, indent=1))
    else:
        click.echo(str(zaak))
