"""What an input cell accepts: the validation that speaks up while typing, and the check that stays."""

from __future__ import annotations

import datetime as dt
import textwrap
from decimal import Decimal
from typing import Any

from annotated_types import Ge, Gt, Le

from gezinshuis_tarief.componenten.gezinshuis import PLAATSEN_HOOGSTENS, ZORGZWAARTES
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands
from gezinshuis_tarief.kern.meldingen import keuzes, metadata_van
from gezinshuis_tarief.kern.velden import GRENS
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, GELIEERD, excelnaam
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Invoercel
from gezinshuis_tarief.werkboek.beschrijving.namen import NOG_INVULLEN
from gezinshuis_tarief.werkboek.xlsx.blad import Keuring

_GEHEEL = (Eenheid.AANTAL_PLAATSEN, Eenheid.DAGEN_PER_JAAR)
_NAAM_HOOGSTENS = 80
_TITEL_HOOGSTENS = 32
_EERSTE_DAG = dt.date(1990, 1, 1)


def _getal(waarde: object, eenheid: Eenheid | None) -> str:
    """Write a bound as the user types it."""
    getal = Decimal(str(waarde))
    return f"{nederlands(getal * 100)}%" if eenheid is Eenheid.FRACTIE else nederlands(getal)


def _grenzen(cel: Invoercel) -> tuple[str, str]:
    """Return the bounds of a number as a condition on its name, and in Dutch."""
    naam, eenheid = excelnaam(cel.sleutel), cel.veld.eenheid
    eisen, woorden = [], []
    for grens in metadata_van(cel.veld.veld):
        match grens:
            case Ge():
                eisen.append(f"{naam}>={grens.ge}")
                woorden.append(f"minstens {_getal(grens.ge, eenheid)}")
            case Gt():
                eisen.append(f"{naam}>{grens.gt}")
                woorden.append(f"groter dan {_getal(grens.gt, eenheid)}")
            case Le():
                eisen.append(f"{naam}<={grens.le}")
                woorden.append(f"hoogstens {_getal(grens.le, eenheid)}")
    if not any(isinstance(grens, Le) for grens in metadata_van(cel.veld.veld)):
        eisen.append(f"{naam}<{GRENS}")
    if eenheid in _GEHEEL:
        eisen.append(f"INT({naam})={naam}")
        woorden.insert(0, "heel getal")
    return f"AND({','.join(eisen)})", ", ".join(woorden)


def let_op(cel: Invoercel) -> str:
    """Return the formula that says what is wrong with an input, or nothing; it survives pasting."""
    naam = excelnaam(cel.sleutel)
    if opties := keuzes(cel.veld.veld):
        gelijk = ",".join(f'{naam}="{optie}"' for optie in opties)
        return f'=IF(ISBLANK({naam}),"{NOG_INVULLEN}",IF(OR({gelijk}),"","kies uit de lijst"))'
    if cel.veld.eenheid is None:
        return _let_op_tekst(cel)
    eis, woorden = _grenzen(cel)
    goed = f'IF(ISNUMBER({naam}),IF({eis},"","{woorden}"),"geen getal")'
    return f"=IF(ISBLANK({naam}),{_als_leeg(cel)},{goed})"


def _als_leeg(cel: Invoercel) -> str:
    """Return what a blank number means: missing, not asked, or asked because of another cell."""
    if cel.sleutel.startswith(f"{GELIEERD}."):
        return f'IF({AANWEZIG}="ja","{NOG_INVULLEN}","")'
    if cel.sleutel.startswith("eigen_posten[") and not cel.verplicht:
        post = excelnaam(cel.sleutel).rpartition(".")[0]
        return f'IF(LEN({post}.naam)>0,"{NOG_INVULLEN}","")'
    return f'"{NOG_INVULLEN}"' if cel.verplicht else '""'


def _let_op_tekst(cel: Invoercel) -> str:
    """Ask for a name: always, or only once its own cost line has an amount."""
    naam = excelnaam(cel.sleutel)
    if cel.verplicht:
        return f'=IF(ISBLANK({naam}),"{NOG_INVULLEN}","")'
    bedrag = f"{naam.rpartition('.')[0]}.bedrag_per_jaar"
    return f'=IF(AND(ISBLANK({naam}),ISNUMBER({bedrag})),"{NOG_INVULLEN}","")'


def let_op_aanwezig() -> str:
    """Return the check on the switch of bouwsteen 8."""
    return f'=IF(ISBLANK({AANWEZIG}),"{NOG_INVULLEN}",IF(OR({AANWEZIG}="ja",{AANWEZIG}="nee"),"","kies ja of nee"))'


def let_op_plaatsen() -> str:
    """Return the check on all places together."""
    plaatsen = ",".join(f"gezinshuis.plaatsen_{zwaarte}" for zwaarte in ZORGZWAARTES)
    goed = f"AND(SUM({plaatsen})>=1,SUM({plaatsen})<={PLAATSEN_HOOGSTENS})"
    return f'=IF(OR(COUNT({plaatsen})<3,{goed}),"","samen 1 t/m {PLAATSEN_HOOGSTENS} plaatsen")'


def let_op_delen() -> str:
    """Return the check that shares of the tariff leave something over."""
    marge = 'IF(winst_marge.grondslag="tarief",N(winst_marge.percentage),0)'
    aandeel = f'IF(AND({AANWEZIG}="ja",{GELIEERD}.grondslag="tarief"),N({GELIEERD}.aandeel),0)'
    return f'=IF(ROUND({marge}+{aandeel},10)<1,"","met bouwsteen 8 samen minder dan 100%")'


def keuring(cel: Invoercel) -> Keuring:
    """Return the validation of an input cell."""
    titel = textwrap.shorten(cel.veld.omschrijving.capitalize(), _TITEL_HOOGSTENS, placeholder="…")
    if opties := keuzes(cel.veld.veld):
        return lijst(opties, titel)
    if cel.veld.eenheid is None:
        regel = {"validate": "length", "criteria": "between", "minimum": 1, "maximum": _NAAM_HOOGSTENS}
        return Keuring(regel, titel, f"Schrijf een tekst van hoogstens {_NAAM_HOOGSTENS} tekens.")
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
    """Return the bounds as the spreadsheet program checks them."""
    grenzen = metadata_van(cel.veld.veld)
    soort = "integer" if cel.veld.eenheid in _GEHEEL else "decimal"
    hoogste = next((grens.le for grens in grenzen if isinstance(grens, Le)), None)
    laagste: Any = next((grens.ge for grens in grenzen if isinstance(grens, Ge)), None)
    if laagste is None:
        laagste = Decimal("1E-10")
    return {
        "validate": soort,
        "criteria": "between",
        "minimum": f"{laagste:f}" if isinstance(laagste, Decimal) else laagste,
        "maximum": int(GRENS) - 1 if hoogste is None else hoogste,
    }


def lijst(opties: tuple[str, ...], titel: str) -> Keuring:
    """Return a dropdown; it says what to choose only under a title."""
    regel = {"validate": "list", "source": list(opties)}
    woorden = " of ".join(opties)
    return Keuring(regel, titel, f"Kies uit de lijst: {woorden}.", f"Kies {woorden}." if titel else "")


def datum() -> Keuring:
    """Return the validation of a day."""
    regel = {"validate": "date", "criteria": ">=", "value": _EERSTE_DAG}
    return Keuring(regel, "", "Hier hoort een datum, zoals 1-1-2026.")
