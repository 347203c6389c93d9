"""The errors users meet: Dutch, complete, and never a bare traceback."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum

from pydantic_core import PydanticCustomError


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


class OnbekendCijfer(GezinshuisTariefFout, LookupError):
    """A reference figure that is not known for the asked day; names the nearest known dates."""


def naaste(woord: str, bekend: Iterable[str]) -> str:
    """Return a Dutch suggestion of the nearest known word, or an empty string."""
    dichtbij = difflib.get_close_matches(woord, list(bekend), n=1, cutoff=0.6)
    return f"Bedoelt u {dichtbij[0]}?" if dichtbij else ""


def in_model(melding: str, **rest: str) -> PydanticCustomError:
    """Return a refusal to raise inside a model: any part of a `Bezwaar` that the place itself does not tell."""
    return PydanticCustomError("bezwaar", "{melding}", {"melding": melding, **rest})
