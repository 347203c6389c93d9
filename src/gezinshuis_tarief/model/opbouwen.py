"""Many quotes in the order of the rows they came from, each found by the label of its row."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from gezinshuis_tarief.kern.fouten import naaste, weigering
from gezinshuis_tarief.model.opbouw import Opbouw


class Opbouwen(list[Opbouw]):
    """A list of opbouwen that knows what the row of each was called.

    Attributes:
        labels: what the rows are called, in the same order.
    """

    def __init__(self, opbouwen: Iterable[Opbouw], labels: Iterable[Hashable]) -> None:
        super().__init__(opbouwen)
        self.labels = tuple(labels)

    def bij(self, label: Hashable) -> Opbouw:
        """Return the opbouw of the row with this label.

        Raises:
            InvoerFout: when no row is called so, or more than one.
        """
        match self.labels.count(label):
            case 1:
                return self[self.labels.index(label)]
            case 0:
                melding = "is geen label van een rij"
                remedie = naaste(str(label), map(str, self.labels)) or "Kies een van de labels."
            case _:
                melding, remedie = "is het label van meer dan één rij", "Geef elke rij een eigen label."
        raise weigering("label", melding, gevonden=label, remedie=remedie)
