"""From opbouwen to a frame and back; the values exactly, the onderbouwing not: a cell holds a value only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.sleutels import plat
from gezinshuis_tarief.kolommen.bevindingen import als_fout
from gezinshuis_tarief.kolommen.tabel import Kolommentabel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import Indeling, eigen_vormen


def naar_frame(opbouwen: Iterable[Opbouw] | Mapping[Any, Opbouw]) -> pd.DataFrame:
    """Lay opbouwen out as rows; see `opbouwen_naar_frame`."""
    labels = list(opbouwen) if isinstance(opbouwen, Mapping) else None
    rijen = list(opbouwen.values() if isinstance(opbouwen, Mapping) else opbouwen)
    for plek, opbouw in enumerate(rijen):
        _weiger_eigen_vormen(opbouw, str(labels[plek] if labels else plek))
    waarden = [plat(opbouw) for opbouw in rijen]
    gevuld = {sleutel for rij in waarden for sleutel, waarde in rij.items() if waarde is not None}
    gevuld |= {sleutel for sleutel, veld in Indeling.van((), None).velden.items() if veld.is_verplicht}
    velden = Indeling.van(sorted(gevuld), None).velden
    kolommen = {
        sleutel: _reeks([rij.get(sleutel) for rij in waarden], veld)
        for sleutel, veld in velden.items()
        if sleutel in gevuld
    }
    return pd.DataFrame(kolommen).set_axis(labels, axis="index") if labels else pd.DataFrame(kolommen)


def _weiger_eigen_vormen(opbouw: Opbouw, label: str) -> None:
    eis_geen(
        Bezwaar(
            f"{naam} (rij {label})",
            "is een eigen vorm en heeft geen kolommen",
            gevonden=type(deel).__name__,
            remedie="Geef deze opbouw als basis en alleen wat varieert als kolom.",
        )
        for naam, deel in eigen_vormen(opbouw).items()
    )


def _reeks(waarden: list[Any], veld: Grenzen) -> pd.Series:
    if veld.keuzes:
        return pd.Series(pd.Categorical(waarden, categories=list(veld.keuzes)))
    if veld.is_tekst:
        return pd.Series(waarden, dtype=object)
    if veld.is_heel:
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
    eis_geen(bezwaren)
    return opbouwen
