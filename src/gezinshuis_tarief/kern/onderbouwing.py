"""Status, origin and source of a value: what may change, and what stands behind it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from gezinshuis_tarief.kern.velden import Notitie, Woord


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
    """What was offered before a party changed the value, why it did, and what stood behind the offer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    voorstel: Notitie
    reden: Notitie | None = Field(default=None, exclude_if=lambda reden: reden is None)
    was: Onderbouwing | None = Field(default=None, exclude_if=lambda was: was is None)


class Normbesluit(BaseModel):
    """What parties decided on an open norm."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    afspraak: Woord


Normbesluiten: TypeAlias = Annotated[
    dict[Woord, Normbesluit], Field(exclude_if=lambda besluiten: not besluiten)
]
"""Decisions by the name of their norm; left out of a file when there are none."""


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
    bron: Notitie | None = Field(default=None, exclude_if=lambda bron: bron is None)
    geldig_vanaf: dt.date | None = Field(default=None, exclude_if=lambda dag: dag is None)
    toelichting: Notitie | None = Field(default=None, exclude_if=lambda tekst: tekst is None)
    afwijking: Afwijking | None = Field(default=None, exclude_if=lambda afwijking: afwijking is None)

    @property
    def eerste(self) -> Onderbouwing:
        """What stood behind the value that was offered first."""
        return self if self.afwijking is None else self.afwijking.was or self

    def bij_wijziging(self, was: str, wordt: str, nieuw: Wijzigingsbron) -> Onderbouwing:
        """Return the support of a changed value: its own source, or none, and what was offered first.

        A value that goes back to what was offered first is supported as it was. An open value that never had a source
        has nothing to remember.

        Args:
            was: the value before, as text.
            wordt: the value after, as text.
            nieuw: what the change itself brings.
        """
        voorstel = self.afwijking.voorstel if self.afwijking else was
        if self.afwijking and wordt == voorstel and nieuw.bron is None:
            return self.eerste.model_copy(update={"afwijking": None})
        eerste = self.eerste
        onthoud = eerste.status is not Status.OPEN or eerste.bron is not None or nieuw.reden is not None
        if not onthoud and self.afwijking is None:
            return nieuw.onderbouwing(self.status, toelichting=self.toelichting)
        afwijking = Afwijking(voorstel=voorstel, reden=nieuw.reden, was=_kern(eerste))
        return nieuw.onderbouwing(self.status, afwijking=afwijking)


class Wijzigingsbron(BaseModel):
    """What a change of a value brings along: its own source, and why the value changes.

    Attributes:
        bron: text or link.
        geldig_vanaf: first day of the figure.
        herkomst: bron, afgeleid or aanname; bron when there is a source, else aanname.
        toelichting: free remark.
        reden: why the value departs from what was offered.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bron: Notitie | None = None
    geldig_vanaf: dt.date | None = None
    herkomst: Herkomst | None = None
    toelichting: Notitie | None = None
    reden: Notitie | None = None

    def onderbouwing(
        self, status: Status, *, toelichting: str | None = None, afwijking: Afwijking | None = None
    ) -> Onderbouwing:
        """Return the support of a value that got this source, or none."""
        return Onderbouwing(
            status=status,
            herkomst=self.herkomst or (Herkomst.AANNAME if self.bron is None else Herkomst.BRON),
            bron=self.bron,
            geldig_vanaf=self.geldig_vanaf,
            toelichting=self.toelichting or toelichting,
            afwijking=afwijking,
        )


def _kern(eerste: Onderbouwing) -> Onderbouwing | None:
    """Return what is worth remembering of the support of an offer; None when it had no source."""
    kaal = eerste.model_copy(update={"afwijking": None})
    return None if kaal.bron is None and kaal.toelichting is None else kaal


AANNAME = Onderbouwing()
"""The support of a value of which nothing is recorded: open, and an aanname."""
