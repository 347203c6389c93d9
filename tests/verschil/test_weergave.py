"""What people see of a difference: sentence, table, picture, JSON."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gezinshuis_tarief import EigenPost, GelieerdeZorgorganisatie, GezinshuisTariefFout, Opbouw
from gezinshuis_tarief.kern.sleutels import waarde_op
from gezinshuis_tarief.model.verschillen import sleutelverschillen
from gezinshuis_tarief.uitkomst.tonen import toon_bij
from gezinshuis_tarief.verschil.verschil import Verschil, verschil
from gezinshuis_tarief.verschil.weergave import VERDEELD, verschil_zin
from gezinshuis_tarief.weergave import euro, met_teken


@pytest.fixture
def klein(voorbeeld: Opbouw, blok_acht: GelieerdeZorgorganisatie) -> Verschil:
    wijzigingen: dict[str, Any] = {
        "leegstand.bezettingsgraad": "0.9",
        "leegstand.grondslag": "kostprijs",
        "winst_marge.percentage": "0.01",
        "gelieerde_zorgorganisatie": blok_acht,
        "zorgzwaarte.toeslag_per_etmaal_hoog": "1",
    }
    return verschil(voorbeeld, voorbeeld.met(wijzigingen))


def test_de_zin_noemt_het_grootste_deel_eerst(klein: Verschil) -> None:
    deel = klein["laag"]
    zin = verschil_zin(deel)
    begin = f"Zorgzwaarte laag: van € 149,44 naar {euro(deel.naar)}, {euro(deel.bedrag)} hoger. "
    assert zin.startswith(f"{begin}Van het verschil van {euro(deel.bedrag)} komt € ")
    bedragen = [regel.bedrag for regel in deel.per_sleutel().values()]
    grootste = max(bedragen, key=abs)
    assert f"komt {euro(grootste)} door" in zin
    assert "door bezettingsgraad (leegstand)" in zin
    assert "door gelieerde zorgorganisatie" in zin
    assert "toeslag per etmaal hoog" not in zin


def test_de_zin_zegt_lager_en_gelijk(voorbeeld: Opbouw) -> None:
    lager = verschil(voorbeeld, voorbeeld.met({"winst_marge.percentage": "0.02"}))["laag"]
    assert verschil_zin(lager) == (
        f"Zorgzwaarte laag: van € 149,44 naar {euro(lager.naar)}, {euro(-lager.bedrag)} lager. Van het verschil "
        f"van {euro(lager.bedrag)} komt {euro(lager.bedrag)} door percentage (winst marge)."
    )
    assert lager.bedrag < 0
    # a thousand more for the rent and a thousand less for the upkeep
    wissel = {
        "huisvesting.woonlasten_per_jaar": "16000",
        "huisvesting.onderhoud_en_inventaris_per_jaar": "2600",
    }
    gelijk = verschil_zin(verschil(voorbeeld, voorbeeld.met(wissel))["laag"])
    assert "naar € 149,44, gelijk; tegenover elkaar staan € " in gelijk
    zonder = verschil(voorbeeld, voorbeeld.met({"zorgzwaarte.toeslag_per_etmaal_hoog": "1"}))["laag"]
    assert verschil_zin(zonder) == "Zorgzwaarte laag: het tarief is in beide gevallen € 149,44."


def test_de_tabel_telt_op_en_zegt_hoe(klein: Verschil) -> None:
    tekst = str(klein)
    assert "wat verschilt" in tekst
    assert "9 Leegstand" in tekst
    assert "  bezettingsgraad " in tekst
    assert "10 Winst/marge: percentage" in tekst
    assert "geen" in tekst
    assert tekst.endswith(VERDEELD)


def test_in_een_notebook_is_onschadelijk_wat_mensen_typen(voorbeeld: Opbouw) -> None:
    ander = voorbeeld.met({"eigen_posten": (EigenPost(naam="<b>Bus</b>", bedrag_per_jaar="100"),)})
    html = verschil(voorbeeld, ander)._repr_html_()
    assert "<b>Bus" not in html
    assert "&lt;b&gt;Bus" in html


def test_json_heeft_bedragen_als_tekst(klein: Verschil) -> None:
    inhoud = klein.als_json()["verschil"]["laag"]
    assert inhoud["van"] == "149.44"
    assert [regel["sleutel"] for regel in inhoud["bijdragen"]] == [
        "gelieerde_zorgorganisatie",
        "leegstand",
        "winst_marge",
        "zorgzwaarte",
    ]
    leegstand = inhoud["bijdragen"][1]
    assert [deel["sleutel"] for deel in leegstand["delen"]] == [
        "leegstand.bezettingsgraad",
        "leegstand.grondslag",
    ]
    assert "delen" not in inhoud["bijdragen"][0]


def test_het_is_een_mapping_van_drie_zorgzwaartes(klein: Verschil) -> None:
    assert (list(klein), len(klein)) == (["laag", "midden", "hoog"], 3)


def test_bedragen_hebben_hun_teken_vooraan() -> None:
    assert (euro(Decimal("-1234.5")), euro(Decimal(2))) == ("− € 1.234,50", "€ 2,00")
    assert (met_teken(Decimal("-0.4")), met_teken(Decimal(0)), met_teken(Decimal(3))) == (
        "−0,40",
        "0,00",
        "+3,00",
    )


def test_waarden_staan_er_zoals_ze_worden_gelezen(
    voorbeeld: Opbouw, blok_acht: GelieerdeZorgorganisatie
) -> None:
    ander = voorbeeld.met({"gelieerde_zorgorganisatie": blok_acht})
    assert toon_bij(voorbeeld, "gelieerde_zorgorganisatie") == "geen"
    assert toon_bij(ander, "gelieerde_zorgorganisatie").startswith(
        "aandeel 5%, grondslag tarief, vast bedrag"
    )
    assert toon_bij(voorbeeld, "eigen_posten") == "geen"
    assert toon_bij(voorbeeld, "leegstand.grondslag") == "vaste kosten"
    assert toon_bij(voorbeeld, "gezinshuis.dagen_per_jaar") == "365 dagen per jaar"
    assert toon_bij(voorbeeld, "inkomen_gezinshuisouder.loon.bruto_maandsalaris") == "€ 4.375,20 per maand"
    assert waarde_op(voorbeeld, "eigen_posten[3].naam") is None
    posten = (EigenPost(naam="Bus", bedrag_per_jaar="100"), EigenPost(naam="Tuin", bedrag_per_jaar="5"))
    twee = toon_bij(voorbeeld.met({"eigen_posten": posten}), "eigen_posten")
    assert twee == "naam Bus, bedrag per jaar € 100,00 per jaar; naam Tuin, bedrag per jaar € 5,00 per jaar"
    assert [wat.groep for wat in sleutelverschillen(voorbeeld, ander)] == ["gelieerde_zorgorganisatie"]


@pytest.mark.parametrize(("naam", "begin"), [("w.png", b"\x89PNG"), ("w.svg", b"<?xml")])
def test_het_plaatje(klein: Verschil, tmp_path: Path, naam: str, begin: bytes) -> None:
    klein.teken(tmp_path / naam)
    assert (tmp_path / naam).read_bytes().startswith(begin)
    with pytest.raises(FileExistsError):
        klein.teken(tmp_path / naam, "hoog")


def test_het_plaatje_vraagt_om_zijn_extra(
    klein: Verschil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(GezinshuisTariefFout, match=r"gezinshuis-tarief\[grafieken\]"):
        klein.teken(tmp_path / "w.png")
    assert list(tmp_path.iterdir()) == []
