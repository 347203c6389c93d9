"""One test body for every reading; what is expected comes from the exact one, tolerance zero."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import Opbouw, voorbeeld_2026
from hulp.gevallen import GEVALLEN
from hulp.strategieen import ZWAARTES, opbouwen
from hulp.wijzen import WIJZEN, Uitkomsten, exact

Wijze = Callable[[Sequence[Opbouw]], Uitkomsten]

BLOKKEN = [
    "inkomen_gezinshuisouder",
    "gedragswetenschapper",
    "ondersteuning",
    "vervanging_logeren",
    "verzorgingskosten",
    "huisvesting",
]


@pytest.fixture(params=list(WIJZEN), scope="module")
def rekenwijze(request: pytest.FixtureRequest) -> Wijze:
    return WIJZEN[request.param]


def gelijk(rekenwijze: Wijze, opbouwen: Sequence[Opbouw]) -> None:
    """Compare; a line for own costs that no row of its own has, counts nothing."""
    for verwacht, gevonden in zip(exact(opbouwen), rekenwijze(opbouwen), strict=True):
        leeg = dict.fromkeys(gevonden.keys() - verwacht.keys(), Decimal(0))
        assert gevonden == verwacht | leeg
        assert all(sleutel.endswith(".eigen_posten") for sleutel in leeg)


def test_alle_gevallen_tegelijk(rekenwijze: Wijze) -> None:
    gelijk(rekenwijze, [Opbouw.model_validate(geval.invoer) for geval in GEVALLEN])


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.bestand.stem)
def test_elk_geval_alleen(rekenwijze: Wijze, geval: object) -> None:
    gelijk(rekenwijze, [Opbouw.model_validate(geval.invoer)])  # type: ignore[attr-defined]


@settings(max_examples=30)
@given(st.lists(opbouwen(), min_size=1, max_size=4))
def test_alle_mogelijke_opbouwen(rekenwijze: Wijze, opbouwen: list[Opbouw]) -> None:
    gelijk(rekenwijze, opbouwen)


@pytest.mark.parametrize("blok", BLOKKEN)
@settings(max_examples=10)
@given(
    halven=st.lists(st.integers(0, 400_000).filter(lambda x: x % 2), min_size=1, max_size=8),
    plaatsen=st.integers(1, 8),
)
def test_halve_centen_van_elk_kostenblok_gaan_omhoog(
    rekenwijze: Wijze, blok: str, halven: list[int], plaatsen: int
) -> None:
    """An own figure of n.nn5 per etmaal, times the place days, lands on half a cent."""
    huis = voorbeeld_2026().met(
        {"gezinshuis.plaatsen_laag": 0, "gezinshuis.plaatsen_midden": 0, "gezinshuis.plaatsen_hoog": plaatsen}
    )
    rijen = [
        huis.met({f"{blok}.vast_bedrag_per_jaar": Decimal(half) / 200 * 365 * plaatsen}) for half in halven
    ]
    for rij, half in zip(rekenwijze(rijen), halven, strict=True):
        for zwaarte in ZWAARTES:
            assert rij[f"uitkomst.{zwaarte}.{blok}"] * 100 == (half + 1) // 2
    gelijk(rekenwijze, rijen)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5_000),
            st.sampled_from(["0.5", "0.8", "0.9", "0.95", "1"]),
            st.sampled_from(["0", "0.025", "0.05", "0.125", "0.5"]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_halve_centen_achter_een_deler_en_een_aandeel(
    rekenwijze: Wijze, delen: list[tuple[int, str, str]]
) -> None:
    """Where kostprijs, leegstand and marge are nice numbers, many lines land on half a cent exactly."""
    nul = {f"{blok}.vast_bedrag_per_jaar": "0" for blok in BLOKKEN}
    nul |= {
        f"zorgzwaarte.extra_uren_{soort}_per_week_{z}": "0"
        for soort in ("gedragswetenschapper", "begeleiding")
        for z in ZWAARTES
    }
    kaal = voorbeeld_2026().met({**nul, "overhead.contracteisen_per_jaar": "0"}, reden="kaal")
    rijen = [
        kaal.met(
            {
                "zorgzwaarte.toeslag_per_etmaal_midden": Decimal(toeslag) / 100,
                "leegstand.bezettingsgraad": bezetting,
                "overhead.opslag": marge,
                "winst_marge.percentage": marge,
            },
            reden="half",
        )
        for toeslag, bezetting, marge in delen
    ]
    gelijk(rekenwijze, rijen)
