"""The same model written by hand in NumPy, without this library: what the column reading is measured against.

`rechttoe` is the straightforward whole-column version that a good analyst would write. `geslepen` is the
same honestly tuned: blocks of rows that fit in the cache, shared work done once for the three
zorgzwaartes, results written in place, and a thread per processor. Both round with the guarded half-up
that is right nearly always, but settle no doubtful rows and check no input.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Kolom = NDArray[np.float64]
    Kolommen = Mapping[str, Kolom]

ZWAARTES = ("laag", "midden", "hoog")
REGELS = 12
BLOK = 1 << 14
EPSILON = 8 * 2.0**-52


def rond(bedrag: Kolom) -> Kolom:
    """Round half up to cents, with a guard against the last bits."""
    return np.floor(bedrag * 100 * (1 + EPSILON) + 0.5) / 100


def loonkosten(k: Kolommen, deel: str) -> Kolom:
    """Return the yearly cost of one fte."""
    v = f"{deel}.loon."
    toeslagen = (1 + k[v + "vakantietoeslag"]) * (1 + k[v + "eindejaarsuitkering"]) + k[
        v + "onregelmatigheidstoeslag"
    ]
    jaarloon = 12 * k[v + "bruto_maandsalaris"] * toeslagen
    premies = k[v + "werkgeverspremies"] * np.minimum(jaarloon, k[v + "maximum_premieloon"])
    pensioen = k[v + "pensioenpremie_werkgever"] * np.maximum(jaarloon - k[v + "pensioenfranchise"], 0)
    return jaarloon + premies + pensioen


def blokken(k: Kolommen) -> tuple[list[Kolom], Kolom, Kolom]:
    """Return bouwsteen 1–6 per etmaal, the place days and the hourly cost of a gedragswetenschapper."""
    g = k["gezinshuis.plaatsen_laag"] + k["gezinshuis.plaatsen_midden"] + k["gezinshuis.plaatsen_hoog"]
    dagen, weken = k["gezinshuis.dagen_per_jaar"], k["gezinshuis.weken_per_jaar"]
    pd = g * dagen
    uur = loonkosten(k, "gedragswetenschapper") / k["gedragswetenschapper.productieve_uren_per_jaar"]
    i, o, v = "inkomen_gezinshuisouder.", "ondersteuning.", "vervanging_logeren."
    fte = k[i + "fte_per_plaats"] * g * k[i + "vervangingsfactor"]
    jaar = [
        fte * (loonkosten(k, "inkomen_gezinshuisouder") + k[i + "overige_kosten_per_fte"]),
        g * k["gedragswetenschapper.uren_per_jeugdige_per_week"] * weken * uur,
        weken
        * (
            k[o + "huishoudelijke_uren_per_week"] * k[o + "huishoudelijk_uurtarief"]
            + k[o + "pedagogische_uren_per_week"] * k[o + "pedagogisch_uurtarief"]
        )
        + k[o + "overige_kosten_per_jaar"],
        k[v + "vervangingsetmalen_per_jaar"] * k[v + "kosten_per_vervangingsetmaal"]
        + g * k[v + "logeeretmalen_per_jeugdige_per_jaar"] * k[v + "kosten_per_logeeretmaal"],
        g
        * (
            k["verzorgingskosten.bedrag_per_jeugdige_per_dag"] * dagen
            + k["verzorgingskosten.bijzondere_kosten_per_jeugdige_per_jaar"]
        ),
        (
            k["huisvesting.woonlasten_per_jaar"]
            + k["huisvesting.energie_en_heffingen_per_jaar"]
            + k["huisvesting.onderhoud_en_inventaris_per_jaar"]
        )
        * k["huisvesting.aandeel_zorg"],
    ]
    return [bedrag / pd for bedrag in jaar], pd, uur


def regels(k: Kolommen, z: str, b: list[Kolom], pd: Kolom, uur: Kolom) -> list[Kolom]:
    """Return the unrounded lines 7–11 of one zorgzwaarte."""
    zz = "zorgzwaarte."
    b11 = (
        k["gezinshuis.weken_per_jaar"]
        * (
            k[f"{zz}extra_uren_gedragswetenschapper_per_week_{z}"] * uur
            + k[f"{zz}extra_uren_begeleiding_per_week_{z}"] * k["ondersteuning.pedagogisch_uurtarief"]
        )
        / k["gezinshuis.dagen_per_jaar"]
        + k[f"{zz}toeslag_per_etmaal_{z}"]
    )
    beroeps = b[0] + b[1] + b[2] + b[3] + b11
    direct = b[0] + b[1] + b[2] + b[3] + b[4] + b[5] + b11
    basis7 = np.where(k["overhead.grondslag"] == 0, beroeps, direct)
    plaatsen = pd / k["gezinshuis.dagen_per_jaar"]
    vast = k["overhead.contracteisen_per_jaar"] + k["overhead.vast_bedrag_per_plaats_per_jaar"] * plaatsen
    b7 = k["overhead.opslag"] * basis7 + vast / pd
    kostprijs = direct + b7
    basis9 = np.where(k["leegstand.grondslag"] == 0, kostprijs, kostprijs - b[4])
    b9 = basis9 / k["leegstand.bezettingsgraad"] - basis9
    integraal = kostprijs + b9
    over_tarief = k["winst_marge.grondslag"] == 0
    marge = k["winst_marge.percentage"]
    b10 = np.where(over_tarief, integraal / (1 - marge) * marge, integraal * marge)
    return [b7, np.zeros_like(b7), b9, b10, b11]


def rechttoe(k: Kolommen) -> list[Kolom]:
    """Return all rounded lines and the tariffs, whole columns at a time, one zorgzwaarte after the other."""
    uit: list[Kolom] = []
    for z in ZWAARTES:
        b, pd, uur = blokken(k)
        gerond = [rond(bedrag) for bedrag in (*b, *regels(k, z, b, pd, uur))]
        uit += [*gerond, rond(sum(gerond[1:], gerond[0]))]
    return uit


def geslepen(k: Kolommen) -> Kolom:
    """Return the same in one array, a block at a time, with a thread per processor."""
    aantal = len(next(iter(k.values())))
    uit = np.empty((len(ZWAARTES) * REGELS, aantal))

    def blok(begin: int) -> None:
        deel = {sleutel: kolom[begin : begin + BLOK] for sleutel, kolom in k.items()}
        doel = uit[:, begin : begin + BLOK]
        b, pd, uur = blokken(deel)
        samen = [rond(bedrag) for bedrag in b]
        for nummer, z in enumerate(ZWAARTES):
            gerond = samen + [rond(bedrag) for bedrag in regels(deel, z, b, pd, uur)]
            for plek, regel in enumerate([*gerond, rond(sum(gerond[1:], gerond[0]))]):
                doel[nummer * REGELS + plek] = regel

    with ThreadPoolExecutor(os.cpu_count()) as ploeg:
        list(ploeg.map(blok, range(0, aantal, BLOK)))
    return uit
