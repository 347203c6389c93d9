"""What changes of values bring along: their own sources, and why the values change."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pydantic import ValidationError

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.fouten import Bezwaar, InvoerFout, naaste
from gezinshuis_tarief.kern.meldingen import bezwaren_uit
from gezinshuis_tarief.kern.onderbouwing import Wijzigingsbron
from gezinshuis_tarief.kern.sleutels import bezwaren_onder, hoort_bij


def alleen_reden(brengt: Mapping[str, object]) -> Wijzigingsbron:
    """Return the reason of a change whose source is none, so that its *vast* values are not objected to as well."""
    return Wijzigingsbron(reden=str(brengt.get("reden") or "") or None)


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
