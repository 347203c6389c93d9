"""What an offered tariff means for a house: short or over, what it does not pay for, and what would help.

tariefaanbod: the result, and the verb that makes it.
dekking: which bouwstenen the tariff pays for, in the order of the eleven.
maatregelen: what one step would be worth: a place, an hour a week, a point of overhead, a step of the cao.
jaartabellen: the year per line and in whole children, as text.
tonen: how all of it looks as text and as JSON.
"""

from __future__ import annotations

from gezinshuis_tarief.controle.aanbod.dekking import Regeldekking
from gezinshuis_tarief.controle.aanbod.maatregelen import Maatregel
from gezinshuis_tarief.controle.aanbod.tariefaanbod import Tariefaanbod, exploitatie

__all__ = ["Maatregel", "Regeldekking", "Tariefaanbod", "exploitatie"]
