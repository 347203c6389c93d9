from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, naar_json
from gezinshuis_tarief.controle.offertes import OFFERTEKOLOMMEN, lees_offertes
from gezinshuis_tarief.controle.statistiek import per_aanbieder, statistiek, titel, uitschieters
from gezinshuis_tarief.controle.vergelijkingsboek import schrijf_vergelijking
from gezinshuis_tarief.kern.bestanden import BestandFout


def frame_van(bedragen: dict[str, float]) -> pd.DataFrame:
    rijen = [(naam, f"{naam}.json", "laag", "huisvesting", bedrag) for naam, bedrag in bedragen.items()]
    return pd.DataFrame(rijen, columns=list(OFFERTEKOLOMMEN))


@pytest.fixture
def map_(tmp_path: Path, voorbeeld: Opbouw) -> Path:
    """Six providers, one of them far dearer and one with two quotes, and four files that are no quotes."""
    plek = tmp_path / "offertes"
    (plek / "zes").mkdir(parents=True)
    for nummer in range(1, 6):
        woonlasten = 60000 if nummer == 5 else 15000 + 100 * nummer
        opbouw = voorbeeld.met({"huisvesting.woonlasten_per_jaar": woonlasten})
        (plek / f"aanbieder {nummer}.json").write_text(naar_json(opbouw), encoding="utf-8")
    eigen = voorbeeld.met({"eigen_posten": [{"naam": "tolk", "bedrag_per_jaar": "100"}]})
    (plek / "zes" / "een.json").write_text(naar_json(voorbeeld), encoding="utf-8")
    (plek / "zes" / "twee.JSON").write_text(naar_json(eigen), encoding="utf-8")
    (plek / "stuk.json").write_text('{"gezinshuis":', encoding="utf-8")
    (plek / "=1+1.json").write_text("[]", encoding="utf-8")
    (plek / "brief.pdf").write_text("x", encoding="utf-8")
    (plek / "LEESMIJ").write_text("x", encoding="utf-8")
    (plek / "~$open.xlsx").write_text("x", encoding="utf-8")
    (plek / ".verborgen.json").write_text("x", encoding="utf-8")
    return plek


def test_een_map_geeft_offertes_en_wat_niet_te_lezen_is(map_: Path) -> None:
    gezien: list[Path] = []

    def voortgang(paden: Sequence[Path]) -> list[Path]:
        gezien.extend(paden)
        return gezien

    offertes = lees_offertes(map_, voortgang=voortgang)
    assert len(gezien) == 11
    assert offertes.aanbieders == (*(f"aanbieder {nummer}" for nummer in range(1, 6)), "zes")
    redenen = {bestand.bestand: bestand.reden for bestand in offertes.niet_gelezen}
    assert set(redenen) == {"stuk.json", "=1+1.json", "brief.pdf", "LEESMIJ"}
    assert "houdt te vroeg op" in redenen["stuk.json"]
    assert redenen["brief.pdf"] == "een bestand .pdf wordt niet gelezen; wel: .json, .xlsx"
    assert "zonder extensie" in redenen["LEESMIJ"]


def test_het_frame_heeft_een_rij_per_regel_die_optelt_tot_het_tarief(map_: Path) -> None:
    frame = lees_offertes(map_).naar_frame()
    assert list(frame.columns) == list(OFFERTEKOLOMMEN)
    assert len(frame) == 7 * 3 * 12 + 3
    een = frame[(frame["bestand"] == "aanbieder 1.json") & (frame["zorgzwaarte"] == "hoog")]
    regels, tarief = een[een["regel"] != "tarief"], een[een["regel"] == "tarief"]
    assert regels["per_etmaal"].sum() == pytest.approx(tarief["per_etmaal"].sum())


def test_eigen_lezers_voor_andere_soorten_bestanden(map_: Path, voorbeeld: Opbouw) -> None:
    def geen_toegang(pad: Path) -> tuple[Opbouw, tuple[str, ...]]:
        raise PermissionError(13, "Toegang geweigerd", str(pad))

    offertes = lees_offertes(map_, lezers={".pdf": lambda _: (voorbeeld, ()), "": geen_toegang})
    assert [offerte.bestand for offerte in offertes.gelezen] == ["brief.pdf"]
    assert {"LEESMIJ": "gaat niet open (Toegang geweigerd)"}.items() <= {
        b.bestand: b.reden for b in offertes.niet_gelezen
    }.items()


def test_werkboeken_staan_naast_json_en_wat_eraan_opvalt_wordt_gezegd(
    map_: Path, tmp_path: Path, voorbeeld: Opbouw
) -> None:
    voorbeeld.naar_excel(map_ / "zeven.xlsx")
    (map_ / "acht.xlsx").write_text("geen werkboek", encoding="utf-8")
    veranderd = openpyxl.load_workbook(map_ / "zeven.xlsx")
    veranderd.save(map_ / "negen.xlsx")
    veranderd.close()
    offertes = lees_offertes(map_)
    gelezen = {offerte.bestand: offerte for offerte in offertes.gelezen}
    assert gelezen["zeven.xlsx"].opbouw.bereken().als_json() == voorbeeld.bereken().als_json()
    assert gelezen["zeven.xlsx"].opmerkingen == ()
    assert "acht.xlsx" in {bestand.bestand for bestand in offertes.niet_gelezen}
    opmerkingen = gelezen["negen.xlsx"].opmerkingen
    assert opmerkingen
    pad = tmp_path / "vergelijking.xlsx"
    schrijf_vergelijking(offertes, pad)
    assert ["negen.xlsx", "ja", opmerkingen[0]] in lees_boek(pad)["Bestanden"]


def test_een_aanbieder_met_twee_offertes_telt_een_keer_met_het_gemiddelde(map_: Path) -> None:
    frame = lees_offertes(map_).naar_frame()
    gemiddeld = per_aanbieder(frame)
    tarief = gemiddeld[(gemiddeld["aanbieder"] == "zes") & (gemiddeld["regel"] == "tarief")]
    los = frame[(frame["aanbieder"] == "zes") & (frame["regel"] == "tarief")]
    assert len(tarief) == 3
    assert tarief["per_etmaal"].sum() == pytest.approx(los["per_etmaal"].sum() / 2)
    maten = statistiek(frame)
    assert maten.xs(("laag", "huisvesting"))["aanbieders"] == 6
    assert maten.xs(("laag", "eigen_posten")).isna()["mediaan"]


def test_statistiek_met_de_hand() -> None:
    """1, 2, 3, 4, 10: quartiles 2, 3 and 4; 10 lies beyond 4 + 1,5 × 2 = 7."""
    frame = frame_van({"a": 1, "b": 2, "c": 3, "d": 4, "e": 10})
    assert list(statistiek(frame).xs(("laag", "huisvesting"))) == [5, 1, 2, 3, 4, 10]
    (geval,) = uitschieters(frame)
    assert (geval.aanbieder, geval.per_etmaal, geval.mediaan) == ("e", 10, 3)
    assert geval.vraag == (
        "6 Huisvesting is bij zorgzwaarte laag € 10,00 per etmaal, veel hoger dan bij anderen (mediaan € 3,00). "
        "Wat verklaart dit verschil?"
    )


@pytest.mark.parametrize(("hoogste", "aantal"), [(7.0, 0), (7.01, 1)])
def test_wat_net_binnen_de_spreiding_valt_is_geen_uitschieter(hoogste: float, aantal: int) -> None:
    assert len(uitschieters(frame_van({"a": 1, "b": 2, "c": 3, "d": 4, "e": hoogste}))) == aantal


def test_een_mediaan_op_een_halve_cent_gaat_naar_boven_in_tabel_en_vraag() -> None:
    """Half of 184,26 + 184,27 is 184,265."""
    frame = frame_van({"a": 184.26, "b": 184.26, "c": 184.26, "d": 184.27, "e": 184.27, "f": 190})
    assert statistiek(frame).xs(("laag", "huisvesting"))["mediaan"] == 184.27
    (geval,) = uitschieters(frame)
    assert "mediaan € 184,27" in geval.vraag


def test_een_lage_uitschieter_heet_lager() -> None:
    (geval,) = uitschieters(frame_van({"a": 1, "b": 10, "c": 10, "d": 10, "e": 10}))
    assert "veel lager" in geval.vraag


def test_bij_te_weinig_aanbieders_worden_bedragen_achtergehouden() -> None:
    frame = frame_van({"a": 1, "b": 2, "c": 3, "d": 100})
    maten = statistiek(frame).xs(("laag", "huisvesting"))
    assert maten["aanbieders"] == 4
    assert maten.drop("aanbieders").isna().all()
    assert uitschieters(frame) == ()
    assert statistiek(frame, minimum=4).xs(("laag", "huisvesting"))["hoogste"] == 100
    with pytest.raises(InvoerFout, match="te laag"):
        statistiek(frame, minimum=0)


def test_regels_hebben_een_naam() -> None:
    assert [titel(regel) for regel in ("leegstand", "eigen_posten", "tarief")] == [
        "9 Leegstand",
        "Eigen posten",
        "Tarief",
    ]


def lees_boek(pad: Path) -> dict[str, list[list[Any]]]:
    boek = openpyxl.load_workbook(pad)
    inhoud = {blad.title: [[cel.value for cel in rij] for rij in blad.iter_rows()] for blad in boek}
    soorten = {cel.data_type for blad in boek for rij in blad.iter_rows() for cel in rij}
    boek.close()
    assert "f" not in soorten
    return inhoud


def test_het_werkboek_zegt_wat_gelezen_is_en_wie_ver_afwijkt(map_: Path, tmp_path: Path) -> None:
    pad = tmp_path / "vergelijking.xlsx"
    schrijf_vergelijking(lees_offertes(map_), pad)
    bladen = lees_boek(pad)
    assert list(bladen) == ["Toelichting", "Statistiek", "Uitschieters", "Bestanden"]
    assert bladen["Toelichting"][2][0] == "7 offertes gelezen van 6 aanbieders; 4 bestanden niet gelezen."
    wonen = next(rij for rij in bladen["Statistiek"] if rij[:2] == ["laag", "6 Huisvesting"])
    assert wonen[2] == 6
    assert wonen[7] == 30.18  # (60000 + 4200 + 3600) × 0,65 / 1460 = 30,184…
    eigen = next(rij for rij in bladen["Statistiek"] if rij[:2] == ["laag", "Eigen posten"])
    assert eigen[2:4] == [1, "achtergehouden"]
    assert {rij[0] for rij in bladen["Uitschieters"][1:]} == {"aanbieder 5"}
    assert "=1+1.json" in [rij[0] for rij in bladen["Bestanden"]]


def test_een_deelbaar_werkboek_noemt_niemand(map_: Path, tmp_path: Path) -> None:
    pad = tmp_path / "deelbaar.xlsx"
    schrijf_vergelijking(lees_offertes(map_), pad, deelbaar=True)
    bladen = lees_boek(pad)
    assert list(bladen) == ["Toelichting", "Statistiek"]
    assert "aanbieder 5" not in str(bladen)
    assert "zes" not in str(bladen)


def test_zonder_uitschieters_en_onleesbare_bestanden_staat_dat_er(tmp_path: Path, voorbeeld: Opbouw) -> None:
    (tmp_path / "een.json").write_text(naar_json(voorbeeld), encoding="utf-8")
    pad = tmp_path / "uit.xlsx"
    schrijf_vergelijking(lees_offertes(tmp_path), pad)
    bladen = lees_boek(pad)
    assert bladen["Toelichting"][2][0] == "1 offerte gelezen van 1 aanbieder; 0 bestanden niet gelezen."
    assert bladen["Uitschieters"][1][0] == "geen uitschieters"
    assert bladen["Bestanden"][1][0] == "alle bestanden zijn gelezen, zonder opmerkingen"


def test_een_bestaand_werkboek_wordt_niet_ongevraagd_vervangen(map_: Path, tmp_path: Path) -> None:
    pad = tmp_path / "bestaat.xlsx"
    pad.write_text("van mij", encoding="utf-8")
    with pytest.raises(FileExistsError):
        schrijf_vergelijking(lees_offertes(map_), pad)
    assert pad.read_text(encoding="utf-8") == "van mij"
    schrijf_vergelijking(lees_offertes(map_), pad, overschrijf=True)
    assert pad.read_bytes().startswith(b"PK")


def test_wat_geen_map_werkboek_of_offerte_is_wordt_geweigerd(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match="is geen map"):
        lees_offertes(tmp_path / "niks")
    with pytest.raises(InvoerFout, match="bevat geen bestanden"):
        lees_offertes(tmp_path)
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(InvoerFout, match="bevat geen leesbare offerte"):
        schrijf_vergelijking(lees_offertes(tmp_path), tmp_path / "b.xlsx")
    with pytest.raises(InvoerFout, match=r"moet eindigen op \.xlsx"):
        schrijf_vergelijking(lees_offertes(tmp_path), tmp_path / "b.csv")


def test_een_map_mag_als_tekst_worden_gegeven(map_: Path) -> None:
    """Readers take a path as text or as a path (D4)."""
    assert lees_offertes(str(map_)) == lees_offertes(map_)


def test_een_map_die_niet_te_lezen_is_zegt_dat_in_het_nederlands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dicht(pad: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(pad))

    (tmp_path / "a.json").touch()
    monkeypatch.setattr(Path, "is_file", dicht)
    with pytest.raises(BestandFout, match=r"a\.json: mag niet worden gelezen of geschreven"):
        lees_offertes(tmp_path)
