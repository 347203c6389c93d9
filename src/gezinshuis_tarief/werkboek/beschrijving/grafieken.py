"""The charts on Samenvatting, side by side below the tariffs."""

from __future__ import annotations

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.werkboek.beschrijving.rekencellen import TARIEFREGELS
from gezinshuis_tarief.werkboek.xlsx.blad import Celgrafiek, Reeks
from gezinshuis_tarief.werkboek.xlsx.stijlen import DONKER, KLEUREN


def opbouwgrafiek(rij: int, eerste: int) -> Celgrafiek:
    """Return the build-up of the tariff per zorgzwaarte, a colour per line.

    Args:
        rij: where the chart begins.
        eerste: row of the first line of the table, its heads right above.
    """
    reeksen = [
        Reeks(
            ALLE[regel].titel if regel in ALLE else "Eigen posten",
            KLEUREN[plek],
            (eerste - 1, 2, eerste - 1, 4),
            (eerste + plek, 2, eerste + plek, 4),
        )
        for plek, regel in enumerate(TARIEFREGELS)
    ]
    tekst = "Gestapelde kolommen: het tarief per etmaal bij zorgzwaarte laag, midden en hoog, opgebouwd uit elf bouwstenen en eigen posten. De bedragen staan in de tabel eronder."
    return Celgrafiek(
        "kolommen", "Opbouw van het tarief per etmaal", tekst, reeksen, rij, 0, naar_rechts=4, breedte=610
    )


def regelgrafiek(rij: int, eerste: int, laatste: int) -> Celgrafiek:
    """Return the lines of the middle tariff as bars, in the order of the eleven.

    Args:
        rij: where the chart begins.
        eerste: row of the first line of the table.
        laatste: row of the last one.
    """
    reeks = Reeks("Zorgzwaarte midden", DONKER, (eerste, 1, laatste, 1), (eerste, 3, laatste, 3))
    titel = "Waar het tarief bij midden uit bestaat"
    tekst = "Liggende staven: de bedragen per etmaal van elke bouwsteen bij zorgzwaarte midden. De bedragen staan in de tabel eronder."
    return Celgrafiek("staven", titel, tekst, [reeks], rij, 5, naar_rechts=20, breedte=490)
