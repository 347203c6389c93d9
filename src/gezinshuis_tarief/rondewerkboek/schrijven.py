"""Writes a round as a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gezinshuis_tarief.kern.argumenten import Bestandspad, Peildatum, eis_soort, naar_dag
from gezinshuis_tarief.kern.bestanden import versie
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.rondewerkboek import namen
from gezinshuis_tarief.rondewerkboek.bewijsblad import maak_bewijsblad
from gezinshuis_tarief.rondewerkboek.gespreksblad import Gespreksblad
from gezinshuis_tarief.rondewerkboek.invoerblad import Invoerblad
from gezinshuis_tarief.rondewerkboek.model import Rondemodel, tegenpartij, wie_is_aan_zet
from gezinshuis_tarief.rondewerkboek.rekenblad import Rekenblad
from gezinshuis_tarief.rondewerkboek.verloop import dag, laatste_dag, maak_verloop
from gezinshuis_tarief.stukken.bewijs import Tariefbewijs, afgesproken
from gezinshuis_tarief.werkboek.beschrijving.eigen_onderdelen import maak_eigen_onderdelen
from gezinshuis_tarief.werkboek.beschrijving.namen import PASPOORT
from gezinshuis_tarief.werkboek.schrijven import tariefboek
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel
from gezinshuis_tarief.werkboek.xlsx.schrijven import schrijf_boek

_TITELS: Final = {
    "sjabloon": ("Versie van het sjabloon", "bepaalt hoe dit bestand wordt ingelezen"),
    "naam": ("Onderhandeling", "alleen in dit dossier in te lezen"),
    "ronde": ("Ronde", "alleen in deze ronde in te lezen"),
    "voor": ("Voor", "de partij die antwoordt"),
    "met": ("Met", "de partij wier bod wordt beantwoord"),
    "zetten": ("Zetten in deze ronde", "biedingen en aanvaardingen die er al waren"),
    "kenmerk": ("Kenmerk van het dossier", "wijst het moment aan waarop dit werkboek is gemaakt"),
    "versie": ("Versie van gezinshuis-tarief", "het programma dat dit werkboek schreef"),
}


def schrijf_rondewerkboek(  # noqa: PLR0913 (what a round workbook is)
    zaak: Onderhandeling,
    pad: Bestandspad,
    *,
    voor: str | None = None,
    met: str | None = None,
    antwoord_voor: Peildatum | None = None,
    overschrijf: bool = False,
    bewijs: Tariefbewijs | None = None,
) -> None:
    """Write the current round as a workbook for one party, with live totals for its answers.

    Args:
        zaak: the negotiation.
        pad: the .xlsx file to make.
        voor: the party that is to answer; left out, the one whose turn it is.
        met: the party whose offer is answered; left out, the other one.
        antwoord_voor: the day before which an answer is hoped for.
        overschrijf: whether an existing file may be replaced.
        bewijs: the receipt of what is agreed, which then gets a sheet of its own.

    Raises:
        FileExistsError: when the file exists and may not be replaced.
        InvoerFout: when a party calculates with a variant of its own, the agreed values do not fit, or the
            receipt is of another agreement.
    """
    eis_soort("zaak", zaak, Onderhandeling)
    eis_soort("bewijs", bewijs, Tariefbewijs, type(None))
    eis_soort("voor", voor, str, type(None))
    eis_soort("met", met, str, type(None))
    uiterlijk = "" if antwoord_voor is None else dag(naar_dag(antwoord_voor, "antwoord_voor"))
    eigen = wie_is_aan_zet(zaak) if voor is None else voor
    model = Rondemodel(zaak, eigen, tegenpartij(zaak, eigen) if met is None else met)
    paspoort = {namen.RONDEPASPOORT[soort]: inhoud for soort, inhoud in gegevens(model).items()}
    bladen = alle_bladen(model, uiterlijk)
    if bewijs is not None:
        if bewijs.opbouw != afgesproken(zaak):
            melding = "is van een ander akkoord dan dit dossier"
            raise weigering("bewijs", melding, gevonden=bewijs.zegel, remedie="Maak het bewijs opnieuw.")
        bladen = (bladen[0], maak_bewijsblad(bewijs), *bladen[1:])
    kop = (
        f"{zaak.naam}, ronde {zaak.ronde}, prijspeil {dag(zaak.peildatum)}: van {model.met} aan {model.voor}"
    )
    boek = replace(
        tariefboek(bladen, paspoort, dag=laatste_dag(zaak, model.met) or zaak.peildatum),
        titel=f"{zaak.naam}, ronde {zaak.ronde}",
        maker=model.met,
        paginakop=kop,
    )
    schrijf_boek(boek, pad, overschrijf=overschrijf)


def alle_bladen(model: Rondemodel, antwoord_voor: str = "") -> tuple[Blad, ...]:
    """Describe the whole workbook."""
    rekenblad = Rekenblad(model)
    invoerblad = Invoerblad(model, rekenblad)
    gesprek = Gespreksblad(model, invoerblad, antwoord_voor)
    eigen = maak_eigen_onderdelen(model.vulling)
    bladen = (gesprek.blad(), invoerblad.blad(), rekenblad.blad(), maak_verloop(model))
    return (*bladen, *eigen, _paspoort(model))


def gegevens(model: Rondemodel) -> dict[str, str]:
    """Return what the passport says, by name."""
    zaak = model.zaak
    return {
        "sjabloon": namen.RONDESJABLOON,
        "naam": zaak.naam,
        "ronde": str(zaak.ronde),
        "voor": model.voor,
        "met": model.met,
        "zetten": str(len(zaak.ronden[-1].zetten)),
        "kenmerk": model.kenmerk,
        "versie": versie(),
    }


def _paspoort(model: Rondemodel) -> Blad:
    return Blad(PASPOORT, "#8A8A8A", (36, 34, 60), list(_paspoortcellen(model)), {0: 30.0}, liggend=True)


def _paspoortcellen(model: Rondemodel) -> Iterator[Cel]:
    yield Cel(0, 0, "Paspoort", "titel")
    yield Cel(1, 0, "Hiermee is te zien bij welk dossier dit werkboek hoort.", "onder")
    for rij, (soort, inhoud) in enumerate(gegevens(model).items(), start=3):
        titel, uitleg = _TITELS[soort]
        yield Cel(rij, 0, titel, "vet")
        yield Cel(rij, 1, inhoud, "paspoort", naam=namen.RONDEPASPOORT[soort])
        yield Cel(rij, 2, uitleg, "klein_alinea")
