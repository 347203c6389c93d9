"""The eleven rooms, in the order of the handreiking."""

from __future__ import annotations

from typing import Final

from gezinshuis_tarief.bouwstenen.gedragswetenschapper import Gedragswetenschapper
from gezinshuis_tarief.bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from gezinshuis_tarief.bouwstenen.huisvesting import Huisvesting
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder import InkomenGezinshuisouder
from gezinshuis_tarief.bouwstenen.leegstand import Leegstand
from gezinshuis_tarief.bouwstenen.ondersteuning import Ondersteuning
from gezinshuis_tarief.bouwstenen.overhead import Overhead
from gezinshuis_tarief.bouwstenen.vervanging_logeren import VervangingLogeren
from gezinshuis_tarief.bouwstenen.verzorgingskosten import Verzorgingskosten
from gezinshuis_tarief.bouwstenen.winst_marge import WinstMarge
from gezinshuis_tarief.bouwstenen.zorgzwaarte import ZorgzwaarteToeslag
from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen

ALLE: Final[dict[str, type[Bouwsteen]]] = {
    "inkomen_gezinshuisouder": InkomenGezinshuisouder,
    "gedragswetenschapper": Gedragswetenschapper,
    "ondersteuning": Ondersteuning,
    "vervanging_logeren": VervangingLogeren,
    "verzorgingskosten": Verzorgingskosten,
    "huisvesting": Huisvesting,
    "overhead": Overhead,
    "gelieerde_zorgorganisatie": GelieerdeZorgorganisatie,
    "leegstand": Leegstand,
    "winst_marge": WinstMarge,
    "zorgzwaarte": ZorgzwaarteToeslag,
}
"""Key → room."""

KOSTENBLOKKEN: Final = tuple(ALLE)[:6]
"""Keys of bouwsteen 1–6, which are amounts per house per year."""
