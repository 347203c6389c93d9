"""The inverse question: at which value of one input does a tariff break even?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Any, Final

from gezinshuis_tarief.kern.argumenten import eis_soort, naar_bedrag, toon_ding
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.fouten import (
    Bezwaar,
    GezinshuisTariefFout,
    InvoerFout,
    eis_geen,
    verzameld,
    weigering,
)
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.grenzen import KLEINSTE_STAP, Grenzen
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte, plat
from gezinshuis_tarief.kern.velden import CIJFERS_HOOGSTENS
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import Indeling
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.scenarios.sleutels import Getalinvoer, veld_van

_SCHRIJFBAAR: Final = Context(prec=CIJFERS_HOOGSTENS)


class GeenKeerpunt(GezinshuisTariefFout, ValueError):
    """No allowed value of the input gives the asked tariff; says which tariffs it does give."""


@dataclass(frozen=True, slots=True)
class Keerpunt:
    """Where a tariff breaks even.

    Attributes:
        sleutel: the input that was solved for.
        waarde: its value, to ten decimals (fifteen digits for large amounts).
        nu: its value in the opbouw; None when it has none.
        tarief: the unrounded tariff at `waarde`; differs from what was asked only by those decimals.
    """

    sleutel: str
    waarde: Decimal
    nu: Decimal | None
    eenheid: Eenheid
    zorgzwaarte: Zorgzwaarte
    gevraagd: Decimal
    tarief: Decimal

    def __str__(self) -> str:
        nu = "" if self.nu is None else f" (nu {toon(self.nu, self.eenheid)})"
        return (
            f"Bij {self.sleutel} = {toon(self.waarde, self.eenheid)}{nu} is het tarief voor zorgzwaarte "
            f"{self.zorgzwaarte} € {nederlands(self.gevraagd, 2)} per etmaal."
        )


def keerpunt(
    opbouw: Opbouw, sleutel: str, *, tarief: Getalinvoer, zorgzwaarte: Zorgzwaarte = "midden"
) -> Keerpunt:
    """Return the value of one input at which the cost price with margin equals a given tariff.

    In each input by itself the tariff only rises or only falls; the value is found by halving, with exact
    arithmetic on the unrounded tariff, down to the last decimal an input can have.

    Args:
        opbouw: the quote; all its other inputs stay.
        sleutel: the input to solve for, such as "leegstand.bezettingsgraad".
        tarief: euro per etmaal that it has to come to.
        zorgzwaarte: which of the three tariffs.

    Raises:
        GeenKeerpunt: when no allowed value gives this tariff.
        InvoerFout: for an unknown key, a choice, or an input that counts whole units.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    bezwaren: list[Bezwaar] = []
    gevraagd = Decimal(0)
    with verzameld(bezwaren):
        veld, eenheid = _tussen(opbouw, sleutel)
    if zorgzwaarte not in ZORGZWAARTES:
        mag = " of ".join(ZORGZWAARTES)
        bezwaren.append(
            Bezwaar("zorgzwaarte", "is geen keuze", gevonden=toon_ding(zorgzwaarte), toegestaan=mag)
        )
    with verzameld(bezwaren):
        gevraagd = naar_bedrag("tarief", tarief)
    eis_geen(bezwaren)
    bij = _tarief_bij(opbouw, sleutel, zorgzwaarte)
    laagst, hoogst = veld.kleinste, veld.grootste
    hoogst = _hoogst_toegestaan(opbouw, sleutel, laagst, hoogst)
    waarde = _halveer(bij, gevraagd, laagst, hoogst)
    if waarde is None:
        raise GeenKeerpunt(_geen(sleutel, eenheid, gevraagd, [(x, bij(x)) for x in (laagst, hoogst)]))
    waarde = _SCHRIJFBAAR.plus(waarde)
    return Keerpunt(sleutel, waarde, plat(opbouw).get(sleutel), eenheid, zorgzwaarte, gevraagd, bij(waarde))


def _tussen(opbouw: Opbouw, sleutel: str) -> tuple[Grenzen, Eenheid]:
    """Return the field of an input that has values in between, and its unit."""
    veld = veld_van(opbouw, sleutel)
    if veld.eenheid is None or veld.is_heel:
        remedie = "Bereken de mogelijke waarden met raster en bereken_kolommen."
        raise weigering(sleutel, "heeft geen waarden ertussen", remedie=remedie)
    return veld, veld.eenheid


def _tarief_bij(opbouw: Opbouw, sleutel: str, zorgzwaarte: Zorgzwaarte) -> Callable[[Decimal], Decimal]:
    """Return the unrounded tariff as a function of one input."""
    indeling = Indeling.van((), opbouw)
    waarden: dict[str, Any] = plat(opbouw)

    def bij(waarde: Decimal) -> Decimal:
        with localcontext(CONTEXT):
            return stel_samen(indeling.bouw({**waarden, sleutel: waarde}), Exact())[
                zorgzwaarte
            ].onafgerond_tarief

    return bij


def _hoogst_toegestaan(opbouw: Opbouw, sleutel: str, laagst: Decimal, hoogst: Decimal) -> Decimal:
    """Lower the highest value until shares of the tariff leave something of it."""
    kaal = opbouw.model_copy(update={"onderbouwing": {}})

    def mag(waarde: Decimal) -> bool:
        try:
            kaal.met({sleutel: waarde})
        except InvoerFout:
            return False
        return True

    return hoogst if mag(hoogst) else _zoek(lambda waarde: not mag(waarde), laagst, hoogst) - KLEINSTE_STAP


def _zoek(geldt: Callable[[Decimal], bool], laagst: Decimal, hoogst: Decimal) -> Decimal:
    """Return the first value, in smallest steps, from which something holds; it holds at the highest."""
    onder, boven = int(laagst / KLEINSTE_STAP), int(hoogst / KLEINSTE_STAP)
    while onder < boven:
        midden = (onder + boven) // 2
        if geldt(midden * KLEINSTE_STAP):
            boven = midden
        else:
            onder = midden + 1
    return onder * KLEINSTE_STAP


def _halveer(
    bij: Callable[[Decimal], Decimal], gevraagd: Decimal, laagst: Decimal, hoogst: Decimal
) -> Decimal | None:
    """Return the value whose tariff is nearest to the asked one; None when it lies outside what can be."""
    begin, eind = bij(laagst), bij(hoogst)
    if begin == eind or not min(begin, eind) <= gevraagd <= max(begin, eind):
        return None
    stijgt = eind > begin
    boven = _zoek(lambda x: bij(x) >= gevraagd if stijgt else bij(x) <= gevraagd, laagst, hoogst)
    onder = max(laagst, boven - KLEINSTE_STAP)
    return min((boven, onder), key=lambda x: abs(bij(x) - gevraagd))


def _geen(sleutel: str, eenheid: Eenheid, gevraagd: Decimal, einden: list[tuple[Decimal, Decimal]]) -> str:
    (_, begin), (_, eind) = einden
    vraag = f"{sleutel}: geen keerpunt bij een tarief van € {nederlands(gevraagd, 2)}."
    if begin == eind:
        return f"{vraag} Deze invoer verandert het tarief niet: dat blijft € {nederlands(begin, 2)}."
    te_laag = gevraagd < min(begin, eind)
    waarde, grens = (min if te_laag else max)(einden, key=lambda einde: einde[1])
    woord = "Lager" if te_laag else "Hoger"
    return f"{vraag} {woord} dan € {nederlands(grens, 2)} wordt het niet (bij {toon(waarde, eenheid)})."
