"""Reads a workbook back: its inputs with all that stands behind them, and everything that stands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Final

from gezinshuis_tarief.kern.argumenten import naar_pad
from gezinshuis_tarief.kern.sleutels import excelnaam, sleutel_van_naam
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.plat import POSTEN
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.beschrijving.namen import PASPOORTNAMEN, RONDE, SJABLOON
from gezinshuis_tarief.werkboek.lezen.bevindingen import Concept, Werkboekbevinding, WerkboekFout
from gezinshuis_tarief.werkboek.lezen.invoer import IngelezenInvoer, lees_invoer
from gezinshuis_tarief.werkboek.lezen.narekenen import Narekening
from gezinshuis_tarief.werkboek.lezen.onderbouwingskolommen import Onderbouwingskolommen
from gezinshuis_tarief.werkboek.lezen.samenvoegen import OpbouwUitCellen
from gezinshuis_tarief.werkboek.lezen.verslag import Verslag, kenmerk_in, verborgen_invoer
from gezinshuis_tarief.werkboek.lezen.voorstellen.alle import lees_voorstellen
from gezinshuis_tarief.werkboek.lezen.voorstellen.voorstel import Voorstel
from gezinshuis_tarief.werkboek.lezen.vorm import Vorm, lees_vorm
from gezinshuis_tarief.werkboek.terug.meegekomen import Meegekomen, lees_meegekomen
from gezinshuis_tarief.werkboek.terug.vangnet import meld_vangnet
from gezinshuis_tarief.werkboek.terug.vermomd import meld_vermomd
from gezinshuis_tarief.werkboek.terug.verzonden import Verzonden, lees_verzonden
from gezinshuis_tarief.werkboek.terug.wijzigingen import Werkboekwijziging, wijzigingen_van
from gezinshuis_tarief.werkboek.xlsx.andermans.opendocument import ODS, als_xlsx
from gezinshuis_tarief.werkboek.xlsx.archief import bestandsfout
from gezinshuis_tarief.werkboek.xlsx.werkboek_lezen import Werkboek, lees_werkboek

_LATER: Final = {"1": ("steun_verzonden",)}
"""Columns that workbooks of an earlier template had not yet."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A workbook that came back.

    Attributes:
        opbouw: the inputs with status, source and notes; its outcome is to be calculated anew.
        bevindingen: what stands out, the heaviest first; empty for a file that is as it was written.
        opmerkingen: the free notes of the user, by key.
        paspoort: what the file says about itself: sjabloon, versie, peildatum, formules, cijfers, ronde.
        verzonden: what the file was sent with, as far as it says so.
        meegekomen: what came along beside the inputs: inserted rows, notes, comments at cells, sheets.
        voorstellen: the formulas that somebody changed and that can be taken over; none of them is in the opbouw.
    """

    opbouw: Opbouw
    bevindingen: tuple[Werkboekbevinding, ...]
    opmerkingen: Mapping[str, str]
    paspoort: Mapping[str, str]
    voorstellen: tuple[Voorstel, ...] = ()
    verzonden: Verzonden = field(default_factory=Verzonden)
    meegekomen: tuple[Meegekomen, ...] = ()

    @property
    def wijzigingen(self) -> tuple[Werkboekwijziging, ...]:
        """Every value that came back otherwise than it was sent, the one that moves the tariff most first.

        Empty too when the file does not say what it was sent with. Each time it is asked the shares are computed.
        """
        verzonden = self.verzonden.opbouw
        return () if verzonden is None else wijzigingen_van(verzonden, self.opbouw, self.opmerkingen)

    @property
    def ingevoegd(self) -> tuple[Meegekomen, ...]:
        """The inserted rows with an amount: own cost lines that do not count until somebody confirms them."""
        return tuple(rij for rij in self.meegekomen if rij.bedrag is not None)

    def met_ingevoegd(self) -> Gelezen:
        """Return the same with the inserted rows as own cost lines in the opbouw.

        Raises:
            InvoerFout: when one of them is no cost line, such as a negative amount.
        """
        erbij = ({"naam": rij.tekst, "bedrag_per_jaar": rij.bedrag} for rij in self.ingevoegd)
        return replace(self, opbouw=self.opbouw.met({POSTEN: (*self.opbouw.eigen_posten, *erbij)}))

    @property
    def concept(self) -> Concept:
        """What an annotated answer is written from."""
        concept = Concept(self.opbouw, frozenset(), self.opmerkingen, _ronde(self.paspoort))
        return _met_eerst(concept, self.verzonden)


def _met_eerst(concept: Concept, verzonden: Verzonden) -> Concept:
    """Let an answer hold what was first sent, whatever came back since."""
    return replace(concept, eerst=verzonden.opbouw, eerst_leeg=frozenset(verzonden.leeg))


def _ronde(paspoort: Mapping[str, str]) -> int:
    """Return the round a file says it is in; the first when it says nothing sensible."""
    tekst, hoogste = paspoort["ronde"], 99
    return int(tekst) if tekst.isdecimal() and 1 <= int(tekst) <= hoogste else 1


def lees_excel(pad: str | Path) -> Gelezen:
    """Read a workbook that this library wrote, whoever filled it in since.

    Inputs are found by defined name, wherever they went. No outcome in the file is believed: everything
    is calculated anew, and a formula or an outcome that differs is a finding. An .ods file is read through LibreOffice,
    when that is installed.

    Raises:
        InvoerFout: when the file is no plain workbook of ours; a WerkboekFout when inputs are missing or
            refused, with every finding.
    """
    if naar_pad(pad).suffix.lower() == ODS:
        with als_xlsx(naar_pad(pad)) as omgezet:
            return lees_excel(omgezet)
    werkboek = lees_werkboek(pad)
    verslag = Verslag()
    paspoort = _lees_paspoort(werkboek, verslag)
    steun = Onderbouwingskolommen(werkboek, verslag)
    vorm = lees_vorm(werkboek, verslag, paspoort["varianten"], steun.rijen)
    invoer = lees_invoer(werkboek, verslag, vorm)
    steun.lees(invoer.cellen, zonder=_LATER.get(paspoort["sjabloon"], ()))
    samen = OpbouwUitCellen(invoer, steun, verslag)
    opbouw = samen.opbouw()
    verzonden = lees_verzonden(invoer, steun, verslag)
    ronde = _ronde(paspoort)
    concept = samen.concept(ronde) if opbouw is None else Concept(opbouw, frozenset(), {}, ronde)
    _meld_bestand(werkboek, invoer, verslag)
    in_bestand = replace(concept, opbouw=samen.zoals_bestand(concept.opbouw))
    narekening = Narekening(werkboek, verslag, in_bestand, vorm)
    narekening.meld(paspoort["formules"])
    narekening.meld_controles(steun.let_op)
    if opbouw is None:
        raise WerkboekFout(verslag.gesorteerd(), _met_eerst(concept, verzonden))
    voorstellen = lees_voorstellen(werkboek, verslag, narekening, opbouw)
    mee = lees_meegekomen(werkboek, verslag, narekening.onze_inhoud, samen.opmerkingen())
    return Gelezen(opbouw, verslag.gesorteerd(), samen.opmerkingen(), paspoort, voorstellen, verzonden, mee)


def _lees_paspoort(werkboek: Werkboek, verslag: Verslag) -> dict[str, str]:
    """Read what the file says about itself, and refuse what this version cannot read."""
    namen = {**PASPOORTNAMEN, "ronde": RONDE}
    paspoort = {soort: kenmerk_in(werkboek, naam, soort) for soort, naam in namen.items()}
    sjabloon, bestand = paspoort["sjabloon"], werkboek.bestandsnaam
    if not sjabloon:
        if not any(werkboek.namen_bij(sleutel) for sleutel in Vorm(0).velden):
            remedie = "Kies een werkboek dat met gezinshuis-tarief exporteer is gemaakt."
            raise bestandsfout(bestand, "is geen werkboek van gezinshuis-tarief", remedie)
        verslag.meld("paspoort_ontbreekt")
    elif not sjabloon.isdecimal():
        remedie = "Neem de waarden over in een nieuw werkboek."
        raise bestandsfout(bestand, f'heeft een onbekend sjabloon "{sjabloon}"', remedie)
    elif int(sjabloon) > int(SJABLOON):
        leest = f"deze versie leest tot en met {SJABLOON}"
        melding = f"komt uit een nieuwere versie (sjabloon {sjabloon}; {leest})"
        raise bestandsfout(bestand, melding, "Werk gezinshuis-tarief bij en lees opnieuw.")
    return paspoort


def _meld_bestand(werkboek: Werkboek, invoer: IngelezenInvoer, verslag: Verslag) -> None:
    """Say what the file hides, and holds besides the tariff, that may mislead."""
    for sleutel, cel, waar in verborgen_invoer(werkboek, invoer.cellen):
        verslag.meld("verborgen_invoer", cel, sleutel, waar=waar)
    meld_vermomd(werkboek, invoer.cellen, verslag)
    meld_vangnet(werkboek, invoer.cellen, verslag)
    zonder_punt = sum(excelnaam(s).casefold() not in werkboek.namen for s in invoer.cellen)
    if zonder_punt:
        verslag.meld("namen_zonder_punt", aantal=zonder_punt)
    for doel in werkboek.koppelingen:
        verslag.meld("externe_koppeling", doel=doel)
    ons = {*invoer.vorm.velden, AANWEZIG}
    kopieen = (bladen for naam, bladen in werkboek.bladnamen_van.items() if sleutel_van_naam(naam) in ons)
    for blad in dict.fromkeys(chain.from_iterable(kopieen)):
        verslag.meld("kopie_van_blad", blad=blad)
