"""The page in a browser: what is typed counts, what is saved is the offer again, and nothing else can run."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from gezinshuis_tarief import Opbouw, naar_json, van_json
from gezinshuis_tarief.kern.eenheden import nederlands

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
VAST = "inkomen_gezinshuisouder.loon.vakantietoeslag"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where a browser is)

    programma = shutil.which("chromium")
    assert programma, "chromium ontbreekt"
    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=programma, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def bladzijde(browser: Browser, voorbeeld: Opbouw, tmp_path: Path) -> Iterator[Page]:
    yield from _open(browser, voorbeeld, tmp_path)


@pytest.fixture
def eigen_bladzijde(browser: Browser, alles_eigen: Opbouw, tmp_path: Path) -> Iterator[Page]:
    yield from _open(browser, alles_eigen, tmp_path)


def _open(browser: Browser, opbouw: Opbouw, map_: Path) -> Iterator[Page]:
    pad = map_ / "rapport.html"
    opbouw.naar_html(pad)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    bladzijde = context.new_page()
    fouten: list[str] = []
    bladzijde.on("pageerror", lambda fout: fouten.append(str(fout)))
    bladzijde.on(
        "request",
        lambda vraag: fouten.append(vraag.url) if not vraag.url.startswith(("file:", "blob:")) else None,
    )
    bladzijde.goto(pad.as_uri())
    bladzijde.locator("#open-alles").click()
    yield bladzijde
    context.close()
    assert fouten == []


def bedragen(bladzijde: Page) -> dict[str, str]:
    """Return every amount in the page, by key."""
    tekst = "els => Object.fromEntries(els.map(e => [e.dataset.sleutel, e.textContent]))"
    gevonden: dict[str, str] = bladzijde.locator("[data-sleutel]").evaluate_all(tekst)
    return gevonden


def van_bibliotheek(opbouw: Opbouw) -> dict[str, str]:
    return {
        f"uitkomst.{zwaarte}.{sleutel}": nederlands(bedrag, 2)
        for zwaarte, tarief in opbouw.bereken().items()
        for sleutel, bedrag in {**tarief.bedragen.afgerond, "tarief": tarief.per_etmaal}.items()
    }


def typ(bladzijde: Page, sleutel: str, tekst: str) -> None:
    bladzijde.locator(f'[name="{sleutel}"]').fill(tekst)


def bewaard(bladzijde: Page) -> Opbouw:
    """Download what the page saves, and read it."""
    with bladzijde.expect_download() as laden:
        bladzijde.locator("#bewaar").click()
    return van_json(Path(laden.value.path()).read_bytes())


def test_wat_getypt_wordt_rekent_mee_en_wordt_bewaard(bladzijde: Page, voorbeeld: Opbouw) -> None:
    typ(bladzijde, "leegstand.bezettingsgraad", "90")
    typ(bladzijde, "huisvesting.woonlasten_per_jaar", "21.000,50")
    bladzijde.locator('[name="overhead.grondslag"]').select_option("directe_kosten")
    nieuw = voorbeeld.met(
        {
            "leegstand.bezettingsgraad": "0.9",
            "huisvesting.woonlasten_per_jaar": "21000.50",
            "overhead.grondslag": "directe_kosten",
        }
    )
    assert van_bibliotheek(nieuw).items() <= bedragen(bladzijde).items()
    assert bladzijde.locator("#stand").text_content() == "3 waarden gewijzigd"
    assert bladzijde.locator("#bevindingen .ingediend").first.is_visible()
    assert "was 95%" in (
        bladzijde.locator('[data-rij="leegstand.bezettingsgraad"] .was').text_content() or ""
    )
    assert int(bladzijde.locator("#aannames").text_content() or "") == len(nieuw.aannames())
    assert bewaard(bladzijde) == nieuw
    bladzijde.locator("#terug").click()
    assert van_bibliotheek(voorbeeld).items() <= bedragen(bladzijde).items()


def test_een_vaste_waarde_vraagt_eerst_een_reden(bladzijde: Page, voorbeeld: Opbouw) -> None:
    typ(bladzijde, VAST, "9")
    bladzijde.locator("#bewaar").click()
    assert "Geef een reden" in (bladzijde.locator("#f-balk").text_content() or "")
    assert bladzijde.evaluate("document.activeElement.name") == f"reden:{VAST}"
    bladzijde.keyboard.type("afspraak")
    nieuw = voorbeeld.met({VAST: "0.09"}, reden="afspraak")
    assert bewaard(bladzijde) == nieuw


def test_een_geweigerde_waarde_laat_de_laatste_goede_uitkomst_staan(
    bladzijde: Page, voorbeeld: Opbouw
) -> None:
    for sleutel, tekst in (("winst_marge.percentage", "100"), ("leegstand.bezettingsgraad", "veel")):
        typ(bladzijde, sleutel, tekst)
        assert bladzijde.locator(f'[data-rij="{sleutel}"] .fout').is_visible()
        assert bladzijde.locator(f'[name="{sleutel}"]').get_attribute("aria-invalid") == "true"
        assert bladzijde.locator("#verouderd").is_visible()
        assert bladzijde.locator("#bewaar").is_disabled()
        assert van_bibliotheek(voorbeeld).items() <= bedragen(bladzijde).items()
        bladzijde.locator("#terug").click()
        assert not bladzijde.locator("#verouderd").is_visible()


def test_bouwsteen_acht_en_eigen_posten_gaan_aan_en_uit(eigen_bladzijde: Page, alles_eigen: Opbouw) -> None:
    eigen_bladzijde.locator('[name="gelieerde_zorgorganisatie.aanwezig"]').select_option("ja")
    typ(eigen_bladzijde, "gelieerde_zorgorganisatie.aandeel", "5")
    eigen_bladzijde.locator("#post-erbij").click()
    eigen_bladzijde.keyboard.type("<b>tuin")
    typ(eigen_bladzijde, "eigen_posten[4].bedrag_per_jaar", "365")
    typ(eigen_bladzijde, "eigen_posten[0].prijs_per_rit", "8,25")
    acht = {"aandeel": "0.05", "grondslag": "tarief", "vast_bedrag_per_plaats_per_jaar": "0"}
    nieuw = alles_eigen.met({"gelieerde_zorgorganisatie": acht, "eigen_posten[0].prijs_per_rit": "8.25"})
    post = {"naam": "<b>tuin", "bedrag_per_jaar": "365"}
    nieuw = nieuw.met({"eigen_posten": (*nieuw.eigen_posten, post)})
    assert van_bibliotheek(nieuw).items() <= bedragen(eigen_bladzijde).items()
    assert naar_json(bewaard(eigen_bladzijde)) == naar_json(van_json(naar_json(nieuw)))
    eigen_bladzijde.locator("#post-eraf").click()
    eigen_bladzijde.locator('[name="gelieerde_zorgorganisatie.aanwezig"]').select_option("nee")
    terug = alles_eigen.met({"eigen_posten[0].prijs_per_rit": "8.25"})
    assert van_bibliotheek(terug).items() <= bedragen(eigen_bladzijde).items()


def test_een_bewaard_bestand_gaat_weer_open(bladzijde: Page, voorbeeld: Opbouw, tmp_path: Path) -> None:
    ander = voorbeeld.met({"leegstand.bezettingsgraad": "0.85"}, bron="telling").met(
        {"eigen_posten": [{"naam": "tuin", "bedrag_per_jaar": "365"}]}
    )
    pad = tmp_path / "ander.json"
    naar_json(ander, pad)
    bladzijde.locator("#bestand").set_input_files(pad)
    bladzijde.wait_for_function(
        "document.querySelector('[name=\"leegstand.bezettingsgraad\"]').value === '85'"
    )
    assert van_bibliotheek(ander).items() <= bedragen(bladzijde).items()
    assert "telling" in (
        bladzijde.locator('[data-rij="leegstand.bezettingsgraad"] .steun').text_content() or ""
    )
    assert bewaard(bladzijde) == ander
    typ(bladzijde, "overhead.opslag", "12,5")
    assert bewaard(bladzijde) == ander.met({"overhead.opslag": "0.125"})


@pytest.mark.parametrize("inhoud", ["{", "{}", "[]", '{"gezinshuis": {}}'])
def test_een_vreemd_bestand_wordt_geweigerd(
    bladzijde: Page, voorbeeld: Opbouw, tmp_path: Path, inhoud: str
) -> None:
    pad = tmp_path / "vreemd.json"
    pad.write_text(inhoud, encoding="utf-8")
    bladzijde.locator("#bestand").set_input_files(pad)
    bladzijde.locator("#f-balk").wait_for()
    assert "past niet op deze pagina" in (bladzijde.locator("#f-balk").text_content() or "")
    assert van_bibliotheek(voorbeeld).items() <= bedragen(bladzijde).items()


def test_een_ingevoegd_script_draait_niet(bladzijde: Page) -> None:
    bladzijde.evaluate(
        """() => {
            const s = document.createElement('script'); s.textContent = 'window.kwaad = 1'; document.body.append(s);
            const p = document.createElement('p'); p.setAttribute('onclick', 'window.kwaad = 2'); document.body.append(p); p.click();
            const q = document.createElement('p'); q.setAttribute('style', 'color: red'); q.id = 'rood'; document.body.append(q);
        }"""
    )
    assert bladzijde.evaluate("window.kwaad") is None
    assert bladzijde.evaluate("getComputedStyle(document.getElementById('rood')).color") != "rgb(255, 0, 0)"


@pytest.mark.parametrize("breedte", [320, 390, 768, 1280])
def test_er_is_niets_om_opzij_te_schuiven_en_elk_doel_is_groot_genoeg(
    eigen_bladzijde: Page, breedte: int
) -> None:
    eigen_bladzijde.set_viewport_size({"width": breedte, "height": 800})
    assert eigen_bladzijde.evaluate("document.documentElement.scrollWidth") <= breedte
    klein = "els => els.filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
    assert (
        eigen_bladzijde.locator("button, select, input:not([type=file], [type=radio]), summary").evaluate_all(
            klein
        )
        == []
    )


def test_alles_gaat_met_het_toetsenbord(bladzijde: Page, voorbeeld: Opbouw) -> None:
    bladzijde.locator('[name="leegstand.bezettingsgraad"]').focus()
    bladzijde.keyboard.press("Control+A")
    bladzijde.keyboard.type("90")
    bladzijde.keyboard.press("Tab")
    bladzijde.keyboard.press("Tab")
    nieuw = voorbeeld.met({"leegstand.bezettingsgraad": "0.9"})
    assert van_bibliotheek(nieuw).items() <= bedragen(bladzijde).items()
    assert bladzijde.evaluate("document.activeElement.name") == "leegstand.grondslag"


def test_de_staven_zijn_zo_lang_als_hun_bedrag(bladzijde: Page, voorbeeld: Opbouw) -> None:
    bladzijde.locator('[name="zorgzwaarte"][value="hoog"]').check()
    breedtes = "els => els.filter(e => !e.hidden).map(e => [e.dataset.regel, parseFloat(e.querySelector('[data-staaf]').getAttribute('width'))])"
    tarief = voorbeeld.bereken()["hoog"]
    for sleutel, breedte in bladzijde.locator("[data-regel]").evaluate_all(breedtes):
        assert abs(breedte - float(tarief[sleutel].per_etmaal / tarief.per_etmaal * 100)) < 0.01


def test_het_rapport_is_af_te_drukken(bladzijde: Page) -> None:
    bladzijde.locator("#open-alles").click()
    druk = bladzijde.pdf(prefer_css_page_size=True)
    assert 2 <= druk.count(b"/Type /Page\n") <= 12
    assert not bladzijde.locator("#d-leegstand").evaluate("d => d.open")


def test_zonder_script_staan_de_bedragen_er_ook(browser: Browser, voorbeeld: Opbouw, tmp_path: Path) -> None:
    voorbeeld.naar_html(tmp_path / "r.html")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    bladzijde = context.new_page()
    bladzijde.goto((tmp_path / "r.html").as_uri())
    for zwaarte, tarief in voorbeeld.bereken().items():
        plek = bladzijde.locator(f'[data-sleutel="uitkomst.{zwaarte}.tarief"]')
        assert plek.is_visible()
        assert plek.text_content() == nederlands(tarief.per_etmaal, 2)
    assert not bladzijde.locator("#bewaar").is_visible()
    context.close()


def test_in_een_notebook_rekent_het_venster_ook(browser: Browser, voorbeeld: Opbouw, tmp_path: Path) -> None:
    pad = tmp_path / "cel.html"
    pad.write_text(
        f"<!DOCTYPE html><meta charset=utf-8>{voorbeeld.rapport()._repr_html_()}", encoding="utf-8"
    )
    context = browser.new_context()
    bladzijde = context.new_page()
    bladzijde.goto(pad.as_uri())
    venster = bladzijde.frame_locator("iframe")
    venster.locator("#open-alles").click()
    venster.locator('[name="leegstand.bezettingsgraad"]').fill("90")
    nieuw = voorbeeld.met({"leegstand.bezettingsgraad": "0.9"}).bereken()["midden"].per_etmaal
    assert venster.locator('[data-sleutel="uitkomst.midden.tarief"]').text_content() == nederlands(nieuw, 2)
    with bladzijde.expect_download() as laden:
        venster.locator("#bewaar").click()
    assert (
        json.loads(Path(laden.value.path()).read_text(encoding="utf-8"))["leegstand"]["bezettingsgraad"]
        == "0.9"
    )
    context.close()


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script that judges how accessible a page is; it is fetched for this run and kept nowhere."""
    map_ = tmp_path_factory.mktemp("axe")
    opdracht = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "axe-core@4"]
    subprocess.run(opdracht, cwd=map_, check=True, timeout=120)  # noqa: S603 (our own words)
    return (map_ / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


OORDEEL = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"


@pytest.mark.parametrize(
    "venster",
    [
        {"color_scheme": "dark", "viewport": {"width": 390, "height": 900}},
        {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    ],
    ids=["telefoon in het donker", "scherm"],
)
def test_het_rapport_is_toegankelijk(
    browser: Browser, alles_eigen: Opbouw, tmp_path: Path, axe: str, venster: dict[str, Any]
) -> None:
    alles_eigen.naar_html(tmp_path / "r.html")
    context = browser.new_context(bypass_csp=True, **venster)
    bladzijde = context.new_page()
    bladzijde.goto((tmp_path / "r.html").as_uri())
    bladzijde.locator("#open-alles").click()
    typ(bladzijde, "leegstand.bezettingsgraad", "90")
    typ(bladzijde, "winst_marge.percentage", "veel")
    bladzijde.evaluate(axe)
    assert [fout["id"] for fout in bladzijde.evaluate(OORDEEL)["violations"]] == []
    bladzijde.evaluate("document.querySelector('[name=\"leegstand.bezettingsgraad\"]').removeAttribute('id')")
    alleen_labels = "axe.run({runOnly: {type: 'rule', values: ['label']}})"
    assert [fout["id"] for fout in bladzijde.evaluate(alleen_labels)["violations"]] == ["label"]
    context.close()
