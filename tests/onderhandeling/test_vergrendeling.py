"""Two who write one dossier at once: both moves arrive, or one is refused and says what to do."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gezinshuis_tarief import (
    InvoerFout,
    Onderhandeling,
    bewaar_onderhandeling,
    lees_onderhandeling,
    voorbeeld_2026,
)
from gezinshuis_tarief.kern.bestanden import BestandFout
from gezinshuis_tarief.onderhandeling import vergrendeling
from gezinshuis_tarief.onderhandeling.vergrendeling import DossierBezet, vergrendeld

NU = "2026-03-01"


def zaak(*partijen: str) -> Onderhandeling:
    return Onderhandeling(naam="De Linde", peildatum=NU, partijen=partijen, basis=voorbeeld_2026())


def met_bod(begin: Onderhandeling, partij: str, bedrag: str) -> Onderhandeling:
    opbouw = begin.basis.met({"huisvesting.woonlasten_per_jaar": bedrag})
    return begin.bod(partij, opbouw, indiener="J. de Vries", datum=NU, reden="huur")


def test_van_twee_zetten_op_dezelfde_stand_wordt_de_tweede_geweigerd(tmp_path: Path) -> None:
    pad = tmp_path / "dossier.json"
    begin = zaak("gemeente", "aanbieder")
    bewaar_onderhandeling(begin, pad)
    bewaar_onderhandeling(met_bod(begin, "gemeente", "14000"), pad)
    with pytest.raises(
        InvoerFout, match="Lees het bestand opnieuw en doe uw zet daarin, of voeg beide kopieën"
    ):
        bewaar_onderhandeling(met_bod(begin, "aanbieder", "16000"), pad)
    assert list(tmp_path.iterdir()) == [pad]


def test_wie_wacht_hoort_wie_er_schrijft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vergrendeling, "_naam", lambda: "Janneke")
    pad = tmp_path / "dossier.json"
    with (
        vergrendeld(pad),
        pytest.raises(DossierBezet, match=r"Janneke op .* schrijft er nu in\. Probeer het zo opnieuw\."),
        vergrendeld(pad, geduld=0.05),
    ):
        pytest.fail("er zijn twee schrijvers")
    with vergrendeld(pad, geduld=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_een_slot_van_wie_werd_afgebroken_houdt_niemand_tegen(tmp_path: Path) -> None:
    pad = tmp_path / "dossier.json"
    opdracht = (
        "import sys, time; from pathlib import Path; from gezinshuis_tarief.onderhandeling.vergrendeling import vergrendeld\n"
        "with vergrendeld(Path(sys.argv[1])):\n    print('vast', flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", opdracht, str(pad)], stdout=subprocess.PIPE) as houder:  # noqa: S603 (our own interpreter)
        assert houder.stdout
        assert houder.stdout.readline().strip() == b"vast"
        with pytest.raises(DossierBezet), vergrendeld(pad, geduld=0.05):
            pytest.fail("het slot houdt niet")
        houder.kill()
        houder.wait()
    assert len(list(tmp_path.iterdir())) == 1
    with vergrendeld(pad, geduld=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_wie_wacht_krijgt_het_slot_zodra_de_ander_klaar_is(tmp_path: Path) -> None:
    """The lock file that the holder took away is no lock; the one who waited makes a new one."""
    pad = tmp_path / "dossier.json"
    stappen = iter(["dicht", "weg"])
    greep = os.open(tmp_path / "los", os.O_RDWR | os.O_CREAT)
    assert not vergrendeling._is_nog(greep, tmp_path / "bestaat-niet")  # noqa: SLF001 (what a holder left behind)
    os.close(greep)
    with vergrendeld(pad):
        assert next(stappen) == "dicht"
    with vergrendeld(pad, geduld=0):
        assert next(stappen) == "weg"


def weiger(nummer: int) -> Callable[[int], None]:
    def vergrendel(_greep: int) -> None:
        raise OSError(nummer, os.strerror(nummer))

    return vergrendel


def test_een_schijf_zonder_sloten_zegt_dat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vergrendeling, "_vergrendel", weiger(errno.ENOLCK))
    with (
        pytest.raises(
            BestandFout, match="deze schijf kan een bestand niet vergrendelen; zet het dossier op een"
        ),
        vergrendeld(tmp_path / "dossier.json"),
    ):
        pytest.fail("er is geen slot")
    monkeypatch.setattr(vergrendeling, "_vergrendel", weiger(errno.EIO))
    with pytest.raises(BestandFout, match="gaat niet open"), vergrendeld(tmp_path / "dossier.json"):
        pytest.fail("er is geen slot")


def test_wie_geen_naam_heeft_heet_iemand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def naamloos() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", naamloos)
    with vergrendeld(tmp_path / "dossier.json"):
        (vast,) = tmp_path.iterdir()
        assert vast.read_text(encoding="utf-8").startswith("iemand op ")
    assert "een ander schrijft" in str(DossierBezet(tmp_path, vergrendeling._wie_houdt(tmp_path / "weg")))  # noqa: SLF001


def test_een_dossier_achter_een_verwijzing_blijft_een_dossier(tmp_path: Path) -> None:
    echt, wijzer = tmp_path / "echt.json", tmp_path / "wijzer.json"
    begin = zaak("gemeente", "aanbieder")
    bewaar_onderhandeling(begin, echt)
    echt.chmod(0o600)
    wijzer.symlink_to(echt)
    na = met_bod(begin, "gemeente", "14000")
    bewaar_onderhandeling(na, wijzer)
    assert wijzer.is_symlink()
    assert lees_onderhandeling(echt.read_bytes()) == na
    assert echt.stat().st_mode & 0o777 == 0o600


_ZETTER = """
import sys
from pathlib import Path
from gezinshuis_tarief import GezinshuisTariefFout, bewaar_onderhandeling, lees_onderhandeling
folder, partij, hoeveel = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for pad in sorted(folder.glob("[0-9]*.json")):
    while True:
        zaak = lees_onderhandeling(pad.read_bytes())
        gedaan = sum(zet.partij == partij for zet in zaak.ronden[-1].zetten)
        if gedaan == hoeveel:
            break
        opbouw = zaak.basis.met({"huisvesting.woonlasten_per_jaar": str(10001 + gedaan)})
        na = zaak.bod(partij, opbouw, indiener="J", datum="2026-03-01", reden="huur")
        try:
            bewaar_onderhandeling(na, pad)
        except GezinshuisTariefFout:
            continue
"""
PARTIJEN = ("a", "b", "c", "d")


@pytest.mark.traag
def test_duizend_zetten_van_vier_schrijvers_die_worden_afgebroken_blijven_alle(tmp_path: Path) -> None:
    """A writer counts what the file holds, so a move that was lost is made again and then stands in another place."""
    dossiers, hoeveel = 50, 5
    for nummer in range(dossiers):
        bewaar_onderhandeling(zaak(*PARTIJEN), tmp_path / f"{nummer:02}.json")
    toeval, afgebroken = random.Random(4), 0  # noqa: S311 (which writer is killed)
    lopend: dict[str, subprocess.Popen[bytes]] = {}
    gezien: dict[Path, list[tuple[str, str]]] = {}
    while not lopend or any(proces.poll() != 0 for proces in lopend.values()):
        for naam in PARTIJEN:
            if naam not in lopend or lopend[naam].poll() == -signal.SIGKILL:
                lopend[naam] = subprocess.Popen(  # noqa: S603 (our own interpreter)
                    [sys.executable, "-c", _ZETTER, str(tmp_path), naam, str(hoeveel)]
                )
            assert lopend[naam].poll() in {None, 0, -signal.SIGKILL}
        time.sleep(toeval.uniform(0.2, 1.5))
        slachtoffer = lopend[toeval.choice(PARTIJEN)]
        if afgebroken < 40 and slachtoffer.poll() is None:
            slachtoffer.kill()
            slachtoffer.wait()
            afgebroken += 1
        for pad in sorted(tmp_path.glob("[0-9]*.json")):
            nu = zetten_in(pad)
            assert nu[: len(gezien.get(pad, []))] == gezien.get(pad, [])
            gezien[pad] = nu
    assert sum(len(zetten) for zetten in gezien.values()) == dossiers * hoeveel * len(PARTIJEN)
    for zetten in gezien.values():
        for naam in PARTIJEN:
            assert [bedrag for partij, bedrag in zetten if partij == naam] == [
                str(10000 + nummer) for nummer in range(1, hoeveel + 1)
            ]
    assert afgebroken


def zetten_in(pad: Path) -> list[tuple[str, str]]:
    """Whose moves a dossier holds and what they put in, in order, read as plain JSON."""
    zetten = json.loads(pad.read_bytes())["ronden"][-1]["zetten"]
    return [(zet["partij"], zet["opbouw"]["huisvesting"]["woonlasten_per_jaar"]) for zet in zetten]
