"""Is a value usual? Outside its band is a question with the bouwsteen, the value, the band and its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import Final, TypeAlias

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.componenten.loonkosten import Brutoloon
from gezinshuis_tarief.controle.banden import GEMETEN
from gezinshuis_tarief.controle.bevinding import Vondst
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.indexatie.inschaling import lonen_in
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel, waarde_op, zwaarte_in
from gezinshuis_tarief.referentie.cao import cao_regel
from gezinshuis_tarief.referentie.premies import minimumloon

Meting: TypeAlias = Callable[[Toetsdossier], Iterator[tuple[str, Decimal]]]
"""Yields the value of each place where it stands, by its key."""

_MINSTE_DEEL: Final = Decimal("0.0001")


def _invoer(sleutel: str, dossier: Toetsdossier) -> Iterator[tuple[str, Decimal]]:
    """Yield an input, also where a zorgzwaarte has its own; not when an own amount stands in its place."""
    if dossier.waarden.get(f"{bouwdeel(sleutel)}.vast_bedrag_per_jaar") is not None:
        return
    for waar, waarde in dossier.waarden.items():
        if zwaarte_in(waar)[1] == sleutel and isinstance(waarde, Decimal):
            yield waar, waarde


def _opslag(dossier: Toetsdossier) -> Iterator[tuple[str, Decimal]]:
    """Yield the overhead percentage, unless overhead is a fixed amount only."""
    yield from ((waar, opslag) for waar, opslag in _invoer("overhead.opslag", dossier) if opslag)


def _aandeel(dossier: Toetsdossier) -> Iterator[tuple[str, Decimal]]:
    """Yield which part of the kostprijs is overhead, the highest of the zorgzwaartes with places."""
    delen = [
        CONTEXT.divide(tarief["overhead"].onafgerond, tarief.bedragen.kostprijs)
        for tarief in (dossier.uitkomst[z] for z in dict.fromkeys(dossier.exploitatie.plaatsen))
        if tarief.bedragen.kostprijs
    ]
    if delen:
        yield "overhead", max(delen).quantize(_MINSTE_DEEL, context=CONTEXT)


def _etmalen(dossier: Toetsdossier) -> Iterator[tuple[str, Decimal]]:
    """Yield the replacement of the house, unless parents are paid to arrange it themselves."""
    ouder = dossier.loondienst
    if ouder is None or getattr(ouder, "vervangingsfactor", 1) <= 1:  # a variant of one's own may not have it
        yield from _invoer("vervanging_logeren.vervangingsetmalen_per_jaar", dossier)


def _onder_verlof(dossier: Toetsdossier) -> Iterator[tuple[str, Decimal]]:
    """Yield the replacement that at least pays for leave; what does not is said already."""
    laagste = dossier.band("vervanging_logeren.verlof").laagste or 0
    yield from ((waar, etmalen) for waar, etmalen in _etmalen(dossier) if etmalen >= laagste)


def _wonen(dossier: Toetsdossier) -> Iterator[tuple[str, Decimal]]:
    """Yield what housing comes to per child per etmaal."""
    yield "huisvesting", max(tarief["huisvesting"].per_etmaal for tarief in dossier.uitkomst.values())


def _toets(maat: str, meting: Meting, vraag: str, dossier: Toetsdossier) -> Iterator[Vondst]:
    """Report what lies outside its band."""
    band = dossier.band(maat)
    for waar, waarde in meting(dossier):
        grens = band.binnen(waarde)
        if grens != waarde:
            deel = bouwdeel(waar)
            wat = ALLE[deel].titel if deel in ALLE else deel
            eenheid = GEMETEN[maat]
            los = eenheid is Eenheid.FRACTIE or eenheid.is_geld
            yield Vondst(
                waar,
                f"{wat}: {toon(waarde, eenheid)}{'' if los else f' {eenheid}'}",
                vraag,
                dossier.effect({waar: grens}) if waar in dossier.waarden else None,
                norm=band.in_woorden,
                bron=band.herkomst_in_woorden,
            )


def marge(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-01: a margin outside its band."""
    maat = "winst_marge.percentage"
    vraag = "Waarvoor is deze marge nodig, en welke risico's dekt zij die niet al in een andere regel staan?"
    return _toets(maat, partial(_invoer, maat), vraag, dossier)


def overhead_opslag(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-02: a percentage of overhead outside its band."""
    maat = "overhead.opslag"
    vraag = "Welke taken zitten in de overhead, en over welke kosten gaat de opslag?"
    return _toets(maat, _opslag, vraag, dossier)


def overhead_aandeel(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-03: overhead, percentage and amounts together, is too large a part of the kostprijs."""
    maat = "overhead.aandeel"
    vraag = "Welke taken zitten in de overhead, en waarom is dit deel van de kosten nodig?"
    return _toets(maat, _aandeel, vraag, dossier)


def bezetting(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-04: an occupancy outside its band."""
    maat = "leegstand.bezettingsgraad"
    vraag = "Op welke cijfers berust deze bezetting, en hoe lang staat een plaats gemiddeld leeg?"
    return _toets(maat, partial(_invoer, maat), vraag, dossier)


def productieve_uren_in_band(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-07: productive hours outside their band."""
    maat = "gedragswetenschapper.productieve_uren_per_jaar"
    vraag = "Hoeveel uren gaan af voor verlof, ziekte, scholing en overleg?"
    return _toets(maat, partial(_invoer, maat), vraag, dossier)


def vervanging_voor_verlof(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-08: less replacement than the leave of the gezinshuisouder takes."""
    maat = "vervanging_logeren.verlof"
    vraag = "Wie vangt de kinderen op als de gezinshuisouder verlof heeft, en waaruit wordt dat betaald?"
    return _toets(maat, _etmalen, vraag, dossier)


def vervanging_voor_weekenden(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-09: replacement for leave, but not for the free weekends."""
    maat = "vervanging_logeren.verlof_en_weekenden"
    vraag = "Wie vangt de kinderen op in de vrije weekenden van de gezinshuisouder?"
    return _toets(maat, _onder_verlof, vraag, dossier)


def huisvesting_in_band(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-10: no cost of housing, or one outside its band."""
    maat = "huisvesting.per_etmaal"
    vraag = "Welke woonlasten zijn meegeteld, en welk deel ervan is voor de zorg?"
    return _toets(maat, _wonen, vraag, dossier)


def aov_premie(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-12: a premium for disability outside its band."""
    maat = "inkomen_gezinshuisouder.aov_premie"
    vraag = "Op welke offerte van een verzekeraar berust deze premie, met welke eigenrisicotermijn?"
    return _toets(maat, partial(_invoer, maat), vraag, dossier)


def uurtarief_onder_minimumloon(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-05: an hourly rate below the minimum wage of the day."""
    for veld in ("huishoudelijk_uurtarief", "pedagogisch_uurtarief"):
        for waar, tarief in _invoer(f"ondersteuning.{veld}", dossier):
            yield from _onder_minimumloon(dossier, waar, tarief, f"€ {nederlands(tarief, 2)} per uur")


def uurloon_onder_minimumloon(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-06: a salary that is less per hour than the minimum wage of the day."""
    deler = cao_regel("uurloon_deler", dossier.dag).waarde
    for deel, plek in lonen_in(dossier.opbouw).items():
        loon = waarde_op(dossier.opbouw, plek)
        if isinstance(loon, Brutoloon) and dossier.waarden.get(f"{deel}.vast_bedrag_per_jaar") is None:
            maand = loon.bruto_maandsalaris
            tekst = f"€ {nederlands(maand, 2)} per maand, € {nederlands(maand / deler, 2)} per uur"
            yield from _onder_minimumloon(dossier, f"{plek}.bruto_maandsalaris", maand / deler, tekst)


def _onder_minimumloon(dossier: Toetsdossier, waar: str, per_uur: Decimal, tekst: str) -> Iterator[Vondst]:
    cijfer = minimumloon(dossier.dag)
    if per_uur < cijfer.waarde:
        deel = bouwdeel(waar)
        yield Vondst(
            waar,
            f"{ALLE[deel].titel if deel in ALLE else deel}: {tekst}",
            "Hoe kan iemand hiervoor werken tegen ten minste het minimumloon?",
            norm=f"minstens het minimumloon: € {nederlands(cijfer.waarde, 2)} per uur",
            bron=f"{cijfer.bron}, geldig vanaf {cijfer.geldig_vanaf}",
        )


def lichter_is_duurder(dossier: Toetsdossier) -> Iterator[Vondst]:
    """AAN-11: a lighter zorgzwaarte has a higher tariff than a heavier one."""
    tarieven = {z: dag.tarief for z, dag in dossier.exploitatie.dagen.items()}
    for plek, licht in enumerate(ZORGZWAARTES):
        zwaar = next((z for z in ZORGZWAARTES[plek + 1 :] if tarieven[z] < tarieven[licht]), None)
        if zwaar:
            verschil = nederlands(tarieven[licht] - tarieven[zwaar], 2)
            yield Vondst(
                "zorgzwaarte",
                f"{ALLE['zorgzwaarte'].titel}: {licht} € {nederlands(tarieven[licht], 2)} is € {verschil} duurder "
                f"dan {zwaar} € {nederlands(tarieven[zwaar], 2)}",
                "Waarom kost de lichtere zorg meer dan de zwaardere?",
                norm=f"{licht} hoogstens € {nederlands(tarieven[zwaar], 2)}, het tarief van {zwaar}",
            )


def plaatsen_bij_de_zwaarste(dossier: Toetsdossier) -> Iterator[Vondst]:
    """HUI-02: more places in all than regions allow with the heaviest zorgzwaarte that is there."""
    plaatsen = dossier.exploitatie.plaatsen
    zwaarste = max(plaatsen, key=ZORGZWAARTES.index)
    band = dossier.band(f"gezinshuis.plaatsen_{zwaarste}")
    if band.binnen(Decimal(len(plaatsen))) != len(plaatsen):
        yield Vondst(
            f"gezinshuis.plaatsen_{zwaarste}",
            f"Gezinshuis: {len(plaatsen)} plaatsen samen, de zwaarste zorgzwaarte is {zwaarste}",
            "Staat de regio zoveel plaatsen toe bij deze zorgzwaarte, en hoe blijft de zorg gezinsgericht?",
            norm=f"{band.in_woorden} als er zorgzwaarte {zwaarste} is",
            bron=band.herkomst_in_woorden,
        )
