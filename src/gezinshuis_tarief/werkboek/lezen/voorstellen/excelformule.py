"""From the formula of a cell to the language of formulas: names become local, addresses names, loose numbers inputs.

Nothing is executed: what is left goes through the same grammar as every formula in a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.formules.formuletaal import InTekst, lees_formule
from gezinshuis_tarief.formules.uitdrukking import EigenOf
from gezinshuis_tarief.formules.woordenlijst import Woordenlijst
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.sleutels import excelnaam
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.plekken import EIGEN_CIJFER, PLEKKEN

_ADRES: Final = re.compile(
    r"(?<![\w.$!'])(?:(?:'((?:[^']|'')+)'|([A-Za-z_]\w*))!)?\$?([A-Za-z]{1,3})\$?([1-9]\d{0,5})(?![\w.(!])"
)
_GETAL: Final = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)(\s*%)?(?![\w.])")
_WOORD: Final = re.compile(r'("[^"]*")')
_GEWOON: Final = frozenset({"0", "1", "2", "12"})
"""Whole numbers that a formula itself holds, such as the 2 of ROUND: an amount is none of them."""
_HUISNAMEN: Final = {
    "huis.plaatsen": "gezinshuis.plaatsen",
    "huis.plaatsdagen": "gezinshuis.plaatsdagen",
    "huis.dagen": "gezinshuis.dagen_per_jaar",
    "huis.weken": "gezinshuis.weken_per_jaar",
}
Celadres = Callable[[str, str], str | None]
"""The defined name of a cell, by sheet and address."""


@dataclass
class Losgetal:
    """The numbers in formulas that become inputs, by name; a number that stands there twice is one input.

    Attributes:
        eenheid: what such a number counts; of a percentage it is a fraction.
        ook_hele: whether a whole number is an amount too.
        maal_is_factor: whether a number beside × or ÷ counts nothing, and stays when it is whole.
    """

    eenheid: Eenheid
    ook_hele: bool = False
    maal_is_factor: bool = False
    waarden: dict[str, Decimal] = field(default_factory=dict)
    invoer: dict[str, dict[str, str]] = field(default_factory=dict)

    def naam(self, cijfers: str, *, is_procent: bool, bij_maal: bool) -> str | None:
        """Return the name of the input that a number becomes; None for one that stays what it is."""
        is_factor = bij_maal and self.maal_is_factor
        ook_hele = self.ook_hele and not is_factor and cijfers not in _GEWOON
        if not (is_procent or "." in cijfers or ook_hele):
            return None
        waarde = Decimal(cijfers).scaleb(-2) if is_procent else Decimal(cijfers)
        eenheid = Eenheid.FRACTIE if is_procent else Eenheid.FACTOR if is_factor else self.eenheid
        for naam, bestaand in self.waarden.items():
            if bestaand == waarde and self.invoer[naam]["eenheid"] == eenheid:
                return naam
        naam = f"nieuw_getal_{len(self.waarden) + 1}"
        self.waarden[naam] = waarde
        self.invoer[naam] = {
            "omschrijving": "getal uit de gewijzigde formule",
            "eenheid": eenheid,
            "meer_dan" if waarde else "minstens": "0",
        }
        return naam


class _Lokaal(InTekst):
    """Writes a formula with the names of choices as the definition has them."""

    def __init__(self, namen: Mapping[str, str]) -> None:
        self._namen = namen

    def keuze(self, sleutel: str, opties: list[tuple[str, str]]) -> str:
        """Return an ALS per option."""
        return super().keuze(self._namen[sleutel], opties)


@dataclass(frozen=True)
class Werkboeknamen:
    """What stands in a workbook under a defined name.

    Attributes:
        invoer: keys of the inputs.
        stappen: keys of the steps.
        op_adres: the name of a cell.
    """

    invoer: Collection[str]
    stappen: Collection[str]
    op_adres: Celadres

    def van_invoer(self, sleutel: str, zwaarte: str | None) -> str:
        """Return the name under which a zorgzwaarte reads an input."""
        return _naam(sleutel, zwaarte, self.invoer)

    def van_stap(self, sleutel: str, zwaarte: str | None) -> str:
        """Return the name under which a zorgzwaarte reads a step."""
        return _naam(sleutel, zwaarte, self.stappen)


def _naam(sleutel: str, zwaarte: str | None, bekend: Collection[str]) -> str:
    eigen = f"{zwaarte}.{sleutel}"
    return excelnaam(eigen if eigen in bekend else sleutel).casefold()


@dataclass(frozen=True)
class Formulelezer:
    """Reads the formulas of one part of a workbook.

    Attributes:
        deel: the key of the part in the file.
        definitie: what the part is now.
        stappen: how each of its steps is called in the calculation.
        namen: what stands in the workbook.
        eigen_bedrag: whether the part has an own figure, which counts instead of a formula.
    """

    deel: str
    definitie: Definitie
    stappen: Mapping[str, str]
    namen: Werkboeknamen
    eigen_bedrag: bool

    def lees(self, tekst: str, blad: str, zwaarte: str | None, los: Losgetal, *, is_uitkomst: bool) -> str:
        """Return the formula of a cell in the language of formulas.

        Args:
            tekst: the formula as it stands in the file.
            blad: the sheet of the cell.
            zwaarte: whose cell it is; None for a step that all share.
            los: where its loose numbers are written down.
            is_uitkomst: whether it is that of the outcome.

        Raises:
            InvoerFout: when it holds what the language does not have, or a name that the part cannot read.
        """
        keuzes = {
            self.namen.van_invoer(f"{self.deel}.{naam}", zwaarte): naam for naam in self.definitie.keuzes
        }
        kaal = self._vertaald(tekst, blad, los)
        boom = lees_formule(kaal, self._woorden(zwaarte, keuzes, los))
        if isinstance(boom, EigenOf) and boom.eigen.sleutel == EIGEN_CIJFER:
            boom = boom.opbouw
        elif self.eigen_bedrag and is_uitkomst:
            raise weigering(self.deel, f"de formule slaat het eigen bedrag van {self.deel} over")
        return _Lokaal(keuzes).schrijf(boom)

    def _vertaald(self, tekst: str, blad: str, los: Losgetal) -> str:
        """Return a formula with names for addresses and loose numbers; what stands between quotes stays."""

        def naam(treffer: re.Match[str]) -> str:
            waar = (treffer[1] or "").replace("''", "'") or treffer[2] or blad
            return self.namen.op_adres(waar, f"{treffer[3]}{treffer[4]}".upper()) or treffer[0]

        def getal(treffer: re.Match[str]) -> str:
            ernaast = (
                treffer.string[: treffer.start()].rstrip()[-1:],
                treffer.string[treffer.end() :].lstrip()[:1],
            )
            bij_maal = not {*ernaast}.isdisjoint("*/")
            return los.naam(treffer[1], is_procent=bool(treffer[2]), bij_maal=bij_maal) or treffer[0]

        stukken = _WOORD.split(tekst)
        stukken[::2] = [_GETAL.sub(getal, _ADRES.sub(naam, stuk)) for stuk in stukken[::2]]
        return "".join(stukken)

    def _woorden(self, zwaarte: str | None, keuzes: Mapping[str, str], los: Losgetal) -> Woordenlijst:
        """Return what each name in the workbook is called in the definition."""
        deel, van_invoer, van_stap = self.deel, self.namen.van_invoer, self.namen.van_stap
        getallen = {van_stap(elders, zwaarte): hier for hier, elders in _HUISNAMEN.items()}
        getallen |= {van_invoer(_HUISNAMEN[n], zwaarte): n for n in ("huis.dagen", "huis.weken")}
        getallen |= {van_stap(g, zwaarte): g for plek in PLEKKEN.values() for g in plek.grondslagen}
        for invoer, veld in self.definitie.invoer.items():
            for naam, _ in veld.namen(invoer):
                sleutel = f"{deel}.{naam}"
                lezen = van_invoer if sleutel in self.namen.invoer else van_stap
                getallen[lezen(sleutel, zwaarte)] = naam
        getallen |= {van_stap(f"{deel}.{sleutel}", zwaarte): naam for naam, sleutel in self.stappen.items()}
        getallen[van_invoer(f"{deel}.{EIGEN_CIJFER}", zwaarte)] = EIGEN_CIJFER
        getallen |= {naam: naam for naam in los.waarden}
        bekend = {excelnaam(sleutel).casefold() for sleutel in (*self.namen.invoer, *self.namen.stappen)}
        mag_niet = f"dat een eigen {self.definitie.plek} niet kan lezen"
        anders = dict.fromkeys(bekend - getallen.keys() - keuzes.keys(), mag_niet)
        kan_leeg = {naam for naam, veld in self.definitie.invoer.items() if veld.mag_leeg} | {EIGEN_CIJFER}
        opties = {naam: self.definitie.keuzes[hier] for naam, hier in keuzes.items()}
        return Woordenlijst(getallen, opties, kan_leeg, anders)
