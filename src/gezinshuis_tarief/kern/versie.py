"""Which version of the library is at work, for whoever must be able to calculate it again."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def versie() -> str:
    """Return the version of this library; a source tree that is not installed has none."""
    try:
        return version("gezinshuis-tarief")
    except PackageNotFoundError:
        return "niet geïnstalleerd"
