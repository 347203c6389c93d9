from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import InvoerFout, OnbekendCijfer
from gezinshuis_tarief.indexatie import EigenCijfer, Gewichten, Indexafspraak, jaarindex

QUOTIENT = Indexafspraak(nacalculatie="quotient")


def test_het_advies_van_vng_voor_2025_met_de_verschilmethode() -> None:
    index = jaarindex(2025)
    assert (index.gewogen, index.inhaal, index.procent) == (
        Decimal("3.944"),
        Decimal("1.013"),
        Decimal("4.96"),
    )


def test_de_eerste_versie_voor_2025_met_de_quotientmethode() -> None:
    index = jaarindex(2025, afspraak=QUOTIENT)
    assert [post.inhaal for post in index.posten] == [Decimal("1.01"), Decimal("0.58")]
    assert (index.gewogen, index.inhaal, index.procent) == (
        Decimal("3.94"),
        Decimal("0.97"),
        Decimal("4.91"),
    )


def test_het_gepubliceerde_advies_voor_2024_met_de_quotientmethode() -> None:
    """The table VNG published for 2024: 1,55% and 2,05%, together 1,60%; 4,70% + 1,60% = 6,30%."""
    index = jaarindex(2024, afspraak=QUOTIENT)
    assert [post.inhaal for post in index.posten] == [Decimal("1.55"), Decimal("2.05")]
    assert (index.gewogen, index.inhaal, index.procent) == (
        Decimal("4.70"),
        Decimal("1.60"),
        Decimal("6.30"),
    )


def test_zonder_inhaal_telt_alleen_het_jaar_zelf() -> None:
    geen = Indexafspraak(nacalculatie="geen")
    assert jaarindex(2025, met_inhaal=False).procent == Decimal("3.94")
    assert jaarindex(2025, afspraak=geen).procent == Decimal("3.94")
    assert "zonder inhaal over 2024" in jaarindex(2025, afspraak=geen).uitleg()


def test_samengesteld_vermenigvuldigt_de_factoren() -> None:
    """1,03944 × 1,01013 = 1,0499695…: 5,00% in plaats van 4,96%."""
    assert jaarindex(2025, afspraak=Indexafspraak(samenvoeging="samengesteld")).procent == Decimal("5.00")


def test_definitieve_cijfers_van_het_jaar_zelf() -> None:
    """0,9 × 6,00 + 0,1 × 3,10 = 5,71, en de inhaal over 2023: 0,9 × 1,62 + 0,1 × 2,15 = 1,673."""
    assert jaarindex(2024, stand="definitief").procent == Decimal("7.38")


def test_een_ontbrekend_jaar_noemt_wat_bekend_is() -> None:
    with pytest.raises(
        OnbekendCijfer, match=r"OVA 2026 met stand 'voorlopig' .*van OVA: 2025 voorlopig 4,18%"
    ):
        jaarindex(2026)
    with pytest.raises(OnbekendCijfer, match="2025 met stand 'definitief' is niet bekend"):
        jaarindex(2025, stand="definitief")


def test_een_eigen_cijfer_vult_een_jaar_aan_en_draagt_zijn_bron() -> None:
    eigen = [
        EigenCijfer(reeks="ova", jaar=2026, stand="voorlopig", procent="3.50", bron="raming CPB"),
        EigenCijfer(reeks="PPC", jaar=2026, stand="voorlopig", procent="2", bron="raming CPB"),
    ]
    index = jaarindex(2026, met_inhaal=False, eigen=eigen)
    assert index.procent == Decimal("3.35")
    assert "raming CPB" in index.uitleg()


def test_een_eigen_cijfer_voor_een_ander_jaar_wordt_genoemd() -> None:
    eigen = [EigenCijfer(reeks="OVA", jaar=2027, stand="voorlopig", procent=3, bron="raming")]
    with pytest.raises(OnbekendCijfer, match=r"bekend van OVA: 2025 voorlopig 4,18%, 2027 voorlopig 3%\."):
        jaarindex(2026, eigen=eigen)


@pytest.mark.parametrize(("veld", "waarde"), [("bron", " "), ("procent", "3,5"), ("stand", "raming")])
def test_een_eigen_cijfer_zonder_bron_of_met_een_verkeerde_waarde_wordt_geweigerd(
    veld: str, waarde: str
) -> None:
    goed = {"reeks": "OVA", "jaar": 2026, "stand": "voorlopig", "procent": "3.5", "bron": "raming"}
    with pytest.raises(InvoerFout, match=veld):
        EigenCijfer(**(goed | {veld: waarde}))


def test_een_vast_deel_en_huisvesting_hebben_hun_eigen_gewicht() -> None:
    """0,5 × 4,18 + 0,2 × 3,3 = 2,75; een kwart volgt niets en PPC doet voor 5% mee: + 0,091."""
    gewichten = Gewichten(loongebonden="0.5", huisvesting="0.2", materieel="0.05", vast="0.25")
    afspraak = Indexafspraak(gewichten=gewichten, reeks_huisvesting="huurindex")
    eigen = [EigenCijfer(reeks="huurindex", jaar=2025, stand="voorlopig", procent="3.3", bron="huurcontract")]
    index = jaarindex(2025, afspraak=afspraak, met_inhaal=False, eigen=eigen)
    assert index.procent == Decimal("2.84")
    assert "vast 25%: wordt niet geïndexeerd" in index.uitleg()


def test_gewichten_zijn_samen_een() -> None:
    with pytest.raises(InvoerFout, match="samen precies 1"):
        Gewichten(loongebonden="0.9")


def test_een_afspraak_kent_alleen_bestaande_bouwstenen() -> None:
    with pytest.raises(InvoerFout, match="Bedoelt u huisvesting"):
        Indexafspraak(per_bouwsteen={"huisvestin": Gewichten(vast=1)}, niveau="per_bouwsteen")


def test_eigen_gewichten_per_bouwsteen_passen_niet_bij_een_tarief_als_geheel() -> None:
    with pytest.raises(InvoerFout, match="kent één weging"):
        Indexafspraak(per_bouwsteen={"huisvesting": Gewichten(vast=1)})


def test_de_uitleg_noemt_cijfers_bronnen_en_de_optelling() -> None:
    tekst = jaarindex(2025).uitleg()
    assert "loongebonden 90% × OVA 2025 voorlopig 4,18%" in tekst
    assert "inhaal 2024: definitief 6% − voorlopig 4,94% = 1,06%" in tekst
    assert "opgeteld: 4,96%" in tekst
    assert "(1 + 6%) / (1 + 4,94%) − 1, afgerond = 1,01%" in jaarindex(2025, afspraak=QUOTIENT).uitleg()


_PROCENT = st.decimals(Decimal(-5), Decimal(15), places=2)


@given(
    _PROCENT,
    _PROCENT,
    st.sampled_from(["verschil", "quotient"]),
    st.sampled_from(["optellen", "samengesteld"]),
)
def test_is_definitief_gelijk_aan_voorlopig_dan_is_er_niets_in_te_halen(
    vorig: Decimal, nu: Decimal, methode: str, hoe: str
) -> None:
    eigen = [
        EigenCijfer(reeks=reeks, jaar=jaar, stand=stand, procent=f"{procent}%", bron="geval")
        for reeks in ("OVA", "PPC")
        for jaar, stand, procent in [
            (2040, "voorlopig", vorig),
            (2040, "definitief", vorig),
            (2041, "voorlopig", nu),
        ]
    ]
    afspraak = Indexafspraak(nacalculatie=methode, samenvoeging=hoe)
    assert jaarindex(2041, afspraak=afspraak, eigen=eigen).procent == nu
