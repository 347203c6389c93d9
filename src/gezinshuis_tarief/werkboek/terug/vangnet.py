"""What keeps typing errors out of a workbook and that some programs do not save: lists, bounds, locked cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gezinshuis_tarief.werkboek.lezen.verslag import Verslag
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek
from gezinshuis_tarief.werkboek.xlsx.xml_lezen import Element, doorloop

_SOORTEN: Final = {"dataValidation": "de keuzelijsten en grenzen", "sheetProtection": "de beveiliging"}


def meld_vangnet(werkboek: Werkboek, cellen: Mapping[str, GelezenCel], verslag: Verslag) -> None:
    """Say in one finding what the sheets with inputs no longer have; no value hangs on it.

    Args:
        werkboek: the file.
        cellen: the cell of each input, by key.
        verslag: where findings are written down.
    """
    weg: dict[str, list[str]] = {}
    for blad in dict.fromkeys(cel.blad for cel in cellen.values()):
        gezien: set[str] = set()

        def zie(element: Element, _: Element, gezien: set[str] = gezien) -> None:
            gezien.add(element.naam)

        doorloop(werkboek.archief, werkboek.onderdeel_van(blad), dict.fromkeys(_SOORTEN, zie))
        for soort, wat in _SOORTEN.items():
            if soort not in gezien:
                weg.setdefault(wat, []).append(blad)
    if weg:
        bladen = dict.fromkeys(blad for alle in weg.values() for blad in alle)
        verslag.meld("vangnet_weg", blad=", ".join(bladen), wat=" en ".join(weg))
