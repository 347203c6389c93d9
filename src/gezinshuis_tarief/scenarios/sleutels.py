"""The keys that scenarios vary, and the numbers given for them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from annotated_types import Ge, Gt, Le
from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.meldingen import eenheid_van, metadata_van, naaste
from gezinshuis_tarief.kern.velden import DECIMALEN_HOOGSTENS, GRENS, lees_getal
from gezinshuis_tarief.model.plat import Indeling, is_keuze

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from gezinshuis_tarief.model.opbouw import Opbouw

Getalinvoer: TypeAlias = "Decimal | int | float | str"
"""A number as users write it; a float stands for its first fifteen digits."""

KLEINSTE: Final = Decimal(1).scaleb(-DECIMALEN_HOOGSTENS)
"""The smallest step an input can make."""


def veld_van(opbouw: Opbouw, sleutel: str) -> FieldInfo:
    """Return the field of a number or choice.

    Raises:
        InvoerFout: for an unknown key, or a text.
    """
    velden = Indeling.van([sleutel], opbouw).velden()
    if sleutel not in velden:
        raise weigering(sleutel, "is geen bekende sleutel", remedie=naaste(sleutel, list(velden)))
    if eenheid_van(velden[sleutel]) is None and not is_keuze(velden[sleutel]):
        raise weigering(sleutel, "is een tekst en kan niet variëren", remedie="Kies een getal of een keuze.")
    return velden[sleutel]


def lees_scenariogetal(sleutel: str, waarde: Getalinvoer) -> Decimal:
    """Read a number.

    Raises:
        InvoerFout: for what is no number.
    """
    try:
        return lees_getal(format(waarde, ".15g") if isinstance(waarde, float) else waarde)
    except PydanticCustomError as fout:
        context = fout.context or {}
        raise weigering(sleutel, context["melding"], gevonden=waarde, remedie=context["remedie"]) from None


def uitersten(veld: FieldInfo) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest number that a field allows."""
    laagst, hoogst = KLEINSTE - GRENS, GRENS - 1
    for grens in metadata_van(veld):
        match grens:
            case Ge():
                laagst = Decimal(str(grens.ge))
            case Gt():
                laagst = Decimal(str(grens.gt)) + KLEINSTE
            case Le():
                hoogst = Decimal(str(grens.le))
    return laagst, hoogst
