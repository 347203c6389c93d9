"""Without Python: a cost line that somebody writes in the workbook is a proposal, or refused at its cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gezinshuis_tarief import Opbouw, lees_excel, naar_json, van_json
from gezinshuis_tarief.kern.fouten import Ernst
from gezinshuis_tarief.werkboek.beschrijving.nieuw_onderdeel import (
    NIEUW_ONDERDEEL,
    NIEUWKOP,
    NIEUWKOPPEN,
    leeg_onderdelenblad,
)
from gezinshuis_tarief.werkboek.lezen.bevindingen import Werkboekbevinding
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen
from gezinshuis_tarief.werkboek.schrijven import naar_excel
from hulp.opdracht import draai

Regel = tuple[Any, ...]
VERVOER: list[Regel] = [
    ("Vervoer naar school", "invoer", "ritten", "ritten per jeugdige per jaar", "aantal", 0, None, None, None, 120),
    (None, "Invoer", "prijs", "prijs van een rit", "€ per stuk", None, None, None, None, "7,50"),
    (None, "uitkomst", None, "huis.plaatsen * ritten * prijs"),
]  # fmt: skip


@pytest.fixture
def boek(tmp_path: Path, voorbeeld: Opbouw) -> Path:
    """A workbook with the empty lines."""
    pad = tmp_path / "nieuw.xlsx"
    naar_excel(voorbeeld, pad, erachter=(leeg_onderdelenblad(),))
    return pad


def geschreven(pad: Path, regels: list[Regel]) -> Gelezen:
    """Read the workbook after somebody wrote these lines in Excel."""
    boek = openpyxl.load_workbook(pad)
    ((blad, adres),) = boek.defined_names[NIEUWKOP].destinations
    kop = boek[blad][adres].row or 0
    for rij, regel in enumerate(regels, start=kop + 1):
        for kolom, inhoud in enumerate(regel, start=1):
            boek[blad].cell(rij, kolom).value = inhoud
    boek.save(pad)
    return lees_excel(pad)


def nieuwe(gelezen: Gelezen) -> list[Werkboekbevinding]:
    return [b for b in gelezen.bevindingen if b.code == "onderdeel_nieuw"]


def test_een_leeg_blad_zegt_niets(boek: Path, voorbeeld: Opbouw) -> None:
    gelezen = lees_excel(boek)
    assert (gelezen.opbouw, gelezen.bevindingen, gelezen.voorstellen) == (voorbeeld, (), ())
    blad = openpyxl.load_workbook(boek)[NIEUW_ONDERDEEL]
    kop = next(rij for rij in blad.iter_rows() if rij[0].value == "Onderdeel")
    assert tuple(cel.value for cel in kop) == NIEUWKOPPEN
    onder = [cel for rij in blad.iter_rows(min_row=(kop[0].row or 0) + 1) for cel in rij[: len(NIEUWKOPPEN)]]
    assert len(onder) == 300
    assert all(cel.value is None and not cel.protection.locked for cel in onder)


def test_een_geschreven_kostenpost_is_een_voorstel(boek: Path, voorbeeld: Opbouw) -> None:
    gelezen = geschreven(boek, VERVOER)
    (voorstel,) = gelezen.voorstellen
    assert gelezen.opbouw == voorbeeld
    assert (voorstel.sleutel, voorstel.was) == ("onderdelen.VervoerNaarSchool", "")
    assert voorstel.wordt == "huis.plaatsen * ritten * prijs"
    assert voorstel.effect["midden"] == Decimal("2.68")
    assert voorstel.opbouw.bereken()["midden"].per_etmaal == Decimal("163.02")
    assert str(voorstel).startswith(
        "voorstel: onderdelen.VervoerNaarSchool: huis.plaatsen * ritten * prijs (nieuw)."
    )
    (post,) = voorstel.opbouw.eigen_posten
    assert post.naam == "Vervoer naar school"
    assert van_json(naar_json(voorstel.opbouw)) == voorstel.opbouw
    (bevinding,) = nieuwe(gelezen)
    assert (bevinding.ernst, bevinding.blad) == (Ernst.WAARSCHUWING, NIEUW_ONDERDEEL)
    assert bevinding.wat_te_doen.endswith("Als voorstel kunt u het overnemen: onderdelen.VervoerNaarSchool.")


def test_de_voorbeeldregels_van_het_blad_kloppen(boek: Path) -> None:
    blad = openpyxl.load_workbook(boek)[NIEUW_ONDERDEEL]
    rijen = [tuple(cel.value for cel in rij) for rij in blad.iter_rows(max_col=10)]
    begin = next(nummer for nummer, rij in enumerate(rijen) if rij[0] == "Voorbeeld")
    gelezen = geschreven(boek, rijen[begin + 1 : begin + 4])
    assert [v.effect["midden"] for v in gelezen.voorstellen] == [Decimal("2.68")]


def test_stappen_keuzes_en_procenten(boek: Path) -> None:
    gelezen = geschreven(
        boek,
        [
            ("Reiskosten", "invoer", "bedrag", "bedrag per jaar", "€ per jaar", None, None, None, None, 1000),
            ("Reiskosten", "invoer", "deel", "deel dat meetelt", "fractie", 0, None, 1, None, "40%"),
            ("Reiskosten", "invoer", "soort_reis", "", "keuze", None, None, None, "enkel; retour", "retour"),
            ("Reiskosten", "invoer", "korting", "", "€ per jaar of leeg"),
            ("Reiskosten", "stap", "basis", "bedrag * deel - ALS(ISGETAL(korting); korting; 0)", "€ per jaar"),
            ("Reiskosten", "uitkomst", None, 'basis * ALS(soort_reis = "retour"; 2; 1)'),
            ("2e post", "invoer", "bedrag", None, "€ per jaar", None, None, None, None, 730),
            (None, "uitkomst", None, "bedrag"),
        ],
    )  # fmt: skip
    assert [v.sleutel for v in gelezen.voorstellen] == ["onderdelen.Reiskosten", "onderdelen.Post2ePost"]
    reis, post = gelezen.voorstellen
    assert reis.wordt == (
        'basis = bedrag * deel - ALS(ISGETAL(korting); korting; 0); basis * ALS(soort_reis = "enkel"; 1; 2)'
    )
    assert reis.effect["midden"] == Decimal("0.60")
    assert len(post.opbouw.eigen_posten) == 1


@pytest.mark.parametrize(
    ("regels", "kolom", "waarom"),
    [
        ([*VERVOER[:2], (None, "uitkomst", None, "huis.plaatsen * ritten * prijs * 1,21")], "D",
         "bevat het getal 1,21 (toegestaan: namen en hele getallen). Maak er een invoer van, met een naam en een eenheid."),
        ([*VERVOER[:2], (None, "uitkomst", None, "ritten + prijs")], "D", "ritten + prijs telt op of vergelijkt"),
        (VERVOER[:2], "A", "er zijn 0 regels uitkomst (toegestaan: één regel uitkomst)."),
        ([*VERVOER, VERVOER[2]], "A", "er zijn 2 regels uitkomst"),
        ([VERVOER[0], (*VERVOER[1][:4], "euro", *VERVOER[1][5:]), VERVOER[2]], "E", 'Als voorstel is het niet over te nemen: "euro" '),
        ([VERVOER[0], VERVOER[1][:9], VERVOER[2]], "J", "prijs heeft geen waarde."),
        ([VERVOER[0], (*VERVOER[1][:9], "veel"), VERVOER[2]], "J", 'de tekst "veel", geen getal (€ per stuk) is geen waarde. Typ een getal.'),
        ([VERVOER[0], (*VERVOER[0][:9], 3), *VERVOER[1:]], "C", "ritten staat er twee keer."),
        ([*VERVOER[:2], (None, "formule", None, "ritten"), VERVOER[2]], "B",
         "formule is geen soort regel (toegestaan: invoer of stap of uitkomst)."),
        ([(*VERVOER[0][:9], -1), *VERVOER[1:]], "J", "-1 ligt buiten de grenzen"),
        ([(None, *VERVOER[0][1:]), *VERVOER[1:]], "A", "het onderdeel heeft geen naam. Schrijf de naam in de eerste kolom."),
        ([VERVOER[0], (None, "invoer", "", "prijs van een rit", "€ per stuk", *[None] * 4, 3), VERVOER[2]], "A",
         "'' is geen naam"),
        ([*VERVOER[:2], (None, "stap", "basis", "ritten * ritten2", "aantal"), VERVOER[2]], "D",
         "gebruikt de onbekende naam ritten2. Bedoelt u ritten?"),
    ],
)  # fmt: skip
def test_wat_niet_kan_wordt_bij_de_cel_gezegd(
    boek: Path, voorbeeld: Opbouw, regels: list[Regel], kolom: str, waarom: str
) -> None:
    gelezen = geschreven(boek, regels)
    assert (gelezen.opbouw, gelezen.voorstellen) == (voorbeeld, ())
    (bevinding,) = nieuwe(gelezen)
    assert waarom in bevinding.wat_te_doen
    assert bevinding.cel.rstrip("0123456789") == kolom


def test_een_formule_die_als_in_excel_begint(boek: Path) -> None:
    gelezen = geschreven(boek, [*VERVOER[:2], (None, "uitkomst", None, "=huis.plaatsen*ritten*MAX(prijs,0)")])
    assert [v.wordt for v in gelezen.voorstellen] == ["huis.plaatsen * ritten * MAX(prijs; 0)"]


def test_een_naam_die_al_bestaat(tmp_path: Path, alles_eigen: Opbouw) -> None:
    naar_excel(alles_eigen, tmp_path / "a.xlsx", erachter=(leeg_onderdelenblad(),))
    gelezen = geschreven(tmp_path / "a.xlsx", [("Vervoer", *VERVOER[0][1:]), *VERVOER[1:]])
    assert gelezen.voorstellen == ()
    assert "Vervoer is al de naam van een eigen onderdeel" in nieuwe(gelezen)[0].wat_te_doen


def test_het_blad_staat_er_alleen_als_erom_is_gevraagd(tmp_path: Path) -> None:
    zonder, met = tmp_path / "zonder.xlsx", tmp_path / "met.xlsx"
    assert draai("exporteer", "-o", str(zonder)).exit_code == 0
    assert draai("exporteer", "-o", str(met), "--eigen-onderdelen").exit_code == 0
    assert NIEUW_ONDERDEEL not in openpyxl.load_workbook(zonder).sheetnames
    assert NIEUW_ONDERDEEL in openpyxl.load_workbook(met).sheetnames
    assert len(geschreven(met, VERVOER).voorstellen) == 1
    uit = draai("lees", str(met), "--voorstellen", str(tmp_path / "uit"))
    assert (tmp_path / "uit" / "onderdelen.VervoerNaarSchool.json").exists(), uit.output


def test_het_hoofdstuk_zegt_wat_lees_zegt(tmp_path: Path) -> None:
    """What the guide has somebody write gives, word for word, the answer that it shows."""
    tekst = (Path(__file__).parents[4] / "docs" / "een_eigen_bouwsteen.md").read_text(encoding="utf-8")
    rijen = [
        [cel.strip() or None for cel in rij.split("|")[1:-1]]
        for rij in tekst.splitlines()
        if rij.count("|") == 8
    ]
    regels = [(*rij[:6], None, None, None, rij[6]) for rij in rijen[2:]]
    pad = tmp_path / "tarief.xlsx"
    draai("exporteer", "-o", str(pad), "--eigen-onderdelen")
    assert len(geschreven(pad, regels).voorstellen) == 1
    antwoord = draai("lees", str(pad)).stderr
    gezegd = [regel for regel in tekst.splitlines() if "VervoerNaarSchool" in regel and ": " in regel]
    assert len(gezegd) == 2
    assert all(regel in antwoord for regel in gezegd), antwoord
