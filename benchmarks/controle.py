"""How long checking and comparing a folder of quotes takes, and how much memory.

Run: python benchmarks/controle.py [number of quotes] [json or xlsx]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from gezinshuis_tarief import naar_json, voorbeeld_2026
from gezinshuis_tarief.controle import controleer
from gezinshuis_tarief.controle.offertes import lees_offertes
from gezinshuis_tarief.controle.vergelijkingsboek import schrijf_vergelijking

OFFERTES = 500


def maak(map_: Path, aantal: int, soort: str) -> None:
    """Write quotes that differ in overhead and housing."""
    voorbeeld = voorbeeld_2026()
    for nummer in range(aantal):
        wijzigingen = {
            "overhead.opslag": f"0.{100 + nummer % 50}",
            "huisvesting.woonlasten_per_jaar": 12000 + 13 * nummer,
        }
        opbouw, pad = voorbeeld.met(wijzigingen), map_ / f"aanbieder-{nummer:03}.{soort}"
        if soort == "xlsx":
            opbouw.naar_excel(pad)
        else:
            pad.write_text(naar_json(opbouw), encoding="utf-8")


def geheugen() -> float:
    """Return the highest memory use so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print time and memory per step."""
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else OFFERTES
    soort = sys.argv[2] if len(sys.argv) > 2 else "json"  # noqa: PLR2004 (the second word)
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam) / "offertes"
        map_.mkdir()
        maak(map_, aantal, soort)
        print(f"{aantal} offertes ({soort}); begin {geheugen():.0f} MB")
        begin = time.perf_counter()
        offertes = lees_offertes(map_)
        gelezen = time.perf_counter()
        bevindingen = sum(len(controleer(offerte.opbouw)) for offerte in offertes.gelezen)
        getoetst = time.perf_counter()
        schrijf_vergelijking(offertes, Path(naam) / "vergelijking.xlsx")
        klaar = time.perf_counter()
    stappen = {"lezen": gelezen - begin, "controleren": getoetst - gelezen, "vergelijken": klaar - getoetst}
    for stap, seconden in stappen.items():
        print(f"{stap:12} {seconden:6.2f} s  {seconden / aantal * 1000:6.2f} ms per offerte")
    print(f"{bevindingen} bevindingen; hoogste geheugen {geheugen():.0f} MB")


if __name__ == "__main__":
    main()
