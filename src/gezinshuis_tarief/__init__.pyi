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
from .controle import Bevinding, controleer
from .indexatie import Indexafspraak, herprijs, indexeer
from .kern.eenheden import Eenheid
from .kern.fouten import GezinshuisTariefFout, InvoerFout, OnbekendCijfer
from .kern.onderbouwing import Herkomst, Onderbouwing, Status
from .kern.rekenwijze import Rekenwijze
from .kolommen import bereken_kolommen, frame_naar_opbouwen, opbouwen_naar_frame
from .kolommen.bevindingen import Gemarkeerd, KolommenFout
from .model.opbouw import Opbouw
from .model.opbouw_json import naar_json, van_json
from .onderhandeling.bestand import (
    bewaar_onderhandeling,
    lees_onderhandeling,
    schrijf_onderhandeling,
    verenig_kopieen,
)
from .onderhandeling.onderhandeling import Onderhandeling
from .onderhandeling.stand import Stand, voeg_samen
from .rondewerkboek.lezen import Gelezenronde, RondeFout, lees_rondewerkboek
from .rondewerkboek.schrijven import schrijf_rondewerkboek
from .scenarios.gevoeligheid import gevoeligheid
from .scenarios.keerpunt import GeenKeerpunt, Keerpunt, keerpunt
from .scenarios.trekken import raster, steekproef
from .scenarios.verdelingen import Driehoek, Gelijkmatig, Keuze, Normaal
from .stukken.bewijs import Tariefbewijs, lees_bewijs, maak_bewijs, schrijf_bewijs
from .stukken.bijlage import maak_bijlage
from .stukken.motivering import maak_motivering
from .stukken.naspelen import naspelen, vergelijk_bewijzen
from .uitkomst.tarief import Regel, Tarief
from .uitkomst.uitkomst import Uitkomst
from .verschil.verschil import Verschil, verschil
from .voorbeelden import voorbeeld_2026
from .werkboek.antwoord import schrijf_opmerkingen
from .werkboek.lezen.bevindingen import Werkboekbevinding, WerkboekFout
from .werkboek.lezen.lezen import Gelezen, lees_excel

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
    "Stand",
    "Status",
    "Tarief",
    "Tariefbewijs",
    "Uitkomst",
    "Verschil",
    "VervangingLogeren",
    "Verzorgingskosten",
    "WerkboekFout",
    "Werkboekbevinding",
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
    "verenig_kopieen",
    "vergelijk_bewijzen",
    "verschil",
    "voeg_samen",
    "voorbeeld_2026",
]
