"""What an input cell accepts: the validation that speaks up while typing, and the check that stays."""

from __future__ import annotations

import datetime as dt
import textwrap
from decimal import Decimal
from typing import Any

from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands
from gezinshuis_tarief.kern.grenzen import KLEINSTE_STAP
from gezinshuis_tarief.kern.sleutels import bouwdeel, excelnaam, zwaarte_in
from gezinshuis_tarief.kern.velden import GRENS
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD, OPSLAGEN, POSTEN
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, eisformules
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Invoercel
from gezinshuis_tarief.werkboek.beschrijving.namen import NOG_INVULLEN
from gezinshuis_tarief.werkboek.xlsx.blad import Keuring

_TITEL_HOOGSTENS = 32
_LIJST_HOOGSTENS = 255
"""Characters of all words together in a dropdown; with more of them the check beside the cell is all there is."""
_EERSTE_DAG = dt.date(1990, 1, 1)


def tussen(soort: str, laagst: object, hoogst: object) -> dict[str, Any]:
    """Return the bounds as a spreadsheet program checks them: of a number, or of the length of a text."""
    return {"validate": soort, "criteria": "between", "minimum": laagst, "maximum": hoogst}


def _getal(waarde: object, eenheid: Eenheid | None) -> str:
    """Write a bound as the user types it."""
    getal = Decimal(str(waarde))
    return f"{nederlands(getal * 100)}%" if eenheid is Eenheid.FRACTIE else nederlands(getal)


def _grenzen(cel: Invoercel) -> tuple[str, str]:
    """Return the bounds of a number as a condition on its name, and in Dutch."""
    naam, grenzen = excelnaam(cel.sleutel), cel.veld.grenzen
    eisen, woorden = [], []
    if grenzen.laagst is not None:
        teken, tekst = (">=", "minstens") if grenzen.laagst_mag else (">", "groter dan")
        eisen.append(f"{naam}{teken}{grenzen.laagst}")
        woorden.append(f"{tekst} {_getal(grenzen.laagst, grenzen.eenheid)}")
    if grenzen.hoogst is not None:
        eisen.append(f"{naam}<={grenzen.hoogst}")
        woorden.append(f"hoogstens {_getal(grenzen.hoogst, grenzen.eenheid)}")
    else:
        eisen.append(f"{naam}<{GRENS}")
    if grenzen.is_heel:
        eisen.append(f"INT({naam})={naam}")
        woorden.insert(0, "heel getal")
    return f"AND({','.join(eisen)})", ", ".join(woorden)


def let_op(cel: Invoercel) -> str:
    """Return the formula that says what is wrong with an input, or nothing; it survives pasting."""
    naam = excelnaam(cel.sleutel)
    if opties := cel.veld.grenzen.keuzes:
        gelijk = ",".join(f'{naam}="{optie}"' for optie in opties)
        return f'=IF(ISBLANK({naam}),"{NOG_INVULLEN}",IF(OR({gelijk}),"","kies uit de lijst"))'
    if cel.veld.eenheid is None:
        return _let_op_tekst(cel)
    eis, woorden = _grenzen(cel)
    goed = f'IF(ISNUMBER({naam}),IF({eis},"","{woorden}"),"geen getal")'
    return f"=IF(ISBLANK({naam}),{_als_leeg(cel)},{goed})"


def _als_leeg(cel: Invoercel) -> str:
    """Return what a blank number means: missing, not asked, or asked because of another cell."""
    deel = bouwdeel(cel.sleutel)
    if deel == GELIEERD:
        return f'IF({AANWEZIG}="ja","{NOG_INVULLEN}","")'
    if deel == POSTEN and not cel.verplicht and not cel.veld.grenzen.mag_leeg:
        post = excelnaam(zwaarte_in(cel.sleutel)[1]).rpartition(".")[0]
        return f'IF(LEN({post}.naam)>0,"{NOG_INVULLEN}","")'
    return f'"{NOG_INVULLEN}"' if cel.verplicht else '""'


def _let_op_tekst(cel: Invoercel) -> str:
    """Ask for a name: always, or only once its own cost line has an amount, or its own percentage a number."""
    naam = excelnaam(cel.sleutel)
    if cel.veld.grenzen.is_vrij:
        return '=""'
    if cel.verplicht:
        return f'=IF(ISBLANK({naam}),"{NOG_INVULLEN}","")'
    veld = "percentage" if bouwdeel(cel.sleutel) == OPSLAGEN else "bedrag_per_jaar"
    bedrag = f"{naam.rpartition('.')[0]}.{veld}"
    return f'=IF(AND(ISBLANK({naam}),ISNUMBER({bedrag})),"{NOG_INVULLEN}","")'


def let_op_aanwezig() -> str:
    """Return the check on the switch of bouwsteen 8."""
    return f'=IF(ISBLANK({AANWEZIG}),"{NOG_INVULLEN}",IF(OR({AANWEZIG}="ja",{AANWEZIG}="nee"),"","kies ja of nee"))'


def let_op_eisen(geheel: Opbouw) -> dict[str, str]:
    """Return the check on inputs together, by the part of the last of them; silent while a number is missing.

    Args:
        geheel: everything that the workbook has cells for.
    """
    toetsen: dict[str, list[tuple[str, str]]] = {}
    for sleutels, eis, houdt in eisformules(geheel):
        nodig = [excelnaam(sleutel) for sleutel in sleutels if bouwdeel(sleutel) != GELIEERD]
        wacht = f"COUNT({','.join(nodig)})<{len(nodig)}"
        laatste = bouwdeel(sleutels[len(eis.sleutels) - 1])
        zwaartes = sorted({zwaarte for sleutel in sleutels if (zwaarte := zwaarte_in(sleutel)[0])})
        kort = " ".join([eis.kort, *(f"bij {zwaarte}" for zwaarte in zwaartes)])
        toetsen.setdefault(laatste, []).append((f"OR({wacht},IFERROR({houdt},TRUE))", kort))
    formules = {}
    for deel, eisen in toetsen.items():
        tekst = '""'
        for goed, kort in reversed(eisen):
            tekst = f'IF({goed},{tekst},"{kort}")'
        formules[deel] = f"={tekst}"
    return formules


def keuring(cel: Invoercel) -> Keuring:
    """Return the validation of an input cell."""
    titel = textwrap.shorten(cel.veld.omschrijving.capitalize(), _TITEL_HOOGSTENS, placeholder="…")
    if opties := cel.veld.grenzen.keuzes:
        return lijst(opties, titel)
    if cel.veld.eenheid is None:
        tekens = cel.veld.grenzen.tekens
        return Keuring(
            tussen("length", 1, tekens), titel, f"Schrijf een tekst van hoogstens {tekens} tekens."
        )
    woorden = _grenzen(cel)[1]
    voorbeeld = " Typ een percentage met %-teken, zoals 95%." if cel.veld.eenheid is Eenheid.FRACTIE else ""
    leeg = "" if cel.verplicht else " Leeg laten mag."
    return Keuring(
        _regel(cel),
        titel,
        f"Hier hoort een getal: {woorden}.{voorbeeld}",
        f"{cel.veld.eenheid}: {woorden}.{voorbeeld}{leeg}",
    )


def _regel(cel: Invoercel) -> dict[str, Any]:
    """Return the bounds of a number."""
    grenzen = cel.veld.grenzen
    laagste: Any = grenzen.laagst if grenzen.laagst is not None and grenzen.laagst_mag else KLEINSTE_STAP
    return tussen("integer" if grenzen.is_heel else "decimal", f"{laagste:f}", f"{grenzen.grootste:f}")


def lijst(opties: tuple[str, ...], titel: str) -> Keuring:
    """Return a dropdown; it says what to choose only under a title."""
    kort = len(",".join(opties)) <= _LIJST_HOOGSTENS
    regel: dict[str, Any] = {"validate": "list", "source": list(opties)} if kort else {"validate": "any"}
    woorden = " of ".join(opties)
    return Keuring(regel, titel, f"Kies uit de lijst: {woorden}.", f"Kies {woorden}." if titel else "")


def datum() -> Keuring:
    """Return the validation of a day."""
    regel = {"validate": "date", "criteria": ">=", "value": _EERSTE_DAG}
    return Keuring(regel, "", "Hier hoort een datum, zoals 1-1-2026.")
