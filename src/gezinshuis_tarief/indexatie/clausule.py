"""The indexation clause for the annex of a contract, from the agreement itself."""

from __future__ import annotations

from typing import Final

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.indexatie.afspraak import AARDEN, Gewichten, Indexafspraak
from gezinshuis_tarief.indexatie.jaarindex import als_procent

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
            f"{ALLE[sleutel].titel if sleutel in ALLE else 'Eigen posten'}: {_weging(gewichten, afspraak)}"
            for sleutel, gewichten in afspraak.per_bouwsteen.items()
        ]
        leden.append(f"Voor deze bouwstenen gelden eigen gewichten. {'; '.join(delen)}.")
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


def _weging(gewichten: Gewichten, afspraak: Indexafspraak) -> str:
    delen = [
        f"{als_procent(gewicht * 100)} volgens {afspraak.reeks(aard)} ({aard})"
        for aard in AARDEN
        if (gewicht := gewichten.voor(aard))
    ]
    if gewichten.vast:
        delen.append(f"{als_procent(gewichten.vast * 100)} vast, dus zonder verhoging")
    return ", ".join(delen)
