"""Articles 1 to 4 of the annex: who, what, which tariff, and what is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final, TypeVar

from gezinshuis_tarief.kern.eenheden import nederlands, voluit
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.onderhandeling.contract import Contractgegevens, Contractpartij
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs
from gezinshuis_tarief.stukken.delen import Alinea, Deel, Documenttabel, Kop, Lid, in_te_vullen
from gezinshuis_tarief.uitkomst.tonen import titel_van
from gezinshuis_tarief.weergave import geteld

Waarde_ = TypeVar("Waarde_")
_WETTELIJK: Final = (
    "Deze bijlage legt vast uit welke kosten het tarief is opgebouwd, als bedoeld in artikel 2.3 van het Besluit "
    "Jeugdwet. De indeling in elf bouwstenen volgt de Handreiking tariefstelling gezinshuiszorg (VNG, VGN, "
    "Jeugdzorg Nederland en Present24x7, 2021); de bedragen zijn die van partijen."
)
_AFRONDING: Final = (
    "Elke regel wordt één keer afgerond op hele centen; een halve cent gaat naar boven. Het tarief is de som van de "
    "afgeronde regels. Dat bedrag geldt, ook als een berekening zonder tussentijdse afronding een cent anders uitkomt."
)
TE_DEKKEN: Final = (
    "Logeren",
    "Zakgeld en kleedgeld",
    "Vervoer naar school en dagbesteding",
    "Behandeling en dagbesteding",
)
"""Kinds of cost about which an annex may not be silent."""
_ROLLEN: Final = ("gemeente", "aanbieder")
_DEKKING: Final = {
    "in_tarief": "ja",
    "apart": "nee, de gemeente betaalt dit apart",
    "niet": "nee, de gemeente betaalt dit niet",
}


def of_veld(waarde: Waarde_ | None, wat: str, schrijf: Callable[[Waarde_], str] = str) -> str:
    """Write a value, or a marked field for what is not known."""
    return in_te_vullen(wat) if waarde is None else schrijf(waarde)


def contract_van(bewijs: Tariefbewijs) -> Contractgegevens:
    """Return what was agreed beside the tariff; nothing when the receipt holds none."""
    return bewijs.contract or Contractgegevens()


def namen_van(bewijs: Tariefbewijs) -> tuple[str, ...]:
    """Return the parties as the negotiation calls them."""
    return bewijs.afspraak.partijen if bewijs.afspraak else ("gemeente", "aanbieder")


def prijspeil_dag(bewijs: Tariefbewijs) -> dt.date | None:
    """Return the price date that was agreed."""
    return bewijs.afspraak.peildatum if bewijs.afspraak else None


def euro_van(bewijs: Tariefbewijs, zwaarte: Zorgzwaarte, sleutel: str = "tarief") -> str:
    """Write a recorded amount without its sign: `154,82`."""
    return nederlands(Decimal(bewijs.uitkomst[zwaarte][sleutel]), 2)


def ja_nee(waarde: object) -> str:
    """Write a choice."""
    return "wel" if waarde else "niet"


def procent(fractie: Decimal) -> str:
    """Write a fraction as a percentage: `92%`."""
    getal = (fractie * 100).normalize()
    return f"{nederlands(Decimal(f'{getal:f}'))}%"


def kenmerken(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Write what the annex is recognised by."""
    contract, dag = contract_van(bewijs), prijspeil_dag(bewijs)
    huis = (
        f"{contract.gezinshuis.naam}"
        if contract.gezinshuis
        else (bewijs.afspraak.naam if bewijs.afspraak else None)
    )
    rijen = (
        ("Gezinshuis", of_veld(huis, "naam van het gezinshuis")),
        ("Contractnummer", of_veld(contract.nummer, "contractnummer")),
        ("Versie van deze bijlage", of_veld(contract.bijlageversie, "versienummer")),
        ("Berekend op", voluit(bewijs.gemaakt_op)),
        ("Prijspeil", of_veld(dag, "prijspeil", voluit)),
        ("Controlecode van de berekening", f"{korte_code(bewijs.zegel)} (volledig in artikel 13)"),
    )
    yield Documenttabel(("Kenmerk", "Waarde"), rijen, (0.35, 0.65))
    yield Alinea(_WETTELIJK)


def korte_code(zegel: str) -> str:
    """Write the first sixteen digits of a seal, in fours."""
    return " ".join(zegel[plek : plek + 4] for plek in range(0, 16, 4))


def artikel_partijen(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 1: who agree."""
    contract = contract_van(bewijs)
    yield Kop("Artikel 1. Partijen")
    for nummer, naam in enumerate(namen_van(bewijs), 1):
        rol = rol_van(bewijs, naam)
        yield Lid(f"1.{nummer}", f"{rol[:1].upper()}{rol[1:]}: {_wie(contract.partij(naam))}, hierna: {rol}.")
    huis = contract.gezinshuis
    agb = f", AGB-code {huis.agb}" if huis and huis.agb else ""
    waar = f"{huis.naam}, {huis.adres}{agb}" if huis else f"{_huisnaam(bewijs)}, {in_te_vullen('adres')}"
    yield Lid(f"1.{len(namen_van(bewijs)) + 1}", f"Het gezinshuis: {waar}.")


def rol_van(bewijs: Tariefbewijs, naam: str) -> str:
    """Return what a party is called in the articles: `de gemeente` or `de aanbieder`."""
    partij = contract_van(bewijs).partij(naam)
    rol = partij.rol if partij else naam
    return f"de {rol}" if rol in _ROLLEN else in_te_vullen(f"rol van {naam}")


def _huisnaam(bewijs: Tariefbewijs) -> str:
    return bewijs.afspraak.naam if bewijs.afspraak else in_te_vullen("naam van het gezinshuis")


def _wie(partij: Contractpartij | None) -> str:
    if partij is None:
        velden = in_te_vullen("rechtspersoon"), in_te_vullen("KvK-nummer"), in_te_vullen("naam en functie")
        return f"{velden[0]}, KvK-nummer {velden[1]}, vertegenwoordigd door {velden[2]}"
    agb = f", AGB-code {partij.agb}" if partij.agb else ""
    adres = f", {partij.adres}" if partij.adres else ""
    wie = f"vertegenwoordigd door {partij.vertegenwoordiger}, {partij.functie}"
    return f"{partij.naam}{adres}, KvK-nummer {partij.kvk}{agb}, {wie}"


def artikel_onderwerp(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 2: the house, its places, the products and the etmaal."""
    contract, huis = contract_van(bewijs), bewijs.opbouw.gezinshuis
    per = {z: getattr(huis, f"plaatsen_{z}") for z in ZORGZWAARTES}
    delen = [f"{geteld(per[z], 'plaats', 'plaatsen')} {z}" for z in ZORGZWAARTES if per[z]]
    verdeling = " en ".join(deel for deel in (", ".join(delen[:-1]), delen[-1]) if deel)
    yield Kop("Artikel 2. Waar gaat deze bijlage over?")
    yield Lid(
        "2.1",
        "Deze bijlage hoort bij de overeenkomst met het contractnummer hierboven. Zij regelt het tarief voor jeugdhulp in het gezinshuis van artikel 1.",
    )
    yield Lid("2.2", f"Het gezinshuis heeft {geteld(huis.plaatsen, 'plaats', 'plaatsen')}: {verdeling}.")
    yield Lid(
        "2.3",
        "Deze tabel zegt welke productcode bij welke zorgzwaarte hoort, en hoeveel jeugdigen er hoogstens mogen wonen.",
    )
    producten = contract.producten
    rijen = tuple(
        (
            z,
            producten[z].code if z in producten else in_te_vullen("code"),
            str(per[z]),
            str(producten[z].groepsgrootte) if z in producten else in_te_vullen("aantal"),
        )
        for z in ZORGZWAARTES
    )
    koppen = ("Zorgzwaarte", "Productcode", "Plaatsen", "Hoogstens in het huis")
    yield Documenttabel(koppen, rijen, (0.25, 0.3, 0.15, 0.3))
    etmaal = contract.etmaal
    yield Lid(
        "2.4",
        f"Een etmaal loopt van {of_veld(etmaal, 'tijdstip', lambda a: a.begin)} uur tot hetzelfde tijdstip op de volgende dag. "
        f"De dag van aankomst telt {of_veld(etmaal, 'wel of niet', lambda a: ja_nee(a.aankomst_telt))} mee, de dag van vertrek telt "
        f"{of_veld(etmaal, 'wel of niet', lambda a: ja_nee(a.vertrek_telt))} mee.",
    )


def artikel_tarief(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 3: the tariff and its lines."""
    contract, dag = contract_van(bewijs), prijspeil_dag(bewijs)
    bedragen = [f"€ {euro_van(bewijs, z)} bij zorgzwaarte {z}" for z in ZORGZWAARTES]
    yield Kop("Artikel 3. Het tarief")
    yield Lid(
        "3.1",
        f"De gemeente betaalt per jeugdige per etmaal vanaf {of_veld(contract.ingangsdatum, 'eerste dag', voluit)}: "
        f"{', '.join(bedragen[:-1])} en {bedragen[-1]}.",
    )
    op = of_veld(dag, "prijspeil", voluit)
    yield Lid("3.2", f"Zo is het tarief opgebouwd, in euro per jeugdige per etmaal, prijspeil {op}:")
    tarief = bewijs.opbouw.bereken()["laag"]
    rijen = [
        (
            regeltitel(titel_van(tarief, regel.sleutel)),
            *(_bedrag(bewijs, z, regel.sleutel) for z in ZORGZWAARTES),
        )
        for regel in tarief.regels
    ]
    rijen.append(("Tarief per jeugdige per etmaal", *(euro_van(bewijs, z) for z in ZORGZWAARTES)))
    yield Documenttabel(
        ("Bouwsteen", *ZORGZWAARTES), tuple(rijen), (0.55, 0.15, 0.15, 0.15), getallen=3, totaal=True
    )
    yield Lid("3.3", _AFRONDING)
    yield Lid(
        "3.4", f"Over het tarief is {of_veld(contract.btw, 'geen btw of een percentage', _btw)} verschuldigd."
    )


def regeltitel(titel: str) -> str:
    """Return the title of a line in full words."""
    return titel.replace("Winst/marge", "Winst en marge").replace(
        "Vervanging/logeren", "Vervanging en logeren"
    )


def _bedrag(bewijs: Tariefbewijs, zwaarte: Zorgzwaarte, sleutel: str) -> str:
    afwezig = sleutel == "gelieerde_zorgorganisatie" and bewijs.opbouw.gelieerde_zorgorganisatie is None
    return "geen" if afwezig else euro_van(bewijs, zwaarte, sleutel)


def _btw(fractie: Decimal) -> str:
    return f"{procent(fractie)} btw" if fractie else "geen btw"


def artikel_dekking(bewijs: Tariefbewijs) -> Iterator[Deel]:
    """Article 4: what is in the tariff and what is not."""
    afgesproken: dict[str, Any] = {deel.kosten: deel.keuze for deel in contract_van(bewijs).dekking}
    rijen = [
        (
            kosten,
            _DEKKING[afgesproken[kosten]]
            if kosten in afgesproken
            else in_te_vullen("ja, apart of niet vergoed"),
        )
        for kosten in dict.fromkeys((*TE_DEKKEN, *afgesproken))
    ]
    yield Kop("Artikel 4. Wat zit er wel en niet in het tarief?")
    yield Lid(
        "4.1",
        "Het tarief dekt alle kosten die in artikel 3.2, artikel 5 en de Lijst van waarden staan. Over andere kosten zegt deze "
        "tabel wat er geldt. De gemeente betaalt naast het tarief alleen wat in deze tabel apart heet.",
    )
    yield Documenttabel(("Kosten", "In het tarief?"), tuple(rijen), (0.5, 0.5))
