"""The table of keys: every input, what it allows and means; in Python, on the command line and in the guide."""

from __future__ import annotations

import csv
import io
import json
import pydoc
from pathlib import Path

import pytest

from gezinshuis_tarief import Leegstand, Opbouw, sleutels
from hulp.invoer import ONDERNEMER
from hulp.opdracht import draai

WORTEL = Path(__file__).parents[2]
LIJST = WORTEL / "tests" / "huisregels" / "sleutels.txt"


def test_de_tabel_heeft_elke_sleutel() -> None:
    lijst = [regel.split("\t")[0] for regel in LIJST.read_text(encoding="utf-8").splitlines()]
    assert [regel.sleutel for regel in sleutels().regels] == lijst
    assert all(regel.betekenis and regel.bouwsteen and regel.eenheid for regel in sleutels().regels)


def test_zoeken_gaat_over_sleutel_bouwsteen_eenheid_en_betekenis() -> None:
    assert [regel.sleutel for regel in sleutels("leegstand bezet").regels] == ["leegstand.bezettingsgraad"]
    assert {regel.bouwsteen for regel in sleutels("winst/marge").regels} == {"10 Winst/marge"}
    assert {regel.eenheid for regel in sleutels("uurtarief €").regels} == {"€ per uur"}
    assert not sleutels("zwembad")


def test_de_sleutels_van_een_opbouw_zijn_die_van_zijn_eigen_soort_en_per_zorgzwaarte(
    voorbeeld: Opbouw,
) -> None:
    opbouw = voorbeeld.met(
        {"inkomen_gezinshuisouder": ONDERNEMER, "hoog.leegstand.bezettingsgraad": "0.9"}, reden="ondernemer"
    )
    regels = {regel.sleutel: regel for regel in sleutels(opbouw=opbouw).regels}
    assert "inkomen_gezinshuisouder.norm.bruto_maandsalaris" in regels
    assert "inkomen_gezinshuisouder.loon.bruto_maandsalaris" not in regels
    eigen = regels["hoog.leegstand.bezettingsgraad"]
    assert eigen.bouwsteen == "9 Leegstand"
    assert eigen.betekenis == f"{regels['leegstand.bezettingsgraad'].betekenis} (zorgzwaarte hoog)"


def test_de_tabel_noemt_grenzen_status_en_bron() -> None:
    """D8: unit, bounds, meaning, status and source of each key."""
    (regel,) = sleutels("loon.eindejaarsuitkering gezinshuisouder").regels
    assert regel.toegestaan == "minstens 0 en hoogstens 1 (fractie)"
    assert regel.status == "vast"
    assert regel.bron.startswith("CAO Jeugdzorg")


def test_de_tabel_in_de_handleiding_is_die_van_nu() -> None:
    hoofdstuk = (WORTEL / "docs" / "sleutels.md").read_text(encoding="utf-8")
    assert hoofdstuk.endswith(sleutels().als_markdown())


def test_de_tabel_wordt_tekst_csv_json_en_een_frame() -> None:
    alle = sleutels()
    assert "leegstand.bezettingsgraad" in str(alle)
    assert "<td" in alle._repr_html_()
    assert alle.naar_frame().loc["leegstand.bezettingsgraad", "eenheid"] == "fractie"
    rijen = list(csv.DictReader(io.StringIO(alle.als_csv()), delimiter=";"))
    assert rijen == alle.als_json()


def test_de_opdracht_sleutels() -> None:
    assert "deel van de plaatsdagen dat bezet is" in draai("sleutels", "leegstand").output
    assert json.loads(draai("sleutels", "leegstand", "bezet", "--json").output)[0]["eenheid"] == "fractie"
    assert draai("sleutels", "--csv").output == sleutels().als_csv()
    niets = draai("sleutels", "zwembad")
    assert (niets.exit_code, niets.stdout) == (3, "")
    assert niets.stderr == "Geen sleutel gevonden met: zwembad. Probeer minder woorden.\n"


def test_help_zegt_wat_elk_veld_betekent() -> None:
    """D8: no component leaves its inputs unexplained."""
    tekst = pydoc.render_doc(Leegstand, renderer=pydoc.plaintext)  # type: ignore[attr-defined]  # typeshed lacks it
    assert (
        "bezettingsgraad: deel van de plaatsdagen dat bezet is; groter dan 0 en hoogstens 1 (fractie)"
        in tekst
    )
    assert "grondslag: kosten die bij leegstand doorlopen; kostprijs of vaste_kosten" in tekst


@pytest.mark.parametrize("vreemd", ["model_dump", "copy", "json", "parse_obj", "dict"])
def test_aanvullen_biedt_onze_namen_en_niet_die_van_de_bibliotheek_eronder(
    voorbeeld: Opbouw, vreemd: str
) -> None:
    """D8: completion shows our names."""
    assert "bezettingsgraad" in dir(voorbeeld.leegstand)
    assert {"bereken", "met", "leegstand", "uitleg"} <= set(dir(voorbeeld))
    assert vreemd not in dir(voorbeeld)
