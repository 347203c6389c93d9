"""JSON in and out: the opbouw itself, with numbers that keep their decimals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gezinshuis_tarief.kern.fouten import InvoerFout, eis_geen, weigering
from gezinshuis_tarief.kern.jsontekst import lees_json, schrijf_json
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import bezwaren_onder
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderdelen.meereizen import KLASSEN


def van_json(tekst: str | bytes, *, klassen: Iterable[type[Onderdeel]] = ()) -> Opbouw:
    """Read one opbouw from JSON text; components of one's own come along as data, nothing in it is executed.

    Args:
        tekst: the JSON.
        klassen: classes of your own, to be used for the components of their name; they must compute the same.

    Raises:
        InvoerFout: with every objection, by key; with both formulas where a class computes something else.
    """
    return opbouw_van(lees_json(tekst), klassen=klassen)


def opbouw_van(inhoud: object, *, klassen: Iterable[type[Onderdeel]] = ()) -> Opbouw:
    """Read one opbouw from parsed JSON; see `van_json`."""
    if not isinstance(inhoud, dict):
        remedie = 'Schrijf een opbouw: { "gezinshuis": { … }, … }.'
        raise weigering("", "is geen groep van sleutels en waarden", remedie=remedie)
    return Opbouw.model_validate(inhoud, context={KLASSEN: tuple(klassen)})


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
    """Write an opbouw as JSON text; reading it back gives the same opbouw, also where the classes of its parts are not.

    Raises:
        InvoerFout: when a component of one's own cannot be written down, with what to do instead.
    """
    return schrijf_json(opbouw.model_dump(mode="json"))
