"""Checking, indexing and comparing, as a user meets them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gezinshuis_tarief import Opbouw, naar_json, onderdeel, van_json
from gezinshuis_tarief.controle import controleer
from gezinshuis_tarief.indexatie import indexeringsclausule
from hulp.opdracht import draai

JAREN = ("--basisjaar", "2024", "--tot-en-met", "2025", "--grondslag", "geindexeerd")


@pytest.fixture
def offerte(tmp_path: Path, voorbeeld: Opbouw) -> str:
    pad = tmp_path / "offerte.json"
    pad.write_text(naar_json(voorbeeld), encoding="utf-8")
    return str(pad)


def test_controleer_toont_het_rapport(offerte: str, voorbeeld: Opbouw) -> None:
    resultaat = draai("controleer", offerte)
    assert resultaat.exit_code == 0
    assert resultaat.stdout == f"{controleer(voorbeeld)}\n"


def test_controleer_strikt_stopt_bij_een_waarschuwing_en_niet_bij_opmerkingen(
    offerte: str, tmp_path: Path
) -> None:
    assert draai("controleer", offerte, "--strikt").exit_code == 1
    clausule = tmp_path / "clausule.txt"
    clausule.write_text(indexeringsclausule(), encoding="utf-8")
    aanvaard = ("--strikt", "--zonder", "LOO-01", "--zonder", "VRZ-01")
    resultaat = draai("controleer", offerte, *aanvaard, "--clausule", str(clausule))
    assert resultaat.exit_code == 0
    assert "VOL-04" not in resultaat.stdout
    assert draai("controleer", offerte, *aanvaard, "--zonder", "VOL-04").exit_code == 0


@pytest.mark.parametrize("dag", ["2026-01-01", "2027-01-01"])
def test_controleer_strikt_stopt_bij_wat_voor_een_dag_niet_is_te_toetsen(
    offerte: str, tmp_path: Path, dag: str
) -> None:
    """C3: a day without a cao, or without figures, used to pass."""
    clausule = tmp_path / "clausule.txt"
    clausule.write_text(indexeringsclausule(), encoding="utf-8")
    resultaat = draai("controleer", offerte, "--strikt", "--peildatum", dag, "--clausule", str(clausule))
    assert resultaat.exit_code == 1
    assert "de CAO Jeugdzorg liep tot en met 31 december 2025" in resultaat.stdout


def test_controleer_strikt_stopt_bij_een_fout(tmp_path: Path, voorbeeld: Opbouw) -> None:
    pad = tmp_path / "leeg.json"
    pad.write_text(naar_json(voorbeeld.met({"verzorgingskosten.vast_bedrag_per_jaar": 0})), encoding="utf-8")
    codes = ("VOL-02", "VOL-04", "KWA-01", "LOO-01", "VRZ-01")
    assert (
        draai("controleer", str(pad), "--strikt", *(x for c in codes for x in ("--zonder", c))).exit_code == 1
    )


def test_controleer_als_json_met_peildatum_en_tegenpartij(
    offerte: str, tmp_path: Path, voorbeeld: Opbouw
) -> None:
    ander = tmp_path / "ander.json"
    ander.write_text(naar_json(voorbeeld.met({"winst_marge.grondslag": "kostprijs"})), encoding="utf-8")
    resultaat = draai(
        "controleer",
        offerte,
        "--json",
        "--peildatum",
        "2024-06-01",
        "--tegenpartij",
        str(ander),
        "--exploitatie",
    )
    codes = [bevinding["code"] for bevinding in json.loads(resultaat.stdout)["bevindingen"]]
    assert {"DUB-05", "LOO-04"} <= set(codes)
    assert "Quitte bij 91,6% bezetting" in resultaat.stderr


def test_de_exploitatie_van_een_eigen_leegstand_is_die_van_een_vol_huis(
    tmp_path: Path, voorbeeld: Opbouw
) -> None:
    invoer = {"deel": {"eenheid": "fractie"}}
    eigen: Any = onderdeel("Eigen", plek="leegstand", invoer=invoer, uitkomst="kostprijs * deel")
    pad = tmp_path / "eigen.json"
    pad.write_text(
        naar_json(voorbeeld.met({"leegstand": eigen(deel="0.05")}, reden="eigen")), encoding="utf-8"
    )
    assert "Een jaar bij 100% bezetting" in draai("controleer", str(pad), "--exploitatie").stdout


def test_controleer_toont_de_exploitatie_ook_van_een_huis_dat_nooit_quitte_speelt(
    offerte: str, tmp_path: Path, voorbeeld: Opbouw
) -> None:
    goed = draai("controleer", offerte, "--exploitatie").stdout
    assert "In hele kinderen, een heel jaar lang: 4 van de 4." in goed
    assert "Een lege plaats (hoog) kost € 4.706,86 per maand." in goed
    assert "Een jaar bij 95% bezetting" in goed
    assert "Bouwsteen 1 is € 46,44 loonkosten per betaald uur" in goed  # 86.941,42 / 1872
    assert "gelieerde organisatie" not in goed
    nul: dict[str, object] = {f"{blok}.vast_bedrag_per_jaar": 0 for blok in list(Opbouw.model_fields)[1:7]}
    nul |= {"overhead.opslag": 0, "overhead.contracteisen_per_jaar": 0}
    nul |= {
        "gelieerde_zorgorganisatie": {
            "aandeel": 0,
            "grondslag": "tarief",
            "vast_bedrag_per_plaats_per_jaar": 1,
        }
    }
    uren = {s: 0 for s in (w.sleutel for w in voorbeeld.waarden()) if s.startswith("zorgzwaarte.extra_uren")}
    pad = tmp_path / "nul.json"
    pad.write_text(naar_json(voorbeeld.met(nul | uren)), encoding="utf-8")
    slecht = draai("controleer", str(pad), "--exploitatie").stdout
    assert "Quitte bij geen enkele bezetting" in slecht
    assert "Na de gelieerde organisatie blijft per etmaal over: laag € 0,00" in slecht
    assert "geen enkel aantal kinderen is genoeg" in slecht


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (("--peildatum", "1-1-2026"), "geen bestaande datum"),
        (("--zonder", "VOL-4"), "Bedoelt u VOL-04"),
        (("--clausule", "niks.txt"), "bestaat niet"),
        (("--tegenpartij", "niks.json"), "bestaat niet"),
    ],
)
def test_controleer_weigert_wat_niet_kan(offerte: str, opties: tuple[str, ...], melding: str) -> None:
    resultaat = draai("controleer", offerte, *opties)
    assert resultaat.exit_code == 3
    assert melding in resultaat.stderr


def test_controleer_met_contracteisen(offerte: str, tmp_path: Path) -> None:
    gangbaar = draai("controleer", offerte, "--eisen", "gangbaar").stdout
    assert "CON-03" not in gangbaar
    assert "CON-01" not in gangbaar
    pad = tmp_path / "eisen.json"
    eis = {"naam": "SROI", "sleutel": "overhead.contracteisen_per_jaar", "bedrag_per_jaar": "1600"}
    pad.write_text(json.dumps([eis]), encoding="utf-8")
    assert (
        "SROI kosten samen € 1.600,00 per jaar; de regel is € 1.500,00"
        in draai("controleer", offerte, "--eisen", str(pad)).stdout
    )


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("{}", "eisen: is geen lijst"),
        ('[{"naam": "", "sleutel": "a"}, 3]', "eisen[0].naam"),
        ('[{"naam": "a", "sleutel": "overhead.x"}]', "geen bekende sleutel"),
    ],
)
def test_contracteisen_die_niet_te_lezen_zijn_worden_geweigerd(
    offerte: str, tmp_path: Path, tekst: str, melding: str
) -> None:
    pad = tmp_path / "eisen.json"
    pad.write_text(tekst, encoding="utf-8")
    resultaat = draai("controleer", offerte, "--eisen", str(pad))
    assert resultaat.exit_code == 3
    assert melding in resultaat.stderr


def test_een_offerte_komt_ook_van_standaardinvoer_en_moet_bestaan(voorbeeld: Opbouw, tmp_path: Path) -> None:
    assert draai("controleer", "-", invoer=naar_json(voorbeeld)).exit_code == 0
    for naam in ("niks.json", "niks"):
        resultaat = draai("controleer", str(tmp_path / naam))
        assert resultaat.exit_code == 3
        assert "bestaat niet" in resultaat.stderr


def test_een_clausule_die_geen_tekst_is_wordt_geweigerd(offerte: str, tmp_path: Path) -> None:
    pad = tmp_path / "clausule.docx"
    pad.write_bytes(b"PK\x03\x04\xff\xfe")
    resultaat = draai("controleer", offerte, "--clausule", str(pad))
    assert resultaat.exit_code == 3
    assert "platte tekst" in resultaat.stderr


def test_indexeer_een_offerte_met_uitleg_en_clausule(offerte: str) -> None:
    resultaat = draai("indexeer", offerte, *JAREN, "--uitleg", "--toon-clausule")
    assert resultaat.exit_code == 0
    for tekst in ("156,85", "168,29", "191,15", "inhaal 2024", "90% volgens OVA"):
        assert tekst in resultaat.stdout


def test_indexeer_losse_tarieven_als_json() -> None:
    resultaat = draai(
        "indexeer", "--tarief", "laag=149.44", *JAREN, "--nacalculatie", "quotient", "--json", "--uitleg"
    )
    assert json.loads(resultaat.stdout) == [
        {"jaar": 2024, "product": "laag", "index_procent": None, "tarief": "149.44", "erbij": None},
        {"jaar": 2025, "product": "laag", "index_procent": "4.91", "tarief": "156.78", "erbij": "7.34"},
    ]
    assert "Index 2025" in resultaat.stderr


def test_indexeer_waarschuwt_voor_een_ander_basisjaar_dan_dat_van_de_offerte(offerte: str) -> None:
    assert "Let op: het basisjaar is 2024" in draai("indexeer", offerte, *JAREN).stdout
    als_json = draai("indexeer", offerte, *JAREN, "--json")
    assert "Let op: het basisjaar is 2024" in als_json.stderr
    assert json.loads(als_json.stdout)


def test_indexeer_met_eigen_cijfers_en_ijw_regels(tmp_path: Path) -> None:
    pad = tmp_path / "ijw.csv"
    cijfers = [x for reeks in ("OVA", "PPC") for x in ("--cijfer", reeks, "2026", "voorlopig", "3", "raming")]
    opdracht = (
        "--basisjaar",
        "2025",
        "--tot-en-met",
        "2026",
        "--grondslag",
        "nieuw",
        "--productcode",
        "laag=43A01",
    )
    resultaat = draai("indexeer", "--tarief", "laag=100", *opdracht, *cijfers, "--ijw", str(pad))
    assert resultaat.exit_code == 0
    assert pad.read_text(encoding="utf-8").splitlines()[1] == "43A01;14;2026-01-01;2026-12-31;10300"
    opnieuw = draai("indexeer", "--tarief", "laag=100", *opdracht, *cijfers, "--ijw", str(pad))
    assert opnieuw.exit_code == 3
    assert "bestaat al" in opnieuw.stderr


def test_indexeer_schrijft_een_werkboek(tmp_path: Path) -> None:
    pad = tmp_path / "tarieven.xlsx"
    assert draai("indexeer", "--tarief", "laag=100", *JAREN, "-o", str(pad)).exit_code == 0
    assert pad.read_bytes().startswith(b"PK")
    opnieuw = draai("indexeer", "--tarief", "laag=100", *JAREN, "-o", str(pad))
    assert "bestaat al" in opnieuw.stderr


@pytest.mark.parametrize(
    ("opdracht", "melding"),
    [
        (("--tarief", "laag"), "Schrijf --tarief laag=waarde"),
        (("--tarief", "laag=1", "--tarief", "laag=2"), "staat er twee keer"),
        (("--tarief", "laag=1,50"), "heeft een komma"),
        ((), "Geef een offerte of tarieven"),
    ],
)
def test_indexeer_weigert_wat_niet_te_lezen_is(opdracht: tuple[str, ...], melding: str) -> None:
    resultaat = draai("indexeer", *opdracht, *JAREN)
    assert resultaat.exit_code == 3
    assert melding in resultaat.stderr


def test_herprijs_schrijft_een_nieuwe_offerte(offerte: str, tmp_path: Path) -> None:
    pad = tmp_path / "nieuw.json"
    opdracht = ("herprijs", offerte, "--peildatum", "2026-01-01", "-o", str(pad), "--eigen")
    eigen = ("ondersteuning.pedagogisch_uurtarief", "46.50", "offerte van de leverancier")
    plek = ("--inschaling", "inkomen_gezinshuisouder", "8", "12")
    resultaat = draai(*opdracht, *eigen, *plek)
    assert resultaat.exit_code == 0
    assert (
        "ondersteuning.pedagogisch_uurtarief: 45,00 → 46,50\n    offerte van de leverancier"
        in resultaat.stdout
    )
    nieuw = van_json(pad.read_bytes())
    assert nieuw.ondersteuning.pedagogisch_uurtarief == Decimal("46.50")
    assert nieuw.onderbouwing[eigen[0]].bron == eigen[2]
    opnieuw = draai(*opdracht, *eigen, *plek)
    assert opnieuw.exit_code == 3
    assert "bestaat al" in opnieuw.stderr


def test_herprijs_zonder_uitvoer_toont_alleen_de_vergelijking(offerte: str, tmp_path: Path) -> None:
    eigen = ("--eigen", "huisvesting.woonlasten_per_jaar", "15500", "huurbrief")
    resultaat = draai("herprijs", offerte, "--peildatum", "2026-01-01", *eigen)
    assert resultaat.exit_code == 0
    assert resultaat.stderr == ""
    assert "huisvesting.woonlasten_per_jaar: 15.000 → 15.500" in resultaat.stdout
    assert [pad.name for pad in tmp_path.iterdir()] == ["offerte.json"]


def test_herprijs_zegt_welke_prijs_niet_bekend_is(offerte: str) -> None:
    plek = ("--inschaling", "inkomen_gezinshuisouder", "8", "12")
    resultaat = draai("herprijs", offerte, "--peildatum", "2024-06-01", *plek)
    assert resultaat.exit_code == 3
    assert "OP_werkgeversdeel_jeugdzorg is niet bekend voor 2024-06-01" in resultaat.stderr
    assert resultaat.stderr.endswith("Dat kan in een bestand: --cijfers BESTAND.\n")


def test_offertes_schrijft_een_werkboek_en_zegt_wat_niet_gelezen_is(
    tmp_path: Path, voorbeeld: Opbouw
) -> None:
    map_ = tmp_path / "map"
    map_.mkdir()
    (map_ / "een.json").write_text(naar_json(voorbeeld), encoding="utf-8")
    (map_ / "brief.pdf").write_text("x", encoding="utf-8")
    pad = tmp_path / "vergelijking.xlsx"
    resultaat = draai("offertes", str(map_), "-o", str(pad))
    assert resultaat.exit_code == 0
    assert "1 offerte van 1 aanbieder, 1 bestand niet gelezen" in resultaat.stdout
    assert "niet gelezen: brief.pdf" in resultaat.stderr
    assert "achtergehouden" in resultaat.stderr
    assert "bestaat al" in draai("offertes", str(map_), "-o", str(pad)).stderr
    weer = draai("offertes", str(map_), "-o", str(pad), "--overschrijf", "--deelbaar", "--minimum", "1")
    assert weer.exit_code == 0
    assert "achtergehouden" not in weer.stderr
