"""JSON text in and out, with numbers that keep their decimals."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeVar

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, weigering

_Deel = TypeVar("_Deel")
_BESTANDSNAAM: Final = re.compile(r"\s*[^\s\[{\"'][^\n{\"]*\.[A-Za-z]{2,5}\s*")


def _getal(tekst: str) -> Decimal | str:
    """Keep a number exact; what is no number to Decimal stays text, which the door refuses by its key."""
    try:
        return Decimal(tekst)
    except InvalidOperation:
        return tekst


def _eenmalig(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: one of its values would be lost."""
    inhoud = dict(paren)
    if len(inhoud) < len(paren):
        namen = [naam for naam, _ in paren]
        dubbel = next(naam for naam in namen if namen.count(naam) > 1)
        raise weigering(dubbel, "staat er twee keer", remedie="Laat een van beide weg.")
    return inhoud


def lees_json(tekst: object) -> Any:  # noqa: ANN401 (whatever the JSON holds)
    """Parse JSON with exact numbers; the text itself, not the name of a file.

    Raises:
        InvoerFout: when the text is a name or no JSON, is cut off, or holds a key twice.
    """
    if isinstance(tekst, os.PathLike) or (isinstance(tekst, str) and _BESTANDSNAAM.fullmatch(tekst)):
        remedie = f'Lees het bestand eerst: pathlib.Path("{tekst}").read_bytes().'
        raise weigering("", "is de naam van een bestand, geen JSON", remedie=remedie)
    if not isinstance(tekst, str | bytes):
        remedie = "Geef de tekst van het bestand; een groep met waarden gaat met Opbouw.model_validate."
        raise weigering("", "is geen JSON als tekst", gevonden=type(tekst).__name__, remedie=remedie)
    try:
        inhoud = json.loads(
            tekst, parse_float=_getal, parse_int=_getal, parse_constant=_getal, object_pairs_hook=_eenmalig
        )
    except json.JSONDecodeError as fout:
        einde = fout.pos >= len(fout.doc.rstrip()) or fout.msg.startswith("Unterminated")
        plek = f"bij regel {fout.lineno}, teken {fout.colno}"
        melding = f"houdt te vroeg op {plek}" if einde else f"is geen geldige JSON {plek}"
        bezwaar = Bezwaar("", melding, remedie="Controleer of het bestand volledig is.")
        raise InvoerFout((bezwaar,)) from None
    except (UnicodeDecodeError, RecursionError):
        bezwaar = Bezwaar("", "is geen leesbare tekst", remedie="Bewaar het bestand als JSON in UTF-8.")
        raise InvoerFout((bezwaar,)) from None
    eis_geen(_verborgen(inhoud))
    return inhoud


def lees_lijst(
    tekst: object, naam: str, voorbeeld: str, maak: Callable[[object], _Deel]
) -> tuple[_Deel, ...]:
    """Read a list from JSON, part by part.

    Args:
        tekst: see `lees_json`.
        naam: what the list is called in objections.
        voorbeeld: how such a list begins, for who gave none.
        maak: what turns one part into what it stands for, or refuses it.

    Raises:
        InvoerFout: with every objection, by place in the list.
    """
    from gezinshuis_tarief.kern.sleutels import bezwaren_onder  # noqa: PLC0415 (loaded only when used)

    inhoud = lees_json(tekst)
    if not isinstance(inhoud, list):
        raise weigering(naam, "is geen lijst", remedie=f"Schrijf een lijst: {voorbeeld}.")
    delen: list[_Deel] = []
    bezwaren: list[Bezwaar] = []
    for plek, deel in enumerate(inhoud):
        try:
            delen.append(maak(deel))
        except InvoerFout as fout:
            bezwaren += bezwaren_onder((naam, plek), fout)
    eis_geen(bezwaren)
    return tuple(delen)


def _verborgen(inhoud: object) -> Iterator[Bezwaar]:
    """Object to texts, and names of keys, that hold what nobody sees; every part once, however deep."""
    from pydantic_core import PydanticCustomError  # noqa: PLC0415 (loaded only when used)

    from gezinshuis_tarief.kern.velden import eis_zichtbaar  # noqa: PLC0415 (idem)

    stapel: list[tuple[str, object]] = [("", inhoud)]
    while stapel:
        sleutel, deel = stapel.pop()
        if isinstance(deel, str):
            try:
                eis_zichtbaar(deel)
            except PydanticCustomError as fout:
                context = fout.context or {}
                yield Bezwaar(sleutel, context["melding"], remedie=context["remedie"])
        elif isinstance(deel, dict):
            stapel += [(f"{sleutel}.{naam}".lstrip("."), waarde) for naam, waarde in deel.items()]
            stapel += [(sleutel, naam) for naam in deel]
        elif isinstance(deel, list):
            stapel += [(f"{sleutel}[{plek}]", waarde) for plek, waarde in enumerate(deel)]


def schrijf_json(inhoud: object) -> str:
    """Write JSON as a person can read it, and as this library always writes it."""
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"
