"""What was touched in a round workbook besides the yellow cells; none of it counts, all of it is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.onderdelen.meereizen import definities
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.schrijven import alle_bladen
from gezinshuis_tarief.werkboek.beschrijving.eigen_onderdelen import plaatsen_van
from gezinshuis_tarief.werkboek.lezen.definitieblad import meld_definitieblad
from gezinshuis_tarief.werkboek.lezen.getallen import tekst_uit_cel, uit_float
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, vind
from gezinshuis_tarief.werkboek.xlsx.adressen import adres_van
from gezinshuis_tarief.werkboek.xlsx.blad import Cel as OnzeCel
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_SPELING: Final = Decimal("1e-9")


def meld_aangeraakt(model: Rondemodel, werkboek: Werkboek, verslag: Verslag) -> None:
    """Name every cell that should be as it was sent, and is not; none of them counts."""
    weg = []
    for onze, cel in _vaste_cellen(model, werkboek):
        if cel is None:
            weg.append(onze.naam)
        elif not _is_zelfde(onze, cel):
            stond = onze.formule or _als_woord(onze)
            staat = f"={cel.formule}" if cel.formule is not None else tekst_uit_cel(cel) or "een lege cel"
            verslag.meld("vaste_cel_gewijzigd", cel, onze.naam, toegestaan=stond, staat=staat)
    if weg:
        verslag.meld("naam_weg", aantal=len(weg), naam=weg[0])
    if plaatsen := plaatsen_van(model.eigen):
        meld_definitieblad(werkboek, verslag, plaatsen, definities(model.eigen))
    for doel in werkboek.koppelingen:
        verslag.meld("externe_koppeling", doel=doel)


def _vaste_cellen(model: Rondemodel, werkboek: Werkboek) -> Iterator[tuple[OnzeCel, GelezenCel | None]]:
    """Yield what was sent beside what is there: named cells, and every step as long as the rows are in place."""
    eigen = {namen.puntnaam(punt.sleutel, deel) for punt in model.punten for deel in namen.INVULBAAR}
    eigen |= {namen.RONDEPASPOORT["versie"], namen.INVULLER, *namen.OPMERKINGEN}
    for blad in alle_bladen(model):
        if blad.naam == namen.REKENBLAD:
            yield from _stappen(blad.cellen, werkboek)
            continue
        for cel in blad.cellen:
            if cel.naam and cel.naam not in eigen and not cel.naam.startswith("invoer."):
                yield cel, vind(werkboek, cel.naam)


def _stappen(onze: Sequence[OnzeCel], werkboek: Werkboek) -> Iterator[tuple[OnzeCel, GelezenCel | None]]:
    """Yield the steps; their formulas point at rows, so nothing is said of them when rows were moved."""
    blad, einde = werkboek.blad(namen.REKENBLAD), vind(werkboek, namen.EINDE)
    hoort = next(cel for cel in onze if cel.naam == namen.EINDE)
    if blad is None or einde is None or einde.adres != adres_van(1, hoort.rij + 1):
        yield hoort, None
        return
    for cel in onze:
        if cel.formule:
            yield cel, blad.cel(adres_van(cel.kolom + 1, cel.rij + 1))


def _is_zelfde(onze: OnzeCel, cel: GelezenCel) -> bool:
    """Whether a formula is still ours, and a value still what was sent."""
    if onze.formule:
        return cel.heeft_formule(onze.formule)
    if cel.formule is not None:
        return False
    if isinstance(onze.inhoud, Decimal | int):
        getal = uit_float(cel.waarde) if cel.soort is Soort.GETAL else None
        hoort = Decimal(onze.inhoud)
        return getal is not None and abs(getal - hoort) <= _SPELING * max(Decimal(1), abs(hoort))
    return cel.waarde.strip() == str(onze.inhoud or "").strip()


def _als_woord(onze: OnzeCel) -> str:
    return "" if onze.inhoud is None else str(onze.inhoud).replace(".", ",")
