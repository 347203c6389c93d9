"""Where two opbouwen differ, by key, and how a value moves from one to the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.kern.onderdeel import Onderdeel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gezinshuis_tarief.model.opbouw import Opbouw

ONDERBOUWING: Final = "onderbouwing"
_DEEL: Final = re.compile(r"[^.\[\]]+")


@dataclass(frozen=True, slots=True)
class Sleutelverschil:
    """One key at which two opbouwen differ.

    A part that has another shape (bouwsteen 8 that appears, another list of own lines, a variant of
    one's own) is one key: its name.

    Attributes:
        sleutel: dotted key of the value, or name of the whole part.
        van: the value in the one.
        naar: the value in the other.
        heel: whether it is a whole part.
    """

    sleutel: str
    van: object
    naar: object
    heel: bool = False

    @property
    def groep(self) -> str:
        """The part of the opbouw the key stands in: a bouwsteen, the house, or the own lines."""
        return groep_van(self.sleutel)


def groep_van(sleutel: str) -> str:
    """Return the part of the opbouw a key stands in."""
    return sleutel.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]


def sleutelverschillen(van: Opbouw, naar: Opbouw) -> tuple[Sleutelverschil, ...]:
    """Return every key at which two opbouwen differ, in the order of the opbouw; support is not compared."""
    gevonden: list[Sleutelverschil] = []
    for naam in type(van).model_fields:
        een, ander = getattr(van, naam), getattr(naar, naam)
        if naam == ONDERBOUWING:
            continue
        if vorm(een) != vorm(ander):
            gevonden.append(Sleutelverschil(naam, een, ander, heel=True))
        elif een != ander:
            waarden = dict(bladeren(ander, naam))
            gevonden += [
                Sleutelverschil(sleutel, waarde, waarden[sleutel])
                for sleutel, waarde in bladeren(een, naam)
                if waarde != waarden[sleutel]
            ]
    return tuple(gevonden)


def vorm(deel: object) -> object:
    """Return the shape of a part: which keys it has, whatever their values."""
    match deel:
        case Onderdeel():
            return type(deel), tuple(vorm(getattr(deel, naam)) for naam in type(deel).model_fields)
        case tuple():
            return tuple(vorm(post) for post in deel)
    return None


def bladeren(deel: object, sleutel: str) -> Iterator[tuple[str, object]]:
    """Yield every value in a part with its dotted key."""
    match deel:
        case Onderdeel():
            for naam in type(deel).model_fields:
                yield from bladeren(getattr(deel, naam), f"{sleutel}.{naam}")
        case tuple():
            for plek, post in enumerate(deel):
                yield from bladeren(post, f"{sleutel}[{plek}]")
        case _:
            yield sleutel, deel


def waarde_op(opbouw: Opbouw, sleutel: str) -> object:
    """Return the value or the whole part at a key; None when the opbouw does not have it."""
    plek: object = opbouw
    for deel in _DEEL.findall(sleutel):
        if isinstance(plek, tuple):
            plek = plek[int(deel)] if int(deel) < len(plek) else None
        else:
            plek = getattr(plek, deel, None)
    return plek


def neem_over(doel: Opbouw, bronnen: Mapping[str, Opbouw]) -> Opbouw:
    """Return `doel` with the value at each key, and what stands behind it, taken from the opbouw beside it.

    Raises:
        InvoerFout: when the values together are no opbouw.
    """
    nieuw = doel.met({sleutel: waarde_op(bron, sleutel) for sleutel, bron in bronnen.items()}, reden=" ")
    steun = {
        k: v for k, v in nieuw.onderbouwing.items() if not any(hoort_bij(k, sleutel) for sleutel in bronnen)
    }
    for sleutel, bron in bronnen.items():
        steun |= {k: v for k, v in bron.onderbouwing.items() if hoort_bij(k, sleutel)}
    return nieuw.model_copy(update={ONDERBOUWING: steun})


def hoort_bij(sleutel: str, geheel: str) -> bool:
    """Whether a key is, or stands in, another one."""
    return sleutel == geheel or sleutel.startswith((f"{geheel}.", f"{geheel}["))
