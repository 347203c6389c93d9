from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from gezinshuis_tarief import Opbouw, voorbeeld_2026

settings.register_profile(
    "snel", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("snel")


@pytest.fixture(scope="session")
def voorbeeld() -> Opbouw:
    return voorbeeld_2026()
