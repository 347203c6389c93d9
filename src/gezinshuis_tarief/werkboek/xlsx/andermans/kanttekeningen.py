"""The comments that somebody put at cells: notes, and the threads of newer programs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from gezinshuis_tarief.werkboek.xlsx.archief import Archief
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek
from gezinshuis_tarief.werkboek.xlsx.xml_lezen import Element, doorloop

EIGEN_AUTEUR: Final = "gezinshuis-tarief"
"""Whose comments are ours: what an annotated answer said is not said again as somebody's own."""
ONZE_REGEL: Final = f"— {EIGEN_AUTEUR} —\n"
"""Stands above what we put at a cell, under somebody's own comment if there is one; some programs drop authors."""
_ADRES: Final = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


@dataclass(frozen=True, slots=True)
class Kanttekening:
    """One comment: the address of its cell, what it says, and who is named as having written it."""

    adres: str
    tekst: str
    auteur: str = ""


def lees_kanttekeningen(werkboek: Werkboek, blad: str) -> list[Kanttekening]:
    """Return the comments of others on a sheet, in the order of the file.

    A thread counts once: what older programs show in its place is left out.

    Raises:
        InvoerFout: when a part with comments is damaged.
    """
    draden = werkboek.delen_van(blad, "threadedComment")
    personen = _personen(werkboek.archief) if draden else {}
    gevonden = [k for deel in draden for k in _uit_draden(werkboek.archief, deel, personen)]
    bezet = {kanttekening.adres for kanttekening in gevonden}
    for deel in werkboek.delen_van(blad, "comments"):
        gevonden += [k for k in _uit_notities(werkboek.archief, deel) if k.adres not in bezet]
    zonder_ons = [replace(k, tekst=k.tekst.partition(ONZE_REGEL.strip())[0].strip()) for k in gevonden]
    return [k for k in zonder_ons if k.auteur != EIGEN_AUTEUR and k.tekst and _ADRES.fullmatch(k.adres)]


def _uit_notities(archief: Archief, deel: str) -> list[Kanttekening]:
    auteurs: list[str] = []
    stukken: list[str] = []
    gevonden: list[Kanttekening] = []

    def notitie(element: Element, _: Element) -> None:
        plek = element.kenmerken.get("authorId", "")
        auteur = auteurs[int(plek)] if plek.isdecimal() and int(plek) < len(auteurs) else ""
        gevonden.append(Kanttekening(element.kenmerken.get("ref", ""), "".join(stukken).strip(), auteur))
        stukken.clear()

    lezers = {
        "author": lambda element, _: auteurs.append(element.tekst),
        "t": lambda element, _: stukken.append(element.tekst),
        "comment": notitie,
    }
    doorloop(archief, deel, lezers)
    return gevonden


def _uit_draden(archief: Archief, deel: str, personen: dict[str, str]) -> list[Kanttekening]:
    gevonden: list[Kanttekening] = []
    tekst: list[str] = []

    def draad(element: Element, _: Element) -> None:
        auteur = personen.get(element.kenmerken.get("personId", ""), "")
        gevonden.append(Kanttekening(element.kenmerken.get("ref", ""), "".join(tekst).strip(), auteur))
        tekst.clear()

    doorloop(
        archief, deel, {"text": lambda element, _: tekst.append(element.tekst), "threadedComment": draad}
    )
    return gevonden


def _personen(archief: Archief) -> dict[str, str]:
    namen: dict[str, str] = {}

    def persoon(element: Element, _: Element) -> None:
        namen[element.kenmerken.get("id", "")] = element.kenmerken.get("displayName", "")

    for deel in sorted(archief.onderdelen):
        if deel.startswith("xl/persons/") and deel.endswith(".xml"):
            doorloop(archief, deel, {"person": persoon})
    return namen
