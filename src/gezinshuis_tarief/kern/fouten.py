"""The errors users meet: Dutch, complete, and never a bare traceback."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError, ValidationError


class GezinshuisTariefFout(Exception):
    """Base of every error this library raises on purpose; its text is for the user."""


class Ernst(StrEnum):
    """How heavily a finding weighs: a fout refuses the file, a waarschuwing asks for a look."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    OPMERKING = "opmerking"


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """One objection to an input: which key and what is wrong; by name what was found, is allowed, and to do."""

    sleutel: str
    melding: str
    _: KW_ONLY
    gevonden: str = ""
    toegestaan: str = ""
    remedie: str = ""

    def __str__(self) -> str:
        delen = [f"{self.sleutel or 'invoer'}: {self.gevonden} {self.melding}".replace("  ", " ") + "."]
        if self.toegestaan:
            delen.append(f"Toegestaan: {self.toegestaan}.")
        if self.remedie:
            delen.append(self.remedie)
        return " ".join(delen)


class InvoerFout(GezinshuisTariefFout, ValueError):
    """Input that is refused; holds every objection at once.

    Attributes:
        bezwaren: the objections, in the order in which the input was read.
    """

    def __init__(self, bezwaren: tuple[Bezwaar, ...]) -> None:
        super().__init__("\n".join(str(bezwaar) for bezwaar in bezwaren))
        self.bezwaren = bezwaren


def weigering(
    sleutel: str, melding: str, *, gevonden: object = "", toegestaan: str = "", remedie: str = ""
) -> InvoerFout:
    """Return the error with one objection; see `Bezwaar`."""
    bezwaar = Bezwaar(sleutel, melding, gevonden=str(gevonden), toegestaan=toegestaan, remedie=remedie)
    return InvoerFout((bezwaar,))


def eis_geen(bezwaren: Iterable[Bezwaar]) -> None:
    """Refuse the input when there are objections.

    Raises:
        InvoerFout: with all of them.
    """
    if alle := tuple(bezwaren):
        raise InvoerFout(alle)


@contextmanager
def verzameld(bezwaren: list[Bezwaar]) -> Iterator[None]:
    """Add the objections of a block to others instead of stopping at them, so that all can be said at once."""
    try:
        yield
    except InvoerFout as fout:
        bezwaren += fout.bezwaren


class OnbekendeNaam(GezinshuisTariefFout, KeyError):
    """A part that is not there, asked for by its name; says which are."""

    def __str__(self) -> str:
        return str(self.args[0])


class OnbekendCijfer(GezinshuisTariefFout, LookupError):
    """Reference figures that are not known for the asked day; names the nearest known dates.

    Attributes:
        meldingen: per figure what is not known, and what is known nearby.
        remedie: what to do about all of them.
    """

    def __init__(self, *meldingen: str, remedie: str = "") -> None:
        super().__init__((" " if len(meldingen) == 1 else "\n").join([*meldingen, remedie]).rstrip())
        self.meldingen = meldingen
        self.remedie = remedie


def naaste(woord: str, bekend: Iterable[str]) -> str:
    """Return a Dutch suggestion of the nearest known word, or an empty string."""
    dichtbij = difflib.get_close_matches(woord, list(bekend), n=1, cutoff=0.6)
    return f"Bedoelt u {dichtbij[0]}?" if dichtbij else ""


def in_model(melding: str, **rest: str) -> PydanticCustomError:
    """Return a refusal to raise inside a model: any part of a `Bezwaar` that the place itself does not tell."""
    from pydantic_core import PydanticCustomError  # noqa: PLC0415 (keeps what only refuses light)

    return PydanticCustomError("bezwaar", "{melding}", {"melding": melding, **rest})


def alle_in_model(bezwaren: Iterable[Bezwaar]) -> ValidationError:
    """Return a refusal to raise inside a model, with every objection to what is in it."""
    from pydantic_core import InitErrorDetails, ValidationError  # noqa: PLC0415 (idem)

    fouten = [
        InitErrorDetails(
            type=in_model(
                bezwaar.melding,
                sleutel=bezwaar.sleutel,
                gevonden=bezwaar.gevonden,
                toegestaan=bezwaar.toegestaan,
                remedie=bezwaar.remedie,
            ),
            input=None,
        )
        for bezwaar in bezwaren
    ]
    return ValidationError.from_exception_data("bezwaren", fouten)


EXTRA_VAN: Final = {
    "cryptography": "tekenen",
    "docx": "bijlage",
    "duckdb": "ibis",
    "ibis": "ibis",
    "jinja2": "rapport",
    "matplotlib": "grafieken",
    "narwhals": "kolommen",
    "numba": "snel",
    "numpy": "kolommen",
    "pandas": "kolommen",
    "pyarrow": "parquet",
    "pyspark": "spark",
    "typst": "bijlage",
}
"""Which extra installs what the smallest installation has not."""


class ExtraOntbreekt(GezinshuisTariefFout, ModuleNotFoundError):
    """Something needs a library that is not installed; says which extra brings it, and how."""


def zonder_extra(fout: ModuleNotFoundError) -> ModuleNotFoundError:
    """Return the refusal that names the extra; what no extra installs stays the error it is."""
    module = (fout.name or "").partition(".")[0]
    if isinstance(fout, ExtraOntbreekt) or module not in EXTRA_VAN:
        return fout
    extra = f"gezinshuis-tarief[{EXTRA_VAN[module]}]"
    tekst = (
        f'Hiervoor is de extra "{EXTRA_VAN[module]}" nodig ({module} is niet geïnstalleerd). Kies uw regel:\n'
        f'  pip install "{extra}"\n'
        f'  pipx install --force "{extra}"\n'
        f'  uv tool install --force "{extra}"'
    )
    return ExtraOntbreekt(tekst, name=fout.name)


@contextmanager
def uit_extra() -> Iterator[None]:
    """Import something that an extra installs.

    Raises:
        ExtraOntbreekt: when it is not there.
    """
    try:
        yield
    except ModuleNotFoundError as fout:
        raise zonder_extra(fout) from None
