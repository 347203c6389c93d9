"""The printed form of a report: a document of a few pages that also goes to Word or plain text."""

from __future__ import annotations

from collections.abc import Iterator

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.rapport.gegevens import Rekengegevens
from gezinshuis_tarief.rapport.inhoud import Invoerrij, Rapportinhoud
from gezinshuis_tarief.rapport.schrijven import TITEL
from gezinshuis_tarief.stukken.delen import Alinea, Deel, Documenttabel, Kop
from gezinshuis_tarief.stukken.document import Document
from gezinshuis_tarief.uitkomst.tonen import toon_bij


def maak_gedrukt(opbouw: Opbouw, *, titel: str = "") -> Document:
    """Return the report as a document: tariffs, lines, inputs with status and source, findings; `bewaar` writes it.

    Args:
        opbouw: the quote.
        titel: what stands above it, such as the name of the house.

    Raises:
        InvoerFout: for what is no opbouw, or when a component of one's own cannot be written down.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    eis_soort("titel", titel, str)
    kop = titel.strip() or TITEL
    return Document(kop, tuple(_delen(Rapportinhoud(Rekengegevens(opbouw), kop))))


def _delen(inhoud: Rapportinhoud) -> Iterator[Deel]:
    opbouw = inhoud.opbouw
    aannames, gegeven = inhoud.aantallen
    yield Alinea(
        f"Wat één plek in dit gezinshuis per dag kost, opgebouwd uit elf bouwstenen. Plaatsen in het huis: "
        f"{opbouw.gezinshuis.plaatsen}. Prijspeil: {opbouw.prijspeil}. "
        f"Van de {gegeven} ingevulde waarden zijn er {aannames} een aanname."
    )
    yield Kop("Tarief per dag")
    regels = [(regel.titel, *regel.bedragen) for regel in inhoud.regels if regel.is_er]
    totaal = ("Tarief per dag", *inhoud.tarieven.values())
    yield Documenttabel(
        ("Bouwsteen, in euro", *ZORGZWAARTES),
        (*regels, totaal),
        (0.49, 0.17, 0.17, 0.17),
        getallen=3,
        totaal=True,
    )
    yield Kop("Invoer")
    ingevuld = {waarde.sleutel for waarde in opbouw.waarden() if waarde.waarde is not None}
    for naam, rijen in inhoud.invoer.items():
        gevuld = [rij for rij in rijen if rij.sleutel in ingevuld]
        if gevuld:
            yield Kop(inhoud.delen[naam], 2)
            yield Documenttabel(
                ("Invoer", "Waarde", "Status", "Bron"),
                tuple(_invoer(opbouw, rij) for rij in gevuld),
                (0.34, 0.2, 0.12, 0.34),
            )
    yield Kop("Bevindingen")
    yield Alinea(f"Bij deze offerte: {inhoud.bevindingen.samenvatting}.")
    if inhoud.bevindingen:
        yield Documenttabel(
            ("Bevinding", "Gevonden", "Vraag"),
            tuple((f"{b.ernst} {b.code}", b.gevonden, b.vraag) for b in inhoud.bevindingen),
            (0.16, 0.44, 0.4),
        )


def _invoer(opbouw: Opbouw, rij: Invoerrij) -> tuple[str, ...]:
    """Return an input as it stands on paper; a name or a text has no status."""
    tekst = f"{rij.omschrijving[:1].upper()}{rij.omschrijving[1:]}"
    if not rij.waarde.is_gegeven:
        return (tekst, str(rij.waarde.waarde), "", "")
    return (
        tekst,
        toon_bij(opbouw, rij.sleutel),
        str(rij.steun.status),
        rij.steun.bron or str(rij.steun.herkomst),
    )
