"""Findings with one cause taken together: pasting values over three sheets is one thing that happened, not 305."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding

_EEN_VOOR_EEN: Final = 3
"""As many findings of one kind are still told one by one."""


@dataclass(frozen=True, slots=True)
class Oorzaak:
    """Findings of one kind and weight.

    Attributes:
        bevindingen: at least one; those that do most to the tariff first.
        ernst: how heavily each weighs.
        nul: whether these are the findings that do not move the tariff a cent, of whatever kind.
    """

    bevindingen: tuple[Werkboekbevinding, ...]
    ernst: Ernst
    nul: bool = False

    @property
    def wat(self) -> str:
        """What kind it is, in Dutch words."""
        soorten = dict.fromkeys(b.code.replace("_", " ") for b in self.bevindingen)
        return ", ".join(soorten)

    @property
    def effect(self) -> Decimal | None:
        """The largest effect of any of them, euro per etmaal; None where that is no matter."""
        effecten = [b.effect for b in self.bevindingen if b.effect is not None]
        return max(effecten, key=abs, default=None)

    @property
    def plekken(self) -> dict[str, list[str]]:
        """The cells by sheet, as far as the findings have one."""
        plekken: dict[str, list[str]] = {}
        for bevinding in self.bevindingen:
            if bevinding.blad:
                plekken.setdefault(bevinding.blad, []).append(bevinding.cel)
        return plekken


def oorzaken(bevindingen: Iterable[Werkboekbevinding]) -> list[Oorzaak]:
    """Return findings by cause: the heaviest first, within that by euro; what moves no cent is taken together, last.

    A fout stays on its own: each has to be put right.
    """
    per_soort: dict[tuple[Ernst, str], list[Werkboekbevinding]] = {}
    nul: list[Werkboekbevinding] = []
    alle = list(bevindingen)
    stil = sum(not b.effect and b.effect is not None for b in alle) > _EEN_VOOR_EEN
    for bevinding in alle:
        if (
            stil
            and bevinding.effect is not None
            and not bevinding.effect
            and bevinding.ernst is not Ernst.FOUT
        ):
            nul.append(bevinding)
        else:
            per_soort.setdefault((bevinding.ernst, bevinding.code), []).append(bevinding)
    uit: list[Oorzaak] = []
    for (ernst, _), groep in per_soort.items():
        op_euro = sorted(groep, key=lambda b: -_omvang(b.effect))
        if ernst is Ernst.FOUT or len(groep) <= _EEN_VOOR_EEN:
            uit += [Oorzaak((bevinding,), ernst) for bevinding in op_euro]
        else:
            uit.append(Oorzaak(tuple(op_euro), ernst))
    zwaarte = list(Ernst)
    uit.sort(key=lambda oorzaak: (zwaarte.index(oorzaak.ernst), -_omvang(oorzaak.effect)))
    if nul:
        uit.append(Oorzaak(tuple(nul), min((b.ernst for b in nul), key=zwaarte.index), nul=True))
    return uit


def _omvang(effect: Decimal | None) -> Decimal:
    return Decimal(0) if effect is None else abs(effect)
