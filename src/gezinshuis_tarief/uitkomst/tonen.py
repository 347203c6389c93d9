"""What a key is called and how the value at it is read, in Dutch."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import grenzen_bij, waarde_op, zwaarte_in
from gezinshuis_tarief.uitkomst.eigen_formules import eigen_definitie, op_een_regel

if TYPE_CHECKING:
    from gezinshuis_tarief.kern.grenzen import Grenzen
    from gezinshuis_tarief.model.opbouw import Opbouw
    from gezinshuis_tarief.uitkomst.tarief import Tarief


_ENKELVOUD: Final = {
    Eenheid.AANTAL_PLAATSEN: "plaats",
    Eenheid.ETMALEN_PER_JAAR: "etmaal per jaar",
    Eenheid.WEKEN_PER_JAAR: "week per jaar",
}
"""How a unit is called behind 1; the others are called the same."""


def titel_van(tarief: Tarief, groep: str) -> str:
    """Return the name of a part of the opbouw as shown, with its number where it has one."""
    for regel in tarief.regels:
        if regel.sleutel == groep:
            return f"{regel.nummer} {regel.titel}" if regel.nummer else regel.titel
    return groep.replace("_", " ").capitalize()


def _grenzen(opbouw: Opbouw, sleutel: str) -> Grenzen | None:
    """Return what an input of an opbouw allows; also one that is its own for one zorgzwaarte, or may become so."""
    return grenzen_bij(opbouw, zwaarte_in(sleutel)[1])


def omschrijving_van(opbouw: Opbouw, sleutel: str) -> str:
    """Return what a key means in one Dutch line; its own words where the opbouw does not have it."""
    zwaarte, _ = zwaarte_in(sleutel)
    if grenzen := _grenzen(opbouw, sleutel):
        return f"{grenzen.omschrijving} (zorgzwaarte {zwaarte})" if zwaarte else grenzen.omschrijving
    return sleutel.replace("_", " ").replace(".", " ")


def toon_voorstel(opbouw: Opbouw, sleutel: str, voorstel: str) -> str:
    """Show a value that was written down as text the way the value at a key is read."""
    grenzen = _grenzen(opbouw, sleutel)
    eenheid = grenzen.eenheid if grenzen else None
    try:
        return _toon(Decimal(voorstel), eenheid)
    except InvalidOperation:
        return "geen" if voorstel == "null" else voorstel.replace("_", " ")


def toon_bij(opbouw: Opbouw, sleutel: str) -> str:
    """Show the value at a key the way its unit is read in Dutch."""
    grenzen, heel = _grenzen(opbouw, sleutel), waarde_op(opbouw, sleutel)
    if grenzen and heel is not None:
        return _toon(heel, grenzen.eenheid)
    if isinstance(heel, Onderdeel):
        return _toon_deel(heel, sleutel)
    if isinstance(heel, tuple) and heel:
        return "; ".join(_toon_deel(post, sleutel) for post in heel)
    return "geen"


def _toon(waarde: object, eenheid: Eenheid | None) -> str:
    if not isinstance(waarde, Decimal | int):
        return str(waarde).replace("_", " ")
    getal = Decimal(waarde)
    if eenheid is None:
        return nederlands(getal)
    if eenheid in {Eenheid.FRACTIE, Eenheid.FACTOR}:
        return toon(getal, eenheid)
    woord = _ENKELVOUD[eenheid] if getal == 1 and eenheid in _ENKELVOUD else eenheid.removeprefix("€ ")
    return f"{toon(getal, eenheid)} {woord}"


def _toon_deel(deel: Onderdeel, plek: str) -> str:
    """Show a whole part: its formula when that is one's own, and its values in a row."""
    definitie = eigen_definitie(deel, plek)
    formule = [op_een_regel(type(deel).__name__, definitie)] if definitie else []
    waarden = (
        f"{waarde.sleutel.replace('_', ' ')} {_toon(waarde.waarde, waarde.eenheid)}"
        for waarde in deel.waarden()
        if waarde.waarde is not None
    )
    return ", ".join([*formule, *waarden])
