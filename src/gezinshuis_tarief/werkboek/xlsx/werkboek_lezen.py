"""What a workbook file holds, as far as a tariff needs it: names, cells, hidden parts, links, passport.

One pass over each part gives formula and value together, where a workbook library reads the file twice
and whole; only sheets that a name of ours points at are opened.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from gezinshuis_tarief.kern.argumenten import Bestandspad
from gezinshuis_tarief.werkboek.xlsx.archief import Archief, bestandsfout, open_archief
from gezinshuis_tarief.werkboek.xlsx.bijdelen import lees_eigenschappen, lees_opmaken, lees_teksten
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenBlad, GelezenCel, lees_blad
from gezinshuis_tarief.werkboek.xlsx.xml_lezen import Element, doorloop

_DOEL: Final = re.compile(
    r"(?:'((?:[^']|'')+)'|([^'!\[\]]+))!\$?([A-Z]{1,3})\$?([1-9]\d{0,6})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Celnaam:
    """A defined name: where it points; `blad` and `adres` are empty when that is not one cell."""

    naam: str
    doel: str
    blad: str = ""
    adres: str = ""


@dataclass(frozen=True, slots=True)
class _Bladregel:
    naam: str
    onderdeel: str
    verborgen: bool


@dataclass
class Werkboek:
    """A workbook of someone else's hand.

    Attributes:
        bestandsnaam: for messages.
        namen: workbook-level names by their casefolded text; a name can stand there twice.
        bladnamen_van: casefolded names that also exist for one sheet only, with those sheets.
        koppelingen: targets of external links.
        eigenschappen: custom document properties.
        hoofd: the part that names the sheets.
        sinds_1904: whether days count from 1904.
    """

    bestandsnaam: str
    archief: Archief
    hoofd: str = "xl/workbook.xml"
    sinds_1904: bool = False
    namen: dict[str, list[Celnaam]] = field(default_factory=dict)
    bladnamen_van: dict[str, list[str]] = field(default_factory=dict)
    koppelingen: tuple[str, ...] = ()
    eigenschappen: Mapping[str, str] = field(default_factory=dict)
    _regels: dict[str, _Bladregel] = field(default_factory=dict)
    _gelezen: dict[str, GelezenBlad] = field(default_factory=dict)

    @cached_property
    def _teksten(self) -> list[str]:
        return lees_teksten(self.archief)

    @cached_property
    def _opmaken(self) -> list[str]:
        return lees_opmaken(self.archief)

    @property
    def bladnamen(self) -> tuple[str, ...]:
        """The names of the sheets, in their order."""
        return tuple(regel.naam for regel in self._regels.values())

    def namen_bij(self, naam: str) -> list[Celnaam]:
        """Return where a name points; some programs save `a.b` as `a_b`, which is then taken for it."""
        kaal = naam.casefold()
        return self.namen.get(kaal) or self.namen.get(kaal.replace(".", "_"), [])

    def blad(self, naam: str) -> GelezenBlad | None:
        """Return a sheet by its name, read when first asked for; None when it does not exist."""
        regel = self._regels.get(naam.casefold())
        if regel is None:
            return None
        if regel.naam not in self._gelezen:
            self._gelezen[regel.naam] = lees_blad(
                self.archief,
                regel.onderdeel,
                regel.naam,
                self._teksten,
                self._opmaken,
                sinds_1904=self.sinds_1904,
            )
        return self._gelezen[regel.naam]

    def onderdeel_van(self, naam: str) -> str:
        """Return the part that holds a sheet."""
        return self._regels[naam.casefold()].onderdeel

    def delen_van(self, naam: str, soort: str) -> list[str]:
        """Return the parts of one kind that a sheet relates to, such as `comments`, as far as they are in the file."""
        doelen = _doelen(self.archief, self.onderdeel_van(naam))
        return [doel for doel in doelen.get(soort, []) if doel in self.archief.onderdelen]

    def is_verborgen(self, naam: str) -> bool:
        """Whether a whole sheet is hidden."""
        return self._regels[naam.casefold()].verborgen

    def cel(self, naam: Celnaam) -> GelezenCel | None:
        """Return the cell a name points at, an empty one where nothing stands; None when it points nowhere."""
        blad = self.blad(naam.blad) if naam.adres else None
        return None if blad is None else blad.cel(naam.adres)


def lees_werkboek(pad: Bestandspad) -> Werkboek:
    """Open a workbook and read its names; cells are read sheet by sheet when asked for.

    Raises:
        InvoerFout: when the file is not a plain, whole .xlsx.
    """
    archief = open_archief(pad)
    hoofd = _doelen(archief, "").get("officeDocument", ["xl/workbook.xml"])[0]
    werkboek = Werkboek(archief.naam, archief, hoofd)
    onderdelen = _onderdelen_per_id(archief, hoofd)
    _lees_hoofd(werkboek, hoofd, onderdelen)
    werkboek.koppelingen = tuple(_koppelingen(archief))
    werkboek.eigenschappen = lees_eigenschappen(archief)
    return werkboek


def _rels(archief: Archief, onderdeel: str) -> list[Mapping[str, str]]:
    """Return the relations of a part, of the whole file for an empty name."""
    map_, naam = posixpath.split(onderdeel)
    pad = posixpath.join(map_, "_rels", f"{naam}.rels")
    gevonden: list[Mapping[str, str]] = []
    if pad in archief.onderdelen:
        doorloop(archief, pad, {"Relationship": lambda rel, _: gevonden.append(rel.kenmerken)})
    return gevonden


def _volledig(onderdeel: str, doel: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(onderdeel), doel)).lstrip("/")


def _doelen(archief: Archief, onderdeel: str) -> dict[str, list[str]]:
    """Return the parts a part relates to, by the last word of the kind of relation."""
    doelen: dict[str, list[str]] = {}
    for rel in _rels(archief, onderdeel):
        soort = rel.get("Type", "").rpartition("/")[2]
        doelen.setdefault(soort, []).append(_volledig(onderdeel, rel.get("Target", "")))
    return doelen


def _onderdelen_per_id(archief: Archief, hoofd: str) -> dict[str, str]:
    return {rel.get("Id", ""): _volledig(hoofd, rel.get("Target", "")) for rel in _rels(archief, hoofd)}


def _koppelingen(archief: Archief) -> Iterable[str]:
    """Yield the files that the workbook links to."""
    for onderdeel in sorted(archief.onderdelen):
        if onderdeel.startswith("xl/externalLinks/") and onderdeel.endswith(".xml"):
            rels = _rels(archief, onderdeel)
            yield rels[0].get("Target", "") if rels else "onbekend bestand"


def _lees_hoofd(werkboek: Werkboek, hoofd: str, onderdelen: Mapping[str, str]) -> None:
    """Read the sheets and the defined names."""
    bladen: list[str] = []

    def blad(element: Element, _: Element) -> None:
        kenmerken = element.kenmerken
        titel = kenmerken.get("name", "")
        bladen.append(titel)
        verborgen = kenmerken.get("state", "visible") != "visible"
        onderdeel = onderdelen.get(kenmerken.get("id", ""), "")
        werkboek._regels[titel.casefold()] = _Bladregel(titel, onderdeel, verborgen)  # noqa: SLF001

    def naam(element: Element, _: Element) -> None:
        titel = element.kenmerken.get("name", "")
        plek = element.kenmerken.get("localSheetId")
        if plek is None:
            werkboek.namen.setdefault(titel.casefold(), []).append(_naam(titel, element.tekst.strip()))
        elif plek.isdecimal() and int(plek) < len(bladen):
            werkboek.bladnamen_van.setdefault(titel.casefold(), []).append(bladen[int(plek)])

    def instelling(element: Element, _: Element) -> None:
        werkboek.sinds_1904 = element.kenmerken.get("date1904") in {"1", "true"}

    lezers = {"sheet": blad, "definedName": naam, "workbookPr": instelling}
    doorloop(werkboek.archief, hoofd, lezers)
    if not bladen:
        raise bestandsfout(werkboek.bestandsnaam, "bevat geen bladen", "Kies een werkboek (.xlsx).")


def _naam(naam: str, doel: str) -> Celnaam:
    treffer = _DOEL.fullmatch(doel.removeprefix("="))
    if treffer is None:
        return Celnaam(naam, doel)
    geciteerd, kaal, kolom, rij = treffer.groups()
    return Celnaam(naam, doel, geciteerd.replace("''", "'") if geciteerd else kaal, f"{kolom.upper()}{rij}")
