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
from .controle import controleer
from .indexatie import Indexafspraak, herprijs, indexeer
from .json_invoer import naar_json, van_json
from .kern.eenheden import Eenheid
from .kern.fouten import GezinshuisTariefFout, InvoerFout, OnbekendCijfer
from .kern.onderbouwing import Herkomst, Onderbouwing, Status
from .kern.rekenwijze import Rekenwijze
from .kolommen import Gemarkeerd, bereken_kolommen, frame_naar_opbouwen, opbouwen_naar_frame
from .kolommen.bevindingen import KolommenFout
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
from .onderhandeling.werkboek.lezen import Gelezenronde, RondeFout, lees_rondewerkboek
from .onderhandeling.werkboek.schrijven import schrijf_rondewerkboek
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
    "Gelezenronde",
    "GelieerdeZorgorganisatie",
    "Gelijkmatig",
    "Gemarkeerd",
    "Gezinshuis",
    "GezinshuisTariefFout",
    "Herkomst",
    "Huismaten",
    "Huisvesting",
    "Indexafspraak",
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
    "Onderhandeling",
    "Ondersteuning",
    "Opbouw",
    "Overhead",
    "Regel",
    "Rekenwijze",
    "RondeFout",
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
    "bereken_kolommen",
    "bewaar_onderhandeling",
    "controleer",
    "frame_naar_opbouwen",
    "gevoeligheid",
    "herprijs",
    "indexeer",
    "keerpunt",
    "lees_bewijs",
    "lees_excel",
    "lees_onderhandeling",
    "lees_rondewerkboek",
    "maak_bewijs",
    "maak_bijlage",
    "maak_motivering",
    "naar_json",
    "naspelen",
    "opbouwen_naar_frame",
    "raster",
    "schrijf_bewijs",
    "schrijf_onderhandeling",
    "schrijf_opmerkingen",
    "schrijf_rondewerkboek",
    "steekproef",
    "van_json",
    "verenig",
    "vergelijk",
    "verschil",
    "voeg_samen",
    "voorbeeld_2026",
]
