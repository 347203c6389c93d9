"""What must hold between the columns of a row: the requirements of the components, read over columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

import numpy as np

from gezinshuis_tarief.kern.eisen import TELLEND, heel_of_niet
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import takken
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.rekenwijzen.kolommen import Getallen, Kolommen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gezinshuis_tarief.kolommen.tabel import Kolommentabel

_SOMMEN: Final = Kolommen(
    (), tuple, lambda _, rijen: rijen
)  # requirements only add and choose; nothing is rounded


def deels_ingevuld(tabel: Kolommentabel) -> Iterator[Kolombevinding]:
    """Find parts of which a row has some columns and not others."""
    leeg = dict(_lege_cellen(tabel))
    for deel, sleutels in tabel.indeling.mag_ontbreken.items():
        kolommen = [leeg[sleutel] for sleutel in sleutels if sleutel in leeg]
        if not kolommen:
            continue
        vast = any(sleutel in tabel.vast for sleutel in sleutels)
        rijen = np.flatnonzero(~heel_of_niet(kolommen, mag_ontbreken=not vast))
        if len(rijen):
            remedie = "Vul alle kolommen van dit deel in, of geen."
            yield Kolombevinding(deel, rijen, [""] * len(rijen), "is maar deels ingevuld", "", remedie)


def _lege_cellen(tabel: Kolommentabel) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Yield per column of a part that may be absent which rows have nothing there; what is wrong is something."""
    optioneel = tabel.indeling.optioneel
    for sleutel, kolom in tabel.getallen.items():
        if sleutel in optioneel:
            leeg = np.isnan(kolom.waarden)
            yield sleutel, leeg if kolom.onleesbaar is None else leeg & ~kolom.onleesbaar
    for sleutel, keuze in tabel.keuzes.items():
        if sleutel in optioneel:
            yield sleutel, keuze.codes == -1
    for sleutel, namen in tabel.namen.items():
        yield sleutel, np.array([naam is None for naam in namen], dtype=bool)


def over_kolommen(waarden: Opbouw, rijen: NDArray[np.intp]) -> Iterator[Kolombevinding]:
    """Find the rows in which a requirement between inputs does not hold.

    Args:
        waarden: an opbouw over the columns of rows that are good in themselves.
        rijen: the positions of those rows.
    """
    for sleutel, deel in takken(cast("Onderdeel", waarden)):
        for eis in deel.eisen:
            termen = [
                np.broadcast_to(cast("Getallen", term), len(rijen)) for term in eis.termen(deel, _SOMMEN)
            ]
            fout = np.flatnonzero(~eis.houdt(np.rint(sum(termen) * TELLEND)))
            if len(fout):
                gevonden = [
                    eis.gevonden([f"{term:.15g}" for term in rij])
                    for rij in zip(*(t[fout] for t in termen), strict=True)
                ]
                naam = f"{sleutel}.{eis.sleutel}".removeprefix(".")
                yield Kolombevinding(naam, rijen[fout], gevonden, eis.melding, eis.toegestaan, eis.remedie)
