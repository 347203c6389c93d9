"""From two opbouwen to the lines of their difference: mixtures, shares, cents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from gezinshuis_tarief.kern.geld import CENT, CONTEXT
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.verschillen import Sleutelverschil
from gezinshuis_tarief.rekenwijzen.mengsels import EENHEID_VAN_TELLEN, tarieven
from gezinshuis_tarief.rekenwijzen.mengseltabel import Mengseltabel
from gezinshuis_tarief.uitkomst.tonen import omschrijving_van, titel_van
from gezinshuis_tarief.verschil.bijdrage import Bijdrage
from gezinshuis_tarief.verschil.groepen import Sleutelgroep, groepen, knopen
from gezinshuis_tarief.verschil.shapley import binnen, shapley, verdeel_centen


def regels_van(
    van: Opbouw, naar: Opbouw, lijst: Sequence[Sleutelverschil]
) -> dict[Zorgzwaarte, tuple[Bijdrage, ...]]:
    """Make the lines of each zorgzwaarte, not yet in cents; `lijst` is what differs."""
    per_groep = groepen(van, naar, lijst)
    tarief = naar.bereken()["laag"]
    titels = {
        groep.sleutel: " en ".join(titel_van(tarief, naam) for naam in groep.namen) for groep in per_groep
    }
    tabellen = _mengsels(van, naar, per_groep)
    delen = [_delen(van, naar, per_groep, plek) for plek in range(len(per_groep))]
    regels: dict[Zorgzwaarte, tuple[Bijdrage, ...]] = {}
    for zwaarte in ZORGZWAARTES:
        tabel = tabellen[zwaarte]
        aandelen = enumerate(zip(per_groep, shapley(tabel, len(per_groep)), strict=True))
        hele = [_regel(groep, titels[groep.sleutel], deel, tabel, plek) for plek, (groep, deel) in aandelen]
        regels[zwaarte] = tuple(
            replace(regel, delen=delen[plek][zwaarte] or _enige(van, regel))
            for plek, regel in enumerate(hele)
        )
    return regels


def _delen(
    van: Opbouw, naar: Opbouw, per_groep: Sequence[Sleutelgroep], plek: int
) -> dict[Zorgzwaarte, tuple[Bijdrage, ...]]:
    """Split one group over its keys; the other groups each move as one."""
    anderen = [*per_groep[:plek], *per_groep[plek + 1 :]]
    eigen = knopen(per_groep[plek], len(anderen))
    if len(eigen) == 1:
        return dict.fromkeys(ZORGZWAARTES, ())
    assen = [*anderen, *eigen]
    tabellen = _mengsels(van, naar, assen)
    return {
        zwaarte: tuple(
            _regel(knoop, omschrijving_van(van, knoop.sleutel), deel, tabellen[zwaarte], as_)
            for as_, (knoop, deel) in enumerate(
                zip(eigen, binnen(tabellen[zwaarte], len(assen), len(anderen)), strict=True),
                start=len(anderen),
            )
        )
        for zwaarte in ZORGZWAARTES
    }


def _mengsels(van: Opbouw, naar: Opbouw, per_as: Sequence[Sleutelgroep]) -> dict[str, Mengseltabel]:
    """Return the tariffs of all mixtures, with an axis per group."""
    assen = {wat.sleutel: plek for plek, groep in enumerate(per_as) for wat in groep.wijzigingen}
    heel = [wat.sleutel for groep in per_as for wat in groep.wijzigingen if wat.heel]
    return tarieven(van, naar, assen, heel)


def _regel(groep: Sleutelgroep, titel: str, deel: Fraction, tabel: Mengseltabel, plek: int) -> Bijdrage:
    exact = deel * Fraction(EENHEID_VAN_TELLEN)
    return Bijdrage(groep.sleutel, titel, exact, Decimal(0), *_uitersten(tabel, plek), groep.wijzigingen)


def _enige(opbouw: Opbouw, regel: Bijdrage) -> tuple[Bijdrage, ...]:
    """Return the line of the one key in a bouwsteen; none where the line is not one key."""
    eerste, *rest = regel.wijzigingen
    if rest or eerste.heel:
        return ()
    return (replace(regel, sleutel=eerste.sleutel, titel=omschrijving_van(opbouw, eerste.sleutel)),)


def _uitersten(tabel: Mengseltabel, plek: int) -> tuple[Decimal, Decimal]:
    """Return the effect of an axis when it moves first and when it moves last, in cents."""
    cellen, stap = tabel.cellen, tabel.stap(plek)
    eerst, laatst = cellen[stap] - cellen[0], cellen[-1] - cellen[-1 - stap]
    return _in_centen(eerst), _in_centen(laatst)


def _in_centen(geteld: int) -> Decimal:
    return CONTEXT.multiply(Decimal(geteld), EENHEID_VAN_TELLEN).quantize(CENT, ROUND_HALF_UP)


def in_centen(regels: Sequence[Bijdrage], totaal: Decimal) -> tuple[Bijdrage, ...]:
    """Give the lines their cents, and the lines within each line theirs."""
    centen = verdeel_centen([regel.exact * 100 for regel in regels], int(totaal / CENT))
    return tuple(
        replace(regel, bedrag=bedrag * CENT, delen=in_centen(regel.delen, bedrag * CENT))
        for regel, bedrag in zip(regels, centen, strict=True)
    )
