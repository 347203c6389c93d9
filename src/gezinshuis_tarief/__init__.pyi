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
from .componenten.bouwsteen import Bouwsteen, EigenPost, Kostenblok, Kostenpost
from .componenten.gezinshuis import Gezinshuis, Huismaten
from .componenten.loonkosten import Loonkosten
from .controle import Bevinding, Controle, Exploitatie, Jaarverloop, Rapport, controleer
from .indexatie import Herprijzing, Indexafspraak, Indexatie, herprijs, indexeer
from .kern.eenheden import Eenheid
from .kern.fouten import Bezwaar, Ernst, GezinshuisTariefFout, InvoerFout, OnbekendCijfer
from .kern.onderbouwing import Herkomst, Onderbouwing, Status
from .kern.onderdeel import Onderdeel, OpenNorm, Waarde
from .kern.rekenwijze import Rekenwijze
from .kern.velden import (
    Aantal,
    DagenPerJaar,
    EtmalenPerJaar,
    EuroPerEtmaal,
    EuroPerFte,
    EuroPerJaar,
    EuroPerJeugdige,
    EuroPerMaand,
    EuroPerPlaats,
    EuroPerStuk,
    EuroPerUur,
    Factor,
    Fractie,
    Fte,
    FtePerPlaats,
    Plaatsen,
    PositieveFractie,
    PositieveUrenPerJaar,
    UrenPerWeek,
    WekenPerJaar,
    veld,
)
from .kolommen import bereken_kolommen, frame_naar_opbouwen, opbouwen_naar_frame
from .kolommen.bevindingen import Gemarkeerd, KolommenFout
from .kolommen.omzetten import Opbouwen
from .model.opbouw import Opbouw
from .model.opbouw_json import naar_json, van_json
from .model.verschillen import Sleutelverschil
from .onderhandeling.bestand import (
    bewaar_onderhandeling,
    lees_onderhandeling,
    schrijf_onderhandeling,
    verenig_kopieen,
)
from .onderhandeling.onderhandeling import Onderhandeling
from .onderhandeling.stand import Effect, Punt, Puntstatus, Stand, voeg_samen
from .onderhandeling.zetten import Aanvaarding, Bod, Ronde
from .rondewerkboek.lezen import Gelezenronde, RondeFout, lees_rondewerkboek
from .rondewerkboek.schrijven import schrijf_rondewerkboek
from .scenarios.gevoeligheid import gevoeligheid
from .scenarios.keerpunt import GeenKeerpunt, Keerpunt, keerpunt
from .scenarios.trekken import raster, steekproef
from .scenarios.verdelingen import Driehoek, Gelijkmatig, Keuze, Normaal
from .stukken.bewijs import Tariefbewijs, lees_bewijs, maak_bewijs, schrijf_bewijs
from .stukken.bijlage import maak_bijlage
from .stukken.document import Document
from .stukken.motivering import maak_motivering
from .stukken.naspelen import Bewijsvergelijking, Naspel, naspelen, vergelijk_bewijzen
from .uitkomst.tarief import Regel, Tarief
from .uitkomst.uitkomst import Uitkomst
from .uitkomst.uitleg import Uitleg, UitlegInvoer, UitlegStap
from .verschil.bijdrage import Bijdrage, Tariefverschil
from .verschil.verschil import Verschil, verschil
from .voorbeelden import voorbeeld_2026
from .werkboek.antwoord import schrijf_opmerkingen
from .werkboek.lezen.bevindingen import Werkboekbevinding, WerkboekFout
from .werkboek.lezen.lezen import Gelezen, lees_excel

__all__ = [
    "Aantal",
    "Aanvaarding",
    "Bevinding",
    "Bewijsvergelijking",
    "Bezwaar",
    "Bijdrage",
    "Bod",
    "Bouwsteen",
    "Controle",
    "DagenPerJaar",
    "Document",
    "Driehoek",
    "Eenheid",
    "Effect",
    "EigenPost",
    "Ernst",
    "EtmalenPerJaar",
    "EuroPerEtmaal",
    "EuroPerFte",
    "EuroPerJaar",
    "EuroPerJeugdige",
    "EuroPerMaand",
    "EuroPerPlaats",
    "EuroPerStuk",
    "EuroPerUur",
    "Exploitatie",
    "Factor",
    "Fractie",
    "Fte",
    "FtePerPlaats",
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
    "Herprijzing",
    "Huismaten",
    "Huisvesting",
    "Indexafspraak",
    "Indexatie",
    "InkomenGezinshuisouder",
    "InvoerFout",
    "Jaarverloop",
    "Keerpunt",
    "Keuze",
    "KolommenFout",
    "Kostenblok",
    "Kostenpost",
    "Leegstand",
    "Loonkosten",
    "Naspel",
    "Normaal",
    "OnbekendCijfer",
    "Onderbouwing",
    "Onderdeel",
    "Onderhandeling",
    "Ondersteuning",
    "Opbouw",
    "Opbouwen",
    "OpenNorm",
    "Overhead",
    "Plaatsen",
    "PositieveFractie",
    "PositieveUrenPerJaar",
    "Punt",
    "Puntstatus",
    "Rapport",
    "Regel",
    "Rekenwijze",
    "Ronde",
    "RondeFout",
    "Sleutelverschil",
    "Stand",
    "Status",
    "Tarief",
    "Tariefbewijs",
    "Tariefverschil",
    "Uitkomst",
    "Uitleg",
    "UitlegInvoer",
    "UitlegStap",
    "UrenPerWeek",
    "Verschil",
    "VervangingLogeren",
    "Verzorgingskosten",
    "Waarde",
    "WekenPerJaar",
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
    "veld",
    "verenig_kopieen",
    "vergelijk_bewijzen",
    "verschil",
    "voeg_samen",
    "voorbeeld_2026",
]
