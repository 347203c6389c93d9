"""`gezinshuis-tarief exporteer|lees`: a workbook that calculates by itself, and what stands out when it is back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from gezinshuis_tarief.cli.opties import PAD, json_optie, overschrijf_optie, strikt_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import (
    GEWEIGERD,
    NAAR_UITVOER,
    VERVANG,
    eis_naam_op_json,
    eis_naam_op_xlsx,
    faal,
    lees_opbouw,
    lever,
    schrijft,
    toon_bestand,
    toon_json,
    weiger,
)
from gezinshuis_tarief.kern.bestanden import BestandFout
from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.kern.sleutels import excelnaam
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouw_json import naar_json
from gezinshuis_tarief.voorbeelden import voorbeeld_2026
from gezinshuis_tarief.weergave import geteld
from gezinshuis_tarief.werkboek.beschrijving.nieuw_onderdeel import leeg_onderdelenblad
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding, WerkboekFout
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen, lees_excel
from gezinshuis_tarief.werkboek.lezen.voorstellen.voorstel import Voorstel
from gezinshuis_tarief.werkboek.schrijven import naar_excel
from gezinshuis_tarief.werkboek.terug.leestekst import meegekomentekst, oorzaaktekst, wijzigingentekst
from gezinshuis_tarief.werkboek.terug.oorzaken import oorzaken
from gezinshuis_tarief.werkboek.xlsx.andermans.opendocument import ODS, schrijf_ods
from gezinshuis_tarief.werkboek.xlsx.blad import Blad


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
@click.option(
    "--eigen-onderdelen", is_flag=True, help="Voeg een blad toe om kostenposten met een formule te schrijven."
)
@json_optie()
def exporteer(  # noqa: PLR0913 (the options of the command line)
    invoer: str | None,
    uitvoer: Path,
    ronde: int,
    *,
    overschrijf: bool,
    eigen_onderdelen: bool,
    als_json: bool,
) -> None:
    """Schrijf een werkboek dat zelf rekent.

    Het werkt in Excel en in LibreOffice. Eindigt de naam op .ods, dan wordt het OpenDocument; daarvoor is
    LibreOffice nodig.

    INVOER is een opbouw in JSON, of een werkboek. Zonder INVOER komt het voorbeeld erin; - leest standaardinvoer.
    """
    naar_ods = uitvoer.suffix.lower() == ODS
    if not naar_ods:
        eis_naam_op_xlsx(uitvoer)
    opbouw = lees_opbouw(invoer) if invoer else voorbeeld_2026()
    with schrijft(uitvoer):
        erachter = (leeg_onderdelenblad(),) if eigen_onderdelen else ()
        if naar_ods:
            _schrijf_als_ods(opbouw, uitvoer, ronde, erachter, overschrijf=overschrijf)
        else:
            naar_excel(opbouw, uitvoer, overschrijf=overschrijf, ronde=ronde, erachter=erachter)
    toon_bestand(uitvoer, f"Lees het terug met: gezinshuis-tarief lees {uitvoer}", als_json=als_json)


def _schrijf_als_ods(
    opbouw: Opbouw, uitvoer: Path, ronde: int, erachter: Sequence[Blad], *, overschrijf: bool
) -> None:
    """Write the workbook aside and let LibreOffice make OpenDocument of it."""
    with TemporaryDirectory() as map_:
        xlsx = Path(map_) / f"{uitvoer.stem}.xlsx"
        naar_excel(opbouw, xlsx, ronde=ronde, erachter=erachter)
        schrijf_ods(xlsx, uitvoer, overschrijf=overschrijf)


_KLEUREN = {Ernst.FOUT: "red", Ernst.WAARSCHUWING: "yellow", Ernst.OPMERKING: "cyan"}


@click.command(options_metavar="[OPTIES]")
@click.argument("werkboek", type=PAD, metavar="TARIEF.xlsx")
@json_optie("de opbouw, de wijzigingen, de voorstellen en de bevindingen als JSON")
@strikt_optie
@uitvoer_optie("TARIEF.json", "Schrijf de gelezen invoer; - is standaarduitvoer.")
@click.option(
    "--opmerkingen",
    type=PAD,
    metavar="TERUG.xlsx",
    help="Schrijf hetzelfde werkboek nog eens, met de bevindingen bij de cellen en op een eigen blad.",
)
@click.option(
    "--met-ingevoegd", is_flag=True, help="Laat ingevoegde rijen met een bedrag meetellen als eigen posten."
)
@click.option(
    "--voorstellen",
    type=PAD,
    metavar="MAP",
    help="Schrijf per gewijzigde formule een berekening waarin zij is overgenomen.",
)
@overschrijf_optie
def lees(  # noqa: PLR0913 (the options of the command line)
    werkboek: Path,
    uitvoer: Path | None,
    opmerkingen: Path | None,
    voorstellen: Path | None,
    *,
    als_json: bool,
    strikt: bool,
    met_ingevoegd: bool,
    overschrijf: bool,
) -> None:
    """Lees een werkboek terug: wat er veranderde, en wat eraan opvalt.

    Eerst staat wat er sinds de verzending veranderde, met per wijziging de euro's per etmaal; samen zijn die precies het
    verschil. Daarna wat er verder in het bestand staat, de uitkomst, en de bevindingen bijeen per oorzaak. Alle
    formules en uitkomsten worden nagerekend. TARIEF.xlsx zelf verandert nooit. Een .ods leest het met LibreOffice.
    """
    if uitvoer is not None:
        eis_naam_op_json(uitvoer)
    if als_json and uitvoer == NAAR_UITVOER:
        raise click.UsageError("Op standaarduitvoer kan één ding: kies --json of -o -.")
    gelezen = _lees(werkboek)
    if met_ingevoegd and isinstance(gelezen, Gelezen):
        gelezen = gelezen.met_ingevoegd()
    if opmerkingen is not None:
        _schrijf_antwoord(gelezen, werkboek, opmerkingen, overschrijf=overschrijf)
    opbouw, gevonden = (gelezen.opbouw, gelezen.voorstellen) if isinstance(gelezen, Gelezen) else (None, ())
    if voorstellen is not None:
        _schrijf_voorstellen(gevonden, voorstellen, overschrijf=overschrijf)
    if opbouw is not None and uitvoer is not None:
        lever(uitvoer, naar_json(opbouw), overschrijf=overschrijf)
    if als_json:
        toon_json(_als_json(gelezen))
    else:
        _toon(gelezen, tabel=uitvoer != NAAR_UITVOER)
    if opbouw is None:
        faal(GEWEIGERD)
    if strikt and any(bevinding.ernst is not Ernst.OPMERKING for bevinding in gelezen.bevindingen):
        faal()


def _lees(werkboek: Path) -> Gelezen | WerkboekFout:
    """Read, and keep a refusal that has findings to show."""
    try:
        return lees_excel(werkboek)
    except WerkboekFout as fout:
        return fout


def _schrijf_antwoord(
    gelezen: Gelezen | WerkboekFout, werkboek: Path, pad: Path, *, overschrijf: bool
) -> None:
    """Write the annotated answer, never over the file that came."""
    from gezinshuis_tarief.werkboek.antwoord import schrijf_opmerkingen  # noqa: PLC0415 (only when asked)

    eis_naam_op_xlsx(pad, "--opmerkingen")
    if pad.exists() and pad.samefile(werkboek):
        weiger(f"{pad} is het ontvangen bestand zelf; dat wordt nooit overschreven. Kies een andere naam.")
    with schrijft(pad):
        waarom = schrijf_opmerkingen(gelezen, pad, ontvangen=werkboek, overschrijf=overschrijf)
    if waarom:
        wat = f"{werkboek} {waarom}. Het antwoord is daarom een nieuw werkboek met dezelfde waarden en opmerkingen."
        click.secho(wat, fg="yellow", err=True)
    click.echo(f"{pad} staat klaar.", err=True)


def _schrijf_voorstellen(voorstellen: Sequence[Voorstel], map_: Path, *, overschrijf: bool) -> None:
    """Write the calculation of each proposal under its key; none when one of the files exists."""
    paden = {map_ / f"{excelnaam(voorstel.sleutel)}.json": voorstel for voorstel in voorstellen}
    for pad in paden:
        if pad.exists() and not overschrijf:
            raise BestandFout(pad, FileExistsError(), vervang=VERVANG)
    if paden:
        with schrijft(map_, vervangbaar=False):
            map_.mkdir(parents=True, exist_ok=True)
    for pad, voorstel in paden.items():
        lever(pad, naar_json(voorstel.opbouw), overschrijf=overschrijf)
    if not paden:
        click.echo(f"Er zijn geen voorstellen; in {map_} is niets geschreven.", err=True)


def _als_json(gelezen: Gelezen | WerkboekFout) -> dict[str, object]:
    goed = gelezen if isinstance(gelezen, Gelezen) else None
    return {
        "opbouw": None if goed is None else goed.opbouw.model_dump(mode="json"),
        "wijzigingen": [] if goed is None else [wijziging.als_json() for wijziging in goed.wijzigingen],
        "voorstellen": [] if goed is None else [voorstel.als_json() for voorstel in goed.voorstellen],
        "meegekomen": [] if goed is None else [wat.als_json() for wat in goed.meegekomen],
        "bevindingen": [bevinding.als_json() for bevinding in gelezen.bevindingen],
    }


def _toon(gelezen: Gelezen | WerkboekFout, *, tabel: bool) -> None:
    """Show what changed, then the outcome and, beside it, the findings by cause."""
    bevindingen = gelezen.bevindingen
    if isinstance(gelezen, Gelezen) and tabel:
        veranderd = wijzigingentekst(gelezen.wijzigingen, gelezen.verzonden, gelezen.opbouw)
        for tekst in filter(None, (veranderd, meegekomentekst(gelezen.meegekomen))):
            click.echo(f"{tekst}\n")
        click.echo(str(gelezen.opbouw.bereken()))
    for oorzaak in oorzaken(bevindingen):
        click.secho(oorzaaktekst(oorzaak), fg=_KLEUREN[oorzaak.ernst], err=True)
    for voorstel in gelezen.voorstellen if isinstance(gelezen, Gelezen) else ():
        click.secho(str(voorstel), fg="green", err=True)
    if not isinstance(gelezen, Gelezen):
        click.secho("Het bestand is geweigerd: verbeter de fouten en lees het opnieuw.", fg="red", err=True)
    elif not bevindingen:
        click.echo("Geen bevindingen: formules en uitkomsten zijn nagerekend en kloppen.", err=True)
    else:
        aantal = geteld(len(bevindingen), "bevinding", "bevindingen")
        click.echo(f"{aantal}; de uitkomst hierboven is opnieuw berekend.", err=True)


def toon_bevindingen(bevindingen: Iterable[Werkboekbevinding]) -> None:
    """Show findings beside the output, each in the colour of how heavily it weighs."""
    for bevinding in bevindingen:
        click.secho(str(bevinding), fg=_KLEUREN[bevinding.ernst], err=True)
