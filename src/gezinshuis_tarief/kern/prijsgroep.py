"""The groups of figures that get their prices together; a field, or the part it stands in, says which is its own."""

from __future__ import annotations

from enum import StrEnum


class Prijsgroep(StrEnum):
    """Figures that are as old as each other; the text is shown to users, the order is that of the price level."""

    LONEN = "lonen"
    PREMIES = "premies"
    VERZORGING = "verzorging"
    HUISVESTING = "huisvesting"
    INHUUR = "inhuur"
    OVERIG = "overige bedragen"

    @property
    def op_de_dag(self) -> bool:
        """Whether its first day is told in full; of the others 1 January stands for the year."""
        return self in {Prijsgroep.LONEN, Prijsgroep.PREMIES}
