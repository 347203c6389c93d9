from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gezinshuis_tarief import InvoerFout
from gezinshuis_tarief.indexatie import ijw_regels, schrijf_ijw
from gezinshuis_tarief.indexatie.ijw import EENHEID_ETMAAL, ijw_csv
from gezinshuis_tarief.referentie import ijw_eenheden

BEGIN, EIND = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
CODES = {"laag": "43A01", "hoog": "43A03"}


def test_de_regels_dragen_code_eenheid_periode_en_hele_centen() -> None:
    regels = ijw_regels({"laag": "156.85", "hoog": "191.10"}, CODES, BEGIN, EIND)
    assert ijw_csv(regels) == (
        "productcode;eenheid;begindatum;einddatum;tarief_in_centen\r\n"
        "43A01;14;2026-01-01;2026-12-31;15685\r\n"
        "43A03;14;2026-01-01;2026-12-31;19110\r\n"
    )


def test_de_eenheid_is_het_etmaal_van_de_codelijst() -> None:
    betekenis = {code.code: code.betekenis for code in ijw_eenheden() if code.lijst == "WJ756"}
    assert betekenis[EENHEID_ETMAAL] == "Etmaal"


def test_een_bestand_wordt_geschreven_en_niet_ongevraagd_vervangen(tmp_path: Path) -> None:
    regels = ijw_regels({"laag": "1.00"}, {"laag": "43A01"}, BEGIN, EIND)
    pad = tmp_path / "ijw.csv"
    schrijf_ijw(regels, pad)
    assert pad.read_bytes() == ijw_csv(regels).encode()
    with pytest.raises(FileExistsError):
        schrijf_ijw(regels, pad)
    schrijf_ijw((), pad, overschrijf=True)
    assert pad.read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize(
    ("codes", "eind", "melding"),
    [
        ({"laag": "43A01"}, EIND, "productcodes.hoog: ontbreekt"),
        ({"laag": "43A01", "hoog": "43a3"}, EIND, "geen productcode"),
        ({"laag": "43A01", "hoog": "=1+1+"}, EIND, "geen productcode"),
        ({"laag": "43A01", "hoog": "43A01"}, EIND, "meer dan een product"),
        ({**CODES, "midden": "43A02"}, EIND, "hoort bij geen tarief"),
        (CODES, dt.date(2025, 12, 31), "ligt vóór de begindatum"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd(codes: dict[str, str], eind: dt.date, melding: str) -> None:
    with pytest.raises(InvoerFout, match=melding):
        ijw_regels({"laag": "1.00", "hoog": "2.00"}, codes, BEGIN, eind)
