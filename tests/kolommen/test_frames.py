"""Frames of any kind: what goes in comes out in the same kind, with the user's own columns, to the same cent."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import (
    InvoerFout,
    KolommenFout,
    Opbouw,
    bereken_kolommen,
    frame_naar_opbouwen,
    opbouwen_naar_frame,
)
from gezinshuis_tarief.kern.sleutels import plat
from gezinshuis_tarief.kolommen.bestand import reken_bestand
from hulp.strategieen import opbouwen
from hulp.wijzen import exact, uit_frame

BEZETTING = "leegstand.bezettingsgraad"
MIDDEN = "uitkomst.midden.tarief"
HUIZEN = {"aanbieder": ["Zon", "Maan", "Ster"], "nr": [7, 8, 9], BEZETTING: [0.9, 0.95, 1.0]}

SOORTEN: dict[str, Callable[[dict[str, list[Any]]], Any]] = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "polars lui": pl.LazyFrame,
    "pyarrow": pa.table,
}


def naar_pandas(frame: Any) -> pd.DataFrame:  # noqa: ANN401 (of any kind)
    """Return a frame of any kind as one of pandas."""
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    return frame if isinstance(frame, pd.DataFrame) else pd.DataFrame(pa.table(frame).to_pydict())


@pytest.fixture(params=SOORTEN)
def soort(request: pytest.FixtureRequest) -> Callable[[dict[str, list[Any]]], Any]:
    return SOORTEN[request.param]


def verwacht(voorbeeld: Opbouw) -> list[float]:
    graden = ("0.9", "0.95", "1")
    return [float(voorbeeld.met({BEZETTING: graad}).bereken()["midden"].per_etmaal) for graad in graden]


def test_elke_soort_frame_komt_terug_in_zijn_eigen_soort_met_eigen_kolommen_voorop(
    soort: Callable[..., Any], voorbeeld: Opbouw
) -> None:
    """E7, D9: own columns untouched and in order; the outcomes behind them."""
    frame = soort({"aanbieder": HUIZEN["aanbieder"], BEZETTING: HUIZEN[BEZETTING], "nr": HUIZEN["nr"]})
    uit = bereken_kolommen(frame, basis=voorbeeld)
    assert type(uit) is type(frame)
    plat_ = naar_pandas(uit)
    assert list(plat_.columns[:3]) == ["aanbieder", "nr", "uitkomst.laag.inkomen_gezinshuisouder"]
    assert plat_["aanbieder"].tolist() == HUIZEN["aanbieder"]
    assert plat_["nr"].tolist() == HUIZEN["nr"]
    assert plat_[MIDDEN].tolist() == verwacht(voorbeeld)


@pytest.mark.parametrize(
    "stroom",
    [
        lambda: pa.table(HUIZEN).to_reader(),
        lambda: pa.RecordBatch.from_pydict(HUIZEN),
        lambda: duckdb.from_arrow(pa.table(HUIZEN)),
    ],
    ids=["lezer", "bundel", "duckdb"],
)
def test_alles_met_een_arrow_stroom_mag_en_wordt_een_tabel(
    stroom: Callable[[], Any], voorbeeld: Opbouw
) -> None:
    """E7."""
    uit: Any = bereken_kolommen(stroom(), basis=voorbeeld)
    assert isinstance(uit, pa.Table)
    assert uit[MIDDEN].to_pylist() == verwacht(voorbeeld)


@pytest.mark.parametrize("wat", [HUIZEN, [HUIZEN], None, "huizen.csv", pl.Series([1.0]), pd.Series([1.0])])
def test_wat_geen_frame_is_krijgt_een_nederlands_bezwaar(wat: object, voorbeeld: Opbouw) -> None:
    """D5, E7."""
    for deur in (bereken_kolommen, frame_naar_opbouwen):
        with pytest.raises(
            InvoerFout, match=r"is geen tabel met kolommen. Geef een DataFrame van pandas of polars"
        ):
            deur(wat, basis=voorbeeld)


def test_foute_rijen_staan_apart_met_hun_label(soort: Callable[..., Any], voorbeeld: Opbouw) -> None:
    """E7: a frame of objections of the same kind; the column `label` calls rows where there is no index."""
    frame = soort({"label": ["Ede", "Epe", "Elst"], BEZETTING: [0.95, 95.0, float("nan")]})
    uitkomsten, bezwaren = bereken_kolommen(frame, basis=voorbeeld, fouten="markeer")
    assert type(bezwaren) is type(frame)
    assert naar_pandas(uitkomsten)["label"].tolist() == ["Ede"]
    gevonden = naar_pandas(bezwaren)
    rijen = gevonden.index.tolist() if isinstance(frame, pd.DataFrame) else gevonden["rij"].tolist()
    assert rijen == ([1, 2] if isinstance(frame, pd.DataFrame) else ["Epe", "Elst"])
    assert gevonden["gevonden"].tolist() == ["95.0", ""]
    with pytest.raises(KolommenFout, match=rf"{BEZETTING} \(rij {rijen[0]}\): 95.0 ligt buiten de grenzen"):
        bereken_kolommen(frame, basis=voorbeeld)


def test_zonder_label_heten_rijen_naar_hun_nummer(voorbeeld: Opbouw) -> None:
    frame = pl.DataFrame({BEZETTING: [0.95, 95.0]})
    bezwaren = bereken_kolommen(frame, basis=voorbeeld, fouten="markeer").bezwaren
    assert bezwaren["rij"].to_list() == [1]


def test_geen_rijen_geven_geen_rijen(soort: Callable[..., Any], voorbeeld: Opbouw) -> None:
    leeg: Any = pa.table({"nr": pa.array([], pa.int64()), BEZETTING: pa.array([], pa.float64())})
    leeg = {pd.DataFrame: leeg.to_pandas, pa.table: lambda: leeg}.get(soort, lambda: soort(leeg))()
    uit = naar_pandas(bereken_kolommen(leeg, basis=voorbeeld))
    assert uit.shape == (0, 37)
    assert frame_naar_opbouwen(leeg, basis=voorbeeld) == []


def test_leeg_mag_waar_de_sleutel_leeg_mag_en_nergens_anders(
    soort: Callable[..., Any], voorbeeld: Opbouw
) -> None:
    """R8: NaN and an absent value are a blank; infinite is refused."""
    eigen = "huisvesting.vast_bedrag_per_jaar"
    uit = naar_pandas(bereken_kolommen(soort({eigen: [float("nan"), None, 15000.0]}), basis=voorbeeld))
    assert (
        uit[MIDDEN].tolist()[0] == uit[MIDDEN].tolist()[1] == float(voorbeeld.bereken()["midden"].per_etmaal)
    )
    with pytest.raises(KolommenFout) as vangst:
        bereken_kolommen(soort({BEZETTING: [float("nan"), None, float("inf")]}), basis=voorbeeld)
    assert [b.melding for b in vangst.value.bezwaren] == ["is nog niet ingevuld"] * 2 + [
        "is geen eindig getal"
    ]


SOORTEN_KOLOM = [
    pl.Series([Decimal("0.90"), Decimal("0.95"), Decimal("1.00")], dtype=pl.Decimal(10, 2)),
    pl.Series(["0.90", "0.95", "1"]),
    pl.Series(["0.90", "0.95", "1"], dtype=pl.Categorical),
    pl.Series([Decimal("0.90"), "0.95", 1], dtype=pl.Object),
]


@pytest.mark.parametrize("kolom", SOORTEN_KOLOM, ids=["Decimal", "tekst", "categorie", "van alles"])
def test_elke_soort_kolom_van_polars_geeft_hetzelfde(kolom: pl.Series, voorbeeld: Opbouw) -> None:
    uit = bereken_kolommen(pl.DataFrame({BEZETTING: kolom}), basis=voorbeeld)
    assert uit[MIDDEN].to_list() == verwacht(voorbeeld)


@pytest.mark.parametrize("soort_heel", [pl.Int128, pl.UInt8, pl.Int64])
def test_hele_getallen_van_elke_lengte_mogen(soort_heel: type[pl.DataType], voorbeeld: Opbouw) -> None:
    plaatsen = pl.Series([1, 2, 3], dtype=soort_heel)
    uit = frame_naar_opbouwen(pl.DataFrame({"gezinshuis.plaatsen_laag": plaatsen}), basis=voorbeeld)
    assert [opbouw.gezinshuis.plaatsen_laag for opbouw in uit] == [1, 2, 3]
    leeg = pa.table({"gezinshuis.plaatsen_laag": pa.array([1, None])})
    with pytest.raises(KolommenFout, match=r"plaatsen_laag \(rij 1\): is nog niet ingevuld"):
        bereken_kolommen(leeg, basis=voorbeeld)


def test_keuzes_mogen_tekst_of_een_enum_zijn(voorbeeld: Opbouw) -> None:
    waarden = ["kostprijs", "tarief"]
    als_tekst = bereken_kolommen(pl.DataFrame({"winst_marge.grondslag": waarden}), basis=voorbeeld)
    als_enum = pl.DataFrame({"winst_marge.grondslag": pl.Series(waarden, dtype=pl.Enum(waarden))})
    assert bereken_kolommen(als_enum, basis=voorbeeld).equals(als_tekst)
    assert als_tekst[MIDDEN].n_unique() == 2


@pytest.mark.parametrize(
    ("naam", "bedoeld"),
    [
        ("leegstand.bezetingsgraad", BEZETTING),
        ("Leegstand.bezettingsgraad", BEZETTING),
        ("leegstand bezettingsgraad", BEZETTING),
        ("bezettingsgraad", BEZETTING),
        ("overhead", "overhead.opslag"),
        ("overhead_toelichting", "overhead.opslag"),
        ("winst_marge_percentge", "winst_marge.percentage"),
        ("gezinshuis_dagen", "gezinshuis.dagen_per_jaar"),
        ("eigen_posten[99999999].naam", "eigen_posten[0].naam"),
    ],
)
def test_een_kolom_die_op_een_sleutel_lijkt_gaat_niet_stil_mee(
    naam: str, bedoeld: str, soort: Callable[..., Any], voorbeeld: Opbouw
) -> None:
    """D9: a slip in a key would otherwise be carried along and count for nothing."""
    basis = voorbeeld.met({"eigen_posten": [{"naam": "tuin", "bedrag_per_jaar": 100}]})
    with pytest.raises(KolommenFout) as vangst:
        bereken_kolommen(soort({naam: [0.9]}), basis=basis)
    (bezwaar,) = vangst.value.bezwaren
    assert (bezwaar.sleutel, bezwaar.melding) == (naam, "is geen bekende kolom")
    assert f"Bedoelt u {bedoeld}?" in bezwaar.remedie


@pytest.mark.parametrize(
    ("naam", "remedie"), [("x.y", "zonder punt of haak"), ("zorgzwaarte", "op een sleutel lijkt")]
)
def test_zonder_sleutel_in_de_buurt_staat_er_hoe_een_eigen_kolom_heet(
    naam: str, remedie: str, voorbeeld: Opbouw
) -> None:
    with pytest.raises(KolommenFout, match=remedie):
        bereken_kolommen(pd.DataFrame({naam: [1]}), basis=voorbeeld)


def test_gewone_namen_zijn_eigen_kolommen(voorbeeld: Opbouw) -> None:
    """D9."""
    namen = ["gemeente", "aanbieder", "label", "naam", "regio", "jaar", "perceel", "opmerking", "gezinshuis"]
    namen += [
        "gezinshuis_naam",
        "plaatsen",
        "tarief",
        "salaris",
        "huisnummer",
        "uitkomst_midden_tarief",
        "kvk",
    ]
    uit = bereken_kolommen(pd.DataFrame([dict.fromkeys(namen, "x")]), basis=voorbeeld)
    assert list(uit.columns[: len(namen)]) == namen


def test_kale_namen_komen_eruit_en_worden_teruggelezen(voorbeeld: Opbouw) -> None:
    """E7: no dots for tools that stumble over them, and the same cents."""
    gelieerd = {"aandeel": "0.1", "grondslag": "tarief", "vast_bedrag_per_plaats_per_jaar": 5}
    huis = voorbeeld.met(
        {"eigen_posten": [{"naam": "tuin", "bedrag_per_jaar": 100}], "gelieerde_zorgorganisatie": gelieerd}
    )
    kaal = opbouwen_naar_frame([huis, voorbeeld], naamstijl="kaal")
    assert not any({*".[]"} & {*str(naam)} for naam in kaal)
    assert {"leegstand_bezettingsgraad", "eigen_posten_0_naam", "gelieerde_zorgorganisatie_aandeel"} <= {
        *kaal
    }
    uit = bereken_kolommen(kaal, naamstijl="kaal")
    met_punten = bereken_kolommen(opbouwen_naar_frame([huis, voorbeeld]))
    assert list(uit.columns) == [str(naam).replace(".", "_") for naam in met_punten]
    assert np.array_equal(uit.to_numpy(), met_punten.to_numpy())
    assert [plat(opbouw) for opbouw in frame_naar_opbouwen(kaal)] == [plat(huis), plat(voorbeeld)]


def test_een_kolom_met_twee_namen_of_met_die_van_een_uitkomst_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    """E7: plain names are taken back only where they cannot be mistaken."""
    frame = pl.DataFrame({BEZETTING: [0.9], "leegstand_bezettingsgraad": [0.95]})
    with pytest.raises(KolommenFout, match=f"{BEZETTING}: staat er twee keer"):
        bereken_kolommen(frame, basis=voorbeeld)
    with pytest.raises(
        InvoerFout, match=r"uitkomst_midden_tarief: heet zoals een uitkomst. Geef uw kolom een andere"
    ):
        bereken_kolommen(pl.DataFrame({"uitkomst_midden_tarief": [1]}), basis=voorbeeld, naamstijl="kaal")
    with pytest.raises(InvoerFout, match=r"naamstijl: plat is geen keuze. Toegestaan: punten of kaal"):
        bereken_kolommen(frame, basis=voorbeeld, naamstijl="plat")  # type: ignore[call-overload]


def test_een_dubbele_kop_wordt_geteld(voorbeeld: Opbouw) -> None:
    """R8."""
    tabel = pa.table([[0.9], [0.9], [0.9]], names=[BEZETTING] * 3)
    with pytest.raises(InvoerFout, match=f"{BEZETTING}: staat er 3 keer. Laat er één staan."):
        bereken_kolommen(tabel, basis=voorbeeld)
    with pytest.raises(InvoerFout, match=f"{BEZETTING}: staat er 3 keer. Laat er één staan."):
        bereken_kolommen(tabel.to_pandas(), basis=voorbeeld)


def test_een_onbekende_kolom_verbergt_de_andere_bezwaren_niet(
    soort: Callable[..., Any], voorbeeld: Opbouw
) -> None:
    """R8: everything at once."""
    frame = soort(
        {"overhead.opslg": [1, 1], BEZETTING: [95.0, 0.9], "overhead.grondslag": ["alles", "alles"]}
    )
    for deur in (bereken_kolommen, frame_naar_opbouwen):
        with pytest.raises(KolommenFout) as vangst:
            deur(frame, basis=voorbeeld)
        assert [b.sleutel for b in vangst.value.bezwaren] == [
            "overhead.opslg",
            "overhead.grondslag (rij 0)",
            f"{BEZETTING} (rij 0)",
            "overhead.grondslag (rij 1)",
        ]
        assert vangst.value.aantal == 4


def test_tekst_die_geen_utf8_is_wordt_genoemd(voorbeeld: Opbouw) -> None:
    """R8: half a character; in Arrow as bytes, in pandas as a lone surrogate."""
    half = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xed\xa0")]
    )
    naam, bedrag = "eigen_posten[0].naam", "eigen_posten[0].bedrag_per_jaar"
    with pytest.raises(InvoerFout, match=r"eigen_posten\[0\].naam: heeft tekst die geen UTF-8 is"):
        bereken_kolommen(pa.table({naam: half, bedrag: [1.0]}), basis=voorbeeld)
    frame = pd.DataFrame({naam: ["caf\u00e9", "\ud800"], bedrag: ["1", "\ud800"]}, dtype=object)
    with pytest.raises(KolommenFout) as vangst:
        bereken_kolommen(frame, basis=voorbeeld)
    assert [str(b).encode().decode().split(".")[0] for b in vangst.value.bezwaren] == ["eigen_posten[0]"] * 2
    assert [b.gevonden for b in vangst.value.bezwaren] == ['"\\ud800"'] * 2


def test_een_kind_dat_niet_is_geinstalleerd_wordt_genoemd(
    monkeypatch: pytest.MonkeyPatch, voorbeeld: Opbouw
) -> None:
    with pytest.raises(
        InvoerFout, match=r"soort: spark is geen keuze. Toegestaan: pandas of polars of pyarrow"
    ):
        opbouwen_naar_frame([voorbeeld], soort="spark")  # type: ignore[call-overload]
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(
        InvoerFout, match=r"soort: polars is niet geïnstalleerd. Installeer: pip install polars."
    ):
        opbouwen_naar_frame([voorbeeld], soort="polars")


@pytest.mark.parametrize("soort_uit", ["polars", "pyarrow"])
def test_opbouwen_gaan_heen_en_terug_door_andere_frames(
    soort_uit: Literal["polars", "pyarrow"], voorbeeld: Opbouw
) -> None:
    post = voorbeeld.met({"eigen_posten": [{"naam": "tuin", "bedrag_per_jaar": "100.50"}]})
    frame = opbouwen_naar_frame({"Ede": voorbeeld, "Epe": post}, soort=soort_uit)
    terug = frame_naar_opbouwen(frame)
    assert terug.labels == ("Ede", "Epe")
    assert [plat(opbouw) for opbouw in terug] == [plat(voorbeeld), plat(post)]
    zonder = opbouwen_naar_frame([voorbeeld], soort=soort_uit)
    assert "label" not in naar_pandas(zonder)
    assert len(frame_naar_opbouwen(opbouwen_naar_frame([], soort=soort_uit))) == 0


def _csv(frame: pd.DataFrame, basis_map: Path, scheiding: str) -> Any:  # noqa: ANN401 (pyarrow has no types)
    """Write a frame as CSV with this separator, compute it, and read the outcomes."""
    komma = scheiding == ";"

    def tekst(cel: object) -> str:
        getal = "" if cel is None or cel != cel else repr(cel) if isinstance(cel, float) else str(cel)  # noqa: PLR0124
        return getal.replace(".", ",") if komma and isinstance(cel, float) else getal

    regels = [scheiding.join(map(str, frame.columns))]
    regels += [
        scheiding.join(f'"{tekst(cel)}"' if tekst(cel) else "" for cel in rij)
        for rij in frame.itertuples(index=False)
    ]
    (basis_map / "in.csv").write_text("\n".join(regels) + "\n", encoding="utf-8")
    reken_bestand(basis_map / "in.csv", basis_map / "uit.csv", overschrijf=True)
    opties = pacsv.ConvertOptions(decimal_point="," if komma else ".")
    return pacsv.read_csv(
        basis_map / "uit.csv", parse_options=pacsv.ParseOptions(delimiter=scheiding), convert_options=opties
    ).to_pandas()


def _parquet(frame: pd.DataFrame, basis_map: Path) -> Any:  # noqa: ANN401 (idem)
    frame.to_parquet(basis_map / "in.parquet", index=False)
    reken_bestand(basis_map / "in.parquet", basis_map / "uit.parquet", overschrijf=True)
    return pq.read_table(basis_map / "uit.parquet").to_pandas()


@settings(max_examples=15)
@given(st.lists(opbouwen(), min_size=1, max_size=3))
def test_dezelfde_rijen_geven_langs_elke_weg_dezelfde_centen(lijst: list[Opbouw]) -> None:
    """E7, D9, D1: pandas, polars, lazy, pyarrow, both kinds of CSV and Parquet against the exact reading."""
    bron = opbouwen_naar_frame(lijst)
    as_pl = opbouwen_naar_frame(lijst, soort="polars")
    uitkomsten = {
        "pandas": bereken_kolommen(bron),
        "polars": naar_pandas(bereken_kolommen(as_pl)),
        "lui": naar_pandas(bereken_kolommen(as_pl.lazy())),
        "pyarrow": naar_pandas(bereken_kolommen(opbouwen_naar_frame(lijst, soort="pyarrow"))),
    }
    with tempfile.TemporaryDirectory() as map_:
        uitkomsten |= {f"csv {s}": _csv(bron, Path(map_), s) for s in ",;"}
        uitkomsten["parquet"] = _parquet(bron, Path(map_))
    for weg, uit in uitkomsten.items():
        namen = [naam for naam in uit if str(naam).startswith("uitkomst.")]
        rijen = uit_frame(uit[namen].astype("float64"))
        for rij, precies in zip(rijen, exact(lijst), strict=True):
            assert rij.items() >= precies.items(), weg
