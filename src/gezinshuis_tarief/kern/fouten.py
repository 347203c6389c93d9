"""The errors users meet: Dutch, complete, and never a bare traceback."""

from __future__ import annotations

from dataclasses import dataclass, replace


class GezinshuisTariefFout(Exception):
    """Base of every error this library raises on purpose; its text is for the user."""


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """One objection to an input: which key, what was found, what is wrong, what is allowed and what to do."""

    sleutel: str
    gevonden: str
    melding: str
    toegestaan: str = ""
    remedie: str = ""

    def onder(self, deel: str) -> Bezwaar:
        """Return the objection as seen from one level higher."""
        if deel.isdigit():
            return replace(self, sleutel=f"[{deel}].{self.sleutel}".rstrip("."))
        return replace(
            self, sleutel=f"{deel}{'' if self.sleutel.startswith('[') else '.'}{self.sleutel}".rstrip(".")
        )

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


class OnbekendCijfer(GezinshuisTariefFout, LookupError):
    """A reference figure that is not known for the asked day; names the nearest known dates."""
