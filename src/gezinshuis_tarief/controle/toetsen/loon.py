"""Are pay, premiums and pension those of the cao and of the year? Outside a band is a question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final

from gezinshuis_tarief.bouwstenen.inkomen_gezinshuisouder.ondernemer import InkomenOndernemer
from gezinshuis_tarief.componenten.loonkosten import Brutoloon, Loonkosten
from gezinshuis_tarief.controle.bevinding import Vondst
from gezinshuis_tarief.controle.toetsdossier import Toetsdossier
from gezinshuis_tarief.indexatie.inschaling import Inschaling, inschaling_in
from gezinshuis_tarief.kern.eenheden import Eenheid, nederlands, toon, voluit
from gezinshuis_tarief.kern.sleutels import bouwdeel
from gezinshuis_tarief.referentie.cao import cao_regel
from gezinshuis_tarief.referentie.cijfer import Cijfer
from gezinshuis_tarief.referentie.meldingen import zoek_alle
from gezinshuis_tarief.referentie.premies import pensioen, werkgeverspremie
from gezinshuis_tarief.referentie.salarissen import loon_geldt_tot, salaris, schaal

_SCHALEN: Final = {"inkomen_gezinshuisouder": (7, 10), "gedragswetenschapper": (11, 12)}
"""Scales of the function family in the functieboek of 2020: Jeugdzorgwerker D–A, Gedragswetenschapper B–A."""
_WHK_HOOGSTENS: Final = 4
_PREMIES: Final = (
    "Wko_opslag",
    "Zvw_werkgever",
    "Whk_gemiddeld",
    "AWf_laag",
    "Aof_laag",
    "AWf_hoog",
    "Aof_hoog",
)
_MARGE_TOESLAG: Final = Decimal("0.00005")


def _brutolonen(dossier: Toetsdossier) -> Iterator[tuple[str, Brutoloon]]:
    """Yield the gross pay of each block that is built up, by its key; that of an entrepreneur is a norm."""
    for blok in _SCHALEN:
        deel = getattr(dossier.opbouw, blok)
        if deel.vast_bedrag_per_jaar is None:
            yield (
                (f"{blok}.norm", deel.norm)
                if isinstance(deel, InkomenOndernemer)
                else (f"{blok}.loon", deel.loon)
            )


def _lonen(dossier: Toetsdossier) -> Iterator[tuple[str, Loonkosten]]:
    """Yield the pay of employees, by its key."""
    for plek, loon in _brutolonen(dossier):
        if isinstance(loon, Loonkosten):
            yield plek, loon


def _inschaling(dossier: Toetsdossier, plek: str) -> Inschaling | None:
    """Return scale and step as stated, or as they stand in the source of the salary."""
    if (blok := bouwdeel(plek)) in dossier.inschaling:
        return dossier.inschaling[blok]
    bron = dossier.opbouw.onderbouwing_van(f"{plek}.bruto_maandsalaris").eerste.bron or ""
    return inschaling_in(bron)


def _herkomst(cijfer: Cijfer) -> str:
    let_op = f"; {cijfer.toelichting}" if cijfer.toelichting else ""
    return f"{cijfer.bron}, geldig vanaf {cijfer.geldig_vanaf}{let_op}"


def _voorbij(cijfer: Cijfer, dag: dt.date) -> str:
    """Say why a table is not the norm on a day: its cao has ended; empty when it is."""
    tot, reden = loon_geldt_tot(cijfer.naam, cijfer.geldig_vanaf)
    return reden if tot <= dag else ""


def _niet_getoetst(dossier: Toetsdossier, sleutel: str, reden: str, norm: str, cijfer: Cijfer) -> Vondst:
    """Say that a salary cannot be tested on the day; the last table is there to compare with, not to follow."""
    return Vondst(
        sleutel,
        f"€ {nederlands(Decimal(str(dossier.waarden[sleutel])), 2)} per maand; "
        f"niet getoetst voor {voluit(dossier.dag)}: {reden}",
        "Welke salaristabel geldt op die dag, en met welke bron?",
        norm=f"laatst gevonden tabel, per {voluit(cijfer.geldig_vanaf)}: {norm}; een vergelijking, geen norm",
        bron=_herkomst(cijfer),
    )


def salaris_bij_trede(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-01: the salary is not that of the stated scale and step on the day."""
    for plek, loon in _brutolonen(dossier):
        schaling = _inschaling(dossier, plek)
        if schaling is None:
            continue
        cijfer = salaris(schaling.cao, schaling.schaal, schaling.periodiek, dossier.dag)
        sleutel = f"{plek}.bruto_maandsalaris"
        if reden := _voorbij(cijfer, dossier.dag):
            norm = f"{cijfer.naam}: € {nederlands(cijfer.waarde, 2)}"
            yield _niet_getoetst(dossier, sleutel, reden, norm, cijfer)
        elif loon.bruto_maandsalaris != cijfer.waarde:
            yield Vondst(
                sleutel,
                f"€ {nederlands(loon.bruto_maandsalaris, 2)} per maand",
                "Welke schaal, periodiek en datum horen bij dit salaris?",
                dossier.effect({sleutel: cijfer.waarde}),
                norm=f"{cijfer.naam}: € {nederlands(cijfer.waarde, 2)}",
                bron=_herkomst(cijfer),
            )


def salaris_buiten_schalen(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-02: the salary lies outside the scales of the function."""
    for plek, loon in _brutolonen(dossier):
        if (schaling := _inschaling(dossier, plek)) and schaling.cao != "jeugdzorg":
            continue
        schalen = _SCHALEN[bouwdeel(plek)]
        onder, boven = (schaal("jeugdzorg", nummer, dossier.dag) for nummer in schalen)
        laagste, hoogste = min(c.waarde for c in onder), max(c.waarde for c in boven)
        grens = min(max(loon.bruto_maandsalaris, laagste), hoogste)
        sleutel = f"{plek}.bruto_maandsalaris"
        norm = (
            f"schaal {schalen[0]} tot en met {schalen[1]}: "
            f"€ {nederlands(laagste, 2)} tot en met € {nederlands(hoogste, 2)}"
        )
        if reden := _voorbij(boven[-1], dossier.dag):
            if schaling is None or loon.bruto_maandsalaris != grens:  # else LOO-01 has said so
                yield _niet_getoetst(dossier, sleutel, reden, norm, boven[-1])
        elif loon.bruto_maandsalaris != grens:
            yield Vondst(
                sleutel,
                f"€ {nederlands(loon.bruto_maandsalaris, 2)} per maand",
                "Op welke functie en schaal berust dit salaris?",
                dossier.effect({sleutel: grens}),
                norm=norm,
                bron=_herkomst(boven[-1]),
            )


def premies_buiten_band(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-03: the employer premiums are outside what the year allows.

    Lowest: AWf low, Aof low, Wko, Zvw and no Whk. Highest: AWf high, Aof high, Wko, Zvw and four times
    the average Whk (an aanname for the employer with the heaviest record).
    """
    cijfers = zoek_alle(partial(werkgeverspremie, naam, dossier.dag) for naam in _PREMIES)
    wko, zvw, whk, *laag_en_hoog = (cijfer.als_fractie for cijfer in cijfers)
    laagste = wko + zvw + sum(laag_en_hoog[:2])
    hoogste = wko + zvw + sum(laag_en_hoog[2:]) + _WHK_HOOGSTENS * whk
    for plek, loon in _lonen(dossier):
        grens = min(max(loon.werkgeverspremies, laagste), hoogste)
        if loon.werkgeverspremies != grens:
            sleutel = f"{plek}.werkgeverspremies"
            yield Vondst(
                sleutel,
                toon(loon.werkgeverspremies, Eenheid.FRACTIE),
                "Uit welke premies van welk jaar bestaat dit percentage?",
                dossier.effect({sleutel: grens}),
                norm=f"{toon(laagste, Eenheid.FRACTIE)} tot en met {toon(hoogste, Eenheid.FRACTIE)} in "
                f"{dossier.dag.year} (bovengrens: aanname, vier keer de gemiddelde Whk)",
                bron="; ".join(dict.fromkeys(cijfer.bron for cijfer in cijfers)),
            )


def _gelijk_aan(dossier: Toetsdossier, veld: str, cijfer: Cijfer, vraag: str) -> Iterator[Vondst]:
    """Report each pay field that is not the figure of the year."""
    procent = cijfer.eenheid.startswith("%")
    waarde = cijfer.als_fractie if procent else cijfer.waarde
    eenheid = Eenheid.FRACTIE if procent else Eenheid.EURO_PER_JAAR
    for plek, loon in _brutolonen(dossier):
        gevonden: Decimal = getattr(loon, veld, waarde)
        if gevonden != waarde:
            sleutel = f"{plek}.{veld}"
            yield Vondst(
                sleutel,
                toon(gevonden, eenheid),
                vraag,
                dossier.effect({sleutel: waarde}),
                norm=f"{cijfer.naam} {cijfer.geldig_vanaf.year}: {toon(waarde, eenheid)}",
                bron=_herkomst(cijfer),
            )


def maximum_premieloon(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-04: the maximum premium wage is not that of the year."""
    cijfer = werkgeverspremie("max_premieloon", dossier.dag)
    return _gelijk_aan(dossier, "maximum_premieloon", cijfer, "Van welk jaar is dit maximum?")


def pensioenpremie(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-05: the employer's pension premium is not that of the year."""
    cijfer = pensioen("OP_werkgeversdeel_jeugdzorg", dossier.dag)
    vraag = "Van welk fonds en welk jaar is deze premie?"
    return _gelijk_aan(dossier, "pensioenpremie_werkgever", cijfer, vraag)


def pensioenfranchise(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-06: the pension franchise is not that of the year."""
    cijfer = pensioen("AOW_franchise", dossier.dag)
    return _gelijk_aan(dossier, "pensioenfranchise", cijfer, "Van welk fonds en welk jaar is deze franchise?")


def cao_toeslagen(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-07: holiday pay or year-end payment is not that of the cao."""
    for veld in ("vakantietoeslag", "eindejaarsuitkering"):
        cijfer = cao_regel(veld, dossier.dag)
        yield from _gelijk_aan(dossier, veld, cijfer, "Op welke cao berust dit percentage?")


def onregelmatigheidstoeslag(dossier: Toetsdossier) -> Iterator[Vondst]:
    """LOO-08: the irregular-hours allowance of the gezinshuisouder is not the fixed one of the cao.

    The cao gives 14% of the salary, over an hourly wage of at most scale 5 step 11. Compared to four decimals.
    """
    plek, loon = next(iter(_brutolonen(dossier)), ("", None))
    if loon is None or bouwdeel(plek) != "inkomen_gezinshuisouder" or not loon.bruto_maandsalaris:
        return
    vaste = cao_regel("gezinshuisouder_vaste_ORT", dossier.dag)
    grens = salaris("jeugdzorg", 5, 11, dossier.dag).waarde
    verwacht = vaste.als_fractie * min(Decimal(1), grens / loon.bruto_maandsalaris)
    if abs(loon.onregelmatigheidstoeslag - verwacht) > _MARGE_TOESLAG:
        sleutel = f"{plek}.onregelmatigheidstoeslag"
        afgerond = verwacht.quantize(Decimal("0.0001"), ROUND_HALF_UP)
        yield Vondst(
            sleutel,
            toon(loon.onregelmatigheidstoeslag, Eenheid.FRACTIE),
            "Hoe is deze toeslag berekend?",
            dossier.effect({sleutel: afgerond}),
            norm=f"{toon(vaste.als_fractie, Eenheid.FRACTIE)} van hoogstens het salaris van schaal 5 periodiek 11 "
            f"(€ {nederlands(grens, 2)}): {toon(afgerond, Eenheid.FRACTIE)}",
            bron=_herkomst(vaste),
        )
