"""A starting input: sourced figures filled in, the rest null, with a remark at every key."""

from __future__ import annotations

from typing import Any, Final

from gezinshuis_tarief.kern.onderbouwing import Herkomst, Onderbouwing
from gezinshuis_tarief.voorbeelden import voorbeeld_2026

KEUZE_NODIG: Final = ("bruto_maandsalaris", "onregelmatigheidstoeslag")
"""Sourced in the example, but by a choice of scale that is the user's to make."""


def begin() -> dict[str, Any]:
    """Return a starting opbouw in JSON shape.

    What the example has from a source stays, what is an aanname in it becomes null; `onderbouwing`
    says for every key what it is and what is allowed.
    """
    voorbeeld = voorbeeld_2026()
    inhoud: dict[str, Any] = voorbeeld.model_dump(mode="json")
    onderbouwing = {}
    for waarde in voorbeeld.waarden():
        steun = voorbeeld.onderbouwing_van(waarde.sleutel)
        *pad, laatste = waarde.sleutel.split(".")
        if waarde.grenzen.mag_leeg:
            continue
        if steun.herkomst is Herkomst.AANNAME or laatste in KEUZE_NODIG:
            tak = inhoud
            for deel in pad:
                tak = tak[deel]
            tak[laatste] = None
            steun = Onderbouwing()
        mag = waarde.grenzen.toegestaan
        opmerking = f"{waarde.omschrijving}; {'kies ' if waarde.grenzen.keuzes else ''}{mag}"
        tekst = f"{opmerking}; {steun.toelichting}" if steun.toelichting else opmerking
        met_uitleg = steun.model_copy(update={"toelichting": tekst})
        onderbouwing[waarde.sleutel] = met_uitleg.model_dump(mode="json")
    return {**inhoud, "onderbouwing": onderbouwing}
