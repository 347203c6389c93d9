"""The parts beside the sheets that their cells refer to: shared texts, number formats, properties."""

from __future__ import annotations

from gezinshuis_tarief.werkboek.xlsx.archief import Archief
from gezinshuis_tarief.werkboek.xlsx.xml_lezen import Element, Elementlezer, doorloop


def _lees(archief: Archief, onderdeel: str, **lezers: Elementlezer) -> None:
    """Read a part that a workbook may lack."""
    if onderdeel in archief.onderdelen:
        doorloop(archief, onderdeel, lezers)


def lees_teksten(archief: Archief) -> list[str]:
    """Read the shared texts; rich text loses its formatting, phonetic hints are left out."""
    teksten: list[str] = []
    delen: list[str] = []

    def deel(element: Element, ouder: Element) -> None:
        if ouder.naam != "rPh":
            delen.append(element.tekst)

    def geheel(_: Element, __: Element) -> None:
        teksten.append("".join(delen))
        delen.clear()

    _lees(archief, "xl/sharedStrings.xml", t=deel, si=geheel)
    return teksten


def lees_opmaken(archief: Archief) -> list[str]:
    """Read the number format of every cell style; built-in formats as their number."""
    eigen: dict[str, str] = {}
    opmaken: list[str] = []

    def getalopmaak(element: Element, _: Element) -> None:
        eigen[element.kenmerken.get("numFmtId", "")] = element.kenmerken.get("formatCode", "")

    def celstijl(element: Element, ouder: Element) -> None:
        if ouder.naam == "cellXfs":
            nummer = element.kenmerken.get("numFmtId", "0")
            opmaken.append(eigen.get(nummer, nummer))

    _lees(archief, "xl/styles.xml", numFmt=getalopmaak, xf=celstijl)
    return opmaken


def lees_eigenschappen(archief: Archief) -> dict[str, str]:
    """Read the custom document properties."""
    eigenschappen: dict[str, str] = {}

    def inhoud(element: Element, ouder: Element) -> None:
        if ouder.naam == "property":
            eigenschappen[ouder.kenmerken.get("name", "")] = element.tekst

    if "docProps/custom.xml" in archief.onderdelen:
        doorloop(archief, "docProps/custom.xml", {"": inhoud})
    return eigenschappen
