"""What the workbook's tests share: cells by defined name, changed and recalculated by an engine."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import formualizer

from gezinshuis_tarief import Opbouw
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, excelnaam
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud

BLADXML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def invoer_op_naam(opbouw: Opbouw) -> dict[str, Any]:
    """Return what a user would type: every input by defined name; None empties a cell."""
    vulling = Werkboekinhoud(opbouw)
    typen = {
        excelnaam(cel.sleutel): float(cel.waarde) if isinstance(cel.waarde, Decimal | int) else cel.waarde
        for cel in vulling.invoer.values()
    }
    return typen | {AANWEZIG: vulling.aanwezig}


class Rekenblad:
    """A workbook in the in-process engine."""

    def __init__(self, pad: Path) -> None:
        self._boek = formualizer.load_workbook(str(pad))
        self.plekken = {
            naam["name"]: (naam["sheet"], naam["start_row"], naam["start_col"])
            for naam in self._boek.get_named_ranges()
        }
        self._boek.evaluate_all()

    def __getitem__(self, naam: str) -> Any:  # noqa: ANN401 (a number or a text)
        return self._boek.get_value(*self.plekken[naam])

    def kop(self, rij: int = 2) -> str:
        """Return a line on the left of Samenvatting; the one below its title when none is named."""
        return str(self._boek.get_value(namen.SAMENVATTING, rij, 1))

    def typ(self, waarden: dict[str, Any]) -> None:
        """Type values in cells by name, and recalculate."""
        for naam, waarde in waarden.items():
            self._boek.set_value(*self.plekken[naam], waarde)
        self._boek.evaluate_all()


def verschillen(gevonden: dict[str, Any], opbouw: Opbouw) -> list[str]:
    """Compare a recalculated workbook with the exact reading.

    Outcomes must be the same cents; steps the same to 12 digits, which is what doubles can promise.
    """
    vulling = Werkboekinhoud(opbouw)
    uitkomst = opbouw.bereken()
    fouten = []
    for zwaarte in ZORGZWAARTES:
        verwacht = {regel.sleutel: regel.per_etmaal for regel in uitkomst[zwaarte].regels}
        verwacht["tarief"] = uitkomst[zwaarte].per_etmaal
        for regel, bedrag in verwacht.items():
            gezien = gevonden[f"uitkomst.{zwaarte}.{regel}"]
            if not isinstance(gezien, float | int) or Decimal(f"{gezien:.7f}") != bedrag:
                fouten.append(f"uitkomst.{zwaarte}.{regel}: {gezien} in plaats van {bedrag}")
    for sleutel, waarde in vulling.waarden.items():
        gezien, hoort = gevonden[excelnaam(sleutel)], float(waarde)
        if not isinstance(gezien, float | int) or abs(gezien - hoort) > 1e-12 * max(1e3, abs(hoort)):
            fouten.append(f"{sleutel}: {gezien} in plaats van {waarde}")
    controles = [naam for naam in gevonden if naam.startswith("controle.")]
    fouten += [f"{naam}: {gevonden[naam]}" for naam in controles if gevonden[naam] != namen.KLOPT]
    return fouten


def deel(pad: Path, naam: str) -> ET.Element:
    """Return a part of the workbook as XML."""
    with zipfile.ZipFile(pad) as zip_:
        return ET.fromstring(zip_.read(naam))  # noqa: S314 (our own file)


def definities(pad: Path) -> dict[str, str]:
    """Return the defined names with what they point at."""
    gevonden = deel(pad, "xl/workbook.xml").iter(f"{BLADXML}definedName")
    return {naam.attrib["name"]: naam.text or "" for naam in gevonden}
