"""Indices: provisional is never taken for definitive."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gezinshuis_tarief.kern.fouten import OnbekendCijfer
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.referentie import indexcijfer, indexcijfers


@pytest.mark.parametrize(
    ("reeks", "jaar", "stand", "waarde"),
    [
        ("OVA", 2024, "definitief", "6.00"),
        ("OVA", 2024, "voorlopig", "4.94"),
        ("ova", 2024, " Voorlopig ", "4.94"),
        ("PPC", 2024, "definitief", "3.10"),
        ("PPC", 2025, "voorlopig", "1.82"),
        ("PPC", 2022, "bijgesteld dec 2022", "9.25"),
        ("VNG aanbieder", 2025, "advies (gecorrigeerd 2-10-2024)", "4.96"),
        ("OVA", 2020, "definitief", "3.28"),
        ("VNG aanbieder", 2024, "advies", "6.30"),
        ("NZa kapitaallasten", 2015, "gepubliceerd", "-0.39"),
    ],
)
def test_een_stand_die_gevraagd_is(reeks: str, jaar: int, stand: str, waarde: str) -> None:
    assert indexcijfer(reeks, jaar, stand).waarde == Decimal(waarde)


def test_zonder_stand_gaat_definitief_voor() -> None:
    assert indexcijfer("OVA", 2023).stand == "definitief"
    assert indexcijfer("OVA", 2023).waarde == Decimal("6.36")
    assert indexcijfer("OVA", 2023).toelichting == ""


def test_zonder_stand_zegt_een_enig_voorlopig_cijfer_dat_het_voorlopig_is() -> None:
    cijfer = indexcijfer(reeks="OVA", jaar=2025)
    assert (cijfer.waarde, cijfer.stand) == (Decimal("4.18"), "voorlopig")
    assert cijfer.toelichting == "alleen de stand 'voorlopig' is gevonden; een definitief cijfer niet"


def test_zonder_stand_is_een_vastgesteld_cijfer_gewoon_zichzelf() -> None:
    cijfer = indexcijfer("CBS CPI afgeleid jaarmutatie", 2024)
    assert (cijfer.waarde, cijfer.stand, cijfer.toelichting) == (Decimal("2.4"), "jaargemiddelde", "")


def test_een_afgeleide_index_is_herkenbaar() -> None:
    assert indexcijfer("OVA", 2020, "prognose").herkomst is Herkomst.AFGELEID


@pytest.mark.parametrize(
    ("reeks", "jaar", "stand", "melding"),
    [
        (
            "PPC",
            2022,
            None,
            (
                "Van PPC 2022 is geen definitief cijfer bekend, wel de standen 'voorlopig', 'bijgesteld dec 2022'. "
                "Noem de stand erbij."
            ),
        ),
        (
            "PPC",
            2025,
            "definitief",
            (
                "PPC 2025 met stand 'definitief' is niet bekend. Dichtstbij bekend van PPC: 2024 voorlopig 2,51%, 2024 "
                "definitief 3,10%, 2025 voorlopig 1,82%. Geef het cijfer zelf op, met de bron erbij."
            ),
        ),
        (
            "PPC",
            2026,
            None,
            (
                "PPC 2026 is niet bekend. Dichtstbij bekend van PPC: 2025 voorlopig 1,82%. Geef het cijfer zelf op, met de "
                "bron erbij."
            ),
        ),
        (
            "VNG",
            2025,
            None,
            "De indexreeks 'VNG' is niet bekend. Bedoelt u: VNG 90/10 of VNG aanbieder?",
        ),
    ],
)
def test_wat_niet_bekend_is_noemt_de_bekende_standen(
    reeks: str,
    jaar: int,
    stand: str | None,
    melding: str,
) -> None:
    with pytest.raises(OnbekendCijfer) as fout:
        indexcijfer(reeks, jaar, stand)
    assert str(fout.value) == melding


def test_alle_cijfers_van_een_reeks_of_van_alle() -> None:
    ova = indexcijfers("ova")
    assert [cijfer.geldig_vanaf for cijfer in ova] == sorted(cijfer.geldig_vanaf for cijfer in ova)
    assert {cijfer.naam for cijfer in ova} == {"OVA"}
    assert len(indexcijfers()) == 60
    assert set(ova) < set(indexcijfers())


def test_elke_stand_is_met_zichzelf_op_te_vragen() -> None:
    for cijfer in indexcijfers():
        assert indexcijfer(cijfer.naam, cijfer.geldig_vanaf.year, cijfer.stand) == cijfer


def test_de_verschilmethode_is_uit_de_cijfers_na_te_rekenen() -> None:
    def verschil(reeks: str) -> Decimal:
        return indexcijfer(reeks, 2024, "definitief").waarde - indexcijfer(reeks, 2024, "voorlopig").waarde

    inhaal = Decimal("0.9") * verschil("OVA") + Decimal("0.1") * verschil("PPC")
    assert inhaal == indexcijfer("VNG 90/10", 2025, "verschil 2024 (verschilmethode)").waarde
