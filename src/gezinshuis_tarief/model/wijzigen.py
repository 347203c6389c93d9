"""Changed copies: new values by dotted key, and what stands behind values that change."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, naaste, verzameld
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.onderbouwing import AANNAME, Onderbouwing, Status, Wijzigingsbron
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    Pad,
    bezwaren_onder,
    bladeren,
    hoort_bij,
    namen_in,
    pad_van,
    plat,
    sleutel_van_pad,
    zwaarte_in,
)
from gezinshuis_tarief.model.bronnen import alleen_reden, als_voorstel, bronnen_bij, lees_wijzigingsbron

_M = TypeVar("_M", bound=BaseModel)


def gezet(boom: _M, waarden: Mapping[str, object]) -> _M:
    """Return a copy with other values or whole parts at keys, each part through its own door.

    A key with a zorgzwaarte before it gives that zorgzwaarte a value of its own.

    Raises:
        InvoerFout: with every objection: unknown keys, a part and a value in it at once, refused values.
    """
    nieuw: dict[str | int, Any] = {}
    bezwaren: list[Bezwaar] = []
    anders = {zwaarte: dict(deel) for zwaarte, deel in getattr(boom, PER_ZORGZWAARTE, {}).items()}
    kent_zwaarten, per_zwaarte = PER_ZORGZWAARTE in namen_in(type(boom)), False
    for sleutel, waarde in waarden.items():
        zwaarte, rest = zwaarte_in(sleutel) if kent_zwaarten and isinstance(sleutel, str) else (None, sleutel)
        if zwaarte:
            per_zwaarte = True
            anders.setdefault(zwaarte, {})[rest] = waarde
            continue
        pad = pad_van(sleutel) if isinstance(sleutel, str) else (toon_waarde(sleutel),)
        if bezwaar := _onbekend(boom, sleutel_van_pad(pad), pad) or _hang_op(nieuw, sleutel, pad, waarde):
            bezwaren.append(bezwaar)
    if per_zwaarte and (bezwaar := _hang_op(nieuw, PER_ZORGZWAARTE, (PER_ZORGZWAARTE,), anders)):
        bezwaren.append(bezwaar)
    herbouwd: _M = _herbouw(boom, nieuw, (), bezwaren)
    eis_geen(bezwaren)
    return herbouwd


class _Nieuw(NamedTuple):
    """A new value at the end of a key; anything may be one, also a dict."""

    waarde: object


def _hang_op(boom: dict[str | int, Any], sleutel: str, pad: Pad, waarde: object) -> Bezwaar | None:
    """Put a new value in the tree of changes; return an objection when a part and a value in it both change."""
    tak: Any = boom
    for deel in pad[:-1]:
        tak = tak.setdefault(deel, {})
        if isinstance(tak, _Nieuw):
            break
    if isinstance(tak, _Nieuw) or pad[-1] in tak:
        remedie = "Geef het hele deel, of losse waarden daarin, niet allebei."
        return Bezwaar(sleutel, "wijzigt samen met het deel waar het in staat", remedie=remedie)
    tak[pad[-1]] = _Nieuw(waarde)
    return None


def _onbekend(boom: BaseModel, sleutel: str, pad: Pad) -> Bezwaar | None:
    """Return an objection when a key leads nowhere."""
    plek: Any = boom
    for deel in pad:
        if isinstance(plek, tuple) and isinstance(deel, int) and deel < len(plek):
            plek = plek[deel]
        elif isinstance(plek, BaseModel) and deel in namen_in(type(plek)):
            plek = getattr(plek, str(deel))
        elif plek is None:
            remedie = "Geef het hele deel, met al zijn waarden."
            return Bezwaar(sleutel, "hoort bij een deel dat afwezig is", remedie=remedie)
        else:
            bekend = [blad for blad, _, _ in bladeren(boom)]
            return Bezwaar(sleutel, "is geen bekende sleutel", remedie=naaste(sleutel, bekend))
    return None if pad else Bezwaar(sleutel, "is geen sleutel")


def _herbouw(plek: Any, boom: Mapping[str | int, Any], pad: Pad, bezwaren: list[Bezwaar]) -> Any:  # noqa: ANN401 (a component or a tuple of them)
    """Rebuild a component with the changes below it, through its own validation.

    What is refused is noted and stays as it was, so that the rest is looked at too; rules between values are not, then.
    """
    is_lijst = isinstance(plek, tuple)
    delen: dict[Any, Any] = (
        dict(enumerate(plek)) if is_lijst else {naam: getattr(plek, naam) for naam in namen_in(type(plek))}
    )
    eerder = len(bezwaren)
    for deel, tak in boom.items():
        heel = isinstance(tak, _Nieuw)
        delen[deel] = tak.waarde if heel else _herbouw(delen[deel], tak, (*pad, deel), bezwaren)
    if is_lijst:
        return tuple(delen.values())
    regels = {sleutel_van_pad((*pad, eis.sleutel(plek))) for eis in plek.eisen}
    regels = regels if len(bezwaren) > eerder else set()
    try:
        return type(plek)(**delen)
    except InvoerFout as fout:
        bezwaren += [bezwaar for bezwaar in bezwaren_onder(pad, fout) if bezwaar.sleutel not in regels]
        return plek


def gewijzigd(
    opbouw: _M,
    steun: Mapping[str, Onderbouwing],
    wijzigingen: Mapping[str, object],
    brengt: Mapping[str, object],
    bronnen: Mapping[str, Mapping[str, object]],
) -> tuple[_M, dict[str, Onderbouwing]]:
    """Return a copy with other values, and what stands behind the values then.

    Args:
        opbouw: the values before, without what stands behind them.
        steun: what stands behind them.
        wijzigingen: the new values or whole parts, by key.
        brengt: what the change brings along.
        bronnen: the same per key.

    Raises:
        InvoerFout: with every objection: unknown keys, refused values, sources that are none, and *vast* values
            that change without a reason. What is refused is left out while looking for the others.
    """
    eis_soort("wijzigingen", wijzigingen, Mapping)
    eis_soort("bronnen", bronnen, Mapping)
    bezwaren: list[Bezwaar] = []
    bron = alleen_reden(brengt)
    with verzameld(bezwaren):
        bron = lees_wijzigingsbron(brengt)
    nieuw = opbouw
    with verzameld(bezwaren):
        nieuw = gezet(opbouw, wijzigingen)
    if nieuw is opbouw and bezwaren:
        with suppress(InvoerFout):
            nieuw = gezet(opbouw, _zonder(wijzigingen, bezwaren))
    wordt = plat(nieuw)
    meegebracht = getattr(nieuw, "onderbouwing", {})
    bestaand = {sleutel: deel for sleutel, deel in steun.items() if sleutel not in meegebracht}
    was, bestaand = als_voorstel(opbouw, wordt, bestaand)
    bij = bronnen_bij({**was, **wordt}, wijzigingen, bron, bronnen, bezwaren)
    onderbouwing = _bijgewerkt(was, wordt, bestaand, bij, bezwaren)
    eis_geen(bezwaren)
    return nieuw, onderbouwing | meegebracht


def _zonder(wijzigingen: Mapping[str, object], bezwaren: Collection[Bezwaar]) -> dict[str, object]:
    """Return the changes that nothing was objected to."""
    return {
        sleutel: waarde
        for sleutel, waarde in wijzigingen.items()
        if isinstance(sleutel, str)
        and not any(hoort_bij(b.sleutel, sleutel) or hoort_bij(sleutel, b.sleutel) for b in bezwaren)
    }


def _bijgewerkt(
    was: Mapping[str, object],
    wordt: Mapping[str, object],
    steun: Mapping[str, Onderbouwing],
    bronnen: Mapping[str, Wijzigingsbron],
    bezwaren: list[Bezwaar],
) -> dict[str, Onderbouwing]:
    """Carry the support over: kept where a value stayed, replaced by what the change brings where it did not.

    Args:
        was: every value before, by key.
        wordt: every value after, by key.
        steun: what stood behind the values before.
        bronnen: what the changes bring, by the key of each value that was named.
        bezwaren: gets an objection for each *vast* value that changes without a reason.
    """
    onderbouwing: dict[str, Onderbouwing] = {}
    for sleutel in {**wordt, **steun}:
        bestaand, nieuw = steun.get(sleutel), bronnen.get(sleutel, _NIETS)
        gelijk = sleutel in wordt and sleutel in was and wordt[sleutel] == was[sleutel]
        if bestaand and not gelijk and bestaand.status is Status.VAST and not nieuw.reden:
            remedie = f'Geef een reden als u ervan afwijkt: met(…, reden="…"). Bron: {bestaand.bron}.'
            bezwaren.append(Bezwaar(sleutel, "is vast", gevonden=toon_waarde(was[sleutel]), remedie=remedie))
        elif sleutel not in wordt:
            continue
        elif bestaand and gelijk and nieuw.bron is None:
            onderbouwing[sleutel] = bestaand
        elif bestaand and gelijk:
            onderbouwing[sleutel] = nieuw.onderbouwing(bestaand.status, afwijking=bestaand.afwijking)
        elif bestaand:
            onderbouwing[sleutel] = na_wijziging(bestaand, was[sleutel], wordt[sleutel], nieuw)
        elif sleutel in was and not gelijk and nieuw != _NIETS:
            onderbouwing[sleutel] = na_wijziging(AANNAME, was[sleutel], wordt[sleutel], nieuw)
        elif nieuw.bron or nieuw.toelichting or nieuw.herkomst:
            onderbouwing[sleutel] = nieuw.onderbouwing(Status.OPEN)
    return onderbouwing


_NIETS = Wijzigingsbron()


def na_wijziging(bestaand: Onderbouwing, was: object, wordt: object, nieuw: Wijzigingsbron) -> Onderbouwing:
    """Return what stands behind a value that changed; see `Onderbouwing.bij_wijziging`."""
    return bestaand.bij_wijziging(_als_tekst(was), _als_tekst(wordt), nieuw)


def _als_tekst(waarde: object) -> str:
    """Write a value as a record keeps it: one text per number, however many zeros it was typed with."""
    if isinstance(waarde, Decimal):
        waarde = waarde.normalize() if waarde else Decimal(0)
    return toon_waarde(waarde).strip('"')
