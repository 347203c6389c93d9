"""The flat layout: which keys a row of values has, and how such a row becomes an opbouw again."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, cast

from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.componenten.bouwsteen import EigenPost, Kostenpost
from gezinshuis_tarief.kern.fouten import Bezwaar
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import (
    bladeren,
    eerste_deel,
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
_HUIS: Final = "gezinshuis"
"""The one part whose name a column of one's own may well begin with: it is what a row is about."""
_KAAL_DEEL: Final = re.compile(
    rf"{POSTEN}_([0-9]{{1,3}})_({'|'.join(EigenPost.model_fields)})"
    rf"|{GELIEERD}_({'|'.join(GelieerdeZorgorganisatie.model_fields)})"
)
_GELIJKEND: Final = 0.75
"""From what likeness on (0 to 1) the name of a column is taken for a slip in a key."""


def kale_naam(sleutel: str) -> str:
    """Return a key without dots and brackets, for tools that stumble over them."""
    return re.sub(r"\W+", "_", sleutel).strip("_")


def _met_punten(kolom: str) -> str:
    """Return a column of a part that a row may lack by its key, also where it has its plain name."""
    if (gevonden := _KAAL_DEEL.fullmatch(kolom)) is None:
        return kolom
    plek, post, gelieerd = gevonden.groups()
    return f"{GELIEERD}.{gelieerd}" if gelieerd else f"{POSTEN}[{int(plek)}].{post}"


@dataclass(frozen=True)
class Indeling:
    """The parts a row consists of, and with them its keys.

    Attributes:
        vorm: an opbouw with those parts; its values do not matter.
    """

    vorm: Opbouw

    @classmethod
    def van(cls, kolommen: Iterable[str], basis: Opbouw | None) -> Indeling:
        """Return the layout of a frame with these columns, over the parts of a basis.

        A number of an own line that is larger than there are columns makes no part; it is an unknown column.
        """
        vorm = basis or onbeschreven(Opbouw)
        paden = [pad_van(_met_punten(kolom)) for kolom in kolommen]
        plekken = [pad[1] for pad in paden if len(pad) > 1 and pad[0] == POSTEN and isinstance(pad[1], int)]
        hoogst = max((plek for plek in plekken if plek < len(vorm.eigen_posten) + len(plekken)), default=-1)
        over = hoogst + 1 - len(vorm.eigen_posten)
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
    def _kaal(self) -> dict[str, str]:
        return {kale_naam(sleutel): sleutel for sleutel in self.velden}

    def sleutel_van(self, kolom: str) -> str | None:
        """Return the key that a column is named by, with or without its dots; None for a column of one's own."""
        return kolom if kolom in self.velden else self._kaal.get(kolom)

    def bezwaar_tegen(self, kolom: str) -> Bezwaar | None:
        """Object to a column that is no key but is named as one; None for a column of one's own."""
        kaal = kale_naam(kolom).lower()
        delen = {*map(eerste_deel, self.velden), GELIEERD, POSTEN} - {_HUIS}
        op_laatste = (
            s for s, veld in self.velden.items() if s.endswith(f".{kolom.lower()}") and not veld.is_tekst
        )
        bedoeld = next(op_laatste, "") or self._dichtbij(kaal, _GELIJKEND)
        wenk = f"Bedoelt u {dichtst}?" if (dichtst := bedoeld or self._dichtbij(kaal, 0.6)) else ""
        pad = pad_van(_met_punten(kolom))
        if pad[0] == POSTEN and not difflib.get_close_matches(str(pad[-1]), EigenPost.model_fields):
            wenk = "Hoort zij bij een eigen onderdeel, geef dan de opbouw daarmee als basis."
        if any(teken in kolom for teken in ".[]"):
            remedie = wenk or "Geef een eigen kolom een naam zonder punt of haak."
        elif bedoeld or any(f"{kaal}_".startswith(f"{deel}_") for deel in delen):
            remedie = f"{wenk} Geef een eigen kolom een naam die niet op een sleutel lijkt.".strip()
        else:
            return None
        return Bezwaar(kolom, "is geen bekende kolom", remedie=remedie)

    def _dichtbij(self, kaal: str, gelijkend: float) -> str:
        return next(
            (self._kaal[naam] for naam in difflib.get_close_matches(kaal, self._kaal, 1, gelijkend)), ""
        )

    @cached_property
    def mag_ontbreken(self) -> dict[str, list[str]]:
        """The parts that a row may lack as a whole, each with its keys."""
        eigen = eigen_vormen(self.vorm)  # a formula of one's own need not yield nothing over nothing
        posten = (f"{POSTEN}[{plek}]" for plek in range(len(self.vorm.eigen_posten)))
        delen = [GELIEERD, *(post for post in posten if post not in eigen)]
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
