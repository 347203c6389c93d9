"""V3: a component of one's own through a workbook: out, live, and back at whoever has not got the class."""

from __future__ import annotations

import contextlib
import io
import json
import runpy
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from gezinshuis_tarief import (
    EuroPerJaar,
    Huismaten,
    InvoerFout,
    Kostenpost,
    Opbouw,
    Rekenwijze,
    WerkboekFout,
    lees_excel,
    onderdeel,
    schrijf_opmerkingen,
    veld,
)
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.namen import EIGEN_ONDERDELEN, ONDERDELENKOPPEN
from hulp.knoei import Knoeier
from hulp.libreoffice import Sjabloon
from hulp.onderdelen import eigen_klassen
from hulp.rekenblad import Rekenblad, definities, invoer_op_naam, verschillen
from hulp.strategieen import eigen_invoer_met_halve_centen

VOORBEELDEN = ("01_ondernemer", "02_twaalfde_regel", "03_loonkosten_hergebruiken")
LEZER = """
import json, sys
from gezinshuis_tarief import lees_excel, naar_json
for pad in sys.argv[1:]:
    gelezen = lees_excel(pad)
    tarieven = {z: str(t.per_etmaal) for z, t in gelezen.opbouw.bereken().items()}
    uitleg = str(gelezen.opbouw.uitleg())
    print(json.dumps([naar_json(gelezen.opbouw), tarieven, uitleg, list(map(str, gelezen.bevindingen))]))
"""


def voorbeeld_uit(naam: str, voorbeeld: Opbouw) -> Opbouw:
    """Return the calculation of one of the examples that come with the library."""
    with contextlib.redirect_stdout(io.StringIO()):
        ruimte = runpy.run_path(str(Path(__file__).parents[2] / "examples" / f"{naam}.py"))
    post = ruimte.get("vervoer") or ruimte.get("medewerker")
    return voorbeeld.met(ruimte["ondernemer"] if post is None else {"eigen_posten": [post]}, reden="proef")


def test_wie_de_klasse_niet_heeft_leest_en_rekent_hetzelfde(
    tmp_path: Path, voorbeeld: Opbouw, alles_eigen: Opbouw
) -> None:
    """V3: a workbook with a variant was refused; now a process without the class reads the same cents."""
    gegeven = [voorbeeld_uit(naam, voorbeeld) for naam in VOORBEELDEN] + [alles_eigen]
    paden = [tmp_path / f"{plek}.xlsx" for plek in range(len(gegeven))]
    for opbouw, pad in zip(gegeven, paden, strict=True):
        opbouw.naar_excel(pad)
        assert lees_excel(pad).opbouw == opbouw
        assert opbouw == lees_excel(pad).opbouw
    gelezen = subprocess.run(  # noqa: S603 (words of our own)
        [sys.executable, "-c", LEZER, *map(str, paden)], check=True, capture_output=True, text=True
    )
    for opbouw, regel in zip(gegeven, gelezen.stdout.splitlines(), strict=True):
        tekst, tarieven, uitleg, bevindingen = json.loads(regel)
        assert bevindingen == []
        assert Opbouw.model_validate_json(tekst) == opbouw
        assert tarieven == {z: str(t.per_etmaal) for z, t in opbouw.bereken().items()}
        assert uitleg == str(opbouw.uitleg())


def test_het_blad_zegt_hoe_een_onderdeel_rekent(eigen_knoeier: Knoeier) -> None:
    blad = openpyxl.load_workbook(eigen_knoeier.bewaar())[EIGEN_ONDERDELEN]
    rijen = [tuple(cel.value for cel in rij[:9]) for rij in blad.iter_rows(min_row=4)]
    assert rijen[0] == ONDERDELENKOPPEN
    uitleg = "Ritten per jeugdige maal de prijs van een rit."
    assert [rij for rij in rijen if rij[0] == "Vervoer"] == [
        ("Vervoer", "onderdeel", "eigen_posten", uitleg, "€ per jaar", *[None] * 3, "kenmerk 4407c7c51d92cad7"),
        ("Vervoer", "plaats", "eigen_posten[0]", "eigen post 1", *[None] * 5),
        ("Vervoer", "plaats", "eigen_posten[3]", "eigen post 4", *[None] * 5),
        ("Vervoer", "invoer", "ritten_per_jeugdige", "ritten per jeugdige per jaar", "aantal", 0, *[None] * 3),
        ("Vervoer", "invoer", "prijs_per_rit", "prijs van een rit", "€ per stuk", 0, *[None] * 3),
        ("Vervoer", "uitkomst", "uitkomst", "huis.plaatsen * ritten_per_jeugdige * prijs_per_rit", "€ per jaar",
         *[None] * 4),
    ]  # fmt: skip
    overig = {rij[:5] for rij in rijen}
    assert ("EigenOverhead", "invoer", "plafond", "meeste bedrag", "€ per etmaal of leeg") in overig
    assert ("EigenHuisvesting", "invoer", "afspraak", "waar het staat", "tekst tot 200 tekens") in overig
    assert ("Medewerker", "invoer", "loon", "loonkosten", "loonkosten") in overig
    assert ("EigenLeegstand", "plaats", "leegstand", "bouwsteen 9: Leegstand", None) in overig
    assert all(cel.protection.locked for rij in blad.iter_rows() for cel in rij)


def test_de_andere_bladen_verwijzen_naar_het_eigen_onderdeel(eigen_knoeier: Knoeier) -> None:
    boek = openpyxl.load_workbook(eigen_knoeier.bewaar())
    assert boek.sheetnames[3:] == [EIGEN_ONDERDELEN, "Leeswijzer", "Paspoort"]
    teksten = [cel.value for rij in boek["Uitgangspunten"].iter_rows(max_col=1) for cel in rij if cel.value]
    assert (
        "Vervoer (post 1 en 4) is een eigen onderdeel, zie het blad Eigen onderdelen. "
        "Ritten per jeugdige maal de prijs van een rit."
    ) in teksten
    assert not any("Leegstand kost grondslag" in str(tekst) for tekst in teksten)
    assert EIGEN_ONDERDELEN in [rij[0].value for rij in boek["Leeswijzer"].iter_rows()]


def test_zonder_eigen_onderdelen_is_er_niets_van_te_zien(werkboek: Path) -> None:
    boek = openpyxl.load_workbook(werkboek)
    assert EIGEN_ONDERDELEN not in boek.sheetnames
    assert not [naam for naam in definities(werkboek) if naam.startswith("onderdelen")]
    assert EIGEN_ONDERDELEN not in [rij[0].value for rij in boek["Leeswijzer"].iter_rows()]


@pytest.fixture(scope="module")
def eigen_map(tmp_path_factory: pytest.TempPathFactory, eigen_geschreven: bytes) -> Path:
    """A folder with the example of every kind."""
    map_ = tmp_path_factory.mktemp("rekent")
    (map_ / "leeg.xlsx").write_bytes(eigen_geschreven)
    return map_


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(eigen_invoer_met_halve_centen())
def test_elke_zorgzwaarte_rekent_mee_tot_op_de_cent(
    eigen_map: Path,
    alles_eigen: Opbouw,
    anders: dict[str, Any],
) -> None:
    opbouw = alles_eigen.met(anders, reden="proef")
    blad = Rekenblad(eigen_map / "leeg.xlsx")
    blad.typ(invoer_op_naam(opbouw))
    gevonden = {naam: blad[naam] for naam in blad.plekken if "bereik" not in naam}
    assert verschillen(gevonden, opbouw) == []
    Sjabloon(eigen_map / "leeg.xlsx").schrijf(invoer_op_naam(opbouw), eigen_map / "getypt.xlsx")
    gelezen = lees_excel(eigen_map / "getypt.xlsx").opbouw
    kaal: dict[str, object] = {"onderbouwing": {}}
    assert gelezen.model_copy(update=kaal) == opbouw.model_copy(update=kaal)


class Lang(Kostenpost):
    """Has a text without a limit."""

    bedrag: EuroPerJaar
    verhaal: str

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        return self.bedrag


def test_wat_de_definitie_niet_toelaat_gaat_niet_mee(tmp_path: Path, voorbeeld: Opbouw) -> None:
    """A class may allow more than its definition; the receiver would refuse what it wrote."""
    opbouw = voorbeeld.met({"eigen_posten": [Lang(naam="x", bedrag="1", verhaal="a" * 2001)]})
    with pytest.raises(InvoerFout, match=r"eigen_posten\[0\]\.verhaal"):
        opbouw.naar_excel(tmp_path / "t.xlsx")
    assert list(tmp_path.iterdir()) == []


class Sprong(Kostenpost):
    """Looks at its value, which no formula can say."""

    bedrag: Annotated[EuroPerJaar, veld("bedrag")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        return self.bedrag if self.bedrag > 1 else self.bedrag * 2


def test_wat_niet_is_op_te_schrijven_komt_in_geen_werkboek(tmp_path: Path, voorbeeld: Opbouw) -> None:
    opbouw = voorbeeld.met({"eigen_posten": [Sprong(naam="x", bedrag="5")]})
    with pytest.raises(InvoerFout, match=r"eigen_posten\[0\]\.Sprong: .*kan niet mee in een bestand"):
        opbouw.naar_excel(tmp_path / "t.xlsx")


def gestapeld(namen: list[str]) -> str:
    """Return a sum of names with brackets, so that it is not deep."""
    if len(namen) <= 2:
        return " + ".join(namen)
    half = len(namen) // 2
    return f"({gestapeld(namen[:half])}) + ({gestapeld(namen[half:])})"


@pytest.mark.parametrize(("keer", "past"), [(150, True), (230, False)])
def test_een_formule_die_niet_in_een_cel_past_wordt_geweigerd(
    tmp_path: Path, voorbeeld: Opbouw, keer: int, *, past: bool
) -> None:
    """A formula of 4,000 characters can take twice as many in names of cells; no program opens such a file."""
    velden = {"jaarbedrag": {"eenheid": "€ per jaar", "minstens": "0"}}
    plek, som = "inkomen_gezinshuisouder", gestapeld(["jaarbedrag"] * keer)
    soort = onderdeel("Lang", plek=plek, invoer=velden, uitkomst=som)
    opbouw = voorbeeld.met({plek: soort(jaarbedrag="1")}, reden="proef")
    if past:
        opbouw.naar_excel(tmp_path / "t.xlsx")
        assert lees_excel(tmp_path / "t.xlsx").opbouw == opbouw
    else:
        with pytest.raises(InvoerFout, match=r"inkomen_gezinshuisouder.per_jaar: .*te lang is voor een cel"):
            opbouw.naar_excel(tmp_path / "t.xlsx")
        assert list(tmp_path.iterdir()) == []


def test_keuzes_die_niet_in_een_keuzelijst_passen_reizen_toch_mee(tmp_path: Path, voorbeeld: Opbouw) -> None:
    keuzes = [f"{letter} een lange keuze van veertig tekens" for letter in "abcdefgh"]
    soort = onderdeel(
        "Keuzepost",
        plek="eigen_posten",
        invoer={"bedrag": {"eenheid": "€ per jaar", "minstens": "0"}, "soort_huis": {"keuzes": keuzes}},
        uitkomst="bedrag",
    )
    opbouw = voorbeeld.met({"eigen_posten": [soort(naam="x", bedrag="5", soort_huis=keuzes[3])]})
    opbouw.naar_excel(tmp_path / "t.xlsx")
    assert lees_excel(tmp_path / "t.xlsx").opbouw == opbouw


def test_een_leeg_gelaten_invoer_vraagt_alleen_om_waarde_als_die_moet(eigen_knoeier: Knoeier) -> None:
    blad = Rekenblad(eigen_knoeier.bewaar())
    for naam in ("overhead.plafond", "huisvesting.afspraak"):
        blad.typ({naam: None})
        assert blad["controle.invoer"] == "klopt"
    blad.typ({"overhead.bodem": None})
    assert blad["controle.invoer"] == "nog invullen"


def test_een_getal_in_een_eigen_post_mag_leeg_blijven(tmp_path: Path, voorbeeld: Opbouw) -> None:
    soort = onderdeel(
        "Begrensd",
        plek="eigen_posten",
        invoer={
            "bedrag": {"eenheid": "€ per jaar", "minstens": "0"},
            "eigen": {"eenheid": "€ per jaar", "minstens": "0", "mag_leeg": True},
        },
        uitkomst="ALS(ISGETAL(eigen); eigen; bedrag)",
    )
    opbouw = voorbeeld.met({"eigen_posten": [soort(naam="x", bedrag="365", eigen=None)]})
    opbouw.naar_excel(tmp_path / "t.xlsx")
    assert Rekenblad(tmp_path / "t.xlsx")["controle.invoer"] == "klopt"
    gelezen = lees_excel(tmp_path / "t.xlsx")
    assert (gelezen.opbouw, gelezen.bevindingen) == (opbouw, ())


def test_een_leeggemaakte_gewone_post_laat_de_eigen_posten_op_hun_plaats(
    eigen_knoeier: Knoeier, alles_eigen: Opbouw
) -> None:
    pad = eigen_knoeier.leeg("eigen_posten.1.naam").leeg("eigen_posten.1.bedrag_per_jaar").herreken().bewaar()
    gelezen = lees_excel(pad)
    posten = alles_eigen.eigen_posten
    assert gelezen.opbouw.eigen_posten == (posten[0], posten[2], posten[3])
    assert gelezen.bevindingen == ()


def test_het_antwoord_houdt_de_eigen_onderdelen(eigen_knoeier: Knoeier, tmp_path: Path) -> None:
    eigen_knoeier.typ("leegstand.grondslag", "iets").leeg("eigen_posten.3.prijs_per_rit").leeg(
        "overhead.bodem"
    )
    with pytest.raises(WerkboekFout) as fout:
        lees_excel(eigen_knoeier.bewaar())
    assert {b.sleutel for b in fout.value.bezwaren} == {
        "leegstand.grondslag",
        "eigen_posten[3].prijs_per_rit",
        "overhead.bodem",
    }
    schrijf_opmerkingen(fout.value, tmp_path / "antwoord.xlsx")
    blad = Rekenblad(tmp_path / "antwoord.xlsx")
    assert blad["controle.invoer"] == "nog invullen"
    blad.typ({"leegstand.grondslag": "kostprijs", "eigen_posten.3.prijs_per_rit": 2.5, "overhead.bodem": 5.0})
    assert blad["controle.invoer"] == "klopt"
    with pytest.raises(WerkboekFout, match=r"leegstand\.grondslag"):
        lees_excel(tmp_path / "antwoord.xlsx")


def test_een_gewijzigde_waarde_krijgt_een_nieuwe_herkomst(
    eigen_knoeier: Knoeier, alles_eigen: Opbouw
) -> None:
    gelezen = lees_excel(eigen_knoeier.getal("eigen_posten.0.ritten_per_jeugdige", 100).herreken().bewaar())
    assert gelezen.bevindingen == ()
    assert (
        gelezen.opbouw.bereken() == alles_eigen.met({"eigen_posten[0].ritten_per_jeugdige": "100"}).bereken()
    )


def test_de_beschrijving_is_dezelfde_voor_klasse_en_definitie(voorbeeld: Opbouw) -> None:
    opbouw = voorbeeld_uit("03_loonkosten_hergebruiken", voorbeeld)
    een = Werkboekinhoud(opbouw)
    assert een.formules == Werkboekinhoud(een.opbouw).formules
    assert Werkboekinhoud(voorbeeld).opbouw is voorbeeld
    assert eigen_klassen()["Vervoer"] is eigen_klassen()["Vervoer"]


def test_een_eigen_invoer_die_heet_als_een_invoer_die_mag_ontbreken_heeft_een_cel(
    tmp_path: Path, voorbeeld: Opbouw
) -> None:
    """Only that of the standard bouwsteen 1 has a cell as far as it was given."""
    soort = onderdeel(
        "Inkomen",
        plek="inkomen_gezinshuisouder",
        invoer={"fte_per_huis": {"eenheid": "fte"}, "per_fte": {"eenheid": "€ per fte per jaar"}},
        uitkomst="fte_per_huis * per_fte",
    )
    opbouw = voorbeeld.met(
        {"inkomen_gezinshuisouder": soort(fte_per_huis="1.5", per_fte="70000")}, reden="eigen"
    )
    opbouw.naar_excel(tmp_path / "eigen.xlsx")
    gelezen = lees_excel(tmp_path / "eigen.xlsx").opbouw
    assert gelezen == opbouw
    in_groep = opbouw.met({"gezinshuis.groepsgrootte": 5, "hoog.inkomen_gezinshuisouder.fte_per_huis": 2})
    in_groep.naar_excel(tmp_path / "groep.xlsx")
    terug = lees_excel(tmp_path / "groep.xlsx")
    assert (terug.opbouw, terug.bevindingen) == (in_groep, ())
