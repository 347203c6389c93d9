"""Every reading that gives numbers, as one function: opbouwen in, cents per outcome out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pandas as pd

from gezinshuis_tarief import Opbouw, bereken_kolommen, opbouwen_naar_frame
from gezinshuis_tarief.model.plat import GELIEERD, Indeling, eigen_vormen

Uitkomsten = list[dict[str, Decimal]]
"""Per opbouw: `uitkomst.<zorgzwaarte>.<regel>` → euro in whole cents."""


def exact(opbouwen: Sequence[Opbouw]) -> Uitkomsten:
    rijen = []
    for opbouw in opbouwen:
        rij: dict[str, Decimal] = {}
        for zwaarte, tarief in opbouw.bereken().items():
            rij |= {f"uitkomst.{zwaarte}.{regel.sleutel}": regel.per_etmaal for regel in tarief.regels}
            rij[f"uitkomst.{zwaarte}.tarief"] = tarief.per_etmaal
        rijen.append(rij)
    return rijen


def kolommen(opbouwen: Sequence[Opbouw]) -> Uitkomsten:
    return _samen(
        opbouwen, lambda rijen: uit_frame(bereken_kolommen(opbouwen_naar_frame(rijen))), gecompileerd=False
    )


def gecompileerd(opbouwen: Sequence[Opbouw]) -> Uitkomsten:
    return _samen(opbouwen, _in_een_lus, gecompileerd=True)


def _samen(
    opbouwen: Sequence[Opbouw],
    bereken: Callable[[Sequence[Opbouw]], Uitkomsten],
    *,
    gecompileerd: bool,
) -> Uitkomsten:
    """Compute the rows; one with components of one's own has no columns of its own, and is a basis instead."""
    eigen = {plek: opbouw for plek, opbouw in enumerate(opbouwen) if eigen_vormen(opbouw)}
    standaard = [opbouw for plek, opbouw in enumerate(opbouwen) if plek not in eigen]
    rijen = iter(bereken(standaard) if standaard else [])
    return [
        _met_basis(eigen[plek], gecompileerd=gecompileerd) if plek in eigen else next(rijen)
        for plek in range(len(opbouwen))
    ]


def _met_basis(opbouw: Opbouw, *, gecompileerd: bool) -> dict[str, Decimal]:
    frame = pd.DataFrame({"gezinshuis.dagen_per_jaar": [opbouw.gezinshuis.dagen_per_jaar]})
    return uit_frame(bereken_kolommen(frame, basis=opbouw, gecompileerd=gecompileerd))[0]


def _in_een_lus(opbouwen: Sequence[Opbouw]) -> Uitkomsten:
    """Compute over one layout, with every column there is, so that one loop is compiled for all."""
    frame = opbouwen_naar_frame(opbouwen)
    posten = [f"eigen_posten[{plek}].bedrag_per_jaar" for plek in range(3)]
    alle = Indeling.van([f"{GELIEERD}.aandeel", *frame.columns, *posten], None).velden
    leeg = {sleutel: pd.Series([None] * len(frame), dtype=object) for sleutel in alle}
    vast = {"gezinshuis.dagen_per_jaar": 365, "gezinshuis.weken_per_jaar": 52}
    vol = frame.assign(**{s: vast.get(s, kolom) for s, kolom in leeg.items() if s not in frame})
    return uit_frame(bereken_kolommen(vol[[*alle]], gecompileerd=True))


def uit_frame(frame: pd.DataFrame) -> Uitkomsten:
    """Read outcomes as whole cents; what is not the float64 nearest to a cent stays what it is, and fails."""
    return [
        {str(sleutel): Decimal(repr(bedrag)) for sleutel, bedrag in rij.items()}
        for rij in frame.to_dict(orient="records")
    ]


WIJZEN: dict[str, Callable[[Sequence[Opbouw]], Uitkomsten]] = {
    "exact": exact,
    "kolommen": kolommen,
    "gecompileerd": gecompileerd,
}
