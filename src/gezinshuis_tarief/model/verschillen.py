"""Where two opbouwen differ, by key, and how a value moves from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    bouwdeel,
    hoort_bij,
    namen_in,
    plat,
    takken,
    waarde_op,
    zwaarte_in,
)
from gezinshuis_tarief.model.per_zorgzwaarte import anders_in, evenveel
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
        return bouwdeel(self.sleutel)


def sleutelverschillen(van: Opbouw, naar: Opbouw) -> tuple[Sleutelverschil, ...]:
    """Return every key at which two opbouwen differ, in the order of the opbouw; support is not compared."""
    hier, daar = (plat(opbouw) for opbouw in evenveel(van, naar))
    per_deel: dict[str, list[Sleutelverschil]] = {}
    for sleutel, waarde in hier.items():
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
    gehele = [sleutel for sleutel in bronnen if sleutel in namen_in(type(doel))]
    anders = doel
    for (
        bron
    ) in bronnen.values():  # a shared value that is taken over leaves alone where the other has its own
        anders, _ = evenveel(anders, bron)
    for sleutel in gehele:  # what differs per zorgzwaarte comes along with a whole part
        anders = anders.model_copy(update={PER_ZORGZWAARTE: anders_in(sleutel, anders, bronnen[sleutel])})
    per = {zwaarte: dict(deel) for zwaarte, deel in anders.per_zorgzwaarte.items()}
    wijzigingen: dict[str, object] = {}
    for sleutel, bron in bronnen.items():
        zwaarte, rest = zwaarte_in(sleutel)
        if zwaarte:
            per.setdefault(zwaarte, {})[rest] = waarde_op(bron, sleutel)
        else:
            wijzigingen[sleutel] = waarde_op(bron, sleutel)
    if per != doel.per_zorgzwaarte:
        wijzigingen[PER_ZORGZWAARTE] = per
    nieuw = doel.met(wijzigingen, reden=" ")
    if PER_ZORGZWAARTE in wijzigingen:
        nieuw = nieuw.model_copy(update={PER_ZORGZWAARTE: _nodig(nieuw, doel)})
    steun = {k: v for k, v in nieuw.onderbouwing.items() if not any(_hoort_bij(k, s) for s in bronnen)}
    for sleutel, bron in bronnen.items():
        steun |= {k: v for k, v in bron.onderbouwing.items() if _hoort_bij(k, sleutel)}
    bekend = plat(nieuw)
    return nieuw.model_copy(update={ONDERBOUWING: {k: v for k, v in steun.items() if k in bekend}})


def _nodig(nieuw: Opbouw, doel: Opbouw) -> dict[str, dict[str, object]]:
    """Return the values per zorgzwaarte, without those that are new and no other than the value all share."""
    per = {
        zwaarte: {
            sleutel: waarde
            for sleutel, waarde in deel.items()
            if sleutel in doel.per_zorgzwaarte.get(zwaarte, {}) or waarde != waarde_op(nieuw, sleutel)
        }
        for zwaarte, deel in nieuw.per_zorgzwaarte.items()
    }
    return {zwaarte: deel for zwaarte, deel in per.items() if deel}


def _hoort_bij(sleutel: str, geheel: str) -> bool:
    """Whether a key is, or stands in, another one; that of one zorgzwaarte stands in the same part."""
    return hoort_bij(sleutel, geheel) or ("." not in geheel and hoort_bij(zwaarte_in(sleutel)[1], geheel))
