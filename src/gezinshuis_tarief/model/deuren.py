"""The doors of the parts of an opbouw: which kind of component what comes in is read as."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel, BeforeValidator, ValidationInfo, WrapValidator

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder import InkomenGezinshuisouder
from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.bouwsteen import Bouwsteen, Kostenpost
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing
from gezinshuis_tarief.kern.onderdeel import Onderdeel


def _of_variant(waarde: Any, deur: Any) -> Any:  # noqa: ANN401 (pydantic's validator signature)
    """Let a variant of one's own through as it is; anything else is the standard room's input."""
    return waarde if isinstance(waarde, Bouwsteen | Kostenpost) else deur(waarde)


def _van_soort(waarde: Any, _: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 (pydantic's validator signature)
    """Read bouwsteen 1 as the kind it says it is; what says nothing is about employees."""
    if isinstance(waarde, Bouwsteen):
        return waarde
    is_ondernemer = isinstance(waarde, dict) and "soort" in waarde
    soort: type[BaseModel] = InkomenOndernemer if is_ondernemer else InkomenGezinshuisouder
    return soort.__pydantic_validator__.validate_python(waarde, context=info.context)


def _als_tuple(waarde: Any) -> Any:  # noqa: ANN401 (pydantic's validator signature)
    return tuple(waarde) if isinstance(waarde, list) else waarde


VERVANGBAAR: Final = WrapValidator(_of_variant)
"""A part that may be a variant of one's own."""
VAN_SOORT: Final = WrapValidator(_van_soort)
"""Bouwsteen 1, of employees or of entrepreneurs."""


def als_lijst(soort: type[BaseModel]) -> BeforeValidator:
    """Return the door of parts of which there may be any number."""
    return BeforeValidator(_als_tuple, json_schema_input_type=list[soort])  # type: ignore[valid-type] # a schema only


def met_onderbouwing(data: dict[str, Any]) -> dict[str, Any]:
    """Return the input of an opbouw with the support that its parts bring along, for instance from a cao table."""
    meegebracht: dict[str, Onderbouwing] = {}
    kaal: dict[str, Any] = {}
    for naam, inhoud in data.items():
        delen = list(inhoud) if isinstance(inhoud, list | tuple) else [inhoud]
        for plek, deel in enumerate(delen):
            if isinstance(deel, Onderdeel):
                meegebracht |= deel.meegebracht(f"{naam}." if inhoud is deel else f"{naam}[{plek}].")
                delen[plek] = deel.kaal()
        kaal[naam] = delen if isinstance(inhoud, list | tuple) else delen[0]
    if not meegebracht:
        return data
    return {**kaal, "onderbouwing": meegebracht | dict(data.get("onderbouwing") or {})}
