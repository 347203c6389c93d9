"""The reference reading against an independent judge in whole fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from gezinshuis_tarief import Eenheid, Opbouw
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.kern.rekenwijze import Exact
from hulp.invoer import bedragtekst, invoer_nul, met_waarde
from hulp.rechter import halve_omhoog, oordeel
from hulp.strategieen import invoer

VERWAARLOOSBAAR = Fraction(1, 10**60)
HALVE_CENT = Fraction(1, 200)


def vergelijk(gegeven: dict[str, Any]) -> None:
    """Hold every line and tariff of an input against the judge."""
    for zwaarte, tarief in Opbouw.model_validate(gegeven).bereken().items():
        goed = oordeel(gegeven, zwaarte)
        assert {r.sleutel: Fraction(r.per_etmaal) for r in tarief.regels} == goed.afgerond
        assert Fraction(tarief.per_etmaal) == goed.tarief
        assert {regel.sleutel for regel in tarief.regels} == set(goed.onafgerond)
        for regel in tarief.regels:
            assert abs(Fraction(regel.onafgerond) - goed.onafgerond[regel.sleutel]) < VERWAARLOOSBAAR
        assert abs(Fraction(tarief.bedragen.onafgerond_tarief) - goed.onafgerond_tarief) < VERWAARLOOSBAAR


@given(invoer())
def test_elke_regel_en_elk_tarief_is_dat_van_de_rechter(gegeven: dict[str, Any]) -> None:
    vergelijk(gegeven)


def gesplitst(plaatsen: int, totaal: Fraction, deel: int) -> dict[str, Any]:
    """Split a year amount into two own figures, each per etmaal a quotient that does not end."""
    eerste = Fraction(deel, 100)
    ander = totaal - eerste
    tekst = bedragtekst(Decimal(ander.numerator) / Decimal(ander.denominator))
    assert Fraction(tekst) == ander
    basis = met_waarde(
        invoer_nul(plaatsen), "inkomen_gezinshuisouder.vast_bedrag_per_jaar", str(Decimal(deel) / 100)
    )
    return met_waarde(basis, "huisvesting.vast_bedrag_per_jaar", tekst)


def is_halve_cent(bedrag: Fraction) -> bool:
    return bedrag % Fraction(1, 100) == HALVE_CENT


PLAATSEN, CENTEN, DELEN = st.integers(1, 8), st.integers(1, 4999), st.integers(1, 300)


@given(PLAATSEN, CENTEN, DELEN, st.sampled_from(["0.1", "0.2", "0.25", "0.5", "1"]))
@example(3, 0, 1, "0.1")
def test_overhead_op_een_halve_cent_gaat_omhoog(plaatsen: int, centen: int, deel: int, opslag: str) -> None:
    totaal = Fraction(2 * centen + 1, 200) * plaatsen * 365 / Fraction(opslag)
    gegeven = met_waarde(gesplitst(plaatsen, totaal, deel), "overhead.opslag", opslag)
    assert is_halve_cent(oordeel(gegeven, "laag").onafgerond["overhead"])
    vergelijk(gegeven)


@given(PLAATSEN, CENTEN, DELEN)
@example(3, 0, 1)
@example(7, 12, 33)
def test_leegstand_bij_95_procent_op_een_halve_cent_gaat_omhoog(
    plaatsen: int, centen: int, deel: int
) -> None:
    totaal = 19 * Fraction(2 * centen + 1, 200) * plaatsen * 365
    gegeven = met_waarde(gesplitst(plaatsen, totaal, deel), "leegstand.bezettingsgraad", "0.95")
    assert is_halve_cent(oordeel(gegeven, "laag").onafgerond["leegstand"])
    vergelijk(gegeven)


@given(PLAATSEN, CENTEN, DELEN)
@example(3, 0, 1)
def test_marge_van_3_procent_van_het_tarief_op_een_halve_cent_gaat_omhoog(
    plaatsen: int, centen: int, deel: int
) -> None:
    totaal = 97 * Fraction(2 * centen + 1, 200) * plaatsen * 365
    gegeven = met_waarde(gesplitst(plaatsen, totaal, deel), "winst_marge.percentage", "0.03")
    assert is_halve_cent(oordeel(gegeven, "laag").onafgerond["winst_marge"])
    vergelijk(gegeven)


@given(PLAATSEN, CENTEN, DELEN, st.sampled_from(["tarief", "kostprijs"]))
def test_de_vergoeding_van_blok_8_naast_leegstand_en_marge_klopt_ook_op_halve_centen(
    plaatsen: int, centen: int, deel: int, grondslag: str
) -> None:
    totaal = 95 * Fraction(2 * centen + 1, 200) * plaatsen * 365
    gegeven = met_waarde(gesplitst(plaatsen, totaal, deel), "leegstand.bezettingsgraad", "0.95")
    gegeven["gelieerde_zorgorganisatie"] = {
        "aandeel": "0.05",
        "grondslag": grondslag,
        "vast_bedrag_per_plaats_per_jaar": "1.8250",
    }
    vergelijk(met_waarde(gegeven, "winst_marge.percentage", "0.01"))


@given(PLAATSEN, CENTEN)
def test_een_eigen_bedrag_op_een_halve_cent_gaat_omhoog(plaatsen: int, centen: int) -> None:
    bedrag = Decimal(2 * centen + 1) / 200 * plaatsen * 365
    gegeven = met_waarde(invoer_nul(plaatsen), "huisvesting.vast_bedrag_per_jaar", bedragtekst(bedrag))
    tarief = Opbouw.model_validate(gegeven).bereken()["laag"]
    assert tarief["huisvesting"].per_etmaal == Decimal(centen + 1) / 100
    vergelijk(gegeven)


@pytest.mark.parametrize(
    ("bedrag", "centen"),
    [
        ("0.004999999999999999999999999999", "0.00"),
        ("0.005", "0.01"),
        ("0.005000000000000000000000000001", "0.01"),
        ("1.0049999", "1.00"),
        ("1.005", "1.01"),
        ("1.0050001", "1.01"),
        ("2.675", "2.68"),
        ("0", "0.00"),
        ("0.014999", "0.01"),
        ("0.015", "0.02"),
        ("-0.005", "-0.01"),
        ("99999999999999999999999999999.994999", "99999999999999999999999999999.99"),
        ("99999999999999999999999999999.995", "100000000000000000000000000000.00"),
    ],
)
def test_afronden_gaat_per_halve_cent_omhoog(bedrag: str, centen: str) -> None:
    assert str(rond_op_centen(Decimal(bedrag))) == centen
    assert str(Exact().rond(Decimal(bedrag))) == centen


@pytest.mark.parametrize("staart", ["1", "5", "9"])
def test_de_laatste_cijfers_van_een_quotient_beslissen_niet(staart: str) -> None:
    nipt_onder = Decimal("0.005") - Decimal(f"{staart}e-90")
    nipt_boven = Decimal("0.005") + Decimal(f"{staart}e-90")
    assert rond_op_centen(nipt_onder) == rond_op_centen(nipt_boven) == Decimal("0.01")


def test_enorme_bedragen_worden_ook_op_centen_afgerond() -> None:
    assert rond_op_centen(Decimal(10) ** 60 + Decimal("0.005")) == Decimal(10) ** 60 + Decimal("0.01")


@given(st.decimals(0, 10**9, places=6, allow_nan=False))
def test_afronden_is_dat_van_de_rechter(bedrag: Decimal) -> None:
    assert Fraction(rond_op_centen(bedrag)) == halve_omhoog(Fraction(bedrag))


@given(invoer())
def test_grote_bedragen_blijven_exact(gegeven: dict[str, Any]) -> None:
    for sleutel in ("huisvesting.woonlasten_per_jaar", "overhead.contracteisen_per_jaar"):
        gegeven = met_waarde(gegeven, sleutel, "999999999.999999")
    vergelijk(met_waarde(gegeven, "leegstand.bezettingsgraad", "0.0000000001"))


def test_exact_laat_geen_spoor_na_en_kiest() -> None:
    wijze = Exact()
    assert wijze.onder("blok") is wijze
    assert wijze.stap("naam", 3, Eenheid.FTE) == Decimal(3)
    assert wijze.minste(Decimal(3), 2) == 2
    assert wijze.meeste(Decimal(-3), 0) == 0
    assert wijze.kies("ja", {"ja": Decimal(1), "nee": Decimal(2)}) == 1
    assert wijze.eigen_of(None, Decimal(5)) == 5
    assert wijze.eigen_of(Decimal(0), Decimal(5)) == 0


def test_de_rechter_kent_dezelfde_zorgzwaartes() -> None:
    assert ZORGZWAARTES == ("laag", "midden", "hoog")
