from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import InvoerFout, Opbouw, controleer
from gezinshuis_tarief.indexatie import (
    NAAR_AARD,
    EigenCijfer,
    Gewichten,
    Indexafspraak,
    indexeer,
    indexeringsclausule,
)
from gezinshuis_tarief.indexatie.clausule import lees_clausule, ontbreekt_in, ontkenning_in, open_in


def cijfers(procent: str, *jaren: int) -> list[EigenCijfer]:
    """The same percentage for both series, provisional and definitive."""
    return [
        EigenCijfer(reeks=reeks, jaar=jaar, stand=stand, procent=procent, bron="geval")
        for reeks in ("OVA", "PPC")
        for jaar in jaren
        for stand in ("voorlopig", "definitief")
    ]


def test_tarieven_over_twee_jaar_elk_jaar_op_centen() -> None:
    """149,44 × 1,0637 = 158,959…; 158,96 × 1,0496 = 166,844…"""
    indexatie = indexeer({"laag": "149.44"}, basisjaar=2023, tot_en_met=2025, basis="geindexeerd")
    assert [indexatie.tarieven(jaar)["laag"] for jaar in (2023, 2024, 2025)] == [
        Decimal("149.44"),
        Decimal("158.96"),
        Decimal("166.84"),
    ]


def test_een_vers_berekend_tarief_haalt_in_het_eerste_jaar_niets_in() -> None:
    """Only 2025 catches up: 149,44 × 1,0470 = 156,463…; × 1,0496 = 164,22…"""
    indexatie = indexeer({"laag": "149.44"}, basisjaar=2023, tot_en_met=2025, basis="nieuw")
    assert [rij[2] for rij in indexatie.rijen()] == [None, Decimal("4.70"), Decimal("4.96")]
    assert indexatie.tarieven(2025) == {"laag": Decimal("164.22")}


def test_een_halve_cent_gaat_naar_boven() -> None:
    indexatie = indexeer(
        {"a": "0.50", "b": "10.10"}, basisjaar=2040, tot_en_met=2041, basis="nieuw", eigen=cijfers("5", 2041)
    )
    assert indexatie.tarieven(2041) == {"a": Decimal("0.53"), "b": Decimal("10.61")}


def test_per_bouwsteen_is_het_tarief_de_som_van_de_afgeronde_regels(voorbeeld: Opbouw) -> None:
    afspraak = Indexafspraak(
        niveau="per_bouwsteen", per_bouwsteen={**NAAR_AARD, "huisvesting": Gewichten(vast=1)}
    )
    uitkomst = voorbeeld.bereken()
    indexatie = indexeer(uitkomst, basisjaar=2024, tot_en_met=2025, basis="nieuw", afspraak=afspraak)
    regels = indexatie.stappen[1].regels["midden"]
    oud = uitkomst["midden"]
    assert regels["huisvesting"] == oud["huisvesting"].per_etmaal
    assert regels["verzorgingskosten"] == Decimal("27.87")  # 27,37 × 1,0182 = 27,868…
    assert oud["verzorgingskosten"].per_etmaal == Decimal("27.37")
    assert indexatie.tarieven(2025)["midden"] == sum(regels.values())
    assert "huisvesting" in indexatie.uitleg()
    assert "som van de afgeronde regels" in indexatie.uitleg()


def test_per_tarief_en_per_bouwsteen_schelen_hoogstens_een_halve_cent_per_regel(voorbeeld: Opbouw) -> None:
    uitkomst = voorbeeld.bereken()
    als_geheel = indexeer(uitkomst, basisjaar=2024, tot_en_met=2025, basis="geindexeerd").tarieven(2025)
    per_regel = indexeer(
        uitkomst,
        basisjaar=2024,
        tot_en_met=2025,
        basis="geindexeerd",
        afspraak=Indexafspraak(niveau="per_bouwsteen"),
    ).tarieven(2025)
    for zwaarte, tarief in als_geheel.items():
        assert abs(tarief - per_regel[zwaarte]) <= Decimal("0.005") * 12
    assert als_geheel == {"laag": Decimal("156.85"), "midden": Decimal("168.29"), "hoog": Decimal("191.15")}


@given(st.dictionaries(st.sampled_from("abc"), st.decimals(0, 500, places=2), min_size=1))
def test_nul_procent_verandert_niets(tarieven: dict[str, Decimal]) -> None:
    indexatie = indexeer(
        tarieven, basisjaar=2040, tot_en_met=2043, basis="geindexeerd", eigen=cijfers("0", *range(2040, 2044))
    )
    assert indexatie.tarieven(2043) == tarieven


@given(st.decimals(0, 500, places=2), st.decimals(-4, 9, places=2))
def test_een_hoger_tarief_blijft_na_indexering_het_hoogste(tarief: Decimal, procent: Decimal) -> None:
    indexatie = indexeer(
        {"a": tarief, "b": tarief + 1},
        basisjaar=2040,
        tot_en_met=2041,
        basis="nieuw",
        eigen=cijfers(f"{procent}%", 2041),
    )
    na = indexatie.tarieven(2041)
    assert na["a"] < na["b"]


def test_de_tabel_per_jaar_als_frame_en_als_tekst() -> None:
    indexatie = indexeer({"laag": "100", "hoog": "0"}, basisjaar=2024, tot_en_met=2025, basis="geindexeerd")
    frame = indexatie.naar_frame()
    assert frame.xs((2025, "laag")).to_dict() == {"index_procent": 4.96, "tarief": 104.96, "erbij": 4.96}
    assert list(frame.xs((2024, "laag")).isna()) == [True, False, True]
    assert "4,96%" in str(indexatie)
    assert indexatie.uitleg().startswith("Elk tarief is met het percentage verhoogd")
    assert "<td" in indexatie._repr_html_()


def test_een_tarief_van_nul_heeft_per_bouwsteen_geen_stijging(voorbeeld: Opbouw) -> None:
    leeg = {f"{blok}.vast_bedrag_per_jaar": 0 for blok in list(Opbouw.model_fields)[1:7]}
    wijzigingen = {"overhead.opslag": 0, "overhead.contracteisen_per_jaar": 0}
    uitkomst = voorbeeld.met(leeg | wijzigingen).bereken()
    afspraak = Indexafspraak(niveau="per_bouwsteen")
    rijen = indexeer(uitkomst, basisjaar=2024, tot_en_met=2025, basis="nieuw", afspraak=afspraak).rijen()
    assert rijen[3][:4] == (2025, "laag", None, Decimal(0))


@pytest.mark.parametrize(
    ("tarieven", "melding"),
    [
        ({}, "Geef minstens een tarief"),
        ({"laag": "149.445"}, "hele centen"),
        ({"laag": "-1"}, "hele centen"),
        ({"laag": "149,44"}, "heeft een komma"),
    ],
)
def test_wat_geen_tarief_is_wordt_geweigerd(tarieven: dict[str, object], melding: str) -> None:
    with pytest.raises(InvoerFout, match=melding):
        indexeer(tarieven, basisjaar=2024, tot_en_met=2025, basis="nieuw")


def test_verkeerde_jaren_en_een_onbekende_basis_worden_geweigerd() -> None:
    with pytest.raises(InvoerFout, match=r"tot_en_met: 2024(.|\n)*basis: oud"):
        indexeer({"a": "1"}, basisjaar=2024, tot_en_met=2024, basis="oud")  # type: ignore[arg-type]


def test_losse_tarieven_hebben_geen_bouwstenen() -> None:
    with pytest.raises(InvoerFout, match="geen regels per bouwsteen"):
        indexeer(
            {"a": "1"},
            basisjaar=2024,
            tot_en_met=2025,
            basis="nieuw",
            afspraak=Indexafspraak(niveau="per_bouwsteen"),
        )


def test_een_jaar_dat_niet_is_berekend_wordt_genoemd() -> None:
    indexatie = indexeer({"a": "1"}, basisjaar=2024, tot_en_met=2025, basis="nieuw")
    with pytest.raises(InvoerFout, match="2024 tot en met 2025"):
        indexatie.tarieven(2026)


def test_de_clausule_zegt_wat_de_afspraak_doet() -> None:
    tekst = indexeringsclausule()
    assert "90% volgens OVA (loongebonden), 10% volgens PPC (materieel)" in tekst
    assert "definitieve min het voorlopige" in tekst
    assert "bij elkaar opgeteld" in tekst
    assert tekst.splitlines()[-1].startswith("7. ")


def test_de_clausule_van_een_afspraak_zonder_nacalculatie_noemt_de_verrekening() -> None:
    afspraak = Indexafspraak(
        nacalculatie="geen",
        niveau="per_bouwsteen",
        gewichten=Gewichten(loongebonden="0.8", vast="0.2"),
        per_bouwsteen={"huisvesting": Gewichten(vast=1), "eigen_posten": Gewichten(materieel=1)},
    )
    tekst = indexeringsclausule(afspraak)
    assert "per verstreken etmaal verrekend" in tekst
    assert "opgeteld" not in tekst
    assert "20% vast, dus zonder verhoging" in tekst
    assert "Huisvesting: 100% vast" in tekst
    assert "Eigen posten: 100% volgens PPC" in tekst


@given(
    st.sampled_from(["verschil", "quotient", "geen"]),
    st.sampled_from(["optellen", "samengesteld"]),
    st.sampled_from([{}, NAAR_AARD, {"eigen_posten": Gewichten(loongebonden="0.333", vast="0.667")}]),
    st.sampled_from(["PPC", "CPI alle huishoudens", "een reeks (eigen)"]),
    st.integers(0, 1000),
)
def test_een_eigen_clausule_wordt_aan_haar_inhoud_herkend(
    nacalculatie: str, samenvoeging: str, per_bouwsteen: dict[str, Gewichten], reeks: str, duizendsten: int
) -> None:
    """C3: what comes back is the agreement that writes the same clause."""
    deel = Decimal(duizendsten).scaleb(-3)
    afspraak = Indexafspraak.model_validate(
        {
            "nacalculatie": nacalculatie,
            "samenvoeging": samenvoeging,
            "niveau": "per_bouwsteen" if per_bouwsteen else "per_tarief",
            "per_bouwsteen": per_bouwsteen,
            "reeks_materieel": reeks,
            "gewichten": Gewichten(loongebonden=deel, materieel=1 - deel),
        }
    )
    tekst = indexeringsclausule(afspraak)
    gelezen = lees_clausule(f"\n{tekst}  \r\n")
    assert gelezen is not None
    assert indexeringsclausule(gelezen) == tekst


@pytest.mark.parametrize(
    ("van", "naar"), [("90%", "91%"), ("10%", "1O%"), ("PPC", "PPP"), ("7. ", "8. "), ("hele centen", "euro")]
)
def test_een_clausule_waarin_is_geknoeid_is_niet_meer_de_onze(van: str, naar: str) -> None:
    """C3: a text that would compute otherwise is not taken for ours; another series is another agreement of ours."""
    gelezen = lees_clausule(indexeringsclausule().replace(van, naar))
    assert (gelezen is None) is (van != "PPC")
    assert gelezen is None or gelezen.reeks_materieel == "PPP"


@pytest.mark.parametrize(
    ("tekst", "ontkent", "mist"),
    [
        ("", "", ["maand", "indexcijfer", "afronding"]),
        ("De tarieven worden niet geïndexeerd.", "niet geïndexeerd", ["maand", "indexcijfer", "afronding"]),
        ("Indexatie is uitgesloten.", "Indexatie is uitgesloten", ["maand", "indexcijfer", "afronding"]),
        ("Per 1 MEI geindexeerd met de cpi.", "", ["afronding"]),
        ("Is de OVA er in juli niet, dan wordt geïndexeerd zodra zij er is, afgerond op centen.", "", []),
    ],
)
def test_van_eigen_woorden_wordt_alleen_gezegd_wat_er_staat(
    tekst: str, ontkent: str, mist: list[str]
) -> None:
    """C3: the test of a clause is honest about what it can tell."""
    assert (ontkenning_in(tekst), ontbreekt_in(tekst)) == (ontkent, mist)
    assert lees_clausule(tekst) is None


def test_wat_een_clausule_openlaat_wordt_genoemd(voorbeeld: Opbouw) -> None:
    """C3: weights, method and a missing figure, beside month, index and rounding."""
    kort = "De tarieven stijgen elk jaar per 1 januari met de OVA en de PPC, afgerond op hele centen."
    assert len(open_in(kort)) == 3
    lang = f"{kort} De OVA telt voor 90%. Het definitieve cijfer wordt verrekend. Ontbreekt een cijfer, dan overleggen partijen."
    assert open_in(lang) == open_in(indexeringsclausule()) == []
    (vraag,) = (b for b in controleer(voorbeeld, indexeringsclausule=kort) if b.code == "VOL-08")
    assert vraag.gevonden.endswith(
        "zij zegt niets over de gewichten van de indexcijfers, over het verschil tussen voorlopig en definitief, "
        "over wat geldt als een cijfer ontbreekt"
    )
    (vraag,) = (b for b in controleer(voorbeeld, indexeringsclausule=lang) if b.code == "VOL-08")
    assert vraag.gevonden.endswith("niet na te gaan")


def test_een_basisjaar_dat_niet_bij_de_offerte_past_wordt_gezegd(voorbeeld: Opbouw) -> None:
    """C5: a quote of 2026 was indexed from 2024 without a word."""
    eigen = cijfers("3", 2024, 2025, 2026, 2027)
    jaren: dict[str, Any] = {"basis": "nieuw", "eigen": eigen}
    anders = indexeer(voorbeeld.bereken(), basisjaar=2024, tot_en_met=2025, **jaren)
    (tekst,) = anders.waarschuwingen
    assert tekst.startswith(
        "het basisjaar is 2024, maar de jongste cijfers in de offerte zijn van 2026 (lonen"
    )
    assert str(anders).startswith(f"Let op: {tekst}")
    assert "Let op: het basisjaar" in anders._repr_html_()
    goed = indexeer(voorbeeld.bereken(), basisjaar=2026, tot_en_met=2027, **jaren)
    assert goed.waarschuwingen == ()
    assert str(goed).startswith("Tarief per jaar")
    zonder = voorbeeld.model_copy(update={"onderbouwing": {}}).bereken()
    assert indexeer(zonder, basisjaar=2024, tot_en_met=2025, **jaren).waarschuwingen == ()
    assert indexeer({"a": 100}, basisjaar=2024, tot_en_met=2025, **jaren).waarschuwingen == ()
