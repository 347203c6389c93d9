"""Every public verb takes a day, a path or an object in one way, and refuses the rest in Dutch (D4).

Each argument of each verb gets everything that does not belong there: the verb takes it or refuses it with one of our
own errors, never with one of Python from inside.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import gezinshuis_tarief
from gezinshuis_tarief import (
    Contractgegevens,
    Exploitatie,
    Gelijkmatig,
    GezinshuisTariefFout,
    Onderhandeling,
    Opbouw,
    bereken_kolommen,
    bewaar_onderhandeling,
    bij_uurinkomen,
    cijfers_uit,
    controleer,
    definitie_van,
    eis_handtekening,
    exploitatie,
    frame_naar_opbouwen,
    getoetste_bijlage,
    gevoeligheid,
    herprijs,
    indexeer,
    keerpunt,
    lees_bewijs,
    lees_contract,
    lees_excel,
    lees_onderhandeling,
    lees_rondewerkboek,
    maak_bewijs,
    maak_bijlage,
    maak_motivering,
    maak_sleutelpaar,
    mag_getekend_worden,
    met_besluiten,
    naar_json,
    naspelen,
    onderdeel,
    onderteken,
    opbouwen_naar_frame,
    raster,
    schrijf_bewijs,
    schrijf_onderhandeling,
    schrijf_opmerkingen,
    schrijf_rondewerkboek,
    sleutels,
    steekproef,
    stel_contract_voor,
    van_json,
    verenig_kopieen,
    vergelijk_bewijzen,
    verschil,
    voeg_samen,
    voorbeeld_2026,
)
from gezinshuis_tarief.controle import jaarverloop, lees_eisen
from gezinshuis_tarief.controle.offertes import lees_offertes
from gezinshuis_tarief.controle.vergelijkingsboek import schrijf_vergelijking
from gezinshuis_tarief.indexatie import ijw_regels, schrijf_ijw, schrijf_indexatie

OPBOUW = voorbeeld_2026()
UITKOMST = OPBOUW.bereken()
ANDER = OPBOUW.met({"leegstand.bezettingsgraad": "0.90"})
ZAAK = Onderhandeling(
    naam="proef", peildatum=dt.date(2026, 1, 1), partijen=("gemeente", "aanbieder"), basis=OPBOUW
)
MET_BOD = ZAAK.bod("gemeente", ANDER, indiener="x", datum="2026-02-01", reden="x")
PAAR = maak_sleutelpaar()
BEWIJS = maak_bewijs(OPBOUW, gemaakt_op="2026-01-01")
INDEXATIE = indexeer({"a": 100}, basisjaar=2024, tot_en_met=2025, basis="nieuw")
DAG = dt.date(2026, 2, 1)
VERVOERT: dict[str, Any] = {
    "plek": "eigen_posten",
    "invoer": {"prijs": {"eenheid": "€ per jaar"}},
    "uitkomst": "prijs * huis.plaatsen * 2",
    "stappen": None,
    "uitleg": "",
}
VERVOER = onderdeel("Vervoer", **VERVOERT)
FRAME = pd.DataFrame({"leegstand.bezettingsgraad": [0.95]})
CIJFERS = Path(__file__).parents[1] / "examples" / "regio_cijfers.csv"
VREEMD: dict[str, Any] = {
    "niets": None,
    "getal": 7,
    "min": -1,
    "breuk": 1.5,
    "bytes": b"x",
    "tekst": "nergens",
    "leeg": "",
    "json": '{"gezinshuis": {}}',
    "lijst": [1],
    "groep": {"a": 1},
    "ding": object(),
    "soort": Opbouw,
    "uitkomst": UITKOMST,
    "opbouw": OPBOUW,
    "map": Path(__file__).parent / "typering",
    "onwaar": False,
}


def _werkwoorden(map_: Path) -> dict[str, tuple[Callable[..., object], dict[str, Any]]]:
    """Return every verb with good arguments, by its name."""
    OPBOUW.naar_excel(map_ / "tarief.xlsx", overschrijf=True)
    schrijf_rondewerkboek(MET_BOD, map_ / "ronde.xlsx", voor="aanbieder", overschrijf=True)
    (map_ / "offertes").mkdir(exist_ok=True)
    naar_json(OPBOUW, map_ / "offertes" / "a.json", overschrijf=True)
    offertes, gelezen = lees_offertes(map_ / "offertes"), lees_excel(map_ / "tarief.xlsx")
    regels = ijw_regels({"a": 1}, {"a": "12345"}, "2026-01-01", "2026-12-31")
    uit = map_ / "uit"
    alle: dict[Callable[..., object], dict[str, Any]] = {
        bereken_kolommen: {
            "frame": FRAME,
            "basis": OPBOUW,
            "fouten": "weiger",
            "naamstijl": "punten",
            "gecompileerd": False,
        },
        bewaar_onderhandeling: {"onderhandeling": ZAAK, "pad": uit / "zaak.json"},
        cijfers_uit: {"bron": CIJFERS},
        controleer: {
            "opbouw": OPBOUW,
            "cijfers": None,
            "zonder": (),
            "peildatum": "2026-01-01",
            "contracteisen": (),
            "indexeringsclausule": "",
            "inschaling": {},
            "tegenpartij": None,
            "tarieven": None,
            "besloten_normen": frozenset(),
        },
        definitie_van: {"klasse": VERVOER, "plek": "eigen_posten"},
        eis_handtekening: {"inhoud": b"x", "handtekening": onderteken(b"x", PAAR[0]), "publiek": PAAR[1]},
        onderteken: {"inhoud": b"x", "prive": PAAR[0]},
        maak_sleutelpaar: {},
        frame_naar_opbouwen: {"frame": FRAME, "basis": OPBOUW},
        gevoeligheid: {"opbouw": OPBOUW},
        onderdeel: {"naam": "Vervoer", **VERVOERT},
        herprijs: {
            "opbouw": OPBOUW,
            "peildatum": "2026-01-01",
            "inschaling": {},
            "premies": None,
            "eigen": {},
            "cijfers": None,
        },
        ijw_regels: {
            "tarieven": {"a": 1},
            "productcodes": {"a": "12345"},
            "begindatum": DAG,
            "einddatum": DAG,
        },
        indexeer: {
            "tarieven": {"a": 1},
            "basisjaar": 2024,
            "tot_en_met": 2025,
            "basis": "nieuw",
            "afspraak": None,
            "cijfers": None,
        },
        keerpunt: {"opbouw": OPBOUW, "sleutel": "overhead.opslag", "tarief": 160, "zorgzwaarte": "midden"},
        lees_bewijs: {"tekst": schrijf_bewijs(BEWIJS)},
        lees_eisen: {"tekst": "[]"},
        lees_excel: {"pad": map_ / "tarief.xlsx"},
        lees_offertes: {"map_": map_ / "offertes"},
        lees_onderhandeling: {"tekst": schrijf_onderhandeling(ZAAK)},
        lees_rondewerkboek: {
            "zaak": MET_BOD,
            "paden": [map_ / "ronde.xlsx"],
            "partij": "aanbieder",
            "indiener": "x",
            "datum": "2026-02-02",
        },
        maak_bewijs: {"wat": OPBOUW, "gemaakt_op": "2026-01-01"},
        maak_bijlage: {"bewijs": BEWIJS, "indexering": "x", "bevindingen": ()},
        getoetste_bijlage: {"bewijs": BEWIJS, "indexering": "x"},
        mag_getekend_worden: {"bewijs": BEWIJS},
        lees_contract: {"tekst": "{}"},
        stel_contract_voor: {
            "zaak": ZAAK,
            "partij": "gemeente",
            "contract": Contractgegevens(),
            "indiener": "x",
            "datum": "2026-02-01",
        },
        maak_motivering: {"zaak": ZAAK},
        naar_json: {"opbouw": OPBOUW, "pad": uit / "o.json"},
        naspelen: {"bewijs": BEWIJS},
        opbouwen_naar_frame: {"opbouwen": [OPBOUW], "soort": "pandas", "naamstijl": "punten"},
        raster: {"opbouw": OPBOUW, "waarden": {"overhead.opslag": ["0.1"]}},
        schrijf_bewijs: {"bewijs": BEWIJS},
        schrijf_ijw: {"regels": regels, "pad": uit / "ijw.csv"},
        schrijf_indexatie: {"indexatie": INDEXATIE, "pad": uit / "index.xlsx", "opbouw": None},
        schrijf_onderhandeling: {"onderhandeling": ZAAK},
        schrijf_opmerkingen: {"gelezen": gelezen, "pad": uit / "op.xlsx"},
        schrijf_rondewerkboek: {
            "zaak": ZAAK,
            "pad": uit / "ronde.xlsx",
            "voor": "aanbieder",
            "met": "gemeente",
            "antwoord_voor": "2026-02-09",
            "bewijs": None,
        },
        schrijf_vergelijking: {"offertes": offertes, "pad": uit / "v.xlsx"},
        sleutels: {"zoek": "leegstand"},
        steekproef: {
            "opbouw": OPBOUW,
            "verdelingen": {"overhead.opslag": Gelijkmatig("0.1", "0.2")},
            "n": 2,
            "zaad": 1,
        },
        van_json: {"tekst": naar_json(OPBOUW)},
        verenig_kopieen: {"een": ZAAK, "ander": ZAAK},
        vergelijk_bewijzen: {"van": BEWIJS, "naar": BEWIJS},
        verschil: {"van": OPBOUW, "naar": ANDER},
        voeg_samen: {"basis": OPBOUW, "standen": {"gemeente": ANDER}},
        exploitatie: {"opbouw": OPBOUW, "tarief": {"laag": 1, "midden": 1, "hoog": 1}, "bezetting": "0.9"},
        bij_uurinkomen: {"opbouw": OPBOUW, "per_uur": "30", "uren_per_fte": 1872},
        met_besluiten: {"opbouw": OPBOUW, "besluiten": {"weken": "52"}},
        jaarverloop: {"exploitatie": Exploitatie.van(UITKOMST)},
        OPBOUW.met: {
            "wijzigingen": {"overhead.opslag": "0.1"},
            "reden": "x",
            "bron": "x",
            "geldig_vanaf": "2026-01-01",
            "herkomst": "bron",
            "toelichting": "x",
            "bronnen": {},
        },
        OPBOUW.met_groepsgrootte: {"laag": 6, "midden": 5, "hoog": 4},
        OPBOUW.naar_excel: {"pad": uit / "t.xlsx", "ronde": 1},
        OPBOUW.naar_html: {"pad": uit / "t.html", "titel": "x"},
        OPBOUW.rapport: {"titel": "x"},
        UITKOMST.__getitem__: {"zorgzwaarte": "midden"},
        UITKOMST["midden"].__getitem__: {"sleutel": "leegstand"},
        OPBOUW.uitleg().stap: {"sleutel": "leegstand.laag"},
        BEWIJS.tarief: {"zorgzwaarte": "midden"},
        verschil(OPBOUW, ANDER).per_jaar: {"sleutel": "leegstand.bezettingsgraad"},
        maak_motivering(ZAAK).bewaar: {"pad": uit / "m.txt", "overschrijf": True},
        ZAAK.bod: {
            "partij": "gemeente",
            "opbouw": ANDER,
            "indiener": "x",
            "datum": "2026-02-01",
            "reden": "x",
            "redenen": {},
            "peildatum": "2026-01-01",
        },
        MET_BOD.aanvaard: {
            "sleutel": "leegstand.bezettingsgraad",
            "partij": "aanbieder",
            "indiener": "x",
            "datum": "2026-02-01",
            "van": None,
        },
        MET_BOD.vraag: {
            "sleutel": "leegstand.bezettingsgraad",
            "partij": "aanbieder",
            "tekst": "waarom?",
            "indiener": "x",
            "datum": "2026-02-01",
        },
        MET_BOD.houd: {
            "sleutel": "leegstand.bezettingsgraad",
            "partij": "aanbieder",
            "reden": "realisatie",
            "indiener": "x",
            "datum": "2026-02-01",
        },
    }
    return {getattr(werkwoord, "__qualname__", ""): (werkwoord, goed) for werkwoord, goed in alle.items()}


ZONDER = {"veld", "voorbeeld_2026"}
"""What takes nothing of a user."""


@pytest.fixture(scope="module")
def werkwoorden(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[Callable[..., object], dict[str, Any]]]:
    map_ = tmp_path_factory.mktemp("werkwoorden")
    (map_ / "uit").mkdir()
    return _werkwoorden(map_)


def test_elk_openbaar_werkwoord_staat_in_de_tabel(
    werkwoorden: dict[str, tuple[Callable[..., object], dict[str, Any]]],
) -> None:
    namen = vars(gezinshuis_tarief)["__all__"]
    openbaar = {naam for naam in namen if inspect.isfunction(getattr(gezinshuis_tarief, naam))}
    assert openbaar - ZONDER <= set(werkwoorden)


@pytest.mark.parametrize("vreemd", VREEMD)
def test_een_vreemd_argument_wordt_in_het_nederlands_geweigerd(
    werkwoorden: dict[str, tuple[Callable[..., object], dict[str, Any]]],
    vreemd: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)  # a text is a good name of a file to write
    mis = []
    for naam, (werkwoord, goed) in werkwoorden.items():
        for argument in goed:
            try:
                werkwoord(**goed | {argument: VREEMD[vreemd]})
            except GezinshuisTariefFout as fout:
                if not str(fout).strip() or "object at 0x" in str(fout):
                    mis.append(f"{naam}({argument}): {fout}")
            except Exception as fout:  # noqa: BLE001 (any other is what this test is about)
                mis.append(f"{naam}({argument}): {type(fout).__name__} {fout}")
            for bestand in Path(goed.get("pad", "/dev/null")).parent.glob("*.*") if "pad" in goed else ():
                if bestand.parent.name == "uit":
                    bestand.unlink()
    assert mis == []
