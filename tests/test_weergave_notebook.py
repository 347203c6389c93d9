"""What a notebook shows: every result has tables of its own, small enough for a cell, with Dutch numbers."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import gezinshuis_tarief as gt
from gezinshuis_tarief import Opbouw, naar_json
from gezinshuis_tarief.controle.bevinding import Rapport
from gezinshuis_tarief.controle.offertes import lees_offertes
from gezinshuis_tarief.weergave import html_waarden

BEZET = "leegstand.bezettingsgraad"
KLEIN = {
    "Bewijsvergelijking",
    "Bezwaar",
    "Bijdrage",
    "Cijferset",
    "Controle",
    "Document",
    "Driehoek",
    "Effect",
    "Gelezen",
    "Gelezenronde",
    "Gelijkmatig",
    "Huismaten",
    "Keuze",
    "Meegekomen",
    "Naspel",
    "Normaal",
    "OpenNorm",
    "Punt",
    "Sleutelregel",
    "Sleutelverschil",
    "Tariefverschil",
    "UitlegInvoer",
    "UitlegStap",
    "Voorstel",
    "Waarde",
    "Werkboekbevinding",
    "Werkboekwijziging",
}
"""Parts of a result, inputs, and what prints as text."""


def onderhandeling(opbouw: Opbouw) -> gt.Onderhandeling:
    zaak = gt.Onderhandeling(
        naam="huis", peildatum="2026-01-01", partijen=("gemeente", "aanbieder"), basis=opbouw
    )
    bod = opbouw.met({BEZET: "0.9", "verzorgingskosten.bedrag_per_jeugdige_per_dag": "1234.5"})
    return zaak.bod("aanbieder", bod, reden="<b>ziekte", indiener="J", datum="2026-02-01")


RESULTATEN: dict[str, Callable[[Opbouw], Any]] = {
    "Opbouw": lambda o: o,
    "Leegstand": lambda o: o.leegstand,
    "Regel": lambda o: o.bereken()["midden"].regels[0],
    "Tarief": lambda o: o.bereken()["midden"],
    "Keerpunt": lambda o: gt.keerpunt(o, BEZET, tarief="170"),
    "Rapport": gt.controleer,
    "Bevinding": lambda o: gt.controleer(o)[0],
    "Tariefaanbod": gt.exploitatie,
    "Exploitatie": lambda o: gt.Exploitatie.van(o.bereken()),
    "Verschil": lambda o: gt.verschil(o, o.met({BEZET: "0.9"})),
    "Onderhandeling": onderhandeling,
    "Stand": lambda o: onderhandeling(o).stand,
    "Bod": lambda o: onderhandeling(o).ronden[0].zetten[0],
    "zonder punten": lambda o: gt.Onderhandeling(
        naam="huis", peildatum="2026-01-01", partijen=("a", "b"), basis=o
    ),
}


@pytest.mark.parametrize("naam", RESULTATEN)
def test_een_resultaat_past_in_een_cel_en_is_nederlands(naam: str, voorbeeld: Opbouw) -> None:
    html = RESULTATEN[naam](voorbeeld)._repr_html_()
    assert len(html) < 100_000
    assert "<b>ziekte" not in html
    cellen = re.findall(r">([^<]+)</td>", html)
    assert not [cel for cel in cellen if re.fullmatch(r"[€ −+]*\d+\.\d{1,2}", cel)]
    assert "Decimal(" not in html


def test_elk_openbaar_resultaat_heeft_tabellen() -> None:
    soorten = {naam: getattr(gt, naam) for naam in dir(gt) if inspect.isclass(getattr(gt, naam))}
    kaal = {
        naam
        for naam, soort in soorten.items()
        if (is_dataclass(soort) or issubclass(soort, gt.Onderdeel)) and not hasattr(soort, "_repr_html_")
    }
    assert kaal == KLEIN


def test_een_vraag_staat_voor_de_norm_en_een_lange_lijst_is_begrensd(voorbeeld: Opbouw) -> None:
    bevindingen = tuple(gt.controleer(voorbeeld))
    html = Rapport(bevindingen * 8)._repr_html_()
    assert html.index('<th style="text-align:left">vraag') < html.index('<th style="text-align:left">norm')
    assert html.count("<tr>") == 101
    assert f"… en nog {len(bevindingen) * 8 - 100};" in html


def test_een_lange_rij_invoer_wordt_geteld(voorbeeld: Opbouw) -> None:
    html = html_waarden("kop", voorbeeld.waarden(), hoogstens=3)
    assert html.count("<tr>") == 4
    assert re.search(r"… en nog \d+ waarden\.", html)


def test_een_keerpunt_toont_geen_honderden_cijfers(voorbeeld: Opbouw) -> None:
    punt = gt.keerpunt(voorbeeld, BEZET, tarief="170")
    assert len(repr(punt)) < 350
    assert isinstance(punt.tarief, Decimal)


def test_offertes_tonen_wat_gelezen_is_en_wat_niet(voorbeeld: Opbouw, tmp_path: Path) -> None:
    naar_json(voorbeeld, tmp_path / "linde.json")
    assert "niet gelezen" not in lees_offertes(tmp_path)._repr_html_()
    (tmp_path / "brief.pdf").write_text("x")
    html = lees_offertes(tmp_path)._repr_html_()
    assert "1 offertes gelezen, 1 bestanden niet." in html
    assert "160,34" in html
    assert "brief.pdf" in html
