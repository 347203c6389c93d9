from __future__ import annotations

import runpy
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gezinshuis_tarief import WerkboekFout, lees_excel
from gezinshuis_tarief.voorbeelden.begin import begin
from gezinshuis_tarief.werkboek.sjablonen import LEEG, VOORBEELD, leeg_werkboek, maak_sjablonen, opdracht
from hulp.libreoffice import lees_waarden
from hulp.rekenblad import Rekenblad

SPREADSHEETS = Path(__file__).parents[2] / "spreadsheets"


def delen(pad: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(pad) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def zonder_versie(inhoud: dict[str, bytes], versie: str) -> dict[str, bytes]:
    """The number of the library may go up without making what users download stale."""
    return {naam: deel.replace(versie.encode(), b"") for naam, deel in inhoud.items()}


@pytest.mark.parametrize("naam", [LEEG, VOORBEELD])
def test_wat_gebruikers_downloaden_is_wat_het_programma_nu_maakt(tmp_path: Path, naam: str) -> None:
    maak_sjablonen(tmp_path)
    bewaard, nieuw = SPREADSHEETS / naam, tmp_path / naam
    versies = {pad: str(lees_waarden(pad)["paspoort.versie"]) for pad in (bewaard, nieuw)}
    assert zonder_versie(delen(bewaard), versies[bewaard]) == zonder_versie(delen(nieuw), versies[nieuw])


def test_tweemaal_maken_geeft_tweemaal_hetzelfde_bestand(tmp_path: Path) -> None:
    eerste = {pad.name: pad.read_bytes() for pad in maak_sjablonen(tmp_path / "een")}
    assert {pad.name: pad.read_bytes() for pad in maak_sjablonen(tmp_path / "twee")} == eerste


def test_het_lege_werkboek_vraagt_wat_het_begin_openlaat(tmp_path: Path) -> None:
    maak_sjablonen(tmp_path)
    blad = Rekenblad(tmp_path / LEEG)
    assert blad["controle.invoer"] == "nog invullen"
    assert blad["uitkomst.midden.tarief"] == "nog invullen"
    assert blad["per_plaats_per_jaar.midden.tarief"] == ""
    assert blad["leegstand.bezettingsgraad"] is None
    assert blad["leegstand.grondslag"] is None
    assert blad["inkomen_gezinshuisouder.loon.vakantietoeslag"] == float(
        begin()["inkomen_gezinshuisouder"]["loon"]["vakantietoeslag"]
    )


def test_het_lege_werkboek_wordt_geweigerd_met_elke_lege_cel_en_niets_anders(tmp_path: Path) -> None:
    maak_sjablonen(tmp_path)
    with pytest.raises(WerkboekFout) as fout:
        lees_excel(tmp_path / LEEG)
    leeg = [sleutel for sleutel, inhoud in _paden(begin()) if inhoud is None]
    assert sorted(bevinding.sleutel for bevinding in fout.value.bevindingen) == sorted(leeg)
    assert all(bevinding.cel for bevinding in fout.value.bevindingen)


def _paden(inhoud: dict[str, Any], voor: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every dotted key with what stands there; bouwsteen 8 is off, and so not asked."""
    for naam, waarde in inhoud.items():
        if isinstance(waarde, dict):
            yield from _paden(waarde, f"{voor}{naam}.")
        elif naam != "gelieerde_zorgorganisatie":
            yield f"{voor}{naam}", waarde


def test_naast_elke_formule_van_het_lege_werkboek_staat_al_wat_zij_zal_zeggen(tmp_path: Path) -> None:
    maak_sjablonen(tmp_path)
    blad = Rekenblad(tmp_path / LEEG)
    for naam, waarde in lees_waarden(tmp_path / LEEG).items():
        gezien = blad[naam]
        if isinstance(waarde, float):
            assert gezien == pytest.approx(waarde, rel=1e-12), naam
        elif waarde == "#DIV/0!":
            assert isinstance(gezien, dict), naam
            assert gezien["type"] == "Error", naam
        else:
            assert (gezien or None) == waarde, naam


def test_het_lege_werkboek_rekent_zodra_alles_is_ingevuld(tmp_path: Path) -> None:
    maak_sjablonen(tmp_path)
    vol, blad = Rekenblad(tmp_path / VOORBEELD), Rekenblad(tmp_path / LEEG)
    namen = sorted(leeg_werkboek().leeg)
    blad.typ({naam: vol[naam] for naam in namen[1:]})
    assert blad["controle.invoer"] == "nog invullen"
    blad.typ({namen[0]: vol[namen[0]]})
    assert blad["uitkomst.midden.tarief"] == pytest.approx(160.34)


def test_een_opdracht_maakt_beide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opdracht([])
    opdracht(["elders"])
    assert sorted(pad.name for pad in (tmp_path / "spreadsheets").iterdir()) == [LEEG, VOORBEELD]
    assert f"elders/{LEEG} staat klaar." in capsys.readouterr().out


def test_het_is_een_module_die_men_kan_draaien(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["sjablonen", str(tmp_path)])
    monkeypatch.delitem(sys.modules, "gezinshuis_tarief.werkboek.sjablonen")
    runpy.run_module("gezinshuis_tarief.werkboek.sjablonen", run_name="__main__")
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [LEEG, VOORBEELD]
