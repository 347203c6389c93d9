"""What the eleven rooms have in common, and the cost lines outside them."""

from __future__ import annotations

from abc import abstractmethod
from decimal import Decimal
from typing import Annotated, ClassVar, Final

from pydantic import Field

from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.velden import EuroPerJaar, Naam, veld

ELEMENTEN: Final = {
    "a": "kosten van beroepskrachten",
    "b": "cliëntgebonden kosten anders dan van beroepskrachten",
    "c": "overheadkosten",
    "d": "kosten voor indexering",
    "": "geen eigen element in de wet",
}
"""The four cost elements of Besluit Jeugdwet art. 2.3, and what the law gives no element of its own."""


class Bouwsteen(Onderdeel):
    """One of the eleven, named and numbered as in the handreiking.

    Attributes:
        nummer: place in the handreiking, 1–11.
        titel: name in the handreiking.
        element: letter in Besluit Jeugdwet art. 2.3 (our mapping); empty where the law names none.
    """

    nummer: ClassVar[int]
    titel: ClassVar[str]
    element: ClassVar[str] = ""


class Kostenblok(Bouwsteen):
    """Bouwsteen 1–6: an amount per house per year, built up or given as an own figure.

    A variant of one's own subclasses this (or a room) and writes `opbouw_per_jaar`.

    Attributes:
        ook_elders: whether another bouwsteen reads its build-up, which then counts beside an own figure too.
    """

    ook_elders: ClassVar[bool] = False

    vast_bedrag_per_jaar: Annotated[EuroPerJaar | None, veld("eigen bedrag in plaats van de opbouw")] = Field(
        default=None, exclude_if=lambda bedrag: bedrag is None
    )

    @abstractmethod
    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the built-up cost, euro per house per year."""

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the own figure where one is given, else the build-up; euro per house per year."""
        bedrag = wijze.eigen_of(self.vast_bedrag_per_jaar, self.opbouw_per_jaar(huis, wijze))
        return wijze.stap("per_jaar", bedrag, Eenheid.EURO_PER_JAAR)


class Kostenpost(Onderdeel):
    """A cost outside the eleven, always shown on a line of its own.

    Subclass this and write `per_jaar` for a line with a formula of its own.
    """

    naam: Annotated[Naam, veld("naam van de post")]

    @abstractmethod
    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        """Return the cost, euro per house per year."""


class EigenPost(Kostenpost):
    """An own cost line with a given amount."""

    bedrag_per_jaar: Annotated[EuroPerJaar, veld("kosten van de post")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        """Return the given amount, euro per house per year."""
        return self.bedrag_per_jaar
