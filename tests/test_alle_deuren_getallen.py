"""One table of hostile numbers, the same verdict for each at every door, and advice that works when it is followed.

D1: text that could be thousands of euro is refused, with both spellings. D2: a float, a number of NumPy, a Fraction
with an end: all are welcome everywhere. D9: a comma is refused with the spelling that is right.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from gezinshuis_tarief import (
    Gelijkmatig,
    Huisvesting,
    InvoerFout,
    Keuze,
    Normaal,
    Onderhandeling,
    bewaar_onderhandeling,
    herprijs,
    indexeer,
    keerpunt,
    raster,
    steekproef,
    van_json,
    voorbeeld_2026,
)
from hulp.opdracht import draai

SLEUTEL = "huisvesting.woonlasten_per_jaar"
BASIS = voorbeeld_2026()
ZAAK = Onderhandeling(
    naam="proef", peildatum=dt.date(2026, 1, 1), partijen=("gemeente", "aanbieder"), basis=BASIS
)
DAG = dt.date(2026, 2, 1)


@dataclass(frozen=True)
class Getal:
    """A value, and what it means in euro; None where it is refused."""

    waarde: Any
    betekent: str | None = None
    is_tarief: bool = False
    """Whether it is in whole cents, so that it may also be a tariff."""


GETALLEN = [
    Getal(12000, "12000", is_tarief=True),
    Getal(0.1, "0.1", is_tarief=True),
    Getal(0.1 + 0.2, "0.3", is_tarief=True),
    Getal(4375.20 * 1.035, "4528.332"),
    Getal(np.float64(4375.2), "4375.2", is_tarief=True),
    Getal(np.int64(12), "12", is_tarief=True),
    Getal(np.float32(0.5), "0.5", is_tarief=True),
    Getal(np.float32(0.1)),
    Getal(Fraction(1, 8), "0.125"),
    Getal(Fraction(1, 3)),
    Getal(Fraction(370370367, 3), "123456789", is_tarief=True),
    Getal(Fraction(370370368, 3)),
    Getal(Decimal("12.000"), "12", is_tarief=True),
    Getal(Decimal("NaN")),
    Getal(Decimal("sNaN")),
    Getal(Decimal("1e-11")),
    Getal(Decimal("1e9999")),
    Getal(float("nan")),
    Getal(float("inf")),
    Getal(1e-11),
    Getal(10**400),
    Getal(10**5000),
    Getal("12.000"),
    Getal("015.000"),
    Getal("1.234"),
    Getal("99999999.999"),
    Getal("1000000.000"),
    Getal("0.125", "0.125"),
    Getal("12.00", "12", is_tarief=True),
    Getal(" 12.50 ", "12.50", is_tarief=True),
    Getal("1e3", "1000", is_tarief=True),
    Getal("1e-400"),
    Getal("1e999"),
    Getal("1.234,56"),
    Getal("12,50"),
    Getal("0,12345678901234"),
    Getal("12.345,678"),
    Getal("95%"),
    Getal("0,00000000001%"),
    Getal("\uff11\uff12"),
    Getal("12345678901234567890"),
    Getal("0.12345678901234567890"),
    Getal("=1+1"),
    Getal("€ 12"),
    Getal("1 000"),
    Getal("1_000"),
    Getal(""),
    Getal("   "),
    Getal(waarde=True),
    Getal(np.True_),
    Getal(None),
    Getal(pd.NA),
    Getal(b"12"),
    Getal([12]),
    Getal({"waarde": 12}),
    Getal(1 + 0j),
    Getal(object()),
]
"""Every value with what an amount in euro makes of it."""


def _namen(getallen: list[Getal]) -> list[str]:
    """Name the cases alike in every process: an object has no fixed text, and a very long number none at all."""
    return [f"{plek}-{type(getal.waarde).__name__}" for plek, getal in enumerate(getallen)]


Deur = Callable[[Getal], Decimal]


def constructor(getal: Getal) -> Decimal:
    return Huisvesting(**dict(BASIS.huisvesting) | {"woonlasten_per_jaar": getal.waarde}).woonlasten_per_jaar


def met(getal: Getal) -> Decimal:
    return BASIS.met({SLEUTEL: getal.waarde}).huisvesting.woonlasten_per_jaar


def bod(getal: Getal) -> Decimal:
    begin = ZAAK.stand.standen["gemeente"]
    na = ZAAK.bod("gemeente", begin.met({SLEUTEL: getal.waarde}), indiener="x", datum=DAG, reden="x")
    return na.stand.standen["gemeente"].huisvesting.woonlasten_per_jaar


def rooster(getal: Getal) -> Decimal:
    return Decimal(repr(float(raster(BASIS, {SLEUTEL: [getal.waarde]})[SLEUTEL][0])))


def keuze(getal: Getal) -> Decimal:
    return Decimal(repr(float(steekproef(BASIS, {SLEUTEL: Keuze([getal.waarde])}, 1, 1)[SLEUTEL][0])))


def gelijkmatig(getal: Getal) -> Decimal:
    getrokken = steekproef(BASIS, {SLEUTEL: Gelijkmatig(getal.waarde, getal.waarde)}, 1, 1)
    return Decimal(repr(float(getrokken[SLEUTEL][0])))


def normaal(getal: Getal) -> Decimal:
    """A blank bound of a normal distribution is that of the field; a blank mean is not."""
    getrokken = steekproef(BASIS, {SLEUTEL: Normaal(getal.waarde, 0)}, 1, 1)
    return Decimal(repr(float(getrokken[SLEUTEL][0])))


def eigen_prijs(getal: Getal) -> Decimal:
    nieuw = herprijs(BASIS, "2026-01-01", inschaling={}, eigen={SLEUTEL: (getal.waarde, "offerte")}).nieuw
    return nieuw.huisvesting.woonlasten_per_jaar


def json_tekst(getal: Getal) -> Decimal:
    return _uit_json(json.dumps(getal.waarde))


def json_getal(getal: Getal) -> Decimal:
    return _uit_json(str(getal.waarde))


def _uit_json(getal: str) -> Decimal:
    inhoud = json.loads(json.dumps(BASIS.model_dump(mode="json")))
    inhoud["huisvesting"]["woonlasten_per_jaar"] = "HIER"
    return van_json(json.dumps(inhoud).replace('"HIER"', getal)).huisvesting.woonlasten_per_jaar


def tarief(getal: Getal) -> Decimal:
    return indexeer({"a": getal.waarde}, basisjaar=2024, tot_en_met=2025, basis="nieuw").tarieven(2024)["a"]


def gevraagd_tarief(getal: Getal) -> Decimal:
    """Not every amount can be reached; that it was read shows in what is said of it."""
    return keerpunt(BASIS, SLEUTEL, tarief=getal.waarde).gevraagd


DEUREN: list[Deur] = [
    constructor,
    met,
    bod,
    rooster,
    keuze,
    gelijkmatig,
    normaal,
    eigen_prijs,
]
ZES_DECIMALEN = {gelijkmatig, normaal}
"""What is drawn has six decimals; all numbers here that are let in have them too."""


def weigering(deur: Deur, getal: Getal) -> InvoerFout:
    with pytest.raises(InvoerFout) as fout:
        deur(getal)
    assert len(fout.value.bezwaren) == 1, fout.value
    return fout.value


@pytest.mark.parametrize("getal", GETALLEN, ids=_namen(GETALLEN))
@pytest.mark.parametrize("deur", DEUREN, ids=[deur.__name__ for deur in DEUREN])
def test_elk_getal_betekent_aan_elke_deur_hetzelfde(deur: Deur, getal: Getal) -> None:
    if getal.betekent is not None:
        assert deur(getal) == Decimal(getal.betekent)
        return
    gewoon, hier = weigering(met, getal).bezwaren[0], weigering(deur, getal).bezwaren[0]
    assert hier.sleutel.removeprefix("eigen.").endswith(gewoon.sleutel.rpartition(".")[2])
    assert (hier.melding, hier.gevonden, hier.toegestaan, hier.remedie) == (
        gewoon.melding,
        gewoon.gevonden,
        gewoon.toegestaan,
        gewoon.remedie,
    )
    assert "Error" not in str(hier)
    assert len(hier.gevonden) <= 60


@pytest.mark.parametrize("getal", GETALLEN, ids=_namen(GETALLEN))
def test_een_tarief_wordt_gelezen_als_elk_bedrag_en_staat_in_hele_centen(getal: Getal) -> None:
    if getal.is_tarief:
        assert tarief(getal) == Decimal(str(getal.betekent))
    else:
        assert weigering(tarief, getal).bezwaren[0].sleutel == "tarieven.a"
    if getal.betekent is None:
        assert weigering(gevraagd_tarief, getal).bezwaren[0].sleutel == "tarief"


TEKSTEN = [getal for getal in GETALLEN if isinstance(getal.waarde, str)]


@pytest.mark.parametrize("getal", TEKSTEN, ids=_namen(TEKSTEN))
def test_json_en_de_opdrachtregel_oordelen_over_tekst_als_python(getal: Getal, tmp_path: Path) -> None:
    dossier = tmp_path / "zaak.json"
    bewaar_onderhandeling(ZAAK, dossier)
    namens = ("--partij", "gemeente", "--indiener", "x", "--datum", "2026-02-01", "--reden", "x")
    regel = draai("onderhandel", "bod", str(dossier), *namens, "--zet", f"{SLEUTEL}={getal.waarde}")
    if getal.betekent is None:
        tekst = str(weigering(met, getal))
        assert str(weigering(json_tekst, getal)) == tekst
        assert (regel.exit_code, regel.stderr.strip()) == (3, tekst)
    else:
        assert json_tekst(getal) == Decimal(getal.betekent)
        assert regel.exit_code == 0


@pytest.mark.parametrize(
    ("getal", "betekent"),
    [("12.000", "12"), ("0.1", "0.1"), ("1e-11", None), ("NaN", None), ("1e999", None), ("true", None)],
)
def test_een_getal_in_json_is_geen_tekst(getal: str, betekent: str | None) -> None:
    if betekent is None:
        assert weigering(json_getal, Getal(getal)).bezwaren[0].sleutel == SLEUTEL
    else:
        assert json_getal(Getal(getal)) == Decimal(betekent)


RAAD = re.compile(r'"([^"]+)"')
MET_RAAD = [
    getal
    for getal in GETALLEN
    if getal.betekent is None and RAAD.search(weigering(met, getal).bezwaren[0].remedie)
]


@pytest.mark.parametrize("deur", [*DEUREN, json_tekst], ids=[deur.__name__ for deur in [*DEUREN, json_tekst]])
@pytest.mark.parametrize("getal", MET_RAAD, ids=_namen(MET_RAAD))
def test_de_raad_in_een_weigering_wordt_aangenomen_als_hij_wordt_gevolgd(getal: Getal, deur: Deur) -> None:
    for raad in RAAD.findall(weigering(met, getal).bezwaren[0].remedie):
        gelezen = deur(Getal(raad))
        if deur not in ZES_DECIMALEN:
            assert abs(gelezen - Decimal(raad)) < Decimal("1e-6")


@pytest.mark.parametrize(
    ("waarde", "raad"),
    [
        ("12.000", ["12000", "12.00"]),
        ("1.234,56", ["1234.56"]),
        ("12,50", ["12.50"]),
        ("95%", ["0.95"]),
        ("1000000.000", ["1000000.00"]),
        (Fraction(370370368, 3), ["123456789.333333"]),
    ],
)
def test_de_raad_is_wat_er_bedoeld_kan_zijn(waarde: object, raad: list[str]) -> None:
    assert RAAD.findall(weigering(met, Getal(waarde)).bezwaren[0].remedie) == raad


def test_de_tabel_heeft_raad_om_te_volgen() -> None:
    assert len(MET_RAAD) > 15
