"""The indexation clause for the annex of a contract, from the agreement itself; and what a given text can be said to hold."""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.indexatie.afspraak import AARDEN, Gewichten, Indexafspraak
from gezinshuis_tarief.indexatie.jaarindex import als_procent
from gezinshuis_tarief.kern.fouten import InvoerFout

_NACALCULATIE: Final = {
    "verschil": (
        "Het percentage wordt verhoogd of verlaagd met de inhaal over het vorige jaar: per indexcijfer het "
        "definitieve min het voorlopige percentage, met dezelfde gewichten."
    ),
    "quotient": (
        "Het percentage wordt verhoogd of verlaagd met de inhaal over het vorige jaar: per indexcijfer "
        "(1 + definitief) / (1 + voorlopig) − 1. Elke tussenstap wordt afgerond op twee decimalen."
    ),
    "geen": (
        "Het verschil tussen het voorlopige en het definitieve percentage wordt niet in een later percentage "
        "ingehaald, maar per verstreken etmaal verrekend zodra het definitieve cijfer bekend is. Het nieuwe "
        "jaar begint dan bij het tarief met het definitieve percentage."
    ),
}
_SAMENVOEGING: Final = {
    "optellen": "Het percentage van het jaar en de inhaal worden bij elkaar opgeteld.",
    "samengesteld": "Het percentage van het jaar en de inhaal worden als factoren met elkaar vermenigvuldigd.",
}
_NIVEAU: Final = {
    "per_tarief": "Elk tarief wordt na indexering afgerond op hele centen, een halve cent naar boven.",
    "per_bouwsteen": (
        "Elke regel van het tarief wordt na indexering afgerond op hele centen, een halve cent naar boven; "
        "het tarief is de som van de afgeronde regels."
    ),
}

_TITELS: Final = {sleutel: deel.titel for sleutel, deel in ALLE.items()} | {"eigen_posten": "Eigen posten"}
_SLEUTELS: Final = {titel: sleutel for sleutel, titel in _TITELS.items()}


def indexeringsclausule(afspraak: Indexafspraak | None = None) -> str:
    """Write the clause in Dutch, numbered; it says exactly what `indexeer` does with this agreement."""
    afspraak = afspraak or Indexafspraak()
    leden = [
        (
            "De tarieven worden elk jaar per 1 januari geïndexeerd met een percentage dat voor dat jaar als volgt "
            f"wordt gewogen: {_weging(afspraak.gewichten, afspraak)}."
        )
    ]
    if afspraak.per_bouwsteen:
        delen = [
            f"{_TITELS[sleutel]}: {_weging(gewichten, afspraak)}"
            for sleutel, gewichten in afspraak.per_bouwsteen.items()
        ]
        leden.append(f"{_EIGEN_WEGING}{'; '.join(delen)}.")
    leden.append("Gebruikt wordt het voorlopige cijfer dat op 1 januari van dat jaar is gepubliceerd.")
    leden.append(_NACALCULATIE[afspraak.nacalculatie])
    if afspraak.nacalculatie != "geen":
        leden.append(_SAMENVOEGING[afspraak.samenvoeging])
    leden += [
        "Het percentage wordt afgerond op twee decimalen, een half naar boven.",
        _NIVEAU[afspraak.niveau],
        (
            "Wordt een indexcijfer niet meer gepubliceerd, dan kiezen partijen samen een cijfer dat daar het "
            "dichtst bij ligt en leggen zij de bron vast. Zonder gepubliceerd cijfer wordt niet geïndexeerd met een "
            "schatting van een van beide partijen."
        ),
    ]
    return "\n".join(f"{nummer}. {lid}" for nummer, lid in enumerate(leden, 1))


ONDERDELEN: Final = {
    "maand": re.compile(
        r"\b(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
        re.IGNORECASE,
    ),
    "indexcijfer": re.compile(
        r"\b(OVA|PPC|CPI|NZa|CBS|CPB|consumentenprijsindex|prijsindexcijfer\w*)\b", re.IGNORECASE
    ),
    "afronding": re.compile(r"\b(afgerond|afrond\w*|hele centen|decimalen)\b", re.IGNORECASE),
}
"""What a clause in any words names at least; without one of them two parties compute two tariffs."""
_SLUITEND: Final = {
    "de gewichten van de indexcijfers": re.compile(
        r"\d\s*%|\b(procent|gewicht\w*|weging|gewogen)\b", re.IGNORECASE
    ),
    "het verschil tussen voorlopig en definitief": re.compile(
        r"\b(voorlopig\w*|definiti\w+|inhaal|nacalculatie|nagecalculeerd)\b", re.IGNORECASE
    ),
    "wat geldt als een cijfer ontbreekt": re.compile(
        r"\b(niet (meer )?(gepubliceerd|bekend|beschikbaar)|ontbreekt|vervangend\w*|bij gebreke)\b",
        re.IGNORECASE,
    ),
}
"""What a clause must settle besides, before two parties compute the same from it."""
_INDEXEREN: Final = r"(ge[iï]ndexeerd|index(?:eren|ering|atie)\w*)"
_ONTKENNING: Final = re.compile(
    rf"\b(niet|geen|zonder|nooit)\b[^.,;\n]{{0,30}}?\b{_INDEXEREN}|\b{_INDEXEREN}\b[^.,;\n]{{0,30}}?\b(niet|geen|uitgesloten)\b",
    re.IGNORECASE,
)
_GEWICHT: Final = re.compile(
    rf"([\d.,]+)% (?:volgens (.+?) \(({'|'.join(AARDEN)})\)|vast, dus zonder verhoging)"
)
_EIGEN_WEGING: Final = "Voor deze bouwstenen gelden eigen gewichten. "


def ontbreekt_in(tekst: str) -> list[str]:
    """Return which of `ONDERDELEN` a text does not name; that it names one does not make it a good clause."""
    return [naam for naam, patroon in ONDERDELEN.items() if not patroon.search(tekst)]


def open_in(tekst: str) -> list[str]:
    """Return what a text leaves open that parties must settle to compute the same from it."""
    return [wat for wat, patroon in _SLUITEND.items() if not patroon.search(tekst)]


def ontkenning_in(tekst: str) -> str:
    """Return the words of a text that say there is no indexation; empty when there are none."""
    gevonden = _ONTKENNING.search(tekst)
    return gevonden[0] if gevonden else ""


def lees_clausule(tekst: str) -> Indexafspraak | None:
    """Return the agreement of which `indexeringsclausule` wrote this text; None for any other text.

    The agreement is put together from the text and written again: only a text that comes out the same, but for
    white space at the ends of its lines, is one of ours.
    """
    regels = [regel.strip() for regel in tekst.strip().splitlines()]
    leden = [re.sub(r"^\d+\. ", "", regel) for regel in regels]
    reeksen: dict[str, str] = {}
    with suppress(InvoerFout):
        afspraak = Indexafspraak(
            gewichten=_gewichten(leden[0] if leden else "", reeksen),
            per_bouwsteen={
                _SLEUTELS.get(titel, titel): _gewichten(weging, reeksen)
                for lid in leden
                if lid.startswith(_EIGEN_WEGING)
                for titel, weging in (
                    deel.split(": ", 1)
                    for deel in lid.removeprefix(_EIGEN_WEGING).split("; ")
                    if ": " in deel
                )
            },
            **{
                naam: keuze
                for naam, teksten in (
                    ("nacalculatie", _NACALCULATIE),
                    ("samenvoeging", _SAMENVOEGING),
                    ("niveau", _NIVEAU),
                )
                for keuze, lid in teksten.items()
                if lid in leden
            },
            **{f"reeks_{aard}": reeks for aard, reeks in reeksen.items()},
        )
        return afspraak if indexeringsclausule(afspraak) == "\n".join(regels) else None
    return None


def _gewichten(tekst: str, reeksen: dict[str, str]) -> Gewichten:
    """Read weights back, and note the series they follow."""
    gewichten = {}
    for getal, reeks, aard in _GEWICHT.findall(tekst):
        gewichten[aard or "vast"] = f"{Decimal(getal.replace('.', '').replace(',', '.')) / 100:f}"
        if aard:
            reeksen[aard] = reeks
    return Gewichten(**gewichten)


def _weging(gewichten: Gewichten, afspraak: Indexafspraak) -> str:
    delen = [
        f"{als_procent(gewicht * 100)} volgens {afspraak.reeks(aard)} ({aard})"
        for aard in AARDEN
        if (gewicht := gewichten.voor(aard))
    ]
    if gewichten.vast:
        delen.append(f"{als_procent(gewichten.vast * 100)} vast, dus zonder verhoging")
    return ", ".join(delen)
