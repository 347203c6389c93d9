"""What the command-line library can say here, it says in Dutch."""

from __future__ import annotations

import ast
import gettext
import re
import sys
from importlib.resources import files
from pathlib import Path

import click

import gezinshuis_tarief.cli

TAAL = files(gezinshuis_tarief.cli) / "taal" / "nl" / "LC_MESSAGES"
NIET_BIJ_ONS = {
    # vragen aan de gebruiker, bewerken en afwachten
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
    "Do you want to continue?",
    "Confirm the action without prompting.",
    "Press any key to continue...",
    "Repeat for confirmation",
    "Error: The two entered values do not match.",
    "Error: invalid input",
    "(dynamic)",
    "d",
    # fouten van wie opdrachten schrijft
    "deprecated",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Value must be an iterable.",
    "Could not determine name for option with declarations {decls!r}",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
        "Did you mean to pass '--{name}'?"
    ),
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Invalid start character for option ({option})",
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "Choice({choices})",
    # soorten opties en argumenten die wij niet hebben
    "env var: {var}",
    "Takes {nargs} values but 1 was given.",
    "Argument {name!r} takes {nargs} values.",
    "{len_type} values are required, but {len_value} was given.",
    "{value!r} is not a valid boolean. Recognized values: {states}",
    "{value!r} is not a valid UUID.",
    "{name} {filename!r} is not executable.",
    "Missing parameter",
    "Missing parameter: {param_name}",
    "Missing {param_type}",
    "unknown error",
    # andere besturingssystemen en schillen
    "Windows error: {error}",
    "Couldn't detect Bash version, shell completion is not supported.",
    "Shell completion is not supported for Bash versions older than 4.4.",
}


def gezegd_door_click() -> set[str]:
    """Every sentence that the command-line library hands to its translator."""
    zinnen = set()
    for bestand in Path(click.__file__).parent.glob("*.py"):
        for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call) and ast.unparse(knoop.func) in {"_", "ngettext"}:
                eerste = knoop.args[0]
                if isinstance(eerste, ast.Constant):
                    zinnen.add(str(eerste.value))
    return zinnen


def vertaald() -> dict[str, dict[str, str]]:
    """Read the readable translation: per sentence its plural and its translations."""
    zinnen: dict[str, dict[str, str]] = {}
    zin: dict[str, str] = {}
    veld = ""
    for regel in (TAAL / "messages.po").read_text(encoding="utf-8").splitlines():
        if not regel or regel.startswith("#"):
            continue
        woord, _, tekst = regel.partition(" ") if not regel.startswith('"') else (veld, "", regel)
        if woord == "msgid" and veld != "msgid":
            zin = {}
        veld = woord
        zin[veld] = zin.get(veld, "") + ast.literal_eval(tekst)
        if veld.startswith("msgstr"):
            zinnen[zin["msgid"]] = zin
    return zinnen


def gebruikt() -> dict[str, str]:
    """Read the catalogue that is shipped: every sentence, also each form of a plural."""
    with (TAAL / "messages.mo").open("rb") as bestand:
        catalogus = gettext.GNUTranslations(bestand)
    zinnen: dict[str, str] = {}
    for zin in vertaald().values():
        if "msgid_plural" in zin:
            zinnen[zin["msgid"]] = catalogus.ngettext(zin["msgid"], zin["msgid_plural"], 1)
            zinnen[zin["msgid_plural"]] = catalogus.ngettext(zin["msgid"], zin["msgid_plural"], 2)
        elif zin["msgid"]:
            zinnen[zin["msgid"]] = catalogus.gettext(zin["msgid"])
    return zinnen


def test_elke_zin_die_onze_opdrachten_kunnen_tonen_is_vertaald() -> None:
    assert gezegd_door_click() - NIET_BIJ_ONS - set(vertaald()) == set()


def test_het_woord_bij_een_verplichte_optie_is_vertaald() -> None:
    assert "required" in vertaald()


def test_geen_vertaling_is_leeg() -> None:
    assert all(all(zin.values()) for zin in vertaald().values() if zin["msgid"])


def test_het_gebruikte_bestand_is_dat_van_de_leesbare_vertaling() -> None:
    goed: dict[str, str] = {}
    for zin in vertaald().values():
        if "msgid_plural" in zin:
            goed |= {zin["msgid"]: zin["msgstr[0]"]}
            goed |= {zin["msgid_plural"]: zin.get("msgstr[1]", zin["msgstr[0]"])}
        elif zin["msgid"]:
            goed[zin["msgid"]] = zin["msgstr"]
    assert gebruikt() == goed
    # count + header in the shipped file itself: nothing more, nothing less
    with (TAAL / "messages.mo").open("rb") as bestand:
        aantal = int.from_bytes(bestand.read(12)[8:12], sys.byteorder)
    assert aantal == len(vertaald())


def test_elke_vertaling_houdt_de_invulplekken_van_haar_zin() -> None:
    plekken = re.compile(r"\{(\w+)|%\((\w+)\)")
    for zin in vertaald().values():
        bekend = set(plekken.findall(zin["msgid"] + zin.get("msgid_plural", "")))
        for vorm, tekst in zin.items():
            if vorm.startswith("msgstr"):
                assert set(plekken.findall(tekst)) <= bekend
