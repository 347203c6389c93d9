"""What a public verb is given: a day, a path, a number or one of our own objects; one rule for each."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from numbers import Integral
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import OnbekendeNaam, naaste, weigering
from gezinshuis_tarief.kern.grenzen import BUITEN, Grenzen
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.velden import lees_euro, lees_getal

Peildatum: TypeAlias = dt.date | str
"""A day as users write it: a date, or text in the form jjjj-mm-dd."""
Bestandspad: TypeAlias = str | os.PathLike[str]
"""The name of a file or folder as users write it."""

_N = TypeVar("_N", bound=str)
_W = TypeVar("_W")
_ONBESCHREVEN: Final = toon_waarde(object())
_HEET: Final = {
    "Iterable": "lijst",
    "Mapping": "groep",
    "frozenset": "verzameling",
    "list": "lijst",
    "set": "verzameling",
    "str": "tekst",
    "tuple": "lijst",
}
"""What users call the kinds that are Python's own."""
_HOE: Final = {
    "Iterable": "Schrijf een lijst: [ … ].",
    "Mapping": "Schrijf een groep: {sleutel: …}.",
    "frozenset": "Schrijf een verzameling: {…, …}.",
    "str": "Schrijf een tekst tussen aanhalingstekens.",
    "tuple": "Schrijf een lijst: [ … ].",
    "Cijferset": 'Geef een Cijferset: cijfers_uit("regio.csv").',
    "Onderhandeling": "Geef een Onderhandeling; lees_onderhandeling leest haar uit JSON.",
    "Opbouw": "Geef een Opbouw; van_json leest haar uit JSON en lees_excel(…).opbouw uit een werkboek.",
    "Tariefbewijs": "Geef een Tariefbewijs; lees_bewijs leest het uit JSON.",
    "Uitkomst": "Geef een Uitkomst: opbouw.bereken().",
}
"""How to get what is asked for, by the name of its kind."""


def naar_dag(waarde: Peildatum, naam: str = "peildatum") -> dt.date:
    """Read a day from a date, a moment (its calendar day) or a text in the form jjjj-mm-dd.

    Args:
        waarde: the day.
        naam: what an objection calls it.

    Raises:
        InvoerFout: anything else, also a day that does not exist.
    """
    tekst = (
        waarde.isoformat()[:10] if isinstance(waarde, dt.date) else waarde
    )  # pandas has a moment that is none
    try:
        dag = dt.date.fromisoformat(tekst)
    except (TypeError, ValueError):
        dag = None
    if dag is None or dag.isoformat() != tekst:
        raise weigering(
            naam,
            "is geen bestaande datum",
            gevonden=repr(waarde) if isinstance(waarde, str) else toon_ding(waarde),
            toegestaan="jjjj-mm-dd, bijvoorbeeld 2026-01-01",
        )
    return dag


def naar_pad(waarde: Bestandspad, naam: str = "pad", *, einden: Collection[str] = ()) -> Path:
    """Read the name of a file or folder; the contents of a file are no name.

    Args:
        waarde: the name.
        naam: what an objection calls it.
        einden: how it may end, such as ".xlsx"; anything where empty.

    Raises:
        InvoerFout: for what is no name, or a name that ends otherwise.
    """
    zoals = f'Geef de naam van een bestand, zoals "tarief{next(iter(einden), ".json")}".'
    tekst = os.fspath(waarde) if isinstance(waarde, str | os.PathLike) else None
    if isinstance(waarde, bytes) or (
        tekst and (tekst.lstrip()[:1] in {"{", "["} or set(tekst) & set("\n\0"))
    ):
        remedie = f"{zoals} JSON als tekst gaat met van_json, lees_onderhandeling of lees_bewijs."
        raise weigering(naam, "is de inhoud van een bestand, geen naam", remedie=remedie)
    if not isinstance(tekst, str) or not tekst.strip():
        raise weigering(naam, "is geen naam van een bestand", gevonden=toon_waarde(waarde), remedie=zoals)
    pad = Path(tekst)
    if einden and pad.suffix.lower() not in einden:
        *rest, laatste = einden
        mag = f"{', '.join(rest)} of {laatste}" if rest else laatste
        raise weigering(naam, f"moet eindigen op {mag}", gevonden=toon_waarde(pad.name), remedie=zoals)
    return pad


def eis_soort(naam: str, waarde: object, *soorten: type) -> None:
    """Refuse an object of another kind than is asked for, and say how to get the right one.

    Raises:
        InvoerFout: by this name.
    """
    if isinstance(waarde, soorten):
        return
    soort = soorten[0]
    deel = soort.__name__.lower()
    if not isinstance(waarde, type) and isinstance(getattr(waarde, deel, None), soort):
        remedie = f"Geef wat erin zit: {type(waarde).__name__.lower()}.{deel}."
    else:
        remedie = _HOE.get(soort.__name__, f"Geef een {soort.__name__}.")
    namen = dict.fromkeys(_HEET.get(een.__name__, een.__name__) for een in soorten if een is not type(None))
    gevonden = toon_waarde(waarde) if isinstance(waarde, str) else toon_ding(waarde)
    raise weigering(naam, f"is geen {' of '.join(namen)}", gevonden=gevonden, remedie=remedie)


def eis_aantal(naam: str, melding: str, waarde: object, minstens: int, remedie: str) -> None:
    """Refuse what is no whole number, or too low.

    Raises:
        InvoerFout: by this name.
    """
    if isinstance(waarde, bool) or not isinstance(waarde, Integral) or int(waarde) < minstens:
        raise weigering(naam, melding, gevonden=toon_ding(waarde), remedie=remedie)


def naar_getal(naam: str, waarde: object) -> Decimal:
    """Read a number that is no input, such as an occupancy; a Decimal may be an outcome of ours, of any length.

    Raises:
        InvoerFout: for what is no number, by this name.
    """
    if isinstance(waarde, Decimal) and waarde.is_finite():
        return waarde
    return _gelezen(naam, waarde, lees_getal)


def naar_bedrag(naam: str, waarde: object) -> Decimal:
    """Read an amount in euro, as the field of an amount does.

    Raises:
        InvoerFout: for what is no number, by this name.
    """
    return _gelezen(naam, waarde, lees_euro)


def naar_veldwaarde(sleutel: str, waarde: object, veld: Grenzen, *, binnen: bool = True) -> Decimal:
    """Read a number for the field at a key, as its own door does.

    Args:
        sleutel: the key.
        waarde: the number.
        veld: what the field allows.
        binnen: whether it must lie within the bounds of the field too.

    Raises:
        InvoerFout: for what the field refuses, by its key.
    """
    getal = _gelezen(sleutel, waarde, veld.lezer, veld.toegestaan)
    if binnen and not veld.omvat(getal):
        gevonden = toon_waarde(waarde)
        raise weigering(sleutel, BUITEN, gevonden=gevonden, toegestaan=veld.toegestaan, remedie=veld.remedie)
    return getal


def _gelezen(
    naam: str, waarde: object, lees: Callable[[object], Decimal | int], toegestaan: str = ""
) -> Decimal:
    try:
        return Decimal(lees(waarde))
    except PydanticCustomError as fout:
        inhoud = fout.context or {}
        raise weigering(
            naam,
            inhoud["melding"],
            gevonden=toon_waarde(waarde),
            toegestaan=toegestaan,
            remedie=inhoud["remedie"],
        ) from None


def zoek_deel(wat: str, naam: object, delen: Mapping[_N, _W]) -> _W:
    """Return a part by its name.

    Args:
        wat: what kind of part it is, in Dutch.
        naam: its name.
        delen: all parts.

    Raises:
        OnbekendeNaam: when there is no such part.
    """
    for bekend, deel in delen.items():
        if naam == bekend:
            return deel
    remedie = naaste(toon_ding(naam), delen) or f"Bekend zijn: {', '.join(delen)}."
    raise OnbekendeNaam(f"{toon_ding(naam)}: is geen {wat}. {remedie}")


def toon_ding(waarde: object) -> str:
    """Show whatever was given: a text as it is, a value as in JSON, and of an object its kind."""
    if isinstance(waarde, str):
        return waarde
    tekst = toon_waarde(waarde)
    if tekst != _ONBESCHREVEN:
        return tekst
    return waarde.__name__ if isinstance(waarde, type) else f"een {type(waarde).__name__}"
