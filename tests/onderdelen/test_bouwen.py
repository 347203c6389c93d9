"""From a definition to a class: the ordinary door, the ordinary readings, and one class per definition."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import Any

import pytest

from gezinshuis_tarief import (
    Bouwsteen,
    Definitie,
    Eenheid,
    Gedragswetenschapper,
    InvoerFout,
    Kostenblok,
    Kostenpost,
    Leegstand,
    Loonkosten,
    Opbouw,
    definitie_van,
    onderdeel,
    verschil,
)
from gezinshuis_tarief.onderdelen.bouwen import UitDefinitie, klasse_van
from hulp.invoer import in_loondienst
from hulp.onderdelen import EIGEN_LEEGSTAND, MEDEWERKER, VERVOER

Vervoer: Any = klasse_van("Vervoer", Definitie.model_validate(VERVOER))
POST = {"naam": "vervoer", "ritten_per_jeugdige": "120", "prijs_per_rit": "7.50"}


def test_een_onderdeel_zonder_klasse_is_er_een_als_elk_ander(voorbeeld: Opbouw) -> None:
    vervoer: Any = Vervoer(**POST)
    assert Kostenpost in type(vervoer).__mro__
    assert vervoer.prijs_per_rit == Decimal("7.50")
    tarief = voorbeeld.met({"eigen_posten": [vervoer]}).bereken()["midden"]
    assert tarief.per_etmaal == Decimal("163.02")
    stap = tarief.uitleg().stap("eigen_posten[0].per_jaar")
    assert stap.formule == "plaatsen × ritten per jeugdige × prijs per rit"
    assert [invoer.omschrijving for invoer in stap.invoer] == [
        "ritten per jeugdige per jaar",
        "prijs van een rit",
    ]
    assert Vervoer.__doc__ is not None
    assert "Ritten per jeugdige maal de prijs van een rit." in Vervoer.__doc__


def test_de_deur_van_een_onderdeel_kent_zijn_grenzen() -> None:
    with pytest.raises(InvoerFout) as fout:
        Vervoer(naam="x", ritten_per_jeugdige="-1", prijs_per_rit="1.234")
    assert str(fout.value) == (
        'ritten_per_jeugdige: "-1" ligt buiten de grenzen. Toegestaan: minstens 0 (aantal). Kies een waarde binnen de '
        'grenzen.\nprijs_per_rit: "1.234" is op twee manieren te lezen. Toegestaan: minstens 0 (€ per stuk). Schrijf '
        '"1234" of "1.2340".'
    )


@pytest.mark.parametrize(
    ("velden", "goed", "slecht"),
    [
        ({"eenheid": "plaatsen"}, "3", "3.5"),
        ({"eenheid": "dagen per jaar", "hoogstens": "366"}, 365, "367"),
        ({"eenheid": "fractie", "meer_dan": "0"}, "0.1", "0"),
        ({"eenheid": "€ per jaar", "mag_leeg": True}, None, "x"),
        ({"keuzes": ["ja", "nee"]}, "ja", "misschien"),
        ({"tekst": 5}, "kort", "te lang"),
        ({"onderdeel": "loonkosten"}, None, "x"),
    ],
)
def test_elke_soort_invoer_heeft_haar_deur(
    velden: dict[str, object],
    goed: Any,  # noqa: ANN401 (a value of any kind)
    slecht: object,
    voorbeeld: Opbouw,
) -> None:
    klasse: Any = onderdeel("Proef", plek="eigen_posten", invoer={"x": velden}, uitkomst="0")
    if "onderdeel" in velden:
        goed = in_loondienst(voorbeeld).loon
        assert isinstance(goed, Loonkosten)
    assert klasse(naam="a", x=goed).x in {goed, Decimal(goed) if str(goed)[0].isdigit() else goed}
    with pytest.raises(InvoerFout, match=r"^x: "):
        klasse(naam="a", x=slecht)


def test_wat_leeg_mag_blijven_hoeft_er_niet_te_zijn(voorbeeld: Opbouw) -> None:
    Proef: Any = onderdeel(  # noqa: N806 (a class)
        "Proef",
        plek="eigen_posten",
        invoer={"afspraak": {"eenheid": "€ per jaar", "mag_leeg": True}, "anders": {"eenheid": "€ per jaar"}},
        uitkomst="ALS(ISGETAL(afspraak); afspraak; 2 * anders)",
    )
    for waarden, bedrag in (({}, 200), ({"afspraak": "0"}, 0), ({"afspraak": "50"}, 50)):
        opbouw = voorbeeld.met({"eigen_posten": [Proef(naam="p", anders="100", **waarden)]})
        assert opbouw.bereken()["laag"].uitleg().stap("eigen_posten[0].per_jaar").waarde == bedrag


def test_dezelfde_definitie_geeft_dezelfde_klasse() -> None:
    assert klasse_van("Vervoer", Definitie.model_validate(VERVOER)) is Vervoer
    assert klasse_van("Rit", Definitie.model_validate(VERVOER)) is not Vervoer


def test_gelijk_is_wat_met_dezelfde_waarden_hetzelfde_berekent(voorbeeld: Opbouw) -> None:
    vervoer = Vervoer(**POST)
    anders_beschreven: Any = klasse_van("Vervoer", Definitie.model_validate({**VERVOER, "uitleg": "Anders."}))
    anders_berekend: Any = klasse_van(
        "Vervoer", Definitie.model_validate({**VERVOER, "uitkomst": f"{VERVOER['uitkomst']} * 2"})
    )
    assert vervoer == anders_beschreven(**POST) == copy.deepcopy(vervoer)
    assert hash(vervoer) == hash(anders_beschreven(**POST))
    assert vervoer != anders_berekend(**POST)
    assert vervoer != Vervoer(**{**POST, "prijs_per_rit": "8"})
    assert vervoer != "vervoer"
    assert vervoer != voorbeeld.huisvesting


def test_een_onderdeel_gaat_heel_naar_een_ander_proces(voorbeeld: Opbouw) -> None:
    opbouw = voorbeeld.met({"eigen_posten": [Vervoer(**POST)]})
    kopie = pickle.loads(pickle.dumps(opbouw))  # noqa: S301 (our own)
    assert kopie == opbouw
    assert type(kopie.eigen_posten[0]) is Vervoer


def test_een_variant_van_een_kamer_hoort_bij_die_kamer(voorbeeld: Opbouw) -> None:
    klasse: Any = klasse_van("EigenLeegstand", Definitie.model_validate(EIGEN_LEEGSTAND))
    assert issubclass(klasse, Leegstand)
    assert (klasse.nummer, klasse.titel, klasse.open_normen) == (9, "Leegstand", Leegstand.open_normen)
    Los: Any = onderdeel(  # noqa: N806 (a class)
        "Los",
        plek="leegstand",
        invoer={"bezettingsgraad": {"eenheid": "factor"}},
        uitkomst="kostprijs * bezettingsgraad",
    )
    assert not issubclass(Los, Leegstand)
    assert issubclass(Los, Bouwsteen)
    assert Los.nummer == 9
    opbouw = voorbeeld.met({"leegstand": Los(bezettingsgraad="0.1")}, reden="proef")
    stap = opbouw.uitleg().stap("hoog.leegstand.per_etmaal")
    assert stap.formule == "kostprijs × bezettingsgraad"


def test_een_eigen_overhead_leest_huis_en_grondslagen(voorbeeld: Opbouw) -> None:
    Vast: Any = onderdeel(  # noqa: N806 (a class)
        "Vast",
        plek="overhead",
        invoer={"per_huis": {"eenheid": "€ per jaar"}, "deel": {"eenheid": "fractie"}},
        uitkomst="per_huis / huis.plaatsdagen + MIN(deel * beroepskrachten; directe_kosten)",
    )
    opbouw = voorbeeld.met({"overhead": Vast(per_huis="1460", deel="0.1")}, reden="proef")
    bedrag = {regel.sleutel: regel.onafgerond for regel in opbouw.bereken()["laag"].regels}
    beroep = opbouw.uitleg().stap("laag.beroepskrachten").waarde
    assert abs(bedrag["overhead"] - (1 + beroep / 10)) < Decimal("1e-9")


def test_een_eigen_gedragswetenschapper_houdt_wat_zorgzwaarte_leest(voorbeeld: Opbouw) -> None:
    Vast: Any = onderdeel(  # noqa: N806 (a class)
        "Vast",
        plek="gedragswetenschapper",
        invoer={
            "loon": {"onderdeel": "loonkosten"},
            "productieve_uren_per_jaar": {"eenheid": "uur per jaar", "meer_dan": "0"},
            "bedrag": {"eenheid": "€ per jaar"},
        },
        uitkomst="bedrag",
    )
    assert issubclass(Vast, Kostenblok)
    assert not issubclass(Vast, Gedragswetenschapper)
    oud = voorbeeld.gedragswetenschapper
    nieuw = Vast(loon=oud.loon, productieve_uren_per_jaar=oud.productieve_uren_per_jaar, bedrag="1000")
    opbouw = voorbeeld.met({"gedragswetenschapper": nieuw}, reden="proef")
    sleutel = "hoog.zorgzwaarte.extra_uren_per_etmaal"
    assert opbouw.uitleg().stap(sleutel).waarde == voorbeeld.uitleg().stap(sleutel).waarde
    met_eigen_bedrag = opbouw.met({"gedragswetenschapper.vast_bedrag_per_jaar": "2000"})
    assert met_eigen_bedrag.uitleg().stap("gedragswetenschapper.per_jaar").waarde == 2000


def test_een_onderdeel_waarschuwt_over_zijn_definitie_en_zijn_kamer(voorbeeld: Opbouw) -> None:
    velden = definitie_van(
        type("Eigen", (type(voorbeeld.inkomen_gezinshuisouder),), {"__module__": __name__})
    )
    invoer = {naam: veld.model_dump(mode="json") for naam, veld in velden.invoer.items()}
    Eigen: Any = onderdeel(  # noqa: N806 (a class)
        "Eigen",
        plek="inkomen_gezinshuisouder",
        invoer={**invoer, "los": {"eenheid": "fractie"}},
        stappen={naam: stap.model_dump(mode="json") for naam, stap in velden.stappen.items()},
        uitkomst=velden.uitkomst,
    )
    waarden = dict(voorbeeld.inkomen_gezinshuisouder) | {"vervangingsfactor": "2", "los": "1"}
    eigen = Eigen(**waarden)
    opbouw = voorbeeld.model_copy(update={"inkomen_gezinshuisouder": eigen})
    kamer, eigen_tekst = eigen.waarschuwingen()
    assert "ligt buiten de cao" in kamer
    assert eigen_tekst == "Eigen: los: wordt in geen formule gelezen."
    assert {kamer, eigen_tekst} <= set(opbouw.alle_waarschuwingen())


@pytest.mark.parametrize(
    ("naam", "rest", "melding"),
    [
        ("vervoer", {}, "'vervoer' is geen naam van een onderdeel. Toegestaan: een hoofdletter vooraan"),
        ("Leegstand", {}, "Leegstand: is de naam van een standaardonderdeel. Kies een eigen naam."),
        ("Vervoer", {"uitkomst": "prijs"}, "uitkomst: gebruikt de onbekende naam prijs"),
        ("Vervoer", {"plek": "tarief"}, 'plek: "tarief" is geen keuze'),
        ("Vervoer", {"stappen": {"a": {"eenheid": "fte", "formule": "x"}}}, "stappen.a.formule: gebruikt"),
    ],
)
def test_een_slecht_onderdeel_wordt_geweigerd(naam: str, rest: dict[str, Any], melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        onderdeel(naam, **{"plek": "eigen_posten", "invoer": {}, "uitkomst": "0", **rest})
    assert melding in str(fout.value)


def test_eigen_waarden_veranderen_met_hun_sleutel(voorbeeld: Opbouw) -> None:
    opbouw = voorbeeld.met({"eigen_posten": [Vervoer(**POST)]})
    duurder = opbouw.met({"eigen_posten[0].prijs_per_rit": "8.25"}, reden="offerte")
    (post,) = duurder.eigen_posten
    assert isinstance(post, Vervoer)
    assert "door prijs per rit" in str(verschil(opbouw, duurder))
    with pytest.raises(InvoerFout, match=r"eigen_posten\[0\].prijs_per_rit"):
        opbouw.met({"eigen_posten[0].prijs_per_rit": "-1"})


def test_een_onderdeel_met_loonkosten_schrijft_hun_stappen(voorbeeld: Opbouw) -> None:
    klasse: Any = klasse_van("Medewerker", Definitie.model_validate(MEDEWERKER))
    post = klasse(naam="hulp", fte="0.2", loon=in_loondienst(voorbeeld).loon)
    stap = voorbeeld.met({"eigen_posten": [post]}).uitleg().stap("eigen_posten[0].loon.loonkosten")
    assert stap.eenheid is Eenheid.EURO_PER_FTE
    assert issubclass(klasse, UitDefinitie)
