"""Changed copies: new values by dotted key, and what stands behind values that change."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, eis_geen, naaste
from gezinshuis_tarief.kern.meldingen import bezwaren_uit, toon_waarde
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing, Status, Wijzigingsbron
from gezinshuis_tarief.kern.sleutels import Pad, bezwaren_onder, bladeren, hoort_bij, namen_in, pad_van

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
    bronnen: Mapping[str, Wijzigingsbron],
) -> dict[str, Onderbouwing]:
    """Carry the support over: kept where a value stayed, replaced by what the change brings where it did not.

    Args:
        was: every value before, by key.
        wordt: every value after, by key.
        steun: what stood behind the values before.
        bronnen: what the changes bring, by the key of each value that was named.

    Raises:
        InvoerFout: for each *vast* value that changes without a reason.
    """
    onderbouwing: dict[str, Onderbouwing] = {}
    bezwaren = []
    for sleutel in {**wordt, **steun}:
        bestaand, nieuw = steun.get(sleutel), bronnen.get(sleutel, _NIETS)
        gelijk = sleutel in wordt and sleutel in was and wordt[sleutel] == was[sleutel]
        if bestaand and not gelijk and bestaand.status is Status.VAST and not nieuw.reden:
            remedie = f'Geef een reden als u ervan afwijkt: met(…, reden="…"). Bron: {bestaand.bron}.'
            bezwaren.append(Bezwaar(sleutel, "is vast", gevonden=toon_waarde(was[sleutel]), remedie=remedie))
        elif bestaand and gelijk and nieuw.bron is None:
            onderbouwing[sleutel] = bestaand
        elif bestaand and gelijk:
            onderbouwing[sleutel] = nieuw.onderbouwing(bestaand.status, afwijking=bestaand.afwijking)
        elif bestaand and sleutel in wordt:
            onderbouwing[sleutel] = na_wijziging(bestaand, was[sleutel], wordt[sleutel], nieuw)
        elif nieuw.bron or nieuw.toelichting or nieuw.herkomst:
            onderbouwing[sleutel] = nieuw.onderbouwing(Status.OPEN)
    eis_geen(bezwaren)
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


def lees_wijzigingsbron(delen: Mapping[str, object]) -> Wijzigingsbron:
    """Read what a change brings along.

    Raises:
        InvoerFout: for an unknown word, a day that is none, and so on.
    """
    try:
        return Wijzigingsbron.model_validate(delen)
    except ValidationError as fout:
        raise InvoerFout(bezwaren_uit(fout, Wijzigingsbron)) from None


def bronnen_bij(
    sleutels: Collection[str],
    wijzigingen: Collection[str],
    bron: Wijzigingsbron,
    per_sleutel: Mapping[str, Mapping[str, object]],
) -> dict[str, Wijzigingsbron]:
    """Return what a change brings for every value it names, also those in a part that is named as a whole.

    Args:
        sleutels: the keys of all values after the change.
        wijzigingen: the keys that change.
        bron: what it brings for each of them.
        per_sleutel: what it brings for some of them instead; what is not named there is as in `bron`.

    Raises:
        InvoerFout: for a key that does not change, or a source that is none.
    """
    bezwaren = []
    eigen: dict[str, Wijzigingsbron] = {}
    for sleutel, delen in per_sleutel.items():
        if not any(hoort_bij(sleutel, wijziging) for wijziging in wijzigingen):
            remedie = naaste(sleutel, wijzigingen) or "Noem de sleutel ook bij de wijzigingen."
            bezwaren.append(Bezwaar(f"bronnen.{sleutel}", "hoort bij geen wijziging", remedie=remedie))
            continue
        try:
            eigen[sleutel] = lees_wijzigingsbron(bron.model_dump(exclude_none=True) | dict(delen))
        except InvoerFout as fout:
            bezwaren += [replace(deel, sleutel=f"bronnen.{sleutel}.{deel.sleutel}") for deel in fout.bezwaren]
    eis_geen(bezwaren)
    genoemd = [
        sleutel for sleutel in sleutels if any(hoort_bij(sleutel, wijziging) for wijziging in wijzigingen)
    ]
    return {
        sleutel: next((deel for naam, deel in eigen.items() if hoort_bij(sleutel, naam)), bron)
        for sleutel in genoemd
    }
