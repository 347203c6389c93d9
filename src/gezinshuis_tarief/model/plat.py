"""The flat layout: which keys a row of values has, and how such a row becomes an opbouw again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, cast

from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.bouwsteen import EigenPost, Kostenpost
from gezinshuis_tarief.componenten.opslag import EigenOpslag
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    bladeren,
    grenzen_bij,
    hoort_bij,
    onbeschreven,
    pad_van,
    takken,
    uitgevouwen,
    vertaald,
    zwaarte_in,
)
from gezinshuis_tarief.model.opbouw import Opbouw

GELIEERD: Final = "gelieerde_zorgorganisatie"
OUDER: Final = "inkomen_gezinshuisouder"
POSTEN: Final = "eigen_posten"
OPSLAGEN: Final = "eigen_opslagen"
_LIJSTEN: Final[dict[str, type[Onderdeel]]] = {POSTEN: EigenPost, OPSLAGEN: EigenOpslag}
"""Parts of which there may be any number."""
_VAN_ONDERNEMER: Final = {"soort", "norm"}
"""What only bouwsteen 1 of an entrepreneur has."""


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
        vorm, kolommen = basis or onbeschreven(Opbouw), list(kolommen)
        begin = {pad[:2] for kolom in kolommen if len(pad := pad_van(zwaarte_in(kolom)[1])) > 1}
        delen: dict[str, Any] = {}
        for naam, soort in _LIJSTEN.items():
            plekken = [plek for deel, plek in begin if deel == naam and isinstance(plek, int)]
            over = max(plekken, default=-1) + 1 - len(getattr(vorm, naam))
            delen[naam] = (*getattr(vorm, naam), *[onbeschreven(soort)] * over)
        if vorm.gelieerde_zorgorganisatie is None and any(deel == GELIEERD for deel, _ in begin):
            delen[GELIEERD] = onbeschreven(GelieerdeZorgorganisatie)
        is_ondernemer = any(deel == OUDER and naam in _VAN_ONDERNEMER for deel, naam in begin)
        if is_ondernemer and not isinstance(vorm.inkomen_gezinshuisouder, InkomenOndernemer):
            delen[OUDER] = onbeschreven(InkomenOndernemer)
        geheel = vorm.model_copy(update=delen)
        anders = uitgevouwen(dict.fromkeys(kolom for kolom in kolommen if _is_per_zorgzwaarte(geheel, kolom)))
        per = {zwaarte: dict(deel) for zwaarte, deel in vorm.per_zorgzwaarte.items()}
        for zwaarte, deel in anders.get(PER_ZORGZWAARTE, {}).items():
            per[zwaarte] = per.get(zwaarte, {}) | deel
        return cls(geheel.model_copy(update={PER_ZORGZWAARTE: per}))

    @cached_property
    def velden(self) -> dict[str, Grenzen]:
        """What every key of a row allows, in the order of the model."""
        return {sleutel: grenzen for sleutel, _, grenzen in bladeren(self.vorm)}

    @cached_property
    def mag_ontbreken(self) -> dict[str, list[str]]:
        """The parts that a row may lack as a whole, each with its keys."""
        delen = [GELIEERD]
        delen += [f"{naam}[{plek}]" for naam in _LIJSTEN for plek in range(len(getattr(self.vorm, naam)))]
        return {
            deel: [sleutel for sleutel in self.velden if hoort_bij(zwaarte_in(sleutel)[1], deel)]
            for deel in delen
        }

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
        """Return values in the shape that the door of Opbouw takes.

        What may be blank and is, is left out, and so is a zorgzwaarte's own value that all share.
        """
        gevuld = {}
        for sleutel, waarde in waarden.items():
            zwaarte, gedeeld = zwaarte_in(sleutel)
            if (zwaarte and waarde != waarden[gedeeld]) or (
                not zwaarte and (waarde is not None or not self.mag_leeg(sleutel))
            ):
                gevuld[sleutel] = waarde
        return {POSTEN: [], **uitgevouwen(gevuld)}


def _is_per_zorgzwaarte(vorm: Opbouw, kolom: str) -> bool:
    """Whether a column is an input of one zorgzwaarte."""
    zwaarte, sleutel = zwaarte_in(kolom)
    grenzen = grenzen_bij(vorm, sleutel) if zwaarte else None
    return grenzen is not None and not grenzen.is_tekst


def eigen_vormen(opbouw: Opbouw) -> dict[str, Onderdeel]:
    """Return the parts that are a variant of one's own, by key."""
    standaard: dict[str, type] = {sleutel: type(deel) for sleutel, deel in takken(onbeschreven(Opbouw))}
    standaard[GELIEERD] = GelieerdeZorgorganisatie
    if isinstance(opbouw.inkomen_gezinshuisouder, InkomenOndernemer):
        standaard[OUDER] = InkomenOndernemer
    return {
        sleutel: deel
        for sleutel, deel in takken(cast("Onderdeel", opbouw))
        if sleutel
        and type(deel)
        is not (EigenPost if isinstance(deel, Kostenpost) else standaard.get(sleutel, type(deel)))
    }
