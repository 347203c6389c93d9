"""LibreOffice as the judge: many workbooks with changed inputs, recalculated in few starts."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from hulp.rekenblad import BLADXML, deel, definities

RECALC_ALTIJD = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
PER_START = 100


class Sjabloon:
    """A workbook of ours in which inputs are typed by defined name; everything else stays as written."""

    def __init__(self, pad: Path) -> None:
        with zipfile.ZipFile(pad) as zip_:
            self._delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
        self._bladen = bladen(pad)
        self._plekken = {
            naam: tuple(plek.replace("$", "").split("!"))
            for naam, plek in definities(pad).items()
            if ":" not in plek
        }

    def schrijf(self, waarden: Mapping[str, Any], doel: Path) -> None:
        """Write a copy with other values in it."""
        bomen: dict[str, ET.Element] = {}
        cellen: dict[str, dict[str, ET.Element]] = {}
        for naam, waarde in waarden.items():
            blad, plek = self._plekken[naam]
            if blad not in bomen:
                bomen[blad] = ET.fromstring(self._delen[self._bladen[blad]])  # noqa: S314 (our own file)
                cellen[blad] = {cel.attrib["r"]: cel for cel in bomen[blad].iter(f"{BLADXML}c")}
            _vul(cellen[blad][plek], waarde)
        nieuw = {self._bladen[blad]: ET.tostring(boom) for blad, boom in bomen.items()}
        with zipfile.ZipFile(doel, "w") as zip_:
            for naam, inhoud in (self._delen | nieuw).items():
                zip_.writestr(naam, inhoud)


def bladen(pad: Path) -> dict[str, str]:
    """Return the part of each sheet, by the sheet's name."""
    relaties = {r.attrib["Id"]: r.attrib["Target"] for r in deel(pad, "xl/_rels/workbook.xml.rels")}
    sleutel = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    gevonden = deel(pad, "xl/workbook.xml").iter(f"{BLADXML}sheet")
    return {b.attrib["name"]: f"xl/{relaties[b.attrib[sleutel]].removeprefix('/xl/')}" for b in gevonden}


def _vul(cel: ET.Element, waarde: float | str | None) -> None:
    for kind in list(cel):
        cel.remove(kind)
    cel.attrib.pop("t", None)
    if isinstance(waarde, str):
        cel.attrib["t"] = "inlineStr"
        ET.SubElement(ET.SubElement(cel, f"{BLADXML}is"), f"{BLADXML}t").text = waarde
    elif waarde is not None:
        ET.SubElement(cel, f"{BLADXML}v").text = repr(waarde)


def herreken(bestanden: Sequence[Path], map_: Path) -> list[Path]:
    """Open and save every workbook in LibreOffice with all formulas recalculated."""
    profiel = map_ / "profiel"
    (profiel / "user").mkdir(parents=True)
    (profiel / "user" / "registrymodifications.xcu").write_text(RECALC_ALTIJD, encoding="utf-8")
    uit = map_ / "herrekend"
    for begin in range(0, len(bestanden), PER_START):
        groep = [str(pad) for pad in bestanden[begin : begin + PER_START]]
        opdracht = ["soffice", f"-env:UserInstallation={profiel.as_uri()}", "--headless"]
        subprocess.run(  # noqa: S603 (words of our own)
            [*opdracht, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(uit), *groep],
            check=True,
            capture_output=True,
            timeout=600,
        )
    return [uit / pad.name for pad in bestanden]


def lees_waarden(pad: Path) -> dict[str, Any]:
    """Return the value of every named cell: a number, a text, or None."""
    teksten = [
        "".join(t.text or "" for t in si.iter(f"{BLADXML}t")) for si in deel(pad, "xl/sharedStrings.xml")
    ]
    inhoud = {}
    for blad, onderdeel in bladen(pad).items():
        for cel in deel(pad, onderdeel).iter(f"{BLADXML}c"):
            waarde = cel.findtext(f"{BLADXML}v")
            soort = cel.attrib.get("t", "n")
            if waarde:
                inhoud[blad, cel.attrib["r"]] = _lees(waarde, soort, teksten)
    plekken = {naam: plek.replace("$", "").split("!") for naam, plek in definities(pad).items()}
    return {
        naam: inhoud.get((re.sub("^'|'$", "", plek[0]), plek[1]))
        for naam, plek in plekken.items()
        if len(plek) == 2 and ":" not in plek[1]
    }


def _lees(waarde: str, soort: str, teksten: Sequence[str]) -> float | str:
    if soort == "s":
        return teksten[int(waarde)]
    return float(waarde) if soort == "n" else waarde
