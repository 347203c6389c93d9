"""W4: a sum of numbers has a value, also where no program stored one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief.werkboek.lezen.rekensom import uitkomst_van_rekensom


@pytest.mark.parametrize(
    ("formule", "uitkomst"),
    [
        ("2*600", "1200"),
        ("0.1+0.2", "0.3"),
        ("-(3-1)*+4", "-8"),
        ("10%", "0.1"),
        ("(1+1)%", "0.02"),
        ("8.3% + 1", "1.083"),
        ("347/365", "0.9506849315068493150684931506849315068493"),
        (".5", "0.5"),
    ],
)
def test_een_som_van_getallen(formule: str, uitkomst: str) -> None:
    assert uitkomst_van_rekensom(formule) == Decimal(uitkomst)


@pytest.mark.parametrize(
    "formule",
    ["A1*2", "1/0", "2**9", "7//2", "1+", "(", "007", "1,5", "", "1_0", "1 2", "1e9", "1+" * 60 + "1"],
)
def test_wat_geen_som_is_of_geen_uitkomst_heeft(formule: str) -> None:
    assert uitkomst_van_rekensom(formule) is None
