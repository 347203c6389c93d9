"""Changed copies: new values by dotted key, and what stands behind values that change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, naaste
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing, Status
from gezinshuis_tarief.kern.sleutels import Pad, bezwaren_onder, bladeren, namen_in, pad_van

_M = TypeVar("_M", bound=BaseModel)


def gezet(boom: _M, waarden: Mapping[str, object]) -> _M:
    """Return a copy with other values or whole parts at keys, each part through its own door.

    Raises:
        InvoerFout: with every objection: unknown keys, a part and a value in it at once, refused values.
    """
    nieuw: dict[str | int, Any] = {}
    bezwaren = []
    for sleutel, waarde in waarden.items():
        pad = pad_van(sleutel)
        if bezwaar := _onbekend(boom, sleutel, pad) or _hang_op(nieuw, sleutel, pad, waarde):
            bezwaren.append(bezwaar)
    eis_geen(bezwaren)
    herbouwd: _M = _herbouw(boom, nieuw)
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


def _herbouw(plek: Any, boom: Mapping[str | int, Any]) -> Any:  # noqa: ANN401 (a component or a tuple of them)
    """Rebuild a component with the changes below it, through its own validation."""
    is_lijst = isinstance(plek, tuple)
    delen: dict[Any, Any] = (
        dict(enumerate(plek)) if is_lijst else {naam: getattr(plek, naam) for naam in namen_in(type(plek))}
    )
    bezwaren: list[Bezwaar] = []
    for deel, tak in boom.items():
        try:
            delen[deel] = tak.waarde if isinstance(tak, _Nieuw) else _herbouw(delen[deel], tak)
        except InvoerFout as fout:
            bezwaren += bezwaren_onder([deel], fout)
    eis_geen(bezwaren)
    return tuple(delen.values()) if is_lijst else type(plek)(**delen)


def bijgewerkt(
    was: Mapping[str, object],
    wordt: Mapping[str, object],
    steun: Mapping[str, Onderbouwing],
    reden: str | None,
) -> dict[str, Onderbouwing]:
    """Carry the support over: kept where a value stayed, recorded where it changed.

    Args:
        was: every value before, by key.
        wordt: every value after, by key.
        steun: what stood behind the values before.
        reden: why they change; required for a *vast* one.

    Raises:
        InvoerFout: for each *vast* value that changes without a reason.
    """
    onderbouwing = {}
    bezwaren = []
    for sleutel, bestaand in steun.items():
        gelijk = sleutel in wordt and wordt[sleutel] == was[sleutel]
        if not gelijk and bestaand.status is Status.VAST and not reden:
            remedie = f'Geef een reden als u ervan afwijkt: met(…, reden="…"). Bron: {bestaand.bron}.'
            bezwaren.append(Bezwaar(sleutel, "is vast", gevonden=toon_waarde(was[sleutel]), remedie=remedie))
        elif gelijk:
            onderbouwing[sleutel] = bestaand
        elif sleutel in wordt:
            onderbouwing[sleutel] = na_wijziging(bestaand, was[sleutel], reden)
    eis_geen(bezwaren)
    return onderbouwing


def na_wijziging(bestaand: Onderbouwing, was: object, reden: str | None) -> Onderbouwing:
    """An open value without a source is simply another aanname; anything else remembers what it was."""
    if bestaand.status is Status.OPEN and bestaand.bron is None and reden is None:
        return bestaand
    return bestaand.afgeweken(toon_waarde(was).strip('"'), reden)
