"""Next year's tariff: by index (the VNG method and its variants) or by new prices, and what is settled.

afspraak: what parties agree about indexation, in one object.
cijfers: an index figure of one's own, given with a call.
jaarindex: the percentage of one year.
indexeren: tariffs over several years.
bedragen: amounts in whole cents, checked at the door.
verrekening: what is settled when a provisional index becomes definitive.
clausule: the clause in the contract, from the agreement.
herprijzing: instead of an index, the prices of another day.
inschaling: where employees stand in a cao table, and which figures prices follow from.
eigen_prijzen: new prices, and those that users give themselves.
ijw: tariffs as lines for a contract administration.
blad: an indexation as a sheet with live formulas.
"""

from __future__ import annotations

from gezinshuis_tarief.indexatie.afspraak import NAAR_AARD, VNG_90_10, Gewichten, Indexafspraak
from gezinshuis_tarief.indexatie.blad import schrijf_indexatie
from gezinshuis_tarief.indexatie.cijfers import EigenCijfer
from gezinshuis_tarief.indexatie.clausule import indexeringsclausule
from gezinshuis_tarief.indexatie.herprijzing import Herprijzing, herprijs
from gezinshuis_tarief.indexatie.ijw import IjwRegel, ijw_regels, schrijf_ijw
from gezinshuis_tarief.indexatie.indexeren import Indexatie, indexeer
from gezinshuis_tarief.indexatie.inschaling import Inschaling, Premiekeuze
from gezinshuis_tarief.indexatie.jaarindex import Jaarindex, jaarindex
from gezinshuis_tarief.indexatie.verrekening import Verrekening, verreken

__all__ = [
    "NAAR_AARD",
    "VNG_90_10",
    "EigenCijfer",
    "Gewichten",
    "Herprijzing",
    "IjwRegel",
    "Indexafspraak",
    "Indexatie",
    "Inschaling",
    "Jaarindex",
    "Premiekeuze",
    "Verrekening",
    "herprijs",
    "ijw_regels",
    "indexeer",
    "indexeringsclausule",
    "jaarindex",
    "schrijf_ijw",
    "schrijf_indexatie",
    "verreken",
]
