"""The eleven bouwstenen of the gezinshuis tariff as typed, composable cost components."""

from __future__ import annotations

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
from gezinshuis_tarief.componenten.bouwsteen import EigenPost, Kostenblok, Kostenpost
from gezinshuis_tarief.componenten.gezinshuis import Gezinshuis, Huismaten
from gezinshuis_tarief.componenten.loonkosten import Loonkosten
from gezinshuis_tarief.json_invoer import naar_json, van_json
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import GezinshuisTariefFout, InvoerFout, OnbekendCijfer
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Onderbouwing, Status
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.opbouw import Opbouw
from gezinshuis_tarief.uitkomst import Regel, Tarief, Uitkomst
from gezinshuis_tarief.voorbeelden import voorbeeld_2026

__all__ = [
    "Eenheid",
    "EigenPost",
    "Gedragswetenschapper",
    "GelieerdeZorgorganisatie",
    "Gezinshuis",
    "GezinshuisTariefFout",
    "Herkomst",
    "Huismaten",
    "Huisvesting",
    "InkomenGezinshuisouder",
    "InvoerFout",
    "Kostenblok",
    "Kostenpost",
    "Leegstand",
    "Loonkosten",
    "OnbekendCijfer",
    "Onderbouwing",
    "Ondersteuning",
    "Opbouw",
    "Overhead",
    "Regel",
    "Rekenwijze",
    "Status",
    "Tarief",
    "Uitkomst",
    "VervangingLogeren",
    "Verzorgingskosten",
    "WinstMarge",
    "ZorgzwaarteToeslag",
    "naar_json",
    "van_json",
    "voorbeeld_2026",
]
