"""Units and price groups as labels, and numbers and days as Dutch readers write them."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

_MAANDEN: Final = ("januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december")  # fmt: skip


class Eenheid(StrEnum):
    """What a number counts; its text is shown to users."""

    AANTAL = "aantal"
    AANTAL_PLAATSEN = "plaatsen"
    DAGEN_PER_JAAR = "dagen per jaar"
    WEKEN_PER_JAAR = "weken per jaar"
    FTE = "fte"
    FTE_PER_PLAATS = "fte per plaats"
    FACTOR = "factor"
    FRACTIE = "fractie"
    UREN_PER_WEEK = "uur per week"
    UREN_PER_JAAR = "uur per jaar"
    ETMALEN_PER_JAAR = "etmalen per jaar"
    EURO_PER_STUK = "€ per stuk"
    EURO_PER_UUR = "€ per uur"
    EURO_PER_ETMAAL = "€ per etmaal"
    EURO_PER_MAAND = "€ per maand"
    EURO_PER_JAAR = "€ per jaar"
    EURO_PER_FTE = "€ per fte per jaar"
    EURO_PER_PLAATS = "€ per plaats per jaar"
    EURO_PER_JEUGDIGE = "€ per jeugdige per jaar"

    @property
    def is_geld(self) -> bool:
        """Whether the number is an amount in euro."""
        return self.value.startswith("€")


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


def nederlands(getal: Decimal, decimalen: int | None = None) -> str:
    """Write a number with a decimal comma and dots between thousands.

    Args:
        getal: the number.
        decimalen: digits after the comma, rounded half up; None keeps the number's own digits.
    """
    if decimalen is not None:
        getal = getal.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    return f"{getal:,f}".translate(str.maketrans(",.", ".,"))


def voluit(dag: dt.date) -> str:
    """Write a day with the name of its month: `1 maart 2025`."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def toon(waarde: Decimal, eenheid: Eenheid) -> str:
    """Show a value the way its unit is read in Dutch: `€ 4.375,20`, `10%`, `0,25`."""
    if eenheid is Eenheid.FRACTIE:
        procent = waarde * 100
        return f"{nederlands(procent, min(4, max(0, -_exponent(procent))))}%"
    if eenheid.is_geld:
        return f"€ {nederlands(waarde, 2)}"
    return nederlands(waarde, min(4, max(0, -_exponent(waarde))))


def _exponent(getal: Decimal) -> int:
    """Return the decimal exponent without trailing zeros."""
    exponent = getal.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
