"""The page calculates, explains and saves as the library does: to the cent, to the word, to the value."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, van_json, voorbeeld_2026
from gezinshuis_tarief.kern.eenheden import nederlands, toon
from gezinshuis_tarief.rapport.gegevens import Rekengegevens
from hulp.bladzijde import KERN, Geval, draai, trek, vormen

pytestmark = pytest.mark.browser

VORMEN = vormen()
PER_VORM = 400


@pytest.fixture(scope="module", params=sorted(VORMEN))
def gespeeld(request: pytest.FixtureRequest) -> list[tuple[Opbouw, dict[str, Any]]]:
    """Drawn changes of one shape: the opbouw of the library beside what the page makes of them."""
    gegevens = Rekengegevens(VORMEN[request.param])
    willekeur = random.Random(request.param)  # noqa: S311 (to repeat it)
    gevallen = [trek(gegevens, willekeur) for _ in range(PER_VORM)]
    extra = [{"uitleg": plek % 10 == 0, "bewaar": plek % 10 == 0} for plek in range(PER_VORM)]
    vragen = [geval.getypt(gegevens) | rest for geval, rest in zip(gevallen, extra, strict=True)]
    antwoorden = draai(gegevens.als_json(), vragen)
    return [(geval.op(gegevens.opbouw), uit) for geval, uit in zip(gevallen, antwoorden, strict=True)]


def bedragen(opbouw: Opbouw) -> dict[str, str]:
    """Return every amount of the outcome in Dutch notation, by key."""
    return {
        f"uitkomst.{zwaarte}.{sleutel}": nederlands(bedrag, 2)
        for zwaarte, tarief in opbouw.bereken().items()
        for sleutel, bedrag in {**tarief.bedragen.afgerond, "tarief": tarief.per_etmaal}.items()
    }


def test_elk_bedrag_is_dat_van_de_bibliotheek(gespeeld: list[tuple[Opbouw, dict[str, Any]]]) -> None:
    mis = [(uit, bedragen(opbouw)) for opbouw, uit in gespeeld if uit.get("bedragen") != bedragen(opbouw)]
    assert mis == []


def test_een_deel_van_de_regels_is_precies_een_halve_cent(
    gespeeld: list[tuple[Opbouw, dict[str, Any]]],
) -> None:
    halve = sum(
        bedrag.is_finite() and (bedrag * 1000) % 10 == 5
        for opbouw, _ in gespeeld
        for tarief in opbouw.bereken().values()
        for bedrag in tarief.bedragen.onafgerond.values()
    )
    assert halve > 100


def test_de_uitleg_is_woord_voor_woord_die_van_de_bibliotheek(
    gespeeld: list[tuple[Opbouw, dict[str, Any]]],
) -> None:
    for opbouw, uit in gespeeld:
        if uit["uitleg"] is None:
            continue
        verwacht = [
            {
                "sleutel": stap.sleutel,
                "naam": stap.naam,
                "formule": stap.formule,
                "ingevuld": stap.ingevuld,
                "uitkomst": toon(stap.waarde, stap.eenheid),
                "eenheid": str(stap.eenheid),
            }
            for stap in opbouw.uitleg().stappen
        ]
        assert uit["uitleg"] == verwacht


def test_wat_de_bladzijde_bewaart_is_wat_met_geeft(gespeeld: list[tuple[Opbouw, dict[str, Any]]]) -> None:
    for opbouw, uit in gespeeld:
        if uit["bewaard"] is not None:
            assert van_json(json.dumps(uit["bewaard"])) == opbouw


@pytest.mark.parametrize(
    ("heel", "stuk"),
    [
        (
            "(2n * abs(teller) * 10n ** BigInt(decimalen) + noemer)",
            "(2n * abs(teller) * 10n ** BigInt(decimalen))",
        ),
        (
            "2n * abs(teller) * 10n ** BigInt(decimalen) + noemer)",
            "2n * abs(teller) * 10n ** BigInt(decimalen) + noemer - 1n)",
        ),
        ('if (veld.e === "fractie") breuk[1] *= 100n;', 'if (veld.e === "fractie") breuk[1] *= 1000n;'),
    ],
)
def test_een_fout_in_het_script_valt_op(tmp_path: Path, heel: str, stuk: str) -> None:
    tekst = KERN.read_text(encoding="utf-8")
    assert tekst.count(heel) == 1
    kapot = tmp_path / "kapot.js"
    kapot.write_text(tekst.replace(heel, stuk), encoding="utf-8")
    gegevens = Rekengegevens(VORMEN["voorbeeld"])
    willekeur = random.Random(15)  # noqa: S311 (to repeat it)
    gevallen = [trek(gegevens, willekeur) for _ in range(40)]
    vragen = [geval.getypt(gegevens) for geval in gevallen]
    verwacht = [bedragen(geval.op(gegevens.opbouw)) for geval in gevallen]
    gelijk = [
        uit.get("bedragen") == goed
        for uit, goed in zip(draai(gegevens.als_json(), vragen, kapot), verwacht, strict=True)
    ]
    assert not all(gelijk)


@pytest.mark.parametrize(
    ("sleutel", "getypt", "woorden"),
    [
        (
            "leegstand.bezettingsgraad",
            "veel",
            "is geen getal. Schrijf een getal met een komma als decimaalteken",
        ),
        ("leegstand.bezettingsgraad", "95.5", 'heeft een punt. Schrijf een komma als decimaalteken: "95,5".'),
        (
            "leegstand.bezettingsgraad",
            "0",
            "ligt buiten de grenzen. Toegestaan: groter dan 0% en hoogstens 100%.",
        ),
        ("leegstand.bezettingsgraad", "100,1", "ligt buiten de grenzen."),
        ("leegstand.bezettingsgraad", "", "is nog niet ingevuld. Vul deze waarde in."),
        (
            "huisvesting.woonlasten_per_jaar",
            "12.000",
            'is op twee manieren te lezen. Schrijf "12000" of "12,000".',
        ),
        (
            "huisvesting.woonlasten_per_jaar",
            "12,345",
            'is op twee manieren te lezen. Schrijf "12345" of "12,3450".',
        ),
        (
            "huisvesting.woonlasten_per_jaar",
            "1234567,123456789012",
            "heeft te veel cijfers. Schrijf hoogstens 15 cijfers.",
        ),
        (
            "huisvesting.woonlasten_per_jaar",
            "0,12345678901",
            "heeft te veel decimalen. Schrijf hoogstens 10 decimalen.",
        ),
        (
            "huisvesting.woonlasten_per_jaar",
            "123456789012345678",
            "is te groot. Schrijf een getal kleiner dan",
        ),
        (
            "huisvesting.woonlasten_per_jaar",
            "-1",
            "ligt buiten de grenzen. Toegestaan: minstens 0 (€ per jaar).",
        ),
        ("gezinshuis.plaatsen_laag", "1,5", "is geen heel getal. Schrijf een heel getal."),
        (
            "gezinshuis.plaatsen_laag",
            "8",
            "11 ligt buiten de grenzen. Toegestaan: samen minstens 1 en hoogstens 8",
        ),
        (
            "winst_marge.percentage",
            "100",
            "nemen samen het hele tarief. Toegestaan: als deel van het tarief samen",
        ),
    ],
)
def test_wat_de_bibliotheek_weigert_weigert_de_bladzijde(sleutel: str, getypt: str, woorden: str) -> None:
    gegevens = Rekengegevens(voorbeeld_2026())
    (uit,) = draai(gegevens.als_json(), [{"getypt": {sleutel: getypt}}])
    assert sleutel in uit["sleutel"]
    assert woorden in uit["bezwaar"]


def test_een_weigering_heeft_de_woorden_van_de_bibliotheek() -> None:
    opbouw = voorbeeld_2026()
    for sleutel, getypt, waarde in (
        ("winst_marge.percentage", "100", "1"),
        ("gezinshuis.plaatsen_laag", "8", "8"),
    ):
        (uit,) = draai(Rekengegevens(opbouw).als_json(), [{"getypt": {sleutel: getypt}}])
        with pytest.raises(InvoerFout) as fout:
            opbouw.met({sleutel: waarde}, reden="proef")
        (bezwaar,) = fout.value.bezwaren
        assert uit["sleutel"].split(" + ")[0] == bezwaar.sleutel.split(" + ")[0]
        assert uit["bezwaar"] == str(bezwaar).partition(": ")[2]


def test_een_vaste_waarde_vraagt_een_reden() -> None:
    opbouw = voorbeeld_2026()
    vast = next(s for s, steun in opbouw.onderbouwing.items() if steun.status == "vast" and "vakantie" in s)
    gegevens = Rekengegevens(opbouw)
    met = Geval({vast: Decimal("0.09")}).getypt(gegevens)
    zonder, wel = draai(gegevens.als_json(), [met | {"redenen": {}}, met])
    assert zonder["vast"] == [vast]
    assert wel["vast"] == []
