"""The sheet Nieuw onderdeel: empty lines on which somebody writes a cost line with a formula, without any program."""

from __future__ import annotations

from functools import partial
from typing import Final

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.werkboek.beschrijving import keuringen
from gezinshuis_tarief.werkboek.beschrijving.namen import ONDERDELENKOPPEN
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel

NIEUW_ONDERDEEL: Final = "Nieuw onderdeel"
NIEUWKOP: Final = "onderdelen.nieuw"
"""The cell that heads the empty lines."""
NIEUWKOPPEN: Final = (*ONDERDELENKOPPEN, "Waarde")
REGELSOORTEN: Final = ("invoer", "stap", "uitkomst")
_REGELS: Final = 30
_BREEDTES: Final = (24, 11, 22, 60, 20, 10, 10, 10, 24, 14)
_UITLEG: Final = (
    (
        "Hier schrijft u een kostenpost met een eigen formule. Hij telt niet vanzelf mee: wie dit werkboek leest, ziet hem "
        "als voorstel, met het verschil per etmaal, en kan hem overnemen."
    ),
    (
        "Schrijf één regel per invoer, met een naam, een eenheid en een waarde, en één regel uitkomst met de formule: wat het "
        "kost in euro per huis per jaar. Op de volgende regels van hetzelfde onderdeel mag de eerste kolom leeg blijven."
    ),
    (
        "Een formule kent + - * / en haakjes, MIN(a; b), MAX(a; b), AFRONDEN(a; 2), uw eigen namen, hele getallen, "
        "huis.plaatsen, huis.plaatsdagen, huis.dagen en huis.weken. Een percentage of een getal met een komma is altijd een "
        "invoer, zodat erover kan worden gesproken. Zet geen = voor de formule."
    ),
)
_VOORBEELD: Final = (
    ("Vervoer", "invoer", "ritten", "ritten per jeugdige per jaar", "aantal", "", "", "", "", "120"),
    ("", "invoer", "prijs", "prijs van een rit", "€ per stuk", "", "", "", "", "7,50"),
    ("", "uitkomst", "", "huis.plaatsen * ritten * prijs", "", "", "", "", "", ""),
)
_VELD: Final = {1: REGELSOORTEN, 4: tuple(map(str, Eenheid))}
"""The columns with a list to choose from."""
_VRIJ: Final = "invoer_tekst"
_GETALLEN: Final = frozenset({5, 6, 7, 9})


def leeg_onderdelenblad() -> Blad:
    """Lay the sheet out, with an example above its empty lines."""
    cellen = [Cel(0, 0, NIEUW_ONDERDEEL, "titel")]
    laatste = len(NIEUWKOPPEN) - 1
    cellen += [Cel(1 + nummer, 0, tekst, "alinea", tot_kolom=laatste) for nummer, tekst in enumerate(_UITLEG)]
    voorbeeld = len(_UITLEG) + 2
    cellen.append(Cel(voorbeeld, 0, "Voorbeeld", "sectie_alinea"))
    for rij, regel in enumerate(_VOORBEELD, start=voorbeeld + 1):
        cellen += [Cel(rij, plek, inhoud, "klein") for plek, inhoud in enumerate(regel) if inhoud]
    kop = voorbeeld + len(_VOORBEELD) + 2
    for plek, tekst in enumerate(NIEUWKOPPEN):
        cellen.append(Cel(kop, plek, tekst, "kop", naam="" if plek else NIEUWKOP))
    for rij in range(kop + 1, kop + 1 + _REGELS):
        cellen += [_leeg(rij, plek) for plek in range(len(NIEUWKOPPEN))]
    return Blad(
        NIEUW_ONDERDEEL, "#7A6F9B", _BREEDTES, cellen, {0: 30.0, kop: 22.0}, liggend=True, actief=(kop + 1, 0)
    )


def _leeg(rij: int, plek: int) -> Cel:
    """Return an empty cell to write in; a name such as 1-2 must not become a day."""
    opmaak = "invoer_getal" if plek in _GETALLEN else _VRIJ if plek in _VELD else "invoer_woord"
    keuring = partial(keuringen.lijst, _VELD[plek], "") if plek in _VELD else None
    return Cel(rij, plek, None, opmaak, keuring=keuring)
