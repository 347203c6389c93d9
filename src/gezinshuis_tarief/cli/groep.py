"""The group every command is in: messages in Dutch, and a refusal instead of a traceback."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import click

from gezinshuis_tarief.cli.uitvoer import faal, weiger
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
            faal()
