"""Composes the rooms into one tariff: the only place that says which percentage goes over which base."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Any, Final, cast

from gezinshuis_tarief.bouwstenen import ALLE, KOSTENBLOKKEN
from gezinshuis_tarief.componenten.aandeel import over_kostprijs, over_tarief
from gezinshuis_tarief.componenten.bouwsteen import Kostenblok
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.componenten.opslag import EigenOpslag
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte, plat, zwaarte_in
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.tariefdelen import Bedragen, delen_over, opslagen_over
from gezinshuis_tarief.onderdelen.plaatsing import eigen_delen

_ANDERS: Final = "bedrag"
"""What comes behind the name of a step in an opbouw with inputs per zorgzwaarte, when an input has its name."""


@dataclass(frozen=True, slots=True)
class _Gedeeld:
    """What the zorgzwaartes share.

    Attributes:
        huis: the sizes of the house.
        regels: bouwsteen 1–6 and own cost lines, euro per etmaal.
        beroepskrachten: bouwsteen 1–4 together.
        directe_kosten: all of `regels` together.
        uurkosten: an hour of the gedragswetenschapper, euro.
        deel_van_tarief: the fractions of bouwsteen 8 and 10 and the own ones whose base is the tariff.
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
    verschillend = cast("Rekenwijze", _AndersGenoemd.bij(opbouw, wijze)) if opbouw.per_zorgzwaarte else wijze
    samen: _Gedeeld | None = None
    bedragen = {}
    for zwaarte in ZORGZWAARTES:
        eigen = opbouw.voor(zwaarte)
        if eigen is not opbouw:
            gedeeld = _gedeeld(eigen, wijze.onder(zwaarte))
        else:
            gedeeld = samen = samen or _gedeeld(opbouw, wijze)
        bedragen[zwaarte] = _zwaarte(eigen, zwaarte, gedeeld, verschillend)
    return bedragen


def _gedeeld(opbouw: Opbouw, wijze: Rekenwijze) -> _Gedeeld:
    huis = opbouw.gezinshuis.maten(wijze.onder("gezinshuis"))
    regels = {sleutel: _per_etmaal(opbouw, sleutel, huis, wijze) for sleutel in KOSTENBLOKKEN}
    if opbouw.eigen_posten:
        regels["eigen_posten"] = _eigen_posten(opbouw, huis, wijze)
    samen = wijze.onder("gedeeld")
    beroepskrachten = _som([regels[sleutel] for sleutel in KOSTENBLOKKEN[:4]])
    gelieerd = opbouw.gelieerde_zorgorganisatie
    van_tarief = _som([*delen_over(opbouw, over_tarief, wijze), *opslagen_over(opbouw, "tarief", wijze)])
    van_kostprijs = _som(
        [*delen_over(opbouw, over_kostprijs, wijze), *opslagen_over(opbouw, "integraal", wijze)]
    )
    return _Gedeeld(
        huis,
        regels,
        samen.stap("beroepskrachten", beroepskrachten, Eenheid.EURO_PER_ETMAAL),
        samen.stap("directe_kosten", _som([*regels.values()]), Eenheid.EURO_PER_ETMAAL),
        opbouw.gedragswetenschapper.uurkosten(wijze.onder("gedragswetenschapper")),
        samen.stap("deel_van_tarief", van_tarief, Eenheid.FRACTIE),
        samen.stap("deel_van_kostprijs", van_kostprijs, Eenheid.FRACTIE),
        gelieerd.vast_per_etmaal(huis, wijze.onder("gelieerde_zorgorganisatie")) if gelieerd else None,
    )


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
    """Add what differs per zorgzwaarte: 11, then 7 over its base, 9 over the cost, and 8 and 10.

    Own percentages count from where their base is complete.
    """
    deel = wijze.onder(zwaarte)
    opslagen = _Opslagen(opbouw.eigen_opslagen, deel)

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
    vroeg = opslagen.over("in_kostprijs", {"beroepskrachten": beroepskrachten, "directe_kosten": direct})
    kostprijs = deel.stap("kostprijs", _som([direct, b7, *vroeg]), Eenheid.EURO_PER_ETMAAL)
    vaste_kosten = deel.stap(
        "vaste_kosten", kostprijs - gedeeld.regels["verzorgingskosten"], Eenheid.EURO_PER_ETMAAL
    )
    b9 = regel("leegstand", opbouw.leegstand.per_etmaal(kostprijs, vaste_kosten, deel.onder("leegstand")))
    laat = opslagen.over("in_integraal", {"kostprijs": kostprijs})
    integraal = deel.stap("integraal", _som([kostprijs, b9, *laat]), Eenheid.EURO_PER_ETMAAL)
    tarief, b8 = _tarief(opbouw, integraal, gedeeld, deel)
    opslagen.over("in_tarief", {"integraal": integraal, "tarief": tarief})
    b10 = opbouw.winst_marge.per_etmaal(tarief, integraal, deel.onder("winst_marge"))
    verschillend = {
        "overhead": b7,
        "gelieerde_zorgorganisatie": regel("gelieerde_zorgorganisatie", b8),
        "leegstand": b9,
        "winst_marge": regel("winst_marge", b10),
        "zorgzwaarte": b11,
    }
    if opbouw.eigen_opslagen:
        verschillend["eigen_opslagen"] = regel("eigen_opslagen", _som(opslagen.bedragen))
    alle = {**gedeeld.regels, **verschillend}
    volgorde = (*ALLE, *(sleutel for sleutel in alle if sleutel not in ALLE))
    onafgerond = {sleutel: alle[sleutel] for sleutel in volgorde}
    afgerond, totaal = _afgerond(onafgerond, wijze.onder("uitkomst").onder(zwaarte))
    return Bedragen(onafgerond, afgerond, kostprijs, integraal, tarief, totaal)


class _Opslagen:
    """The own percentages of one zorgzwaarte; `bedragen` are what those that were met come to, euro per etmaal."""

    def __init__(self, opslagen: Sequence[EigenOpslag], deel: Rekenwijze) -> None:
        self._opslagen, self._deel = opslagen, deel
        self.bedragen: list[Decimal] = []

    def over(self, naam: str, grondslagen: Mapping[str, Decimal]) -> list[Decimal]:
        """Return what the percentages over these bases come to; none of them is in another's base."""
        nieuw = []
        for plek, opslag in enumerate(self._opslagen):
            if opslag.telt_mee(grondslagen):
                deel = self._deel.onder(f"eigen_opslagen[{plek}]")
                bedrag = opslag.per_etmaal(grondslagen, deel)
                nieuw.append(deel.stap(naam, bedrag, Eenheid.EURO_PER_ETMAAL))
        self.bedragen += nieuw
        return nieuw


class _AndersGenoemd:
    """A reading in which no step is called like the input it may stand beside: `hoog.leegstand.grondslag`."""

    def __init__(
        self, wijze: Rekenwijze, invoer: Collection[str], stappen: Collection[str], pad: str
    ) -> None:
        self._wijze, self._invoer, self._stappen, self._pad = wijze, invoer, stappen, pad

    @classmethod
    def bij(cls, opbouw: Opbouw, wijze: Rekenwijze) -> _AndersGenoemd:
        """Return a reading as it names the steps of an opbouw, those of components of one's own too."""
        eigen = ((plek, getattr(deel, "definitie", None)) for plek, _, deel in eigen_delen(opbouw))
        stappen = {f"{plek}.{naam}" for plek, definitie in eigen if definitie for naam in definitie.stappen}
        return cls(wijze, plat(opbouw).keys(), stappen, "")

    def __getattr__(self, naam: str) -> Any:  # noqa: ANN401 (whatever the reading has)
        return getattr(self._wijze, naam)

    def onder(self, naam: str) -> _AndersGenoemd:
        """Return this reading for a part."""
        return _AndersGenoemd(self._wijze.onder(naam), self._invoer, self._stappen, f"{self._pad}{naam}.")

    def stap(self, naam: str, waarde: Decimal | int, eenheid: Eenheid) -> Decimal:
        """Give the step its name, or the name it has here."""
        _, sleutel = zwaarte_in(f"{self._pad}{naam}")
        anders = sleutel
        while anders in self._invoer or (anders != sleutel and anders in self._stappen):
            anders += _ANDERS
        return self._wijze.stap(naam + anders.removeprefix(sleutel), waarde, eenheid)


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
