"""C7: any input may differ for one zorgzwaarte, such as the group its cost is spread over."""

from __future__ import annotations

import json
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import Exploitatie, InvoerFout, Opbouw, naar_json, van_json, verschil, voeg_samen
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES, plat, waarde_op
from gezinshuis_tarief.model.per_zorgzwaarte import eisen_in
from gezinshuis_tarief.model.verschillen import neem_over, sleutelverschillen
from hulp.invoer import ONDERNEMER
from hulp.strategieen import opbouwen, uitgebreid

BEZETTING = "hoog.leegstand.bezettingsgraad"
VERWAARLOOSBAAR = Decimal("1e-60")


def tarieven(opbouw: Opbouw) -> list[str]:
    return [str(tarief.per_etmaal) for tarief in opbouw.bereken().values()]


def bezwaren(opbouw: Opbouw, wijzigingen: dict[str, object]) -> list[str]:
    with pytest.raises(InvoerFout) as fout:
        opbouw.met(wijzigingen)
    return [str(bezwaar) for bezwaar in fout.value.bezwaren]


def test_c7_elke_zorgzwaarte_heeft_haar_eigen_groepsgrootte(voorbeeld: Opbouw) -> None:
    """With two parents in the house, a smaller group is a higher price; the numbers are those of the contract."""
    twee_ouders = voorbeeld.met({"inkomen_gezinshuisouder.fte_per_huis": "1.5"})
    assert tarieven(twee_ouders.met_groepsgrootte(laag=6, midden=5, hoog=4)) == ["135.98", "166.48", "217.67"]
    assert tarieven(voorbeeld.met({"gezinshuis.groepsgrootte": 4})) == ["149.44", "160.34", "182.12"]


def test_een_waarde_geldt_alleen_voor_haar_eigen_zorgzwaarte(voorbeeld: Opbouw) -> None:
    anders = voorbeeld.met({BEZETTING: "0.90"})
    assert tarieven(anders)[:2] == ["149.44", "160.34"]
    assert tarieven(anders)[2] == tarieven(voorbeeld.met({"leegstand.bezettingsgraad": "0.90"}))[2]
    assert anders.voor("laag") is anders
    assert anders.voor("hoog").leegstand.bezettingsgraad == Decimal("0.90")


@given(opbouwen(), st.data(), st.sampled_from(ZORGZWAARTES))
def test_dezelfde_waarde_per_zorgzwaarte_verandert_niets(
    opbouw: Opbouw, data: st.DataObject, zwaarte: str
) -> None:
    waarde = data.draw(st.sampled_from([w for w in opbouw.waarden() if w.is_gegeven]))
    zelfde = opbouw.met({f"{zwaarte}.{waarde.sleutel}": waarde.waarde})
    assert zelfde.bereken().als_json() == opbouw.bereken().als_json()
    assert sleutelverschillen(opbouw, zelfde) == ()


@given(uitgebreid())
def test_elke_zorgzwaarte_is_de_berekening_met_haar_eigen_waarden(opbouw: Opbouw) -> None:
    for zwaarte in ZORGZWAARTES:
        alleen = opbouw.voor(zwaarte).bereken()[zwaarte]
        assert alleen.als_json() == opbouw.bereken()[zwaarte].als_json()


@given(uitgebreid())
def test_regels_tellen_op_en_json_komt_gelijk_terug(opbouw: Opbouw) -> None:
    for tarief in opbouw.bereken().values():
        assert sum((regel.per_etmaal for regel in tarief.regels), Decimal(0)) == tarief.per_etmaal
        with localcontext(CONTEXT):
            som = sum((regel.onafgerond for regel in tarief.regels), Decimal(0))
            assert abs(som - tarief.bedragen.onafgerond_tarief) < VERWAARLOOSBAAR
    terug = van_json(naar_json(opbouw))
    assert terug == opbouw
    assert naar_json(terug) == naar_json(opbouw)
    assert {stap.sleutel for stap in opbouw.uitleg().stappen} >= {"uitkomst.hoog.tarief"}


@settings(max_examples=25)
@given(uitgebreid(), uitgebreid())
def test_overnemen_geeft_dezelfde_centen(een: Opbouw, ander: Opbouw) -> None:
    punten = {wat.sleutel: ander for wat in sleutelverschillen(een, ander)}
    assert neem_over(een, punten).bereken().als_json() == ander.bereken().als_json()


@settings(max_examples=10)
@given(uitgebreid(), uitgebreid())
def test_verschillen_tellen_op(een: Opbouw, bron: Opbouw) -> None:
    """Between calculations that differ per zorgzwaarte and in their own percentages."""
    anders = {
        "eigen_opslagen": bron.eigen_opslagen,
        "gezinshuis.groepsgrootte": bron.gezinshuis.groepsgrootte,
    }
    try:
        ander = een.met({**anders, "hoog.leegstand.bezettingsgraad": "0.7", "laag.overhead.opslag": "0.3"})
    except InvoerFout:  # shares that together take the whole tariff
        return
    uitleg = verschil(een, ander)
    for zwaarte, deel in uitleg.items():
        assert sum((regel.bedrag for regel in deel.bijdragen), Decimal(0)) == deel.bedrag
        assert deel.naar == ander.bereken()[zwaarte].per_etmaal


def test_de_sleutel_is_overal_dezelfde(voorbeeld: Opbouw) -> None:
    anders = voorbeeld.met({BEZETTING: "0.90"}, bron="telling")
    assert json.loads(naar_json(anders))["per_zorgzwaarte"] == {"hoog": {"leegstand.bezettingsgraad": "0.90"}}
    assert plat(anders)[BEZETTING] == waarde_op(anders, BEZETTING) == Decimal("0.90")
    assert waarde_op(voorbeeld, BEZETTING) == Decimal("0.95")
    assert anders.onderbouwing_van(BEZETTING).bron == "telling"
    assert "per_zorgzwaarte" not in naar_json(voorbeeld)
    assert list(verschil(voorbeeld, anders)["hoog"].per_sleutel()) == [BEZETTING]
    (punt,) = voeg_samen(voorbeeld, {"aanbieder": anders, "gemeente": voorbeeld}).punten
    assert punt.sleutel == BEZETTING
    uitleg = anders.uitleg()
    assert "90%" in uitleg.stap("hoog.leegstand.per_etmaal").ingevuld
    assert "95%" in uitleg.stap("laag.leegstand.per_etmaal").ingevuld


def test_een_stap_heet_niet_als_een_invoer(voorbeeld: Opbouw) -> None:
    anders = voorbeeld.met({"hoog.leegstand.grondslag": "kostprijs"}).uitleg()
    assert "hoog.leegstand.grondslag" in {invoer.sleutel for invoer in anders.invoer}
    namen = {stap.sleutel for stap in anders.stappen}
    assert {"hoog.leegstand.grondslagbedrag", "laag.overhead.grondslagbedrag"} <= namen
    assert "hoog.leegstand.grondslag" not in namen


@pytest.mark.parametrize(
    ("wijziging", "zegt"),
    [
        (
            {"hoog.leegstand.bezettingsgraad": "1.5"},
            "hoog.leegstand.bezettingsgraad: 1.5 ligt buiten de grenzen",
        ),
        ({"hoog.leegstand.bezettingsgrad": "0.9"}, "hoog.leegstand.bezettingsgrad: is geen bekende sleutel"),
        ({"hoog.leegstand": {}}, "hoog.leegstand: is geen bekende sleutel"),
        ({"laag.gezinshuis.groepsgrootte": 9}, "laag.gezinshuis.groepsgrootte: 9 ligt buiten de grenzen"),
        ({"hoog.gezinshuis.plaatsen_laag": 8}, "hoog.gezinshuis.plaatsen_laag + gezinshuis.plaatsen_midden"),
        ({"midden.winst_marge.percentage": "1"}, "midden.winst_marge.percentage: "),
        (
            {"hoog.gelieerde_zorgorganisatie.aandeel": "0.1"},
            "hoog.gelieerde_zorgorganisatie.aandeel: is geen bekende",
        ),
        (
            {"per_zorgzwaarte": {"zwaar": {"leegstand.bezettingsgraad": "1"}}},
            "per_zorgzwaarte.zwaar: is geen zorgzwaarte",
        ),
        ({"per_zorgzwaarte": {}, BEZETTING: "1"}, "per_zorgzwaarte: wijzigt samen met het deel"),
    ],
)
def test_wat_niet_mag_wordt_bij_de_sleutel_geweigerd(
    voorbeeld: Opbouw, wijziging: dict[str, object], zegt: str
) -> None:
    (bezwaar,) = bezwaren(voorbeeld, wijziging)
    assert zegt in bezwaar or zegt.split(": ", maxsplit=1)[0] in bezwaar.split(": ")[0]


def test_een_naam_kan_niet_per_zorgzwaarte_verschillen(voorbeeld: Opbouw) -> None:
    met_post = voorbeeld.met({"eigen_posten": [{"naam": "tuin", "bedrag_per_jaar": "1"}]})
    (bezwaar,) = bezwaren(met_post, {"hoog.eigen_posten[0].naam": "kas"})
    assert "kan niet per zorgzwaarte verschillen" in bezwaar
    assert met_post.met({"hoog.eigen_posten[0].bedrag_per_jaar": "1460"}).bereken()["hoog"][
        "eigen_posten"
    ].per_etmaal == Decimal("1.00")


def test_een_vaste_waarde_wijkt_ook_per_zorgzwaarte_alleen_met_een_reden_af(voorbeeld: Opbouw) -> None:
    sleutel = "laag.inkomen_gezinshuisouder.loon.vakantietoeslag"
    (bezwaar,) = bezwaren(voorbeeld, {sleutel: "0.09"})
    assert f"{sleutel}: 0.08 is vast" in bezwaar
    steun = voorbeeld.met({sleutel: "0.09"}, reden="proef").onderbouwing_van(sleutel)
    assert steun.afwijking is not None
    assert steun.afwijking.voorstel == "0.08"


def test_eisen_gelden_ook_waar_een_waarde_verschilt(voorbeeld: Opbouw) -> None:
    anders = voorbeeld.met({"hoog.gezinshuis.plaatsen_laag": 2})
    namen = [naam for naam, _, _ in eisen_in(anders)]
    assert "hoog.gezinshuis.plaatsen_laag + gezinshuis.plaatsen_midden + gezinshuis.plaatsen_hoog" in namen
    assert len(namen) == 3


def test_het_huis_kost_wat_het_kost_hoe_groot_de_groep_ook_heet(voorbeeld: Opbouw) -> None:
    """Income follows the priced group; the cost is that of the house as it stands."""
    anders = voorbeeld.met_groepsgrootte(laag=6, midden=5, hoog=4).met({"gezinshuis.groepsgrootte": 3})
    hier, daar = Exploitatie.van(voorbeeld.bereken()), Exploitatie.van(anders.bereken())
    for zwaarte in ZORGZWAARTES:
        assert daar.dagen[zwaarte].doorlopend == hier.dagen[zwaarte].doorlopend
        assert daar.dagen[zwaarte].tarief == anders.bereken()[zwaarte].per_etmaal
    som = sum((regel.verschil for regel in daar.per_bouwsteen()), Decimal(0))
    assert abs(som - daar.jaarresultaat()) < Decimal("1e-9")
    assert (
        anders.bereken()["hoog"].regels[0].per_plaats_per_jaar * 4
        == anders.bereken()["hoog"].regels[0].per_jaar
    )


def test_een_hele_bouwsteen_overnemen_neemt_mee_wat_per_zorgzwaarte_verschilt(voorbeeld: Opbouw) -> None:
    sleutel = "inkomen_gezinshuisouder"
    ondernemer = voorbeeld.met({sleutel: ONDERNEMER}, reden="?").met({f"laag.{sleutel}.aov_premie": "0.1"})
    loon = voorbeeld.met({f"hoog.{sleutel}.loon.bruto_maandsalaris": "5000"})
    for van, naar in ((loon, ondernemer), (ondernemer, loon)):
        punten: dict[str, Any] = {wat.sleutel: naar for wat in sleutelverschillen(van, naar)}
        assert set(punten) == {sleutel}
        assert tarieven(neem_over(van, punten)) == tarieven(naar)
        uitleg = verschil(van, naar)
        assert [regel.sleutel for regel in uitleg["laag"].bijdragen] == [sleutel]
