"""The parts of what commands write with `--json`, as types: amounts and numbers are text, and no field is unnamed."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, StringConstraints

from gezinshuis_tarief.kern.onderbouwing import Onderbouwing
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte

Bedrag: TypeAlias = Annotated[str, StringConstraints(pattern=r"^-?\d+\.\d\d$")]
"""Euro, in whole cents."""
Getaltekst: TypeAlias = Annotated[str, StringConstraints(pattern=r"^-?\d+(\.\d+)?$")]
"""A number, with a point."""
PerZwaarte: TypeAlias = dict[Zorgzwaarte, Bedrag]
Ernstwoord: TypeAlias = Literal["fout", "waarschuwing", "opmerking"]


class Uitvoervorm(BaseModel):
    """An object with these fields and no other."""

    model_config = ConfigDict(extra="forbid")


class Tariefvorm(Uitvoervorm):
    """One tariff with its lines."""

    bouwstenen: dict[str, Bedrag]
    tarief: Bedrag


class Stapvorm(Uitvoervorm):
    """One step of an explanation."""

    sleutel: str
    naam: str
    formule: str
    ingevuld: str
    waarde: Getaltekst
    eenheid: str
    invoer: list[str]


class Invoervorm(Onderbouwing):
    """One input of an explanation, with what stands behind it."""

    sleutel: str
    omschrijving: str
    waarde: str
    eenheid: str


class Normvorm(Uitvoervorm):
    """An open norm with our reading."""

    vraag: str
    onze_lezing: str
    naam: str


class Bevindingvorm(Uitvoervorm):
    """What a check found; `effect` is euro per etmaal."""

    code: str
    ernst: Ernstwoord
    sleutel: str
    gevonden: str
    norm: str
    bron: str
    effect: Getaltekst | None
    vraag: str
    bouwsteen: str


class Dekkingvorm(Uitvoervorm):
    """A line that an offered tariff does not cover wholly, in euro per etmaal."""

    sleutel: str
    bedrag: Bedrag
    gedekt: Bedrag
    tekort: Bedrag


class Maatregelvorm(Uitvoervorm):
    """What would help, in euro."""

    sleutel: str
    naam: str
    per_jaar: Bedrag
    per_etmaal: Bedrag
    nodig: str


class Quittevorm(Uitvoervorm):
    """From which occupancy there is no loss."""

    bezetting: Getaltekst | None
    kinderen: int | None
    maanden: int | None


class Perurenvorm(Uitvoervorm):
    """Income per paid hour, in euro."""

    offerte: Bedrag | None
    blijft: Bedrag | None
    bruto: Bedrag | None


class Uurinkomenvorm(Uitvoervorm):
    """The tariffs that an income per hour asks for."""

    bruto_per_uur: str
    bruto_maandsalaris: Getaltekst
    tarief: PerZwaarte


class Exploitatievorm(Uitvoervorm):
    """What a house has left in a year, in euro."""

    stand: str
    bezetting: Getaltekst
    resultaat: dict[str, Bedrag]
    resultaat_per_etmaal: Bedrag
    resultaat_vol_huis: Bedrag
    tarief: PerZwaarte
    tarief_offerte: PerZwaarte
    niet_gedekt: list[Dekkingvorm]
    maatregelen: list[Maatregelvorm]
    quitte: Quittevorm
    per_uur: Perurenvorm
    bij_uurinkomen: Uurinkomenvorm | None = None


class Bijdragevorm(Uitvoervorm):
    """What one bouwsteen or one key brings to a difference, in euro per etmaal."""

    sleutel: str
    titel: str
    bedrag: Bedrag
    onafgerond: Getaltekst
    eerst: Bedrag
    laatst: Bedrag
    delen: list[Bijdragevorm] = []


class Tariefverschilvorm(Uitvoervorm):
    """A difference in one zorgzwaarte."""

    van: Bedrag
    naar: Bedrag
    verschil: Bedrag
    bijdragen: list[Bijdragevorm]


class Oorzaakvorm(Uitvoervorm):
    """Why a price changed between two receipts, in euro per etmaal."""

    invoer: Bedrag
    cijfers: Bedrag
    bibliotheek: Bedrag
    totaal: Bedrag


class Effectvorm(Uitvoervorm):
    """What a point brings, in euro."""

    per_etmaal: PerZwaarte
    per_jaar: Getaltekst


class Puntvorm(Uitvoervorm):
    """One point of a negotiation, by party."""

    sleutel: str
    status: str
    heropend: bool
    uitgangspunt: str
    waarden: dict[str, str]
    wie: list[str]
    redenen: dict[str, str]
    vragen: dict[str, str] = {}
    effect: dict[str, Effectvorm | None]


class Cijferdagen(Uitvoervorm):
    """The first days of a group of figures, and the keys of those without one."""

    geldig_vanaf: list[dt.date]
    zonder_dag: list[str]


class Prijspeilvorm(Uitvoervorm):
    """Of which day the prices are."""

    peildatum: dt.date
    cijfers: dict[str, Cijferdagen]
    waarschuwingen: list[str]


class Celbevindingvorm(Uitvoervorm):
    """What stands out in a workbook."""

    ernst: Ernstwoord
    code: str
    blad: str
    cel: str
    sleutel: str
    gevonden: str
    toegestaan: str
    wat_te_doen: str
    effect_per_etmaal: Getaltekst | None


class Wijzigingvorm(Uitvoervorm):
    """What changed in a workbook since it was sent."""

    sleutel: str
    omschrijving: str
    was: str | None
    wordt: str | None
    reden: str | None
    status: str
    effect: dict[Zorgzwaarte, Getaltekst]


class Voorstelvorm(Uitvoervorm):
    """A formula that was proposed in a workbook."""

    sleutel: str
    was: str
    wordt: str
    effect: dict[Zorgzwaarte, Getaltekst]


class Meegekomenvorm(Uitvoervorm):
    """What else came with a workbook."""

    soort: str
    blad: str
    cel: str
    sleutel: str
    tekst: str
    bedrag: Getaltekst | None
    van: str
