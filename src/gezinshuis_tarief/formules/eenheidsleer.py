"""Whether a formula can yield the unit that is due: a set of possible dimensions per node.

A unit label does not say all: "aantal" may be a year's or a child's, and 12 may be months a year. So each node has the
*set* of what it may be: a sum keeps what its sides share, a product combines. An empty set, or one without the unit
that is due, is a fault. Euro, time and hours are refused; that an amount should be per plaats or per fte is only said,
because labels in use leave it open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from itertools import product
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
    zonder_keuzes,
)
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import InvoerFout, weigering

_ASSEN: Final = ("euro", "jaar", "maand", "week", "etmaal", "uur", "plaats", "fte")
_HARD: Final = 6
"""So many of the axes are refused on; the others are only said."""
_VEEL: Final = 400
"""From so many possibilities on, nothing is refused any more."""

Maat = tuple[int, ...]
Maten = frozenset[Maat] | None
"""What something may be: a set of powers of the axes; None for anything."""


def _maat(**machten: int) -> Maat:
    return tuple(machten.get(as_, 0) for as_ in _ASSEN)


def _ook(*maten: Maat, per: tuple[str, ...] = ()) -> frozenset[Maat]:
    """Return these, each also per what the label leaves unsaid."""
    alle = set(maten)
    for naam in per:
        plek = _ASSEN.index(naam)
        alle |= {(*maat[:plek], maat[plek] - 1, *maat[plek + 1 :]) for maat in alle}
    return frozenset(alle)


_KAAL: Final = _maat()
_AANTALLEN: Final = (_KAAL, _maat(jaar=-1), _maat(week=-1), _maat(etmaal=-1))
MATEN_VAN_EENHEID: Final[Mapping[Eenheid, frozenset[Maat]]] = {
    Eenheid.AANTAL: _ook(*_AANTALLEN, per=("plaats",)),
    Eenheid.AANTAL_PLAATSEN: _ook(_maat(plaats=1)),
    Eenheid.DAGEN_PER_JAAR: _ook(_maat(etmaal=1, jaar=-1)),
    Eenheid.WEKEN_PER_JAAR: _ook(_maat(week=1, jaar=-1)),
    Eenheid.FTE: _ook(_maat(fte=1)),
    Eenheid.FTE_PER_PLAATS: _ook(_maat(fte=1, plaats=-1)),
    Eenheid.FTE_PER_HUIS: _ook(_maat(fte=1)),
    Eenheid.FACTOR: _ook(_KAAL),
    Eenheid.FRACTIE: _ook(_KAAL),
    Eenheid.UREN_PER_WEEK: _ook(_maat(uur=1, week=-1), per=("plaats",)),
    Eenheid.UREN_PER_JAAR: _ook(_maat(uur=1, jaar=-1), per=("plaats", "fte")),
    Eenheid.ETMALEN_PER_JAAR: _ook(_maat(etmaal=1, jaar=-1), per=("plaats",))
    | {_maat(etmaal=1, jaar=-1, plaats=1)},
    Eenheid.EURO_PER_STUK: _ook(_maat(euro=1)),
    Eenheid.EURO_PER_UUR: _ook(_maat(euro=1, uur=-1)),
    Eenheid.EURO_PER_ETMAAL: _ook(_maat(euro=1, etmaal=-1), per=("plaats",)),
    Eenheid.EURO_PER_MAAND: _ook(_maat(euro=1, maand=-1), per=("fte",)),
    Eenheid.EURO_PER_JAAR: _ook(_maat(euro=1, jaar=-1), per=("fte",)),
    Eenheid.EURO_PER_FTE: _ook(_maat(euro=1, jaar=-1, fte=-1)),
    Eenheid.EURO_PER_PLAATS: _ook(_maat(euro=1, jaar=-1, plaats=-1)),
    Eenheid.EURO_PER_JEUGDIGE: _ook(_maat(euro=1, jaar=-1, plaats=-1)),
}
_HARDE_MATEN: Final = {
    eenheid: frozenset((*maat[:_HARD], *_KAAL[_HARD:]) for maat in maten)
    for eenheid, maten in MATEN_VAN_EENHEID.items()
}
_GETALLEN: Final[Mapping[int, Maten]] = {0: None, 12: _ook(_KAAL, _maat(maand=1, jaar=-1))}
_LOS: Final = _ook(_KAAL)


def _keer(een: Maten, ander: Maten, teken: int) -> Maten:
    if een is None or ander is None:
        return None
    uit = frozenset(tuple(a + teken * b for a, b in zip(x, y, strict=True)) for x, y in product(een, ander))
    return uit if len(uit) <= _VEEL else None


def maten_van(formule: Uitdrukking, van: Callable[[str], Maten]) -> Maten:
    """Return what a formula may yield.

    Args:
        formule: the formula.
        van: what an input or a step may be, by key.

    Raises:
        InvoerFout: where two amounts are added or compared that cannot be of one kind.
    """
    match zonder_keuzes(formule):
        case Getal(waarde):
            return _GETALLEN.get(abs(waarde), _LOS)
        case Verwijzing(sleutel):
            return van(sleutel)
        case Bewerking(teken, links, rechts) if teken in "*/":
            return _keer(maten_van(links, van), maten_van(rechts, van), 1 if teken == "*" else -1)
        case Functie(_, delen):  # a number in MIN or MAX is a bound in the unit of the other
            return _samen(formule, [maten_van(deel, van) for deel in delen if not isinstance(deel, Getal)])
        case NaarKeuze(_, opties):
            return _samen(formule, [maten_van(optie, van) for _, optie in opties])
        case Bewerking() | EigenOf():
            return _samen(formule, [maten_van(deel, van) for deel in formule.delen])
    raise TypeError(formule)


def _samen(formule: Uitdrukking, maten: list[Maten]) -> Maten:
    bepaald = [maat for maat in maten if maat is not None]
    if not bepaald:
        return None
    gemeen = reduce(frozenset.intersection, bepaald)
    if not gemeen:
        soorten = " en ".join(dict.fromkeys(map(_in_woorden, bepaald)))
        raise weigering(
            "", f"telt op of vergelijkt wat niet gelijk is: {soorten}", gevonden=InTekst().schrijf(formule)
        )
    return gemeen


def _in_woorden(maten: frozenset[Maat]) -> str:
    """Say the simplest of what something may be: `€ per etmaal`."""
    maat = min(maten, key=lambda maat: (sum(map(abs, maat)), maat))
    namen = [
        ("€" if naam == "euro" else naam, macht) for naam, macht in zip(_ASSEN, maat, strict=False) if macht
    ]
    boven = [naam if macht == 1 else f"{naam}^{macht}" for naam, macht in namen if macht > 0]
    onder = [f"per {naam}" if macht == -1 else f"per {naam}^{-macht}" for naam, macht in namen if macht < 0]
    return " ".join([*(boven or ["een getal"]), *onder])


def keur_eenheid(formule: Uitdrukking, eenheid: Eenheid, van: Callable[[str], Eenheid]) -> None:
    """Refuse a formula that cannot yield the unit that is due, as far as euro, time and hours go.

    Raises:
        InvoerFout: with the unit it does yield.
    """
    _keur(formule, _HARDE_MATEN[eenheid], lambda sleutel: _HARDE_MATEN[van(sleutel)], eenheid)


def twijfel(formule: Uitdrukking, eenheid: Eenheid, van: Callable[[str], Eenheid]) -> str:
    """Return what is odd about a unit where plaats and fte count too; empty when nothing is."""
    try:
        _keur(formule, MATEN_VAN_EENHEID[eenheid], lambda sleutel: MATEN_VAN_EENHEID[van(sleutel)], eenheid)
    except InvoerFout as fout:
        return fout.bezwaren[0].melding
    return ""


def _keur(
    formule: Uitdrukking, hoort: frozenset[Maat], van: Callable[[str], Maten], eenheid: Eenheid
) -> None:
    maten = maten_van(formule, van)
    if maten is not None and not maten & hoort:
        remedie = "Kijk of er met plaatsen, weken of dagen moet worden vermenigvuldigd of gedeeld."
        raise weigering("", f"geeft {_in_woorden(maten)} waar {eenheid} hoort", remedie=remedie)
