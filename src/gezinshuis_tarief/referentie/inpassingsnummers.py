"""The amounts of the inpassingsnummers of the CAO Gehandicaptenzorg."""

from __future__ import annotations

from gezinshuis_tarief.kern.argumenten import Peildatum, naar_dag
from gezinshuis_tarief.referentie.bestanden import rijen
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.eigen.cijferset import geldende_rijen, per_cijferset
from gezinshuis_tarief.referentie.leemten import GEHANDICAPTENZORG
from gezinshuis_tarief.referentie.meldingen import kies_naam
from gezinshuis_tarief.referentie.tijdlijn import Tijdlijn, doorlopend, tijdlijnen


@per_cijferset("cao_ghz_inpassingsnummers")
def inpassingsnummers() -> dict[str, Tijdlijn]:
    """The amounts of the CAO Gehandicaptenzorg by the name of their inpassingsnummer."""
    return tijdlijnen(
        rij | {"naam": inpassingsnaam(rij["ip_nummer"]), "waarde": rij["bedrag"]}
        for rij in geldende_rijen("cao_ghz_inpassingsnummers")
    )


def inpassingsnaam(nummer: object) -> str:
    """The name of the amount of an inpassingsnummer."""
    return f"CAO Gehandicaptenzorg inpassingsnummer {nummer}"


def inpassingsbedrag(nummer: str | int, peildatum: Peildatum) -> Cijfer:
    """The gross monthly amount of an inpassingsnummer of the CAO Gehandicaptenzorg.

    For who knows the number of a step whose FWG table was not found.

    Returns:
        One figure in EUR bruto per maand, full time at 36 hours; carried forward as in `salaris`.

    Raises:
        OnbekendCijfer: unknown number, before the first table, or in a known gap.
        InvoerFout: `peildatum` is no date.
    """
    dag = naar_dag(peildatum)
    nummers = dict.fromkeys(rij["ip_nummer"] for rij in rijen("cao_ghz_inpassingsnummers"))
    naam = inpassingsnaam(kies_naam(inpassingsnaam("").strip(), nummer, nummers))
    return doorlopend(naam, inpassingsnummers()[naam], dag, GEHANDICAPTENZORG)
