"""JSON in and out: the opbouw itself, with numbers that keep their decimals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, overload

from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort, naar_pad
from gezinshuis_tarief.kern.bestanden import bewaar_tekst
from gezinshuis_tarief.kern.fouten import InvoerFout, eis_geen, weigering
from gezinshuis_tarief.kern.jsontekst import lees_json, schrijf_json
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import bezwaren_onder
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderdelen.meereizen import KLASSEN


def van_json(tekst: str | bytes, *, klassen: Iterable[type[Onderdeel]] = ()) -> Opbouw:
    """Read one opbouw from JSON text; of a file: `van_json(pad.read_bytes())`.

    Components of one's own come along as data; nothing in it is executed.

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


@overload
def naar_json(opbouw: Opbouw) -> str: ...
@overload
def naar_json(opbouw: Opbouw, pad: Bestandspad, *, overschrijf: bool = False) -> None: ...
def naar_json(opbouw: Opbouw, pad: Bestandspad | None = None, *, overschrijf: bool = False) -> str | None:
    """Write an opbouw as JSON; reading it back gives the same opbouw, also where the classes of its parts are not.

    Args:
        opbouw: the quote.
        pad: the .json file to make; the text is returned when left out.
        overschrijf: whether an existing file may be replaced.

    Raises:
        InvoerFout: when a component of one's own cannot be written down, with what to do instead.
        FileExistsError: when the file exists and may not be replaced.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    tekst = schrijf_json(opbouw.model_dump(mode="json"))
    if pad is None:
        return tekst
    bewaar_tekst(tekst, naar_pad(pad, einden=[".json"]), overschrijf=overschrijf)
    return None
