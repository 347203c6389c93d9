"""How a table in a database is laid out: which of its columns are inputs, and what the others get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cached_property
from typing import Any, Final

from gezinshuis_tarief.database.formule import Databasetabel, IbisFormule
from gezinshuis_tarief.formules.spoor import Rondspoor, Stap, als_term
from gezinshuis_tarief.formules.uitdrukking import Verwijzing
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.kern.sleutels import plat
from gezinshuis_tarief.kern.velden import decimaal
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import Indeling, eigen_vormen
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.foutgrens import Foutband

_ELKE: Final = object()
"""Stands for a choice that rows make for themselves."""


@dataclass(frozen=True)
class Tabelindeling:
    """How a table is read.

    Attributes:
        indeling: the parts a row consists of.
        velden: field of every input that is a column.
        vast: the inputs that are no column, the same for every row.
    """

    indeling: Indeling
    velden: Mapping[str, Grenzen]
    vast: Mapping[str, Any]

    @classmethod
    def van(cls, tabel: Databasetabel, basis: Opbouw | None) -> Tabelindeling:
        """Read the layout from the columns of a table; no row is looked at.

        Raises:
            InvoerFout: for every missing or unknown key and wrong type.
        """
        indeling = Indeling.van(tabel.columns, basis)
        alle, gegeven = indeling.velden, plat(basis) if basis else {}
        velden = {sleutel: veld for sleutel, veld in alle.items() if sleutel in tabel.columns}
        vast = {
            sleutel: gegeven.get(sleutel, veld.standaard)
            for sleutel, veld in alle.items()
            if sleutel not in velden and (sleutel in gegeven or not veld.is_verplicht)
        }
        ontbrekend = [sleutel for sleutel in alle if sleutel not in velden and sleutel not in vast]
        onbekend = (indeling.bezwaar_tegen(kolom) for kolom in tabel.columns if kolom not in alle)
        eis_geen((*filter(None, onbekend), *_ontbreekt(ontbrekend), *_soorten(tabel, velden)))
        return cls(indeling, velden, vast)

    def formule(self, tabel: Databasetabel) -> IbisFormule:
        """Return what turns formulas into expressions over the table, or over steps that were added to it."""
        optioneel = self.indeling.optioneel
        return IbisFormule(tabel, self.vast, optioneel, ook_negatief=self.heeft_eigen_formules)

    @cached_property
    def heeft_eigen_formules(self) -> bool:
        """Whether a component of one's own is in it: what holds of the standard formulas need not hold of that."""
        return bool(eigen_vormen(self.indeling.vorm))

    def verwijzend(self) -> Opbouw:
        """Return an opbouw with a reference for each column and each number."""
        gegeven = (s for s, waarde in self.vast.items() if waarde is not None)
        return self.indeling.bouw(
            {**self.vast, **{s: als_term(Verwijzing(s)) for s in (*gegeven, *self.velden)}}
        )

    def stappen(self) -> dict[str, Stap]:
        """Write every step down, each rounding as one, with a reference for each column and each number."""
        spoor = Rondspoor()
        stel_samen(self.verwijzend(), spoor)
        return spoor.stappen

    def marges(self, uitersten: Mapping[str, Foutband]) -> Opbouw:
        """Return an opbouw with a range for each number, given those of the columns of numbers."""
        marges: dict[str, Any] = dict.fromkeys(self.velden, _ELKE)
        for sleutel, waarde in self.vast.items():
            is_getal = isinstance(waarde, Decimal | int)
            marges[sleutel] = Foutband.van_invoer(float(waarde), float(waarde)) if is_getal else waarde
        return self.indeling.bouw(marges | dict(uitersten))

    def exact(self, rij: Mapping[str, Any]) -> dict[str, Decimal]:
        """Return the outcomes of one row by key; an absent part counts nothing."""
        opbouw = self.indeling.bouw({**self.vast, **{s: self._cel(s, rij[s]) for s in self.velden}})
        uit: dict[str, Decimal] = {}
        with localcontext(CONTEXT):
            for zwaarte, bedragen in stel_samen(opbouw, Exact()).items():
                regels = {**bedragen.afgerond, "tarief": bedragen.tarief}
                uit |= {f"uitkomst.{zwaarte}.{regel}": bedrag for regel, bedrag in regels.items()}
        return uit

    def _cel(self, sleutel: str, cel: Any) -> Any:  # noqa: ANN401 (whatever the table holds)
        """Return a cell as the exact reading takes it: a float stands for its first fifteen digits."""
        if cel is None and sleutel in self.indeling.optioneel:
            return next(iter(self.velden[sleutel].keuzes), Decimal(0))
        return decimaal(cel) if isinstance(cel, float) else cel


def _ontbreekt(sleutels: list[str]) -> Iterator[Bezwaar]:
    for sleutel in sleutels:
        yield Bezwaar(
            sleutel, "ontbreekt", remedie="Voeg deze kolom toe, of geef een basis met vaste waarden."
        )


def _soorten(tabel: Databasetabel, velden: Mapping[str, Grenzen]) -> Iterator[Bezwaar]:
    for sleutel, veld in velden.items():
        soort = tabel[sleutel].type()
        tekst = veld.eenheid is None
        if soort.is_float32() or not (soort.is_string() if tekst else soort.is_numeric()):
            toegestaan = "tekst" if tekst else "gehele getallen, decimalen of float64"
            yield Bezwaar(sleutel, "is geen soort kolom die past", gevonden=str(soort), toegestaan=toegestaan)
