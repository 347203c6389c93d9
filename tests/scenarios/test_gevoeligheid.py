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
def test_een_effect_is_het_verschil_dat_een_stap_maakt(
    voorbeeld: Opbouw, sleutel: str, naar: str, stap: str
) -> None:
    frame = gevoeligheid(voorbeeld)
    ander = voorbeeld.met({sleutel: naar}, reden="stap")
    assert frame.loc[sleutel, "stap"] == stap
    for zwaarte in ("laag", "midden", "hoog"):
        assert frame.loc[sleutel, zwaarte] == float(
            onafgerond(ander, zwaarte) - onafgerond(voorbeeld, zwaarte)
        )


def test_effecten_staan_op_rangorde_en_elk_getal_is_er(voorbeeld: Opbouw) -> None:
    frame = gevoeligheid(voorbeeld)
    grootste = frame[["laag", "midden", "hoog"]].abs().max(axis="columns")
    assert grootste.is_monotonic_decreasing
    getallen = {w.sleutel for w in voorbeeld.waarden() if w.eenheid and w.waarde is not None}
    assert set(frame.index) == getallen
    assert frame.loc["vervanging_logeren.kosten_per_logeeretmaal", "midden"] == 0


def test_een_stap_gaat_omlaag_waar_omhoog_niet_mag(voorbeeld: Opbouw) -> None:
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


def test_een_salaris_zonder_schaal_gaat_een_procent_omhoog(voorbeeld: Opbouw) -> None:
    frame = gevoeligheid(voorbeeld.met({SALARIS: "4400"}, reden="eigen afspraak"))
    assert frame.loc[SALARIS, "stap"] == "+ 1% (€ 44,00 per maand)"


def test_de_laatste_periodiek_gaat_er_een_terug(voorbeeld: Opbouw) -> None:
    steun = voorbeeld.onderbouwing[SALARIS]
    laatste = voorbeeld.met({SALARIS: "4673.20"}, reden="laatste")
    schaal = laatste.model_copy(update={"onderbouwing": {SALARIS: steun}})
    assert gevoeligheid(schaal).loc[SALARIS, "stap"] == "− 1 periodiek (U2 naar U1)"


def test_een_bedrag_dat_in_geen_schaal_staat_gaat_een_procent_omhoog(voorbeeld: Opbouw) -> None:
    steun = voorbeeld.onderbouwing[SALARIS]
    vreemd = voorbeeld.met({SALARIS: "4375.21"}, reden="?").model_copy(
        update={"onderbouwing": {SALARIS: steun}}
    )
    assert gevoeligheid(vreemd).loc[SALARIS, "stap"] == "+ 1% (€ 43,75 per maand)"


def test_elke_eenheid_heeft_een_stap() -> None:
    assert set(_STAPPEN) == set(Eenheid) - {Eenheid.EURO_PER_MAAND}


def test_een_gewijzigd_salaris_dat_in_zijn_schaal_blijft_weet_zijn_periodiek_nog(voorbeeld: Opbouw) -> None:
    frame = gevoeligheid(voorbeeld.met({SALARIS: "4521.55"}, reden="een hoger"))
    assert frame.loc[SALARIS, "stap"] == "+ 1 periodiek (U1 naar U2)"
