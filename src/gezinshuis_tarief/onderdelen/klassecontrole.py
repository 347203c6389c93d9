"""Checks of one's own in a class, which the other party would not have."""

from __future__ import annotations

from typing import Final

from annotated_types import Ge, Gt, Le
from pydantic import AfterValidator, BeforeValidator, PlainValidator, WrapValidator
from pydantic.fields import FieldInfo

from gezinshuis_tarief.kern import velden
from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.grenzen import grenzen_van
from gezinshuis_tarief.kern.onderdeel import Onderdeel

_VAN_ONS: Final = ("gezinshuis_tarief.", "pydantic")
_CONTROLES: Final = (AfterValidator, BeforeValidator, PlainValidator, WrapValidator)
_GRENZEN: Final = "Gebruik grenzen van het veld: minstens, meer dan, hoogstens."


def eis_zonder_eigen_controles(klasse: type[Onderdeel]) -> None:
    """Refuse validators, rules between inputs and bounds that a definition does not know.

    Raises:
        InvoerFout: with the first of them.
    """
    for soort in klasse.__mro__:
        if soort.__module__.startswith(_VAN_ONS) or not issubclass(soort, Onderdeel):
            continue
        sieraden = soort.__pydantic_decorators__
        eigen = {**sieraden.field_validators, **sieraden.model_validators, **sieraden.validators}
        if eigen.keys() & vars(soort).keys() or "eisen" in vars(soort):
            raise weigering(
                "", "heeft een eigen controle, en die kan niet mee in een bestand", remedie=_GRENZEN
            )
    for naam, veld in klasse.model_fields.items():
        if grenzen_van(veld).eenheid is not None and not all(map(_kan_mee, _metadata(veld))):
            raise weigering(
                naam, "heeft een controle of grens die niet mee kan in een bestand", remedie=_GRENZEN
            )


def _metadata(veld: FieldInfo) -> list[object]:
    return [deel for deel in veld.metadata if deel is not None]


def _kan_mee(deel: object) -> bool:
    if isinstance(deel, _CONTROLES):
        return getattr(deel.func, "__module__", "") == velden.__name__
    return isinstance(deel, Eenheid | Prijsgroep | Ge | Gt | Le)
