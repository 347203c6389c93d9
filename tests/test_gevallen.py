"""Every worked case gives its cents, through the library and through the command line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gezinshuis_tarief import Opbouw, naar_json, van_json
from hulp.gevallen import GEVALLEN, Geval
from hulp.opdracht import draai


def verwacht(geval: Geval) -> dict[str, Any]:
    return {
        zwaarte: {"bouwstenen": deel["bouwstenen"], "tarief": deel["tarief_per_etmaal"]}
        for zwaarte, deel in geval.verwacht.items()
    }


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.bestand.stem)
def test_elk_geval_klopt_tot_op_de_cent(geval: Geval) -> None:
    assert Opbouw.model_validate(geval.invoer).bereken().als_json() == {"uitkomst": verwacht(geval)}


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.bestand.stem)
def test_elk_geval_klopt_na_schrijven_en_lezen(geval: Geval) -> None:
    opbouw = van_json(naar_json(van_json(json.dumps(geval.invoer))))
    assert opbouw.bereken().als_json() == {"uitkomst": verwacht(geval)}


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.bestand.stem)
def test_elk_geval_klopt_op_de_opdrachtregel(geval: Geval) -> None:
    resultaat = draai("bereken", "--json", "-", invoer=geval.invoer)
    assert resultaat.exit_code == 0
    assert json.loads(resultaat.stdout) == {"uitkomst": verwacht(geval)}


def test_alle_gevallen_kloppen_als_een_lijst() -> None:
    resultaat = draai("bereken", "--json", "-", invoer=[geval.invoer for geval in GEVALLEN])
    assert resultaat.exit_code == 0
    assert json.loads(resultaat.stdout) == [{"uitkomst": verwacht(geval)} for geval in GEVALLEN]


def test_er_zijn_gevallen() -> None:
    assert len(GEVALLEN) >= 13
