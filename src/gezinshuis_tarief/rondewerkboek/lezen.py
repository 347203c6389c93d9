"""Reads a negotiation workbook that came back: the moves in it, and everything that stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gezinshuis_tarief.kern.argumenten import Bestandspad, Peildatum, eis_soort, naar_dag, naar_pad
from gezinshuis_tarief.kern.fouten import Ernst, InvoerFout, weigering
from gezinshuis_tarief.onderhandeling.bestand import verenig_kopieen
from gezinshuis_tarief.onderhandeling.keuren import eis_partij
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.zetten import Ronde
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.meldingen import RONDEMELDINGEN
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from gezinshuis_tarief.rondewerkboek.nakijken import meld_aangeraakt
from gezinshuis_tarief.rondewerkboek.rijen import keur_invuller, lees_opmerking, lees_rijen, voeg_rijen_samen
from gezinshuis_tarief.rondewerkboek.zetten import ZettenUitWerkboek
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, kenmerk_in
from gezinshuis_tarief.werkboek.xlsx.archief import bestandsfout
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek, lees_werkboek

_EERSTE_SJABLOON: Final = (
    "Maak met onderhandel werkboek een nieuw werkboek van deze ronde en zet het oude ernaast. Neem van het blad "
    "Onderhandelen per regel over: de kolom Voorstel wordt Uw voorstel, Uw reden wordt Uw reden of vraag, en een Status "
    "die u op akkoord zette wordt akkoord bij Uw antwoord. Wat op Gesprek niet staat, hoort op Invoer. Lees dan het nieuwe."
)
_ANDER_SJABLOON: Final = (
    "Lees dit met de versie van gezinshuis-tarief die het schreef; welke dat is, staat op het blad Paspoort."
)


@dataclass(frozen=True, slots=True)
class Gelezenronde:
    """A negotiation workbook that came back.

    Attributes:
        zaak: the negotiation with the moves in it.
        bevindingen: what stands out, the heaviest first; empty when only yellow cells were filled in.
    """

    zaak: Onderhandeling
    bevindingen: tuple[Werkboekbevinding, ...]


class RondeFout(InvoerFout):
    """A negotiation workbook that is refused.

    Attributes:
        bevindingen: every finding, also those that would not have refused it.
    """

    def __init__(self, bevindingen: tuple[Werkboekbevinding, ...]) -> None:
        super().__init__(tuple(b.als_bezwaar() for b in bevindingen if b.ernst is Ernst.FOUT))
        self.bevindingen = bevindingen


def lees_rondewerkboek(
    zaak: Onderhandeling,
    paden: Sequence[Bestandspad],
    partij: str,
    *,
    indiener: str,
    datum: Peildatum,
) -> Gelezenronde:
    """Return the negotiation with what a party wrote in a workbook of its current round.

    What another party did since the workbook was made stays; both are merged as copies are.

    Args:
        zaak: the negotiation now.
        paden: the workbook, or copies of it that several people of this party filled in.
        partij: on whose behalf it was filled in.
        indiener: who hands it in.
        datum: the day.

    Raises:
        InvoerFout: for a workbook of something else, another round or another template, and for moves
            that cannot be made; a RondeFout when cells are refused, with every finding.
    """
    eis_soort("zaak", zaak, Onderhandeling)
    eis_partij(zaak.partijen, partij, "partij")
    dag = naar_dag(datum, "datum")
    if not isinstance(paden, list | tuple) or not paden:
        raise weigering("paden", "is geen lijst van werkboeken", remedie='Geef een lijst: ["ronde-1.xlsx"].')
    verslag = Verslag(RONDEMELDINGEN)
    boeken = {naar_pad(pad, "paden").name: lees_werkboek(pad) for pad in paden}
    if len(boeken) < len(paden):
        raise bestandsfout("de werkboeken", "hebben dezelfde naam", "Geef elke kopie een eigen naam.")
    modellen = {naam: _model(zaak, boek, partij) for naam, boek in boeken.items()}
    model = next(iter(modellen.values()))
    if any(ander.zaak.ronden != model.zaak.ronden or ander.met != model.met for ander in modellen.values()):
        melding = "zijn op verschillende momenten gemaakt, of voor een gesprek met een andere partij"
        raise bestandsfout("de werkboeken", melding, "Lees ze na elkaar in.")
    if erbij := len(zaak.ronden[-1].zetten) - len(model.zaak.ronden[-1].zetten):
        verslag.meld("dossier_verder", aantal=erbij)
    gelezen, opmerkingen = {}, []
    for naam, boek in boeken.items():
        gelezen[naam] = lees_rijen(model, boek, verslag)
        opmerkingen.append(lees_opmerking(boek))
        is_ingevuld = bool(opmerkingen[-1]) or any(rij.is_ingevuld for rij in gelezen[naam].values())
        keur_invuller(boek, partij, verslag, is_ingevuld=is_ingevuld)
        meld_aangeraakt(model, boek, verslag)
    zetter = ZettenUitWerkboek(model, indiener, dag, verslag)
    zetter.keur(voeg_rijen_samen(gelezen, verslag), "\n".join(filter(None, dict.fromkeys(opmerkingen))))
    if any(bevinding.ernst is Ernst.FOUT for bevinding in verslag):
        raise RondeFout(verslag.gesorteerd())
    return Gelezenronde(verenig_kopieen(zaak, zetter.zet()), verslag.gesorteerd())


def _model(zaak: Onderhandeling, boek: Werkboek, partij: str) -> Rondemodel:
    """Return the round as it was when the workbook was made; refuse what is not of this round or this party."""
    paspoort = {soort: kenmerk_in(boek, naam, naam) for soort, naam in namen.RONDEPASPOORT.items()}
    eisen = {
        "sjabloon": (
            namen.RONDESJABLOON,
            f'heeft sjabloon "{paspoort["sjabloon"]}"; deze versie leest sjabloon {namen.RONDESJABLOON}',
            _EERSTE_SJABLOON if paspoort["sjabloon"] == "1" else _ANDER_SJABLOON,
        ),
        "naam": (
            zaak.naam,
            f'is van een andere onderhandeling: "{paspoort["naam"]}"',
            f'Kies een werkboek van "{zaak.naam}".',
        ),
        "ronde": (
            str(zaak.ronde),
            f"is van ronde {paspoort['ronde']}, en het dossier is in ronde {zaak.ronde}",
            "Maak een werkboek van deze ronde en neem de voorstellen over.",
        ),
        "voor": (
            partij,
            f"is gemaakt voor {paspoort['voor']}, en niet voor {partij}",
            f'Lees het met --partij "{paspoort["voor"]}", of maak een werkboek voor {partij}.',
        ),
    }
    if not paspoort["kenmerk"]:
        remedie = "Kies een werkboek van onderhandel werkboek; een eigen berekening gaat met onderhandel bod --opbouw."
        raise bestandsfout(boek.bestandsnaam, "is geen onderhandelwerkboek", remedie)
    for soort, (hoort, melding, remedie) in eisen.items():
        if paspoort[soort] != hoort:
            raise bestandsfout(boek.bestandsnaam, melding, remedie)
    zetten, tekst = zaak.ronden[-1].zetten, paspoort["zetten"]
    aantal = int(tekst) if tekst.isdecimal() and len(tekst) < len(str(10**6)) else len(zetten) + 1
    toen = zaak.met_ronden((*zaak.ronden[:-1], Ronde(zetten=zetten[:aantal])))
    model = Rondemodel(toen, partij, paspoort["met"])
    if aantal > len(zetten) or model.kenmerk != paspoort["kenmerk"]:
        melding = "hoort bij een ander dossier, of bij zetten die hier niet in staan"
        raise bestandsfout(boek.bestandsnaam, melding, "Kies het dossier waaruit dit werkboek is gemaakt.")
    return model
