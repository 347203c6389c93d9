"""C4: they offer 140 / 150 / 170; can the house live on it?"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from gezinshuis_tarief import InvoerFout, Opbouw, Tariefaanbod, bij_uurinkomen, exploitatie, onderdeel
from gezinshuis_tarief.controle import Exploitatie
from gezinshuis_tarief.kern.geld import rond_op_centen
from gezinshuis_tarief.kern.sleutels import Zorgzwaarte
from hulp.invoer import ONDERNEMER, in_loondienst
from hulp.strategieen import invoer

AANGEBODEN: dict[Any, object] = {"laag": 140, "midden": 150, "hoog": 170}


@pytest.fixture(scope="module")
def aanbod(voorbeeld: Opbouw) -> Tariefaanbod:
    return exploitatie(voorbeeld, AANGEBODEN)


def test_het_resultaat_is_met_de_hand_na_te_rekenen(voorbeeld: Opbouw, aanbod: Tariefaanbod) -> None:
    """By fractions, from the unrounded lines: 365 days, 95% of them paid, food only when a child is there."""
    huis: dict[Zorgzwaarte, int] = {"laag": 1, "midden": 2, "hoog": 1}
    for zwaarte, plaatsen in huis.items():
        bedragen = voorbeeld.bereken()[zwaarte].bedragen
        eten = Fraction(bedragen.onafgerond["verzorgingskosten"])
        bezet = Fraction(19, 20)
        per_dag = bezet * (Fraction(str(AANGEBODEN[zwaarte])) - eten) - (Fraction(bedragen.kostprijs) - eten)
        verwacht = float(per_dag * 365 * plaatsen)
        assert float(aanbod.per_zorgzwaarte[zwaarte]) == pytest.approx(verwacht, abs=1e-9)
    assert rond_op_centen(aanbod.resultaat) == Decimal("-7865.42")
    assert abs(sum(aanbod.per_zorgzwaarte.values()) - aanbod.resultaat) < Decimal("1e-20")


def test_de_tekst_zegt_tekort_of_overschot_en_begint_daarmee(voorbeeld: Opbouw, aanbod: Tariefaanbod) -> None:
    tekst = str(aanbod)
    assert tekst.startswith("Bij 95% bezetting heeft het huis een tekort van € 7.865,42 per jaar, € 5,67 per")
    assert "Het hele jaar vol: een overschot van € 1.268,79." in tekst
    assert "Niet of niet helemaal gedekt: 11 Zorgzwaarte (deels)." in tekst
    assert "€ 42,24 loonkosten per betaald uur over" in tekst
    goed = exploitatie(voorbeeld)
    assert "een overschot van € 6.781,30" in str(goed)
    assert "dekt alle regels" in str(goed)
    assert "één stap" not in str(goed)
    assert goed.maatregelen == ()


def test_een_notebook_toont_hetzelfde(voorbeeld: Opbouw, aanbod: Tariefaanbod) -> None:
    html = aanbod._repr_html_()
    assert html.startswith("<p>Bij 95% bezetting heeft het huis een tekort")
    assert html.count("<table>") == 3
    assert exploitatie(voorbeeld)._repr_html_().count("<table>") == 2


def test_de_dekking_loopt_in_de_volgorde_van_de_elf_en_telt_op(voorbeeld: Opbouw) -> None:
    laag = exploitatie(voorbeeld, {"laag": 100, "midden": 100, "hoog": 100}).dekking()
    assert [d.nummer for d in laag] == list(range(1, 12))
    assert sum(d.gedekt for d in laag) == 100
    assert [d.nummer for d in laag if d.tekort] == [5, 6, 7, 9, 10, 11]
    assert laag[4].gedekt == 100 - laag[3].samen
    midden = exploitatie(voorbeeld, AANGEBODEN).dekking("midden")
    assert midden[-1].samen == Decimal("160.34")
    assert [d.tekort for d in midden if d.tekort] == [Decimal("1.21"), Decimal("9.13")]  # winst, zorgzwaarte


@settings(max_examples=15)
@given(invoer())
def test_elke_maatregel_is_waard_wat_opnieuw_rekenen_geeft(gegevens: dict[str, Any]) -> None:
    opbouw = Opbouw.model_validate(gegevens)
    tarieven: dict[Any, object] = dict.fromkeys(("laag", "midden", "hoog"), "100")
    aanbod = exploitatie(opbouw, tarieven)
    waarden = [maatregel.per_jaar for maatregel in aanbod.maatregelen]
    assert waarden == sorted(waarden, reverse=True)
    for maatregel in aanbod.maatregelen:
        if maatregel.sleutel != "overhead.opslag":
            continue
        anders = opbouw.met({"overhead.opslag": opbouw.overhead.opslag - Decimal("0.01")}, reden="x")
        verschil = exploitatie(anders, tarieven, bezetting=aanbod.bezetting).resultaat - aanbod.resultaat
        assert abs(verschil - maatregel.per_jaar) < Decimal("1e-12")


def test_zoveel_stappen_als_nodig_sluiten_het_gat_en_een_minder_niet(
    voorbeeld: Opbouw, aanbod: Tariefaanbod
) -> None:
    per_sleutel = {m.sleutel: m for m in aanbod.maatregelen}
    uren = per_sleutel["ondersteuning.pedagogische_uren_per_week"]
    assert rond_op_centen(uren.per_jaar) == Decimal("2574.00")  # 52 × 45 × 1,10
    assert uren.nodig == 4
    for aantal, genoeg in ((3, False), (4, True)):
        met = voorbeeld.met({uren.sleutel: 6 - aantal}, reden="x")
        assert (exploitatie(met, AANGEBODEN).resultaat >= 0) is genoeg
    trede = per_sleutel["inkomen_gezinshuisouder.loon.bruto_maandsalaris"]
    assert trede.nodig == 3
    assert per_sleutel["gedragswetenschapper.loon.bruto_maandsalaris"].nodig is None
    assert per_sleutel["bezetting"].nodig == 5  # quitte bij 99,3%
    assert per_sleutel["gezinshuis.plaatsen_midden"].nodig == 1


def test_wat_er_niet_is_wordt_niet_voorgesteld(voorbeeld: Opbouw) -> None:
    zonder = voorbeeld.met(
        {
            "ondersteuning.pedagogische_uren_per_week": "0.5",
            "overhead.opslag": 0,
            "gezinshuis.plaatsen_laag": 5,
            "inkomen_gezinshuisouder.loon.bruto_maandsalaris": "4000",
        }
    )
    sleutels = {m.sleutel for m in exploitatie(zonder, AANGEBODEN).maatregelen}
    assert sleutels.isdisjoint(
        {"ondersteuning.pedagogische_uren_per_week", "overhead.opslag", "gezinshuis.plaatsen_midden"}
    )
    assert "inkomen_gezinshuisouder.loon.bruto_maandsalaris" not in sleutels


def test_een_schaal_van_eigen_maak_of_een_eigen_kamer_heeft_geen_stap(voorbeeld: Opbouw) -> None:
    opslag: Any = onderdeel(
        "Vast", plek="overhead", invoer={"som": {"eenheid": "€ per etmaal"}}, uitkomst="som"
    )
    eigen = voorbeeld.met({"overhead": opslag(som="9")}, reden="x")
    eigen = eigen.met(
        {"inkomen_gezinshuisouder.loon.bruto_maandsalaris": "4375.20"},
        bron="CAO Jeugdzorg, schaal 99 periodiek 1",
        geldig_vanaf="2025-03-01",
        reden="x",
    )
    sleutels = {m.sleutel for m in exploitatie(eigen, AANGEBODEN).maatregelen}
    assert sleutels.isdisjoint({"inkomen_gezinshuisouder.loon.bruto_maandsalaris", "overhead.opslag"})


def test_een_huis_dat_altijd_verliest_speelt_nooit_quitte(voorbeeld: Opbouw) -> None:
    slecht = exploitatie(voorbeeld, {"laag": 1, "midden": 1, "hoog": 1})
    assert "Met geen enkel aantal kinderen speelt het huis" in str(slecht)
    assert slecht.als_json()["quitte"] == {"bezetting": None, "kinderen": None, "maanden": None}
    assert slecht.bruto_per_uur is None
    assert "per uur bruto" not in str(slecht)


def test_quitte_in_kinderen_en_maanden(voorbeeld: Opbouw) -> None:
    jaar = Exploitatie.van(voorbeeld.bereken())
    assert jaar.quitte_in_maanden() == (4, 9)
    assert jaar.maandresultaat(4) * 9 + jaar.maandresultaat(3) * 3 >= 0
    assert jaar.maandresultaat(4) * 8 + jaar.maandresultaat(3) * 4 < 0
    assert "9 van de 12 maanden en 3 de andere maanden" in str(exploitatie(voorbeeld))
    gratis = {f"{blok}.vast_bedrag_per_jaar": 0 for blok in list(Opbouw.model_fields)[1:7]}
    gratis |= {"overhead.opslag": 0, "overhead.contracteisen_per_jaar": 0}
    uren = {w.sleutel: 0 for w in voorbeeld.waarden() if w.sleutel.startswith("zorgzwaarte.extra")}
    leeg = voorbeeld.met(gratis | uren)
    assert Exploitatie.van(leeg.bereken()).quitte_in_maanden() == (0, 12)
    assert exploitatie(leeg, bezetting=0).per_etmaal == 0
    assert str(exploitatie(leeg)).startswith("Bij 95% bezetting speelt het huis quitte.")


def test_wat_er_voor_de_ouder_blijft_is_omgekeerd_wat_zij_vraagt(voorbeeld: Opbouw) -> None:
    """The gross pay that is left, put back into the quote, costs what is left."""
    for opbouw in (voorbeeld, voorbeeld.met({"inkomen_gezinshuisouder": ONDERNEMER}, reden="x")):
        for tarief in (100, 140, 300):
            aanbod = exploitatie(opbouw, dict.fromkeys(("laag", "midden", "hoog"), tarief))
            assert aanbod.bruto_per_uur is not None
            anders = exploitatie(bij_uurinkomen(opbouw, aanbod.bruto_per_uur.quantize(Decimal("0.01"))))
            gevraagd = Decimal(anders.als_json()["per_uur"]["offerte"])
            assert aanbod.per_uur is not None
            assert abs(gevraagd - aanbod.per_uur) < Decimal("0.03")


def test_een_ondernemer_leest_inkomen_en_geen_loon(voorbeeld: Opbouw) -> None:
    ondernemer = voorbeeld.met({"inkomen_gezinshuisouder": ONDERNEMER}, reden="x")
    tekst = str(exploitatie(ondernemer, AANGEBODEN))
    assert "ondernemerskosten per betaald uur over" in tekst
    assert "inkomen vóór belasting" in tekst


def test_een_eigen_bedrag_heeft_geen_uren_of_geen_bruto(voorbeeld: Opbouw) -> None:
    vast = exploitatie(voorbeeld.met({"inkomen_gezinshuisouder.vast_bedrag_per_jaar": 80000}), AANGEBODEN)
    assert vast.per_uur is not None
    assert vast.bruto_per_uur is None
    klasse: Any = onderdeel(
        "Som", plek="inkomen_gezinshuisouder", invoer={"som": {"eenheid": "€ per jaar"}}, uitkomst="som"
    )
    eigen = exploitatie(
        voorbeeld.met({"inkomen_gezinshuisouder": klasse(som="80000")}, reden="x"), AANGEBODEN
    )
    assert eigen.per_uur is eigen.bruto_per_uur is None
    assert "betaald uur" not in str(eigen)
    assert eigen.als_json()["per_uur"] == {"offerte": None, "blijft": None, "bruto": None}


def test_een_eigen_leegstand_rekent_een_vol_huis(voorbeeld: Opbouw) -> None:
    invoer_ = {"deel": {"eenheid": "fractie"}}
    eigen: Any = onderdeel("Eigen", plek="leegstand", invoer=invoer_, uitkomst="kostprijs * deel")
    assert exploitatie(voorbeeld.met({"leegstand": eigen(deel="0.05")}, reden="x")).bezetting == 1


def test_zonder_plaatsen_is_een_tarief_niet_nodig(voorbeeld: Opbouw) -> None:
    zonder = voorbeeld.met({"gezinshuis.plaatsen_hoog": 0})
    aanbod = exploitatie(zonder, {"laag": 140, "midden": 150})
    assert set(aanbod.als_json()["tarief"]) == {"laag", "midden"}
    assert aanbod.resultaat == exploitatie(zonder, AANGEBODEN).resultaat


@pytest.mark.parametrize(
    ("tarief", "melding"),
    [
        (
            {"laag": 140, "midden": 150},
            "tarief.hoog: ontbreekt, en het huis heeft 1 plaats met deze zorgzwaarte",
        ),
        ({"laag": 140, "hoog": 150}, "tarief.midden: ontbreekt, en het huis heeft 2 plaatsen"),
        ({**AANGEBODEN, "hoogg": 1}, "tarief.hoogg: is geen zorgzwaarte.*Bedoelt u hoog"),
        ({**AANGEBODEN, "hoog": "-1"}, "0,00 of meer"),
        ({**AANGEBODEN, "hoog": "1,5"}, "heeft een komma"),
        ({**AANGEBODEN, "hoog": "x"}, "tarief.hoog"),
        ({}, "tarief: is leeg"),
    ],
)
def test_een_tarief_dat_niet_kan_wordt_geweigerd(
    voorbeeld: Opbouw, tarief: dict[Any, object], melding: str
) -> None:
    with pytest.raises(InvoerFout, match=melding):
        exploitatie(voorbeeld, tarief)


def test_een_bezetting_buiten_nul_tot_een_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout, match="buiten de grenzen"):
        exploitatie(voorbeeld, bezetting="1.5")


def test_een_inkomen_per_uur_vraagt_een_tarief(voorbeeld: Opbouw) -> None:
    """€ 30 × 1872 = 56.160 a year; 12 × salaris × (1,08 × 1,083 + 0,1105) gives 3.655,85 a month."""
    opbouw = bij_uurinkomen(voorbeeld, "30")
    assert str(in_loondienst(opbouw).loon.bruto_maandsalaris) == "3655.85"
    assert [str(t.per_etmaal) for t in opbouw.bereken().values()] == ["137.64", "148.54", "170.33"]


@pytest.mark.parametrize(
    ("wijziging", "per_uur", "uren", "melding"),
    [
        ({}, "-1", 1872, "per_uur: .*negatief"),
        ({}, "dertig", 1872, "per_uur"),
        ({}, "30", 0, "uren_per_fte: .*is geen aantal uren"),
        ({"inkomen_gezinshuisouder.vast_bedrag_per_jaar": 80000}, "30", 1872, "zonder vast_bedrag_per_jaar"),
    ],
)
def test_een_inkomen_dat_niet_kan_wordt_geweigerd(
    voorbeeld: Opbouw, wijziging: dict[str, object], per_uur: str, uren: int, melding: str
) -> None:
    opbouw = voorbeeld.met(wijziging) if wijziging else voorbeeld
    with pytest.raises(InvoerFout, match=melding):
        bij_uurinkomen(opbouw, per_uur, uren_per_fte=uren)
