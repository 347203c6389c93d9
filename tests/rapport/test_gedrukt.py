"""The printed form: the same tariffs, inputs and findings as the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gezinshuis_tarief import InvoerFout, Opbouw, controleer, naar_json
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.rapport.gedrukt import maak_gedrukt
from gezinshuis_tarief.stukken.delen import Documenttabel, Kop
from hulp.opdracht import draai


def test_het_papier_heeft_tarieven_invoer_en_bevindingen(voorbeeld: Opbouw) -> None:
    opbouw = voorbeeld.met({"eigen_posten": [{"naam": "<b>tuin", "bedrag_per_jaar": "730"}]})
    stuk = maak_gedrukt(opbouw, titel="De Linde")
    assert stuk.titel == "De Linde"
    assert Kop("De Linde", 0) not in stuk.delen  # a document shows its title by itself
    tabellen = [deel for deel in stuk.delen if isinstance(deel, Documenttabel)]
    tarieven = tuple(nederlands(tarief.per_etmaal, 2) for tarief in opbouw.bereken().values())
    assert tabellen[0].rijen[-1] == ("Tarief per dag", *tarieven)
    assert len(tabellen[0].rijen) == 11 + 2
    invoer = [rij for tabel in tabellen[1:-1] for rij in tabel.rijen]
    assert len(invoer) == sum(waarde.waarde is not None for waarde in opbouw.waarden())
    assert any(rij[1] == "95%" for rij in invoer)
    assert any(rij[1:] == ("<b>tuin", "", "") for rij in invoer)
    assert len(tabellen[-1].rijen) == len(controleer(opbouw))


def test_zonder_titel_heet_het_papier_naar_wat_het_is(voorbeeld: Opbouw) -> None:
    assert maak_gedrukt(voorbeeld).titel == "Tarief van een gezinshuis"
    with pytest.raises(InvoerFout, match="opbouw"):
        maak_gedrukt(voorbeeld.bereken())  # type: ignore[arg-type]


def test_de_opdracht_maakt_een_pdf_met_of_zonder_bladzijde(voorbeeld: Opbouw, tmp_path: Path) -> None:
    naar_json(voorbeeld, tmp_path / "a.json")
    pdf, html = tmp_path / "a.pdf", tmp_path / "a.html"
    assert draai("rapport", str(tmp_path / "a.json"), "--pdf", str(pdf)).exit_code == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert not html.exists()
    samen = ("rapport", str(tmp_path / "a.json"), "--pdf", str(pdf), "-o", str(html))
    assert draai(*samen).exit_code == 3
    assert json.loads(draai(*samen, "--overschrijf", "--json").stdout) == {
        "bestand": str(html),
        "pdf": str(pdf),
    }
    assert html.exists()
    assert draai("rapport", str(tmp_path / "a.json")).exit_code == 2
    naast = draai("rapport", str(tmp_path / "a.json"), "--pdf", str(pdf), "--naast", str(tmp_path / "a.json"))
    assert naast.exit_code == 2
    assert draai("rapport", str(tmp_path / "a.json"), "--pdf", str(tmp_path / "a.doc")).exit_code == 2
    voorstel = Path(__file__).parents[2] / "docs" / "voorbeelden" / "onderhandeling.json"
    assert "is een onderhandeling" in draai("rapport", str(voorstel), "--pdf", str(tmp_path / "b.pdf")).stderr
