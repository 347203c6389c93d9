from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import Gezinshuis, Huismaten, InvoerFout
from gezinshuis_tarief.kern.rekenwijze import Exact


def test_een_jaar_telt_365_dagen_en_52_weken_tenzij_anders_opgegeven() -> None:
    huis = Gezinshuis(plaatsen_laag=1, plaatsen_midden=2, plaatsen_hoog=1)
    assert (huis.dagen_per_jaar, huis.weken_per_jaar, huis.plaatsen) == (365, Decimal(52), 4)


def test_de_maten_met_de_hand_nagerekend() -> None:
    huis = Gezinshuis(
        plaatsen_laag=1, plaatsen_midden="2", plaatsen_hoog=0, dagen_per_jaar=366, weken_per_jaar="52.14"
    )
    maten = huis.maten(Exact())
    # 1 + 2 + 0 = 3 plaatsen;  3 × 366 = 1.098 plaatsdagen
    assert maten == Huismaten(Decimal(3), Decimal(1098), 366, Decimal("52.14"))


@pytest.mark.parametrize("plaatsen", [(0, 0, 0), (3, 3, 3), (8, 1, 0)])
def test_te_weinig_of_te_veel_plaatsen_wordt_geweigerd(plaatsen: tuple[int, int, int]) -> None:
    laag, midden, hoog = plaatsen
    with pytest.raises(InvoerFout) as fout:
        Gezinshuis(plaatsen_laag=laag, plaatsen_midden=midden, plaatsen_hoog=hoog)
    assert str(fout.value) == (
        f"plaatsen_laag + plaatsen_midden + plaatsen_hoog: {sum(plaatsen)} ligt buiten de grenzen. "
        "Toegestaan: samen minstens 1 en hoogstens 8 plaatsen. Pas het aantal plaatsen per zorgzwaarte aan."
    )


@pytest.mark.parametrize("plaatsen", [(1, 0, 0), (8, 0, 0), (0, 4, 4)])
def test_een_tot_en_met_acht_plaatsen_mag(plaatsen: tuple[int, int, int]) -> None:
    laag, midden, hoog = plaatsen
    huis = Gezinshuis(plaatsen_laag=laag, plaatsen_midden=midden, plaatsen_hoog=hoog)
    assert huis.plaatsen == sum(plaatsen)
