"""The base of every component: frozen, strict, with one dotted key per value and Dutch errors."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError, model_validator
from pydantic_core import PydanticSerializationError

from gezinshuis_tarief.kern.eenheden import Eenheid, Prijsgroep
from gezinshuis_tarief.kern.eisen import Eis
from gezinshuis_tarief.kern.fouten import InvoerFout, weigering
from gezinshuis_tarief.kern.grenzen import Grenzen, grenzen_van
from gezinshuis_tarief.kern.meldingen import bezwaren_uit
from gezinshuis_tarief.kern.onderbouwing import Onderbouwing
from gezinshuis_tarief.kern.sleutels import bladeren, takken

if TYPE_CHECKING:

    class _Model(BaseModel):
        pass

else:

    class _NederlandseFouten(type(BaseModel)):  # pydantic gives the kind of its models no public name
        """Turns what pydantic refuses on construction into an InvoerFout; nested parts go through it once."""

        def __call__(cls, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (whatever the model takes)
            try:
                return super().__call__(*args, **kwargs)
            except ValidationError as fout:
                raise InvoerFout(bezwaren_uit(fout, cls)) from None

    class _Model(BaseModel, metaclass=_NederlandseFouten):
        pass


@dataclass(frozen=True, slots=True)
class OpenNorm:
    """A choice that the handreiking may make differently: shown to the user with our reading of it.

    Attributes:
        vraag: the question.
        onze_lezing: what is calculated with.
        naam: a short name to decide on it by; without one the question itself.
    """

    vraag: str
    onze_lezing: str
    naam: str = ""


@dataclass(frozen=True, slots=True)
class Waarde:
    """One input: its dotted key, its value, and what its field allows."""

    sleutel: str
    waarde: Any
    grenzen: Grenzen

    @property
    def eenheid(self) -> Eenheid | None:
        """The unit of a number; None for a choice or a text."""
        return self.grenzen.eenheid

    @property
    def is_gegeven(self) -> bool:
        """Whether it is a filled-in number or choice, behind which a source can stand; a name is not."""
        return self.waarde is not None and not self.grenzen.is_tekst

    @property
    def omschrijving(self) -> str:
        """The one-line Dutch description."""
        return self.grenzen.omschrijving


class Onderdeel(_Model):  # noqa: PLW1641 (pydantic gives every frozen model its hash)
    """A component with typed inputs; changing one makes a copy.

    Raises:
        InvoerFout: on construction, with every objection: key, value, what is allowed, what to do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    open_normen: ClassVar[tuple[OpenNorm, ...]] = ()
    eisen: ClassVar[tuple[Eis, ...]] = ()
    """What must hold between its inputs."""
    prijsgroep: ClassVar[Prijsgroep] = Prijsgroep.OVERIG
    """The figures whose day its amounts share, where a field does not say otherwise."""

    _onderbouwing: Mapping[str, Onderbouwing] = PrivateAttr(default_factory=dict)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:  # noqa: ANN401 (pydantic's own signature)
        """Let `help()` say what each input means."""
        regels = []
        for naam, veld in cls.model_fields.items():
            grenzen = grenzen_van(veld)
            rest = "; ".join(
                deel
                for deel in (grenzen.omschrijving, grenzen.toegestaan or str(grenzen.eenheid or ""))
                if deel
            )
            regels.append(f"    {naam}: {rest}")
        cls.__doc__ = f"{inspect.cleandoc(cls.__doc__ or '')}\n\nInvoer:\n" + "\n".join(regels)

    def __dir__(self) -> list[str]:
        """Offer our own names for completion, without those of the library underneath."""
        eigen = (
            naam
            for soort in type(self).__mro__
            if soort.__module__.partition(".")[0] != "pydantic"
            for naam in vars(soort)
        )
        return [*type(self).model_fields, *(naam for naam in eigen if not naam.startswith(("_", "model_")))]

    if not TYPE_CHECKING:  # a type checker sees for itself that a field cannot be set

        def __setattr__(self, naam: str, waarde: object) -> None:
            """Refuse a change in place."""
            try:
                super().__setattr__(naam, waarde)
            except ValidationError:
                remedie = 'Maak een gewijzigde kopie: opbouw.met({"leegstand.bezettingsgraad": "0.90"}).'
                raise weigering(naam, "verandert niet op zijn plaats", remedie=remedie) from None

    @classmethod
    def model_validate(cls, obj: Any, **kwargs: Any) -> Self:  # noqa: ANN401 (pydantic's own signature)
        """Validate a dict; see the class for the errors."""
        try:
            return super().model_validate(obj, **kwargs)
        except ValidationError as fout:
            raise InvoerFout(bezwaren_uit(fout, cls)) from None

    def model_dump(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 (pydantic's own signature)
        """Return the content as plain data.

        Raises:
            InvoerFout: when a part of it cannot be written down.
        """
        try:
            return super().model_dump(**kwargs)
        except PydanticSerializationError as fout:
            if isinstance(fout.__cause__, InvoerFout):
                raise fout.__cause__ from None
            raise

    def onderbouwd(self, onderbouwing: Mapping[str, Onderbouwing]) -> Self:
        """Return a copy that carries status and source per field, for the opbouw it is put in."""
        kopie = self.model_copy()
        kopie._onderbouwing = dict(onderbouwing)  # noqa: SLF001 (its own kind)
        return kopie

    def __eq__(self, ander: object) -> bool:
        """Whether it is of the same kind with the same values; another kind may know that it is equal."""
        return super().__eq__(ander) if type(self) is type(ander) else NotImplemented

    @model_validator(mode="after")
    def _eisen(self) -> Self:
        for eis in self.eisen:
            if fout := eis.bezwaar(self):
                raise fout
        return self

    def _repr_html_(self) -> str:
        """Show every input in a notebook."""
        from gezinshuis_tarief.weergave import html_waarden  # noqa: PLC0415 (loaded only when something is shown)

        return html_waarden(type(self).__name__, self.waarden())

    def waarden(self, voorvoegsel: str = "") -> Iterator[Waarde]:
        """Yield every input of this component and of the parts in it, with its dotted key."""
        for sleutel, waarde, grenzen in bladeren(self, voorvoegsel):
            yield Waarde(sleutel, waarde, grenzen)

    def onderdelen(self) -> Iterator[Onderdeel]:
        """Yield this component and every part in it."""
        for _, deel in takken(self):
            yield deel

    def waarschuwingen(self) -> tuple[str, ...]:
        """Return what is allowed but unusual in this component, in Dutch."""
        return ()

    def meegebracht(self, voorvoegsel: str = "") -> Iterator[tuple[str, Onderbouwing]]:
        """Yield the support this component and its parts carry, with dotted keys."""
        for sleutel, deel in takken(self):
            for naam, onderbouwing in deel._onderbouwing.items():  # noqa: SLF001 (its own kind)
                yield voorvoegsel + f"{sleutel}.{naam}".removeprefix("."), onderbouwing

    def kaal(self) -> Self:
        """Return the component without the support it and its parts carried."""
        kopie = self.model_copy(deep=True)
        for deel in kopie.onderdelen():
            deel._onderbouwing = {}  # noqa: SLF001 (its own kind)
        return kopie
