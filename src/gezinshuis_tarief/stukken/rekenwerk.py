"""Articles 5 and 6 of the annex and its list of values: how the tariff is computed, and from what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gezinshuis_tarief.kern.eenheden import toon, voluit
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, bouwdeel
from gezinshuis_tarief.stukken.artikelen import (
    contract_van,
    ja_nee,
    of_veld,
    prijspeil_dag,
    regeltitel,
)
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs
from gezinshuis_tarief.stukken.delen import Alinea, Deel, Documenttabel, Kop, Lid
from gezinshuis_tarief.uitkomst.eigen_formules import eigen_definities, formules_in_woorden
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van, titel_van, toon_bij, toon_voorstel
from gezinshuis_tarief.uitkomst.uitleg import UitlegInvoer, UitlegStap
from gezinshuis_tarief.weergave import geteld

_FORMULEBREEDTES: Final = (0.25, 0.57, 0.18)
_ZWAARTE: Final = re.compile(rf" ({'|'.join(ZORGZWAARTES)})\b")
_SAMEN: Final = ("beroepskrachten", "directe kosten")
"""Sums that exist with and without zorgzwaarte, under one name."""


def artikel_berekening(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 5: every step in the order of computing."""
    huis = bewijs.opbouw.gezinshuis
    stappen = [s for s in bewijs.opbouw.uitleg().stappen if not s.sleutel.startswith("uitkomst.")]
    samen = [stap for stap in stappen if stap.sleutel.split(".")[0] not in ZORGZWAARTES]
    yield Kop("Artikel 5. Zo is het tarief berekend")
    yield Lid(
        "5.1",
        f"Bedragen per huis per jaar worden gedeeld door het aantal etmalen: {geteld(huis.plaatsen, 'plaats', 'plaatsen')} × "
        f"{huis.dagen_per_jaar} dagen. De regels staan in de volgorde van berekenen; een regel gebruikt alleen waarden uit de Lijst "
        "van waarden en regels die erboven staan. Tussenuitkomsten staan hier afgerond, maar er wordt zonder afronden mee verder "
        "gerekend. Wie met de afgeronde tussenuitkomsten narekent, kan dus iets anders uitkomen.",
    )
    yield Lid("5.2", "Deze stappen zijn voor elke zorgzwaarte gelijk.")
    rijen = tuple((_stapnaam(stap), _formule(stap), f"{stap.ingevuld} = {_waarde(stap)}") for stap in samen)
    yield Documenttabel(("Stap", "Berekening in woorden", "Met de getallen"), rijen, (0.24, 0.38, 0.38))
    yield Lid("5.3", "Deze stappen verschillen per zorgzwaarte.")
    yield _per_zwaarte(stappen)
    yield from _eigen_onderdelen(bewijs)


def _per_zwaarte(stappen: list[UitlegStap]) -> Documenttabel:
    """Return the steps that depend on the zorgzwaarte, each formula once, with its three outcomes."""
    per_naam: dict[str, dict[str, UitlegStap]] = {}
    for stap in stappen:
        zwaarte, _, rest = stap.sleutel.partition(".")
        if zwaarte in ZORGZWAARTES:
            per_naam.setdefault(rest, {})[zwaarte] = stap
    rijen = []
    for per in per_naam.values():
        eerste = next(iter(per.values()))
        uitkomsten = (_waarde(per[z]) if z in per else "–" for z in ZORGZWAARTES)
        rijen.append((_stapnaam(eerste), _formule(eerste), *uitkomsten))
    koppen = ("Stap", "Berekening in woorden", *ZORGZWAARTES)
    return Documenttabel(koppen, tuple(rijen), (0.22, 0.42, 0.12, 0.12, 0.12), getallen=3)


def _waarde(stap: UitlegStap) -> str:
    return toon(stap.waarde, stap.eenheid)


def _woorden(tekst: str) -> str:
    """Return a name or formula in full words, without the zorgzwaarte that its column names."""
    vol = tekst.replace("winst marge", "winst en marge").replace(
        "vervanging logeren", "vervanging en logeren"
    )
    return _ZWAARTE.sub("", vol) if " plaatsen " not in f" {vol}" else vol


def _stapnaam(stap: UitlegStap) -> str:
    """Call a step so that no two have one name: sums say whether zorgzwaarte is in."""
    naam = _woorden(stap.naam)
    if naam in _SAMEN:
        return f"{naam} {'zonder' if stap.sleutel.startswith('gedeeld.') else 'met'} zorgzwaarte"
    return naam


def _formule(stap: UitlegStap) -> str:
    """Write the formula of a step; a sum that is used says whether zorgzwaarte is in."""
    formule = stap.formule if stap.sleutel == "gezinshuis.plaatsen" else _woorden(stap.formule)
    zelf_samen = _woorden(stap.naam) in _SAMEN
    if stap.sleutel.split(".")[0] in ZORGZWAARTES:
        for som in _SAMEN:
            bij = "zonder" if zelf_samen else "met"
            formule = re.sub(rf"\b{som}\b", f"{som} {bij} zorgzwaarte", formule)
    return formule


def _eigen_onderdelen(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Write what parties agreed in place of, or beside, the standard: each formula in full."""
    for soort, definitie in eigen_definities(bewijs.opbouw).values():
        yield Alinea(f"Eigen onderdeel {soort}, kenmerk {definitie.kenmerk}. {definitie.uitleg}".rstrip())
        rijen = tuple(formules_in_woorden(definitie))
        yield Documenttabel(("eigen formule", "in woorden", "eenheid"), rijen, _FORMULEBREEDTES)


def artikel_rekenafspraken(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 6: what parties decided where the handreiking leaves room, and where they left the start."""
    contract, huis = contract_van(bewijs), bewijs.opbouw.gezinshuis
    yield Kop("Artikel 6. Rekenafspraken")
    schrikkeldag = of_veld(contract.etmaal, "wel of niet", lambda a: ja_nee(a.schrikkeldag_betaald))
    yield Lid(
        "6.1",
        f"Partijen rekenen met {toon_bij(bewijs.opbouw, 'gezinshuis.weken_per_jaar').split(' ')[0]} weken en {huis.dagen_per_jaar} "
        f"dagen per jaar, ook in een schrikkeljaar. Een schrikkeldag wordt {schrikkeldag} tegen hetzelfde tarief betaald.",
    )
    normen = bewijs.opbouw.alle_open_normen()
    if normen:
        yield Lid("6.2", "Waar de handreiking ruimte laat, spreken partijen dit af.")
        rijen = tuple((norm.vraag, of_veld(contract.besluit(norm.vraag), "afspraak")) for norm in normen)
        yield Documenttabel(("Vraag", "Afspraak"), rijen, (0.5, 0.5))
    else:
        yield Lid("6.2", "De handreiking laat in deze opbouw geen vragen open.")
    yield from _afwijkingen(bewijs)
    dag = prijspeil_dag(bewijs)
    yield Lid("6.4", f"Cijfers waarmee is gerekend: {bewijs.opbouw.prijspeil}.")
    let_op = bewijs.opbouw.prijspeil.waarschuwingen(dag) if dag else ()
    if let_op:
        afspraak = of_veld(contract.verouderd, "aanvaarden of later corrigeren, en hoe")
        yield Lid("6.5", f"{' '.join(let_op)} Partijen spreken daarover af: {afspraak}")


def _afwijkingen(bewijs: Tariefbewijs) -> Iterator[Deel]:
    redenen = bewijs.afspraak.redenen if bewijs.afspraak else {}
    rijen = [
        (
            omschrijving_van(bewijs.opbouw, invoer.sleutel),
            toon_voorstel(bewijs.opbouw, invoer.sleutel, afwijking.voorstel),
            toon_bij(bewijs.opbouw, invoer.sleutel),
            redenen.get(invoer.sleutel) or afwijking.reden or "geen reden gegeven",
        )
        for invoer in bewijs.opbouw.uitleg().invoer
        if (afwijking := invoer.onderbouwing.afwijking)
    ]
    if not rijen:
        yield Lid("6.3", "Er zijn geen afwijkingen van vaste en voorgestelde waarden.")
        return
    yield Lid("6.3", "Partijen zijn bewust afgeweken van deze waarden.")
    koppen = ("Waarde", "Voorgesteld", "Afgesproken", "Reden")
    yield Documenttabel(koppen, tuple(rijen), (0.34, 0.16, 0.16, 0.34))


def lijst_van_waarden(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Write every value with what stands behind it, part by part."""
    tarief = bewijs.opbouw.bereken()["laag"]
    per_groep: dict[str, list[UitlegInvoer]] = {}
    for invoer in bewijs.opbouw.uitleg().invoer:
        per_groep.setdefault(bouwdeel(invoer.sleutel), []).append(invoer)
    yield Kop("Lijst van waarden")
    yield Alinea("Deze lijst is onderdeel van de bijlage.")
    for groep in [*(regel.sleutel for regel in tarief.regels), "gezinshuis"]:
        yield Kop(regeltitel(titel_van(tarief, groep)), 2)
        if groep not in per_groep:
            yield Alinea("Niet van toepassing.")
            continue
        rijen = tuple(
            (
                omschrijving_van(bewijs.opbouw, deel.sleutel),
                toon_bij(bewijs.opbouw, deel.sleutel),
                _bron(bewijs, deel),
            )
            for deel in per_groep[groep]
        )
        yield Documenttabel(("Waarde", "Afgesproken", "Bron"), rijen, (0.4, 0.2, 0.4))


def _bron(bewijs: Tariefbewijs, invoer: UitlegInvoer) -> str:
    steun = invoer.onderbouwing
    redenen = bewijs.afspraak.redenen if bewijs.afspraak else {}
    vanaf = f"geldig vanaf {voluit(steun.geldig_vanaf)}" if steun.geldig_vanaf else ""
    delen = [steun.bron or "", vanaf, steun.toelichting or ""]
    if steun.afwijking:
        voorstel = toon_voorstel(bewijs.opbouw, invoer.sleutel, steun.afwijking.voorstel)
        reden = redenen.get(invoer.sleutel) or steun.afwijking.reden or "geen reden gegeven"
        delen.append(f"wijkt af van {voorstel}: {reden}")
    tekst = "; ".join(deel for deel in delen if deel)
    return tekst or ("afgesproken door partijen, zonder bron" if steun.herkomst is Herkomst.AANNAME else "")


def zonder_steun(bewijs: Tariefbewijs) -> tuple[str, ...]:
    """Return the values with neither a source nor a reason, by what they are called; nothing once agreed."""
    if bewijs.afspraak:
        return ()
    return tuple(omschrijving_van(bewijs.opbouw, deel.sleutel) for deel in bewijs.opbouw.uitleg().aannames)
