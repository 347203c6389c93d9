"""What bouwsteen 1 comes to per hour, and which quote an income per hour asks for."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any, Final

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.gezinshuis import Huismaten
from gezinshuis_tarief.componenten.loonkosten import Brutoloon
from gezinshuis_tarief.kern.argumenten import eis_soort, naar_bedrag, naar_getal
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.geld import CENT, CONTEXT
from gezinshuis_tarief.kern.meldingen import toon_waarde
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import OUDER
from gezinshuis_tarief.uitkomst.uitkomst import Uitkomst

UREN_PER_FTE: Final = Decimal(1872)
"""Paid hours of one fte a year in the cao Jeugdzorg (156 a month)."""
_FTE: Final = ("fte_per_plaats", "vervangingsfactor")
_NUL: Final = Decimal(0)


def uurinkomen(uitkomst: Uitkomst, uren_per_fte: Decimal) -> Decimal:
    """Return what bouwsteen 1 comes to per paid hour of the gezinshuisouders, employer's costs included.

    Args:
        uitkomst: the quote.
        uren_per_fte: paid hours of one fte a year; the cao Jeugdzorg has 1872.

    Returns:
        euro per hour. The parents are there day and night; this counts only the hours the fte pays for.

    Raises:
        InvoerFout: when bouwsteen 1 is one's own and has no fte.
    """
    return blijft_per_uur(uitkomst, _NUL, uren_per_fte)


def loon_per_uur(uitkomst: Uitkomst, uren_per_fte: Decimal) -> Decimal:
    """Return what bouwsteen 1 holds of pay per paid hour: without other costs, with premiums and pension.

    Of an own amount nobody knows what it holds; it all counts. Arguments and errors are those of `uurinkomen`.
    """
    blok: Any = uitkomst.opbouw.zoals_het_staat().inkomen_gezinshuisouder
    if blok.vast_bedrag_per_jaar is not None or _loon_in(blok) is None:
        return uurinkomen(uitkomst, uren_per_fte)
    kosten = blok.ondernemerskosten if isinstance(blok, InkomenOndernemer) else blok.loon.loonkosten
    per_fte: Decimal = kosten(Exact())
    return per_fte / uren_per_fte


def blijft_per_uur(uitkomst: Uitkomst, resultaat: Decimal, uren_per_fte: Decimal = UREN_PER_FTE) -> Decimal:
    """Return what is left of bouwsteen 1 per paid hour when it bears the result of a year as well.

    Args:
        uitkomst: the quote.
        resultaat: what the year leaves, euro; below zero it is taken off bouwsteen 1. All other costs stay.
        uren_per_fte: paid hours of one fte a year.

    Raises:
        InvoerFout: when bouwsteen 1 is one's own and has no fte.
    """
    staand, exact = uitkomst.opbouw.zoals_het_staat(), Exact()
    blok, huis = staand.inkomen_gezinshuisouder, staand.gezinshuis.maten(exact)
    with localcontext(CONTEXT):
        per_jaar, uren = blok.per_jaar(huis, exact) + resultaat, _aantal_fte(blok, huis) * uren_per_fte
    return per_jaar / uren


def bruto_per_uur(
    uitkomst: Uitkomst, per_uur: Decimal, uren_per_fte: Decimal = UREN_PER_FTE
) -> Decimal | None:
    """Return the gross pay that costs so much per paid hour; of an entrepreneur the income before tax.

    Args:
        uitkomst: the quote, with the premiums, pension and other costs of bouwsteen 1.
        per_uur: what there is for bouwsteen 1, euro per paid hour; see `blijft_per_uur`.
        uren_per_fte: paid hours of one fte a year.

    Returns:
        euro per hour with its holiday pay, year-end payment and allowance; None for an own amount or an own
        bouwsteen 1, of which nobody knows what it holds, and when not even the other costs are paid.
    """
    blok: Any = uitkomst.opbouw.zoals_het_staat().inkomen_gezinshuisouder
    loon = _loon_in(blok)
    if loon is None or blok.vast_bedrag_per_jaar is not None:
        return None
    kosten = per_uur * uren_per_fte - blok.overige_kosten_per_fte
    if isinstance(blok, InkomenOndernemer):
        kosten -= blok.beroepskosten_per_jaar / blok.fte_per_huis
        vast = 1 + blok.aov_premie * blok.aov_verzekerd_deel + blok.werkloosheidsreservering
        tot, vanaf = (blok.zvw_bijdrage, blok.zvw_maximum), (blok.pensioenpremie, blok.pensioenfranchise)
    else:
        vast, tot = Decimal(1), (blok.loon.werkgeverspremies, blok.loon.maximum_premieloon)
        vanaf = (blok.loon.pensioenpremie_werkgever, blok.loon.pensioenfranchise)
    bruto = _bruto_bij(kosten, vast, tot, vanaf)
    return None if bruto is None else bruto / uren_per_fte


def bij_uurinkomen(
    opbouw: Opbouw, per_uur: Decimal | str, *, uren_per_fte: Decimal | int | str = UREN_PER_FTE
) -> Opbouw:
    """Return the quote in which the gezinshuisouder earns so much per hour; its tariffs are what that asks.

    Args:
        opbouw: the quote; everything but the salary stays.
        per_uur: gross pay, of an entrepreneur the norm income before tax: euro per paid hour with holiday pay,
            year-end payment and allowance.
        uren_per_fte: paid hours of one fte a year.

    Returns:
        The quote with another `bruto_maandsalaris`, in whole cents.

    Raises:
        InvoerFout: an amount or a number of hours that is none, or a bouwsteen 1 without a salary.
    """
    eis_soort("opbouw", opbouw, Opbouw)
    bedrag, uren = naar_bedrag("per_uur", per_uur), naar_getal("uren_per_fte", uren_per_fte)
    if bedrag < 0:
        raise weigering("per_uur", "is negatief", gevonden=toon_waarde(per_uur), toegestaan="0,00 of meer")
    if uren <= 0:
        raise weigering(
            "uren_per_fte", "is geen aantal uren", gevonden=toon_waarde(uren), toegestaan="meer dan 0"
        )
    per_euro = brutoloon_van(opbouw).model_copy(update={"bruto_maandsalaris": Decimal(1)}).per_jaar()
    maand = (bedrag * uren / per_euro).quantize(CENT, ROUND_HALF_UP)
    deel = "norm" if isinstance(opbouw.inkomen_gezinshuisouder, InkomenOndernemer) else "loon"
    reden = f"bruto € {bedrag} per betaald uur"
    return opbouw.met({f"{OUDER}.{deel}.bruto_maandsalaris": maand}, reden=reden)


def brutoloon_van(opbouw: Opbouw) -> Brutoloon:
    """Return the pay in bouwsteen 1, or the norm of an entrepreneur.

    Raises:
        InvoerFout: a bouwsteen 1 without a salary.
    """
    blok: Any = opbouw.inkomen_gezinshuisouder
    loon = _loon_in(blok)
    if loon is None or blok.vast_bedrag_per_jaar is not None:
        remedie = "Bouw bouwsteen 1 op uit een maandsalaris, zonder vast_bedrag_per_jaar."
        raise weigering(OUDER, "heeft geen salaris waaruit een tarief volgt", remedie=remedie)
    return loon


def _loon_in(blok: Any) -> Brutoloon | None:  # noqa: ANN401 (a variant of one's own may stand here, with any pay)
    """Return the pay of bouwsteen 1, or the norm of an entrepreneur; None where there is none."""
    loon = blok.norm if isinstance(blok, InkomenOndernemer) else getattr(blok, "loon", None)
    heeft_alles = isinstance(blok, InkomenOndernemer) or hasattr(blok, "overige_kosten_per_fte")
    return loon if heeft_alles and isinstance(loon, Brutoloon) else None


def _bruto_bij(
    kosten: Decimal, vast: Decimal, tot: tuple[Decimal, Decimal], vanaf: tuple[Decimal, Decimal]
) -> Decimal | None:
    """Turn cost = vast × B + a × min(B, to) + b × max(0, B − from) round, for B of zero or more."""
    (deel_tot, hoogste), (deel_vanaf, franchise) = tot, vanaf

    def kost(bruto: Decimal) -> Decimal:
        return vast * bruto + deel_tot * min(bruto, hoogste) + deel_vanaf * max(_NUL, bruto - franchise)

    gehaald = [knik for knik in (_NUL, hoogste, franchise) if kost(knik) <= kosten]
    if not gehaald:
        return None
    begin = max(gehaald)
    helling = vast + (deel_tot if begin < hoogste else 0) + (deel_vanaf if begin >= franchise else 0)
    return begin + (kosten - kost(begin)) / helling


def _aantal_fte(blok: Any, huis: Huismaten) -> Decimal:  # noqa: ANN401 (a variant of one's own may stand here)
    aantal: Decimal
    if hasattr(blok, "aantal_fte"):
        aantal = blok.aantal_fte(huis, Exact())
        return aantal
    if mist := [naam for naam in _FTE if not hasattr(blok, naam)]:
        melding = f"heeft geen {' en '.join(mist)}, dus geen uren"
        raise weigering("inkomen_gezinshuisouder", melding, gevonden=type(blok).__name__)
    aantal = blok.fte_per_plaats * huis.plaatsen * blok.vervangingsfactor
    return aantal
