"""A workbook to discuss many quotes with; what people typed stays text, never a formula."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gezinshuis_tarief.controle.offertes import Offertes
from gezinshuis_tarief.controle.statistiek import MATEN, MINIMUM, statistiek, titel, uitschieters
from gezinshuis_tarief.kern.bestanden import schrijf_veilig
from gezinshuis_tarief.kern.fouten import weigering

if TYPE_CHECKING:
    import pandas as pd

_EURO: Final = "[$€-413] #,##0.00"
_REGEL: Final = 15
_REGELS_HOOGSTENS: Final = 20
_BLAUW: Final = "#1F4E78"
_MATEN: Final = {
    "laagste": "laagste",
    "kwartiel_1": "eerste kwartiel",
    "mediaan": "mediaan",
    "kwartiel_3": "derde kwartiel",
    "hoogste": "hoogste",
}


def schrijf_vergelijking(
    offertes: Offertes,
    pad: Path,
    *,
    minimum: int = MINIMUM,
    deelbaar: bool = False,
    overschrijf: bool = False,
) -> None:
    """Write statistics, outliers, and what there is to say about the files.

    Args:
        offertes: what the folder held.
        pad: the workbook to write, .xlsx.
        minimum: groups with fewer providers are withheld.
        deelbaar: leave out every name, so that the workbook may go round.
        overschrijf: whether an existing file may be replaced.

    Raises:
        InvoerFout: no quote at all could be read, or the name does not end in .xlsx.
        FileExistsError: the file exists and may not be replaced.
    """
    if pad.suffix.lower() != ".xlsx":
        raise weigering(
            "uitvoer", "is geen werkboek", gevonden=str(pad), toegestaan="een naam die eindigt op .xlsx"
        )
    if not offertes.gelezen:
        redenen = "; ".join(f"{n.bestand}: {n.reden}" for n in offertes.niet_gelezen)
        raise weigering("map", "bevat geen leesbare offerte", gevonden=redenen)
    frame = offertes.naar_frame()
    with schrijf_veilig(pad, overschrijf=overschrijf) as terzijde:
        boek = _Boek(terzijde)
        boek.toelichting(offertes, minimum, deelbaar=deelbaar)
        boek.statistiek(statistiek(frame, minimum))
        if not deelbaar:
            boek.uitschieters(frame, minimum)
            boek.bestanden(offertes)
        boek.sluit()


class _Boek:
    """The sheets of the workbook."""

    def __init__(self, pad: Path) -> None:
        import xlsxwriter  # noqa: PLC0415 (loaded only when used)

        veilig = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._boek = xlsxwriter.Workbook(str(pad), veilig)
        stijl = self._boek.add_format
        kop = {"bold": True, "font_color": "white", "bg_color": _BLAUW, "valign": "top", "indent": 1}
        self._kop, self._kop_rechts = stijl(kop), stijl(kop | {"align": "right", "indent": 0})
        self._titel = stijl({"bold": True, "font_size": 14, "font_color": _BLAUW})
        self._euro = stijl({"num_format": _EURO, "valign": "top"})
        self._totaal = stijl({"num_format": _EURO, "bold": True, "top": 1})
        self._vet = stijl({"bold": True, "top": 1})
        self._stil = stijl({"italic": True, "font_color": "#808080", "align": "right"})
        self._tekst = stijl({"text_wrap": True, "valign": "top", "indent": 1})

    def sluit(self) -> None:
        """Finish the file."""
        self._boek.close()

    def _blad(self, naam: str, koppen: list[str], breedtes: list[int], getallen: range) -> Any:  # noqa: ANN401 (untyped library)
        blad = self._boek.add_worksheet(naam)
        blad.set_landscape()
        blad.set_paper(9)
        blad.fit_to_pages(1, 0)
        blad.hide_gridlines(2)
        for plek, (kop, breedte) in enumerate(zip(koppen, breedtes, strict=True)):
            blad.set_column(plek, plek, breedte)
            blad.write_string(0, plek, kop, self._kop_rechts if plek in getallen else self._kop)
        blad.freeze_panes(1, 0)
        blad.repeat_rows(0)
        return blad

    def toelichting(self, offertes: Offertes, minimum: int, *, deelbaar: bool) -> None:
        """Say what was read and how the figures are made."""
        blad = self._boek.add_worksheet("Toelichting")
        blad.hide_gridlines(2)
        blad.set_column(0, 0, 100)
        blad.set_landscape()
        blad.set_paper(9)
        blad.fit_to_pages(1, 0)
        blad.write_string(0, 0, "Vergelijking van offertes", self._titel)
        aantal = len(offertes.gelezen)
        regels = [
            (
                f"{geteld(aantal, 'offerte', 'offertes')} gelezen van {geteld(len(offertes.aanbieders), 'aanbieder', 'aanbieders')}; "
                f"{geteld(len(offertes.niet_gelezen), 'bestand', 'bestanden')} niet gelezen."
            ),
            (
                "Bedragen in euro per jeugdige per etmaal. Heeft een aanbieder meer offertes, dan telt hun gemiddelde "
                "één keer mee."
            ),
            (
                f"Zijn er minder dan {minimum} aanbieders, dan worden de bedragen achtergehouden, zodat niemands cijfers "
                "uitlekken."
            ),
            "Een bouwsteen die in een offerte nul is, telt mee als nul; eigen posten alleen waar ze er zijn.",
            "Dit werkboek noemt geen aanbieders en kan worden gedeeld."
            if deelbaar
            else "De bladen Uitschieters en Bestanden noemen aanbieders en bestanden: alleen voor eigen gebruik.",
        ]
        for plek, regel in enumerate(regels, 2):
            blad.set_row(plek, _hoogte(regel, 100))
            blad.write_string(plek, 0, regel, self._tekst)

    def statistiek(self, tabel: pd.DataFrame) -> None:
        """Write a row per zorgzwaarte and line, the tariff in bold."""
        koppen = ["zorgzwaarte", "bouwsteen", "aanbieders", *(_MATEN[maat] for maat in MATEN)]
        blad = self._blad("Statistiek", koppen, [13, 40, 12, 15, 15, 15, 15, 15], range(2, 8))
        for nummer, rij in enumerate(tabel.reset_index().to_dict("records"), 1):
            slot = rij["regel"] == "tarief"
            blad.write_string(nummer, 0, rij["zorgzwaarte"], self._vet if slot else None)
            blad.write_string(nummer, 1, titel(rij["regel"]), self._vet if slot else None)
            blad.write_number(nummer, 2, rij["aanbieders"], self._vet if slot else None)
            for plek, maat in enumerate(MATEN, 3):
                if math.isnan(rij[maat]):
                    blad.write_string(nummer, plek, "achtergehouden", self._stil)
                else:
                    blad.write_number(nummer, plek, rij[maat], self._totaal if slot else self._euro)
        blad.autofilter(0, 0, len(tabel), len(koppen) - 1)

    def uitschieters(self, frame: pd.DataFrame, minimum: int) -> None:
        """Write a row per outlier with its question."""
        koppen = ["aanbieder", "zorgzwaarte", "bouwsteen", "per etmaal", "mediaan", "vraag"]
        blad = self._blad("Uitschieters", koppen, [26, 13, 34, 13, 13, 80], range(3, 5))
        gevonden = uitschieters(frame, minimum)
        for nummer, geval in enumerate(gevonden, 1):
            blad.set_row(nummer, _hoogte(geval.vraag, 80))
            blad.write_string(nummer, 0, geval.aanbieder, self._tekst)
            blad.write_string(nummer, 1, geval.zorgzwaarte, self._tekst)
            blad.write_string(nummer, 2, titel(geval.regel), self._tekst)
            blad.write_number(nummer, 3, geval.per_etmaal, self._euro)
            blad.write_number(nummer, 4, geval.mediaan, self._euro)
            blad.write_string(nummer, 5, geval.vraag, self._tekst)
        if not gevonden:
            blad.write_string(1, 0, "geen uitschieters")

    def bestanden(self, offertes: Offertes) -> None:
        """Write a row per file that was not read, and per remark on one that was."""
        blad = self._blad("Bestanden", ["bestand", "gelezen", "reden of opmerking"], [40, 10, 100], range(0))
        rijen = [(bestand.bestand, "nee", bestand.reden) for bestand in offertes.niet_gelezen]
        rijen += [
            (offerte.bestand, "ja", tekst) for offerte in offertes.gelezen for tekst in offerte.opmerkingen
        ]
        for nummer, rij in enumerate(rijen, 1):
            blad.set_row(nummer, _hoogte(rij[-1], 100))
            for plek, tekst in enumerate(rij):
                blad.write_string(nummer, plek, tekst, self._tekst)
        if not rijen:
            blad.write_string(1, 0, "alle bestanden zijn gelezen, zonder opmerkingen")


def _hoogte(tekst: str, breedte: int) -> int:
    """Return the height of a row whose text wraps in a column of this many characters."""
    regels = sum(1 + len(regel) // (breedte - 10) for regel in tekst.splitlines())
    return _REGEL * min(max(regels, 1), _REGELS_HOOGSTENS)


def geteld(aantal: int, enkel: str, meer: str) -> str:
    """Write a number with its noun in the right form."""
    return f"{aantal} {enkel if aantal == 1 else meer}"
