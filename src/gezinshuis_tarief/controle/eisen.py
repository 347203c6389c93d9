"""Requirements in a contract, each with the cost line that pays for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Final

from gezinshuis_tarief.kern.jsontekst import lees_lijst
from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.velden import EuroPerJaar, Woord, veld


@dataclass(frozen=True, slots=True)
class Contracteis:
    """A requirement in the contract and the cost line that pays for it.

    Attributes:
        naam: what is required, as the contract calls it.
        sleutel: key of the input that pays for it, for instance `overhead.contracteisen_per_jaar`.
        bedrag_per_jaar: what it costs per house per year, when that is known.
        bron: where the requirement stands.
    """

    naam: str
    sleutel: str
    bedrag_per_jaar: Decimal | None = None
    bron: str = "contract"


_CONTRACT: Final = "overhead.contracteisen_per_jaar"
GANGBARE_EISEN: Final = (
    Contracteis("social return (SROI)", _CONTRACT),
    Contracteis("maatschappelijk verantwoord inkopen (MVI)", _CONTRACT),
    Contracteis("verantwoording en rapportage", _CONTRACT),
    Contracteis("registratie (SKJ of BIG)", _CONTRACT),
    Contracteis("keurmerk", _CONTRACT),
    Contracteis("scholing", "inkomen_gezinshuisouder.overige_kosten_per_fte"),
)
"""Requirements that contracts often hold; which line pays for each is our aanname."""


class _Invoer(Onderdeel):
    """A requirement as it stands in a file."""

    naam: Annotated[Woord, veld("de eis, zoals het contract haar noemt")]
    sleutel: Annotated[Woord, veld("sleutel van de regel die de eis betaalt")]
    bedrag_per_jaar: Annotated[EuroPerJaar | None, veld("kosten per huis")] = None
    bron: Annotated[Woord, veld("waar de eis staat")] = "contract"


def lees_eisen(tekst: str | bytes) -> tuple[Contracteis, ...]:
    """Read a list of requirements from JSON: `[{"naam": "SROI", "sleutel": "overhead.contracteisen_per_jaar"}]`.

    Raises:
        InvoerFout: with every objection, by place in the list.
    """
    voorbeeld = '[{"naam": "SROI", "sleutel": "overhead.contracteisen_per_jaar"}]'
    return lees_lijst(tekst, "eisen", voorbeeld, _eis)


def _eis(deel: object) -> Contracteis:
    eis = _Invoer.model_validate(deel)
    return Contracteis(eis.naam, eis.sleutel, eis.bedrag_per_jaar, eis.bron)
