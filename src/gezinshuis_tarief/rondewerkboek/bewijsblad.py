"""The sheet Tariefbewijs: what was agreed, as it was sealed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.rondewerkboek.namen import BEWIJS
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel

_BREEDTES: Final = (56, 66, 18, 18, 46)
_UITLEG: Final = "Een afdruk om te lezen; het bewijs zelf is het JSON-bestand. Het zegel hieronder moet daarmee gelijk zijn."


def maak_bewijsblad(bewijs: Tariefbewijs) -> Blad:
    """Lay the sheet out: marks, outcomes, inputs with their source, and every step."""
    cellen = [Cel(0, 0, "Tariefbewijs", "titel"), Cel(1, 0, _UITLEG, "onder")]
    rij = 3
    for deel in (_kenmerken(bewijs), _uitkomsten(bewijs), _invoer(bewijs), _stappen(bewijs)):
        for plek, inhoud in enumerate(deel):
            for kolom, waarde in enumerate(inhoud):
                cellen.append(Cel(rij, kolom, waarde, _opmaak(waarde, is_kop=not plek)))
            rij += 1
        rij += 1
    return Blad(BEWIJS, "#2E7D4F", _BREEDTES, cellen, {0: 30.0}, liggend=True)


def _opmaak(waarde: str | Decimal, *, is_kop: bool) -> str:
    if is_kop:
        return "kop_rechts" if waarde in ZORGZWAARTES else "kop"
    return "euro" if isinstance(waarde, Decimal) else "alinea"


_Rij = tuple[str | Decimal, ...]


def _kenmerken(bewijs: Tariefbewijs) -> Iterator[_Rij]:
    yield "Kenmerk", "Waarde"
    yield "Gemaakt op", str(bewijs.gemaakt_op)
    if bewijs.afspraak:
        yield "Onderhandeling", bewijs.afspraak.naam
        yield "Prijspeil", str(bewijs.afspraak.peildatum)
        yield "Partijen", ", ".join(bewijs.afspraak.partijen)
        yield "Ronden", str(bewijs.afspraak.ronden)
    yield "Cijfers waarmee is gerekend", str(bewijs.opbouw.prijspeil)
    yield "Versie van gezinshuis-tarief", bewijs.bibliotheek
    yield "Kenmerk van de formules", bewijs.formules
    yield "Kenmerk van de referentiecijfers", bewijs.cijfers
    yield "Zegel", bewijs.zegel


def _uitkomsten(bewijs: Tariefbewijs) -> Iterator[_Rij]:
    yield ("Uitkomst, euro per jeugdige per etmaal", *ZORGZWAARTES)
    for regel in bewijs.uitkomst[ZORGZWAARTES[0]]:
        bedragen = (Decimal(bewijs.uitkomst[zwaarte][regel]) for zwaarte in ZORGZWAARTES)
        yield (regel.replace("_", " "), *bedragen)


def _invoer(bewijs: Tariefbewijs) -> Iterator[_Rij]:
    yield "Invoer", "Omschrijving", "Waarde", "Eenheid", "Bron"
    for waarde in bewijs.opbouw.waarden():
        steun = bewijs.opbouw.onderbouwing.get(waarde.sleutel)
        inhoud = waarde.waarde
        getoond = nederlands(Decimal(inhoud)) if isinstance(inhoud, Decimal | int) else str(inhoud or "geen")
        bron = (steun.bron or str(steun.herkomst)) if steun else ""
        yield waarde.sleutel, waarde.omschrijving, getoond, str(waarde.eenheid or "keuze"), bron


def _stappen(bewijs: Tariefbewijs) -> Iterator[_Rij]:
    yield "Stap", "Formule in woorden", "Waarde", "Eenheid"
    for stap in bewijs.stappen:
        yield stap.sleutel, stap.formule, stap.waarde.replace(".", ","), stap.eenheid
