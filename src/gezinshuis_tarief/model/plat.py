"""The flat layout: which keys a row of values has, and how such a row becomes an opbouw again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, cast

from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.componenten.bouwsteen import EigenPost, Kostenpost
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import (
    bladeren,
    hoort_bij,
    onbeschreven,
    pad_van,
    takken,
    uitgevouwen,
    vertaald,
)
from gezinshuis_tarief.model.opbouw import Opbouw

GELIEERD: Final = "gelieerde_zorgorganisatie"
POSTEN: Final = "eigen_posten"


@dataclass(frozen=True)
class Indeling:
    """The parts a row consists of, and with them its keys.

    Attributes:
        vorm: an opbouw with those parts; its values do not matter.
    """

    vorm: Opbouw

    @classmethod
    def van(cls, kolommen: Iterable[str], basis: Opbouw | None) -> Indeling:
        """Return the layout of a frame with these columns, over the parts of a basis."""
        vorm = basis or onbeschreven(Opbouw)
        paden = [pad_van(kolom) for kolom in kolommen]
        posten = [pad[1] for pad in paden if len(pad) > 1 and pad[0] == POSTEN and isinstance(pad[1], int)]
        over = max(posten, default=-1) + 1 - len(vorm.eigen_posten)
        delen: dict[str, Any] = {POSTEN: (*vorm.eigen_posten, *[onbeschreven(EigenPost)] * over)}
        if vorm.gelieerde_zorgorganisatie is None and any(
            pad[0] == GELIEERD for pad in paden if len(pad) > 1
        ):
            delen[GELIEERD] = onbeschreven(GelieerdeZorgorganisatie)
        return cls(vorm.model_copy(update=delen))

    @cached_property
    def velden(self) -> dict[str, Grenzen]:
        """What every key of a row allows, in the order of the model."""
        return {sleutel: grenzen for sleutel, _, grenzen in bladeren(self.vorm)}

    @cached_property
    def mag_ontbreken(self) -> dict[str, list[str]]:
        """The parts that a row may lack as a whole, each with its keys."""
        delen = [GELIEERD, *(f"{POSTEN}[{plek}]" for plek in range(len(self.vorm.eigen_posten)))]
        return {deel: [sleutel for sleutel in self.velden if hoort_bij(sleutel, deel)] for deel in delen}

    @cached_property
    def optioneel(self) -> frozenset[str]:
        """The keys of the parts that a row may lack; such a part then counts nothing."""
        return frozenset(sleutel for sleutels in self.mag_ontbreken.values() for sleutel in sleutels)

    def mag_leeg(self, sleutel: str) -> bool:
        """Whether a row may leave this key blank."""
        return sleutel in self.optioneel or self.velden[sleutel].mag_leeg

    def bouw(self, waarden: Mapping[str, Any]) -> Opbouw:
        """Put values, columns or references in the shape of an opbouw, as they are."""
        return vertaald(self.vorm, lambda sleutel, _, __: waarden[sleutel])

    def als_invoer(self, waarden: Mapping[str, Any]) -> dict[str, Any]:
        """Return values in the shape that the door of Opbouw takes; what may be blank and is, is left out."""
        gevuld = {s: waarde for s, waarde in waarden.items() if waarde is not None or not self.mag_leeg(s)}
        return {POSTEN: [], **uitgevouwen(gevuld)}


def eigen_vormen(opbouw: Opbouw) -> dict[str, Onderdeel]:
    """Return the parts that are a variant of one's own, by key."""
    standaard: dict[str, type] = {sleutel: type(deel) for sleutel, deel in takken(onbeschreven(Opbouw))}
    standaard[GELIEERD] = GelieerdeZorgorganisatie
    return {
        sleutel: deel
        for sleutel, deel in takken(cast("Onderdeel", opbouw))
        if sleutel
        and type(deel)
        is not (EigenPost if isinstance(deel, Kostenpost) else standaard.get(sleutel, type(deel)))
    }
