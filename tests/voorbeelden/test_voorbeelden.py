"""The embedded example, and the starting input that is made from it."""

from __future__ import annotations

import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, voorbeeld_2026
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.voorbeelden.begin import KEUZE_NODIG, begin


def test_het_voorbeeld_geeft_zijn_tarieven() -> None:
    uitkomst = voorbeeld_2026().bereken()
    assert [str(tarief.per_etmaal) for tarief in uitkomst.values()] == ["149.44", "160.34", "182.12"]


def test_elke_waarde_van_het_voorbeeld_heeft_een_onderbouwing(voorbeeld: Opbouw) -> None:
    gegeven = {waarde.sleutel for waarde in voorbeeld.waarden() if waarde.is_gegeven}
    assert gegeven == set(voorbeeld.onderbouwing)
    for steun in voorbeeld.onderbouwing.values():
        assert (steun.bron is None) == (steun.herkomst is Herkomst.AANNAME)


def test_het_begin_vraagt_om_elke_aanname(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout) as fout:
        Opbouw.model_validate(begin())
    gevraagd = {bezwaar.sleutel for bezwaar in fout.value.bezwaren}
    keuzes = {w.sleutel for w in voorbeeld.waarden() if w.sleutel.endswith(KEUZE_NODIG)}
    assert gevraagd == set(voorbeeld.aannames()) | keuzes


def test_het_begin_houdt_wat_een_bron_heeft() -> None:
    inhoud = begin()
    assert inhoud["inkomen_gezinshuisouder"]["loon"]["vakantietoeslag"] == "0.08"
    assert inhoud["inkomen_gezinshuisouder"]["loon"]["bruto_maandsalaris"] is None
    assert inhoud["leegstand"]["bezettingsgraad"] is None
    assert "vast_bedrag_per_jaar" not in inhoud["huisvesting"]


def test_bij_elke_sleutel_van_het_begin_staat_wat_mag(voorbeeld: Opbouw) -> None:
    uitleg = begin()["onderbouwing"]
    assert set(uitleg) == {waarde.sleutel for waarde in voorbeeld.waarden() if waarde.is_gegeven}
    assert uitleg["leegstand.bezettingsgraad"]["toelichting"] == (
        "deel van de plaatsdagen dat bezet is; groter dan 0 en hoogstens 1 (fractie)"
    )
    assert uitleg["leegstand.grondslag"]["toelichting"] == (
        "kosten die bij leegstand doorlopen; kies kostprijs of vaste_kosten"
    )
    assert uitleg["inkomen_gezinshuisouder.loon.vakantietoeslag"]["bron"] == "CAO Jeugdzorg (december 2024)"


def test_een_ingevuld_begin_is_een_opbouw(voorbeeld: Opbouw) -> None:
    inhoud = begin()
    for waarde in voorbeeld.waarden():
        if waarde.is_gegeven:
            tak = inhoud
            *pad, laatste = waarde.sleutel.split(".")
            for deel in pad:
                tak = tak[deel]
            tak[laatste] = waarde.waarde
    assert Opbouw.model_validate(inhoud).bereken().als_json() == voorbeeld.bereken().als_json()
