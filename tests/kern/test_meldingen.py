"""From findings to Dutch objections."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field, ValidationError

from gezinshuis_tarief import EigenPost, InvoerFout, Status
from gezinshuis_tarief.kern.fouten import naaste
from gezinshuis_tarief.kern.meldingen import bezwaren_uit, toon_waarde
from gezinshuis_tarief.kern.sleutels import sleutel_van_pad


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("0,95", '"0,95"'),
        (True, "true"),
        (False, "false"),
        (None, "null"),
        (Decimal("1E+3"), "1000"),
        (7, "7"),
        (0.5, "0.5"),
        ({"a": 1}, "{ … }"),
        ([1], "[ … ]"),
        ((1,), "[ … ]"),
        (b"5", "dit"),
        ("x" * 58, f'"{"x" * 58}"'),
        ("x" * 59, f'"{"x" * 58}…'),
    ],
    ids=str,
)
def test_een_waarde_wordt_kort_getoond_zoals_in_json(waarde: object, tekst: str) -> None:
    assert toon_waarde(waarde) == tekst
    assert len(toon_waarde(waarde)) <= 60


@pytest.mark.parametrize(
    ("pad", "sleutel"),
    [
        (("leegstand", "bezettingsgraad"), "leegstand.bezettingsgraad"),
        (("eigen_posten", 0, "naam"), "eigen_posten[0].naam"),
        ((2, "naam"), "[2].naam"),
        ((), ""),
    ],
)
def test_een_plek_wordt_een_sleutel(pad: tuple[int | str, ...], sleutel: str) -> None:
    assert sleutel_van_pad(pad) == sleutel


def test_het_naaste_woord_wordt_voorgesteld() -> None:
    assert naaste("legstand", ["leegstand", "overhead"]) == "Bedoelt u leegstand?"
    assert naaste("zwembad", ["leegstand", "overhead"]) == ""


class Proef(BaseModel):
    """A model that pydantic checks in ways that our own parts do not use."""

    aantal: Annotated[int, Field(multiple_of=3)] = 3
    status: Status = Status.OPEN
    lijst: tuple[int, ...] = ()


def bezwaar(**velden: Any) -> str:  # noqa: ANN401 (whatever pydantic is to refuse)
    with pytest.raises(ValidationError) as fout:
        Proef(**velden)
    return "\n".join(str(b) for b in bezwaren_uit(fout.value, Proef))


def test_een_bevinding_zonder_eigen_woorden_noemt_toch_sleutel_en_waarde() -> None:
    assert bezwaar(aantal=4).startswith("aantal: 4 ")
    assert bezwaar(lijst=(1, "x")).startswith('lijst[1]: "x" ')


def test_een_half_teken_wordt_getoond_zoals_het_te_drukken_is() -> None:
    """R8: a lone surrogate has no bytes, so it must not stand in a message."""
    assert toon_waarde("\ud800é") == '"\\ud800é"'
    with pytest.raises(InvoerFout, match=r"heeft een half teken\. Typ deze tekst opnieuw"):
        EigenPost(naam="\ud800", bedrag_per_jaar=1)
