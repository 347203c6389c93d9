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
from .kolommen import Gemarkeerd, bereken_kolommen, frame_naar_opbouwen, opbouwen_naar_frame
from .kolommen.bevindingen import KolommenFout
from .opbouw import Opbouw
from .scenarios.gevoeligheid import gevoeligheid
from .scenarios.keerpunt import GeenKeerpunt, Keerpunt, keerpunt
from .scenarios.trekken import raster, steekproef
from .scenarios.verdelingen import Driehoek, Gelijkmatig, Keuze, Normaal
from .uitkomst import Regel, Tarief, Uitkomst
from .voorbeelden import voorbeeld_2026
from .werkboek.bevindingen import Bevinding, WerkboekFout
from .werkboek.lezen import Gelezen, lees_excel
from .werkboek.opmerkingen import schrijf_opmerkingen

__all__ = [
    "Bevinding",
    "Driehoek",
    "Eenheid",
    "EigenPost",
    "Gedragswetenschapper",
    "GeenKeerpunt",
    "Gelezen",
    "GelieerdeZorgorganisatie",
    "Gelijkmatig",
    "Gemarkeerd",
    "Gezinshuis",
    "GezinshuisTariefFout",
    "Herkomst",
    "Huismaten",
    "Huisvesting",
    "InkomenGezinshuisouder",
    "InvoerFout",
    "Keerpunt",
    "Keuze",
    "KolommenFout",
    "Kostenblok",
    "Kostenpost",
    "Leegstand",
    "Loonkosten",
    "Normaal",
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
    "WerkboekFout",
    "WinstMarge",
    "ZorgzwaarteToeslag",
    "bereken_kolommen",
    "frame_naar_opbouwen",
    "gevoeligheid",
    "keerpunt",
    "lees_excel",
    "naar_json",
    "opbouwen_naar_frame",
    "raster",
    "schrijf_opmerkingen",
    "steekproef",
    "van_json",
    "voorbeeld_2026",
]
