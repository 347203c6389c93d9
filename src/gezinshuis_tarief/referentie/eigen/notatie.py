"""Numbers in text with a decimal comma, as in files with semicolons."""

from __future__ import annotations

import re
from typing import Final

from gezinshuis_tarief.kern.fouten import in_model

_MET_KOMMA: Final = re.compile(r"[+-]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]*),[0-9]*")
_MET_PUNT: Final = re.compile(r"[+-]?[0-9.]+")
_DRIETALLEN: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+")
_KOMMAGETAL: Final = re.compile(r"(?<![0-9.])([0-9]+)\.([0-9]+)(?![0-9.])")


def punttekst(tekst: str) -> str:
    """Return a number in Dutch notation, with or without a percent sign, as every other door reads it.

    Raises:
        PydanticCustomError: a point that is no separator of thousands before a comma.
    """
    kaal = tekst.strip().removesuffix("%").rstrip()
    teken = tekst.strip()[len(kaal) :]
    if _MET_KOMMA.fullmatch(kaal):
        return kaal.replace(".", "").replace(",", ".") + teken
    if "." not in kaal or not _MET_PUNT.fullmatch(kaal):
        return tekst
    komma = f'"{kaal.replace(".", ",")}{teken}"'
    if _DRIETALLEN.fullmatch(kaal):
        ook = f" of {komma}" if kaal.count(".") == 1 else ""
        remedie = f'Schrijf "{kaal.replace(".", "")}{teken}"{ook}.'
        raise in_model("is op twee manieren te lezen", remedie=remedie)
    voorbeeld = f": {komma}" if kaal.count(".") == 1 else ""
    raise in_model("heeft een punt", remedie=f"Schrijf een komma als decimaalteken{voorbeeld}.")


def kommaremedie(tekst: str) -> str:
    """Return a remedy in which the numbers have a decimal comma."""
    return _KOMMAGETAL.sub(r"\1,\2", tekst).replace("een punt als", "een komma als")
