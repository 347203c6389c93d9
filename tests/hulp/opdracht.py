"""The command line in one call."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result

from gezinshuis_tarief.cli import main


def draai(*woorden: str, invoer: object = None) -> Result:
    """Run the command line; an input that is no text goes in as JSON."""
    tekst = invoer if isinstance(invoer, str | bytes | None) else json.dumps(invoer)
    return CliRunner().invoke(main, list(woorden), input=tekst, prog_name="gezinshuis-tarief")
