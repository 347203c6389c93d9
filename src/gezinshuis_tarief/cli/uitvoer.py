"""Where a command reads and writes, and what it says when it cannot: Dutch, and an exit code."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NoReturn

import click

from gezinshuis_tarief.kern.bestanden import BestandFout, bewaar_tekst, lees_bestand
from gezinshuis_tarief.kern.fouten import GezinshuisTariefFout, OnbekendCijfer
from gezinshuis_tarief.kern.jsontekst import lees_json, schrijf_json
from gezinshuis_tarief.model.opbouw import Opbouw
from gezinshuis_tarief.model.opbouw_json import opbouw_van, opbouwen_van
from gezinshuis_tarief.referentie.meldingen import ZELF_OPGEVEN
from gezinshuis_tarief.werkboek.lezen.lezen import lees_excel

VERVANG: Final = "--overschrijf"
"""How a command is told to replace a file."""
_CIJFERS: Final = " Dat kan in een bestand: --cijfers BESTAND."


def lees_bytes(bestand: str) -> bytes:
    """Read a file, or standard input for `-`; a file that cannot be read is a refusal."""
    return sys.stdin.buffer.read() if bestand == "-" else lees_bestand(Path(bestand))


@contextmanager
def schrijft(pad: Path, *, vervangbaar: bool = True) -> Iterator[None]:
    """Turn what goes wrong with writing a file into a refusal.

    Args:
        pad: the file.
        vervangbaar: whether the command has an option to replace a file that is there.
    """
    try:
        yield
    except OSError as fout:
        raise BestandFout(pad, fout, vervang=VERVANG if vervangbaar else "") from None


def schrijf_tekst(pad: Path, tekst: str, *, overschrijf: bool | None = None) -> None:
    """Write a file; without `overschrijf` the command has no option to replace one that is there."""
    with schrijft(pad, vervangbaar=overschrijf is not None):
        bewaar_tekst(tekst, pad, overschrijf=bool(overschrijf))


def eis_naam_op_xlsx(pad: Path, optie: str = "-o") -> None:
    """Refuse a workbook under another ending."""
    if pad.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"{pad} eindigt niet op .xlsx.", param_hint=optie)


def toon_json(inhoud: object) -> None:
    """Print JSON."""
    click.echo(schrijf_json(inhoud), nl=False)


def waarschuw(teksten: Sequence[str]) -> None:
    """Say what is allowed but unusual, beside the output."""
    for tekst in teksten:
        click.secho(f"Let op: {tekst}", fg="yellow", err=True)


def weiger(tekst: str) -> NoReturn:
    """Say why the input is refused and stop with exit code 1."""
    click.secho(tekst, fg="red", err=True)
    faal()


def faal() -> NoReturn:
    """Stop with exit code 1; what is wrong has been shown."""
    click.get_current_context().exit(1)


class Opdrachtgroep(click.Group):
    """A group of commands whose refusals are one Dutch message and exit code 1."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **opties: Any) -> Any:  # noqa: ANN401
        """Run with the command-line library's own messages in Dutch."""
        gettext.bindtextdomain("messages", str(files(__package__) / "taal"))
        os.environ["LANGUAGE"] = "nl"
        return super().main(args, *rest, **opties)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (click's own signature)
        """Show an error of ours as a message, without a traceback."""
        try:
            return super().invoke(ctx)
        except OnbekendCijfer as fout:
            weiger(f"{fout}{_CIJFERS if fout.remedie == ZELF_OPGEVEN else ''}")
        except GezinshuisTariefFout as fout:
            weiger(str(fout))
        except BrokenPipeError:  # the reader of our output stopped reading, as `| head` does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            faal()


def is_werkboek(bestand: str) -> bool:
    """Whether a name is that of a workbook."""
    return Path(bestand).suffix.lower() == ".xlsx"


def lees_opbouw(bestand: str) -> Opbouw:
    """Read an opbouw from JSON, or from a workbook with its findings said beside the output."""
    if not is_werkboek(bestand):
        return opbouw_van(lees_json(lees_bytes(bestand)))
    gelezen = lees_excel(bestand)
    waarschuw([f"{bestand}, {bevinding}" for bevinding in gelezen.bevindingen])
    return gelezen.opbouw


def lees_opbouwen(bestand: str) -> Opbouw | list[Opbouw]:
    """Read an opbouw as `lees_opbouw` does, or a JSON list of them."""
    if is_werkboek(bestand):
        return lees_opbouw(bestand)
    inhoud = lees_json(lees_bytes(bestand))
    return opbouwen_van(inhoud) if isinstance(inhoud, list) else opbouw_van(inhoud)
