"""The negotiation of four rounds: from the command line, and in a notebook, with the texts beside them."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import gezinshuis_tarief
from gezinshuis_tarief import lees_bewijs, lees_onderhandeling, naspelen

MAP = Path(__file__).parents[2] / "examples" / "onderhandeling"


def zonder_versie(tekst: str) -> str:
    """Leave out which version replayed the receipt: that changes with every release."""
    return re.sub(r"versie \S+ \(toen \S+\)", "versie … (toen …)", tekst)


OPDRACHTEN = {
    "gezinshuis-tarief": f'exec "{sys.executable}" -c "from gezinshuis_tarief.cli import main; main()" "$@"',
    "python": f'exec "{sys.executable}" "$@"',
    "libreoffice_bewaart": 'soffice "-env:UserInstallation=file://$PWD/../profiel" --headless '
    '--convert-to "xlsx:Calc MS Excel 2007 XML" --outdir ../bewaard "$1" >&2 && mv "../bewaard/$1" "$1"',
}


@pytest.mark.traag
@pytest.mark.parametrize("bewaar", [":", pytest.param("libreoffice_bewaart", marks=pytest.mark.libreoffice)])
def test_van_de_opdrachtregel(tmp_path: Path, bewaar: str) -> None:
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    for naam, regel in OPDRACHTEN.items():
        (bin_ / naam).write_text(f"#!/bin/sh\n{regel}\n", encoding="utf-8")
        (bin_ / naam).chmod(0o755)
    werk = tmp_path / "werk"
    werk.mkdir()
    bron = str(Path(gezinshuis_tarief.__file__).parents[1])
    pad = os.pathsep.join(deel for deel in (bron, os.environ.get("PYTHONPATH", "")) if deel)
    omgeving = {
        **os.environ,
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": pad,
        "PYTHONUTF8": "1",
        "BEWAAR_MET": bewaar,
    }
    uit = subprocess.run(  # noqa: S603 (our own script)
        [str(MAP / "vier_rondes.sh"), str(werk)], capture_output=True, env=omgeving, check=True
    ).stdout.decode()
    assert zonder_versie(uit) == (MAP / "vier_rondes.txt").read_text(encoding="utf-8")
    bewijs = lees_bewijs((werk / "bewijs.json").read_bytes())
    assert naspelen(bewijs).klopt
    assert lees_onderhandeling((werk / "linde.json").read_bytes()).stand.is_akkoord
    assert {bestand.name for bestand in werk.iterdir()} == {
        "bewijs.json", "bijlage.docx", "bijlage.pdf", "kopie_aanbieder.json", "linde.json", "motivering.docx",
        "ronde_2_aanbieder.xlsx", "ronde_2_gemeente.xlsx", "waterval.png",
    }  # fmt: skip


def test_in_een_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MAP)
    cellen = json.loads((MAP / "vier_rondes.ipynb").read_text(encoding="utf-8"))["cells"]
    ruimte: dict[str, Any] = {"__name__": "notebook"}
    for cel in cellen:
        if cel["cell_type"] == "code":
            papier = io.StringIO()
            with contextlib.redirect_stdout(papier):
                exec(compile("".join(cel["source"]), cel["id"], "exec"), ruimte)  # noqa: S102 (our own cells)
            getoond = "".join(
                "".join(deel["text"]) for deel in cel["outputs"] if deel["output_type"] == "stream"
            )
            assert papier.getvalue() == getoond
    assert ruimte["naspelen"](ruimte["bewijs"]).klopt
    assert (ruimte["werkmap"] / "bijlage.docx").exists()
