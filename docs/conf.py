"""The site: the pages as they are in the repository, with what is generated put in while building.

Build with `sphinx-build -W --keep-going -c docs . FOLDER` from the root, so that every relative link is right in both places.
"""

from __future__ import annotations

import re
from importlib.metadata import version as versie_van
from pathlib import Path
from typing import Final

import click
from sphinx.application import Sphinx

import gezinshuis_tarief
from gezinshuis_tarief.cli import main

project = "gezinshuis_tarief"
author = copyright = "de makers van gezinshuis_tarief"  # noqa: A001 (Sphinx's own name)
version = release = versie_van("gezinshuis-tarief")
language = "nl"
root_doc = "docs/index"
include_patterns = [
    *("docs/*.md", "docs/lessen/*.md", "spreadsheets/README.md"),
    *("README.md", "HANDLEIDING.md", "CHANGELOG.md", "CONTRIBUTING.md", "GOVERNANCE.md", "SECURITY.md"),
    "src/gezinshuis_tarief/referentie/gegevens/LEESMIJ.md",
]
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = "Het tarief van een gezinshuis"
html_show_sphinx = False
html_copy_source = False
pygments_style = "default"
highlight_language = "text"
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
add_module_names = False

_WORTEL: Final = Path(__file__).parents[1]
_PLEK: Final = re.compile(r"<!-- gemaakt bij het bouwen: (\w+) -->")
_VERWIJZING: Final = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#:]+)\)")


def _hulp(opdracht: click.Command, naam: str, diepte: int = 2) -> str:
    """Return the help of a command, and of what is in a group, as Markdown."""
    with click.Context(opdracht, info_name=naam, max_content_width=100, terminal_width=100) as context:
        tekst = opdracht.get_help(context)
    onder = opdracht.commands.items() if isinstance(opdracht, click.Group) else ()
    eigen = f"{'#' * diepte} {naam}\n\n```text\n{tekst}\n```\n\n"
    return eigen + "".join(_hulp(deel, f"{naam} {woord}", diepte + 1) for woord, deel in onder)


def _opdrachten() -> str:
    return "".join(_hulp(deel, f"gezinshuis-tarief {naam}") for naam, deel in main.commands.items())


def _api() -> str:
    """Return a section per public name."""
    delen = []
    for naam in sorted(gezinshuis_tarief.__all__, key=str.casefold):
        ding = getattr(gezinshuis_tarief, naam)
        if isinstance(ding, type):
            soort, opties = "autoclass", "\n   :members:"
        else:
            soort, opties = ("autofunction" if callable(ding) else "autodata"), ""
        delen.append(f"## {naam}\n\n```{{eval-rst}}\n.. {soort}:: gezinshuis_tarief.{naam}{opties}\n```\n")
    return "\n".join(delen)


_GEMAAKT: Final = {"opdrachten": _opdrachten, "api": _api}


def _vul_in(_: Sphinx, pagina: str, inhoud: list[str]) -> None:
    """Put what is generated in its place; a link to a folder, which a site has not, becomes its words."""
    inhoud[0] = _PLEK.sub(lambda plek: _GEMAAKT[plek[1]](), inhoud[0])
    map_ = (_WORTEL / pagina).parent
    inhoud[0] = _VERWIJZING.sub(lambda v: v[1] if (map_ / v[2]).is_dir() else v[0], inhoud[0])


def setup(app: Sphinx) -> None:
    """Let Sphinx call us for each page."""
    app.connect("source-read", _vul_in)
