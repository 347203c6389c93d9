"""What each command writes with `--json`, as types; `gezinshuis-tarief schema OPDRACHT` makes its JSON Schema of them."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from pydantic import Field, TypeAdapter

from gezinshuis_tarief.cli.hulp import vormen as deel
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw


class Berekening(deel.Uitvoervorm):
    """`bereken --json` of one input."""

    uitkomst: dict[Zorgzwaarte, deel.Tariefvorm]


class Uitlegging(deel.Uitvoervorm):
    """`uitleg --json`."""

    stappen: list[deel.Stapvorm]
    invoer: list[deel.Invoervorm]
    open_normen: list[deel.Normvorm]


class Toetsing(deel.Uitvoervorm):
    """`controleer --json`."""

    bevindingen: list[deel.Bevindingvorm]
    exploitatie: deel.Exploitatievorm


class Lezing(deel.Uitvoervorm):
    """`lees --json`; without an opbouw the workbook is refused."""

    opbouw: Opbouw | None
    wijzigingen: list[deel.Wijzigingvorm]
    voorstellen: list[deel.Voorstelvorm]
    meegekomen: list[deel.Meegekomenvorm]
    bevindingen: list[deel.Celbevindingvorm]


class Vergelijking(deel.Uitvoervorm):
    """`vergelijk --json`; causes only of two receipts."""

    verschil: dict[Zorgzwaarte, deel.Tariefverschilvorm]
    oorzaken: dict[Zorgzwaarte, deel.Oorzaakvorm] = Field(default_factory=dict)


class Standvorm(deel.Uitvoervorm):
    """`onderhandel stand --json`, and that of every command that changes it."""

    naam: str
    ronde: int
    tarieven: dict[str, deel.PerZwaarte]
    punten: list[deel.Puntvorm]
    opmerkingen: dict[str, str] = Field(default_factory=dict)
    prijspeil: deel.Prijspeilvorm
    bevindingen: list[deel.Celbevindingvorm] = Field(default_factory=list)


class Jaartarief(deel.Uitvoervorm):
    """A row of `indexeer --json`."""

    jaar: int
    product: str
    index_procent: deel.Bedrag | None
    tarief: deel.Bedrag
    erbij: deel.Bedrag | None


class Prijswijziging(deel.Uitvoervorm):
    """A price that `herprijs` replaced."""

    sleutel: str
    was: str
    wordt: str
    bron: str | None


class WasWordt(deel.Uitvoervorm):
    """A tariff before and after."""

    was: deel.Bedrag
    wordt: deel.Bedrag


class Herprijsvorm(deel.Uitvoervorm):
    """`herprijs --json`."""

    peildatum: dt.date
    gewijzigd: list[Prijswijziging]
    tarieven: dict[Zorgzwaarte, WasWordt]


class Kolommenvorm(deel.Uitvoervorm):
    """`kolommen --json`: rows computed, rows refused with their number of objections, and the files."""

    bestand: str
    berekend: int
    afgekeurd: int
    bezwaren: int
    fouten: str | None


class Bestandsnaam(deel.Uitvoervorm):
    """The file that was made."""

    bestand: str


UITVOERVORMEN: Final[dict[str, Any]] = {
    "bereken": Berekening | list[Berekening],
    "controleer": Toetsing,
    "exporteer": Bestandsnaam,
    "herprijs": Herprijsvorm,
    "indexeer": list[Jaartarief],
    "kolommen": Kolommenvorm,
    "lees": Lezing,
    **{
        f"onderhandel {naam}": Standvorm
        for naam in ("akkoord", "bod", "houd", "nieuw", "ronde", "stand", "verenig", "vraag")
    },
    "onderhandel verschil": Vergelijking,
    "onderhandel werkboek": Bestandsnaam,
    "rapport": Bestandsnaam,
    "uitleg": Uitlegging,
    "vergelijk": Vergelijking,
    "voorbeeld": Opbouw,
}
"""Of each command, named as it is typed, what it writes."""


def uitvoerschema(opdracht: str) -> dict[str, Any]:
    """Return the JSON Schema of what a command writes with `--json`.

    Args:
        opdracht: the command as it is typed, without the name of the program.

    Raises:
        InvoerFout: no shape of that command is written down.
    """
    if opdracht not in UITVOERVORMEN:
        raise weigering(
            "opdracht",
            "heeft geen schema",
            gevonden=opdracht,
            toegestaan=", ".join(UITVOERVORMEN),
            remedie="Kies een van deze opdrachten.",
        )
    return TypeAdapter(UITVOERVORMEN[opdracht]).json_schema()
