from __future__ import annotations

from pathlib import Path

import formualizer
import openpyxl
import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, lees_excel
from gezinshuis_tarief.indexatie import Indexafspraak, Indexatie, indexeer, schrijf_indexatie
from gezinshuis_tarief.indexatie.indexeren import Basis


def drie_jaar(opbouw: Opbouw, niveau: str) -> Indexatie:
    basis: Basis = "geindexeerd"
    afspraak = Indexafspraak(niveau=niveau)
    return indexeer(opbouw.bereken(), basisjaar=2023, tot_en_met=2025, basis=basis, afspraak=afspraak)


@pytest.mark.parametrize("niveau", ["per_tarief", "per_bouwsteen"])
def test_de_formules_op_het_blad_geven_de_tarieven_van_python(
    tmp_path: Path, voorbeeld: Opbouw, niveau: str
) -> None:
    indexatie = drie_jaar(voorbeeld, niveau)
    pad = tmp_path / "tarieven.xlsx"
    schrijf_indexatie(indexatie, pad)
    bewaard = openpyxl.load_workbook(pad, data_only=True)["Indexatie"]
    formules = openpyxl.load_workbook(pad)["Indexatie"]
    rekenaar = formualizer.load_workbook(str(pad))
    rijen = range(2, 5) if niveau == "per_tarief" else (13, 25, 37)
    for rij, product in zip(rijen, ("laag", "midden", "hoog"), strict=True):
        assert bewaard.cell(rij, 1).value == product
        for kolom, jaar in ((3, 2023), (5, 2024), (7, 2025)):
            tarief = float(indexatie.tarieven(jaar)[product])
            assert bewaard.cell(rij, kolom).value == tarief
            assert round(rekenaar.evaluate_cell("Indexatie", rij, kolom), 6) == tarief
    assert formules["E2"].value == "=ROUND(C2*(1+D2),2)"
    assert bewaard["D2"].value == 0.0637


def test_de_uitleg_staat_onder_de_tabel_als_tekst(tmp_path: Path, voorbeeld: Opbouw) -> None:
    indexatie = drie_jaar(voorbeeld, "per_tarief")
    pad = tmp_path / "tarieven.xlsx"
    schrijf_indexatie(indexatie, pad)
    blad = openpyxl.load_workbook(pad)["Indexatie"]
    tekst = [str(rij[0].value) for rij in blad.iter_rows(min_row=6)]
    assert tekst == indexatie.uitleg().splitlines()
    assert {cel.data_type for cel in blad["A"]} <= {"s", "n"}


def test_met_een_opbouw_staat_het_blad_achter_zijn_werkboek(tmp_path: Path, voorbeeld: Opbouw) -> None:
    pad = tmp_path / "tarief.xlsx"
    schrijf_indexatie(drie_jaar(voorbeeld, "per_tarief"), pad, opbouw=voorbeeld)
    bladen = openpyxl.load_workbook(pad).sheetnames
    assert (bladen[0], bladen[-1]) == ("Samenvatting", "Indexatie")
    gelezen = lees_excel(pad)
    assert (gelezen.opbouw, gelezen.bevindingen) == (voorbeeld, ())


def test_een_bestand_wordt_niet_ongevraagd_vervangen(tmp_path: Path, voorbeeld: Opbouw) -> None:
    indexatie = drie_jaar(voorbeeld, "per_tarief")
    pad = tmp_path / "tarieven.xlsx"
    schrijf_indexatie(indexatie, pad)
    with pytest.raises(FileExistsError):
        schrijf_indexatie(indexatie, pad)
    with pytest.raises(InvoerFout, match=r"moet eindigen op \.xlsx"):
        schrijf_indexatie(indexatie, tmp_path / "tarieven.csv")
