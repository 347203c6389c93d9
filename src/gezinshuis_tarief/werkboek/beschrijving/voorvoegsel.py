"""Several calculations in one workbook: the same sheets, with a word before every name.

The formulas are those that the writing of one workbook gives; only the names in them change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel, Inhoud

_TEKSTEN: Final = re.compile(r'("(?:[^"]|"")*")')
_WOORD: Final = re.compile(r"(?<![\w.!$])[a-z_][\w.]*(?![\w.(!])")
_VAST: Final = {"steun": "klein", "steun_datum": "datum"}
"""How a cell looks that nobody may write in, besides an input, which has a plain look of its own."""


def met_voorvoegsel(
    bladen: Sequence[Blad], woord: str, formules: Mapping[str, tuple[str, Inhoud]] | None = None
) -> list[Blad]:
    """Return locked copies of sheets whose names all begin with a word of their own.

    Args:
        bladen: the sheets of one calculation.
        woord: what comes before each name and each sheet's name.
        formules: by the old name of an input, the formula that gives its value, and what that is for a blank.
    """
    gestuurd = dict(formules or {})
    namen = {cel.naam for blad in bladen for cel in blad.cellen if cel.naam}
    namen |= {naam for blad in bladen for naam in blad.gebieden}

    def verhang(formule: str) -> str:
        stukken = _TEKSTEN.split(formule)
        stukken[::2] = [
            _WOORD.sub(lambda m: f"{woord}.{m[0]}" if m[0] in namen else m[0], stuk) for stuk in stukken[::2]
        ]
        nieuw = "".join(stukken)
        for naam in gestuurd:  # a formula is never blank; what it gives may be
            nieuw = nieuw.replace(f"ISBLANK({woord}.{naam})", f"(LEN({woord}.{naam})=0)")
        return nieuw

    def vast(cel: Cel) -> Cel:
        formule, leeg = gestuurd.get(cel.naam) or (verhang(cel.formule), None)
        inhoud = leeg if cel.inhoud is None else cel.inhoud
        naam = f"{woord}.{cel.naam}" if cel.naam else ""
        opmaak = _VAST.get(cel.opmaak, cel.opmaak.removeprefix("invoer_"))
        return replace(cel, inhoud=inhoud, formule=formule, naam=naam, opmaak=opmaak, keuring=None)

    return [
        replace(
            blad,
            naam=f"{woord}_{blad.naam}",
            cellen=[vast(cel) for cel in blad.cellen],
            gebieden={f"{woord}.{naam}": plek for naam, plek in blad.gebieden.items()},
        )
        for blad in bladen
    ]
