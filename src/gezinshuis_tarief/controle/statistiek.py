"""What many quotes have in common, without anybody's own figures in it, and which stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import uit_extra, weigering
from gezinshuis_tarief.kern.geld import rond_op_centen

if TYPE_CHECKING:
    import pandas as pd

MINIMUM: Final = 5
"""Fewer providers than this and the figures of a group are withheld."""
_SPREIDING: Final = 1.5
"""How many times the distance between the quartiles an amount may lie outside them (Tukey)."""
_KLEINSTE: Final = 0.10
"""Euro per etmaal; a smaller distance is not worth a question (an aanname)."""
MATEN: Final = ("laagste", "kwartiel_1", "mediaan", "kwartiel_3", "hoogste")
_CENT: Final = 0.005
_KWARTIELEN: Final = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Uitschieter:
    """An amount far outside the middle half, with the question to ask this provider."""

    aanbieder: str
    zorgzwaarte: str
    regel: str
    per_etmaal: float
    mediaan: float
    vraag: str


def titel(regel: str) -> str:
    """Return the name of a line as shown."""
    if regel in ALLE:
        return f"{ALLE[regel].nummer} {ALLE[regel].titel}"
    return {"eigen_posten": "Eigen posten", "eigen_opslagen": "Eigen opslagen", "tarief": "Tarief"}[regel]


def per_aanbieder(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one amount per provider, zorgzwaarte and line: the mean of its quotes."""
    groepen = frame.groupby(["zorgzwaarte", "regel", "aanbieder"], sort=False)
    return groepen["per_etmaal"].mean().to_frame().reset_index()


def statistiek(frame: pd.DataFrame, minimum: int = MINIMUM) -> pd.DataFrame:
    """Return per zorgzwaarte and line the number of providers, minimum, quartiles, median and maximum.

    Args:
        frame: as from `Offertes.naar_frame`.
        minimum: groups with fewer providers are withheld: NaN in every amount.

    Raises:
        InvoerFout: a minimum below 1.
    """
    with uit_extra():
        import pandas as pd  # noqa: PLC0415 (loaded only when used)

    if minimum < 1:
        raise weigering("minimum", "is te laag", gevonden=str(minimum), toegestaan="1 of meer")
    rijen = []
    for (zwaarte, regel), groep in per_aanbieder(frame).groupby(["zorgzwaarte", "regel"], sort=False):
        maten = [_cent(maat) for maat in groep["per_etmaal"].quantile(list(_KWARTIELEN))]
        aantal = len(groep)
        rijen.append((zwaarte, regel, aantal, *(maten if aantal >= minimum else [float("nan")] * len(maten))))
    tabel = pd.DataFrame(rijen, columns=["zorgzwaarte", "regel", "aanbieders", *MATEN])
    return tabel.set_index(["zorgzwaarte", "regel"])


def uitschieters(frame: pd.DataFrame, minimum: int = MINIMUM) -> tuple[Uitschieter, ...]:
    """Return the amounts far outside the middle half; none in groups that are withheld."""
    return tuple(_uitschieters(frame, minimum))


def _uitschieters(frame: pd.DataFrame, minimum: int) -> Iterator[Uitschieter]:
    maten = {
        (rij["zorgzwaarte"], rij["regel"]): rij
        for rij in statistiek(frame, minimum).dropna().reset_index().to_dict("records")
    }
    for rij in per_aanbieder(frame).to_dict("records"):
        grens = maten.get((rij["zorgzwaarte"], rij["regel"]))
        if grens is None:
            continue
        ruimte = max(_SPREIDING * (grens["kwartiel_3"] - grens["kwartiel_1"]), _KLEINSTE) + _CENT
        bedrag = rij["per_etmaal"]
        if not grens["kwartiel_1"] - ruimte <= bedrag <= grens["kwartiel_3"] + ruimte:
            yield _uitschieter(rij["aanbieder"], rij["zorgzwaarte"], rij["regel"], bedrag, grens["mediaan"])


def _uitschieter(aanbieder: str, zwaarte: str, regel: str, bedrag: float, midden: float) -> Uitschieter:
    richting = "hoger" if bedrag > midden else "lager"
    vraag = (
        f"{titel(regel)} is bij zorgzwaarte {zwaarte} € {_euro(bedrag)} per etmaal, veel {richting} dan bij "
        f"anderen (mediaan € {_euro(midden)}). Wat verklaart dit verschil?"
    )
    return Uitschieter(aanbieder, zwaarte, regel, bedrag, midden, vraag)


def _cent(bedrag: float) -> float:
    """Round half up to cents; what a mean of cents leaves after nine decimals is noise of the float."""
    return float(rond_op_centen(Decimal(f"{bedrag:.9f}")))


def _euro(bedrag: float) -> str:
    return nederlands(Decimal(f"{bedrag:.9f}"), 2)
