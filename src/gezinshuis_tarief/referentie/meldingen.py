"""The Dutch sentences for a figure that is not known: what was asked, what is near, what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from gezinshuis_tarief.kern.fouten import OnbekendCijfer

_T = TypeVar("_T")
ZELF_OPGEVEN = "Geef het cijfer zelf op, met de bron erbij."


def dichtstbij(dag: dt.date, dagen: Iterable[dt.date]) -> str:
    """Name the nearest known day on or before and after `dag`, with its value where it has one; empty for none."""
    waarden = dagen if isinstance(dagen, Mapping) else {}
    bekend = sorted(dagen)
    ervoor = [f"per {ander} (ervoor{_dubbelepunt(waarden.get(ander))})" for ander in bekend if ander <= dag][
        -1:
    ]
    erna = [f"per {ander} (erna{_dubbelepunt(waarden.get(ander))})" for ander in bekend if ander > dag][:1]
    return f"Dichtstbij bekend: {' en '.join(ervoor + erna)}." if bekend else ""


def _dubbelepunt(waarde: str | None) -> str:
    return f": {waarde}" if waarde else ""


def onbekend(wat: str, dag: dt.date, reden: str, dagen: Iterable[dt.date]) -> OnbekendCijfer:
    """The error for a known name without a figure on `dag`; `dagen` are the days it is known from."""
    zinnen = (f"{wat} is niet bekend voor {dag}: {reden}.", dichtstbij(dag, dagen))
    return OnbekendCijfer(" ".join(zin for zin in zinnen if zin), remedie=ZELF_OPGEVEN)


def zoek_alle(vragen: Iterable[Callable[[], _T]]) -> list[_T]:
    """Do every look-up.

    Raises:
        OnbekendCijfer: naming at once every figure that is not known.
    """
    gevonden: list[_T] = []
    gemist: list[OnbekendCijfer] = []
    for vraag in vragen:
        try:
            gevonden.append(vraag())
        except OnbekendCijfer as fout:
            gemist.append(fout)
    if gemist:
        remedies = dict.fromkeys(fout.remedie for fout in gemist if fout.remedie)
        meldingen = dict.fromkeys(melding for fout in gemist for melding in fout.meldingen)
        raise OnbekendCijfer(*meldingen, remedie=" ".join(remedies))
    return gevonden


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
