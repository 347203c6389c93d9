"""The bound on what float64 can be off: it holds, and without it cents would be wrong."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import (
    Gelijkmatig,
    Keuze,
    Opbouw,
    bereken_kolommen,
    opbouwen_naar_frame,
    raster,
    steekproef,
)
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.rekenwijze import Exact
from gezinshuis_tarief.kolommen import beslissen
from gezinshuis_tarief.kolommen.frames import open_frame
from gezinshuis_tarief.kolommen.grenzen import Drempels, drempels
from gezinshuis_tarief.kolommen.tabel import Kolommentabel
from gezinshuis_tarief.model.samenstelling import stel_samen
from gezinshuis_tarief.rekenwijzen.foutgrens import Foutband, Foutgrens, als_foutband
from gezinshuis_tarief.rekenwijzen.kolommen import Kolommen
from gezinshuis_tarief.scenarios.verdelingen import Verdeling
from hulp.strategieen import opbouwen
from hulp.wijzen import exact, uit_frame

getallen = st.floats(min_value=1e-6, max_value=1e8)
Getal = Any  # a column, a fraction or a range: all know the operators
BEWERKINGEN = ["+", "-", "*", "/", "minste", "meeste"]


def bewerk(teken: str, x: Getal, y: Getal, wijze: Getal) -> Getal:
    match teken:
        case "+":
            return x + y
        case "-":
            return x - y
        case "*":
            return x * y
        case "/":
            return x / y
    return getattr(wijze, teken)(x, y)


class InBreuken(Exact):
    """Exact without any rounding."""

    def minste(self, een: Getal, ander: Getal) -> Getal:
        return min(een, ander)

    def meeste(self, een: Getal, ander: Getal) -> Getal:
        return max(een, ander)


@given(
    st.lists(getallen, min_size=2, max_size=6),
    st.lists(st.sampled_from(BEWERKINGEN), min_size=5, max_size=5),
    st.data(),
)
def test_de_grens_houdt_bij_elke_reeks_bewerkingen(
    reeks: list[float], tekens: list[str], keuze: st.DataObject
) -> None:
    """Against whole fractions; the input too may be off by what fifteen digits leave out."""
    waar = [Fraction(Decimal(format(x, ".15g"))) for x in reeks]
    marges = [Foutband.van_invoer(x, x) for x in reeks]
    kolommen = Kolommen([], list, lambda _regel, _rijen: None)
    x, f, m = np.array([reeks[0]]), waar[0], marges[0]
    for teken, plek in zip(tekens, range(1, len(reeks)), strict=False):
        y, g, n = np.array([reeks[plek]]), waar[plek], marges[plek]
        if keuze.draw(st.booleans()):
            x, f, m, y, g, n = y, g, n, x, f, m
        if teken == "/" and abs(y[0]) < 1e-3:
            continue
        with np.errstate(all="ignore"):
            x, m = bewerk(teken, x, y, kolommen), bewerk(teken, m, n, Foutgrens())
        f = bewerk(teken, f, g, InBreuken())
        if not np.isfinite(m.fout):
            return
        assert abs(Fraction(float(x[0])) - f) <= Fraction(float(m.fout)) * Fraction(1001, 1000)
        assert Fraction(float(m.laagst)) <= f <= Fraction(float(m.hoogst))


@given(opbouwen())
def test_de_grens_houdt_bij_elke_regel(opbouw: Opbouw) -> None:
    tabel = Kolommentabel.van(open_frame(opbouwen_naar_frame([opbouw])), None)
    waarden = tabel.kolomwaarden(slice(None))
    bereik = {s: (kolom.waarden[0], kolom.waarden[0]) for s, kolom in tabel.getallen.items()}
    kolommen = stel_samen(
        tabel.indeling.bouw(waarden), Kolommen([0.6] * 39, list, lambda _r, rijen: np.zeros(len(rijen)))
    )
    with np.errstate(all="ignore"):
        marges: Any = stel_samen(tabel.indeling.bouw(tabel.marges(bereik)), Foutgrens())
    with localcontext(CONTEXT):
        waar = stel_samen(opbouw, Exact())
        for zwaarte, deel in waar.items():
            for regel, bedrag in deel.onafgerond.items():
                marge = als_foutband(marges[zwaarte].onafgerond[regel])
                berekend = Decimal(float(np.ravel(cast("Any", kolommen)[zwaarte].onafgerond[regel])[0]))
                assert abs(berekend - bedrag) <= Decimal(float(marge.fout)) * Decimal("1.001") + Decimal(
                    "1e-80"
                )
                assert marge.fout < 1e-9


def test_gewoon_afronden_heeft_halve_centen_mis_waar_deze_wijze_ze_goed_heeft(voorbeeld: Opbouw) -> None:
    """The control: the rows below would go wrong if no row were ever in doubt."""
    halven = np.arange(1, 2_001, 2)
    frame = pd.DataFrame({"verzorgingskosten.vast_bedrag_per_jaar": halven * 7.3})
    uit = bereken_kolommen(frame, basis=voorbeeld)
    verwacht = (halven + 1) // 2
    assert (uit["uitkomst.laag.verzorgingskosten"] == verwacht / 100).all()
    gewoon = np.round(frame.iloc[:, 0] / (4 * 365), 2)
    assert (np.rint(gewoon * 100) != verwacht).mean() > 0.3


def test_rijen_die_geen_grens_kan_beslissen_worden_exact_berekend(voorbeeld: Opbouw) -> None:
    """Amounts beyond float64's cents, and shares that leave nearly nothing of the tariff."""
    frame = pd.DataFrame(
        {
            "huisvesting.woonlasten_per_jaar": [999_999_999.99, 12_345_678.9, 15_000, 15_000],
            "leegstand.bezettingsgraad": [0.001, 0.95, 1, 0.3],
            "winst_marge.percentage": [0.9999, 0.03, 0.5, 0.9999999],
        }
    )
    rijen = [
        voorbeeld.met({str(k): format(v, ".15g") for k, v in rij.items()}, reden="uiterste")
        for rij in frame.to_dict("records")
    ]
    uit = bereken_kolommen(frame, basis=voorbeeld)
    for gevonden, verwacht in zip(uit.to_dict("records"), exact(rijen), strict=True):
        assert gevonden == {sleutel: float(bedrag) for sleutel, bedrag in verwacht.items()}


def test_een_wilde_rij_bederft_haar_blok_niet(voorbeeld: Opbouw) -> None:
    """When many rows are in doubt each is bounded for itself, and far fewer are left."""
    rijen = steekproef(voorbeeld, {"leegstand.bezettingsgraad": Gelijkmatig("0.8", 1)}, 300, 1)
    rijen.loc[0, "leegstand.bezettingsgraad"] = 1e-10
    rijen["winst_marge.percentage"] = 0.03
    rijen.loc[1, "winst_marge.percentage"] = 0.9999999999
    tabel = Kolommentabel.van(open_frame(rijen), voorbeeld)
    grof = drempels(tabel, {s: (k.waarden.min(), k.waarden.max()) for s, k in tabel.getallen.items()})
    fijn = drempels(tabel, {s: (k.waarden, k.waarden) for s, k in tabel.getallen.items()})
    assert min(float(grens) for grens in grof) == -1
    assert all(grens[2:].min() > 0.499 for grens in fijn if grens.size > 1)
    opbouwen_ = [
        voorbeeld.met({str(k): format(v, ".15g") for k, v in rij.items()}, reden="x")
        for rij in rijen.to_dict("records")
    ]
    assert [
        rij["uitkomst.hoog.leegstand"] for rij in uit_frame(bereken_kolommen(rijen, basis=voorbeeld))[2:]
    ] == [rij["uitkomst.hoog.leegstand"] for rij in exact(opbouwen_)[2:]]


def test_een_regel_die_geen_kolom_verandert_wordt_een_keer_beslist(voorbeeld: Opbouw) -> None:
    """Also when it is exactly half a cent: 1460 × n.nn5 over 1460 place days."""
    half = voorbeeld.met(
        {"verzorgingskosten.vast_bedrag_per_jaar": "14.6073", "huisvesting.vast_bedrag_per_jaar": "7.3"}
    )
    frame = raster(half, {"leegstand.bezettingsgraad": ["0.9", "0.95"]})
    uit = bereken_kolommen(frame, basis=half)
    assert uit["uitkomst.laag.huisvesting"].tolist() == [0.01, 0.01]
    assert uit["uitkomst.laag.verzorgingskosten"].tolist() == [0.01, 0.01]


def test_een_grens_geldt_alleen_weer_voor_rijen_binnen_haar_bereik(voorbeeld: Opbouw) -> None:
    """Also where a block had no own figure at all and the next one has: 10⁸ more, and 10⁵ times the bound."""
    frame = pd.DataFrame({"huisvesting.vast_bedrag_per_jaar": [np.nan, 100.0, 104.0, 9e8]})
    tabel = Kolommentabel.van(open_frame(frame), voorbeeld)
    grenzen = Drempels(tabel)
    bereiken = [{s: k.bereik(rij, rij + 1) for s, k in tabel.getallen.items()} for rij in range(4)]
    leeg, eerste, tweede, groot = (grenzen.voor_blok(bereik) for bereik in bereiken)
    assert eerste is not leeg
    assert tweede is eerste
    assert groot[5] < eerste[5] - 1e-9


def test_wat_beslist_is_wordt_vergeten_voor_het_geheugen_vol_is(
    voorbeeld: Opbouw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beslissen, "_ONTHOUD", 2)
    halven = np.array([1, 3, 5, 7, 1, 3])
    frame = pd.DataFrame({"verzorgingskosten.vast_bedrag_per_jaar": halven * 7.3})
    uit = bereken_kolommen(frame, basis=voorbeeld)
    assert uit["uitkomst.hoog.verzorgingskosten"].tolist() == [0.01, 0.02, 0.03, 0.04, 0.01, 0.02]


def test_een_frame_groter_dan_een_blok_over_meer_werkers(voorbeeld: Opbouw) -> None:
    aantal = 2 * (1 << 14) + 5
    verdelingen: dict[str, Verdeling] = {
        "leegstand.bezettingsgraad": Keuze(["0.8", "0.9", "0.95", "1"]),
        "winst_marge.percentage": Keuze(["0", "0.025", "0.05"]),
        "zorgzwaarte.toeslag_per_etmaal_hoog": Gelijkmatig(0, 60),
        "overhead.grondslag": Keuze(["beroepskrachten", "directe_kosten"]),
    }
    frame = steekproef(voorbeeld, verdelingen, aantal, 11)
    uit = uit_frame(bereken_kolommen(frame, basis=voorbeeld))
    for rij in [0, 1, 16_383, 16_384, 32_767, 32_768, aantal - 1]:
        waarden = {str(k): v if isinstance(v, str) else format(v, ".15g") for k, v in frame.iloc[rij].items()}
        assert [uit[rij]] == exact([voorbeeld.met(waarden, reden="rij")])
    stuk = frame.copy()
    stuk.loc[20_000, "leegstand.bezettingsgraad"] = 1.5
    uitkomsten, bezwaren = bereken_kolommen(stuk, basis=voorbeeld, fouten="markeer")
    assert (len(uitkomsten), bezwaren.index.tolist()) == (aantal - 1, [20_000])
    assert uit_frame(uitkomsten) == uit[:20_000] + uit[20_001:]


def test_een_los_getal_in_een_formule_is_geen_bereik() -> None:
    with pytest.raises(TypeError, match=r"velden en hele getallen"):
        als_foutband(0.5)


def test_een_heel_getal_gedeeld_door_een_band_is_een_band() -> None:
    band = 12 / Foutband(3.0, 4.0, 0.0)
    assert [float(np.round(grens, 9)) for grens in (band.laagst, band.hoogst)] == [3, 4]
    assert 0 < band.fout < 1e-14
