"""What the other party changed: from what to what, why, and what it does to the cent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from gezinshuis_tarief import GelieerdeZorgorganisatie, Opbouw, Status, lees_excel
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen
from gezinshuis_tarief.werkboek.schrijven import schrijf
from gezinshuis_tarief.werkboek.sjablonen import leeg_werkboek
from hulp.knoei import Knoeier

HUUR = "huisvesting.woonlasten_per_jaar"
OPSLAG = "overhead.opslag"
TOESLAG = "inkomen_gezinshuisouder.loon.vakantietoeslag"


def lees(knoeier: Knoeier) -> Gelezen:
    return lees_excel(knoeier.bewaar())


def naast(knoeier: Knoeier, kolom: str, sleutel: str, tekst: str) -> None:
    """Type a text in a column on the row of an input."""
    knoeier.cel_op(*knoeier.kolom_op_rij(kolom, sleutel), f"<is><t>{tekst}</t></is>", "inlineStr")


def test_wat_veranderde_staat_op_volgorde_van_de_euros(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """W1: 15.000 becomes 45.000 and 10% becomes 25%."""
    knoeier.getal(HUUR, 45000).getal(OPSLAG, 0.25)
    naast(knoeier, "reden", HUUR, "groter huis")
    naast(knoeier, "opmerking", OPSLAG, "zie begroting")
    gelezen = lees(knoeier)
    eerste, tweede = gelezen.wijzigingen
    assert (eerste.sleutel, eerste.was, eerste.wordt, eerste.reden) == (OPSLAG, "10%", "25%", "zie begroting")
    assert (eerste.van, eerste.naar, eerste.status) == (Decimal("0.1"), Decimal("0.25"), Status.OPEN)
    assert (tweede.sleutel, tweede.reden) == (HUUR, "groter huis")
    assert tweede.was == "€ 15.000,00 per jaar"
    samen = {
        zwaarte: eerste.effect[zwaarte] + tweede.effect[zwaarte] for zwaarte in ("laag", "midden", "hoog")
    }
    nu, toen = gelezen.opbouw.bereken(), voorbeeld.bereken()
    assert samen == {zwaarte: nu[zwaarte].per_etmaal - toen[zwaarte].per_etmaal for zwaarte in nu}
    assert tweede.als_json() == {
        "sleutel": HUUR,
        "omschrijving": "huur of rente en afschrijving van het huis",
        "was": "15000",
        "wordt": "45000",
        "reden": "groter huis",
        "status": "open",
        "effect": {zwaarte: str(bedrag) for zwaarte, bedrag in tweede.effect.items()},
    }
    assert gelezen.verzonden.opbouw == voorbeeld
    assert gelezen.verzonden.leeg == ()


def test_zonder_wijziging_is_er_niets(werkboek: Path) -> None:
    assert lees_excel(werkboek).wijzigingen == ()


def test_plaatsen_die_schuiven_zijn_een_wijziging(knoeier: Knoeier) -> None:
    knoeier.getal("gezinshuis.plaatsen_laag", 2).getal("gezinshuis.plaatsen_midden", 1)
    (wijziging,) = lees(knoeier).wijzigingen
    assert wijziging.sleutel == "gezinshuis.plaatsen_laag + gezinshuis.plaatsen_midden"
    assert (wijziging.van, wijziging.naar) == ((1, 2), (2, 1))
    assert wijziging.als_json()["was"] == "1 / 2"
    assert wijziging.gewicht == 0


def test_een_eigen_post_en_een_keuze(knoeier: Knoeier) -> None:
    knoeier.typ("eigen_posten.1.naam", "Tuin").getal("eigen_posten.1.bedrag_per_jaar", 1200)
    knoeier.typ("leegstand.grondslag", "kostprijs").getal("huisvesting.vast_bedrag_per_jaar", 12000)
    per_sleutel = {wijziging.sleutel: wijziging.als_json() for wijziging in lees(knoeier).wijzigingen}
    assert per_sleutel["eigen_posten"]["was"] == "geen"
    assert "Tuin" in per_sleutel["eigen_posten"]["wordt"]
    keuze = per_sleutel["leegstand.grondslag"]
    assert (keuze["was"], keuze["wordt"]) == ("vaste_kosten", "kostprijs")
    assert per_sleutel["huisvesting.vast_bedrag_per_jaar"]["was"] is None


def test_bouwsteen_8_aan_en_uit(
    tmp_path: Path, voorbeeld: Opbouw, blok_acht: GelieerdeZorgorganisatie
) -> None:
    pad = tmp_path / "met.xlsx"
    met = voorbeeld.met({"gelieerde_zorgorganisatie": blok_acht})
    met.naar_excel(pad)
    assert lees_excel(pad).wijzigingen == ()
    gelezen = lees(Knoeier(pad).typ("gelieerde_zorgorganisatie.aanwezig", "nee"))
    assert gelezen.verzonden.opbouw == met
    (wijziging,) = gelezen.wijzigingen
    assert (wijziging.sleutel, wijziging.wordt) == ("gelieerde_zorgorganisatie", "geen")


def test_een_reden_van_een_vorige_ronde_is_geen_reden(tmp_path: Path, voorbeeld: Opbouw) -> None:
    pad = tmp_path / "ronde2.xlsx"
    voorbeeld.met({TOESLAG: "0.07"}, reden="cao van 2025").naar_excel(pad)
    (wijziging,) = lees(Knoeier(pad).getal(TOESLAG, 0.06)).wijzigingen
    assert (wijziging.was, wijziging.wordt, wijziging.reden) == ("7%", "6%", None)
    assert wijziging.status is Status.VAST


def test_wat_leeg_is_verzonden_is_geen_wijziging(tmp_path: Path, voorbeeld: Opbouw) -> None:
    """A workbook that was sent to be filled in: only what was sent filled can have changed."""
    pad, leeg = tmp_path / "leeg.xlsx", leeg_werkboek()
    schrijf(leeg, pad)
    knoeier = Knoeier(pad).getal(TOESLAG, 0.07)
    for sleutel in leeg.leeg:
        waarde = next(w.waarde for w in voorbeeld.waarden() if w.sleutel == sleutel)
        (knoeier.typ if isinstance(waarde, str) else knoeier.getal)(sleutel, str(waarde))
    gelezen = lees(knoeier)
    assert [wijziging.sleutel for wijziging in gelezen.wijzigingen] == [TOESLAG]
    assert set(gelezen.verzonden.leeg) == {s for s in leeg.leeg if "gelieerde" not in s}


def test_zonder_de_kolom_bij_verzending_is_er_niets_te_zeggen(knoeier: Knoeier) -> None:
    gelezen = lees(knoeier.naam("kolom.verzonden", None).getal(HUUR, 45000))
    assert gelezen.verzonden.opbouw is None
    assert gelezen.wijzigingen == ()


@pytest.mark.parametrize("inhoud", ["<v>-5</v>", "<v>abc</v>"])
def test_een_kolom_bij_verzending_die_niet_meer_kan(knoeier: Knoeier, inhoud: str) -> None:
    knoeier.cel_op(*knoeier.kolom_op_rij("verzonden", HUUR), inhoud)
    gelezen = lees(knoeier)
    codes = {(b.code, b.sleutel) for b in gelezen.bevindingen}
    assert (("verzonden_kapot", HUUR) in codes) is (inhoud == "<v>-5</v>")
    assert (gelezen.verzonden.opbouw is None) is (inhoud == "<v>-5</v>")


def test_een_vaste_status_die_op_open_is_gezet_blijft_vast(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    """W2: the status alone, now, to change the value later, does not launder it."""
    naast(knoeier, "status", TOESLAG, "open")
    gelezen = lees(knoeier)
    assert [(b.code, b.sleutel) for b in gelezen.bevindingen] == [("vaste_status_gewijzigd", TOESLAG)]
    assert gelezen.bevindingen[0].gevonden.endswith("de kolom Status zegt nu open")
    assert gelezen.opbouw == voorbeeld


def test_een_vaste_waarde_waarvan_alles_is_gewist_blijft_vast(knoeier: Knoeier, voorbeeld: Opbouw) -> None:
    for kolom in ("status", "herkomst", "bron", "geldig_vanaf", "toelichting"):
        knoeier.cel_op(*knoeier.kolom_op_rij(kolom, TOESLAG), "")
    gelezen = lees(knoeier)
    assert [b.code for b in gelezen.bevindingen] == ["vaste_status_gewijzigd"]
    assert "zegt nu niets" in gelezen.bevindingen[0].gevonden
    assert gelezen.opbouw.onderbouwing[TOESLAG] == voorbeeld.onderbouwing[TOESLAG]
