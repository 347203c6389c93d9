"""The workbook calculates by itself: inputs typed by defined name, recalculated by an in-process engine."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import EigenPost, Huismaten, Kostenpost, Opbouw, Rekenwijze, voorbeeld_2026
from gezinshuis_tarief.kern.velden import EuroPerJaar, veld
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.schrijven import schrijf
from gezinshuis_tarief.werkboek.sjablonen import leeg_werkboek
from hulp.gevallen import GEVALLEN, Geval
from hulp.libreoffice import lees_waarden
from hulp.rekenblad import Rekenblad, invoer_op_naam, verschillen
from hulp.strategieen import opbouwen


@pytest.fixture(scope="module")
def werkboek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("werkboek") / "voorbeeld.xlsx"
    voorbeeld_2026().naar_excel(pad)
    return pad


def herrekend(werkboek: Path, opbouw: Opbouw) -> list[str]:
    blad = Rekenblad(werkboek)
    blad.typ(invoer_op_naam(opbouw))
    gevonden = {naam: blad[naam] for naam in blad.plekken if not naam.startswith("bereik.")}
    return verschillen(gevonden, opbouw)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.bestand.stem)
def test_een_geval_overgetypt_in_het_werkboek_geeft_zijn_uitkomst(
    werkboek: Path, geval: Geval, tmp_path: Path
) -> None:
    """In the workbook of the example; in one of its own, emptied first, where the example has not got its inputs."""
    opbouw = Opbouw.model_validate(geval.invoer)
    getypt = invoer_op_naam(opbouw)
    blad = Rekenblad(werkboek)
    if opbouw.per_zorgzwaarte or opbouw.eigen_opslagen or not getypt.keys() <= blad.plekken.keys():
        opbouw.naar_excel(tmp_path / "eigen.xlsx")
        blad = Rekenblad(tmp_path / "eigen.xlsx")
        blad.typ(dict.fromkeys(getypt))
        assert blad["uitkomst.midden.tarief"] == namen.NOG_INVULLEN
    blad.typ(getypt)
    gevonden = {naam: blad[naam] for naam in blad.plekken if not naam.startswith("bereik.")}
    assert verschillen(gevonden, opbouw) == []
    for zwaarte, verwacht in geval.verwacht.items():
        gezien = Decimal(f"{blad[f'uitkomst.{zwaarte}.tarief']:.7f}")
        assert gezien == Decimal(verwacht["tarief_per_etmaal"])


@given(opbouw=opbouwen())
def test_elke_invoer_geeft_elke_stap_en_elke_uitkomst(werkboek: Path, opbouw: Opbouw) -> None:
    assert herrekend(werkboek, opbouw) == []


@settings(max_examples=20)
@given(opbouw=opbouwen())
def test_wat_naast_een_formule_staat_is_wat_zij_uitrekent(
    tmp_path_factory: pytest.TempPathFactory, opbouw: Opbouw
) -> None:
    pad = tmp_path_factory.mktemp("eigen") / "eigen.xlsx"
    opbouw.naar_excel(pad)
    bewaard = lees_waarden(pad)
    assert verschillen(bewaard, opbouw) == []
    blad = Rekenblad(pad)
    for naam, waarde in bewaard.items():
        if isinstance(waarde, float):
            assert blad[naam] == pytest.approx(waarde, rel=1e-12, abs=1e-9), naam
        else:
            assert (blad[naam] or None) == waarde, naam


@pytest.mark.parametrize("bedrag", [0.0, 12345.67])
def test_een_eigen_bedrag_gaat_voor_de_opbouw_ook_als_het_nul_is(werkboek: Path, bedrag: float) -> None:
    blad = Rekenblad(werkboek)
    opgebouwd = blad["huisvesting.per_jaar"]
    blad.typ({"huisvesting.vast_bedrag_per_jaar": bedrag})
    assert blad["huisvesting.per_jaar"] == bedrag
    blad.typ({"huisvesting.vast_bedrag_per_jaar": None})
    assert blad["huisvesting.per_jaar"] == opgebouwd == 14820


def test_bouwsteen_8_gaat_uit_en_weer_aan_met_behoud_van_zijn_waarden(werkboek: Path) -> None:
    blad = Rekenblad(werkboek)
    zonder = blad["uitkomst.hoog.tarief"]
    blad.typ(
        {
            AANWEZIG: "ja",
            "gelieerde_zorgorganisatie.aandeel": 0.05,
            "gelieerde_zorgorganisatie.vast_bedrag_per_plaats_per_jaar": 365.0,
        }
    )
    met = blad["uitkomst.hoog.tarief"]
    assert met > zonder == pytest.approx(182.12)
    blad.typ({AANWEZIG: "nee"})
    assert blad["uitkomst.hoog.tarief"] == zonder
    assert blad["uitkomst.hoog.gelieerde_zorgorganisatie"] == 0
    assert blad["gelieerde_zorgorganisatie.aandeel"] == 0.05


@pytest.mark.parametrize(
    ("naam", "waarde", "oordeel"),
    [
        ("leegstand.bezettingsgraad", None, "nog invullen"),
        ("leegstand.bezettingsgraad", 95.0, "invoer nakijken"),
        ("leegstand.bezettingsgraad", 0.0, "invoer nakijken"),
        ("leegstand.bezettingsgraad", "95%", "invoer nakijken"),
        ("leegstand.grondslag", "alles", "invoer nakijken"),
        ("leegstand.grondslag", None, "nog invullen"),
        ("gezinshuis.plaatsen_laag", 7.0, "invoer nakijken"),
        ("gezinshuis.plaatsen_laag", 1.5, "invoer nakijken"),
        ("huisvesting.vast_bedrag_per_jaar", "veel", "invoer nakijken"),
        ("huisvesting.woonlasten_per_jaar", -1.0, "invoer nakijken"),
        ("huisvesting.woonlasten_per_jaar", 1e9, "invoer nakijken"),
        ("winst_marge.percentage", 1.0, "invoer nakijken"),
        ("eigen_posten.3.bedrag_per_jaar", 100.0, "nog invullen"),
        ("eigen_posten.3.naam", "tuin", "nog invullen"),
        (AANWEZIG, None, "nog invullen"),
        (AANWEZIG, "misschien", "invoer nakijken"),
        (AANWEZIG, "ja", "nog invullen"),
    ],
)
def test_zonder_goede_invoer_komt_er_geen_bedrag(
    werkboek: Path, naam: str, waarde: object, oordeel: str
) -> None:
    blad = Rekenblad(werkboek)
    blad.typ({naam: waarde})
    assert blad["controle.invoer"] == oordeel
    assert blad["uitkomst.midden.tarief"] == oordeel
    assert blad["uitkomst.laag.overhead"] == oordeel
    assert blad["samenvatting.tarief.hoog"] == oordeel


def test_samen_het_hele_tarief_wordt_geweigerd_zoals_in_de_bibliotheek(werkboek: Path) -> None:
    blad = Rekenblad(werkboek)
    blad.typ(
        {
            AANWEZIG: "ja",
            "gelieerde_zorgorganisatie.aandeel": 0.3,
            "gelieerde_zorgorganisatie.vast_bedrag_per_plaats_per_jaar": 0.0,
            "winst_marge.percentage": 0.7,
        }
    )
    assert blad["controle.invoer"] == "invoer nakijken"
    blad.typ({"gelieerde_zorgorganisatie.grondslag": "kostprijs"})
    assert blad["controle.invoer"] == "klopt"


def test_een_eigen_post_telt_mee_in_elk_tarief(werkboek: Path, voorbeeld: Opbouw) -> None:
    met_post = voorbeeld.met({"eigen_posten": [EigenPost(naam="tuin", bedrag_per_jaar="1460")]})
    blad = Rekenblad(werkboek)
    blad.typ({"eigen_posten.7.naam": "tuin", "eigen_posten.7.bedrag_per_jaar": 1460.0})
    assert blad["uitkomst.laag.eigen_posten"] == 1
    verwacht = met_post.bereken()["laag"].per_etmaal
    assert Decimal(f"{blad['uitkomst.laag.tarief']:.7f}") == verwacht


@given(st.integers(1, 8))
def test_de_kop_zegt_hoeveel_plaatsen_het_huis_heeft(werkboek: Path, plaatsen: int) -> None:
    blad = Rekenblad(werkboek)
    namen = ("laag", "midden", "hoog")
    blad.typ({f"gezinshuis.plaatsen_{zwaarte}": 0.0 for zwaarte in namen})
    blad.typ({"gezinshuis.plaatsen_hoog": float(plaatsen)})
    assert blad.kop().startswith(f"Huis met {plaatsen} plaatsen.")


class PerPlaats(Kostenpost):
    """An own line with a formula and inputs of its own."""

    bedrag_per_plaats: Annotated[EuroPerJaar, veld("kosten per plaats")]
    afspraak: Annotated[str, veld("waar het is afgesproken")]

    def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
        return self.bedrag_per_plaats * huis.plaatsen


def test_een_post_met_een_eigen_formule_rekent_in_het_werkboek(tmp_path: Path, voorbeeld: Opbouw) -> None:
    post = PerPlaats(naam="tuin", bedrag_per_plaats="365", afspraak="brief")
    opbouw = voorbeeld.met({"eigen_posten": [post]})
    opbouw.naar_excel(tmp_path / "eigen.xlsx")
    blad = Rekenblad(tmp_path / "eigen.xlsx")
    assert verschillen({naam: blad[naam] for naam in blad.plekken if "bereik" not in naam}, opbouw) == []
    assert blad["uitkomst.laag.eigen_posten"] == 1
    assert blad["paspoort.varianten"] == "eigen_posten[0]: PerPlaats"
    blad.typ({"eigen_posten.0.afspraak": None})
    assert blad["controle.invoer"] == "klopt"  # a text of one's own may be empty, like everywhere else
    for naam in ("naam", "bedrag_per_plaats"):
        blad.typ({f"eigen_posten.0.{naam}": None})
        assert blad["controle.invoer"] == "nog invullen"
        blad.typ({f"eigen_posten.0.{naam}": 365.0 if naam == "bedrag_per_plaats" else "iets"})
        assert blad["controle.invoer"] == "klopt"


def test_zonder_antwoord_op_bouwsteen_8_is_er_nog_geen_tarief(tmp_path: Path, voorbeeld: Opbouw) -> None:
    schrijf(Werkboekinhoud(voorbeeld, leeg=frozenset({AANWEZIG})), tmp_path / "t.xlsx")
    assert lees_waarden(tmp_path / "t.xlsx")["uitkomst.laag.tarief"] == "nog invullen"
    assert Rekenblad(tmp_path / "t.xlsx")["uitkomst.laag.tarief"] == "nog invullen"


def zekerheid(blad: Rekenblad) -> tuple[str, str]:
    """Return the two lines of Samenvatting that say how much is assumed and how old the figures are."""
    return blad.kop(6), blad.kop(7)


def test_aannames_worden_geteld_over_wat_is_ingevuld(werkboek: Path) -> None:
    """W14: it used to say 39 of 87, also of cells that are blank or do not count."""
    blad = Rekenblad(werkboek)
    assert zekerheid(blad)[0] == "Aannames: 39 van de 58 ingevulde waarden. Nog in te vullen: 0."
    blad.typ({"overhead.opslag": None})
    assert zekerheid(blad)[0] == "Aannames: 38 van de 57 ingevulde waarden. Nog in te vullen: 1."
    blad.typ({"eigen_posten.0.naam": "auto", "eigen_posten.0.bedrag_per_jaar": 100.0})
    assert zekerheid(blad)[0] == "Aannames: 39 van de 58 ingevulde waarden. Nog in te vullen: 1."
    blad.typ({AANWEZIG: "ja"})
    assert zekerheid(blad)[0] == "Aannames: 40 van de 59 ingevulde waarden. Nog in te vullen: 3."


def test_een_leeg_werkboek_heeft_geen_aannames(tmp_path: Path) -> None:
    """W14: an empty workbook claimed 42."""
    schrijf(leeg_werkboek(), tmp_path / "leeg.xlsx")
    blad = Rekenblad(tmp_path / "leeg.xlsx")
    assert zekerheid(blad)[0] == "Aannames: 0 van de 16 ingevulde waarden. Nog in te vullen: 42."
    assert zekerheid(blad)[1] == "Cijfers bij verzending: premies 1 januari 2026 · verzorging 2024"


@settings(max_examples=20)
@given(opbouw=opbouwen())
def test_het_aantal_aannames_is_dat_van_de_opbouw(
    tmp_path_factory: pytest.TempPathFactory, opbouw: Opbouw
) -> None:
    """W14: written, recalculated and counted by the model are one number."""
    pad = tmp_path_factory.mktemp("aannames") / "eigen.xlsx"
    opbouw.naar_excel(pad)
    geteld = Werkboekinhoud(opbouw).aantallen
    assert geteld[0] == len(opbouw.aannames())
    verwacht = f"Aannames: {geteld[0]} van de {geteld[1]} ingevulde waarden. Nog in te vullen: {geteld[2]}."
    assert zekerheid(Rekenblad(pad))[0] == verwacht


def test_samenvatting_zegt_hoe_oud_de_cijfers_zijn_en_wat_daarna_is_gewijzigd(werkboek: Path) -> None:
    """C1: a date does not stand for a value that was typed over."""
    blad = Rekenblad(werkboek)
    cijfers = "Cijfers bij verzending: lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024"
    assert zekerheid(blad)[1] == cijfers
    blad.typ({"inkomen_gezinshuisouder.loon.bruto_maandsalaris": 4500.0, "overhead.opslag": 0.2})
    assert zekerheid(blad)[1] == f"{cijfers}; daarna gewijzigd: 1 waarde(n) met een begindatum"
