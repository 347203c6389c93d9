from .bouwstenen.gedragswetenschapper import Gedragswetenschapper as Gedragswetenschapper
from .bouwstenen.gelieerde_zorgorganisatie import GelieerdeZorgorganisatie as GelieerdeZorgorganisatie
from .bouwstenen.huisvesting import Huisvesting as Huisvesting
from .bouwstenen.inkomen_gezinshuisouder import InkomenGezinshuisouder as InkomenGezinshuisouder
from .bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer as InkomenOndernemer
from .bouwstenen.leegstand import Leegstand as Leegstand
from .bouwstenen.ondersteuning import Ondersteuning as Ondersteuning
from .bouwstenen.overhead import Overhead as Overhead
from .bouwstenen.vervanging_logeren import VervangingLogeren as VervangingLogeren
from .bouwstenen.verzorgingskosten import Verzorgingskosten as Verzorgingskosten
from .bouwstenen.winst_marge import WinstMarge as WinstMarge
from .bouwstenen.zorgzwaarte import ZorgzwaarteToeslag as ZorgzwaarteToeslag
from .componenten.bouwsteen import (
    Bouwsteen as Bouwsteen,
    EigenPost as EigenPost,
    Kostenblok as Kostenblok,
    Kostenpost as Kostenpost,
)
from .componenten.gezinshuis import Gezinshuis as Gezinshuis, Huismaten as Huismaten
from .componenten.loonkosten import Brutoloon as Brutoloon, Loonkosten as Loonkosten
from .componenten.opslag import EigenOpslag as EigenOpslag
from .controle import (
    Bevinding as Bevinding,
    Controle as Controle,
    Exploitatie as Exploitatie,
    Jaarverloop as Jaarverloop,
    Rapport as Rapport,
    Tariefaanbod as Tariefaanbod,
    bij_uurinkomen as bij_uurinkomen,
    controleer as controleer,
    exploitatie as exploitatie,
    getoetste_bijlage as getoetste_bijlage,
    mag_getekend_worden as mag_getekend_worden,
)
from .indexatie import (
    Herprijzing as Herprijzing,
    Indexafspraak as Indexafspraak,
    Indexatie as Indexatie,
    herprijs as herprijs,
    indexeer as indexeer,
)
from .kern.eenheden import Eenheid as Eenheid
from .kern.fouten import (
    Bezwaar as Bezwaar,
    Ernst as Ernst,
    ExtraOntbreekt as ExtraOntbreekt,
    GezinshuisTariefFout as GezinshuisTariefFout,
    InvoerFout as InvoerFout,
    OnbekendCijfer as OnbekendCijfer,
)
from .kern.onderbouwing import Herkomst as Herkomst, Onderbouwing as Onderbouwing, Status as Status
from .kern.onderdeel import Onderdeel as Onderdeel, OpenNorm as OpenNorm, Waarde as Waarde
from .kern.rekenwijze import Rekenwijze as Rekenwijze
from .kern.velden import (
    Aantal as Aantal,
    DagenPerJaar as DagenPerJaar,
    EtmalenPerJaar as EtmalenPerJaar,
    EuroPerEtmaal as EuroPerEtmaal,
    EuroPerFte as EuroPerFte,
    EuroPerJaar as EuroPerJaar,
    EuroPerJeugdige as EuroPerJeugdige,
    EuroPerMaand as EuroPerMaand,
    EuroPerPlaats as EuroPerPlaats,
    EuroPerStuk as EuroPerStuk,
    EuroPerUur as EuroPerUur,
    Factor as Factor,
    Fractie as Fractie,
    Fte as Fte,
    FtePerHuis as FtePerHuis,
    FtePerPlaats as FtePerPlaats,
    Groepsgrootte as Groepsgrootte,
    Plaatsen as Plaatsen,
    PositieveFractie as PositieveFractie,
    PositieveUrenPerJaar as PositieveUrenPerJaar,
    UrenPerWeek as UrenPerWeek,
    WekenPerJaar as WekenPerJaar,
    veld as veld,
)
from .kolommen import (
    bereken_kolommen as bereken_kolommen,
    frame_naar_opbouwen as frame_naar_opbouwen,
    opbouwen_naar_frame as opbouwen_naar_frame,
)
from .kolommen.bevindingen import Gemarkeerd as Gemarkeerd, KolommenFout as KolommenFout
from .model.besluiten import met_besluiten as met_besluiten
from .model.opbouw import Opbouw as Opbouw
from .model.opbouw_json import naar_json as naar_json, van_json as van_json
from .model.opbouwen import Opbouwen as Opbouwen
from .model.verschillen import Sleutelverschil as Sleutelverschil
from .onderdelen.bouwen import onderdeel as onderdeel
from .onderdelen.definitie import Definitie as Definitie
from .onderdelen.invoerveld import Invoerveld as Invoerveld
from .onderdelen.vastleggen import definitie_van as definitie_van
from .onderhandeling.bestand import (
    bewaar_onderhandeling as bewaar_onderhandeling,
    lees_onderhandeling as lees_onderhandeling,
    schrijf_onderhandeling as schrijf_onderhandeling,
    verenig_kopieen as verenig_kopieen,
)
from .onderhandeling.contract import Contractgegevens as Contractgegevens, lees_contract as lees_contract
from .onderhandeling.contractvoorstellen import stel_contract_voor as stel_contract_voor
from .onderhandeling.onderhandeling import Onderhandeling as Onderhandeling
from .onderhandeling.stand import (
    Effect as Effect,
    Punt as Punt,
    Puntstatus as Puntstatus,
    Stand as Stand,
    voeg_samen as voeg_samen,
)
from .onderhandeling.zetten import (
    Aanvaarding as Aanvaarding,
    Bod as Bod,
    Houden as Houden,
    Ronde as Ronde,
    Vraag as Vraag,
)
from .referentie.eigen.cijferset import Cijferset as Cijferset
from .rondewerkboek.lezen import (
    Gelezenronde as Gelezenronde,
    RondeFout as RondeFout,
    lees_rondewerkboek as lees_rondewerkboek,
)
from .rondewerkboek.schrijven import schrijf_rondewerkboek as schrijf_rondewerkboek
from .scenarios.gevoeligheid import gevoeligheid as gevoeligheid
from .scenarios.keerpunt import GeenKeerpunt as GeenKeerpunt, Keerpunt as Keerpunt, keerpunt as keerpunt
from .scenarios.trekken import raster as raster, steekproef as steekproef
from .scenarios.verdelingen import (
    Driehoek as Driehoek,
    Gelijkmatig as Gelijkmatig,
    Keuze as Keuze,
    Normaal as Normaal,
)
from .stukken.bewijs import (
    Tariefbewijs as Tariefbewijs,
    lees_bewijs as lees_bewijs,
    maak_bewijs as maak_bewijs,
    schrijf_bewijs as schrijf_bewijs,
)
from .stukken.bijlage import maak_bijlage as maak_bijlage
from .stukken.document import Document as Document
from .stukken.handtekening import (
    eis_handtekening as eis_handtekening,
    maak_sleutelpaar as maak_sleutelpaar,
    onderteken as onderteken,
)
from .stukken.motivering import maak_motivering as maak_motivering
from .stukken.naspelen import (
    Bewijsvergelijking as Bewijsvergelijking,
    Naspel as Naspel,
    naspelen as naspelen,
    vergelijk_bewijzen as vergelijk_bewijzen,
)
from .uitkomst.tarief import Regel as Regel, Tarief as Tarief
from .uitkomst.uitkomst import Uitkomst as Uitkomst
from .uitkomst.uitleg import Uitleg as Uitleg, UitlegInvoer as UitlegInvoer, UitlegStap as UitlegStap
from .verschil.bijdrage import Bijdrage as Bijdrage, Tariefverschil as Tariefverschil
from .verschil.verschil import Verschil as Verschil, verschil as verschil
from .voorbeelden import voorbeeld_2026 as voorbeeld_2026
from .voorbeelden.sleuteltabel import (
    Sleutelregel as Sleutelregel,
    Sleuteltabel as Sleuteltabel,
    sleutels as sleutels,
)
from .werkboek.antwoord import schrijf_opmerkingen as schrijf_opmerkingen
from .werkboek.cijferblad import cijfers_uit as cijfers_uit
from .werkboek.lezen.bevindingen import Werkboekbevinding as Werkboekbevinding, WerkboekFout as WerkboekFout
from .werkboek.lezen.lezen import Gelezen as Gelezen, lees_excel as lees_excel
from .werkboek.lezen.voorstellen.voorstel import Voorstel as Voorstel
from .werkboek.terug.meegekomen import Meegekomen as Meegekomen
from .werkboek.terug.wijzigingen import Werkboekwijziging as Werkboekwijziging
