"""Units: the standard formulas pass, and what adds apples to pears is refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from gezinshuis_tarief import Eenheid, InvoerFout, Opbouw
from gezinshuis_tarief.formules.eenheidsleer import MATEN_VAN_EENHEID, keur_eenheid, maten_van, twijfel
from gezinshuis_tarief.formules.formuletaal import lees_formule
from gezinshuis_tarief.formules.uitdrukking import Bewerking, Functie, Uitdrukking, Verwijzing
from gezinshuis_tarief.formules.woordenlijst import Woordenlijst
from gezinshuis_tarief.rekenwijzen.excel import volg_volledig, volledig
from gezinshuis_tarief.rekenwijzen.volgen import volg

NAMEN = {
    "plaatsen": Eenheid.AANTAL_PLAATSEN,
    "dagen": Eenheid.DAGEN_PER_JAAR,
    "weken": Eenheid.WEKEN_PER_JAAR,
    "uren": Eenheid.UREN_PER_WEEK,
    "uurtarief": Eenheid.EURO_PER_UUR,
    "aantal": Eenheid.AANTAL,
    "prijs": Eenheid.EURO_PER_STUK,
    "deel": Eenheid.FRACTIE,
    "per_jaar": Eenheid.EURO_PER_JAAR,
    "per_plaats": Eenheid.EURO_PER_PLAATS,
    "per_etmaal": Eenheid.EURO_PER_ETMAAL,
    "per_maand": Eenheid.EURO_PER_MAAND,
    "fte": Eenheid.FTE,
    "andere_fte": Eenheid.FTE,
    "per_fte": Eenheid.EURO_PER_FTE,
}
WOORDEN = Woordenlijst({naam: naam for naam in NAMEN}, {"k": ("p", "q")}, kan_leeg=["andere_fte"])


def keur(tekst: str, eenheid: Eenheid = Eenheid.EURO_PER_JAAR) -> str:
    """Judge a formula and return what is odd about it."""
    boom = lees_formule(tekst, WOORDEN)
    keur_eenheid(boom, eenheid, NAMEN.__getitem__)
    return twijfel(boom, eenheid, NAMEN.__getitem__)


@pytest.mark.parametrize(
    "tekst",
    [
        "weken * uren * uurtarief",
        "plaatsen * aantal * prijs",
        "aantal * prijs",
        "12 * per_maand",
        "per_jaar * (1 + deel)",
        "per_jaar / deel - per_jaar",
        "plaatsen * per_plaats",
        "plaatsen * dagen * per_etmaal",
        "fte * per_fte",
        "MAX(per_jaar - 1000 * prijs * aantal; 0)",
        "MIN(per_jaar; 50000)",
        'ALS(k = "p"; per_jaar; 0)',
        "ALS(ISGETAL(andere_fte); andere_fte; fte * deel) * per_fte",
        "AFRONDEN(per_jaar; 2)",
        "0",
        "0 - 0",
        "per_jaar * plaatsen / MAX(plaatsen; 1)",
    ],
)
def test_wat_een_jaarbedrag_kan_zijn_mag(tekst: str) -> None:
    assert keur(tekst) == ""


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("weken * uren", "geeft uur per jaar waar € per jaar hoort"),
        ("weken * uurtarief", "geeft € week per jaar per uur waar € per jaar hoort"),
        ("per_etmaal", "geeft € per etmaal waar € per jaar hoort"),
        ("100", "geeft een getal waar € per jaar hoort"),
        ("per_jaar + per_etmaal", "telt op of vergelijkt wat niet gelijk is: € per jaar en € per etmaal"),
        ("per_jaar + 100", "telt op of vergelijkt wat niet gelijk is: € per jaar en een getal"),
        ("MIN(per_jaar; uurtarief)", "telt op of vergelijkt wat niet gelijk is: € per jaar en € per uur"),
        ('ALS(k = "p"; per_jaar; deel)', "telt op of vergelijkt wat niet gelijk is: € per jaar en een getal"),
        ("per_jaar * per_jaar", "geeft €^2 per jaar^2 waar € per jaar hoort"),
        ("per_jaar / per_jaar", "geeft een getal waar € per jaar hoort"),
    ],
)
def test_wat_geen_jaarbedrag_kan_zijn_wordt_geweigerd(tekst: str, melding: str) -> None:
    with pytest.raises(InvoerFout, match=r"Kijk of|wat niet gelijk is") as fout:
        keur(tekst)
    assert melding in str(fout.value)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("per_plaats", "geeft € per jaar per plaats waar € per jaar hoort"),
        (
            "per_jaar + per_plaats",
            "telt op of vergelijkt wat niet gelijk is: € per jaar en € per jaar per plaats",
        ),
    ],
)
def test_over_plaats_en_fte_wordt_alleen_iets_gezegd(tekst: str, melding: str) -> None:
    assert keur(tekst) == melding


def test_elke_eenheid_heeft_een_maat() -> None:
    assert MATEN_VAN_EENHEID.keys() == set(Eenheid)


def test_van_heel_veel_mogelijkheden_wordt_niets_meer_geweigerd() -> None:
    boom = lees_formule("*".join(["aantal"] * 9), WOORDEN)
    assert maten_van(boom, lambda naam: MATEN_VAN_EENHEID[NAMEN[naam]]) is None
    assert twijfel(boom, Eenheid.EURO_PER_UUR, NAMEN.__getitem__) == ""


def test_een_onbekende_knoop_is_een_fout() -> None:
    with pytest.raises(TypeError):
        maten_van(Uitdrukking(), lambda _: None)


def test_elke_standaardformule_klopt(voorbeeld: Opbouw) -> None:
    for stappen in (volg(voorbeeld), volg_volledig(voorbeeld)):
        eenheden = {
            waarde.sleutel: waarde.eenheid for waarde in volledig(voorbeeld).waarden() if waarde.eenheid
        }
        eenheden |= {stap.sleutel: stap.eenheid for stap in stappen.values()}
        for stap in stappen.values():
            keur_eenheid(stap.formule, stap.eenheid, eenheden.__getitem__)


def verminkt(boom: Uitdrukking) -> Iterator[Uitdrukking]:
    """Yield the formula with × for ÷ or the other way round, a factor dropped, or + made ×, one place at a time."""
    if isinstance(boom, Bewerking):
        anders = {"*": "/", "/": "*", "+": "*", "-": "*"}[boom.teken]
        yield dataclasses.replace(boom, teken=anders)  # type: ignore[arg-type] # one of the four
        if boom.teken in "*/":
            yield boom.links
        for links in verminkt(boom.links):
            yield dataclasses.replace(boom, links=links)
        for rechts in verminkt(boom.rechts):
            yield dataclasses.replace(boom, rechts=rechts)
    elif isinstance(boom, Functie):
        for plek, deel in enumerate(boom.delen):
            for ander in verminkt(deel):
                yield dataclasses.replace(boom, delen=(*boom.delen[:plek], ander, *boom.delen[plek + 1 :]))


def test_de_meeste_verminkingen_van_standaardformules_vallen_op(voorbeeld: Opbouw) -> None:
    stappen = volg(voorbeeld)
    eenheden = {waarde.sleutel: waarde.eenheid for waarde in voorbeeld.waarden() if waarde.eenheid}
    eenheden |= {stap.sleutel: stap.eenheid for stap in stappen.values()}
    gevonden = []
    for stap in stappen.values():
        for boom in verminkt(stap.formule):
            try:
                keur_eenheid(boom, stap.eenheid, eenheden.__getitem__)
                gevonden.append(bool(twijfel(boom, stap.eenheid, eenheden.__getitem__)))
            except InvoerFout:
                gevonden.append(True)
    assert len(gevonden) > 150
    assert sum(gevonden) / len(gevonden) > 0.7


def test_een_verwijzing_heeft_de_maat_van_haar_naam() -> None:
    assert maten_van(Verwijzing("x"), lambda _: frozenset({(1,)})) == frozenset({(1,)})
