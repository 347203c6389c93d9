"""From pydantic's findings to Dutch objections with key, value, bounds and remedy."""

from __future__ import annotations

from decimal import Decimal
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ValidationError

from gezinshuis_tarief.kern.fouten import Bezwaar, naaste
from gezinshuis_tarief.kern.grenzen import BUITEN
from gezinshuis_tarief.kern.sleutels import grenzen_op, model_op, namen_in, sleutel_van_pad

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MELDINGEN = {
    "missing": ("", "ontbreekt", "Vul deze waarde in."),
    "extra_forbidden": ("", "is geen bekende sleutel", ""),
    "greater_than": (None, BUITEN, ""),
    "greater_than_equal": (None, BUITEN, ""),
    "less_than_equal": (None, BUITEN, ""),
    "literal_error": (None, "is geen keuze", ""),
    "enum": (None, "is geen keuze", ""),
    "string_type": (None, "is geen tekst", "Schrijf een tekst tussen aanhalingstekens."),
    "string_unicode": (None, "heeft een half teken", "Typ deze tekst opnieuw."),
    "string_too_short": (None, "is leeg", "Schrijf een tekst."),
    "string_too_long": (None, "is te lang", ""),
    "string_pattern_mismatch": (
        None,
        "kan zo niet worden geschreven",
        "Gebruik letters, cijfers en spaties.",
    ),
    "too_short": (None, "heeft te weinig delen", ""),
    "too_long": (None, "heeft te veel delen", ""),
    "union_tag_invalid": ("", "is van een onbekende soort", ""),
    "union_tag_not_found": ("", "heeft geen soort", ""),
    "tuple_type": (None, "is geen lijst", "Schrijf een lijst: [ … ]."),
    "dict_type": (None, "is geen groep van sleutels en waarden", "Schrijf een groep: { … }."),
    "model_type": (None, "is geen groep van sleutels en waarden", "Schrijf een groep: { … }."),
    "model_attributes_type": (None, "is geen groep van sleutels en waarden", "Schrijf een groep: { … }."),
}
UITGESCHREVEN: Final = 100
"""Powers of ten up to which a number is written out; 1e99999999 has a hundred million digits."""

_LANGST: Final = 60
"""Characters of a refused value that are shown."""
_DATUM = (None, "is geen datum", "Schrijf een datum als jjjj-mm-dd.")


def _toon_teken(teken: str) -> str:
    """Write a character that cannot be seen, or steers a screen, by its number."""
    return teken if teken.isprintable() else teken.encode("unicode_escape").decode()


def toon_waarde(waarde: object) -> str:
    """Show a refused value briefly, as it would be written in JSON."""
    match waarde:
        case str():
            tekst = f'"{"".join(map(_toon_teken, waarde[:_LANGST]))}"'
        case bool():
            tekst = "true" if waarde else "false"
        case None:
            tekst = "null"
        case Decimal():
            tekst = f"{waarde:f}" if abs(waarde.adjusted()) < UITGESCHREVEN else str(waarde)
        case Integral():
            tekst = str(Decimal(int(waarde)))  # Python itself writes no whole number of more than 4300 digits
        case Real():
            tekst = str(waarde)
        case _:
            tekst = (
                "{ … }"
                if isinstance(waarde, dict)
                else "[ … ]"
                if isinstance(waarde, list | tuple)
                else "dit"
            )
    return tekst if len(tekst) <= _LANGST else f"{tekst[: _LANGST - 1]}…"


def bezwaren_uit(fout: ValidationError, model: type[BaseModel]) -> tuple[Bezwaar, ...]:
    """Translate each of pydantic's findings on a model."""
    return tuple(_bezwaar(bevinding, model) for bevinding in fout.errors(include_url=False))


def _bezwaar(bevinding: ErrorDetails, model: type[BaseModel]) -> Bezwaar:
    pad = tuple(deel for deel in bevinding["loc"] if deel != "[key]")
    soort = bevinding["type"]
    context: dict[str, Any] = bevinding.get("ctx", {})
    grenzen = grenzen_op(model, pad)
    toegestaan = grenzen.toegestaan if grenzen else ""
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
        omgeving = model_op(model, pad[:-1])
        namen = namen_in(omgeving) if omgeving else ()
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
        remedie=remedie or (grenzen.remedie if grenzen else ""),
    )
