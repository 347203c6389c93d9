"""What the file itself holds: names, validations, protection, values beside formulas, print set-up."""

from __future__ import annotations

import re
import stat
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from unittest.mock import Mock
from xml.etree import ElementTree as ET

import pytest

from gezinshuis_tarief import Herkomst, Onderbouwing, Opbouw, Status
from gezinshuis_tarief.bouwstenen import ALLE
from gezinshuis_tarief.kern.onderbouwing import Afwijking
from gezinshuis_tarief.kern.sleutels import excelnaam
from gezinshuis_tarief.rekenwijzen.excel import AANWEZIG, ALLEEN_GEGEVEN
from gezinshuis_tarief.werkboek.beschrijving import namen
from gezinshuis_tarief.werkboek.beschrijving.inhoud import Werkboekinhoud
from gezinshuis_tarief.werkboek.beschrijving.paspoort import maak_paspoort
from gezinshuis_tarief.werkboek.schrijven import maak_bladen, schrijf
from gezinshuis_tarief.werkboek.xlsx.blad import Blad, Cel
from hulp.libreoffice import bladen, lees_waarden
from hulp.opdracht import draai
from hulp.rekenblad import BLADXML, deel, definities

EEN_CEL = re.compile(r"[A-Za-z]+!\$[A-Z]+\$\d+")
VOLGORDE = ["Samenvatting", "Uitgangspunten", "Berekening", "Leeswijzer", "Paspoort"]


@pytest.fixture(scope="module")
def pad(tmp_path_factory: pytest.TempPathFactory, voorbeeld: Opbouw) -> Path:
    doel = tmp_path_factory.mktemp("boek") / "tarief.xlsx"
    voorbeeld.naar_excel(doel, ronde=2)
    return doel


def blad(pad: Path, naam: str) -> ET.Element:
    return deel(pad, bladen(pad)[naam])


def cellen(pad: Path, naam: str) -> dict[str, ET.Element]:
    return {cel.attrib["r"]: cel for cel in blad(pad, naam).iter(f"{BLADXML}c")}


def ontgrendeld(pad: Path) -> list[bool]:
    """Return for each cell format whether users may write in it."""
    formaten = deel(pad, "xl/styles.xml").find(f"{BLADXML}cellXfs")
    assert formaten is not None
    slot = (xf.find(f"{BLADXML}protection") for xf in formaten)
    return [bescherming is not None and bescherming.attrib.get("locked") == "0" for bescherming in slot]


def test_de_bladen_staan_in_de_volgorde_waarin_men_leest(pad: Path) -> None:
    assert list(bladen(pad)) == VOLGORDE


def test_elke_invoer_en_elke_uitkomst_heeft_een_naam_voor_een_cel(pad: Path, voorbeeld: Opbouw) -> None:
    gevonden = definities(pad)
    for waarde in voorbeeld.waarden():
        if (waarde.eenheid or waarde.waarde) and waarde.sleutel not in ALLEEN_GEGEVEN:
            assert EEN_CEL.fullmatch(gevonden[excelnaam(waarde.sleutel)])
    for regel in (*ALLE, "eigen_posten", "tarief"):
        assert EEN_CEL.fullmatch(gevonden[f"uitkomst.midden.{regel}"])
    gebieden = {naam for naam, plek in gevonden.items() if not EEN_CEL.fullmatch(plek)}
    assert gebieden == {*namen.GEBIEDEN.values(), "_xlnm.Print_Area", "_xlnm.Print_Titles"}


def test_geen_twee_namen_wijzen_dezelfde_cel_aan(pad: Path) -> None:
    plekken = [plek for plek in definities(pad).values() if EEN_CEL.fullmatch(plek)]
    assert len(plekken) == len(set(plekken))


def test_elke_benoemde_formule_staat_in_het_bestand_zoals_verwacht(pad: Path, voorbeeld: Opbouw) -> None:
    plekken = definities(pad)
    inhoud = {naam: cellen(pad, naam) for naam in VOLGORDE}
    alle = [cel for blad in maak_bladen(Werkboekinhoud(voorbeeld)) for cel in blad.cellen]
    verwacht = {cel.naam: cel.formule for cel in alle if cel.naam and cel.formule}
    assert len(verwacht) > 200
    for naam, formule in verwacht.items():
        vel, plek = plekken[naam].replace("$", "").split("!")
        assert f"={inhoud[vel][plek].findtext(f'{BLADXML}f')}" == formule


def test_formules_houden_zich_aan_wat_excel_2010_kent(pad: Path) -> None:
    bekend = {"IF", "ROUND", "MIN", "MAX", "ISNUMBER", "ISBLANK", "AND", "OR", "NA", "ABS", "INT", "IFERROR"}
    bekend |= {"COUNTIF", "COUNTIFS", "SUMPRODUCT", "COUNT", "LEN"}
    gebruikt: set[str] = set()
    for naam in VOLGORDE:
        for cel in cellen(pad, naam).values():
            gebruikt |= set(re.findall(r"([A-Z.]+)\(", cel.findtext(f"{BLADXML}f") or ""))
    assert gebruikt == bekend


def test_naast_elke_formule_staat_haar_waarde(pad: Path, voorbeeld: Opbouw) -> None:
    waarden = lees_waarden(pad)
    assert [waarden[f"uitkomst.{z}.tarief"] for z in ("laag", "midden", "hoog")] == [149.44, 160.34, 182.12]
    assert waarden["samenvatting.tarief.midden"] == 160.34
    regel = voorbeeld.bereken()["midden"]["leegstand"]
    assert waarden["per_plaats_per_jaar.midden.leegstand"] == pytest.approx(float(regel.per_plaats_per_jaar))
    assert waarden["aandeel.midden.leegstand"] == pytest.approx(float(regel.aandeel))


def test_invoer_is_open_en_formules_zijn_beveiligd_zonder_wachtwoord(pad: Path, voorbeeld: Opbouw) -> None:
    open_ = ontgrendeld(pad)
    plekken = definities(pad)
    invoer = {excelnaam(sleutel) for sleutel in Werkboekinhoud(voorbeeld).invoer} | {AANWEZIG, namen.RONDE}
    inhoud = {naam: cellen(pad, naam) for naam in VOLGORDE}
    for naam, plek in plekken.items():
        if EEN_CEL.fullmatch(plek):
            vel, cel = plek.replace("$", "").split("!")
            assert open_[int(inhoud[vel][cel].attrib.get("s", "0"))] is (naam in invoer), naam
    for naam in VOLGORDE:
        beveiliging = blad(pad, naam).find(f"{BLADXML}sheetProtection")
        assert beveiliging is not None
        assert beveiliging.attrib["sheet"] == "1"
        assert "password" not in beveiliging.attrib
        assert beveiliging.attrib["formatColumns"] == "0"


def test_de_standaardstijl_is_open_zodat_geplakte_cellen_te_wijzigen_blijven(pad: Path) -> None:
    stijl = deel(pad, "xl/styles.xml").find(f"{BLADXML}cellStyleXfs/{BLADXML}xf/{BLADXML}protection")
    assert stijl is not None
    assert stijl.attrib["locked"] == "0"
    assert ontgrendeld(pad)[0]


def test_de_tabtoets_loopt_alleen_langs_invoer(pad: Path) -> None:
    open_ = ontgrendeld(pad)
    for naam in VOLGORDE:
        kolommen = list(blad(pad, naam).iter(f"{BLADXML}col"))
        assert not any(open_[int(kolom.attrib["style"])] for kolom in kolommen)
        assert [kolommen[0].attrib["min"], kolommen[-1].attrib["max"]] == ["1", "16384"]
    assert any(open_[int(c.attrib["s"])] for c in cellen(pad, namen.UITGANGSPUNTEN).values())


def test_elke_invoercel_keurt_en_zegt_in_het_nederlands_wat_er_mag(pad: Path, voorbeeld: Opbouw) -> None:
    keuringen = {
        k.attrib["sqref"]: k for k in blad(pad, namen.UITGANGSPUNTEN).iter(f"{BLADXML}dataValidation")
    }
    plekken = definities(pad)
    for sleutel in Werkboekinhoud(voorbeeld).invoer:
        keuring = keuringen[plekken[excelnaam(sleutel)].split("!")[1].replace("$", "")]
        assert keuring.attrib["showErrorMessage"] == "1"
        assert keuring.attrib["showInputMessage"] == "1"
        assert keuring.attrib["errorTitle"] == "Dit past hier niet"
        assert re.match(r"Hier hoort een getal|Kies uit de lijst|Schrijf een tekst", keuring.attrib["error"])
    bezetting = keuringen[plekken["leegstand.bezettingsgraad"].split("!")[1].replace("$", "")]
    assert bezetting.attrib["error"] == (
        "Hier hoort een getal: groter dan 0%, hoogstens 100%. Typ een percentage met %-teken, zoals 95%."
    )
    grondslag = keuringen[plekken["leegstand.grondslag"].split("!")[1].replace("$", "")]
    assert grondslag.findtext(f"{BLADXML}formula1") == '"kostprijs,vaste_kosten"'


def test_elk_blad_past_op_a4_en_begint_op_een_zinnige_cel(pad: Path) -> None:
    for naam in VOLGORDE:
        vel = blad(pad, naam)
        opzet = vel.find(f"{BLADXML}pageSetup")
        assert opzet is not None
        assert opzet.attrib["paperSize"] == "9"
        assert vel.find(f"{BLADXML}sheetPr/{BLADXML}pageSetUpPr") is not None
        assert "&P van &N" in (vel.findtext(f"{BLADXML}headerFooter/{BLADXML}oddFooter") or "")
    bevroren = blad(pad, namen.UITGANGSPUNTEN).find(f".//{BLADXML}pane")
    assert bevroren is not None
    assert bevroren.attrib["topLeftCell"] == "C5"
    titels = [w for n, w in definities(pad).items() if n == "_xlnm.Print_Titles"]
    assert titels


def test_grafieken_zijn_echt_en_hebben_een_beschrijving(pad: Path) -> None:
    with zipfile.ZipFile(pad) as zip_:
        assert len([naam for naam in zip_.namelist() if naam.startswith("xl/charts/chart")]) == 2
    kader = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"
    beschrijvingen = [k.attrib["descr"] for k in deel(pad, "xl/drawings/drawing1.xml").iter(kader)]
    assert [tekst.split(":")[0] for tekst in beschrijvingen] == ["Gestapelde kolommen", "Liggende staven"]


def test_geen_macros_geen_koppelingen_geen_hyperlinks(pad: Path) -> None:
    with zipfile.ZipFile(pad) as zip_:
        assert not [n for n in zip_.namelist() if "vba" in n or "externalLink" in n or "comments" in n]
        assert b"hyperlink" not in b"".join(zip_.read(n) for n in zip_.namelist() if "sheet" in n)


def test_het_paspoort_staat_op_het_blad_en_in_de_eigenschappen(pad: Path, voorbeeld: Opbouw) -> None:
    waarden = lees_waarden(pad)
    assert waarden["paspoort.sjabloon"] == namen.SJABLOON == "2"
    assert waarden["paspoort.peildatum"] == "2026-01-01"
    assert waarden["paspoort.ronde"] == 2
    assert waarden["paspoort.formules"] == Werkboekinhoud(voorbeeld).vingerafdruk
    assert waarden["paspoort.varianten"] == "geen"
    eigenschappen = {
        kind.attrib["name"]: "".join(kind.itertext()) for kind in deel(pad, "docProps/custom.xml")
    }
    for soort, naam in namen.PASPOORTNAMEN.items():
        assert eigenschappen[f"{namen.EIGENSCHAP}{soort}"] == waarden[naam]
    assert eigenschappen["gezinshuis_tarief.ronde"] == "2"


def test_tekst_van_gebruikers_wordt_nooit_een_formule_of_koppeling(tmp_path: Path, voorbeeld: Opbouw) -> None:
    stout = ['=HYPERLINK("http://x")', "@SUM(1)", "+1", "-1", "http://x.nl", "12"]
    steun = Onderbouwing(
        status=Status.VAST,
        herkomst=Herkomst.BRON,
        bron=stout[0],
        toelichting=stout[4],
        afwijking=Afwijking(voorstel=stout[5], reden=stout[1]),
    )
    opbouw = voorbeeld.model_copy(update={"onderbouwing": {"overhead.opslag": steun}})
    doel = tmp_path / "stout.xlsx"
    schrijf(
        Werkboekinhoud(opbouw, notities={"overhead.opslag": stout[2], "leegstand.grondslag": stout[3]}), doel
    )
    teksten = [si.findtext(f"{BLADXML}t") for si in deel(doel, "xl/sharedStrings.xml")]
    assert set(stout) <= set(teksten)
    assert not [
        formule.text
        for vel in bladen(doel)
        for formule in blad(doel, vel).iter(f"{BLADXML}f")
        if "HYPERLINK" in (formule.text or "")
    ]


def test_een_opbouw_zonder_datums_heeft_een_onbekende_peildatum(tmp_path: Path, voorbeeld: Opbouw) -> None:
    voorbeeld.model_copy(update={"onderbouwing": {}}).naar_excel(tmp_path / "kaal.xlsx")
    assert lees_waarden(tmp_path / "kaal.xlsx")["paspoort.peildatum"] == "onbekend"


def test_zonder_installatie_zegt_het_paspoort_dat(
    tmp_path: Path, voorbeeld: Opbouw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gezinshuis_tarief.kern.bestanden.version", Mock(side_effect=PackageNotFoundError))
    voorbeeld.naar_excel(tmp_path / "bron.xlsx")
    assert lees_waarden(tmp_path / "bron.xlsx")["paspoort.versie"] == "niet geïnstalleerd"


def test_een_bestaand_bestand_blijft_staan_tenzij_gevraagd(tmp_path: Path, voorbeeld: Opbouw) -> None:
    doel = tmp_path / "t.xlsx"
    doel.write_text("van iemand")
    with pytest.raises(FileExistsError):
        voorbeeld.naar_excel(doel)
    assert doel.read_text() == "van iemand"
    voorbeeld.naar_excel(doel, overschrijf=True)
    assert zipfile.is_zipfile(doel)
    assert [p.name for p in tmp_path.iterdir()] == ["t.xlsx"]
    assert doel.stat().st_mode & stat.S_IRUSR


def test_een_antwoord_krijgt_een_extra_blad_en_kanttekeningen_bij_cellen(
    tmp_path: Path, voorbeeld: Opbouw
) -> None:
    extra = Blad("Bevindingen", "#B3261E", (20,), [Cel(0, 0, "=1+1", "tekst")])
    doel = tmp_path / "terug.xlsx"
    schrijf(Werkboekinhoud(voorbeeld), doel, extra=[extra], kanttekeningen={"overhead.opslag": "=let op"})
    assert sorted(bladen(doel)) == sorted([*VOLGORDE, "Bevindingen"])
    opmerking = deel(doel, "xl/comments1.xml")
    plek = definities(doel)["overhead.opslag"].split("!")[1].replace("$", "")
    assert [o.attrib["ref"] for o in opmerking.iter(f"{BLADXML}comment")] == [plek]
    assert [t.text for t in opmerking.iter(f"{BLADXML}t")] == ["=let op"]


class TestOpdracht:
    def test_zonder_invoer_komt_het_voorbeeld_erin(self, tmp_path: Path) -> None:
        doel = tmp_path / "t.xlsx"
        gedaan = draai("exporteer", "-o", str(doel))
        assert gedaan.exit_code == 0
        assert f"{doel} staat klaar." in gedaan.stdout
        assert lees_waarden(doel)["uitkomst.midden.tarief"] == 160.34

    def test_met_invoer_komt_die_erin(self, tmp_path: Path, voorbeeld: Opbouw) -> None:
        doel = tmp_path / "t.xlsx"
        anders = voorbeeld.met({"leegstand.bezettingsgraad": "1"})
        invoer = anders.model_dump(mode="json")
        assert draai("exporteer", "-", "-o", str(doel), "--ronde", "3", invoer=invoer).exit_code == 0
        waarden = lees_waarden(doel)
        assert (waarden["uitkomst.midden.leegstand"], waarden["paspoort.ronde"]) == (0, 3)

    def test_een_bestaand_bestand_wordt_geweigerd(self, tmp_path: Path) -> None:
        doel = tmp_path / "t.xlsx"
        doel.touch()
        gedaan = draai("exporteer", "-o", str(doel))
        assert gedaan.exit_code == 3
        assert "bestaat al en wordt niet overschreven" in gedaan.stderr
        assert draai("exporteer", "-o", str(doel), "--overschrijf").exit_code == 0

    def test_een_andere_soort_bestand_wordt_geweigerd(self, tmp_path: Path) -> None:
        gedaan = draai("exporteer", "-o", str(tmp_path / "t.xls"))
        assert gedaan.exit_code == 2
        assert "eindigt niet op .xlsx" in gedaan.stderr


def test_een_stap_wordt_niet_in_zichzelf_uitgelegd(pad: Path) -> None:
    teksten = [si.findtext(f"{BLADXML}t") for si in deel(pad, "xl/sharedStrings.xml")]
    assert "gedeelde directe kosten + zorgzwaarte per etmaal" in teksten
    assert "eigen post 10 per jaar" in teksten
    assert "vast bedrag per jaar als dat is ingevuld, anders plaatsen × per jeugdige" in teksten


def test_het_paspoort_noemt_naast_de_peildatum_elke_groep(voorbeeld: Opbouw) -> None:
    """C1: the last first day of any figure is not the day of all of them."""
    uitleg = [str(cel.inhoud) for cel in maak_paspoort(Werkboekinhoud(voorbeeld)).cellen]
    assert any(
        tekst.endswith(": lonen 1 maart 2025 · premies 1 januari 2026 · verzorging 2024") for tekst in uitleg
    )
