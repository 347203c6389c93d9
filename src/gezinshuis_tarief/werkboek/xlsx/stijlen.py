"""How cells look: one style per kind of cell."""

from __future__ import annotations

from typing import Any, Final

LETTER: Final = {"font_name": "Arial", "font_size": 10, "font_scheme": False}
"""The letter everyone has; without a scheme, or the theme's own letter would replace it."""
DONKER: Final = "#1F4E5F"
_ZACHT = "#EAF1F3"
_LIJN = "#C9D6DA"
_GRIJS = "#6B7780"
OPEN: Final = "#FFF4CC"
SUGGESTIE: Final = "#E3F1DD"
VAST: Final = "#DCE9F7"
ROOD: Final = "#B3261E"
GROEN: Final = "#2E7D4F"
KLEUREN: Final = (
    "#1F4E5F",
    "#3E7C8C",
    "#6FA8B5",
    "#A9CED6",
    "#E3B23C",
    "#C98A2B",
    "#8E5A3C",
    "#B8B2A7",
    "#7A6F9B",
    "#B39BC8",
    "#D9694F",
    "#6B7780",
)
"""A colour per line of the tariff, in the order of the eleven."""

EURO: Final = "[$€-413] #,##0.00"
_EURO_VIER = "[$€-413] #,##0.0000"
_PROCENT = "0.00##%"

_vlak: dict[str, Any] = {"valign": "vcenter"}
_top: dict[str, Any] = {"valign": "top", "text_wrap": True}
_rand: dict[str, Any] = {"border": 1, "border_color": _LIJN}
_invoer: dict[str, Any] = {
    **_rand,
    "bg_color": OPEN,
    "locked": False,
    "valign": "top",
    "border_color": "#D9C77E",
}
_verzonden: dict[str, Any] = {"font_size": 8, "font_color": "#9AA5AB", "valign": "top"}
_steun: dict[str, Any] = {**_rand, **_top, "locked": False, "font_size": 9}
_kop: dict[str, Any] = {"bold": True, "font_color": "#FFFFFF", "bg_color": DONKER, **_vlak, "text_wrap": True}
_totaal: dict[str, Any] = {"bold": True, "top": 2, "top_color": DONKER, "bg_color": _ZACHT, **_vlak}

STIJLEN: Final[dict[str, dict[str, Any]]] = {
    "buiten": {},  # locked, so that the tab key walks through the inputs only
    "tekst": _top,
    "klein": {**_top, "font_size": 9, "font_color": _GRIJS, "align": "left", "indent": 1},
    "vet": {**_top, "bold": True},
    "alinea": _top,
    "titel": {"bold": True, "font_size": 18, "font_color": DONKER, **_vlak},
    "onder": {"font_color": _GRIJS, **_vlak},
    "norm": {"italic": True, "font_size": 9, "font_color": _GRIJS, **_vlak},
    "alarm": {"bold": True, "font_color": ROOD, **_vlak},
    "tussenkop": {"bold": True, "font_size": 12, "font_color": DONKER, "bottom": 1, "bottom_color": _LIJN},
    "kopje": {"bold": True, "font_size": 12, "font_color": DONKER, **_vlak},
    "kopje_onder": {"font_color": _GRIJS, "valign": "top"},
    "kaart_naam": {"align": "center", "font_color": "#FFFFFF", "bg_color": DONKER, "bold": True, **_vlak},
    "kaart": {
        "align": "center",
        "font_size": 22,
        "bold": True,
        "font_color": DONKER,
        "bg_color": _ZACHT,
        "num_format": EURO,
        **_vlak,
    },
    "groepkop": {"align": "center", "bold": True, "bg_color": _ZACHT, "font_color": DONKER, **_vlak},
    "kop": _kop,
    "kop_rechts": {**_kop, "align": "right"},
    "sectie": {"bold": True, "font_size": 11, "font_color": DONKER, "bg_color": _ZACHT, **_vlak},
    "sectie_let_op": {"bold": True, "font_size": 9, "font_color": ROOD, "bg_color": _ZACHT, **_vlak},
    "nummer": {"align": "center", "font_color": _GRIJS, "valign": "top"},
    "euro": {"num_format": EURO, "align": "right", "valign": "top"},
    "euro_onafgerond": {"num_format": _EURO_VIER, "align": "right", "valign": "top"},
    "procent_een": {"num_format": "0.0%", "align": "right", "valign": "top"},
    "procent": {"num_format": _PROCENT, "align": "right", "valign": "top"},
    "getal": {"num_format": "#,##0.00##", "align": "right", "valign": "top"},
    "totaal": _totaal,
    "euro_totaal": {**_totaal, "num_format": EURO, "align": "right"},
    "procent_totaal": {**_totaal, "num_format": "0.0%", "align": "right"},
    "controle": {"align": "center", "bold": True, "valign": "top"},
    "let_op": {"font_size": 9, "bold": True, "font_color": ROOD, **_top},
    "sleutel": {"font_size": 8, "font_color": "#9AA5AB", "valign": "top"},
    "paspoort": {**_top, **_rand, "align": "left"},
    "invoer_tekst": {**_invoer, "align": "left", "text_wrap": True},
    "invoer_getal": {**_invoer, "align": "right"},
    "invoer_euro": {**_invoer, "align": "right", "num_format": EURO},
    "invoer_procent": {**_invoer, "align": "right", "num_format": _PROCENT},
    "verzonden_tekst": {**_verzonden, "align": "left"},
    "verzonden_getal": {**_verzonden, "align": "right"},
    "verzonden_euro": {**_verzonden, "align": "right", "num_format": EURO},
    "verzonden_procent": {**_verzonden, "align": "right", "num_format": _PROCENT},
    "euro_verschil": {"num_format": f"+{EURO};-{EURO};{EURO}", "align": "right", "valign": "top"},
    "euro_verschil_totaal": {**_totaal, "num_format": f"+{EURO};-{EURO};{EURO}", "align": "right"},
    "datum": {**_top, "num_format": "dd-mm-yyyy", "align": "left", "font_size": 9, "font_color": _GRIJS},
    "steun": _steun,
    "steun_datum": {**_steun, "num_format": "dd-mm-yyyy", "align": "left"},
    "legenda_vast": {**_rand, "bg_color": VAST, "bold": True, "valign": "top"},
    "legenda_suggestie": {**_rand, "bg_color": SUGGESTIE, "bold": True, "valign": "top"},
    "legenda_open": {**_rand, "bg_color": OPEN, "bold": True, "valign": "top"},
}
