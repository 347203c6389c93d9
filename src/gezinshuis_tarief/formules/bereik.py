"""Between which bounds a formula lies, and how many digits it takes: before it is ever computed.

Refuses a divisor that can be zero, and formulas of which half a cent could no longer be told (decision 2). A value is
counted as n ÷ (10^a × q), with n, a and q whole: a sum keeps the larger a and multiplies the q's, a product adds the
a's, and a quotient moves the numerator of its divisor to q.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.formules.formuletaal import InTekst
from gezinshuis_tarief.formules.uitdrukking import (
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Uitdrukking,
    Verwijzing,
)
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.geld import rond_op_centen

DECIMALEN_VAN_FORMULE: Final = 60
DECIMALEN_OVER_GRONDSLAG: Final = 30
"""So many where a formula multiplies a base, which has decimals of its own."""
DELERCIJFERS_HOOGSTENS: Final = 40
DELERCIJFERS_SAMEN: Final = 100
"""So many in all components of one's own of one calculation together."""
CIJFERS_VOOR_KOMMA: Final = 45


@dataclass(frozen=True)
class Bereik:
    """What is known of a value before it is computed.

    Attributes:
        laagst: no value is lower.
        hoogst: no value is higher.
        kan_nul: whether it can be zero.
        decimalen: a, the decimals it takes.
        delercijfers: the digits of q, of all divisors together.
        graad: how many times a base of its place is a factor in it.
    """

    laagst: Decimal
    hoogst: Decimal
    kan_nul: bool
    decimalen: int = 0
    delercijfers: int = 0
    graad: int = 0

    @property
    def cijfers(self) -> int:
        """Digits before the point."""
        return max(0, max(abs(self.laagst), abs(self.hoogst)).adjusted() + 1)

    @property
    def tellercijfers(self) -> int:
        """Digits of n."""
        return self.cijfers + self.decimalen + self.delercijfers


def bereik_van(formule: Uitdrukking, van: Callable[[str], Bereik]) -> Bereik:
    """Return the bounds of a formula and the digits it takes.

    Args:
        formule: the formula.
        van: the same of an input or a step, by key.

    Raises:
        InvoerFout: where a divisor can be zero, a base is used more than once, or too many digits are needed.
    """
    match formule:
        case Getal(waarde):
            return Bereik(Decimal(waarde), Decimal(waarde), waarde == 0)
        case Verwijzing(sleutel):
            return van(sleutel)
        case Bewerking(teken, links, rechts):
            x, y = bereik_van(links, van), bereik_van(rechts, van)
            return _gekeurd(_quotient(x, y, rechts) if teken == "/" else _BEWERKINGEN[teken](x, y))
        case Functie(naam, delen):
            return _FUNCTIES[naam](*(bereik_van(deel, van) for deel in delen))
        case NaarKeuze() | EigenOf():
            opties = formule.delen if isinstance(formule, EigenOf) else [optie for _, optie in formule.opties]
            x, *rest = (bereik_van(optie, van) for optie in opties)
            for y in rest:
                x = _een_van(x, y, min(x.laagst, y.laagst), kan_nul=x.kan_nul or y.kan_nul)
            return x
    raise TypeError(formule)


def _een_van(x: Bereik, y: Bereik, laagst: Decimal, *, kan_nul: bool) -> Bereik:
    """Return the bounds of a value that is one of two."""
    return Bereik(
        laagst,
        max(x.hoogst, y.hoogst),
        kan_nul,
        max(x.decimalen, y.decimalen),
        max(x.delercijfers, y.delercijfers),
        max(x.graad, y.graad),
    )


def _rond(x: Bereik) -> Bereik:
    laagst, hoogst = rond_op_centen(x.laagst), rond_op_centen(x.hoogst)
    return Bereik(laagst, hoogst, laagst <= 0 <= hoogst, decimalen=2)


def _hoogste(x: Bereik, y: Bereik) -> Bereik:
    laagst = max(x.laagst, y.laagst)
    boven_nul = any(deel.laagst >= 0 and not deel.kan_nul for deel in (x, y))
    return _een_van(x, y, laagst, kan_nul=not boven_nul and (x.kan_nul or y.kan_nul))


def _spiegel(x: Bereik) -> Bereik:
    return Bereik(-x.hoogst, -x.laagst, x.kan_nul, x.decimalen, x.delercijfers, x.graad)


def _laagste(x: Bereik, y: Bereik) -> Bereik:
    return _spiegel(_hoogste(_spiegel(x), _spiegel(y)))


_FUNCTIES: Final[Mapping[str, Callable[..., Bereik]]] = {
    "rond": _rond,
    "minste": _laagste,
    "meeste": _hoogste,
}


def _som(x: Bereik, y: Bereik) -> Bereik:
    laagst, hoogst = x.laagst + y.laagst, x.hoogst + y.hoogst
    kan_nul = laagst <= 0 <= hoogst
    if laagst == 0 and x.laagst == 0 == y.laagst:
        kan_nul = x.kan_nul and y.kan_nul
    decimalen, cijfers = max(x.decimalen, y.decimalen), x.delercijfers + y.delercijfers
    return Bereik(laagst, hoogst, kan_nul, decimalen, cijfers, max(x.graad, y.graad))


def _verschil(x: Bereik, y: Bereik) -> Bereik:
    return _som(x, _spiegel(y))


def _product(x: Bereik, y: Bereik) -> Bereik:
    hoeken = [een * ander for een in (x.laagst, x.hoogst) for ander in (y.laagst, y.hoogst)]
    decimalen, cijfers = x.decimalen + y.decimalen, x.delercijfers + y.delercijfers
    return Bereik(min(hoeken), max(hoeken), x.kan_nul or y.kan_nul, decimalen, cijfers, x.graad + y.graad)


_BEWERKINGEN: Final[Mapping[str, Callable[[Bereik, Bereik], Bereik]]] = {
    "+": _som,
    "-": _verschil,
    "*": _product,
}


def _quotient(x: Bereik, y: Bereik, deler: Uitdrukking) -> Bereik:
    tekst = InTekst().schrijf(deler)
    if y.kan_nul or y.laagst < 0 < y.hoogst:
        remedie = f"Geef de invoer een grens: meer_dan 0, of schrijf MAX({tekst}; 1)."
        raise weigering("", "is een deler die nul kan zijn", gevonden=tekst, remedie=remedie)
    if y.graad:
        raise weigering("", "is een deler met een grondslag erin", gevonden=tekst, remedie=_EENMAAL)
    dichtst = min(abs(y.laagst), abs(y.hoogst)) or Decimal(1).scaleb(-(y.decimalen + y.delercijfers))
    grootste = max(abs(x.laagst), abs(x.hoogst)) / dichtst
    kan_negatief = x.laagst < 0 or y.laagst < 0
    return Bereik(
        -grootste if kan_negatief else Decimal(0),
        grootste,
        x.kan_nul,
        x.decimalen,
        x.delercijfers + y.tellercijfers,
        x.graad,
    )


_EENMAAL: Final = "Gebruik kosten waarover wordt gerekend hoogstens één keer als factor, en niet als deler."
_REMEDIE: Final = "Vermenigvuldig of deel minder invoer met elkaar, of geef de invoer kleinere grenzen."


def _gekeurd(bereik: Bereik) -> Bereik:
    """Refuse what takes more digits than are calculated with; `docs/besluiten.md` says why so many."""
    decimalen = DECIMALEN_OVER_GRONDSLAG if bereik.graad else DECIMALEN_VAN_FORMULE
    for aantal, hoogstens, wat in (
        (bereik.decimalen, decimalen, "decimalen"),
        (bereik.delercijfers, DELERCIJFERS_HOOGSTENS, "cijfers in delers"),
        (bereik.cijfers, CIJFERS_VOOR_KOMMA, "cijfers voor de komma"),
    ):
        if aantal > hoogstens:
            raise weigering(
                "", f"kan {aantal} {wat} nodig hebben", toegestaan=f"hoogstens {hoogstens}", remedie=_REMEDIE
            )
    if bereik.graad > 1:
        raise weigering("", "vermenigvuldigt een grondslag met een grondslag", remedie=_EENMAAL)
    return bereik
