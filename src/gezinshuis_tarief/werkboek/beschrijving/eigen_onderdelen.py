"""The sheet Eigen onderdelen: what each component of one's own takes in and how it calculates; and the locked copy."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.sleutels import pad_van
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.invoerveld import Invoerveld
from gezinshuis_tarief.onderdelen.meereizen import definities
from gezinshuis_tarief.onderdelen.plaatsing import DEFINITIES, eigen_delen
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Inhoud

PLAATSEN: Final = "plaatsen"
"""The key, in the locked copy, of where each component stands."""
KENMERK: Final = "kenmerk "
OF_LEEG: Final = " of leeg"
KEUZE: Final = "keuze"
TEKST_TOT: Final = ("tekst tot ", " tekens")
TUSSEN_KEUZES: Final = "; "
_STUK: Final = 30_000
"""Characters of the locked copy in one cell, which holds 32,767 at most."""
_KOPRIJ: Final = 3
_BREEDTES: Final = (22, 11, 30, 78, 20, 10, 10, 10, 30)
_OPMAKEN: Final = {"uitkomst": "vet_alinea", "stap": "tekst"}
"""How the formula of a line looks; a description is small."""


class Definitieregel(NamedTuple):
    """One line of the sheet, in the order of its columns; what is not said is None."""

    onderdeel: str
    regel: str
    naam: str
    tekst: str | None = None
    eenheid: str | None = None
    minstens: Inhoud = None
    meer_dan: Inhoud = None
    hoogstens: Inhoud = None
    keuzes: str | None = None


def plaatsen_van(opbouw: Opbouw) -> dict[str, str]:
    """Return the name of each component of one's own, by the key where it stands."""
    return {sleutel: type(deel).__name__ for sleutel, _, deel in eigen_delen(opbouw)}


def definitieregels(plaatsen: Mapping[str, str], alle: Mapping[str, Definitie]) -> Iterator[Definitieregel]:
    """Yield the lines of the sheet, component by component."""
    for soort, definitie in alle.items():
        kenmerk = f"{KENMERK}{definitie.kenmerk}"
        yield Definitieregel(
            soort, "onderdeel", definitie.plek, definitie.uitleg, definitie.waar.eenheid, keuzes=kenmerk
        )
        for sleutel in (sleutel for sleutel, daar in plaatsen.items() if daar == soort):
            yield Definitieregel(soort, "plaats", sleutel, _plaats(sleutel))
        for naam, veld in definitie.invoer.items():
            yield Definitieregel(
                soort,
                "invoer",
                naam,
                veld.omschrijving,
                _eenheid(veld),
                veld.minstens,
                veld.meer_dan,
                veld.hoogstens,
                TUSSEN_KEUZES.join(veld.keuzes),
            )
        for naam, stap in definitie.stappen.items():
            yield Definitieregel(soort, "stap", naam, stap.formule, stap.eenheid)
        yield Definitieregel(soort, "uitkomst", "uitkomst", definitie.uitkomst, definitie.waar.eenheid)


def _plaats(sleutel: str) -> str:
    deel, *rest = pad_van(sleutel)
    kamer = ALLE.get(str(deel))
    return f"eigen post {int(rest[0]) + 1}" if kamer is None else f"bouwsteen {kamer.nummer}: {kamer.titel}"


def _eenheid(veld: Invoerveld) -> str:
    """Say what kind of input it is."""
    if veld.keuzes:
        return KEUZE
    if veld.tekst is not None:
        return str(veld.tekst).join(TEKST_TOT)
    return veld.onderdeel or f"{veld.eenheid}{OF_LEEG if veld.mag_leeg else ''}"


def verzonden_stukken(opbouw: Opbouw) -> list[str]:
    """Return the components of one's own as they are sent, in pieces that fit a cell; none without such components."""
    if not (plaatsen := plaatsen_van(opbouw)):
        return []
    alle = {naam: deel.model_dump(mode="json") for naam, deel in definities(opbouw).items()}
    tekst = json.dumps({PLAATSEN: plaatsen, DEFINITIES: alle}, separators=(",", ":"))
    return [tekst[begin : begin + _STUK] for begin in range(0, len(tekst), _STUK)]


def maak_eigen_onderdelen(vulling: Werkboekinhoud) -> tuple[Blad, ...]:
    """Lay the sheet out; there is none without components of one's own."""
    regels = [*definitieregels(plaatsen_van(vulling.opbouw), definities(vulling.opbouw))]
    if not regels:
        return ()
    uitleg = (
        "Wat hier afwijkt van de standaard, en hoe het rekent. De waarden vult u in op Uitgangspunten; "
        "een andere formule op dit blad rekent niet mee, maar wordt bij het teruglezen gemeld."
    )
    cellen = [Cel(0, 0, namen.EIGEN_ONDERDELEN, "titel"), Cel(1, 0, uitleg, "onder")]
    for plek, kop in enumerate(namen.ONDERDELENKOPPEN):
        cellen.append(Cel(_KOPRIJ, plek, kop, "kop", naam="" if plek else namen.ONDERDELENKOP))
    hoogtes = {0: 30.0, _KOPRIJ: 22.0}
    for rij, regel in enumerate(regels, start=_KOPRIJ + 1):
        for plek, inhoud in enumerate(regel):
            cellen.append(Cel(rij, plek, None if inhoud == "" else inhoud, _opmaak(regel.regel, plek)))
    return (
        Blad(
            namen.EIGEN_ONDERDELEN,
            "#7A6F9B",
            _BREEDTES,
            cellen,
            hoogtes,
            liggend=True,
            koprijen=(_KOPRIJ, _KOPRIJ),
            bevroren=(_KOPRIJ + 1, 3),
            actief=(_KOPRIJ + 1, 3),
        ),
    )


def _opmaak(regel: str, plek: int) -> str:
    """Return how a cell looks: a component begins as a section, and its formulas stand out."""
    if regel == "onderdeel":
        return "sectie_alinea"
    if plek == Definitieregel._fields.index("tekst"):
        return _OPMAKEN.get(regel, "klein")
    return "tekst" if plek == Definitieregel._fields.index("naam") else "klein"
