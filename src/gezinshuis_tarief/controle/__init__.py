"""Checks of a quote: complete, counted once, plausible, and enough to live on.

toetsen: the checks themselves.
tabel: what a check is, and the one table of all checks, which also makes the guide.
toetsdossier: what is checked: the quote, and what goes with it.
controleren: the checks run over a quote.
bevinding: what a check finds, and the report.
banden: bands within which a value is usual, as data.
eisen: requirements of a contract, each with the line that pays for it.
exploitatie: the year of a house at given tariffs.
aanbod: what an offered tariff means for that year.
uurinkomen: what bouwsteen 1 comes to per hour, and what an income per hour asks for.
jaarverloop: a year with events, month by month.
offertes: a folder of quotes, read into one frame.
statistiek: what those quotes have in common, and which stand apart.
tekenen: the annex with its check: may it be signed.
vergelijkingsboek: the workbook to discuss them with.
"""

from __future__ import annotations

from gezinshuis_tarief.controle.aanbod import Tariefaanbod, exploitatie
from gezinshuis_tarief.controle.banden import Band, lees_banden
from gezinshuis_tarief.controle.bevinding import Bevinding, Rapport, Vondst
from gezinshuis_tarief.controle.controleren import controleer
from gezinshuis_tarief.controle.eisen import GANGBARE_EISEN, Contracteis, lees_eisen
from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.controle.jaarverloop import Afwezigheid, Jaarverloop, Leegte, Wisseling, jaarverloop
from gezinshuis_tarief.controle.tabel import CONTROLES, Controle, als_markdown
from gezinshuis_tarief.controle.tekenen import getoetste_bijlage, mag_getekend_worden
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.controle.uurinkomen import bij_uurinkomen, uurinkomen
from gezinshuis_tarief.kern.fouten import Ernst

__all__ = [
    "CONTROLES",
    "GANGBARE_EISEN",
    "Afwezigheid",
    "Band",
    "Bevinding",
    "Contracteis",
    "Controle",
    "Ernst",
    "Exploitatie",
    "Jaarverloop",
    "Leegte",
    "Rapport",
    "Tariefaanbod",
    "Toetsdossier",
    "Vondst",
    "Wisseling",
    "als_markdown",
    "bij_uurinkomen",
    "controleer",
    "exploitatie",
    "getoetste_bijlage",
    "jaarverloop",
    "lees_banden",
    "lees_eisen",
    "mag_getekend_worden",
    "uurinkomen",
]
