"""The reasons that travel with an opbouw: what somebody typed beside a value that they changed."""

from __future__ import annotations

from collections.abc import Iterable

from gezinshuis_tarief.model.opbouw import Opbouw


def getypte_redenen(eerder: Opbouw, nu: Opbouw, sleutels: Iterable[str]) -> dict[str, str]:
    """Return the reason that stands with each changed value; one that stood there before is no reason for this change.

    Args:
        eerder: the position before.
        nu: the position after.
        sleutels: what changed.
    """
    redenen = ((sleutel, _reden(nu, sleutel), _reden(eerder, sleutel)) for sleutel in sleutels)
    return {sleutel: reden for sleutel, reden, oud in redenen if reden and reden != oud}


def _reden(opbouw: Opbouw, sleutel: str) -> str:
    steun = opbouw.onderbouwing.get(sleutel)
    return (steun.afwijking.reden or "").strip() if steun and steun.afwijking else ""
