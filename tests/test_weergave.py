"""How outcomes look; the golden texts change only on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from gezinshuis_tarief import Opbouw
from gezinshuis_tarief.weergave import als_tekst, hoogstens_breed, html_tabel, tabel
from hulp.invoer import invoer_nul

GOUDEN = Path(__file__).parent / "gouden"


@pytest.mark.parametrize("naam", ["alle_zorgzwaartes", "midden"])
def test_de_tabel_is_die_van_het_gouden_bestand(voorbeeld: Opbouw, naam: str) -> None:
    """When a table is meant to change: write its text and a line end over the file."""
    uitkomst = voorbeeld.bereken()
    tekst = str(uitkomst if naam == "alle_zorgzwaartes" else uitkomst["midden"])
    assert f"{tekst}\n" == (GOUDEN / f"tabel_{naam}.txt").read_text(encoding="utf-8")


def test_een_uitkomst_met_een_zorgzwaarte_staat_er_helemaal(voorbeeld: Opbouw) -> None:
    uitkomst = voorbeeld.bereken()
    assert str(uitkomst.alleen(["midden"])) == str(uitkomst["midden"])


def test_tekst_wordt_nooit_afgebroken_en_heeft_geen_kleuren() -> None:
    lang = "woord " * 25
    tekst = als_tekst(tabel(["kop", "getal"], [[lang.strip(), "1"]]))
    assert lang.strip() in tekst
    assert "\x1b" not in tekst
    assert all(regel == regel.rstrip() for regel in tekst.splitlines())


def test_een_totaal_staat_onder_een_streep() -> None:
    regels = als_tekst(tabel(["kop", "getal"], [["a", "1"], ["som", "1"]], totaal=True)).splitlines()
    zonder = als_tekst(tabel(["kop", "getal"], [["a", "1"], ["som", "1"]])).splitlines()
    assert len(regels) == len(zonder) + 1


@pytest.mark.parametrize("naam", ["[bold]tuin[/bold]", "[/tuin]", "[red]"])
def test_namen_worden_niet_als_opmaak_gelezen(naam: str) -> None:
    post = {"naam": naam, "bedrag_per_jaar": "1460"}
    tekst = str(Opbouw.model_validate({**invoer_nul(), "eigen_posten": [post]}).bereken())
    assert naam in tekst


def test_elke_cel_van_een_html_tabel_is_onschadelijk() -> None:
    assert html_tabel(["<a>", "b"], [["<i>", '"&"']]) == (
        '<table><thead><tr><th style="text-align:left">&lt;a&gt;</th><th style="text-align:right">b</th></tr></thead>'
        '<tbody><tr><td style="text-align:left">&lt;i&gt;</td>'
        '<td style="text-align:right">&quot;&amp;&quot;</td></tr></tbody></table>'
    )


@pytest.mark.parametrize("breed", [40, 60, 80, 132])
@pytest.mark.parametrize("lang", [5, 30, 90])
def test_e9_een_tabel_past_zich_aan_en_breekt_geen_getal(breed: int, lang: int) -> None:
    getallen = ["€ 12.345,67", "1.234,00", "−3,20"]
    rijen = [["woorden " * (lang // 8) + "x" * (lang % 8), *getallen], ["sleutel" * (lang // 7), *getallen]]
    with hoogstens_breed(breed):
        regels = als_tekst(tabel(["naam", "bedrag", "per jaar", "verschil"], rijen)).splitlines()
    past = max(map(len, regels)) <= breed
    assert past == (breed > 40)
    assert all(sum(getal in regel for regel in regels) == 2 for getal in getallen)
    assert "…" not in "".join(regels)


def test_e9_een_breedte_geldt_alleen_in_haar_blok() -> None:
    rij = [["woord " * 20, "1"]]
    with hoogstens_breed(40):
        smal = als_tekst(tabel(["kop", "getal"], rij))
    assert len(smal.splitlines()) > len(als_tekst(tabel(["kop", "getal"], rij)).splitlines())
