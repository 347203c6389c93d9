"""Are hours, fte, places and amounts plausible beside the cao and other figures?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder import binnen_de_zesden
from gezinshuis_tarief.controle.bevinding import Vondst
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import Ernst, OnbekendCijfer
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.referentie.cao import cao_regel
from gezinshuis_tarief.referentie.pleegvergoedingen import pleegvergoeding, pleegvergoeding_toeslag

_WERKDAG: Final = Decimal("7.2")
_JAREN_TERUG: Final = 3


def fte_per_plaats(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-10: the fte of the gezinshuisouders is not that of the cao."""
    norm = cao_regel("gezinshuisouder_fte_per_plaats", dossier.dag)
    if (blok := dossier.loondienst) is None:
        return
    plaatsen, gevonden = dossier.opbouw.gezinshuis.plaatsen, blok.fte_per_plaats
    per_huis = getattr(blok, "fte_per_huis", None)  # a variant of one's own may not have it
    if per_huis is not None:
        if per_huis != norm.waarde * plaatsen:
            sleutel = "inkomen_gezinshuisouder.fte_per_huis"
            yield Vondst(
                sleutel,
                f"{nederlands(per_huis)} fte voor {plaatsen} plaatsen",
                "Waarop berust dit aantal fte per huis?",
                dossier.effect({sleutel: norm.waarde * plaatsen}),
                norm=f"{nederlands(norm.waarde)} fte per geplaatste jeugdige: {nederlands(norm.waarde * plaatsen)}",
                bron=norm.bron,
            )
    elif gevonden != norm.waarde:
        sleutel = "inkomen_gezinshuisouder.fte_per_plaats"
        yield Vondst(
            sleutel,
            f"{nederlands(gevonden)} fte per plaats",
            "Waarop berust dit aantal fte per plaats?",
            dossier.effect({sleutel: norm.waarde}),
            norm=f"{nederlands(norm.waarde)} fte per geplaatste jeugdige",
            bron=norm.bron,
        )


def vervangingsfactor(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-11: the vervangingsfactor lies outside the sixth that the cao allows either way."""
    if (blok := dossier.loondienst) is None:
        return
    factor = blok.vervangingsfactor
    if not binnen_de_zesden(factor):
        grens = Decimal("0.8333333333") if factor < 1 else Decimal("1.1666666666")
        yield Vondst(
            "inkomen_gezinshuisouder.vervangingsfactor",
            nederlands(factor),
            "Hoeveel uren vervanging regelen de ouders zelf, en waarop berust dat?",
            dossier.effect({"inkomen_gezinshuisouder.vervangingsfactor": grens}),
        )


def productieve_uren(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-09: more productive hours than the cao leaves after leave and holidays."""
    jaar, wettelijk, extra, feestdagen = (
        cao_regel(naam, dossier.dag)
        for naam in ("arbeidsduur_jaar", "verlof_wettelijk", "verlofbudget_bovenwettelijk", "feestdagen")
    )
    hoogstens = jaar.waarde - wettelijk.waarde - extra.waarde - feestdagen.waarde * _WERKDAG
    gevonden = dossier.opbouw.gedragswetenschapper.productieve_uren_per_jaar
    if gevonden > hoogstens:
        sleutel = "gedragswetenschapper.productieve_uren_per_jaar"
        yield Vondst(
            sleutel,
            f"{nederlands(gevonden)} uur per jaar",
            "Is er rekening gehouden met verlof, feestdagen, ziekte, scholing en overleg?",
            dossier.effect({sleutel: hoogstens}),
            norm=f"hoogstens {nederlands(hoogstens)} uur, vóór ziekte en scholing",
            bron=jaar.bron,
        )


def verzorgingskosten(dossier: Toetsdossier) -> Iterator[Vondst]:
    """VRZ-01: the daily amount beside the foster-care amounts: from the youngest up to the oldest with supplement."""
    if dossier.opbouw.verzorgingskosten.vast_bedrag_per_jaar is not None:
        return
    dag, gemist = _pleegjaar(dossier.dag)
    onder, boven, toeslag = pleegvergoeding(0, dag), pleegvergoeding(18, dag), pleegvergoeding_toeslag(dag)
    laagste, hoogste = onder.waarde, boven.waarde + toeslag.waarde
    gevonden = dossier.opbouw.verzorgingskosten.bedrag_per_jeugdige_per_dag
    sleutel = "verzorgingskosten.bedrag_per_jeugdige_per_dag"
    grens = min(max(gevonden, laagste), hoogste)
    if gevonden != grens or gemist:
        yield Vondst(
            sleutel,
            f"€ {nederlands(gevonden, 2)} per dag"
            + (f"; van {dossier.dag.year} is geen pleegvergoeding gevonden" if gemist else ""),
            "Welke kosten dekt dit bedrag, en op welk jaar en welke leeftijd berust het?",
            dossier.effect({sleutel: grens}) if gevonden != grens else None,
            norm=f"pleegvergoeding {dag.year}: € {nederlands(laagste, 2)} (0 t/m 8 jaar) tot en met "
            f"€ {nederlands(hoogste, 2)} (18 jaar en ouder met toeslag); een vergelijking, geen regel",
            bron="; ".join(dict.fromkeys(cijfer.bron for cijfer in (onder, boven, toeslag))),
            ernst=Ernst.WAARSCHUWING if gemist else None,
        )


def _pleegjaar(peil: dt.date) -> tuple[dt.date, bool]:
    """Return the latest of the last years that is known, and whether it is an older one.

    Raises:
        OnbekendCijfer: none of the last three years is known.
    """
    onbekend = []
    for terug in range(_JAREN_TERUG):
        dag = dt.date(peil.year - terug, 12, 31)
        try:
            pleegvergoeding(0, dag)
            pleegvergoeding(18, dag)
            pleegvergoeding_toeslag(dag)
        except OnbekendCijfer as fout:
            onbekend.append(fout)
            continue
        return dag, terug > 0
    raise onbekend[0]


def plaatsen_per_zorgzwaarte(dossier: Toetsdossier) -> Iterator[Vondst]:
    """HUI-01: more places than regions allow for that zorgzwaarte."""
    for zwaarte in ZORGZWAARTES:
        sleutel = f"gezinshuis.plaatsen_{zwaarte}"
        aantal, band = int(str(dossier.waarden[sleutel])), dossier.band(sleutel)
        if band.binnen(Decimal(aantal)) != aantal:
            yield Vondst(
                sleutel,
                f"{aantal} plaatsen met zorgzwaarte {zwaarte}",
                "Staat de regio dit aantal plaatsen toe, en hoe blijft de zorg gezinsgericht?",
                norm=f"{band.in_woorden} met zorgzwaarte {zwaarte}",
                bron=band.herkomst_in_woorden,
            )
        grootte = dossier.opbouw.voor(zwaarte).gezinshuis.groepsgrootte
        if aantal and grootte and band.binnen(Decimal(grootte)) != grootte:
            yield Vondst(
                f"{zwaarte}.gezinshuis.groepsgrootte",
                f"een groep van {grootte} bij zorgzwaarte {zwaarte}",
                "Staat de regio deze groepsgrootte toe, en hoe blijft de zorg gezinsgericht?",
                norm=f"{band.in_woorden} met zorgzwaarte {zwaarte}",
                bron=band.herkomst_in_woorden,
            )


def geen_prijspeil(dossier: Toetsdossier) -> Iterator[Vondst]:
    """PRI-01: nothing says from which day the prices are, so they cannot be laid beside figures of a year."""
    if dossier.peil is None:
        yield Vondst(
            "",
            "de offerte noemt geen prijspeil; cijfers van een jaar zijn niet getoetst",
            "Van welke datum zijn de prijzen in deze offerte?",
        )


def prijzen_van_verschillende_jaren(dossier: Toetsdossier) -> Iterator[Vondst]:
    """PRI-02: amounts in euro from different years."""
    per_jaar: dict[int, list[str]] = {}
    for waarde in dossier.opbouw.waarden():
        vanaf = dossier.opbouw.onderbouwing_van(waarde.sleutel).geldig_vanaf
        eenheid = waarde.eenheid
        if vanaf and eenheid and eenheid.is_geld:
            per_jaar.setdefault(vanaf.year, []).append(waarde.sleutel)
    if len(per_jaar) > 1:
        delen = [f"{jaar}: {', '.join(sleutels)}" for jaar, sleutels in sorted(per_jaar.items())]
        yield Vondst(
            per_jaar[min(per_jaar)][0],
            "; ".join(delen),
            "Kunnen alle bedragen op hetzelfde prijspeil worden gebracht?",
        )
