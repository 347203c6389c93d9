"""Shares of a difference that do not depend on any order: Shapley and Owen values, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial, floor

import numpy as np

from gezinshuis_tarief.rekenwijzen.mengsels import Mengseltabel


def shapley(tabel: Mengseltabel) -> list[Fraction]:
    """Return the share of each axis in the difference between the last and the first corner.

    Defined as: the effect of each axis, averaged over all orders in which the axes can move from 0
    to 1. The shares add up exactly; an axis along which nothing changes (length 1) gets 0.
    """
    levend = [plek for plek, lengte in enumerate(tabel.shape) if lengte > 1]
    kern = tabel.reshape((2,) * len(levend))
    delen = [Fraction(0)] * tabel.ndim
    if levend:
        gewicht = _gewichten(len(levend) - 1)
        for plek, as_ in enumerate(levend):
            effect = kern.take(1, plek) - kern.take(0, plek)
            delen[as_] = Fraction(int(np.sum(gewicht * effect)), factorial(len(levend)))
    return delen


def binnen(tabel: Mengseltabel, anderen: int) -> list[Fraction]:
    """Return Owen values: the shares of the axes after the first `anderen`, which are one group.

    Defined as: the Shapley value over the group's own axes of what the group brings on average over
    all orders of the groups. Its shares add up exactly to the group's Shapley value.
    """
    eigen = tabel.shape[anderen:]
    levend = sum(lengte > 1 for lengte in tabel.shape[:anderen])
    kern = tabel.reshape((2,) * levend + eigen)
    gewicht = _gewichten(levend).reshape((2,) * levend + (1,) * len(eigen))
    gebracht = np.asarray((gewicht * kern).sum(axis=tuple(range(levend))), dtype=object)
    return [deel / factorial(levend + 1) for deel in shapley(gebracht.reshape(eigen))]


def _gewichten(aantal: int) -> Mengseltabel:
    """Return, for each subset of `aantal` others, in how many orders exactly that subset came first."""
    orden = np.array([factorial(k) * factorial(aantal - k) for k in range(aantal + 1)], dtype=object)
    grootte = np.zeros((2,) * aantal, dtype=np.intp)
    for as_ in np.indices(grootte.shape):
        grootte += as_
    return np.asarray(orden[grootte], dtype=object)


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
