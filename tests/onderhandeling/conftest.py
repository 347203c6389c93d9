"""What the tests of the negotiation share: the example, and ways to change it."""

from __future__ import annotations

import pytest

from gezinshuis_tarief import GelieerdeZorgorganisatie, Opbouw, voorbeeld_2026


@pytest.fixture(scope="session")
def voorbeeld() -> Opbouw:
    return voorbeeld_2026()


@pytest.fixture(scope="session")
def blok_acht() -> GelieerdeZorgorganisatie:
    return GelieerdeZorgorganisatie(aandeel="0.05", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="730")
