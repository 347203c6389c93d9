from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import ZorgzwaarteToeslag
from gezinshuis_tarief.bouwstenen.zorgzwaarte import Extra
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from hulp.invoer import HUIS

ZWAARTE = ZorgzwaarteToeslag(
    extra_uren_gedragswetenschapper_per_week_laag="0",
    extra_uren_begeleiding_per_week_laag="0",
    toeslag_per_etmaal_laag="0",
    extra_uren_gedragswetenschapper_per_week_midden="0.5",
    extra_uren_begeleiding_per_week_midden="1",
    toeslag_per_etmaal_midden="2.50",
    extra_uren_gedragswetenschapper_per_week_hoog="1",
    extra_uren_begeleiding_per_week_hoog="4",
    toeslag_per_etmaal_hoog="10",
)


@pytest.mark.parametrize(
    ("zorgzwaarte", "per_week", "toeslag"),
    [
        ("laag", 0, "0"),
        # 0,5 × 76 + 1 × 35 = 73
        ("midden", 73, "2.50"),
        # 1 × 76 + 4 × 35 = 216
        ("hoog", 216, "10"),
    ],
)
def test_met_de_hand_nagerekend(zorgzwaarte: Zorgzwaarte, per_week: int, toeslag: str) -> None:
    bedrag = ZWAARTE.per_etmaal(zorgzwaarte, Decimal(76), Decimal(35), HUIS, Exact())
    # 52 weken over 365 dagen;  midden: 52 × 73 / 365 = 10,40, met toeslag 12,90
    assert CONTEXT.quantize(bedrag, Decimal("1e-9")) == CONTEXT.quantize(
        Decimal(52 * per_week) / 365 + Decimal(toeslag), Decimal("1e-9")
    )


def test_midden_komt_precies_uit() -> None:
    assert ZWAARTE.per_etmaal("midden", Decimal(76), Decimal(35), HUIS, Exact()) == Decimal("12.90")


def test_elke_zorgzwaarte_leest_haar_eigen_velden() -> None:
    assert ZWAARTE.voor("laag") == Extra(Decimal(0), Decimal(0), Decimal(0))
    assert ZWAARTE.voor("midden") == Extra(Decimal("0.5"), Decimal(1), Decimal("2.50"))
    assert ZWAARTE.voor("hoog") == Extra(Decimal(1), Decimal(4), Decimal(10))
