"""`gezinshuis-tarief herprijs|indexeer`: a quote at the prices of another day, and next year's tariffs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from gezinshuis_tarief.cli.opties import (
    PAD,
    Opdracht,
    cijfers_optie,
    dag_optie,
    json_optie,
    lees_paren,
    lijst_optie,
    overschrijf_optie,
    uitvoer_optie,
)
from gezinshuis_tarief.cli.uitvoer import NAAR_UITVOER, lees_opbouw, lever, schrijft, toon_json, waarschuw
from gezinshuis_tarief.indexatie.afspraak import Indexafspraak
from gezinshuis_tarief.indexatie.blad import schrijf_indexatie
from gezinshuis_tarief.indexatie.cijfers import EigenCijfer
from gezinshuis_tarief.indexatie.clausule import indexeringsclausule
from gezinshuis_tarief.indexatie.herprijzing import Herprijzing, herprijs as bereken_prijzen
from gezinshuis_tarief.indexatie.ijw import ijw_regels, schrijf_ijw
from gezinshuis_tarief.indexatie.indexeren import Indexatie, indexeer as bereken_index
from gezinshuis_tarief.indexatie.inschaling import Inschaling
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.model.opbouw_json import naar_json
from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="INVOER")
@dag_optie("De dag waarvan de prijzen gelden.", required=True)
@lijst_optie(
    "--inschaling", "plekken", "BOUWSTEEN SCHAAL PERIODIEK", "Waar een loon staat in de cao; mag vaker."
)
@click.option("--cao", default="jeugdzorg", show_default=True, metavar="CAO", help="Of: gehandicaptenzorg.")
@click.option(
    "--leeftijd", type=int, metavar="JAREN", help="Pleegvergoeding van deze leeftijd als verzorgingskosten."
)
@lijst_optie("--eigen", "eigen", "SLEUTEL WAARDE BRON", "Een eigen prijs of cijfer, met bron; mag vaker.")
@cijfers_optie
@uitvoer_optie("BESTAND.json", "Schrijf de nieuwe invoer; - is standaarduitvoer.")
@overschrijf_optie
@json_optie("JSON in plaats van een tabel")
def herprijs(  # noqa: PLR0913 (the options of the command line)
    *,
    invoer: str,
    peildatum: str,
    plekken: Sequence[tuple[str, str, str]],
    cao: str,
    leeftijd: int | None,
    eigen: Sequence[tuple[str, str, str]],
    uitvoer: Path | None,
    overschrijf: bool,
    als_json: bool,
) -> None:
    """Reken een offerte door met de prijzen van een andere dag.

    INVOER is een opbouw in JSON, of een werkboek; - leest standaardinvoer.

    Uren en keuzes blijven gelijk. Een prijs die niet bekend is, is een fout; met --eigen of --cijfers geeft u haar zelf.
    """
    herprijsd = bereken_prijzen(
        lees_opbouw(invoer),
        peildatum,
        inschaling={b: Inschaling(cao=cao, schaal=s, periodiek=p) for b, s, p in plekken},
        leeftijd=leeftijd,
        eigen={sleutel: (waarde, bron) for sleutel, waarde, bron in eigen},
    )
    if als_json:
        toon_json(_prijzen_als_json(herprijsd))
    elif uitvoer != NAAR_UITVOER:
        click.echo(str(herprijsd))
    if uitvoer is not None:
        lever(uitvoer, naar_json(herprijsd.nieuw), overschrijf=overschrijf)


def _prijzen_als_json(herprijsd: Herprijzing) -> dict[str, object]:
    """Write each new price with the old one, and the tariffs; amounts as text."""
    oud, nieuw = herprijsd.oud.bereken(), herprijsd.nieuw.bereken()
    return {
        "peildatum": str(herprijsd.peildatum),
        "gewijzigd": [
            {"sleutel": sleutel, "was": str(was), "wordt": str(prijs.waarde), "bron": prijs.onderbouwing.bron}
            for sleutel, (was, prijs) in herprijsd.gewijzigd.items()
        ],
        "tarieven": {z: {"was": str(oud[z].per_etmaal), "wordt": str(nieuw[z].per_etmaal)} for z in oud},
    }


_KEUZES = {
    "grondslag": ["geindexeerd", "nieuw"],
    "nacalculatie": ["verschil", "quotient", "geen"],
    "samenvoeging": ["optellen", "samengesteld"],
    "niveau": ["per_tarief", "per_bouwsteen"],
    "stand": ["voorlopig", "definitief"],
}


def _keuze(naam: str, help_: str, *doel: str, **meer: Any) -> Callable[[Opdracht], Opdracht]:  # noqa: ANN401 (options of click)
    return click.option(f"--{naam}", *doel, type=click.Choice(_KEUZES[naam]), help=help_, **meer)


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="[INVOER]", required=False)
@lijst_optie("--tarief", "tarieven", "PRODUCT=EURO", "In plaats van een offerte; mag vaker.")
@click.option(
    "--basisjaar", type=int, required=True, metavar="JAAR", help="Het jaar van de prijzen in de offerte."
)
@click.option("--tot-en-met", type=int, required=True, metavar="JAAR", help="Het laatste jaar.")
@_keuze(
    "grondslag",
    "Is het tarief zelf met een voorlopig cijfer verhoogd, of nieuw berekend?",
    "basis",
    required=True,
)
@_keuze("nacalculatie", "Hoe het vorige jaar wordt ingehaald.", default="verschil", show_default=True)
@_keuze("samenvoeging", "Percentages optellen of vermenigvuldigen.", default="optellen", show_default=True)
@_keuze("niveau", "Wat op centen wordt afgerond.", default="per_tarief", show_default=True)
@_keuze("stand", "Cijfers van het jaar zelf.", default="voorlopig", show_default=True)
@lijst_optie("--cijfer", "cijfers", "REEKS JAAR STAND PROCENT BRON", "Een eigen indexcijfer; mag vaker.")
@cijfers_optie
@click.option("--uitleg", is_flag=True, help="Zeg per jaar welke cijfers zijn gebruikt.")
@click.option(
    "--toon-clausule", "clausule", is_flag=True, help="Schrijf de indexeringsclausule voor de bijlage."
)
@json_optie("JSON in plaats van een tabel")
@uitvoer_optie("BESTAND.xlsx", "Schrijf een werkboek.")
@click.option("--ijw", metavar="BESTAND", type=PAD, help="Schrijf het laatste jaar als iJw-regels (csv).")
@lijst_optie("--productcode", "codes", "PRODUCT=CODE", "Productcode voor --ijw; mag vaker.")
@overschrijf_optie
def indexeer(  # noqa: PLR0913 (the options of the command line)
    *,
    invoer: str | None,
    tarieven: Sequence[str],
    cijfers: Sequence[tuple[str, str, str, str, str]],
    nacalculatie: Any,  # noqa: ANN401 (this and the next two: click checks the choice)
    samenvoeging: Any,  # noqa: ANN401
    niveau: Any,  # noqa: ANN401
    uitleg: bool,
    clausule: bool,
    als_json: bool,
    uitvoer: Path | None,
    ijw: Path | None,
    codes: Sequence[str],
    overschrijf: bool,
    **welke: Any,  # noqa: ANN401 (the years, basis and stand of `bereken_index`)
) -> None:
    """Verhoog tarieven met het indexpercentage van elk jaar.

    INVOER is een opbouw in JSON, of een werkboek; - leest standaardinvoer. Of geef tarieven met --tarief. Een jaar zonder cijfer is een fout; met --cijfer of --cijfers geeft u
    zelf een cijfer, met de bron.
    """
    afspraak = Indexafspraak(nacalculatie=nacalculatie, samenvoeging=samenvoeging, niveau=niveau)
    grondslag = _tarieven(invoer, tarieven)
    eigen = [EigenCijfer(reeks=r, jaar=j, stand=s, procent=p, bron=b) for r, j, s, p, b in cijfers]
    indexatie = bereken_index(grondslag, afspraak=afspraak, eigen=eigen, **welke)
    if uitvoer:
        opbouw = grondslag.opbouw if isinstance(grondslag, Uitkomst) else None
        with schrijft(uitvoer):
            schrijf_indexatie(indexatie, uitvoer, opbouw=opbouw, overschrijf=overschrijf)
        click.echo(f"{uitvoer} staat klaar.", err=True)
    if ijw:
        jaar = indexatie.stappen[-1].jaar
        dagen = dt.date(jaar, 1, 1), dt.date(jaar, 12, 31)
        regels = ijw_regels(indexatie.tarieven(jaar), lees_paren(codes, "productcode"), *dagen)
        with schrijft(ijw):
            schrijf_ijw(regels, ijw, overschrijf=overschrijf)
        click.echo(f"{ijw} staat klaar.", err=True)
    if als_json:
        waarschuw(indexatie.waarschuwingen)
        toon_json(_als_json(indexatie))
    else:
        click.echo(str(indexatie))
    if uitleg:
        click.echo(f"\n{indexatie.uitleg()}", err=als_json)
    if clausule:
        click.echo(f"\n{indexeringsclausule(afspraak)}", err=als_json)


def _tarieven(invoer: str | None, tarieven: Sequence[str]) -> Uitkomst | dict[str, object]:
    if (invoer is None) == (not tarieven):
        remedie = "Geef een offerte of tarieven met --tarief, en niet allebei."
        raise weigering("invoer", "is geen of dubbele invoer", remedie=remedie)
    if invoer is not None:
        return lees_opbouw(invoer).bereken()
    return dict(lees_paren(tarieven, "tarief"))


def _als_json(indexatie: Indexatie) -> list[dict[str, object]]:
    """Write a row per year and product; amounts as text."""
    return [
        {
            "jaar": jaar,
            "product": product,
            "index_procent": None if procent is None else f"{procent:.2f}",
            "tarief": f"{tarief:.2f}",
            "erbij": None if erbij is None else f"{erbij:.2f}",
        }
        for jaar, product, procent, tarief, erbij in indexatie.rijen()
    ]
