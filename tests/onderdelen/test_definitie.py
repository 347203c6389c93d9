"""A component as data: what it holds, its kenmerk, and every hostile or odd definition refused at its key."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any, get_args

import pytest

from gezinshuis_tarief import Definitie, InvoerFout, naar_json, van_json, voorbeeld_2026
from gezinshuis_tarief.onderdelen.plekken import PLEKKEN
from hulp.onderdelen import EIGEN_LEEGSTAND, MEDEWERKER, VERVOER

Wijziging = Callable[[dict[str, Any]], object]


def met(basis: dict[str, Any], **wijzigingen: object) -> dict[str, Any]:
    """Return a copy of a definition with other values by path, with __ for a point."""
    kopie: dict[str, Any] = json.loads(json.dumps(basis))
    for sleutel, waarde in wijzigingen.items():
        *pad, laatste = sleutel.split("__")
        tak = kopie
        for deel in pad:
            tak = tak.setdefault(deel, {})
        tak[laatste] = waarde
    return kopie


def stap(formule: str, eenheid: str = "€ per jaar") -> dict[str, str]:
    return {"eenheid": eenheid, "formule": formule}


def test_de_kenmerken_van_het_ontwerp() -> None:
    assert Definitie.model_validate(VERVOER).kenmerk == "4407c7c51d92cad7"
    assert Definitie.model_validate(EIGEN_LEEGSTAND).kenmerk == "bd722f1339f18451"


@pytest.mark.parametrize("data", [VERVOER, EIGEN_LEEGSTAND, MEDEWERKER], ids=lambda data: str(data["plek"]))
def test_een_definitie_gaat_heen_en_terug_in_json(data: dict[str, Any]) -> None:
    definitie = Definitie.model_validate(data)
    inhoud = definitie.model_dump(mode="json")
    assert inhoud == {**data, "kenmerk": definitie.kenmerk}
    assert Definitie.model_validate(inhoud) == definitie


def test_een_formule_wordt_in_haar_vaste_vorm_bewaard() -> None:
    anders = Definitie.model_validate(
        met(VERVOER, uitkomst="=(huis.plaatsen)*(Ritten_per_jeugdige*1)*prijs_per_rit")
    )
    assert anders.uitkomst == "huis.plaatsen * (ritten_per_jeugdige * 1) * prijs_per_rit"
    zelfde = Definitie.model_validate(
        met(VERVOER, uitkomst="huis.plaatsen*ritten_per_jeugdige*prijs_per_rit")
    )
    assert zelfde == Definitie.model_validate(VERVOER)


@pytest.mark.parametrize(
    ("wijziging", "gelijk"),
    [
        ({"invoer__prijs_per_rit__omschrijving": "iets anders"}, True),
        ({"uitleg": "iets anders"}, True),
        ({"invoer__prijs_per_rit__minstens": "0.00"}, True),
        ({"invoer__prijs_per_rit__minstens": 0}, True),
        ({"invoer__prijs_per_rit__minstens": "1"}, False),
        ({"invoer__prijs_per_rit__hoogstens": "100"}, False),
        ({"uitkomst": "ritten_per_jeugdige * huis.plaatsen * prijs_per_rit"}, False),
        ({"plek": "huisvesting"}, False),
    ],
)
def test_het_kenmerk_gaat_over_wat_er_wordt_berekend(wijziging: dict[str, object], gelijk: bool) -> None:  # noqa: FBT001 (a case)
    anders = Definitie.model_validate(met(VERVOER, **wijziging))
    assert (anders.kenmerk == Definitie.model_validate(VERVOER).kenmerk) is gelijk


def test_alles_wat_een_invoer_kan_zijn() -> None:
    invoer: dict[str, object] = {
        "vast": {"eenheid": "€ per jaar", "minstens": "0", "hoogstens": "1000.50", "mag_leeg": True},
        "deel": {"eenheid": "fractie", "meer_dan": "0"},
        "soort_rit": {"keuzes": ["Taxi", "Regiotaxi 2026"]},
        "opmerking": {"tekst": 80},
        "loon": {"onderdeel": "loonkosten"},
    }
    uitkomst = (
        'ALS(soort_rit = "Taxi"; ALS(ISGETAL(vast); vast; loon.loonkosten) / deel; loon.pensioenfranchise)'
    )
    definitie = Definitie.model_validate({"plek": "eigen_posten", "invoer": invoer, "uitkomst": uitkomst})
    assert definitie.uitkomst == uitkomst
    assert definitie.waarschuwingen() == ()
    assert definitie.delercijfers == 20


def test_over_wat_mag_maar_vreemd_is_wordt_iets_gezegd() -> None:
    invoer = {"per_plaats": {"eenheid": "€ per plaats per jaar"}, "los": {"eenheid": "fractie"}}
    definitie = Definitie.model_validate({"plek": "eigen_posten", "invoer": invoer, "uitkomst": "per_plaats"})
    assert definitie.waarschuwingen() == (
        "uitkomst: geeft € per jaar per plaats waar € per jaar hoort.",
        "los: wordt in geen formule gelezen.",
    )


def test_alle_formules_staan_in_een_regel() -> None:
    assert Definitie.model_validate(EIGEN_LEEGSTAND).in_een_regel() == (
        'grondslag = ALS(grondslag = "kostprijs"; kostprijs; vaste_kosten); grondslag * (1 - bezettingsgraad)'
    )


def test_elke_plek_van_een_definitie_bestaat() -> None:
    assert set(get_args(Definitie.model_fields["plek"].annotation)) == PLEKKEN.keys()


GETAL = {"eenheid": "€ per jaar"}
OVERHEAD = {
    "plek": "overhead",
    "invoer": {"deel": {"eenheid": "fractie"}},
    "uitkomst": "deel * directe_kosten",
}
GEDRAG = {
    "plek": "gedragswetenschapper",
    "invoer": {
        "loon": {"onderdeel": "loonkosten"},
        "productieve_uren_per_jaar": {"eenheid": "uur per jaar", "meer_dan": "0"},
    },
    "uitkomst": "loon.pensioenfranchise",
}
SLECHT: dict[str, tuple[object, str, str]] = {
    "geen groep": (["x"], "", "is geen groep van sleutels en waarden"),
    "leeg": ({}, "plek", "ontbreekt"),
    "onbekende sleutel": (met(VERVOER, code="import os"), "code", "is geen bekende sleutel"),
    "onbekende plek": (met(VERVOER, plek="winst_marge"), "plek", "is geen keuze"),
    "plek als lijst": (met(VERVOER, plek=[]), "plek", "is geen keuze"),
    "invoer als lijst": (met(VERVOER, invoer=[1]), "invoer", "is geen groep"),
    "uitkomst als getal": (met(VERVOER, uitkomst=3), "uitkomst", "is geen tekst"),
    "uitkomst te lang": (met(VERVOER, uitkomst="a" * 4001), "uitkomst", "is te lang"),
    "diepte honderdduizend": (met(VERVOER, uitkomst="(" * 100_000), "uitkomst", "is te lang"),
    "een miljoen knopen": (met(VERVOER, uitkomst="a+" * 1_000_000), "uitkomst", "is te lang"),
    "te veel invoer": (
        {**VERVOER, "invoer": {f"a{n}": GETAL for n in range(100_000)}},
        "invoer",
        "100000 namen is te veel. Toegestaan: hoogstens 40",
    ),
    "te veel stappen": (
        {**VERVOER, "stappen": {f"a{n}": stap("1") for n in range(41)}},
        "stappen",
        "41 namen is te veel",
    ),
    "te lange uitleg": (met(VERVOER, uitleg="x" * 301), "uitleg", "is te lang"),
    "invoer zonder soort": (
        met(VERVOER, invoer__prijs_per_rit={}),
        "invoer.prijs_per_rit",
        "is niet één soort invoer",
    ),
    "invoer van twee soorten": (
        met(VERVOER, invoer__prijs_per_rit={"eenheid": "fractie", "keuzes": ["a"]}),
        "invoer.prijs_per_rit",
        "is niet één soort invoer",
    ),
    "onbekende eenheid": (
        met(VERVOER, invoer__prijs_per_rit__eenheid="€"),
        "invoer.prijs_per_rit.eenheid",
        "is geen keuze",
    ),
    "grens die geen getal is": (
        met(VERVOER, invoer__prijs_per_rit__minstens="x"),
        "invoer.prijs_per_rit.minstens",
        "is geen getal",
    ),
    "grens NaN": (
        met(VERVOER, invoer__prijs_per_rit__minstens=float("nan")),
        "invoer.prijs_per_rit.minstens",
        "is geen eindig getal",
    ),
    "grens met honderd miljoen cijfers": (
        met(VERVOER, invoer__prijs_per_rit__hoogstens="1e999"),
        "invoer.prijs_per_rit.hoogstens",
        "is te groot",
    ),
    "grens bij een keuze": (
        met(VERVOER, invoer__k={"keuzes": ["a", "b"], "minstens": "0"}),
        "invoer.k",
        "heeft een grens of mag leeg blijven, en is geen getal",
    ),
    "leeg bij een tekst": (
        met(VERVOER, invoer__k={"tekst": 9, "mag_leeg": True}),
        "invoer.k",
        "en is geen getal",
    ),
    "twee ondergrenzen": (
        met(VERVOER, invoer__prijs_per_rit__meer_dan="0"),
        "invoer.prijs_per_rit",
        "heeft twee ondergrenzen",
    ),
    "grenzen verkeerd om": (
        met(VERVOER, invoer__prijs_per_rit__hoogstens="-1"),
        "invoer.prijs_per_rit",
        "waar niets tussen ligt",
    ),
    "grenzen die sluiten": (
        met(VERVOER, invoer__prijs_per_rit={"eenheid": "fractie", "meer_dan": "1", "hoogstens": "1"}),
        "invoer.prijs_per_rit",
        "waar niets tussen ligt",
    ),
    "twee keer een keuze": (
        met(VERVOER, invoer__k={"keuzes": ["Taxi", "taxi"]}),
        "invoer.k.keuzes",
        "twee keer hetzelfde woord",
    ),
    "keuze met aanhalingsteken": (
        met(VERVOER, invoer__k={"keuzes": ['a"b']}),
        "invoer.k.keuzes[0]",
        "kan zo niet worden geschreven",
    ),
    "te veel keuzes": (
        met(VERVOER, invoer__k={"keuzes": [f"a{n}" for n in range(21)]}),
        "invoer.k.keuzes",
        "heeft te veel delen",
    ),
    "lege tekst": (met(VERVOER, invoer__k={"tekst": 0}), "invoer.k.tekst", "ligt buiten de grenzen"),
    "onbekend onderdeel": (
        met(VERVOER, invoer__k={"onderdeel": "os"}),
        "invoer.k.onderdeel",
        "is geen keuze",
    ),
    "naam met hoofdletter": (met(VERVOER, invoer__Prijs=GETAL), "invoer", "'Prijs' is geen naam"),
    "naam met een streepje onderaan": (met(VERVOER, invoer___x=GETAL), "invoer", "is geen naam"),
    "naam met look-alike": (
        {**VERVOER, "invoer": {"pr\u0456js": GETAL}},
        "invoer",
        "'pr\\u0456js' is geen naam",
    ),
    "naam met punt": ({**VERVOER, "invoer": {"huis.plaatsen": GETAL}}, "invoer", "is geen naam"),
    "lege naam": ({**VERVOER, "invoer": {"": GETAL}}, "invoer", "'' is geen naam"),
    "lange naam": ({**VERVOER, "invoer": {"a" * 61: GETAL}}, "invoer", "is geen naam"),
    "naam van Python": ({**VERVOER, "invoer": {"class": GETAL}}, "invoer", "is geen naam"),
    "naam van pydantic": ({**VERVOER, "invoer": {"model_config": GETAL}}, "invoer", "is geen naam"),
    "naam van een methode": (
        {**VERVOER, "invoer": {"waarden": GETAL}},
        "invoer.waarden",
        "is al de naam van iets anders",
    ),
    "naam van een oude methode": ({**VERVOER, "invoer": {"dict": GETAL}}, "invoer.dict", "is al de naam"),
    "naam van de formule": ({**VERVOER, "invoer": {"per_jaar": GETAL}}, "invoer.per_jaar", "is al de naam"),
    "naam van het huis": ({**VERVOER, "invoer": {"huis": GETAL}}, "invoer.huis", "is al de naam"),
    "naam van de post": ({**VERVOER, "invoer": {"naam": {"tekst": 9}}}, "invoer.naam", "is al de naam"),
    "naam van de soort": ({**VERVOER, "invoer": {"soort": {"tekst": 9}}}, "invoer.soort", "is al de naam"),
    "naam van de definitie": (
        {**VERVOER, "invoer": {"definitie": GETAL}},
        "invoer.definitie",
        "is al de naam",
    ),
    "naam van een bewerking": ({**VERVOER, "invoer": {"als": GETAL}}, "invoer.als", "is al de naam"),
    "naam van een grondslag": (
        met(EIGEN_LEEGSTAND, invoer__kostprijs=GETAL),
        "invoer.kostprijs",
        "is al de naam",
    ),
    "naam van het eigen cijfer": (
        met({**VERVOER, "plek": "huisvesting"}, invoer__vast_bedrag_per_jaar=GETAL),
        "invoer.vast_bedrag_per_jaar",
        "is al de naam",
    ),
    "stap die heet als een invoer": (
        met(VERVOER, stappen__prijs_per_rit=stap("1")),
        "stappen.prijs_per_rit",
        "heet als een invoer",
    ),
    "stap die heet als een keuze van een post": (
        met(VERVOER, invoer__k={"keuzes": ["a"]}, stappen__k=stap("0")),
        "stappen.k",
        "heet als een invoer",
    ),
    "stap in een onderdeel": (
        {**MEDEWERKER, "stappen": {"loon.premies": stap("loon.loonkosten", "€ per fte per jaar")}},
        "stappen.loon.premies",
        "heet als een invoer",
    ),
    "stap die heet als de uitkomst": (
        met(VERVOER, stappen__per_jaar=stap("0")),
        "stappen.per_jaar",
        "is al de naam",
    ),
    "stap die geen naam is": ({**VERVOER, "stappen": {"a..b": stap("0")}}, "stappen", "'a..b' is geen naam"),
    "stap die te diep ligt": ({**VERVOER, "stappen": {"a.b.c.d": stap("0")}}, "stappen", "is geen naam"),
    "kring": (
        met(VERVOER, stappen={"a": stap("b"), "b": stap("a")}),
        "stappen.a.formule",
        "dat pas later wordt berekend",
    ),
    "kring van een": (
        met(VERVOER, stappen={"a": stap("a + 0")}),
        "stappen.a.formule",
        "leest a, dat hier zelf wordt berekend",
    ),
    "stap van later": (
        met(VERVOER, stappen={"a": stap("b"), "b": stap("0")}),
        "stappen.a.formule",
        "zet de stappen op volgorde; een kring kan niet",
    ),
    "stap die zelf een keuze is": (
        met(EIGEN_LEEGSTAND, stappen__grondslag__formule="grondslag"),
        "stappen.grondslag.formule",
        "leest grondslag, dat hier zelf wordt berekend",
    ),
    "onbekende naam": (
        met(VERVOER, uitkomst="huis.plaatsen * ritten"),
        "uitkomst",
        "gebruikt de onbekende naam ritten",
    ),
    "andere kamer": (
        met(VERVOER, uitkomst="leegstand.bezettingsgraad"),
        "uitkomst",
        "gebruikt de onbekende naam",
    ),
    "grondslag van een ander": (
        met(VERVOER, uitkomst="kostprijs"),
        "uitkomst",
        "dat alleen een eigen leegstand kan lezen",
    ),
    "huis bij leegstand": (
        met(EIGEN_LEEGSTAND, uitkomst="grondslag * huis.plaatsen"),
        "uitkomst",
        "dat een eigen leegstand niet kan lezen",
    ),
    "eigen cijfer in de formule": (
        {"plek": "huisvesting", "invoer": {}, "uitkomst": "vast_bedrag_per_jaar"},
        "uitkomst",
        "dat naast de formule staat en haar vervangt",
    ),
    "onderdeel als getal": (
        {**MEDEWERKER, "uitkomst": "fte * loon"},
        "uitkomst",
        "zijn uitkomst heet loon.loonkosten",
    ),
    "onbekend in een onderdeel": (
        {**MEDEWERKER, "uitkomst": "fte * loon.premies"},
        "uitkomst",
        "onbekende naam loon.premies",
    ),
    "tekst als getal": (
        met(VERVOER, invoer__t={"tekst": 9}, uitkomst="t"),
        "uitkomst",
        "leest t, dat een tekst is",
    ),
    "verkeerde eenheid": (met(VERVOER, uitkomst="ritten_per_jeugdige"), "uitkomst", "waar € per jaar hoort"),
    "verkeerde eenheid van een stap": (
        met(VERVOER, stappen__a=stap("prijs_per_rit * ritten_per_jeugdige", "uur per week")),
        "stappen.a.formule",
        "waar uur per week hoort",
    ),
    "appels en peren": (
        met(VERVOER, uitkomst="prijs_per_rit + huis.weken"),
        "uitkomst",
        "telt op of vergelijkt wat niet gelijk is",
    ),
    "deler die nul kan zijn": (
        met(VERVOER, uitkomst="prijs_per_rit * ritten_per_jeugdige / ritten_per_jeugdige"),
        "uitkomst",
        "ritten_per_jeugdige is een deler die nul kan zijn",
    ),
    "te veel cijfers": (
        met(VERVOER, uitkomst="prijs_per_rit" + " * ritten_per_jeugdige" * 4),
        "uitkomst",
        "cijfers voor de komma nodig",
    ),
    "grondslag in het kwadraat": (
        met(OVERHEAD, uitkomst="MAX(directe_kosten * directe_kosten; 0)"),
        "uitkomst",
        "€^2 per etmaal^2",
    ),
    "grondslag in het kwadraat met een passende eenheid": (
        met(OVERHEAD, uitkomst="directe_kosten * directe_kosten / (1 + beroepskrachten)"),
        "uitkomst",
        "telt op of vergelijkt wat niet gelijk is",
    ),
    "zonder wat zorgzwaarte leest": (
        {"plek": "ondersteuning", "invoer": {}, "uitkomst": "0"},
        "invoer",
        "mist wat bouwsteen 11 (zorgzwaarte) ervan leest. Toegestaan: een invoer pedagogisch_uurtarief: een getal in € per uur",
    ),
    "wat zorgzwaarte leest is iets anders": (
        met(GEDRAG, invoer__loon={"eenheid": "€ per fte per jaar"}, uitkomst="0"),
        "invoer",
        "een invoer loon: het onderdeel loonkosten",
    ),
    "wat zorgzwaarte leest is een andere formule": (
        met(GEDRAG, stappen__uurkosten=stap("2 * loon.loonkosten / productieve_uren_per_jaar", "€ per uur")),
        "stappen.uurkosten.formule",
        "is anders dan bouwsteen 11 (zorgzwaarte) haar leest. Toegestaan: loon.loonkosten / productieve_uren_per_jaar",
    ),
    "kenmerk dat niet past": (
        met(VERVOER, kenmerk="0" * 16),
        "kenmerk",
        "hoort niet bij deze definitie; die heeft 4407c7c51d92cad7",
    ),
    "kenmerk als getal": (met(VERVOER, kenmerk=7), "kenmerk", "is geen tekst"),
}


@pytest.mark.parametrize(("data", "sleutel", "melding"), SLECHT.values(), ids=SLECHT)
def test_een_slechte_definitie_wordt_snel_bij_haar_sleutel_geweigerd(
    data: object, sleutel: str, melding: str
) -> None:
    Definitie.model_validate(VERVOER)  # the language is loaded
    begin = time.process_time()
    with pytest.raises(InvoerFout) as fout:
        Definitie.model_validate(data)
    assert time.process_time() - begin < 1
    bezwaren = [bezwaar for bezwaar in fout.value.bezwaren if bezwaar.sleutel == sleutel]
    assert bezwaren, str(fout.value)
    assert any(melding in str(bezwaar) for bezwaar in bezwaren), str(fout.value)


def test_alle_bezwaren_tegen_namen_staan_bij_elkaar() -> None:
    data = {**VERVOER, "invoer": {"Prijs": GETAL, "dict": GETAL}, "stappen": {"per_jaar": stap("0")}}
    with pytest.raises(InvoerFout) as fout:
        Definitie.model_validate(data)
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [
        "invoer",
        "invoer.dict",
        "stappen.per_jaar",
    ]


def test_een_stap_die_andere_kamers_lezen_mag_er_staan() -> None:
    goed = met(GEDRAG, stappen__uurkosten=stap("loon.loonkosten / productieve_uren_per_jaar", "€ per uur"))
    assert Definitie.model_validate(goed).stappen.keys() == {"uurkosten"}


def in_opbouw(onderdelen: object, **delen: object) -> str:
    inhoud = json.loads(naar_json(voorbeeld_2026().model_copy(update={"onderbouwing": {}})))
    return json.dumps({**inhoud, **delen, "onderdelen": onderdelen})


POST = {"soort": "Vervoer", "naam": "vervoer", "ritten_per_jeugdige": "120", "prijs_per_rit": "7.50"}
SLECHTE_BESTANDEN: dict[str, tuple[str, str, str]] = {
    "geen groep": (in_opbouw([VERVOER]), "onderdelen", "is geen groep van namen en definities"),
    "te veel": (
        in_opbouw({f"A{n}": VERVOER for n in range(21)}),
        "onderdelen",
        "21 is te veel. Toegestaan: hoogstens 20",
    ),
    "naam van de standaard": (
        in_opbouw(
            {"Leegstand": EIGEN_LEEGSTAND},
            leegstand={"soort": "Leegstand", "bezettingsgraad": "1", "grondslag": "kostprijs"},
        ),
        "onderdelen.Leegstand",
        "is de naam van een standaardonderdeel",
    ),
    "naam van de standaard in kapitalen": (
        in_opbouw({"LEEGSTAND": EIGEN_LEEGSTAND}),
        "onderdelen.LEEGSTAND",
        "standaardonderdeel",
    ),
    "naam van een basis": (in_opbouw({"Kostenpost": VERVOER}), "onderdelen.Kostenpost", "standaardonderdeel"),
    "naam van de taal zelf": (in_opbouw({"Object": VERVOER}), "onderdelen.Object", "standaardonderdeel"),
    "naam van een onderdeel": (
        in_opbouw({"Loonkosten": VERVOER}),
        "onderdelen.Loonkosten",
        "standaardonderdeel",
    ),
    "naam met look-alike": (
        in_opbouw({"Verv\u043eer": VERVOER}),
        "onderdelen",
        "'Verv\\u043eer' is geen naam van een onderdeel",
    ),
    "naam met kleine letter": (
        in_opbouw({"vervoer": VERVOER}),
        "onderdelen",
        "is geen naam van een onderdeel",
    ),
    "los": (in_opbouw({"Vervoer": VERVOER}), "onderdelen.Vervoer", "is een definitie die nergens staat"),
    "onbekende soort": (in_opbouw({}, eigen_posten=[POST]), "eigen_posten[0].soort", "Vervoer is onbekend"),
    "onbekende soort van een kamer": (
        in_opbouw({}, huisvesting={"soort": "Villa"}),
        "huisvesting.soort",
        "Villa is onbekend",
    ),
    "soort op de verkeerde plek": (
        in_opbouw({"Vervoer": VERVOER}, leegstand=POST),
        "leegstand.soort",
        "Vervoer hoort bij eigen_posten",
    ),
    "soort op een plek die niet kan": (
        in_opbouw({"Vervoer": VERVOER}, winst_marge=POST),
        "winst_marge.soort",
        "Vervoer hoort bij eigen_posten",
    ),
    "soort als getal": (
        in_opbouw({}, eigen_posten=[{**POST, "soort": 3}]),
        "eigen_posten[0].soort",
        "is geen bekende sleutel",
    ),
    "soort in kleine letters": (
        in_opbouw({}, leegstand={"soort": "x"}),
        "leegstand.soort",
        "is geen bekende sleutel",
    ),
    "waarde buiten de grenzen": (
        in_opbouw({"Vervoer": VERVOER}, eigen_posten=[{**POST, "prijs_per_rit": "-1"}]),
        "eigen_posten[0].prijs_per_rit",
        '-1" ligt buiten de grenzen. Toegestaan: minstens 0 (€ per stuk)',
    ),
    "invoer die ontbreekt": (
        in_opbouw({"Vervoer": VERVOER}, eigen_posten=[{"soort": "Vervoer", "naam": "x"}]),
        "eigen_posten[0].ritten_per_jeugdige",
        "ontbreekt",
    ),
    "invoer te veel": (
        in_opbouw({"Vervoer": VERVOER}, eigen_posten=[{**POST, "extra": 1}]),
        "eigen_posten[0].extra",
        "is geen bekende sleutel",
    ),
    "kenmerk dat niet past": (
        in_opbouw({"Vervoer": met(VERVOER, kenmerk="f" * 40)}, eigen_posten=[POST]),
        "onderdelen.Vervoer.kenmerk",
        "hoort niet bij deze definitie",
    ),
    "dubbele sleutel": (
        in_opbouw({"Vervoer": VERVOER}, eigen_posten=[POST]).replace(
            '"plek":', '"plek": "leegstand", "plek":'
        ),
        "plek",
        "staat er twee keer",
    ),
    "json van honderdduizend lagen": ('{"onderdelen":' * 100_000, "", "is geen leesbare tekst"),
}


@pytest.mark.parametrize(("tekst", "sleutel", "melding"), SLECHTE_BESTANDEN.values(), ids=SLECHTE_BESTANDEN)
def test_een_slecht_bestand_wordt_snel_bij_zijn_sleutel_geweigerd(
    tekst: str, sleutel: str, melding: str
) -> None:
    begin = time.process_time()
    with pytest.raises(InvoerFout) as fout:
        van_json(tekst)
    assert time.process_time() - begin < 1
    assert any(b.sleutel == sleutel and melding in str(b) for b in fout.value.bezwaren), str(fout.value)


def test_heel_veel_dure_formules_samen_worden_niet_gelezen() -> None:
    duur = f"{'(' * 1990}prijs_per_rit{')' * 1990}"
    stappen = {f"a{n}": stap(duur, "€ per stuk") for n in range(40)}
    onderdelen = {f"A{n}": {**VERVOER, "stappen": stappen} for n in range(20)}
    begin = time.process_time()
    with pytest.raises(InvoerFout) as fout:
        van_json(in_opbouw(onderdelen))
    assert time.process_time() - begin < 1
    assert str(fout.value) == (
        "onderdelen: 3195420 tekens is te lang. Toegestaan: hoogstens 40000 tekens in alle formules samen."
    )


def test_het_langste_dat_gelezen_wordt_is_in_een_seconde_gelezen() -> None:
    duur = f"{'(' * 1980}prijs_per_rit{')' * 1980}"
    stappen = {f"a{n}": stap(duur, "€ per stuk") for n in range(10)}
    begin = time.process_time()
    van_json(in_opbouw({"Vervoer": {**VERVOER, "stappen": stappen}}, eigen_posten=[POST]))
    assert time.process_time() - begin < 1


def test_alle_bezwaren_tegen_een_bestand_staan_bij_elkaar() -> None:
    onderdelen = {"Vervoer": met(VERVOER, uitkomst="zwembad"), "leegstand": {}, "Leeg": {}}
    with pytest.raises(InvoerFout) as fout:
        van_json(in_opbouw(onderdelen, eigen_posten=[POST, {"soort": "Villa"}]))
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [
        "onderdelen.Vervoer.uitkomst",
        "onderdelen",
        "onderdelen.Leeg.plek",
        "onderdelen.Leeg.invoer",
        "onderdelen.Leeg.uitkomst",
        "eigen_posten[1].soort",
    ]


def test_een_groot_maar_goed_bestand_is_snel() -> None:
    onderdelen = {f"A{n}": VERVOER for n in range(20)}
    posten = [{**POST, "soort": naam} for naam in onderdelen]
    begin = time.process_time()
    opbouw = van_json(in_opbouw(onderdelen, eigen_posten=posten))
    assert time.process_time() - begin < 2
    assert len(opbouw.eigen_posten) == 20
