"""From pydantic's findings to Dutch objections with key, value, bounds and remedy."""

from __future__ import annotations

import difflib
import itertools
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le
from pydantic import BaseModel, ValidationError

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import Bezwaar

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

_MELDINGEN = {
    "missing": ("", "ontbreekt", "Vul deze waarde in."),
    "extra_forbidden": ("", "is geen bekende sleutel", ""),
    "greater_than": (None, "ligt buiten de grenzen", ""),
    "greater_than_equal": (None, "ligt buiten de grenzen", ""),
    "less_than_equal": (None, "ligt buiten de grenzen", ""),
    "literal_error": (None, "is geen keuze", ""),
    "enum": (None, "is geen keuze", ""),
    "string_type": (None, "is geen tekst", "Schrijf een tekst tussen aanhalingstekens."),
    "string_too_short": (None, "is leeg", "Schrijf een tekst."),
    "string_too_long": (None, "is te lang", ""),
    "too_short": (None, "heeft te weinig delen", ""),
    "union_tag_invalid": ("", "is van een onbekende soort", ""),
    "union_tag_not_found": ("", "heeft geen soort", ""),
    "tuple_type": (None, "is geen lijst", "Schrijf een lijst: [ … ]."),
    "dict_type": (None, "is geen groep van sleutels en waarden", "Schrijf een groep: { … }."),
    "model_type": (None, "is geen groep van sleutels en waarden", "Schrijf een groep: { … }."),
    "model_attributes_type": (None, "is geen groep van sleutels en waarden", "Schrijf een groep: { … }."),
}
UITGESCHREVEN: Final = 100
"""Powers of ten up to which a number is written out; 1e99999999 has a hundred million digits."""

_DATUM = (None, "is geen datum", "Schrijf een datum als jjjj-mm-dd.")


def toon_waarde(waarde: object) -> str:
    """Show a refused value briefly, as it would be written in JSON."""
    match waarde:
        case str():
            tekst = f'"{waarde}"'
        case bool():
            tekst = "true" if waarde else "false"
        case None:
            tekst = "null"
        case Decimal():
            tekst = f"{waarde:f}" if abs(waarde.adjusted()) < UITGESCHREVEN else str(waarde)
        case int() | float():
            tekst = str(waarde)
        case _:
            tekst = (
                "{ … }"
                if isinstance(waarde, dict)
                else "[ … ]"
                if isinstance(waarde, list | tuple)
                else "dit"
            )
    langst = 60
    return tekst if len(tekst) <= langst else f"{tekst[: langst - 1]}…"


def sleutel_van_pad(pad: tuple[int | str, ...]) -> str:
    """Write pydantic's location as a dotted key: `eigen_posten[0].naam`."""
    delen = [f"[{deel}]" if isinstance(deel, int) else f".{deel}" for deel in pad]
    return "".join(delen).removeprefix(".")


def naaste(woord: str, bekend: Iterator[str] | list[str]) -> str:
    """Return a Dutch suggestion of the nearest known word, or an empty string."""
    dichtbij = difflib.get_close_matches(woord, list(bekend), n=1, cutoff=0.6)
    return f"Bedoelt u {dichtbij[0]}?" if dichtbij else ""


def bezwaren_uit(fout: ValidationError, model: type[BaseModel]) -> tuple[Bezwaar, ...]:
    """Translate each of pydantic's findings on a model."""
    return tuple(_bezwaar(bevinding, model) for bevinding in fout.errors(include_url=False))


def _bezwaar(bevinding: ErrorDetails, model: type[BaseModel]) -> Bezwaar:
    pad = bevinding["loc"]
    soort = bevinding["type"]
    context: dict[str, Any] = bevinding.get("ctx", {})
    veld = _veld_op(pad, model)
    toegestaan = grenzen(veld) if veld else ""
    if "melding" in context:
        sleutel = sleutel_van_pad((*pad, context["sleutel"]) if "sleutel" in context else pad)
        gevonden = context.get("gevonden", toon_waarde(bevinding["input"]))
        return Bezwaar(
            sleutel,
            context["melding"],
            gevonden=gevonden,
            toegestaan=context.get("toegestaan", toegestaan),
            remedie=context.get("remedie", ""),
        )
    gevonden, melding, remedie = _MELDINGEN.get(
        soort, _DATUM if soort.startswith("date") else (None, soort, "")
    )
    if soort == "extra_forbidden":
        omgeving = _model_op(pad[:-1], model)
        namen = list(omgeving.model_fields) if omgeving else []
        remedie = naaste(str(pad[-1]), namen) or (f"Bekend zijn: {', '.join(namen)}." if namen else "")
        toegestaan = ""
    if "max_length" in context:
        toegestaan = f"hoogstens {context['max_length']} tekens"
    gevonden = toon_waarde(bevinding["input"]) if gevonden is None else gevonden
    return Bezwaar(
        sleutel_van_pad(pad),
        melding,
        gevonden=gevonden,
        toegestaan=toegestaan,
        remedie=remedie or remedie_bij(veld),
    )


def remedie_bij(veld: FieldInfo | None) -> str:
    """Say what to do about a value that a field does not allow."""
    if veld is None:
        return ""
    if keuzes(veld):
        return "Kies een van deze woorden."
    if eenheid_van(veld) is Eenheid.FRACTIE:
        return "Schrijf een fractie: 0.95 is 95%."
    return "Kies een waarde binnen de grenzen."


def keuzes(veld: FieldInfo) -> tuple[str, ...]:
    """Return the options of a choice field; empty for other fields."""
    if isinstance(veld.annotation, type) and issubclass(veld.annotation, Enum):
        return tuple(str(keuze) for keuze in veld.annotation)
    return get_args(veld.annotation) if get_origin(veld.annotation) is Literal else ()


def metadata_van(veld: FieldInfo) -> list[object]:
    """Return what a field's type says besides its class, also inside `EuroPerJaar | None`."""
    binnen = (getattr(deel, "__metadata__", ()) for deel in get_args(veld.annotation))
    return [*veld.metadata, *itertools.chain.from_iterable(binnen)]


def eenheid_van(veld: FieldInfo) -> Eenheid | None:
    """Return the unit in a field's type; None for a choice or a text."""
    return next((deel for deel in metadata_van(veld) if isinstance(deel, Eenheid)), None)


def grenzen(veld: FieldInfo) -> str:
    """Say in Dutch what a field allows."""
    if opties := keuzes(veld):
        return " of ".join(opties)
    eenheid = eenheid_van(veld)
    delen = []
    for grens in metadata_van(veld):
        match grens:
            case Gt():
                delen.append(f"groter dan {grens.gt}")
            case Ge():
                delen.append(f"minstens {grens.ge}")
            case Le():
                delen.append(f"hoogstens {grens.le}")
    tekst = " en ".join(delen)
    return f"{tekst} ({eenheid})" if tekst and eenheid else tekst


def modellen_in(annotatie: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401
    """Yield the models in an annotation such as `Loonkosten | None` or `tuple[EigenPost, ...]`."""
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield annotatie
    elif get_origin(annotatie) in {types.UnionType, typing.Union, tuple, dict, typing.Annotated}:
        for deel in get_args(annotatie):
            yield from modellen_in(deel)


def is_groep(veld: FieldInfo) -> bool:
    """Whether a field holds parts with keys of their own, rather than one value."""
    return next(modellen_in(veld.annotation), None) is not None


def _model_op(pad: tuple[int | str, ...], model: type[BaseModel]) -> type[BaseModel] | None:
    """Follow a location through the models; None where it leaves them."""
    for deel in pad:
        if isinstance(deel, int) or model is None:
            continue
        veld = model.model_fields.get(deel)
        if veld is None:
            continue
        volgende = next(modellen_in(veld.annotation), None)
        if volgende is None:
            return None
        model = volgende
    return model


def _veld_op(pad: tuple[int | str, ...], model: type[BaseModel]) -> FieldInfo | None:
    """Find the field a location points at."""
    if not pad or isinstance(pad[-1], int):
        return None
    omgeving = _model_op(pad[:-1], model)
    return omgeving.model_fields.get(pad[-1]) if omgeving else None
