"""Reads one sheet: its cells with formula and value, and its hidden rows and columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van, splits
from gezinshuis_tarief.werkboek.xlsx.archief import Archief
from gezinshuis_tarief.werkboek.xlsx.formuletekst import genormaliseerd
from gezinshuis_tarief.werkboek.xlsx.xml_lezen import Element, doorloop

MEESTE_RIJEN: Final = 20_000
"""A sheet of ours has some hundred rows; one that goes on this long was filled by accident or on purpose."""
MEESTE_CELLEN: Final = 200_000

_DATUMNUMMERS: Final = frozenset(
    str(nummer) for deel in (range(14, 23), range(27, 37), range(45, 48), range(50, 59)) for nummer in deel
)
_PROCENTNUMMERS: Final = frozenset({"9", "10"})
_DAGEN_TOT_1904: Final = 1_462
_LETTERLIJK: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_GETAL: Final = re.compile(r"\d{1,6}(\.\d{1,20})?")
_ZICHTBAAR: Final = 1.5
"""Width in characters, or height in points, below which nothing of a cell is to be seen."""


class Soort(StrEnum):
    """What a cell holds."""

    LEEG = "leeg"
    GETAL = "getal"
    DATUM = "datum"
    TEKST = "tekst"
    WAAR_ONWAAR = "waar of onwaar"
    FOUT = "foutwaarde"


@dataclass(frozen=True, slots=True)
class GelezenCel:
    """A cell: its value as written in the file, what kind that is, and its formula without `=`.

    The value of a cell with a formula is what the spreadsheet program last stored. `is_procent` says that the cell
    shows its number as a percentage: 0.041 as 4,1%.
    """

    blad: str
    adres: str
    soort: Soort = Soort.LEEG
    waarde: str = ""
    formule: str | None = None
    is_procent: bool = False

    @property
    def is_leeg(self) -> bool:
        """Whether nothing is to be seen: no value, no formula, or only spaces."""
        return self.formule is None and not self.waarde.strip()

    def heeft_formule(self, formule: str) -> bool:
        """Whether a formula stands here, but for what programs change when they save it."""
        return self.formule is not None and genormaliseerd(self.formule) == genormaliseerd(formule)


@dataclass
class GelezenBlad:
    """One sheet that was read: its cells, what is hidden, the style of each cell by number, and what is merged."""

    naam: str
    cellen: dict[str, GelezenCel] = field(default_factory=dict)
    verborgen_rijen: set[int] = field(default_factory=set)
    verborgen_kolommen: list[tuple[int, int]] = field(default_factory=list)
    stijlen: dict[str, int] = field(default_factory=dict)
    samengevoegd: list[str] = field(default_factory=list)

    def cel(self, adres: str) -> GelezenCel:
        """Return a cell; an empty one where nothing stands."""
        return self.cellen.get(adres) or GelezenCel(self.naam, adres)

    def is_verborgen(self, adres: str) -> bool:
        """Whether the row or the column of a cell is hidden."""
        kolom, rij = splits(adres)
        return rij in self.verborgen_rijen or any(van <= kolom <= tot for van, tot in self.verborgen_kolommen)


def is_datumopmaak(opmaak: str) -> bool:
    """Whether a number format shows a date or a time."""
    if opmaak.isdecimal():
        return opmaak in _DATUMNUMMERS
    return bool(set("dmyhs") & set(_LETTERLIJK.sub("", opmaak).lower()))


def is_procentopmaak(opmaak: str) -> bool:
    """Whether a number format shows a fraction as a percentage."""
    return opmaak in _PROCENTNUMMERS if opmaak.isdecimal() else "%" in _LETTERLIJK.sub("", opmaak)


def lees_blad(  # noqa: PLR0913 (what a sheet refers to)
    archief: Archief,
    onderdeel: str,
    naam: str,
    teksten: Sequence[str],
    opmaken: Sequence[str],
    *,
    sinds_1904: bool = False,
) -> GelezenBlad:
    """Read the cells of a sheet.

    Args:
        archief: the file.
        onderdeel: the part that holds the sheet.
        naam: the name of the sheet.
        teksten: the shared texts.
        opmaken: the number format of each cell style.
        sinds_1904: whether its days count from 1904, as in a file of an older Mac.

    Raises:
        InvoerFout: when the part is damaged or goes on for too many rows or cells.
    """
    lezer = _Bladlezer(archief, GelezenBlad(naam), teksten, opmaken)
    lezer.dagen_erbij = _DAGEN_TOT_1904 if sinds_1904 else 0
    doorloop(archief, onderdeel, lezer.lezers)
    return lezer.blad


class _Bladlezer:
    """Keeps the place in a sheet while its elements pass by."""

    def __init__(
        self, archief: Archief, blad: GelezenBlad, teksten: Sequence[str], opmaken: Sequence[str]
    ) -> None:
        self._archief = archief
        self.blad = blad
        self._teksten = teksten
        self._procentstijlen = {plek for plek, opmaak in enumerate(opmaken) if is_procentopmaak(opmaak)}
        self._datumstijlen = {plek for plek, opmaak in enumerate(opmaken) if is_datumopmaak(opmaak)}
        self._rij = self._kolom = self._rijen = 0
        self._formule: str | None = None
        self._waarde = ""
        self._delen: list[str] = []
        self._gedeeld: dict[str, str] = {}
        self._waarden = 0
        self.dagen_erbij = 0
        self.lezers = {
            "col": self._kolommen,
            "f": self._lees_formule,
            "v": self._lees_waarde,
            "t": self._lees_deel,
            "c": self._cel,
            "row": self._einde_rij,
            "mergeCell": self._samengevoegd,
        }

    def _kolommen(self, element: Element, _: Element) -> None:
        if _is_verborgen(element):
            grenzen = int(element.kenmerken["min"]), int(element.kenmerken["max"])
            self.blad.verborgen_kolommen.append(grenzen)

    def _lees_waarde(self, element: Element, _: Element) -> None:
        self._waarde = element.tekst
        self._waarden += 1

    def _samengevoegd(self, element: Element, _: Element) -> None:
        self.blad.samengevoegd.append(element.kenmerken.get("ref", ""))

    def _lees_deel(self, element: Element, _: Element) -> None:
        self._delen.append(element.tekst)

    def _lees_formule(self, element: Element, _: Element) -> None:
        """Take a formula; a shared one gets its text, which only its first cell writes out."""
        groep = element.kenmerken.get("si")
        self._formule = element.tekst
        if element.kenmerken.get("t") != "shared" or groep is None:
            return
        if element.tekst:
            self._gedeeld[groep] = element.tekst
        self._formule = self._gedeeld.get(groep, "")

    def _einde_rij(self, element: Element, _: Element) -> None:
        self._rij = int(element.kenmerken.get("r", self._rij + 1))
        self._kolom = 0
        self._rijen += 1
        if self._rijen > MEESTE_RIJEN:
            raise self._archief.te_groot(f"blad {self.blad.naam}, meer dan {MEESTE_RIJEN} rijen")
        if _is_verborgen(element):
            self.blad.verborgen_rijen.add(self._rij)

    def _cel(self, element: Element, rij: Element) -> None:
        """Keep a cell, unless nothing stands in it."""
        adres, rijnummer = element.kenmerken.get("r"), int(rij.kenmerken.get("r", self._rij + 1))
        if adres is None:
            self._kolom, op_rij = self._kolom + 1, 0
        else:
            self._kolom, op_rij = splits(adres)
        if (adres and op_rij != rijnummer) or self._waarden > 1:  # no program writes either
            raise self._archief.beschadigd(f"blad {self.blad.naam}, cel {adres} op rij {rijnummer}")
        soort, waarde = self._inhoud(element.kenmerken)
        formule, self._formule, self._waarde, self._waarden = self._formule, None, "", 0
        self._delen.clear()
        if soort is Soort.LEEG and formule is None:
            return
        if len(self.blad.cellen) >= MEESTE_CELLEN:
            raise self._archief.te_groot(f"blad {self.blad.naam}, meer dan {MEESTE_CELLEN} cellen")
        adres = adres or adres_van(self._kolom, rijnummer)
        is_procent = soort is Soort.GETAL and int(element.kenmerken.get("s", "0")) in self._procentstijlen
        self.blad.stijlen[adres] = int(element.kenmerken.get("s", "0"))
        self.blad.cellen[adres] = GelezenCel(self.blad.naam, adres, soort, waarde, formule, is_procent)

    def _inhoud(self, kenmerken: Mapping[str, str]) -> tuple[Soort, str]:
        """Return what a cell holds and its value."""
        soort, waarde = kenmerken.get("t", "n"), self._waarde
        if soort == "inlineStr":
            return _tekst("".join(self._delen))
        if not waarde:
            return Soort.LEEG, ""
        match soort:
            case "s" | "str":
                return _tekst(waarde if soort == "str" else self._teksten[int(waarde)])
            case "b":
                return Soort.WAAR_ONWAAR, "WAAR" if waarde == "1" else "ONWAAR"
            case "e":
                return Soort.FOUT, waarde
            case "n" | "d":
                pass
            case _:
                raise self._archief.beschadigd(f"blad {self.blad.naam}, een cel van het soort {soort[:20]}")
        is_datum = soort == "d" or int(kenmerken.get("s", "0")) in self._datumstijlen
        if is_datum and self.dagen_erbij and waarde.isdecimal():
            waarde = str(int(waarde) + self.dagen_erbij)
        return Soort.DATUM if is_datum else Soort.GETAL, waarde


_CODE: Final = re.compile(r"_x(?![dD][89a-fA-F]|[fF]{3}[eEfF])([0-9A-Fa-f]{4})_")


def _tekst(tekst: str) -> tuple[Soort, str]:
    """Return a text, with the codes written out that stand for characters XML cannot hold: `_x000D_`."""
    gewoon = _CODE.sub(lambda treffer: chr(int(treffer[1], 16)), tekst)
    return (Soort.TEKST, gewoon) if gewoon else (Soort.LEEG, "")


def _is_verborgen(element: Element) -> bool:
    """Whether a row or column is hidden, or so thin that it cannot be seen."""
    dik = element.kenmerken.get("width" if element.naam == "col" else "ht", "")
    dun = _GETAL.fullmatch(dik) is not None and float(dik) < _ZICHTBAAR
    return dun or element.kenmerken.get("hidden") in {"1", "true"}
