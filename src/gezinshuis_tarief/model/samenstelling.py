"""Composes the rooms into one tariff: the only place that says which percentage goes over which base."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add

from gezinshuis_tarief.bouwstenen import ALLE, KOSTENBLOKKEN
from gezinshuis_tarief.componenten.aandeel import over_kostprijs, over_tarief
from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES, Huismaten, Zorgzwaarte
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.model.bedragen import Bedragen
from gezinshuis_tarief.model.opbouw import Opbouw


@dataclass(frozen=True, slots=True)
class _Gedeeld:
    """What the zorgzwaartes share.

    Attributes:
        huis: the sizes of the house.
        regels: bouwsteen 1–6 and own lines, euro per etmaal.
        beroepskrachten: bouwsteen 1–4 together.
        directe_kosten: all of `regels` together.
        uurkosten: an hour of the gedragswetenschapper, euro.
        deel_van_tarief: the fractions of bouwsteen 8 and 10 whose base is the tariff.
        deel_van_kostprijs: those whose base is the cost with leegstand.
        gelieerd_vast: the fixed part of bouwsteen 8; None when it is absent.
    """

    huis: Huismaten
    regels: Mapping[str, Decimal]
    beroepskrachten: Decimal
    directe_kosten: Decimal
    uurkosten: Decimal
    deel_van_tarief: Decimal
    deel_van_kostprijs: Decimal
    gelieerd_vast: Decimal | None


def stel_samen(opbouw: Opbouw, wijze: Rekenwijze) -> dict[Zorgzwaarte, Bedragen]:
    """Read the whole model once; every reading gets its numbers from here.

    Args:
        opbouw: the inputs, or columns or references in their place.
        wijze: the reading; `Exact` gives Decimals in euro.
    """
    huis = opbouw.gezinshuis.maten(wijze.onder("gezinshuis"))
    regels = {sleutel: _per_etmaal(opbouw, sleutel, huis, wijze) for sleutel in KOSTENBLOKKEN}
    if opbouw.eigen_posten:
        regels["eigen_posten"] = _eigen_posten(opbouw, huis, wijze)
    samen = wijze.onder("gedeeld")
    beroepskrachten = _som([regels[sleutel] for sleutel in KOSTENBLOKKEN[:4]])
    gelieerd = opbouw.gelieerde_zorgorganisatie
    van_tarief = _som(opbouw.delen(over_tarief, wijze))
    van_kostprijs = _som(opbouw.delen(over_kostprijs, wijze))
    gedeeld = _Gedeeld(
        huis,
        regels,
        samen.stap("beroepskrachten", beroepskrachten, Eenheid.EURO_PER_ETMAAL),
        samen.stap("directe_kosten", _som([*regels.values()]), Eenheid.EURO_PER_ETMAAL),
        opbouw.gedragswetenschapper.uurkosten(wijze.onder("gedragswetenschapper")),
        samen.stap("deel_van_tarief", van_tarief, Eenheid.FRACTIE),
        samen.stap("deel_van_kostprijs", van_kostprijs, Eenheid.FRACTIE),
        gelieerd.vast_per_etmaal(huis, wijze.onder("gelieerde_zorgorganisatie")) if gelieerd else None,
    )
    return {zwaarte: _zwaarte(opbouw, zwaarte, gedeeld, wijze) for zwaarte in ZORGZWAARTES}


def _per_etmaal(opbouw: Opbouw, sleutel: str, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
    blok: Kostenblok = getattr(opbouw, sleutel)
    deel = wijze.onder(sleutel)
    return deel.stap("per_etmaal", blok.per_jaar(huis, deel) / huis.plaatsdagen, Eenheid.EURO_PER_ETMAAL)


def _eigen_posten(opbouw: Opbouw, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
    bedragen = []
    for plek, post in enumerate(opbouw.eigen_posten):
        deel = wijze.onder(f"eigen_posten[{plek}]")
        bedragen.append(deel.stap("per_jaar", post.per_jaar(huis, deel), Eenheid.EURO_PER_JAAR))
    eigen = wijze.onder("eigen_posten")
    totaal = eigen.stap("per_jaar", _som(bedragen), Eenheid.EURO_PER_JAAR)
    return eigen.stap("per_etmaal", totaal / huis.plaatsdagen, Eenheid.EURO_PER_ETMAAL)


def _zwaarte(opbouw: Opbouw, zwaarte: Zorgzwaarte, gedeeld: _Gedeeld, wijze: Rekenwijze) -> Bedragen:
    """Add what differs per zorgzwaarte: 11, then 7 over its base, 9 over the cost, and 8 and 10."""
    deel = wijze.onder(zwaarte)

    def regel(sleutel: str, bedrag: Decimal) -> Decimal:
        return deel.onder(sleutel).stap("per_etmaal", bedrag, Eenheid.EURO_PER_ETMAAL)

    uurtarief = opbouw.ondersteuning.pedagogisch_uurtarief
    b11 = regel(
        "zorgzwaarte",
        opbouw.zorgzwaarte.per_etmaal(
            zwaarte, gedeeld.uurkosten, uurtarief, gedeeld.huis, deel.onder("zorgzwaarte")
        ),
    )
    beroepskrachten = deel.stap("beroepskrachten", gedeeld.beroepskrachten + b11, Eenheid.EURO_PER_ETMAAL)
    direct = deel.stap("directe_kosten", gedeeld.directe_kosten + b11, Eenheid.EURO_PER_ETMAAL)
    b7 = regel(
        "overhead", opbouw.overhead.per_etmaal(beroepskrachten, direct, gedeeld.huis, deel.onder("overhead"))
    )
    kostprijs = deel.stap("kostprijs", direct + b7, Eenheid.EURO_PER_ETMAAL)
    vaste_kosten = deel.stap(
        "vaste_kosten", kostprijs - gedeeld.regels["verzorgingskosten"], Eenheid.EURO_PER_ETMAAL
    )
    b9 = regel("leegstand", opbouw.leegstand.per_etmaal(kostprijs, vaste_kosten, deel.onder("leegstand")))
    integraal = deel.stap("integraal", kostprijs + b9, Eenheid.EURO_PER_ETMAAL)
    tarief, b8 = _tarief(opbouw, integraal, gedeeld, deel)
    b10 = opbouw.winst_marge.per_etmaal(tarief, integraal, deel.onder("winst_marge"))
    verschillend = {
        "overhead": b7,
        "gelieerde_zorgorganisatie": regel("gelieerde_zorgorganisatie", b8),
        "leegstand": b9,
        "winst_marge": regel("winst_marge", b10),
        "zorgzwaarte": b11,
    }
    alle = {**gedeeld.regels, **verschillend}
    volgorde = (*ALLE, *(sleutel for sleutel in alle if sleutel not in ALLE))
    onafgerond = {sleutel: alle[sleutel] for sleutel in volgorde}
    afgerond, totaal = _afgerond(onafgerond, wijze.onder("uitkomst").onder(zwaarte))
    return Bedragen(onafgerond, afgerond, kostprijs, integraal, tarief, totaal)


def _tarief(
    opbouw: Opbouw, integraal: Decimal, gedeeld: _Gedeeld, deel: Rekenwijze
) -> tuple[Decimal, Decimal]:
    """Return the unrounded tariff and bouwsteen 8; a share of the tariff itself is divided out."""
    kosten = integraal * (1 + gedeeld.deel_van_kostprijs)
    if gedeeld.gelieerd_vast is not None:
        kosten = kosten + gedeeld.gelieerd_vast
    tarief = deel.stap("onafgerond_tarief", kosten / (1 - gedeeld.deel_van_tarief), Eenheid.EURO_PER_ETMAAL)
    gelieerd = opbouw.gelieerde_zorgorganisatie
    if gelieerd is None or gedeeld.gelieerd_vast is None:
        return tarief, tarief * 0
    blok = deel.onder("gelieerde_zorgorganisatie")
    return tarief, gelieerd.per_etmaal(tarief, integraal, gedeeld.gelieerd_vast, blok)


def _afgerond(regels: Mapping[str, Decimal], wijze: Rekenwijze) -> tuple[dict[str, Decimal], Decimal]:
    """Round each line once and add the rounded lines, so that what people see adds up."""
    afgerond = {
        sleutel: wijze.stap(sleutel, wijze.rond_regel(bedrag), Eenheid.EURO_PER_ETMAAL)
        for sleutel, bedrag in regels.items()
    }
    return afgerond, wijze.stap("tarief", _som([*afgerond.values()]), Eenheid.EURO_PER_ETMAAL)


def _som(bedragen: Sequence[Decimal]) -> Decimal:
    """Add without starting from 0, which would show in written formulas."""
    return reduce(add, bedragen)
