"""A workbook to discuss many quotes with; what people typed stays text, never a formula."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gezinshuis_tarief.controle.offertes import Offertes
from gezinshuis_tarief.controle.statistiek import MATEN, MINIMUM, statistiek, titel, uitschieters
from gezinshuis_tarief.kern.argumenten import Bestandspad, eis_soort, naar_pad
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.weergave import geteld
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Boek, Cel
from gezinshuis_tarief.werkboek.xlsx.schrijven import schrijf_boek

if TYPE_CHECKING:
    import pandas as pd

_MATEN: Final = {
    "laagste": "laagste",
    "kwartiel_1": "eerste kwartiel",
    "mediaan": "mediaan",
    "kwartiel_3": "derde kwartiel",
    "hoogste": "hoogste",
}


def schrijf_vergelijking(
    offertes: Offertes,
    pad: Bestandspad,
    *,
    minimum: int = MINIMUM,
    deelbaar: bool = False,
    overschrijf: bool = False,
) -> None:
    """Write statistics, outliers, and what there is to say about the files.

    Args:
        offertes: what the folder held.
        pad: the workbook to write, .xlsx.
        minimum: groups with fewer providers are withheld.
        deelbaar: leave out every name, so that the workbook may go round.
        overschrijf: whether an existing file may be replaced.

    Raises:
        InvoerFout: no quote at all could be read, or the name does not end in .xlsx.
        FileExistsError: the file exists and may not be replaced.
    """
    eis_soort("offertes", offertes, Offertes)
    doel = naar_pad(pad, einden=[".xlsx"])
    if not offertes.gelezen:
        redenen = "; ".join(f"{n.bestand}: {n.reden}" for n in offertes.niet_gelezen)
        raise weigering("map", "bevat geen leesbare offerte", gevonden=redenen)
    frame = offertes.naar_frame()
    bladen = [_toelichting(offertes, minimum, deelbaar=deelbaar), _statistiek(statistiek(frame, minimum))]
    if not deelbaar:
        bladen += [_uitschieters(frame, minimum), _bestanden(offertes)]
    schrijf_boek(Boek(bladen, "Vergelijking van offertes"), doel, overschrijf=overschrijf)


def _toelichting(offertes: Offertes, minimum: int, *, deelbaar: bool) -> Blad:
    """Say what was read and how the figures are made."""
    regels = (
        (
            f"{geteld(len(offertes.gelezen), 'offerte', 'offertes')} gelezen van {geteld(len(offertes.aanbieders), 'aanbieder', 'aanbieders')}; "
            f"{geteld(len(offertes.niet_gelezen), 'bestand', 'bestanden')} niet gelezen."
        ),
        (
            "Bedragen in euro per jeugdige per etmaal. Heeft een aanbieder meer offertes, dan telt hun gemiddelde "
            "één keer mee."
        ),
        (
            f"Zijn er minder dan {minimum} aanbieders, dan worden de bedragen achtergehouden, zodat niemands cijfers "
            "uitlekken."
        ),
        "Een bouwsteen die in een offerte nul is, telt mee als nul; eigen posten alleen waar ze er zijn.",
        "Dit werkboek noemt geen aanbieders en kan worden gedeeld."
        if deelbaar
        else "De bladen Uitschieters en Bestanden noemen aanbieders en bestanden: alleen voor eigen gebruik.",
    )
    cellen = [Cel(0, 0, "Vergelijking van offertes", "titel")]
    cellen += [Cel(rij, 0, regel, "alinea") for rij, regel in enumerate(regels, start=2)]
    return Blad("Toelichting", "#8A8A8A", (100,), cellen, {0: 30.0}, liggend=True, beveiligd=False)


def _statistiek(tabel: pd.DataFrame) -> Blad:
    """Return a row per zorgzwaarte and line, the tariff in bold."""
    koppen = ("zorgzwaarte", "bouwsteen", "aanbieders", *(_MATEN[maat] for maat in MATEN))
    cellen = list(_koppen(koppen, range(2, 8)))
    for nummer, rij in enumerate(tabel.reset_index().to_dict("records"), start=1):
        slot = rij["regel"] == "tarief"
        tekst, soort = ("totaal", "_totaal") if slot else ("tekst", "")
        cellen += [
            Cel(nummer, 0, rij["zorgzwaarte"], tekst),
            Cel(nummer, 1, titel(rij["regel"]), tekst),
            Cel(nummer, 2, rij["aanbieders"], f"aantal{soort}"),
        ]
        for plek, maat in enumerate(MATEN, start=3):
            inhoud, vorm = (
                ("achtergehouden", "achtergehouden") if math.isnan(rij[maat]) else (rij[maat], "euro")
            )
            cellen.append(Cel(nummer, plek, inhoud, f"{vorm}{soort}"))
    gefilterd = (0, 0, len(tabel), len(koppen) - 1)
    return _tabelblad("Statistiek", "#1F4E5F", (13, 44, 12, *[16] * len(MATEN)), cellen, gefilterd)


def _uitschieters(frame: pd.DataFrame, minimum: int) -> Blad:
    """Return a row per outlier with its question."""
    koppen = ("aanbieder", "zorgzwaarte", "bouwsteen", "per etmaal", "mediaan", "vraag")
    cellen = list(_koppen(koppen, range(3, 5)))
    for nummer, geval in enumerate(uitschieters(frame, minimum), start=1):
        teksten = (geval.aanbieder, geval.zorgzwaarte, titel(geval.regel))
        cellen += [Cel(nummer, plek, tekst, "alinea") for plek, tekst in enumerate(teksten)]
        cellen += [Cel(nummer, 3, geval.per_etmaal, "euro"), Cel(nummer, 4, geval.mediaan, "euro")]
        cellen.append(Cel(nummer, 5, geval.vraag, "alinea_na_getal"))
    if len(cellen) == len(koppen):
        cellen.append(Cel(1, 0, "geen uitschieters", "onder"))
    return _tabelblad("Uitschieters", "#B26A00", (26, 13, 34, 13, 13, 80), cellen)


def _bestanden(offertes: Offertes) -> Blad:
    """Return a row per file that was not read, and per remark on one that was."""
    koppen = ("bestand", "gelezen", "reden of opmerking")
    rijen = [(bestand.bestand, "nee", bestand.reden) for bestand in offertes.niet_gelezen]
    rijen += [(offerte.bestand, "ja", tekst) for offerte in offertes.gelezen for tekst in offerte.opmerkingen]
    cellen = list(_koppen(koppen, ()))
    for nummer, rij in enumerate(rijen, start=1):
        cellen += [Cel(nummer, plek, tekst, "alinea") for plek, tekst in enumerate(rij)]
    if not rijen:
        cellen.append(Cel(1, 0, "alle bestanden zijn gelezen, zonder opmerkingen", "onder"))
    return _tabelblad("Bestanden", "#8A8A8A", (40, 10, 100), cellen)


def _koppen(koppen: Sequence[str], getallen: Iterable[int]) -> Iterator[Cel]:
    """Yield the heads of a table, those above numbers to the right."""
    for plek, kop in enumerate(koppen):
        na_getal = "kop_na_getal" if plek - 1 in getallen else "kop"
        yield Cel(0, plek, kop, "kop_rechts" if plek in getallen else na_getal)


def _tabelblad(
    naam: str,
    kleur: str,
    breedtes: Sequence[float],
    cellen: Sequence[Cel],
    gefilterd: tuple[int, int, int, int] | None = None,
) -> Blad:
    """Return a table with its heads in view and on every page; readers may sort and add to it."""
    return Blad(
        naam,
        kleur,
        breedtes,
        cellen,
        {0: 22.0},
        liggend=True,
        koprijen=(0, 0),
        bevroren=(1, 0),
        gefilterd=gefilterd,
        beveiligd=False,
    )
