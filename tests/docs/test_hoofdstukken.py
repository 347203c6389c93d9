from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gezinshuis_tarief import Opbouw, naar_json, van_json
from gezinshuis_tarief.indexatie import Indexafspraak, jaarindex
from gezinshuis_tarief.kern.eenheden import nederlands

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    "hoofdstuk",
    [
        "offerte_controleren.md",
        "indexeren.md",
        "eigen_cijfers.md",
        "waar_komt_een_getal_vandaan.md",
        "een_eigen_bouwsteen.md",
        "kan_dat_uit.md",
    ],
)
def test_de_code_in_een_hoofdstuk_werkt_van_boven_naar_beneden(
    hoofdstuk: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(DOCS.parent)
    tekst = (DOCS / hoofdstuk).read_text(encoding="utf-8")
    namen: dict[str, object] = {}
    for blok in re.findall(r"^```python\n(.*?)^```", tekst, re.DOTALL | re.MULTILINE):
        exec(compile(blok, hoofdstuk, "exec"), namen)  # noqa: S102 (our own text)
    assert capsys.readouterr().out


def test_de_percentages_in_het_hoofdstuk_zijn_die_van_de_code() -> None:
    tekst = (DOCS / "indexeren.md").read_text(encoding="utf-8")
    for methode in ("verschil", "quotient", "geen"):
        procent = jaarindex(2025, afspraak=Indexafspraak(nacalculatie=methode)).procent
        assert re.search(rf"`{methode}`.*\*\*{nederlands(procent)}%\*\*", tekst)
    samengesteld = jaarindex(2025, afspraak=Indexafspraak(samenvoeging="samengesteld")).procent
    assert f"{nederlands(samengesteld)}% in plaats van" in tekst.replace("\n", " ")


@pytest.mark.parametrize("hoofdstuk", ["offerte_controleren.md", "indexeren.md"])
def test_beelden_in_een_hoofdstuk_bestaan_en_zijn_klein(hoofdstuk: str) -> None:
    tekst = (DOCS / hoofdstuk).read_text(encoding="utf-8")
    for beeld in re.findall(r"!\[[^]]+\]\(([^)]+)\)", tekst):
        assert (DOCS / beeld).stat().st_size < 150_000


def test_het_bestand_in_het_hoofdstuk_over_een_eigen_bouwsteen_rekent(voorbeeld: Opbouw) -> None:
    """What is written there in JSON can be pasted into a quote."""
    tekst = (DOCS / "een_eigen_bouwsteen.md").read_text(encoding="utf-8")
    (deel,) = re.findall(r"^```json\n(.*?)^```", tekst, re.DOTALL | re.MULTILINE)
    opbouw = van_json(json.dumps(json.loads(naar_json(voorbeeld)) | json.loads(deel)))
    assert str(opbouw.bereken()["midden"].per_etmaal) == "163.02"
