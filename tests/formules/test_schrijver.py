"""Written formulas keep the order of calculation of the tree."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import pytest
from hypothesis import assume, given, strategies as st

from gezinshuis_tarief.formules.schrijver import Schrijver
from gezinshuis_tarief.formules.uitdrukking import (
    Bewerking,
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Teken,
    Term,
    Uitdrukking,
    Verwijzing,
    als_uitdrukking,
)


class Kaal(Schrijver):
    """The plainest reading: Python itself can calculate it."""

    tekens: ClassVar[dict[Teken, str]] = {"+": "+", "-": "-", "*": "*", "/": "/"}

    def naam(self, sleutel: str) -> str:
        return sleutel

    def functie(self, naam: str, delen: list[str]) -> str:
        return f"{naam}({','.join(delen)})"

    def keuze(self, sleutel: str, opties: list[tuple[str, str]]) -> str:
        return f"{sleutel}?{'|'.join(f'{naam}:{tekst}' for naam, tekst in opties)}"

    def eigen_of(self, sleutel: str, opbouw: str) -> str:
        return f"{sleutel}??{opbouw}"


A, B, C = (Term(Verwijzing(naam)) for naam in "abc")
U = als_uitdrukking


@pytest.mark.parametrize(
    ("formule", "tekst"),
    [
        (A - (B - C), "a-(b-c)"),
        ((A - B) - C, "a-b-c"),
        (A - (B + C), "a-(b+c)"),
        (A + (B - C), "a+(b-c)"),
        (A / (B * C), "a/(b*c)"),
        (A / (B / C), "a/(b/c)"),
        (A / B * C, "a/b*c"),
        (A / B / C, "a/b/c"),
        (A * (B / C), "a*(b/c)"),
        ((A + B) * C, "(a+b)*c"),
        (A * (B + C), "a*(b+c)"),
        (A * B + C, "a*b+c"),
        (A + B * C, "a+b*c"),
        ((A + B) / (B - C), "(a+b)/(b-c)"),
        (12 * A, "12*a"),
        (Term(Functie("minste", (U(A + B), U(C)))) * C, "minste(a+b,c)*c"),
        (NaarKeuze(Verwijzing("a"), (("ja", U(B)), ("nee", U(B - C)))), "a?ja:b|nee:b-c"),
        (EigenOf(Verwijzing("a"), U(B + C)), "a??b+c"),
    ],
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_haakjes_bewaren_de_volgorde(formule: Term | Uitdrukking, tekst: str) -> None:
    assert Kaal().schrijf(als_uitdrukking(formule)) == tekst


def bomen() -> st.SearchStrategy[Uitdrukking]:
    return st.recursive(
        st.integers(1, 9).map(Getal),
        lambda deel: st.builds(Bewerking, st.sampled_from(["+", "-", "*", "/"]), deel, deel),
        max_leaves=8,
    )


def reken(boom: Uitdrukking) -> Decimal:
    if isinstance(boom, Getal):
        return Decimal(boom.waarde)
    assert isinstance(boom, Bewerking)
    links, rechts = reken(boom.links), reken(boom.rechts)
    assume(boom.teken != "/" or rechts != 0)
    match boom.teken:
        case "+":
            return links + rechts
        case "-":
            return links - rechts
        case "*":
            return links * rechts
        case "/":
            return links / rechts


class InDecimals(Kaal):
    """Writes whole numbers as Decimals, so that the text can be calculated exactly as the tree."""

    def schrijf(self, uitdrukking: Uitdrukking) -> str:
        if isinstance(uitdrukking, Getal):
            return f"Decimal({uitdrukking.waarde})"
        return super().schrijf(uitdrukking)


@given(bomen())
def test_de_geschreven_formule_rekent_hetzelfde_als_de_boom(boom: Uitdrukking) -> None:
    verwacht = reken(boom)
    assert eval(InDecimals().schrijf(boom), {"Decimal": Decimal}) == verwacht  # noqa: S307 (our own text)


def test_een_onbekende_knoop_is_een_fout() -> None:
    with pytest.raises(TypeError):
        Kaal().schrijf(Uitdrukking())
