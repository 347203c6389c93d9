"""Files that earlier versions wrote are read and computed again, for ever; the folder is added to, never made anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gezinshuis_tarief import (
    lees_bewijs,
    lees_excel,
    lees_onderhandeling,
    naar_json,
    naspelen,
    schrijf_bewijs,
    schrijf_onderhandeling,
    van_json,
    voorbeeld_2026,
)

BEWAARD = Path(__file__).parent / "bewaard"
VERSIES = sorted(map_.name for map_ in BEWAARD.iterdir())
TARIEVEN = {"laag": "149.44", "midden": "160.34", "hoog": "182.12"}
AFGESPROKEN = {"laag": "148.88", "midden": "159.75", "hoog": "181.48"}


def test_er_is_een_map_van_de_eerste_versie() -> None:
    assert VERSIES[0] == "0.1.0"


@pytest.mark.parametrize("versie", VERSIES)
def test_een_bewijs_van_toen_klopt_nog(versie: str) -> None:
    """Its numbers, its steps and its formulas; its figures are held against those of its own version."""
    for naam, tarieven in (("bewijs", TARIEVEN), ("bewijs-van-afspraak", AFGESPROKEN)):
        tekst = (BEWAARD / versie / f"{naam}.json").read_text(encoding="utf-8")
        vals = naspelen(lees_bewijs(tekst))
        assert vals.afwijkingen == ()
        assert vals.bewijs.bibliotheek == versie
        assert {zwaarte: regels["tarief"] for zwaarte, regels in vals.uitkomst.items()} == tarieven
        assert schrijf_bewijs(vals.bewijs) == tekst


@pytest.mark.parametrize("versie", VERSIES)
@pytest.mark.parametrize("naam", ["dossier-open", "dossier-rond"])
def test_een_dossier_van_toen_komt_heel_terug(versie: str, naam: str) -> None:
    tekst = (BEWAARD / versie / f"{naam}.json").read_text(encoding="utf-8")
    zaak = lees_onderhandeling(tekst)
    assert json.loads(schrijf_onderhandeling(zaak)) == json.loads(tekst)
    if naam == "dossier-rond":
        uitkomst = zaak.stand.overeengekomen().bereken()
        assert {zwaarte: str(tarief.per_etmaal) for zwaarte, tarief in uitkomst.items()} == AFGESPROKEN


@pytest.mark.parametrize("versie", VERSIES)
def test_een_opbouw_en_een_werkboek_van_toen_zijn_de_opbouw_van_toen(versie: str) -> None:
    opbouw = van_json((BEWAARD / versie / "opbouw.json").read_text(encoding="utf-8"))
    gelezen = lees_excel(BEWAARD / versie / "werkboek.xlsx")
    assert gelezen.opbouw == opbouw
    assert gelezen.bevindingen == ()
    assert opbouw == voorbeeld_2026()
    assert naar_json(opbouw) == (BEWAARD / versie / "opbouw.json").read_text(encoding="utf-8")
