"""`gezinshuis-tarief indexeer`: next year's tariffs, with the figures they rest on."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from gezinshuis_tarief.cli.groep import BestandFout
from gezinshuis_tarief.cli.invoer import lees_opbouw
from gezinshuis_tarief.indexatie.afspraak import Indexafspraak
from gezinshuis_tarief.indexatie.blad import schrijf_indexatie
from gezinshuis_tarief.indexatie.cijfers import EigenCijfer
from gezinshuis_tarief.indexatie.clausule import indexeringsclausule
from gezinshuis_tarief.indexatie.ijw import ijw_regels, schrijf_ijw
from gezinshuis_tarief.indexatie.indexeren import Indexatie
from gezinshuis_tarief.indexatie.indexeren import indexeer as bereken
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst

_F = TypeVar("_F", bound=Callable[..., Any])
_KEUZES = {
    "basis": ["geindexeerd", "nieuw"],
    "nacalculatie": ["verschil", "quotient", "geen"],
    "samenvoeging": ["optellen", "samengesteld"],
    "niveau": ["per_tarief", "per_bouwsteen"],
    "stand": ["voorlopig", "definitief"],
}


def _keuze(naam: str, help_: str, **meer: Any) -> Callable[[_F], _F]:  # noqa: ANN401 (options of click)
    return click.option(f"--{naam}", type=click.Choice(_KEUZES[naam]), help=help_, **meer)


@click.command(options_metavar="[OPTIES]")
@click.argument("invoer", metavar="[OFFERTE]", required=False)
@click.option(
    "--tarief",
    "tarieven",
    multiple=True,
    metavar="PRODUCT=EURO",
    help="In plaats van een offerte; mag vaker.",
)
@click.option(
    "--basisjaar", type=int, required=True, metavar="JAAR", help="Het jaar van de prijzen in de offerte."
)
@click.option("--tot-en-met", type=int, required=True, metavar="JAAR", help="Het laatste jaar.")
@_keuze("basis", "Is het tarief zelf met een voorlopig cijfer verhoogd, of nieuw berekend?", required=True)
@_keuze("nacalculatie", "Hoe het vorige jaar wordt ingehaald.", default="verschil", show_default=True)
@_keuze("samenvoeging", "Percentages optellen of vermenigvuldigen.", default="optellen", show_default=True)
@_keuze("niveau", "Wat op centen wordt afgerond.", default="per_tarief", show_default=True)
@_keuze("stand", "Cijfers van het jaar zelf.", default="voorlopig", show_default=True)
@click.option(
    "--cijfer",
    "cijfers",
    nargs=5,
    multiple=True,
    metavar="REEKS JAAR STAND PROCENT BRON",
    help="Een eigen indexcijfer; mag vaker.",
)
@click.option("--uitleg", is_flag=True, help="Zeg per jaar welke cijfers zijn gebruikt.")
@click.option("--clausule", is_flag=True, help="Schrijf de indexeringsclausule voor de bijlage.")
@click.option("--json", "als_json", is_flag=True, help="Schrijf JSON in plaats van een tabel.")
@click.option(
    "-o", "--uitvoer", metavar="BESTAND.xlsx", type=click.Path(path_type=Path), help="Schrijf een werkboek."
)
@click.option(
    "--ijw",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    help="Schrijf het laatste jaar als iJw-regels (csv).",
)
@click.option(
    "--productcode", "codes", multiple=True, metavar="PRODUCT=CODE", help="Productcode voor --ijw; mag vaker."
)
@click.option("--overschrijf", is_flag=True, help="Vervang een bestaand bestand.")
def indexeer(  # noqa: PLR0913, PLR0917 (one argument per option)
    invoer: str | None,
    tarieven: tuple[str, ...],
    basisjaar: int,
    tot_en_met: int,
    basis: Any,  # noqa: ANN401 (one of _KEUZES, checked by click)
    stand: Any,  # noqa: ANN401 (idem)
    cijfers: tuple[tuple[str, str, str, str, str], ...],
    uitvoer: Path | None,
    ijw: Path | None,
    codes: tuple[str, ...],
    *,
    uitleg: bool,
    clausule: bool,
    als_json: bool,
    overschrijf: bool,
    **afspraak: str,
) -> None:
    """Verhoog tarieven met het indexpercentage van elk jaar.

    Geef een offerte, of tarieven met --tarief. Een jaar zonder cijfer is een fout; met --cijfer geeft u zelf een
    cijfer, met de bron.
    """
    gekozen = Indexafspraak(**afspraak)
    grondslag = _tarieven(invoer, tarieven)
    indexatie = bereken(
        grondslag,
        basisjaar=basisjaar,
        tot_en_met=tot_en_met,
        basis=basis,
        afspraak=gekozen,
        stand=stand,
        eigen=[EigenCijfer(reeks=r, jaar=j, stand=s, procent=p, bron=b) for r, j, s, p, b in cijfers],
    )
    if uitvoer:
        opbouw = grondslag.opbouw if isinstance(grondslag, Uitkomst) else None
        _schrijf(
            uitvoer, lambda: schrijf_indexatie(indexatie, uitvoer, opbouw=opbouw, overschrijf=overschrijf)
        )
    if ijw:
        dagen = dt.date(tot_en_met, 1, 1), dt.date(tot_en_met, 12, 31)
        regels = ijw_regels(indexatie.tarieven(tot_en_met), _paren(codes, "productcode"), *dagen)
        _schrijf(ijw, lambda: schrijf_ijw(regels, ijw, overschrijf=overschrijf))
    click.echo(_als_json(indexatie) if als_json else str(indexatie))
    if uitleg:
        click.echo(f"\n{indexatie.uitleg()}", err=als_json)
    if clausule:
        click.echo(f"\n{indexeringsclausule(gekozen)}", err=als_json)


def _tarieven(invoer: str | None, tarieven: tuple[str, ...]) -> Uitkomst | dict[str, object]:
    if (invoer is None) == (not tarieven):
        remedie = "Geef een offerte of tarieven met --tarief, en niet allebei."
        raise weigering("invoer", "is geen of dubbele invoer", remedie=remedie)
    if invoer is not None:
        return lees_opbouw(invoer).bereken()
    return dict(_paren(tarieven, "tarief"))


def _paren(teksten: tuple[str, ...], optie: str) -> dict[str, str]:
    """Read PRODUCT=WAARDE; every product once."""
    paren: dict[str, str] = {}
    for tekst in teksten:
        naam, teken, waarde = tekst.partition("=")
        if not (naam and teken and waarde):
            raise weigering(
                optie, "is niet te lezen", gevonden=tekst, remedie=f"Schrijf --{optie} laag=waarde."
            )
        if naam in paren:
            raise weigering(optie, "staat er twee keer", gevonden=naam, remedie="Laat een van beide weg.")
        paren[naam] = waarde
    return paren


def _schrijf(pad: Path, schrijf: Callable[[], None]) -> None:
    try:
        schrijf()
    except OSError as fout:
        raise BestandFout(pad, fout) from None
    click.echo(f"{pad} staat klaar.", err=True)


def _als_json(indexatie: Indexatie) -> str:
    """Write a row per year and product; amounts as text."""
    rijen = [
        {
            "jaar": jaar,
            "product": product,
            "index_procent": None if procent is None else f"{procent:.2f}",
            "tarief": f"{tarief:.2f}",
            "erbij": None if erbij is None else f"{erbij:.2f}",
        }
        for jaar, product, procent, tarief, erbij in indexatie.rijen()
    ]
    return json.dumps(rijen, ensure_ascii=False, indent=1)
