"""The Dutch sentences for a figure that is not known: what was asked, what is near, what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from difflib import get_close_matches

from gezinshuis_tarief.kern.fouten import OnbekendCijfer

ZELF_OPGEVEN = "Geef het cijfer zelf op, met de bron erbij."


def dichtstbij(dag: dt.date, dagen: Iterable[dt.date]) -> str:
    """Name the nearest known day on or before and after `dag`; empty when there is none."""
    bekend = sorted(dagen)
    ervoor = [f"per {ander} (ervoor)" for ander in bekend if ander <= dag][-1:]
    erna = [f"per {ander} (erna)" for ander in bekend if ander > dag][:1]
    return f"Dichtstbij bekend: {' en '.join(ervoor + erna)}." if bekend else ""


def onbekend(wat: str, dag: dt.date, reden: str, dagen: Iterable[dt.date]) -> OnbekendCijfer:
    """The error for a known name without a figure on `dag`; `dagen` are the days it is known from."""
    zinnen = (f"{wat} is niet bekend voor {dag}: {reden}.", dichtstbij(dag, dagen), ZELF_OPGEVEN)
    return OnbekendCijfer(" ".join(zin for zin in zinnen if zin))


def _nabij(sleutel: str, namen: list[str]) -> list[str]:
    """Names that contain what was asked, or else look like it; a number looks like no other number."""
    if sleutel.isdecimal():
        return []
    bevat = [naam for naam in namen if sleutel and sleutel in naam]
    return bevat or get_close_matches(sleutel, namen, n=3)


def kies_naam(wat: str, gevraagd: object, bekend: Iterable[str]) -> str:
    """The known name that equals `gevraagd` but for capitals and spaces around it.

    Raises:
        OnbekendCijfer: no such name; names the nearest ones, or else all of them.
    """
    namen = {naam.casefold(): naam for naam in bekend}
    sleutel = str(gevraagd).strip().casefold()
    if sleutel in namen:
        return namen[sleutel]
    lijkt_op = [namen[naam] for naam in _nabij(sleutel, list(namen))]
    hint = (
        f"Bedoelt u: {' of '.join(lijkt_op)}?" if lijkt_op else f"Bekend zijn: {', '.join(namen.values())}."
    )
    raise OnbekendCijfer(f"{wat} '{gevraagd}' is niet bekend. {hint}")
