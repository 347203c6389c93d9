"""V3: which components of one's own a workbook was sent with, whatever somebody made of it since."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, lees_excel
from gezinshuis_tarief.werkboek.beschrijving import eigen_onderdelen
from gezinshuis_tarief.werkboek.beschrijving.eigen_onderdelen import verzonden_stukken
from hulp.knoei import Knoeier

KOPIE = "onderdelen.verzonden.0"
KOP = "onderdelen.kop"


@pytest.fixture(scope="module")
def verzonden(alles_eigen: Opbouw) -> str:
    """The locked copy."""
    (tekst,) = verzonden_stukken(alles_eigen)
    return tekst


def geweigerd(knoeier: Knoeier) -> str:
    """Return why a workbook is refused; never with anything but our own error, and never slowly."""
    pad, begin = knoeier.bewaar(), time.perf_counter()
    with pytest.raises(InvoerFout) as fout:
        lees_excel(pad)
    assert time.perf_counter() - begin < 1
    return str(fout.value)


def zet(*pad: str, waarde: object) -> Callable[[Any], None]:
    """Return what puts a value in the locked copy; None removes it."""

    def doe(inhoud: Any) -> None:  # noqa: ANN401 (JSON)
        for deel in pad[:-1]:
            inhoud = inhoud[deel]
        if waarde is None:
            del inhoud[pad[-1]]
        else:
            inhoud[pad[-1]] = waarde

    return doe


EIGEN = ("onderdelen", "EigenLeegstand")
VIJANDIG = {
    "een andere formule": (zet(*EIGEN, "uitkomst", waarde="grondslag"), "hoort niet bij deze definitie"),
    "zonder kenmerk": (zet(*EIGEN, "kenmerk", waarde=None), r"EigenLeegstand\.kenmerk: .*ontbreekt"),
    "Python": (zet(*EIGEN, "uitkomst", waarde="__import__('os')"), r"EigenLeegstand\.uitkomst"),
    "een Excel-formule": (
        zet(*EIGEN, "uitkomst", waarde='=WEBSERVICE("http://x")'),
        r"EigenLeegstand\.uitkomst",
    ),
    "diep": (zet(*EIGEN, "uitkomst", waarde="(" * 3000 + "1" + ")" * 3000), r"EigenLeegstand\.uitkomst"),
    "een standaardnaam": (zet("onderdelen", "Leegstand", waarde={}), "is de naam van een standaardonderdeel"),
    "een letter die lijkt": (zet("onderdelen", "V\u0435rvoer", waarde={}), "is geen naam van een onderdeel"),
    "geen definitie": (zet(*EIGEN, waarde=[1]), r"onderdelen\.EigenLeegstand"),
    "geen definities": (zet("onderdelen", waarde=3), "zijn niet meer te lezen"),
    "geen plaatsen": (zet("plaatsen", waarde={}), "zijn niet meer te lezen"),
    "te veel": (zet("onderdelen", waarde={f"D{n}": {} for n in range(21)}), "is te veel"),
    "op een andere plek": (zet("plaatsen", "gezinshuis", waarde="EigenLeegstand"), "hoort bij leegstand"),
    "op geen rij": (zet("plaatsen", "eigen_posten[999999]", waarde="Vervoer"), "hoort bij eigen_posten"),
    "een kamer als post": (
        zet("plaatsen", "eigen_posten[5]", waarde="EigenLeegstand"),
        "hoort bij leegstand",
    ),
    "een onbekende soort": (
        zet("plaatsen", "leegstand", waarde="Iets"),
        r"plaatsen\.leegstand: 'Iets' .*is onbekend",
    ),
    "geen soort": (zet("plaatsen", "leegstand", waarde=["x"]), "is onbekend"),
    "nergens": (zet("plaatsen", "leegstand", waarde=None), "is een definitie die nergens staat"),
}


@pytest.mark.parametrize("naam", VIJANDIG)
def test_een_vijandige_kopie_wordt_geweigerd_met_haar_cel(
    eigen_knoeier: Knoeier, verzonden: str, naam: str
) -> None:
    doe, melding = VIJANDIG[naam]
    inhoud = json.loads(verzonden)
    doe(inhoud)
    tekst = geweigerd(eigen_knoeier.typ(KOPIE, json.dumps(inhoud)))
    assert "(Paspoort, cel B11)" in tekst
    assert "Vraag de afzender het werkboek opnieuw te sturen" in tekst
    assert re.search(melding, tekst), tekst


@pytest.mark.parametrize("tekst", ["", "[" * 30_000, "[]", "{", '{"plaatsen": 1e999}', "1" * 5000])
def test_een_kopie_die_geen_kopie_is_wordt_geweigerd(eigen_knoeier: Knoeier, tekst: str) -> None:
    assert "(Paspoort, cel B11) zijn niet meer te lezen" in geweigerd(eigen_knoeier.typ(KOPIE, tekst))


def test_een_formule_op_de_plaats_van_de_kopie_wordt_niet_gelezen(
    eigen_knoeier: Knoeier, verzonden: str
) -> None:
    """A cell that computes the copy could give each reader another one; its stored value is judged as any other."""
    knoeier = eigen_knoeier.cel(KOPIE, "<f>1+1</f><v>2</v>")
    assert "zijn niet meer te lezen" in geweigerd(knoeier)
    assert verzonden.startswith('{"plaatsen":')


def test_zonder_kopie_telt_het_blad_zolang_elk_kenmerk_klopt(
    eigen_knoeier: Knoeier, alles_eigen: Opbouw
) -> None:
    gelezen = lees_excel(eigen_knoeier.naam(KOPIE, None).bewaar())
    assert gelezen.opbouw == alles_eigen
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.plek) == ("onderdelen_niet_verzonden", "Eigen onderdelen, cel A4")


def _rij(knoeier: Knoeier, *begin: str) -> int:
    """Return the row of a line on the sheet."""
    blad: Any = openpyxl.load_workbook(knoeier.bewaar())["Eigen onderdelen"]
    for rij in blad.iter_rows(min_row=5):
        if tuple(cel.value for cel in rij[: len(begin)]) == begin:
            return int(rij[0].row)
    raise AssertionError(begin)


@pytest.mark.parametrize(
    ("regel", "kolom", "tekst", "melding"),
    [
        (("EigenLeegstand", "uitkomst"), "D", "grondslag", r"EigenLeegstand\.kenmerk: .*hoort niet bij deze"),
        (
            ("EigenLeegstand", "uitkomst"),
            "D",
            "grondslag ** 2",
            r"EigenLeegstand\.uitkomst: .*\(Eigen onderdelen, cel D",
        ),
        (("EigenLeegstand", "onderdeel"), "I", "", r"EigenLeegstand\.kenmerk: .*ontbreekt"),
        (("Vervoer", "plaats", "eigen_posten[3]"), "C", "overhead", "hoort bij eigen_posten"),
    ],
)
def test_zonder_kopie_en_met_een_gewijzigd_blad_is_niets_te_vertrouwen(
    eigen_knoeier: Knoeier, regel: tuple[str, ...], kolom: str, tekst: str, melding: str
) -> None:
    plek = f"{kolom}{_rij(eigen_knoeier, *regel)}"
    eigen_knoeier.naam(KOPIE, None).cel_op("Eigen onderdelen", plek, f"<is><t>{tekst}</t></is>", "inlineStr")
    assert re.search(melding, geweigerd(eigen_knoeier))


def test_zonder_kopie_en_zonder_blad_wordt_de_formule_niet_geraden(eigen_knoeier: Knoeier) -> None:
    tekst = geweigerd(eigen_knoeier.naam(KOPIE, None).naam(KOP, None))
    assert "heeft eigen varianten van bouwstenen (" in tekst
    assert "leegstand: EigenLeegstand" in tekst
    assert "en hun formules staan er niet in" in tekst


def test_een_lange_kopie_gaat_over_meer_cellen(
    alles_eigen: Opbouw, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(eigen_onderdelen, "_STUK", 1000)
    assert len(verzonden_stukken(alles_eigen)) == 3
    alles_eigen.naar_excel(tmp_path / "t.xlsx")
    gelezen = lees_excel(tmp_path / "t.xlsx")
    assert (gelezen.opbouw, gelezen.bevindingen) == (alles_eigen, ())


def test_een_ontbrekende_invoer_van_een_eigen_onderdeel_wordt_gemeld(eigen_knoeier: Knoeier) -> None:
    tekst = geweigerd(eigen_knoeier.naam("eigen_posten.3.prijs_per_rit", None))
    assert "de naam eigen_posten.3.prijs_per_rit staat niet in het bestand" in tekst
