"""V3: the sheet Eigen onderdelen as it came back; what was sent counts, and every other word on it is a finding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest

from gezinshuis_tarief import Ernst, Opbouw, lees_excel
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding
from hulp.knoei import HOOFD, Knoeier

BLAD = "Eigen onderdelen"


def plek(knoeier: Knoeier, kolom: str, *begin: str) -> str:
    """Return the address in a column of a line on the sheet."""
    blad: Any = openpyxl.load_workbook(knoeier.bewaar())[BLAD]
    for rij in blad.iter_rows(min_row=5):
        if tuple(cel.value for cel in rij[: len(begin)]) == begin:
            return f"{kolom}{rij[0].row}"
    raise AssertionError(begin)


def bevindingen(knoeier: Knoeier, hoort: Opbouw) -> tuple[Werkboekbevinding, ...]:
    """Return what stands out; the calculation stays that of the definition as sent."""
    gelezen = lees_excel(knoeier.bewaar())
    assert gelezen.opbouw == hoort
    assert gelezen.opbouw.bereken() == hoort.bereken()
    assert {b.ernst for b in gelezen.bevindingen} <= {Ernst.WAARSCHUWING}
    return gelezen.bevindingen


def typ(knoeier: Knoeier, adres: str, tekst: str) -> Knoeier:
    """Type a text in a cell of the sheet."""
    return knoeier.cel_op(BLAD, adres, f'<is><t xml:space="preserve">{escape(tekst)}</t></is>', "inlineStr")


@pytest.mark.parametrize(
    ("regel", "kolom", "tekst", "code", "gevonden", "toegestaan", "sleutel"),
    [
        (
            ("EigenLeegstand", "uitkomst"), "D", "grondslag * (2 - bezettingsgraad)", "onderdeelformule_gewijzigd",
            "de formule grondslag * (2 - bezettingsgraad)", "grondslag * (1 - bezettingsgraad)",
            "onderdelen.EigenLeegstand.uitkomst",
        ),
        (
            ("EigenLeegstand", "stap"), "D", "kostprijs", "onderdeelformule_gewijzigd", "de formule kostprijs",
            'ALS(grondslag = "kostprijs"; kostprijs; vaste_kosten)', "onderdelen.EigenLeegstand.stappen.grondslag.formule",
        ),
        (
            ("EigenLeegstand", "uitkomst"), "D", "", "onderdeelformule_gewijzigd", "een lege cel",
            "grondslag * (1 - bezettingsgraad)", "onderdelen.EigenLeegstand.uitkomst",
        ),
        (
            ("EigenLeegstand", "onderdeel"), "D", "Iets anders.", "onderdeel_gewijzigd",
            "Iets anders. in de kolom Formule of omschrijving", "Leegstand als deel van de kosten.",
            "onderdelen.EigenLeegstand",
        ),
        (
            ("EigenLeegstand", "onderdeel"), "I", "kenmerk 0", "onderdeel_gewijzigd", "kenmerk 0 in de kolom Keuzes",
            "kenmerk bd722f1339f18451", "onderdelen.EigenLeegstand",
        ),
        (
            ("EigenLeegstand", "invoer", "bezettingsgraad"), "H", "2", "onderdeel_gewijzigd", "2 in de kolom Hoogstens",
            "1", "onderdelen.EigenLeegstand.invoer.bezettingsgraad",
        ),
        (
            ("Vervoer", "invoer", "prijs_per_rit"), "H", "9", "onderdeel_gewijzigd", "9 in de kolom Hoogstens",
            "een lege cel", "onderdelen.Vervoer.invoer.prijs_per_rit",
        ),
        (
            ("Vervoer", "invoer", "prijs_per_rit"), "C", "prijs_per_r\u0456t", "onderdeel_gewijzigd",
            "prijs_per_r\u0456t (met U+0456) in de kolom Naam", "prijs_per_rit", "onderdelen.Vervoer.invoer.prijs_per_rit",
        ),
    ],
)  # fmt: skip
def test_een_gewijzigde_cel_wordt_gemeld_en_telt_niet(  # noqa: PLR0913, PLR0917 (what a finding says)
    eigen_knoeier: Knoeier,
    alles_eigen: Opbouw,
    regel: tuple[str, ...],
    kolom: str,
    tekst: str,
    code: str,
    gevonden: str,
    toegestaan: str,
    sleutel: str,
) -> None:
    """An edited description is a question for the sender; it never silently changes a cent."""
    adres = plek(eigen_knoeier, kolom, *regel)
    (bevinding,) = bevindingen(typ(eigen_knoeier, adres, tekst), alles_eigen)
    assert (bevinding.code, bevinding.plek) == (code, f"{BLAD}, cel {adres}")
    assert (bevinding.gevonden, bevinding.toegestaan, bevinding.sleutel) == (gevonden, toegestaan, sleutel)
    assert "telt het onderdeel zoals het is verzonden" in bevinding.wat_te_doen


def test_een_excelformule_op_het_blad_wordt_gemeld(eigen_knoeier: Knoeier, alles_eigen: Opbouw) -> None:
    """Also one that shows what was sent."""
    adres = plek(eigen_knoeier, "D", "EigenLeegstand", "uitkomst")
    eigen_knoeier.cel_op(BLAD, adres, "<f>A1</f><v>grondslag * (1 - bezettingsgraad)</v>", "str")
    (bevinding,) = bevindingen(eigen_knoeier, alles_eigen)
    assert (bevinding.code, bevinding.gevonden) == ("onderdeelformule_gewijzigd", "de Excel-formule =A1")


def test_een_regel_weg_wordt_gemeld(eigen_knoeier: Knoeier, alles_eigen: Opbouw) -> None:
    adres = plek(eigen_knoeier, "A", "Vervoer", "invoer", "prijs_per_rit")
    rij = adres[1:]
    for kolom in "ABCDEFGHI":
        eigen_knoeier.cel_op(BLAD, f"{kolom}{rij}", "")
    (weg,) = bevindingen(eigen_knoeier, alles_eigen)
    assert (weg.code, weg.gevonden) == (
        "onderdeelregel_weg",
        "de regel invoer prijs_per_rit van Vervoer ontbreekt",
    )
    assert (weg.plek, weg.sleutel) == (f"{BLAD}, cel A4", "onderdelen.Vervoer.invoer.prijs_per_rit")


def _onderaan(knoeier: Knoeier, *rijen: tuple[str, ...]) -> Knoeier:
    """Add lines below the last one."""
    onderdeel = knoeier.bladdeel(BLAD)
    laatste = 500
    nieuw = "".join(
        f'<row r="{laatste + n}">'
        + "".join(
            f'<c r="{kolom}{laatste + n}" t="inlineStr"><is><t>{escape(tekst)}</t></is></c>'
            for kolom, tekst in zip("ABCDEFGHI", rij, strict=False)
        )
        + "</row>"
        for n, rij in enumerate(rijen)
    )
    return knoeier.vervang(onderdeel, "</sheetData>", f"{nieuw}</sheetData>")


def test_regels_erbij_worden_gemeld(eigen_knoeier: Knoeier, alles_eigen: Opbouw) -> None:
    """A second line of a name, and one of a component that was not sent."""
    dubbel = ("EigenLeegstand", "uitkomst", "uitkomst", "0 * kostprijs")
    _onderaan(eigen_knoeier, dubbel, ("Nieuw", "uitkomst", "uitkomst", "1"))
    een, twee = bevindingen(eigen_knoeier, alles_eigen)
    assert (een.code, een.plek) == ("onderdeelregel_erbij", f"{BLAD}, cel A500")
    tekst = "een regel die niet is verzonden: EigenLeegstand | uitkomst | uitkomst | 0 * kostprijs"
    assert een.gevonden == tekst
    assert twee.gevonden == "een regel die niet is verzonden: Nieuw | uitkomst | uitkomst | 1"


def test_een_regel_weg_en_twee_erbij_zijn_drie_bevindingen(
    eigen_knoeier: Knoeier, alles_eigen: Opbouw
) -> None:
    typ(eigen_knoeier, plek(eigen_knoeier, "A", "Vervoer", "uitkomst"), "Iets")
    _onderaan(eigen_knoeier, ("Nog", "iets"))
    codes = [b.code for b in bevindingen(eigen_knoeier, alles_eigen)]
    assert sorted(codes) == ["onderdeelregel_erbij", "onderdeelregel_erbij", "onderdeelregel_weg"]


def test_heel_veel_regels_erbij_duren_niet_lang(eigen_knoeier: Knoeier, alles_eigen: Opbouw) -> None:
    _onderaan(eigen_knoeier, *[("Nieuw", "stap", f"s{n}", "1") for n in range(15_000)])
    codes = {b.code for b in bevindingen(eigen_knoeier, alles_eigen)}
    assert codes == {"onderdeelregel_erbij"}


@pytest.mark.parametrize(
    "doe",
    [
        lambda knoeier: knoeier.naam("onderdelen.kop", None),
        lambda knoeier: knoeier.naam("onderdelen.kop", "#REF!"),
        lambda knoeier: knoeier.naam("onderdelen.kop", "'Weg'!$A$4"),
    ],
)
def test_een_verwijderd_blad_wordt_gemeld(
    eigen_knoeier: Knoeier, alles_eigen: Opbouw, doe: Callable[[Knoeier], Knoeier]
) -> None:
    (bevinding,) = bevindingen(doe(eigen_knoeier), alles_eigen)
    assert (bevinding.code, bevinding.plek) == ("onderdelenblad_weg", BLAD)
    assert "EigenLeegstand" in bevinding.gevonden


def test_een_verborgen_blad_wordt_gemeld(eigen_knoeier: Knoeier, alles_eigen: Opbouw) -> None:
    eigen_knoeier.vervang(HOOFD, f'<sheet name="{BLAD}"', f'<sheet name="{BLAD}" state="hidden"')
    assert [b.code for b in bevindingen(eigen_knoeier, alles_eigen)] == ["onderdelenblad_verborgen"]


def test_spaties_en_verplaatste_regels_zijn_geen_bevinding(
    eigen_knoeier: Knoeier, alles_eigen: Opbouw
) -> None:
    typ(
        eigen_knoeier,
        plek(eigen_knoeier, "D", "EigenLeegstand", "uitkomst"),
        " grondslag  * (1 - bezettingsgraad)",
    )
    assert bevindingen(eigen_knoeier, alles_eigen) == ()
