"""The explanation tells every step in Dutch, with its values, status and source."""

from __future__ import annotations

import html
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from gezinshuis_tarief import Eenheid, GelieerdeZorgorganisatie, Opbouw
from gezinshuis_tarief.formules.uitdrukking import (
    EigenOf,
    Functie,
    Getal,
    NaarKeuze,
    Term,
    Verwijzing,
    als_uitdrukking,
)
from gezinshuis_tarief.kern.onderbouwing import Herkomst
from gezinshuis_tarief.rekenwijzen.in_woorden import InWoorden, benoem
from gezinshuis_tarief.rekenwijzen.meeschrijver import Meeschrijver
from hulp.strategieen import opbouwen

GOUDEN = Path(__file__).parent / "gouden" / "uitleg_voorbeeld_midden.txt"


def test_de_uitleg_van_het_voorbeeld_is_die_van_het_gouden_bestand(voorbeeld: Opbouw) -> None:
    """When a sentence is meant to change: write str(uitleg.voor("midden")) and a line end over the file."""
    assert f"{voorbeeld.uitleg().voor('midden')}\n" == GOUDEN.read_text(encoding="utf-8")


def test_een_aanname_is_zichtbaar(voorbeeld: Opbouw) -> None:
    tekst = str(voorbeeld.uitleg())
    assert "deel van de plaatsdagen dat bezet is: 95% | open, AANNAME" in tekst
    assert "vakantietoeslag, deel van het salaris: 8% | vast, bron | CAO Jeugdzorg (december 2024)" in tekst
    assert "AANNAME" in voorbeeld.uitleg()._repr_html_()


def test_aannames_zijn_de_invoer_zonder_bron(voorbeeld: Opbouw) -> None:
    aannames = voorbeeld.uitleg().aannames
    assert tuple(invoer.sleutel for invoer in aannames) == voorbeeld.aannames()
    assert len(aannames) == 39
    assert all(invoer.onderbouwing.herkomst is Herkomst.AANNAME for invoer in aannames)


def test_een_gewijzigde_suggestie_zegt_wat_er_was_en_waarom(voorbeeld: Opbouw) -> None:
    nieuw = voorbeeld.met({"inkomen_gezinshuisouder.fte_per_plaats": "0.30"}, reden="zware doelgroep")
    stap = str(nieuw.uitleg().stap("inkomen_gezinshuisouder.fte"))
    assert "fte gezinshuisouder per plaats: 0,3 fte per plaats | suggestie, AANNAME" in stap
    assert "was 0.25; zware doelgroep" in stap
    zonder = voorbeeld.met({"inkomen_gezinshuisouder.fte_per_plaats": "0.30"})
    assert "was 0.25; geen reden gegeven" in str(zonder.uitleg())


def test_een_eigen_bedrag_wordt_uitgelegd(voorbeeld: Opbouw) -> None:
    stap = voorbeeld.met({"huisvesting.vast_bedrag_per_jaar": "12000"}).uitleg().stap("huisvesting.per_jaar")
    assert stap.formule == (
        "vast bedrag per jaar (eigen bedrag, in plaats van lasten per jaar × aandeel zorg)"
    )
    assert stap.ingevuld == "€ 12.000,00 (eigen bedrag, in plaats van € 22.800,00 × 65%)"
    assert stap.waarde == 12000
    assert stap.invoer[0].omschrijving == "eigen bedrag in plaats van de opbouw"


def test_een_afwezig_blok_8_wordt_uitgelegd(voorbeeld: Opbouw) -> None:
    stap = voorbeeld.uitleg().stap("laag.gelieerde_zorgorganisatie.per_etmaal")
    assert (stap.formule, stap.ingevuld, stap.invoer) == ("0", "0", ())
    assert stap.waarde == 0


def test_een_aanwezig_blok_8_wordt_uitgelegd(voorbeeld: Opbouw) -> None:
    acht = GelieerdeZorgorganisatie(aandeel="0.05", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="365")
    uitleg = voorbeeld.met({"gelieerde_zorgorganisatie": acht}).uitleg()
    assert uitleg.stap("laag.onafgerond_tarief").formule == (
        "(integraal × (1 + deel van kostprijs) + gelieerde zorgorganisatie vast per etmaal) ÷ (1 − deel van tarief)"
    )
    assert "vergoeding als deel van de grondslag: 5%" in str(uitleg)


def test_een_eigen_post_wordt_uitgelegd(voorbeeld: Opbouw) -> None:
    nieuw = voorbeeld.met({"eigen_posten": [{"naam": "tuin", "bedrag_per_jaar": "1460"}]})
    tekst = str(nieuw.uitleg())
    assert "eigen_posten[0].per_jaar = bedrag per jaar" in tekst
    assert "= € 1.460,00 ÷ 1.460\n    = € 1,00 (€ per etmaal)" in tekst


def test_de_uitleg_van_een_zorgzwaarte_zwijgt_over_de_andere(voorbeeld: Opbouw) -> None:
    uitleg = voorbeeld.uitleg().voor("hoog")
    sleutels = [stap.sleutel for stap in uitleg.stappen]
    assert "uitkomst.hoog.tarief" in sleutels
    assert not [s for s in sleutels if {"laag", "midden"} & set(s.split("."))]
    assert str(voorbeeld.bereken()["hoog"].uitleg()) == str(uitleg)
    assert str(voorbeeld.bereken().uitleg()) == str(voorbeeld.uitleg())
    assert len(voorbeeld.uitleg().voor("laag", "midden", "hoog").stappen) == len(voorbeeld.uitleg().stappen)


def test_een_stap_die_er_niet_is_is_een_fout(voorbeeld: Opbouw) -> None:
    with pytest.raises(KeyError, match="bestaat_niet"):
        voorbeeld.uitleg().stap("bestaat_niet")


def test_html_is_onschadelijk(voorbeeld: Opbouw) -> None:
    gemeen = "<script>alert(1)</script>"
    nieuw = voorbeeld.met({"eigen_posten": [{"naam": gemeen, "bedrag_per_jaar": "100"}]})
    nieuw = nieuw.met({"leegstand.bezettingsgraad": "0.9"}, reden=gemeen)
    for tekst in (
        nieuw.uitleg()._repr_html_(),
        nieuw.bereken()._repr_html_(),
        nieuw.bereken()["laag"]._repr_html_(),
    ):
        assert "<script" not in tekst
        assert html.escape(gemeen) in tekst


def test_de_tabel_heeft_een_rij_per_stap(voorbeeld: Opbouw) -> None:
    uitleg = voorbeeld.uitleg()
    frame = uitleg.naar_frame()
    assert list(frame.columns) == ["sleutel", "naam", "formule", "ingevuld", "waarde", "eenheid"]
    assert list(frame["sleutel"]) == [stap.sleutel for stap in uitleg.stappen]
    tarief = frame.set_index("sleutel").loc["uitkomst.midden.tarief"]
    assert tarief["waarde"] == 160.34
    assert tarief["eenheid"] == "€ per etmaal"


@settings(max_examples=10)
@given(opbouwen())
def test_elke_stap_is_te_lezen(opbouw: Opbouw) -> None:
    uitleg = opbouw.uitleg()
    tekst = str(uitleg)
    for stap in uitleg.stappen:
        assert stap.naam
        assert stap.formule
        assert stap.ingevuld
        assert "_" not in stap.formule
        assert str(stap) in tekst
    uitkomst = opbouw.bereken()
    for zwaarte, tarief in uitkomst.items():
        assert uitleg.stap(f"uitkomst.{zwaarte}.tarief").waarde == tarief.per_etmaal


def test_open_normen_staan_er_elk_een_keer(voorbeeld: Opbouw) -> None:
    vragen = [norm.vraag for norm in voorbeeld.uitleg().open_normen]
    assert len(vragen) == len(set(vragen)) == 6
    acht = {"aandeel": "0", "grondslag": "tarief", "vast_bedrag_per_plaats_per_jaar": "0"}
    assert len(voorbeeld.met({"gelieerde_zorgorganisatie": acht}).uitleg().open_normen) == 7
    assert str(voorbeeld.uitleg()).count("Telt een jaar 52 weken of 365/7?") == 1


def test_een_keuze_is_als_invoer_zichtbaar(voorbeeld: Opbouw) -> None:
    assert "kosten die bij leegstand doorlopen: vaste_kosten" in str(voorbeeld.uitleg())


@pytest.mark.parametrize(
    ("sleutel", "vanuit", "naam"),
    [
        ("leegstand.bezettingsgraad", "", "leegstand bezettingsgraad"),
        ("leegstand.bezettingsgraad", "midden.leegstand.per_etmaal", "bezettingsgraad"),
        ("inkomen_gezinshuisouder.loon.premies", "inkomen_gezinshuisouder.loon.loonkosten", "premies"),
        ("uitkomst.laag.tarief", "", "tarief"),
    ],
)
def test_een_sleutel_wordt_zo_kort_genoemd_als_kan(sleutel: str, vanuit: str, naam: str) -> None:
    assert benoem(sleutel, vanuit) == naam


def test_woorden_voor_functies_en_keuzes() -> None:
    woorden = InWoorden(lambda sleutel: sleutel)
    a, b = Verwijzing("a"), Verwijzing("b")
    assert woorden.schrijf(Functie("rond", (a,))) == "a, afgerond op centen"
    assert woorden.schrijf(Functie("minste", (a, b))) == "laagste van (a en b)"
    assert woorden.schrijf(Functie("meeste", (a, Getal(0)))) == "hoogste van (a en 0)"
    assert woorden.schrijf(NaarKeuze(a, (("x", a), ("y", b)))) == "[naar a: bij x: a; bij y: b]"
    assert woorden.schrijf(EigenOf(a, b)) == "a (eigen bedrag, in plaats van b)"
    assert (
        woorden.schrijf(als_uitdrukking((Term(a) - Term(b)) * Term(b) / Term(a) + Term(b)))
        == "(a − b) × b ÷ a + b"
    )


def test_de_meeschrijver_bewaart_elke_stap() -> None:
    wijze = Meeschrijver()
    assert wijze.onder("blok").onder("deel").stap("naam", 3, Eenheid.FTE) == 3
    assert wijze.waarden == {"blok.deel.naam": Decimal(3)}
