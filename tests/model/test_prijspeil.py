"""A calculation knows how old its figures are, and for which days they are known to hold."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from gezinshuis_tarief import EigenPost, InvoerFout, Loonkosten, Onderbouwing, Opbouw, herprijs
from gezinshuis_tarief.indexatie import Inschaling
from gezinshuis_tarief.kern.eenheden import Prijsgroep, voluit
from gezinshuis_tarief.model.prijspeil import prijspeil_van
from gezinshuis_tarief.referentie.salarissen import loon_geldt_tot
from hulp.invoer import in_loondienst

OUDER, GW = "inkomen_gezinshuisouder.loon", "gedragswetenschapper.loon"
SALARIS = f"{OUDER}.bruto_maandsalaris"
VOORBEELD = "lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024"


def dag(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def test_het_voorbeeld_noemt_de_eerste_dag_van_elke_groep(voorbeeld: Opbouw) -> None:
    """C1: not one day for all of them."""
    assert str(voorbeeld.prijspeil) == VOORBEELD
    assert voorbeeld.prijspeil.als_json() == {
        "lonen": {"geldig_vanaf": ["2025-03-01"], "zonder_dag": []},
        "premies": {"geldig_vanaf": ["2026-01-01"], "zonder_dag": []},
        "verzorging": {"geldig_vanaf": ["2024-01-01"], "zonder_dag": []},
    }


def test_een_waarde_die_zonder_bron_wijzigt_laat_de_oude_dag_niet_staan(voorbeeld: Opbouw) -> None:
    """C1: an aanname has no day."""
    een = voorbeeld.met({SALARIS: "4500"})
    assert str(een.prijspeil).startswith("lonen 1 maart 2025, deels zonder datum · ")
    beide = een.met({f"{GW}.bruto_maandsalaris": "5000"})
    assert str(beide.prijspeil).startswith("lonen zonder datum · ")
    (zin,) = beide.prijspeil.waarschuwingen(dag("2024-06-01"))[-1:]
    assert zin == f"Van deze cijfers is geen begindatum bekend: lonen ({SALARIS}, {GW}.bruto_maandsalaris)."
    terug = een.met({SALARIS: in_loondienst(voorbeeld).loon.bruto_maandsalaris})
    assert str(terug.prijspeil) == VOORBEELD


def test_een_waarde_met_een_eigen_bron_brengt_haar_eigen_dag_mee(voorbeeld: Opbouw) -> None:
    """C1: two days in a group are both told, the oldest first."""
    nieuw = voorbeeld.met({SALARIS: "4500"}, bron="eigen regeling", geldig_vanaf="2026-07-01")
    assert str(nieuw.prijspeil).startswith("lonen 1 maart 2025 tot 1 juli 2026 · ")
    huur = voorbeeld.met({"huisvesting.woonlasten_per_jaar": "9000"}, bron="huur", geldig_vanaf="2025-01-01")
    assert str(huur.prijspeil) == f"{VOORBEELD} · huisvesting 2025, deels zonder datum"
    ander = huur.met({"huisvesting.woonlasten_per_jaar": "9001"})
    assert str(ander.prijspeil) == f"{VOORBEELD} · huisvesting zonder datum"


def test_wat_een_eigen_bedrag_vervangt_telt_niet_mee(voorbeeld: Opbouw) -> None:
    """C1: only figures that are used; the hour of the gedragswetenschapper is used by zorgzwaarte too."""
    vast = voorbeeld.met(
        {"inkomen_gezinshuisouder.vast_bedrag_per_jaar": "90000"}, bron="begroting", geldig_vanaf="2026-02-01"
    )
    assert str(vast.prijspeil).startswith("lonen 1 maart 2025 tot 1 februari 2026 · ")
    keys = {cijfer.sleutel for groep in vast.prijspeil.groepen for cijfer in groep.cijfers}
    assert SALARIS not in keys
    assert f"{GW}.bruto_maandsalaris" in keys
    gw = voorbeeld.met({"gedragswetenschapper.vast_bedrag_per_jaar": "9000"})
    assert f"{GW}.bruto_maandsalaris" in {c.sleutel for g in gw.prijspeil.groepen for c in g.cijfers}


def test_nul_en_wat_nog_leeg_is_hebben_geen_prijs(voorbeeld: Opbouw) -> None:
    nul = voorbeeld.met({"verzorgingskosten.bedrag_per_jeugdige_per_dag": 0})
    assert "verzorging" not in str(nul.prijspeil)
    kaal = voorbeeld.model_copy(update={"onderbouwing": {}})
    assert str(kaal.prijspeil) == "lonen zonder datum · premies zonder datum · verzorging zonder datum"
    leeg = prijspeil_van(voorbeeld, voorbeeld.onderbouwing, zonder=[w.sleutel for w in voorbeeld.waarden()])
    assert str(leeg) == "geen gedateerde cijfers"
    assert leeg.waarschuwingen(dag("2030-01-01")) == ()


def test_een_eigen_post_met_een_dag_staat_bij_de_overige_bedragen(voorbeeld: Opbouw) -> None:
    post = EigenPost(naam="auto", bedrag_per_jaar="1000").onderbouwd(
        {"bedrag_per_jaar": Onderbouwing(bron="lease", geldig_vanaf=dag("2025-04-01"))}
    )
    met_post = voorbeeld.met({"eigen_posten": [post]})
    assert str(met_post.prijspeil).endswith(" · overige bedragen 1 april 2025, deels zonder datum")


@pytest.mark.parametrize(
    ("peildatum", "zinnen"),
    [
        (
            "2026-01-01",
            [
                (
                    "Voor 1 januari 2026 zijn deze cijfers niet bekend; gerekend is met oudere: lonen 1 maart 2025 "
                    "(de CAO Jeugdzorg liep tot en met 31 december 2025), verzorging 2024 (alleen bekend voor 2024)."
                )
            ],
        ),
        (
            "2025-12-31",
            [
                (
                    "Voor 31 december 2025 zijn deze cijfers niet bekend; gerekend is met oudere: verzorging 2024 "
                    "(alleen bekend voor 2024)."
                ),
                "Deze cijfers gelden pas na 31 december 2025: premies 1 januari 2026.",
            ],
        ),
    ],
)
def test_een_dag_waarvan_de_cijfers_niet_bekend_zijn_geeft_een_waarschuwing(
    voorbeeld: Opbouw, peildatum: str, zinnen: list[str]
) -> None:
    """C1, C3: after the figures, before them, and after the end of the cao."""
    assert list(voorbeeld.prijspeil.waarschuwingen(dag(peildatum))) == zinnen


@pytest.mark.parametrize("peildatum", ["2027-01-01", "2030-01-01"])
def test_2027_en_2030_waarschuwen_voor_elke_groep(voorbeeld: Opbouw, peildatum: str) -> None:
    """C1: a calculation of 2027 no longer says so over wages of 2025 in silence."""
    (zin,) = voorbeeld.prijspeil.waarschuwingen(dag(peildatum))
    assert zin.startswith(f"Voor {voluit(dag(peildatum))} zijn deze cijfers niet bekend")
    assert [groep in zin for groep in ("lonen", "premies", "verzorging")] == [True] * 3


@pytest.mark.parametrize(
    ("bron", "vanaf", "tot", "reden"),
    [
        ("CAO Jeugdzorg schaal 8", "2025-03-01", "2026-01-01", "liep tot en met 31 december 2025"),
        ("CAO Jeugdzorg schaal 8", "2024-01-01", "2024-07-01", "per 1 juli 2024 geldt een nieuwe tabel"),
        ("CAO Gehandicaptenzorg FWG 40", "2023-05-01", "2023-09-01", "die tabellen zijn niet gevonden"),
        ("CAO Gehandicaptenzorg FWG 40", "2026-11-01", "2027-01-01", "alleen bekend voor 2026"),
        ("eigen regeling", "2026-02-01", "2027-01-01", "alleen bekend voor 2026"),
    ],
)
def test_een_loon_geldt_tot_de_volgende_tabel_of_het_einde_van_de_cao(
    bron: str, vanaf: str, tot: str, reden: str
) -> None:
    """C1, C3: and else in its own year."""
    grens, waarom = loon_geldt_tot(bron, dag(vanaf))
    assert grens == dag(tot)
    assert reden in waarom


def test_loonkosten_uit_een_tabel_en_een_herprijzing_weten_hun_dag(voorbeeld: Opbouw) -> None:
    """C1: figures that are looked up bring their day along."""
    loon = Loonkosten.uit_cao("CAO Jeugdzorg", 8, 12, "2026-01-01")
    assert str(voorbeeld.met({"inkomen_gezinshuisouder.loon": loon}, reden="tabel").prijspeil) == VOORBEELD
    anders = herprijs(
        voorbeeld,
        "2024-07-01",
        inschaling={"inkomen_gezinshuisouder": Inschaling(schaal="8", periodiek="12")},
        eigen={
            f"{OUDER}.werkgeverspremies": ("0.17", "opgave"),
            f"{OUDER}.pensioenpremie_werkgever": ("0.13", "opgave"),
        },
    )
    assert "lonen 1 juli 2024 tot 1 maart 2025" in str(anders)
    assert "\nLet op: Deze cijfers gelden pas na 1 juli 2024: lonen 1 maart 2025" in str(anders)


def test_elk_bedrag_van_een_opbouw_hoort_bij_een_groep(voorbeeld: Opbouw) -> None:
    """The group comes from a declared property, so a component of one's own has one too."""
    steun = {
        w.sleutel: Onderbouwing(bron="x", geldig_vanaf=dag("2026-01-01"))
        for w in voorbeeld.waarden()
        if w.waarde is not None
    }
    alles = voorbeeld.model_copy(update={"onderbouwing": steun}).prijspeil
    assert [groep.groep for groep in alles.groepen] == list(Prijsgroep)
    gevonden = {cijfer.sleutel for groep in alles.groepen for cijfer in groep.cijfers}
    bedragen: dict[str, Any] = {
        w.sleutel: w.waarde for w in voorbeeld.waarden() if w.eenheid and w.eenheid.is_geld and w.waarde
    }
    assert set(bedragen) <= gevonden
    assert all(isinstance(bedrag, Decimal) for bedrag in bedragen.values())


def test_een_dag_mag_als_tekst_en_iets_anders_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    prijspeil = voorbeeld.prijspeil
    assert prijspeil.waarschuwingen("2027-01-01") == prijspeil.waarschuwingen(dt.date(2027, 1, 1)) != ()
    with pytest.raises(InvoerFout, match="is geen bestaande datum"):
        prijspeil.waarschuwingen("morgen")
