"""V4: formulas of one's own, drawn at random, over rows rich in half cents: every reading equals the exact one."""

from __future__ import annotations

from typing import Any

import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from gezinshuis_tarief import (
    InvoerFout,
    KolommenFout,
    Opbouw,
    bereken_kolommen,
    frame_naar_opbouwen,
    onderdeel,
    opbouwen_naar_frame,
)
from gezinshuis_tarief.database.tabel import TWIJFEL, bereken_tabel
from hulp.formules import EIGEN_INVOER, eigen_formules
from hulp.getrokken import VOORBEELD, basis_met, rijen_voor
from hulp.invoer import ONDERNEMER
from hulp.wijzen import exact, uit_frame

GEDULDIG = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def in_database(frame: pd.DataFrame, basis: Opbouw) -> list[dict[str, Any]]:
    """Compute a frame in DuckDB; the rows in their order, the outcomes and whether they were in doubt."""
    rijen = pa.Table.from_pandas(frame.assign(nr=range(len(frame))), preserve_index=False)
    uit = bereken_tabel(ibis.duckdb.connect().create_table("rijen", rijen), basis=basis).to_pyarrow()
    rijen_uit: list[dict[str, Any]] = sorted(uit.to_pylist(), key=lambda rij: rij["nr"])
    return rijen_uit


def uitkomsten_in(rijen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{s: w for s, w in rij.items() if s.startswith("uitkomst.") and s != TWIJFEL} for rij in rijen]


PLEKKEN = st.sampled_from(list(EIGEN_INVOER))
FORMULES = PLEKKEN.flatmap(lambda plek: st.tuples(st.just(plek), eigen_formules(plek)))


@GEDULDIG
@given(FORMULES, st.integers(0, 2**20))
def test_kolommen_geven_elke_eigen_formule_exact(gekozen: tuple[str, str], zaad: int) -> None:
    basis, frame = basis_met(*gekozen), rijen_voor(gekozen[0], zaad)
    assert uit_frame(bereken_kolommen(frame, basis=basis)) == exact(frame_naar_opbouwen(frame, basis=basis))


@settings(GEDULDIG, max_examples=6)
@given(FORMULES, st.integers(0, 2**20))
def test_een_database_geeft_elke_eigen_formule_exact(gekozen: tuple[str, str], zaad: int) -> None:
    basis, frame = basis_met(*gekozen), rijen_voor(gekozen[0], zaad)
    assert uitkomsten_in(in_database(frame, basis)) == exact(frame_naar_opbouwen(frame, basis=basis))


AFGEROND = [
    ("eigen_posten", "AFRONDEN(AFRONDEN(bedrag / 3; 2) * deel; 2) * 3 - ander"),
    (
        "overhead",
        'ALS(keuze = "hoog"; MIN(AFRONDEN(directe_kosten * deel; 2); bedrag); 0 - AFRONDEN(ander; 2))',
    ),
]


@pytest.mark.parametrize(("plek", "formule"), AFGEROND)
def test_de_gecompileerde_lus_rondt_ook_binnen_een_formule_af(plek: str, formule: str) -> None:
    basis, frame = basis_met(plek, formule), rijen_voor(plek, 7)
    verwacht = exact(frame_naar_opbouwen(frame, basis=basis))
    assert uit_frame(bereken_kolommen(frame, basis=basis, gecompileerd=True)) == verwacht
    assert uit_frame(bereken_kolommen(frame, basis=basis)) == verwacht
    uit = in_database(frame, basis)
    assert uitkomsten_in(uit) == verwacht
    assert any(rij[TWIJFEL] for rij in uit)  # half cents are there, and are settled


def test_een_keuze_die_vast_staat_laat_de_afrondingen_op_hun_plaats() -> None:
    """The branch that is not chosen rounds too in some readings; the bounds must stay with their amounts."""
    formule = 'ALS(keuze = "laag"; AFRONDEN(ander * 100; 2); AFRONDEN(bedrag / 3; 2))'
    basis = basis_met("eigen_posten", formule)
    frame = rijen_voor("eigen_posten", 3).drop(columns="eigen_posten[0].keuze")
    verwacht = exact(frame_naar_opbouwen(frame, basis=basis))
    for gecompileerd in (False, True):
        assert uit_frame(bereken_kolommen(frame, basis=basis, gecompileerd=gecompileerd)) == verwacht
    assert uitkomsten_in(in_database(frame, basis)) == verwacht


def test_een_getal_in_een_formule_loopt_nergens_over() -> None:
    """Four times a million is more than a whole number of a machine holds."""
    basis = basis_met("eigen_posten", "bedrag * 1000000 * 1000000 / 1000000 / 1000000 * deel")
    frame = rijen_voor("eigen_posten", 5)
    verwacht = exact(frame_naar_opbouwen(frame, basis=basis))
    assert uit_frame(bereken_kolommen(frame, basis=basis, gecompileerd=True)) == verwacht
    assert uitkomsten_in(in_database(frame, basis)) == verwacht


def test_een_regel_onder_nul_is_overal_dezelfde_en_nul_heeft_geen_teken() -> None:
    basis = basis_met("eigen_posten", "0 - bedrag")
    frame = pd.DataFrame({"eigen_posten[0].bedrag": [7.3, 21.9, 0.01, 0.0, 1e6]})
    verwacht = exact(frame_naar_opbouwen(frame, basis=basis))
    assert [str(rij["uitkomst.laag.eigen_posten"]) for rij in verwacht[:4]] == [
        "-0.01",
        "-0.02",
        "0.00",
        "0.00",
    ]
    for gecompileerd in (False, True):
        uit = bereken_kolommen(frame, basis=basis, gecompileerd=gecompileerd)
        assert uit_frame(uit) == verwacht
        assert not np.signbit(uit["uitkomst.laag.eigen_posten"].iloc[2:4]).any()
    assert uitkomsten_in(in_database(frame, basis)) == verwacht


def test_een_lege_cel_van_een_eigen_onderdeel_telt_niet_als_nul() -> None:
    """A formula over nothing need not be nothing."""
    basis = basis_met("eigen_posten", "bedrag + 100 * ander")
    frame = pd.DataFrame({"eigen_posten[0].bedrag": [1.0, np.nan]})
    with pytest.raises(KolommenFout, match=r"eigen_posten\[0\]\.bedrag \(rij 1\)"):
        bereken_kolommen(frame, basis=basis)
    with pytest.raises(InvoerFout, match=r"eigen_posten\[0\]\.bedrag: in 1 rij \(leeg\) niet toegestaan"):
        in_database(frame, basis)


def test_zonder_basis_zegt_de_weigering_wat_er_mist() -> None:
    frame = opbouwen_naar_frame([basis_met("eigen_posten", "bedrag")])
    with pytest.raises(
        KolommenFout, match="Hoort zij bij een eigen onderdeel, geef dan de opbouw daarmee als"
    ):
        bereken_kolommen(frame)


def test_een_database_zonder_rijen_of_met_alleen_lege_cellen_heeft_geen_uitersten() -> None:
    basis = basis_met("huisvesting", "bedrag * deel")
    frame = pd.DataFrame({"huisvesting.bedrag": [7.3], "verzorgingskosten.vast_bedrag_per_jaar": [np.nan]})
    assert uitkomsten_in(in_database(frame, basis)) == exact(frame_naar_opbouwen(frame, basis=basis))
    assert len(in_database(frame.iloc[:0], basis)) == 0
    zonder = pd.DataFrame({"gemeente": ["Ede"]})
    assert uitkomsten_in(in_database(zonder, basis)) == exact([basis])


@pytest.mark.parametrize(("plek", "formule"), AFGEROND)
def test_een_eigen_onderdeel_mag_per_zorgzwaarte_andere_invoer_hebben(plek: str, formule: str) -> None:
    """The rooms run again for that zorgzwaarte, and so does every rounding in them."""
    deel = "eigen_posten[0]" if plek == "eigen_posten" else plek
    opslag = {"naam": "scholing", "percentage": "0.0125", "grondslag": "kostprijs"}
    basis = basis_met(plek, formule).met(
        {f"hoog.{deel}.deel": "0.25", "laag.leegstand.bezettingsgraad": "0.9", "eigen_opslagen": [opslag]}
    )
    frame = rijen_voor(plek, 11).assign(**{f"hoog.{deel}.ander": rijen_voor(plek, 12)[f"{deel}.ander"]})
    opbouwen = frame_naar_opbouwen(frame, basis=basis)
    verwacht = exact(opbouwen)
    assert any(rij["uitkomst.hoog.tarief"] != rij["uitkomst.midden.tarief"] for rij in verwacht)
    for gecompileerd in (False, True):
        assert uit_frame(bereken_kolommen(frame, basis=basis, gecompileerd=gecompileerd)) == verwacht
    assert uitkomsten_in(in_database(frame, basis)) == verwacht
    heen = opbouwen_naar_frame(opbouwen)
    assert uit_frame(bereken_kolommen(heen, basis=basis)) == verwacht


def test_een_eigen_onderdeel_kan_naast_een_ondernemer_staan() -> None:
    ondernemers = basis_met("eigen_posten", "bedrag * deel").met(
        {"inkomen_gezinshuisouder": ONDERNEMER}, reden="ondernemer"
    )
    frame = opbouwen_naar_frame([ondernemers])
    verwacht = exact([ondernemers])
    assert uit_frame(bereken_kolommen(frame, basis=ondernemers)) == verwacht
    assert uitkomsten_in(in_database(frame, ondernemers)) == verwacht
    with pytest.raises(InvoerFout, match="is van een andere soort dan in de eerste rij"):
        opbouwen_naar_frame([ondernemers, basis_met("eigen_posten", "bedrag * deel")])


def test_eenzelfde_eigen_bouwsteen_1_uit_twee_bestanden_past_in_een_tabel() -> None:
    invoer = {"bedrag": {"eenheid": "€ per jaar"}}
    opbouwen = []
    for _ in range(2):
        soort = onderdeel("Inkomen", plek="inkomen_gezinshuisouder", invoer=invoer, uitkomst="bedrag / 3")
        opbouwen.append(VOORBEELD.met({"inkomen_gezinshuisouder": soort(bedrag="90000")}, reden="eigen"))
    frame = opbouwen_naar_frame(opbouwen)
    assert uit_frame(bereken_kolommen(frame, basis=opbouwen[0])) == exact(opbouwen)
