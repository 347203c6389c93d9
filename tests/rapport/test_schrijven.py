"""The page as it is written: every number stands in it, text stays text, and nothing in it asks for anything."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from gezinshuis_tarief import EigenPost, GezinshuisTariefFout, InvoerFout, Opbouw, naar_json
from gezinshuis_tarief.kern.eenheden import nederlands, toon
from gezinshuis_tarief.rapport import schrijven
from gezinshuis_tarief.rapport.schrijven import Rapportbeeld, maak_html
from hulp.bladzijde import vormen
from hulp.opdracht import draai

VORMEN = vormen()
KWAAD = '</script><script>alert(1)</script><img src=x onerror="alert(2)"><!--<script>\'"&{{ 7*7 }}'


class Bladzijde(HTMLParser):
    """What a browser sees without running anything: elements with attributes, and the text of those with a key."""

    def __init__(self, tekst: str) -> None:
        super().__init__()
        self.elementen: list[tuple[str, dict[str, str | None]]] = []
        self.teksten: dict[str, str] = {}
        self.los: dict[str, list[str]] = {}
        self._stapel: list[str] = []
        self._sleutel = ""
        self.feed(tekst)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        eigenschappen = dict(attrs)
        self.elementen.append((tag, eigenschappen))
        self._stapel.append(tag)
        self._sleutel = eigenschappen.get("data-sleutel") or ""

    def handle_data(self, data: str) -> None:
        if self._sleutel:
            self.teksten[self._sleutel] = self.teksten.get(self._sleutel, "") + data
        self.los.setdefault(self._stapel[-1] if self._stapel else "", []).append(data)

    def handle_endtag(self, tag: str) -> None:
        self._sleutel = ""
        while self._stapel and self._stapel.pop() != tag:
            pass

    def namen(self) -> set[str]:
        return {
            eigen["name"] or ""
            for soort, eigen in self.elementen
            if soort in {"input", "select"} and "name" in eigen
        }


@pytest.fixture(scope="module")
def kwaad(voorbeeld: Opbouw) -> Opbouw:
    """The example with text of somebody who means harm, wherever text may stand."""
    post = EigenPost(naam=KWAAD[:80], bedrag_per_jaar="100")
    return voorbeeld.met({"eigen_posten": [post]}).met(
        {"leegstand.bezettingsgraad": "0.91"}, bron=KWAAD, toelichting=KWAAD, reden=KWAAD
    )


@pytest.mark.parametrize("vorm", VORMEN)
def test_elk_bedrag_en_elke_invoer_staat_er_ook_zonder_script(vorm: str) -> None:
    opbouw = VORMEN[vorm]
    bladzijde = Bladzijde(maak_html(opbouw))
    for zwaarte, tarief in opbouw.bereken().items():
        for sleutel, bedrag in {**tarief.bedragen.afgerond, "tarief": tarief.per_etmaal}.items():
            assert bladzijde.teksten[f"uitkomst.{zwaarte}.{sleutel}"] == nederlands(bedrag, 2)
    assert {waarde.sleutel for waarde in opbouw.waarden()} <= bladzijde.namen()


def test_elke_invoer_heeft_een_vak_met_haar_sleutel_als_naam(voorbeeld: Opbouw, alles_eigen: Opbouw) -> None:
    for opbouw in (voorbeeld, alles_eigen):
        namen = Bladzijde(maak_html(opbouw)).namen()
        assert {waarde.sleutel for waarde in opbouw.waarden()} <= namen
        assert "gelieerde_zorgorganisatie.aanwezig" in namen


def test_elke_stap_staat_er_in_woorden_en_getallen(alles_eigen: Opbouw) -> None:
    tekst = html.unescape(maak_html(alles_eigen))
    for stap in alles_eigen.uitleg().stappen:
        assert f"<dd>{stap.formule}</dd>" in tekst
        assert f"= {toon(stap.waarde, stap.eenheid)} <span>" in tekst


def test_status_bron_aannames_en_bevindingen_staan_erin(voorbeeld: Opbouw) -> None:
    tekst = html.unescape(maak_html(voorbeeld, titel="De Linde"))
    assert "<h1>De Linde</h1>" in tekst
    assert str(voorbeeld.prijspeil) in tekst
    assert f'id="aannames">{len(voorbeeld.aannames())}<' in tekst
    assert "CAO Jeugdzorg, salaristabel per 1 maart 2025, schaal 8 periodiek 12" in tekst
    assert "LOO-01" in tekst


def test_alleen_het_ene_script_en_de_ene_stijl_mogen(voorbeeld: Opbouw) -> None:
    tekst = maak_html(voorbeeld)
    beleid = next(
        e["content"] or "" for s, e in Bladzijde(tekst).elementen if "http-equiv" in e and s == "meta"
    )
    assert "default-src 'none'" in beleid
    for soort, vraag in (("style", r"<style>(.*?)</style>"), ("script", r"<script>(.*?)</script>")):
        (inhoud,) = re.findall(vraag, tekst, re.DOTALL)
        kenmerk = base64.b64encode(hashlib.sha256(inhoud.encode()).digest()).decode()
        assert f"{soort}-src 'sha256-{kenmerk}'" in beleid


def bezwaren_tegen(tekst: str) -> list[str]:
    """Return what a page may not hold: a style or a script in an element, or anything from elsewhere."""
    mis = []
    for soort, eigen in Bladzijde(tekst).elementen:
        for naam, waarde in eigen.items():
            elders = naam in {"src", "srcset", "data", "action"} or (
                naam == "href" and not (waarde or "").startswith("#")
            )
            if naam == "style" or naam.startswith("on") or elders or soort in {"link", "iframe", "img"}:
                mis.append(f"{soort} {naam}={waarde}")
    return mis


def test_er_staat_geen_losse_stijl_handler_of_verwijzing_naar_buiten_in(kwaad: Opbouw) -> None:
    tekst = maak_html(kwaad)
    assert bezwaren_tegen(tekst) == []
    for fout in ('<p style="x">', '<p onclick="x">', '<img src="x">', '<a href="https://x">'):
        assert bezwaren_tegen(tekst.replace("<main>", f"<main>{fout}"))
    assert not re.search(
        r"url\(|@import|https?://(?!www\.w3\.org)",
        "".join(re.findall(r"<(?:style|script)>(.*?)</", tekst, re.DOTALL)),
    )


def test_kwade_tekst_blijft_tekst(kwaad: Opbouw) -> None:
    tekst = maak_html(kwaad, titel=KWAAD)
    bladzijde = Bladzijde(tekst)
    assert sum(soort == "script" for soort, _ in bladzijde.elementen) == 2
    assert "49" not in "".join(bladzijde.los["h1"])
    assert "".join(bladzijde.los["h1"]) == KWAAD
    (gegevens,) = re.findall(
        r'<script type="application/json" id="gegevens">(.*?)</script>', tekst, re.DOTALL
    )
    assert json.loads(gegevens)["opbouw"] == json.loads(naar_json(kwaad))
    assert not set(gegevens) & set("<>&\u2028")


@pytest.mark.parametrize("opbouw", VORMEN.values(), ids=list(VORMEN))
def test_een_rapport_blijft_klein(opbouw: Opbouw) -> None:
    assert len(maak_html(opbouw).encode()) < 250_000


def test_het_bestand_wordt_geschreven_en_niet_ongevraagd_vervangen(voorbeeld: Opbouw, tmp_path: Path) -> None:
    pad = tmp_path / "rapport.html"
    voorbeeld.naar_html(pad)
    assert pad.read_text(encoding="utf-8") == maak_html(voorbeeld)
    with pytest.raises(FileExistsError):
        voorbeeld.naar_html(pad)
    voorbeeld.naar_html(pad, titel="Ander", overschrijf=True)
    with pytest.raises(InvoerFout, match="moet eindigen op"):
        voorbeeld.naar_html(tmp_path / "rapport.pdf")


def test_in_een_notebook_staat_de_bladzijde_in_een_afgesloten_venster(voorbeeld: Opbouw) -> None:
    beeld = voorbeeld.rapport(titel="De Linde")
    assert isinstance(beeld, Rapportbeeld)
    ((soort, eigen),) = Bladzijde(beeld._repr_html_()).elementen
    assert soort == "iframe"
    assert (eigen["sandbox"] or "").split() == ["allow-scripts", "allow-downloads"]
    assert eigen["srcdoc"] == maak_html(voorbeeld, titel="De Linde")
    assert "naar_html" in repr(beeld)


def test_zonder_de_extra_staat_er_wat_te_doen(voorbeeld: Opbouw, monkeypatch: pytest.MonkeyPatch) -> None:
    schrijven.sjabloonomgeving.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(GezinshuisTariefFout, match=r"gezinshuis-tarief\[rapport\]"):
        maak_html(voorbeeld)


def test_de_opdracht_schrijft_een_rapport(voorbeeld: Opbouw, tmp_path: Path) -> None:
    pad = tmp_path / "rapport.html"
    gedaan = draai("rapport", "-", "-o", str(pad), "--titel", "De Linde", invoer=naar_json(voorbeeld))
    assert gedaan.exit_code == 0
    assert gedaan.stdout == f"{pad} staat klaar. Open het in een browser.\n"
    assert pad.read_text(encoding="utf-8") == maak_html(voorbeeld, titel="De Linde")
    nogmaals = draai("rapport", "-", "-o", str(pad), invoer=naar_json(voorbeeld))
    assert nogmaals.exit_code == 3
    assert "--overschrijf" in nogmaals.stderr
    als_json = draai("rapport", "-", "-o", str(pad), "--overschrijf", "--json", invoer=naar_json(voorbeeld))
    assert json.loads(als_json.stdout) == {"bestand": str(pad)}
    assert "Voorbeeld:" in draai("rapport", "--help").stdout
