"""Measure the formulas inside DuckDB against ours: `python benchmarks/engines.py --rijen 1000000`.

Both get the same frame. DuckDB holds it as a table already, and keeps its outcomes as one; ours takes and
gives a DataFrame. The ways take turns; the table shows medians and the ratio within this run.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

import ibis
import pyarrow as pa

from gezinshuis_tarief import bereken_kolommen
from gezinshuis_tarief.database.tabel import bereken_tabel
from kolommen import maak


def wegen(rijen: int) -> dict[str, Callable[[], object]]:
    """Return the ways by name, each ready to run."""
    frame = maak(rijen)
    verbinding = ibis.duckdb.connect()
    teksten = {
        str(sleutel): frame[sleutel].astype(str) for sleutel in frame if str(sleutel).endswith("grondslag")
    }
    tabel = verbinding.create_table(
        "huizen", pa.Table.from_pandas(frame.assign(**teksten), preserve_index=False)
    )

    def duckdb(*, herbereken: bool) -> object:
        return verbinding.create_table("uit", bereken_tabel(tabel, herbereken=herbereken), overwrite=True)

    return {
        "bereken_kolommen": lambda: bereken_kolommen(frame),
        "DuckDB, twijfel gemarkeerd": lambda: duckdb(herbereken=False),
        "DuckDB, twijfel herrekend": lambda: duckdb(herbereken=True),
    }


def meet(wegen: dict[str, Callable[[], object]], keren: int) -> dict[str, float]:
    """Return the median seconds of each way, taking turns."""
    tijden: dict[str, list[float]] = {naam: [] for naam in wegen}
    for _ in range(keren):
        for naam, weg in wegen.items():
            begin = time.perf_counter()
            weg()
            tijden[naam].append(time.perf_counter() - begin)
    return {naam: statistics.median(reeks) for naam, reeks in tijden.items()}


def main() -> None:
    """Print the table."""
    vraag = argparse.ArgumentParser(description=__doc__)
    vraag.add_argument("--rijen", type=int, default=1_000_000)
    vraag.add_argument("--keren", type=int, default=3)
    keuze = vraag.parse_args()
    medianen = meet(wegen(keuze.rijen), keuze.keren)
    eerste = next(iter(medianen.values()))
    print(f"{keuze.rijen} rijen, mediaan van {keuze.keren}")
    for naam, tijd in medianen.items():
        print(f"{naam:30} {tijd:8.2f} s {tijd / eerste:8.1f} ×")


if __name__ == "__main__":
    main()
