"""`gezinshuis-tarief kolommen`: a file of houses or scenarios, computed in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gezinshuis_tarief.cli.opties import PAD, json_optie
from gezinshuis_tarief.cli.uitvoer import VERVANG, lees_bytes, toon_json
from gezinshuis_tarief.kern.bestanden import BestandFout
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import uit_extra
from gezinshuis_tarief.model.opbouw_json import van_json
from gezinshuis_tarief.weergave import geteld

if TYPE_CHECKING:
    from gezinshuis_tarief.kolommen.bestand import Bestandsverslag, Voortgang


@click.command(options_metavar="[OPTIES]")
@click.argument("bron", metavar="IN.parquet", type=PAD)
@click.option(
    "-o",
    "--uit",
    "doel",
    metavar="UIT.parquet",
    type=PAD,
    help="Bestand voor de uitkomsten; anders IN-tarieven.parquet.",
)
@click.option("--basis", metavar="OPBOUW.json", help="Opbouw met de waarden die geen kolom zijn.")
@click.option(
    "--markeer", metavar="FOUTEN.csv", type=PAD, help="Sla foute rijen over en schrijf de bezwaren hierheen."
)
@click.option("--overschrijf", is_flag=True, help="Vervang bestaande bestanden.")
@json_optie("hoeveel rijen er zijn berekend en overgeslagen als JSON")
def kolommen(  # noqa: PLR0913 (its options)
    bron: Path,
    doel: Path | None,
    basis: str | None,
    markeer: Path | None,
    *,
    overschrijf: bool,
    als_json: bool,
) -> None:
    """Bereken een bestand met een rij per huis of scenario.

    De kolommen heten als de sleutels, zoals leegstand.bezettingsgraad; kolommen zonder punt gaan
    ongewijzigd mee. Ook .csv kan. Het geheugen blijft begrensd, hoe lang het bestand ook is.
    """
    with uit_extra():
        from gezinshuis_tarief.kolommen.bestand import reken_bestand  # noqa: PLC0415 (an extra)
    doel = doel or bron.with_stem(f"{bron.stem}-tarieven")
    opbouw = van_json(lees_bytes(basis)) if basis else None
    try:
        with _balk() as voortgang:
            verslag = reken_bestand(
                bron, doel, basis=opbouw, markeer=markeer, overschrijf=overschrijf, voortgang=voortgang
            )
    except OSError as fout:
        wie = Path(str(fout.filename or fout.args[0]))
        raise BestandFout(wie if wie in {bron, markeer} else doel, fout, vervang=VERVANG) from None
    if als_json:
        fouten = str(markeer) if markeer is not None and verslag.afgekeurd else None
        toon_json({"bestand": str(doel), **asdict(verslag), "fouten": fouten})
    else:
        click.echo(_slot(verslag, doel, markeer), err=True)


@contextmanager
def _balk() -> Iterator[Voortgang]:
    """Show how far it is, on a terminal only."""
    from rich.console import Console  # noqa: PLC0415 (only for this command)
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    kolommen = (TextColumn("Berekend: {task.fields[rijen]} rijen"), BarColumn(), TaskProgressColumn())
    with Progress(*kolommen, TimeRemainingColumn(), console=console, disable=not console.is_terminal) as balk:
        taak = balk.add_task("", total=1.0, rijen="0")
        yield lambda rijen, deel: balk.update(taak, completed=deel, rijen=_geheel(rijen))


def _slot(verslag: Bestandsverslag, doel: Path, markeer: Path | None) -> str:
    tekst = f"{geteld(verslag.berekend, 'rij', 'rijen')} berekend, zie {doel}."
    if not verslag.afgekeurd:
        return tekst
    rijen = geteld(verslag.afgekeurd, "rij", "rijen")
    bezwaren = geteld(verslag.bezwaren, "bezwaar", "bezwaren")
    return f"{tekst}\n{rijen} overgeslagen met {bezwaren}, zie {markeer}."


def _geheel(getal: int) -> str:
    return nederlands(Decimal(getal))
