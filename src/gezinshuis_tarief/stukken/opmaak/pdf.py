"""A document as PDF: accessible (PDF/UA-1), fit to keep (PDF/A-3a), and the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, Final

import typst

from gezinshuis_tarief.kern.fouten import GezinshuisTariefFout
from gezinshuis_tarief.stukken.delen import (
    Alinea,
    Deel,
    Documenttabel,
    Handtekeningen,
    Kop,
    Lid,
    Stuk,
    schoon,
)
from gezinshuis_tarief.stukken.opmaak.tekst import CONCEPT

_BIJEEN_HOOGSTENS: Final = 14
"""Tables of so many rows stay on one page."""


def als_pdf(document: Stuk) -> bytes:
    """Write a document as PDF, A4, with the code and "bladzijde x van y" on each page.

    Raises:
        GezinshuisTariefFout: for signs that the letters of the PDF do not have.
    """
    dag, mee = document.dag, document.bijlage
    gegevens = {
        "titel": schoon(document.titel),
        "auteur": schoon(document.auteur) or "gezinshuis-tarief",
        "datum": {"year": dag.year, "month": dag.month, "day": dag.day},
        "concept": document.is_concept,
        "conceptregel": CONCEPT,
        "voet": document.voet,
        "bijlage": mee and {"naam": mee.naam, "omschrijving": mee.omschrijving, "inhoud": mee.inhoud},
        "delen": _alle_gegevens(document.inhoud),
    }
    try:
        return typst.compile(
            files("gezinshuis_tarief.stukken.opmaak").joinpath("opmaak.typ").read_bytes(),
            ignore_system_fonts=True,  # the same letters on every machine
            pdf_standards=["ua-1", "a-3a"],
            sys_inputs={"document": json.dumps(gegevens, ensure_ascii=False)},
        )
    except typst.TypstError as fout:
        if "could not be displayed" not in fout.message and "codepoint" not in fout.message:
            raise
        raise GezinshuisTariefFout(
            f"De tekst bevat een teken dat een PDF niet kan tonen ({fout.message.split('error: ')[-1]}). "
            "Schrijf het in gewone letters, of kies .docx of .html."
        ) from None


def _alle_gegevens(delen: Sequence[Deel]) -> list[dict[str, Any]]:
    """Return the data of all parts; a clause stays with the table that it announces."""
    tabellen = [isinstance(deel, Documenttabel | Handtekeningen) for deel in delen[1:]]
    return [_gegevens(deel) | {"bij": bij} for deel, bij in zip(delen, [*tabellen, False], strict=True)]


def _gegevens(deel: Deel) -> dict[str, Any]:
    match deel:
        case Kop(tekst, 0):
            return {"soort": "titel", "tekst": tekst}
        case Kop(tekst, niveau):
            return {"soort": "kop", "tekst": tekst, "niveau": niveau}
        case Alinea(tekst):
            return {"soort": "alinea", "tekst": tekst}
        case Lid(nummer, tekst):
            return {"soort": "lid", "nummer": nummer, "tekst": tekst}
        case Documenttabel():
            return _tabel(deel, bijeen=len(deel.rijen) <= _BIJEEN_HOOGSTENS)
    return _tabel(deel.tabel("\u00a0", "\u00a0\n\u00a0\n\u00a0\n\u00a0"), bijeen=True)


def _tabel(deel: Documenttabel, *, bijeen: bool) -> dict[str, Any]:
    return {
        "soort": "tabel",
        "koppen": deel.koppen,
        "rijen": deel.rijen,
        "breedtes": deel.breedtes,
        "getallen": deel.getallen,
        "totaal": deel.totaal,
        "bijeen": bijeen,
    }
