"""The annotated answer: a fresh workbook, the findings beside it, and the file that came left alone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, WerkboekFout, lees_excel, schrijf_opmerkingen
from gezinshuis_tarief.werkboek.lezen.samenvoegen import OpbouwUitCellen
from hulp.knoei import Knoeier

GRAAD = "leegstand.bezettingsgraad"
HUUR = "huisvesting.woonlasten_per_jaar"
TARIEF = "uitkomst.midden.tarief"


def cel(boek: openpyxl.Workbook, naam: str) -> Any:  # noqa: ANN401 (a cell of another library)
    ((blad, plek),) = boek.defined_names[naam].destinations
    return boek[blad][plek.replace("$", "")]


def rijen(boek: openpyxl.Workbook) -> list[tuple[Any, ...]]:
    return [rij for rij in boek["Bevindingen"].iter_rows(min_row=5, values_only=True) if any(rij)]


def test_het_antwoord_bevat_waarden_notities_en_bevindingen(
    knoeier: Knoeier, tmp_path: Path, voorbeeld: Opbouw
) -> None:
    knoeier.cel_op(*knoeier.kolom_op_rij("opmerking", HUUR), "<is><t>=1+1 klopt dit?</t></is>", "inlineStr")
    ontvangen = knoeier.typ(HUUR, "16.500,00").getal("samenvatting.tarief.midden", 170).bewaar()
    bytes_ervoor = ontvangen.read_bytes()
    terug = tmp_path / "terug.xlsx"
    gelezen = lees_excel(ontvangen)
    schrijf_opmerkingen(gelezen, terug)

    assert ontvangen.read_bytes() == bytes_ervoor
    opnieuw = lees_excel(terug)
    assert opnieuw.opbouw == voorbeeld.met({HUUR: "16500"})
    assert opnieuw.bevindingen == ()
    assert opnieuw.opmerkingen == {HUUR: "=1+1 klopt dit?"}

    boek = openpyxl.load_workbook(terug)
    assert cel(boek, HUUR).value == 16500
    assert 'de tekst "16.500,00", gelezen als 16.500' in cel(boek, HUUR).comment.text
    assert "het getal 170 in plaats van een formule" in cel(boek, "samenvatting.tarief.midden").comment.text
    assert cel(boek, GRAAD).comment is None
    blad = rijen(boek)
    assert len(blad) == len(gelezen.bevindingen)
    (rij,) = (rij for rij in blad if rij[3] == HUUR)
    assert rij[:3] == ("waarschuwing", *knoeier.plek(HUUR))
    (rij,) = (rij for rij in blad if rij[3] == "samenvatting.tarief.midden")
    effect = next(b.effect for b in gelezen.bevindingen if b.sleutel == "samenvatting.tarief.midden")
    assert rij[7] == pytest.approx(float(effect or 0))


def test_bij_een_weigering_staat_er_wat_gelezen_kon_worden(knoeier: Knoeier, tmp_path: Path) -> None:
    knoeier.typ("eigen_posten.2.naam", "Tuin").getal("eigen_posten.2.bedrag_per_jaar", -5)
    knoeier.typ("gelieerde_zorgorganisatie.aanwezig", "weet niet")
    ontvangen = knoeier.getal(GRAAD, 95).getal(HUUR, 17000).leeg("winst_marge.percentage").bewaar()
    with pytest.raises(WerkboekFout) as fout:
        lees_excel(ontvangen)
    terug = tmp_path / "terug.xlsx"
    schrijf_opmerkingen(fout.value, terug)
    boek = openpyxl.load_workbook(terug)
    leeg = (
        GRAAD,
        "winst_marge.percentage",
        "eigen_posten.0.bedrag_per_jaar",
        "gelieerde_zorgorganisatie.aanwezig",
    )
    assert [cel(boek, naam).value for naam in leeg] == [None] * 4
    assert cel(boek, HUUR).value == 17000
    assert cel(boek, "eigen_posten.0.naam").value == "Tuin"
    assert cel(boek, GRAAD).comment.text == ("fout: het getal 95. Bedoelt u 95%? Typ dan 95% of 0,95.")
    assert {rij[3] for rij in rijen(boek) if rij[0] == "fout"} == {
        GRAAD,
        "winst_marge.percentage",
        "eigen_posten[2].bedrag_per_jaar",
        "gelieerde_zorgorganisatie.aanwezig",
    }
    with pytest.raises(WerkboekFout, match="een lege cel"):
        lees_excel(terug)


def test_waarden_die_alleen_samen_niet_kunnen(knoeier: Knoeier, tmp_path: Path) -> None:
    with pytest.raises(WerkboekFout) as fout:
        lees_excel(knoeier.getal("gezinshuis.plaatsen_laag", 8).bewaar())
    terug = tmp_path / "terug.xlsx"
    schrijf_opmerkingen(fout.value, terug)
    boek = openpyxl.load_workbook(terug)
    assert [cel(boek, f"gezinshuis.plaatsen_{zwaarte}").value for zwaarte in ("laag", "midden", "hoog")] == [
        None
    ] * 3
    assert "samen minstens 1 en hoogstens 8" in rijen(boek)[0][5]
    assert "11 ligt buiten de grenzen" in cel(boek, "gezinshuis.plaatsen_laag").comment.text


def test_een_verlegde_naam_wordt_leeg_teruggegeven(knoeier: Knoeier, tmp_path: Path) -> None:
    """A value that may not be the right one is not passed on."""
    knoeier.naam(GRAAD, "Paspoort!$J$40")
    rij = '<row r="40"><c r="J40"><v>0.8</v></c></row></sheetData>'
    knoeier.vervang(knoeier.bladdeel("Paspoort"), "</sheetData>", rij)
    with pytest.raises(WerkboekFout) as fout:
        lees_excel(knoeier.bewaar())
    schrijf_opmerkingen(fout.value, tmp_path / "terug.xlsx")
    boek = openpyxl.load_workbook(tmp_path / "terug.xlsx")
    assert cel(boek, GRAAD).value is None
    assert "wijst naar deze cel" in cel(boek, GRAAD).comment.text


def test_zonder_bevindingen_zegt_het_blad_dat(werkboek: Path, tmp_path: Path) -> None:
    schrijf_opmerkingen(lees_excel(werkboek), tmp_path / "terug.xlsx")
    boek = openpyxl.load_workbook(tmp_path / "terug.xlsx")
    assert rijen(boek) == []
    assert boek["Bevindingen"]["A2"].value == "Er is niets bijzonders gevonden in het ontvangen bestand."


def test_de_ronde_blijft(knoeier: Knoeier, tmp_path: Path) -> None:
    for ronde, verwacht in (("4", 4), ("0", 1), ("112", 1)):
        gelezen = lees_excel(knoeier.getal("paspoort.ronde", ronde).bewaar())
        terug = tmp_path / f"terug{ronde}.xlsx"
        schrijf_opmerkingen(gelezen, terug)
        assert cel(openpyxl.load_workbook(terug), "paspoort.ronde").value == verwacht


def test_een_bestaand_bestand_blijft(werkboek: Path, tmp_path: Path) -> None:
    terug = tmp_path / "terug.xlsx"
    terug.write_text("van mij", encoding="utf-8")
    gelezen = lees_excel(werkboek)
    with pytest.raises(FileExistsError):
        schrijf_opmerkingen(gelezen, terug)
    assert terug.read_text(encoding="utf-8") == "van mij"
    schrijf_opmerkingen(gelezen, terug, overschrijf=True)
    assert lees_excel(terug).opbouw == gelezen.opbouw


def test_het_verschil_van_een_bevinding_leest_als_bedrag(knoeier: Knoeier) -> None:
    gelezen = lees_excel(knoeier.getal(TARIEF, 160).bewaar())
    (bevinding,) = (b for b in gelezen.bevindingen if b.code == "formule_vervangen")
    assert bevinding.effect == Decimal("-0.34")
    assert bevinding.als_json()["effect_per_etmaal"] == "-0.34"
    assert "Verschil: −€ 0,34 per etmaal." in str(bevinding)
    knoeier.getal(TARIEF, "160.34")
    (bevinding,) = lees_excel(knoeier.bewaar()).bevindingen
    assert bevinding.effect_tekst == "€ 0,00 per etmaal"


def test_een_plaatsvervanger_die_ook_niet_mag_geeft_de_weigering_zelf(
    knoeier: Knoeier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OpbouwUitCellen, "_plaatsvervanger", lambda *_: Decimal(95))
    with pytest.raises(InvoerFout, match="bezettingsgraad") as fout:
        lees_excel(knoeier.getal(GRAAD, 950).bewaar())
    assert not isinstance(fout.value, WerkboekFout)


def test_een_nieuw_antwoord_houdt_wat_eerst_is_verzonden(
    knoeier: Knoeier, voorbeeld: Opbouw, tmp_path: Path
) -> None:
    """W2: a chain of fresh answers launders nothing."""
    gelezen = lees_excel(knoeier.getal(HUUR, "22000").bewaar())
    for plek in range(2):
        antwoord = tmp_path / f"antwoord-{plek}.xlsx"
        schrijf_opmerkingen(gelezen, antwoord)
        weer = lees_excel(antwoord)
        assert weer.verzonden.opbouw == voorbeeld
        assert [w.sleutel for w in weer.wijzigingen] == [HUUR]
        assert weer.opbouw == gelezen.opbouw
        gelezen = weer


def test_een_nieuw_antwoord_op_een_geweigerd_bestand_ook(
    knoeier: Knoeier, voorbeeld: Opbouw, tmp_path: Path
) -> None:
    with pytest.raises(WerkboekFout) as fout:
        lees_excel(knoeier.getal(HUUR, "22000").typ("leegstand.bezettingsgraad", "veel").bewaar())
    antwoord = tmp_path / "antwoord.xlsx"
    schrijf_opmerkingen(fout.value, antwoord)
    ingevuld = Knoeier(antwoord).getal("leegstand.bezettingsgraad", "0.9").bewaar()
    weer = lees_excel(ingevuld)
    assert weer.verzonden.opbouw == voorbeeld
    assert {w.sleutel for w in weer.wijzigingen} == {HUUR, "leegstand.bezettingsgraad"}


def test_een_nieuw_antwoord_noemt_wat_er_meekwam(knoeier: Knoeier, tmp_path: Path) -> None:
    blad, adres = knoeier.plek(HUUR)
    vrij = f"W{adres.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
    rij = adres.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    deel = knoeier.bladdeel(blad)
    tekst = knoeier.tekst(deel)
    begin = tekst.index(f'<row r="{rij}"')
    eind = tekst.index("</row>", begin)
    nieuw = f'<c r="{vrij}" t="inlineStr"><is><t>zie huurcontract</t></is></c>'
    knoeier.delen[deel] = (tekst[:eind] + nieuw + tekst[eind:]).encode()
    gelezen = lees_excel(knoeier.bewaar())
    assert [wat.tekst for wat in gelezen.meegekomen] == ["zie huurcontract"]
    antwoord = tmp_path / "antwoord.xlsx"
    schrijf_opmerkingen(gelezen, antwoord)
    rijen = [
        [cel.value for cel in rij_ if cel.value is not None]
        for rij_ in openpyxl.load_workbook(antwoord)["Bevindingen"].iter_rows()
    ]
    kop = rijen.index(["Wat er verder in het ontvangen bestand staat"])
    assert rijen[kop + 1] == ["aantekening", blad, vrij, HUUR, "zie huurcontract"]
