"""Every proposal in a workbook, and what its findings say about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from gezinshuis_tarief.kern.fouten import InvoerFout
from gezinshuis_tarief.kern.sleutels import hoort_bij
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.onderdelen.plaatsing import DEFINITIES
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.beschrijving.namen import ONDERDELENKOP
from gezinshuis_tarief.werkboek.lezen.definitieblad import data_op_blad
from gezinshuis_tarief.werkboek.lezen.narekenen import Narekening
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind
from gezinshuis_tarief.werkboek.lezen.voorstellen.excelformule import Werkboeknamen
from gezinshuis_tarief.werkboek.lezen.voorstellen.nieuw import lees_nieuwe
from gezinshuis_tarief.werkboek.lezen.voorstellen.uit_blad import gewijzigde_definities
from gezinshuis_tarief.werkboek.lezen.voorstellen.uit_formules import GewijzigdeFormules
from gezinshuis_tarief.werkboek.lezen.voorstellen.voorstel import Voorstel
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_Gevonden = tuple[Collection[str], Voorstel | InvoerFout]
_OVER_TE_NEMEN: Final = "Als voorstel kunt u het overnemen: {}."
_NIET: Final = "Als voorstel is het niet over te nemen: {}."


def lees_voorstellen(
    werkboek: Werkboek, verslag: Verslag, narekening: Narekening, opbouw: Opbouw
) -> tuple[Voorstel, ...]:
    """Return what can be taken over of what was changed; the findings say so, or why not.

    Args:
        werkboek: the file.
        verslag: the findings.
        narekening: the comparison of its formulas with ours.
        opbouw: the calculation as it was read.
    """
    voorstellen = []
    for sleutels, gevonden in (*_van_blad(werkboek, opbouw), *_van_formules(werkboek, narekening, opbouw)):
        if isinstance(gevonden, Voorstel):
            voorstellen.append(gevonden)
        verslag.vul_aan(sleutels, _zin(gevonden))
    voorstellen += _nieuwe(werkboek, verslag, opbouw)
    return tuple(voorstellen)


def _nieuwe(werkboek: Werkboek, verslag: Verslag, opbouw: Opbouw) -> Iterator[Voorstel]:
    """Yield the cost lines that somebody wrote, and write down every one of them."""
    for geschreven in lees_nieuwe(werkboek):
        gevonden: Voorstel | InvoerFout
        try:
            gevonden, cel = geschreven.voorstel(opbouw), geschreven.cel
            yield gevonden
        except InvoerFout as fout:
            gevonden, cel = fout, geschreven.waar(fout)
        verslag.meld("onderdeel_nieuw", cel, geschreven.sleutel, titel=geschreven.titel or "zonder naam")
        verslag.vul_aan({geschreven.sleutel}, _zin(gevonden))


def _van_blad(werkboek: Werkboek, opbouw: Opbouw) -> Iterator[_Gevonden]:
    """Yield what was changed on the sheet Eigen onderdelen, with the keys of its findings."""
    if (kop := vind(werkboek, ONDERDELENKOP)) is None:
        return
    data, cellen = data_op_blad(werkboek, kop)
    for sleutel, gevonden in gewijzigde_definities(opbouw, data[DEFINITIES]):
        yield {plek for plek in cellen if hoort_bij(plek, sleutel)}, gevonden


def _van_formules(werkboek: Werkboek, narekening: Narekening, opbouw: Opbouw) -> Iterator[_Gevonden]:
    """Yield what was changed on the sheet with the calculation, with the keys of its findings."""
    if not narekening.gewijzigd:
        return
    adressen = {
        (naam.blad.casefold(), naam.adres): naam.naam for namen in werkboek.namen.values() for naam in namen
    }
    inhoud = narekening.inhoud
    namen = Werkboeknamen(
        {*inhoud.invoer, AANWEZIG},
        inhoud.stappen.keys(),
        lambda blad, adres: adressen.get((blad.casefold(), adres)),
    )
    yield from GewijzigdeFormules(narekening.gewijzigd, namen, inhoud.opbouw, opbouw).delen()


def _zin(gevonden: Voorstel | InvoerFout) -> str:
    """Return what a finding says about its proposal."""
    if isinstance(gevonden, Voorstel):
        return _OVER_TE_NEMEN.format(gevonden.sleutel)
    bezwaar = gevonden.bezwaren[0]
    delen = [
        bezwaar.gevonden,
        bezwaar.melding,
        f"(toegestaan: {bezwaar.toegestaan})" if bezwaar.toegestaan else "",
    ]
    waarom = _NIET.format(" ".join(filter(None, delen)))
    return f"{waarom} {bezwaar.remedie}".rstrip()
