"""The inverse question: at which value of one input does a tariff break even?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from decimal import Context, Decimal, localcontext
from itertools import pairwise
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
from gezinshuis_tarief.kern.geld import CENT, CONTEXT
from gezinshuis_tarief.kern.grenzen import KLEINSTE_STAP, Grenzen
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte, plat
from gezinshuis_tarief.kern.velden import CIJFERS_HOOGSTENS
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import Indeling, eigen_vormen
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.scenarios.sleutels import Getalinvoer, veld_van
from gezinshuis_tarief.weergave import html_alinea

_DELEN: Final = 32
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

    def __repr__(self) -> str:
        velden = {veld.name: getattr(self, veld.name) for veld in fields(self)}
        velden["tarief"] = Context(prec=15).plus(self.tarief)  # exact it has hundreds of digits
        return f"Keerpunt({', '.join(f'{naam}={waarde!r}' for naam, waarde in velden.items())})"

    def _repr_html_(self) -> str:
        return html_alinea(str(self))

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

    In each input by itself the tariff of the standard formulas only rises or only falls; the value is found by
    halving, with exact arithmetic on the unrounded tariff, down to the last decimal an input can have. A formula of
    one's own may turn or jump: then the bounds are divided first, and of several values the one nearest to what it
    is now is given.

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
    nu: Decimal | None = plat(opbouw).get(sleutel)
    eigen = bool(eigen_vormen(opbouw))
    punten = _verdeeld(laagst, hoogst, nu) if eigen else [laagst, hoogst]
    tarieven = [(x, bij(x)) for x in punten]
    gevonden = [
        x
        for (van, begin), (tot, eind) in pairwise(tarieven)
        if (x := _halveer(bij, gevraagd, (van, begin), (tot, eind))) is not None
    ]
    if not gevonden:
        raise GeenKeerpunt(_geen(sleutel, eenheid, gevraagd, tarieven))
    naast = {x: abs(bij(x) - gevraagd) >= CENT / 2 for x in gevonden}
    waarde = _SCHRIJFBAAR.plus(min(gevonden, key=lambda x: (naast[x], abs(x - (nu or 0)))))
    tarief_daar = bij(waarde)
    if eigen and abs(tarief_daar - gevraagd) >= CENT / 2:
        raise GeenKeerpunt(_sprong(sleutel, eenheid, gevraagd, waarde))
    return Keerpunt(sleutel, waarde, nu, eenheid, zorgzwaarte, gevraagd, tarief_daar)


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


def _verdeeld(laagst: Decimal, hoogst: Decimal, nu: Decimal | None) -> list[Decimal]:
    """Return points between two bounds, in order: evenly, and closer together around what the value is now."""
    maat = max(abs(nu or Decimal(0)), Decimal(1))
    punten = [laagst + (hoogst - laagst) * deel / _DELEN for deel in range(_DELEN + 1)]
    punten += [maat * deel / 8 for deel in range(-_DELEN, _DELEN + 1)]
    punten += [teken * maat * Decimal(10) ** macht for macht in range(1, 7) for teken in (-1, 1)]
    punten += [nu] if nu is not None else []
    stappen = {int(punt / KLEINSTE_STAP) for punt in punten if laagst <= punt <= hoogst}
    stappen |= {int(laagst / KLEINSTE_STAP), int(hoogst / KLEINSTE_STAP)}
    return [stap * KLEINSTE_STAP for stap in sorted(stappen)]


def _halveer(
    bij: Callable[[Decimal], Decimal],
    gevraagd: Decimal,
    van: tuple[Decimal, Decimal],
    tot: tuple[Decimal, Decimal],
) -> Decimal | None:
    """Return the value whose tariff is nearest to the asked one; None when it lies outside what can be.

    Args:
        bij: the tariff at a value.
        gevraagd: the asked tariff.
        van: the lowest value and its tariff.
        tot: the highest value and its tariff.
    """
    (laagst, begin), (hoogst, eind) = van, tot
    if begin == eind or not min(begin, eind) <= gevraagd <= max(begin, eind):
        return None
    stijgt = eind > begin
    boven = _zoek(lambda x: bij(x) >= gevraagd if stijgt else bij(x) <= gevraagd, laagst, hoogst)
    onder = max(laagst, boven - KLEINSTE_STAP)
    return min((boven, onder), key=lambda x: abs(bij(x) - gevraagd))


def _geen(sleutel: str, eenheid: Eenheid, gevraagd: Decimal, punten: list[tuple[Decimal, Decimal]]) -> str:
    laagste, hoogste = (kies(punten, key=lambda punt: punt[1]) for kies in (min, max))
    vraag = f"{sleutel}: geen keerpunt bij een tarief van € {nederlands(gevraagd, 2)}."
    if laagste[1] == hoogste[1]:
        return f"{vraag} Deze invoer verandert het tarief niet: dat blijft € {nederlands(laagste[1], 2)}."
    woord, (waarde, grens) = ("Lager", laagste) if gevraagd < laagste[1] else ("Hoger", hoogste)
    return f"{vraag} {woord} dan € {nederlands(grens, 2)} wordt het niet (bij {toon(waarde, eenheid)})."


def _sprong(sleutel: str, eenheid: Eenheid, gevraagd: Decimal, waarde: Decimal) -> str:
    return (
        f"{sleutel}: geen keerpunt bij een tarief van € {nederlands(gevraagd, 2)}. Bij {toon(waarde, eenheid)} "
        "springt het tarief daaroverheen: een eigen formule rondt af of kiest."
    )
