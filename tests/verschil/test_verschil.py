"""The attribution against averages over all orders, computed the slow way with the reference reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from gezinshuis_tarief import (
    EigenPost,
    GelieerdeZorgorganisatie,
    Huismaten,
    Huisvesting,
    Opbouw,
    Rekenwijze,
    voorbeeld_2026,
)
from gezinshuis_tarief.componenten.gezinshuis import ZORGZWAARTES, Zorgzwaarte
from gezinshuis_tarief.verschil.verschil import verschil
from hulp.strategieen import opbouwen

NAUWKEURIG = Fraction(1, 10**25)

# every kind of change: numbers, choices, own figures, parts that come and go, other places
WIJZIGINGEN: dict[str, Any] = {
    "gezinshuis.plaatsen_hoog": 2,
    "gezinshuis.plaatsen_laag": 0,
    "gezinshuis.weken_per_jaar": "52.14",
    "inkomen_gezinshuisouder.loon.bruto_maandsalaris": "4600",
    "inkomen_gezinshuisouder.loon.maximum_premieloon": "60000",
    "inkomen_gezinshuisouder.overige_kosten_per_fte": "2100",
    "gedragswetenschapper.productieve_uren_per_jaar": "1350",
    "ondersteuning.pedagogisch_uurtarief": "51.25",
    "ondersteuning.vast_bedrag_per_jaar": "30000",
    "huisvesting.aandeel_zorg": "0.6",
    "overhead.opslag": "0.13",
    "overhead.grondslag": "directe_kosten",
    "gelieerde_zorgorganisatie": GelieerdeZorgorganisatie(
        aandeel="0.05", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="730"
    ),
    "leegstand.bezettingsgraad": "0.9",
    "leegstand.grondslag": "kostprijs",
    "winst_marge.percentage": "0.02",
    "winst_marge.grondslag": "kostprijs",
    "zorgzwaarte.toeslag_per_etmaal_hoog": "4.5",
    "zorgzwaarte.extra_uren_begeleiding_per_week_midden": "3",
    "eigen_posten": (EigenPost(naam="Vervoer", bedrag_per_jaar="1200"),),
}
keuzes = st.lists(st.sampled_from(sorted(WIJZIGINGEN)), min_size=1, max_size=8, unique=True)
twee_kanten = st.tuples(keuzes, keuzes)


def _met(sleutels: Sequence[str]) -> Opbouw:
    return voorbeeld_2026().met({sleutel: WIJZIGINGEN[sleutel] for sleutel in sleutels}, reden="toets")


def _tarief(opbouw: Opbouw, zwaarte: Zorgzwaarte) -> Fraction:
    return Fraction(opbouw.bereken()[zwaarte].bedragen.onafgerond_tarief)


def _orden(sleutels: Sequence[str]) -> Iterator[list[str]]:
    """Yield every order in which the keys of a bouwsteen stay together."""
    per_groep: dict[str, list[str]] = {}
    for sleutel in sleutels:
        per_groep.setdefault(sleutel.split(".")[0], []).append(sleutel)

    def verder(groepen: Sequence[str]) -> Iterator[list[str]]:
        if not groepen:
            yield []
            return
        for binnen in permutations(per_groep[groepen[0]]):
            for rest in verder(groepen[1:]):
                yield [*binnen, *rest]

    for groepen in permutations(per_groep):
        yield from verder(groepen)


@pytest.mark.parametrize(
    "sleutels",
    [
        ("leegstand.bezettingsgraad",),
        ("leegstand.bezettingsgraad", "leegstand.grondslag", "overhead.opslag"),
        ("inkomen_gezinshuisouder.loon.bruto_maandsalaris", "inkomen_gezinshuisouder.loon.maximum_premieloon",
         "inkomen_gezinshuisouder.overige_kosten_per_fte", "gelieerde_zorgorganisatie", "winst_marge.grondslag"),
        ("ondersteuning.vast_bedrag_per_jaar", "ondersteuning.pedagogisch_uurtarief", "eigen_posten",
         "overhead.grondslag", "zorgzwaarte.extra_uren_begeleiding_per_week_midden"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("zwaarte", ["laag", "midden"])
def test_elke_sleutel_krijgt_zijn_gemiddelde_over_alle_volgordes(
    sleutels: tuple[str, ...], zwaarte: Zorgzwaarte
) -> None:
    gemiddeld = dict.fromkeys(sleutels, Fraction(0))
    orden = list(_orden(sleutels))
    tarieven: dict[frozenset[str], Fraction] = {}
    for orde in orden:
        for plek, sleutel in enumerate(orde):
            for gezet in (frozenset(orde[:plek]), frozenset(orde[: plek + 1])):
                if gezet not in tarieven:
                    tarieven[gezet] = _tarief(_met(sorted(gezet)), zwaarte)
            stap = tarieven[frozenset(orde[: plek + 1])] - tarieven[frozenset(orde[:plek])]
            gemiddeld[sleutel] += stap / len(orden)
    gevonden = verschil(voorbeeld_2026(), _met(sleutels))[zwaarte].per_sleutel()
    assert set(gevonden) == set(sleutels)
    for sleutel, verwacht in gemiddeld.items():
        assert abs(gevonden[sleutel].exact - verwacht) < NAUWKEURIG


@given(twee_kanten)
@settings(max_examples=25, deadline=None)
def test_aandelen_tellen_exact_en_in_centen_op_tot_het_verschil(kanten: tuple[list[str], list[str]]) -> None:
    een, ander = _met(kanten[0]), _met(kanten[1])
    uitkomst = verschil(een, ander)
    for zwaarte, deel in uitkomst.items():
        totaal = sum(regel.exact for regel in deel.bijdragen)
        assert abs(totaal - (_tarief(ander, zwaarte) - _tarief(een, zwaarte))) < NAUWKEURIG
        assert sum(regel.bedrag for regel in deel.bijdragen) == deel.naar - deel.van
        for regel in deel.bijdragen:
            assert not regel.delen or sum(onder.bedrag for onder in regel.delen) == regel.bedrag
            assert not regel.delen or sum(onder.exact for onder in regel.delen) == regel.exact


@given(twee_kanten)
@settings(max_examples=15, deadline=None)
def test_omdraaien_keert_elk_teken_om(kanten: tuple[list[str], list[str]]) -> None:
    heen, terug = verschil(_met(kanten[0]), _met(kanten[1])), verschil(_met(kanten[1]), _met(kanten[0]))
    for zwaarte in ZORGZWAARTES:
        regels, om = heen[zwaarte].per_sleutel(), terug[zwaarte].per_sleutel()
        assert {s: (-r.exact, -r.bedrag) for s, r in regels.items()} == {
            s: (r.exact, r.bedrag) for s, r in om.items()
        }


@given(keuzes)
@settings(max_examples=15, deadline=None)
def test_alleen_sleutels_die_verschillen_delen_mee(sleutels: list[str]) -> None:
    uitkomst = verschil(voorbeeld_2026(), _met(sleutels))
    assert {wat.sleutel for wat in uitkomst.anders} == set(sleutels)
    genoemd = {wat.sleutel for regel in uitkomst["hoog"].bijdragen for wat in regel.wijzigingen}
    assert genoemd == set(sleutels)


def test_gelijke_rollen_krijgen_gelijke_aandelen(voorbeeld: Opbouw) -> None:
    ander = voorbeeld.met(
        {
            "huisvesting.woonlasten_per_jaar": "15500",
            "huisvesting.energie_en_heffingen_per_jaar": "4700",
            "zorgzwaarte.toeslag_per_etmaal_hoog": "9",
        }
    )
    uitkomst = verschil(voorbeeld, ander)
    lijst = uitkomst["laag"].per_sleutel()
    een = lijst["huisvesting.woonlasten_per_jaar"].exact
    assert een == lijst["huisvesting.energie_en_heffingen_per_jaar"].exact
    # (500 × 0.65) / (4 × 365) per etmaal; no overhead over housing; ÷ 0.95 and ÷ 0.97 as in the example
    assert abs(een - Fraction(500 * 65, 100 * 4 * 365) / Fraction(95, 100) / Fraction(97, 100)) < NAUWKEURIG
    assert lijst["zorgzwaarte.toeslag_per_etmaal_hoog"].exact == 0


def test_gelijke_opbouwen_hebben_geen_verschil(voorbeeld: Opbouw) -> None:
    uitkomst = verschil(voorbeeld, voorbeeld_2026())
    assert uitkomst.anders == ()
    assert [deel.bijdragen for deel in uitkomst.values()] == [(), (), ()]
    assert str(uitkomst) == "De twee berekeningen zijn gelijk: geen enkele waarde verschilt."


def test_delen_die_alleen_samen_passen_gaan_samen_over(voorbeeld: Opbouw) -> None:
    een = voorbeeld.met(
        {
            "gelieerde_zorgorganisatie": GelieerdeZorgorganisatie(
                aandeel="0.6", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0"
            ),
            "winst_marge.percentage": "0.1",
        }
    )
    ander = een.met(
        {
            "gelieerde_zorgorganisatie.aandeel": "0.1",
            "winst_marge.percentage": "0.5",
            "overhead.opslag": "0.11",
        }
    )
    uitkomst = verschil(een, ander)
    regels = {regel.sleutel: regel for regel in uitkomst["laag"].bijdragen}
    assert list(regels) == ["overhead", "gelieerde_zorgorganisatie + winst_marge"]
    assert regels["gelieerde_zorgorganisatie + winst_marge"].delen == ()
    tekst = str(uitkomst)
    assert "8 Gelieerde zorgorganisatie (optioneel) en 10 Winst/marge: aandeel, percentage" in tekst
    assert "door gelieerde zorgorganisatie en winst marge" in tekst


class Gemeentewoning(Huisvesting):
    """A variant of one's own, with another formula."""

    korting_per_jaar: Decimal = Decimal(0)

    def opbouw_per_jaar(self, huis: Huismaten, wijze: Rekenwijze) -> Decimal:
        return super().opbouw_per_jaar(huis, wijze) - self.korting_per_jaar


def test_een_eigen_variant_is_een_regel(voorbeeld: Opbouw) -> None:
    velden = {n: getattr(voorbeeld.huisvesting, n) for n in Huisvesting.model_fields}
    ander = voorbeeld.met(
        {"huisvesting": Gemeentewoning(**velden, korting_per_jaar=Decimal(1460)), "overhead.opslag": "0.2"},
        reden="toets",
    )
    uitkomst = verschil(voorbeeld, ander)
    assert "6 Huisvesting: geheel" in str(uitkomst)
    regel = uitkomst["laag"].per_sleutel()["huisvesting"]
    # one euro less per etmaal, before leegstand and margin
    assert abs(regel.exact + 1 / Fraction(95, 100) / Fraction(97, 100)) < NAUWKEURIG


def test_te_veel_sleutels_om_te_mengen_gaan_samen_en_tellen_toch_op(voorbeeld: Opbouw) -> None:
    sleutels = {
        waarde.sleutel: waarde.waarde * Decimal("0.9")
        for waarde in voorbeeld.waarden()
        if isinstance(waarde.waarde, Decimal)
        and not waarde.sleutel.startswith("gezinshuis")
        and waarde.waarde
    }
    uitkomst = verschil(
        voorbeeld, voorbeeld.met(sleutels | {"eigen_posten": WIJZIGINGEN["eigen_posten"]}, reden="x")
    )
    regels = {regel.sleutel: regel for regel in uitkomst["hoog"].bijdragen}
    delen = {deel.sleutel for deel in regels["inkomen_gezinshuisouder"].delen}
    assert "inkomen_gezinshuisouder.loon" in delen
    assert "8 waarden" in str(uitkomst)
    assert sum(regel.bedrag for regel in regels.values()) == uitkomst["hoog"].bedrag


def test_plaatsen_zijn_een_geheel_en_dat_ze_verschillen_wordt_gezegd(voorbeeld: Opbouw) -> None:
    ander = voorbeeld.met(
        {"gezinshuis.plaatsen_laag": 0, "gezinshuis.plaatsen_hoog": 0, "gezinshuis.dagen_per_jaar": 366}
    )
    uitkomst = verschil(voorbeeld, ander)
    assert list(uitkomst["laag"].per_sleutel()) == ["gezinshuis.plaatsen", "gezinshuis.dagen_per_jaar"]
    assert "Let op: het aantal plaatsen verschilt (4 en 2)." in str(uitkomst)
    assert "Let op: het aantal dagen per jaar verschilt (365 en 366)." in str(uitkomst)


def test_als_eerste_en_als_laatste_staan_naast_het_aandeel(voorbeeld: Opbouw) -> None:
    ander = _met(["leegstand.bezettingsgraad", "winst_marge.percentage"])
    regel = verschil(voorbeeld, ander)["midden"].per_sleutel()["leegstand.bezettingsgraad"]
    eerst = _tarief(_met(["leegstand.bezettingsgraad"]), "midden") - _tarief(voorbeeld, "midden")
    laatst = _tarief(ander, "midden") - _tarief(_met(["winst_marge.percentage"]), "midden")
    assert (regel.eerst, regel.laatst) == (round(Decimal(float(eerst)), 2), round(Decimal(float(laatst)), 2))
    assert abs(regel.exact - (eerst + laatst) / 2) < NAUWKEURIG


def test_het_effect_in_een_jaar_gaat_over_de_plaatsen_van_het_huis(voorbeeld: Opbouw) -> None:
    ander = voorbeeld.met({"zorgzwaarte.toeslag_per_etmaal_hoog": "0.97"})
    uitkomst = verschil(voorbeeld, ander)
    tien = uitkomst["hoog"].per_sleutel()["zorgzwaarte.toeslag_per_etmaal_hoog"].exact
    # one place hoog in the example
    assert uitkomst.per_jaar("zorgzwaarte.toeslag_per_etmaal_hoog") == round(Decimal(float(tien * 365)), 2)


@given(opbouwen(), opbouwen())
@settings(max_examples=6)
def test_elk_tweetal_opbouwen_wordt_exact_verklaard(een: Opbouw, ander: Opbouw) -> None:
    for zwaarte, deel in verschil(een, ander).items():
        totaal = sum(regel.exact for regel in deel.bijdragen)
        assert abs(totaal - (_tarief(ander, zwaarte) - _tarief(een, zwaarte))) < NAUWKEURIG
        assert sum(regel.bedrag for regel in deel.per_sleutel().values()) == deel.naar - deel.van


def test_een_nieuw_deel_dat_alleen_met_een_andere_wijziging_past_gaat_daarmee_mee(voorbeeld: Opbouw) -> None:
    acht = GelieerdeZorgorganisatie(aandeel="0.5", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0")
    een = voorbeeld.met({"winst_marge.percentage": "0.5"})
    # half of the tariff for one and half for the other would leave nothing for the costs
    ander = voorbeeld.met(
        {"winst_marge.percentage": "0.1", "gelieerde_zorgorganisatie": acht, "overhead.opslag": "0.2"}
    )
    for heen, terug in ((een, ander), (ander, een)):
        deel = verschil(heen, terug)["midden"]
        assert [regel.sleutel for regel in deel.bijdragen] == [
            "overhead",
            "gelieerde_zorgorganisatie + winst_marge",
        ]
        totaal = sum(regel.exact for regel in deel.bijdragen)
        assert abs(totaal - (_tarief(terug, "midden") - _tarief(heen, "midden"))) < NAUWKEURIG
