"""A requirement between inputs is one formula, and holds alike in every reading."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import Gezinshuis, InvoerFout, Opbouw
from gezinshuis_tarief.kern.eisen import TELLEND, heel_of_niet
from gezinshuis_tarief.rekenwijzen.excel import eisformules

GOUDEN = Path(__file__).parent / "gouden" / "eisen.xlsx-formule.txt"
(PLAATSEN,) = Gezinshuis.eisen
(DELEN,) = Opbouw.eisen


@pytest.mark.parametrize(("som", "houdt"), [(0, False), (1, True), (8, True), (9, False)])
def test_de_grenzen_zelf_mogen_bij_plaatsen(som: int, houdt: bool) -> None:  # noqa: FBT001 (a case)
    assert PLAATSEN.houdt(Decimal(som) * TELLEND) is houdt
    assert PLAATSEN.houdt(np.array([som]) * TELLEND).tolist() == [houdt]


@given(st.integers(0, TELLEND), st.integers(0, TELLEND))
def test_een_som_van_drijvende_getallen_is_zo_goed_als_een_exacte(een: int, ander: int) -> None:
    exact = DELEN.houdt((Decimal(een) / TELLEND + Decimal(ander) / TELLEND) * TELLEND)
    som = np.array([een / TELLEND]) + np.array([ander / TELLEND])
    assert DELEN.houdt(np.rint(som * TELLEND)).tolist() == [exact]


def test_een_deel_is_er_heel_of_niet() -> None:
    leeg = [np.array([True, True, False]), np.array([True, False, False])]
    assert heel_of_niet(leeg, mag_ontbreken=True).tolist() == [True, False, True]
    assert heel_of_niet(leeg, mag_ontbreken=False).tolist() == [False, False, True]


def test_een_bezwaar_noemt_sleutels_en_som(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout) as fout:
        voorbeeld.met({"gezinshuis.plaatsen_hoog": 9 - 3 + 1, "gezinshuis.plaatsen_laag": 8})
    assert str(fout.value) == (
        "gezinshuis.plaatsen_laag + plaatsen_midden + plaatsen_hoog: 17 ligt buiten de grenzen. Toegestaan: samen "
        "minstens 1 en hoogstens 8 plaatsen. Pas het aantal plaatsen per zorgzwaarte aan."
    )


def test_de_eisen_in_excel_zijn_vastgelegd(voorbeeld: Opbouw) -> None:
    regels = [f"{' + '.join(sleutels)}\n    {formule}\n" for sleutels, _, formule in eisformules(voorbeeld)]
    assert "\n".join(regels) == GOUDEN.read_text(encoding="utf-8")
