"""The JSON form of a calculation in which components of one's own can stand, for whoever checks files with it."""

from __future__ import annotations

from typing import Any, Final

from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.onderdelen.definitie import Definitie
from gezinshuis_tarief.onderdelen.plaatsing import DEFINITIES
from gezinshuis_tarief.onderdelen.plekken import PLEKKEN, POST

_EIGEN: Final = "EigenOnderdeel"
_VAN_SOORT: Final = {
    "type": "object",
    "description": f"A component of one's own: the values of the definition in {DEFINITIES} that soort names.",
    "required": ["soort"],
    "properties": {"soort": {"type": "string", "pattern": "^[A-Z]"}},
}


class MetEigenOnderdelen(Onderdeel):
    """What holds components of one's own: its schema knows them too."""

    @classmethod
    def model_json_schema(cls, *args: Any, **opties: Any) -> dict[str, Any]:  # noqa: ANN401 (pydantic's signature)
        """Return the JSON form, with `onderdelen` and, at each place for one, a component of one's own."""
        schema = super().model_json_schema(*args, **opties)
        definitie = Definitie.model_json_schema(*args, **opties)
        velden, los = schema["properties"], schema["$defs"]
        los |= {**definitie.pop("$defs"), Definitie.__name__: definitie, _EIGEN: _VAN_SOORT}
        verwijzing = {"$ref": f"#/$defs/{_EIGEN}"}
        for plek in PLEKKEN.keys() - {POST}:
            velden[plek] = {"anyOf": [*velden[plek].get("anyOf", [velden[plek]]), verwijzing]}
        velden[POST]["items"] = {"anyOf": [velden[POST]["items"], verwijzing]}
        velden[DEFINITIES] = {
            "type": "object",
            "additionalProperties": {"$ref": f"#/$defs/{Definitie.__name__}"},
        }
        return schema
