"""Files are computed a batch at a time: all of a target or nothing, in bounded memory."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gezinshuis_tarief import (
    GezinshuisTariefFout,
    InvoerFout,
    Opbouw,
    frame_naar_opbouwen,
    naar_json,
    opbouwen_naar_frame,
)
from gezinshuis_tarief.kolommen import bundels
from gezinshuis_tarief.kolommen.bestand import Bestandsverslag, reken_bestand

GRADEN = ["0.9", "0.913", "0.95", "0.987", "1"]


def huizen(voorbeeld: Opbouw) -> list[Opbouw]:
    return [voorbeeld.met({"leegstand.bezettingsgraad": graad}) for graad in GRADEN]


def schrijf_huizen(pad: Path, voorbeeld: Opbouw) -> Path:
    frame = opbouwen_naar_frame(huizen(voorbeeld))
    frame.insert(0, "huis", [f"huis {nr}" for nr in range(len(frame))])
    if pad.suffix == ".csv":
        frame.to_csv(pad, index=False)
    else:
        frame.to_parquet(pad, index=False)
    return pad


def schrijf_graden(pad: Path, graden: list[str], kop: str = "huis,leegstand.bezettingsgraad") -> Path:
    scheiding = ";" if ";" in kop else ","
    rijen = [f"huis {nr}{scheiding}{graad}" for nr, graad in enumerate(graden)]
    pad.write_text("\n".join([kop, *rijen]) + "\n", encoding="utf-8")
    return pad


@pytest.mark.parametrize("bron", ["in.csv", "in.parquet"])
@pytest.mark.parametrize("bundel", [2, 1 << 16])
def test_elke_rij_krijgt_dezelfde_centen_als_de_opbouw(
    tmp_path: Path, voorbeeld: Opbouw, monkeypatch: pytest.MonkeyPatch, bron: str, bundel: int
) -> None:
    monkeypatch.setattr(bundels, "BUNDEL", bundel)
    monkeypatch.setattr(bundels, "_LEESBLOK", 3000 if bundel == 2 else 1 << 22)
    standen: list[tuple[int, float]] = []
    doel = tmp_path / "uit.parquet"
    verslag = reken_bestand(
        schrijf_huizen(tmp_path / bron, voorbeeld),
        doel,
        voortgang=lambda rijen, deel: standen.append((rijen, deel)),
    )
    assert verslag == Bestandsverslag(5, 0, 0)
    assert standen[-1] == (5, 1.0)
    assert (len(standen) > 1) == (bundel == 2)
    rijen = pq.read_table(doel).to_pylist()
    assert [rij["huis"] for rij in rijen] == [f"huis {nr}" for nr in range(5)]
    for rij, opbouw in zip(rijen, huizen(voorbeeld), strict=True):
        for zwaarte, tarief in opbouw.bereken().items():
            assert rij[f"uitkomst.{zwaarte}.tarief"] == tarief.per_etmaal
            assert all(rij[f"uitkomst.{zwaarte}.{r.sleutel}"] == r.per_etmaal for r in tarief.regels)


def test_csv_met_puntkommas_wordt_met_kommas_gelezen_en_geschreven(tmp_path: Path, voorbeeld: Opbouw) -> None:
    graden = [graad.replace(".", ",") for graad in GRADEN]
    bron = schrijf_graden(tmp_path / "in.csv", graden, "huis;leegstand.bezettingsgraad")
    reken_bestand(bron, tmp_path / "uit.csv", basis=voorbeeld)
    with (tmp_path / "uit.csv").open(encoding="utf-8", newline="") as tekst:
        rijen = list(csv.DictReader(tekst, delimiter=";"))
    verwacht = [str(opbouw.bereken()["hoog"].per_etmaal).replace(".", ",") for opbouw in huizen(voorbeeld)]
    assert [rij["uitkomst.hoog.tarief"] for rij in rijen] == verwacht
    assert rijen[1]["leegstand.bezettingsgraad"] == "0,913"


def test_korte_decimalen_in_parquet_zijn_gewone_getallen(tmp_path: Path, voorbeeld: Opbouw) -> None:
    kolom = pa.array([Decimal(graad) for graad in GRADEN], pa.decimal128(4, 3))
    pq.write_table(pa.table({"leegstand.bezettingsgraad": kolom}), tmp_path / "in.parquet")
    reken_bestand(tmp_path / "in.parquet", tmp_path / "uit.parquet", basis=voorbeeld)
    tarieven = pq.read_table(tmp_path / "uit.parquet")["uitkomst.laag.tarief"].to_pylist()
    assert tarieven == [opbouw.bereken()["laag"].per_etmaal for opbouw in huizen(voorbeeld)]


def test_een_bestand_zonder_rijen_geeft_een_bestand_zonder_rijen(tmp_path: Path, voorbeeld: Opbouw) -> None:
    pq.write_table(
        pa.table({"leegstand.bezettingsgraad": pa.array([], pa.float64())}), tmp_path / "in.parquet"
    )
    assert reken_bestand(
        tmp_path / "in.parquet", tmp_path / "uit.parquet", basis=voorbeeld
    ) == Bestandsverslag(0, 0, 0)
    assert "uitkomst.hoog.tarief" in pq.read_schema(tmp_path / "uit.parquet").names


def test_een_foute_rij_weigert_het_bestand_en_laat_niets_achter(tmp_path: Path, voorbeeld: Opbouw) -> None:
    bron = schrijf_graden(tmp_path / "in.csv", ["0.9", '"0,95"', "1.2"])
    with pytest.raises(InvoerFout) as fout:
        reken_bestand(bron, tmp_path / "uit.csv", basis=voorbeeld)
    assert [bezwaar.sleutel for bezwaar in fout.value.bezwaren] == [
        "leegstand.bezettingsgraad (rij 2)",
        "leegstand.bezettingsgraad (rij 3)",
    ]
    assert "groter dan 0 en hoogstens 1" in str(fout.value)
    assert list(tmp_path.iterdir()) == [bron]


def test_gemarkeerde_rijen_blijven_weg_en_staan_met_hun_nummer_in_het_foutenbestand(
    tmp_path: Path, voorbeeld: Opbouw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundels, "BUNDEL", 2)
    graden = pa.array([0.9, 1.2, 0.95, 1.0, 0.0], pa.float64())
    pq.write_table(pa.table({"nr": range(5), "leegstand.bezettingsgraad": graden}), tmp_path / "in.parquet")
    fouten = tmp_path / "fouten.csv"
    verslag = reken_bestand(
        tmp_path / "in.parquet", tmp_path / "uit.parquet", basis=voorbeeld, markeer=fouten
    )
    assert verslag == Bestandsverslag(3, 2, 2)
    assert pq.read_table(tmp_path / "uit.parquet")["nr"].to_pylist() == [0, 2, 3]
    with fouten.open(encoding="utf-8", newline="") as tekst:
        rijen = list(csv.DictReader(tekst))
    assert [(rij["rij"], rij["kolom"], rij["gevonden"]) for rij in rijen] == [
        ("2", "leegstand.bezettingsgraad", "1.2"),
        ("5", "leegstand.bezettingsgraad", "0.0"),
    ]


def test_een_bestaand_doel_blijft_staan_tenzij_gevraagd(tmp_path: Path, voorbeeld: Opbouw) -> None:
    bron, doel = schrijf_graden(tmp_path / "in.csv", GRADEN), tmp_path / "uit.csv"
    doel.write_text("van mij", encoding="utf-8")
    with pytest.raises(FileExistsError):
        reken_bestand(bron, doel, basis=voorbeeld)
    assert doel.read_text(encoding="utf-8") == "van mij"
    reken_bestand(bron, doel, basis=voorbeeld, overschrijf=True)
    assert "uitkomst.laag.tarief" in doel.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("naam", "inhoud", "melding"),
    [
        ("in.xlsx", b"", "geen bestand met de uitgang .parquet of .csv"),
        ("in.csv", b"", "is leeg"),
        ("in.csv", b"huis,naam\xe9\n1,2\n", "geen tekst in UTF-8"),
        ("in.csv", b"huis,overhead.opslag\n\xe9,1\n", "geen tekst in UTF-8"),
        (
            "in.csv",
            b"huis,overhead.opslag\n1\n",
            "niet te lezen als .csv; regel 2 heeft 1 kolommen en de kop 2",
        ),
        ("in.parquet", b"PAR1", "niet te lezen als .parquet"),
    ],
)
def test_wat_geen_tabel_is_wordt_in_het_nederlands_geweigerd(
    tmp_path: Path, voorbeeld: Opbouw, naam: str, inhoud: bytes, melding: str
) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    with pytest.raises(GezinshuisTariefFout, match=melding):
        reken_bestand(tmp_path / naam, tmp_path / "uit.csv", basis=voorbeeld)
    assert not (tmp_path / "uit.csv").exists()


def test_een_tarief_dat_in_geen_kolom_past_wordt_geweigerd(tmp_path: Path, voorbeeld: Opbouw) -> None:
    kolommen = {"inkomen_gezinshuisouder.fte_per_plaats": [9e8], "leegstand.bezettingsgraad": [1e-10]}
    pq.write_table(pa.table(kolommen), tmp_path / "in.parquet")
    with pytest.raises(InvoerFout, match="te groot voor een tarief"):
        reken_bestand(tmp_path / "in.parquet", tmp_path / "uit.parquet", basis=voorbeeld)


def schrijf_lang(pad: Path, rijen: int) -> Path:
    """A long file of scenarios, written in parts."""
    soort = pa.schema([("leegstand.bezettingsgraad", pa.float64()), ("overhead.opslag", pa.float64())])
    worp = np.random.default_rng(1)
    with pq.ParquetWriter(pad, soort) as schrijver:
        for _ in range(rijen // 100_000):
            graden, opslagen = worp.uniform(0.8, 1, 100_000).round(3), worp.uniform(0, 0.3, 100_000).round(3)
            schrijver.write_table(pa.table([graden, opslagen], schema=soort))
    return pad


def opdracht(bron: Path, doel: Path, voorbeeld: Opbouw) -> list[str]:
    basis = bron.with_suffix(".json")
    basis.write_text(naar_json(voorbeeld), encoding="utf-8")
    tekst = (
        "import resource, sys; from gezinshuis_tarief.cli import main; main(sys.argv[1:], standalone_mode=False); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    return [sys.executable, "-c", tekst, "kolommen", str(bron), "-o", str(doel), "--basis", str(basis)]


@pytest.mark.traag
def test_een_gedode_berekening_laat_geen_half_doel_achter(tmp_path: Path, voorbeeld: Opbouw) -> None:
    bron, doel = schrijf_lang(tmp_path / "in.parquet", 2_000_000), tmp_path / "uit.parquet"
    with subprocess.Popen(opdracht(bron, doel, voorbeeld)) as proces:  # noqa: S603 (ours)
        while not any(pad.stat().st_size for pad in tmp_path.glob(".gezinshuis-tarief-*")):
            assert proces.poll() is None
            time.sleep(0.02)
        os.kill(proces.pid, signal.SIGKILL)
    assert not doel.exists()


@pytest.mark.traag
def test_vier_keer_zoveel_rijen_kosten_niet_meer_geheugen(tmp_path: Path, voorbeeld: Opbouw) -> None:
    pieken = []
    for rijen in (500_000, 2_000_000):
        bron, doel = schrijf_lang(tmp_path / f"{rijen}.parquet", rijen), tmp_path / f"uit-{rijen}.parquet"
        uitvoer = subprocess.run(opdracht(bron, doel, voorbeeld), check=True, capture_output=True, text=True)  # noqa: S603 (ours)
        pieken.append(int(uitvoer.stdout) / 1024)
        assert pq.read_metadata(doel).num_rows == rijen
    kort, lang = pieken
    assert lang < kort * 1.25, f"{kort:.0f} MB en {lang:.0f} MB"


WOONLASTEN = "huisvesting.woonlasten_per_jaar"


def reken(tmp_path: Path, voorbeeld: Opbouw, inhoud: str | bytes, doel: str = "uit.csv") -> Path:
    """Compute a file with this content over the example; returns the target."""
    bron = tmp_path / "in.csv"
    bron.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    reken_bestand(bron, tmp_path / doel, basis=voorbeeld, overschrijf=True)
    return tmp_path / doel


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        ("1.250,00", "1250"),
        ("12.000,5", "12000.5"),
        ("1.234.567,25", "1234567.25"),
        ("12000", "12000"),
        ("1250,5", "1250.5"),
        (",5", "0.5"),
    ],
)
def test_in_csv_met_puntkommas_is_de_komma_het_decimaalteken(
    tmp_path: Path, voorbeeld: Opbouw, cel: str, waarde: str
) -> None:
    """D9, D1: points only in groups of three before a comma; in Parquet it is an ordinary number."""
    inhoud = f"huis;{WOONLASTEN};gezinshuis.plaatsen_laag\nEde;{cel};2\n"
    verwacht = voorbeeld.met({WOONLASTEN: waarde, "gezinshuis.plaatsen_laag": 2}).bereken()
    rij = pq.read_table(reken(tmp_path, voorbeeld, inhoud, "uit.parquet")).to_pylist()[0]
    assert (rij["huis"], rij[WOONLASTEN], rij["gezinshuis.plaatsen_laag"]) == ("Ede", float(waarde), 2)
    assert isinstance(rij["gezinshuis.plaatsen_laag"], int)
    assert rij["uitkomst.laag.tarief"] == verwacht["laag"].per_etmaal
    kop, eerste = reken(tmp_path, voorbeeld, inhoud).read_text(encoding="utf-8").splitlines()
    assert kop.startswith(f'"huis";"{WOONLASTEN}"')
    assert eerste.endswith(f'"{verwacht["hoog"].per_etmaal}"'.replace(".", ","))


@pytest.mark.parametrize(
    ("kop", "cel", "melding", "remedie"),
    [
        (";", "1.234", "is op twee manieren te lezen", 'Schrijf "1234" of "1,234".'),
        (";", "1.234.567", "is op twee manieren te lezen", 'Schrijf "1234567".'),
        (";", "0.95", "heeft een punt", 'Schrijf een komma als decimaalteken: "0,95".'),
        (";", "1.2.3", "heeft een punt", "Schrijf een komma als decimaalteken."),
        (";", "1,5,5", "is geen getal", 'zoals "0,95".'),
        (";", "12.34,5", "is geen getal", 'zoals "0,95".'),
        (",", "12.000", "is op twee manieren te lezen", 'Schrijf "12000" of "12.00".'),
        (",", '"1.250,00"', "heeft een komma", 'Schrijf een punt als decimaalteken: "1250.00".'),
        (",", "1\uff12", "is geen getal", 'zoals "0.95".'),
        (",", "0.12345678901234567890", "heeft te veel cijfers", "Schrijf hoogstens 15 cijfers."),
        (";", "0,12345678901234567890", "heeft te veel cijfers", "Schrijf hoogstens 15 cijfers."),
        (",", "1e-400", "heeft te veel decimalen", "Schrijf hoogstens 10 decimalen."),
        (",", "1e400", "is te groot", "Schrijf een getal kleiner dan 1.000.000.000."),
        (",", "nan", "is geen getal", 'zoals "0.95".'),
        (",", "inf", "is geen getal", 'zoals "0.95".'),
    ],
)
def test_een_getal_dat_geen_deur_neemt_neemt_csv_ook_niet(  # noqa: PLR0913, PLR0917 (one case)
    tmp_path: Path, voorbeeld: Opbouw, kop: str, cel: str, melding: str, remedie: str
) -> None:
    """R8, D1: with row and column; a padded number is a number here as it is elsewhere."""
    with pytest.raises(InvoerFout) as vangst:
        reken(tmp_path, voorbeeld, f"huis{kop}{WOONLASTEN}\na{kop} 1000 \nb{kop}{cel}\n")
    (bezwaar,) = vangst.value.bezwaren
    assert (bezwaar.sleutel, bezwaar.melding) == (f"{WOONLASTEN} (rij 2)", melding)
    assert bezwaar.gevonden.strip('"') == cel.strip('"')
    assert remedie in bezwaar.remedie
    if kop == "," and "1e400" not in cel:
        with pytest.raises(InvoerFout, match=melding):
            voorbeeld.met({WOONLASTEN: cel.strip('"')})


def test_een_punt_is_decimaal_zodra_een_ander_getal_in_de_kolom_dat_laat_zien(
    tmp_path: Path, voorbeeld: Opbouw, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D1: also where that other number stands in another batch, before or after."""
    monkeypatch.setattr(bundels, "_LEESBLOK", 64)
    uitkomst = pq.read_table(
        reken(tmp_path, voorbeeld, f"huis,{WOONLASTEN}\n" + "a,12.000\n" * 20 + "b,9.5\n", "uit.parquet")
    )
    assert uitkomst[WOONLASTEN].to_pylist() == [12.0] * 20 + [9.5]
    with pytest.raises(InvoerFout, match="is op twee manieren te lezen"):
        reken(tmp_path, voorbeeld, f"huis,{WOONLASTEN}\n" + "a,12.000\n" * 20 + "b,9\n")
    frame = pd.DataFrame({WOONLASTEN: ["12.000", "9.5"]})
    assert frame_naar_opbouwen(frame, basis=voorbeeld)[0].huisvesting.woonlasten_per_jaar == 12
    with pytest.raises(InvoerFout, match="is op twee manieren te lezen"):
        frame_naar_opbouwen(frame.assign(**{WOONLASTEN: ["12.000", "veel."]}), basis=voorbeeld)


def test_een_dubbele_kop_zegt_welke_kolom_en_hoe_vaak(tmp_path: Path, voorbeeld: Opbouw) -> None:
    """R8."""
    with pytest.raises(InvoerFout) as vangst:
        reken(tmp_path, voorbeeld, f"huis,{WOONLASTEN},huis,{WOONLASTEN},{WOONLASTEN}\n1,1,1,1,1\n")
    assert str(vangst.value).splitlines() == [
        "huis: staat er twee keer. Laat een van beide weg.",
        f"{WOONLASTEN}: staat er 3 keer. Laat er één staan.",
    ]
    dubbel = pa.table([[1.0], [2.0]], names=[WOONLASTEN, WOONLASTEN])
    pq.write_table(dubbel, tmp_path / "in.parquet")
    with pytest.raises(InvoerFout, match="staat er twee keer"):
        reken_bestand(tmp_path / "in.parquet", tmp_path / "uit.csv", basis=voorbeeld)


def test_stuk_parquet_krijgt_een_nederlands_bezwaar(tmp_path: Path, voorbeeld: Opbouw) -> None:
    """R8: at whatever byte it broke."""
    bron = tmp_path / "in.parquet"
    half = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xed\xa0")]
    )
    pq.write_table(pa.table({WOONLASTEN: [1.0], "naam": half}), bron)
    with pytest.raises(InvoerFout, match=r"niet te lezen als .parquet; het bestand is stuk"):
        reken_bestand(bron, tmp_path / "uit.csv", basis=voorbeeld)
    pq.write_table(pa.table({WOONLASTEN: [1.0, 2.0], "naam": ["a", "b"]}), bron)
    goed = bron.read_bytes()
    for plek in range(0, len(goed), 7):
        bron.write_bytes(bytes([*goed[:plek], goed[plek] ^ 0xFF, *goed[plek + 1 :]]))
        try:
            reken_bestand(bron, tmp_path / "uit.csv", basis=voorbeeld, overschrijf=True)
        except InvoerFout as fout:
            assert str(fout)  # noqa: PT017 (many files, one test)


def test_een_fout_van_de_machine_is_geen_stuk_bestand(tmp_path: Path, voorbeeld: Opbouw) -> None:
    with pytest.raises(FileNotFoundError, match=r"weg\.parquet"):
        reken_bestand(tmp_path / "weg.parquet", tmp_path / "uit.csv", basis=voorbeeld)


def test_tekst_van_de_gebruiker_wordt_nooit_een_formule(tmp_path: Path, voorbeeld: Opbouw) -> None:
    """R8: an apostrophe in front, and nothing else changes; numbers and telephone numbers stay."""
    teksten = [
        "=cmd|' /C calc'!A0",
        "+31 6",
        "@SUM(A1)",
        "-2+3",
        "\t=1",
        "-1.5",
        "+31612345678",
        "'al",
        "gewoon",
        "a=b",
    ]
    tabel = pa.table(
        {"=naam": teksten, "soort": pa.array(teksten).dictionary_encode(), WOONLASTEN: [1.0] * 10}
    )
    pq.write_table(tabel, tmp_path / "in.parquet")
    reken_bestand(tmp_path / "in.parquet", tmp_path / "uit.csv", basis=voorbeeld)
    with (tmp_path / "uit.csv").open(encoding="utf-8", newline="") as tekst:
        rijen = list(csv.DictReader(tekst))
    verwacht = [f"'{t}" for t in teksten[:5]] + teksten[5:]
    assert [rij["'=naam"] for rij in rijen] == [rij["soort"] for rij in rijen] == verwacht
    pq.write_table(tabel.append_column("lijst", pa.array([[1]] * 10)), tmp_path / "in.parquet")
    with pytest.raises(GezinshuisTariefFout, match="de kolom lijst heeft lijsten of groepen"):
        reken_bestand(tmp_path / "in.parquet", tmp_path / "uit.csv", basis=voorbeeld, overschrijf=True)
    reken_bestand(tmp_path / "in.parquet", tmp_path / "uit.parquet", basis=voorbeeld)
    assert pq.read_table(tmp_path / "uit.parquet")["=naam"].to_pylist() == teksten


def test_kale_namen_en_lange_decimalen_gaan_ook_in_bestanden(tmp_path: Path, voorbeeld: Opbouw) -> None:
    """E7."""
    graad = pa.array([Decimal("0.9")], pa.decimal128(20, 4))
    tabel = pa.table({"leegstand_bezettingsgraad": graad, "label": ["Ede"]})
    pq.write_table(tabel, tmp_path / "in.parquet")
    reken_bestand(tmp_path / "in.parquet", tmp_path / "uit.parquet", basis=voorbeeld)
    (rij,) = pq.read_table(tmp_path / "uit.parquet").to_pylist()
    assert rij["uitkomst.laag.tarief"] == huizen(voorbeeld)[0].bereken()["laag"].per_etmaal
    assert rij["label"] == "Ede"


def test_een_gewoon_getal_buiten_de_grenzen_staat_in_het_bezwaar_zoals_het_in_het_bestand_staat(
    tmp_path: Path, voorbeeld: Opbouw
) -> None:
    with pytest.raises(InvoerFout) as vangst:
        reken(tmp_path, voorbeeld, f"huis;{WOONLASTEN}\na;1000,50\nb;-0,50\n")
    assert [bezwaar.gevonden for bezwaar in vangst.value.bezwaren] == ['"-0,50"']
