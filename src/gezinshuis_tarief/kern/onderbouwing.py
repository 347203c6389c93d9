"""Status, origin and source of a value: what may change, and what stands behind it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Status(StrEnum):
    """How free a value is in the negotiation."""

    VAST = "vast"
    SUGGESTIE = "suggestie"
    OPEN = "open"


class Herkomst(StrEnum):
    """Where a value comes from: read in a source, derived from one, or assumed."""

    BRON = "bron"
    AFGELEID = "afgeleid"
    AANNAME = "aanname"


class Afwijking(BaseModel):
    """What was offered before a party changed the value, and why it did."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    voorstel: str
    reden: str | None = Field(default=None, exclude_if=lambda reden: reden is None)


class Onderbouwing(BaseModel):
    """What stands behind one value; travels with it through JSON, Excel and explanations.

    Attributes:
        status: vast (by cao or law), suggestie (offered) or open (for the parties to fill).
        herkomst: bron, afgeleid or aanname.
        bron: text or link; None when there is no source.
        geldig_vanaf: first day of the figure.
        toelichting: free remark.
        afwijking: set when the value departs from what was vast or offered.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: Status = Status.OPEN
    herkomst: Herkomst = Herkomst.AANNAME
    bron: str | None = Field(default=None, exclude_if=lambda bron: bron is None)
    geldig_vanaf: dt.date | None = Field(default=None, exclude_if=lambda dag: dag is None)
    toelichting: str | None = Field(default=None, exclude_if=lambda tekst: tekst is None)
    afwijking: Afwijking | None = Field(default=None, exclude_if=lambda afwijking: afwijking is None)

    def afgeweken(self, voorstel: str, reden: str | None) -> Onderbouwing:
        """Return the support of a changed value: an aanname that remembers what was offered first."""
        eerste = self.afwijking.voorstel if self.afwijking else voorstel
        afwijking = Afwijking(voorstel=eerste, reden=reden)
        return self.model_copy(update={"herkomst": Herkomst.AANNAME, "afwijking": afwijking})


AANNAME = Onderbouwing()
"""The support of a value of which nothing is recorded: open, and an aanname."""
