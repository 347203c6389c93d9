from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from gezinshuis_tarief import Herkomst, InvoerFout, OnbekendCijfer, Opbouw
from gezinshuis_tarief.indexatie import Indexafspraak, Inschaling, herprijs, indexeer
from gezinshuis_tarief.referentie import salaris
from hulp.invoer import ONDERNEMER

INSCHALING = {
    "inkomen_gezinshuisouder": Inschaling(schaal="8", periodiek="12"),
    "gedragswetenschapper": Inschaling(schaal="11", periodiek="12"),
}
MAAND = "inkomen_gezinshuisouder.loon.bruto_maandsalaris"


def test_het_voorbeeld_staat_al_op_de_prijzen_van_2026(voorbeeld: Opbouw) -> None:
    herprijsd = herprijs(voorbeeld, "2026-01-01", inschaling=INSCHALING)
    assert all(oud == prijs.waarde for oud, prijs in herprijsd.gewijzigd.values())
    assert herprijsd.nieuw.bereken().als_json() == voorbeeld.bereken().als_json()
    steun = herprijsd.nieuw.onderbouwing["inkomen_gezinshuisouder.loon.werkgeverspremies"]
    assert steun.herkomst is Herkomst.AFGELEID
    assert "Wko_opslag 0,50 + Whk_gemiddeld 1,52 + Zvw_werkgever 6,10 (admintrend.nl" in (steun.bron or "")
    assert "let op: laatst gevonden tabel (per 2025-03-01)" in str(herprijsd)


def test_een_ondernemer_krijgt_de_prijzen_van_zijn_norm_en_zijn_eigen_premies(voorbeeld: Opbouw) -> None:
    opbouw = voorbeeld.met({"inkomen_gezinshuisouder": ONDERNEMER}, reden="ondernemer")
    herprijsd = herprijs(opbouw, "2026-01-01", inschaling=INSCHALING)
    ouder = {s.partition(".")[2]: str(p.waarde) for s, (_, p) in herprijsd.gewijzigd.items() if "ouder" in s}
    assert ouder.keys() == {
        "norm.bruto_maandsalaris",
        "pensioenpremie",
        "pensioenfranchise",
        "zvw_bijdrage",
        "zvw_maximum",
    }
    assert ouder["norm.bruto_maandsalaris"] == str(salaris("jeugdzorg", 8, 12, "2026-01-01").waarde)
    assert "gedragswetenschapper.loon.werkgeverspremies" in herprijsd.gewijzigd


def test_een_ontbrekende_premie_is_een_fout_en_een_eigen_cijfer_lost_die_op(voorbeeld: Opbouw) -> None:
    with pytest.raises(OnbekendCijfer, match="OP_werkgeversdeel_jeugdzorg is niet bekend voor 2024-06-01"):
        herprijs(voorbeeld, "2024-06-01", inschaling=INSCHALING)
    bron = "opgave van de salarisadministratie"
    eigen = {
        f"{blok}.loon.{veld}": (waarde, bron)
        for blok in INSCHALING
        for veld, waarde in [("werkgeverspremies", "0.17"), ("pensioenpremie_werkgever", "0.134")]
    }
    herprijsd = herprijs(voorbeeld, dt.date(2024, 6, 1), inschaling=INSCHALING, leeftijd=13, eigen=eigen)
    verwacht = salaris("jeugdzorg", 8, 12, "2024-06-01").waarde
    oud, nieuw = herprijsd.gewijzigd[MAAND]
    assert (oud, nieuw.waarde) == (Decimal("4375.20"), verwacht)
    assert herprijsd.nieuw.onderbouwing["gedragswetenschapper.loon.werkgeverspremies"].bron == bron
    assert herprijsd.nieuw.bereken()["laag"].per_etmaal < voorbeeld.bereken()["laag"].per_etmaal
    assert str(herprijsd).startswith("Herprijsd naar 2024-06-01")
    assert MAAND in str(herprijsd)


def test_herprijzen_en_indexeren_naast_elkaar_met_de_oorzaak(voorbeeld: Opbouw) -> None:
    eigen: dict[str, tuple[str | Decimal, str]] = {MAAND: ("4500.00", "nieuwe loontabel")}
    herprijsd = herprijs(voorbeeld, "2026-01-01", inschaling={}, eigen=eigen)
    per_regel = Indexafspraak(niveau="per_bouwsteen")
    indexatie = indexeer(
        voorbeeld.bereken(), basisjaar=2024, tot_en_met=2025, basis="geindexeerd", afspraak=per_regel
    )
    verschillen = {(v.zorgzwaarte, v.regel): v for v in herprijsd.vergelijk(indexatie)}
    ouder = verschillen["laag", "inkomen_gezinshuisouder"]
    assert ouder.oud == voorbeeld.bereken()["laag"]["inkomen_gezinshuisouder"].per_etmaal
    assert ouder.verschil == ouder.herprijsd - ouder.geindexeerd
    assert ouder.oorzaak == f"{MAAND}: 4375.20 → 4500.00"
    wonen = verschillen["laag", "huisvesting"]
    assert wonen.oorzaak == "geen nieuwe prijs"
    assert verschillen["laag", "overhead"].oorzaak == "werkt door uit andere regels"
    assert wonen.herprijsd == wonen.oud
    for zwaarte in ("laag", "midden", "hoog"):
        regels = [v for v in verschillen.values() if v.zorgzwaarte == zwaarte]
        assert sum(v.herprijsd for v in regels) == herprijsd.nieuw.bereken()[zwaarte].per_etmaal
        assert sum(v.geindexeerd for v in regels) == indexatie.tarieven(2025)[zwaarte]
    frame = herprijsd.vergelijking_frame(indexatie)
    assert frame.xs(("laag", "huisvesting"))["verschil"] == float(wonen.verschil)


def test_een_indexatie_van_iets_anders_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    herprijsd = herprijs(voorbeeld, "2026-01-01", inschaling={})
    indexatie = indexeer(voorbeeld.bereken(), basisjaar=2024, tot_en_met=2025, basis="nieuw")
    with pytest.raises(InvoerFout, match="per_bouwsteen"):
        herprijsd.vergelijk(indexatie)


@pytest.mark.parametrize(
    ("eigen", "melding"),
    [
        ({MAAND: ("4500", " ")}, "heeft geen bron"),
        ({MAAND: ("4.500,00", "tabel")}, "heeft een komma"),
        ({"huisvesting.huur": ("1", "contract")}, "geen bekende sleutel"),
    ],
)
def test_een_eigen_prijs_die_niet_klopt_wordt_geweigerd(
    voorbeeld: Opbouw, eigen: dict[str, tuple[str | Decimal, str]], melding: str
) -> None:
    with pytest.raises(InvoerFout, match=melding):
        herprijs(voorbeeld, "2026-01-01", inschaling={}, eigen=eigen)


def test_alleen_lonen_volgens_een_cao_hebben_een_inschaling(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout, match=r"inschaling\.ondersteuning"):
        herprijs(voorbeeld, "2026-01-01", inschaling={"ondersteuning": Inschaling(schaal="5", periodiek="1")})


def test_alle_bezwaren_tegen_eigen_prijzen_komen_in_een_keer(voorbeeld: Opbouw) -> None:
    eigen: dict[str, Any] = {
        "zwembad": ("1", "x"),
        MAAND: ("4.375", "loontabel"),
        "huisvesting.woonlasten_per_jaar": ("15.000", "huur"),
        "overhead.opslag": "0.1",
        "leegstand.grondslag": ("kostprijs", "x"),
        "leegstand.bezettingsgraad": ("2", "x"),
    }
    with pytest.raises(InvoerFout) as fout:
        herprijs(voorbeeld, "2026-01-01", inschaling={"zwembad": 3}, eigen=eigen)  # type: ignore[dict-item]
    sleutels = [bezwaar.sleutel for bezwaar in fout.value.bezwaren]
    assert sleutels == [
        *(f"eigen.{sleutel}" for sleutel in eigen),
        "inschaling.zwembad",
        "inschaling.zwembad",
    ]


def test_een_herprijzing_toont_tabellen_met_hun_bron(voorbeeld: Opbouw) -> None:
    herprijsd = herprijs(voorbeeld, "2026-01-01", inschaling=INSCHALING)
    html = herprijsd._repr_html_()
    assert html.count("<table>") == 2
    assert html.count("<tr>") == 2 + 3 + len(herprijsd.gewijzigd)
    assert len(html) < 100_000
    assert "Herprijsd naar 2026-01-01" in html
    for tekst in herprijsd.nieuw.prijspeil.waarschuwingen(herprijsd.peildatum):
        assert f"<p>Let op: {tekst}" in html
