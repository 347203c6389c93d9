from .bouwstenen.gedragswetenschapper import Gedragswetenschapper
from .bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie
from .bouwstenen.huisvesting import Huisvesting
from .bouwstenen.inkomen_gezinshuisouder import InkomenGezinshuisouder
from .bouwstenen.leegstand import Leegstand
from .bouwstenen.ondersteuning import Ondersteuning
from .bouwstenen.overhead import Overhead
from .bouwstenen.vervanging_logeren import VervangingLogeren
from .bouwstenen.verzorgingskosten import Verzorgingskosten
from .bouwstenen.winst_marge import WinstMarge
from .bouwstenen.zorgzwaarte import ZorgzwaarteToeslag
from .componenten.bouwsteen import EigenPost, Kostenblok, Kostenpost
from .componenten.gezinshuis import Gezinshuis, Huismaten
from .componenten.loonkosten import Loonkosten
from .json_invoer import naar_json, van_json
from .kern.eenheden import Eenheid
from .kern.fouten import GezinshuisTariefFout, InvoerFout, OnbekendCijfer
from .kern.onderbouwing import Herkomst, Onderbouwing, Status
from .kern.rekenwijze import Rekenwijze
from .onderhandeling.bestand import (
    bewaar_onderhandeling,
    lees_onderhandeling,
    schrijf_onderhandeling,
    verenig,
)
from .onderhandeling.bewijs import Tariefbewijs, lees_bewijs, maak_bewijs, schrijf_bewijs
from .onderhandeling.bijlage import maak_bijlage
from .onderhandeling.dossier import Onderhandeling
from .onderhandeling.motivering import maak_motivering
from .onderhandeling.naspel import naspelen, vergelijk
from .onderhandeling.samenvoegen import Samenvoeging, voeg_samen
from .onderhandeling.verschil import Verschil, verschil
from .opbouw import Opbouw
from .uitkomst import Regel, Tarief, Uitkomst
from .voorbeelden import voorbeeld_2026
from .werkboek.bevindingen import Bevinding, WerkboekFout
from .werkboek.lezen import Gelezen, lees_excel
from .werkboek.opmerkingen import schrijf_opmerkingen

__all__ = [
    "Bevinding",
    "Eenheid",
    "EigenPost",
    "Gedragswetenschapper",
    "Gelezen",
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
    "Onderhandeling",
    "Ondersteuning",
    "Opbouw",
    "Overhead",
    "Regel",
    "Rekenwijze",
    "Samenvoeging",
    "Status",
    "Tarief",
    "Tariefbewijs",
    "Uitkomst",
    "Verschil",
    "VervangingLogeren",
    "Verzorgingskosten",
    "WerkboekFout",
    "WinstMarge",
    "ZorgzwaarteToeslag",
    "bewaar_onderhandeling",
    "lees_bewijs",
    "lees_excel",
    "lees_onderhandeling",
    "maak_bewijs",
    "maak_bijlage",
    "maak_motivering",
    "naar_json",
    "naspelen",
    "schrijf_bewijs",
    "schrijf_onderhandeling",
    "schrijf_opmerkingen",
    "van_json",
    "verenig",
    "vergelijk",
    "verschil",
    "voeg_samen",
    "voorbeeld_2026",
]
