"""Salary tables of the two cao's: day, scale and step give one amount."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from gezinshuis_tarief.kern.argumenten import Peildatum, naar_dag
from gezinshuis_tarief.kern.eenheden import voluit
from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.referentie.bestanden import Rij, rijen
from gezinshuis_tarief.referentie.cao import looptijd, met_looptijd
from gezinshuis_tarief.referentie.cijfer import Cijfer, aaneen
from gezinshuis_tarief.referentie.dagen import Periode
from gezinshuis_tarief.referentie.eigen.cijferset import geldende_rijen, per_cijferset
from gezinshuis_tarief.referentie.inpassingsnummers import inpassingsnaam, inpassingsnummers
from gezinshuis_tarief.referentie.leemten import GEHANDICAPTENZORG, JEUGDZORG_NAAST_DE_TABEL
from gezinshuis_tarief.referentie.meldingen import kies_naam, onbekend
from gezinshuis_tarief.referentie.tijdlijn import (
    geldende_dag,
    maak_cijfer,
    meegenomen,
)

Schaal: TypeAlias = dict[str, Cijfer]
Loontabel: TypeAlias = dict[str, Schaal]

_KETEN_KLOPT: Final = "keten-controle ok (<=0,01)"


@dataclass(frozen=True, slots=True)
class _Cao:
    """A cao and how it calls its scales and steps.

    `elders` says what helps when a scale is missing; `gaten` are spans without a table; `naast_de_tabel` are
    remarks on spans in which the table did hold.
    """

    naam: str
    aliassen: tuple[str, ...]
    schaal: str
    trede: str
    tabellen: Callable[[], Mapping[dt.date, Loontabel]]
    elders: str = ""
    gaten: tuple[Periode, ...] = ()
    naast_de_tabel: tuple[Periode, ...] = ()


@per_cijferset("cao_jeugdzorg_salarisschalen")
def _jeugdzorg() -> dict[dt.date, Loontabel]:
    tabellen: dict[dt.date, Loontabel] = {}
    for rij in geldende_rijen("cao_jeugdzorg_salarisschalen"):
        schaal, trede = rij["schaal"], rij["periodiek"]
        cijfer = maak_cijfer(
            rij
            | {
                "naam": f"{rij['cao']} schaal {schaal} periodiek {trede}",
                "waarde": rij["bedrag"],
                "toelichting": aaneen(rij["controle"].removeprefix(_KETEN_KLOPT), rij.get("toelichting", "")),
            },
        )
        tabellen.setdefault(cijfer.geldig_vanaf, {}).setdefault(schaal, {})[trede] = cijfer
    return tabellen


def _ghz_trede(rij: Rij, bedrag: Cijfer) -> Cijfer:
    """The amount of a step on a day: the row gives the number, the number gives the amount."""
    ingedeeld = rij["geldig_vanaf"]
    ouder = f"indeling uit de tabel per {ingedeeld}" if ingedeeld != str(bedrag.geldig_vanaf) else ""
    return Cijfer(
        naam=f"CAO Gehandicaptenzorg FWG {rij['fwg']} regel {rij['regel']}",
        waarde=bedrag.waarde,
        eenheid=bedrag.eenheid,
        geldig_vanaf=bedrag.geldig_vanaf,
        herkomst=bedrag.herkomst,
        bron=bedrag.bron,
        toelichting=aaneen(
            f"inpassingsnummer {rij['ip_nummer']}", ouder, rij["toelichting"], bedrag.toelichting
        ),
        cijferset=bedrag.cijferset,
    )


@per_cijferset("cao_ghz_inpassingsnummers")
def _gehandicaptenzorg() -> dict[dt.date, Loontabel]:
    bedragen = {
        (cijfer.naam, cijfer.geldig_vanaf): cijfer
        for lijn in inpassingsnummers().values()
        for cijfer in lijn.cijfers
    }
    indeling = rijen("cao_ghz_fwg_schalen")
    tabellen: dict[dt.date, Loontabel] = {}
    for dag in sorted({dag for _, dag in bedragen}):
        laatste = max(rij["geldig_vanaf"] for rij in indeling if rij["geldig_vanaf"] <= str(dag))
        for rij in (rij for rij in indeling if rij["geldig_vanaf"] == laatste):
            if bedrag := bedragen.get((inpassingsnaam(rij["ip_nummer"]), dag)):
                cijfer = _ghz_trede(rij, bedrag)
                tabellen.setdefault(dag, {}).setdefault(rij["fwg"], {})[rij["regel"]] = cijfer
    return tabellen


_CAOS: Final = (
    _Cao(
        "CAO Jeugdzorg",
        ("jeugdzorg", "jz"),
        "schaal",
        "periodiek",
        _jeugdzorg,
        naast_de_tabel=JEUGDZORG_NAAST_DE_TABEL,
    ),
    _Cao(
        "CAO Gehandicaptenzorg",
        ("gehandicaptenzorg", "ghz"),
        "FWG",
        "regel",
        _gehandicaptenzorg,
        elders="; het bedrag van een inpassingsnummer is voor die dag wel bekend",
        gaten=GEHANDICAPTENZORG,
    ),
)


def _kies_cao(cao: str) -> _Cao:
    bij_naam = {naam: regeling for regeling in _CAOS for naam in (regeling.naam, *regeling.aliassen)}
    return bij_naam[kies_naam("De cao", cao, bij_naam)]


def cao_naam(cao: str) -> str:
    """The full name of a cao.

    Raises:
        OnbekendCijfer: unknown cao; names the nearest ones.
    """
    return _kies_cao(cao).naam


def _op_dag(cao: str, schaal: str | int, dag: dt.date) -> tuple[_Cao, str, dt.date]:
    """The cao, the number of the scale and the first day of the table that holds it on `dag`."""
    regeling = _kies_cao(cao)
    tabellen = regeling.tabellen()
    gevraagd = str(schaal).strip().upper().removeprefix(regeling.schaal.upper()).strip()
    alle = sorted({naam for tabel in tabellen.values() for naam in tabel}, key=int)
    nummer = kies_naam(f"{regeling.naam} {regeling.schaal}", gevraagd, alle)
    wat = f"{regeling.naam} {regeling.schaal} {nummer}"
    bekend = [eerste for eerste, tabel in tabellen.items() if nummer in tabel]
    vanaf = geldende_dag(wat, list(tabellen), dag, regeling.gaten, bekend)
    if nummer not in tabellen[vanaf]:
        wel = ", ".join(sorted(tabellen[vanaf], key=int))
        reden = f"de gevonden tabel per {vanaf} kent alleen {regeling.schaal} {wel}{regeling.elders}"
        raise onbekend(wat, dag, reden, bekend)
    return regeling, nummer, vanaf


def _toegelicht(regeling: _Cao, cijfer: Cijfer, dag: dt.date) -> Cijfer:
    naast = (periode.tekst for periode in regeling.naast_de_tabel if periode.bevat(dag))
    met = cijfer.met_toelichting(*naast, meegenomen(cijfer.geldig_vanaf, regeling.tabellen(), dag))
    return met_looptijd(met, dag)


def loon_geldt_tot(bron: str, vanaf: dt.date) -> tuple[dt.date, str]:
    """Until when a salary is known to hold: the next table, a missing one, or the end of its cao; else its year.

    Args:
        bron: the source of the salary, which names its cao in full.
        vanaf: the first day of the salary.

    Returns:
        The first day on which it is not known to hold, and why, in Dutch.
    """
    grenzen: list[tuple[dt.date, str]] = []
    if regeling := next((deel for deel in _CAOS if deel.naam in bron), None):
        grenzen += [(dag, f"per {voluit(dag)} geldt een nieuwe tabel") for dag in regeling.tabellen()]
        grenzen += [(gat.van, gat.tekst) for gat in regeling.gaten]
    if termijn := looptijd(bron, vanaf):
        grenzen.append((termijn.geldig_tot_en_met + dt.timedelta(days=1), str(termijn)))
    rest = dt.date(vanaf.year + 1, 1, 1), f"alleen bekend voor {vanaf.year}"
    return min((grens for grens in grenzen if grens[0] > vanaf), default=rest)


def salaris(cao: str, schaal: str | int, periodiek: str | int, peildatum: Peildatum) -> Cijfer:
    """The gross monthly salary of one step of a cao scale, full time at 36 hours.

    Args:
        cao: "CAO Jeugdzorg" ("jeugdzorg", "jz") or "CAO Gehandicaptenzorg" ("gehandicaptenzorg", "ghz").
        schaal: the scale, or the FWG scale of the CAO Gehandicaptenzorg.
        periodiek: the step as printed ("12", "U1"), or the regel of the FWG scale.
        peildatum: a date or "jjjj-mm-dd".

    Returns:
        One figure in EUR bruto per maand. A table holds until the next one found; beyond the first day of
        the last one `toelichting` says that no later table is known, and beyond the end of the cao that it ended.
        Source: the registered cao texts.

    Raises:
        OnbekendCijfer: unknown cao, scale or step; before the first table; or in a known gap.
        InvoerFout: `peildatum` is no date.
    """
    dag = naar_dag(peildatum)
    regeling, nummer, vanaf = _op_dag(cao, schaal, dag)
    treden = regeling.tabellen()[vanaf][nummer]
    gevraagd = str(periodiek).strip().upper()
    if gevraagd not in treden:
        raise OnbekendCijfer(
            f"{regeling.naam} {regeling.schaal} {nummer} heeft in de tabel per {vanaf} geen {regeling.trede} "
            f"'{periodiek}'. Bekend zijn: {', '.join(treden)}.",
        )
    return _toegelicht(regeling, treden[gevraagd], dag)


def schaal(cao: str, schaal: str | int, peildatum: Peildatum) -> tuple[Cijfer, ...]:
    """All steps of a scale on a day, in the order of the table, to lay a salary beside.

    Arguments, unit, source and errors are those of `salaris`, without the step.
    """
    dag = naar_dag(peildatum)
    regeling, nummer, vanaf = _op_dag(cao, schaal, dag)
    treden = regeling.tabellen()[vanaf][nummer].values()
    return tuple(_toegelicht(regeling, cijfer, dag) for cijfer in treden)


def alle_salarissen() -> tuple[Cijfer, ...]:
    """Every step of every table of both cao's."""
    return tuple(
        cijfer
        for regeling in _CAOS
        for tabel in regeling.tabellen().values()
        for treden in tabel.values()
        for cijfer in treden.values()
    )
