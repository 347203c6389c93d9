"""The charts on Samenvatting: native, so they follow every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.werkboek.beschrijving.samenvatting import EERSTE_REGEL, GRAFIEKRIJ, REGELS, TOTAALRIJ
from gezinshuis_tarief.werkboek.xlsx.stijlen import DONKER, EURO, KLEUREN, LETTER

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LETTER = {"name": LETTER["font_name"], "size": 9}
_KOPRIJ = EERSTE_REGEL - 1


def teken_grafieken(werkboek: Workbook, blad: Worksheet) -> None:
    """Put both charts below the tariffs, side by side."""
    _stapel(werkboek, blad)
    _staven(werkboek, blad)


def _stapel(werkboek: Workbook, blad: Worksheet) -> None:
    """Draw the build-up of the tariff per zorgzwaarte, a colour per line."""
    grafiek = werkboek.add_chart({"type": "column", "subtype": "stacked"})
    for plek, regel in enumerate(REGELS):
        rij = EERSTE_REGEL + plek
        grafiek.add_series(
            {
                "name": ALLE[regel].titel if regel in ALLE else "Eigen posten",
                "categories": [blad.name, _KOPRIJ, 2, _KOPRIJ, 4],
                "values": [blad.name, rij, 2, rij, 4],
                "fill": {"color": KLEUREN[plek]},
                "gap": 60,
            }
        )
    grafiek.set_title({"name": "Opbouw van het tarief per etmaal", "name_font": _titelletter()})
    grafiek.set_legend({"position": "right", "font": {**_LETTER, "size": 8}})
    grafiek.set_x_axis({"num_font": _LETTER})
    grafiek.set_y_axis({"num_font": _LETTER, "num_format": "[$€-413] #,##0", "major_gridlines": _lijnen()})
    grafiek.set_size({"width": 610, "height": 330})
    tekst = "Gestapelde kolommen: het tarief per etmaal bij zorgzwaarte laag, midden en hoog, opgebouwd uit elf bouwstenen en eigen posten. De bedragen staan in de tabel eronder."
    blad.insert_chart(GRAFIEKRIJ, 0, grafiek, {"description": tekst, "x_offset": 4})


def _staven(werkboek: Workbook, blad: Worksheet) -> None:
    """Draw the lines of the middle tariff as bars, in the order of the eleven."""
    grafiek = werkboek.add_chart({"type": "bar"})
    laatste = TOTAALRIJ - 1
    grafiek.add_series(
        {
            "name": "Zorgzwaarte midden",
            "categories": [blad.name, EERSTE_REGEL, 1, laatste, 1],
            "values": [blad.name, EERSTE_REGEL, 3, laatste, 3],
            "fill": {"color": DONKER},
            "gap": 40,
            "data_labels": {"value": True, "num_format": EURO, "font": {**_LETTER, "size": 8}},
        }
    )
    grafiek.set_title({"name": "Waar het tarief bij midden uit bestaat", "name_font": _titelletter()})
    grafiek.set_legend({"none": True})
    grafiek.set_y_axis({"reverse": True, "num_font": {**_LETTER, "size": 8}})
    grafiek.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    grafiek.set_size({"width": 490, "height": 330})
    tekst = "Liggende staven: de bedragen per etmaal van elke bouwsteen bij zorgzwaarte midden. De bedragen staan in de tabel eronder."
    blad.insert_chart(GRAFIEKRIJ, 5, grafiek, {"description": tekst, "x_offset": 20})


def _titelletter() -> dict[str, object]:
    return {**_LETTER, "size": 12, "color": DONKER}


def _lijnen() -> dict[str, object]:
    return {"visible": True, "line": {"color": "#DDE5E8", "width": 0.5}}
