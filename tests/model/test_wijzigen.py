"""A changed copy: new values by dotted key, with a record of what was offered before."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given

from gezinshuis_tarief import EigenPost, GelieerdeZorgorganisatie, Huisvesting, InvoerFout, Opbouw, naar_json
from gezinshuis_tarief.kern.onderbouwing import Afwijking, Herkomst, Onderbouwing, Status
from hulp.invoer import in_loondienst
from hulp.strategieen import opbouwen

FTE = "inkomen_gezinshuisouder.fte_per_plaats"
VAKANTIE = "inkomen_gezinshuisouder.loon.vakantietoeslag"
ACHT = GelieerdeZorgorganisatie(aandeel="0.05", grondslag="tarief", vast_bedrag_per_plaats_per_jaar="0")


def weigering(opbouw: Opbouw, wijzigingen: dict[str, object], reden: str | None = None) -> str:
    with pytest.raises(InvoerFout) as fout:
        opbouw.met(wijzigingen, reden=reden)
    return str(fout.value)


def test_een_waarde_verandert_op_haar_sleutel(voorbeeld: Opbouw) -> None:
    nieuw = voorbeeld.met({"leegstand.bezettingsgraad": "0.90"})
    assert nieuw.leegstand.bezettingsgraad == Decimal("0.90")
    assert str(nieuw.leegstand.bezettingsgraad) == "0.90"
    assert nieuw.leegstand.grondslag == voorbeeld.leegstand.grondslag


def test_niets_anders_verandert_en_het_oude_blijft(voorbeeld: Opbouw) -> None:
    voor = naar_json(voorbeeld)
    nieuw = voorbeeld.met({"leegstand.bezettingsgraad": "0.90"})
    assert naar_json(voorbeeld) == voor
    andere = {w.sleutel: w.waarde for w in nieuw.waarden()} | {"leegstand.bezettingsgraad": Decimal("0.95")}
    assert andere == {w.sleutel: w.waarde for w in voorbeeld.waarden()}


def test_een_heel_deel_wordt_vervangen(voorbeeld: Opbouw) -> None:
    deel = Huisvesting(**dict(voorbeeld.huisvesting) | {"woonlasten_per_jaar": "20000"})
    assert voorbeeld.met({"huisvesting": deel}).huisvesting == deel
    met_acht = voorbeeld.met({"gelieerde_zorgorganisatie": ACHT})
    assert met_acht.gelieerde_zorgorganisatie == ACHT
    assert met_acht.met({"gelieerde_zorgorganisatie.aandeel": "0.06"}).gelieerde_zorgorganisatie != ACHT
    assert met_acht.met({"gelieerde_zorgorganisatie": None}) == voorbeeld


def test_een_deel_mag_ook_als_groep(voorbeeld: Opbouw) -> None:
    nieuw = voorbeeld.met({"leegstand": {"bezettingsgraad": "0.8", "grondslag": "kostprijs"}})
    assert nieuw.leegstand.grondslag == "kostprijs"


def test_een_eigen_post_verandert_op_zijn_plek(voorbeeld: Opbouw) -> None:
    posten = [EigenPost(naam="a", bedrag_per_jaar="1"), EigenPost(naam="b", bedrag_per_jaar="2")]
    met_posten = voorbeeld.met({"eigen_posten": posten})
    nieuw = met_posten.met({"eigen_posten[1].bedrag_per_jaar": "20"})
    assert [post.model_dump(mode="json") for post in nieuw.eigen_posten] == [
        {"naam": "a", "bedrag_per_jaar": "1"},
        {"naam": "b", "bedrag_per_jaar": "20"},
    ]
    assert met_posten.met({"eigen_posten[0]": posten[1]}).eigen_posten == (posten[1], posten[1])
    assert "[0].bedrag_per_jaar: -1 ligt buiten" in weigering(
        met_posten, {"eigen_posten[0].bedrag_per_jaar": -1}
    )


def test_meer_waarden_veranderen_tegelijk(voorbeeld: Opbouw) -> None:
    nieuw = voorbeeld.met(
        {"leegstand.bezettingsgraad": "0.9", "leegstand.grondslag": "kostprijs", FTE: "0.3"}
    )
    assert (nieuw.leegstand.bezettingsgraad, nieuw.leegstand.grondslag) == (Decimal("0.9"), "kostprijs")
    assert in_loondienst(nieuw).fte_per_plaats == Decimal("0.3")


@pytest.mark.parametrize(
    ("sleutel", "melding"),
    [
        (
            "leegstand.bezetingsgraad",
            "leegstand.bezetingsgraad: is geen bekende sleutel. Bedoelt u leegstand.bezettingsgraad?",
        ),
        (
            "leegstand.bezettingsgraad.meer",
            "leegstand.bezettingsgraad.meer: is geen bekende sleutel. Bedoelt u leegstand.bezettingsgraad?",
        ),
        ("zwembad", "zwembad: is geen bekende sleutel."),
        ("eigen_posten[0].naam", "eigen_posten[0].naam: is geen bekende sleutel."),
        ("", "invoer: is geen sleutel."),
    ],
)
def test_een_onbekende_sleutel_wordt_geweigerd_met_de_naaste(
    voorbeeld: Opbouw, sleutel: str, melding: str
) -> None:
    assert weigering(voorbeeld, {sleutel: "1"}) == melding


@pytest.mark.parametrize("vorm", ["{}..{}", ".{}.{}", "{}.{}.", "{}]{}", "[{}].{}", "{}[{}]", "{}.{}["])
def test_een_punt_of_haak_te_veel_wordt_niet_weggepoetst(voorbeeld: Opbouw, vorm: str) -> None:
    sleutel = vorm.format("leegstand", "bezettingsgraad")
    verwacht = f"{sleutel}: is geen bekende sleutel. Bedoelt u leegstand.bezettingsgraad?"
    assert weigering(voorbeeld, {sleutel: "0.9"}) == verwacht


def test_alle_onbekende_sleutels_komen_in_een_keer(voorbeeld: Opbouw) -> None:
    assert weigering(voorbeeld, {"zwembad": "1", "tuin": "2"}).count("is geen bekende sleutel") == 2


def test_alle_geweigerde_waarden_komen_in_een_keer(voorbeeld: Opbouw) -> None:
    tekst = weigering(voorbeeld, {"leegstand.bezettingsgraad": "2", "huisvesting.aandeel_zorg": "3"})
    assert [regel.split(":")[0] for regel in tekst.splitlines()] == [
        "leegstand.bezettingsgraad",
        "huisvesting.aandeel_zorg",
    ]


def test_delen_van_het_tarief_worden_ook_bij_wijzigen_bewaakt(voorbeeld: Opbouw) -> None:
    assert "nemen samen het hele tarief" in weigering(
        voorbeeld.met({"gelieerde_zorgorganisatie": ACHT}), {"winst_marge.percentage": "0.95"}
    )


def test_een_vaste_waarde_verandert_niet_zonder_reden(voorbeeld: Opbouw) -> None:
    assert weigering(voorbeeld, {VAKANTIE: "0.09"}) == (
        f'{VAKANTIE}: 0.08 is vast. Geef een reden als u ervan afwijkt: met(…, reden="…"). '
        "Bron: CAO Jeugdzorg (december 2024)."
    )
    assert "is vast" in weigering(voorbeeld, {VAKANTIE: "0.09"}, reden="")


def test_een_vaste_waarde_verandert_met_een_reden_en_blijft_vast(voorbeeld: Opbouw) -> None:
    steun = voorbeeld.met({VAKANTIE: "0.09"}, reden="nieuwe cao").onderbouwing_van(VAKANTIE)
    assert steun.status is Status.VAST
    assert steun.herkomst is Herkomst.AANNAME
    assert steun.bron is None
    assert steun.geldig_vanaf is None
    was = voorbeeld.onderbouwing_van(VAKANTIE)
    assert steun.afwijking == Afwijking(voorstel="0.08", reden="nieuwe cao", was=was)


def test_een_deel_met_een_vaste_waarde_verandert_niet_zonder_reden(voorbeeld: Opbouw) -> None:
    loon = in_loondienst(voorbeeld).loon.model_dump() | {"vakantietoeslag": "0.09"}
    assert VAKANTIE in weigering(voorbeeld, {"inkomen_gezinshuisouder.loon": loon})


def test_een_afwijking_van_een_suggestie_wordt_onthouden(voorbeeld: Opbouw) -> None:
    een = voorbeeld.met({FTE: "0.30"})
    assert een.onderbouwing_van(FTE).status is Status.SUGGESTIE
    was = voorbeeld.onderbouwing_van(FTE)
    assert een.onderbouwing_van(FTE).afwijking == Afwijking(voorstel="0.25", reden=None, was=was)
    twee = een.met({FTE: "0.35"}, reden="zware doelgroep")
    assert twee.onderbouwing_van(FTE).afwijking == Afwijking(
        voorstel="0.25", reden="zware doelgroep", was=was
    )
    ander = twee.met({"leegstand.bezettingsgraad": "0.9"})
    assert ander.onderbouwing_van(FTE) == twee.onderbouwing_van(FTE)


def test_een_waarde_die_teruggaat_krijgt_haar_bron_terug(voorbeeld: Opbouw) -> None:
    heen = voorbeeld.met({FTE: "0.30", VAKANTIE: "0.09"}, reden="proef")
    assert heen.met({FTE: "0.250", VAKANTIE: "0.08"}, reden="toch niet") == voorbeeld
    verder = heen.met({FTE: "0.35"}).met({FTE: "0.25"})
    assert verder.onderbouwing_van(FTE) == voorbeeld.onderbouwing_van(FTE)


def test_een_gewijzigde_waarde_verliest_haar_bron_tenzij_de_wijziging_er_een_meebrengt(
    voorbeeld: Opbouw,
) -> None:
    salaris = "inkomen_gezinshuisouder.loon.bruto_maandsalaris"
    kaal = voorbeeld.met({salaris: "4500"}).onderbouwing_van(salaris)
    assert (kaal.herkomst, kaal.bron, kaal.geldig_vanaf) == (Herkomst.AANNAME, None, None)
    assert kaal.afwijking is not None
    assert kaal.afwijking.was == voorbeeld.onderbouwing_van(salaris)
    bron = voorbeeld.met({salaris: "4500"}, bron="cao-akkoord 2026", geldig_vanaf="2026-07-01", reden="nieuw")
    steun = bron.onderbouwing_van(salaris)
    assert (steun.herkomst, steun.bron) == (Herkomst.BRON, "cao-akkoord 2026")
    assert steun.geldig_vanaf == dt.date(2026, 7, 1)
    assert salaris not in bron.aannames()


def test_een_bron_kan_per_sleutel_en_voor_een_heel_deel(voorbeeld: Opbouw) -> None:
    nieuw = voorbeeld.met(
        {"leegstand.bezettingsgraad": "0.9", "overhead.opslag": "0.11"},
        bron="inkoopkader",
        bronnen={"overhead.opslag": {"bron": "benchmark", "herkomst": "afgeleid"}},
    )
    assert nieuw.onderbouwing_van("leegstand.bezettingsgraad").bron == "inkoopkader"
    steun = nieuw.onderbouwing_van("overhead.opslag")
    assert (steun.bron, steun.herkomst) == ("benchmark", Herkomst.AFGELEID)
    heel = voorbeeld.met({"gelieerde_zorgorganisatie": ACHT}, bron="franchisecontract")
    assert heel.onderbouwing_van("gelieerde_zorgorganisatie.aandeel").bron == "franchisecontract"


def test_dezelfde_waarde_kan_een_bron_krijgen(voorbeeld: Opbouw) -> None:
    sleutel = "leegstand.bezettingsgraad"
    nieuw = voorbeeld.met({sleutel: voorbeeld.leegstand.bezettingsgraad}, bron="telling 2025")
    assert nieuw.onderbouwing_van(sleutel).bron == "telling 2025"
    assert nieuw.bereken().als_json() == voorbeeld.bereken().als_json()


def test_een_bron_die_nergens_bij_hoort_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout) as fout:
        voorbeeld.met(
            {"overhead.opslag": "0.11"}, bronnen={"overhead.opslg": {}, "overhead.opslag": {"bon": "x"}}
        )
    assert str(fout.value) == (
        "bronnen.overhead.opslg: hoort bij geen wijziging. Bedoelt u overhead.opslag?\n"
        "bronnen.overhead.opslag.bon: is geen bekende sleutel. Bedoelt u bron?"
    )
    with pytest.raises(
        InvoerFout, match=r'herkomst: "krant" is geen keuze\. Toegestaan: bron of afgeleid of aanname'
    ):
        voorbeeld.met({"overhead.opslag": "0.11"}, herkomst="krant")
    with pytest.raises(InvoerFout, match=r"geldig_vanaf: .* is geen datum"):
        voorbeeld.met({"overhead.opslag": "0.11"}, bron="x", geldig_vanaf="gisteren")


def test_dezelfde_waarde_verandert_niets(voorbeeld: Opbouw) -> None:
    assert voorbeeld.met({FTE: "0.25", VAKANTIE: "0.080"}) == voorbeeld
    assert voorbeeld.met({}) == voorbeeld


def test_een_open_aanname_zonder_bron_blijft_gewoon_een_aanname(voorbeeld: Opbouw) -> None:
    sleutel = "leegstand.bezettingsgraad"
    assert voorbeeld.met({sleutel: "0.9"}).onderbouwing_van(sleutel).afwijking is None
    met_reden = voorbeeld.met({sleutel: "0.9"}, reden="ervaring").onderbouwing_van(sleutel)
    assert met_reden.afwijking == Afwijking(voorstel="0.95", reden="ervaring")


def test_een_verdwenen_deel_laat_geen_onderbouwing_na(voorbeeld: Opbouw) -> None:
    steun = {"aandeel": Onderbouwing(herkomst=Herkomst.BRON, bron="contract")}
    met_acht = voorbeeld.met({"gelieerde_zorgorganisatie": ACHT.onderbouwd(steun)})
    assert met_acht.onderbouwing_van("gelieerde_zorgorganisatie.aandeel").bron == "contract"
    assert (
        "gelieerde_zorgorganisatie.aandeel"
        not in met_acht.met({"gelieerde_zorgorganisatie": None}).onderbouwing
    )


@given(opbouwen())
def test_wijzigen_en_terug_geeft_hetzelfde(opbouw: Opbouw) -> None:
    oud = opbouw.leegstand.bezettingsgraad
    assert (
        opbouw.met({"leegstand.bezettingsgraad": "0.123"}).met({"leegstand.bezettingsgraad": oud}) == opbouw
    )


def test_een_waarde_in_een_afwezig_blok_hoort_dat_het_blok_er_niet_is(voorbeeld: Opbouw) -> None:
    tekst = weigering(voorbeeld, {"gelieerde_zorgorganisatie.aandeel": "0.1"})
    assert "is geen bekende sleutel" not in tekst


def test_een_deel_en_een_waarde_daarin_tegelijk_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    assert weigering(voorbeeld, {"leegstand": voorbeeld.leegstand, "leegstand.bezettingsgraad": "0.9"})


def test_een_waarde_en_daarna_haar_hele_deel_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    assert weigering(voorbeeld, {"leegstand.bezettingsgraad": "0.9", "leegstand": voorbeeld.leegstand})


def test_een_vreemd_cijfer_als_plek_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    nieuw = voorbeeld.met({"eigen_posten": [{"naam": "a", "bedrag_per_jaar": "1"}]})
    tekst = weigering(nieuw, {"eigen_posten[²].naam": "b"})
    assert "is geen bekende sleutel" in tekst


def test_een_reden_bij_een_waarde_zonder_onderbouwing_blijft_bewaard(voorbeeld: Opbouw) -> None:
    """D3: a reason is not lost because nothing stood behind the value yet."""
    kaal = voorbeeld.model_copy(update={"onderbouwing": {}})
    steun = kaal.met({"leegstand.bezettingsgraad": "0.9"}, reden="telling 2025").onderbouwing
    assert steun["leegstand.bezettingsgraad"].afwijking == Afwijking(voorstel="0.95", reden="telling 2025")


def test_alle_soorten_bezwaren_komen_in_een_keer_en_er_verandert_niets(voorbeeld: Opbouw) -> None:
    """An unknown key hides no refused value, *vast* value or bad source."""
    voor = naar_json(voorbeeld)
    with pytest.raises(InvoerFout) as fout:
        voorbeeld.met(
            {
                "zwembad": "1",
                "leegstand.bezettingsgraad": "2",
                "inkomen_gezinshuisouder.loon.werkgeverspremies": "veel",
                FTE: "-1",
                VAKANTIE: "0.09",
                "overhead.opslag": "0.11",
            },
            geldig_vanaf="gisteren",
            bronnen={"overhead.opslag": {"herkomst": "droom"}, "huisvesting": {"bron": "x"}, FTE: "cao"},  # type: ignore[dict-item]
        )
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [
        "geldig_vanaf",
        "zwembad",
        "leegstand.bezettingsgraad",
        "inkomen_gezinshuisouder.loon.werkgeverspremies",
        FTE,
        "bronnen.overhead.opslag.herkomst",
        "bronnen.huisvesting",
        f"bronnen.{FTE}",
        VAKANTIE,
    ]
    assert naar_json(voorbeeld) == voor


def test_een_regel_tussen_waarden_telt_pas_als_de_waarden_goed_zijn(voorbeeld: Opbouw) -> None:
    gelieerd = ACHT.model_dump() | {"aandeel": "0.96"}
    tekst = weigering(
        voorbeeld.met({"winst_marge.grondslag": "kostprijs", "gelieerde_zorgorganisatie": ACHT}),
        {
            "gelieerde_zorgorganisatie": gelieerd,
            "winst_marge.percentage": "2",
            "winst_marge.grondslag": "tarief",
        },
    )
    assert [regel.split(":")[0] for regel in tekst.splitlines()] == ["winst_marge.percentage"]


@pytest.mark.parametrize(
    ("sleutel", "tekst"), [(3, "3: is geen bekende sleutel"), (None, "null: is geen bekende sleutel")]
)
def test_wat_geen_tekst_is_is_geen_sleutel(voorbeeld: Opbouw, sleutel: object, tekst: str) -> None:
    assert tekst in weigering(voorbeeld, {sleutel: "1"})  # type: ignore[dict-item]


def test_een_bron_met_een_reden_maar_zonder_dag_meldt_de_vaste_waarde_niet(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout) as fout:
        voorbeeld.met({VAKANTIE: "0.09"}, bronnen={VAKANTIE: {"reden": "cao", "geldig_vanaf": "ooit"}})
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [f"bronnen.{VAKANTIE}.geldig_vanaf"]


def test_een_regel_tussen_bouwstenen_noemt_hun_sleutels_zoals_ze_heten(voorbeeld: Opbouw) -> None:
    met_acht = voorbeeld.met({"gelieerde_zorgorganisatie": ACHT.model_copy(update={"grondslag": "tarief"})})
    with pytest.raises(InvoerFout) as fout:
        met_acht.met({"winst_marge.percentage": "1", "winst_marge.grondslag": "tarief"})
    assert [bezwaar.sleutel[:1] for bezwaar in fout.value.bezwaren] == ["g"]
