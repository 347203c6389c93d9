"""JSON in and out: the opbouw itself, with numbers that keep their decimals."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.model.opbouw import Opbouw


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
        raise InvoerFout((Bezwaar(dubbel, "", "staat er twee keer", "", "Laat een van beide weg."),))
    return inhoud


def lees_tekst(tekst: str | bytes) -> Any:  # noqa: ANN401 (whatever the JSON holds)
    """Parse JSON with exact numbers.

    Raises:
        InvoerFout: when the text is no JSON, is cut off, or holds a key twice.
    """
    try:
        return json.loads(
            tekst, parse_float=_getal, parse_int=_getal, parse_constant=_getal, object_pairs_hook=_eenmalig
        )
    except json.JSONDecodeError as fout:
        einde = fout.pos >= len(fout.doc.rstrip()) or fout.msg.startswith("Unterminated")
        plek = f"bij regel {fout.lineno}, teken {fout.colno}"
        melding = f"houdt te vroeg op {plek}" if einde else f"is geen geldige JSON {plek}"
        bezwaar = Bezwaar("", "", melding, "", "Controleer of het bestand volledig is.")
        raise InvoerFout((bezwaar,)) from None
    except (UnicodeDecodeError, RecursionError):
        bezwaar = Bezwaar("", "", "is geen leesbare tekst", "", "Bewaar het bestand als JSON in UTF-8.")
        raise InvoerFout((bezwaar,)) from None


def van_json(tekst: str | bytes) -> Opbouw:
    """Read one opbouw from JSON text.

    Raises:
        InvoerFout: with every objection, by key.
    """
    return opbouw_van(lees_tekst(tekst))


def opbouw_van(inhoud: object) -> Opbouw:
    """Read one opbouw from parsed JSON."""
    if not isinstance(inhoud, dict):
        remedie = 'Schrijf een opbouw: { "gezinshuis": { … }, … }.'
        raise InvoerFout((Bezwaar("", "", "is geen groep van sleutels en waarden", "", remedie),))
    return Opbouw.model_validate(inhoud)


def opbouwen_van(inhoud: list[Any]) -> list[Opbouw]:
    """Read a list of opbouwen from parsed JSON; objections to any of them come with their place in it."""
    opbouwen, bezwaren = [], []
    for plek, deel in enumerate(inhoud):
        try:
            opbouwen.append(opbouw_van(deel))
        except InvoerFout as fout:
            bezwaren += [bezwaar.onder(str(plek)) for bezwaar in fout.bezwaren]
    if bezwaren:
        raise InvoerFout(tuple(bezwaren))
    return opbouwen


def naar_json(opbouw: Opbouw) -> str:
    """Write an opbouw as JSON text; reading it back gives the same opbouw."""
    return json.dumps(opbouw.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
