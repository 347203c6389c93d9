"""Inputs that differ for one zorgzwaarte: read through the door of the input they differ from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pydantic_core import InitErrorDetails, ValidationError

from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, in_model, naaste
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    ZORGZWAARTES,
    bladeren,
    grenzen_bij,
    plat,
    waarde_op,
    zwaarte_in,
)
from gezinshuis_tarief.model.wijzigen import gezet

if TYPE_CHECKING:
    from gezinshuis_tarief.kern.onderbouwing import Onderbouwing
    from gezinshuis_tarief.model.opbouw import Opbouw


def lees_per_zorgzwaarte(opbouw: Opbouw) -> dict[str, dict[str, Any]]:
    """Return the values per zorgzwaarte of an opbouw as their doors read them, in fixed order.

    Raises:
        ValidationError: with every objection, by the key with its zorgzwaarte.
    """
    kaal = opbouw.model_copy(update={PER_ZORGZWAARTE: {}, "onderbouwing": {}})
    bezwaren = list(_onbekend(kaal, opbouw.per_zorgzwaarte))
    gelezen: dict[str, dict[str, Any]] = {}
    for zwaarte in ZORGZWAARTES:
        anders = opbouw.per_zorgzwaarte.get(zwaarte)
        if not anders or bezwaren:
            continue
        try:
            waarden = plat(gezet(kaal, anders))
        except InvoerFout as fout:
            bezwaren += [_onder(zwaarte, anders, bezwaar) for bezwaar in fout.bezwaren]
        else:
            gelezen[zwaarte] = {sleutel: waarden[sleutel] for sleutel in waarden if sleutel in anders}
    if bezwaren:
        raise ValidationError.from_exception_data(PER_ZORGZWAARTE, [_regel(bezwaar) for bezwaar in bezwaren])
    return gelezen


def _onbekend(kaal: Opbouw, gegeven: Mapping[str, Mapping[str, object]]) -> Iterator[Bezwaar]:
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


def _onder(zwaarte: str, anders: Collection[str], bezwaar: Bezwaar) -> Bezwaar:
    """Return an objection as seen from the whole; of several inputs each that differs gets its zorgzwaarte."""
    eerste, *rest = bezwaar.sleutel.split(" + ")
    voor = eerste.rpartition(".")[0]
    delen = [deel if "." in deel else f"{voor}.{deel}" for deel in (eerste, *rest)]
    sleutel = " + ".join(f"{zwaarte}.{deel}" if not rest or deel in anders else deel for deel in delen)
    return Bezwaar(
        sleutel,
        bezwaar.melding,
        gevonden=bezwaar.gevonden,
        toegestaan=bezwaar.toegestaan,
        remedie=bezwaar.remedie,
    )


def _regel(bezwaar: Bezwaar) -> InitErrorDetails:
    fout = in_model(
        bezwaar.melding,
        sleutel=bezwaar.sleutel,
        gevonden=bezwaar.gevonden,
        toegestaan=bezwaar.toegestaan,
        remedie=bezwaar.remedie,
    )
    return InitErrorDetails(type=fout, loc=(), input=None)


def als_voorstel(
    opbouw: Opbouw, wordt: Collection[str], steun: Mapping[str, Onderbouwing]
) -> tuple[dict[str, Any], dict[str, Onderbouwing]]:
    """Return every value of an opbouw and what stands behind it, also of values that only differ after a change.

    Until then a zorgzwaarte has the value that all share, with what stands behind that.

    Args:
        opbouw: the opbouw before the change.
        wordt: every key after it.
        steun: what stands behind its values.
    """
    was, bij = plat(opbouw), dict(steun)
    for sleutel in wordt:
        zwaarte, gedeeld = zwaarte_in(sleutel)
        if zwaarte and sleutel not in was:
            was[sleutel] = waarde_op(opbouw, sleutel)
            if gedeeld in steun:
                bij[sleutel] = steun[gedeeld]
    return was, bij
