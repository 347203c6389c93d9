"""Checks of a quote: complete, counted once, plausible, and enough to live on."""

from __future__ import annotations

from gezinshuis_tarief.controle.bevinding import Bevinding, Rapport, Vondst
from gezinshuis_tarief.controle.controle import Controle
from gezinshuis_tarief.controle.controleren import controleer
from gezinshuis_tarief.controle.eisen import GANGBARE_EISEN, Contracteis, lees_eisen
from gezinshuis_tarief.controle.exploitatie import Exploitatie, uurinkomen
from gezinshuis_tarief.controle.jaarverloop import Afwezigheid, Jaarverloop, Leegte, Wisseling, jaarverloop
from gezinshuis_tarief.controle.tabel import CONTROLES, als_markdown
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.kern.ernst import Ernst

__all__ = [
    "CONTROLES",
    "GANGBARE_EISEN",
    "Afwezigheid",
    "Bevinding",
    "Contracteis",
    "Controle",
    "Ernst",
    "Exploitatie",
    "Jaarverloop",
    "Leegte",
    "Rapport",
    "Toetsdossier",
    "Vondst",
    "Wisseling",
    "als_markdown",
    "controleer",
    "jaarverloop",
    "lees_eisen",
    "uurinkomen",
]
