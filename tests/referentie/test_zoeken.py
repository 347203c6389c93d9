"""Search over all figures, and the lists of names."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from gezinshuis_tarief import referentie
from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.referentie import namen, tabellen, zoek

WOORDEN = st.sampled_from(
    ["ova", "2024", "jeugdzorg", "schaal", "8", "EUR", "Definitief", "pleegvergoeding", "%"]
)


def test_alle_woorden_moeten_voorkomen() -> None:
    gevonden = zoek("ova 2024-01-01 DEFINITIEF")
    assert [(cijfer.naam, cijfer.geldig_vanaf.year, cijfer.stand) for cijfer in gevonden] == [
        ("OVA", 2024, "definitief"),
    ]


def test_een_getal_moet_op_zichzelf_staan() -> None:
    namen_ = {cijfer.naam for cijfer in zoek("CAO Jeugdzorg schaal 8 periodiek")}
    assert "CAO Jeugdzorg schaal 8 periodiek 0" in namen_
    assert not any(naam.startswith("CAO Jeugdzorg schaal 18") for naam in namen_)
    assert zoek("zvw_werkgever 202") == ()


def test_zoeken_kijkt_ook_in_eenheid_bron_toelichting_en_herkomst() -> None:
    assert zoek("premieloon landelijk whk")
    assert zoek("pggm-pagina franchise 2026")
    assert {cijfer.naam for cijfer in zoek("afgeleid whk_gemiddeld")} == {"Whk_gemiddeld"}


def test_niets_gevonden_is_leeg_en_een_lege_tekst_is_alles() -> None:
    assert zoek("bestaatniet") == ()
    assert len(zoek("  ")) == len(zoek("")) > 2000


@given(st.lists(WOORDEN, max_size=4), WOORDEN)
def test_een_woord_erbij_geeft_nooit_meer(woorden: list[str], woord: str) -> None:
    smal = zoek(" ".join([*woorden, woord]))
    assert set(smal) <= set(zoek(" ".join(woorden)))
    assert set(smal) == set(zoek(" ".join([woord, *woorden])))


def test_elke_tabel_heeft_namen_die_er_een_keer_staan() -> None:
    for tabel in tabellen():
        lijst = namen(tabel)
        assert lijst
        assert len(lijst) == len(set(lijst))
    assert "Gezinshuisouder" in namen("Functies")
    assert "Zvw_werkgever" in namen("werkgeverspremies")


def test_elke_naam_uit_de_lijsten_is_vindbaar() -> None:
    gevonden = {cijfer.naam for cijfer in zoek("")}
    for tabel in tabellen()[:-1]:
        assert set(namen(tabel)) <= gevonden


def test_een_onbekende_tabel_noemt_de_namen_die_erop_lijken() -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        namen("premies")
    assert (
        str(fout.value)
        == "De tabel 'premies' is niet bekend. Bedoelt u: werkgeverspremies of ondernemerspremies?"
    )


def test_de_deur_is_volledig_en_gesorteerd() -> None:
    assert referentie.__all__ == sorted(referentie.__all__, key=lambda naam: (naam[0].islower(), naam))
    openbaar = {
        naam
        for naam, ding in vars(referentie).items()
        if not naam.startswith("_")
        and callable(ding)
        and ding.__module__.startswith("gezinshuis_tarief.referentie")
    }
    assert openbaar == set(referentie.__all__)
    assert all(getattr(referentie, naam).__doc__ for naam in referentie.__all__)
