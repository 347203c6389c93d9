"""E1, R9: whatever the machine's code page and wherever output goes, every letter arrives and nothing ends in a traceback."""

from __future__ import annotations

import errno
import io
import json
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from gezinshuis_tarief import __main__ as ingang, naar_json, voorbeeld_2026
from gezinshuis_tarief.cli import main
from gezinshuis_tarief.cli.uitvoer import GEEN_UITVOER, lees_bytes
from gezinshuis_tarief.kern.bestanden import BestandFout
from gezinshuis_tarief.kern.jsontekst import lees_json, schrijf_json
from gezinshuis_tarief.voorbeelden.begin import begin
from hulp.opdracht import draai

NAMENS = "--indiener X --datum 2026-01-12"
DAG = "--peildatum 2026-01-01"
REGELS = f"""\
voorbeeld
voorbeeld -o mijn.json
nieuw
schema
bereken mijn.json
uitleg mijn.json
exporteer mijn.json -o t.xlsx
rapport mijn.json -o r.html
lees t.xlsx
controleer mijn.json --exploitatie
herprijs mijn.json {DAG} --eigen AWf_laag 2.74% UWV
indexeer --tarief laag=149.44 --basisjaar 2024 --tot-en-met 2025 --grondslag nieuw --uitleg --toon-clausule
offertes offertes -o o.xlsx
kolommen huizen.csv --basis mijn.json
vergelijk mijn.json ander.json
sleutels
referentie zoek jeugdzorg
referentie salaris jeugdzorg 8 12 {DAG}
referentie regel vakantietoeslag {DAG}
referentie premie Zvw_werkgever {DAG}
referentie ondernemer Zvw_laag {DAG}
referentie minimumloon {DAG}
referentie pensioen AOW_franchise {DAG}
referentie pleegvergoeding 13 --peildatum 2024-06-01
referentie index OVA 2024 --stand definitief
referentie functie Gezinshuisouder --peildatum 2025-01-01
onderhandel nieuw d.json --naam Zürich {DAG} --basis mijn.json
onderhandel bod d.json --partij aanbieder --zet leegstand.bezettingsgraad=0.9 --reden € {NAMENS}
onderhandel stand d.json
onderhandel verschil d.json uitgangspunt aanbieder
onderhandel verenig d.json d.json
onderhandel werkboek d.json -o r.xlsx
onderhandel lees d.json r.xlsx --partij gemeente {NAMENS}
onderhandel vraag d.json --partij gemeente --tekst Waarom? {NAMENS}
onderhandel houd d.json leegstand.bezettingsgraad --partij gemeente --reden regio {NAMENS}
onderhandel akkoord d.json leegstand.bezettingsgraad --partij gemeente {NAMENS}
onderhandel bewijs d.json -o b.json --datum 2026-01-13
onderhandel naspel b.json
onderhandel sleutelpaar -o s.pem
onderhandel onderteken b.json --sleutel s.pem -o b.sig
onderhandel contract d.json --partij gemeente --contract c.json {NAMENS}
onderhandel bijlage b.json
onderhandel motivering d.json
onderhandel ronde d.json
"""
OPDRACHTEN = [regel.split() for regel in REGELS.splitlines()]
RIJDER = """
import json, sys
from gezinshuis_tarief.__main__ import main
for woorden in json.loads(sys.argv[1]):
    sys.argv[1:] = woorden
    try:
        main()
    except SystemExit as einde:
        print("==", einde.code, flush=True)
"""


def bladeren(groep: click.Group = main, pad: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for naam, opdracht in groep.commands.items():
        if isinstance(opdracht, click.Group):
            yield from bladeren(opdracht, (*pad, naam))
        else:
            yield (*pad, naam)


def omgeving(**erbij: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **erbij}


def rijd(opdrachten: list[list[str]]) -> list[str]:
    return [sys.executable, "-c", RIJDER, json.dumps(opdrachten)]


@pytest.fixture
def werkplek(tmp_path: Path) -> Path:
    opbouw = voorbeeld_2026()
    (tmp_path / "offertes").mkdir()
    naar_json(opbouw, tmp_path / "offertes" / "a.json")
    naar_json(opbouw.met({"leegstand.bezettingsgraad": "0.9"}), tmp_path / "ander.json")
    shutil.copy(Path(__file__).parents[1] / "examples" / "contract.json", tmp_path / "c.json")
    (tmp_path / "huizen.csv").write_text("huis,leegstand.bezettingsgraad\nEde,0.9\n", encoding="utf-8")
    return tmp_path


def test_de_tabel_noemt_elke_opdracht() -> None:
    genoemd = {pad for pad in bladeren() if any(tuple(regel[: len(pad)]) == pad for regel in OPDRACHTEN)}
    assert genoemd == set(bladeren())


@pytest.mark.parametrize(
    "codering", ["cp850", *(pytest.param(c, marks=pytest.mark.traag) for c in ("cp1252", "ascii", "utf-8"))]
)
def test_e1_elke_opdracht_schrijft_bij_elke_codering_utf_8(codering: str, werkplek: Path) -> None:
    hulp = [[*pad, "--help"] for pad in [(), *bladeren()]]
    gedraaid = subprocess.run(  # noqa: S603 (our own words)
        rijd([*OPDRACHTEN, *hulp]),
        capture_output=True,
        cwd=werkplek,
        env=omgeving(PYTHONIOENCODING=codering, COLUMNS="1"),
        check=True,
    )
    uit, naast = gedraaid.stdout.decode(), gedraaid.stderr.decode()
    codes = [regel for regel in uit.splitlines() if regel.startswith("== ")]
    assert codes == ["== 0"] * (len(OPDRACHTEN) + len(hulp)), naast
    assert "Traceback" not in naast
    assert {"€", "−", "─", "×", "ü"} <= set(uit)
    assert "?" not in uit.replace("?\n", "\n").replace("? ", " ").replace("?|", "|")


@pytest.mark.parametrize("codering", ["cp850", "ascii"])
def test_e1_een_omgeleid_begin_is_utf_8_en_is_weer_te_lezen(codering: str, tmp_path: Path) -> None:
    doel = tmp_path / "mijn.json"
    with doel.open("wb") as bestand:
        subprocess.run(
            [sys.executable, "-m", "gezinshuis_tarief", "nieuw"],
            stdout=bestand,
            check=True,
            env=omgeving(PYTHONIOENCODING=codering),
        )
    assert doel.read_text(encoding="utf-8") == schrijf_json(begin())
    assert draai("bereken", str(doel)).stderr.count("is nog niet ingevuld") > 20


def test_e1_wat_een_oudere_powershell_opslaat_is_te_lezen() -> None:
    tekst = naar_json(voorbeeld_2026())
    assert lees_json(tekst.encode("utf-16")) == lees_json(tekst.encode("utf-8-sig")) == lees_json(tekst)


class Scherm(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("codering", "tekst", "getoond"),
    [
        ("ascii", "− € 3 × 4 ÷ 2 … é ½ ─ “ja” ☃", '- EUR 3 x 4 / 2 ... e ? - "ja" ?'),
        ("cp1252", "− € 3 × é", "- € 3 × é"),
        ("cp850", "€ ─ é", "EUR ─ é"),
        ("utf-8", "− € \udcff", "− € ?"),
    ],
)
def test_e1_een_scherm_krijgt_leesbare_tekens(
    codering: str, tekst: str, getoond: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inhoud = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Scherm(inhoud, encoding=codering))
    ingang.stel_stromen_in()
    sys.stdout.write(tekst)
    sys.stdout.flush()
    assert inhoud.getvalue().decode(codering) == getoond


def test_e1_elk_teken_dat_wij_tonen_heeft_een_leesbaar_gelijke() -> None:
    ingang.stel_stromen_in()
    bron = Path(ingang.__file__).parent
    tekens = {teken for pad in bron.rglob("*.py") for teken in pad.read_text(encoding="utf-8") if teken > "~"}
    getoond = {teken: teken.encode("ascii", "leesbaar").decode() for teken in tekens}
    assert {teken for teken, gelijke in getoond.items() if gelijke == "?"} <= set(
        "\u0302⁰²³⁵⁸⁻"
    )  # only in comments


def test_e1_alleen_wat_niet_te_schrijven_is_wordt_vervangen() -> None:
    ingang.stel_stromen_in()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", "leesbaar")


@pytest.mark.parametrize("naam", ["stdout", "stderr"])
def test_r9_een_gesloten_uitvoer_slikt_wat_erheen_gaat(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, naam, None)
    ingang.stel_stromen_in()
    with getattr(sys, naam) as stroom:
        assert stroom.write("€") == 1


def test_r9_een_gesloten_invoer_wordt_geweigerd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(os, "open", lambda *_: 0)  # leave the numbers of the test run alone
    ingang.stel_stromen_in()
    with pytest.raises(BestandFout, match=r"^standaardinvoer: gaat niet open"):
        lees_bytes("-")


def test_r9_een_invoer_die_niet_te_lezen_is_wordt_geweigerd(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "uit").open("w", encoding="utf-8") as dicht:
        monkeypatch.setattr(sys, "stdin", dicht)
        with pytest.raises(BestandFout, match=r"^standaardinvoer: "):
            lees_bytes("-")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full and this shell are those of Linux")
@pytest.mark.parametrize(
    ("opdracht", "code", "melding"),
    [
        ("voorbeeld > /dev/full", 4, "De uitvoer kan niet worden geschreven: de schijf is vol.\n"),
        ("--help > /dev/full", 4, "De uitvoer kan niet worden geschreven: de schijf is vol.\n"),
        ("bereken niks.json 2> /dev/full", 4, ""),
        ("voorbeeld > /dev/full 2>&1", 4, ""),
        ("bereken - <&-", 3, "standaardinvoer: gaat niet open (gesloten).\n"),
        ("voorbeeld >&-", 0, ""),
        ("voorbeeld --json 2>&- > uit.json", 0, ""),
        ("voorbeeld -o mijn.json >&- 2>&-", 0, ""),
        ("sleutels --json | head -c 10", 0, ""),
    ],
)
def test_r9_een_stroom_die_niet_kan_geeft_geen_traceback(
    opdracht: str, code: int, melding: str, tmp_path: Path
) -> None:
    uit = subprocess.run(  # noqa: S602 (our own words)
        f"{sys.executable} -m gezinshuis_tarief {opdracht}",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=omgeving(),
    )
    assert (uit.returncode, uit.stderr) == (code, melding)
    for bestand in tmp_path.iterdir():
        assert bestand.read_text(encoding="utf-8") == naar_json(voorbeeld_2026())


@pytest.mark.parametrize(
    ("fout", "code", "melding"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            GEEN_UITVOER,
            "De uitvoer kan niet worden geschreven: de schijf is vol.\n",
        ),
        (OSError(errno.EIO, "stuk"), GEEN_UITVOER, "De uitvoer kan niet worden geschreven: stuk.\n"),
        (BrokenPipeError(), GEEN_UITVOER, ""),
        (KeyboardInterrupt(), 130, "Afgebroken.\n"),
    ],
)
def test_r9_een_uitvoer_die_stukgaat_en_een_onderbreking_hebben_een_eigen_code(
    fout: BaseException, code: int, melding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(_: object) -> None:
        raise fout

    monkeypatch.setattr(sys.modules["gezinshuis_tarief.cli.nieuw"], "toon_json", stuk)
    uitkomst = draai("nieuw")
    assert (uitkomst.exit_code, uitkomst.stdout, uitkomst.stderr) == (code, "", melding)


def test_r9_een_onderbreking_bij_het_opstarten_eindigt_stil(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def onderbroken() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ingang, "stel_stromen_in", onderbroken)
    with pytest.raises(SystemExit) as einde:
        ingang.main()
    assert einde.value.code == 130
    assert capsys.readouterr() == ("", "")


def test_e3_de_module_is_de_opdracht(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["ergens/__main__.py", "bereken"])
    with pytest.raises(SystemExit) as einde:
        runpy.run_path(ingang.__file__, run_name="__main__")
    assert einde.value.code == 2
    assert capsys.readouterr().err.startswith("Gebruik: gezinshuis-tarief bereken [OPTIES] INVOER\n")


@pytest.mark.skipif(os.name == "nt", reason="asks for a terminal of Unix")
@pytest.mark.parametrize("breed", [80, 100])
def test_e9_op_een_scherm_volgt_een_tabel_de_breedte(breed: int) -> None:
    import pty  # noqa: PLC0415 (not there on Windows)

    meester, slaaf = pty.openpty()
    omgeving = {**os.environ, "COLUMNS": str(breed)}
    opdracht = [sys.executable, "-m", "gezinshuis_tarief", "voorbeeld"]
    with subprocess.Popen(opdracht, stdout=slaaf, env=omgeving) as proces:  # noqa: S603 (our own line)
        os.close(slaaf)
        stukken = iter(lambda: _lees(meester), b"")
        tekst = b"".join(stukken).decode()
    assert proces.returncode == 0
    assert max(len(regel) for regel in tekst.splitlines() if "aanname" in regel) <= breed
    assert "inkomen_gezinshuisouder" in tekst


def _lees(greep: int) -> bytes:
    try:
        return os.read(greep, 4096)
    except OSError:  # the other side is closed
        return b""
