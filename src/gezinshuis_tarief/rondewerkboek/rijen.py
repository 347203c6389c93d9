"""What stands in the yellow cells of a round workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.puntregels import ANTWOORDEN
from gezinshuis_tarief.werkboek.lezen.getallen import tekst_uit_cel
from gezinshuis_tarief.werkboek.lezen.invoer import lees_cel
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, verborgen_invoer, vind, vind_of_meld
from gezinshuis_tarief.werkboek.xlsx.blad_lezen import GelezenCel
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek


@dataclass(frozen=True, slots=True)
class Ronderij:
    """What a user wrote about one input.

    Attributes:
        voorstel: the value, or the name of a party for a whole part; None when nothing is proposed.
        antwoord: one of the words to choose from; empty when none was chosen.
        reden: the reason or question beside it; empty when there is none.
        cel: the cell of the proposal.
    """

    voorstel: Decimal | str | None
    antwoord: str
    reden: str
    cel: GelezenCel

    @property
    def is_ingevuld(self) -> bool:
        """Whether anything was written."""
        return self.voorstel is not None or bool(self.reden or self.antwoord)


def lees_rijen(model: Rondemodel, werkboek: Werkboek, verslag: Verslag) -> dict[str, Ronderij]:
    """Read the line of every point and every new point, by key; what cannot be read becomes a fout in the report."""
    rijen, cellen = {}, {}
    for punt in model.punten:
        antwoord, voorstel, reden = (
            vind_of_meld(werkboek, namen.puntnaam(punt.sleutel, deel), verslag, Ernst.FOUT)
            for deel in namen.INVULBAAR
        )
        if voorstel and antwoord and reden:
            cellen[punt.sleutel] = voorstel
            rijen[punt.sleutel] = Ronderij(
                _lees_voorstel(model, punt.sleutel, voorstel, verslag),
                _lees_antwoord(punt.sleutel, antwoord, verslag),
                tekst_uit_cel(reden).strip(),
                voorstel,
            )
    for sleutel, veld in model.vulling.invoer.items():
        if model.is_nieuw_te_maken(sleutel) and (
            nieuw := vind(werkboek, namen.invoernaam(sleutel, namen.VOORSTEL))
        ):
            naast = vind(werkboek, namen.invoernaam(sleutel, "reden"))
            tekst = tekst_uit_cel(naast).strip() if naast else ""
            if not nieuw.is_leeg or tekst:
                cellen[sleutel] = nieuw
                waarde = None if nieuw.is_leeg else lees_cel(nieuw, veld.veld, verslag)
                rijen[sleutel] = Ronderij(waarde, "", tekst, nieuw)
    for sleutel, cel, waar in verborgen_invoer(werkboek, cellen):
        verslag.meld("verborgen_invoer", cel, sleutel, waar=waar)
    return rijen


def lees_opmerking(werkboek: Werkboek) -> str:
    """Return what was said or asked about the whole."""
    cellen = [vind(werkboek, naam) for naam in namen.OPMERKINGEN]
    teksten = [tekst_uit_cel(cel).strip() for cel in cellen if cel]
    return "\n".join(tekst for tekst in teksten if tekst)


def keur_invuller(werkboek: Werkboek, partij: str, verslag: Verslag, *, is_ingevuld: bool) -> None:
    """Refuse what another party filled in; say so when nobody says who did."""
    cel = vind(werkboek, namen.INVULLER)
    wie = tekst_uit_cel(cel).strip() if cel else ""
    if wie and wie.casefold() != partij.casefold():
        verslag.meld("andere_invuller", cel, toegestaan=partij, wie=wie, partij=partij)
    elif not wie and is_ingevuld:
        verslag.meld("geen_invuller", cel, toegestaan=partij, partij=partij)


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


def _lees_antwoord(sleutel: str, cel: GelezenCel, verslag: Verslag) -> str:
    tekst = tekst_uit_cel(cel).strip().casefold()
    if tekst and tekst not in ANTWOORDEN:
        verslag.meld("geen_antwoord", cel, sleutel, toegestaan=" of ".join(ANTWOORDEN), tekst=tekst)
    return tekst


def voeg_rijen_samen(gelezen: Mapping[str, Mapping[str, Ronderij]], verslag: Verslag) -> dict[str, Ronderij]:
    """Merge what one party wrote in copies of the same workbook; two answers for one point are a fout.

    Args:
        gelezen: the lines of each copy, by the name of its file.
        verslag: where conflicts are written down.
    """
    samen: dict[str, Ronderij] = {}
    for sleutel in dict.fromkeys(sleutel for rijen in gelezen.values() for sleutel in rijen):
        keuzes = {
            bestand: rijen[sleutel]
            for bestand, rijen in gelezen.items()
            if sleutel in rijen and rijen[sleutel].is_ingevuld
        }
        verschillend = {(rij.voorstel, rij.antwoord, rij.reden) for rij in keuzes.values()}
        if len(verschillend) > 1:
            wat = "; ".join(f"{bestand}: {_toon(rij)}" for bestand, rij in keuzes.items())
            verslag.meld("tegenstrijdig", None, sleutel, wat=wat)
        elif keuzes:
            samen[sleutel] = next(iter(keuzes.values()))
    return samen


def _toon(rij: Ronderij) -> str:
    voorstel = "geen voorstel" if rij.voorstel is None else str(rij.voorstel).replace(".", ",")
    return f"{voorstel} ({', '.join(deel for deel in (rij.antwoord, rij.reden) if deel)})"
