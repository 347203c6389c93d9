"""The percentage of one year: weighted, with the catch-up of the year before, rounded as published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final

from gezinshuis_tarief.indexatie.afspraak import AARDEN, Aard, Gewichten, Indexafspraak, Nacalculatie
from gezinshuis_tarief.indexatie.cijfers import EigenCijfer, Indexstand, als_set
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.eigen.cijferset import in_gebruik
from gezinshuis_tarief.referentie.indexen import indexcijfer
from gezinshuis_tarief.referentie.meldingen import zoek_alle

_HONDERD: Final = Decimal(100)
_STAP: Final = Decimal("0.01")


def _rond_procent(procent: Decimal) -> Decimal:
    """Round a percentage half up to two decimals, as VNG publishes it."""
    return procent.quantize(_STAP, ROUND_HALF_UP, CONTEXT)


def als_procent(procent: Decimal) -> str:
    """Write a percentage in Dutch with the digits it has, without zeros at its end."""
    return f"{nederlands(procent.normalize() if procent else Decimal(0))}%"


@dataclass(frozen=True, slots=True)
class Indexpost:
    """What one index series adds: its weight, its figure for the year, and both figures of the year before.

    `vorig` is (provisional, definitive); None without a catch-up. `inhaal` is the catch-up of this series
    in percent, before weighting; rounded to two decimals with the quotient method.
    """

    aard: Aard
    gewicht: Decimal
    cijfer: Cijfer
    vorig: tuple[Cijfer, Cijfer] | None
    inhaal: Decimal


@dataclass(frozen=True, slots=True)
class Jaarindex:
    """The percentage by which a price rises in a year, and how it came about.

    Attributes:
        jaar: the year the percentage is for.
        stand: whether the figures of that year are provisional or definitive.
        afspraak: the agreement it was computed by.
        posten: what each index series adds.
        gewogen: the weighted percentage of the year itself.
        inhaal: the weighted catch-up of the year before.
        procent: the percentage to apply, two decimals.
    """

    jaar: int
    stand: Indexstand
    afspraak: Indexafspraak
    posten: tuple[Indexpost, ...]
    gewogen: Decimal
    inhaal: Decimal
    procent: Decimal

    @property
    def factor(self) -> Decimal:
        """What an amount is multiplied by."""
        return 1 + self.procent / _HONDERD

    def uitleg(self) -> str:
        """Say in Dutch which figures were used and how they were put together."""
        regels = [f"Index {self.jaar} ({self.stand}): {nederlands(self.procent, 2)}%"]
        for post in self.posten:
            regels.append(
                f"  · {post.aard} {als_procent(post.gewicht * 100)} × {post.cijfer.naam} {self.jaar} "
                f"{post.cijfer.stand} {als_procent(post.cijfer.waarde)} ({post.cijfer.bron})"
            )
            if post.vorig:
                regels.append(_inhaal_tekst(post, *post.vorig, self.afspraak.nacalculatie))
        vast = 1 - sum((post.gewicht for post in self.posten), Decimal(0))
        if vast:
            regels.append(f"  · vast {als_procent(vast * 100)}: wordt niet geïndexeerd")
        regels.append(f"  = gewogen {als_procent(self.gewogen)} voor {self.jaar}{self._slot()}")
        return "\n".join(regels)

    def _slot(self) -> str:
        if self.afspraak.nacalculatie == "geen" or not any(post.vorig for post in self.posten):
            return f", zonder inhaal over {self.jaar - 1}; afgerond {nederlands(self.procent, 2)}%"
        hoe = "opgeteld" if self.afspraak.samenvoeging == "optellen" else "met elkaar vermenigvuldigd"
        return f" en inhaal {als_procent(self.inhaal)} over {self.jaar - 1}, {hoe}: {nederlands(self.procent, 2)}%"


def _inhaal_tekst(post: Indexpost, voorlopig: Cijfer, definitief: Cijfer, methode: Nacalculatie) -> str:
    eerst, later = als_procent(voorlopig.waarde), als_procent(definitief.waarde)
    if methode == "verschil":
        som = f"definitief {later} − voorlopig {eerst}"
    else:
        som = f"(1 + {later}) / (1 + {eerst}) − 1, afgerond"
    return f"    inhaal {voorlopig.geldig_vanaf.year}: {som} = {als_procent(post.inhaal)} ({definitief.bron})"


def jaarindex(  # noqa: PLR0913 (all but the first by name)
    jaar: int,
    *,
    afspraak: Indexafspraak | None = None,
    gewichten: Gewichten | None = None,
    stand: Indexstand = "voorlopig",
    met_inhaal: bool = True,
    eigen: Sequence[EigenCijfer] = (),
) -> Jaarindex:
    """Compute the percentage of one year.

    Args:
        jaar: the year.
        afspraak: the agreement; what VNG advises when left out.
        gewichten: weights in place of those of the agreement.
        stand: take the provisional or the definitive figures of the year itself.
        met_inhaal: False when the price that is indexed was not itself indexed by a provisional figure.
        eigen: own figures; they go before those of sets in use and of the library.

    Raises:
        OnbekendCijfer: figures are not known; names all of them, with what is known nearby.
    """
    afspraak = afspraak or Indexafspraak()
    gewichten = gewichten or afspraak.gewichten
    inhalen = met_inhaal and afspraak.nacalculatie != "geen"
    aarden = [aard for aard in AARDEN if gewichten.voor(aard)]
    jaren = [(jaar, stand), *([(jaar - 1, "voorlopig"), (jaar - 1, "definitief")] if inhalen else [])]
    with in_gebruik(als_set(eigen)):
        cijfers = zoek_alle(
            partial(indexcijfer, afspraak.reeks(aard), *welk) for aard in aarden for welk in jaren
        )
    posten = tuple(
        _post(aard, gewichten.voor(aard), cijfers[plek * len(jaren) : (plek + 1) * len(jaren)], afspraak)
        for plek, aard in enumerate(aarden)
    )
    gewogen = sum((post.gewicht * post.cijfer.waarde for post in posten), Decimal(0))
    inhaal = sum((post.gewicht * post.inhaal for post in posten), Decimal(0))
    if afspraak.nacalculatie == "quotient":
        gewogen, inhaal = _rond_procent(gewogen), _rond_procent(inhaal)
    return Jaarindex(jaar, stand, afspraak, posten, gewogen, inhaal, _samen(gewogen, inhaal, afspraak))


def _samen(gewogen: Decimal, inhaal: Decimal, afspraak: Indexafspraak) -> Decimal:
    samen = gewogen + inhaal
    if afspraak.samenvoeging == "samengesteld":
        samen += gewogen * inhaal / _HONDERD
    return _rond_procent(samen)


def _post(aard: Aard, gewicht: Decimal, cijfers: Sequence[Cijfer], afspraak: Indexafspraak) -> Indexpost:
    """Put the figures of one series together: that of the year, and with a catch-up both of the year before."""
    if len(cijfers) == 1:
        return Indexpost(aard, gewicht, cijfers[0], None, Decimal(0))
    cijfer, voorlopig, definitief = cijfers
    inhaal = _inhaal(voorlopig.waarde, definitief.waarde, afspraak.nacalculatie)
    return Indexpost(aard, gewicht, cijfer, (voorlopig, definitief), inhaal)


def _inhaal(voorlopig: Decimal, definitief: Decimal, methode: Nacalculatie) -> Decimal:
    """Return the catch-up of one series in percent."""
    if methode == "verschil":
        return definitief - voorlopig
    return _rond_procent(((_HONDERD + definitief) / (_HONDERD + voorlopig) - 1) * _HONDERD)
