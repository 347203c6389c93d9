"""E11: lists, bounds and locks that a program did not save are one remark."""

from __future__ import annotations

import re

import pytest

from gezinshuis_tarief import Opbouw, lees_excel
from gezinshuis_tarief.kern.fouten import Ernst
from hulp.knoei import Knoeier

WEG = {
    "de keuzelijsten en grenzen": r"<dataValidations.*</dataValidations>",
    "de beveiliging": r"<sheetProtection[^>]*/>",
}


@pytest.mark.parametrize("soorten", [[wat] for wat in WEG] + [list(WEG)], ids=" en ".join)
def test_wat_een_programma_niet_bewaarde_is_een_opmerking(
    knoeier: Knoeier, voorbeeld: Opbouw, soorten: list[str]
) -> None:
    deel = knoeier.bladdeel("Uitgangspunten")
    tekst = knoeier.tekst(deel)
    for wat in soorten:
        tekst, aantal = re.subn(WEG[wat], "", tekst)
        assert aantal == 1
    knoeier.delen[deel] = tekst.encode()
    gelezen = lees_excel(knoeier.bewaar())
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.ernst, bevinding.code, bevinding.blad, bevinding.cel) == (
        Ernst.OPMERKING,
        "vangnet_weg",
        "Uitgangspunten",
        "",
    )
    assert (
        bevinding.gevonden == f"dit programma bewaarde {' en '.join(soorten)} niet mee, of iemand hief die op"
    )
    assert gelezen.opbouw == voorbeeld


def test_op_een_ander_blad_dan_dat_met_invoer_is_het_geen_opmerking(knoeier: Knoeier) -> None:
    deel = knoeier.bladdeel("Samenvatting")
    knoeier.delen[deel] = re.sub(WEG["de beveiliging"], "", knoeier.tekst(deel)).encode()
    assert lees_excel(knoeier.bewaar()).bevindingen == ()
