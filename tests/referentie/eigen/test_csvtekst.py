"""What is no CSV says so, in Dutch, and what to do."""

from __future__ import annotations

import pytest

from gezinshuis_tarief import InvoerFout
from gezinshuis_tarief.referentie.eigen.csvtekst import lees_csv

KOP = b"geldig_vanaf,naam,waarde,bron\n"


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "regio.csv is leeg. De eerste regel noemt de kolommen"),
        (b" \n1,2\n", "regio.csv is leeg."),
        (
            KOP + "2026-01-01,AWf_laag,2.7,caf\xe9".encode("latin-1"),
            "is geen tekst in UTF-8 (regel 2). Bewaar",
        ),
        ("geldig_vanaf".encode("utf-16"), "is geen tekst in UTF-8 (regel 1)"),
        (KOP + b'2026-01-01,"AWf"x,2.7,brief', "is geen CSV (regel 2: een aanhalingsteken staat verkeerd)"),
        (KOP + b"2026-01-01," + b"x" * 140_000, "is geen CSV (regel 2: een veld is te lang)"),
    ],
)
def test_wat_geen_csv_is_wordt_geweigerd(inhoud: bytes, melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        lees_csv(inhoud, "regio.csv")
    assert melding in str(fout.value)


def test_een_rij_met_meer_of_minder_kolommen_en_een_dubbele_kolom_worden_samen_genoemd() -> None:
    gelezen = lees_csv(b"naam,waarde,bron,bron\na,2,7,x,y\nb,2\nc,2,x,y\n", "regio.csv")
    assert [str(bezwaar).split(". ")[0] for bezwaar in gelezen.bezwaren] == [
        "kolom bron: staat er twee keer",
        "regel 2: heeft te veel kolommen",
        "regel 3: heeft te weinig kolommen",
    ]
    assert [waar for waar, _ in gelezen.rijen] == ["regel 4"]
