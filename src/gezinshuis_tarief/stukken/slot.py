"""Articles 11 to 14 of the annex: duration, precedence, computing again, signatures."""

from __future__ import annotations

from collections.abc import Iterator

from gezinshuis_tarief.kern.eenheden import voluit
from gezinshuis_tarief.stukken.afspraken import geregeld_elders
from gezinshuis_tarief.stukken.artikelen import (
    contract_van,
    namen_van,
    of_veld,
)
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs
from gezinshuis_tarief.stukken.delen import (
    Deel,
    Documenttabel,
    Handtekeningen,
    Kop,
    Lid,
    in_te_vullen,
)
from gezinshuis_tarief.weergave import geteld


def artikel_duur(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 11: how long it holds and how it ends."""
    contract = contract_van(bewijs)
    yield Kop("Artikel 11. Duur en opzegging")
    looptijd, elders = contract.looptijd, geregeld_elders(bewijs, "looptijd", 11)
    if elders and not looptijd:
        yield elders
    else:
        van = of_veld(looptijd, "datum", lambda a: voluit(a.van))
        tot = of_veld(looptijd, "datum", lambda a: voluit(a.tot_en_met))
        verleng = of_veld(looptijd, "aantal keer en hoe lang", lambda a: a.verlenging)
        yield Lid("11.1", f"Deze bijlage geldt van {van} tot en met {tot}. Verlengen: {verleng}.")
    opzegging, waar = contract.opzegging, geregeld_elders(bewijs, "opzegging", 11)
    if waar and not opzegging:
        yield Lid("11.2", f"Voor opzegging: {waar.tekst[:1].lower()}{waar.tekst[1:]}")
    else:
        tegen = of_veld(opzegging, "dag", lambda a: a.tegen)
        termijn = of_veld(opzegging, "maanden", lambda a: geteld(a.termijn_maanden, "maand", "maanden"))
        redenen = of_veld(opzegging, "redenen, of het artikel in de overeenkomst", lambda a: a.redenen)
        yield Lid(
            "11.2",
            f"Opzeggen kan schriftelijk, tegen {tegen} en met een termijn van {termijn}. Redenen voor opzegging: {redenen}.",
        )
    if looptijd or not elders:
        na = of_veld(looptijd, "gebeurtenis of datum", lambda a: a.na_einde)
        yield Lid("11.3", f"Na het einde geldt het laatste tarief voor jeugdigen die er al wonen tot {na}.")


def artikel_rangorde(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 12: precedence, mistakes and changes."""
    contract = contract_van(bewijs)
    yield Kop("Artikel 12. Rangorde en wijzigen")
    elders = geregeld_elders(bewijs, "rangorde", 12)
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
    maanden = of_veld(contract.herstel_maanden, "maanden", lambda n: geteld(n, "maand", "maanden"))
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
    wie = ((naam, contract_van(bewijs).partij(naam)) for naam in namen_van(bewijs))
    yield Handtekeningen(tuple(partij.naam if partij else naam for naam, partij in wie))
