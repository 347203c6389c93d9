"""Can the house live on this tariff?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.loonkosten import MAANDEN
from gezinshuis_tarief.controle.bevinding import Vondst
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.controle.uurinkomen import loon_per_uur, uurinkomen
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon
from gezinshuis_tarief.kern.geld import CENT, CONTEXT, rond_op_centen
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from gezinshuis_tarief.referentie.cao import cao_regel
from gezinshuis_tarief.referentie.premies import minimumloon
from gezinshuis_tarief.referentie.salarissen import schaal

_KLEIN: Final = Decimal("0.05")
"""Rounding of the tariff to cents moves a day by less than this; it is no loss."""


def _per_etmaal(dossier: Toetsdossier, bedrag_per_jaar: Decimal) -> Decimal:
    """Spread an amount a year over the days of all places."""
    huis = dossier.opbouw.gezinshuis
    return rond_op_centen(bedrag_per_jaar / (huis.plaatsen * huis.dagen_per_jaar))


def verlies_bij_vol_huis(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LEV-01: with every place occupied all year the house still makes a loss."""
    tekort = -_per_etmaal(dossier, dossier.exploitatie.jaarresultaat())
    if tekort > _KLEIN:
        per_jaar = -dossier.exploitatie.jaarresultaat()
        yield Vondst(
            "",
            f"een vol huis verliest € {nederlands(per_jaar, 2)} per jaar",
            "Welke kosten moeten lager, of welk tarief is nodig om de zorg te kunnen leveren?",
            tekort,
        )


def verlies_bij_eigen_bezetting(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LEV-02: at the occupancy the quote itself counts on, the house makes a loss."""
    bezetting = dossier.opbouw.leegstand.bezettingsgraad
    tekort = -_per_etmaal(dossier, dossier.exploitatie.jaarresultaat(bezetting)) / bezetting
    if tekort > _KLEIN:
        nodig = dossier.exploitatie.break_even()
        waar = (
            "geen enkele bezetting"
            if nodig is None
            else toon(nodig.quantize(CENT / 100, context=CONTEXT), Eenheid.FRACTIE)
        )
        yield Vondst(
            "leegstand.bezettingsgraad",
            f"bij {toon(bezetting, Eenheid.FRACTIE)} bezetting een verlies; quitte bij {waar}",
            "Op welke bezetting mogen beide partijen rekenen, en wie draagt het risico daaronder?",
            tekort.quantize(CENT),
        )


def lege_plaats(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LEV-03: the year cannot carry one place that stands empty for one month."""
    duurste: Zorgzwaarte = dossier.exploitatie.volgorde()[-1]
    per_maand = dossier.exploitatie.lege_plaats_per_maand(duurste)
    over = dossier.exploitatie.jaarresultaat()
    if 0 <= over < per_maand:
        yield Vondst(
            "leegstand",
            f"een vol jaar houdt € {nederlands(over, 2)} over; een lege plaats ({duurste}) kost "
            f"€ {nederlands(per_maand, 2)} per maand",
            "Hoe lang staat een plaats gemiddeld leeg tussen twee kinderen, en wie betaalt die tijd?",
            _per_etmaal(dossier, per_maand - over),
        )


def uurinkomen_onder_cao(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LEV-04: bouwsteen 1 pays less per paid hour than the lowest step of scale 7 costs."""
    uren = cao_regel("arbeidsduur_jaar", dossier.dag).waarde
    laagste = min(schaal("jeugdzorg", 7, dossier.dag), key=lambda cijfer: cijfer.waarde)
    lager, blok = {"bruto_maandsalaris": laagste.waarde}, dossier.opbouw.inkomen_gezinshuisouder
    if isinstance(blok, InkomenOndernemer):
        zo = blok.model_copy(update={"norm": blok.norm.model_copy(update=lager)})
        norm, wat = zo.ondernemerskosten(Exact()) / uren, "ondernemerskosten"
    else:
        norm, wat = blok.loon.model_copy(update=lager).loonkosten(Exact()) / uren, "loonkosten"
    gevonden = loon_per_uur(dossier.uitkomst, uren)
    if gevonden < norm:
        sleutel = "inkomen_gezinshuisouder"
        alles = uurinkomen(dossier.uitkomst, uren)
        deel = (norm - gevonden) / alles if alles else None
        tekort = None if deel is None else dossier.uitkomst["laag"][sleutel].onafgerond * deel
        yield Vondst(
            sleutel,
            f"€ {nederlands(gevonden, 2)} {wat} per betaald uur",
            "Is dit inkomen genoeg om de gezinshuisouder volgens de cao te betalen?",
            None if tekort is None else rond_op_centen(tekort),
            norm=f"€ {nederlands(norm, 2)} {wat} per uur bij {laagste.naam} "
            f"({nederlands(laagste.waarde / (uren / MAANDEN), 2)} bruto per uur)",
            bron=laagste.bron,
        )


def uurinkomen_onder_minimumloon(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LEV-06: an entrepreneur keeps less per paid hour than the minimum wage, or has an own figure below it.

    What is kept is the norm pay, without premiums and costs; of an own figure nobody knows what it holds.
    """
    if (blok := dossier.ondernemer) is None:
        return
    uren, minimum = cao_regel("arbeidsduur_jaar", dossier.dag).waarde, minimumloon(dossier.dag)
    is_eigen = blok.vast_bedrag_per_jaar is not None
    gevonden = uurinkomen(dossier.uitkomst, uren) if is_eigen else blok.norm.per_jaar() / uren
    if gevonden < minimum.waarde:
        yield Vondst(
            "inkomen_gezinshuisouder" if is_eigen else "inkomen_gezinshuisouder.norm.bruto_maandsalaris",
            f"€ {nederlands(gevonden, 2)} per betaald uur",
            "Waarom krijgt een ondernemer minder dan het wettelijk minimumloon, en welke uren zijn geteld?",
            norm=f"minimumloon: € {nederlands(minimum.waarde, 2)} per uur; {nederlands(uren)} uur per fte per jaar",
            bron=f"{minimum.bron}, geldig vanaf {minimum.geldig_vanaf}",
        )


def te_weinig_na_gelieerde(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LEV-05: after the fee of bouwsteen 8 less is left than the house's own cost."""
    if dossier.opbouw.gelieerde_zorgorganisatie is None:
        return
    for zwaarte in dict.fromkeys(dossier.exploitatie.plaatsen):
        over = dossier.exploitatie.na_gelieerde(zwaarte)
        kosten = dossier.exploitatie.huis[zwaarte].bedragen.kostprijs
        if kosten - over > _KLEIN:
            yield Vondst(
                "gelieerde_zorgorganisatie",
                f"zorgzwaarte {zwaarte}: na de vergoeding blijft € {nederlands(over, 2)} per etmaal over",
                "Kan het huis met wat overblijft zijn eigen kosten betalen?",
                rond_op_centen(kosten - over),
                norm=f"de eigen kosten van het huis: € {nederlands(kosten, 2)} per etmaal",
            )
