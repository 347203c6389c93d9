"""What must hold between the columns of a row: the requirements of the components, read over columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

import numpy as np

from gezinshuis_tarief.kern.eisen import TELLEND, heel_of_niet
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.per_zorgzwaarte import eisen_in
from gezinshuis_tarief.rekenwijzen.kolommen import Getallen, Kolommen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gezinshuis_tarief.kolommen.tabel import Kolommentabel

_SOMMEN: Final = Kolommen((), tuple, lambda _, rijen: rijen)
"""The column reading for sums; requirements only add and choose, so nothing is rounded."""


def deels_ingevuld(tabel: Kolommentabel) -> Iterator[Kolombevinding]:
    """Find parts of which a row has some columns and not others."""
    for deel, sleutels in tabel.indeling.mag_ontbreken.items():
        kolommen = [_leeg(tabel, sleutel) for sleutel in sleutels if sleutel not in tabel.vast]
        if not kolommen:
            continue
        vast = len(kolommen) < len(sleutels)
        rijen = np.flatnonzero(~heel_of_niet(kolommen, mag_ontbreken=not vast))
        if len(rijen):
            remedie = "Vul alle kolommen van dit deel in, of geen."
            yield Kolombevinding(deel, rijen, [""] * len(rijen), "is maar deels ingevuld", "", remedie)


def _leeg(tabel: Kolommentabel, sleutel: str) -> NDArray[np.bool_]:
    """Say in which rows of a column nothing stands; what could not be read is something."""
    if sleutel in tabel.getallen:
        return tabel.getallen[sleutel].leeg
    if sleutel in tabel.keuzes:
        return np.equal(tabel.keuzes[sleutel].codes, -1)
    return np.array([naam is None for naam in tabel.namen[sleutel]], dtype=bool)


def over_kolommen(waarden: Opbouw, rijen: NDArray[np.intp]) -> Iterator[Kolombevinding]:
    """Find the rows in which a requirement between inputs does not hold.

    Args:
        waarden: an opbouw over the columns of rows that are good in themselves.
        rijen: the positions of those rows.
    """
    for naam, deel, eis in eisen_in(waarden):
        termen = [np.broadcast_to(cast("Getallen", term), len(rijen)) for term in eis.termen(deel, _SOMMEN)]
        fout = np.flatnonzero(~eis.houdt(np.rint(sum(termen) * TELLEND)))
        if len(fout):
            gevonden = [
                " + ".join(f"{term:.15g}" for term in rij)
                for rij in zip(*(t[fout] for t in termen), strict=True)
            ]
            yield Kolombevinding(naam, rijen[fout], gevonden, eis.melding, eis.toegestaan, eis.remedie)
