"""Laws that hold for every opbouw."""

from __future__ import annotations

import itertools
import random
from decimal import Decimal, localcontext
from typing import Any

from hypothesis import given, strategies as st

from gezinshuis_tarief import GelieerdeZorgorganisatie, Opbouw, Uitkomst
from gezinshuis_tarief.kern.eenheden import Eenheid
from gezinshuis_tarief.kern.geld import CONTEXT
from gezinshuis_tarief.kern.onderdeel import Waarde
from hulp.invoer import KOSTENBLOKKEN, met_waarde
from hulp.strategieen import getal, invoer, opbouwen

VERWAARLOOSBAAR = Decimal("1e-60")
GEEN_KOSTEN = ("gezinshuis.", "leegstand.bezettingsgraad")
OMGEKEERD = ("productieve_uren_per_jaar", "pensioenfranchise")


def is_kosten(waarde: Waarde) -> bool:
    """Whether more of this input can only mean more cost."""
    getal = waarde.eenheid is not None and waarde.waarde is not None
    return getal and not waarde.sleutel.startswith(GEEN_KOSTEN) and not waarde.sleutel.endswith(OMGEKEERD)


def verhoogd(waarde: Waarde, stap: Decimal) -> Decimal:
    """Raise a value within its bounds."""
    oud: Decimal = waarde.waarde
    return min(oud + stap, Decimal(1)) if waarde.eenheid is Eenheid.FRACTIE else oud + stap * 100


@given(opbouwen())
def test_onafgeronde_regels_tellen_op_tot_het_onafgeronde_tarief(opbouw: Opbouw) -> None:
    with localcontext(CONTEXT):
        for tarief in opbouw.bereken().values():
            som = sum((regel.onafgerond for regel in tarief.regels), Decimal(0))
            assert abs(som - tarief.bedragen.onafgerond_tarief) < VERWAARLOOSBAAR


@given(opbouwen())
def test_afgeronde_regels_tellen_op_tot_het_tarief(opbouw: Opbouw) -> None:
    for tarief in opbouw.bereken().values():
        assert sum((regel.per_etmaal for regel in tarief.regels), Decimal(0)) == tarief.per_etmaal
        assert all(regel.per_etmaal.as_tuple().exponent == -2 for regel in tarief.regels)


@given(opbouwen(), st.data(), st.sampled_from([Decimal("0.0001"), Decimal("0.01"), Decimal("0.05")]))
def test_elke_kostensoort_verhoogt_het_tarief_of_laat_het_gelijk(
    opbouw: Opbouw, data: st.DataObject, stap: Decimal
) -> None:
    waarde = data.draw(st.sampled_from([w for w in opbouw.waarden() if is_kosten(w)]), "invoer")
    duurder = opbouw.met({waarde.sleutel: verhoogd(waarde, stap)}).bereken()
    with localcontext(CONTEXT):
        for zwaarte, was in opbouw.bereken().items():
            nu = duurder[zwaarte]
            assert nu.per_etmaal >= was.per_etmaal
            assert nu.bedragen.onafgerond_tarief >= was.bedragen.onafgerond_tarief - VERWAARLOOSBAAR


def test_elke_kostensoort_doet_in_het_voorbeeld_ook_iets(voorbeeld: Opbouw) -> None:
    """A sum over all zorgzwaartes of every cost input that is not multiplied by zero or beside a bound."""
    acht = GelieerdeZorgorganisatie(aandeel="0.01", grondslag="tarief", vast_bedrag_per_plaats_per_jaar=1)
    bron = voorbeeld.met({"gelieerde_zorgorganisatie": acht})
    zonder_gevolg = {
        w.sleutel for w in bron.waarden() if is_kosten(w) and som(bron, w) == totaal(bron.bereken())
    }
    assert zonder_gevolg == {
        "inkomen_gezinshuisouder.loon.maximum_premieloon",
        "vervanging_logeren.logeeretmalen_per_jeugdige_per_jaar",
        "vervanging_logeren.kosten_per_logeeretmaal",
    }


def totaal(uitkomst: Uitkomst) -> Decimal:
    return sum((tarief.bedragen.onafgerond_tarief for tarief in uitkomst.values()), Decimal(0))


def som(opbouw: Opbouw, waarde: Waarde) -> Decimal:
    return totaal(opbouw.met({waarde.sleutel: verhoogd(waarde, Decimal("0.01"))}, reden="proef").bereken())


@given(opbouwen(), st.decimals("0.4", 1, places=3, allow_nan=False))
def test_een_hogere_bezettingsgraad_verlaagt_het_tarief_of_laat_het_gelijk(
    opbouw: Opbouw, graad: Decimal
) -> None:
    laag, hoog = sorted([graad, opbouw.leegstand.bezettingsgraad])
    goedkoper = opbouw.met({"leegstand.bezettingsgraad": hoog}).bereken()
    for zwaarte, was in opbouw.met({"leegstand.bezettingsgraad": laag}).bereken().items():
        assert goedkoper[zwaarte].per_etmaal <= was.per_etmaal


@given(opbouwen(), st.sampled_from(KOSTENBLOKKEN), getal(0, 90000))
def test_een_dubbel_jaarbedrag_verdubbelt_zijn_regel(opbouw: Opbouw, blok: str, bedrag: str) -> None:
    sleutel = f"{blok}.vast_bedrag_per_jaar"
    enkel = opbouw.met({sleutel: bedrag}).bereken()
    dubbel = opbouw.met({sleutel: Decimal(bedrag) * 2}).bereken()
    with localcontext(CONTEXT):
        for zwaarte in enkel:
            verschil = dubbel[zwaarte][blok].onafgerond - 2 * enkel[zwaarte][blok].onafgerond
            assert abs(verschil) < VERWAARLOOSBAAR


@given(opbouwen(), getal(0, 90000))
def test_een_dubbele_eigen_post_verdubbelt_zijn_regel(opbouw: Opbouw, bedrag: str) -> None:
    enkel = opbouw.met({"eigen_posten": [{"naam": "a", "bedrag_per_jaar": bedrag}]}).bereken()
    dubbel = opbouw.met({"eigen_posten": [{"naam": "a", "bedrag_per_jaar": Decimal(bedrag) * 2}]}).bereken()
    with localcontext(CONTEXT):
        for zwaarte in enkel:
            verschil = (
                dubbel[zwaarte]["eigen_posten"].onafgerond - 2 * enkel[zwaarte]["eigen_posten"].onafgerond
            )
            assert abs(verschil) < VERWAARLOOSBAAR


@given(opbouwen(), st.permutations(KOSTENBLOKKEN), getal(0, 90000))
def test_een_regel_verandert_niet_door_een_ander_blok(
    opbouw: Opbouw, volgorde: list[str], bedrag: str
) -> None:
    gewijzigd, *andere = volgorde
    was, nu = opbouw.bereken(), opbouw.met({f"{gewijzigd}.vast_bedrag_per_jaar": bedrag}).bereken()
    for zwaarte in was:
        for regel in (*andere, "zorgzwaarte"):
            assert nu[zwaarte][regel].onafgerond == was[zwaarte][regel].onafgerond


@given(opbouwen(), getal(0, 50))
def test_een_toeslag_raakt_alleen_zijn_eigen_zorgzwaarte(opbouw: Opbouw, toeslag: str) -> None:
    was, nu = opbouw.bereken(), opbouw.met({"zorgzwaarte.toeslag_per_etmaal_hoog": toeslag}).bereken()
    assert nu["laag"].regels == was["laag"].regels
    assert nu["midden"].regels == was["midden"].regels


def geschud(inhoud: Any, kans: random.Random) -> Any:  # noqa: ANN401 (whatever the JSON holds)
    """Return the same JSON with the keys of every group in another order."""
    if isinstance(inhoud, dict):
        paren = [(sleutel, geschud(waarde, kans)) for sleutel, waarde in inhoud.items()]
        return dict(kans.sample(paren, len(paren)))
    return [geschud(deel, kans) for deel in inhoud] if isinstance(inhoud, list) else inhoud


@given(invoer(), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_sleutels_doet_er_niet_toe(gegeven: dict[str, Any], kans: random.Random) -> None:
    opbouw = Opbouw.model_validate(gegeven)
    ander = Opbouw.model_validate(geschud(gegeven, kans))
    assert ander == opbouw
    assert str(ander.bereken()) == str(opbouw.bereken())


@given(opbouwen(), st.randoms(use_true_random=False))
def test_de_volgorde_van_bouwen_doet_er_niet_toe(opbouw: Opbouw, kans: random.Random) -> None:
    delen = [(naam, getattr(opbouw, naam)) for naam in Opbouw.model_fields]
    assert Opbouw(**dict(kans.sample(delen, len(delen)))) == opbouw


def test_de_volgorde_van_wijzigen_doet_er_niet_toe(voorbeeld: Opbouw) -> None:
    wijzigingen = {
        "leegstand.bezettingsgraad": "0.90",
        "overhead.grondslag": "directe_kosten",
        "huisvesting.woonlasten_per_jaar": "18000",
        "gezinshuis.plaatsen_hoog": 3,
    }
    ineens = voorbeeld.met(wijzigingen)
    for volgorde in itertools.permutations(wijzigingen.items()):
        stap_voor_stap = voorbeeld
        for sleutel, waarde in volgorde:
            stap_voor_stap = stap_voor_stap.met({sleutel: waarde})
        assert stap_voor_stap == voorbeeld.met(dict(volgorde)) == ineens


@given(invoer(), st.sampled_from(["tarief", "kostprijs"]))
def test_zonder_blok_8_is_hetzelfde_als_met_nullen(gegeven: dict[str, Any], grondslag: str) -> None:
    zonder = Opbouw.model_validate(met_waarde(gegeven, "gelieerde_zorgorganisatie", None)).bereken()
    nullen = {"aandeel": "0", "grondslag": grondslag, "vast_bedrag_per_plaats_per_jaar": "0"}
    met = Opbouw.model_validate(met_waarde(gegeven, "gelieerde_zorgorganisatie", nullen)).bereken()
    assert met.als_json() == zonder.als_json()
    for zwaarte in zonder:
        assert zonder[zwaarte]["gelieerde_zorgorganisatie"].onafgerond == 0


@given(opbouwen())
def test_een_vol_huis_heeft_geen_leegstand(opbouw: Opbouw) -> None:
    for tarief in opbouw.met({"leegstand.bezettingsgraad": "1"}).bereken().values():
        assert tarief["leegstand"].onafgerond == 0


@given(opbouwen())
def test_hoe_het_huis_is_verdeeld_verandert_geen_tarief(opbouw: Opbouw) -> None:
    """Only how many places there are counts: the tariffs are per zorgzwaarte."""
    huis = opbouw.gezinshuis
    anders = opbouw.met(
        {
            "gezinshuis.plaatsen_laag": huis.plaatsen_hoog,
            "gezinshuis.plaatsen_midden": huis.plaatsen_laag,
            "gezinshuis.plaatsen_hoog": huis.plaatsen_midden,
        }
    )
    assert anders.bereken().als_json() == opbouw.bereken().als_json()


@given(opbouwen())
def test_rekenen_hangt_niet_af_van_de_omgeving(opbouw: Opbouw) -> None:
    gewoon = opbouw.bereken().als_json()
    with localcontext(prec=5):
        assert opbouw.bereken().als_json() == gewoon
