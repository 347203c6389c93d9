"""Tables in a database equal the exact reading, cent for cent, on every engine we name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import GelieerdeZorgorganisatie, Huismaten, Huisvesting, InvoerFout, Opbouw
from gezinshuis_tarief.database.formule import Databasetabel, IbisFormule
from gezinshuis_tarief.database.indeling import Tabelindeling
from gezinshuis_tarief.database.keuring import tussen_kolommen
from gezinshuis_tarief.database.tabel import TWIJFEL, bereken_tabel, uitkomsten
from gezinshuis_tarief.formules.uitdrukking import Uitdrukking, verwijzingen
from gezinshuis_tarief.kern.rekenwijze import Rekenwijze
from gezinshuis_tarief.kern.sleutels import waarde_op, zwaarte_in
from hulp.strategieen import opbouwen, uitgebreid

Motor: TypeAlias = Any
"""A connection of Ibis, which brings no types."""

GOUDEN = Path(__file__).parent / "gouden" / "duckdb.sql"
EISEN = GOUDEN.with_name("eisen.duckdb.sql")


class Streek(tuple[Opbouw, ...]):
    """Many houses, that do not print themselves in full when a test fails."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Streek van {len(self)} huizen"


def rij_van(opbouw: Opbouw) -> dict[str, Any]:
    """The inputs as a database holds them: binary floats and texts, nothing where a part is absent."""
    return {
        waarde.sleutel: waarde.waarde if isinstance(waarde.waarde, str) else float(waarde.waarde)
        for waarde in opbouw.waarden()
        if waarde.waarde is not None
    }


def evenveel_kolommen(streek: Sequence[Opbouw]) -> list[dict[str, Any]]:
    """The rows of houses; a house that shares a value has it where another has its own."""
    rijen = [rij_van(opbouw) for opbouw in streek]
    eigen = {sleutel for rij in rijen for sleutel in rij if zwaarte_in(sleutel)[0]}
    gedeeld = [{s: waarde_op(opbouw, s) for s in eigen} for opbouw in streek]
    vol = [
        {s: w if isinstance(w, str) else float(w) for s, w in deel.items() if w is not None}  # type: ignore[arg-type]
        for deel in gedeeld
    ]
    return [rij | deel for rij, deel in zip(rijen, vol, strict=True)]


def arrow(rijen: Sequence[dict[str, Any]]) -> pa.Table:
    kolommen = dict.fromkeys(sleutel for rij in rijen for sleutel in rij)
    tekst = (".grondslag", ".naam", ".soort")
    soorten = {kolom: pa.string() if kolom.endswith(tekst) else pa.float64() for kolom in kolommen}
    velden = {kolom: pa.array([rij.get(kolom) for rij in rijen], soort) for kolom, soort in soorten.items()}
    return pa.table({"nr": range(len(rijen)), **velden})


def verwacht(opbouw: Opbouw) -> dict[str, Decimal]:
    uit: dict[str, Decimal] = {}
    for zwaarte, tarief in opbouw.bereken().items():
        uit |= {f"uitkomst.{zwaarte}.{regel.sleutel}": regel.per_etmaal for regel in tarief.regels}
        uit[f"uitkomst.{zwaarte}.tarief"] = tarief.per_etmaal
    return uit


@pytest.fixture(scope="session")
def duckdb() -> Motor:
    return ibis.duckdb.connect()


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from pyspark.sql import SparkSession  # noqa: PLC0415 (half a gigabyte, only where asked for)

    bouwer = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    bouwer = bouwer.config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("spark")))
    sessie = bouwer.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    yield ibis.pyspark.connect(sessie)
    sessie.stop()


# Spark brings warnings of its own, about pandas 3 and open sockets; ours stay errors on DuckDB.
SPARK = (pytest.mark.spark, pytest.mark.filterwarnings("default"))


@pytest.fixture(params=["duckdb", pytest.param("spark", marks=SPARK)])
def motor(request: pytest.FixtureRequest) -> Motor:
    return request.getfixturevalue(request.param)


def tabel_in(motor: Motor, rijen: Sequence[dict[str, Any]]) -> Databasetabel:
    if motor.name == "pyspark":
        return motor.create_view("huizen", ibis.memtable(arrow(rijen)), overwrite=True)
    return motor.create_table("huizen", arrow(rijen), overwrite=True)


def gelijk(motor: Motor, streek: Sequence[Opbouw]) -> int:
    """Compare each row with the exact reading; return how many were in doubt."""
    tabel = tabel_in(motor, evenveel_kolommen(streek))
    rijen = {rij["nr"]: rij for rij in bereken_tabel(tabel).to_pyarrow().to_pylist()}
    assert len(rijen) == len(streek)
    for nr, opbouw in enumerate(streek):
        uit = verwacht(opbouw)
        assert {sleutel: rijen[nr][sleutel] for sleutel in uit} == uit
        rest = {s for s in rijen[nr] if s.startswith("uitkomst.") and s not in uit} - {TWIJFEL}
        assert all(rijen[nr][sleutel] == 0 for sleutel in rest)
    return sum(rij[TWIJFEL] for rij in rijen.values())


@settings(max_examples=4)
@given(st.lists(opbouwen(), min_size=1, max_size=30).map(Streek))
def test_duckdb_geeft_bij_elke_opbouw_dezelfde_centen(duckdb: Motor, streek: Streek) -> None:
    gelijk(duckdb, streek)


@pytest.mark.parametrize("is_ondernemer", [False, True], ids=["loondienst", "ondernemer"])
def test_duckdb_kent_opslagen_ondernemers_en_invoer_per_zorgzwaarte(
    duckdb: Motor, *, is_ondernemer: bool
) -> None:
    @settings(max_examples=4)
    @given(st.lists(uitgebreid(is_ondernemer=is_ondernemer), min_size=1, max_size=6).map(Streek))
    def alle(streek: Streek) -> None:
        gelijk(duckdb, streek)

    alle()


def halve_centen(voorbeeld: Opbouw) -> list[Opbouw]:
    """Houses of which a line is exactly half a cent, a hair more or a hair less."""
    streek = []
    for cent in range(40):
        halve = (Decimal(cent) / 100 + Decimal("10.005")) * 365 * 4
        for haar in ("0", "0.0000001", "-0.0000001"):
            bedrag = halve + Decimal(haar)
            streek.append(
                voorbeeld.met(
                    {"huisvesting.vast_bedrag_per_jaar": bedrag, "leegstand.bezettingsgraad": "0.8"}
                )
            )
    return streek


def lastige(voorbeeld: Opbouw) -> list[Opbouw]:
    """Houses in which a difference magnifies the errors of binary floats."""
    gelieerd = GelieerdeZorgorganisatie(
        aandeel="0.4", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="12.5"
    )
    streek = [
        voorbeeld.met(
            {
                "gelieerde_zorgorganisatie": gelieerd,
                "winst_marge.percentage": marge,
                "leegstand.bezettingsgraad": graad,
                "leegstand.grondslag": grondslag,
                "verzorgingskosten.bedrag_per_jeugdige_per_dag": dag,
            }
        )
        for marge in ("0.59", "0.5999999")
        for graad in ("1", "0.01")
        for grondslag in ("kostprijs", "vaste_kosten")
        for dag in ("0", "9999.99")
    ]
    return [*streek, nul(voorbeeld)]


def nul(voorbeeld: Opbouw) -> Opbouw:
    """A house without any cost, but for a fixed part of bouwsteen 8 behind the tariff."""
    vast = {
        f"{blok}.vast_bedrag_per_jaar": "0" for blok in ("ondersteuning", "huisvesting", "verzorgingskosten")
    }
    vast |= {
        f"{blok}.vast_bedrag_per_jaar": "0" for blok in ("inkomen_gezinshuisouder", "gedragswetenschapper")
    }
    gelieerd = GelieerdeZorgorganisatie(
        aandeel="0.1", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="365.5"
    )
    return voorbeeld.met(
        {
            **vast,
            "vervanging_logeren.vast_bedrag_per_jaar": "0",
            "overhead.contracteisen_per_jaar": "0",
            "overhead.vast_bedrag_per_plaats_per_jaar": "0",
            "gelieerde_zorgorganisatie": gelieerd,
        }
    )


def test_halve_centen_worden_op_elke_motor_herkend_en_exact_beslist(motor: Motor, voorbeeld: Opbouw) -> None:
    assert gelijk(motor, halve_centen(voorbeeld)) >= 40


def test_verschillen_die_fouten_vergroten_kosten_op_geen_motor_een_cent(
    motor: Motor, voorbeeld: Opbouw
) -> None:
    assert gelijk(motor, lastige(voorbeeld)) > 0


def test_een_onzinnig_hoog_tarief_wordt_geweigerd(duckdb: Motor, voorbeeld: Opbouw) -> None:
    rij = {
        **rij_van(voorbeeld),
        "inkomen_gezinshuisouder.fte_per_plaats": 9e8,
        "leegstand.bezettingsgraad": 1e-10,
    }
    with pytest.raises(InvoerFout, match="te groot voor een tarief"):
        bereken_tabel(tabel_in(duckdb, [rij]))


def test_zonder_herberekenen_zijn_alleen_de_gemarkeerde_rijen_onzeker(
    duckdb: Motor, voorbeeld: Opbouw
) -> None:
    streek = halve_centen(voorbeeld)
    uit = bereken_tabel(tabel_in(duckdb, [rij_van(opbouw) for opbouw in streek]), herbereken=False)
    rijen = uit.to_pyarrow().to_pylist()
    zeker = [rij for rij in rijen if not rij[TWIJFEL]]
    assert 0 < len(zeker) < len(rijen)
    assert all(rij["uitkomst.hoog.tarief"] == streek[rij["nr"]].bereken()["hoog"].per_etmaal for rij in zeker)


def test_een_basis_geeft_wat_geen_kolom_is(duckdb: Motor, voorbeeld: Opbouw) -> None:
    graden = ["0.9", "0.95", "1"]
    tabel = duckdb.create_table(
        "graden",
        pa.table(
            {
                "huis": ["a", "b", "c"],
                "leegstand.bezettingsgraad": pa.array(map(Decimal, graden), pa.decimal128(4, 3)),
            }
        ),
        overwrite=True,
    )
    rijen = bereken_tabel(tabel, basis=voorbeeld).order_by("huis").to_pyarrow().to_pylist()
    assert [rij["huis"] for rij in rijen] == ["a", "b", "c"]
    for rij, graad in zip(rijen, graden, strict=True):
        uit = verwacht(voorbeeld.met({"leegstand.bezettingsgraad": graad}))
        assert {sleutel: rij[sleutel] for sleutel in uit} == uit
        assert "overhead.opslag" not in rij


def test_een_basis_mag_kiezen_en_vaste_delen_geven(duckdb: Motor, voorbeeld: Opbouw) -> None:
    gelieerd = GelieerdeZorgorganisatie(
        aandeel="0.05", grondslag="kostprijs", vast_bedrag_per_plaats_per_jaar="100"
    )
    basis = voorbeeld.met(
        {"gelieerde_zorgorganisatie": gelieerd, "huisvesting.vast_bedrag_per_jaar": "20000"}
    )
    tabel = duckdb.create_table("enkel", pa.table({"overhead.opslag": [0.1]}), overwrite=True)
    rij = bereken_tabel(tabel, basis=basis).to_pyarrow().to_pylist()[0]
    uit = verwacht(basis.met({"overhead.opslag": "0.1"}))
    assert {sleutel: rij[sleutel] for sleutel in uit} == uit


def test_een_lege_tabel_geeft_een_lege_tabel(duckdb: Motor, voorbeeld: Opbouw) -> None:
    tabel = tabel_in(duckdb, [rij_van(voorbeeld)]).limit(0)
    assert bereken_tabel(tabel).to_pyarrow().num_rows == 0


def test_onbekende_ontbrekende_en_verkeerde_kolommen_worden_samen_geweigerd(
    duckdb: Motor, voorbeeld: Opbouw
) -> None:
    rij = rij_van(voorbeeld)
    rij["leegstand.bezetingsgraad"] = rij.pop("leegstand.bezettingsgraad")
    kolommen = {sleutel: [waarde] for sleutel, waarde in rij.items()}
    kolommen["overhead.opslag"] = ["veel"]
    kolommen["overhead.grondslag"] = [1]
    tabel = duckdb.create_table("fout", pa.table(kolommen), overwrite=True)
    with pytest.raises(InvoerFout) as fout:
        bereken_tabel(tabel)
    assert [(b.sleutel, b.melding) for b in fout.value.bezwaren] == [
        ("leegstand.bezetingsgraad", "is geen bekende kolom"),
        ("leegstand.bezettingsgraad", "ontbreekt"),
        ("overhead.opslag", "is geen soort kolom die past"),
        ("overhead.grondslag", "is geen soort kolom die past"),
    ]
    assert fout.value.bezwaren[0].remedie == "Bedoelt u leegstand.bezettingsgraad?"


def test_waarden_buiten_de_grenzen_worden_in_de_motor_geteld(motor: Motor, voorbeeld: Opbouw) -> None:
    goed = rij_van(voorbeeld)
    rijen = [
        goed,
        {**goed, "leegstand.bezettingsgraad": 1.5, "gezinshuis.plaatsen_laag": 0.5},
        {**goed, "leegstand.bezettingsgraad": 0.0, "gezinshuis.plaatsen_hoog": 8.0},
        {**goed, "overhead.grondslag": "alles", "huisvesting.woonlasten_per_jaar": float("inf")},
        {**goed, "winst_marge.percentage": 1.0, "overhead.opslag": None},
        {**goed, "gelieerde_zorgorganisatie.aandeel": 0.1},
    ]
    rijen[0] |= {"gelieerde_zorgorganisatie.grondslag": "tarief", "gelieerde_zorgorganisatie.aandeel": 0.0}
    rijen[0]["gelieerde_zorgorganisatie.vast_bedrag_per_plaats_per_jaar"] = 0.0
    with pytest.raises(InvoerFout) as fout:
        bereken_tabel(tabel_in(motor, rijen))
    gevonden = {bezwaar.sleutel: bezwaar.gevonden for bezwaar in fout.value.bezwaren}
    assert gevonden["leegstand.bezettingsgraad"] == "in 2 rijen (bijvoorbeeld 1.5)"
    assert gevonden["gezinshuis.plaatsen_laag"] == "in 1 rij (bijvoorbeeld 0.5)"
    assert gevonden["overhead.grondslag"] == "in 1 rij (bijvoorbeeld alles)"
    assert gevonden["overhead.opslag"] == "in 1 rij (leeg)"
    assert gevonden["gelieerde_zorgorganisatie"].startswith("in 1 rij")
    assert gevonden["gelieerde_zorgorganisatie.aandeel + winst_marge.percentage"].startswith("in 1 rij")
    assert gevonden["huisvesting.woonlasten_per_jaar"].startswith("in 1 rij")
    assert "samen minstens 1 en hoogstens 8 plaatsen" in str(fout.value)
    assert len(gevonden) == 8


def test_een_deel_uit_de_basis_mag_in_een_kolom_niet_leeg_zijn(duckdb: Motor, voorbeeld: Opbouw) -> None:
    gelieerd = GelieerdeZorgorganisatie(
        aandeel="0.05", grondslag="kostprijs", vast_bedrag_per_plaats_per_jaar="100"
    )
    basis = voorbeeld.met({"gelieerde_zorgorganisatie": gelieerd})
    kolom = pa.array([0.1, None], pa.float64())
    tabel = duckdb.create_table(
        "deels", pa.table({"gelieerde_zorgorganisatie.aandeel": kolom}), overwrite=True
    )
    with pytest.raises(InvoerFout, match=r"in 1 rij .*alle kolommen gevuld"):
        bereken_tabel(tabel, basis=basis)


class Kasteel(Huisvesting):
    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return super().opbouw_per_jaar(huis, wijze) * 2


def test_een_eigen_formule_rekent_in_een_database_als_elders(duckdb: Motor, voorbeeld: Opbouw) -> None:
    """V4: the band around half a cent follows from the formula itself."""
    basis = voorbeeld.met({"huisvesting": Kasteel(**voorbeeld.huisvesting.model_dump())})
    tabel = duckdb.create_table("kasteel", pa.table({"overhead.opslag": [0.1]}), overwrite=True)
    (rij,) = bereken_tabel(tabel, basis=basis).to_pyarrow().to_pylist()
    for zwaarte, tarief in basis.bereken().items():
        assert rij[f"uitkomst.{zwaarte}.tarief"] == tarief.per_etmaal
        assert rij[f"uitkomst.{zwaarte}.huisvesting"] == tarief["huisvesting"].per_etmaal


def _indeling(voorbeeld: Opbouw) -> tuple[Any, Tabelindeling]:
    rij = {**rij_van(voorbeeld), "huisvesting.vast_bedrag_per_jaar": 0.0}
    tekst = ".grondslag"
    tabel = ibis.table({s: "string" if s.endswith(tekst) else "float64" for s in rij}, name="huizen")
    return tabel, Tabelindeling.van(tabel, None)


def test_de_formules_in_sql_zijn_vastgelegd(voorbeeld: Opbouw) -> None:
    tabel, indeling = _indeling(voorbeeld)
    regels = []
    for sleutel, stap in indeling.stappen().items():
        if sleutel.startswith(("midden.", "hoog.", "uitkomst.midden", "uitkomst.hoog")):
            continue  # as laag
        nodig = dict.fromkeys(verwijzingen(stap.formule))
        kolommen = {
            s: "string" if s.endswith("grondslag") and s in tabel.columns else "float64" for s in nodig
        }
        waarde = IbisFormule(ibis.table(kolommen or {"nr": "int64"}, name="t"), {}, ()).getal(stap.formule)
        sql = " ".join(ibis.to_sql(waarde.name("x"), dialect="duckdb").split())
        kern = re.fullmatch(r'SELECT (.*) AS "x"(?: FROM "t" AS "t0")?', sql)
        assert kern is not None, sql
        regels.append(f"{sleutel}\n    {kern[1].replace(chr(34) + 't0' + chr(34) + '.', '')}\n")
    assert "\n".join(regels) == GOUDEN.read_text(encoding="utf-8")


def test_de_eisen_in_sql_zijn_vastgelegd(voorbeeld: Opbouw) -> None:
    gelieerd = GelieerdeZorgorganisatie(aandeel="0.05", grondslag="tarief", vast_bedrag_per_plaats_per_jaar=0)
    tabel, indeling = _indeling(voorbeeld.met({"gelieerde_zorgorganisatie": gelieerd}))
    regels = []
    for regel in tussen_kolommen(tabel, indeling):
        sql = " ".join(str(ibis.to_sql(tabel.select(x=regel.goed), dialect="duckdb")).split())
        kern = re.fullmatch(r'SELECT (.*) AS "x" FROM "huizen" AS "t0"', sql)
        assert kern is not None, sql
        regels.append(f"{regel.sleutel}\n    {kern[1].replace(chr(34) + 't0' + chr(34) + '.', '')}\n")
    assert "\n".join(regels) == EISEN.read_text(encoding="utf-8")


def test_stappen_blijven_stappen(voorbeeld: Opbouw) -> None:
    tabel, indeling = _indeling(voorbeeld)
    sql = ibis.to_sql(uitkomsten(tabel, indeling), dialect="duckdb")
    assert 6 <= sql.count("SELECT") <= 17
    for sleutel in ("laag.kostprijs", "hoog.integraal", "midden.onafgerond_tarief"):
        assert sql.count(f'AS "{sleutel}"') == 1


def test_een_onbekend_soort_knoop_is_een_fout() -> None:
    with pytest.raises(TypeError):
        IbisFormule(ibis.table({"nr": "int64"}, name="t"), {}, ()).getal(Uitdrukking())
