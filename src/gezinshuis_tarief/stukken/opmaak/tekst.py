"""A document as plain text, and as a web page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from gezinshuis_tarief.stukken.delen import (
    TEKENVELDEN,
    VELD,
    Alinea,
    Deel,
    Documenttabel,
    Handtekeningen,
    Kop,
    Lid,
    Stuk,
)

CONCEPT: Final = "CONCEPT – niet tekenen"
"""What stands on every page of a document that may not be signed."""
_OPMAAK: Final = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #767676;padding:.3rem .5rem;"
    "text-align:left;vertical-align:top}th{background:#eef1f4}.getal{text-align:right}"
    "mark{background:#fff0b3}.concept{border:3px solid #a00;padding:.5rem;font-weight:bold;color:#a00}"
    ".tekenen{break-inside:avoid}.tekenen tr:last-child td{height:5rem}"
)


def als_platte_tekst(document: Stuk) -> str:
    """Write a document as text; a concept says so first."""
    concept = [CONCEPT] if document.is_concept else []
    return "\n\n".join([*concept, *(_als_tekst(deel) for deel in document.inhoud)]) + "\n"


def _als_tekst(deel: Deel) -> str:
    match deel:
        case Kop(tekst, niveau):
            return f"{tekst}\n{('=', '-', '.')[min(niveau, 2)] * len(tekst)}"
        case Alinea(tekst):
            return tekst
        case Lid(nummer, tekst):
            return f"{nummer}  {tekst}"
        case Documenttabel():
            return _als_teksttabel(deel)
    velden = "\n".join(f"  {veld}: ____________________" for veld in TEKENVELDEN)
    return "\n\n".join(f"Namens {partij}:\n{velden}" for partij in deel.partijen)


def _als_teksttabel(deel: Documenttabel) -> str:
    rijen: list[Sequence[str]] = [deel.koppen, *deel.rijen]
    breedtes = [max(len(rij[plek]) for rij in rijen) for plek in range(len(deel.koppen))]
    eerste_getal = len(deel.koppen) - deel.getallen
    regels = [
        "  ".join(
            cel.rjust(breedte) if plek >= eerste_getal else cel.ljust(breedte)
            for plek, (cel, breedte) in enumerate(zip(rij, breedtes, strict=True))
        ).rstrip()
        for rij in rijen
    ]
    return "\n".join([regels[0], "-" * len(regels[0]), *regels[1:]])


def als_html(document: Stuk) -> str:
    """Write a document as a web page that needs nothing else."""
    concept = f'<p class="concept">{CONCEPT}</p>' if document.is_concept else ""
    voet = f"<footer><p>{_rijk(f'Code {document.code}')}</p></footer>" if document.code else ""
    inhoud = "\n".join(_als_html(deel) for deel in document.inhoud)
    return (
        f'<!doctype html>\n<html lang="nl">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(document.titel)}</title>'
        f"<style>{_OPMAAK}</style></head>\n<body>\n<main>{concept}\n{inhoud}\n</main>\n{voet}</body>\n</html>\n"
    )


def _rijk(tekst: str) -> str:
    """Return text with its open fields marked; what people typed is text, never markup."""
    return VELD.sub(r"<mark>\g<0></mark>", escape(tekst)).replace("\n", "<br>")


def _als_html(deel: Deel) -> str:
    match deel:
        case Kop(tekst, niveau):
            return f"<h{niveau + 1}>{_rijk(tekst)}</h{niveau + 1}>"
        case Alinea(tekst):
            return f"<p>{_rijk(tekst)}</p>"
        case Lid(nummer, tekst):
            return f"<p>{_rijk(nummer)} {_rijk(tekst)}</p>"
        case Handtekeningen():
            return _html_tabel(deel.tabel("", ""), "tekenen")
    return _html_tabel(deel)


def _html_tabel(deel: Documenttabel, soort: str = "") -> str:
    eerste_getal = len(deel.koppen) - deel.getallen

    def rij(cellen: tuple[str, ...], *, kop: bool) -> str:
        """Write a row; of the rows below the heading the first cell says what the row is about."""
        uit = []
        for plek, tekst in enumerate(cellen):
            getal = ' class="getal"' if plek >= eerste_getal else ""
            if kop or plek == 0:
                uit.append(f'<th scope="{"col" if kop else "row"}"{getal}>{_rijk(tekst)}</th>')
            else:
                uit.append(f"<td{getal}>{_rijk(tekst)}</td>")
        return f"<tr>{''.join(uit)}</tr>"

    klasse = f' class="{soort}"' if soort else ""
    rijen = "".join(rij(cellen, kop=False) for cellen in deel.rijen)
    return f"<table{klasse}><thead>{rij(deel.koppen, kop=True)}</thead><tbody>{rijen}</tbody></table>"
