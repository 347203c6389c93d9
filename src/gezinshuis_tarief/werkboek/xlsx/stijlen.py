"""How cells look: one style per kind of cell; those that begin with `als_` come on top of another."""

from __future__ import annotations

from typing import Any, Final

LETTER: Final = {"font_name": "Arial", "font_size": 10, "font_scheme": False}
"""The letter everyone has; without a scheme, or the theme's own letter would replace it."""
DONKER: Final = "#1F4E5F"
_ZACHT = "#EAF1F3"
_LIJN = "#C9D6DA"
_GRIJS = "#6B7780"
_OPEN = "#FFF4CC"
_SUGGESTIE = "#E3F1DD"
_VAST = "#DCE9F7"
_ROOD = "#B3261E"
_GROEN = "#2E7D4F"
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
    "#5B8C5A",
)
"""Colours for the parts of a stacked chart, from below."""

EURO: Final = "[$€-413] #,##0.00"
HELE_EURO: Final = "[$€-413] #,##0"
_EURO_VIER = "[$€-413] #,##0.0000"
_PROCENT = "0.00##%"

_vlak: dict[str, Any] = {"valign": "vcenter"}
_top: dict[str, Any] = {"valign": "top", "text_wrap": True}
_rand: dict[str, Any] = {"border": 1, "border_color": _LIJN}
_invoer: dict[str, Any] = {
    **_rand,
    "bg_color": _OPEN,
    "locked": False,
    "valign": "top",
    "border_color": "#D9C77E",
}
_verzonden: dict[str, Any] = {"font_size": 8, "font_color": "#9AA5AB", "valign": "top"}
_steun: dict[str, Any] = {**_rand, **_top, "locked": False, "font_size": 9}
_kop: dict[str, Any] = {"bold": True, "font_color": "#FFFFFF", "bg_color": DONKER, **_vlak, "text_wrap": True}
_totaal: dict[str, Any] = {"bold": True, "top": 2, "top_color": DONKER, "bg_color": _ZACHT, **_vlak}
_dik: dict[str, Any] = {**_vlak, "bold": True, "bg_color": _ZACHT}
_kop_rij: dict[str, Any] = {**_vlak, "bold": True, "font_color": DONKER, "bottom": 1, "bottom_color": DONKER}
_stil: dict[str, Any] = {"italic": True, "font_color": _GRIJS, "align": "right"}

STIJLEN: Final[dict[str, dict[str, Any]]] = {
    "buiten": {},  # locked, so that the tab key walks through the inputs only
    "tekst": _top,
    "woord": _top,
    "klein": {**_top, "font_size": 9, "font_color": _GRIJS, "align": "left", "indent": 1},
    "vet": {**_top, "bold": True},
    "vet_alinea": {**_top, "bold": True},
    "alinea": _top,
    "alinea_na_getal": {**_top, "align": "left", "indent": 1},
    "titel": {"bold": True, "font_size": 18, "font_color": DONKER, **_vlak},
    "onder": {"font_color": _GRIJS, **_vlak},
    "norm": {"italic": True, "font_size": 9, "font_color": _GRIJS, **_vlak},
    "alarm": {"bold": True, "font_color": _ROOD, **_vlak},
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
    "kop_na_getal": {**_kop, "indent": 1},
    "kop_rechts": {**_kop, "align": "right"},
    "sectie": {"bold": True, "font_size": 11, "font_color": DONKER, "bg_color": _ZACHT, **_vlak},
    "sectie_alinea": {"bold": True, "font_color": DONKER, "bg_color": _ZACHT, **_top, "align": "left"},
    "sectie_let_op": {"bold": True, "font_size": 9, "font_color": _ROOD, "bg_color": _ZACHT, **_vlak},
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
    "let_op": {"font_size": 9, "bold": True, "font_color": _ROOD, **_top},
    "toets": {"bold": True, "font_color": _ROOD, **_top},
    "sectie_toets": {"bold": True, "font_color": _ROOD, "bg_color": _ZACHT, **_top, "align": "left"},
    "sleutel": {"font_size": 8, "font_color": "#9AA5AB", "valign": "top"},
    "paspoort": {**_top, **_rand, "align": "left"},
    "invoer_tekst": {**_invoer, "align": "left", "text_wrap": True},
    "invoer_woord": {**_invoer, "align": "left", "text_wrap": True, "num_format": "@"},
    "invoer_getal": {**_invoer, "align": "right"},
    "invoer_euro": {**_invoer, "align": "right", "num_format": EURO},
    "invoer_procent": {**_invoer, "align": "right", "num_format": _PROCENT},
    "verzonden_tekst": {**_verzonden, "align": "left"},
    "verzonden_woord": {**_verzonden, "align": "left", "num_format": "@"},
    "verzonden_steun": {**_verzonden, "align": "fill"},
    "verzonden_getal": {**_verzonden, "align": "right"},
    "verzonden_euro": {**_verzonden, "align": "right", "num_format": EURO},
    "verzonden_procent": {**_verzonden, "align": "right", "num_format": _PROCENT},
    "euro_verschil": {"num_format": f"+{EURO};-{EURO};{EURO}", "align": "right", "valign": "top"},
    "datum": {**_top, "num_format": "dd-mm-yyyy", "align": "left", "font_size": 9, "font_color": _GRIJS},
    "steun": _steun,
    "steun_datum": {**_steun, "num_format": "dd-mm-yyyy", "align": "left"},
    "aantal": {"num_format": "0", "align": "right", "valign": "top"},
    "aantal_totaal": {**_totaal, "num_format": "0", "align": "right"},
    "achtergehouden": {**_stil, "valign": "top"},
    "achtergehouden_totaal": {**_totaal, **_stil, "bold": False},
    "legenda_vast": {**_rand, "bg_color": _VAST, "bold": True, "valign": "top"},
    "legenda_suggestie": {**_rand, "bg_color": _SUGGESTIE, "bold": True, "valign": "top"},
    "legenda_open": {**_rand, "bg_color": _OPEN, "bold": True, "valign": "top"},
    "rij": _vlak,
    "rij_dik": _dik,
    "rij_euro": {**_vlak, "num_format": EURO, "align": "right", "indent": 1},
    "rij_euro_dik": {**_dik, "num_format": EURO, "align": "right", "indent": 1},
    "rij_euro_verschil": {**_vlak, "num_format": f"+{EURO};-{EURO};{EURO}", "align": "right", "indent": 1},
    "rij_hele_euro": {**_vlak, "num_format": HELE_EURO, "align": "right", "indent": 1},
    "rij_hele_euro_dik": {**_dik, "num_format": HELE_EURO, "align": "right", "indent": 1},
    "rij_hele_euro_verschil": {
        **_vlak,
        "num_format": f"+{HELE_EURO};-{HELE_EURO};{HELE_EURO}",
        "align": "right",
        "indent": 1,
    },
    "kop_rij": _kop_rij,
    "kop_rij_rechts": {**_kop_rij, "align": "right", "indent": 1},
    "vet_rij": {"bold": True, "font_color": DONKER, **_vlak},
    "rechts": {"align": "right", "indent": 1, "font_color": "#4F5B62", **_vlak},
    "tekst_rechts": {**_top, "align": "right", "indent": 1},
    "klein_alinea": {**_top, "font_color": "#4F5B62"},
    "koppeling": {"font_color": "#0067A3", "underline": 1, **_vlak},
    "punt": {**_top, "font_color": "#0067A3"},
    "woord_midden": {**_vlak, "bold": True, "align": "left", "indent": 1},
    "euro_verschil_totaal": {**_totaal, "num_format": f"+{EURO};-{EURO};{EURO}", "align": "right"},
    "als_akkoord": {"font_color": "#004B7A", "bg_color": "#DCEBF7"},
    "als_betwist": {"font_color": "#7A3800", "bg_color": "#FBE3D1"},
    "als_vraag": {"font_color": "#4B2E83", "bg_color": "#E8E1F4"},
    "als_open": {"font_color": "#1F2A30"},
    "als_te_doen": {"font_color": "#FFFFFF", "bg_color": "#7A3800"},
    "als_goed": {"font_color": _GROEN},
    "als_fout": {"font_color": _ROOD},
    "als_leeg": {"font_color": "#C4CCD0"},
    "als_vast": {"bg_color": _VAST},
    "als_suggestie": {"bg_color": _SUGGESTIE},
    "als_aanname": {"font_color": "#B26A00", "bold": True},
}
