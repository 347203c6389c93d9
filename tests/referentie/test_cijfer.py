"""A figure on its own: percentages as fractions, remarks added."""

from __future__ import annotations

import datetime as dt
from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie import Cijfer, cao_regel, zoek


def cijfer(waarde: str = "8.3", eenheid: str = "%") -> Cijfer:
    return Cijfer("proef", Decimal(waarde), eenheid, dt.date(2024, 1, 1), Herkomst.BRON, "bron")


def test_een_percentage_wordt_een_fractie() -> None:
    assert cao_regel("eindejaarsuitkering", "2024-01-01").als_fractie == Decimal("0.083")


def test_een_bedrag_wordt_geen_fractie() -> None:
    with pytest.raises(InvoerFout) as fout:
        _ = cijfer("12", "EUR per jaar").als_fractie
    assert str(fout.value) == (
        "proef: 12 EUR per jaar is geen percentage en dus niet als fractie te lezen. Gebruik de waarde zelf."
    )


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-1000, max_value=1000, places=4))
def test_honderd_keer_de_fractie_is_het_percentage(waarde: Decimal) -> None:
    assert cijfer(str(waarde)).als_fractie * 100 == waarde


def test_toelichtingen_worden_aaneengeregen_zonder_lege() -> None:
    assert cijfer().met_toelichting("een", "", "twee").toelichting == "een; twee"
    assert cijfer().met_toelichting("").toelichting == ""


def test_een_cijfer_is_onveranderlijk() -> None:
    with pytest.raises(FrozenInstanceError):
        cijfer().waarde = Decimal(1)  # type: ignore[misc]


def test_elk_cijfer_heeft_een_naam_eenheid_en_bron() -> None:
    assert all(c.naam and c.eenheid and c.bron for c in zoek(""))


def test_elk_cijfer_is_uniek_op_naam_dag_en_stand() -> None:
    sleutels = [(c.naam, c.geldig_vanaf, c.stand) for c in zoek("")]
    assert len(sleutels) == len(set(sleutels))
