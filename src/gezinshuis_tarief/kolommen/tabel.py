"""A frame that was let in: its columns as numbers, and in every block of rows only the good ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.fouten import Bezwaar
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.sleutels import plat
from gezinshuis_tarief.kern.velden import decimaal
from gezinshuis_tarief.kolommen.bevindingen import Kolombevinding, als_fout
from gezinshuis_tarief.kolommen.kolom import Getalkolom, Rijen, dubbele
from gezinshuis_tarief.kolommen.lezen import (
    Keuzes,
    lees_getallen,
    lees_keuzes,
    lees_namen,
)
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import Indeling
from gezinshuis_tarief.rekenwijzen.foutgrens import Foutband
from gezinshuis_tarief.rekenwijzen.kolommen import Keuzekolom

if TYPE_CHECKING:
    from numpy.typing import NDArray


ELKE: Final = object()
"""Stands for a choice that rows make for themselves."""


@dataclass(frozen=True)
class Kolommentabel:
    """The columns of a frame, read; what they do not give comes from the basis or the model.

    Attributes:
        labels: what the rows are called.
        eigen: columns of the user's own, which only go along.
        vast: values that are the same in every row, by key; exact.
        getallen: columns of numbers.
        keuzes: columns of choices.
        namen: columns with names of own lines.
        bevindingen: cells that could not be read.
    """

    indeling: Indeling
    labels: Sequence[Any]
    eigen: Sequence[str]
    vast: Mapping[str, Any]
    getallen: Mapping[str, Getalkolom]
    keuzes: Mapping[str, Keuzes]
    namen: Mapping[str, list[str | None]]
    bevindingen: list[Kolombevinding] = field(default_factory=list)

    @classmethod
    def van(cls, bron: Rijen, basis: Opbouw | None) -> Kolommentabel:
        """Read the columns of a frame or of part of a file.

        Raises:
            KolommenFout: for columns that are missing, unknown or there twice, and then for cells too; else about
                cells, see `bevindingen`.
            InvoerFout: for a basis that is no opbouw.
        """
        eis_soort("basis", basis, Opbouw, type(None))
        indeling = Indeling.van(bron.namen, basis)
        kolommen = {naam: sleutel for naam in bron.namen if (sleutel := indeling.sleutel_van(naam))}
        eigen = [naam for naam in bron.namen if naam not in kolommen]
        bezwaren = [
            *dubbele([kolommen.get(naam, naam) for naam in bron.namen]),
            *filter(None, map(indeling.bezwaar_tegen, dict.fromkeys(eigen))),
        ]
        vast, ontbrekend = _vaste_waarden({*kolommen.values()}, indeling.velden, basis)
        getallen, keuzes, namen, bevindingen = {}, {}, {}, []
        for naam, sleutel in kolommen.items():
            veld, mag_leeg = indeling.velden[sleutel], indeling.mag_leeg(sleutel)
            kolom = replace(bron.kolom(naam, veld), naam=sleutel)
            if veld.is_tekst:
                namen[sleutel], nieuw = lees_namen(kolom, veld)
            elif veld.keuzes:
                keuzes[sleutel], nieuw = lees_keuzes(kolom, veld, mag_leeg=mag_leeg)
            else:
                getallen[sleutel], nieuw = lees_getallen(kolom, veld, mag_leeg=mag_leeg)
            bevindingen += nieuw
        tabel = cls(indeling, bron.labels, eigen, vast, getallen, keuzes, namen, bevindingen)
        if bezwaren or ontbrekend:
            raise als_fout(tabel.celbevindingen(), bron.labels, vooraf=(*bezwaren, *ontbrekend))
        return tabel

    def celbevindingen(self) -> list[Kolombevinding]:
        """Return what is wrong with cells, each seen by itself."""
        gekeurd = (
            bevinding
            for kolom in self.getallen.values()
            for bevinding in kolom.keur(0, len(kolom.waarden), kolom.bereik(0, len(kolom.waarden)))
        )
        return [*self.bevindingen, *(gekeurd if len(self.labels) else ())]

    @cached_property
    def drijvend(self) -> dict[str, Any]:
        """The values that are the same in every row, as floats."""
        return {
            sleutel: float(waarde) if isinstance(waarde, Decimal | int) else waarde
            for sleutel, waarde in self.vast.items()
        }

    def kolomwaarden(self, rijen: slice | NDArray[np.intp]) -> dict[str, Any]:
        """Return the values of some rows for the column reading; an absent part counts nothing."""
        waarden = dict(self.drijvend)
        waarden |= dict.fromkeys(self.namen, "")
        waarden |= {sleutel: kolom.waarden[rijen] for sleutel, kolom in self.getallen.items()}
        for sleutel, keuze in self.keuzes.items():
            codes = keuze.codes[rijen]
            if sleutel in self.indeling.optioneel:
                codes = np.maximum(codes, 0)
            waarden[sleutel] = Keuzekolom(codes, keuze.opties)
        for sleutel in self._afwezig_telt_nul:
            waarden[sleutel] = np.where(np.isnan(waarden[sleutel]), 0.0, waarden[sleutel])
        return waarden

    @cached_property
    def _afwezig_telt_nul(self) -> tuple[str, ...]:
        """Columns of parts that a row may lack."""
        return tuple(
            sleutel
            for sleutel, kolom in self.getallen.items()
            if sleutel in self.indeling.optioneel and np.isnan(kolom.waarden).any()
        )

    def celwaarden(self, rij: int) -> dict[str, Any]:
        """Return the values of one row as they would be written: numbers as Decimals, None for an empty cell."""
        waarden = {**self.vast, **{sleutel: namen[rij] for sleutel, namen in self.namen.items()}}
        for sleutel, keuze in self.keuzes.items():
            code = int(keuze.codes[rij])
            waarden[sleutel] = keuze.opties[code] if code >= 0 else None
        for sleutel, kolom in self.getallen.items():
            getal = float(kolom.waarden[rij])
            waarden[sleutel] = None if np.isnan(getal) else decimaal(getal)
        return waarden

    def exacte_waarden(self, rij: int) -> dict[str, Any]:
        """Return the values of one row for the exact reading; an absent part counts nothing."""
        waarden = self.celwaarden(rij)
        leeg = {
            sleutel: self.keuzes[sleutel].opties[0] for sleutel in self.keuzes if waarden[sleutel] is None
        }
        nul = {sleutel: Decimal(0) for sleutel in self._afwezig_telt_nul if waarden[sleutel] is None}
        return {**waarden, **leeg, **nul}

    def marges(self, bereik: Mapping[str, tuple[Any, Any]]) -> dict[str, Any]:
        """Return the values as ranges, given the smallest and largest of each column."""
        waarden: dict[str, Any] = {
            sleutel: Foutband.van_invoer(waarde, waarde) if isinstance(waarde, float) else waarde
            for sleutel, waarde in self.drijvend.items()
        }
        waarden |= dict.fromkeys(self.keuzes, ELKE) | dict.fromkeys(self.namen, "")
        for sleutel, (laagst, hoogst) in bereik.items():
            if sleutel in self._afwezig_telt_nul:
                waarden[sleutel] = Foutband.van_invoer(np.fmin(laagst, 0.0), np.fmax(hoogst, 0.0))
            else:
                waarden[sleutel] = Foutband.van_invoer(laagst, hoogst)
        return waarden


def _vaste_waarden(
    gegeven: Collection[str], velden: Mapping[str, Grenzen], basis: Opbouw | None
) -> tuple[dict[str, Any], list[Bezwaar]]:
    """Return what no column gives, the value of the basis or the model's own default; and what is missing."""
    van_basis = plat(basis) if basis else {}
    vast: dict[str, Any] = {}
    bezwaren = []
    for sleutel, veld in velden.items():
        if sleutel in gegeven:
            continue
        if sleutel in van_basis:
            vast[sleutel] = van_basis[sleutel]
        elif veld.is_verplicht:
            bezwaren.append(Bezwaar(sleutel, "ontbreekt", remedie="Voeg deze kolom toe."))
        else:
            vast[sleutel] = veld.standaard
    return vast, bezwaren
