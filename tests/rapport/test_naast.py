"""Two offers side by side: the same amounts as the difference, and bars that go from the one to the other."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from pathlib import Path

import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, naar_json, verschil
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.rapport.naast import Naastinhoud, maak_naast
from gezinshuis_tarief.weergave import met_teken
from hulp.opdracht import draai


@pytest.fixture(scope="module")
def bod(voorbeeld: Opbouw) -> Opbouw:
    anders = {
        "leegstand.bezettingsgraad": "0.9",
        "overhead.opslag": "0.08",
        "huisvesting.aandeel_zorg": "0.5",
    }
    return voorbeeld.met(anders).met({"eigen_posten": [{"naam": "<b>tuin", "bedrag_per_jaar": "730"}]})


def test_de_bladzijde_toont_het_verschil_per_zorgzwaarte(voorbeeld: Opbouw, bod: Opbouw) -> None:
    tekst = maak_naast(verschil(voorbeeld, bod), namen=("aanbod", "<i>bod"))
    assert "<i>" not in tekst
    assert "<b>tuin" not in tekst
    assert "script-src 'none'" in html.unescape(tekst)
    assert "<script" not in tekst
    for zwaarte, deel in verschil(voorbeeld, bod).items():
        assert f'data-sleutel="verschil.{zwaarte}">{met_teken(deel.bedrag)}<' in tekst
        assert f'data-sleutel="van.{zwaarte}.tarief">{nederlands(deel.van, 2)}<' in tekst
        assert f'data-sleutel="naar.{zwaarte}.tarief">{nederlands(deel.naar, 2)}<' in tekst
    assert "deel van de plaatsdagen dat bezet is: 95% → 90%" in tekst
    assert "font-family" not in re.sub(r"<style>.*?</style>", "", tekst, flags=re.DOTALL)


def test_de_waterval_loopt_van_het_ene_naar_het_andere_tarief(voorbeeld: Opbouw, bod: Opbouw) -> None:
    for van, naar in ((voorbeeld, bod), (bod, voorbeeld)):
        treden = Naastinhoud(verschil(van, naar), ("aanbod", "bod")).waterval("midden")
        assert [trede.soort for trede in treden].count("merk") == 2
        plek = Decimal(treden[0].begin)
        for trede in treden[1:-1]:
            begin, lengte = Decimal(trede.begin), Decimal(trede.lengte)
            assert abs((begin if trede.soort == "omhoog" else begin + lengte) - plek) <= Decimal("0.02")
            plek = begin + lengte if trede.soort == "omhoog" else begin
            assert 0 <= begin <= begin + lengte <= 100
        assert abs(Decimal(treden[-1].begin) - plek) <= Decimal("0.02")


def test_elke_regel_van_beide_staat_er(voorbeeld: Opbouw, bod: Opbouw) -> None:
    regels = Naastinhoud(verschil(voorbeeld, bod), ("a", "b")).regels("hoog")
    assert len(regels) == 12
    assert regels[-1].titel == "Eigen posten"
    assert regels[-1].van == "0,00"
    som = sum(Decimal(regel.naar.replace(",", ".")) for regel in regels)
    assert som == bod.bereken()["hoog"].per_etmaal


def test_twee_gelijke_offertes_verschillen_niet(voorbeeld: Opbouw) -> None:
    tekst = maak_naast(verschil(voorbeeld, voorbeeld))
    assert "het tarief is in beide gevallen" in tekst
    assert tekst.count('class="merkstreep"') == 6
    with pytest.raises(InvoerFout):
        maak_naast("bod")  # type: ignore[arg-type]


@pytest.mark.parametrize("namen", ["ab", ("a",), ("a", 2)])
def test_er_zijn_twee_namen(voorbeeld: Opbouw, namen: tuple[str, str]) -> None:
    with pytest.raises(InvoerFout, match="namen"):
        maak_naast(verschil(voorbeeld, voorbeeld), namen=namen)


def test_de_opdracht_zet_twee_offertes_naast_elkaar(voorbeeld: Opbouw, bod: Opbouw, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    naar_json(voorbeeld, tmp_path / "aanbod.json")
    for pad, namen in (("bod.json", ("aanbod", "bod")), ("map/aanbod.json", ())):
        naar_json(bod, tmp_path / pad)
        doel = tmp_path / f"{Path(pad).parent.name}naast.html"
        opdracht = ("rapport", str(tmp_path / "aanbod.json"), "--naast", str(tmp_path / pad), "-o", str(doel))
        assert draai(*opdracht).exit_code == 0
        een, twee = namen or (str(tmp_path / "aanbod.json"), str(tmp_path / pad))
        assert doel.read_text(encoding="utf-8") == maak_naast(verschil(voorbeeld, bod), namen=(een, twee))
        assert draai(*opdracht).exit_code == 3
    with pytest.raises(FileExistsError):
        verschil(voorbeeld, bod).naar_html(doel)
