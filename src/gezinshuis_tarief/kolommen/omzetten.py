"""From opbouwen to a frame and back; the values exactly, the onderbouwing not: a cell holds a value only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.sleutels import plat, waarde_op, zwaarte_in
from gezinshuis_tarief.kolommen.bevindingen import als_fout
from gezinshuis_tarief.kolommen.tabel import Kolommentabel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import OUDER, Indeling, eigen_vormen


def naar_frame(opbouwen: Iterable[Opbouw] | Mapping[Any, Opbouw]) -> pd.DataFrame:
    """Lay opbouwen out as rows; see `opbouwen_naar_frame`."""
    labels = list(opbouwen) if isinstance(opbouwen, Mapping) else None
    rijen = list(opbouwen.values() if isinstance(opbouwen, Mapping) else opbouwen)
    for plek, opbouw in enumerate(rijen):
        _weiger_eigen_vormen(opbouw, str(labels[plek] if labels else plek))
    _weiger_twee_soorten(rijen, labels)
    waarden = [plat(opbouw) for opbouw in rijen]
    gevuld = {
        sleutel
        for rij in waarden
        for sleutel, waarde in rij.items()
        if waarde is not None or zwaarte_in(sleutel)[0]
    }
    velden = Indeling.van(sorted(gevuld), None).velden
    kolommen = {
        sleutel: _reeks([waarde_op(opbouw, sleutel) for opbouw in rijen], veld)
        for sleutel, veld in velden.items()
        if sleutel in gevuld or veld.is_verplicht
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


def _weiger_twee_soorten(rijen: Sequence[Opbouw], labels: Sequence[Any] | None) -> None:
    """Refuse employees and entrepreneurs in one frame: their bouwsteen 1 has other keys."""
    for plek, opbouw in enumerate(rijen):
        soort = type(opbouw.inkomen_gezinshuisouder)
        if soort is not type(rijen[0].inkomen_gezinshuisouder):
            raise weigering(
                f"{OUDER} (rij {labels[plek] if labels else plek})",
                "is van een andere soort dan in de eerste rij",
                gevonden=soort.__name__,
                remedie="Maak een tabel van ondernemers en een van huizen in loondienst.",
            )


def _reeks(waarden: list[Any], veld: Grenzen) -> pd.Series:
    if veld.keuzes:
        return pd.Series(pd.Categorical(waarden, categories=list(veld.keuzes)))
    if veld.is_tekst:
        return pd.Series(waarden, dtype=object)
    if veld.is_heel and None not in waarden:
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
