"""A set of own figures, and which sets are in use: every look-up reads through the sets in use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Final, ParamSpec, Self, TypeVar, cast

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.referentie.bestanden import Rij, rijen
from gezinshuis_tarief.referentie.cijfer import aaneen
from gezinshuis_tarief.referentie.eigen.tabellen import TABEL_VAN, zelfde

_P = ParamSpec("_P")
_T = TypeVar("_T")
_ONTHOUDEN: Final = 16


@dataclass(frozen=True, eq=False)
class Cijferset:
    """Dated figures of one's own under one name. Within `with` every look-up uses them before those of the library.

    Attributes:
        naam: how the set calls itself; it stands behind the source of each of its figures.
        rijen: per data file the own rows, with the columns of that file.
    """

    naam: str
    rijen: Mapping[str, tuple[Rij, ...]]

    def __enter__(self) -> Self:
        _IN_GEBRUIK.set((self, *_IN_GEBRUIK.get()))
        return self

    def __exit__(self, *_: object) -> None:
        sets = list(_IN_GEBRUIK.get())
        sets.remove(self)
        _IN_GEBRUIK.set(tuple(sets))

    def __len__(self) -> int:
        return sum(len(eigen) for eigen in self.rijen.values())

    def __bool__(self) -> bool:
        return True

    def over(self, bestand: str, eerder: tuple[Rij, ...]) -> tuple[Rij, ...]:
        """Lay the own rows over others: in place of what has the same name and first day, else behind them."""
        tabel = TABEL_VAN[bestand]
        eigen = {tabel.sleutel(rij): rij for rij in self.rijen.get(bestand, ())}
        alle = []
        for rij in eerder:
            nieuw = eigen.pop(tabel.sleutel(rij), None)
            alle.append(rij if nieuw is None else _in_plaats_van(nieuw, rij, tabel.waarden))
        return (*alle, *eigen.values())


_IN_GEBRUIK: Final[ContextVar[tuple[Cijferset, ...]]] = ContextVar("cijfersets", default=())
"""The sets in use, the one that goes first in front."""


def _in_plaats_van(nieuw: Rij, oud: Rij, kolommen: tuple[str, ...]) -> Rij:
    """Return the own row, saying which figure it replaces; a value it does not give stays as it was."""
    waarden = {kolom: nieuw[kolom] or oud[kolom] for kolom in kolommen}
    anders = [oud[k].replace(".", ",") for k in kolommen if oud[k] and not zelfde(oud[k], waarden[k])]
    zin = f"in plaats van {' en '.join(anders)} ({oud['bron']})" if anders else ""
    return nieuw | waarden | {"toelichting": aaneen(nieuw["toelichting"], zin)}


def in_gebruik(cijfers: Cijferset | None) -> AbstractContextManager[object]:
    """Use a set where one is given.

    Raises:
        InvoerFout: for anything but a set.
    """
    eis_soort("cijfers", cijfers, Cijferset, type(None))
    return nullcontext() if cijfers is None else cijfers


def geldende_rijen(bestand: str) -> tuple[Rij, ...]:
    """Return the rows of a data file with the own figures in use laid over them."""
    alle = rijen(bestand)
    for cijfers in reversed(_IN_GEBRUIK.get()):
        alle = cijfers.over(bestand, alle)
    return alle


def per_cijferset(*bestanden: str) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Remember what a function makes of data files, for each combination of sets that has figures for them."""

    def versier(functie: Callable[_P, _T]) -> Callable[_P, _T]:
        @lru_cache(maxsize=_ONTHOUDEN)
        def onthouden(_: tuple[Cijferset, ...], *args: object) -> _T:
            return cast("Callable[..., _T]", functie)(*args)

        @wraps(functie)
        def op_maat(*args: _P.args, **_: _P.kwargs) -> _T:
            lezen = bestanden or cast("tuple[str, ...]", args[:1])
            sets = tuple(s for s in _IN_GEBRUIK.get() if any(naam in s.rijen for naam in lezen))
            return onthouden(sets, *args)

        return op_maat

    return versier
