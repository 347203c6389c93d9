"""The contract annex: what was agreed, how it is calculated, and what stands behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel, eerste_deel
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs
from gezinshuis_tarief.stukken.delen import Alinea, Deel, Documenttabel, Handtekeningen, Kop
from gezinshuis_tarief.stukken.document import Document
from gezinshuis_tarief.uitkomst.eigen_formules import eigen_definities, formules_in_woorden
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van, titel_van, toon_bij, toon_voorstel
from gezinshuis_tarief.uitkomst.uitleg import UitlegInvoer, UitlegStap

INDEXERING: Final = (
    "Partijen indexeren de tarieven jaarlijks per 1 januari. De loongevoelige delen volgen de loonontwikkeling "
    "in de cao Jeugdzorg en de werkgeverslasten, de overige delen de prijsontwikkeling. Partijen leggen voor 1 "
    "oktober vast welke indexcijfers zij gebruiken en waar die zijn gepubliceerd."
)
_AFRONDING: Final = (
    "Elke regel per etmaal wordt één keer afgerond, rekenkundig op hele centen. Het tarief is de som van de "
    "afgeronde regels. Tussenuitkomsten worden niet afgerond."
)
_WETTELIJK: Final = (
    "Deze bijlage legt vast uit welke kosten het tarief is opgebouwd, als bedoeld in artikel 2.3 van het Besluit "
    "Jeugdwet. De indeling in elf bouwstenen volgt de Handreiking tariefstelling gezinshuiszorg (VNG, VGN, "
    "Jeugdzorg Nederland en Present24x7, 2021); de bedragen zijn die van partijen."
)

_FORMULEBREEDTES: Final = (0.25, 0.57, 0.18)


def maak_bijlage(bewijs: Tariefbewijs, *, indexering: str = INDEXERING) -> Document:
    """Write the annex to a contract from a receipt.

    Args:
        bewijs: the receipt of the agreed tariff.
        indexering: the clause on indexation, as partijen agreed it.
    """
    eis_soort("bewijs", bewijs, Tariefbewijs)
    eis_soort("indexering", indexering, str)
    naam = bewijs.afspraak.naam if bewijs.afspraak else "gezinshuis"
    delen: list[Deel] = [
        *_inleiding(bewijs),
        Kop("1. Het tarief"),
        _tarieftabel(bewijs),
        Alinea(_AFRONDING),
        Kop("2. De bouwstenen"),
        *_bouwstenen(bewijs),
        Kop("3. Van kosten naar tarief"),
        Alinea("Deze tussenstappen verbinden de bouwstenen. Ze zijn voor elke zorgzwaarte dezelfde."),
        *_formules(_stappen(bewijs, "")),
        Kop("4. Afwijkingen van vaste en voorgestelde waarden"),
        *_afwijkingen(bewijs),
        Kop("5. Indexering"),
        Alinea(indexering),
        Kop("6. Uitleg van open normen"),
        *_open_normen(bewijs),
        Kop("7. Narekenen"),
        Alinea(
            "Dit tarief is vastgelegd in een tariefbewijs met alle invoer, bronnen en stappen. Iedere partij kan het "
            f"narekenen met gezinshuis-tarief, versie {bewijs.bibliotheek}. Het zegel van het tariefbewijs is:"
        ),
        Alinea(bewijs.zegel),
        Kop("8. Ondertekening"),
        Handtekeningen(bewijs.afspraak.partijen if bewijs.afspraak else ("gemeente", "aanbieder")),
    ]
    return Document(f"Bijlage tarief – {naam}", tuple(delen))


def _inleiding(bewijs: Tariefbewijs) -> Iterator[Deel]:
    huis = bewijs.opbouw.gezinshuis
    yield Alinea(_WETTELIJK)
    plaatsen = ", ".join(f"{getattr(huis, f'plaatsen_{z}')} {z}" for z in ZORGZWAARTES)
    yield Alinea(
        f"Het gezinshuis heeft {huis.plaatsen} plaatsen ({plaatsen}). Bedragen per jaar worden verdeeld over "
        f"{huis.dagen_per_jaar} dagen."
    )
    if bewijs.afspraak:
        wie = " en ".join(bewijs.afspraak.partijen)
        yield Alinea(
            f"Partijen: {wie}. Prijspeil: {bewijs.afspraak.peildatum}. Overeengekomen in {in_ronden(bewijs.afspraak.ronden)}; "
            f"vastgelegd op {bewijs.gemaakt_op}."
        )
    yield Alinea(prijspeil_alinea(bewijs.opbouw, bewijs.afspraak.peildatum if bewijs.afspraak else None))


def prijspeil_alinea(opbouw: Opbouw, peildatum: dt.date | None) -> str:
    """Say how old the figures behind a tariff are, and which of them are not known to hold on its price date."""
    prijspeil = opbouw.prijspeil
    let_op = prijspeil.waarschuwingen(peildatum) if peildatum else ()
    return " ".join([f"Cijfers waarmee is gerekend: {prijspeil}.", *let_op])


def in_ronden(aantal: int) -> str:
    """Write a number of rounds."""
    return "één ronde" if aantal == 1 else f"{aantal} ronden"


def _tarieftabel(bewijs: Tariefbewijs) -> Documenttabel:
    uitkomst = bewijs.opbouw.bereken()
    tarief = uitkomst["laag"]
    rijen = [
        (titel_van(tarief, sleutel), *(_euro(bewijs, z, sleutel) for z in ZORGZWAARTES))
        for sleutel in (regel.sleutel for regel in tarief.regels)
    ]
    rijen.append(("Tarief per jeugdige per etmaal", *(_euro(bewijs, z, "tarief") for z in ZORGZWAARTES)))
    koppen = ("bouwsteen, in euro per jeugdige per etmaal", *ZORGZWAARTES)
    return Documenttabel(koppen, tuple(rijen), (0.55, 0.15, 0.15, 0.15), getallen=3, totaal=True)


def _euro(bewijs: Tariefbewijs, zwaarte: str, sleutel: str) -> str:
    return nederlands(Decimal(bewijs.uitkomst[zwaarte][sleutel]), 2)


def _bouwstenen(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Write each part with its formula and its inputs; the house last, the eleven in their order."""
    tarief = bewijs.opbouw.bereken()["laag"]
    per_groep: dict[str, list[UitlegInvoer]] = {}
    for invoer in bewijs.opbouw.uitleg().invoer:
        per_groep.setdefault(bouwdeel(invoer.sleutel), []).append(invoer)
    for groep in [*(regel.sleutel for regel in tarief.regels), "gezinshuis"]:
        yield Kop(titel_van(tarief, groep), 2)
        if groep not in per_groep:
            yield Alinea("Niet van toepassing.")
            continue
        yield from _eigen_onderdelen(bewijs, groep)
        yield from _formules(_stappen(bewijs, groep))
        yield _invoertabel(bewijs, per_groep[groep])


def _eigen_onderdelen(bewijs: Tariefbewijs, groep: str) -> Iterator[Deel]:
    """Write what partijen agreed in place of, or beside, the standard: each formula in full."""
    for sleutel, (soort, definitie) in eigen_definities(bewijs.opbouw).items():
        if eerste_deel(sleutel) == groep:
            yield Alinea(f"Eigen onderdeel {soort}, kenmerk {definitie.kenmerk}. {definitie.uitleg}".rstrip())
            rijen = tuple(formules_in_woorden(definitie))
            yield Documenttabel(("eigen formule", "in woorden", "eenheid"), rijen, _FORMULEBREEDTES)


def _stappen(bewijs: Tariefbewijs, groep: str) -> list[UitlegStap]:
    """Return the steps of a part, or for "" those of none; each formula once."""
    gevonden: dict[str, UitlegStap] = {}
    bekend = {regel.sleutel for regel in bewijs.opbouw.bereken()["laag"].regels} | {"gezinshuis", "uitkomst"}
    for stap in bewijs.opbouw.uitleg().stappen:
        delen = [deel for deel in stap.sleutel.split(".") if deel not in ZORGZWAARTES]
        eigenaar = eerste_deel(delen[0])
        if eigenaar == groep or (not groep and eigenaar not in bekend):
            gevonden.setdefault(f"{stap.naam} = {stap.formule}", stap)
    return list(gevonden.values())


def _formules(stappen: Sequence[UitlegStap]) -> Iterator[Deel]:
    rijen = tuple((stap.naam, stap.formule, str(stap.eenheid)) for stap in stappen)
    yield Documenttabel(("stap", "formule", "eenheid"), rijen, _FORMULEBREEDTES)


def _invoertabel(bewijs: Tariefbewijs, invoer: Sequence[UitlegInvoer]) -> Documenttabel:
    rijen = tuple(
        (
            omschrijving_van(bewijs.opbouw, deel.sleutel),
            toon_bij(bewijs.opbouw, deel.sleutel),
            _status(deel),
            _bron(bewijs, deel),
        )
        for deel in invoer
    )
    return Documenttabel(
        ("waarde", "afgesproken", "status", "bron of toelichting"), rijen, (0.34, 0.2, 0.14, 0.32)
    )


def _status(invoer: UitlegInvoer) -> str:
    steun = invoer.onderbouwing
    return f"{steun.status}, {steun.herkomst}"


def _bron(bewijs: Tariefbewijs, invoer: UitlegInvoer) -> str:
    steun = invoer.onderbouwing
    vanaf = f"geldig vanaf {steun.geldig_vanaf}" if steun.geldig_vanaf else ""
    delen = [steun.bron or "", vanaf, steun.toelichting or ""]
    if steun.afwijking:
        voorstel = toon_voorstel(bewijs.opbouw, invoer.sleutel, steun.afwijking.voorstel)
        delen.append(f"wijkt af van {voorstel}: {steun.afwijking.reden or 'geen reden gegeven'}")
    tekst = "; ".join(deel for deel in delen if deel)
    return tekst or ("aanname van partijen" if steun.herkomst is Herkomst.AANNAME else "")


def _afwijkingen(bewijs: Tariefbewijs) -> Iterator[Deel]:
    rijen = []
    for invoer in bewijs.opbouw.uitleg().invoer:
        afwijking = invoer.onderbouwing.afwijking
        if afwijking:
            voorstel = toon_voorstel(bewijs.opbouw, invoer.sleutel, afwijking.voorstel)
            afgesproken = toon_bij(bewijs.opbouw, invoer.sleutel)
            rijen.append((invoer.sleutel, voorstel, afgesproken, afwijking.reden or "geen reden gegeven"))
    if not rijen:
        yield Alinea("Er zijn geen afwijkingen.")
        return
    yield Alinea("Partijen zijn bewust afgeweken van deze waarden.")
    yield Documenttabel(
        ("sleutel", "voorgesteld", "afgesproken", "reden"), tuple(rijen), (0.34, 0.18, 0.18, 0.3)
    )


def _open_normen(bewijs: Tariefbewijs) -> Iterator[Deel]:
    yield Alinea("De handreiking kan dit anders doen; partijen lezen het zo.")
    rijen = tuple((norm.vraag, norm.onze_lezing) for norm in bewijs.opbouw.alle_open_normen())
    yield Documenttabel(("vraag", "afspraak"), rijen, (0.5, 0.5))
