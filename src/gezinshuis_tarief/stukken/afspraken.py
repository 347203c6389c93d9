"""Articles 7 to 14 of the annex: what parties agree beside the tariff, and their signatures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.eenheden import nederlands, toon, voluit
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.onderhandeling.contract import Indexeringsafspraak
from gezinshuis_tarief.stukken.artikelen import (
    aantal,
    contract_van,
    euro_van,
    ja_nee,
    namen_van,
    of_veld,
    procent,
)
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs
from gezinshuis_tarief.stukken.delen import (
    Alinea,
    Deel,
    Documenttabel,
    Handtekeningen,
    Kop,
    Lid,
    in_te_vullen,
)

_ZWAARTEREDENEN: Final = (
    "Vakantie",
    "Weekend of verlof naar huis",
    "Weglopen",
    "Opname of crisisplaats elders",
)
_VANAF: Final = {
    "dag_van_besluit": "de dag van de beslissing",
    "eerste_van_maand_erna": "de eerste dag van de maand na de beslissing",
}
_NAAR_RATO: Final = {
    "boven": "gelden de dagen per jaar naar verhouding, naar boven afgerond op hele dagen",
    "beneden": "gelden de dagen per jaar naar verhouding, naar beneden afgerond op hele dagen",
    "nee": "gelden dezelfde dagen per jaar",
}


def _elders(bewijs: Tariefbewijs, onderwerp: str, artikel: int) -> Lid | None:
    """Return the clause that leaves a subject to an article of the contract, where parties agreed that."""
    waar = dict(contract_van(bewijs).artikelen).get(onderwerp)
    return Lid(f"{artikel}.1", f"Dit is geregeld in {waar}.") if waar else None


def artikel_indexering(bewijs: Tariefbewijs, clausule: str) -> Iterator[Deel]:
    """Article 7: the clause, and what it needs to be carried out."""
    afspraak = contract_van(bewijs).indexering
    yield Kop("Artikel 7. Indexering")
    yield Lid("7.1", "Partijen indexeren de tarieven als volgt.")
    for regel in (afspraak.clausule if afspraak else clausule).splitlines():
        if regel.strip():
            yield Alinea(regel.strip())
    yield Lid("7.2", _eerste_index(afspraak))
    yield Lid(
        "7.3",
        "Ontbreekt een cijfer op de dag waarop wordt geïndexeerd, dan blijft het tarief gelijk tot het cijfer is gepubliceerd. Daarna "
        "geldt het nieuwe tarief met terugwerkende kracht; de aanbieder verrekent het verschil binnen "
        f"{of_veld(afspraak and afspraak.verrekenen_binnen_weken, 'aantal weken', lambda n: aantal(n, 'week', 'weken'))}.",
    )
    yield Lid(
        "7.4",
        "Wordt een cijfer niet meer gepubliceerd, dan geldt de opvolger die de uitgever aanwijst. Is die er niet en worden partijen het "
        f"niet eens, dan beslist {of_veld(afspraak and afspraak.deskundige, 'deskundige')}; die beslissing is bindend.",
    )
    onder = (
        afspraak and {"daalt": "daalt het tarief", "blijft": "blijft het tarief gelijk"}[afspraak.onder_nul]
    )
    yield Lid(
        "7.5",
        f"Is het percentage lager dan nul, dan {of_veld(onder, 'daalt het tarief of blijft het gelijk')}.",
    )


def _eerste_index(afspraak: Indexeringsafspraak | None) -> str:
    dag = of_veld(afspraak and afspraak.eerste_dag, "eerste dag", voluit)
    bron = of_veld(afspraak and afspraak.bron, "waar de cijfers worden gepubliceerd")
    inhaal = of_veld(afspraak and ("een" if afspraak.inhaal_eerste_jaar else "geen"), "een of geen")
    return (
        f"Er wordt voor het eerst geïndexeerd op {dag}, met de cijfers die zijn gepubliceerd door {bron}. "
        f"Voor het eerste jaar geldt {inhaal} inhaal van het verschil tussen voorlopig en definitief."
    )


def artikel_afwezigheid(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 8: what is paid while a jeugdige is away."""
    yield Kop("Artikel 8. Afwezigheid")
    afspraak, elders = contract_van(bewijs).afwezigheid, _elders(bewijs, "afwezigheid", 8)
    if elders and not afspraak:
        yield elders
        return
    yield Lid(
        "8.1",
        "Is de jeugdige tijdelijk niet in het gezinshuis, dan betaalt de gemeente door volgens deze tabel.",
    )
    if afspraak:
        rijen = tuple(
            (
                r.reden,
                procent(r.deel),
                *(aantal(n, "dag", "dagen") for n in (r.dagen_per_keer, r.dagen_per_jaar)),
            )
            for r in afspraak.regels
        )
    else:
        rijen = tuple(
            (r, in_te_vullen("%"), in_te_vullen("dagen"), in_te_vullen("dagen")) for r in _ZWAARTEREDENEN
        )
    koppen = ("Reden", "Deel van het tarief", "Hoogstens per keer", "Hoogstens per kalenderjaar")
    yield Documenttabel(koppen, rijen, (0.31, 0.23, 0.23, 0.23))
    dagen = of_veld(afspraak and afspraak.na_verblijf_dagen, "dagen", lambda n: aantal(n, "dag", "dagen"))
    rato = of_veld(
        afspraak and _NAAR_RATO[afspraak.naar_rato],
        "gelden de dagen naar verhouding of niet, en de afronding",
    )
    yield Lid(
        "8.2",
        f"Dit geldt pas na een verblijf van {dagen}. Bij een verblijf korter dan een kalenderjaar {rato}.",
    )
    melden = of_veld(afspraak and afspraak.melden_binnen_dagen, "dagen", lambda n: aantal(n, "dag", "dagen"))
    yield Lid(
        "8.3",
        f"Duurt de afwezigheid langer, dan meldt de aanbieder dat binnen {melden} en beslissen partijen of de plaats vrij blijft.",
    )


def artikel_bezetting(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 9: the occupancy that the tariff supposes."""
    yield Kop("Artikel 9. Bezetting")
    afspraak, elders = contract_van(bewijs).bezetting, _elders(bewijs, "bezetting", 9)
    graad = getattr(bewijs.opbouw.leegstand, "bezettingsgraad", None)
    if isinstance(graad, Decimal):
        huis = bewijs.opbouw.gezinshuis
        dagen = Decimal(huis.plaatsen * huis.dagen_per_jaar)
        yield Lid(
            "9.1",
            f"Het tarief gaat ervan uit dat {procent(graad)} van de plaatsdagen bezet is: "
            f"{toon(dagen * graad, Eenheid.ETMALEN_PER_JAAR)} van de {nederlands(dagen)} etmalen per jaar.",
        )
    else:
        yield Lid(
            "9.1", "De bezetting waarvan het tarief uitgaat, staat in artikel 5 en de Lijst van waarden."
        )
    if elders and not afspraak:
        yield Lid("9.2", elders.tekst)
        return
    telt = of_veld(afspraak and ja_nee(afspraak.afwezig_telt), "wel of niet")
    yield Lid(
        "9.2", f"Een etmaal van afwezigheid dat volgens artikel 8 wordt betaald, telt {telt} als bezet."
    )
    grens = of_veld(
        afspraak and afspraak.drempel, "aantal procentpunt", lambda f: procent(f).replace("%", " procentpunt")
    )
    gevolg = of_veld(afspraak and afspraak.gevolg, "wat er dan gebeurt")
    yield Lid(
        "9.3",
        f"Wijkt de werkelijke bezetting over een kalenderjaar meer dan {grens} af, dan geldt: {gevolg}.",
    )


def artikel_zwaarte(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 10: another zorgzwaarte, with both tariffs."""
    yield Kop("Artikel 10. Verandering van zorgzwaarte")
    afspraak, elders = contract_van(bewijs).zorgzwaartewijziging, _elders(bewijs, "zorgzwaartewijziging", 10)
    verschil = [Decimal(bewijs.uitkomst[z]["tarief"]) for z in ("laag", "midden", "hoog")]
    hoger = " ".join(
        f"Van {van} naar {naar} gaat het tarief van € {euro_van(bewijs, van)} naar € {euro_van(bewijs, naar)} "
        f"({_meer(verschil[plek + 1] - verschil[plek])})."
        for plek, (van, naar) in enumerate((("laag", "midden"), ("midden", "hoog")))
    )
    if elders and not afspraak:
        yield elders
    else:
        wie = of_veld(afspraak and afspraak.wie, "wie")
        yield Lid(
            "10.1",
            f"Over de zorgzwaarte beslist {wie}, na overleg met de ander. De beslissing is schriftelijk en noemt de eerste dag.",
        )
    yield Lid("10.2", f"{hoger} Terug is het hetzelfde verschil andersom.")
    if afspraak or not elders:
        vanaf = of_veld(afspraak and _VANAF[afspraak.vanaf], "de dag waarop het nieuwe tarief ingaat")
        yield Lid("10.3", f"Het nieuwe tarief geldt vanaf {vanaf}. Voor etmalen daarvóór verandert niets.")
        dagen = of_veld(afspraak and afspraak.afbouwdagen, "dagen", lambda n: aantal(n, "dag", "dagen"))
        geschil = of_veld(
            afspraak and f"het {afspraak.tijdens_geschil} tarief", "het oude of het nieuwe tarief"
        )
        yield Lid(
            "10.4",
            f"Bij een verlaging blijft het oude tarief nog {dagen} gelden. Is een partij het niet eens, dan geldt tot de uitkomst {geschil}.",
        )
    yield Lid(
        "10.5",
        "Verandert het aantal plaatsen (artikel 2.2), dan rekenen partijen het tarief opnieuw uit en maken zij een nieuwe versie van deze bijlage.",
    )


def _meer(verschil: Decimal) -> str:
    return f"€ {nederlands(abs(verschil), 2)} {'meer' if verschil >= 0 else 'minder'}"


def artikel_duur(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 11: how long it holds and how it ends."""
    contract = contract_van(bewijs)
    yield Kop("Artikel 11. Duur en opzegging")
    looptijd, elders = contract.looptijd, _elders(bewijs, "looptijd", 11)
    if elders and not looptijd:
        yield elders
    else:
        van = of_veld(looptijd and looptijd.van, "datum", voluit)
        tot = of_veld(looptijd and looptijd.tot_en_met, "datum", voluit)
        verleng = of_veld(looptijd and looptijd.verlenging, "aantal keer en hoe lang")
        yield Lid("11.1", f"Deze bijlage geldt van {van} tot en met {tot}. Verlengen: {verleng}.")
    opzegging, waar = contract.opzegging, _elders(bewijs, "opzegging", 11)
    if waar and not opzegging:
        yield Lid("11.2", f"Voor opzegging: {waar.tekst[:1].lower()}{waar.tekst[1:]}")
    else:
        tegen = of_veld(opzegging and opzegging.tegen, "dag")
        termijn = of_veld(
            opzegging and opzegging.termijn_maanden, "maanden", lambda n: aantal(n, "maand", "maanden")
        )
        redenen = of_veld(opzegging and opzegging.redenen, "redenen, of het artikel in de overeenkomst")
        yield Lid(
            "11.2",
            f"Opzeggen kan schriftelijk, tegen {tegen} en met een termijn van {termijn}. Redenen voor opzegging: {redenen}.",
        )
    if looptijd or not elders:
        na = of_veld(looptijd and looptijd.na_einde, "gebeurtenis of datum")
        yield Lid("11.3", f"Na het einde geldt het laatste tarief voor jeugdigen die er al wonen tot {na}.")


def artikel_rangorde(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 12: precedence, mistakes and changes."""
    contract = contract_van(bewijs)
    yield Kop("Artikel 12. Rangorde en wijzigen")
    elders = _elders(bewijs, "rangorde", 12)
    binnen = "Binnen deze bijlage gaat artikel 3.1 voor op artikel 3.2 en artikel 5."
    if elders and not contract.rangorde:
        yield Lid("12.1", f"{elders.tekst} {binnen}")
    else:
        rij = (
            ", dan ".join(contract.rangorde)
            if contract.rangorde
            else in_te_vullen("de volgorde van de stukken")
        )
        yield Lid("12.1", f"Bij verschil gaat voor: eerst {rij}. {binnen}")
    maanden = of_veld(contract.herstel_maanden, "maanden", lambda n: aantal(n, "maand", "maanden"))
    yield Lid(
        "12.2",
        f"Een rekenfout wordt hersteld vanaf de dag waarop het tarief inging, als een partij die meldt binnen {maanden}.",
    )
    yield Lid(
        "12.3",
        "Wijzigen kan alleen schriftelijk, met een nieuw versienummer en de handtekening van alle partijen.",
    )


def artikel_narekenen(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 13: the receipt and its marks."""
    yield Kop("Artikel 13. Narekenen")
    yield Lid(
        "13.1",
        "Bij deze bijlage hoort één tariefbewijs (bestand) met alle waarden, bronnen en stappen. Iedere partij bewaart een exemplaar en kan "
        f"het narekenen met gezinshuis-tarief, versie {bewijs.bibliotheek}. Deze bijlage is ook zonder dat programma na te rekenen met "
        "artikel 5 en de Lijst van waarden.",
    )
    zegel = " ".join(bewijs.zegel[plek : plek + 8] for plek in range(0, len(bewijs.zegel), 8))
    rijen = (
        ("Tariefbewijs (zegel, SHA-256)", zegel),
        ("Formules", bewijs.formules),
        ("Cijfers", bewijs.cijfers),
    )
    yield Documenttabel(("Onderdeel", "Code"), rijen, (0.3, 0.7))
    yield Lid(
        "13.2",
        "De waarden met hun bron staan in de Lijst van waarden achter deze bijlage. De lijst is onderdeel van deze bijlage.",
    )


def artikel_ondertekening(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 14: the signatures."""
    yield Kop("Artikel 14. Ondertekening")
    yield Lid(
        "14.1",
        "Uit deze bijlage ontstaan pas rechten en plichten als alle partijen hebben getekend. Elke ondertekenaar verklaart bevoegd te zijn.",
    )
    yield Handtekeningen(namen_van(bewijs))
