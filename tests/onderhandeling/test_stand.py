"""The three-way merge: what is agreed, what only one side asks for, and what is contested."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import EigenPost, GelieerdeZorgorganisatie, InvoerFout, Opbouw, voorbeeld_2026
from gezinshuis_tarief.onderhandeling.onderhandeling import Onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Puntstatus, Stand, voeg_samen

DAG = dt.date(2026, 2, 2)

EEN: dict[str, Any] = {
    "leegstand.bezettingsgraad": "0.9",
    "overhead.opslag": "0.12",
    "winst_marge.percentage": "0.02",
}
ANDER: dict[str, Any] = {
    "leegstand.bezettingsgraad": "0.93",
    "overhead.opslag": "0.12",
    "huisvesting.aandeel_zorg": "0.7",
}


@pytest.fixture
def samen(voorbeeld: Opbouw) -> Stand:
    return voeg_samen(voorbeeld, {"gemeente": voorbeeld.met(EEN), "aanbieder": voorbeeld.met(ANDER)})


def test_elk_punt_heeft_zijn_status(samen: Stand) -> None:
    assert {punt.sleutel: (punt.status, punt.wie) for punt in samen.punten} == {
        "huisvesting.aandeel_zorg": (Puntstatus.OPEN, ("aanbieder",)),
        "overhead.opslag": (Puntstatus.AKKOORD, ("gemeente", "aanbieder")),
        "leegstand.bezettingsgraad": (Puntstatus.BETWIST, ("gemeente", "aanbieder")),
        "winst_marge.percentage": (Puntstatus.OPEN, ("gemeente",)),
    }
    assert not samen.is_akkoord
    assert samen.punt("leegstand.grondslag") is None


def test_wat_akkoord_is_en_wat_het_zou_worden(samen: Stand, voorbeeld: Opbouw) -> None:
    akkoord = {"overhead.opslag": "0.12"}
    assert samen.overeengekomen().model_dump(exclude={"onderbouwing"}) == voorbeeld.met(akkoord).model_dump(
        exclude={"onderbouwing"}
    )
    ook_open = akkoord | {"winst_marge.percentage": "0.02", "huisvesting.aandeel_zorg": "0.7"}
    assert (
        samen.voorlopig().bereken()["laag"].per_etmaal == voorbeeld.met(ook_open).bereken()["laag"].per_etmaal
    )


def test_onderbouwing_komt_met_de_waarde_mee(voorbeeld: Opbouw) -> None:
    sleutel = "inkomen_gezinshuisouder.loon.vakantietoeslag"
    zelfde = voorbeeld.met({sleutel: "0.085"}, reden="nieuwe cao")
    samen = voeg_samen(voorbeeld, {"gemeente": zelfde, "aanbieder": zelfde})
    assert samen.overeengekomen().onderbouwing_van(sleutel) == zelfde.onderbouwing_van(sleutel)
    assert samen.overeengekomen() == zelfde


@given(
    st.permutations(["gemeente", "aanbieder", "regio"]), st.lists(st.sampled_from(sorted(ANDER)), unique=True)
)
@settings(max_examples=20, deadline=None)
def test_de_volgorde_van_de_partijen_doet_er_niet_toe(volgorde: list[str], sleutels: list[str]) -> None:
    basis = voorbeeld_2026()
    los = {
        "gemeente": {"winst_marge.percentage": "0.02"},
        "aanbieder": {s: ANDER[s] for s in sleutels},
        "regio": {},
    }
    standen = {partij: basis.met(los[partij]) for partij in los}
    een, ander = (
        voeg_samen(basis, standen),
        voeg_samen(basis, {partij: standen[partij] for partij in volgorde}),
    )
    assert een.voorlopig() == ander.voorlopig() == basis.met(los["gemeente"] | los["aanbieder"])
    assert [(p.sleutel, p.status) for p in een.punten] == [(p.sleutel, p.status) for p in ander.punten]


def test_delen_van_een_andere_vorm_zijn_een_punt(
    voorbeeld: Opbouw, blok_acht: GelieerdeZorgorganisatie
) -> None:
    met_acht = voorbeeld.met({"gelieerde_zorgorganisatie": blok_acht})
    samen = voeg_samen(
        met_acht,
        {"gemeente": voorbeeld, "aanbieder": met_acht.met({"gelieerde_zorgorganisatie.aandeel": "0.06"})},
    )
    (punt,) = samen.punten
    assert (punt.sleutel, punt.status) == ("gelieerde_zorgorganisatie", Puntstatus.BETWIST)


def test_het_effect_staat_op_zichzelf_per_etmaal_en_per_jaar(samen: Stand, voorbeeld: Opbouw) -> None:
    effect = samen.effect("leegstand.bezettingsgraad", "gemeente")
    assert effect is not None
    voor, na = voorbeeld.bereken(), voorbeeld.met({"leegstand.bezettingsgraad": "0.9"}).bereken()
    per_etmaal = {z: na[z].per_etmaal - voor[z].per_etmaal for z in na}
    assert effect.per_etmaal == per_etmaal
    # the example has 1, 2 and 1 places
    assert effect.per_jaar == (per_etmaal["laag"] + 2 * per_etmaal["midden"] + per_etmaal["hoog"]) * 365


def test_een_effect_dat_een_andere_wijziging_nodig_heeft_wordt_niet_gegeven(voorbeeld: Opbouw) -> None:
    def zoals(aandeel: str, marge: str) -> Opbouw:
        acht = GelieerdeZorgorganisatie(
            aandeel=aandeel, grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0"
        )
        return voorbeeld.met({"gelieerde_zorgorganisatie": acht, "winst_marge.percentage": marge})

    basis = zoals("0.6", "0.1")
    samen = voeg_samen(basis, {"gemeente": zoals("0.1", "0.5"), "aanbieder": basis})
    assert samen.effect("winst_marge.percentage", "gemeente") is None
    inhoud = {punt["sleutel"]: punt for punt in samen.als_json()["punten"]}
    assert inhoud["winst_marge.percentage"]["effect"] == {"gemeente": None}
    zaak = Onderhandeling(naam="x", peildatum=DAG, partijen=("gemeente", "aanbieder"), basis=basis)
    zaak = zaak.bod("gemeente", zoals("0.1", "0.5"), indiener="y", datum=DAG, reden="z")
    assert "alleen samen" in str(zaak)
    assert samen.voorlopig().winst_marge.percentage == Decimal("0.5")


def test_waarden_die_niet_passen_worden_geweigerd(voorbeeld: Opbouw) -> None:
    acht = GelieerdeZorgorganisatie(aandeel="0.6", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0")
    samen = voeg_samen(
        voorbeeld,
        {
            "gemeente": voorbeeld.met({"gelieerde_zorgorganisatie": acht}),
            "aanbieder": voorbeeld.met({"winst_marge.percentage": "0.5"}),
        },
    )
    with pytest.raises(InvoerFout, match="nemen samen het hele tarief"):
        samen.voorlopig()


def test_json_heeft_tarieven_en_punten(samen: Stand) -> None:
    inhoud = samen.als_json()
    assert inhoud["tarieven"]["uitgangspunt"] == {"laag": "149.44", "midden": "160.34", "hoog": "182.12"}
    bezetting = next(punt for punt in inhoud["punten"] if punt["sleutel"] == "leegstand.bezettingsgraad")
    assert bezetting["status"] == "betwist"
    assert bezetting["waarden"] == {"gemeente": "90%", "aanbieder": "93%"}
    assert set(bezetting["effect"]) == {"gemeente", "aanbieder"}


def test_een_ander_aantal_eigen_posten_is_een_punt(voorbeeld: Opbouw) -> None:
    twee = voorbeeld.met(
        {"eigen_posten": (EigenPost(naam="a", bedrag_per_jaar="1"), EigenPost(naam="b", bedrag_per_jaar="2"))}
    )
    duurder = twee.met({"eigen_posten[1].bedrag_per_jaar": "3"})
    assert [p.sleutel for p in voeg_samen(voorbeeld, {"x": twee, "y": duurder}).punten] == ["eigen_posten"]
    assert [p.sleutel for p in voeg_samen(twee, {"x": twee, "y": duurder}).punten] == [
        "eigen_posten[1].bedrag_per_jaar"
    ]
