"""How fast the exact reading is, and what importing the package costs.

Run: python benchmarks/kern.py
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

RONDES = 7


def mediaan(werk: Callable[[], object], keer: int) -> float:
    """Return the median time of one call in milliseconds, over several rounds."""
    tijden = []
    for _ in range(RONDES):
        begin = time.perf_counter()
        for _ in range(keer):
            werk()
        tijden.append((time.perf_counter() - begin) / keer * 1000)
    return statistics.median(tijden)


def invoertijd(opdracht: str) -> float:
    """Return the median time of an import in a fresh interpreter, in milliseconds."""
    code = f"import time; t = time.perf_counter(); {opdracht}; print((time.perf_counter() - t) * 1000)"
    rondes = [
        float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)  # noqa: S603
        for _ in range(RONDES)
    ]
    return statistics.median(rondes)


def processortijd(*woorden: str) -> float:
    """Return the median processor time of a fresh interpreter, in milliseconds."""
    rondes = []
    for _ in range(RONDES):
        begin = _van_kinderen()
        subprocess.run([sys.executable, *woorden], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        rondes.append(_van_kinderen() - begin)
    return statistics.median(rondes)


def _van_kinderen() -> float:
    gebruik = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (gebruik.ru_utime + gebruik.ru_stime) * 1000


def opstarten() -> None:
    """Print what a command costs beside importing pydantic."""
    maat = processortijd("-c", "from pydantic import BaseModel")
    for woord, hoogstens in (("--version", 1.2), ("--help", 1.2), ("voorbeeld", 2.2)):
        keer = processortijd("-m", "gezinshuis_tarief", woord) / maat
        print(f"gezinshuis-tarief {woord:20} {keer:9.2f} × pydantic, doel {hoogstens}")


def main() -> None:
    """Print the table."""
    pydantic = invoertijd("from pydantic import BaseModel")
    pakket = invoertijd("import gezinshuis_tarief")
    eerste = invoertijd("from gezinshuis_tarief import Opbouw")

    from gezinshuis_tarief import naar_json, van_json, voorbeeld_2026  # noqa: PLC0415 (after timing the imports)

    opbouw = voorbeeld_2026()
    kaal = opbouw.met({}).model_copy(update={"onderbouwing": {}})
    inhoud = json.loads(naar_json(kaal))
    rijen = [
        ("rekenen, drie zorgzwaartes", mediaan(opbouw.bereken, 300)),
        ("valideren en rekenen", mediaan(lambda: type(opbouw).model_validate(inhoud).bereken(), 300)),
        (
            "JSON lezen met onderbouwing en rekenen",
            mediaan(lambda: van_json(naar_json(opbouw)).bereken(), 100),
        ),
        ("volledige uitleg", mediaan(opbouw.uitleg, 50)),
    ]
    for naam, tijd in rijen:
        print(f"{naam:42} {tijd:8.3f} ms  {1000 / tijd:10.0f} per seconde")
    print(f"{'import pydantic (BaseModel)':42} {pydantic:8.1f} ms")
    print(f"{'import gezinshuis_tarief':42} {pakket:8.1f} ms  {pakket / pydantic:10.2f} keer pydantic")
    print(
        f"{'import en eerste gebruik van Opbouw':42} {eerste:8.1f} ms  {eerste / pydantic:10.2f} keer pydantic"
    )
    print(
        f"{'hoogste geheugengebruik':42} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.1f} MB"
    )
    opstarten()


if __name__ == "__main__":
    main()
