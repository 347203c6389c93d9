"""Units and price groups as labels, and numbers and days as Dutch readers write them."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from gezinshuis_tarief.kern.fouten import in_model

_MAANDEN: Final = ("januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december")  # fmt: skip
_MET_KOMMA: Final = re.compile(r"[+-]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]*),[0-9]*([eE][+-]?[0-9]{1,3})?")
_MET_PUNT: Final = re.compile(r"[+-]?[0-9.]+([eE][+-]?[0-9]{1,3})?")
_DRIETALLEN: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+")
_KOMMAGETAL: Final = re.compile(r"(?<![0-9.])([0-9]+)\.([0-9]+)(?![0-9.])")


class Eenheid(StrEnum):
    """What a number counts; its text is shown to users."""

    AANTAL = "aantal"
    AANTAL_PLAATSEN = "plaatsen"
    DAGEN_PER_JAAR = "dagen per jaar"
    WEKEN_PER_JAAR = "weken per jaar"
    FTE = "fte"
    FTE_PER_PLAATS = "fte per plaats"
    FTE_PER_HUIS = "fte per huis"
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


def punttekst(tekst: str) -> str:
    """Return a number in Dutch notation, with or without a percent sign, as every other door reads it.

    Raises:
        PydanticCustomError: a point that is no separator of thousands before a comma.
    """
    kaal = tekst.strip().removesuffix("%").rstrip()
    teken = tekst.strip()[len(kaal) :]
    if _MET_KOMMA.fullmatch(kaal):
        return kaal.replace(".", "").replace(",", ".") + teken
    if "." not in kaal or not _MET_PUNT.fullmatch(kaal):
        return tekst
    komma = f'"{kaal.replace(".", ",")}{teken}"'
    if _DRIETALLEN.fullmatch(kaal):
        ook = f" of {komma}" if kaal.count(".") == 1 else ""
        remedie = f'Schrijf "{kaal.replace(".", "")}{teken}"{ook}.'
        raise in_model("is op twee manieren te lezen", remedie=remedie)
    voorbeeld = f": {komma}" if kaal.count(".") == 1 else ""
    raise in_model("heeft een punt", remedie=f"Schrijf een komma als decimaalteken{voorbeeld}.")


def kommaremedie(tekst: str) -> str:
    """Return a remedy in which the numbers have a decimal comma."""
    return _KOMMAGETAL.sub(r"\1,\2", tekst).replace("een punt als", "een komma als")
