"""What comes out: a tariff per zorgzwaarte with a line per bouwsteen."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from gezinshuis_tarief import (
    EigenPost,
    Huismaten,
    InkomenGezinshuisouder,
    Kostenpost,
    Opbouw,
    Rekenwijze,
    Uitkomst,
)
from gezinshuis_tarief.componenten.bouwsteen import ELEMENTEN
from hulp.gevallen import GEVALLEN
from hulp.invoer import invoer_nul, met_waarde
from hulp.strategieen import opbouwen

MET_POST = met_waarde(GEVALLEN[0].invoer, "eigen_posten", [{"naam": "tuin", "bedrag_per_jaar": "365"}])


def test_elke_regel_heeft_zijn_vier_bedragen() -> None:
    # 14.600 per jaar voor 4 plaatsen: 3.650 per plaats per jaar, 10 per etmaal, het hele tarief
    invoer = met_waarde(invoer_nul(), "huisvesting.vast_bedrag_per_jaar", "14600")
    regel = Opbouw.model_validate(invoer).bereken()["laag"]["huisvesting"]
    assert (regel.sleutel, regel.nummer, regel.titel) == ("huisvesting", 6, "Huisvesting")
    assert [regel.per_jaar, regel.per_plaats_per_jaar, regel.per_etmaal, regel.onafgerond] == [
        14600,
        3650,
        10,
        10,
    ]
    assert regel.aandeel == 1


def test_de_regels_staan_in_de_volgorde_van_de_handreiking(voorbeeld: Opbouw) -> None:
    nummers = [regel.nummer for regel in voorbeeld.bereken()["laag"].regels]
    assert nummers == list(range(1, 12))


def test_eigen_posten_staan_achteraan_met_hun_namen() -> None:
    posten = [{"naam": "tuin", "bedrag_per_jaar": "1460"}, {"naam": "auto", "bedrag_per_jaar": "2920"}]
    opbouw = Opbouw.model_validate({**invoer_nul(), "eigen_posten": posten})
    regel = opbouw.bereken()["hoog"].regels[-1]
    assert (regel.sleutel, regel.nummer, regel.titel) == ("eigen_posten", None, "Eigen posten: tuin, auto")
    assert str(regel.per_etmaal) == "3.00"


@given(opbouwen())
def test_aandelen_tellen_op_tot_een_of_het_tarief_is_nul(opbouw: Opbouw) -> None:
    for tarief in opbouw.bereken().values():
        som = sum((regel.aandeel for regel in tarief.regels), Decimal(0))
        assert round(som, 20) == (1 if tarief.per_etmaal else 0)


@given(opbouwen())
def test_de_elementen_tellen_op_tot_het_tarief(opbouw: Opbouw) -> None:
    for tarief in opbouw.bereken().values():
        verdeling = tarief.elementen()
        assert list(verdeling) == list(ELEMENTEN) == ["a", "b", "c", "d", ""]
        assert sum(verdeling.values(), Decimal(0)) == tarief.per_etmaal
        assert min(verdeling.values()) >= 0
        assert verdeling["d"] == 0


def test_de_toeslag_is_clientgebonden_en_de_uren_zijn_van_beroepskrachten() -> None:
    invoer = met_waarde(invoer_nul(), "zorgzwaarte.toeslag_per_etmaal_hoog", "5")
    invoer = met_waarde(invoer, "zorgzwaarte.extra_uren_begeleiding_per_week_hoog", "3.65")
    invoer = met_waarde(invoer, "ondersteuning.pedagogisch_uurtarief", "50")
    # uren 52 × 3,65 × 50 / 365 = 26 is a;  toeslag 5 is b
    verdeling = Opbouw.model_validate(invoer).bereken()["hoog"].elementen()
    assert verdeling == {"a": 26, "b": 5, "c": 0, "d": 0, "": 0}


def test_json_heeft_bedragen_als_tekst(voorbeeld: Opbouw) -> None:
    laag = voorbeeld.bereken()["laag"].als_json()
    assert laag["tarief"] == "149.44"
    assert laag["bouwstenen"]["inkomen_gezinshuisouder"] == "59.55"
    assert laag["bouwstenen"]["gelieerde_zorgorganisatie"] == "0.00"
    assert "eigen_posten" not in laag["bouwstenen"]
    assert voorbeeld.bereken().als_json()["uitkomst"]["laag"] == laag
    assert "eigen_posten" in Opbouw.model_validate(MET_POST).bereken()["laag"].als_json()["bouwstenen"]


def test_alleen_houdt_de_genoemde_zorgzwaartes_over(voorbeeld: Opbouw) -> None:
    uitkomst = voorbeeld.bereken()
    assert list(uitkomst.alleen(["hoog", "laag"])) == ["laag", "hoog"]
    assert list(uitkomst.alleen([])) == ["laag", "midden", "hoog"]
    assert len(uitkomst.alleen(["midden"])) == 1


def test_een_onbekende_regel_of_zorgzwaarte_is_een_fout(voorbeeld: Opbouw) -> None:
    uitkomst: Uitkomst = voorbeeld.bereken()
    with pytest.raises(KeyError):
        uitkomst["zwaar"]  # type: ignore[index]


def test_een_onbekende_regel_is_een_keyerror(voorbeeld: Opbouw) -> None:
    with pytest.raises(KeyError):
        voorbeeld.bereken()["laag"]["zwembad"]


def test_een_tarief_van_nul_heeft_geen_aandelen() -> None:
    uitkomst = Opbouw.model_validate(invoer_nul()).bereken()
    assert {str(tarief.per_etmaal) for tarief in uitkomst.values()} == {"0.00"}
    assert {regel.aandeel for regel in uitkomst["laag"].regels} == {0}
    assert "0,00" in str(uitkomst["laag"])


def test_een_tarief_als_tabel(voorbeeld: Opbouw) -> None:
    frame = voorbeeld.bereken()["midden"].naar_frame()
    assert list(frame.columns) == ["bouwsteen", "per_etmaal", "per_plaats_per_jaar", "per_jaar", "aandeel"]
    assert next(iter(frame.index)) == "inkomen_gezinshuisouder"
    assert round(frame["per_etmaal"].sum(), 2) == 160.34
    assert round(frame["aandeel"].sum(), 9) == 1


def test_alle_tarieven_als_tabel(voorbeeld: Opbouw) -> None:
    frame = voorbeeld.bereken().naar_frame()
    assert frame.index.names == ["zorgzwaarte", "sleutel"]
    assert len(frame) == 33
    assert frame.loc[("laag", "inkomen_gezinshuisouder"), "per_etmaal"] == 59.55


def test_html_is_een_tabel(voorbeeld: Opbouw) -> None:
    uitkomst = voorbeeld.bereken()
    assert uitkomst._repr_html_().startswith("<table>")
    assert "160,34" in uitkomst._repr_html_()
    assert uitkomst["midden"]._repr_html_().count("<table>") == 2
    assert "per huis per jaar" in uitkomst["midden"]._repr_html_()


def test_een_eigen_regel_met_een_eigen_formule_telt_mee(voorbeeld: Opbouw) -> None:
    class PerPlaats(Kostenpost):
        def per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:  # noqa: ARG002
            return huis.plaatsen * 365

    posten = [PerPlaats(naam="app"), EigenPost(naam="tuin", bedrag_per_jaar="1460")]
    nieuw = voorbeeld.met({"eigen_posten": posten})
    assert nieuw.bereken()["laag"]["eigen_posten"].per_etmaal == 2
    assert "eigen_posten[0].per_jaar = plaatsen × 365" in str(nieuw.uitleg())
    inkomen = voorbeeld.inkomen_gezinshuisouder
    assert isinstance(nieuw.inkomen_gezinshuisouder, InkomenGezinshuisouder)
    assert nieuw.inkomen_gezinshuisouder == inkomen


def test_een_uitkomst_noemt_haar_prijspeil_ook_in_een_notebook(voorbeeld: Opbouw) -> None:
    """C1: `bereken` and `voorbeeld` say how old the figures are."""
    regel = "Prijspeil: lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024"
    uitkomst = voorbeeld.bereken()
    for deel in (uitkomst, uitkomst["midden"]):
        assert str(deel).splitlines()[-1] == regel
        assert f"<p>{regel}</p>" in deel._repr_html_()
