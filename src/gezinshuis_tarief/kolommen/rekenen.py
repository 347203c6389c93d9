"""The outcomes of whole columns, a block of rows at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, uit_extra
from gezinshuis_tarief.kern.sleutels import PER_ZORGZWAARTE, ZORGZWAARTES
from gezinshuis_tarief.kolommen.beslissen import Scheidsrechter
from gezinshuis_tarief.kolommen.bevindingen import Gemarkeerd, Kolombevinding, als_fout, als_rijen
from gezinshuis_tarief.kolommen.frames import open_frame
from gezinshuis_tarief.kolommen.grenzen import Drempels, drempels
from gezinshuis_tarief.kolommen.kolom import Cijferkeuring, alle_kort
from gezinshuis_tarief.kolommen.omzetten import NAAMSTIJLEN, eis_keuze
from gezinshuis_tarief.kolommen.regels import deels_ingevuld, over_kolommen
from gezinshuis_tarief.kolommen.tabel import Kolommentabel
from gezinshuis_tarief.model.plat import OPSLAGEN, POSTEN, eigen_vormen, kale_naam
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.kolommen import Kolommen
from gezinshuis_tarief.rekenwijzen.volgen import volg

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gezinshuis_tarief.kolommen.machine import Machine
    from gezinshuis_tarief.model.opbouw import Opbouw

_FOUTEN: Final = ("weiger", "markeer")
BLOK: Final = 1 << 14
"""Rows a block: its columns fit in the cache of a processor."""
GROOT_BLOK: Final = 1 << 15
"""The same for the compiled reading, which keeps nothing between an input and an outcome."""


def bereken_frame(
    frame: object, basis: Opbouw | None, *, fouten: str, naamstijl: str, gecompileerd: bool
) -> Any:  # noqa: ANN401 (a frame of the kind that came in, or a pair of them)
    """Compute the tariffs of every row; see `bereken_kolommen`."""
    eis_keuze("fouten", fouten, _FOUTEN)
    eis_keuze("naamstijl", naamstijl, NAAMSTIJLEN)
    bron = open_frame(frame)
    tabel = Kolommentabel.van(bron, basis)
    namen = uitkomstkolommen(tabel)
    if naamstijl == "kaal":
        namen = [kale_naam(naam) for naam in namen]
        remedie = "Geef uw kolom een andere naam."
        eis_geen(Bezwaar(s, "heet zoals een uitkomst", remedie=remedie) for s in tabel.eigen if s in namen)
    uit, bevindingen, goed = bereken_tabelrijen(tabel, gecompileerd=gecompileerd)
    if bevindingen and fouten == "weiger":
        raise als_fout(bevindingen, tabel.labels)
    antwoord = bron.antwoord((namen, uit), goed, tabel.eigen)
    if fouten == "weiger":
        return antwoord
    return Gemarkeerd(antwoord, bron.tabel_van(*als_rijen(bevindingen)))


def uitkomstkolommen(tabel: Kolommentabel) -> list[str]:
    """Return the names of the columns that come out, in order."""
    vorm = tabel.indeling.vorm
    regels = [*ALLE, *(naam for naam in (POSTEN, OPSLAGEN) if getattr(vorm, naam)), "tarief"]
    return [f"uitkomst.{zwaarte}.{regel}" for zwaarte in ZORGZWAARTES for regel in regels]


def _machine(tabel: Kolommentabel) -> Machine:
    with uit_extra():
        from gezinshuis_tarief.kolommen.machine import Machine  # noqa: PLC0415 (an extra)
    return Machine(tabel, uitkomstkolommen(tabel))


def bereken_tabelrijen(
    tabel: Kolommentabel, *, gecompileerd: bool = False
) -> tuple[NDArray[np.float64], list[Kolombevinding], NDArray[np.bool_]]:
    """Compute all blocks, on all processors.

    Returns:
        the outcomes in euro, a row for each; what is wrong; and which rows are good.
    """
    if eigen_vormen(tabel.indeling.vorm):
        # a formula that looks at its inputs would see a whole column, and is refused
        volg(tabel.indeling.vorm.model_copy(update={PER_ZORGZWAARTE: {}}), keuzes=True)
    machine = _machine(tabel) if gecompileerd else None
    aantal = len(tabel.labels)
    uit = np.empty((len(uitkomstkolommen(tabel)), aantal))
    bevindingen = [*tabel.bevindingen, *deels_ingevuld(tabel)]
    goed = np.ones(aantal, dtype=bool)
    for bevinding in bevindingen:
        goed[bevinding.rijen] = False
    scheidsrechter = Scheidsrechter(tabel)
    omvang = GROOT_BLOK if machine else BLOK
    begins = range(0, aantal, omvang)
    werkers = min(len(begins), os.cpu_count() or 1)

    def werk(nummer: int) -> list[Kolombevinding]:
        kort = machine.alle_kort if machine else alle_kort
        werker = _Werker(tabel, Drempels(tabel), scheidsrechter, machine, kort, [])
        gevonden: list[Kolombevinding] = []
        for begin in begins[nummer::werkers]:
            gevonden += _blok(werker, slice(begin, min(begin + omvang, aantal)), uit, goed)
        _beslis_twijfel(werker, uit)
        return gevonden

    if werkers > 1:
        with ThreadPoolExecutor(werkers) as ploeg:
            for deel in ploeg.map(werk, range(werkers)):
                bevindingen += deel
    elif werkers:
        bevindingen += werk(0)
    if eigen_vormen(tabel.indeling.vorm):
        uit += 0.0  # there is one zero: a negative line of less than half a cent is no −0.00
    return uit, bevindingen, goed


class _Werker(NamedTuple):
    """What one thread computes with.

    Attributes:
        machine: the compiled reading, when asked for.
        kort: says whether numbers have few enough decimals.
        twijfel: rows that it left in doubt.
    """

    tabel: Kolommentabel
    grenzen: Drempels
    scheidsrechter: Scheidsrechter
    machine: Machine | None
    kort: Cijferkeuring
    twijfel: list[NDArray[np.intp]]


def _blok(
    werker: _Werker, blok: slice, uit: NDArray[np.float64], goed: NDArray[np.bool_]
) -> list[Kolombevinding]:
    """Check a block of rows and compute the good ones; returns what is wrong with the others."""
    tabel, omvang = werker.tabel, blok.stop - blok.start
    bereik = {sleutel: kolom.bereik(blok.start, blok.stop) for sleutel, kolom in tabel.getallen.items()}
    bevindingen = [
        bevinding
        for sleutel, kolom in tabel.getallen.items()
        for bevinding in kolom.keur(blok.start, blok.stop, bereik[sleutel], werker.kort)
    ]
    rijen, waarden = _goede_waarden(tabel, blok, bevindingen, goed)
    over = list(over_kolommen(tabel.indeling.bouw(waarden), rijen)) if len(rijen) else []
    if over:
        rijen, waarden = _goede_waarden(tabel, blok, over, goed)
    if len(rijen) == omvang:
        _reken(werker, _Goed(blok, rijen, waarden, bereik), uit)
    elif len(rijen):
        _reken(werker, _Goed(rijen, rijen, waarden, _bereik(tabel, waarden)), uit)
    return bevindingen + over


def _goede_waarden(
    tabel: Kolommentabel, blok: slice, bevindingen: list[Kolombevinding], goed: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], dict[str, Any]]:
    """Return the rows of a block without objections, and their values."""
    for bevinding in bevindingen:
        goed[bevinding.rijen] = False
    rijen = np.flatnonzero(goed[blok]) + blok.start
    return rijen, tabel.kolomwaarden(blok if len(rijen) == blok.stop - blok.start else rijen)


def _bereik(tabel: Kolommentabel, waarden: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """Return the smallest and largest of each column in some rows."""
    kolommen = {sleutel: waarden[sleutel] for sleutel in tabel.getallen}
    return {s: (float(np.fmin.reduce(x)), float(np.fmax.reduce(x))) for s, x in kolommen.items()}


class _Goed(NamedTuple):
    """Good rows: where they go, their numbers, their values, and the smallest and largest of each column."""

    plek: slice | NDArray[np.intp]
    rijen: NDArray[np.intp]
    waarden: dict[str, Any]
    bereik: dict[str, tuple[float, float]]


def _reken(werker: _Werker, rijen: _Goed, uit: NDArray[np.float64]) -> None:
    """Compute good rows with the compiled reading where there is one, else with the column reading."""
    if werker.machine and isinstance(rijen.plek, slice):
        drempels = werker.grenzen.voor_blok(rijen.bereik)
        werker.twijfel.append(werker.machine.reken(rijen.plek, drempels, uit))
    else:
        _schrijf(werker, rijen, uit)


def _beslis_twijfel(werker: _Werker, uit: NDArray[np.float64]) -> None:
    """Compute the rows that the compiled reading left in doubt with the column reading, a block at a time."""
    alle = np.concatenate([np.empty(0, np.intp), *werker.twijfel])
    for begin in range(0, len(alle), BLOK):
        rijen = alle[begin : begin + BLOK]
        waarden = werker.tabel.kolomwaarden(rijen)
        _schrijf(werker, _Goed(rijen, rijen, waarden, _bereik(werker.tabel, waarden)), uit)


def _schrijf(werker: _Werker, rijen: _Goed, uit: NDArray[np.float64]) -> None:
    """Compute good rows with the column reading and write their amounts in euro."""
    tabel = werker.tabel

    def fijner() -> list[Any]:
        kolommen = {sleutel: (rijen.waarden[sleutel],) * 2 for sleutel in tabel.getallen}
        return drempels(tabel, kolommen)

    def beslis(regel: int, plekken: NDArray[np.intp]) -> NDArray[np.float64]:
        return werker.scheidsrechter.beslis(regel, rijen.rijen[plekken])

    wijze = Kolommen(werker.grenzen.voor_blok(rijen.bereik), fijner, beslis)
    zwaartes = stel_samen(tabel.indeling.bouw(rijen.waarden), wijze)
    eerder: dict[int, int] = {}
    regels: Iterable[Any] = (
        centen for deel in zwaartes.values() for centen in (*deel.afgerond.values(), deel.tarief)
    )
    for nummer, centen in enumerate(regels):
        bekend = eerder.setdefault(id(centen), nummer)
        if bekend != nummer:
            uit[nummer, rijen.plek] = uit[bekend, rijen.plek]
        elif isinstance(rijen.plek, slice):
            np.divide(centen, 100, out=uit[nummer, rijen.plek])
        else:
            uit[nummer, rijen.plek] = centen / 100
