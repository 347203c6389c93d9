"""What is wrong with the cells of a frame: counted in full, shown in part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TOON_HOOGSTENS: Final = 20
F = TypeVar("F")
"""A frame of any kind."""


@dataclass(frozen=True, slots=True)
class Kolombevinding:
    """One kind of objection to cells of one column.

    Attributes:
        sleutel: the column; for a rule over several columns their sum as text.
        rijen: positions of the rows, ascending.
        gevonden: per row what stands there.
    """

    sleutel: str
    rijen: NDArray[np.intp]
    gevonden: Sequence[str]
    melding: str
    toegestaan: str = ""
    remedie: str = ""


class Gemarkeerd(NamedTuple, Generic[F]):
    """The outcomes of the good rows, and a row per objection for the others, in frames of one kind."""

    uitkomsten: F
    bezwaren: F


class KolommenFout(InvoerFout):
    """A frame that is refused: the first objections with column, row, value and bound, and how many there are.

    Attributes:
        bezwaren: the first objections, in the order of the rows.
        aantal: how many objections there are in all.
    """

    def __init__(self, bezwaren: tuple[Bezwaar, ...], aantal: int) -> None:
        meer = aantal - len(bezwaren)
        rest = (
            (Bezwaar("invoer", "zijn niet getoond", gevonden=f"nog {nederlands(Decimal(meer))} bezwaren"),)
            if meer
            else ()
        )
        super().__init__((*bezwaren, *rest))
        self.bezwaren = bezwaren
        self.aantal = aantal


def als_fout(
    bevindingen: Sequence[Kolombevinding], labels: Sequence[Any], *, vooraf: Sequence[Bezwaar] = ()
) -> KolommenFout:
    """Return the error that refuses a frame; `vooraf` are objections to its columns, or to rows as a whole."""
    cellen = sorted(
        (int(rij), nummer, plek)
        for nummer, bevinding in enumerate(bevindingen)
        for plek, rij in enumerate(bevinding.rijen[:TOON_HOOGSTENS])
    )
    bezwaren = [*vooraf]
    for rij, nummer, plek in cellen[:TOON_HOOGSTENS]:
        soort = bevindingen[nummer]
        sleutel = f"{soort.sleutel} (rij {labels[rij]})"
        bezwaren.append(
            Bezwaar(
                sleutel,
                soort.melding,
                gevonden=soort.gevonden[plek],
                toegestaan=soort.toegestaan,
                remedie=soort.remedie,
            )
        )
    aantal = len(vooraf) + sum(len(bevinding.rijen) for bevinding in bevindingen)
    return KolommenFout(tuple(bezwaren[: max(TOON_HOOGSTENS, len(vooraf))]), aantal)


def als_rijen(bevindingen: Sequence[Kolombevinding]) -> tuple[NDArray[np.intp], dict[str, list[str]]]:
    """Return the objections in the order of the rows: which row each is about, and columns of text."""
    import numpy as np  # noqa: PLC0415

    rijen = np.concatenate([np.empty(0, np.intp), *(bevinding.rijen for bevinding in bevindingen)])
    volgorde = np.argsort(rijen, kind="stable")
    los = [
        (b.sleutel, gevonden, b.melding, b.toegestaan, b.remedie)
        for b in bevindingen
        for gevonden in b.gevonden
    ]
    namen = ("kolom", "gevonden", "melding", "toegestaan", "remedie")
    return rijen[volgorde], {naam: [los[plek][nr] for plek in volgorde] for nr, naam in enumerate(namen)}
