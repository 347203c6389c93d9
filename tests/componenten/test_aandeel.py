from __future__ import annotations

from decimal import Decimal

from gezinshuis_tarief.componenten.aandeel import over_kostprijs, over_tarief
from gezinshuis_tarief.kern.rekenwijze import Exact

DEEL = Decimal("0.05")


def test_een_deel_telt_alleen_op_zijn_eigen_grondslag() -> None:
    assert over_tarief(DEEL, "tarief", Exact()) == over_kostprijs(DEEL, "kostprijs", Exact()) == DEEL
    assert over_tarief(DEEL, "kostprijs", Exact()) == over_kostprijs(DEEL, "tarief", Exact()) == 0
