"""What must hold between inputs: written once, as a formula, and read like any formula.

An Eis adds up inputs of one component. Inputs have ten decimals at most, so their sum is a whole number of
ten-billionths; every reading counts those, and no reading needs a tolerance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add, and_, ge, le, lt, or_
from typing import Any, Final

from pydantic_core import PydanticCustomError

from gezinshuis_tarief.kern.fouten import in_model
from gezinshuis_tarief.kern.rekenwijze import Exact, Rekenwijze
from gezinshuis_tarief.kern.velden import DECIMALEN_HOOGSTENS

TELLEND: Final = 10**DECIMALEN_HOOGSTENS
"""How many of the smallest steps of an input go into one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """A sum of inputs, and between which bounds it must lie.

    Attributes:
        sleutels: the inputs it is about, by their key in the component.
        termen: the terms of the sum: inputs, or choices between an input and 0. Written over a reading.
        ook: the further inputs that a component may hold any number of.
        minstens: the lowest sum; None where there is no lowest.
        hoogstens: the highest sum; None where there is no highest.
        kleiner_dan: a sum that is just too high; None where there is none.
        melding: what is wrong when it does not hold.
        toegestaan: what is allowed.
        remedie: what to do about it.
        kort: what is allowed in the few words that fit beside a cell.
    """

    sleutels: tuple[str, ...]
    termen: Callable[[Any, Rekenwijze], Sequence[Decimal | int]]
    ook: Callable[[Any], tuple[str, ...]] = lambda _: ()
    minstens: int | None = None
    hoogstens: int | None = None
    kleiner_dan: int | None = None
    melding: str
    toegestaan: str
    remedie: str
    kort: str

    @property
    def _grenzen(self) -> Iterator[tuple[str, Callable[[Any, int], Any], int]]:
        """The bounds that there are, each with how it is written and how it is compared."""
        for teken, vergelijk, grens in (
            (">=", ge, self.minstens),
            ("<=", le, self.hoogstens),
            ("<", lt, self.kleiner_dan),
        ):
            if grens is not None:
                yield teken, vergelijk, grens

    def sleutels_in(self, onderdeel: object) -> tuple[str, ...]:
        """Return the inputs it is about in a component, by their key there."""
        return (*self.sleutels, *self.ook(onderdeel))

    def sleutel(self, onderdeel: object) -> str:
        """How an objection to a component names the inputs."""
        return " + ".join(self.sleutels_in(onderdeel))

    def som(self, onderdeel: object, wijze: Rekenwijze) -> Any:  # noqa: ANN401 (whatever the reading calculates with)
        """Return the sum as the reading reads it."""
        return reduce(add, self.termen(onderdeel, wijze))

    def houdt(self, geteld: Any) -> Any:  # noqa: ANN401 (numbers, columns or expressions)
        """Say whether a sum, counted in `TELLEND`s, lies between the bounds; for numbers, columns and expressions."""
        return reduce(and_, (vergelijk(geteld, grens * TELLEND) for _, vergelijk, grens in self._grenzen))

    def in_tekst(self, som: str) -> str:
        """Return the condition on a sum as spreadsheet programs write it."""
        return f"AND({','.join(f'{som}{teken}{grens}' for teken, _, grens in self._grenzen)})"

    def bezwaar(self, onderdeel: object) -> PydanticCustomError | None:
        """Return the objection to a component; None when it holds."""
        termen = self.termen(onderdeel, Exact())
        if self.houdt(sum(termen) * TELLEND):
            return None
        return in_model(
            self.melding,
            sleutel=self.sleutel(onderdeel),
            gevonden=" + ".join(map(str, termen)),
            toegestaan=self.toegestaan,
            remedie=self.remedie,
        )


def losse_sleutels(sleutels: str) -> Iterator[str]:
    """Yield the keys in `gezinshuis.plaatsen_laag + plaatsen_midden`, as objections to several inputs name them."""
    eerste, *rest = sleutels.split(" + ")
    yield eerste
    for deel in rest:
        yield deel if "." in deel else f"{eerste.rpartition('.')[0]}.{deel}"


def heel_of_niet(leeg: Sequence[Any], *, mag_ontbreken: bool) -> Any:  # noqa: ANN401 (truths, columns or expressions)
    """Say whether a part is filled in whole, or not at all where that is allowed.

    Args:
        leeg: of every input of the part, whether it is blank.
        mag_ontbreken: whether the part may be absent.
    """
    geheel = ~reduce(or_, leeg)
    return geheel | reduce(and_, leeg) if mag_ontbreken else geheel
