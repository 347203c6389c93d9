"""The workbooks that users download: an empty one to start with, and the example.

Make them anew with `python -m gezinshuis_tarief.werkboek.sjablonen spreadsheets`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from typing import Any, Final

from gezinshuis_tarief.kern.onderbouwing import Onderbouwing
from gezinshuis_tarief.kern.sleutels import bladeren, pad_van
from gezinshuis_tarief.voorbeelden import voorbeeld_2026
from gezinshuis_tarief.voorbeelden.begin import begin
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.schrijven import schrijf

LEEG: Final = "gezinshuistarief-leeg.xlsx"
VOORBEELD: Final = "gezinshuistarief-voorbeeld-2026.xlsx"


def leeg_werkboek() -> Werkboekinhoud:
    """Return the starting workbook: sourced figures in place, what the parties must fill blank."""
    voorbeeld = voorbeeld_2026()
    inhoud: Any = begin()
    leeg = frozenset(
        sleutel
        for sleutel, _, grenzen in bladeren(voorbeeld)
        if not grenzen.mag_leeg and reduce(lambda tak, deel: tak[deel], pad_van(sleutel), inhoud) is None
    )
    steun = voorbeeld.onderbouwing | dict.fromkeys(leeg, Onderbouwing())
    return Werkboekinhoud(voorbeeld.model_copy(update={"onderbouwing": steun}), leeg=leeg)


def maak_sjablonen(map_: Path) -> tuple[Path, ...]:
    """Write both workbooks in a folder, over older ones."""
    map_.mkdir(parents=True, exist_ok=True)
    vullingen = {LEEG: leeg_werkboek(), VOORBEELD: Werkboekinhoud(voorbeeld_2026())}
    for naam, vulling in vullingen.items():
        schrijf(vulling, map_ / naam, overschrijf=True)
    return tuple(map_ / naam for naam in vullingen)


def opdracht(woorden: Sequence[str]) -> None:
    """Write the workbooks in the folder that is named."""
    for pad in maak_sjablonen(Path(woorden[0] if woorden else "spreadsheets")):
        sys.stdout.write(f"{pad} staat klaar.\n")


if __name__ == "__main__":
    opdracht(sys.argv[1:])
