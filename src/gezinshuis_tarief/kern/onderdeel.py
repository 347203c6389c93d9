"""The base of every component: frozen, strict, with one dotted key per value and Dutch errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self, cast

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError
from pydantic._internal._model_construction import ModelMetaclass  # no public name exists
from pydantic.fields import FieldInfo

from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.kern.meldingen import bezwaren_uit, eenheid_van, is_groep, keuzes
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing


class _NederlandseFouten(ModelMetaclass):
    """Turns what pydantic refuses on construction into an InvoerFout; nested parts go through it once."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805
        try:
            return super().__call__(*args, **kwargs)
        except ValidationError as fout:
            raise InvoerFout(bezwaren_uit(fout, cast("type[BaseModel]", cls))) from None


@dataclass(frozen=True, slots=True)
class OpenNorm:
    """A choice that the handreiking may make differently: shown to the user with our reading of it."""

    vraag: str
    onze_lezing: str


@dataclass(frozen=True, slots=True)
class Waarde:
    """One input: its dotted key, its value, and the field it stands in."""

    sleutel: str
    waarde: Any
    veld: FieldInfo

    @property
    def eenheid(self) -> Eenheid | None:
        """The unit of a number; None for a choice or a text."""
        return eenheid_van(self.veld)

    @property
    def is_gegeven(self) -> bool:
        """Whether it is a filled-in number or choice, behind which a source can stand; a name is not."""
        return self.waarde is not None and (self.eenheid is not None or bool(keuzes(self.veld)))

    @property
    def omschrijving(self) -> str:
        """The one-line Dutch description."""
        return self.veld.description or ""


class Onderdeel(BaseModel, metaclass=_NederlandseFouten):
    """A component with typed inputs; changing one makes a copy.

    Raises:
        InvoerFout: on construction, with every objection: key, value, what is allowed, what to do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    open_normen: ClassVar[tuple[OpenNorm, ...]] = ()

    _onderbouwing: Mapping[str, Onderbouwing] = PrivateAttr(default_factory=dict)

    @classmethod
    def model_validate(cls, obj: Any, **kwargs: Any) -> Self:  # noqa: ANN401 (pydantic's own signature)
        """Validate a dict; see the class for the errors."""
        try:
            return super().model_validate(obj, **kwargs)
        except ValidationError as fout:
            raise InvoerFout(bezwaren_uit(fout, cls)) from None

    def onderbouwd(self, onderbouwing: Mapping[str, Onderbouwing]) -> Self:
        """Return a copy that carries status and source per field, for the opbouw it is put in."""
        kopie = self.model_copy()
        kopie._onderbouwing = dict(onderbouwing)  # noqa: SLF001 (its own kind)
        return kopie

    def waarden(self, voorvoegsel: str = "") -> Iterator[Waarde]:
        """Yield every input of this component and of the parts in it, with its dotted key."""
        for naam, veld in type(self).model_fields.items():
            inhoud = getattr(self, naam)
            if isinstance(inhoud, Onderdeel):
                yield from inhoud.waarden(f"{voorvoegsel}{naam}.")
            elif isinstance(inhoud, tuple):
                for plek, deel in enumerate(inhoud):
                    yield from deel.waarden(f"{voorvoegsel}{naam}[{plek}].")
            elif not is_groep(veld):
                yield Waarde(f"{voorvoegsel}{naam}", inhoud, veld)

    def onderdelen(self) -> Iterator[Onderdeel]:
        """Yield this component and every part in it."""
        yield self
        for naam in type(self).model_fields:
            inhoud = getattr(self, naam)
            for deel in inhoud if isinstance(inhoud, tuple) else (inhoud,):
                if isinstance(deel, Onderdeel):
                    yield from deel.onderdelen()

    def waarschuwingen(self) -> tuple[str, ...]:
        """Return what is allowed but unusual in this component, in Dutch."""
        return ()

    def meegebracht(self, voorvoegsel: str = "") -> Iterator[tuple[str, Onderbouwing]]:
        """Yield the support this component and its parts carry, with dotted keys."""
        for naam, onderbouwing in self._onderbouwing.items():
            yield f"{voorvoegsel}{naam}", onderbouwing
        for naam in type(self).model_fields:
            inhoud = getattr(self, naam)
            if isinstance(inhoud, Onderdeel):
                yield from inhoud.meegebracht(f"{voorvoegsel}{naam}.")

    def kaal(self) -> Self:
        """Return the component without the support it carried."""
        delen = {
            naam: deel.kaal()
            for naam in type(self).model_fields
            if isinstance(deel := getattr(self, naam), Onderdeel)
        }
        kopie = self.model_copy(update=delen)
        kopie._onderbouwing = {}  # noqa: SLF001 (its own kind)
        return kopie
