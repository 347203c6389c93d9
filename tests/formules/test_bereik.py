"""Bounds and digits of a formula, before it is computed: nothing that is computed lies outside them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, strategies as st

from gezinshuis_tarief import InvoerFout
from gezinshuis_tarief.formules.bereik import Bereik, bereik_van
from gezinshuis_tarief.formules.formuletaal import lees_formule
from gezinshuis_tarief.formules.uitdrukking import (
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Uitdrukking,
    Verwijzing,
)
from gezinshuis_tarief.formules.woordenlijst import Woordenlijst
from gezinshuis_tarief.kern.geld import rond_op_centen

MILJARD = Decimal(10) ** 9


def bereik(laagst: int | str, hoogst: int | str, *, kan_nul: bool, graad: int = 0) -> Bereik:
    return Bereik(Decimal(laagst), Decimal(hoogst), kan_nul, decimalen=2, graad=graad)


NAMEN = {
    "vrij": Bereik(-MILJARD, MILJARD, kan_nul=True, decimalen=10),
    "positief": Bereik(Decimal(0), MILJARD, kan_nul=True, decimalen=10),
    "meer": Bereik(Decimal(0), MILJARD, kan_nul=False, decimalen=10),
    "fijn": Bereik(Decimal(0), Decimal(1), kan_nul=True, decimalen=10),
    "deel": bereik(0, 1, kan_nul=True),
    "groot": bereik(2, 9, kan_nul=False),
    "onder": bereik(-5, "-0.5", kan_nul=False),
    "grondslag": bereik(0, "1e9", kan_nul=True, graad=1),
}
WOORDEN = Woordenlijst({naam: naam for naam in NAMEN}, {"k": ("p", "q")}, kan_leeg=[])


def van(tekst: str) -> Bereik:
    return bereik_van(lees_formule(tekst, WOORDEN), NAMEN.__getitem__)


@pytest.mark.parametrize(
    ("tekst", "laagst", "hoogst", "kan_nul"),
    [
        ("3", 3, 3, False),
        ("0", 0, 0, True),
        ("groot + deel", 2, 10, False),
        ("deel + deel", 0, 2, True),
        ("meer + deel", 0, 10**9 + 1, False),
        ("groot - deel", 1, 9, False),
        ("deel - groot", -9, -1, False),
        ("groot - groot", -7, 7, True),
        ("groot * onder", -45, -1, False),
        ("groot * deel", 0, 9, True),
        ("groot / onder", -18, 18, False),
        ("deel / groot", 0, "0.5", True),
        ("MIN(groot; deel)", 0, 1, True),
        ("MIN(groot; 3)", 2, 3, False),
        ("MIN(groot; onder)", -5, "-0.5", False),
        ("MAX(deel; 1)", 1, 1, False),
        ("MAX(vrij; meer)", 0, 10**9, False),
        ("MAX(vrij; 0)", 0, 10**9, True),
        ("AFRONDEN(groot; 2)", 2, 9, False),
        ("AFRONDEN(meer; 2)", 0, 10**9, True),
        ('ALS(k = "p"; groot; onder)', -5, 9, False),
        ('ALS(k = "p"; groot; deel)', 0, 9, True),
    ],
)
def test_de_grenzen_van_een_formule(tekst: str, laagst: int | str, hoogst: int | str, kan_nul: bool) -> None:  # noqa: FBT001 (a case)
    gevonden = van(tekst)
    assert (gevonden.laagst, gevonden.hoogst) == (Decimal(laagst), Decimal(hoogst))
    assert gevonden.kan_nul is kan_nul


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("groot / 0", "0 is een deler die nul kan zijn"),
        (
            "groot / deel",
            "deel is een deler die nul kan zijn. Geef de invoer een grens: meer_dan 0, of schrijf MAX(deel; 1)",
        ),
        ("groot / (groot - groot)", "groot - groot is een deler die nul kan zijn"),
        ("groot / vrij", "vrij is een deler die nul kan zijn"),
        ("groot / AFRONDEN(meer; 2)", "AFRONDEN(meer; 2) is een deler die nul kan zijn"),
        ("groot / (deel * groot)", "deel * groot is een deler die nul kan zijn"),
        ("fijn*fijn*fijn*fijn*fijn*fijn*fijn", "kan 70 decimalen nodig hebben. Toegestaan: hoogstens 60"),
        ("groot / meer / meer / meer", "kan 60 cijfers in delers nodig hebben. Toegestaan: hoogstens 40"),
        (
            "(1000000 * 1000000 * 1000000) * (1000000 * 1000000) * meer * meer",
            "kan 49 cijfers voor de komma nodig",
        ),
        ("grondslag * grondslag", "vermenigvuldigt een grondslag met een grondslag"),
        ("groot / (1 + grondslag)", "1 + grondslag is een deler met een grondslag erin"),
        ("grondslag * meer * meer * meer", "kan 32 decimalen nodig hebben. Toegestaan: hoogstens 30"),
    ],
)
def test_wat_niet_zeker_te_berekenen_is_wordt_geweigerd(tekst: str, melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        van(tekst)
    assert melding in str(fout.value)


def test_het_advies_bij_een_deler_die_nul_kan_zijn_werkt() -> None:
    assert van("groot / MAX(deel; 1)").hoogst == 9


def test_een_onbekende_knoop_is_een_fout() -> None:
    with pytest.raises(TypeError):
        bereik_van(Uitdrukking(), NAMEN.__getitem__)


@st.composite
def gevallen(teken: st.DrawFn) -> tuple[Uitdrukking, dict[str, Fraction]]:
    """A formula over inputs of two decimals, with a value for each."""
    waarden = {}
    for naam in ("deel", "groot", "onder"):
        grens = NAMEN[naam]
        centen = teken(st.integers(int(grens.laagst * 100), int(grens.hoogst * 100)))
        waarden[naam] = Fraction(centen, 100)
    blad = st.sampled_from([Verwijzing(naam) for naam in waarden]) | st.integers(-3, 12).map(Getal)

    def groter(deel: st.SearchStrategy[Uitdrukking]) -> st.SearchStrategy[Uitdrukking]:
        return st.one_of(
            st.builds(Bewerking, st.sampled_from("+-*/"), deel, deel),
            st.builds(Functie, st.sampled_from(["minste", "meeste"]), st.tuples(deel, deel)),
            st.builds(Functie, st.just("rond"), st.tuples(deel)),
            st.builds(EigenOf, st.just(Verwijzing("groot")), deel),
            st.tuples(deel, deel).map(lambda p: NaarKeuze(Verwijzing("k"), (("p", p[0]), ("q", p[1])))),
        )

    return teken(st.recursive(blad, groter, max_leaves=9)), waarden


def in_breuken(boom: Any, waarden: dict[str, Fraction]) -> Fraction:  # noqa: ANN401 (a node)
    match boom:
        case Getal(waarde):
            return Fraction(waarde)
        case Verwijzing(sleutel):
            return waarden[sleutel]
        case Bewerking(teken, links, rechts):
            x, y = in_breuken(links, waarden), in_breuken(rechts, waarden)
            return {"+": x + y, "-": x - y, "*": x * y}[teken] if teken != "/" else x / y
        case Functie("rond", (deel,)):
            x = in_breuken(deel, waarden)
            return Fraction(rond_op_centen(Decimal(x.numerator) / Decimal(x.denominator)))
        case Functie(naam, delen):
            return (min if naam == "minste" else max)(in_breuken(deel, waarden) for deel in delen)
    return in_breuken(boom.delen[1], waarden)  # the first option, or the build-up


@given(gevallen())
def test_geen_uitkomst_ligt_buiten_haar_bereik(geval: tuple[Uitdrukking, dict[str, Fraction]]) -> None:
    boom, waarden = geval
    try:
        grens = bereik_van(boom, NAMEN.__getitem__)
    except InvoerFout:
        assume(False)  # noqa: FBT003 (hypothesis has it so)
    uitkomst = in_breuken(boom, waarden)
    speling = Fraction(1, 10**9) * (1 + abs(uitkomst))  # bounds are decimals of 28 digits
    assert Fraction(grens.laagst) - speling <= uitkomst <= Fraction(grens.hoogst) + speling
    assert uitkomst != 0 or grens.kan_nul
    noemer = (uitkomst * 10**grens.decimalen).denominator
    assert len(str(noemer)) <= max(1, grens.delercijfers)
