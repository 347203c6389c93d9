"""V3, V4: formulas of one's own, drawn at random, calculate in a workbook what they calculate here."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from gezinshuis_tarief import frame_naar_opbouwen
from hulp.formules import EIGEN_INVOER, eigen_formules
from hulp.getrokken import basis_met, rijen_voor
from hulp.rekenblad import Rekenblad, invoer_op_naam, verschillen

PLEKKEN = st.sampled_from(list(EIGEN_INVOER))
FORMULES = PLEKKEN.flatmap(lambda plek: st.tuples(st.just(plek), eigen_formules(plek)))


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(FORMULES.filter(lambda gekozen: "-" not in gekozen[1]), st.integers(0, 2**20))
def test_een_werkboek_rekent_elke_getrokken_definitie_tot_op_de_cent(
    tmp_path_factory: pytest.TempPathFactory, gekozen: tuple[str, str], zaad: int
) -> None:
    """Inputs rich in half cents are typed in a workbook that holds the definition.

    Not one that subtracts: of two large amounts that nearly cancel out a spreadsheet keeps too few digits to know half a
    cent, which the guide says; reading computes it anew.
    """
    basis = basis_met(*gekozen)
    pad: Path = tmp_path_factory.mktemp("getrokken") / "t.xlsx"
    basis.naar_excel(pad)
    blad = Rekenblad(pad)
    for opbouw in [*frame_naar_opbouwen(rijen_voor(gekozen[0], zaad), basis=basis)][:6]:
        blad.typ(invoer_op_naam(opbouw))
        gevonden = {naam: blad[naam] for naam in blad.plekken if not naam.startswith("bereik.")}
        assert verschillen(gevonden, opbouw) == []
