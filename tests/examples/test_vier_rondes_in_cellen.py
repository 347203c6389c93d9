"""The negotiation of four rounds by two people who only have a spreadsheet program: this test only touches cells."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from gezinshuis_tarief import (
    Onderhandeling,
    lees_excel,
    lees_rondewerkboek,
    maak_bewijs,
    maak_motivering,
    naspelen,
    schrijf_rondewerkboek,
    van_json,
)
from hulp.rekenblad import invoer_op_naam

MAP = Path(__file__).parents[2] / "examples" / "onderhandeling"
BEZETTING, OPSLAG, MARGE = "leegstand.bezettingsgraad", "overhead.opslag", "winst_marge.percentage"
UURTARIEF, ACHT = "ondersteuning.pedagogisch_uurtarief", "gelieerde_zorgorganisatie"
DAG = dt.date(2026, 1, 12)


def typ(pad: Path, waarden: dict[str, Any]) -> None:
    boek = openpyxl.load_workbook(pad)
    for naam, waarde in waarden.items():
        blad, plek = boek.defined_names[naam].attr_text.split("!")
        boek[blad][plek.replace("$", "")] = waarde
    boek.save(pad)


def speel(zaak: Onderhandeling, partij: str, map_: Path, cellen: dict[str, Any]) -> Onderhandeling:
    """Write the workbook for a party, type in it, and read it back."""
    pad = map_ / f"ronde_{zaak.ronde}_{partij}.xlsx"
    schrijf_rondewerkboek(zaak, pad, voor=partij, overschrijf=True)
    typ(pad, {"gesprek.ingevuld_namens": partij} | cellen)
    gelezen = lees_rondewerkboek(zaak, [pad], partij, indiener="J", datum=DAG)
    assert gelezen.bevindingen == ()
    return gelezen.zaak


def punt(
    sleutel: str, antwoord: str, voorstel: float | str | None = None, reden: str | None = None
) -> dict[str, Any]:
    delen = {"antwoord": antwoord, "voorstel": voorstel, "reden": reden}
    return {f"punt.{sleutel}.{deel}": waarde for deel, waarde in delen.items() if waarde is not None}


def nieuw(sleutel: str, voorstel: float, reden: str) -> dict[str, Any]:
    return {f"invoer.{sleutel}.voorstel": voorstel, f"invoer.{sleutel}.reden": reden}


def test_vier_rondes_in_cellen(tmp_path: Path) -> None:
    basis = van_json((MAP / "basis.json").read_text(encoding="utf-8"))
    zaak = Onderhandeling(
        naam="Gezinshuis De Linde",
        peildatum=dt.date(2026, 1, 1),
        partijen=("gemeente", "aanbieder"),
        basis=basis,
    )
    bod = tmp_path / "bod.xlsx"  # round 1: the offer of the aanbieder in a workbook of its own
    basis.naar_excel(bod)
    openingsbod = van_json((MAP / "aanbieder_ronde_1.json").read_text(encoding="utf-8"))
    typ(bod, invoer_op_naam(openingsbod))
    zaak = zaak.bod("aanbieder", lees_excel(bod).opbouw, indiener="J", datum=DAG, reden="realisatie 2024")
    zaak = speel(
        zaak,
        "gemeente",
        tmp_path,
        punt(BEZETTING, "voorstel", 0.94, "de afgelopen drie jaar in de regio") | nieuw(MARGE, 0.025, "inkoopkader")
        | punt(UURTARIEF, "akkoord") | punt(ACHT, "vraag", None, "graag onderbouwen"),
    ).volgende_ronde()  # fmt: skip
    zaak = speel(
        zaak,
        "aanbieder",
        tmp_path,
        punt(BEZETTING, "voorstel", 0.92, "tegemoetkoming") | punt(OPSLAG, "voorstel", 0.12, "tegemoetkoming")
        | punt(MARGE, "akkoord") | punt(ACHT, "houden", None, "de franchise levert de scholing"),
    )  # fmt: skip
    zaak = speel(
        zaak, "gemeente", tmp_path, punt(OPSLAG, "", 0.11, "benchmark van de regio")
    ).volgende_ronde()
    zaak = speel(zaak, "gemeente", tmp_path, punt(BEZETTING, "", 0.92))
    zaak = speel(zaak, "aanbieder", tmp_path, punt(ACHT, "voorstel", "gemeente")).volgende_ronde()
    zaak = speel(zaak, "aanbieder", tmp_path, nieuw(UURTARIEF, 50.25, "nieuwe offerte"))
    assert not zaak.stand.is_akkoord
    zaak = speel(zaak, "aanbieder", tmp_path, punt(UURTARIEF, "akkoord") | punt(OPSLAG, "akkoord"))
    assert zaak.stand.is_akkoord
    bewijs = maak_bewijs(zaak, gemaakt_op=DAG)
    tarieven = [tarief.per_etmaal for tarief in bewijs.opbouw.bereken().values()]
    assert tarieven == [Decimal("154.82"), Decimal("166.90"), Decimal("191.08")]
    assert naspelen(bewijs).klopt
    tekst = str(maak_motivering(zaak))
    assert "de franchise levert de scholing" in tekst
    assert "graag onderbouwen" in tekst
