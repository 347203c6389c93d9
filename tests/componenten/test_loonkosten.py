from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from gezinshuis_tarief import Loonkosten, OnbekendCijfer, Opbouw, naar_json, van_json
from gezinshuis_tarief.kern.onderbouwing import Herkomst, Status
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.rekenwijzen.meeschrijver import Meeschrijver
from hulp.invoer import LOON


def anders(**velden: str) -> Loonkosten:
    return Loonkosten(**dict(LOON) | velden)


def test_met_de_hand_nagerekend() -> None:
    wijze = Meeschrijver()
    assert LOON.loonkosten(wijze) == 37116
    assert wijze.waarden == {"brutojaarloon": 29616, "premies": 5000, "pensioen": 2500, "loonkosten": 37116}


def test_onder_het_maximum_gaan_premies_over_het_hele_jaarloon() -> None:
    # 0,20 × 29.616 = 5.923,20 in plaats van 5.000
    assert anders(maximum_premieloon="80000").loonkosten(Exact()) == Decimal("38039.20")


def test_onder_de_franchise_is_er_geen_pensioen() -> None:
    # 37.116 − 2.500
    assert anders(pensioenfranchise="29616").loonkosten(Exact()) == 34616
    assert anders(pensioenfranchise="90000").loonkosten(Exact()) == 34616


def test_de_onregelmatigheidstoeslag_telt_alleen_zelf_mee() -> None:
    # 24.000 × 1,134 = 27.216;  + 5.000 + 0,125 × (27.216 − 9.616) = 2.200
    assert anders(onregelmatigheidstoeslag="0").loonkosten(Exact()) == 34416


def test_uit_cao_vult_waarden_status_en_bron() -> None:
    loon = Loonkosten.uit_cao("CAO Jeugdzorg", 8, 12, "2026-01-01")
    assert dict(loon) == {
        "bruto_maandsalaris": Decimal("4375.20"),
        "onregelmatigheidstoeslag": Decimal(0),
        "vakantietoeslag": Decimal("0.08"),
        "eindejaarsuitkering": Decimal("0.083"),
        "werkgeverspremies": Decimal("0.1713"),
        "maximum_premieloon": Decimal(79409),
        "pensioenpremie_werkgever": Decimal("0.1345"),
        "pensioenfranchise": Decimal(17283),
    }
    steun = dict(loon.meegebracht())
    assert {naam: (s.status, s.herkomst) for naam, s in steun.items()} == {
        "bruto_maandsalaris": (Status.SUGGESTIE, Herkomst.BRON),
        "vakantietoeslag": (Status.VAST, Herkomst.BRON),
        "eindejaarsuitkering": (Status.VAST, Herkomst.BRON),
        "werkgeverspremies": (Status.SUGGESTIE, Herkomst.AFGELEID),
        "maximum_premieloon": (Status.VAST, Herkomst.BRON),
        "pensioenpremie_werkgever": (Status.SUGGESTIE, Herkomst.AFGELEID),
        "pensioenfranchise": (Status.VAST, Herkomst.BRON),
    }
    salaris = steun["bruto_maandsalaris"]
    assert salaris.geldig_vanaf == dt.date(2025, 3, 1)
    assert salaris.bron is not None
    assert salaris.bron.startswith("CAO Jeugdzorg schaal 8 periodiek 12; CAO Jeugdzorg, aanmeldversie SZW")
    assert salaris.toelichting is not None
    assert "een latere is niet bekend" in salaris.toelichting
    premies = steun["werkgeverspremies"]
    assert premies.bron is not None
    assert premies.bron.startswith(
        "som: AWf_laag 2.74 + Aof_laag 6.27 + Wko_opslag 0.50 + Whk_gemiddeld 1.52 + Zvw_werkgever 6.10; "
    )
    assert premies.geldig_vanaf == dt.date(2026, 1, 1)


def test_een_grote_werkgever_betaalt_de_hoge_aof_premie() -> None:
    klein = Loonkosten.uit_cao("jeugdzorg", 8, 12, "2026-01-01")
    groot = Loonkosten.uit_cao("jeugdzorg", 8, 12, "2026-01-01", kleine_werkgever=False)
    assert groot.werkgeverspremies > klein.werkgeverspremies
    bron = dict(groot.meegebracht())["werkgeverspremies"].bron
    assert bron is not None
    assert "Aof_hoog" in bron


def test_een_eigen_waarde_vervangt_het_cijfer_en_brengt_geen_bron_mee() -> None:
    loon = Loonkosten.uit_cao("jeugdzorg", 8, 12, "2026-01-01", werkgeverspremies="0.20")
    assert loon.werkgeverspremies == Decimal("0.20")
    assert "werkgeverspremies" not in dict(loon.meegebracht())


def test_een_onregelmatigheidstoeslag_is_een_open_aanname(voorbeeld: Opbouw) -> None:
    loon = Loonkosten.uit_cao("jeugdzorg", 8, 12, "2026-01-01", onregelmatigheidstoeslag="0.1105")
    assert loon.onregelmatigheidstoeslag == Decimal("0.1105")
    assert "onregelmatigheidstoeslag" not in dict(loon.meegebracht())
    sleutel = "gedragswetenschapper.loon.onregelmatigheidstoeslag"
    assert sleutel in voorbeeld.met({"gedragswetenschapper.loon": loon}).aannames()


def test_zonder_vakantietoeslag_is_de_cao_gehandicaptenzorg_een_fout() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        Loonkosten.uit_cao("GHZ", 65, 14, "2026-01-01")
    assert str(fout.value) == (
        "Bij CAO Gehandicaptenzorg FWG 65 regel 14 zijn eindejaarsuitkering en vakantietoeslag niet bekend. "
        "Geef ze mee, met hun bron: "
        'Loonkosten.uit_cao(…, vakantietoeslag="0.08", eindejaarsuitkering="0.083").'
    )
    with pytest.raises(OnbekendCijfer, match="zijn eindejaarsuitkering niet bekend"):
        Loonkosten.uit_cao("GHZ", 65, 14, "2026-01-01", vakantietoeslag="0.08")


def test_met_vakantietoeslag_kan_de_cao_gehandicaptenzorg() -> None:
    loon = Loonkosten.uit_cao(
        "GHZ", 65, 14, "2026-01-01", vakantietoeslag="0.08", eindejaarsuitkering="0.083"
    )
    assert loon.bruto_maandsalaris > 0
    assert loon.eindejaarsuitkering == Decimal("0.083")


def test_voor_de_eerste_dag_bestaat_een_cijfer_niet() -> None:
    with pytest.raises(OnbekendCijfer, match="Dichtstbij bekend"):
        Loonkosten.uit_cao("jeugdzorg", 8, 12, "2010-01-01")


def test_de_opbouw_neemt_de_onderbouwing_over(voorbeeld: Opbouw) -> None:
    loon = Loonkosten.uit_cao("jeugdzorg", 9, 5, "2026-01-01", onregelmatigheidstoeslag="0.10")
    nieuw = voorbeeld.met({"inkomen_gezinshuisouder.loon": loon}, reden="andere schaal")
    steun = nieuw.onderbouwing_van("inkomen_gezinshuisouder.loon.bruto_maandsalaris")
    assert steun.herkomst is Herkomst.BRON
    assert steun.afwijking is None
    assert steun.bron is not None
    assert steun.bron.startswith("CAO Jeugdzorg schaal 9 periodiek 5")
    assert dict(nieuw.inkomen_gezinshuisouder.meegebracht()) == {}
    assert van_json(naar_json(nieuw)) == nieuw


def test_bouwen_uit_delen_neemt_de_onderbouwing_over(voorbeeld: Opbouw) -> None:
    loon = Loonkosten.uit_cao("jeugdzorg", 11, 12, "2026-01-01")
    blok = type(voorbeeld.gedragswetenschapper)(
        **dict(voorbeeld.gedragswetenschapper) | {"loon": loon},
    )
    delen = {naam: getattr(voorbeeld, naam) for naam in Opbouw.model_fields if naam != "onderbouwing"}
    nieuw = Opbouw(**delen | {"gedragswetenschapper": blok})
    assert set(nieuw.onderbouwing) == {
        f"gedragswetenschapper.loon.{naam}"
        for naam in Loonkosten.model_fields
        if naam != "onregelmatigheidstoeslag"
    }
    assert van_json(naar_json(nieuw)) == nieuw
