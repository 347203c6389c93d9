"""From opbouwen to a frame and back; the values exactly, the onderbouwing not: a cell holds a value only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout
from gezinshuis_tarief.kern.meldingen import keuzes
from gezinshuis_tarief.kolommen.bevindingen import als_fout
from gezinshuis_tarief.kolommen.tabel import Kolommentabel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import Indeling, is_eigen_vorm, is_keuze, is_tekst, plat

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


def naar_frame(opbouwen: Iterable[Opbouw] | Mapping[Any, Opbouw]) -> pd.DataFrame:
    """Lay opbouwen out as rows; see `opbouwen_naar_frame`."""
    labels = list(opbouwen) if isinstance(opbouwen, Mapping) else None
    rijen = list(opbouwen.values() if isinstance(opbouwen, Mapping) else opbouwen)
    for plek, opbouw in enumerate(rijen):
        _weiger_eigen_vormen(opbouw, str(labels[plek] if labels else plek))
    waarden = [plat(opbouw) for opbouw in rijen]
    gevuld = {sleutel for rij in waarden for sleutel, waarde in rij.items() if waarde is not None}
    gevuld |= {sleutel for sleutel, veld in Indeling.van((), None).velden().items() if veld.is_required()}
    velden = Indeling.van(sorted(gevuld), None).velden()
    kolommen = {
        sleutel: _reeks([rij.get(sleutel) for rij in waarden], veld)
        for sleutel, veld in velden.items()
        if sleutel in gevuld
    }
    return pd.DataFrame(kolommen).set_axis(labels, axis="index") if labels else pd.DataFrame(kolommen)


def _weiger_eigen_vormen(opbouw: Opbouw, label: str) -> None:
    onderdelen = [(naam, getattr(opbouw, naam)) for naam in Indeling.van((), None).onderdelen]
    onderdelen += [(f"eigen_posten[{plek}]", post) for plek, post in enumerate(opbouw.eigen_posten)]
    bezwaren = [
        Bezwaar(
            f"{naam} (rij {label})",
            "is een eigen vorm en heeft geen kolommen",
            gevonden=type(deel).__name__,
            remedie="Geef deze opbouw als basis en alleen wat varieert als kolom.",
        )
        for naam, deel in onderdelen
        if is_eigen_vorm(deel, naam)
    ]
    if bezwaren:
        raise InvoerFout(tuple(bezwaren))


def _reeks(waarden: list[Any], veld: FieldInfo) -> pd.Series:
    if is_keuze(veld):
        return pd.Series(pd.Categorical(waarden, categories=list(keuzes(veld))))
    if is_tekst(veld):
        return pd.Series(waarden, dtype=object)
    if veld.annotation is int:
        return pd.Series(waarden, dtype="int64")
    return pd.Series([None if waarde is None else float(waarde) for waarde in waarden], dtype="float64")


def naar_opbouwen(frame: pd.DataFrame) -> list[Opbouw]:
    """Turn every row into an opbouw; see `frame_naar_opbouwen`."""
    tabel = Kolommentabel.van(frame, None)
    if tabel.bevindingen:
        raise als_fout(tabel.bevindingen, frame.index)
    opbouwen, bezwaren = [], []
    for plek, label in enumerate(frame.index):
        try:
            opbouwen.append(Opbouw.model_validate(tabel.indeling.als_invoer(tabel.celwaarden(plek))))
        except InvoerFout as fout:
            bezwaren += [
                replace(bezwaar, sleutel=f"{bezwaar.sleutel} (rij {label})") for bezwaar in fout.bezwaren
            ]
    if bezwaren:
        raise InvoerFout(tuple(bezwaren))
    return opbouwen
