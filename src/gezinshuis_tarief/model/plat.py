"""The flat layout: which keys a row of values has, and how such a row becomes an opbouw again."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, cast

from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.bouwsteen import EigenPost, Kostenpost
from gezinshuis_tarief.componenten.opslag import EigenOpslag
from gezinshuis_tarief.kern.fouten import Bezwaar
from gezinshuis_tarief.kern.grenzen import Grenzen
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    ZORGZWAARTES,
    bladeren,
    bouwdeel,
    grenzen_bij,
    hoort_bij,
    onbeschreven,
    pad_van,
    sleutel_van_pad,
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
_VAN_ONDERNEMER: Final = ("soort", "norm")
"""What only bouwsteen 1 of an entrepreneur has."""
_HUIS: Final = "gezinshuis"
"""The one part whose name a column of one's own may well begin with: it is what a row is about."""
_KAAL_DEEL: Final = re.compile(
    rf"(?:({'|'.join(ZORGZWAARTES)})_)?(?:"
    rf"({POSTEN})_([0-9]{{1,3}})_({'|'.join(EigenPost.model_fields)})"
    rf"|({OPSLAGEN})_([0-9]{{1,3}})_({'|'.join(EigenOpslag.model_fields)})"
    rf"|({GELIEERD})_({'|'.join(GelieerdeZorgorganisatie.model_fields)})"
    rf"|({OUDER})_({'|'.join(_VAN_ONDERNEMER)})(?:_.+)?)"
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
    zwaarte, *delen = gevonden.groups()
    sleutel = sleutel_van_pad(tuple(int(deel) if deel.isdecimal() else deel for deel in delen if deel))
    return f"{zwaarte}.{sleutel}" if zwaarte else sleutel


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

        A number of a part of a list that is larger than there are columns makes no part; it is an unknown column.
        """
        vorm, kolommen = basis or onbeschreven(Opbouw), list(kolommen)
        paden = [pad_van(zwaarte_in(_met_punten(kolom))[1]) for kolom in kolommen]
        begin = [pad[:2] for pad in paden if len(pad) > 1]
        delen: dict[str, Any] = {}
        for naam, soort in _LIJSTEN.items():
            posten = getattr(vorm, naam)
            plekken = [plek for deel, plek in begin if deel == naam and isinstance(plek, int)]
            hoogst = max((plek for plek in plekken if plek < len(posten) + len(plekken)), default=-1)
            delen[naam] = (*posten, *[onbeschreven(soort)] * (hoogst + 1 - len(posten)))
        if vorm.gelieerde_zorgorganisatie is None and any(deel == GELIEERD for deel, _ in begin):
            delen[GELIEERD] = onbeschreven(GelieerdeZorgorganisatie)
        is_ondernemer = any(deel == OUDER and naam in _VAN_ONDERNEMER for deel, naam in begin)
        if is_ondernemer and not isinstance(vorm.inkomen_gezinshuisouder, InkomenOndernemer):
            delen[OUDER] = onbeschreven(InkomenOndernemer)
        geheel = vorm.model_copy(update=delen)
        anders = uitgevouwen(dict.fromkeys(_per_zorgzwaarte(geheel, kolommen)))
        per = {zwaarte: dict(deel) for zwaarte, deel in vorm.per_zorgzwaarte.items()}
        for zwaarte, deel in anders.get(PER_ZORGZWAARTE, {}).items():
            per[zwaarte] = per.get(zwaarte, {}) | deel
        return cls(geheel.model_copy(update={PER_ZORGZWAARTE: per}))

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
        delen = {*map(bouwdeel, self.velden), GELIEERD, *_LIJSTEN} - {_HUIS}
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
        delen = [f"{naam}[{plek}]" for naam in _LIJSTEN for plek in range(len(getattr(self.vorm, naam)))]
        return {
            deel: [sleutel for sleutel in self.velden if hoort_bij(zwaarte_in(sleutel)[1], deel)]
            for deel in (GELIEERD, *(deel for deel in delen if deel not in eigen))
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


def _per_zorgzwaarte(vorm: Opbouw, kolommen: Iterable[str]) -> Iterator[str]:
    """Yield the keys of the columns that are an input of one zorgzwaarte, also those with a plain name."""
    kaal = {kale_naam(sleutel): sleutel for sleutel, _, _ in bladeren(vorm)}
    for kolom in kolommen:
        zwaarte, sleutel = zwaarte_in(kolom)
        begin, _, rest = kolom.partition("_")
        if begin in ZORGZWAARTES:
            zwaarte, sleutel = zwaarte_in(f"{begin}.{kaal.get(rest, '')}")
        grenzen = grenzen_bij(vorm, sleutel) if zwaarte else None
        if grenzen is not None and not grenzen.is_tekst:
            yield f"{zwaarte}.{sleutel}"


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
