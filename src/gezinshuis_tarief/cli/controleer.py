"""`gezinshuis-tarief controleer|offertes`: one quote checked before it is signed, many side by side."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import cast

import click

from gezinshuis_tarief.cli.opties import (
    PAD,
    cijfers_optie,
    dag_optie,
    json_optie,
    lees_paren,
    lijst_optie,
    overschrijf_optie,
    strikt_optie,
    uitvoer_optie,
)
from gezinshuis_tarief.cli.uitvoer import (
    NAAR_UITVOER,
    faal,
    lees_bytes,
    lees_opbouw,
    lever,
    schrijft,
    toon_json,
    waarschuw,
)
from gezinshuis_tarief.controle.aanbod.jaartabellen import jaartabellen
from gezinshuis_tarief.controle.aanbod.tariefaanbod import exploitatie
from gezinshuis_tarief.controle.banden import lees_banden
from gezinshuis_tarief.controle.controleren import controleer as toets
from gezinshuis_tarief.controle.eisen import GANGBARE_EISEN, lees_eisen
from gezinshuis_tarief.controle.offertes import Offertes, lees_offertes
from gezinshuis_tarief.controle.statistiek import MINIMUM
from gezinshuis_tarief.controle.toetsdossier import Dossierdelen
from gezinshuis_tarief.controle.uurinkomen import bij_uurinkomen, brutoloon_van
from gezinshuis_tarief.controle.vergelijkingsboek import schrijf_vergelijking
from gezinshuis_tarief.kern.argumenten import naar_dag
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Ernst, weigering
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.model.besluiten import met_besluiten
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouw_json import naar_json
from gezinshuis_tarief.weergave import geteld


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@json_optie()
@strikt_optie
@click.option("--zonder", multiple=True, metavar="CODE", help="Laat deze controle weg; mag vaker.")
@dag_optie("De dag waarvan de prijzen moeten zijn.")
@click.option("--clausule", metavar="BESTAND", help="Tekst van de indexeringsclausule bij de offerte.")
@click.option("--tegenpartij", metavar="BESTAND", help="Offerte van de andere partij.")
@click.option("--eisen", metavar="BESTAND", help="Contracteisen (JSON), of 'gangbaar' voor de gangbare.")
@click.option("--banden", metavar="BESTAND", help="Eigen banden voor wat aannemelijk is (JSON).")
@cijfers_optie
@click.option("--exploitatie", "jaar", is_flag=True, help="Toon ook wat het huis in een jaar overhoudt.")
@lijst_optie(
    "--tarief", "tarieven", "PRODUCT=EURO", "Aangeboden tarief per zorgzwaarte (laag, midden, hoog)."
)
@lijst_optie("--besluit", "besluiten", "NORM=AFSPRAAK", "Wat over een open norm is besloten; mag vaker.")
@uitvoer_optie("BESTAND.json", "Bewaar de opbouw met de besluiten; - is standaarduitvoer.")
@overschrijf_optie
@click.option(
    "--uurinkomen",
    metavar="EURO",
    help="Welk tarief vraagt dit bruto inkomen van de gezinshuisouder per betaald uur?",
)
def controleer(  # noqa: PLR0913 (the options of the command line)
    invoer: str,
    zonder: tuple[str, ...],
    *,
    als_json: bool,
    strikt: bool,
    jaar: bool,
    tarieven: Sequence[str],
    besluiten: Sequence[str],
    uitvoer: Path | None,
    overschrijf: bool,
    uurinkomen: str | None,
    **erbij: str | None,
) -> None:
    """Controleer een offerte voordat u tekent.

    Is zij volledig, telt er niets dubbel, is zij aannemelijk en kan het huis ervan leven?

    INVOER is een opbouw in JSON, of een werkboek; - leest standaardinvoer.

    Met --tarief ziet u of het huis van een aangeboden tarief kan leven: tekort of overschot, wat niet is gedekt en wat
    zou helpen.
    """
    opbouw = met_besluiten(lees_opbouw(invoer), lees_paren(besluiten, "besluit", 'weken="52 weken"'))
    if uitvoer is not None:
        lever(uitvoer, naar_json(opbouw), overschrijf=overschrijf)
    aangeboden = lees_paren(tarieven, "tarief")
    aanbod = exploitatie(opbouw, cast("dict[Zorgzwaarte, object]", aangeboden) or None)
    dossier = _dossier(**erbij)
    if aangeboden:
        dossier["tarieven"] = {z: dag.tarief for z, dag in aanbod.jaar.dagen.items()}
    rapport = toets(opbouw, zonder=zonder, **dossier)
    gevraagd = bij_uurinkomen(opbouw, uurinkomen) if uurinkomen is not None else None
    if uitvoer == NAAR_UITVOER:
        pass
    elif als_json:
        erbij_uur = {"bij_uurinkomen": _uur_als_json(uurinkomen, gevraagd)} if gevraagd else {}
        bevindingen = [bevinding.als_json() for bevinding in rapport]
        toon_json({"bevindingen": bevindingen, "exploitatie": aanbod.als_json() | erbij_uur})
    else:
        delen = [str(aanbod)] if aangeboden else []
        delen += [_uur(uurinkomen, gevraagd)] if gevraagd else []
        click.echo("\n\n".join([*delen, str(rapport)]))
    if jaar:
        click.echo(f"\n{jaartabellen(aanbod)}", err=als_json or uitvoer == NAAR_UITVOER)
    if strikt and (rapport.van(Ernst.FOUT) or rapport.van(Ernst.WAARSCHUWING)):
        faal()


def _uur(per_uur: str | None, gevraagd: Opbouw) -> str:
    """Say which tariffs an income per hour asks for."""
    tarieven = ", ".join(f"{z} € {nederlands(t.per_etmaal, 2)}" for z, t in gevraagd.bereken().items())
    maand = nederlands(brutoloon_van(gevraagd).bruto_maandsalaris, 2)
    bedrag = nederlands(Decimal(str(per_uur)), 2)
    return (
        f"Een inkomen van € {bedrag} bruto per betaald uur, met toeslagen, is een maandsalaris van € {maand} en "
        f"vraagt per etmaal: {tarieven}."
    )


def _uur_als_json(per_uur: str | None, gevraagd: Opbouw) -> dict[str, object]:
    return {
        "bruto_per_uur": per_uur,
        "bruto_maandsalaris": f"{brutoloon_van(gevraagd).bruto_maandsalaris:f}",
        "tarief": {z: f"{tarief.per_etmaal:f}" for z, tarief in gevraagd.bereken().items()},
    }


def _dossier(
    *,
    peildatum: str | None,
    clausule: str | None,
    tegenpartij: str | None,
    eisen: str | None,
    banden: str | None,
) -> Dossierdelen:
    """Read what goes with the quote."""
    dossier: Dossierdelen = {}
    if peildatum:
        dossier["peildatum"] = naar_dag(peildatum)
    if clausule:
        dossier["indexeringsclausule"] = _tekst(clausule)
    if tegenpartij:
        dossier["tegenpartij"] = lees_opbouw(tegenpartij)
    if eisen:
        dossier["contracteisen"] = GANGBARE_EISEN if eisen == "gangbaar" else lees_eisen(lees_bytes(eisen))
    if banden:
        dossier["banden"] = lees_banden(lees_bytes(banden))
    return dossier


def _tekst(bestand: str) -> str:
    try:
        return lees_bytes(bestand).decode()
    except UnicodeDecodeError:
        remedie = "Bewaar de clausule als platte tekst in UTF-8."
        raise weigering("clausule", "is geen tekst", gevonden=str(Path(bestand)), remedie=remedie) from None


@click.command(options_metavar="[OPTIES]")
@click.argument("map_", metavar="MAP", type=PAD)
@uitvoer_optie("BESTAND.xlsx", "Het werkboek.", verplicht=True)
@click.option(
    "--minimum",
    metavar="AANTAL",
    type=click.IntRange(1),
    default=MINIMUM,
    show_default=True,
    help="Minder aanbieders: achterhouden.",
)
@click.option("--deelbaar", is_flag=True, help="Noem geen aanbieders in het werkboek.")
@overschrijf_optie
@json_optie("wat er is gelezen als JSON")
def offertes(  # noqa: PLR0913 (the options of the command line)
    map_: Path, uitvoer: Path, minimum: int, *, deelbaar: bool, overschrijf: bool, als_json: bool
) -> None:
    """Vergelijk alle offertes in MAP en de mappen daaronder.

    Elke map is een aanbieder, een los bestand ook.
    """
    gelezen = lees_offertes(map_, voortgang=_balk)
    with schrijft(uitvoer):
        schrijf_vergelijking(gelezen, uitvoer, minimum=minimum, deelbaar=deelbaar, overschrijf=overschrijf)
    waarschuw([f"niet gelezen: {bestand.bestand}: {bestand.reden}" for bestand in gelezen.niet_gelezen])
    waarschuw([f"{offerte.bestand}: {tekst}" for offerte in gelezen.gelezen for tekst in offerte.opmerkingen])
    if als_json:
        toon_json(
            {
                "bestand": str(uitvoer),
                "gelezen": [{"bestand": o.bestand, "aanbieder": o.aanbieder} for o in gelezen.gelezen],
                "niet_gelezen": [asdict(bestand) for bestand in gelezen.niet_gelezen],
            }
        )
    else:
        click.echo(_telling(gelezen, uitvoer))
    if len(gelezen.aanbieders) < minimum:
        waarschuw([f"minder dan {minimum} aanbieders: alle bedragen zijn achtergehouden."])


def _telling(gelezen: Offertes, uitvoer: Path) -> str:
    aantal = geteld(len(gelezen.gelezen), "offerte", "offertes")
    aanbieders = geteld(len(gelezen.aanbieders), "aanbieder", "aanbieders")
    gemist = geteld(len(gelezen.niet_gelezen), "bestand", "bestanden")
    return f"{uitvoer} staat klaar: {aantal} van {aanbieders}, {gemist} niet gelezen."


def _balk(bestanden: Sequence[Path]) -> Iterator[Path]:
    """Show progress beside the output."""
    with click.progressbar(bestanden, label="Offertes lezen", file=sys.stderr) as balk:
        yield from balk
