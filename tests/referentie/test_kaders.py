"""Legal cost elements, the eleven bouwstenen, unit codes and counts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie import (
    bouwstenen_koppeling,
    gezinshuizen_telling,
    ijw_eenheden,
    kostprijselementen,
)


def test_de_wet_noemt_vier_elementen() -> None:
    elementen = kostprijselementen()
    assert [element.onderdeel for element in elementen] == ["a", "b", "c", "d"]
    assert elementen[2].element == "overheadkosten"
    assert {element.geldig_vanaf for element in elementen} == {dt.date(2024, 7, 1)}
    assert elementen[0].bron != elementen[0].bron_invulling


def test_de_elf_bouwstenen_in_hun_volgorde() -> None:
    assert [(rij.nummer, rij.sleutel, rij.elementen) for rij in bouwstenen_koppeling()] == [
        (1, "inkomen_gezinshuisouder", ("a",)),
        (2, "gedragswetenschapper", ("a",)),
        (3, "ondersteuning", ("a",)),
        (4, "vervanging_logeren", ("a",)),
        (5, "verzorgingskosten", ("b",)),
        (6, "huisvesting", ("c",)),
        (7, "overhead", ("c",)),
        (8, "gelieerde_zorgorganisatie", ("c",)),
        (9, "leegstand", ()),
        (10, "winst_marge", ()),
        (11, "zorgzwaarte", ("a", "b")),
    ]


def test_de_koppeling_is_van_ons_en_de_naam_niet() -> None:
    for rij in bouwstenen_koppeling():
        assert rij.herkomst is Herkomst.BRON
        assert rij.herkomst_koppeling is Herkomst.AFGELEID


def test_elk_gekoppeld_element_bestaat() -> None:
    bekend = {element.onderdeel for element in kostprijselementen()}
    assert {letter for rij in bouwstenen_koppeling() for letter in rij.elementen} <= bekend


def test_een_etmaal_heeft_code_14() -> None:
    codes = {(rij.lijst, rij.code): rij.betekenis for rij in ijw_eenheden()}
    assert codes["WJ756", "14"] == "Etmaal"
    assert codes["WJ756", "01"] == "Minuut"
    assert {rij.versie for rij in ijw_eenheden()} == {"iJw 3.2"}


def test_de_tellingen_van_gezinshuizen() -> None:
    eerste, *_, laatste = gezinshuizen_telling()
    assert (eerste.moment, eerste.gezinshuizen, eerste.jeugdigen, eerste.minstens) == (
        "2011",
        389,
        1362,
        False,
    )
    assert (laatste.gezinshuizen, laatste.jeugdigen, laatste.minstens) == (1052, 4000, True)
    assert laatste.jeugdigen_per_huis == Decimal("3.8")
    assert laatste.herkomst_gemiddelde is Herkomst.AFGELEID
