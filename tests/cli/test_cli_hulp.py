"""Help and wrong use are Dutch in every command."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from gezinshuis_tarief.cli import main
from hulp.opdracht import draai

ENGELS = re.compile(
    r"\b(usage|options?|commands?|arguments|error|show|this|message|exit|required|default|text|path|integer|"
    r"file|directory|missing|such|invalid|value|try|for help|version|the)\b",
    re.IGNORECASE,
)


def opdrachten(groep: click.Group = main, pad: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield every command as the words that call it."""
    yield pad
    for naam, opdracht in groep.commands.items():
        if isinstance(opdracht, click.Group):
            yield from opdrachten(opdracht, (*pad, naam))
        else:
            yield (*pad, naam)


@pytest.mark.parametrize("pad", list(opdrachten()), ids=lambda pad: " ".join(pad) or "hoofd")
def test_de_hulp_van_elke_opdracht_is_nederlands(pad: tuple[str, ...]) -> None:
    resultaat = draai(*pad, "--help")
    assert resultaat.exit_code == 0
    assert resultaat.stdout.startswith(f"Gebruik: {' '.join(('gezinshuis-tarief', *pad))} [OPTIES]")
    assert "Laat deze hulp zien." in resultaat.stdout
    zonder_namen = re.sub(r"--?[a-z-]+", "", resultaat.stdout)
    assert ENGELS.findall(zonder_namen) == []


@pytest.mark.parametrize("naam", sorted(main.commands))
def test_elke_opdracht_staat_in_de_handleiding(naam: str) -> None:
    wortel = Path(__file__).parents[2]
    teksten = [wortel / "HANDLEIDING.md", *sorted((wortel / "docs").glob("*.md"))]
    assert any(f"gezinshuis-tarief {naam}" in tekst.read_text(encoding="utf-8") for tekst in teksten)


def test_de_lijst_zegt_van_elke_opdracht_wat_haar_eigen_hulp_zegt() -> None:
    kort = {opdracht.name: opdracht.get_short_help_str(999) for opdracht in main.commands.in_het_kort()}  # type: ignore[attr-defined] # commands that load when asked for
    assert kort == {naam: opdracht.get_short_help_str(999) for naam, opdracht in main.commands.items()}


@pytest.mark.parametrize("pad", [pad for pad in opdrachten() if pad], ids=" ".join)
def test_e9_de_hulp_sluit_met_een_voorbeeld_dat_bestaat(pad: tuple[str, ...]) -> None:
    eind = draai(*pad, "--help").stdout.partition("Voorbeeld:\n")[2]
    programma, *woorden = shlex.split(eind.partition(">")[0])
    assert (programma, *woorden[: len(pad)]) == ("gezinshuis-tarief", *pad)
    opdracht: click.Command = main
    while isinstance(opdracht, click.Group):
        opdracht = opdracht.commands[woorden.pop(0)]
    opdracht.make_parser(click.Context(opdracht)).parse_args(woorden)  # refuses an option that is not there


def test_een_opdracht_kan_erbij_en_eraf() -> None:
    opdrachten = type(main.commands)({})  # type: ignore[call-arg] # idem
    opdrachten["x"] = click.Command("x", help="Doe iets.")
    assert (len(opdrachten), opdrachten["x"].help) == (1, "Doe iets.")
    del opdrachten["x"]
    assert not opdrachten
    assert opdrachten.get("x") is None


@pytest.mark.parametrize("kort", ["-h", "--help"])
def test_hulp_kan_kort_en_lang(kort: str) -> None:
    assert draai(kort).stdout == draai("--help").stdout


def test_zonder_opdracht_volgt_de_hulp() -> None:
    resultaat = draai()
    assert resultaat.exit_code == 2
    assert resultaat.stderr == draai("--help").stdout


@pytest.mark.parametrize(
    ("woorden", "fout"),
    [
        (["berken"], "De opdracht 'berken' bestaat niet. Bedoelt u 'bereken'?"),
        (["zwembad"], "De opdracht 'zwembad' bestaat niet."),
        (["-x"], "De optie '-x' bestaat niet."),
        (["bereken"], "Er ontbreekt een argument: 'INVOER'."),
        (["bereken", "a", "b"], "Er staat een argument te veel: b"),
        (["voorbeeld", "a", "b"], "Er staan argumenten te veel: a b"),
        (["bereken", "--jsn", "a"], "De optie '--jsn' bestaat niet. Bedoelt u '--json'?"),
        (
            ["bereken", "--zorgzwaarte", "zwaar", "a"],
            "Deze waarde kan niet bij '--zorgzwaarte': 'zwaar' is geen van 'laag', 'midden', 'hoog'.",
        ),
        (["bereken", "a", "--zorgzwaarte"], "De optie '--zorgzwaarte' vraagt een waarde."),
        (["bereken", "--json=3", "a"], "De optie '--json' heeft geen waarde."),
        (["uitleg"], "Er ontbreekt een argument: 'INVOER'."),
        (["nieuw", "x"], "Er staat een argument te veel: x"),
        (["nieuw", "-o"], "De optie '-o' vraagt een waarde."),
        (["referentie", "zok"], "De opdracht 'zok' bestaat niet. Bedoelt u 'zoek'?"),
        (["referentie", "salaris", "jz", "8"], "Er ontbreekt een argument: 'PERIODIEK'."),
        (["referentie", "salaris", "jz", "8", "1"], "Er ontbreekt een optie: '--peildatum'."),
        (
            ["referentie", "pleegvergoeding", "9", "--peildatum", "2024-01-01", "--per", "jaar"],
            "Deze waarde kan niet bij '--per': 'jaar' is geen van 'dag', 'maand'.",
        ),
    ],
    ids=lambda deel: " ".join(deel) if isinstance(deel, list) else "",
)
def test_verkeerd_gebruik_geeft_2_en_een_nederlandse_zin(woorden: list[str], fout: str) -> None:
    resultaat = draai(*woorden)
    assert (resultaat.exit_code, resultaat.stdout) == (2, "")
    assert resultaat.stderr.splitlines()[-1] == f"Fout: {fout}"
    assert ENGELS.findall(re.sub(r"'[^']*'", "", resultaat.stderr)) == []


def test_verkeerd_gebruik_wijst_naar_de_hulp() -> None:
    assert draai("bereken").stderr == (
        "Gebruik: gezinshuis-tarief bereken [OPTIES] INVOER\n"
        "Hulp: 'gezinshuis-tarief bereken --help'.\n"
        "\n"
        "Fout: Er ontbreekt een argument: 'INVOER'.\n"
    )


def test_een_jaar_dat_geen_getal_is_krijgt_een_nederlandse_zin() -> None:
    resultaat = draai("referentie", "index", "OVA", "straks")
    assert resultaat.exit_code == 2
    assert "integer" not in resultaat.stderr


def test_de_versie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda naam: f"1.2.3 van {naam}")
    assert draai("--version").stdout == "gezinshuis-tarief, versie 1.2.3 van gezinshuis-tarief\n"
