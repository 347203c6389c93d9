"""The rules over several columns of a row: found a block at a time, worded by the door of Opbouw itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gezinshuis_tarief.componenten.gezinshuis import PLAATSEN_HOOGSTENS, ZORGZWAARTES, Gezinshuis
from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import GELIEERD, POSTEN
from gezinshuis_tarief.rekenwijzen.kolommen import Keuzekolom, kies_per_rij

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gezinshuis_tarief.kern.onderdeel import Onderdeel
    from gezinshuis_tarief.kolommen.tabel import Kolommentabel

_PLAATSEN: Final = tuple(f"gezinshuis.plaatsen_{zwaarte}" for zwaarte in ZORGZWAARTES)
_DELEN: Final = (
    (f"{GELIEERD}.aandeel", f"{GELIEERD}.grondslag"),
    ("winst_marge.percentage", "winst_marge.grondslag"),
)
_RUIM: Final = 0.99
"""Shares that stay under this together need no closer look."""
_HALF: Final = 0.5e-15
"""Half of the smallest step that two fractions of fifteen digits can make near 1."""


def deels_ingevuld(tabel: Kolommentabel) -> Iterator[Kolombevinding]:
    """Find parts of which a row has some columns and not others."""
    for deel in (GELIEERD, *(f"{POSTEN}[{plek}]" for plek in range(len(tabel.indeling.posten)))):
        leeg = _leeg(tabel, f"{deel}.")
        if not leeg:
            continue
        vast = any(sleutel.startswith(f"{deel}.") for sleutel in tabel.vast)
        enkele = np.logical_or.reduce(leeg)
        rijen = np.flatnonzero(enkele if vast else enkele & ~np.logical_and.reduce(leeg))
        if len(rijen):
            remedie = "Vul alle kolommen van dit deel in, of geen."
            yield Kolombevinding(deel, rijen, [""] * len(rijen), "is maar deels ingevuld", "", remedie)


def _leeg(tabel: Kolommentabel, voorvoegsel: str) -> list[NDArray[np.bool_]]:
    """Return per column of a part which rows have nothing there; what could not be read is something."""
    getallen = [
        kolom.reeks.isna().to_numpy(dtype=bool)
        for sleutel, kolom in tabel.getallen.items()
        if sleutel.startswith(voorvoegsel)
    ]
    keuzes = [keuze.codes == -1 for sleutel, keuze in tabel.keuzes.items() if sleutel.startswith(voorvoegsel)]
    namen = [
        np.array([naam is None for naam in kolom], dtype=bool)
        for sleutel, kolom in tabel.namen.items()
        if sleutel.startswith(voorvoegsel)
    ]
    return getallen + keuzes + namen


def over_kolommen(
    tabel: Kolommentabel, waarden: Mapping[str, Any], rijen: NDArray[np.intp]
) -> Iterator[Kolombevinding]:
    """Find rows with too few or too many places, and rows whose shares take the whole tariff.

    Args:
        tabel: the frame.
        waarden: the values of rows that are good in themselves.
        rijen: the positions of those rows.
    """
    if len(rijen):
        yield from _over_plaatsen(tabel, waarden, rijen)
        yield from _over_delen(tabel, waarden, rijen)


def _over_plaatsen(
    tabel: Kolommentabel, waarden: Mapping[str, Any], rijen: NDArray[np.intp]
) -> Iterator[Kolombevinding]:
    kolommen = [waarden[sleutel] for sleutel in _PLAATSEN]
    if sum(np.min(kolom) for kolom in kolommen) >= 1 and sum(map(np.max, kolommen)) <= PLAATSEN_HOOGSTENS:
        return
    plaatsen = np.broadcast_to(sum(kolommen), len(rijen))
    buiten = np.flatnonzero((plaatsen < 1) | (plaatsen > PLAATSEN_HOOGSTENS))
    gevonden = [f"{x:.0f}" for x in plaatsen[buiten]]
    yield from _bevinding(tabel, rijen[buiten], gevonden, _keur_plaatsen)


def _over_delen(
    tabel: Kolommentabel, waarden: Mapping[str, Any], rijen: NDArray[np.intp]
) -> Iterator[Kolombevinding]:
    if sum(np.max(waarden[deel]) for deel, _ in _DELEN if deel in waarden) < _RUIM:
        return
    delen = [_deel_van_tarief(waarden, *sleutels) for sleutels in _DELEN]
    aandeel, marge = (np.broadcast_to(deel, len(rijen)) for deel in delen)
    vol = np.flatnonzero(1 - aandeel - marge < _HALF)
    gevonden = [f"{a:.15g} + {m:.15g}" for a, m in zip(aandeel[vol], marge[vol], strict=True)]
    yield from _bevinding(tabel, rijen[vol], gevonden, _keur_delen)


def _deel_van_tarief(waarden: Mapping[str, Any], deel: str, grondslag: str) -> Any:  # noqa: ANN401
    """Return a fraction where its base is the tariff, else 0."""
    if deel not in waarden:
        return 0.0
    keuze = waarden[grondslag]
    if isinstance(keuze, Keuzekolom):
        return kies_per_rij(keuze.masker("tarief"), waarden[deel], 0.0)
    return waarden[deel] if keuze == "tarief" else 0.0


def _keur_plaatsen(opbouw: Opbouw) -> object:
    return Gezinshuis.model_validate(_velden(opbouw.gezinshuis))


def _keur_delen(opbouw: Opbouw) -> object:
    return Opbouw.model_validate(_velden(opbouw))


def _velden(onderdeel: Onderdeel) -> dict[str, object]:
    return {naam: getattr(onderdeel, naam) for naam in type(onderdeel).model_fields}


def _bevinding(
    tabel: Kolommentabel, rijen: NDArray[np.intp], gevonden: list[str], keur: Callable[[Opbouw], object]
) -> Iterator[Kolombevinding]:
    """Let the rule itself say what is wrong, for the first row; the others differ only in what was found."""
    if not len(rijen):
        return
    try:
        keur(tabel.indeling.bouw(tabel.exacte_waarden(int(rijen[0]))))
    except InvoerFout as fout:
        (bezwaar,) = fout.bezwaren
        sleutel = bezwaar.onder("gezinshuis").sleutel if keur is _keur_plaatsen else bezwaar.sleutel
        yield Kolombevinding(sleutel, rijen, gevonden, bezwaar.melding, bezwaar.toegestaan, bezwaar.remedie)
