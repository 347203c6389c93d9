"""The keys in code are those of the project's own list, with the same unit, both ways."""

from __future__ import annotations

import json
from pathlib import Path

from gezinshuis_tarief import Opbouw, naar_json
from gezinshuis_tarief.kern.onderdeel import Waarde
from hulp.invoer import ONDERNEMER, invoer_nul

LIJST = Path(__file__).parent / "sleutels.txt"
ACHT = {"aandeel": "0.05", "grondslag": "tarief", "vast_bedrag_per_plaats_per_jaar": "0"}


def volledig(opbouw: Opbouw) -> Opbouw:
    """Fill in what may be absent, so that every key shows."""
    eigen = {
        "eigen_posten": [{"naam": "tuin", "bedrag_per_jaar": "1"}],
        "eigen_opslagen": [{"naam": "risico", "percentage": "0.01", "grondslag": "kostprijs"}],
        "gelieerde_zorgorganisatie": ACHT,
    }
    return opbouw.met(eigen)


def eenheid(waarde: Waarde) -> str:
    if waarde.eenheid is not None:
        return str(waarde.eenheid)
    return f"keuze: {', '.join(waarde.grenzen.keuzes)}" if waarde.grenzen.keuzes else "tekst"


def test_elke_sleutel_staat_in_de_lijst_met_zijn_eenheid(voorbeeld: Opbouw) -> None:
    regels = [regel.split("\t") for regel in LIJST.read_text(encoding="utf-8").splitlines()]
    lijst = dict(regels)
    assert len(lijst) == len(regels)
    van_ondernemer = voorbeeld.met({"inkomen_gezinshuisouder": ONDERNEMER}, reden="ondernemer")
    waarden = [*volledig(voorbeeld).waarden(), *van_ondernemer.waarden()]
    assert {waarde.sleutel: eenheid(waarde) for waarde in waarden} == lijst


def test_de_sleutel_is_het_pad_in_de_json(voorbeeld: Opbouw) -> None:
    opbouw = volledig(voorbeeld)
    inhoud = json.loads(naar_json(opbouw))
    for waarde in opbouw.waarden():
        if waarde.waarde is not None:
            tak = inhoud
            for deel in waarde.sleutel.replace("[0]", ".0").split("."):
                tak = tak[int(deel)] if deel.isdigit() else tak[deel]
            assert str(tak) == str(waarde.waarde)


def test_de_sleutel_is_het_pad_in_python(voorbeeld: Opbouw) -> None:
    opbouw = volledig(voorbeeld)
    for waarde in opbouw.waarden():
        assert eval(f"opbouw.{waarde.sleutel}", {"opbouw": opbouw}) == waarde.waarde  # noqa: S307 (our own keys)


def test_uitkomsten_hebben_de_sleutels_van_de_bouwstenen() -> None:
    stappen = {stap.sleutel for stap in volledig(Opbouw.model_validate(invoer_nul())).uitleg().stappen}
    for zwaarte, tarief in volledig(Opbouw.model_validate(invoer_nul())).bereken().items():
        assert {f"uitkomst.{zwaarte}.{regel.sleutel}" for regel in tarief.regels} <= stappen
        assert f"uitkomst.{zwaarte}.tarief" in stappen
