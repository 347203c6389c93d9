"""What must hold of a move: that its point exists, whose value it takes over, and that offers are comparable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gezinshuis_tarief.kern.argumenten import Peildatum, eis_soort, naar_dag, toon_ding
from gezinshuis_tarief.kern.fouten import naaste, weigering
from gezinshuis_tarief.kern.sleutels import waarde_op
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderhandeling.stand import Punt, Puntstatus, Stand


def eis_punt(stand: Stand, sleutel: str) -> Punt:
    """Return the point at a key; refuse a key at which there is none."""
    punt = stand.punt(sleutel)
    if punt is None:
        remedie = naaste(sleutel, [punt.sleutel for punt in stand.punten]) or "Zie de stand."
        raise weigering(sleutel, "is geen punt van onderhandeling", remedie=remedie)
    return punt


def gever_van(stand: Stand, punt: Punt, partij: str, van: str | None) -> str:
    """Return the party whose value another one takes over; refuse when that is unclear or changes nothing."""
    if van is not None:
        anderen = [van]
    else:
        anderen = [p for p in punt.wie if p != partij] or [p for p in stand.standen if p != partij]
    if len(anderen) > 1 and punt.status is Puntstatus.BETWIST:
        raise weigering(
            "van", "ontbreekt", remedie=f"Zeg wiens waarde wordt aanvaard: {' of '.join(anderen)}."
        )
    eigen, ander = stand.standen[partij], stand.standen[anderen[0]]
    if waarde_op(eigen, punt.sleutel) == waarde_op(ander, punt.sleutel):
        raise weigering(punt.sleutel, "is bij beide al dezelfde waarde", remedie="Er is niets te aanvaarden.")
    return anderen[0]


def eis_vergelijkbaar(basis: Opbouw, prijspeil: dt.date, opbouw: Opbouw, peildatum: Peildatum | None) -> None:
    """Refuse an offer about another house or of another price date."""
    eis_soort("opbouw", opbouw, Opbouw)
    hier, daar = basis.gezinshuis.plaatsen, opbouw.gezinshuis.plaatsen
    if hier != daar:
        melding = f"is een ander aantal plaatsen dan de {hier} van deze onderhandeling; de opbouw verschilt van structuur"
        remedie = "Begin een nieuwe onderhandeling, of bied op hetzelfde huis."
        raise weigering("gezinshuis.plaatsen", melding, gevonden=daar, remedie=remedie)
    dag = prijspeil if peildatum is None else naar_dag(peildatum)
    if dag != prijspeil:
        melding = f"is een ander prijspeil dan {prijspeil}"
        remedie = "Reken het bod om naar het prijspeil van deze onderhandeling."
        raise weigering("peildatum", melding, gevonden=dag, remedie=remedie)


def eis_partij(partijen: Sequence[str], partij: str, plek: str) -> None:
    """Refuse a name that is no party."""
    if partij not in partijen:
        naam = toon_ding(partij)
        remedie = naaste(naam, list(partijen)) or "Kies een van de partijen."
        mag = " of ".join(partijen)
        raise weigering(plek, "is geen partij", gevonden=f'"{naam}"', toegestaan=mag, remedie=remedie)
