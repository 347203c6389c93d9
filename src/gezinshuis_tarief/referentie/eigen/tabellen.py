"""The tables that hold figures: how a row is named, where its value stands, and what is known under a name."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.referentie.bestanden import Rij, rijen

TOESLAG: Final = "pleegvergoeding_toeslag"


@dataclass(frozen=True, slots=True)
class Cijfertabel:
    """One data file with figures.

    Attributes:
        bestand: its name, without extension.
        namen: the columns that together name a figure.
        waarden: the columns that hold a value.
        vrij: whether a name that the library does not know is a figure too.
    """

    bestand: str
    namen: tuple[str, ...]
    waarden: tuple[str, ...] = ("waarde",)
    vrij: bool = False

    def sleutel(self, rij: Rij) -> tuple[str, ...]:
        """Return what tells a row from every other: its names, without regard to capitals, and its first day."""
        return (*(rij[kolom].casefold() for kolom in self.namen), rij["geldig_vanaf"])

    def bekend(self, naam: str) -> list[Rij]:
        """Return the rows of the library whose first name is this one, oldest first."""
        gevonden = [rij for rij in rijen(self.bestand) if self.naam_van(rij).casefold() == naam.casefold()]
        return sorted(gevonden, key=lambda rij: rij["geldig_vanaf"])

    def naam_van(self, rij: Rij) -> str:
        """Return the first name of a row; a table without names has the one of its file."""
        return rij[self.namen[0]] if self.namen else self.bestand

    def bekende_namen(self) -> tuple[str, ...]:
        """Return the first names that the library knows, each once."""
        return tuple(dict.fromkeys(self.naam_van(rij) for rij in rijen(self.bestand)))

    def eenheden(self, naam: str) -> tuple[str, ...]:
        """Return the units in which a figure is known, the latest first."""
        return tuple(dict.fromkeys(rij["eenheid"] for rij in reversed(self.bekend(naam))))

    def is_klein(self, naam: str) -> bool:
        """Whether a figure is known that is itself below one, so that 0.5 is no fraction by its looks."""
        return any(abs(Decimal(rij[k] or 0)) < 1 for rij in self.bekend(naam) for k in self.waarden)


def zelfde(een: str, ander: str) -> bool:
    """Say whether two values, each perhaps empty, are the same number."""
    return een == ander or bool(een and ander and Decimal(een) == Decimal(ander))


CIJFERTABELLEN: Final = (
    Cijfertabel("werkgeverspremies", ("premie",)),
    Cijfertabel("ondernemerspremies", ("premie",)),
    Cijfertabel("pfzw_premies", ("parameter",)),
    Cijfertabel("cao_jeugdzorg_regels", ("parameter",)),
    Cijfertabel("minimumloon", ("parameter",)),
    Cijfertabel("indexcijfers", ("reeks", "stand"), vrij=True),
    Cijfertabel("cao_jeugdzorg_salarisschalen", ("cao", "schaal", "periodiek"), ("bedrag",)),
    Cijfertabel("cao_ghz_inpassingsnummers", ("ip_nummer",), ("bedrag",)),
    Cijfertabel("pleegvergoeding_basisbedrag", ("leeftijd_van",), ("per_dag", "per_maand")),
    Cijfertabel(TOESLAG, (), ("bedrag",)),
)
TABEL_VAN: Final = {tabel.bestand: tabel for tabel in CIJFERTABELLEN}
