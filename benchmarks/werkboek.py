"""How fast one workbook is written.

Run: python benchmarks/werkboek.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from kern import invoertijd, mediaan

DOEL = 150.0
"""Milliseconds that writing one workbook may take, after the imports."""


def main() -> None:
    """Print the table."""
    invoer = invoertijd("from gezinshuis_tarief.werkboek.schrijven import naar_excel; import xlsxwriter")

    from gezinshuis_tarief import voorbeeld_2026  # noqa: PLC0415 (after timing the imports)

    opbouw = voorbeeld_2026()
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "tarief.xlsx"
        begin = time.perf_counter()
        opbouw.naar_excel(pad)
        eerste = (time.perf_counter() - begin) * 1000
        volgende = mediaan(lambda: opbouw.naar_excel(pad, overschrijf=True), 3)
        grootte = pad.stat().st_size / 1024
    rijen = [
        ("importeren", invoer),
        ("eerste werkboek schrijven, met laden van XlsxWriter", eerste),
        ("volgend werkboek schrijven", volgende),
    ]
    for naam, tijd in rijen:
        print(f"{naam:<56} {tijd:8.1f} ms")
    print(f"{'grootte':<56} {grootte:8.1f} kB")
    if volgende > DOEL:
        sys.exit(f"Een werkboek schrijven duurt langer dan {DOEL:.0f} ms.")


if __name__ == "__main__":
    main()
