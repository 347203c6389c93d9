"""What parties decided on open norms; it travels with the opbouw and moves no cent."""

from __future__ import annotations

from collections.abc import Mapping

from gezinshuis_tarief.kern.argumenten import eis_soort, toon_ding
from gezinshuis_tarief.kern.fouten import Bezwaar, eis_geen, naaste
from gezinshuis_tarief.kern.onderbouwing import Normbesluit
from gezinshuis_tarief.model.opbouw import Opbouw


def met_besluiten(opbouw: Opbouw, besluiten: Mapping[str, str]) -> Opbouw:
    """Return a copy in which parties have decided on open norms; it stays so in its JSON.

    >>> from gezinshuis_tarief import voorbeeld_2026
    >>> met_besluiten(voorbeeld_2026(), {"weken": "52 weken"}).besluiten["weken"].afspraak
    '52 weken'

    Args:
        opbouw: the quote.
        besluiten: what was agreed, by the name of the norm or by its question.

    Raises:
        InvoerFout: for what is no open norm of this opbouw, or an agreement that says nothing.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    eis_soort("besluiten", besluiten, Mapping)
    normen = opbouw.alle_open_normen()
    bekend = [norm.naam or norm.vraag for norm in normen]
    nieuw: dict[str, Normbesluit] = {}
    bezwaren: list[Bezwaar] = []
    for naam, afspraak in besluiten.items():
        norm = next((norm for norm in normen if naam and naam in {norm.naam, norm.vraag}), None)
        if norm is None:
            remedie = naaste(toon_ding(naam), bekend) or f"Open zijn: {', '.join(bekend)}."
            melding, gevonden = "is geen open norm van deze opbouw", toon_ding(naam)
            bezwaren.append(Bezwaar("besluiten", melding, gevonden=gevonden, remedie=remedie))
        elif not isinstance(afspraak, str) or not afspraak.strip():
            remedie = "Schrijf wat partijen hebben afgesproken."
            bezwaren.append(Bezwaar(f"besluiten.{naam}", "zegt niets", remedie=remedie))
        else:
            nieuw[norm.naam or norm.vraag] = Normbesluit(afspraak=afspraak.strip())
    eis_geen(bezwaren)
    return opbouw.model_copy(update={"besluiten": opbouw.besluiten | nieuw})
