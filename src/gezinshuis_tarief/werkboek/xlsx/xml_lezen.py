"""Walks through an XML part as a stream; anything that XML allows beyond plain elements is refused.

The standard library's expat, used directly: one pass, no tree in memory, and a document type
declaration, which every entity trick needs, ends the reading at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.werkboek.xlsx.archief import Archief, bestandsfout

_SCHEIDING: Final = "|"
"""What expat puts between a namespace and a name; transitional and strict workbooks differ only before it."""


@dataclass(slots=True)
class Element:
    """One element: its name, its attributes, and the text in it."""

    naam: str
    kenmerken: Mapping[str, str]
    tekst: str = ""


Elementlezer = Callable[[Element, Element], None]
"""Takes an element that has ended, and the one around it."""


def doorloop(archief: Archief, onderdeel: str, lezers: Mapping[str, Elementlezer]) -> None:
    """Give each element to the reader of its name when it ends; the reader of "" takes every other name.

    Raises:
        InvoerFout: when the part is missing, no XML, or holds a document type declaration.
    """
    inhoud = archief.lees(onderdeel)
    stukken: list[str] = []
    stapel = [Element("", {})]
    lezer = expat.ParserCreate(namespace_separator=_SCHEIDING)
    lezer.buffer_text = True

    def opent(naam: str, kenmerken: Mapping[str, str]) -> None:
        stukken.clear()
        kaal = {sleutel.rpartition(_SCHEIDING)[2]: waarde for sleutel, waarde in kenmerken.items()}
        stapel.append(Element(naam.rpartition(_SCHEIDING)[2], kaal))

    def sluit(_: str) -> None:
        element = stapel.pop()
        if lees := lezers.get(element.naam) or lezers.get(""):
            element.tekst = "".join(stukken)
            lees(element, stapel[-1])
        stukken.clear()

    def weiger_dtd(*_: object) -> None:
        melding = f"bevat een DOCTYPE (onderdeel {onderdeel}); dat hoort niet in een werkboek"
        raise bestandsfout(archief.naam, melding, "Vertrouw dit bestand niet en vraag een nieuw.")

    lezer.StartElementHandler = opent
    lezer.EndElementHandler = sluit
    lezer.CharacterDataHandler = stukken.append
    lezer.StartDoctypeDeclHandler = weiger_dtd
    try:
        lezer.Parse(inhoud, True)  # noqa: FBT003 (expat's own signature)
    except InvoerFout:
        raise
    except (expat.ExpatError, LookupError, ValueError):
        raise archief.beschadigd(onderdeel) from None
