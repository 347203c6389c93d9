"""Foster-care amounts: set anew for each calendar year, by age of the child."""

from __future__ import annotations

from typing import Literal, get_args

from gezinshuis_tarief.kern.argumenten import Peildatum, naar_dag
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.referentie.bestanden import Rij, rijen
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.eigen.cijferset import geldende_rijen, per_cijferset
from gezinshuis_tarief.referentie.eigen.tabellen import TOESLAG
from gezinshuis_tarief.referentie.tijdlijn import Tijdlijn, jaarlijks, tijdlijnen

Per = Literal["dag", "maand"]


def _naam(rij: Rij, per: Per) -> str:
    tot = rij["leeftijd_tot_en_met"]
    jaren = f"{rij['leeftijd_van']} t/m {tot} jaar" if tot else f"{rij['leeftijd_van']} jaar en ouder"
    return f"pleegvergoeding {jaren} per {per}"


@per_cijferset("pleegvergoeding_basisbedrag")
def basisbedragen() -> dict[str, Tijdlijn]:
    """The basic amounts by age group and period."""
    return tijdlijnen(
        rij | {"naam": _naam(rij, per), "waarde": rij[f"per_{per}"], "eenheid": f"EUR per {per}"}
        for rij in geldende_rijen("pleegvergoeding_basisbedrag")
        for per in get_args(Per)
    )


@per_cijferset(TOESLAG)
def toeslagen() -> dict[str, Tijdlijn]:
    """The supplement, under its one name."""
    return tijdlijnen(rij | {"naam": TOESLAG, "waarde": rij["bedrag"]} for rij in geldende_rijen(TOESLAG))


def pleegvergoeding(leeftijd: int, peildatum: Peildatum, *, per: Per = "dag") -> Cijfer:
    """The basic foster-care amount for a child of an age, in the calendar year of `peildatum`.

    Args:
        leeftijd: the age in whole years, 0 or more; the source gives no upper age, from 18 one amount holds.
        peildatum: a date or "jjjj-mm-dd".
        per: "dag" (default) or "maand"; the month amounts are printed ones, rounded to whole euros.

    Returns:
        One figure in EUR per dag or EUR per maand. Source: the regulation or page named in `bron`.

    Raises:
        OnbekendCijfer: no amount found for that year (2022, 2025 and 2026 among them).
        InvoerFout: no whole age, an unknown period, or no date.
    """
    dag = naar_dag(peildatum)
    if type(leeftijd) is not int or leeftijd < 0:
        raise weigering(
            "leeftijd", "is geen leeftijd", gevonden=repr(leeftijd), toegestaan="hele jaren, 0 of meer"
        )
    if per not in get_args(Per):
        raise weigering("per", "is geen periode", gevonden=repr(per), toegestaan="dag of maand")
    rij = next(
        rij
        for rij in rijen("pleegvergoeding_basisbedrag")
        if int(rij["leeftijd_van"]) <= leeftijd <= int(rij["leeftijd_tot_en_met"] or leeftijd)
    )
    naam = _naam(rij, per)
    return jaarlijks(f"De {naam}", basisbedragen()[naam], dag)


def pleegvergoeding_toeslag(peildatum: Peildatum) -> Cijfer:
    """The supplement per foster child in the calendar year of `peildatum`.

    Returns:
        One figure in EUR per dag per pleegkind; `toelichting` says when it is due.

    Raises:
        OnbekendCijfer: no amount found for that year.
        InvoerFout: `peildatum` is no date.
    """
    return jaarlijks("De toeslag op de pleegvergoeding", toeslagen()[TOESLAG], naar_dag(peildatum))
