"""What float64 cannot tell is settled by the exact reading, once per combination of the values that matter."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from gezinshuis_tarief.formules.spoor import GemaakteKeuze, Rondspoor, Spoor, als_term
from gezinshuis_tarief.formules.uitdrukking import Functie, Verwijzing, verwijzingen
from gezinshuis_tarief.kern.geld import CENT, CONTEXT
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.model.samenstelling import stel_samen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gezinshuis_tarief.kolommen.tabel import Kolommentabel

_ONTHOUD: Final = 1 << 16
"""How many settled combinations are remembered at most; bounds the memory."""


class _Rondingen(Exact):
    """The exact reading that keeps what it rounded, lines and amounts inside formulas alike, in cents."""

    def __init__(self) -> None:
        self.centen: list[int] = []

    def rond(self, bedrag: Decimal) -> Decimal:
        """Round half up to cents and keep the outcome."""
        gerond = super().rond(bedrag)
        self.centen.append(int(gerond / CENT))
        return gerond


class Scheidsrechter:
    """Settles the roundings in rows of one table; may be shared between threads."""

    def __init__(self, tabel: Kolommentabel) -> None:
        self._tabel = tabel
        self._beslist: dict[tuple[int, bytes], int] = {}

    def beslis(self, regel: int, rijen: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return the exact cents of a rounding, by its number in order of calculation, in some rows."""
        tabel, (getallen, keuzes) = self._tabel, self._bepalend[regel]
        kolommen = [tabel.getallen[sleutel].waarden[rijen] for sleutel in getallen]
        kolommen += [tabel.keuzes[sleutel].codes[rijen].astype(np.float64) for sleutel in keuzes]
        stand = np.column_stack([np.zeros(len(rijen)), *kolommen])
        centen = np.empty(len(rijen))
        for plek, rij in enumerate(rijen):
            sleutel = (regel, stand[plek].tobytes())
            beslist = self._beslist.get(sleutel)
            if beslist is None:
                if len(self._beslist) >= _ONTHOUD:
                    self._beslist.clear()
                beslist = self._beslist[sleutel] = self._centen(int(rij))[regel]
            centen[plek] = beslist
        return centen

    def _centen(self, rij: int) -> list[int]:
        """Compute a row exactly; returns all that is rounded, in cents and in order of rounding."""
        opbouw, wijze = self._tabel.indeling.bouw(self._tabel.exacte_waarden(rij)), _Rondingen()
        with localcontext(CONTEXT):
            stel_samen(opbouw, wijze)
        return wijze.centen

    @cached_property
    def _bepalend(self) -> list[tuple[list[str], list[str]]]:
        """Per rounding: the columns of numbers and of choices that it depends on."""
        tabel, spoor = self._tabel, volg_tabel(self._tabel)
        regels = (
            sleutel
            for sleutel, stap in spoor.stappen.items()
            if isinstance(stap.formule, Functie) and stap.formule.naam == "rond"
        )
        bepalend = []
        for regel in regels:
            nodig = set(_invoer(regel, spoor))
            bepalend.append(
                ([s for s in tabel.getallen if s in nodig], [s for s in tabel.keuzes if s in nodig])
            )
        return bepalend


def volg_tabel(tabel: Kolommentabel) -> Spoor:
    """Write the steps of a table down, each rounding as one; a choice that is the same in every row is made."""
    waarden = {sleutel: _als_verwijzing(sleutel, waarde) for sleutel, waarde in tabel.vast.items()}
    waarden |= {sleutel: als_term(Verwijzing(sleutel)) for sleutel in (*tabel.getallen, *tabel.keuzes)}
    waarden |= dict.fromkeys(tabel.namen, "")
    spoor = Rondspoor()
    stel_samen(tabel.indeling.bouw(waarden), spoor)
    return spoor


def _als_verwijzing(sleutel: str, waarde: object) -> object:
    """Return what the written reading takes for a value that is the same in every row."""
    if isinstance(waarde, str):
        return GemaakteKeuze(waarde, sleutel)
    return None if waarde is None else als_term(Verwijzing(sleutel))


def _invoer(sleutel: str, spoor: Spoor) -> Iterator[str]:
    """Yield the inputs that a step rests on."""
    te_doen, gezien = [sleutel], set()
    while te_doen:
        huidig = te_doen.pop()
        if huidig in gezien:
            continue
        gezien.add(huidig)
        if huidig in spoor.stappen:
            te_doen += verwijzingen(spoor.stappen[huidig].formule)
        else:
            yield huidig
