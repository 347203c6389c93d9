"""How cells look, as far as it can hide what they hold: number format, colours, and what lies over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from gezinshuis_tarief.werkboek.xlsx.adressen import splits
from gezinshuis_tarief.werkboek.xlsx.archief import Archief
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek
from gezinshuis_tarief.werkboek.xlsx.xml_lezen import Element, doorloop

_T = TypeVar("_T")
WIT: Final = "FFFFFF"
ZWART: Final = "000000"
_VAST: Final = {"theme0": WIT, "theme1": ZWART, "indexed0": ZWART, "indexed1": WIT, "indexed8": ZWART,
    "indexed9": WIT, "indexed64": ZWART, "indexed65": WIT}  # fmt: skip
"""Colours by their number in a palette, as far as they are black or white."""
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6,8}")
_GELIJK: Final = 60
"""Two colours that differ less than this, over red, green and blue together, cannot be told apart."""
_KLEINST: Final = 5.0
"""Height of a letter in points below which nobody reads it."""


@dataclass(frozen=True, slots=True)
class Uiterlijk:
    """How one style of cells looks: its number format, its letter and its fill as RRGGBB, its height in points."""

    opmaak: str = "0"
    letter: str = ZWART
    vulling: str = WIT
    hoogte: float = 11.0

    @property
    def is_onzichtbaar(self) -> bool:
        """Whether its text cannot be read: in the colour of its ground, or too small."""
        if self.hoogte < _KLEINST:
            return True
        if not (_HEX.fullmatch(self.letter) and _HEX.fullmatch(self.vulling)):
            return self.letter == self.vulling
        paren = ((int(self.letter[i : i + 2], 16), int(self.vulling[i : i + 2], 16)) for i in (0, 2, 4))
        return sum(abs(een - ander) for een, ander in paren) < _GELIJK


def lees_uiterlijk(archief: Archief) -> list[Uiterlijk]:
    """Return how every cell style looks, by its number."""
    formaten: dict[str, str] = {}
    letters: list[tuple[str, float]] = []
    vullingen: list[str] = []
    stijlen: list[Uiterlijk] = []
    nu = {"kleur": ZWART, "hoogte": "11", "vulling": WIT, "patroon": "none"}

    def onthoud(wat: str) -> None:
        if wat == "font":
            letters.append((nu["kleur"], float(nu["hoogte"])))
            nu.update(kleur=ZWART, hoogte="11")
        else:
            vullingen.append(nu["vulling"] if nu["patroon"] == "solid" else WIT)
            nu.update(vulling=WIT, patroon="none")

    def sz(element: Element, _: Element) -> None:
        waarde = element.kenmerken.get("val", "")
        nu["hoogte"] = waarde if re.fullmatch(r"\d{1,4}(\.\d+)?", waarde) else "11"

    def xf(element: Element, ouder: Element) -> None:
        if ouder.naam == "cellXfs":
            nummer = element.kenmerken.get("numFmtId", "0")
            kleur, hoogte = _op(letters, element.kenmerken.get("fontId", "0"), (ZWART, 11.0))
            vulling = _op(vullingen, element.kenmerken.get("fillId", "0"), WIT)
            stijlen.append(Uiterlijk(formaten.get(nummer, nummer), kleur, vulling, hoogte))

    lezers = {
        "numFmt": lambda e, _: formaten.update({e.kenmerken.get("numFmtId", ""): e.kenmerken.get("formatCode", "")}),
        "color": lambda e, ouder: nu.update(kleur=_kleur(e)) if ouder.naam == "font" else None,
        "sz": sz,
        "fgColor": lambda e, _: nu.update(vulling=_kleur(e)),
        "patternFill": lambda e, _: nu.update(patroon=e.kenmerken.get("patternType", "none")),
        "font": lambda _, ouder: onthoud("font") if ouder.naam == "fonts" else None,
        "fill": lambda _, ouder: onthoud("fill") if ouder.naam == "fills" else None,
        "xf": xf,
    }  # fmt: skip
    if "xl/styles.xml" in archief.onderdelen:
        doorloop(archief, "xl/styles.xml", lezers)
    return stijlen


def _op(lijst: list[_T], plek: str, anders: _T) -> _T:
    return lijst[int(plek)] if plek.isdecimal() and int(plek) < len(lijst) else anders


def _kleur(element: Element) -> str:
    """Return a colour as RRGGBB, or its place in a palette where only the program knows which that is."""
    if _HEX.fullmatch(rgb := element.kenmerken.get("rgb", "")):
        return rgb[-6:].upper()
    for soort in ("theme", "indexed"):
        if plek := element.kenmerken.get(soort):
            naam = f"{soort}{plek}"
            tint = element.kenmerken.get("tint")
            return f"{naam} {tint}" if tint else _VAST.get(naam, naam)
    return ZWART


def bedekt(werkboek: Werkboek, blad: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield what pictures and shapes cover on a sheet: first column and row, last column and row, from 1."""
    gevonden: list[list[int]] = []
    getallen: list[int] = []

    def getal(element: Element, ouder: Element) -> None:
        if ouder.naam in {"from", "to"} and element.tekst.strip().isdecimal():
            getallen.append(int(element.tekst) + 1)

    def anker(_: Element, __: Element) -> None:
        gevonden.append([*getallen])
        getallen.clear()

    for deel in werkboek.delen_van(blad, "drawing"):
        lezers = {"col": getal, "row": getal, "twoCellAnchor": anker, "oneCellAnchor": anker}
        doorloop(werkboek.archief, deel, lezers)
    for plek in gevonden:
        match plek:
            case [kolom, rij, tot_kolom, tot_rij]:
                yield kolom, rij, tot_kolom, tot_rij
            case [kolom, rij]:
                yield kolom, rij, kolom, rij


def opgeslokt_door(adres: str, samengevoegd: list[str]) -> str:
    """Return the merged range in which a cell is that is not its first, so that nothing of it is shown; else empty."""
    kolom, rij = splits(adres)
    for gebied in samengevoegd:
        begin, _, einde = gebied.partition(":")
        try:
            (van_kolom, van_rij), (tot_kolom, tot_rij) = splits(begin), splits(einde)
        except ValueError:
            continue
        binnen = van_kolom <= kolom <= tot_kolom and van_rij <= rij <= tot_rij
        if binnen and (kolom, rij) != (van_kolom, van_rij):
            return gebied
    return ""
