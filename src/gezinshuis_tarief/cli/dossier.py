"""What the commands of a negotiation share: its file, who acts, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from gezinshuis_tarief.cli.opties import PAD, Datum, dag_optie, json_optie, uitvoer_optie
from gezinshuis_tarief.cli.uitvoer import lees_bytes, schrijft, toon_json
from gezinshuis_tarief.onderhandeling.bestand import bewaar_onderhandeling, lees_onderhandeling
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.weergave import prijspeil_waarschuwingen
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding

dossier_argument = click.argument("dossier", type=PAD, metavar="DOSSIER.json")
stand_als_json = json_optie("de stand als JSON")
bestand_optie = uitvoer_optie("BESTAND", "Het bestand.", verplicht=True)
datum_optie = dag_optie(
    "De dag; anders vandaag.",
    "--datum",
    type=Datum(),
    default=lambda: dt.datetime.now().astimezone().date().isoformat(),
)


@dataclass(frozen=True, slots=True)
class Namens:
    """Who acts, on behalf of which party, and on which day."""

    partij: str
    indiener: str
    datum: dt.date


def namens_opties(opdracht: Callable[..., None]) -> Callable[..., None]:
    """Add the options of who acts and when; the command gets them together as `namens`."""

    @click.option("--partij", metavar="PARTIJ", required=True, help="De partij, zoals bij nieuw genoemd.")
    @click.option("--indiener", metavar="NAAM", required=True, help="Wie het namens de partij doet.")
    @datum_optie
    @wraps(opdracht)
    def met_namens(*, partij: str, indiener: str, datum: dt.date, **rest: Any) -> None:  # noqa: ANN401 (options of click)
        opdracht(namens=Namens(partij, indiener, datum), **rest)

    return met_namens


def lees_dossier(pad: Path) -> Onderhandeling:
    """Read the negotiation in a file."""
    return lees_onderhandeling(lees_bytes(str(pad)))


def bewaar(
    zaak: Onderhandeling, dossier: Path, *, als_json: bool, bevindingen: Iterable[Werkboekbevinding] = ()
) -> None:
    """Write the file and show where the parties stand now."""
    with schrijft(dossier):
        bewaar_onderhandeling(zaak, dossier)
    toon_stand(zaak, als_json=als_json, bevindingen=bevindingen)


def toon_stand(
    zaak: Onderhandeling, *, als_json: bool, bevindingen: Iterable[Werkboekbevinding] = ()
) -> None:
    """Print where the parties stand; as JSON together with what stood out in a workbook."""
    if als_json:
        inhoud: dict[str, Any] = {"naam": zaak.naam, "ronde": zaak.ronde, **zaak.stand.als_json()}
        inhoud["prijspeil"] = {
            "peildatum": str(zaak.peildatum),
            "cijfers": zaak.stand.basis.prijspeil.als_json(),
            "waarschuwingen": [*prijspeil_waarschuwingen(zaak.stand, zaak.peildatum)],
        }
        if lijst := [bevinding.als_json() for bevinding in bevindingen]:
            inhoud["bevindingen"] = lijst
        toon_json(inhoud)
    else:
        click.echo(str(zaak))
