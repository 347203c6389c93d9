"""`gezinshuis-tarief exporteer`: a workbook that calculates by itself."""

from __future__ import annotations

from pathlib import Path

import click

from gezinshuis_tarief.cli.invoer import lees_opbouw
from gezinshuis_tarief.cli.opties import overschrijf_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import eis_naam_op_xlsx, schrijft
from gezinshuis_tarief.voorbeelden import voorbeeld_2026


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="[INVOER]", required=False)
@uitvoer_optie("TARIEF.xlsx", "Schrijf het werkboek naar dit bestand.", verplicht=True)
@overschrijf_optie
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
    eis_naam_op_xlsx(uitvoer)
    opbouw = lees_opbouw(invoer) if invoer else voorbeeld_2026()
    with schrijft(uitvoer):
        opbouw.naar_excel(uitvoer, overschrijf=overschrijf, ronde=ronde)
    click.echo(f"{uitvoer} staat klaar. Lees het terug met: gezinshuis-tarief lees {uitvoer}")
