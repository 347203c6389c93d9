"""LEV-04: what bouwsteen 1 comes to per hour, also when the room is one's own."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, controleer, naar_json, onderdeel
from gezinshuis_tarief.controle import uurinkomen
from gezinshuis_tarief.kern.eenheden import Eenheid
from hulp.invoer import in_loondienst
from hulp.opdracht import draai

SLEUTEL = "inkomen_gezinshuisouder"


def test_een_eigen_kamer_met_dezelfde_invoer_is_per_uur_hetzelfde(voorbeeld: Opbouw) -> None:
    oud = in_loondienst(voorbeeld)
    klasse: Any = onderdeel(
        "Afgesproken",
        plek=SLEUTEL,
        invoer={
            "fte_per_plaats": {"eenheid": Eenheid.FTE_PER_PLAATS, "meer_dan": "0"},
            "vervangingsfactor": {"eenheid": Eenheid.FACTOR, "meer_dan": "0"},
            "loon": {"onderdeel": "loonkosten"},
            "extra": {"eenheid": Eenheid.EURO_PER_FTE, "minstens": "0"},
        },
        uitkomst="fte_per_plaats * huis.plaatsen * vervangingsfactor * (loon.loonkosten + extra)",
    )
    eigen = klasse(
        fte_per_plaats=oud.fte_per_plaats,
        vervangingsfactor=oud.vervangingsfactor,
        loon=oud.loon,
        extra=oud.overige_kosten_per_fte,
    )
    anders = voorbeeld.met({SLEUTEL: eigen}, reden="proef")
    assert uurinkomen(anders.bereken(), Decimal(1872)) == uurinkomen(voorbeeld.bereken(), Decimal(1872))
    ruim = anders.met({f"{SLEUTEL}.fte_per_plaats": "0.3"}, reden="proef")
    gevonden = {bevinding.code: bevinding.sleutel for bevinding in controleer(ruim).bevindingen}
    assert gevonden["LOO-10"] == f"{SLEUTEL}.fte_per_plaats"


def test_een_eigen_kamer_zonder_fte_heeft_geen_uren(voorbeeld: Opbouw) -> None:
    klasse: Any = onderdeel(
        "Bedrag",
        plek=SLEUTEL,
        invoer={"bedrag": {"eenheid": Eenheid.EURO_PER_JAAR, "minstens": "0"}},
        uitkomst="bedrag",
    )
    anders = voorbeeld.met({SLEUTEL: klasse(bedrag="90000")}, reden="proef")
    with pytest.raises(InvoerFout, match="heeft geen fte_per_plaats en vervangingsfactor, dus geen uren"):
        uurinkomen(anders.bereken(), Decimal(1872))
    resultaat = draai("controleer", "-", "--exploitatie", invoer=json.loads(naar_json(anders)))
    assert "Quitte bij" in resultaat.stdout
    assert "per betaald uur (" not in resultaat.stdout
