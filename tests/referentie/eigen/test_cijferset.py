"""Figures of one's own in one place: loaded once, used by every look-up, and named wherever they are used."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from gezinshuis_tarief import InvoerFout, Loonkosten, OnbekendCijfer, Opbouw, controleer, herprijs, indexeer
from gezinshuis_tarief.indexatie import Inschaling, jaarindex
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie import (
    inpassingsbedrag,
    minimumloon,
    pensioen,
    pleegvergoeding,
    pleegvergoeding_toeslag,
    salaris,
    schaal,
    werkgeverspremie,
    zoek,
)
from gezinshuis_tarief.referentie.bestanden import rijen
from gezinshuis_tarief.referentie.eigen.cijferset import Cijferset, in_gebruik
from gezinshuis_tarief.referentie.eigen.lezen import cijferset_uit
from gezinshuis_tarief.referentie.eigen.tabellen import CIJFERTABELLEN, Cijfertabel

PREMIES_2027 = {
    "AWf_laag": "2.80",
    "Aof_laag": "6.30",
    "Wko_opslag": "0.50%",
    "Whk_gemiddeld": "1.50",
    "Zvw_werkgever": "6.10",
    "max_premieloon": "81000",
    "OP_werkgeversdeel_jeugdzorg": "13.50",
    "AOW_franchise": "17500",
}
LOON = "inkomen_gezinshuisouder.loon."
PLEK = {"inkomen_gezinshuisouder": Inschaling(schaal="8", periodiek="12")}


def cijfer(naam: str, waarde: str, dag: str = "2027-01-01", **rest: object) -> dict[str, object]:
    return {"naam": naam, "waarde": waarde, "geldig_vanaf": dag, "bron": "brief van de regio", **rest}


@pytest.fixture
def regio() -> Cijferset:
    return cijferset_uit(
        [cijfer(naam, waarde) for naam, waarde in PREMIES_2027.items()], "Regio Rivierenland"
    )


def test_een_set_geldt_binnen_het_blok_en_daarna_niet_meer(regio: Cijferset) -> None:
    """C10: own figures are loaded once, and used by every look-up."""
    with regio:
        gevonden = werkgeverspremie("awf_laag", "2027-05-01")
        assert (gevonden.waarde, gevonden.cijferset) == (Decimal("2.80"), "Regio Rivierenland")
    with pytest.raises(OnbekendCijfer):
        werkgeverspremie("AWf_laag", "2027-05-01")


def test_de_set_noemt_zich_bij_elk_cijfer_in_de_bron(regio: Cijferset) -> None:
    with regio:
        assert {c.bron for c in zoek("rivierenland")} == {
            "brief van de regio (eigen cijfers: Regio Rivierenland)"
        }
        assert {c.naam for c in zoek("rivierenland")} == set(PREMIES_2027)
    assert zoek("rivierenland") == ()


def test_loonkosten_uit_de_cao_gebruiken_de_set_en_noemen_eerste_dag_en_naam(regio: Cijferset) -> None:
    loon = Loonkosten.uit_cao("jeugdzorg", 8, 12, "2027-01-01", cijfers=regio)
    assert loon.werkgeverspremies == Decimal("0.172")
    steun = dict(loon.meegebracht())
    assert steun["pensioenfranchise"].geldig_vanaf == dt.date(2027, 1, 1)
    for veld in ("werkgeverspremies", "maximum_premieloon", "pensioenpremie_werkgever", "pensioenfranchise"):
        assert "eigen cijfers: Regio Rivierenland" in (steun[veld].bron or "")
    assert "Rivierenland" not in (steun["bruto_maandsalaris"].bron or "")


def test_herprijzen_gebruikt_de_set_en_noemt_haar(regio: Cijferset, voorbeeld: Opbouw) -> None:
    with regio:
        binnen = herprijs(voorbeeld, "2027-01-01", inschaling=PLEK)
    als_argument = herprijs(voorbeeld, "2027-01-01", inschaling=PLEK, cijfers=regio)
    assert binnen == als_argument
    assert binnen.gewijzigd[f"{LOON}werkgeverspremies"][1].waarde == Decimal("0.172")
    assert "eigen cijfers: Regio Rivierenland" in str(binnen)
    assert "Rivierenland" in (binnen.nieuw.onderbouwing[f"{LOON}maximum_premieloon"].bron or "")


def test_indexeren_gebruikt_de_set_en_noemt_haar() -> None:
    eigen = cijferset_uit(
        [cijfer(reeks, "3", "2026-01-01", stand="voorlopig") for reeks in ("OVA", "PPC")], "Regio"
    )
    indexatie = indexeer({"laag": "100"}, basisjaar=2025, tot_en_met=2026, basis="nieuw", cijfers=eigen)
    assert indexatie.tarieven(2026) == {"laag": Decimal("103.00")}
    assert "eigen cijfers: Regio" in indexatie.uitleg()
    with eigen:
        assert jaarindex(2026, met_inhaal=False).procent == 3


def test_controleren_toetst_aan_de_set_en_noemt_haar(regio: Cijferset, voorbeeld: Opbouw) -> None:
    rapport = controleer(voorbeeld, peildatum=dt.date(2027, 1, 1), cijfers=regio)
    gevonden = {b.code: b for b in rapport.bevindingen if b.code in {"LOO-04", "LOO-05", "LOO-06"}}
    assert set(gevonden) == {"LOO-04", "LOO-05", "LOO-06"}
    assert all("eigen cijfers: Regio Rivierenland" in b.bron for b in gevonden.values())
    zonder = controleer(voorbeeld, peildatum=dt.date(2027, 1, 1))
    assert all("niet getoetst" in b.gevonden for b in zonder.bevindingen if b.code in gevonden)


def test_een_fout_die_om_een_premie_vraagt_aanvaardt_haar_onder_diezelfde_naam(voorbeeld: Opbouw) -> None:
    """C10: who is asked for AWf_laag may answer AWf_laag."""
    with pytest.raises(OnbekendCijfer) as fout:
        herprijs(voorbeeld, "2027-01-01", inschaling=PLEK)
    gevraagd = [melding.split()[2] for melding in fout.value.meldingen]
    assert gevraagd == list(PREMIES_2027)
    eigen = {naam: (PREMIES_2027[naam], "brief") for naam in gevraagd}
    herprijsd = herprijs(voorbeeld, "2027-01-01", inschaling=PLEK, eigen=eigen)
    assert herprijsd.gewijzigd[f"{LOON}werkgeverspremies"][1].waarde == Decimal("0.172")


def test_een_los_cijfer_zonder_bekende_naam_of_bron_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    eigen = {"AWf_lag": ("2.8", "brief"), "AWf_hoog": ("7.8", " ")}
    with pytest.raises(InvoerFout, match=r"Bedoelt u AWf_laag\?") as fout:
        herprijs(voorbeeld, "2027-01-01", inschaling={}, eigen=eigen)
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == ["eigen.AWf_lag", "eigen.AWf_hoog"]


def test_ontbrekende_jaren_worden_samen_genoemd_met_waarde_en_stand() -> None:
    """C10: what is missing is named at once, with its stand."""
    with pytest.raises(OnbekendCijfer) as fout:
        indexeer({"laag": "100"}, basisjaar=2025, tot_en_met=2027, basis="nieuw")
    meldingen = fout.value.meldingen
    assert [melding.split(" is niet")[0] for melding in meldingen] == [
        "OVA 2026 met stand 'voorlopig'",
        "PPC 2026 met stand 'voorlopig'",
        "OVA 2027 met stand 'voorlopig'",
        "OVA 2026 met stand 'definitief'",
        "PPC 2027 met stand 'voorlopig'",
        "PPC 2026 met stand 'definitief'",
    ]
    assert all(f"{m[:3]}: 2025 voorlopig" in m for m in meldingen)
    assert "2025 voorlopig 4,18%" in meldingen[0]
    assert str(fout.value).count("Geef het cijfer zelf op") == 1


def test_loonkosten_uit_de_cao_noemen_alles_wat_ontbreekt() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        Loonkosten.uit_cao("jeugdzorg", 8, 12, "2027-01-01")
    assert [melding.split()[2] for melding in fout.value.meldingen] == list(PREMIES_2027)
    assert "per 2026-01-01 (ervoor: 2,74% van premieloon)" in fout.value.meldingen[0]


def test_een_eigen_cijfer_zegt_wat_het_vervangt_en_hetzelfde_cijfer_vervangt_niets() -> None:
    anders = cijferset_uit(
        [cijfer("AWf_laag", "2.60", "2026-01-01"), cijfer("Aof_laag", "6.270", "2026-01-01")]
    )
    with anders:
        assert werkgeverspremie("AWf_laag", "2026-02-01").toelichting.startswith("in plaats van 2,74 (admin")
        assert werkgeverspremie("Aof_laag", "2026-02-01").toelichting == ""


def test_een_cijfer_van_later_in_het_jaar_geldt_vanaf_zijn_eerste_dag() -> None:
    with cijferset_uit([cijfer("AWf_laag", "2.60", "2026-07-01")]):
        assert werkgeverspremie("AWf_laag", "2026-06-30").waarde == Decimal("2.74")
        assert werkgeverspremie("AWf_laag", "2026-07-01").waarde == Decimal("2.60")


def test_de_binnenste_set_gaat_voor_en_zegt_welke_zij_vervangt(regio: Cijferset) -> None:
    ander = cijferset_uit([cijfer("AWf_laag", "2.90")], "Gemeente")
    with regio, ander:
        gevonden = werkgeverspremie("AWf_laag", "2027-01-01")
        assert (gevonden.waarde, gevonden.cijferset) == (Decimal("2.90"), "Gemeente")
        assert "in plaats van 2,80 (brief van de regio (eigen cijfers: Regio" in gevonden.toelichting
        assert werkgeverspremie("Aof_laag", "2027-01-01").cijferset == "Regio Rivierenland"
    with in_gebruik(None), pytest.raises(OnbekendCijfer):
        werkgeverspremie("AWf_laag", "2027-01-01")


def test_een_andere_draad_ziet_de_set_niet(regio: Cijferset) -> None:
    with regio, ThreadPoolExecutor() as draden:
        assert werkgeverspremie("AWf_laag", "2027-01-01")
        fout = draden.submit(werkgeverspremie, "AWf_laag", "2027-01-01").exception()
    assert isinstance(fout, OnbekendCijfer)


def test_een_set_telt_haar_cijfers(regio: Cijferset) -> None:
    assert len(regio) == len(PREMIES_2027)
    assert bool(Cijferset("leeg", {}))


def test_een_eigen_loontabel_geldt_vanaf_haar_dag_en_kent_alleen_haar_eigen_treden() -> None:
    rij = {"schaal": 8, "periodiek": 12, "bedrag": "4500.00", "geldig_vanaf": "2026-04-01", "bron": "akkoord"}
    with cijferset_uit([rij], "Cao 2026"):
        assert salaris("jz", 8, 12, "2026-04-01").waarde == 4500
        assert salaris("jz", 8, 12, "2026-03-31").waarde == Decimal("4375.20")
        assert [c.waarde for c in schaal("jz", 8, "2026-05-01")] == [4500]
        with pytest.raises(OnbekendCijfer, match="kent alleen schaal 8"):
            salaris("jz", 9, 1, "2026-04-01")


def test_een_eigen_bedrag_vult_een_gat_in_de_cao_gehandicaptenzorg() -> None:
    rij = {"ip_nummer": "14", "bedrag": "2.600,00", "geldig_vanaf": "2024-06-01", "bron": "cao"}
    with pytest.raises(InvoerFout, match="heeft een komma"):
        cijferset_uit([rij])
    with cijferset_uit([rij | {"bedrag": "2600"}], "Cao"):
        assert inpassingsbedrag(14, "2024-07-01").waarde == 2600
        with pytest.raises(OnbekendCijfer, match="die tabellen zijn niet gevonden"):
            inpassingsbedrag(14, "2024-05-31")
        gevonden = salaris("ghz", 40, 0, "2024-07-01")
        assert (gevonden.waarde, gevonden.cijferset) == (Decimal(2600), "Cao")
        with pytest.raises(OnbekendCijfer, match="geen regel '1'"):
            salaris("ghz", 40, 1, "2024-07-01")


def test_eigen_pleegvergoeding_toeslag_en_minimumloon() -> None:
    eigen = cijferset_uit(
        [
            {"leeftijd_van": 12, "per_dag": "30.10", "geldig_vanaf": "2025-01-01", "bron": "regeling"},
            cijfer("pleegvergoeding_toeslag", "5.05", "2025-01-01"),
            cijfer("minimumloon_vanaf_21_jaar", "15.00", "2026-07-01"),
        ]
    )
    with eigen:
        assert pleegvergoeding(14, "2025-06-01").waarde == Decimal("30.10")
        assert pleegvergoeding_toeslag("2025-06-01").waarde == Decimal("5.05")
        assert minimumloon("2026-09-01").waarde == 15
        with pytest.raises(OnbekendCijfer):
            pleegvergoeding(14, "2025-06-01", per="maand")


def test_wat_een_eigen_rij_niet_geeft_blijft_zoals_het_was() -> None:
    rij = {"leeftijd_van": 12, "per_dag": "30.10", "geldig_vanaf": "2024-01-01", "bron": "regeling"}
    oud = pleegvergoeding(12, "2024-01-01", per="maand").waarde
    with cijferset_uit([rij]):
        assert pleegvergoeding(12, "2024-01-01").waarde == Decimal("30.10")
        assert pleegvergoeding(12, "2024-01-01", per="maand").waarde == oud


@pytest.mark.parametrize("tabel", CIJFERTABELLEN, ids=lambda tabel: tabel.bestand)
def test_elk_bestand_van_ons_is_zelf_een_bestand_met_eigen_cijfers(tabel: Cijfertabel) -> None:
    ingevuld = [
        rij | ({} if tabel.namen else {"naam": tabel.bestand})
        for rij in rijen(tabel.bestand)
        if all(rij[kolom] for kolom in tabel.waarden)
    ]
    voor = [(c.naam, c.waarde, c.eenheid, c.geldig_vanaf, c.stand, c.herkomst) for c in zoek("")]
    with cijferset_uit(ingevuld):
        na = [(c.naam, c.waarde, c.eenheid, c.geldig_vanaf, c.stand, c.herkomst) for c in zoek("")]
    assert na == voor


def test_herkomst_en_toelichting_van_een_eigen_cijfer_reizen_mee() -> None:
    eigen = cijferset_uit(
        [cijfer("AOW_franchise", "16656", "2025-01-01", status="Afgeleid", toelichting="midden")]
    )
    with eigen:
        gevonden = pensioen("AOW_franchise", "2025-01-01")
    assert (gevonden.herkomst, gevonden.toelichting) == (Herkomst.AFGELEID, "midden")
