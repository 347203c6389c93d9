"""`gezinshuis-tarief exporteer`: a workbook that calculates by itself."""

from __future__ import annotations

from pathlib import Path

import click

from gezinshuis_tarief.cli.groep import BestandFout
from gezinshuis_tarief.cli.invoer import lees_opbouw
from gezinshuis_tarief.voorbeelden import voorbeeld_2026


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="[INVOER]", required=False)
@click.option(
    "-o",
    "--uitvoer",
    type=click.Path(path_type=Path),
    required=True,
    metavar="TARIEF.xlsx",
    help="Schrijf het werkboek naar dit bestand.",
)
@click.option("--overschrijf", is_flag=True, help="Vervang een bestaand bestand.")
@click.option(
    "--ronde",
    type=click.IntRange(1, 99),
    default=1,
    show_default=True,
    metavar="NUMMER",
    help="Ronde van de onderhandeling.",
)
def exporteer(invoer: str | None, uitvoer: Path, ronde: int, *, overschrijf: bool) -> None:
    """Schrijf een werkboek dat zelf rekent.

    Het werkt in Excel en in LibreOffice.

    INVOER is een opbouw in JSON, of een werkboek. Zonder INVOER komt het voorbeeld erin; - leest standaardinvoer.
    """
    if uitvoer.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"{uitvoer} eindigt niet op .xlsx.", param_hint="-o")
    opbouw = lees_opbouw(invoer) if invoer else voorbeeld_2026()
    try:
        opbouw.naar_excel(uitvoer, overschrijf=overschrijf, ronde=ronde)
    except OSError as fout:
        raise BestandFout(uitvoer, fout) from None
    click.echo(f"{uitvoer} staat klaar. Lees het terug met: gezinshuis-tarief lees {uitvoer}")
