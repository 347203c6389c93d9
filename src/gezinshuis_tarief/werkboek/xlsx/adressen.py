"""Where a cell is: between an address such as `B7` and numbers."""

from __future__ import annotations

import re
from typing import Final

_ADRES: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def splits(adres: str) -> tuple[int, int]:
    """Return column and row number of an address, both counted from 1.

    Raises:
        ValueError: when it is no address.
    """
    treffer = _ADRES.fullmatch(adres)
    if treffer is None:
        raise ValueError(adres)
    nummer = 0
    for letter in treffer[1]:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer, int(treffer[2])


def letters_van(kolom: int) -> str:
    """Return the letters of a column, counted from 1."""
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def adres_van(kolom: int, rij: int) -> str:
    """Return the address of a column and row number: (2, 7) gives `B7`."""
    return f"{letters_van(kolom)}{rij}"
