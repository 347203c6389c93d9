"""Percentages of one's own: from where their base is complete, and in every later base."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import EigenOpslag, Exploitatie, InvoerFout, Opbouw, naar_json, verschil
from gezinshuis_tarief.componenten.opslag import OPSLAGGRONDSLAGEN
from hulp.strategieen import opbouwen


def met(opbouw: Opbouw, *opslagen: tuple[str, str]) -> Opbouw:
    return opbouw.met(
        {"eigen_opslagen": [EigenOpslag(naam=g, percentage=p, grondslag=g) for p, g in opslagen]}
    )


@pytest.mark.parametrize(
    ("grondslag", "midden"),
    [
        ("beroepskrachten", "162.52"),
        ("directe_kosten", "163.33"),
        ("kostprijs", "163.41"),
        ("integraal", "163.55"),
        ("tarief", "163.71"),
    ],
)
def test_twee_procent_over_elke_grondslag(voorbeeld: Opbouw, grondslag: str, midden: str) -> None:
    assert str(met(voorbeeld, ("0.02", grondslag)).bereken()["midden"].per_etmaal) == midden


@given(opbouwen(), st.sampled_from(OPSLAGGRONDSLAGEN))
def test_een_opslag_van_nul_verandert_niets(opbouw: Opbouw, grondslag: str) -> None:
    was, nu = opbouw.bereken(), met(opbouw, ("0", grondslag)).bereken()
    for zwaarte, tarief in nu.items():
        assert tarief["eigen_opslagen"].per_etmaal == 0
        assert [r.per_etmaal for r in tarief.regels if r.sleutel != "eigen_opslagen"] == [
            r.per_etmaal for r in was[zwaarte].regels
        ]


def test_opslagen_over_een_grondslag_stapelen_niet(voorbeeld: Opbouw) -> None:
    for grondslag in OPSLAGGRONDSLAGEN:
        samen, een = (
            met(voorbeeld, ("0.01", grondslag), ("0.02", grondslag)),
            met(voorbeeld, ("0.03", grondslag)),
        )
        assert samen.bereken().als_json() == een.bereken().als_json()


def test_alle_delen_van_het_tarief_blijven_samen_onder_het_geheel(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout) as fout:
        met(voorbeeld, ("0.5", "tarief"), ("0.47", "tarief"))
    (bezwaar,) = fout.value.bezwaren
    assert bezwaar.sleutel == (
        "gelieerde_zorgorganisatie.aandeel + winst_marge.percentage + eigen_opslagen[0].percentage"
        " + eigen_opslagen[1].percentage"
    )
    assert bezwaar.gevonden == "0 + 0.03 + 0.5 + 0.47"


def test_de_regel_staat_in_uitleg_json_en_verschil(voorbeeld: Opbouw) -> None:
    anders = met(voorbeeld, ("0.02", "kostprijs"), ("0.03", "beroepskrachten"))
    assert "eigen_opslagen" not in naar_json(voorbeeld)
    assert anders.bereken()["midden"]["eigen_opslagen"].titel == "Eigen opslagen: kostprijs, beroepskrachten"
    uitleg = anders.uitleg()
    assert uitleg.stap("midden.eigen_opslagen[0].in_integraal").formule == "percentage × kostprijs"
    assert "in kostprijs" in uitleg.stap("midden.kostprijs").formule
    assert "eigen_opslagen" in [regel.sleutel for regel in verschil(voorbeeld, anders)["midden"].bijdragen]
    assert sum(anders.bereken()["midden"].elementen().values()) == anders.bereken()["midden"].per_etmaal


def test_wat_in_de_kostprijs_zit_kost_het_huis_geld_en_de_rest_is_als_marge(voorbeeld: Opbouw) -> None:
    anders = met(voorbeeld, ("0.02", "kostprijs"), ("0.03", "beroepskrachten"))
    jaar = Exploitatie.van(anders.bereken())
    regels = {regel.regel: regel for regel in jaar.per_bouwsteen()}
    assert abs(sum(regel.verschil for regel in regels.values()) - jaar.jaarresultaat()) < 1
    assert 0 < regels["eigen_opslagen"].kosten < regels["eigen_opslagen"].opbrengst
