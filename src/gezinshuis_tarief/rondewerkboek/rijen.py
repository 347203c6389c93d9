"""What stands in the yellow cells of a negotiation workbook, and what was touched besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.onderdelen.meereizen import definities
from gezinshuis_tarief.onderhandeling.stand import Puntstatus
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.schrijven import alle_bladen
from gezinshuis_tarief.werkboek.beschrijving.eigen_onderdelen import plaatsen_van
from gezinshuis_tarief.werkboek.lezen.definitieblad import meld_definitieblad
from gezinshuis_tarief.werkboek.lezen.getallen import tekst_uit_cel, uit_float
from gezinshuis_tarief.werkboek.lezen.invoer import lees_cel
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, verborgen_invoer, vind, vind_of_meld
from gezinshuis_tarief.werkboek.xlsx.blad import Cel as OnzeCel
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel, Soort
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek

_STATUSSEN: Final = tuple(map(str, Puntstatus))
_SPELING: Final = Decimal("1e-9")


@dataclass(frozen=True, slots=True)
class Ronderij:
    """What a user wrote on the line of one point.

    Attributes:
        voorstel: the value, or the name of a party for a whole part; None when nothing is proposed.
        status: as chosen; None when it is no status.
        reden: the reason beside it; empty when there is none.
        cel: the cell of the proposal.
    """

    voorstel: Decimal | str | None
    status: Puntstatus | None
    reden: str
    cel: GelezenCel


def lees_rijen(model: Rondemodel, werkboek: Werkboek, verslag: Verslag) -> dict[str, Ronderij]:
    """Read the line of every point, by its key; what cannot be read becomes a fout in the report."""
    rijen, cellen = {}, {}
    for punt in model.punten:
        voorstel, status, reden = (
            vind_of_meld(werkboek, namen.puntnaam(punt.sleutel, deel), verslag, Ernst.FOUT)
            for deel in namen.INVULBAAR
        )
        if voorstel and status and reden:
            cellen[punt.sleutel] = voorstel
            rijen[punt.sleutel] = Ronderij(
                _lees_voorstel(model, punt.sleutel, voorstel, verslag),
                _lees_status(punt.sleutel, status, verslag),
                tekst_uit_cel(reden).strip(),
                voorstel,
            )
    for sleutel, cel, waar in verborgen_invoer(werkboek, cellen):
        verslag.meld("verborgen_invoer", cel, sleutel, waar=waar)
    return rijen


def _lees_voorstel(
    model: Rondemodel, sleutel: str, cel: GelezenCel, verslag: Verslag
) -> Decimal | str | None:
    if cel.is_leeg:
        return None
    if invoer := model.invoer(sleutel):
        return lees_cel(cel, invoer.veld, verslag)
    tekst = tekst_uit_cel(cel).strip()
    if tekst in model.codes:
        return tekst
    verslag.meld("geen_partij", cel, sleutel, toegestaan=" of ".join(model.codes), tekst=tekst)
    return None


def _lees_status(sleutel: str, cel: GelezenCel, verslag: Verslag) -> Puntstatus | None:
    tekst = tekst_uit_cel(cel).strip().casefold()
    if tekst in _STATUSSEN:
        return Puntstatus(tekst)
    gevonden = f'"{tekst}" als status' if tekst else "een lege status"
    verslag.meld("geen_status", cel, sleutel, toegestaan=" of ".join(_STATUSSEN), tekst=gevonden)
    return None


def meld_aangeraakt(model: Rondemodel, werkboek: Werkboek, verslag: Verslag) -> None:
    """Name every cell that should be as it was sent, and is not; none of them counts."""
    weg = []
    for onze in _vaste_cellen(model):
        cel = vind(werkboek, onze.naam)
        if cel is None:
            weg.append(onze.naam)
        elif not _is_zelfde(onze, cel):
            stond = onze.formule or _als_woord(onze)
            staat = f"={cel.formule}" if cel.formule is not None else tekst_uit_cel(cel) or "een lege cel"
            verslag.meld("vaste_cel_gewijzigd", cel, onze.naam, toegestaan=stond, staat=staat)
    if weg:
        verslag.meld("naam_weg", aantal=len(weg), naam=weg[0])
    if plaatsen := plaatsen_van(model.nu):
        meld_definitieblad(werkboek, verslag, plaatsen, definities(model.nu))
    for doel in werkboek.koppelingen:
        verslag.meld("externe_koppeling", doel=doel)


def _vaste_cellen(model: Rondemodel) -> Iterator[OnzeCel]:
    eigen = {namen.puntnaam(punt.sleutel, deel) for punt in model.punten for deel in namen.INVULBAAR}
    eigen.add(namen.RONDEPASPOORT["versie"])
    for blad in alle_bladen(model):
        yield from (cel for cel in blad.cellen if cel.naam and cel.naam not in eigen)


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


def voeg_rijen_samen(
    gelezen: Mapping[str, Mapping[str, Ronderij]], model: Rondemodel, verslag: Verslag
) -> dict[str, Ronderij]:
    """Merge what one party wrote in copies of the same workbook; two proposals for one point are a fout.

    Args:
        gelezen: the lines of each copy, by the name of its file.
        model: the round they were made from.
        verslag: where conflicts are written down.
    """
    samen: dict[str, Ronderij] = {}
    for punt in model.punten:
        keuzes = {
            bestand: rijen[punt.sleutel]
            for bestand, rijen in gelezen.items()
            if punt.sleutel in rijen and _is_ingevuld(rijen[punt.sleutel], punt.status)
        }
        verschillend = {(rij.voorstel, rij.status, rij.reden) for rij in keuzes.values()}
        if len(verschillend) > 1:
            wat = "; ".join(f"{bestand}: {_toon(rij)}" for bestand, rij in keuzes.items())
            verslag.meld("tegenstrijdig", None, punt.sleutel, wat=wat)
        elif keuzes:
            samen[punt.sleutel] = next(iter(keuzes.values()))
    return samen


def _is_ingevuld(rij: Ronderij, status: Puntstatus) -> bool:
    return rij.voorstel is not None or bool(rij.reden) or rij.status is not status


def _toon(rij: Ronderij) -> str:
    voorstel = "geen voorstel" if rij.voorstel is None else str(rij.voorstel).replace(".", ",")
    return f"{voorstel} ({rij.status}{', ' if rij.reden else ''}{rij.reden})"
