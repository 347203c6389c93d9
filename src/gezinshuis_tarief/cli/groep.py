"""What all commands share: Dutch, exit codes, reading and writing."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from gezinshuis_tarief.kern.fouten import GezinshuisTariefFout


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
        except GezinshuisTariefFout as fout:
            weiger(str(fout))
        except BrokenPipeError:  # the reader of our output stopped reading, as `| head` does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(1)


def weiger(tekst: str) -> None:
    """Say why the input is refused and stop with exit code 1."""
    click.secho(tekst, fg="red", err=True)
    click.get_current_context().exit(1)


def waarschuw(teksten: Sequence[str]) -> None:
    """Say what is allowed but unusual, beside the output."""
    for tekst in teksten:
        click.secho(f"Let op: {tekst}", fg="yellow", err=True)


def lees_bytes(bestand: str) -> bytes:
    """Read a file, or standard input for `-`; a file that cannot be read is a refusal."""
    if bestand == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(bestand).read_bytes()
    except OSError as fout:
        raise BestandFout(bestand, fout) from None


class BestandFout(GezinshuisTariefFout):
    """A file that cannot be read or written, with the reason in Dutch."""

    def __init__(self, bestand: object, fout: OSError) -> None:
        redenen = {
            FileNotFoundError: "bestaat niet. Controleer de naam en de map.",
            IsADirectoryError: "is een map. Geef een bestand.",
            PermissionError: "mag niet worden gelezen of geschreven. Vraag om toegang.",
            FileExistsError: "bestaat al en wordt niet overschreven. Kies een andere naam of geef --overschrijf.",
        }
        super().__init__(f"{bestand}: {redenen.get(type(fout), f'gaat niet open ({fout.strerror}).')}")
