"""Feed every door what it does not expect, for as long as is asked: `python tests/vergruizen.py --seconden 60`.

A door may take it or refuse it with an error of ours; any other error, a file that takes too long or too much memory, and
a workbook that gives another calculation without a word, is a fault. It is printed with what reproduces it: the seed.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pandas as pd

from gezinshuis_tarief import (
    GezinshuisTariefFout,
    Onderhandeling,
    Opbouw,
    lees_bewijs,
    lees_excel,
    lees_onderhandeling,
    maak_bewijs,
    naar_json,
    naspelen,
    opbouwen_naar_frame,
    schrijf_bewijs,
    schrijf_onderhandeling,
    van_json,
    voorbeeld_2026,
)
from gezinshuis_tarief.kolommen.bestand import reken_bestand
from hulp.onderdelen import met_alles_eigen
from hulp.vergruis import bytes_kapot, json_kapot, xml_kapot, zip_kapot

SECONDEN_PER_INVOER = 10
GEHEUGEN_HOOGSTENS = 1_500_000
"""Kilobytes; what the libraries under the columns take is most of it."""
Kapot = Callable[[random.Random, bytes], bytes]


class Stiekem(Exception):
    """Another calculation came in, and nothing was said."""


@dataclass(frozen=True)
class Deur:
    """A way in: a good file, what may happen to it, and what reads it."""

    naam: str
    goed: bytes
    wonden: tuple[Kapot, ...]
    lees: Callable[[bytes, Path], object]


def _deuren(map_: Path) -> Iterator[Deur]:
    opbouw, eigen = voorbeeld_2026(), met_alles_eigen()
    zaak = Onderhandeling(naam="x", peildatum="2026-01-01", partijen=("gemeente", "aanbieder"), basis=opbouw)
    zaak = zaak.bod(
        "aanbieder", opbouw.met({"overhead.opslag": "0.12"}), indiener="y", datum="2026-02-01", reden="z"
    )
    json_ = (bytes_kapot, json_kapot)
    yield Deur("opbouw", naar_json(opbouw).encode(), json_, lambda b, _: van_json(b).bereken())
    yield Deur("definities", naar_json(eigen).encode(), json_, lambda b, _: van_json(b).bereken())
    yield Deur(
        "dossier", schrijf_onderhandeling(zaak).encode(), json_, lambda b, _: str(lees_onderhandeling(b))
    )
    bewijs = schrijf_bewijs(maak_bewijs(opbouw, gemaakt_op="2026-03-01")).encode()
    yield Deur("bewijs", bewijs, json_, lambda b, _: str(naspelen(lees_bewijs(b))))
    for naam, inhoud in (("werkboek", opbouw), ("eigen werkboek", eigen)):
        pad = map_ / f"{naam}.xlsx"
        inhoud.naar_excel(pad)
        yield Deur(naam, pad.read_bytes(), (bytes_kapot, zip_kapot), _werkboek(inhoud))
    for soort, schrijf in (("csv", pd.DataFrame.to_csv), ("parquet", pd.DataFrame.to_parquet)):
        pad = map_ / f"rijen.{soort}"
        schrijf(opbouwen_naar_frame([opbouw] * 3), pad, index=False)
        wonden = (bytes_kapot, xml_kapot) if soort == "csv" else (bytes_kapot,)
        yield Deur(soort, pad.read_bytes(), wonden, _rijen(soort))


def _werkboek(was: Opbouw) -> Callable[[bytes, Path], object]:
    def lees(inhoud: bytes, map_: Path) -> object:
        pad = map_ / "kapot.xlsx"
        pad.write_bytes(inhoud)
        gelezen = lees_excel(pad)
        if gelezen.opbouw != was and not gelezen.bevindingen and not getattr(gelezen, "wijzigingen", ()):
            raise Stiekem
        return gelezen.opbouw.bereken()

    return lees


def _rijen(soort: str) -> Callable[[bytes, Path], object]:
    def lees(inhoud: bytes, map_: Path) -> object:
        pad, uit = map_ / f"kapot.{soort}", map_ / f"uit.{soort}"
        pad.write_bytes(inhoud)
        reken_bestand(pad, uit, overschrijf=True)
        return uit.read_bytes()

    return lees


def _proef(deur: Deur, zaad: str, map_: Path) -> str:
    """Try one damaged file; return what went wrong, or "" with what happened in order."""
    toeval = random.Random(zaad)  # noqa: S311 (reproducible damage)
    inhoud = toeval.choice(deur.wonden)(toeval, deur.goed)
    begin = time.monotonic()
    try:
        deur.lees(inhoud, map_)
    except GezinshuisTariefFout:
        pass
    except Exception:  # noqa: BLE001 (every other error is what is looked for)
        return traceback.format_exc()
    duur = time.monotonic() - begin
    return f"duurde {duur:.1f} s" if duur > SECONDEN_PER_INVOER else ""


def main() -> int:
    """Try in turn until the time is up; say per door how many and what fell."""
    lezer = argparse.ArgumentParser(description="Voer elke deur wat zij niet verwacht.")
    lezer.add_argument("--seconden", type=float, default=60)
    lezer.add_argument("--zaad", type=int, default=1)
    keuze = lezer.parse_args()
    warnings.simplefilter("error")
    eind, gevallen = time.monotonic() + keuze.seconden, 0
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        deuren = list(_deuren(map_))
        aantallen = dict.fromkeys((deur.naam for deur in deuren), 0)
        for nummer in count():
            if time.monotonic() > eind:
                break
            deur = deuren[nummer % len(deuren)]
            zaad = f"{keuze.zaad}-{nummer}"
            aantallen[deur.naam] += 1
            if fout := _proef(deur, zaad, map_):
                gevallen += 1
                print(f"{deur.naam}, zaad {zaad}:\n{fout}")
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if piek > GEHEUGEN_HOOGSTENS:
        gevallen += 1
        print(f"nam {piek // 1024} MB")
    per_deur = ", ".join(f"{naam} {aantal}" for naam, aantal in aantallen.items())
    print(
        f"{sum(aantallen.values())} bestanden ({per_deur}); hoogstens {piek // 1024} MB; {gevallen} fouten."
    )
    return 1 if gevallen else 0


if __name__ == "__main__":
    sys.exit(main())
