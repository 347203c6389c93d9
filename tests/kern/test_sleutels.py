"""One home for the dotted key: apart, together, and along every tree."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from gezinshuis_tarief import GelieerdeZorgorganisatie, Leegstand, Opbouw
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.kern.sleutels import (
    bezwaren_onder,
    bladeren,
    eerste_deel,
    excelnaam,
    grenzen_op,
    hoort_bij,
    model_op,
    onbeschreven,
    pad_van,
    plat,
    sleutel_van_naam,
    sleutel_van_pad,
    takken,
    uitgevouwen,
    vertaald,
    waarde_op,
)
from hulp.strategieen import opbouwen

SLEUTELS = {
    "leegstand.bezettingsgraad": ("leegstand", "bezettingsgraad"),
    "eigen_posten[0].naam": ("eigen_posten", 0, "naam"),
    "gedragswetenschapper.loon.pensioenfranchise": ("gedragswetenschapper", "loon", "pensioenfranchise"),
    "eigen_posten[12]": ("eigen_posten", 12),
    "": (),
}


@pytest.mark.parametrize(("sleutel", "pad"), SLEUTELS.items())
def test_een_sleutel_gaat_uit_elkaar_en_weer_in_elkaar(sleutel: str, pad: tuple[str | int, ...]) -> None:
    assert pad_van(sleutel) == pad
    assert sleutel_van_pad(pad) == sleutel
    assert sleutel_van_naam(excelnaam(sleutel)) == sleutel


def test_het_eerste_deel_is_de_bouwsteen_het_huis_of_de_eigen_posten() -> None:
    assert eerste_deel("leegstand.bezettingsgraad") == "leegstand"
    assert eerste_deel("eigen_posten[0].naam") == "eigen_posten"


def test_een_sleutel_hoort_bij_zichzelf_en_bij_het_deel_waar_hij_in_staat() -> None:
    assert hoort_bij("leegstand.bezettingsgraad", "leegstand")
    assert hoort_bij("eigen_posten[0].naam", "eigen_posten")
    assert hoort_bij("leegstand", "leegstand")
    assert not hoort_bij("leegstand_twee.bezettingsgraad", "leegstand")


@given(opbouwen())
def test_een_opbouw_is_zijn_waarden(opbouw: Opbouw) -> None:
    waarden = plat(opbouw)
    assert all(waarde_op(opbouw, sleutel) == waarde for sleutel, waarde in waarden.items())
    gegeven = {sleutel: waarde for sleutel, waarde in waarden.items() if waarde is not None}
    assert Opbouw.model_validate(uitgevouwen(gegeven)).bereken().als_json() == opbouw.bereken().als_json()


@given(opbouwen())
def test_elk_blad_hangt_aan_een_tak(opbouw: Opbouw) -> None:
    delen = {sleutel for sleutel, _ in takken(opbouw)}
    assert {sleutel_van_pad(pad_van(sleutel)[:-1]) for sleutel, _, _ in bladeren(opbouw)} <= delen


def test_een_vertaalde_boom_heeft_dezelfde_vorm(voorbeeld: Opbouw) -> None:
    dubbel = vertaald(
        voorbeeld, lambda _, waarde, grenzen: waarde * 2 if grenzen.eenheid and waarde else waarde
    )
    assert dubbel.leegstand.bezettingsgraad == Decimal("1.90")
    assert dubbel.gedragswetenschapper.loon.pensioenfranchise == 2 * 17283
    assert list(plat(dubbel)) == list(plat(voorbeeld))
    assert vertaald(voorbeeld, lambda _, waarde, __: waarde) == voorbeeld


def test_zonder_waarden_blijft_de_vorm() -> None:
    leeg = onbeschreven(Opbouw)
    assert set(plat(leeg).values()) == {None}
    assert leeg.gelieerde_zorgorganisatie is None
    assert leeg.eigen_posten == ()
    assert isinstance(leeg.leegstand, Leegstand)


def test_een_pad_leidt_langs_soorten_naar_een_veld() -> None:
    assert model_op(Opbouw, ("gelieerde_zorgorganisatie",)) is GelieerdeZorgorganisatie
    assert model_op(Opbouw, ("leegstand", "bezettingsgraad")) is None
    grenzen = grenzen_op(Opbouw, ("leegstand", "bezettingsgraad"))
    assert grenzen is not None
    assert grenzen.hoogst == 1
    assert grenzen_op(Opbouw, ("leegstand", "zwembad")) is None
    assert grenzen_op(Opbouw, ()) is None


def test_waar_niets_is_staat_niets(voorbeeld: Opbouw) -> None:
    assert waarde_op(voorbeeld, "gelieerde_zorgorganisatie.aandeel") is None
    assert waarde_op(voorbeeld, "eigen_posten[3].naam") is None
    assert waarde_op(voorbeeld, "eigen_posten.naam") is None


def test_waarden_worden_groepen_en_lijsten_sluiten_aan() -> None:
    assert uitgevouwen({"a.b": 1, "c[4].d": 2, "c[1].d": 3}) == {"a": {"b": 1}, "c": [{"d": 3}, {"d": 2}]}


@pytest.mark.parametrize(
    ("sleutel", "deel", "hoger"),
    [
        ("bezettingsgraad", "leegstand", "leegstand.bezettingsgraad"),
        ("[0].naam", "eigen_posten", "eigen_posten[0].naam"),
        ("naam", 0, "[0].naam"),
        ("", "leegstand", "leegstand"),
    ],
)
def test_een_bezwaar_van_een_deel_krijgt_zijn_hele_sleutel(sleutel: str, deel: str | int, hoger: str) -> None:
    (bezwaar,) = bezwaren_onder([deel], weigering(sleutel, "x"))
    assert (bezwaar.sleutel, bezwaar.melding) == (hoger, "x")
