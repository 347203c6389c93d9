"""A year with events, month by month: a child that needs less care, an empty place, a child away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from gezinshuis_tarief.componenten.loonkosten import MAANDEN
from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, uit_extra
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.weergave import als_tekst, html_tabel, tabel

if TYPE_CHECKING:
    import pandas as pd

_NUL: Final = Decimal(0)
_BEHALVE_FEBRUARI: Final = 337
_MAANDDAGEN: Final = (31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_KOPPEN: Final = ("maand", "dagen", "bezette plaatsen", "opbrengst", "kosten", "resultaat")


@dataclass(frozen=True, slots=True)
class Wisseling:
    """From this month the child on this place (1…G) has another zorgzwaarte, and stays in the same house."""

    plaats: int
    maand: int
    zorgzwaarte: Zorgzwaarte


@dataclass(frozen=True, slots=True)
class Leegte:
    """This place stands empty from the one month up to and including the other."""

    plaats: int
    van: int
    tot_en_met: int


@dataclass(frozen=True, slots=True)
class Afwezigheid:
    """The child is away for some days of a month; `vergoed` when those days are paid for."""

    plaats: int
    maand: int
    dagen: int
    vergoed: bool


Gebeurtenis: TypeAlias = Wisseling | Leegte | Afwezigheid


@dataclass(frozen=True, slots=True)
class Maand:
    """One month: how many places had a child, what came in and what went out, euro."""

    maand: int
    dagen: int
    bezet: int
    opbrengst: Decimal
    kosten: Decimal

    @property
    def resultaat(self) -> Decimal:
        """What is left."""
        return self.opbrengst - self.kosten


@dataclass(frozen=True, slots=True)
class Jaarverloop:
    """Twelve months of a house."""

    maanden: tuple[Maand, ...]

    @property
    def resultaat(self) -> Decimal:
        """What is left of the year."""
        return sum((maand.resultaat for maand in self.maanden), _NUL)

    def naar_frame(self) -> pd.DataFrame:
        """Return a row per month; amounts as float."""
        with uit_extra():
            import pandas as pd  # noqa: PLC0415 (loaded only when used)

        rijen = [
            (m.maand, m.dagen, m.bezet, float(m.opbrengst), float(m.kosten), float(m.resultaat))
            for m in self.maanden
        ]
        kolommen = ["maand", "dagen", "bezet", "opbrengst", "kosten", "resultaat"]
        return pd.DataFrame(rijen, columns=kolommen).set_index("maand")

    def _tekstrijen(self) -> list[list[str]]:
        def rij(naam: str, dagen: int, bezet: str, *bedragen: Decimal) -> list[str]:
            return [naam, str(dagen), bezet, *(nederlands(bedrag, 2) for bedrag in bedragen)]

        rijen = [
            rij(str(m.maand), m.dagen, str(m.bezet), m.opbrengst, m.kosten, m.resultaat) for m in self.maanden
        ]
        opbrengst = sum((m.opbrengst for m in self.maanden), _NUL)
        kosten = sum((m.kosten for m in self.maanden), _NUL)
        dagen = sum(m.dagen for m in self.maanden)
        return [*rijen, rij("jaar", dagen, "", opbrengst, kosten, self.resultaat)]

    def __str__(self) -> str:
        return als_tekst("Jaar per maand, in euro", tabel(_KOPPEN, self._tekstrijen(), totaal=True))

    def _repr_html_(self) -> str:
        return html_tabel(_KOPPEN, self._tekstrijen())


def jaarverloop(
    exploitatie: Exploitatie, *gebeurtenissen: Gebeurtenis, kosten_lopen_door: int = 0
) -> Jaarverloop:
    """Play a year with events.

    Args:
        exploitatie: the house; its places are numbered 1…G in the order laag, midden, hoog.
        gebeurtenissen: what happens; nothing is a full year.
        kosten_lopen_door: months in which the hours of the old zorgzwaarte are still paid after a change.

    Returns:
        Twelve months. The hours of bouwsteen 11 follow the zorgzwaarte of the child; an empty place keeps the
        cost of the zorgzwaarte it last had, without verzorgingskosten; so does a place whose child is away.

    Raises:
        InvoerFout: a place or month that does not exist, or more days away than the month has.
    """
    eis_soort("exploitatie", exploitatie, Exploitatie)
    for gebeurtenis in gebeurtenissen:
        eis_soort("gebeurtenissen", gebeurtenis, Wisseling, Leegte, Afwezigheid)
    lengtes = tuple(dagen or exploitatie.dagen_per_jaar - _BEHALVE_FEBRUARI for dagen in _MAANDDAGEN)
    bezwaren: list[Bezwaar] = []
    for gebeurtenis in gebeurtenissen:
        bezwaren += _bezwaren(gebeurtenis, len(exploitatie.plaatsen))
    bezwaren += _botsingen(gebeurtenissen, lengtes)
    if kosten_lopen_door < 0:
        gevonden = str(kosten_lopen_door)
        bezwaren.append(
            Bezwaar("kosten_lopen_door", "is negatief", gevonden=gevonden, toegestaan="0 of meer maanden")
        )
    eis_geen(bezwaren)
    return Jaarverloop(
        tuple(
            _maand(exploitatie, maand, lengtes[maand - 1], gebeurtenissen, kosten_lopen_door)
            for maand in range(1, MAANDEN + 1)
        )
    )


def _maand(
    exploitatie: Exploitatie,
    maand: int,
    dagen: int,
    gebeurtenissen: tuple[Gebeurtenis, ...],
    kosten_lopen_door: int,
) -> Maand:
    bezet, opbrengst, kosten = 0, _NUL, _NUL
    for plaats, begin in enumerate(exploitatie.plaatsen, 1):
        eigen = [g for g in gebeurtenissen if g.plaats == plaats]
        betaald = exploitatie.dagen[_zwaarte(begin, eigen, maand)]
        bekostigd = exploitatie.dagen[_zwaarte(begin, eigen, maand - kosten_lopen_door)]
        kosten += (bekostigd.doorlopend + bekostigd.vaste_vergoeding) * dagen
        if any(isinstance(g, Leegte) and g.van <= maand <= g.tot_en_met for g in eigen):
            continue
        bezet += 1
        weg = [g for g in eigen if isinstance(g, Afwezigheid) and g.maand == maand]
        betaalde_dagen = dagen - sum(g.dagen for g in weg if not g.vergoed)
        opbrengst += betaald.tarief * betaalde_dagen
        kosten += betaald.vergoeding * betaalde_dagen
        kosten += betaald.vertering * (dagen - sum(g.dagen for g in weg))
    return Maand(maand, dagen, bezet, opbrengst, kosten)


def _zwaarte(begin: Zorgzwaarte, eigen: list[Gebeurtenis], maand: int) -> Zorgzwaarte:
    """Return the zorgzwaarte of a place in a month, after the changes up to then."""
    wisselingen = [g for g in eigen if isinstance(g, Wisseling) and g.maand <= maand]
    return max(wisselingen, key=lambda g: g.maand).zorgzwaarte if wisselingen else begin


def _bezwaren(gebeurtenis: Gebeurtenis, plaatsen: int) -> Iterator[Bezwaar]:
    naam = type(gebeurtenis).__name__
    if not 1 <= gebeurtenis.plaats <= plaatsen:
        yield Bezwaar(
            f"{naam}.plaats",
            "is geen plaats van dit huis",
            gevonden=str(gebeurtenis.plaats),
            toegestaan=f"1 tot en met {plaatsen}",
        )
    match gebeurtenis:
        case Leegte():
            goed = 1 <= gebeurtenis.van <= gebeurtenis.tot_en_met <= MAANDEN
            gevonden = f"{gebeurtenis.van} tot en met {gebeurtenis.tot_en_met}"
        case _:
            goed, gevonden = 1 <= gebeurtenis.maand <= MAANDEN, str(gebeurtenis.maand)
    if not goed:
        yield Bezwaar(
            f"{naam}.maand", "past niet in een jaar", gevonden=gevonden, toegestaan="1 tot en met 12"
        )
    elif isinstance(gebeurtenis, Wisseling) and gebeurtenis.zorgzwaarte not in ZORGZWAARTES:
        yield Bezwaar(
            f"{naam}.zorgzwaarte",
            "is geen keuze",
            gevonden=gebeurtenis.zorgzwaarte,
            toegestaan=", ".join(ZORGZWAARTES),
        )
    elif isinstance(gebeurtenis, Afwezigheid) and gebeurtenis.dagen < 0:
        yield Bezwaar(
            f"{naam}.dagen", "is negatief", gevonden=str(gebeurtenis.dagen), toegestaan="0 of meer dagen"
        )


def _botsingen(gebeurtenissen: tuple[Gebeurtenis, ...], lengtes: tuple[int, ...]) -> Iterator[Bezwaar]:
    """Yield events that cannot both be true."""
    wisselingen = [(g.plaats, g.maand) for g in gebeurtenissen if isinstance(g, Wisseling)]
    if len(set(wisselingen)) < len(wisselingen):
        yield Bezwaar("Wisseling", "staat twee keer op dezelfde plaats in dezelfde maand")
    leeg: set[tuple[int, int]] = set()
    weg: Counter[tuple[int, int]] = Counter()
    for g in gebeurtenissen:
        if isinstance(g, Leegte):
            leeg |= {(g.plaats, maand) for maand in range(g.van, g.tot_en_met + 1)}
        elif isinstance(g, Afwezigheid):
            weg[g.plaats, g.maand] += g.dagen
    for (plaats, maand), dagen in weg.items():
        plek = f"plaats {plaats}, maand {maand}"
        if (plaats, maand) in leeg:
            yield Bezwaar("Afwezigheid", "valt in een maand waarin de plaats leeg staat", gevonden=plek)
        elif 1 <= maand <= MAANDEN and dagen > lengtes[maand - 1]:
            yield Bezwaar(
                "Afwezigheid",
                "telt samen te veel dagen",
                gevonden=plek,
                toegestaan=f"hoogstens {lengtes[maand - 1]}",
            )
