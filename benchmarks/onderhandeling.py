"""How fast differences are explained, copies are merged, and long negotiations are read.

Run: python benchmarks/onderhandeling.py
"""

from __future__ import annotations

import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from gezinshuis_tarief import (
    EigenPost,
    GelieerdeZorgorganisatie,
    Onderhandeling,
    Opbouw,
    lees_onderhandeling,
    lees_rondewerkboek,
    schrijf_onderhandeling,
    schrijf_rondewerkboek,
    verenig_kopieen,
    verschil,
    voorbeeld_2026,
)

DAG = dt.date(2026, 1, 12)
KEREN = 5


def mediaan(werk: Callable[[], object]) -> float:
    """Return the median time of a call in milliseconds, after one to warm up."""
    werk()
    tijden = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        werk()
        tijden.append((time.perf_counter() - begin) * 1000)
    return statistics.median(tijden)


def gewoon(opbouw: Opbouw) -> Opbouw:
    """Return what an offer usually is: ten values in eight bouwstenen."""
    acht = GelieerdeZorgorganisatie(aandeel="0.04", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0")
    wijzigingen = {
        "inkomen_gezinshuisouder.loon.bruto_maandsalaris": "4500",
        "gedragswetenschapper.uren_per_jeugdige_per_week": "1",
        "ondersteuning.pedagogisch_uurtarief": "49.50",
        "verzorgingskosten.bedrag_per_jeugdige_per_dag": "26.50",
        "overhead.opslag": "0.13",
        "overhead.grondslag": "directe_kosten",
        "gelieerde_zorgorganisatie": acht,
        "leegstand.bezettingsgraad": "0.90",
        "leegstand.grondslag": "kostprijs",
        "winst_marge.percentage": "0.025",
    }
    return opbouw.met(wijzigingen, reden="bod")


def alles(opbouw: Opbouw) -> Opbouw:
    """Return an opbouw in which every number differs, with a part more."""
    wijzigingen: dict[str, object] = {
        waarde.sleutel: waarde.waarde * Decimal("0.97")
        for waarde in opbouw.waarden()
        if isinstance(waarde.waarde, Decimal) and not waarde.sleutel.startswith("gezinshuis")
    }
    wijzigingen["eigen_posten"] = (EigenPost(naam="Vervoer", bedrag_per_jaar="500"),)
    return opbouw.met(wijzigingen, reden="bod")


def van_ronden(aantal: int) -> Onderhandeling:
    """Return a negotiation in which every round holds an offer of each party."""
    zaak = begin = Onderhandeling(
        naam="lang", peildatum=DAG, partijen=("gemeente", "aanbieder"), basis=voorbeeld_2026()
    )
    for nummer in range(aantal):
        for partij in begin.partijen:
            graad = (
                Decimal("0.90")
                + Decimal(nummer % 50) / 1000
                + (Decimal("0.0001") if partij == "gemeente" else 0)
            )
            opbouw = begin.basis.met({"leegstand.bezettingsgraad": graad})
            zaak = zaak.bod(partij, opbouw, indiener="x", datum=DAG, reden="y")
        if nummer < aantal - 1:
            zaak = zaak.volgende_ronde()
    return zaak


def werkboeken(zaak: Onderhandeling, map_: Path) -> list[tuple[str, float]]:
    """Return how long a round takes to become a workbook, and two of them to become one again."""
    paden = [map_ / "een.xlsx", map_ / "ander.xlsx"]

    def schrijf() -> None:
        for pad in paden:
            schrijf_rondewerkboek(zaak, pad, overschrijf=True)

    def lees() -> object:
        return lees_rondewerkboek(zaak, paden, "gemeente", indiener="x", datum=DAG)

    return [
        ("een werkboek met tien punten schrijven", mediaan(schrijf) / len(paden)),
        ("twee werkboeken lezen en samenvoegen", mediaan(lees)),
    ]


def main() -> None:
    """Print the table."""
    basis = voorbeeld_2026()
    een, ander = gewoon(basis), alles(basis)
    zaak = van_ronden(1)
    hier = zaak.bod("gemeente", een, indiener="x", datum=DAG, reden="y")
    daar = zaak.bod("aanbieder", basis, indiener="x", datum=DAG, reden="y")
    teksten = schrijf_onderhandeling(hier), schrijf_onderhandeling(daar)
    lang = schrijf_onderhandeling(van_ronden(500))
    rijen = [
        ("verschil, tien waarden in acht bouwstenen", mediaan(lambda: verschil(basis, een))),
        ("verschil, alle waarden verschillen", mediaan(lambda: verschil(basis, ander))),
        (
            "twee kopieën lezen en verenigen",
            mediaan(lambda: verenig_kopieen(*map(lees_onderhandeling, teksten)).stand.punten),
        ),
        (f"500 ronden lezen ({len(lang) / 1e6:.1f} MB)", mediaan(lambda: lees_onderhandeling(lang))),
        ("500 ronden lezen, en de stand", mediaan(lambda: lees_onderhandeling(lang).stand.punten)),
    ]
    with tempfile.TemporaryDirectory() as map_:
        rijen += werkboeken(zaak.bod("aanbieder", een, indiener="x", datum=DAG, reden="y"), Path(map_))
    for naam, tijd in rijen:
        print(f"{naam:<50} {tijd:10.1f} ms")


if __name__ == "__main__":
    main()
