"""Where two opbouwen differ, by key, and how a value moves from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import eerste_deel, hoort_bij, namen_in, plat, takken, waarde_op
from gezinshuis_tarief.onderdelen.vastleggen import wezen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gezinshuis_tarief.model.opbouw import Opbouw

ONDERBOUWING: Final = "onderbouwing"


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
        return eerste_deel(self.sleutel)


def sleutelverschillen(van: Opbouw, naar: Opbouw) -> tuple[Sleutelverschil, ...]:
    """Return every key at which two opbouwen differ, in the order of the opbouw; support is not compared."""
    daar = plat(naar)
    per_deel: dict[str, list[Sleutelverschil]] = {}
    for sleutel, waarde in plat(van).items():
        if sleutel in daar and waarde != daar[sleutel]:
            verschil = Sleutelverschil(sleutel, waarde, daar[sleutel])
            per_deel.setdefault(verschil.groep, []).append(verschil)
    for naam in namen_in(type(van)):
        een, ander = getattr(van, naam), getattr(naar, naam)
        if naam != ONDERBOUWING and vorm(een, naam) != vorm(ander, naam):
            per_deel[naam] = [Sleutelverschil(naam, een, ander, heel=True)]
    return tuple(verschil for naam in namen_in(type(van)) for verschil in per_deel.get(naam, ()))


def vorm(deel: object, plek: str) -> object:
    """Return the shape of the part at a key: which components it has, whatever their values and whoever has the class."""
    if isinstance(deel, tuple):
        return tuple(vorm(post, plek) for post in deel)
    if not isinstance(deel, Onderdeel):
        return None
    return [wezen(deel, plek), *((sleutel, type(tak)) for sleutel, tak in takken(deel) if sleutel)]


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
