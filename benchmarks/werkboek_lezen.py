"""How fast workbooks are read back: one, and two hundred into one table.

Run: python benchmarks/werkboek_lezen.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from kern import invoertijd, mediaan

DOEL = 150.0
"""Milliseconds that reading one workbook may take, after the imports."""
AANTAL = 200


def main() -> None:
    """Print the table."""
    invoer = invoertijd("from gezinshuis_tarief.werkboek.lezen.lezen import lees_excel")

    import pandas as pd  # noqa: PLC0415 (after timing the imports)

    from gezinshuis_tarief import lees_excel, voorbeeld_2026  # noqa: PLC0415 (after timing the imports)

    opbouw = voorbeeld_2026()
    with tempfile.TemporaryDirectory() as map_:
        paden = [Path(map_) / f"tarief{plek}.xlsx" for plek in range(5)]
        for plek, pad in enumerate(paden):
            opbouw.met({"leegstand.bezettingsgraad": f"0.9{plek}"}).naar_excel(pad)
        een = mediaan(lambda: lees_excel(paden[0]), 9)
        begin = time.perf_counter()
        rijen = []
        for plek in range(AANTAL):
            gelezen = lees_excel(paden[plek % len(paden)])
            waarden = {waarde.sleutel: waarde.waarde for waarde in gelezen.opbouw.waarden()}
            tarieven = {f"uitkomst.{z}.tarief": t.per_etmaal for z, t in gelezen.opbouw.bereken().items()}
            rijen.append({**waarden, **tarieven, "bevindingen": len(gelezen.bevindingen)})
        tabel = pd.DataFrame(rijen)
        samen = (time.perf_counter() - begin) * 1000 / AANTAL
    print(f"{'importeren':<56} {invoer:8.1f} ms")
    print(f"{'een werkboek lezen en narekenen':<56} {een:8.1f} ms")
    kop = f"{AANTAL} werkboeken in een tabel van {tabel.shape[1]} kolommen, per bestand"
    print(f"{kop:<56} {samen:8.1f} ms")
    if een > DOEL:
        sys.exit(f"Een werkboek lezen duurt langer dan {DOEL:.0f} ms.")


if __name__ == "__main__":
    main()
