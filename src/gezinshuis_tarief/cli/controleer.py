"""`gezinshuis-tarief controleer|offertes`: one quote checked before it is signed, many side by side."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Final

import click

from gezinshuis_tarief.cli.opties import (
    PAD,
    cijfers_optie,
    dag_optie,
    json_optie,
    overschrijf_optie,
    strikt_optie,
    uitvoer_optie,
)
from gezinshuis_tarief.cli.uitvoer import faal, lees_bytes, lees_opbouw, schrijft, toon_json, waarschuw
from gezinshuis_tarief.controle.controleren import controleer as toets
from gezinshuis_tarief.controle.eisen import GANGBARE_EISEN, lees_eisen
from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.controle.offertes import Offertes, lees_offertes
from gezinshuis_tarief.controle.statistiek import MINIMUM
from gezinshuis_tarief.controle.toetsdossier import Dossierdelen
from gezinshuis_tarief.controle.uurinkomen import uurinkomen
from gezinshuis_tarief.controle.vergelijkingsboek import geteld, schrijf_vergelijking
from gezinshuis_tarief.kern.argumenten import naar_dag
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.fouten import Ernst, InvoerFout, weigering
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.weergave import als_tekst, tabel

_UREN_PER_FTE: Final = Decimal(1872)


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@json_optie()
@strikt_optie
@click.option("--zonder", multiple=True, metavar="CODE", help="Laat deze controle weg; mag vaker.")
@dag_optie("De dag waarvan de prijzen moeten zijn.")
@click.option("--clausule", metavar="BESTAND", help="Tekst van de indexeringsclausule bij de offerte.")
@click.option("--tegenpartij", metavar="BESTAND", help="Offerte van de andere partij.")
@click.option("--eisen", metavar="BESTAND", help="Contracteisen (JSON), of 'gangbaar' voor de gangbare.")
@cijfers_optie
@click.option("--exploitatie", is_flag=True, help="Toon ook wat het huis in een jaar overhoudt.")
def controleer(
    invoer: str,
    zonder: tuple[str, ...],
    *,
    als_json: bool,
    strikt: bool,
    exploitatie: bool,
    **erbij: str | None,
) -> None:
    """Controleer een offerte voordat u tekent.

    Is zij volledig, telt er niets dubbel, is zij aannemelijk en kan het huis ervan leven?

    INVOER is een opbouw in JSON, of een werkboek; - leest standaardinvoer.
    """
    opbouw = lees_opbouw(invoer)
    rapport = toets(opbouw, zonder=zonder, **_dossier(**erbij))
    click.echo(rapport.als_json() if als_json else str(rapport))
    if exploitatie:
        click.echo(f"\n{_exploitatie(opbouw)}", err=als_json)
    if strikt and (rapport.van(Ernst.FOUT) or rapport.van(Ernst.WAARSCHUWING)):
        faal()


def _dossier(
    *, peildatum: str | None, clausule: str | None, tegenpartij: str | None, eisen: str | None
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
    return dossier


def _tekst(bestand: str) -> str:
    try:
        return lees_bytes(bestand).decode()
    except UnicodeDecodeError:
        remedie = "Bewaar de clausule als platte tekst in UTF-8."
        raise weigering("clausule", "is geen tekst", gevonden=str(Path(bestand)), remedie=remedie) from None


def _exploitatie(opbouw: Opbouw) -> str:
    """Show the year per line and in whole children."""
    uitkomst = opbouw.bereken()
    jaar = Exploitatie.van(uitkomst)
    bezetting = getattr(opbouw.leegstand, "bezettingsgraad", Decimal(1))  # an own leegstand may have none
    per_regel = jaar.per_bouwsteen(bezetting)
    bedragen = [[r.regel, *(_heel(x) for x in (r.opbrengst, r.kosten, r.verschil))] for r in per_regel]
    som = [
        sum((getattr(r, veld) for r in per_regel), Decimal(0)) for veld in ("opbrengst", "kosten", "verschil")
    ]
    rijen = [
        [str(k), *(_heel(jaar.maandresultaat(k) * maanden) for maanden in (1, 2, 3, 6, 12))]
        for k in range(len(jaar.plaatsen), -1, -1)
    ]
    return "\n".join(
        [
            als_tekst(
                f"Een jaar bij {toon(bezetting, Eenheid.FRACTIE)} bezetting, in euro",
                tabel(
                    ["regel", "opbrengst", "kosten", "verschil"],
                    [*bedragen, ["samen", *(_heel(x) for x in som)]],
                    totaal=True,
                ),
            ),
            als_tekst(
                "Wat het huis overhoudt, in euro, naar bezette plaatsen en maanden",
                tabel(["bezet", "1 maand", "2 maanden", "3 maanden", "6 maanden", "12 maanden"], rijen),
            ),
            *_kern(jaar),
        ]
    )


def _kern(jaar: Exploitatie) -> Iterator[str]:
    """Say in a sentence each what the tables come to."""
    quitte, kinderen = jaar.break_even(), jaar.kinderen_nodig()
    bij = "bij geen enkele bezetting" if quitte is None else f"bij {nederlands(quitte * 100, 1)}% bezetting"
    genoeg = f"{kinderen} van de {len(jaar.plaatsen)}"
    nodig = "geen enkel aantal kinderen is genoeg" if kinderen is None else genoeg
    yield f"Quitte {bij}. In hele kinderen, een heel jaar lang: {nodig}."
    duurste = jaar.volgorde()[-1]
    per_maand = nederlands(jaar.lege_plaats_per_maand(duurste), 2)
    yield f"Een lege plaats ({duurste}) kost € {per_maand} per maand."
    if jaar.uitkomst.opbouw.gelieerde_zorgorganisatie:
        over = ", ".join(
            f"{z} € {nederlands(rond_op_centen(jaar.na_gelieerde(z)) + 0)}"
            for z in dict.fromkeys(jaar.plaatsen)
        )
        yield f"Na de gelieerde organisatie blijft per etmaal over: {over}."
    with suppress(InvoerFout):  # a bouwsteen 1 of one's own may have no hours
        per_uur = nederlands(uurinkomen(jaar.uitkomst, _UREN_PER_FTE), 2)
        yield f"Bouwsteen 1 is € {per_uur} loonkosten per betaald uur (1.872 uur per fte, cao Jeugdzorg)."


def _heel(bedrag: Decimal) -> str:
    """Write whole euros; a loss of less than half a euro is zero, not minus zero."""
    return nederlands(bedrag.quantize(Decimal(1), ROUND_HALF_UP) + 0)


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
