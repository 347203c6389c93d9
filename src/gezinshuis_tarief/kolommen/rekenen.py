"""The outcomes of whole columns, a block of rows at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kolommen import Gemarkeerd
from gezinshuis_tarief.kolommen.beslissen import Scheidsrechter
from gezinshuis_tarief.kolommen.bevindingen import Bevinding, als_fout, als_frame
from gezinshuis_tarief.kolommen.grenzen import Drempels, drempels
from gezinshuis_tarief.kolommen.indeling import POSTEN, Mal
from gezinshuis_tarief.kolommen.regels import deels_ingevuld, over_kolommen
from gezinshuis_tarief.kolommen.tabel import Tabel
from gezinshuis_tarief.rekenwijzen.kolommen import Kolommen
from gezinshuis_tarief.samenstelling import stel_samen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gezinshuis_tarief.opbouw import Opbouw

BLOK: Final = 1 << 14
"""Rows a block: its columns fit in the cache of a processor."""


def bereken(frame: pd.DataFrame, basis: Opbouw | None, fouten: str) -> pd.DataFrame | Gemarkeerd:
    """Compute the tariffs of every row; see `bereken_kolommen`."""
    if fouten not in {"weiger", "markeer"}:
        raise InvoerFout((Bezwaar("fouten", fouten, "is geen keuze", "weiger of markeer"),))
    tabel = Tabel.van(frame, basis)
    uitkomsten, bevindingen, goed = _bereken(tabel)
    if fouten == "markeer":
        goede_rijen = uitkomsten if goed.all() else uitkomsten[goed]
        return Gemarkeerd(goede_rijen, als_frame(bevindingen, frame.index))
    if bevindingen:
        raise als_fout(bevindingen, frame.index)
    return uitkomsten


def uitkomstkolommen(*, eigen_posten: bool) -> list[str]:
    """Return the names of the columns that come out, in order."""
    regels = [*ALLE, *([POSTEN] if eigen_posten else []), "tarief"]
    return [f"uitkomst.{zwaarte}.{regel}" for zwaarte in ZORGZWAARTES for regel in regels]


def _bereken(tabel: Tabel) -> tuple[pd.DataFrame, list[Bevinding], NDArray[np.bool_]]:
    """Compute all blocks, on all processors."""
    aantal = len(tabel.labels)
    namen = uitkomstkolommen(eigen_posten=bool(tabel.indeling.posten))
    uit = np.empty((len(namen), aantal))
    bevindingen = [*tabel.bevindingen, *deels_ingevuld(tabel)]
    goed = np.ones(aantal, dtype=bool)
    for bevinding in bevindingen:
        goed[bevinding.rijen] = False
    scheidsrechter = Scheidsrechter(tabel)
    begins = range(0, aantal, BLOK)
    werkers = min(len(begins), os.cpu_count() or 1)

    def werk(nummer: int) -> list[Bevinding]:
        grenzen, mal = Drempels(tabel), Mal(tabel.indeling)
        gevonden: list[Bevinding] = []
        for begin in begins[nummer::werkers]:
            gevonden += _blok(
                _Blok(tabel, begin, min(begin + BLOK, aantal), grenzen, mal, scheidsrechter), uit, goed
            )
        return gevonden

    if werkers > 1:
        with ThreadPoolExecutor(werkers) as ploeg:
            for deel in ploeg.map(werk, range(werkers)):
                bevindingen += deel
    elif werkers:
        bevindingen += werk(0)
    return pd.DataFrame(uit.T, index=tabel.labels, columns=namen, copy=False), bevindingen, goed


class _Blok(NamedTuple):
    """A range of rows and what it takes to compute them."""

    tabel: Tabel
    begin: int
    eind: int
    grenzen: Drempels
    mal: Mal
    scheidsrechter: Scheidsrechter


def _blok(blok: _Blok, uit: NDArray[np.float64], goed: NDArray[np.bool_]) -> list[Bevinding]:
    """Check a block of rows and compute the good ones; returns what is wrong with the others."""
    tabel, begin, eind = blok.tabel, blok.begin, blok.eind
    bereik = {sleutel: kolom.bereik(begin, eind) for sleutel, kolom in tabel.getallen.items()}
    bevindingen = [
        bevinding
        for sleutel, kolom in tabel.getallen.items()
        for bevinding in kolom.keur(begin, eind, bereik[sleutel])
    ]
    rijen, waarden = _goede_waarden(blok, bevindingen, goed)
    if over := list(over_kolommen(tabel, waarden, rijen)):
        rijen, waarden = _goede_waarden(blok, over, goed)
    if len(rijen) < eind - begin:
        kolommen = {sleutel: waarden[sleutel] for sleutel in bereik}
        bereik = {s: (np.fmin.reduce(x), np.fmax.reduce(x)) for s, x in kolommen.items() if len(x)}
    if len(rijen):
        _schrijf(blok, _Goed(rijen, waarden, bereik), uit)
    return bevindingen + over


def _goede_waarden(
    blok: _Blok, bevindingen: list[Bevinding], goed: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], dict[str, Any]]:
    """Return the rows of a block without objections, and their values."""
    for bevinding in bevindingen:
        goed[bevinding.rijen] = False
    rijen = np.flatnonzero(goed[blok.begin : blok.eind]) + blok.begin
    alle = len(rijen) == blok.eind - blok.begin
    return rijen, blok.tabel.kolomwaarden(slice(blok.begin, blok.eind) if alle else rijen)


class _Goed(NamedTuple):
    """The good rows of a block, their values, and the smallest and largest of each column."""

    rijen: NDArray[np.intp]
    waarden: dict[str, Any]
    bereik: dict[str, tuple[float, float]]


def _schrijf(blok: _Blok, rijen: _Goed, uit: NDArray[np.float64]) -> None:
    """Compute the good rows of a block and write their amounts in euro."""
    tabel = blok.tabel

    def fijner() -> list[Any]:
        kolommen = {sleutel: (rijen.waarden[sleutel],) * 2 for sleutel in tabel.getallen}
        return drempels(tabel, kolommen)

    def beslis(regel: int, plekken: NDArray[np.intp]) -> NDArray[np.float64]:
        return blok.scheidsrechter.beslis(regel, rijen.rijen[plekken])

    wijze = Kolommen(blok.grenzen.voor_blok(rijen.bereik), fijner, beslis)
    zwaartes = stel_samen(blok.mal.met(rijen.waarden), wijze)
    alle = len(rijen.rijen) == blok.eind - blok.begin
    plek = slice(blok.begin, blok.eind) if alle else rijen.rijen
    eerder: dict[int, int] = {}
    regels: Iterable[Any] = (
        centen for deel in zwaartes.values() for centen in (*deel.afgerond.values(), deel.tarief)
    )
    for nummer, centen in enumerate(regels):
        bekend = eerder.setdefault(id(centen), nummer)
        uit[nummer, plek] = centen / 100 if bekend == nummer else uit[bekend, plek]
