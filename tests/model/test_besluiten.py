"""C5: a norm that parties decided on stays decided."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, controleer, met_besluiten, naar_json, van_json
from hulp.invoer import ONDERNEMER
from hulp.opdracht import draai


def _open(opbouw: Opbouw) -> int:
    return sum(bevinding.code == "VOL-06" for bevinding in controleer(opbouw))


def test_elke_open_norm_heeft_een_eigen_naam(voorbeeld: Opbouw) -> None:
    ondernemer = voorbeeld.met({"inkomen_gezinshuisouder": ONDERNEMER}, reden="x")
    normen = {*voorbeeld.alle_open_normen(), *ondernemer.alle_open_normen()}
    assert len({norm.naam for norm in normen} - {""}) == len(normen)


def test_een_besluit_reist_mee_in_json_en_verandert_geen_cent(voorbeeld: Opbouw) -> None:
    besloten = met_besluiten(voorbeeld, {"weken": " 52 weken "})
    assert json.loads(naar_json(besloten))["besluiten"] == {"weken": {"afspraak": "52 weken"}}
    terug = van_json(naar_json(besloten))
    assert terug == besloten
    assert terug.met({"overhead.opslag": "0.2"}).besluiten == besloten.besluiten
    assert "besluiten" not in json.loads(naar_json(voorbeeld))
    assert [t.per_etmaal for t in besloten.bereken().values()] == [
        t.per_etmaal for t in voorbeeld.bereken().values()
    ]


def test_wat_besloten_is_wordt_niet_meer_gevraagd(voorbeeld: Opbouw) -> None:
    vraag = voorbeeld.alle_open_normen()[1].vraag
    een = met_besluiten(voorbeeld, {"weken": "52 weken"})
    twee = met_besluiten(een, {vraag: "schaal 8"})  # a norm is found by its question too
    assert [_open(opbouw) for opbouw in (voorbeeld, een, twee)] == [6, 5, 4]
    alles = met_besluiten(voorbeeld, {norm.vraag: "zo" for norm in voorbeeld.alle_open_normen()})
    assert _open(alles) == 0
    (vragen,) = {b.vraag for b in controleer(een) if b.code == "VOL-06" and "leegstand" in b.sleutel}
    assert "besluit 'leegstand'" in vragen


@pytest.mark.parametrize(
    ("besluiten", "melding"),
    [
        ({"week": "52"}, "besluiten: .*is geen open norm van deze opbouw.*Bedoelt u weken"),
        ({"zwembad": "ja"}, "Open zijn: weken, salarisschaal"),
        ({"": "ja"}, "is geen open norm"),
        ({"weken": " "}, "besluiten.weken: zegt niets"),
        ({"weken": 52}, "besluiten.weken: zegt niets"),
        ({"norminkomen": "ja"}, "is geen open norm"),
    ],
)
def test_wat_geen_besluit_is_wordt_geweigerd(
    voorbeeld: Opbouw, besluiten: dict[str, Any], melding: str
) -> None:
    with pytest.raises(InvoerFout, match=melding):
        met_besluiten(voorbeeld, besluiten)


def test_een_leeg_besluit_in_een_bestand_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    inhoud = json.loads(naar_json(voorbeeld)) | {"besluiten": {"weken": {"afspraak": ""}}}
    with pytest.raises(InvoerFout, match=r"besluiten\.weken\.afspraak"):
        van_json(json.dumps(inhoud))


def test_op_de_opdrachtregel_besluiten_en_bewaren(voorbeeld: Opbouw, tmp_path: Path) -> None:
    pad, nieuw = tmp_path / "offerte.json", tmp_path / "besloten.json"
    pad.write_text(naar_json(voorbeeld), encoding="utf-8")
    besluit = ("--besluit", "weken=52 weken")
    resultaat = draai("controleer", str(pad), *besluit, "-o", str(nieuw))
    assert resultaat.exit_code == 0
    assert "52 weken of 365/7" not in resultaat.stdout
    assert "52 weken of 365/7" not in draai("controleer", str(nieuw)).stdout
    assert draai("controleer", str(pad), *besluit, "-o", str(nieuw)).exit_code == 3
    kaal = draai("controleer", str(pad), *besluit, "-o", "-", "--exploitatie")
    assert van_json(kaal.stdout).besluiten["weken"].afspraak == "52 weken"
    assert "Quitte bij" in kaal.stderr
    fout = draai("controleer", str(pad), "--besluit", "week")
    assert fout.exit_code == 3
    assert 'Schrijf --besluit weken="52 weken"' in fout.stderr
