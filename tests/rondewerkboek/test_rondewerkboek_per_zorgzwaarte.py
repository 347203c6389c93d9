"""A round about inputs that not every workbook has: of one zorgzwaarte, a group size, own percentages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from gezinshuis_tarief import (
    EigenPost,
    InvoerFout,
    Onderhandeling,
    Opbouw,
    lees_rondewerkboek,
    schrijf_rondewerkboek,
)
from gezinshuis_tarief.kern.sleutels import ZORGZWAARTES
from gezinshuis_tarief.rondewerkboek.model import Rondemodel
from hulp.invoer import ONDERNEMER
from hulp.libreoffice import lees_waarden
from hulp.rekenblad import Rekenblad

DAG = dt.date(2026, 1, 12)
BEZETTING = "leegstand.bezettingsgraad"
GROEP = "gezinshuis.groepsgrootte"
HUIS = "inkomen_gezinshuisouder.fte_per_huis"
OPSLAG = {"naam": "risico", "percentage": "0.02", "grondslag": "kostprijs"}


def begonnen(basis: Opbouw) -> Onderhandeling:
    return Onderhandeling(naam="De Linde", peildatum=DAG, partijen=("gemeente", "aanbieder"), basis=basis)


@pytest.fixture(scope="module")
def geboden(voorbeeld: Opbouw) -> Opbouw:
    delen = {"eigen_opslagen": [OPSLAG], "eigen_posten": [EigenPost(naam="tuin", bedrag_per_jaar="365")]}
    anders = {
        f"hoog.{BEZETTING}": "0.9",
        BEZETTING: "0.93",
        HUIS: "1.5",
        "hoog.leegstand.grondslag": "kostprijs",
    }
    bod = voorbeeld.met(delen).met_groepsgrootte(laag=6, hoog=3).met(anders, reden="x")
    return bod.met({"hoog.eigen_opslagen[0].percentage": "0.03", "laag.eigen_posten[0].bedrag_per_jaar": "0"})


@pytest.fixture(scope="module")
def zaak(voorbeeld: Opbouw, geboden: Opbouw) -> Onderhandeling:
    return begonnen(voorbeeld).bod("aanbieder", geboden, indiener="J", datum=DAG, reden="omdat")


@pytest.fixture(scope="module")
def boek(zaak: Onderhandeling, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("ronde") / "ronde.xlsx"
    schrijf_rondewerkboek(zaak, pad)
    return pad


def tarieven(blad: Rekenblad, woord: str) -> list[Decimal]:
    return [Decimal(f"{blad[f'{woord}.uitkomst.{z}.tarief']:.7f}") for z in ZORGZWAARTES]


def hoort(opbouw: Opbouw) -> list[Decimal]:
    return [opbouw.bereken()[z].per_etmaal for z in ZORGZWAARTES]


def test_elke_partij_rekent_met_haar_eigen_waarden(
    boek: Path, zaak: Onderhandeling, voorbeeld: Opbouw, geboden: Opbouw
) -> None:
    sleutels = {punt.sleutel for punt in zaak.stand.punten}
    assert {f"hoog.{BEZETTING}", f"laag.{GROEP}", HUIS, "eigen_opslagen"} <= sleutels
    blad, bewaard = Rekenblad(boek), lees_waarden(boek)
    assert tarieven(blad, "aanbieder") == hoort(geboden)
    assert tarieven(blad, "gemeente") == tarieven(blad, "voorstel") == hoort(voorbeeld)
    assert bewaard[f"gemeente.hoog.{BEZETTING}"] == 0.95
    for naam, waarde in bewaard.items():
        if isinstance(waarde, float):
            assert blad[naam] == pytest.approx(waarde, rel=1e-12, abs=1e-9), naam


def test_een_voorstel_voor_allen_geldt_ook_waar_niets_eigens_is_voorgesteld(
    boek: Path, voorbeeld: Opbouw
) -> None:
    blad = Rekenblad(boek)
    blad.typ({f"punt.{BEZETTING}.voorstel": 0.92})
    assert tarieven(blad, "voorstel") == hoort(voorbeeld.met({BEZETTING: "0.92"}))
    blad.typ(
        {
            f"punt.hoog.{BEZETTING}.voorstel": 0.88,
            f"punt.hoog.{GROEP}.voorstel": 5,
            f"punt.{HUIS}.voorstel": 1.25,
        }
    )
    anders = {BEZETTING: "0.92", f"hoog.{BEZETTING}": "0.88", f"hoog.{GROEP}": 5, HUIS: "1.25"}
    assert tarieven(blad, "voorstel") == hoort(voorbeeld.met(anders, reden="x"))


def test_een_geheel_onderdeel_komt_met_wat_er_per_zorgzwaarte_verschilt(
    boek: Path, voorbeeld: Opbouw, geboden: Opbouw
) -> None:
    blad = Rekenblad(boek)
    blad.typ({"punt.eigen_opslagen.voorstel": "aanbieder", "punt.eigen_posten.voorstel": "aanbieder"})
    verwacht = voorbeeld.met({"eigen_opslagen": [OPSLAG], "eigen_posten": geboden.eigen_posten}).met(
        {"hoog.eigen_opslagen[0].percentage": "0.03", "laag.eigen_posten[0].bedrag_per_jaar": "0"}
    )
    assert tarieven(blad, "voorstel") == hoort(verwacht)


def test_voorstellen_over_een_zorgzwaarte_komen_terug(
    boek: Path, zaak: Onderhandeling, voorbeeld: Opbouw, tmp_path: Path
) -> None:
    pad = tmp_path / "ronde.xlsx"
    pad.write_bytes(boek.read_bytes())
    assert lees_rondewerkboek(zaak, [pad], "gemeente", indiener="K", datum=DAG).bevindingen == ()
    werkboek = openpyxl.load_workbook(pad)
    voorstellen: dict[str, float | str] = {
        f"hoog.{BEZETTING}": 0.88,
        f"hoog.{GROEP}": 4,
        "eigen_opslagen": "aanbieder",
    }
    for sleutel, waarde in voorstellen.items():
        for deel, inhoud in (("voorstel", waarde), ("reden", "regio")):
            blad, plek = werkboek.defined_names[f"punt.{sleutel}.{deel}"].attr_text.split("!")
            werkboek[blad][plek.replace("$", "")] = inhoud
    werkboek.save(pad)
    gelezen = lees_rondewerkboek(zaak, [pad], "gemeente", indiener="K", datum=DAG)
    assert gelezen.bevindingen == ()
    nu = gelezen.zaak.stand.standen["gemeente"]
    assert nu.per_zorgzwaarte == {
        "hoog": {GROEP: 4, BEZETTING: Decimal("0.88"), "eigen_opslagen[0].percentage": Decimal("0.03")}
    }
    assert (
        nu.bereken()["laag"].per_etmaal
        == voorbeeld.met({"eigen_opslagen": [OPSLAG]}).bereken()["laag"].per_etmaal
    )


def test_twee_soorten_bouwsteen_1_gaan_niet_in_een_werkboek(voorbeeld: Opbouw, tmp_path: Path) -> None:
    ondernemer = voorbeeld.met({"inkomen_gezinshuisouder": ONDERNEMER}, reden="x")
    zaak = begonnen(voorbeeld).bod("aanbieder", ondernemer, indiener="J", datum=DAG, reden="omdat")
    with pytest.raises(
        InvoerFout, match=r"inkomen_gezinshuisouder: is niet bij elke partij dat van een ondernemer"
    ):
        schrijf_rondewerkboek(zaak, tmp_path / "r.xlsx")
    beide = begonnen(ondernemer)
    assert Rondemodel(beide).invoer("inkomen_gezinshuisouder.aov_premie") is not None
