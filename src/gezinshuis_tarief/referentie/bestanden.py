"""The data files of the package: read once, on first use."""

from __future__ import annotations

import csv
import hashlib
import io
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

Rij = dict[str, str]

_LENGTE_VINGERAFDRUK = 16


def bestanden() -> tuple[Traversable, ...]:
    """The csv files, sorted by name."""
    map_ = files("gezinshuis_tarief.referentie") / "gegevens"
    gevonden = (pad for pad in map_.iterdir() if pad.name.endswith(".csv"))
    return tuple(sorted(gevonden, key=lambda pad: pad.name))


@cache
def rijen(naam: str) -> tuple[Rij, ...]:
    """The rows of the csv file `naam` (without extension), as text per column."""
    pad = files("gezinshuis_tarief.referentie") / "gegevens" / f"{naam}.csv"
    tekst = io.StringIO(pad.read_text(encoding="utf-8"), newline="")
    return tuple(csv.DictReader(tekst, strict=True))


@cache
def vingerafdruk() -> str:
    """Sixteen hexadecimal digits that change as soon as any reference figure changes.

    The first part of the SHA-256 over name and content of every data file, in order of name.
    Line endings do not count, so that the same data give the same digits on every system.
    """
    som = hashlib.sha256()
    for pad in bestanden():
        inhoud = pad.read_bytes().replace(b"\r\n", b"\n")
        som.update(pad.name.encode() + b"\0" + inhoud + b"\0")
    return som.hexdigest()[:_LENGTE_VINGERAFDRUK]
