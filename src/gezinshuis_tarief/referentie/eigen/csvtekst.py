"""The rows of a CSV file as text, or a refusal: what the file is, and what it is not."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from gezinshuis_tarief.kern.fouten import Bezwaar, weigering

_REST: Final = "\0"
_KOMMA: Final = 'Zet een tekst met een komma tussen aanhalingstekens ("…"), en schrijf getallen met een punt.'


@dataclass(frozen=True, slots=True)
class Bronrijen:
    """The rows of a file.

    Attributes:
        rijen: per row where it stands, for messages, and what it holds by column.
        nederlands: whether numbers in text have a decimal comma.
        bezwaren: what is wrong with the file itself.
    """

    rijen: list[tuple[str, dict[str, object]]]
    nederlands: bool = False
    bezwaren: list[Bezwaar] = field(default_factory=list)


def dubbele_kolommen(kolommen: list[str]) -> Iterator[Bezwaar]:
    """Yield an objection to each column that stands there twice."""
    for kolom in dict.fromkeys(kolommen):
        if kolom and kolommen.count(kolom) > 1:
            yield Bezwaar(f"kolom {kolom}", "staat er twee keer", remedie="Laat een van beide weg.")


def lees_csv(inhoud: bytes, bestand: str) -> Bronrijen:
    """Read a CSV file with commas, or with semicolons and then decimal commas.

    Raises:
        InvoerFout: it is no text in UTF-8, no CSV, or empty.
    """
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud[: fout.start].count(b"\n") + 1
        waar = f"is geen tekst in UTF-8 (regel {regel})"
        raise weigering("", waar, gevonden=bestand, remedie="Bewaar het bestand als CSV UTF-8.") from None
    kop = tekst.partition("\n")[0]
    if not kop.strip():
        remedie = "De eerste regel noemt de kolommen: geldig_vanaf, naam, waarde, bron."
        raise weigering("", "is leeg", gevonden=bestand, remedie=remedie)
    scheiding = ";" if kop.count(";") > kop.count(",") else ","
    lezer = csv.DictReader(
        io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True, restkey=_REST, restval=_REST
    )
    try:
        kolommen = [kolom.strip() for kolom in lezer.fieldnames or ()]
        lezer.fieldnames = kolommen
        bezwaren = list(dubbele_kolommen(kolommen))
        rijen: list[tuple[str, dict[str, object]]] = []
        for rij in lezer:
            waar = f"regel {lezer.line_num}"
            if _REST in rij or _REST in rij.values():
                aantal = "te veel" if _REST in rij else "te weinig"
                bezwaren.append(
                    Bezwaar(waar, f"heeft {aantal} kolommen", toegestaan=str(len(kolommen)), remedie=_KOMMA)
                )
            else:
                rijen.append((waar, dict(rij)))
    except csv.Error as fout:
        melding = f"is geen CSV (regel {lezer.line_num + 1}: {_csv_reden(fout)})"
        raise weigering("", melding, gevonden=bestand, remedie="Bewaar het bestand als CSV UTF-8.") from None
    return Bronrijen(rijen, scheiding == ";", bezwaren)


def _csv_reden(fout: csv.Error) -> str:
    return "een veld is te lang" if "limit" in str(fout) else "een aanhalingsteken staat verkeerd"
