"""Inputs that differ for one zorgzwaarte: read through the door of the input they differ from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel
from pydantic_core import InitErrorDetails, ValidationError

from gezinshuis_tarief.kern.eisen import losse_sleutels
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, in_model, naaste
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    ZORGZWAARTES,
    bladeren,
    bouwdeel,
    grenzen_bij,
    plat,
    takken,
    uitgevouwen,
    waarde_op,
    zwaarte_in,
)
from gezinshuis_tarief.model.wijzigen import gezet

if TYPE_CHECKING:
    from gezinshuis_tarief.kern.eisen import Eis
    from gezinshuis_tarief.kern.onderdeel import Onderdeel

_B = TypeVar("_B", bound=BaseModel)


def lees_per_zorgzwaarte(opbouw: BaseModel) -> dict[str, dict[str, Any]]:
    """Return the values per zorgzwaarte of an opbouw as their doors read them, in fixed order.

    Raises:
        ValidationError: with every objection, by the key with its zorgzwaarte.
    """
    kaal = opbouw.model_copy(update={PER_ZORGZWAARTE: {}, "onderbouwing": {}})
    gegeven: Mapping[str, Mapping[str, object]] = getattr(opbouw, PER_ZORGZWAARTE)
    bezwaren = list(_onbekend(kaal, gegeven))
    gelezen: dict[str, dict[str, Any]] = {}
    onbekend = {bezwaar.sleutel for bezwaar in bezwaren}
    for zwaarte in ZORGZWAARTES:
        anders = {s: w for s, w in gegeven.get(zwaarte, {}).items() if f"{zwaarte}.{s}" not in onbekend}
        if not anders:
            continue
        try:
            waarden = plat(gezet(kaal, anders))
        except InvoerFout as fout:
            bezwaren += [replace(b, sleutel=_onder(zwaarte, anders, b.sleutel)) for b in fout.bezwaren]
        else:
            gelezen[zwaarte] = {sleutel: waarden[sleutel] for sleutel in waarden if sleutel in anders}
    if bezwaren:
        raise ValidationError.from_exception_data(PER_ZORGZWAARTE, [_regel(bezwaar) for bezwaar in bezwaren])
    return gelezen


def _onbekend(kaal: BaseModel, gegeven: Mapping[str, Mapping[str, object]]) -> Iterator[Bezwaar]:
    """Object to what is no zorgzwaarte, no input, or an input that calculates nothing."""
    for zwaarte, anders in gegeven.items():
        if zwaarte not in ZORGZWAARTES:
            melding, toegestaan = "is geen zorgzwaarte", ", ".join(ZORGZWAARTES)
            yield Bezwaar(f"{PER_ZORGZWAARTE}.{zwaarte}", melding, toegestaan=toegestaan)
            continue
        for sleutel in anders:
            grenzen = grenzen_bij(kaal, sleutel)
            if grenzen is None or sleutel in {PER_ZORGZWAARTE, "onderbouwing"}:
                bekend = [blad for blad, _, _ in bladeren(kaal)]
                remedie = naaste(sleutel, bekend) or "Noem een invoer van deze opbouw."
                yield Bezwaar(f"{zwaarte}.{sleutel}", "is geen bekende sleutel", remedie=remedie)
            elif grenzen.is_tekst:
                remedie = "Geef een getal of een keuze per zorgzwaarte."
                yield Bezwaar(f"{zwaarte}.{sleutel}", "kan niet per zorgzwaarte verschillen", remedie=remedie)


def _onder(zwaarte: str, anders: Collection[str], sleutel: str) -> str:
    """Return how an objection names inputs of one zorgzwaarte: of several, each that differs gets its name."""
    delen = list(losse_sleutels(sleutel))
    return " + ".join(f"{zwaarte}.{deel}" if len(delen) == 1 or deel in anders else deel for deel in delen)


def eisen_in(opbouw: Onderdeel) -> Iterator[tuple[str, Onderdeel, Eis]]:
    """Yield every requirement between inputs: how it names them, the part it is about, and itself.

    Also for each zorgzwaarte in which one of those inputs differs.
    """
    for sleutel, deel in takken(opbouw):
        for eis in deel.eisen:
            yield f"{sleutel}.{eis.sleutel(deel)}".removeprefix("."), deel, eis
    for zwaarte, anders in getattr(opbouw, PER_ZORGZWAARTE).items():
        for sleutel, deel in takken(opbouw.voor(zwaarte)):  # type: ignore[attr-defined] # only an opbouw has such values
            for eis in deel.eisen:
                namen = [f"{sleutel}.{naam}".removeprefix(".") for naam in eis.sleutels_in(deel)]
                if not anders.keys().isdisjoint(namen):
                    yield _onder(zwaarte, anders, " + ".join(namen)), deel, eis


def _regel(bezwaar: Bezwaar) -> InitErrorDetails:
    fout = in_model(
        bezwaar.melding,
        sleutel=bezwaar.sleutel,
        gevonden=bezwaar.gevonden,
        toegestaan=bezwaar.toegestaan,
        remedie=bezwaar.remedie,
    )
    return InitErrorDetails(type=fout, loc=(), input=None)


def evenveel(een: _B, ander: _B) -> tuple[_B, _B]:
    """Return two opbouwen with the same inputs per zorgzwaarte: where one shares a value, that value."""
    sleutels = dict.fromkeys(sleutel for opbouw in (een, ander) for sleutel in _verschillend(opbouw))
    return _met_eigen(een, sleutels), _met_eigen(ander, sleutels)


def _verschillend(opbouw: BaseModel) -> Iterator[str]:
    for zwaarte, anders in getattr(opbouw, PER_ZORGZWAARTE).items():
        yield from (f"{zwaarte}.{sleutel}" for sleutel in anders)


def _met_eigen(opbouw: _B, sleutels: Iterable[str]) -> _B:
    """Return an opbouw with values of their own at keys with a zorgzwaarte, as far as it has such inputs."""
    passend = [sleutel for sleutel in sleutels if grenzen_bij(opbouw, zwaarte_in(sleutel)[1])]
    waarden = {sleutel: waarde_op(opbouw, sleutel) for sleutel in passend}
    return opbouw.model_copy(update={PER_ZORGZWAARTE: uitgevouwen(waarden).get(PER_ZORGZWAARTE, {})})


def anders_in(deel: str, opbouw: BaseModel, bron: BaseModel) -> dict[str, dict[str, Any]]:
    """Return the values per zorgzwaarte of an opbouw, with those of one part as another opbouw has them."""
    hier = [s for s in _verschillend(opbouw) if bouwdeel(s) != deel]
    daar = [s for s in _verschillend(bron) if bouwdeel(s) == deel]
    waarden = {s: waarde_op(opbouw, s) for s in hier} | {s: waarde_op(bron, s) for s in daar}
    anders: dict[str, dict[str, Any]] = uitgevouwen(waarden).get(PER_ZORGZWAARTE, {})
    return anders
