"""JSON in and out: the opbouw itself, with numbers that keep their decimals."""

from __future__ import annotations

from typing import Any

from gezinshuis_tarief.kern.fouten import InvoerFout, eis_geen, weigering
from gezinshuis_tarief.kern.jsontekst import lees_json, schrijf_json
from gezinshuis_tarief.kern.sleutels import bezwaren_onder
from gezinshuis_tarief.model.opbouw import Opbouw


def van_json(tekst: str | bytes) -> Opbouw:
    """Read one opbouw from JSON text.

    Raises:
        InvoerFout: with every objection, by key.
    """
    return opbouw_van(lees_json(tekst))


def opbouw_van(inhoud: object) -> Opbouw:
    """Read one opbouw from parsed JSON."""
    if not isinstance(inhoud, dict):
        remedie = 'Schrijf een opbouw: { "gezinshuis": { … }, … }.'
        raise weigering("", "is geen groep van sleutels en waarden", remedie=remedie)
    return Opbouw.model_validate(inhoud)


def opbouwen_van(inhoud: list[Any]) -> list[Opbouw]:
    """Read a list of opbouwen from parsed JSON; objections to any of them come with their place in it."""
    opbouwen, bezwaren = [], []
    for plek, deel in enumerate(inhoud):
        try:
            opbouwen.append(opbouw_van(deel))
        except InvoerFout as fout:
            bezwaren += bezwaren_onder([plek], fout)
    eis_geen(bezwaren)
    return opbouwen


def naar_json(opbouw: Opbouw) -> str:
    """Write an opbouw as JSON text; reading it back gives the same opbouw."""
    return schrijf_json(opbouw.model_dump(mode="json"))
