"""Measure the column reading: `python benchmarks/kolommen.py --rijen 1000000`.

Every way is run in turn, several times; the table shows medians and ratios within this run, so that a busy
machine disturbs them least. Peak memory is what a fresh process needs above holding the inputs.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
import numpy_model
import pandas as pd

from gezinshuis_tarief import (
    Opbouw,
    bereken_kolommen,
    frame_naar_opbouwen,
    opbouwen_naar_frame,
    voorbeeld_2026,
)

EXACT_RIJEN = 300
Weg = Callable[[pd.DataFrame], Any]
Klok = Callable[[], float]


def maak(rijen: int, sleutels: int | None = None, zaad: int = 1) -> pd.DataFrame:
    """Return random houses around the example; only the first `sleutels` numbers as columns when given."""
    toeval = np.random.default_rng(zaad)
    voorbeeld = opbouwen_naar_frame([voorbeeld_2026()])
    kolommen: dict[str, Any] = {}
    for sleutel in map(str, voorbeeld):
        reeks = voorbeeld[sleutel]
        if reeks.dtype == np.float64:
            kolommen[sleutel] = np.round(reeks[0] * toeval.uniform(0.8, 1.05, rijen), 4)
        elif reeks.dtype == np.int64:
            plaatsen = toeval.integers(1, 3, rijen)
            kolommen[sleutel] = plaatsen if "plaatsen" in sleutel else np.full(rijen, 365)
        else:
            codes = toeval.integers(0, 2, rijen).astype(np.int8)
            kolommen[sleutel] = pd.Categorical.from_codes(codes, categories=reeks.cat.categories)
    frame = pd.DataFrame(kolommen)
    getallen = [sleutel for sleutel in frame if frame[sleutel].dtype == np.float64]
    return frame if sleutels is None else frame[getallen[:sleutels]]


def als_numpy(frame: pd.DataFrame) -> dict[str, Any]:
    """Return what the hand-written model takes; the numbers of options for choices."""
    return {
        str(sleutel): frame[sleutel].cat.codes.to_numpy()
        if isinstance(frame[sleutel].dtype, pd.CategoricalDtype)
        else frame[sleutel].to_numpy(dtype=np.float64)
        for sleutel in frame
    }


def ons(frame: pd.DataFrame) -> object:
    """Run the column reading."""
    return bereken_kolommen(frame)


def gecompileerd(frame: pd.DataFrame) -> object:
    """Run the compiled reading."""
    return bereken_kolommen(frame, gecompileerd=True)


def rechttoe(frame: pd.DataFrame) -> object:
    """Run the straightforward hand-written model."""
    return numpy_model.rechttoe(als_numpy(frame))


def geslepen(frame: pd.DataFrame) -> object:
    """Run the tuned hand-written model."""
    return numpy_model.geslepen(als_numpy(frame))


def kopie(frame: pd.DataFrame) -> object:
    """Copy the same bytes once: the bound that memory sets."""
    return [kolom.copy() for kolom in als_numpy(frame).values()]


def exact(frame: pd.DataFrame) -> object:
    """Run the exact reading in a loop, from a row of the frame to its tariffs."""
    return [opbouw.bereken() for opbouw in frame_naar_opbouwen(frame)]


def alleen_exact(opbouwen: list[Opbouw]) -> object:
    """Run the exact reading in a loop over opbouwen that are there already."""
    return [opbouw.bereken() for opbouw in opbouwen]


def toepassen(frame: pd.DataFrame) -> object:
    """Run DataFrame.apply with the hand-written formula on each row."""

    def per_rij(rij: pd.Series) -> float:
        k: dict[str, Any] = {str(sleutel): np.float64(waarde) for sleutel, waarde in rij.items()}
        return float(numpy_model.rechttoe(k)[-1])

    return pd.DataFrame(als_numpy(frame)).apply(per_rij, axis="columns")


ONS, RECHTTOE, KOPIE = "kolommen (deze bibliotheek)", "NumPy, rechttoe rechtaan", "een kopie van de invoer"
SNEL = "idem, gecompileerd"
WEGEN: dict[str, Weg] = {
    ONS: ons,
    SNEL: gecompileerd,
    RECHTTOE: rechttoe,
    "NumPy, geslepen": geslepen,
    KOPIE: kopie,
}


def tijden(
    wegen: Mapping[str, Callable[[], object]], keer: int, klok: Klok = time.perf_counter
) -> dict[str, float]:
    """Return the median seconds of each way, run in turn."""
    gemeten: dict[str, list[float]] = {naam: [] for naam in wegen}
    for _ in range(keer):
        for naam, weg in wegen.items():
            begin = klok()
            weg()
            gemeten[naam].append(klok() - begin)
    return {naam: statistics.median(waarden) for naam, waarden in gemeten.items()}


def _piek(naam: str, rijen: int, uitgang: Any) -> None:  # noqa: ANN401 (a pipe)
    frame = maak(rijen)
    WEGEN[naam](maak(10))
    tracemalloc.start()
    uit = WEGEN[naam](frame)
    uitgang.send(tracemalloc.get_traced_memory()[1] / 1e6)
    del uit


def piek(naam: str, rijen: int) -> float:
    """Return the MB that a way needs in a fresh process above its inputs, its results included."""
    omgeving = multiprocessing.get_context("spawn")
    ingang, uitgang = omgeving.Pipe()
    proces = omgeving.Process(target=_piek, args=(naam, rijen, uitgang))
    proces.start()
    megabytes = float(ingang.recv())
    proces.join()
    return megabytes


def regel(*cellen: object) -> None:
    """Print a row of the table."""
    print("".join(f"{cel:<34}" if plek == 0 else f"{cel:>16}" for plek, cel in enumerate(cellen)))


def vertaaltijd() -> None:
    """Print what the first use of the compiled reading costs; later ones find the loop made."""
    begin = time.perf_counter()
    gecompileerd(maak(10))
    print(f"De lus vertalen, eenmaal per soort tabel: {time.perf_counter() - begin:.1f} s")


def vergelijk(rijen: int, keer: int) -> None:
    """Print every way at one number of rows."""
    frame = maak(rijen)
    bytes_in = sum(kolom.nbytes for kolom in als_numpy(frame).values())
    print(f"\n{rijen:,} rijen × {frame.shape[1]} kolommen ({bytes_in / 1e6:,.0f} MB), drie zorgzwaartes")
    wegen = {naam: partial(weg, frame) for naam, weg in WEGEN.items()}
    klein = frame.head(min(rijen, EXACT_RIJEN))
    traag = {
        "exact in een lus, met de deur": partial(exact, klein),
        "exact in een lus, zonder de deur": partial(alleen_exact, frame_naar_opbouwen(klein)),
        "DataFrame.apply": partial(toepassen, klein),
    }
    regel("weg", "µs per rij", "t.o.v. ons", "t.o.v. NumPy", "t.o.v. kopie", "CPU-µs per rij", "piek MB")
    klok, werk = tijden(wegen, keer), tijden(wegen, keer, time.process_time)
    per_rij = {naam: (klok[naam] / rijen, werk[naam] / rijen) for naam in wegen}
    klok, werk = tijden(traag, 3), tijden(traag, 3, time.process_time)
    per_rij |= {naam: (klok[naam] / len(klein), werk[naam] / len(klein)) for naam in traag}
    for naam, (seconden, arbeid) in per_rij.items():
        megabytes = f"{piek(naam, rijen):.0f}" if naam in WEGEN else ""
        verhoudingen = (f"{seconden / per_rij[basis][0]:,.2f}" for basis in (ONS, RECHTTOE, KOPIE))
        regel(naam, f"{seconden * 1e6:,.3f}", *verhoudingen, f"{arbeid * 1e6:,.3f}", megabytes)


def vlak(reeks: list[int], keer: int) -> None:
    """Print the cost per row of both column readings for several lengths."""
    print("\nKosten per rij bij meer rijen")
    regel("rijen", "µs per rij", "gecompileerd")
    for rijen in reeks:
        frame = maak(rijen)
        seconden = tijden({ONS: partial(ons, frame), SNEL: partial(gecompileerd, frame)}, keer)
        regel(f"{rijen:,}", *(f"{tijd / rijen * 1e6:.3f}" for tijd in seconden.values()))


def wat_varieert(rijen: int, keer: int) -> None:
    """Print the cost when only some keys are columns and the rest comes from a basis."""
    print(f"\nKosten als alleen k sleutels variëren, {rijen:,} rijen")
    regel("k", "µs per rij", "gecompileerd")
    basis = voorbeeld_2026()
    for sleutels in (1, 3, 10, 30, None):
        frame = maak(rijen, sleutels)
        machinaal = partial(bereken_kolommen, frame, basis=basis, gecompileerd=True)
        machinaal()
        seconden = tijden({ONS: partial(bereken_kolommen, frame, basis=basis), SNEL: machinaal}, keer)
        regel(frame.shape[1], *(f"{tijd / rijen * 1e6:.3f}" for tijd in seconden.values()))


def main() -> None:
    """Read the options and print the tables."""
    opties = argparse.ArgumentParser(description="Meet de kolommenrekenwijze.")
    opties.add_argument("--rijen", type=int, default=200_000)
    opties.add_argument("--keer", type=int, default=5)
    opties.add_argument("--vlak", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    gekozen = opties.parse_args()
    print(f"Python {sys.version.split()[0]}, NumPy {np.__version__}, pandas {pd.__version__}")
    vertaaltijd()
    vergelijk(gekozen.rijen, gekozen.keer)
    vlak(gekozen.vlak, gekozen.keer)
    wat_varieert(gekozen.rijen, gekozen.keer)


if __name__ == "__main__":
    main()
