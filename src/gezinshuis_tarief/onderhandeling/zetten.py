"""What a party can do in a negotiation: offer, accept, ask or hold; a round holds what was done, in order."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from gezinshuis_tarief.kern.onderdeel import Onderdeel
from gezinshuis_tarief.kern.velden import ZICHTBAAR, Naam, veld
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderhandeling.contract import Contractgegevens

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


class Contractvoorstel(Onderdeel):
    """What a party wants in the contract beside the tariff; it replaces what it proposed before."""

    partij: Annotated[Naam, veld("de partij die voorstelt")]
    datum: Annotated[dt.date, veld("de dag van het voorstel")]
    indiener: Annotated[Naam, veld("wie het voorstel indient")]
    contract: Annotated[Contractgegevens, veld("alle contractgegevens")]


class Vraag(Onderdeel):
    """A party asks something about a point, or about the whole; no value changes."""

    soort: Literal["vraag"] = "vraag"
    partij: Annotated[Naam, veld("de partij die vraagt")]
    datum: Annotated[dt.date, veld("de dag van de vraag")]
    indiener: Annotated[Naam, veld("wie namens de partij vraagt")]
    sleutel: Annotated[str, veld("de sleutel van het punt; leeg als de vraag over het geheel gaat")] = ""
    tekst: Annotated[Tekst, veld("wat er wordt gevraagd of gezegd")]


class Houden(Onderdeel):
    """A party holds its own value at a point, with a reason; no value changes."""

    soort: Literal["houden"] = "houden"
    partij: Annotated[Naam, veld("de partij die haar waarde houdt")]
    datum: Annotated[dt.date, veld("de dag ervan")]
    indiener: Annotated[Naam, veld("wie het namens de partij zegt")]
    sleutel: Annotated[str, veld("de sleutel van het punt")]
    reden: Annotated[Tekst, veld("waarom de partij haar waarde houdt")]


Zet = Annotated[Bod | Aanvaarding | Vraag | Houden, Field(discriminator="soort")]


class Ronde(Onderdeel):
    """What the parties did in one round, in order."""

    zetten: Annotated[tuple[Zet, ...], veld("wat partijen deden, op volgorde")] = ()
