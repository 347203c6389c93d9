"""R4: what is shown is what is meant: no door takes a text that hides or fakes what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from gezinshuis_tarief import (
    GezinshuisTariefFout,
    InvoerFout,
    Onderhandeling,
    Opbouw,
    controleer,
    lees_excel,
    lees_onderhandeling,
    naar_json,
    schrijf_onderhandeling,
    van_json,
    voorbeeld_2026,
)
from hulp.opdracht import draai

HUUR = "huisvesting.woonlasten_per_jaar"
STUREND = [
    "\x00",
    "\x07",
    "\x1b[2J",
    "\x7f",
    "\x9b",
    "\u2028",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\ufffe",
    "\U000e0041",
]
IN_EEN_NAAM = [*STUREND, "\r", "\n", "\t", "\u200b", "\u200e", "\u2060"]
VALS = "tuin\n    Tarief per etmaal      99,00"


def opbouw_met_post(naam: str) -> Opbouw:
    return voorbeeld_2026().met({"eigen_posten": [{"naam": naam, "bedrag_per_jaar": "1200"}]})


def zaak_van(partij: str, reden: str = "huur") -> Onderhandeling:
    basis = voorbeeld_2026()
    zaak = Onderhandeling(naam="De Linde", peildatum="2026-01-01", partijen=("gemeente", partij), basis=basis)
    return zaak.bod(partij, basis.met({HUUR: "14000"}), indiener="J", datum="2026-03-01", reden=reden)


NAMEN: dict[str, Callable[[str], object]] = {
    "eigen post": opbouw_met_post,
    "partij": zaak_van,
    "eigen opslag": lambda naam: voorbeeld_2026().met(
        {"eigen_opslagen": [{"naam": naam, "percentage": "0.01", "grondslag": "kostprijs"}]}
    ),
}
TEKSTEN: dict[str, Callable[[str], object]] = {
    "reden": lambda tekst: voorbeeld_2026().met({HUUR: "14000"}, reden=tekst),
    "bron": lambda tekst: voorbeeld_2026().met({HUUR: "14000"}, bron=tekst),
    "toelichting": lambda tekst: voorbeeld_2026().met({HUUR: "14000"}, toelichting=tekst),
    "reden van een bod": lambda tekst: zaak_van("aanbieder", tekst),
}


@pytest.mark.parametrize("teken", IN_EEN_NAAM, ids=ascii)
@pytest.mark.parametrize("deur", NAMEN)
def test_een_naam_staat_op_een_regel_en_is_te_zien(deur: str, teken: str) -> None:
    with pytest.raises(InvoerFout, match=r"heeft een teken dat niet te zien is \(U\+") as fout:
        NAMEN[deur](f"a{teken}b")
    assert "Typ deze tekst opnieuw" in str(fout.value)
    assert teken == "\n" or teken not in str(fout.value)  # objections stand on lines of their own


@pytest.mark.parametrize("teken", STUREND, ids=ascii)
@pytest.mark.parametrize("deur", TEKSTEN)
def test_een_notitie_stuurt_geen_scherm(deur: str, teken: str) -> None:
    with pytest.raises(InvoerFout, match="heeft een teken dat niet te zien is"):
        TEKSTEN[deur](f"a{teken}b")
    assert TEKSTEN[deur]("twee\nregels, é, 👍, שלום")


def test_een_gevonden_teken_wordt_getoond_als_nummer() -> None:
    with pytest.raises(InvoerFout) as fout:
        opbouw_met_post("\x1b]0;x\x07")
    assert "\\x1b]0;x\\x07" in str(fout.value)
    assert "\x1b" not in str(fout.value)


@pytest.mark.parametrize("plek", ["waarde", "sleutel"])
def test_geen_enkele_json_heeft_een_tekst_die_stuurt(plek: str) -> None:
    """Whatever file it is, and wherever in it: also where nothing reads the text today."""
    inhoud = json.loads(schrijf_onderhandeling(zaak_van("aanbieder")))
    if plek == "waarde":
        inhoud["ronden"][0]["zetten"][0]["redenen"][HUUR] = "a\x1bb"
        waar = rf"ronden\[0\]\.zetten\[0\]\.redenen\.{HUUR}: heeft een teken"
    else:
        inhoud["ronden"][0]["zetten"][0]["redenen"]["a\u202eb"] = "x"
        waar = r"ronden\[0\]\.zetten\[0\]\.redenen: heeft een teken dat niet te zien is \(U\+202E\)"
    with pytest.raises(InvoerFout, match=waar):
        lees_onderhandeling(json.dumps(inhoud))
    with pytest.raises(InvoerFout, match="heeft een teken"):
        van_json(naar_json(voorbeeld_2026()).replace('"bron": "', '"bron": "\\u0007', 1))


def test_een_naam_die_een_tarief_nabootst_wordt_geweigerd_in_het_werkboek(tmp_path: Path) -> None:
    pad = tmp_path / "t.xlsx"
    opbouw_met_post("tuin").naar_excel(pad)
    boek = openpyxl.load_workbook(pad)
    blad, cel = next(iter(boek.defined_names["eigen_posten.0.naam"].destinations))
    boek[blad][cel.replace("$", "")] = VALS
    boek.save(pad)
    with pytest.raises(
        GezinshuisTariefFout, match=r"eigen_posten\[0\]\.naam.* heeft een teken dat niet te zien is"
    ):
        lees_excel(pad)


def test_een_notitie_over_regels_staat_in_uitvoer_op_een_regel(tmp_path: Path) -> None:
    """A note may hold lines of its own; in a terminal they cannot pass for ours."""
    nagebootst = "    Tarief per etmaal      99,00"
    opbouw = voorbeeld_2026().met({HUUR: "14000"}, reden=f"huur\n{nagebootst}", bron=f"b\n{nagebootst}")
    (tmp_path / "o.json").write_text(naar_json(opbouw), encoding="utf-8")
    zaak = zaak_van("aanbieder", f"huur\n{nagebootst}")
    (tmp_path / "d.json").write_text(schrijf_onderhandeling(zaak), encoding="utf-8")
    for uitvoer in (
        str(opbouw.uitleg()),
        str(controleer(opbouw)),
        str(zaak),
        draai("bereken", str(tmp_path / "o.json")).output,
        draai("uitleg", str(tmp_path / "o.json")).output,
        draai("onderhandel", "stand", str(tmp_path / "d.json")).output,
    ):
        assert nagebootst not in uitvoer.splitlines()
