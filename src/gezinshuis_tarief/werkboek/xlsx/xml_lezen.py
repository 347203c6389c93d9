"""Walks through an XML part as a stream; anything that XML allows beyond plain elements is refused.

The standard library's expat, used directly: one pass, no tree in memory, and a document type
declaration, which every entity trick needs, ends the reading at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from xml.parsers import expat

from gezinshuis_tarief.kern.fouten import InvoerFout, weigering
from gezinshuis_tarief.werkboek.xlsx.archief import Archief

Kenmerken = dict[str, str]
_SCHEIDING: Final = "|"
"""What expat puts between a namespace and a name; transitional and strict workbooks differ only before it."""


def doorloop(
    archief: Archief,
    onderdeel: str,
    begin: Callable[[str, Kenmerken], None],
    einde: Callable[[str, str], None] = lambda _naam, _tekst: None,
) -> None:
    """Call `begin` with each element and its attributes, `einde` with its name and last text.

    Raises:
        InvoerFout: when the part is missing, no XML, or holds a document type declaration.
    """
    inhoud = archief.lees(onderdeel)
    stukken: list[str] = []
    lezer = expat.ParserCreate(namespace_separator=_SCHEIDING)
    lezer.buffer_text = True

    def opent(naam: str, kenmerken: Kenmerken) -> None:
        stukken.clear()
        kaal = {sleutel.rpartition(_SCHEIDING)[2]: waarde for sleutel, waarde in kenmerken.items()}
        begin(naam.rpartition(_SCHEIDING)[2], kaal)

    def sluit(naam: str) -> None:
        einde(naam.rpartition(_SCHEIDING)[2], "".join(stukken))
        stukken.clear()

    def weiger_dtd(*_: object) -> None:
        melding = f"bevat een DOCTYPE (onderdeel {onderdeel}); dat hoort niet in een werkboek"
        raise weigering(
            "", melding, gevonden=archief.naam, remedie="Vertrouw dit bestand niet en vraag een nieuw."
        )

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
