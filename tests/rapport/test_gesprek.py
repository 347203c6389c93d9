"""The state of a negotiation as a page: every side, every point with its reasons, and what is agreed."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import pytest

from gezinshuis_tarief import InvoerFout, Onderhandeling, Opbouw, naar_json
from gezinshuis_tarief.kern.eenheden import nederlands
from gezinshuis_tarief.kern.fouten import weigering
from gezinshuis_tarief.onderhandeling.bestand import schrijf_onderhandeling
from gezinshuis_tarief.onderhandeling.stand import Stand
from gezinshuis_tarief.rapport.gesprek import Gespreksinhoud, maak_gesprek
from hulp.opdracht import draai

WIE: dict[str, Any] = {"indiener": "Jansen", "datum": "2026-03-01"}
BEZET, OVERHEAD = "leegstand.bezettingsgraad", "overhead.opslag"


@pytest.fixture(scope="module")
def begin(voorbeeld: Opbouw) -> Onderhandeling:
    return Onderhandeling(
        naam="De <b>Linde", peildatum="2026-01-01", partijen=("gemeente", "aanbieder"), basis=voorbeeld
    )


@pytest.fixture(scope="module")
def zaak(begin: Onderhandeling, voorbeeld: Opbouw) -> Onderhandeling:
    laag = voorbeeld.met({BEZET: "0.98", OVERHEAD: "0.05", "huisvesting.aandeel_zorg": "0.5"})
    hoog = voorbeeld.met({BEZET: "0.9", "huisvesting.aandeel_zorg": "0.5"})
    stap = begin.bod("gemeente", laag, reden="<i>te hoog", **WIE).bod(
        "aanbieder", hoog, reden="ziekte", **WIE
    )
    stap = stap.vraag(BEZET, "gemeente", tekst="Waarom 90%?", **WIE)
    stap = stap.vraag("", "aanbieder", tekst="Wanneer spreken wij?", **WIE)
    return stap.houd(BEZET, "aanbieder", reden="drie jaar gemeten", **WIE)


def test_de_bladzijde_toont_de_stand(zaak: Onderhandeling) -> None:
    tekst = maak_gesprek(zaak)
    assert "<i>" not in tekst
    assert "<b>Linde" not in tekst
    assert "<script" not in tekst
    assert "script-src 'none'" in html.unescape(tekst)
    assert "De &lt;b&gt;Linde</h1>" in tekst
    for status, aantal in (("betwist", 1), ("open", 1), ("akkoord", 1)):
        assert f'data-sleutel="punten.{status}">{aantal}<' in tekst
    for zwaarte, tarief in zaak.stand.overeengekomen().bereken().items():
        assert f'data-sleutel="akkoord.{zwaarte}.tarief">{nederlands(tarief.per_etmaal, 2)}<' in tekst
    for opbouw in zaak.stand.standen.values():
        assert f">{nederlands(opbouw.bereken()['hoog'].per_etmaal, 2)}</td>" in tekst
    for zin in (
        "Reden: &lt;i&gt;te hoog",
        "Reden: drie jaar gemeten",
        "Wanneer spreken wij?",
        "9 Leegstand: ",
    ):
        assert zin in tekst


def test_een_punt_noemt_waarden_effecten_en_redenen(zaak: Onderhandeling) -> None:
    punten = {punt.sleutel: punt for punt in Gespreksinhoud(zaak).punten}
    assert next(iter(punten)) == BEZET
    assert [kant.waarde for kant in punten[BEZET].kanten] == ["98%", "90%"]
    effect = zaak.stand.effect(OVERHEAD, "gemeente")
    assert effect is not None
    gemeente, aanbieder = punten[OVERHEAD].kanten
    assert gemeente.per_dag == f"−{nederlands(-effect.per_etmaal['midden'], 2)}"
    assert (aanbieder.per_dag, aanbieder.per_jaar, aanbieder.reden) == ("", "", "")


def test_wat_gebeurde_staat_op_volgorde(zaak: Onderhandeling) -> None:
    na = zaak.aanvaard(OVERHEAD, "aanbieder", **WIE)
    verloop = [wat for _, _, wat in Gespreksinhoud(na).verloop]
    assert verloop[0] == "gemeente (Jansen) deed een bod met 3 wijzigingen"
    assert verloop[3] == "aanbieder (Jansen) vraagt over het geheel: Wanneer spreken wij?"
    assert verloop[4].startswith("aanbieder (Jansen) houdt vast aan deel van de plaatsdagen")
    assert verloop[5].startswith("aanbieder (Jansen) aanvaardde van gemeente: ")
    volgende = Gespreksinhoud(na.volgende_ronde())
    assert len(volgende.afgesproken) == 2  # also what an earlier round agreed


def test_zonder_punten_is_iedereen_het_eens(begin: Onderhandeling, voorbeeld: Opbouw) -> None:
    tekst = maak_gesprek(begin, titel="Huis")
    assert "Huis</h1>" in tekst
    assert "iedereen is het eens" in tekst
    assert "nog niets afgesproken" in tekst
    assert "Nog niemand deed een bod." in tekst
    een = begin.bod("gemeente", voorbeeld.met({BEZET: "0.9"}), reden="r", **WIE)
    assert "deed een bod met 1 wijziging<" in maak_gesprek(een)


def test_een_akkoord_dat_niet_past_heeft_geen_berekening(
    zaak: Onderhandeling, monkeypatch: pytest.MonkeyPatch
) -> None:
    def past_niet(_: Stand) -> Opbouw:
        raise weigering("akkoord", "past niet")

    monkeypatch.setattr(Stand, "overeengekomen", past_niet)
    monkeypatch.setattr(Stand, "effect", lambda *_: None)
    tekst = maak_gesprek(zaak)
    assert "past alleen samen met een waarde" in tekst
    assert "akkoord.midden.tarief" not in tekst
    assert tekst.count("alleen samen<") == 10
    inhoud = Gespreksinhoud(zaak)
    assert (inhoud.regels, inhoud.totaal, inhoud.afgesproken) == ([], (), [])


def test_wat_geen_onderhandeling_is_wordt_geweigerd(voorbeeld: Opbouw) -> None:
    with pytest.raises(InvoerFout, match="zaak"):
        maak_gesprek(voorbeeld)  # type: ignore[arg-type]


def test_de_opdracht_neemt_een_dossier(zaak: Onderhandeling, voorbeeld: Opbouw, tmp_path: Path) -> None:
    dossier, doel = tmp_path / "dossier.json", tmp_path / "stand.html"
    dossier.write_text(schrijf_onderhandeling(zaak), encoding="utf-8")
    assert draai("rapport", str(dossier), "-o", str(doel)).exit_code == 0
    assert doel.read_text(encoding="utf-8") == maak_gesprek(zaak)
    with pytest.raises(FileExistsError):
        zaak.naar_html(doel)
    naar_json(voorbeeld, tmp_path / "bod.json")
    uit = draai(
        "rapport", str(dossier), "--naast", str(tmp_path / "bod.json"), "-o", str(tmp_path / "n.html")
    )
    assert uit.exit_code == 3
    assert "Laat --naast weg" in uit.stderr
