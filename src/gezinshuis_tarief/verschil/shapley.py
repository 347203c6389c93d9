"""Shares of a difference that do not depend on any order: Shapley and Owen values, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial, floor
from operator import add, mul

from gezinshuis_tarief.rekenwijzen.mengseltabel import Mengseltabel


def shapley(tabel: Mengseltabel, rang: int) -> list[Fraction]:
    """Return the share of each axis in the difference between the last and the first corner.

    Defined as: the effect of each axis, averaged over all orders in which the axes can move from 0
    to 1. The shares add up exactly; an axis along which nothing changes gets 0.

    Args:
        tabel: the value of every mixture.
        rang: how many axes there are.
    """
    delen = [Fraction(0)] * rang
    aantal = len(tabel.assen)
    # A mixture counts for an axis that it holds, and against one that it does not; how often is for all the same.
    tegen = sum(map(mul, _per_aantal(aantal, [*_orden(aantal - 1), 0]), tabel.cellen))
    voor = [0, *_orden(aantal - 1)]
    samen = _per_aantal(aantal, list(map(add, voor, [*_orden(aantal - 1), 0])))
    stand = list(map(mul, samen, tabel.cellen))
    for as_ in tabel.assen:
        zonder, met = stand[: len(stand) // 2], stand[len(stand) // 2 :]
        delen[as_] = Fraction(sum(met) - tegen, factorial(aantal))
        stand = list(map(add, zonder, met))
    return delen


def binnen(tabel: Mengseltabel, rang: int, anderen: int) -> list[Fraction]:
    """Return Owen values: the shares of the axes after the first `anderen`, which are one group.

    Defined as: the Shapley value over the group's own axes of what the group brings on average over
    all orders of the groups. Its shares add up exactly to the group's Shapley value.

    Args:
        tabel: the value of every mixture.
        rang: how many axes there are.
        anderen: how many of them stand for another group.
    """
    eigen = tuple(as_ - anderen for as_ in tabel.assen if as_ >= anderen)
    levend = len(tabel.assen) - len(eigen)
    gewicht = _per_aantal(levend, _orden(levend))
    keer = 2 ** len(eigen)
    gebracht = [sum(map(mul, gewicht, tabel.cellen[plek::keer])) for plek in range(keer)]
    return [deel / factorial(levend + 1) for deel in shapley(Mengseltabel(eigen, gebracht), rang - anderen)]


def _orden(anderen: int) -> list[int]:
    """Return in how many orders exactly those others came first that do so, by how many they are."""
    return [factorial(eerder) * factorial(anderen - eerder) for eerder in range(anderen + 1)]


def _per_aantal(assen: int, waarden: Sequence[int]) -> list[int]:
    """Return, for each mixture over some axes, the value of how many of them have moved."""
    return [waarden[mengsel.bit_count()] for mengsel in range(2**assen)]


def verdeel_centen(delen: Sequence[Fraction], centen: int) -> list[int]:
    """Round shares (in cents) to whole cents that add up to `centen`, by largest remainder.

    The tariffs themselves are sums of rounded lines, so `centen` may differ a little from the sum of
    the shares; that gap is first spread in proportion to the size of the shares. Turning all signs
    around turns the outcome around.
    """
    if not delen:
        return []
    grootte = [abs(deel) for deel in delen] if any(delen) else [Fraction(1)] * len(delen)
    gat = (centen - sum(delen)) / sum(grootte)
    passend = [deel + gat * maat for deel, maat in zip(delen, grootte, strict=True)]
    teken = 1 if next((deel for deel in (centen, *passend) if deel), 1) > 0 else -1
    passend = [teken * deel for deel in passend]
    heel = [floor(deel) for deel in passend]
    volgorde = sorted(range(len(heel)), key=lambda plek: heel[plek] - passend[plek])
    for plek in volgorde[: teken * centen - sum(heel)]:
        heel[plek] += 1
    return [teken * deel for deel in heel]
