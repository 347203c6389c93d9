"""Every use of a calculation, as text: to compare who has the classes of its components with who has not."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import ibis
import pandas as pd
import pyarrow as pa

from gezinshuis_tarief import (
    Driehoek,
    Onderhandeling,
    Opbouw,
    bereken_kolommen,
    controleer,
    frame_naar_opbouwen,
    gevoeligheid,
    herprijs,
    indexeer,
    keerpunt,
    lees_bewijs,
    lees_onderhandeling,
    maak_bewijs,
    maak_bijlage,
    maak_motivering,
    naar_json,
    naspelen,
    opbouwen_naar_frame,
    raster,
    schrijf_bewijs,
    schrijf_onderhandeling,
    sleutels,
    steekproef,
    van_json,
    vergelijk_bewijzen,
    verschil,
    voorbeeld_2026,
)
from gezinshuis_tarief.controle.exploitatie import Exploitatie
from gezinshuis_tarief.controle.offertes import lees_offertes
from gezinshuis_tarief.database.tabel import bereken_tabel
from gezinshuis_tarief.indexatie.inschaling import Inschaling
from gezinshuis_tarief.kern.sleutels import plat
from hulp.opdracht import draai

PRIJS: Final = "eigen_posten[0].prijs_per_rit"
LOON: Final = "eigen_posten[2].loon"
BEZETTING: Final = "leegstand.bezettingsgraad"
DAG: Final = "2026-02-02"


def anders(opbouw: Opbouw) -> Opbouw:
    return opbouw.met({PRIJS: "8.00", BEZETTING: "0.9", "eigen_posten[1].deel": "0.10"}, reden="bod")


def frame_van(opbouw: Opbouw) -> pd.DataFrame:
    return raster(
        opbouw, {PRIJS: ["7.50", "8"], BEZETTING: ["0.9", "0.95"], "eigen_posten[1].deel": ["0.05", "0.125"]}
    )


def _tabel(frame: pd.DataFrame) -> str:
    return frame.to_csv()


def _database(opbouw: Opbouw) -> str:
    tabel = ibis.duckdb.connect().create_table("rijen", pa.Table.from_pandas(frame_van(opbouw)))
    rijen = bereken_tabel(tabel, basis=opbouw).to_pyarrow().to_pylist()
    return "\n".join(sorted(map(str, rijen)))


def _heen_en_terug(opbouw: Opbouw) -> str:
    frame = opbouwen_naar_frame([opbouw, anders(opbouw)])
    een, ander = frame_naar_opbouwen(frame, basis=opbouw)
    assert een == opbouw
    assert plat(ander) == plat(anders(opbouw))
    return f"{_tabel(frame)}{_tabel(bereken_kolommen(frame, basis=opbouw))}"


def _herprijs(opbouw: Opbouw) -> str:
    plek = Inschaling(schaal="7", periodiek="5")
    eigen = {
        PRIJS: ("8.25", "vervoerder 2025"),
        f"{LOON}.pensioenpremie_werkgever": ("0.134", "PFZW"),
        f"{LOON}.pensioenfranchise": ("16656", "PFZW"),
    }
    herprijsd = herprijs(opbouw, "2025-06-01", inschaling={"eigen_posten[2]": plek}, eigen=eigen)
    return f"{herprijsd}\n{naar_json(herprijsd.nieuw)}"


def _onderhandeld(opbouw: Opbouw) -> Onderhandeling:
    """Return two rounds: the components themselves, and then values in them; all agreed, by way of a file."""
    partijen = ("gemeente", "aanbieder")
    zaak = Onderhandeling(naam="De Linde", peildatum="2026-01-01", partijen=partijen, basis=voorbeeld_2026())
    for bod in (opbouw, anders(opbouw)):
        zaak = zaak.bod("aanbieder", bod, indiener="J", datum=DAG, reden="omdat")
        zaak = lees_onderhandeling(schrijf_onderhandeling(zaak))
        for punt in zaak.stand.punten:
            zaak = zaak.aanvaard(punt.sleutel, "gemeente", indiener="A", datum=DAG)
        if bod is opbouw:
            zaak = zaak.volgende_ronde()
    return zaak


def _ronden(opbouw: Opbouw) -> str:
    zaak = _onderhandeld(opbouw)
    assert zaak.stand.overeengekomen() == anders(opbouw)
    return f"{schrijf_onderhandeling(zaak)}{zaak.stand.als_json()}{maak_motivering(zaak)}"


def _bewijs(opbouw: Opbouw) -> str:
    bewijs = lees_bewijs(schrijf_bewijs(maak_bewijs(_onderhandeld(opbouw), gemaakt_op=DAG)))
    naspel = naspelen(bewijs)
    assert naspel.klopt
    assert naspel.formules_gelijk
    vergeleken = vergelijk_bewijzen(maak_bewijs(opbouw, gemaakt_op=DAG), bewijs)
    return f"{schrijf_bewijs(bewijs)}{naspel}{naspel.als_json()}{vergeleken}"


def _bijlage(opbouw: Opbouw) -> str:
    return str(maak_bijlage(maak_bewijs(opbouw, gemaakt_op=DAG)))


def _offertes(opbouw: Opbouw) -> str:
    with tempfile.TemporaryDirectory() as naam:
        naar_json(opbouw, Path(naam) / "een.json")
        naar_json(anders(opbouw), Path(naam) / "twee.json")
        offertes = lees_offertes(naam)
    assert offertes.niet_gelezen == ()
    return _tabel(offertes.naar_frame())


def _exploitatie(opbouw: Opbouw) -> str:
    zaak = Exploitatie.van(opbouw.bereken())
    return f"{zaak.jaarresultaat()} {zaak.break_even()} {zaak.lege_plaats_per_maand('hoog')}"


def _opdrachten(opbouw: Opbouw) -> str:
    """Run every command that takes a JSON with components of one's own."""
    uit = []
    with tempfile.TemporaryDirectory() as naam:
        een, twee, bron, doel = (
            str(Path(naam) / deel) for deel in ("een.json", "twee.json", "huizen.csv", "uit.csv")
        )
        naar_json(opbouw, een)
        naar_json(anders(opbouw), twee)
        frame_van(opbouw).to_csv(bron, index=False)
        start, dossier, bewijs = (
            str(Path(naam) / deel) for deel in ("start.json", "zaak.json", "bewijs.json")
        )
        naar_json(voorbeeld_2026(), start)
        wie = ("--indiener", "J", "--datum", DAG)
        for woorden in (
            ("bereken", "--json", een),
            ("uitleg", een, "--zorgzwaarte", "midden"),
            ("vergelijk", een, twee),
            ("controleer", een),
            ("kolommen", bron, "--basis", een, "-o", doel),
            ("sleutels", "rit", "--opbouw", een),
            ("indexeer", een, "--basisjaar", "2024", "--tot-en-met", "2025", "--grondslag", "nieuw"),
            ("onderhandel", "nieuw", dossier, "--basis", start, "--naam", "x", "--peildatum", "2026-01-01"),
            ("onderhandel", "bod", dossier, "--partij", "aanbieder", "--opbouw", een, "--reden", "r", *wie),
            ("onderhandel", "akkoord", dossier, "leegstand", "eigen_posten", "--partij", "gemeente", *wie),
            ("onderhandel", "stand", dossier),
            ("onderhandel", "bewijs", dossier, "-o", bewijs, "--datum", DAG),
            ("onderhandel", "naspel", bewijs),
            ("onderhandel", "bijlage", bewijs),
        ):
            resultaat = draai(*woorden)
            assert resultaat.exception is None or isinstance(resultaat.exception, SystemExit), woorden
            assert resultaat.exit_code == 0, (woorden, resultaat.output)
            uit.append(resultaat.output.replace(naam, ""))
        uit.append(Path(doel).read_text(encoding="utf-8"))
    return "\n".join(uit)


GEBRUIK: Final[Mapping[str, Callable[[Opbouw], Any]]] = {
    "bereken": lambda o: o.bereken().als_json(),
    "uitleg": lambda o: o.uitleg(),
    "kolommen": lambda o: _tabel(bereken_kolommen(frame_van(o), basis=o)),
    "heen en terug": _heen_en_terug,
    "database": _database,
    "steekproef": lambda o: _tabel(
        bereken_kolommen(steekproef(o, {PRIJS: Driehoek("7", "7.5", "9")}, 20, 1), basis=o)
    ),
    "keerpunt": lambda o: keerpunt(o, PRIJS, tarief="180", zorgzwaarte="midden"),
    "gevoeligheid": lambda o: _tabel(gevoeligheid(o)),
    "herprijs": _herprijs,
    "indexeer": lambda o: indexeer(o.bereken(), basisjaar=2024, tot_en_met=2025, basis="nieuw"),
    "exploitatie": _exploitatie,
    "offertes": _offertes,
    "verschil": lambda o: f"{verschil(o, anders(o))}{verschil(voorbeeld_2026(), o).als_json()}",
    "ronden": _ronden,
    "bewijs": _bewijs,
    "bijlage": _bijlage,
    "controleer": controleer,
    "sleutels": lambda o: sleutels(opbouw=o).als_csv(),
    "opdrachten": _opdrachten,
}

if __name__ == "__main__":
    gelezen = van_json(Path(sys.argv[1]).read_bytes())
    sys.stdout.buffer.write(json.dumps({naam: str(doe(gelezen)) for naam, doe in GEBRUIK.items()}).encode())
