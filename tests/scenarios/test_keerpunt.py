"""At which value a tariff breaks even."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, reject, settings, strategies as st

from gezinshuis_tarief import GeenKeerpunt, InvoerFout, Opbouw, keerpunt
from gezinshuis_tarief.kern.sleutels import plat
from hulp.strategieen import opbouwen

SLEUTELS = [
    "leegstand.bezettingsgraad",
    "overhead.opslag",
    "winst_marge.percentage",
    "inkomen_gezinshuisouder.loon.bruto_maandsalaris",
    "gedragswetenschapper.productieve_uren_per_jaar",
    "gezinshuis.weken_per_jaar",
    "huisvesting.aandeel_zorg",
    "zorgzwaarte.toeslag_per_etmaal_midden",
]


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_het_huidige_tarief_keert_bij_de_huidige_waarde(voorbeeld: Opbouw, sleutel: str) -> None:
    ander = voorbeeld.met({"overhead.opslag": "0.125", "leegstand.bezettingsgraad": "0.9"}, reden="rond")
    tarief = ander.bereken()["midden"].bedragen.onafgerond_tarief
    punt = keerpunt(ander, sleutel, tarief=str(round(tarief, 10)))
    assert abs(punt.waarde - punt.nu) < Decimal("1e-7")  # type: ignore[operator]


@settings(max_examples=25, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(opbouwen(), st.sampled_from(SLEUTELS), st.integers(1, 400))
def test_de_gevonden_waarde_geeft_het_gevraagde_tarief(opbouw: Opbouw, sleutel: str, tarief: int) -> None:
    try:
        punt = keerpunt(opbouw, sleutel, tarief=tarief)
    except GeenKeerpunt:
        reject()
    gezet = opbouw.met({sleutel: punt.waarde})
    assert gezet.bereken()["midden"].bedragen.onafgerond_tarief == punt.tarief
    steil = punt.waarde < Decimal("0.0001") or Decimal("0.9999") < punt.waarde < 1
    assert steil or abs(punt.tarief - tarief) < Decimal("0.01")


def test_een_punt_leest_als_een_zin(voorbeeld: Opbouw) -> None:
    punt = keerpunt(voorbeeld, "leegstand.bezettingsgraad", tarief="165", zorgzwaarte="midden")
    assert str(punt) == (
        "Bij leegstand.bezettingsgraad = 91,7622% (nu 95%) is het tarief voor zorgzwaarte midden € 165,00 per etmaal."
    )
    eigen = keerpunt(voorbeeld, "huisvesting.vast_bedrag_per_jaar", tarief=170)
    assert str(eigen).startswith("Bij huisvesting.vast_bedrag_per_jaar = € 27.818,83 is het tarief")
    assert eigen.nu is None


@pytest.mark.parametrize(
    ("sleutel", "tarief", "tekst"),
    [
        ("leegstand.bezettingsgraad", 150, "Lager dan € 153,73 wordt het niet (bij 100%)."),
        ("huisvesting.aandeel_zorg", 500, "Hoger dan € 166,27 wordt het niet (bij 100%)."),
        ("zorgzwaarte.toeslag_per_etmaal_hoog", 170, "verandert het tarief niet: dat blijft € 160,34."),
        (
            "vervanging_logeren.kosten_per_logeeretmaal",
            160,
            "verandert het tarief niet: dat blijft € 160,34.",
        ),
    ],
)
def test_zonder_oplossing_staat_dat_er(voorbeeld: Opbouw, sleutel: str, tarief: int, tekst: str) -> None:
    with pytest.raises(GeenKeerpunt) as vangst:
        keerpunt(voorbeeld, sleutel, tarief=tarief)
    assert str(vangst.value).startswith(f"{sleutel}: geen keerpunt bij een tarief van € {tarief},00.")
    assert str(vangst.value).endswith(tekst)


@pytest.mark.parametrize(
    ("sleutel", "tekst"),
    [
        ("gezinshuis.plaatsen_laag", "heeft geen waarden ertussen"),
        ("leegstand.grondslag", "heeft geen waarden ertussen"),
        ("leegstand.bezetting", "Bedoelt u leegstand.bezettingsgraad?"),
    ],
)
def test_wat_niet_op_te_lossen_is_wordt_geweigerd(voorbeeld: Opbouw, sleutel: str, tekst: str) -> None:
    with pytest.raises(InvoerFout) as vangst:
        keerpunt(voorbeeld, sleutel, tarief=160)
    assert tekst in str(vangst.value)


def test_ook_de_andere_argumenten_worden_gekeurd(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout, match=r"zwaar is geen keuze\. Toegestaan: laag of midden of hoog"):
        keerpunt(voorbeeld, "overhead.opslag", tarief=160, zorgzwaarte="zwaar")  # type: ignore[arg-type]
    with pytest.raises(InvoerFout, match=r'tarief: "160,00" heeft een komma'):
        keerpunt(voorbeeld, "overhead.opslag", tarief="160,00")


def test_een_deel_van_het_tarief_stopt_voor_het_geheel(voorbeeld: Opbouw) -> None:
    deel = {"aandeel": "0.4", "grondslag": "tarief", "vast_bedrag_per_plaats_per_jaar": 0}
    gelieerd = Opbouw.model_validate({**voorbeeld.model_dump(), "gelieerde_zorgorganisatie": deel})
    punt = keerpunt(gelieerd, "winst_marge.percentage", tarief=1000)
    assert punt.waarde < Decimal("0.6")
    assert plat(gelieerd)["winst_marge.percentage"] == punt.nu
    with pytest.raises(GeenKeerpunt, match="Hoger dan"):
        keerpunt(gelieerd, "overhead.opslag", tarief=100_000_000)


def test_alle_bezwaren_tegen_een_keerpunt_komen_in_een_keer(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout) as fout:
        keerpunt(voorbeeld, "zwembad", tarief="12.000", zorgzwaarte="zwaar")  # type: ignore[arg-type]
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == ["zwembad", "zorgzwaarte", "tarief"]
