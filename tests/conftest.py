from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from gezinshuis_tarief import GelieerdeZorgorganisatie, Opbouw, voorbeeld_2026

settings.register_profile(
    "snel", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("snel")


@pytest.fixture(scope="session")
def voorbeeld() -> Opbouw:
    return voorbeeld_2026()


@pytest.fixture(scope="session")
def blok_acht() -> GelieerdeZorgorganisatie:
    return GelieerdeZorgorganisatie(aandeel="0.05", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="730")
