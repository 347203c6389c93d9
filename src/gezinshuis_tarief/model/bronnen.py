"""What stands behind values: at which keys it may, and what a change of them brings along."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError, ValidationInfo

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, in_model, naaste
from gezinshuis_tarief.kern.meldingen import bezwaren_uit
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing, Wijzigingsbron
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.sleutels import (
    PER_ZORGZWAARTE,
    bezwaren_onder,
    bladeren,
    eerste_deel,
    hoort_bij,
    plat,
    waarde_op,
    zwaarte_in,
)

_DELEN: Final = {"gezinshuis", "eigen_posten", "eigen_opslagen", PER_ZORGZWAARTE, *ALLE}


def alleen_reden(brengt: Mapping[str, object]) -> Wijzigingsbron:
    """Return that a refused change had a reason, so that its *vast* values are not objected to as well."""
    return Wijzigingsbron(reden="gegeven" if brengt.get("reden") else None)


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
    bezwaren: list[Bezwaar],
) -> dict[str, Wijzigingsbron]:
    """Return what a change brings for every value it names, also those in a part that is named as a whole.

    Args:
        sleutels: the keys of all values after the change.
        wijzigingen: the keys that change.
        bron: what it brings for each of them.
        per_sleutel: what it brings for some of them instead; what is not named there is as in `bron`.
        bezwaren: gets an objection for each key that does not change, and each source that is none.
    """
    eigen: dict[str, Wijzigingsbron] = {}
    for sleutel, delen in per_sleutel.items():
        if not any(hoort_bij(sleutel, wijziging) for wijziging in wijzigingen):
            remedie = naaste(sleutel, wijzigingen) or "Noem de sleutel ook bij de wijzigingen."
            bezwaren.append(Bezwaar(f"bronnen.{sleutel}", "hoort bij geen wijziging", remedie=remedie))
            continue
        try:
            eis_soort("", delen, Mapping)
            eigen[sleutel] = lees_wijzigingsbron(bron.model_dump(exclude_none=True) | dict(delen))
        except InvoerFout as fout:
            bezwaren += bezwaren_onder(("bronnen", sleutel), fout)
            eigen[sleutel] = alleen_reden(
                {"reden": bron.reden} | (dict(delen) if isinstance(delen, Mapping) else {})
            )
    genoemd = [
        sleutel for sleutel in sleutels if any(hoort_bij(sleutel, wijziging) for wijziging in wijzigingen)
    ]
    return {
        sleutel: next((deel for naam, deel in eigen.items() if hoort_bij(sleutel, naam)), bron)
        for sleutel in genoemd
    }


def als_voorstel(
    opbouw: BaseModel, wordt: Collection[str], steun: Mapping[str, Onderbouwing]
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


def bekende_sleutel(sleutel: str, info: ValidationInfo) -> str:
    """Refuse support of a value that is not there; of a part that is refused itself nothing is known.

    Raises:
        PydanticCustomError: with the nearest key.
    """
    delen: Mapping[str, object] = info.data
    deel = PER_ZORGZWAARTE if zwaarte_in(sleutel)[0] else eerste_deel(sleutel)
    if (deel in _DELEN and deel not in delen) or sleutel in _sleutels_in(deel, delen.get(deel)):
        return sleutel
    bekend = sorted(blad for naam, inhoud in delen.items() for blad in _sleutels_in(naam, inhoud))
    remedie = naaste(sleutel, bekend) or "Gebruik een sleutel van deze opbouw."
    raise in_model("is geen bekende sleutel", gevonden="", remedie=remedie)


def _sleutels_in(naam: str, inhoud: object) -> set[str]:
    """Return the keys of the values in a part, or in a list of parts."""
    if naam == PER_ZORGZWAARTE and isinstance(inhoud, Mapping):
        return {f"{zwaarte}.{blad}" for zwaarte, anders in inhoud.items() for blad in anders}
    if isinstance(inhoud, tuple):
        return {blad for plek, post in enumerate(inhoud) for blad, _, _ in bladeren(post, f"{naam}[{plek}].")}
    return {blad for blad, _, _ in bladeren(inhoud, f"{naam}.")} if isinstance(inhoud, Onderdeel) else set()
