"""The judge that users have: LibreOffice recalculates what we wrote."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from gezinshuis_tarief import Opbouw, lees_excel, voorbeeld_2026
from gezinshuis_tarief.bouwstenen import KOSTENBLOKKEN
from gezinshuis_tarief.model.plat import eigen_vormen
from hulp.gevallen import IN_WERKBOEK
from hulp.libreoffice import Sjabloon, herreken, lees_waarden
from hulp.onderdelen import met_alles_eigen
from hulp.rekenblad import invoer_op_naam, verschillen
from hulp.strategieen import eigen_invoer_met_halve_centen, opbouwen

T = TypeVar("T")
pytestmark = pytest.mark.libreoffice

AANTAL_WILLEKEURIG = 190
AANTAL_HALVE_CENTEN = 110


@st.composite
def halve_centen(teken: st.DrawFn) -> Opbouw:
    """An opbouw in which most lines end on exactly half a cent."""
    plaatsen = teken(st.sampled_from([1, 2, 4, 5, 8]))
    plaatsdagen = plaatsen * 365
    halve = st.integers(1, 20000).map(lambda n: Decimal(2 * n + 1) / 200)
    nullen = dict.fromkeys(
        (f"zorgzwaarte.extra_uren_gedragswetenschapper_per_week_{z}" for z in ("midden", "hoog")), "0"
    ) | dict.fromkeys((f"zorgzwaarte.extra_uren_begeleiding_per_week_{z}" for z in ("midden", "hoog")), "0")
    return voorbeeld_2026().met(
        {
            "gezinshuis.plaatsen_laag": plaatsen,
            "gezinshuis.plaatsen_midden": 0,
            "gezinshuis.plaatsen_hoog": 0,
            **nullen,
            **{f"{blok}.vast_bedrag_per_jaar": teken(halve) * plaatsdagen for blok in KOSTENBLOKKEN},
            "zorgzwaarte.toeslag_per_etmaal_laag": teken(halve),
            "overhead.opslag": teken(st.sampled_from(["0", "0.05", "0.1", "0.25", "0.5", "1"])),
            "overhead.grondslag": teken(st.sampled_from(["beroepskrachten", "directe_kosten"])),
            "overhead.contracteisen_per_jaar": "0",
            "leegstand.bezettingsgraad": teken(st.sampled_from(["1", "0.8", "0.5", "0.625", "0.64"])),
            "leegstand.grondslag": teken(st.sampled_from(["kostprijs", "vaste_kosten"])),
            "winst_marge.percentage": teken(st.sampled_from(["0", "0.05", "0.1", "0.2", "0.5"])),
            "winst_marge.grondslag": teken(st.sampled_from(["tarief", "kostprijs"])),
        },
        reden="proef",
    )


def verzamel(strategie: st.SearchStrategy[T], aantal: int) -> list[T]:
    """Draw a fixed number of different examples."""
    gevonden: list[T] = []

    @settings(
        max_examples=aantal,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategie)
    def trek(voorbeeld: T) -> None:
        gevonden.append(voorbeeld)

    trek()
    return gevonden


def _sjabloon_van(opbouw: Opbouw, pad: Path) -> Sjabloon:
    opbouw.naar_excel(pad)
    return Sjabloon(pad)


def halve_centen_in(opbouw: Opbouw) -> int:
    """Count the lines that end on exactly half a cent before rounding."""
    regels = [regel.onafgerond for tarief in opbouw.bereken().values() for regel in tarief.regels]
    return sum(abs(bedrag * 100 % 1 - Decimal("0.5")) < Decimal("1e-25") for bedrag in regels)


def test_libreoffice_rekent_elk_werkboek_tot_op_de_cent_gelijk(tmp_path: Path) -> None:
    gegeven = [Opbouw.model_validate(geval.invoer) for geval in IN_WERKBOEK]
    gekozen = [
        *gegeven,
        *verzamel(opbouwen(), AANTAL_WILLEKEURIG),
        *verzamel(halve_centen(), AANTAL_HALVE_CENTEN),
    ]
    assert len(gekozen) >= 300
    standaard = _sjabloon_van(voorbeeld_2026(), tmp_path / "sjabloon.xlsx")
    bestanden = []
    for plek, opbouw in enumerate(gekozen):
        bestanden.append(tmp_path / f"{plek:04}.xlsx")
        eigen = eigen_vormen(opbouw) and _sjabloon_van(opbouw, tmp_path / f"sjabloon-{plek}.xlsx")
        (eigen or standaard).schrijf(invoer_op_naam(opbouw), bestanden[-1])
    assert verschillen(lees_waarden(bestanden[0]), gekozen[0])  # typed, and not yet recalculated
    assert sum(map(halve_centen_in, gekozen)) > 500
    fouten = {
        pad.name: gevonden
        for pad, opbouw in zip(herreken(bestanden, tmp_path), gekozen, strict=True)
        if (gevonden := verschillen(lees_waarden(pad), opbouw))
    }
    assert fouten == {}


AANTAL_EIGEN = 40


def test_libreoffice_rekent_en_bewaart_eigen_onderdelen_tot_op_de_cent(tmp_path: Path) -> None:
    """V3: own formulas recalculated, tie-rich; and a file that it saved reads without a finding."""
    alles = met_alles_eigen()
    gekozen = [
        alles,
        *(
            alles.met(anders, reden="proef")
            for anders in verzamel(eigen_invoer_met_halve_centen(), AANTAL_EIGEN)
        ),
    ]
    sjabloon = _sjabloon_van(alles, tmp_path / "sjabloon.xlsx")
    bestanden = [tmp_path / f"{plek:04}.xlsx" for plek in range(len(gekozen))]
    for pad, opbouw in zip(bestanden, gekozen, strict=True):
        sjabloon.schrijf(invoer_op_naam(opbouw), pad)
    assert sum(map(halve_centen_in, gekozen)) > 100
    for pad, opbouw in zip(herreken(bestanden, tmp_path), gekozen, strict=True):
        assert verschillen(lees_waarden(pad), opbouw) == []
        gelezen = lees_excel(pad)
        assert {b.code for b in gelezen.bevindingen} <= {"vast_gewijzigd_zonder_reden"}
        assert gelezen.opbouw.model_copy(update={"onderbouwing": {}}) == opbouw.model_copy(
            update={"onderbouwing": {}}
        )
    (zelf,) = herreken([tmp_path / "sjabloon.xlsx"], tmp_path / "onaangeroerd")
    gelezen = lees_excel(zelf)
    assert (gelezen.opbouw, gelezen.bevindingen) == (alles, ())
