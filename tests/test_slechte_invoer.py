"""Bad input gets a Dutch message with key, value, allowed range and remedy; exit code 1; no traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hulp.gevallen import GEVALLEN
from hulp.invoer import met_waarde
from hulp.opdracht import draai

INVOER: dict[str, Any] = {**GEVALLEN[-1].invoer, "eigen_posten": [{"naam": "a", "bedrag_per_jaar": "1"}]}
GRAAD = "leegstand.bezettingsgraad"
FRACTIE = "Toegestaan: groter dan 0 en hoogstens 1 (fractie)."
UREN = "Toegestaan: minstens 0 (uur per week)."
PUNT = 'Schrijf een getal met een punt als decimaalteken, zoals "0.95".'
GROEP = 'Schrijf een opbouw: { "gezinshuis": { … }, … }.'


def weigering(invoer: object) -> str:
    """Return what the command line says; it must refuse, on standard error, without a traceback."""
    resultaat = draai("bereken", "--json", "-", invoer=invoer)
    assert resultaat.exit_code == 3
    assert isinstance(resultaat.exception, SystemExit), resultaat.exception
    assert resultaat.stdout == ""
    assert "Traceback" not in resultaat.stderr
    assert resultaat.stderr.endswith("\n")
    return resultaat.stderr.removesuffix("\n")


def los(getal: str) -> str:
    """Return JSON text with a number written as it stands, such as NaN."""
    return json.dumps(met_waarde(INVOER, GRAAD, "HIER")).replace('"HIER"', getal)


@pytest.mark.parametrize(
    ("sleutel", "waarde", "rest"),
    [
        (
            "gezinshuis.plaatsen_laag",
            9,
            (
                "9 ligt buiten de grenzen. Toegestaan: minstens 0 en hoogstens 8 (plaatsen). "
                "Kies een waarde binnen de grenzen."
            ),
        ),
        (
            "gezinshuis.plaatsen_laag",
            "1.5",
            '"1.5" is geen heel getal. Toegestaan: minstens 0 en hoogstens 8 (plaatsen). Schrijf een heel getal.',
        ),
        (
            "gezinshuis.dagen_per_jaar",
            364,
            (
                "364 ligt buiten de grenzen. Toegestaan: minstens 365 en hoogstens 366 (dagen per jaar). "
                "Kies een waarde binnen de grenzen."
            ),
        ),
        (
            "gezinshuis.weken_per_jaar",
            0,
            "0 ligt buiten de grenzen. Toegestaan: groter dan 0 (weken per jaar). Kies een waarde binnen de grenzen.",
        ),
        (GRAAD, 0, f"0 ligt buiten de grenzen. {FRACTIE} Schrijf een fractie: 0.95 is 95%."),
        (GRAAD, "0", f'"0" ligt buiten de grenzen. {FRACTIE} Schrijf een fractie: 0.95 is 95%.'),
        (GRAAD, 1.2, f"1.2 ligt buiten de grenzen. {FRACTIE} Schrijf een fractie: 0.95 is 95%."),
        (GRAAD, "1.2", f'"1.2" ligt buiten de grenzen. {FRACTIE} Schrijf een fractie: 0.95 is 95%.'),
        (GRAAD, 95, f"95 ligt buiten de grenzen. {FRACTIE} Schrijf een fractie: 0.95 is 95%."),
        (GRAAD, "0,95", f'"0,95" heeft een komma. {FRACTIE} Schrijf een punt als decimaalteken: "0.95".'),
        (GRAAD, "5%", f'"5%" is een percentage als tekst. {FRACTIE} Schrijf de fractie: "0.05".'),
        (GRAAD, "0,5 %", f'"0,5 %" is een percentage als tekst. {FRACTIE} Schrijf de fractie: "0.005".'),
        (GRAAD, "NaN", f'"NaN" is geen getal. {FRACTIE} {PUNT}'),
        (GRAAD, "Infinity", f'"Infinity" is geen getal. {FRACTIE} {PUNT}'),
        (GRAAD, "veel", f'"veel" is geen getal. {FRACTIE} {PUNT}'),
        (GRAAD, "", f'"" is geen getal. {FRACTIE} {PUNT}'),
        (GRAAD, True, f"true is geen getal. {FRACTIE} {PUNT}"),
        (GRAAD, [1], f"[ … ] is geen getal. {FRACTIE} {PUNT}"),
        (GRAAD, {"a": 1}, f"{{ … }} is geen getal. {FRACTIE} {PUNT}"),
        (GRAAD, None, f"null is nog niet ingevuld. {FRACTIE} Vul deze waarde in."),
        (
            "ondersteuning.huishoudelijke_uren_per_week",
            -3,
            f"-3 ligt buiten de grenzen. {UREN} Kies een waarde binnen de grenzen.",
        ),
        (
            "zorgzwaarte.extra_uren_begeleiding_per_week_hoog",
            "-0.01",
            f'"-0.01" ligt buiten de grenzen. {UREN} Kies een waarde binnen de grenzen.',
        ),
        (
            "ondersteuning.huishoudelijke_uren_per_week",
            "123456789012345678901234567890",
            f'"123456789012345678901234567890" is te groot. {UREN} Schrijf een getal kleiner dan 1.000.000.000.',
        ),
        (
            "ondersteuning.huishoudelijke_uren_per_week",
            "1.23456789012345678901234567890",
            f'"1.23456789012345678901234567890" heeft te veel cijfers. {UREN} Schrijf hoogstens 15 cijfers.',
        ),
        (
            "ondersteuning.huishoudelijke_uren_per_week",
            "0.12345678901",
            f'"0.12345678901" heeft te veel decimalen. {UREN} Schrijf hoogstens 10 decimalen.',
        ),
        (
            "leegstand.grondslag",
            "alles",
            '"alles" is geen keuze. Toegestaan: kostprijs of vaste_kosten. Kies een van deze woorden.',
        ),
        ("leegstand", "x", '"x" is geen groep van sleutels en waarden. Schrijf een groep: { … }.'),
        ("leegstand", None, "null is geen groep van sleutels en waarden. Schrijf een groep: { … }."),
        ("eigen_posten", "x", '"x" is geen lijst. Schrijf een lijst: [ … ].'),
        ("legstand", {}, "is geen bekende sleutel. Bedoelt u leegstand?"),
        ("leegstand.bezetingsgraad", "0.9", "is geen bekende sleutel. Bedoelt u bezettingsgraad?"),
        ("leegstand.zwembad", "1", "is geen bekende sleutel. Bekend zijn: bezettingsgraad, grondslag."),
        (
            "onderbouwing.leegstand.bezetingsgraad",
            None,
            "is geen bekende sleutel. Bedoelt u leegstand.bezettingsgraad?",
        ),
    ],
    ids=str,
)
def test_een_waarde_wordt_geweigerd_met_sleutel_grens_en_raad(
    sleutel: str, waarde: object, rest: str
) -> None:
    if sleutel.startswith("onderbouwing."):
        invoer = {**INVOER, "onderbouwing": {sleutel.removeprefix("onderbouwing."): {}}}
    else:
        invoer = met_waarde(INVOER, sleutel, waarde)
    assert weigering(invoer) == f"{sleutel}: {rest}"


@pytest.mark.parametrize("aantal", [0, 9])
def test_een_huis_heeft_een_tot_en_met_acht_plaatsen(aantal: int) -> None:
    plaatsen = {"plaatsen_laag": aantal // 2, "plaatsen_midden": 0, "plaatsen_hoog": aantal - aantal // 2}
    assert weigering(met_waarde(INVOER, "gezinshuis", plaatsen)) == (
        f"gezinshuis.plaatsen_laag + plaatsen_midden + plaatsen_hoog: {aantal} ligt buiten de grenzen. "
        "Toegestaan: samen minstens 1 en hoogstens 8 plaatsen. Pas het aantal plaatsen per zorgzwaarte aan."
    )


def samen(aandeel: str, percentage: str) -> dict[str, Any]:
    acht = {"aandeel": aandeel, "grondslag": "tarief", "vast_bedrag_per_plaats_per_jaar": "0"}
    invoer = met_waarde(INVOER, "gelieerde_zorgorganisatie", acht)
    return met_waarde(invoer, "winst_marge", {"percentage": percentage, "grondslag": "tarief"})


@pytest.mark.parametrize(("aandeel", "percentage"), [("0.6", "0.4"), ("0.6", "0.5"), ("0", "1"), ("1", "0")])
def test_delen_van_het_tarief_blijven_samen_kleiner_dan_het_tarief(aandeel: str, percentage: str) -> None:
    assert weigering(samen(aandeel, percentage)) == (
        f"gelieerde_zorgorganisatie.aandeel + winst_marge.percentage: {aandeel} + {percentage} nemen samen het "
        "hele tarief. Toegestaan: als deel van het tarief samen kleiner dan 1. "
        "Verlaag een van beide of kies de grondslag kostprijs."
    )


def test_delen_die_net_onder_het_tarief_blijven_mogen() -> None:
    assert draai("bereken", "-", invoer=samen("0.6", "0.3999999999")).exit_code == 0


def test_delen_van_de_kostprijs_mogen_samen_een_zijn() -> None:
    acht = {"aandeel": "1", "grondslag": "kostprijs", "vast_bedrag_per_plaats_per_jaar": "0"}
    invoer = met_waarde(samen("0", "0.5"), "gelieerde_zorgorganisatie", acht)
    assert draai("bereken", "-", invoer=invoer).exit_code == 0


def test_een_verschreven_sleutel_ontbreekt_ook() -> None:
    leegstand = {"bezetingsgraad": "0.95", "grondslag": "kostprijs"}
    assert weigering(met_waarde(INVOER, "leegstand", leegstand)) == (
        f"leegstand.bezettingsgraad: ontbreekt. {FRACTIE} Vul deze waarde in.\n"
        "leegstand.bezetingsgraad: is geen bekende sleutel. Bedoelt u bezettingsgraad?"
    )


@pytest.mark.parametrize("getal", ["NaN", "Infinity", "-Infinity"])
def test_nan_en_oneindig_worden_geweigerd_met_hun_sleutel(getal: str) -> None:
    assert weigering(los(getal)) == (
        f"{GRAAD}: {getal} is geen eindig getal. {FRACTIE} Schrijf een gewoon getal; NaN en oneindig kunnen niet."
    )


@pytest.mark.parametrize("getal", ["NaN", "Infinity", "-Infinity"])
def test_nan_en_oneindig_worden_geweigerd(getal: str) -> None:
    tekst = weigering(los(getal))
    assert getal in tekst
    assert tekst.endswith("Schrijf een gewoon getal; NaN en oneindig kunnen niet.")


@pytest.mark.parametrize(
    ("getal", "melding"),
    [
        ("1" * 30, f"{'1' * 30} is te groot. {FRACTIE} Schrijf een getal kleiner dan 1.000.000.000."),
        (f"0.{'1' * 30}", f"0.{'1' * 30} heeft te veel cijfers. {FRACTIE} Schrijf hoogstens 15 cijfers."),
        ("1e30", f"1{'0' * 30} is te groot. {FRACTIE} Schrijf een getal kleiner dan 1.000.000.000."),
        ("-1e9", f"-1000000000 is te groot. {FRACTIE} Schrijf een getal kleiner dan 1.000.000.000."),
        ("1e-11", f"0.00000000001 heeft te veel decimalen. {FRACTIE} Schrijf hoogstens 10 decimalen."),
        (f"{'9' * 70}", f"{'9' * 59}… is te groot. {FRACTIE} Schrijf een getal kleiner dan 1.000.000.000."),
    ],
    ids=str,
)
def test_een_getal_met_te_veel_cijfers_wordt_geweigerd(getal: str, melding: str) -> None:
    assert weigering(los(getal)) == f"{GRAAD}: {melding}"


@pytest.mark.parametrize("getal", ["1" * 5000, "1e99999999999999999999"], ids=["5000 cijfers", "exponent"])
def test_een_onmogelijk_groot_getal_wordt_geweigerd(getal: str) -> None:
    assert weigering(los(getal))


TEKST = json.dumps(INVOER)
CONTROLEER = "Controleer of het bestand volledig is."


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("", f"invoer: houdt te vroeg op bij regel 1, teken 1. {CONTROLEER}"),
        (TEKST[:-1], f"invoer: houdt te vroeg op bij regel 1, teken {len(TEKST)}. {CONTROLEER}"),
        ("[1,\n2", f"invoer: houdt te vroeg op bij regel 2, teken 2. {CONTROLEER}"),
        ('{"a": 1 "b": 2}', f"invoer: is geen geldige JSON bij regel 1, teken 9. {CONTROLEER}"),
        ("3", f"invoer: is geen groep van sleutels en waarden. {GROEP}"),
        ('"opbouw"', f"invoer: is geen groep van sleutels en waarden. {GROEP}"),
        ("null", f"invoer: is geen groep van sleutels en waarden. {GROEP}"),
        (b"\xff\xfe{", "invoer: is geen leesbare tekst. Bewaar het bestand als JSON in UTF-8."),
        (b'{"a\xff": 1}', "invoer: is geen leesbare tekst. Bewaar het bestand als JSON in UTF-8."),
        ("[" * 100_000, "invoer: is geen leesbare tekst. Bewaar het bestand als JSON in UTF-8."),
        ('{"a": {"b": 1, "b": 2}}', "b: staat er twee keer. Laat een van beide weg."),
    ],
    ids=range(11),
)
def test_een_bestand_dat_geen_opbouw_is_wordt_geweigerd(tekst: str | bytes, melding: str) -> None:
    assert weigering(tekst) == melding


def test_een_bestand_dat_midden_in_een_tekst_ophoudt_is_te_kort() -> None:
    assert "houdt te vroeg op" in weigering('{"gezinshuis": {"plaatsen_la')


def test_in_een_lijst_staat_de_plek_voor_de_sleutel() -> None:
    slecht = met_waarde(INVOER, GRAAD, "2")
    assert weigering([INVOER, slecht, met_waarde(slecht, "eigen_posten.0.bedrag_per_jaar", "-3")]) == (
        f'[1].{GRAAD}: "2" ligt buiten de grenzen. {FRACTIE} Schrijf een fractie: 0.95 is 95%.\n'
        f'[2].{GRAAD}: "2" ligt buiten de grenzen. {FRACTIE} Schrijf een fractie: 0.95 is 95%.\n'
        '[2].eigen_posten[0].bedrag_per_jaar: "-3" ligt buiten de grenzen. Toegestaan: minstens 0 (€ per jaar). '
        "Kies een waarde binnen de grenzen."
    )


def test_in_een_lijst_wordt_wat_geen_opbouw_is_geweigerd_met_zijn_plek() -> None:
    assert weigering([INVOER, 3]) == f"[1]: is geen groep van sleutels en waarden. {GROEP}"


@pytest.mark.parametrize(
    ("naam", "melding"),
    [
        ("", '"" is leeg. Schrijf een tekst.'),
        (3, "3 is geen tekst. Schrijf een tekst tussen aanhalingstekens."),
        (None, "null is geen tekst. Schrijf een tekst tussen aanhalingstekens."),
    ],
)
def test_een_eigen_post_heeft_een_naam(naam: object, melding: str) -> None:
    assert weigering(met_waarde(INVOER, "eigen_posten.0.naam", naam)) == f"eigen_posten[0].naam: {melding}"


def test_een_te_lange_naam_hoort_hoe_lang_hij_mag_zijn() -> None:
    assert "80" in weigering(met_waarde(INVOER, "eigen_posten.0.naam", "x" * 81))


def steun(inhoud: object) -> str:
    return weigering({**INVOER, "onderbouwing": {GRAAD: inhoud}})


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (3, f"onderbouwing.{GRAAD}: 3 is geen groep van sleutels en waarden. Schrijf een groep: {{ … }}."),
        (
            {"geldig_vanaf": "gisteren"},
            f'onderbouwing.{GRAAD}.geldig_vanaf: "gisteren" is geen datum. Schrijf een datum als jjjj-mm-dd.',
        ),
        ({"bon": "x"}, f"onderbouwing.{GRAAD}.bon: is geen bekende sleutel. Bedoelt u bron?"),
        (
            {"afwijking": {"x": "1"}},
            (
                f"onderbouwing.{GRAAD}.afwijking.voorstel: ontbreekt. Vul deze waarde in.\n"
                f"onderbouwing.{GRAAD}.afwijking.x: is geen bekende sleutel. Bekend zijn: voorstel, reden, was."
            ),
        ),
    ],
    ids=range(4),
)
def test_een_onderbouwing_wordt_ook_gecontroleerd(inhoud: object, melding: str) -> None:
    assert steun(inhoud) == melding


def test_een_onderbouwing_zonder_groep_wordt_geweigerd() -> None:
    assert weigering({**INVOER, "onderbouwing": 3}) == (
        "onderbouwing: 3 is geen groep van sleutels en waarden. Schrijf een groep: { … }."
    )


@pytest.mark.parametrize("veld", ["status", "herkomst"])
def test_een_onbekende_status_hoort_welke_er_zijn(veld: str) -> None:
    woorden = {"status": ("vast", "suggestie", "open"), "herkomst": ("bron", "afgeleid", "aanname")}
    assert all(woord in steun({veld: "misschien"}) for woord in woorden[veld])


def test_alle_bezwaren_komen_in_een_keer() -> None:
    regels = weigering({}).splitlines()
    assert regels[0] == "gezinshuis: ontbreekt. Vul deze waarde in."
    assert len(regels) == 11


@pytest.mark.parametrize("opdracht", ["bereken", "uitleg"])
def test_een_bestand_dat_er_niet_is_wordt_geweigerd(opdracht: str, tmp_path: Path) -> None:
    bestand = tmp_path / "nergens.json"
    resultaat = draai(opdracht, str(bestand))
    assert (resultaat.exit_code, resultaat.stdout) == (3, "")
    assert resultaat.stderr == f"{bestand}: bestaat niet. Controleer de naam en de map.\n"


def test_een_map_wordt_geweigerd(tmp_path: Path) -> None:
    resultaat = draai("bereken", str(tmp_path))
    assert (resultaat.exit_code, resultaat.stderr) == (3, f"{tmp_path}: is een map. Geef een bestand.\n")
