"""Draws a described chart; native, so it follows every change in its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gezinshuis_tarief.werkboek.xlsx.blad import Celgrafiek
from gezinshuis_tarief.werkboek.xlsx.stijlen import DONKER, EURO, HELE_EURO, LETTER

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LETTER: Final = {"name": LETTER["font_name"], "size": 9}
_KLEIN: Final = {**_LETTER, "size": 8}
_LIJNEN: Final = {"visible": True, "line": {"color": "#DDE5E8", "width": 0.5}}
_VORMEN: Final[dict[str, tuple[dict[str, str], dict[str, Any], dict[str, dict[str, Any]]]]] = {
    "kolommen": (
        {"type": "column", "subtype": "stacked"},
        {"gap": 60},
        {
            "legend": {"position": "right", "font": _KLEIN},
            "x_axis": {"num_font": _LETTER},
            "y_axis": {"num_font": _LETTER, "num_format": HELE_EURO, "major_gridlines": _LIJNEN},
        },
    ),
    "staven": (
        {"type": "bar"},
        {"gap": 40, "data_labels": {"value": True, "num_format": EURO, "font": _KLEIN}},
        {
            "legend": {"none": True},
            "x_axis": {"visible": False, "major_gridlines": {"visible": False}},
            "y_axis": {"reverse": True, "num_font": _KLEIN},
        },
    ),
    "waterval": (
        {"type": "column", "subtype": "stacked"},
        {"gap": 30},
        {
            "legend": {"none": True},
            "x_axis": {"num_font": _LETTER},
            "y_axis": {"num_font": _LETTER, "num_format": HELE_EURO, "major_gridlines": _LIJNEN},
        },
    ),
}
"""Per shape: the kind of chart, how a series looks, and the parts around it."""


def teken(werkboek: Workbook, vel: Worksheet, grafiek: Celgrafiek) -> None:
    """Put a chart on a sheet."""
    soort, reeksvorm, delen = _VORMEN[grafiek.soort]
    tekening = werkboek.add_chart(dict(soort))
    for reeks in grafiek.reeksen:
        tekening.add_series(
            {
                "name": reeks.naam,
                "categories": [vel.name, *reeks.groepen],
                "values": [vel.name, *reeks.waarden],
                "fill": {"color": reeks.kleur} if reeks.kleur else {"none": True},
                **reeksvorm,
            }
        )
    tekening.set_title({"name": grafiek.titel, "name_font": {**_LETTER, "size": 12, "color": DONKER}})
    tekening.set_legend(delen["legend"])
    tekening.set_x_axis(delen["x_axis"])
    tekening.set_y_axis(delen["y_axis"] | ({} if grafiek.vanaf is None else {"min": grafiek.vanaf}))
    tekening.set_size({"width": grafiek.breedte, "height": 330})
    if grafiek.soort == "waterval":
        tekening.show_hidden_data()  # where its bars begin is of no use to read
    plek = {"description": grafiek.beschrijving, "x_offset": grafiek.naar_rechts}
    vel.insert_chart(grafiek.rij, grafiek.kolom, tekening, plek)
