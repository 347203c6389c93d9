from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from gezinshuis_tarief import GelieerdeZorgorganisatie, Opbouw, voorbeeld_2026
from hulp.knoei import Knoeier
from hulp.onderdelen import met_alles_eigen

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


@pytest.fixture(scope="session")
def geschreven(tmp_path_factory: pytest.TempPathFactory, voorbeeld: Opbouw) -> bytes:
    """The example as a workbook."""
    pad = tmp_path_factory.mktemp("werkboek") / "tarief.xlsx"
    voorbeeld.naar_excel(pad)
    return pad.read_bytes()


@pytest.fixture
def werkboek(geschreven: bytes, tmp_path: Path) -> Path:
    """A fresh copy of the example as a workbook."""
    pad = tmp_path / "tarief.xlsx"
    pad.write_bytes(geschreven)
    return pad


@pytest.fixture
def knoeier(werkboek: Path) -> Knoeier:
    """A fresh copy of the example as a workbook, to tamper with."""
    return Knoeier(werkboek)


@pytest.fixture(scope="session")
def alles_eigen() -> Opbouw:
    """The example with a component of one's own of every kind."""
    return met_alles_eigen()


@pytest.fixture(scope="session")
def eigen_geschreven(tmp_path_factory: pytest.TempPathFactory, alles_eigen: Opbouw) -> bytes:
    """That as a workbook."""
    pad = tmp_path_factory.mktemp("eigen") / "eigen.xlsx"
    alles_eigen.naar_excel(pad)
    return pad.read_bytes()


@pytest.fixture
def eigen_knoeier(eigen_geschreven: bytes, tmp_path: Path) -> Knoeier:
    """A fresh copy of it, to tamper with."""
    pad = tmp_path / "eigen.xlsx"
    pad.write_bytes(eigen_geschreven)
    return Knoeier(pad)
