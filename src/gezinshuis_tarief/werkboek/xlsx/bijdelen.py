"""The parts beside the sheets that their cells refer to: shared texts, number formats, properties."""

from __future__ import annotations

from gezinshuis_tarief.werkboek.xlsx.archief import Archief
from gezinshuis_tarief.werkboek.xlsx.xml_lezen import Kenmerken, doorloop


def lees_teksten(archief: Archief) -> list[str]:
    """Read the shared texts; rich text loses its formatting, phonetic hints are left out."""
    teksten: list[str] = []
    delen: list[str] = []
    in_klank = False

    def begin(soort: str, _: Kenmerken) -> None:
        nonlocal in_klank
        in_klank = in_klank or soort == "rPh"

    def einde(soort: str, tekst: str) -> None:
        nonlocal in_klank
        if soort == "t" and not in_klank:
            delen.append(tekst)
        elif soort == "rPh":
            in_klank = False
        elif soort == "si":
            teksten.append("".join(delen))
            delen.clear()

    if "xl/sharedStrings.xml" in archief.onderdelen:
        doorloop(archief, "xl/sharedStrings.xml", begin, einde)
    return teksten


def lees_opmaken(archief: Archief) -> list[str]:
    """Read the number format of every cell style; built-in formats as their number."""
    eigen: dict[str, str] = {}
    opmaken: list[str] = []
    in_cellen = False

    def begin(soort: str, kenmerken: Kenmerken) -> None:
        nonlocal in_cellen
        if soort == "numFmt":
            eigen[kenmerken.get("numFmtId", "")] = kenmerken.get("formatCode", "")
        elif soort == "cellXfs":
            in_cellen = True
        elif soort == "xf" and in_cellen:
            nummer = kenmerken.get("numFmtId", "0")
            opmaken.append(eigen.get(nummer, nummer))

    def einde(soort: str, _: str) -> None:
        nonlocal in_cellen
        in_cellen = in_cellen and soort != "cellXfs"

    if "xl/styles.xml" in archief.onderdelen:
        doorloop(archief, "xl/styles.xml", begin, einde)
    return opmaken


def lees_eigenschappen(archief: Archief) -> dict[str, str]:
    """Read the custom document properties."""
    eigenschappen: dict[str, str] = {}
    titel = ""

    def begin(soort: str, kenmerken: Kenmerken) -> None:
        nonlocal titel
        titel = kenmerken.get("name", "") if soort == "property" else titel

    def einde(soort: str, tekst: str) -> None:
        if soort not in {"property", "Properties"}:
            eigenschappen[titel] = tekst

    if "docProps/custom.xml" in archief.onderdelen:
        doorloop(archief, "docProps/custom.xml", begin, einde)
    return eigenschappen
