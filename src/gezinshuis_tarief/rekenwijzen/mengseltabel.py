"""A value per mixture of two opbouwen, with the arithmetic that reads a formula over all mixtures at once."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from operator import itemgetter
from typing import Any, Self


@dataclass(frozen=True, slots=True, eq=False)
class Mengseltabel:
    """Numbers, texts or nothing, two along each axis on which they depend.

    Attributes:
        assen: those axes, from low to high.
        cellen: the values; the last axis moves first, so the first cell has 0 on every axis and the last 1.
    """

    assen: tuple[int, ...]
    cellen: Sequence[Any]

    def stap(self, as_: int) -> int:
        """Return how far apart the cells are that differ along one axis alone; 0 where nothing differs along it."""
        return 2 ** (len(self.assen) - 1 - self.assen.index(as_)) if as_ in self.assen else 0

    def langs(self, assen: tuple[int, ...]) -> Sequence[Any]:
        """Return the cells along more axes, or along the same in another order."""
        if assen == self.assen:
            return self.cellen
        if not self.assen:
            return [*self.cellen] * 2 ** len(assen)
        rij: tuple[Any, ...] = itemgetter(*_plekken(self.assen, assen))(
            self.cellen
        )  # at least two, so a tuple
        return rij

    def half(self, as_: int, kant: int) -> Self:
        """Return the mixtures that have 0 or 1 on an axis."""
        if not (stap := self.stap(as_)):
            return self
        over = tuple(ander for ander in self.assen if ander != as_)
        begin = kant * stap
        return type(self)(over, [self.cellen[begin + plek] for plek in _plekken(self.assen, over)])

    def __add__(self, ander: object) -> Any:  # noqa: ANN401 (what the cells hold)
        return samen(operator.add, self, ander)

    def __radd__(self, ander: object) -> Any:  # noqa: ANN401
        return samen(operator.add, ander, self)

    def __sub__(self, ander: object) -> Any:  # noqa: ANN401
        return samen(operator.sub, self, ander)

    def __rsub__(self, ander: object) -> Any:  # noqa: ANN401
        return samen(operator.sub, ander, self)

    def __mul__(self, ander: object) -> Any:  # noqa: ANN401
        return samen(operator.mul, self, ander)

    def __rmul__(self, ander: object) -> Any:  # noqa: ANN401
        return samen(operator.mul, ander, self)

    def __truediv__(self, ander: object) -> Any:  # noqa: ANN401
        return samen(operator.truediv, self, ander)

    def __rtruediv__(self, ander: object) -> Any:  # noqa: ANN401
        return samen(operator.truediv, ander, self)

    def __neg__(self) -> Self:
        return type(self)(self.assen, [-cel for cel in self.cellen])


def samen(functie: Callable[..., Any], *delen: object) -> Any:  # noqa: ANN401 (a table, or what the function gives)
    """Call a function mixture by mixture; what is no table is the same in all of them."""
    tabellen = [deel for deel in delen if isinstance(deel, Mengseltabel)]
    if not tabellen:
        return functie(*delen)
    assen = tabellen[0].assen
    if any(tabel.assen != assen for tabel in tabellen):
        assen = tuple(sorted({as_ for tabel in tabellen for as_ in tabel.assen}))
    rijen = (deel.langs(assen) if isinstance(deel, Mengseltabel) else repeat(deel) for deel in delen)
    return Mengseltabel(assen, list(map(functie, *rijen)))


@lru_cache(maxsize=1024)
def _plekken(bron: tuple[int, ...], doel: tuple[int, ...]) -> Sequence[int]:
    """Return, for each cell along the axes `doel`, where it stands along the axes `bron`; 0 on those not asked for."""
    plekken = [0]
    for as_ in doel:
        stap = 2 ** (len(bron) - 1 - bron.index(as_)) if as_ in bron else 0
        plekken = [plek + extra for plek in plekken for extra in (0, stap)]
    return plekken
