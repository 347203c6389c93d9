"""Inputs in disguise: cells that show something else than they hold, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from gezinshuis_tarief.werkboek.lezen.getallen import tekst_uit_cel
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag
from gezinshuis_tarief.werkboek.xlsx.adressen import splits
from gezinshuis_tarief.werkboek.xlsx.andermans.uiterlijk import (
    Uiterlijk,
    bedekt,
    lees_uiterlijk,
    opgeslokt_door,
)
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_KALE_TEKST: Final = re.compile(r'"([^"]*)"|\\(.)')
_HAKEN: Final = re.compile(r"\[[^\]]*\]|_.|\*.")
_SCHAAL: Final = re.compile(r"[0#?],+(?![0#?,.])")
_PLAATSEN: Final = re.compile(r"[0#?]|general|standaard|@", re.IGNORECASE)


def meld_vermomd(werkboek: Werkboek, cellen: Mapping[str, GelezenCel], verslag: Verslag) -> None:
    """Write down each filled input of which the cell hides or misstates what it holds.

    Args:
        werkboek: the file.
        cellen: the cell of each input, by key.
        verslag: where findings are written down.
    """
    stijlen = lees_uiterlijk(werkboek.archief)
    platen = {naam: list(bedekt(werkboek, naam)) for naam in {cel.blad for cel in cellen.values()}}
    for sleutel, cel in cellen.items():
        if cel.is_leeg:
            continue
        if waarom := _waarom(werkboek, cel, stijlen, platen[cel.blad]):
            verslag.meld("vermomde_invoer", cel, sleutel, tekst=tekst_uit_cel(cel), waarom=waarom)


def _waarom(
    werkboek: Werkboek, cel: GelezenCel, stijlen: list[Uiterlijk], platen: list[tuple[int, int, int, int]]
) -> str:
    """Say what is wrong with how a cell looks; empty when nothing is."""
    blad = werkboek.blad(cel.blad)
    nummer = blad.stijlen.get(cel.adres, 0) if blad else 0
    if blad and (gebied := opgeslokt_door(cel.adres, blad.samengevoegd)):
        return f"zij is samengevoegd in {gebied}"
    kolom, rij = splits(cel.adres)
    if any(a <= kolom <= c and b <= rij <= d for a, b, c, d in platen):
        return "er ligt een afbeelding of vorm overheen"
    if nummer >= len(stijlen):
        return ""
    if stijlen[nummer].is_onzichtbaar:
        return "de letters hebben de kleur van de ondergrond of zijn te klein om te lezen"
    if cel.soort is Soort.GETAL and (anders := verkeerde_opmaak(stijlen[nummer].opmaak)):
        return f"de getalopmaak {stijlen[nummer].opmaak} {anders}"
    return ""


def verkeerde_opmaak(opmaak: str) -> str:
    """Say why a number format shows another number than there is; empty when it does not."""
    if opmaak.isdecimal():
        return ""
    vaste_tekst = "".join(een or ander for een, ander in _KALE_TEKST.findall(opmaak))
    kaal = _HAKEN.sub("", _KALE_TEKST.sub("", opmaak))
    if any(teken.isdecimal() for teken in vaste_tekst) or re.search(r"[1-9]", kaal):
        return "schrijft vaste cijfers"
    if not _PLAATSEN.search(kaal.partition(";")[0]):
        return "laat het getal weg"
    if "%" in vaste_tekst and "%" not in kaal:
        return "schrijft een procentteken zonder het getal om te rekenen"
    return "deelt het getal door duizend" if _SCHAAL.search(kaal) else ""
