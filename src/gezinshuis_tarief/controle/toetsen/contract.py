"""Does a cost line pay for what the contract and the quality criteria ask?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.controle.bevinding import Vondst
from gezinshuis_tarief.controle.eisen import Contracteis
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.kern.eenheden import nederlands


class Kwaliteitscriterium(NamedTuple):
    """One of the four bouwstenen of the Kwaliteitscriteria Gezinshuizen and the lines that pay for it."""

    naam: str
    regels: tuple[str, ...]


KWALITEITSCRITERIA: Final = (
    Kwaliteitscriterium(
        "bekwame gezinshuisouder",
        ("inkomen_gezinshuisouder", "inkomen_gezinshuisouder.overige_kosten_per_fte", "gedragswetenschapper"),
    ),
    Kwaliteitscriterium("leefklimaat", ("ondersteuning", "verzorgingskosten", "huisvesting")),
    Kwaliteitscriterium(
        "positie van het kind en diens ouders",
        ("gedragswetenschapper", "verzorgingskosten.bijzondere_kosten_per_jeugdige_per_jaar"),
    ),
    Kwaliteitscriterium("organisatie van de zorg", ("vervanging_logeren", "overhead")),
)
"""The four names are read; which lines pay for each is our mapping."""


def _leeg(dossier: Toetsdossier, regel: str) -> bool:
    """Whether a line of the tariff, or an input, is zero."""
    if regel in ALLE:
        return dossier.kost_niets(regel)
    blok = regel.partition(".")[0]
    if dossier.waarden.get(f"{blok}.vast_bedrag_per_jaar") is not None:
        return _leeg(dossier, blok)
    return not dossier.waarden[regel]


def eis_zonder_kosten(dossier: Toetsdossier) -> Iterator[Vondst]:
    """CON-01: a requirement whose cost line is empty."""
    for eis in dossier.contracteisen or ():
        if _leeg(dossier, eis.sleutel):
            yield Vondst(
                eis.sleutel,
                f"de eis {eis.naam} heeft geen kostenregel: {eis.sleutel} is 0",
                f"Waar in het tarief zitten de kosten van {eis.naam}?",
                bron=eis.bron,
            )


def eisen_boven_de_regel(dossier: Toetsdossier) -> Iterator[Vondst]:
    """CON-02: requirements whose stated costs are together more than the line that pays for them."""
    per_regel: dict[str, list[Contracteis]] = {}
    for eis in dossier.contracteisen or ():
        if eis.bedrag_per_jaar is not None:
            per_regel.setdefault(eis.sleutel, []).append(eis)
    for sleutel, eisen in per_regel.items():
        nodig = sum((eis.bedrag_per_jaar or Decimal(0) for eis in eisen), Decimal(0))
        beschikbaar = Decimal(str(dossier.waarden[sleutel] or 0))
        if nodig > beschikbaar:
            yield Vondst(
                sleutel,
                f"{', '.join(eis.naam for eis in eisen)} kosten samen € {nederlands(nodig, 2)} per jaar; "
                f"de regel is € {nederlands(beschikbaar, 2)}",
                "Uit welke andere regel worden deze eisen betaald?",
                dossier.effect({sleutel: nodig}),
                bron="; ".join(dict.fromkeys(eis.bron for eis in eisen)),
            )


def geen_lijst_met_eisen(dossier: Toetsdossier) -> Iterator[Vondst]:
    """CON-03: no list of requirements was handed over, so none was checked."""
    if dossier.contracteisen is None:
        yield Vondst(
            "",
            "er is geen lijst met contracteisen meegegeven; ze zijn niet getoetst",
            "Welke eisen stelt het contract, en welke regel van het tarief betaalt elke eis?",
        )


def kwaliteit_zonder_kosten(dossier: Toetsdossier) -> Iterator[Vondst]:
    """KWA-01: a quality criterion of which a line that pays for it is empty."""
    for criterium in KWALITEITSCRITERIA:
        leeg = [regel for regel in criterium.regels if _leeg(dossier, regel)]
        if leeg:
            yield Vondst(
                leeg[0],
                f"voor '{criterium.naam}' is leeg: {', '.join(leeg)}",
                f"Waaruit wordt '{criterium.naam}' betaald?",
            )
