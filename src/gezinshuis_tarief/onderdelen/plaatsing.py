"""Which parts of a calculation are one's own, and whether each can stand where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic_core import PydanticCustomError

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.formules.bereik import DELERCIJFERS_SAMEN
from gezinshuis_tarief.kern.fouten import in_model
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.plekken import PLEKKEN, POST, STANDAARD

DEFINITIES: Final = "onderdelen"
"""The key of the definitions in a file."""
_MAAK_VAN: Final = "Maak uw klasse van de standaardbouwsteen."
_DEEL_MINDER: Final = "Deel door minder invoer, of geef de delers kleinere grenzen."


def alle_delen(opbouw: Onderdeel) -> Iterator[tuple[str, str, Onderdeel]]:
    """Yield every bouwsteen and own line: its key, its place, itself."""
    for naam in ALLE:
        deel = getattr(opbouw, naam)
        if isinstance(deel, Onderdeel):
            yield naam, naam, deel
    for nummer, post in enumerate(getattr(opbouw, POST)):
        yield f"{POST}[{nummer}]", POST, post


def eigen_delen(opbouw: Onderdeel) -> Iterator[tuple[str, str, Onderdeel]]:
    """Yield every component of one's own: its key, its place, itself."""
    return (deel for deel in alle_delen(opbouw) if type(deel[2]) not in STANDAARD)


def bezwaar_tegen_plek(opbouw: Onderdeel) -> PydanticCustomError | None:
    """Return the objection to a component of one's own that cannot stand where it stands."""
    samen = 0
    for sleutel, plek, deel in eigen_delen(opbouw):
        waar = PLEKKEN.get(plek)
        if waar is None:
            continue
        if not isinstance(deel, waar.soort) or not hasattr(deel, waar.methode):
            mag = f"een {waar.soort.__name__} met {waar.methode}"
            return in_model("past hier niet", sleutel=sleutel, gevonden=type(deel).__name__, toegestaan=mag)
        mist = [naam for naam in (*waar.gelezen, *waar.vaste_stappen) if not hasattr(deel, naam)]
        if mist:
            melding = f"heeft geen {' en '.join(mist)}, en bouwsteen 11 (zorgzwaarte) leest dat"
            return in_model(
                melding, sleutel=sleutel, gevonden=type(deel).__name__, toegestaan="", remedie=_MAAK_VAN
            )
        definitie = getattr(type(deel), "definitie", None)
        samen += definitie.delercijfers if isinstance(definitie, Definitie) else 0
    if samen > DELERCIJFERS_SAMEN:
        mag = f"hoogstens {DELERCIJFERS_SAMEN}"
        melding = f"kunnen samen {samen} cijfers in delers nodig hebben"
        return in_model(melding, sleutel=DEFINITIES, gevonden="", toegestaan=mag, remedie=_DEEL_MINDER)
    return None
