"""`gezinshuis-tarief voorbeeld|nieuw|schema`: the example, a starting input, and the shape of one."""

from __future__ import annotations

from pathlib import Path

import click

from gezinshuis_tarief.cli.opties import json_optie, overschrijf_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import (
    NAAR_UITVOER,
    eis_naam_op_json,
    lever,
    schrijf_tekst,
    schrijft,
    toon_json,
)
from gezinshuis_tarief.kern.jsontekst import schrijf_json
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouw_json import naar_json
from gezinshuis_tarief.voorbeelden import NAAM, voorbeeld_2026
from gezinshuis_tarief.voorbeelden.begin import begin
from gezinshuis_tarief.weergave import als_tekst, tabel

_VERDER = """\
Verder:
  gezinshuis-tarief nieuw -o mijn.json                begin een eigen berekening
  gezinshuis-tarief bereken mijn.json                 bereken het tarief
  gezinshuis-tarief uitleg mijn.json                  zie elke stap met bron
  gezinshuis-tarief exporteer mijn.json -o mijn.xlsx  reken verder in Excel
  gezinshuis-tarief controleer mijn.json              kijk de offerte na
  gezinshuis-tarief --help                            alle opdrachten"""


@click.command(options_metavar="[OPTIES]")
@json_optie("de ingevulde invoer als JSON")
@uitvoer_optie("BESTAND.json", "Schrijf de ingevulde invoer; - is standaarduitvoer.")
@overschrijf_optie
def voorbeeld(uitvoer: Path | None, *, als_json: bool, overschrijf: bool) -> None:
    """Bereken het ingebouwde voorbeeld van 2026.

    Ook ziet u wat er een aanname in is. Met -o begint u vanuit een ingevulde invoer.
    """
    opbouw = voorbeeld_2026()
    if uitvoer is not None:
        eis_naam_op_json(uitvoer)
        lever(uitvoer, naar_json(opbouw), overschrijf=overschrijf)
    if als_json and uitvoer != NAAR_UITVOER:
        click.echo(naar_json(opbouw), nl=False)
    elif uitvoer is None:
        _toon(opbouw)


def _toon(opbouw: Opbouw) -> None:
    """Print the tariffs, what is assumed, and how to go on."""
    aannames = opbouw.uitleg().aannames
    click.secho(NAAM[0].upper() + NAAM[1:], bold=True)
    uitkomst = opbouw.bereken()
    click.echo(str(uitkomst))
    click.secho(
        f"{len(aannames)} waarden zijn een aanname: zonder bron, in te vullen door partijen", fg="yellow"
    )
    punt = " / ".join(str(tarief.per_etmaal) for tarief in uitkomst.values())
    rijen = [[invoer.sleutel, invoer.waarde, invoer.eenheid, "aanname"] for invoer in aannames]
    click.echo(als_tekst(tabel(["sleutel", "waarde", "eenheid", "herkomst"], rijen)))
    click.echo(_VERDER)
    click.echo(f"In JSON staat een punt als decimaalteken: {punt}.")


@click.command(options_metavar="[OPTIES]")
@uitvoer_optie("BESTAND", "Schrijf naar dit bestand; - is standaarduitvoer.")
@overschrijf_optie
def nieuw(uitvoer: Path | None, *, overschrijf: bool) -> None:
    """Schrijf een begin om zelf in te vullen.

    Bekende cijfers staan erin met hun bron.

    Bij elke sleutel staat onder "onderbouwing" wat ermee bedoeld is en wat mag. Op .xlsx is het een werkboek, voor wie
    alleen Excel heeft; ingevuld is het een bod: onderhandel bod --opbouw BESTAND.xlsx.
    """
    if uitvoer is None or uitvoer == NAAR_UITVOER:
        toon_json(begin())
        return
    if uitvoer.suffix.casefold() == ".xlsx":
        from gezinshuis_tarief.werkboek.schrijven import schrijf  # noqa: PLC0415 (loaded only when used)
        from gezinshuis_tarief.werkboek.sjablonen import leeg_werkboek  # noqa: PLC0415 (idem)

        with schrijft(uitvoer):
            schrijf(leeg_werkboek(), uitvoer, overschrijf=overschrijf)
        click.echo(f"{uitvoer} staat klaar. Vul elke cel met nog invullen in; daarna rekent het werkboek.")
        return
    schrijf_tekst(uitvoer, schrijf_json(begin()), overschrijf=overschrijf)
    click.echo(f"{uitvoer} staat klaar. Vul elke null in en draai: gezinshuis-tarief bereken {uitvoer}")


@click.command(options_metavar="[OPTIES]")
@click.argument("opdracht", nargs=-1, metavar="[OPDRACHT]…")
def schema(opdracht: tuple[str, ...]) -> None:
    """Schrijf het JSON-schema van de invoer, of van wat een opdracht met --json schrijft.

    Zonder OPDRACHT dat van de invoer; met OPDRACHT, zoals bereken of onderhandel stand, dat van haar uitvoer.
    """
    if not opdracht:
        toon_json(Opbouw.model_json_schema())
        return
    from gezinshuis_tarief.cli.hulp.uitvoervormen import uitvoerschema  # noqa: PLC0415 (loaded only when used)

    toon_json(uitvoerschema(" ".join(opdracht)))
