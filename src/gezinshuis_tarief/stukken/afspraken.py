"""Articles 7 to 10 of the annex: indexation, absence, occupancy and another zorgzwaarte."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon, voluit
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.onderhandeling.contract import Indexeringsafspraak, Onderwerp
from gezinshuis_tarief.stukken.artikelen import (
    contract_van,
    euro_van,
    ja_nee,
    of_veld,
    procent,
)
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs
from gezinshuis_tarief.stukken.delen import (
    Alinea,
    Deel,
    Documenttabel,
    Kop,
    Lid,
    in_te_vullen,
)
from gezinshuis_tarief.weergave import geteld

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
_ONDER_NUL: Final = {"daalt": "daalt het tarief", "blijft": "blijft het tarief gelijk"}
_NAAR_RATO: Final = {
    "boven": "gelden de dagen per jaar naar verhouding, naar boven afgerond op hele dagen",
    "beneden": "gelden de dagen per jaar naar verhouding, naar beneden afgerond op hele dagen",
    "nee": "gelden dezelfde dagen per jaar",
}


def geregeld_elders(bewijs: Tariefbewijs, onderwerp: Onderwerp, artikel: int) -> Lid | None:
    """Return the clause that leaves a subject to an article of the contract, where parties agreed that."""
    waar = contract_van(bewijs).artikelen.get(onderwerp)
    return Lid(f"{artikel}.1", f"Dit is geregeld in {waar}.") if waar else None


def artikel_indexering(bewijs: Tariefbewijs, clausule: str) -> Iterator[Deel]:
    """Article 7: the clause, and what it needs to be carried out."""
    afspraak = contract_van(bewijs).indexering
    yield Kop("Artikel 7. Indexering")
    yield Lid(
        "7.1",
        "Partijen indexeren de tarieven zoals hieronder staat. Bij verschil gaan 7.2 tot en met 7.5 voor.",
    )
    for regel in (afspraak.clausule if afspraak else clausule).splitlines():
        if regel.strip():
            yield Alinea(regel.strip())
    yield Lid("7.2", _eerste_index(afspraak))
    yield Lid(
        "7.3",
        "Ontbreekt een cijfer op de dag waarop wordt geïndexeerd, dan blijft het tarief gelijk tot het cijfer is gepubliceerd. Daarna "
        "geldt het nieuwe tarief met terugwerkende kracht; de aanbieder verrekent het verschil binnen "
        f"{of_veld(afspraak, 'aantal weken', lambda a: geteld(a.verrekenen_binnen_weken, 'week', 'weken'))}.",
    )
    yield Lid(
        "7.4",
        "Wordt een cijfer niet meer gepubliceerd, dan geldt de opvolger die de uitgever aanwijst. Is die er niet en worden partijen het "
        f"niet eens, dan beslist {of_veld(afspraak, 'deskundige', lambda a: a.deskundige)}; die beslissing is bindend.",
    )
    yield Lid(
        "7.5",
        f"Is het percentage lager dan nul, dan {of_veld(afspraak, 'daalt het tarief of blijft het gelijk', lambda a: _ONDER_NUL[a.onder_nul])}.",
    )


def _eerste_index(afspraak: Indexeringsafspraak | None) -> str:
    dag = of_veld(afspraak, "eerste dag", lambda a: voluit(a.eerste_dag))
    bron = of_veld(afspraak, "waar de cijfers worden gepubliceerd", lambda a: a.bron)
    inhaal = of_veld(afspraak, "een of geen", lambda a: "een" if a.inhaal_eerste_jaar else "geen")
    return (
        f"Er wordt voor het eerst geïndexeerd op {dag}, met de cijfers die zijn gepubliceerd door {bron}. "
        f"Voor het eerste jaar geldt {inhaal} inhaal van het verschil tussen voorlopig en definitief."
    )


def artikel_afwezigheid(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 8: what is paid while a jeugdige is away."""
    yield Kop("Artikel 8. Afwezigheid")
    afspraak, elders = contract_van(bewijs).afwezigheid, geregeld_elders(bewijs, "afwezigheid", 8)
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
                *(geteld(n, "dag", "dagen") for n in (r.dagen_per_keer, r.dagen_per_jaar)),
            )
            for r in afspraak.regels
        )
    else:
        rijen = tuple(
            (r, in_te_vullen("%"), in_te_vullen("dagen"), in_te_vullen("dagen")) for r in _ZWAARTEREDENEN
        )
    koppen = ("Reden", "Deel van het tarief", "Hoogstens per keer", "Hoogstens per kalenderjaar")
    yield Documenttabel(koppen, rijen, (0.31, 0.23, 0.23, 0.23))
    dagen = of_veld(afspraak, "dagen", lambda a: geteld(a.na_verblijf_dagen, "dag", "dagen"))
    rato = of_veld(
        afspraak,
        "gelden de dagen naar verhouding of niet, en de afronding",
        lambda a: _NAAR_RATO[a.naar_rato],
    )
    yield Lid(
        "8.2",
        f"Dit geldt pas na een verblijf van {dagen}. Bij een verblijf korter dan een kalenderjaar {rato}.",
    )
    melden = of_veld(afspraak, "dagen", lambda a: geteld(a.melden_binnen_dagen, "dag", "dagen"))
    yield Lid(
        "8.3",
        f"Duurt de afwezigheid langer, dan meldt de aanbieder dat binnen {melden} en beslissen partijen of de plaats vrij blijft.",
    )


def artikel_bezetting(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 9: the occupancy that the tariff supposes."""
    yield Kop("Artikel 9. Bezetting")
    afspraak, elders = contract_van(bewijs).bezetting, geregeld_elders(bewijs, "bezetting", 9)
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
    telt = of_veld(afspraak, "wel of niet", lambda a: ja_nee(a.afwezig_telt))
    yield Lid(
        "9.2", f"Een etmaal van afwezigheid dat volgens artikel 8 wordt betaald, telt {telt} als bezet."
    )
    grens = of_veld(afspraak, "aantal procentpunt", lambda a: procent(a.drempel).replace("%", " procentpunt"))
    gevolg = of_veld(afspraak, "wat er dan gebeurt", lambda a: a.gevolg)
    yield Lid(
        "9.3",
        f"Wijkt de werkelijke bezetting over een kalenderjaar meer dan {grens} af, dan geldt: {gevolg}.",
    )


def artikel_zwaarte(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 10: another zorgzwaarte, with both tariffs."""
    yield Kop("Artikel 10. Verandering van zorgzwaarte")
    afspraak, elders = (
        contract_van(bewijs).zorgzwaartewijziging,
        geregeld_elders(bewijs, "zorgzwaartewijziging", 10),
    )
    verschil = [Decimal(bewijs.uitkomst[z]["tarief"]) for z in ("laag", "midden", "hoog")]
    stappen: tuple[tuple[Zorgzwaarte, Zorgzwaarte], ...] = (("laag", "midden"), ("midden", "hoog"))
    hoger = " ".join(
        f"Van {van} naar {naar} gaat het tarief van € {euro_van(bewijs, van)} naar € {euro_van(bewijs, naar)} "
        f"({_meer(verschil[plek + 1] - verschil[plek])})."
        for plek, (van, naar) in enumerate(stappen)
    )
    if elders and not afspraak:
        yield elders
    else:
        wie = of_veld(afspraak, "wie", lambda a: a.wie)
        yield Lid(
            "10.1",
            f"Over de zorgzwaarte beslist {wie}, na overleg met de ander. De beslissing is schriftelijk en noemt de eerste dag.",
        )
    yield Lid("10.2", f"{hoger} Terug is het hetzelfde verschil andersom.")
    if afspraak or not elders:
        vanaf = of_veld(afspraak, "de dag waarop het nieuwe tarief ingaat", lambda a: _VANAF[a.vanaf])
        yield Lid("10.3", f"Het nieuwe tarief geldt vanaf {vanaf}. Voor etmalen daarvóór verandert niets.")
        dagen = of_veld(afspraak, "dagen", lambda a: geteld(a.afbouwdagen, "dag", "dagen"))
        geschil = of_veld(
            afspraak, "het oude of het nieuwe tarief", lambda a: f"het {a.tijdens_geschil} tarief"
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
