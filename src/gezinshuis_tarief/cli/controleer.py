"""`gezinshuis-tarief controleer`: the questions a court or an inspector would ask, asked first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gezinshuis_tarief.cli.groep import lees_bytes
from gezinshuis_tarief.controle.bevinding import Ernst
from gezinshuis_tarief.controle.controleren import controleer as toets
from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.json_invoer import van_json
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.opbouw import Opbouw
from gezinshuis_tarief.referentie.dagen import naar_dag
from gezinshuis_tarief.weergave import als_tekst, tabel


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="OFFERTE.json")
@click.option("--json", "als_json", is_flag=True, help="Schrijf JSON in plaats van tekst.")
@click.option("--strikt", is_flag=True, help="Foutcode 1 bij een fout of waarschuwing.")
@click.option("--zonder", multiple=True, metavar="CODE", help="Laat deze controle weg; mag vaker.")
@click.option("--peildatum", metavar="JJJJ-MM-DD", help="De dag waarvan de prijzen moeten zijn.")
@click.option("--clausule", metavar="BESTAND", help="Tekst van de indexeringsclausule bij de offerte.")
@click.option("--tegenpartij", metavar="BESTAND", help="Offerte van de andere partij.")
@click.option("--exploitatie", is_flag=True, help="Toon ook wat het huis in een jaar overhoudt.")
def controleer(  # noqa: PLR0913 (one argument per option)
    invoer: str,
    zonder: tuple[str, ...],
    peildatum: str | None,
    clausule: str | None,
    tegenpartij: str | None,
    *,
    als_json: bool,
    strikt: bool,
    exploitatie: bool,
) -> None:
    """Controleer een offerte: volledig, niets dubbel, aannemelijk, genoeg om van te leven.

    OFFERTE.json is een opbouw; - leest standaardinvoer.
    """
    opbouw = _lees(invoer)
    dossier: dict[str, Any] = {}
    if peildatum:
        dossier["peildatum"] = naar_dag(peildatum)
    if clausule:
        dossier["indexeringsclausule"] = _tekst(clausule)
    if tegenpartij:
        dossier["tegenpartij"] = _lees(tegenpartij)
    rapport = toets(opbouw, zonder=zonder, **dossier)
    click.echo(rapport.als_json() if als_json else str(rapport))
    if exploitatie:
        click.echo(f"\n{_exploitatie(opbouw)}", err=als_json)
    if strikt and (rapport.van(Ernst.FOUT) or rapport.van(Ernst.WAARSCHUWING)):
        click.get_current_context().exit(1)


def _lees(bestand: str) -> Opbouw:
    return van_json(lees_bytes(bestand))


def _tekst(bestand: str) -> str:
    try:
        return lees_bytes(bestand).decode()
    except UnicodeDecodeError:
        remedie = "Bewaar de clausule als platte tekst in UTF-8."
        raise InvoerFout((Bezwaar("clausule", str(Path(bestand)), "is geen tekst", "", remedie),)) from None


def _exploitatie(opbouw: Opbouw) -> str:
    """Show the year in whole children."""
    jaar = Exploitatie.van(opbouw.bereken())
    rijen = [
        [str(k), *(nederlands(jaar.maandresultaat(k) * maanden, 0) for maanden in (1, 2, 3, 6, 12))]
        for k in range(len(jaar.plaatsen), -1, -1)
    ]
    quitte, kinderen = jaar.break_even(), jaar.kinderen_nodig()
    bij = "bij geen enkele bezetting" if quitte is None else f"bij {nederlands(quitte * 100, 1)}% bezetting"
    nodig = (
        "geen enkel aantal kinderen is genoeg"
        if kinderen is None
        else f"{kinderen} van de {len(jaar.plaatsen)}"
    )
    duurste = jaar.volgorde()[-1]
    return "\n".join(
        [
            als_tekst(
                "Wat het huis overhoudt, in euro, naar bezette plaatsen en maanden",
                tabel(["bezet", "1 maand", "2 maanden", "3 maanden", "6 maanden", "12 maanden"], rijen),
            ),
            f"Quitte {bij}. In hele kinderen, een heel jaar lang: {nodig}.",
            f"Een lege plaats ({duurste}) kost € {nederlands(jaar.lege_plaats_per_maand(duurste), 2)} per maand.",
        ]
    )
