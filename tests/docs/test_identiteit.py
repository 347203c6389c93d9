"""E2, E3: the licence and identity are one and the same everywhere, and the guide installs on every machine."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

import gezinshuis_tarief

WORTEL = Path(__file__).parents[2]
METADATA = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MAKERS = "de makers van gezinshuis_tarief"
NETWERK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib",
    "urllib3",
}


def tekst(naam: str) -> str:
    return (WORTEL / naam).read_text(encoding="utf-8")


def veld(naam: str, sleutel: str) -> str:
    gevonden = re.findall(rf'^ *-? *{sleutel}: "?(.+?)"?$', tekst(naam), re.MULTILINE)
    assert len(gevonden) == 1, (naam, sleutel)
    return str(gevonden[0])


def test_e2_versie_en_licentie_zijn_overal_dezelfde() -> None:
    assert {
        METADATA["version"],
        veld("publiccode.yml", "softwareVersion"),
        veld("CITATION.cff", "version"),
    } == {METADATA["version"]}
    annotatie = tomllib.loads(tekst("REUSE.toml"))["annotations"][0]
    licenties = {
        METADATA["license"],
        veld("publiccode.yml", "license"),
        veld("CITATION.cff", "license"),
        annotatie["SPDX-License-Identifier"],
    }
    assert licenties == {"EUPL-1.2"}
    assert annotatie["path"] == "**"


def test_e2_de_makers_en_de_omschrijving_zijn_overal_dezelfde() -> None:
    assert METADATA["authors"] == [{"name": MAKERS}]
    assert veld("publiccode.yml", "mainCopyrightOwner") == MAKERS
    assert veld("CITATION.cff", "name") == MAKERS
    assert MAKERS in tekst("REUSE.toml")
    kort = veld("publiccode.yml", "shortDescription")
    assert kort == veld("CITATION.cff", "abstract") == METADATA["description"]
    assert len(kort) <= 150


def test_e2_de_licentie_is_de_hele_tekst() -> None:
    licentie = tekst("LICENSE")
    assert licentie == tekst("LICENSES/EUPL-1.2.txt")
    assert METADATA["license-files"] == ["LICENSE"]
    assert licentie.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016\n")
    artikelen = [int(nummer) for nummer in re.findall(r"^(\d+)\.[A-Z]", licentie, re.MULTILINE)]
    assert artikelen == list(range(1, 16))
    assert licentie.endswith(
        "All other changes or additions to this Appendix require the production of a new EUPL version.\n"
    )


@pytest.mark.parametrize(
    "sleutel",
    [
        *("publiccodeYmlVersion", "url", "platforms", "categories", "developmentStatus", "softwareType"),
        *("description", "legal", "maintenance", "localisation"),
    ],
)
def test_e2_publiccode_heeft_wat_de_standaard_eist(sleutel: str) -> None:
    assert len(re.findall(rf"^{sleutel}:", tekst("publiccode.yml"), re.MULTILINE)) == 1
    lang = re.search(r"longDescription: \|\n(.*?)\n    features:", tekst("publiccode.yml"), re.DOTALL)
    assert lang is not None
    assert 150 <= len(lang[1]) <= 10_000


def test_e2_wat_in_te_vullen_is_staat_op_een_plek() -> None:
    namen = ["README.md", "HANDLEIDING.md", "CONTRIBUTING.md", "GOVERNANCE.md", "SECURITY.md", "CITATION.cff"]
    paden = [*namen, "pyproject.toml", "REUSE.toml", "docs/privacy.md", "docs/versies.md"]
    assert [naam for naam in paden if re.search(r"in te vullen\b(?! door)|https?://", tekst(naam))] == []
    assert re.findall(r"^ *-? *(\w+): in te vullen$", tekst("publiccode.yml"), re.MULTILINE) == [
        "url",
        "name",
    ]


def test_e2_er_wordt_niets_verstuurd() -> None:
    bron = Path(gezinshuis_tarief.__file__).parent
    verbindend = set()
    for pad in bron.rglob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Import | ast.ImportFrom):
                kop = knoop.module if isinstance(knoop, ast.ImportFrom) else None
                namen = {kop or alias.name for alias in knoop.names}
                verbindend |= {(pad.name, naam) for naam in namen if naam.partition(".")[0] in NETWERK}
    assert verbindend == set()


@pytest.mark.parametrize(
    "document",
    [
        *sorted(p.name for p in WORTEL.glob("*.md")),
        *sorted(f"docs/{p.name}" for p in WORTEL.glob("docs/*.md")),
    ],
)
def test_e2_verwijzingen_leiden_ergens_heen(document: str) -> None:
    doelen = re.findall(r"\]\(([^)#]+)\)", tekst(document))
    map_ = (WORTEL / document).parent
    assert [doel for doel in doelen if "://" not in doel and not (map_ / doel).exists()] == []


def test_e2_de_leeswijzer_noemt_elk_bestand_bovenaan() -> None:
    kaart = tekst("README.md").partition("## The map of the house")[2].partition("```\n\n")[0]
    bovenaan = {
        pad.name
        for pad in WORTEL.iterdir()
        if pad.name == "LICENSE" or ((pad.is_dir() or pad.suffix) and pad.name[0] != ".")
    } - {
        "README.md",
        "pyproject.toml",
    }
    gemist = {
        naam for naam in bovenaan if not re.search(rf"(^| ){re.escape(naam)}(/| |\n|$)", kaart, re.MULTILINE)
    }
    assert gemist - {"build", "dist"} == set()


def test_e3_de_handleiding_installeert_op_elke_machine() -> None:
    handleiding = tekst("HANDLEIDING.md")
    (venster,) = re.findall(r"^```powershell\n(.*?)^```", handleiding, re.DOTALL | re.MULTILINE)
    assert "&&" not in venster  # PowerShell 5 does not know it
    assert "python3" not in venster
    assert venster.splitlines()[0] == "py -m venv .venv"
    assert all(regel.startswith((".\\.venv\\Scripts\\", "py ")) for regel in venster.splitlines())
    for opdracht in ("pipx install .", "uv tool install .", "python -m gezinshuis_tarief"):
        assert opdracht in handleiding
    assert METADATA["scripts"] == {"gezinshuis-tarief": "gezinshuis_tarief.__main__:main"}
