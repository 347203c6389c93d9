"""The effect of one natural step of every input."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief import Opbouw, gevoeligheid
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.scenarios.gevoeligheid import _STAPPEN

SALARIS = "inkomen_gezinshuisouder.loon.bruto_maandsalaris"


def onafgerond(opbouw: Opbouw, zwaarte: str) -> Decimal:
    return opbouw.bereken()[zwaarte].bedragen.onafgerond_tarief  # type: ignore[index]


@pytest.mark.parametrize(
    ("sleutel", "naar", "stap"),
    [
        ("leegstand.bezettingsgraad", "0.96", "+ 1 procentpunt"),
        ("ondersteuning.pedagogische_uren_per_week", "7", "+ 1 uur per week"),
        ("gezinshuis.plaatsen_hoog", "2", "+ 1 plaats"),
        ("huisvesting.woonlasten_per_jaar", "16000", "+ € 1.000 per jaar"),
        (SALARIS, "4521.55", "+ 1 periodiek (12 naar U1)"),
    ],
)
def test_an_effect_is_the_difference_that_one_step_makes(
    voorbeeld: Opbouw, sleutel: str, naar: str, stap: str
) -> None:
    frame = gevoeligheid(voorbeeld)
    ander = voorbeeld.met({sleutel: naar}, reden="stap")
    assert frame.loc[sleutel, "stap"] == stap
    for zwaarte in ("laag", "midden", "hoog"):
        assert frame.loc[sleutel, zwaarte] == float(
            onafgerond(ander, zwaarte) - onafgerond(voorbeeld, zwaarte)
        )


def test_effects_are_ranked_and_every_number_is_there(voorbeeld: Opbouw) -> None:
    frame = gevoeligheid(voorbeeld)
    grootste = frame[["laag", "midden", "hoog"]].abs().max(axis="columns")
    assert grootste.is_monotonic_decreasing
    getallen = {w.sleutel for w in voorbeeld.waarden() if w.eenheid and w.waarde is not None}
    assert set(frame.index) == getallen
    assert frame.loc["vervanging_logeren.kosten_per_logeeretmaal", "midden"] == 0


def test_a_step_goes_down_where_up_is_not_allowed(voorbeeld: Opbouw) -> None:
    vol = voorbeeld.met(
        {
            "leegstand.bezettingsgraad": 1,
            "gezinshuis.plaatsen_laag": 5,
            "gezinshuis.plaatsen_midden": 0,
            "gezinshuis.plaatsen_hoog": 3,
        }
    )
    frame = gevoeligheid(vol)
    assert frame.loc["leegstand.bezettingsgraad", "stap"] == "− 1 procentpunt"
    assert frame.loc["gezinshuis.plaatsen_laag", "stap"] == "− 1 plaats"
    assert "gezinshuis.plaatsen_midden" not in frame.index


def test_a_salary_without_a_scale_goes_up_one_percent(voorbeeld: Opbouw) -> None:
    frame = gevoeligheid(voorbeeld.met({SALARIS: "4400"}, reden="eigen afspraak"))
    assert frame.loc[SALARIS, "stap"] == "+ 1% (€ 44,00 per maand)"


def test_the_last_periodiek_goes_back_one(voorbeeld: Opbouw) -> None:
    steun = voorbeeld.onderbouwing[SALARIS]
    laatste = voorbeeld.met({SALARIS: "4673.20"}, reden="laatste")
    schaal = laatste.model_copy(update={"onderbouwing": {SALARIS: steun}})
    assert gevoeligheid(schaal).loc[SALARIS, "stap"] == "− 1 periodiek (U2 naar U1)"


def test_an_amount_that_is_in_no_scale_goes_up_one_percent(voorbeeld: Opbouw) -> None:
    steun = voorbeeld.onderbouwing[SALARIS]
    vreemd = voorbeeld.met({SALARIS: "4375.21"}, reden="?").model_copy(
        update={"onderbouwing": {SALARIS: steun}}
    )
    assert gevoeligheid(vreemd).loc[SALARIS, "stap"] == "+ 1% (€ 43,75 per maand)"


def test_every_unit_has_a_step() -> None:
    assert set(_STAPPEN) == set(Eenheid) - {Eenheid.EURO_PER_MAAND}
