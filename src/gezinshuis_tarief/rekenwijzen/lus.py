"""The compiled reading: the same formulas as one loop over the rows, which Numba turns into machine code.

The loop rounds every line to cents, and notes the rows in which a line lies too near half a cent for
float64 to tell; see `foutgrens`. Those bounds hold for it: the loop does the operations of the formulas in
their order, and the compiler may not reorder them (`fastmath` is off). Fusing a product and a sum, which
it does not do either, would only leave a rounding out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Final

import numba
import numpy as np

from gezinshuis_tarief.formules.schrijver import Schrijver
from gezinshuis_tarief.formules.spoor import Stap
from gezinshuis_tarief.formules.uitdrukking import Functie, Teken

Lus = Callable[..., None]
"""Takes the bounds, where the doubts and the outcomes go, and the inputs."""

_KOLOM: Final = numba.types.Array(numba.float64, 1, "C", readonly=True)
_CODES: Final = numba.types.Array(numba.int8, 1, "C", readonly=True)
_UIT: Final = numba.float64[::1]
_TWIJFEL: Final = numba.boolean[::1]


@dataclass(frozen=True)
class Lusinvoer:
    """What the loop is given, by key; the order in which it takes them.

    Attributes:
        kolommen: numbers that differ per row.
        keuzes: choices that differ per row, with their options.
        vast: numbers that are the same in every row.
        leeg_is_nul: columns in which no number counts as 0.
    """

    kolommen: Sequence[str]
    keuzes: Mapping[str, Sequence[str]]
    vast: Sequence[str]
    leeg_is_nul: frozenset[str]


class _Schrijver(Schrijver):
    """Writes formulas over numbered names: x for numbers, c for choices, s for steps."""

    tekens: ClassVar[dict[Teken, str]] = {"+": " + ", "-": " - ", "*": " * ", "/": " / "}

    def __init__(self, invoer: Lusinvoer) -> None:
        self._invoer = invoer
        self.namen = {sleutel: f"x{n}" for n, sleutel in enumerate((*invoer.kolommen, *invoer.vast))}
        self.namen |= {sleutel: f"c{n}" for n, sleutel in enumerate(invoer.keuzes)}

    def getal(self, waarde: int) -> str:
        """Return a whole number as a float: whole numbers of the machine run over."""
        return f"{waarde}.0"

    def naam(self, sleutel: str) -> str:
        """Return the name of an input or an earlier step."""
        return self.namen[sleutel]

    def functie(self, naam: str, delen: list[str]) -> str:
        """Return the smaller or the larger of two; rounding is a line of its own."""
        return f"{ {'minste': 'min', 'meeste': 'max'}[naam] }({', '.join(delen)})"

    def keuze(self, sleutel: str, opties: list[tuple[str, str]]) -> str:
        """Return the chosen option; all are computed, which is faster than guessing which."""
        alle = self._invoer.keuzes[sleutel]
        *eerste, (_, tekst) = opties
        for optie, getal in reversed(eerste):
            tekst = f"kies({self.namen[sleutel]} == {alle.index(optie)}, {getal}, {tekst})"
        return tekst

    def eigen_of(self, sleutel: str, opbouw: str) -> str:
        """Return the own figure unless it is NaN."""
        eigen = self.namen[sleutel]
        return f"kies({eigen} == {eigen}, {eigen}, {opbouw})"


def schrijf_lus(stappen: Mapping[str, Stap], regels: Sequence[str], invoer: Lusinvoer) -> str:
    """Return the text of the loop.

    Args:
        stappen: every step, in order of calculation; each rounding is one, see `Rondspoor`.
        regels: keys of the outcomes, in the order in which they come out.
        invoer: what it is given.
    """
    schrijver = _Schrijver(invoer)
    namen = schrijver.namen
    lus = [f"{namen[sleutel]} = {_lees(sleutel, namen[sleutel], invoer)}" for sleutel in invoer.kolommen]
    lus += [f"{naam} = k{naam}[rij]" for naam in (namen[sleutel] for sleutel in invoer.keuzes)]
    gerond: dict[str, str] = {}
    regel = 0
    for sleutel, stap in stappen.items():
        formule = stap.formule
        if isinstance(formule, Functie) and formule.naam == "rond":
            tekst = schrijver.schrijf(formule.delen[0])
            if tekst not in gerond:  # a line that zorgzwaartes share is rounded once
                gerond[tekst] = f"s{len(namen)}"
                lus += _rond(tekst, gerond[tekst], regel)
            namen[sleutel] = gerond[tekst]
            if not sleutel.startswith("uitkomst."):  # the formulas go on with it in euro
                namen[sleutel] = f"e{len(namen)}"
                lus.append(f"{namen[sleutel]} = {gerond[tekst]} / 100.0")
            regel += 1
        else:
            tekst = schrijver.schrijf(formule)
            namen[sleutel] = f"s{len(namen)}"
            lus.append(f"{namen[sleutel]} = {tekst}")
    lus += _uitgang([namen[sleutel] for sleutel in regels])
    ingang = [f"u{plek}" for plek in range(len(regels))]
    ingang += [f"k{namen[sleutel]}" for sleutel in (*invoer.kolommen, *invoer.keuzes)]
    ingang += [namen[sleutel] for sleutel in invoer.vast]
    kop = f"def lus(drempels, twijfel, {', '.join(ingang)}):"
    return "\n".join(
        [kop, "    for rij in range(len(twijfel)):", "        zeker = True", *(f"        {r}" for r in lus)]
    )


def _lees(sleutel: str, naam: str, invoer: Lusinvoer) -> str:
    cel = f"k{naam}[rij]"
    return f"kies({cel} == {cel}, {cel}, 0.0)" if sleutel in invoer.leeg_is_nul else cel


def _rond(bedrag: str, naam: str, regel: int) -> Iterable[str]:
    """Round half to even: where that is not certainly the nearest cent, the row is in doubt."""
    return (
        f"centen = ({bedrag}) * 100.0",
        f"{naam} = rint(centen)",
        f"zeker &= abs(centen - {naam}) < drempels[{regel}]",
    )


def _uitgang(namen: Sequence[str]) -> Iterable[str]:
    """Write the outcomes in euro; a division per amount, however often it comes out."""
    for naam in dict.fromkeys(namen):
        yield f"euro = {naam} / 100.0"
        yield from (f"u{plek}[rij] = euro" for plek, ander in enumerate(namen) if ander == naam)
    yield "twijfel[rij] = not zeker"


@numba.njit(inline="always")
def _kies(wel: Any, een: Any, ander: Any) -> Any:  # noqa: ANN401 (compiled for numbers of any kind)
    return een if wel else ander


@cache
def compileer(tekst: str, uitkomsten: int, invoer: tuple[int, int, int]) -> Lus:
    """Turn the text of a loop into machine code; a loop is compiled once.

    Args:
        tekst: made by `schrijf_lus` from the formulas: no input is in it, only numbered names.
        uitkomsten: how many columns come out.
        invoer: how many columns of numbers, columns of choices and single numbers go in.
    """
    ruimte: dict[str, Any] = {"kies": _kies, "rint": np.rint}
    exec(tekst, ruimte)  # noqa: S102
    kolommen, keuzes, vast = invoer
    ingang = [*[_UIT] * uitkomsten, *[_KOLOM] * kolommen, *[_CODES] * keuzes, *[numba.float64] * vast]
    vorm = numba.void(_KOLOM, _TWIJFEL, *ingang)
    lus: Lus = numba.njit(vorm, nogil=True, error_model="numpy")(ruimte["lus"])
    return lus
