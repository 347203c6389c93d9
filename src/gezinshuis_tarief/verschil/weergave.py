"""How differences look: Dutch text for a terminal, tables for a notebook."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.uitkomst.tonen import toon_bij
from gezinshuis_tarief.verschil.bijdrage import Bijdrage, Tariefverschil
from gezinshuis_tarief.weergave import als_tekst, euro, html_tabel, kort, met_teken, tabel

VERDEELD: Final = (
    "Elk aandeel is het gemiddelde effect over alle volgordes waarin de waarden kunnen worden gewijzigd; "
    "'als eerste' en 'als laatste' zijn de uiterste volgordes. De centen zijn zo verdeeld (grootste rest) "
    "dat de regels samen precies het verschil van de afgeronde tarieven zijn."
)
_WAARDEN_HOOGSTENS: Final = 3
_KOPPEN: Final = ("wat verschilt", "van", "naar", "aandeel", "als eerste", "als laatste")


def _rijen(van: Opbouw, naar: Opbouw, deel: Tariefverschil) -> list[list[str]]:
    """Return a row per bouwsteen and, indented, per key; the total last."""
    rijen = []
    for regel in deel.bijdragen:
        if len(regel.delen) > 1:
            rijen.append([regel.titel, "", "", *_bedragen(regel)])
            rijen += [
                [f"  {_naam(onder)}", *_waarden(van, naar, onder), *_bedragen(onder)] for onder in regel.delen
            ]
        else:
            rijen.append([f"{regel.titel}: {_naam(regel)}", *_waarden(van, naar, regel), *_bedragen(regel)])
    return [*rijen, ["Verschil per etmaal", euro(deel.van), euro(deel.naar), met_teken(deel.bedrag), "", ""]]


def _naam(regel: Bijdrage) -> str:
    """Call a line by the words of its keys, without the part of the opbouw they stand in."""
    namen = [regel.sleutel] if "." in regel.sleutel else [wat.sleutel for wat in regel.wijzigingen]
    kale = ["geheel" if "." not in naam else naam.split(".", 1)[1] for naam in namen]
    return ", ".join(kale).replace("_", " ").replace(".", " ")


def _waarden(van: Opbouw, naar: Opbouw, regel: Bijdrage) -> list[str]:
    """Return the values on both sides; of more than a few only how many there are."""
    if len(regel.wijzigingen) > _WAARDEN_HOOGSTENS:
        return [f"{len(regel.wijzigingen)} waarden", ""]
    return [
        kort(" / ".join(toon_bij(opbouw, wat.sleutel) for wat in regel.wijzigingen)) for opbouw in (van, naar)
    ]


def _bedragen(regel: Bijdrage) -> list[str]:
    return [met_teken(bedrag) for bedrag in (regel.bedrag, regel.eerst, regel.laatst)]


def verschil_zin(deel: Tariefverschil) -> str:
    """Say in one sentence where the difference comes from, the largest part first."""
    zwaarte = f"Zorgzwaarte {deel.zorgzwaarte}"
    regels = sorted(
        (regel for regel in deel.per_sleutel().values() if regel.bedrag), key=lambda regel: -abs(regel.bedrag)
    )
    if not regels:
        return f"{zwaarte}: het tarief is in beide gevallen {euro(deel.naar)}."
    delen = [f"{euro(regel.bedrag)} door {_zinsdeel(regel)}" for regel in regels]
    opsomming = delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"
    soort = "hoger" if deel.bedrag > 0 else "lager"
    kop = f"{zwaarte}: van {euro(deel.van)} naar {euro(deel.naar)}"
    if not deel.bedrag:
        return f"{kop}, gelijk; tegenover elkaar staan {opsomming}."
    return (
        f"{kop}, {euro(abs(deel.bedrag))} {soort}. Van het verschil van {euro(deel.bedrag)} komt {opsomming}."
    )


def _zinsdeel(regel: Bijdrage) -> str:
    groepen = list(dict.fromkeys(wat.groep.replace("_", " ") for wat in regel.wijzigingen))
    if _naam(regel) == "geheel" or len(groepen) > 1:
        return " en ".join(groepen)
    return f"{_naam(regel)} ({groepen[0]})"


def _opmerkingen(van: Opbouw, naar: Opbouw) -> list[str]:
    """Say what makes two opbouwen hard to compare."""
    een, ander = van.gezinshuis, naar.gezinshuis
    teksten = []
    if een.plaatsen != ander.plaatsen:
        teksten.append(
            f"Let op: het aantal plaatsen verschilt ({een.plaatsen} en {ander.plaatsen}). "
            "Dat zijn twee verschillende huizen; het aandeel daarvan staat op een eigen regel."
        )
    if een.dagen_per_jaar != ander.dagen_per_jaar:
        teksten.append(
            f"Let op: het aantal dagen per jaar verschilt ({een.dagen_per_jaar} en {ander.dagen_per_jaar})."
        )
    return teksten


def verschil_tekst(van: Opbouw, naar: Opbouw, delen: Iterable[Tariefverschil]) -> str:
    """Write a sentence and a table per zorgzwaarte."""
    teksten = _opmerkingen(van, naar)
    for deel in delen:
        teksten += [
            verschil_zin(deel),
            als_tekst(tabel(_KOPPEN, _rijen(van, naar, deel), links=3, totaal=True)),
        ]
    return "\n".join([*teksten, VERDEELD])


def verschil_html(van: Opbouw, naar: Opbouw, delen: Iterable[Tariefverschil]) -> str:
    """Show a table per zorgzwaarte."""
    teksten = [
        f"<p><b>{html.escape(verschil_zin(deel))}</b></p>{html_tabel(_KOPPEN, _rijen(van, naar, deel))}"
        for deel in delen
    ]
    return f"{''.join(teksten)}<p>{html.escape(VERDEELD)}</p>"
