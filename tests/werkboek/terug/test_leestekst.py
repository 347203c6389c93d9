"""What changed and what stands out, as a contract manager reads it in a terminal."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from gezinshuis_tarief import Opbouw, lees_excel
from gezinshuis_tarief.werkboek.lezen.bevindingen import WerkboekFout
from gezinshuis_tarief.werkboek.lezen.lezen import Gelezen
from gezinshuis_tarief.werkboek.terug.leestekst import oorzaaktekst, wijzigingentekst
from gezinshuis_tarief.werkboek.terug.oorzaken import oorzaken
from gezinshuis_tarief.werkboek.terug.verzonden import Verzonden
from hulp.knoei import Knoeier
from hulp.opdracht import draai

HUUR = "huisvesting.woonlasten_per_jaar"
TOESLAG = "inkomen_gezinshuisouder.loon.vakantietoeslag"


def tekst(gelezen: Gelezen) -> str:
    return wijzigingentekst(gelezen.wijzigingen, gelezen.verzonden, gelezen.opbouw)


def test_eerst_wat_veranderde_dan_de_uitkomst(knoeier: Knoeier) -> None:
    knoeier.getal(HUUR, 45000).getal("gezinshuis.plaatsen_laag", 2).getal("gezinshuis.plaatsen_midden", 1)
    pad = str(knoeier.bewaar())
    stdout = draai("lees", pad).stdout
    assert stdout.startswith("Wat er veranderde sinds de verzending, in euro per etmaal\n")
    regels = stdout.splitlines()
    assert (
        regels[2] == "Huur of rente en afschrijving van het huis              +14,50   +14,49   +14,51"
    )  # the difference of the tariffs themselves
    assert regels[3] == "  € 15.000,00 per jaar → € 45.000,00 per jaar"
    assert "Plaatsen met zorgzwaarte laag; plaatsen met zorgzwaarte midden" in regels
    assert "Tarief zoals verzonden                                  149,44   160,34   182,12" in regels
    assert stdout.index("Tarief zoals ontvangen") < stdout.index("bouwsteen")
    assert all(len(regel) <= 80 for regel in regels)
    inhoud = json.loads(draai("lees", pad, "--json").stdout)
    assert inhoud["wijzigingen"][0]["sleutel"] == HUUR
    assert list(inhoud) == ["opbouw", "wijzigingen", "voorstellen", "meegekomen", "bevindingen"]


def test_wat_lees_schrijft_leest_bereken(knoeier: Knoeier, tmp_path: Path) -> None:
    """E4: what `lees --json` gives is an input too."""
    pad = tmp_path / "gelezen.json"
    pad.write_text(draai("lees", str(knoeier.getal(HUUR, 45000).bewaar()), "--json").stdout, encoding="utf-8")
    assert "174,83" in draai("bereken", str(pad)).stdout


def test_een_vaste_waarde_en_haar_reden_worden_genoemd(knoeier: Knoeier) -> None:
    gelezen = lees_excel(knoeier.getal(TOESLAG, 0.07).bewaar())
    assert "  Deze waarde is vast verzonden.\n  Er staat geen reden bij." in tekst(gelezen)
    knoeier.cel_op(*knoeier.kolom_op_rij("reden", TOESLAG), "<is><t>regio\nhoog</t></is>", "inlineStr")
    assert "  Reden: regio hoog" in tekst(lees_excel(knoeier.bewaar()))


def test_een_reden_die_het_scherm_stuurt_wordt_geweigerd_bij_haar_cel(knoeier: Knoeier) -> None:
    """R4: in a cell as at every door."""
    knoeier.cel_op(*knoeier.kolom_op_rij("reden", TOESLAG), "<is><t>a_x001B_[31m</t></is>", "inlineStr")
    with pytest.raises(WerkboekFout) as fout:
        lees_excel(knoeier.bewaar())
    (bevinding,) = (b for b in fout.value.bevindingen if b.code == "onzichtbaar_teken")
    assert (bevinding.sleutel, bevinding.gevonden) == (
        TOESLAG,
        "deze tekst heeft een teken dat niet te zien is (U+001B)",
    )


def test_wijzigingen_zonder_een_cent_staan_bijeen(knoeier: Knoeier) -> None:
    knoeier.getal("gezinshuis.plaatsen_laag", 2).getal("gezinshuis.plaatsen_midden", 1)
    knoeier.getal("vervanging_logeren.kosten_per_logeeretmaal", "0.00001")
    knoeier.getal("inkomen_gezinshuisouder.loon.maximum_premieloon", 80000)
    gelezen = lees_excel(knoeier.bewaar())
    nul = [wijziging for wijziging in gelezen.wijzigingen if not wijziging.gewicht]
    assert len(nul) >= 2
    assert "wijzigingen die het tarief geen cent veranderen:\n  " in tekst(gelezen)


def test_niets_veranderd_of_niet_te_zeggen(werkboek: Path, voorbeeld: Opbouw) -> None:
    assert tekst(lees_excel(werkboek)) == "Er veranderde geen enkele waarde sinds de verzending."
    assert wijzigingentekst((), Verzonden(), voorbeeld) == ""
    een, twee = Verzonden(voorbeeld, ("a",)), Verzonden(voorbeeld, ("a", "b"))
    assert wijzigingentekst((), een, voorbeeld).splitlines()[1].startswith("1 waarde is leeg verzonden")
    assert wijzigingentekst((), twee, voorbeeld).splitlines()[1].startswith("2 waarden zijn leeg verzonden")


def _plak_waarden(knoeier: Knoeier) -> Gelezen:
    """Paste the values over the formulas of a sheet, as many do to be rid of formulas."""
    onderdeel = knoeier.bladdeel("Berekening")
    knoeier.delen[onderdeel] = re.sub(r"<f>[^<]*</f>", "", knoeier.tekst(onderdeel)).encode()
    return lees_excel(knoeier.getal("huisvesting.per_etmaal", 20).bewaar())


def test_geplakte_waarden_zijn_een_oorzaak(knoeier: Knoeier) -> None:
    """W12: one line with a count, and last those that move no cent."""
    gelezen = _plak_waarden(knoeier)
    groepen = oorzaken(gelezen.bevindingen)
    assert len(gelezen.bevindingen) > 80
    assert len(groepen) < 8
    assert sum(len(groep.bevindingen) for groep in groepen) == len(gelezen.bevindingen)
    assert [groep.nul for groep in groepen][-1]
    assert not any(groep.nul for groep in groepen[:-1])
    stil = oorzaaktekst(groepen[-1])
    assert stil.startswith("waarschuwing: ")
    assert (
        "keer formule vervangen, uitkomst verouderd, zonder dat het tarief een cent verandert. Waar: " in stil
    )
    assert " andere" in stil
    effecten = [
        abs(groep.effect or Decimal(0)) for groep in groepen[:-1] if str(groep.ernst) == "waarschuwing"
    ]
    assert effecten == sorted(effecten, reverse=True)


def test_veel_van_een_soort_noemt_het_grootste_verschil(knoeier: Knoeier) -> None:
    for zwaarte in ("laag", "midden", "hoog"):
        for regel in ("huisvesting", "overhead"):
            knoeier.getal(f"uitkomst.{zwaarte}.{regel}", 99)
    gelezen = lees_excel(knoeier.bewaar())
    (groep,) = (o for o in oorzaken(gelezen.bevindingen) if o.wat == "formule vervangen")
    assert len(groep.bevindingen) == 6
    assert "6 keer formule vervangen, zoals het getal 99" in oorzaaktekst(groep)
    assert f"Grootste verschil: {groep.bevindingen[0].effect_tekst}." in oorzaaktekst(groep)
    assert groep.effect == max((b.effect or Decimal(0) for b in groep.bevindingen), key=abs)


def test_fouten_blijven_los(knoeier: Knoeier) -> None:
    for sleutel in ("woonlasten", "energie_en_heffingen", "onderhoud_en_inventaris"):
        knoeier.leeg(f"huisvesting.{sleutel}_per_jaar")
    knoeier.leeg("overhead.opslag")
    uitkomst = draai("lees", str(knoeier.bewaar()))
    assert uitkomst.stderr.count("een lege cel") == 4
    assert json.loads(draai("lees", str(knoeier.bewaar()), "--json").stdout)["wijzigingen"] == []
