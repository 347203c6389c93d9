"""What a party can do in a negotiation: offer, or accept; a round holds what was done, in order."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.velden import ZICHTBAAR, Naam, veld
from gezinshuis_tarief.model.opbouw import Opbouw

Tekst = Annotated[str, StringConstraints(min_length=1, max_length=2000), ZICHTBAAR]


class Bod(Onderdeel):
    """A full opbouw that a party puts on the table, with the reason of each change."""

    soort: Literal["bod"] = "bod"
    partij: Annotated[Naam, veld("de partij die het bod doet")]
    datum: Annotated[dt.date, veld("de dag van het bod")]
    indiener: Annotated[Naam, veld("wie het bod indient")]
    redenen: Annotated[dict[str, Tekst], veld("per sleutel de reden van de wijziging")]
    opbouw: Annotated[Opbouw, veld("de volledige berekening")]


class Aanvaarding(Onderdeel):
    """A party takes over the value of another one at a key."""

    soort: Literal["aanvaarding"] = "aanvaarding"
    partij: Annotated[Naam, veld("de partij die aanvaardt")]
    datum: Annotated[dt.date, veld("de dag van de aanvaarding")]
    indiener: Annotated[Naam, veld("wie namens de partij aanvaardt")]
    sleutel: Annotated[str, veld("de sleutel die wordt aanvaard")]
    van: Annotated[Naam, veld("de partij van wie de waarde is")]


Zet = Annotated[Bod | Aanvaarding, Field(discriminator="soort")]


class Ronde(Onderdeel):
    """What the parties did in one round, in order."""

    zetten: Annotated[tuple[Zet, ...], veld("biedingen en aanvaardingen, op volgorde")] = ()
